"""A part of a page on a ground of its own."""

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.ui.theme import current


class Ground(QWidget):
    """A part of the page on a ground of its own."""

    def __init__(self, colour: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colour = colour

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """The ground."""
        QPainter(self).fillRect(self.rect(), current().colour(self._colour))
