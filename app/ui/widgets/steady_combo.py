"""A choice that the wheel does not change: it stands in a page that scrolls."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy, QWidget

from app.ui.theme import font_metrics

_LEAST = 12
"""Letters that are seen of a long line in any case."""


class SteadyCombo(QComboBox):
    """A combo box that scrolls its page instead of choosing unseen; `name` is what it is about."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        """The page scrolls."""
        event.ignore()

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """A long line may be cut off; its list shows it whole."""
        least = font_metrics("body").averageCharWidth() * _LEAST + 40
        return QSize(min(least, self.sizeHint().width()), self.sizeHint().height())
