"""The three steps at the left of the wizard: where one is, what is done, what was found."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QEnterEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout

from app.ui.painting import paint_box
from app.ui.plain_tips import plain_tip
from app.ui.theme import (
    GAP_M,
    GAP_S,
    GAP_XS,
    RADIUS,
    Theme,
    current,
    font,
    font_metrics,
    scaled,
)
from app.ui.widgets.focus_ring import FocusRing
from app.ui.widgets.ground import Ground
from app.ui.widgets.label import Label
from app.ui.widgets.link_label import LinkLabel

_WIDTH = 287
_MARGIN = 32
_RING = 26
_TICK = ((0.28, 0.52), (0.43, 0.67), (0.72, 0.36))
"""Corners of the tick in a ring, as shares of it."""

_ROW = 57
_INDENT = 14


@dataclass(frozen=True, slots=True)
class StepFacts:
    """One step: its name, what was found there, and whether one can go there now."""

    key: str
    title: str
    caption: str
    current: bool = False
    done: bool = False
    reachable: bool = False


class StepRail(Ground):
    """`chosen` tells the key of a step that was clicked; `left` that the wizard is to be left."""

    chosen = Signal(str)
    left = Signal()

    def __init__(self, steps: int) -> None:
        super().__init__("window")
        self._title = Label("", "section", wrap=True)
        self._about = Label("", colour="text_muted", wrap=True)
        self._not_now = Label("", "caption", "text_muted", wrap=True)
        self._way_out = LinkLabel("")
        self._items = [_StepItem(number) for number in range(1, steps + 1)]
        self._way_out.clicked.connect(self.left)
        for item in self._items:
            item.chosen.connect(self.chosen)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self._lay_out()

    def show_words(self, title: str, about: str, not_now: str, way_out: str) -> None:
        """Say what all the steps are for, and where the way out leads."""
        self._title.setText(title)
        self._about.setText(about)
        self._not_now.setText(not_now)
        self._way_out.setText(way_out)

    def show_steps(self, steps: list[StepFacts]) -> None:
        """Show how far it is."""
        for item, facts in zip(self._items, steps, strict=True):
            item.show_facts(facts)

    def sizeHint(self) -> QSize:  # noqa: N802
        """As wide as at the usual size of text, more where its words need it."""
        hint = super().sizeHint()
        widest = max(item.sizeHint().width() for item in self._items) + 2 * (_MARGIN - _INDENT)
        way_out = self._way_out.sizeHint().width() + 2 * _MARGIN
        return QSize(max(scaled(_WIDTH), widest, way_out), hint.height())

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Its width never shrinks."""
        return QSize(self.sizeHint().width(), super().minimumSizeHint().height())

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        edge = _MARGIN - _INDENT
        column.setContentsMargins(edge, _MARGIN - GAP_XS, edge, _MARGIN - GAP_XS)
        column.setSpacing(0)
        for label in (self._title, self._about, self._not_now):
            label.setContentsMargins(_INDENT, 0, _INDENT, 0)
        column.addWidget(self._title)
        column.addSpacing(GAP_S)
        column.addWidget(self._about)
        column.addSpacing(GAP_M + GAP_S)
        for item in self._items:
            column.addWidget(item)
        column.addStretch(1)
        column.addWidget(self._not_now)
        way_out = QVBoxLayout()
        way_out.setContentsMargins(_INDENT, 0, _INDENT, 0)
        way_out.addWidget(self._way_out, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(way_out)


class _StepItem(QAbstractButton):
    """Number in a ring, name and caption. It can be pressed where there is something to see."""

    chosen = Signal(str)

    def __init__(self, number: int) -> None:
        super().__init__()
        self._number = number
        self._facts = StepFacts("", "", "")
        self._ring = FocusRing(self)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.clicked.connect(self._on_clicked)

    def show_facts(self, facts: StepFacts) -> None:
        """Show how far this step is."""
        if facts == self._facts:
            return
        self._facts = facts
        goes = facts.reachable and not facts.current
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if goes else Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor if goes else Qt.CursorShape.ArrowCursor)
        self.setAccessibleName(self._spoken())
        self.setToolTip(plain_tip(facts.caption))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        """Room for the name; the caption is shortened where it is long."""
        strong, caption = font_metrics("strong"), font_metrics("caption")
        words = strong.horizontalAdvance(self._facts.title)
        height = strong.height() + caption.height() + 2 + 2 * GAP_M
        return QSize(_INDENT + _RING + GAP_M + words + GAP_M, max(_ROW, height))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """The same."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Enter presses it as Space does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.click()
            return
        super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:  # noqa: N802
        """Show that it can be pressed."""
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802
        """Rest again."""
        super().leaveEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """The ring, and two lines beside it."""
        painter, theme, facts = QPainter(self), current(), self._facts
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        hovered = facts.reachable and self.underMouse()
        if facts.current or hovered:
            fill = theme.selection if facts.current else theme.sunken
            paint_box(painter, QRectF(self.rect()), fill, None, RADIUS)
        strong, caption = font_metrics("strong"), font_metrics("caption")
        top = (self.height() - strong.height() - caption.height() - 2) // 2
        side = max(_RING, strong.height() + GAP_S)
        self._paint_ring(painter, self._mirrored(QRect(_INDENT, top - 2, side, side)), theme)
        left = _INDENT + side + GAP_M
        width = self.width() - left - GAP_S
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading
        painter.setFont(font("strong"))
        painter.setPen(theme.text)
        place = self._mirrored(QRect(left, top, width, strong.height()))
        painter.drawText(place, flags, facts.title)
        painter.setFont(font("caption"))
        painter.setPen(theme.text_muted)
        place = self._mirrored(QRect(left, top + strong.height() + 2, width, caption.height()))
        shown = caption.elidedText(facts.caption, Qt.TextElideMode.ElideMiddle, width)
        painter.drawText(place, flags, shown)

    def _paint_ring(self, painter: QPainter, place: QRect, theme: Theme) -> None:
        fill, edge, ink = self._ring_colours(theme)
        paint_box(painter, QRectF(place), fill, edge, place.height() / 2)
        if self._facts.done and not self._facts.current:
            _paint_done(painter, place, ink)
            return
        painter.setFont(font("strong"))
        painter.setPen(ink)
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, str(self._number))

    def _ring_colours(self, theme: Theme) -> tuple[QColor, QColor, QColor]:
        """Fill, edge and ink."""
        if self._facts.current:
            return theme.accent, theme.accent, theme.on_accent
        if self._facts.done:
            return theme.success_soft, theme.success, theme.success
        return theme.window, theme.border_strong, theme.text

    def _mirrored(self, place: QRect) -> QRect:
        return self.style().visualRect(self.layoutDirection(), self.rect(), place)

    def _spoken(self) -> str:
        facts = self._facts
        if facts.current:
            form = self.tr("Step {number}, {title}, you are here. {caption}")
        elif facts.done:
            form = self.tr("Step {number}, {title}, done. {caption}")
        else:
            form = self.tr("Step {number}, {title}. {caption}")
        return form.format(number=self._number, title=facts.title, caption=facts.caption)

    def _on_clicked(self) -> None:
        if self._facts.reachable and not self._facts.current:
            self.chosen.emit(self._facts.key)


def _paint_done(painter: QPainter, place: QRect, ink: QColor) -> None:
    side = place.width()
    corners = [QPointF(place.x() + x * side, place.y() + y * side) for x, y in _TICK]
    cap, join = Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
    painter.setPen(QPen(ink, 2, Qt.PenStyle.SolidLine, cap, join))
    painter.drawPolyline(corners)
