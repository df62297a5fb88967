"""A value in the product panel: wraps anywhere, boxed by what becomes of it.

The words always begin at the same place; a box stands out by its padding.
"""

from functools import lru_cache
from typing import Literal, NamedTuple

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QFontMetrics,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from app.ui import shapes
from app.ui.plain_tips import plain_tip
from app.ui.theme import FontKind, Theme, current, font, font_metrics
from app.ui.wording_fields import SUFFIX

Look = Literal["plain", "muted", "strong", "loses", "kept", "small", "title"]
"""plain · muted · strong: it wins · loses: dashed, to be replaced · kept: an edit that stays ·
small: a caption · title: a product's name."""

_BREAK = "\u2028"
PAD = 6
"""Between the edge of a value's place and its words; a box fills it."""

_PAD_Y = 2
_FACES: dict[Look, FontKind] = {
    "strong": "strong",
    "kept": "strong",
    "small": "caption",
    "title": "title2",
}
_MUTED = frozenset({"loses", "muted", "small"})
_LONG_WORD = 24
_MAY_BREAK = "\u200b"


class _Lines(NamedTuple):
    """How high the lines of a text are together, and the first of them."""

    all: float
    first: float


def breakable(text: str) -> str:
    """A text for labels that break between words only: very long words may break anywhere."""
    return " ".join(
        word
        if len(word) <= _LONG_WORD
        else _MAY_BREAK.join(word[at : at + 8] for at in range(0, len(word), 8))
        for word in text.split(" ")
    )


