"""The field that searches as one types."""

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from app.ui.painting import paint_icon
from app.ui.plain_tips import plain_tip
from app.ui.theme import GAP_S, GAP_XS, RADIUS_S, current, font, font_metrics, scaled
from app.ui.widgets.icon_button import IconButton

_HEIGHT = 32
_ICON = 16
_AROUND_ICON = 18
"""What stands before and after the magnifier."""


class SearchField(QLineEdit):
    """Magnifier, placeholder, the keys that lead here while empty, a clear button while not."""

    def __init__(
        self, placeholder: str, shortcut_text: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._shortcut = shortcut_text
        self._clear = IconButton("close", self.tr("Clear search"), side=28, parent=self)
        self._clear.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._clear.hide()
        self._clear.clicked.connect(self._on_clear)
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(placeholder)
        self.textChanged.connect(self._on_text)
        self._keep_room()

    def sizeHint(self) -> QSize:  # noqa: N802
        """Room for the placeholder and the keys."""
        metrics = font_metrics("body")
        words = metrics.horizontalAdvance(self.placeholderText())
        height = max(_HEIGHT, metrics.height() + 14)
        return QSize(self._before() + words + self._after() + GAP_S, height)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Narrow enough for small panes."""
        return QSize(120, self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Esc clears; when there is nothing to clear it goes on to the page."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Keep room for what grew with the text."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.LayoutDirectionChange):
            self._keep_room()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Keep the clear button at the end."""
        super().resizeEvent(event)
        self._explain()
        side = min(self._clear.sizeHint().width(), self.height() - 4)
        place = QRect(self.width() - side - 2, (self.height() - side) // 2, side, side)
        self._clear.setGeometry(self._mirrored(place))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """What Qt paints, with the magnifier and the keys over it."""
        super().paintEvent(event)
        painter, theme = QPainter(self), current()
        place = self._mirrored(QRect(9, 0, scaled(_ICON), self.height()))
        paint_icon(painter, place, "search", theme.text_muted, scaled(_ICON))
        if self._shortcut and not self.text():
            self._paint_keys(painter)

    def _paint_keys(self, painter: QPainter) -> None:
        theme = current()
        metrics = font_metrics("caption")
        width, height = self._keys_width(), metrics.height() + 4
        place = QRect(self.width() - width - 9, (self.height() - height) // 2, width, height)
        place = self._mirrored(place)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(theme.border)
        painter.setBrush(theme.window)
        painter.translate(0.5, 0.5)
        painter.drawRoundedRect(place.adjusted(0, 0, -1, -1), RADIUS_S, RADIUS_S)
        painter.translate(-0.5, -0.5)
        painter.setPen(theme.text_muted)
        painter.setFont(font("caption"))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, self._shortcut)

    def _keys_width(self) -> int:
        return font_metrics("caption").horizontalAdvance(self._shortcut) + 12

    def _before(self) -> int:
        return scaled(_ICON) + _AROUND_ICON

    def _after(self) -> int:
        keys = self._keys_width() + 14 if self._shortcut else 0
        return max(keys, self._clear_room())

    def _clear_room(self) -> int:
        return self._clear.sizeHint().width() + GAP_XS

    def _keep_room(self) -> None:
        before, after = (
            self._before() - 10,
            (self._after() if not self.text() else self._clear_room()) - 10,
        )
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            before, after = after, before
        self.setTextMargins(before, 0, max(after, 0), 0)

    def _explain(self) -> None:
        """What is searched is told whole where the field is too narrow for it."""
        cut = not self.text() and self.width() < self.sizeHint().width()
        self.setToolTip(plain_tip(self.placeholderText()) if cut else "")

    def _mirrored(self, place: QRect) -> QRect:
        return self.style().visualRect(self.layoutDirection(), self.rect(), place)

    def _on_text(self, text: str) -> None:
        self._clear.setVisible(bool(text))
        self._keep_room()
        self._explain()

    def _on_clear(self) -> None:
        self.clear()
        self.setFocus(Qt.FocusReason.OtherFocusReason)
