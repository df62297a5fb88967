"""A count and what it counts."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui import values
from app.ui.widgets.label import Label


class Figure(QWidget):
    """The count large, below it the words."""

    def __init__(self, below: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.count = Label("", "figure")
        self.words = Label("", "caption", "text_muted", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, below)
        column.setSpacing(0)
        column.addWidget(self.count)
        column.addWidget(self.words)

    def tell(self, count: int, words: str, ink: str) -> None:
        """Say it, in a colour of the theme."""
        self.count.setText(values.number(count))
        self.count.set_colour(ink)
        self.words.setText(words)
        self.setAccessibleName(f"{values.number(count)} {words}")
