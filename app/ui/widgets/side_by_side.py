"""Two parts in a row, one below the other where the row is too short for both."""

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from app.ui.theme import GAP_L, GAP_S, scaled


class SideBySide(QWidget):
    """`second` has all the room that `first` leaves; nothing is cut where text is large.

    They need at least `least` to stand in a row, whatever they say now: words that come and go
    then move nothing.
    """

    def __init__(
        self, first: QWidget, second: QWidget, *, least: int = 0, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._least = least
        self._room = 0
        self._first, self._second = first, second
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(GAP_S)
        self._row.addWidget(first, 0)
        self._row.addWidget(second, 1)

    def set_room(self, width: int) -> None:
        """Stand in a row only where there is this much room, as it was measured."""
        self._room = width
        self._arrange()

    def sizeHint(self) -> QSize:  # noqa: N802
        """Both in a row."""
        width = self._wanted()
        return QSize(width, self._row.sizeHint().height())

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """The wider of the two."""
        first, second = self._first.minimumSizeHint(), self._second.minimumSizeHint()
        return QSize(max(first.width(), second.width()), self._row.minimumSize().height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """See whether both fit."""
        super().resizeEvent(event)
        self._arrange()

    def event(self, event: QEvent) -> bool:
        """The parts may have grown."""
        handled = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._arrange()
        return handled

    def _wanted(self) -> int:
        words = self._first.sizeHint().width() + GAP_L + self._second.sizeHint().width()
        return max(words, self._room, scaled(self._least))

    def _arrange(self) -> None:
        directions = QBoxLayout.Direction
        fits = self._wanted() <= self.width()
        wanted = directions.LeftToRight if fits else directions.TopToBottom
        if self._row.direction() != wanted:
            self._row.setDirection(wanted)
            self.updateGeometry()
