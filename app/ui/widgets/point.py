"""One point of several: an icon and a sentence."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.ui.theme import GAP_S
from app.ui.widgets.label import IconLabel, Label


class Point(QWidget):
    """An icon and a sentence."""

    def __init__(self, icon: str, icon_colour: str, text: str, colour: str = "text") -> None:
        super().__init__()
        self._text = Label(text, colour=colour, wrap=True)
        self._text.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP_S)
        row.addWidget(IconLabel(icon, icon_colour), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._text, 1)

    def text(self) -> str:
        """What it says."""
        return self._text.text()
