"""Hairlines between the parts of a page."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.theme import current


class HLine(QWidget):
    """A hairline across."""

    def __init__(self, colour: str = "border", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colour = colour
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:  # noqa: N802
        """One unit high."""
        return QSize(1, 1)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """The line."""
        QPainter(self).fillRect(self.rect(), current().colour(self._colour))


class VLine(HLine):
    """A hairline down."""

    def __init__(self, colour: str = "border", parent: QWidget | None = None) -> None:
        super().__init__(colour, parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
