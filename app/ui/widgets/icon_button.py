"""A small quiet button that shows an icon and says its name to whoever asks."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QEnterEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from app.ui.painting import paint_box, paint_icon
from app.ui.plain_tips import plain_tip
from app.ui.theme import RADIUS, current, scaled
from app.ui.widgets.focus_ring import FocusRing


class IconButton(QAbstractButton):
    """An icon in muted ink; `name` is its tool tip and what a screen reader says."""

    def __init__(
        self,
        icon: str,
        name: str,
        *,
        side: int = 28,
        size: int = 16,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._icon, self._side, self._size = icon, side, size
        self._ring = FocusRing(self)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.set_name(name)

    def set_icon(self, icon: str) -> None:
        """Show another icon."""
        self._icon = icon
        self.update()

    def set_name(self, name: str) -> None:
        """Say what a press does."""
        self.setToolTip(plain_tip(name))
        self.setAccessibleName(name)

    def sizeHint(self) -> QSize:  # noqa: N802
        """A square that can be hit."""
        side = max(self._side, scaled(self._side))
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """The icon, on a ground while the pointer is over it."""
        theme, painter = current(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        active = self.isEnabled() and (self.underMouse() or self.isDown())
        if active:
            fill = theme.selection if self.isDown() else theme.sunken
            paint_box(painter, QRectF(self.rect()), fill, None, RADIUS)
        ink = theme.text if active else theme.text_muted
        ink = ink if self.isEnabled() else theme.text_disabled
        paint_icon(painter, self.rect(), self._icon, ink, scaled(self._size))

    def enterEvent(self, event: QEnterEvent) -> None:  # noqa: N802
        """Show that it can be pressed."""
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802
        """Rest again."""
        super().leaveEvent(event)
        self.update()
