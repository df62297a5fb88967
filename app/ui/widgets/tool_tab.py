"""The tabs of the top bar: one a screen."""

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QEnterEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from app.ui.painting import paint_box, paint_icon
from app.ui.theme import RADIUS, current, font, font_metrics, scaled
from app.ui.widgets.focus_ring import FocusRing

_HEIGHT = 32
_PADDING = 12
_ICON = 17
_GAP = 7


class ToolTab(QAbstractButton):
    """A checkable button; only one of those with the same parent is checked."""

    def __init__(self, text: str, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = icon
        self._ring = FocusRing(self)
        self.setText(text)
        self.setAccessibleName(text.replace("&", ""))
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Room for the text at its boldest, so that choosing moves nothing."""
        metrics = font_metrics("strong")
        width = 2 * _PADDING + scaled(_ICON) + _GAP + metrics.horizontalAdvance(self._plain())
        return QSize(width, max(_HEIGHT, metrics.height() + 14))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Never less than the text takes."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Chosen: raised, with its icon in accent. Else quiet."""
        painter, theme = QPainter(self), current()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen, hovered = self.isChecked(), self.underMouse() and self.isEnabled()
        if chosen:
            paint_box(painter, QRectF(self.rect()), theme.raised, theme.border, RADIUS)
        elif hovered:
            paint_box(painter, QRectF(self.rect()), theme.sunken, None, RADIUS)
        ink = theme.text if chosen or hovered else theme.text_muted
        ink = ink if self.isEnabled() else theme.text_disabled
        picture = theme.accent if chosen and self.isEnabled() else ink
        face = font_metrics("strong" if chosen else "body")
        place = self._mirrored(QRect(_PADDING, 0, scaled(_ICON), self.height()))
        paint_icon(painter, place, self._icon, picture, scaled(_ICON))
        painter.setFont(font("strong" if chosen else "body"))
        painter.setPen(ink)
        start = _PADDING + scaled(_ICON) + _GAP
        words = QRect(start, 0, face.horizontalAdvance(self._plain()) + 2, self.height())
        painter.drawText(
            self._mirrored(words),
            Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading,
            self._plain(),
        )

    def enterEvent(self, event: QEnterEvent) -> None:  # noqa: N802
        """Show that it can be pressed."""
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802
        """Rest again."""
        super().leaveEvent(event)
        self.update()

    def _plain(self) -> str:
        return self.text().replace("&", "")

    def _mirrored(self, place: QRect) -> QRect:
        return self.style().visualRect(self.layoutDirection(), self.rect(), place)