class ValueLabel(QLabel):
    """A value, whole over several lines or cut off at the end of the first.

    What stands behind a tab is small print.
    """

    def __init__(self, parent: QWidget | None = None, *, pad: int = PAD) -> None:
        super().__init__(parent)
        self._pad = pad
        self._look: Look = "plain"
        self._one_line = False
        self._first = 0
        self._heights: dict[int, int] = {}
        self._laid: tuple[object, ...] = ()
        self._layout = QTextLayout()
        self.setTextFormat(Qt.TextFormat.PlainText)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_value(self, text: str, look: Look, *, one_line: bool = False) -> None:
        """Show a value."""
        if (text, look, one_line) == (self.text(), self._look, self._one_line):
            return
        self._look, self._one_line = look, one_line
        self._heights.clear()
        self.setToolTip("")
        self.setText(text)
        self.setAccessibleName(" ".join(text.split()))
        self.updateGeometry()
        self.update()

    def set_first_line(self, height: int) -> None:
        """Give the first line at least this height, that of what stands beside it."""
        if height != self._first:
            self._first = height
            self._heights.clear()
            self.updateGeometry()

    def look(self) -> Look:
        """How it is shown."""
        return self._look

    def is_cut(self) -> bool:
        """Whether some of it is not to be seen."""
        words, _ = self._parts()
        wide = font_metrics(self._face()).horizontalAdvance(words) > self._room(self.width())
        return self._one_line and (wide or "\n" in words)

    def hasHeightForWidth(self) -> bool:  # noqa: N802
        """The narrower, the higher."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        """All its lines."""
        if self._one_line:
            return self._line_height()
        known = self._heights.get(width)
        if known is None:
            known = self._heights[width] = self._height(width)
        return known

    def _height(self, width: int) -> int:
        lines = self._lines(width)
        spare = max(0, self._line_height() - int(lines.first))
        return max(self._line_height(), int(lines.all + 0.999) + max(self._frame(), spare))

    def sizeHint(self) -> QSize:  # noqa: N802
        """In one line, unless that is very long."""
        words, small = self._parts()
        metrics = font_metrics(self._face())
        widest = max(metrics.horizontalAdvance(line) for line in words.split("\n"))
        if small:
            widest += font_metrics("caption").horizontalAdvance(" " + small)
        width = min(widest + 2 * self._pad + 2, 280)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """A few letters; the rest wraps."""
        return QSize(40, self._line_height())

    def refit(self) -> None:
        """Follow the size of text."""
        self._laid = ()
        self._heights.clear()
        self.updateGeometry()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """What is cut off can be read elsewhere, and here when the pointer rests on it."""
        super().resizeEvent(event)
        if self._one_line:
            self.setToolTip(plain_tip(self.text()) if self.is_cut() else "")

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """The box and the words."""
        painter, theme = QPainter(self), current()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._one_line:
            self._paint_line(painter, theme)
            return
        self._lay(self.width())
        pad_y, first = self._frame() / 2, self._lines(self.width()).first
        at = QPointF(self._pad, max(pad_y, (self._line_height() - first) / 2))
        if self._frame():
            self._paint_frame(painter, theme, at)
        painter.setPen(theme.text_muted if self._look in _MUTED else theme.text)
        self._layout.draw(painter, at)

    def _paint_line(self, painter: QPainter, theme: Theme) -> None:
        words, _ = self._parts()
        metrics = font_metrics(self._face())
        first = words.split("\n", maxsplit=1)[0]
        first += " …" if first != words else ""
        room = QRect(self._pad, 0, self.width() - 2 * self._pad, self._line_height())
        shown = metrics.elidedText(first, Qt.TextElideMode.ElideRight, room.width())
        painter.setFont(font(self._face()))
        painter.setPen(theme.text_muted if self._look in _MUTED else theme.text)
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading
        painter.drawText(room, flags, shown)

    def _paint_frame(self, painter: QPainter, theme: Theme, at: QPointF) -> None:
        """The box hugs the words."""
        lines = [self._layout.lineAt(n) for n in range(self._layout.lineCount())]
        left = min((line.naturalTextRect().left() for line in lines), default=0.0)
        wide = max((line.naturalTextRect().right() for line in lines), default=0.0) - left
        box = QRectF(at.x() + left - self._pad, at.y() - _PAD_Y, 0, 0)
        width = min(int(wide) + 2 * self._pad + 1, self.width())
        kept = self._look == "kept"
        fill = theme.attention_soft if kept else theme.surface
        edge = theme.attention if kept else theme.border_strong
        painter.save()
        painter.translate(max(0, int(box.x())), int(box.y()))
        height = int(self._lines(self.width()).all) + 2 * _PAD_Y
        shapes.value_frame(painter, width, height, fill, edge, not kept)
        painter.restore()

    def _lay(self, width: int) -> None:
        """Break the words into lines, unless they are."""
        face = font(self._face())
        key = (self.text(), self._look, width, current().dark, face)
        if self._laid == key:
            return
        self._laid = key
        self._layout = _layout(self.text(), self._face(), self.layoutDirection())
        _break(self._layout, self._room(width))

    def _lines(self, width: int) -> _Lines:
        face = self._face()
        return _measured(self.text(), face, self._room(width), font(face).key())

    def _parts(self) -> tuple[str, str]:
        return _split(self.text())

    def _face(self) -> FontKind:
        return _FACES.get(self._look, "body")

    def _frame(self) -> int:
        return 2 * _PAD_Y if self._look in ("loses", "kept") else 0

    def _room(self, width: int) -> int:
        return max(20, width - 2 * self._pad)

    def _line_height(self) -> int:
        metrics: QFontMetrics = font_metrics(self._face())
        return max(metrics.height() + 2 * _PAD_Y, self._first)


def _split(text: str) -> tuple[str, str]:
    """The words, and the small print behind them."""
    words, _, small = text.partition(SUFFIX)
    return words, small


@lru_cache(maxsize=4096)
def _measured(text: str, face: FontKind, room: int, _font: str) -> _Lines:
    """The same few texts stand in most products; what has room in one line needs no breaking."""
    words, small = _split(text)
    metrics = font_metrics(face)
    if not small and "\n" not in words and metrics.horizontalAdvance(words) < room:
        return _Lines(metrics.height(), metrics.height())
    layout = _layout(text, face, Qt.LayoutDirection.LeftToRight)
    height = _break(layout, room)
    return _Lines(height, layout.lineAt(0).height() if layout.lineCount() else 0.0)


def _layout(text: str, face: FontKind, direction: Qt.LayoutDirection) -> QTextLayout:
    words, small = _split(text)
    shown = words.replace("\n", _BREAK) + (f" {small}" if small else "")
    layout = QTextLayout(shown, font(face))
    option = QTextOption(Qt.AlignmentFlag.AlignLeading)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    option.setTextDirection(direction)
    layout.setTextOption(option)
    if small:
        layout.setFormats([_small_print(len(shown) - len(small), len(small))])
    return layout


def _small_print(start: int, length: int) -> QTextLayout.FormatRange:
    form = QTextCharFormat()
    form.setFont(font("caption"))
    form.setForeground(current().text_muted)
    found = QTextLayout.FormatRange()
    found.start, found.length, found.format = start, length, form
    return found


def _break(layout: QTextLayout, room: int) -> float:
    """Break into lines; returns their height."""
    height = 0.0
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(room)
        line.setPosition(QPointF(0, height))
        height += line.height()
    layout.endLayout()
    return height
