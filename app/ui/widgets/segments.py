"""A choice of one of few, side by side."""

from collections.abc import Sequence
from typing import Literal

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.painting import paint_box
from app.ui.theme import RADIUS, Theme, current, font, font_metrics
from app.ui.widgets.focus_ring import FocusRing

_HEIGHT = 28
_PADDING = 11


class Segments(QWidget):
    """One of some (key, text) is chosen: by a click, by the arrows, by Home and End.

    `chosen` tells the key when the manager chooses another one, not when the program does.
    """

    chosen = Signal(str)

    def __init__(
        self,
        options: Sequence[tuple[str, str]],
        *,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._options = list(options)
        self._current = self._options[0][0] if self._options else ""
        self._hovered = -1
        self._name = name
        self._ring = FocusRing(self)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._speak()

    def current(self) -> str:
        """The key of what is chosen."""
        return self._current

    def set_current(self, key: str) -> None:
        """Choose without telling. Raises `KeyError` for a key that is not offered."""
        if key not in dict(self._options):
            raise KeyError(key)
        self._current = key
        self._speak()
        self.update()

    def set_options(self, options: Sequence[tuple[str, str]]) -> None:
        """Offer others, such as the same with new counts; the choice stays if it still can."""
        self._options = list(options)
        if self._current not in dict(self._options):
            self._current = self._options[0][0] if self._options else ""
        self._speak()
        self.updateGeometry()
        self.update()

    def segment_rect(self, key: str) -> QRect:
        """Where the segment of a key lies."""
        keys = [each for each, _ in self._options]
        return self._rects()[keys.index(key)]

    def sizeHint(self) -> QSize:  # noqa: N802
        """Room for each text at its boldest, so that choosing moves nothing."""
        height = max(_HEIGHT, font_metrics("strong").height() + 10)
        return QSize(sum(self._widths()) + 1, height)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Never less than the texts take."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Arrows choose the neighbour, Home and End the first and the last."""
        index = self._index()
        forward = Qt.Key.Key_Right
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            forward = Qt.Key.Key_Left
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            index += 1 if event.key() == forward else -1
        elif event.key() == Qt.Key.Key_Home:
            index = 0
        elif event.key() == Qt.Key.Key_End:
            index = len(self._options) - 1
        else:
            super().keyPressEvent(event)
            return
        self._choose(min(max(index, 0), len(self._options) - 1))

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Choose what is under the pointer."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._choose(self._at(event.position().toPoint()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Show what would be chosen."""
        self._hovered = self._at(event.position().toPoint())
        self.update()

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802
        """Nothing is under the pointer any more."""
        super().leaveEvent(event)
        self._hovered = -1
        self.update()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Ask for the room that another size of text needs."""
        super().changeEvent(event)
        self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """One box, a line between each two, the chosen one on its ground."""
        painter, theme = QPainter(self), current()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = QRectF(self.rect())
        paint_box(painter, frame, theme.raised, None, RADIUS)
        clip = QPainterPath()
        clip.addRoundedRect(frame.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
        painter.save()
        painter.setClipPath(clip)
        for index, place in enumerate(self._rects()):
            self._paint_segment(painter, place, index, theme)
        painter.restore()
        edge = theme.border_strong if self.isEnabled() else theme.border
        paint_box(painter, frame, None, edge, RADIUS)

    def _paint_segment(self, painter: QPainter, place: QRect, index: int, theme: Theme) -> None:
        chosen = index == self._index()
        if chosen:
            painter.fillRect(place, theme.selection)
        elif index == self._hovered and self.isEnabled():
            painter.fillRect(place, theme.hover)
        if index:
            edge = place.left() if not self.isRightToLeft() else place.right()
            painter.fillRect(QRect(edge, place.top(), 1, place.height()), theme.border)
        painter.setFont(font(self._face(index)))
        painter.setPen(theme.text if self.isEnabled() else theme.text_disabled)
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, self._options[index][1])

    def _face(self, index: int) -> Literal["body", "strong"]:
        return "strong" if index == self._index() else "body"

    def _widths(self) -> list[int]:
        metrics = font_metrics("strong")
        return [metrics.horizontalAdvance(text) + 2 * _PADDING + 1 for _, text in self._options]

    def _rects(self) -> list[QRect]:
        found, x = [], 0
        for width in self._widths():
            place = QRect(x, 0, width, self.height())
            found.append(self.style().visualRect(self.layoutDirection(), self.rect(), place))
            x += width
        return found

    def _at(self, point: QPoint) -> int:
        hits = [index for index, place in enumerate(self._rects()) if place.contains(point)]
        return hits[0] if hits else -1

    def _index(self) -> int:
        return [key for key, _ in self._options].index(self._current) if self._options else -1

    def _choose(self, index: int) -> None:
        if index < 0 or self._options[index][0] == self._current:
            return
        self.set_current(self._options[index][0])
        self.chosen.emit(self._current)

    def _speak(self) -> None:
        text = dict(self._options).get(self._current, "")
        self.setAccessibleName(f"{self._name}, {text}" if self._name else text)
