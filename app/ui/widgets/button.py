"""Buttons: one look each for the deed of a page, other deeds, quiet ones, links and removals."""

from collections.abc import Iterable
from typing import Literal

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QEnterEvent, QFont, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QWidget

from app.ui.painting import paint_box, paint_icon
from app.ui.plain_tips import plain_tip
from app.ui.theme import GAP_S, GAP_XS, RADIUS, Theme, current, font, font_metrics, scaled
from app.ui.widgets.focus_ring import FocusRing

ButtonKind = Literal["primary", "plain", "flat", "link", "danger"]

_ICON = 16
_ARROW = 14
_HEIGHT, _SMALL_HEIGHT = 32, 28
_PADDING, _SMALL_PADDING = 14, 11


class Button(QPushButton):
    """A push button; `primary` is the one deed of a page, `danger` removes something."""

    def __init__(
        self,
        text: str,
        *,
        kind: ButtonKind = "plain",
        icon: str = "",
        small: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._kind: ButtonKind = kind
        self._icon = icon
        self._small = small
        self._reason = ""
        self._explained: str | None = None
        """The tool tip that gave way to the reason."""
        self._ring = FocusRing(self)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAutoDefault(False)
        if kind == "link":
            self.setCursor(Qt.CursorShape.PointingHandCursor)

    def set_kind(self, kind: ButtonKind) -> None:
        """Look different from now on."""
        self._kind = kind
        self.update()

    def set_icon(self, name: str) -> None:
        """Show another icon, or none."""
        self._icon = name
        self.updateGeometry()
        self.update()

    def keep_width(self, texts: Iterable[str]) -> None:
        """Be as wide as the longest of what it ever says."""
        shown, widest = self.text(), 0
        for text in texts:
            self.setText(text)
            widest = max(widest, self.sizeHint().width())
        self.setText(shown)
        self.setMinimumWidth(widest)

    def set_reason(self, text: str) -> None:
        """Say why the button is disabled: shown and spoken only while it is."""
        if self._explained is not None:
            self.setToolTip(plain_tip(self._explained))
            self.setAccessibleDescription("")
            self._explained = None
        self._reason = text
        if text and not self.isEnabled():
            self._explained = self.toolTip()
            self.setToolTip(plain_tip(text))
            self.setAccessibleDescription(text)

    def reason(self) -> str:
        """Why it is disabled."""
        return self._reason

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """The reason goes when the button can be used."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.EnabledChange:
            self.set_reason(self._reason)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Enter presses it as Space does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.click()
            return
        super().keyPressEvent(event)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Room for the whole text, whatever its size."""
        metrics = font_metrics(self._face())
        width = metrics.horizontalAdvance(self._shown_text()) + 2 * self._padding()
        if self._icon:
            width += self._icon_side() + (GAP_S if self.text() else 0)
        if self.menu() is not None:
            width += GAP_XS + _ARROW
        if self._kind == "link":
            return QSize(width, max(metrics.height() + 4, _SMALL_HEIGHT))
        least = _SMALL_HEIGHT if self._small else _HEIGHT
        height = max(least, metrics.height() + (10 if self._small else 14))
        return QSize(max(width, height), height)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Never less than the text takes."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Ground, icon and text."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = current()
        fill, edge = self._ground(theme)
        if fill is not None or edge is not None:
            paint_box(painter, QRectF(self.rect()), fill, edge, RADIUS)
        self._paint_content(painter, self._ink(theme))

    def enterEvent(self, event: QEnterEvent) -> None:  # noqa: N802
        """Show that it can be pressed."""
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802
        """Rest again."""
        super().leaveEvent(event)
        self.update()

    def _paint_content(self, painter: QPainter, ink: QColor) -> None:
        text, metrics = self._shown_text(), font_metrics(self._face())
        side = self._icon_side() if self._icon else 0
        gap = GAP_S if self._icon and text else 0
        arrow = 0 if self.menu() is None else GAP_XS + _ARROW
        content = side + gap + metrics.horizontalAdvance(text)
        x = (self.width() - content - arrow) // 2
        if self._icon:
            place = QRect(x, 0, side, self.height())
            paint_icon(painter, self._mirrored(place), self._icon, ink, side)
        if arrow:
            place = QRect(x + content + GAP_XS, 0, _ARROW, self.height())
            paint_icon(painter, self._mirrored(place), "chev-down", ink, _ARROW)
        face = QFont(font(self._face()))
        face.setUnderline(self._kind == "link")
        painter.setFont(face)
        painter.setPen(ink)
        place = QRect(x + side + gap, 0, self.width() - x - side - gap, self.height())
        painter.drawText(
            self._mirrored(place),
            Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading,
            text,
        )

    def _mirrored(self, place: QRect) -> QRect:
        return self.style().visualRect(self.layoutDirection(), self.rect(), place)

    def _ground(self, theme: Theme) -> tuple[QColor | None, QColor | None]:
        """Fill and edge."""
        pressed, hovered = self.isDown() or self.isChecked(), self.underMouse()
        if self._kind == "link":
            return None, None
        if self._kind == "flat":
            return self._flat_ground(theme, pressed, hovered), None
        if not self.isEnabled():
            return None, theme.border
        if self._kind == "primary":
            fill = theme.accent_hover if hovered else theme.accent
            return (theme.accent_press if pressed else fill), None
        fill = theme.hover if hovered else theme.raised
        return (theme.sunken if pressed else fill), theme.border_strong

    def _flat_ground(self, theme: Theme, pressed: bool, hovered: bool) -> QColor | None:
        if not self.isEnabled():
            return None
        if pressed:
            return theme.selection
        return theme.sunken if hovered else None

    def _ink(self, theme: Theme) -> QColor:
        if not self.isEnabled():
            return theme.text_disabled
        if self._kind == "link":
            return theme.accent_hover if self.underMouse() else theme.accent
        return {"primary": theme.on_accent, "danger": theme.danger}.get(self._kind, theme.text)

    def _face(self) -> Literal["body", "name", "strong"]:
        if self._kind == "link":
            return "body"
        return "strong" if self._kind == "primary" else "name"

    def _padding(self) -> int:
        if self._kind == "link":
            return 0
        if not self.text():
            return 6
        return _SMALL_PADDING if self._small else _PADDING

    def _icon_side(self) -> int:
        return scaled(_ICON)

    def _shown_text(self) -> str:
        return self.text().replace("&&", "\0").replace("&", "").replace("\0", "&")
