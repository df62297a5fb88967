"""A tick with a text, looking like the ticks in tables."""

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QEnterEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QWidget

from app.ui.painting import paint_tick
from app.ui.plain_tips import plain_tip
from app.ui.shapes import TICK, TickState
from app.ui.theme import GAP_S, current, font, font_metrics
from app.ui.widgets.focus_ring import FocusRing

_TARGET = 28

_STATES: dict[Qt.CheckState, TickState] = {
    Qt.CheckState.Unchecked: "off",
    Qt.CheckState.PartiallyChecked: "partial",
    Qt.CheckState.Checked: "on",
}


class TickBox(QCheckBox):
    """A check box; locked it can be reached and read, and not changed."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._locked = False
        self._pending = False
        self._ring = FocusRing(self)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def set_locked(self, locked: bool, reason: str = "") -> None:
        """Keep the tick as it is, and say why."""
        self._locked = locked
        self.setToolTip(plain_tip(reason))
        self.setAccessibleDescription(reason)
        self.update()

    def is_locked(self) -> bool:
        """Whether it can be read only."""
        return self._locked

    def set_pending(self, pending: bool) -> None:
        """Ring the tick until a sync has carried it."""
        self._pending = pending
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        """Room for tick and text, and enough to hit."""
        metrics = font_metrics("body")
        lines = self.text().split("\n")
        words = max(metrics.horizontalAdvance(line) for line in lines)
        width = TICK + (GAP_S + words + 2 if self.text() else 0)
        return QSize(max(width, _TARGET), max(_TARGET, len(lines) * metrics.height() + 4))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Never less than the text takes."""
        return self.sizeHint()

    def hitButton(self, pos: QPoint) -> bool:  # noqa: N802
        """All of it can be hit, unless it is locked."""
        return not self._locked and self.rect().contains(pos)

    def nextCheckState(self) -> None:  # noqa: N802
        """A click ticks or unticks; what is partly ticked becomes ticked whole."""
        if not self._locked:
            whole = self.checkState() != Qt.CheckState.Checked
            self.setCheckState(Qt.CheckState.Checked if whole else Qt.CheckState.Unchecked)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Space ticks, unless it is locked."""
        if self._locked and event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Select):
            return
        super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:  # noqa: N802
        """Show that it can be ticked."""
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802
        """Rest again."""
        super().leaveEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Tick and text."""
        painter, theme = QPainter(self), current()
        place = self._mirrored(QRect(0, 0, TICK, self.height()))
        paint_tick(
            painter,
            place,
            _STATES[self.checkState()],
            pending=self._pending,
            locked=self._locked,
            enabled=self.isEnabled(),
            hovered=self.underMouse(),
            theme=theme,
        )
        if not self.text():
            return
        painter.setFont(font("body"))
        painter.setPen(theme.text if self.isEnabled() else theme.text_disabled)
        start = TICK + GAP_S
        words = self._mirrored(QRect(start, 0, self.width() - start, self.height()))
        painter.drawText(
            words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading, self._plain()
        )

    def _plain(self) -> str:
        return self.text().replace("&&", "\0").replace("&", "").replace("\0", "&")

    def _mirrored(self, place: QRect) -> QRect:
        return self.style().visualRect(self.layoutDirection(), self.rect(), place)
