"""The page that each step of the wizard is laid out on."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.ui.theme import GAP_M, GAP_S, GAP_XL, scaled
from app.ui.widgets.ground import Ground
from app.ui.widgets.label import IconLabel, Label

_FORM = 600

_MARGIN = 56
_TOP = 36


class Form(Ground):
    """One step of the wizard: a heading, and below it a column as wide as one reads well."""

    def __init__(self, icon: str, colour: str, title: str, about: str) -> None:
        super().__init__("surface")
        self._title = Label(title, "title1", wrap=True)
        self._about = Label(about, colour="text_muted", wrap=True)
        self.column = QVBoxLayout()
        """What stands below the heading."""
        self._inner = QWidget()
        self._lay_out(icon, colour)

    def set_heading(self, title: str, about: str) -> None:
        """Say what this step is for now."""
        self._title.setText(title)
        self._about.setText(about)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Larger text needs a wider form."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._inner.setMaximumWidth(scaled(_FORM))

    def _lay_out(self, icon: str, colour: str) -> None:
        self._inner.setMaximumWidth(scaled(_FORM))
        head = QHBoxLayout()
        head.setSpacing(GAP_M)
        head.addWidget(IconLabel(icon, colour, 22))
        head.addWidget(self._title, 1)
        column = QVBoxLayout(self._inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP_S)
        column.addLayout(head)
        column.addWidget(self._about)
        column.addSpacing(GAP_XL - GAP_S)
        self.column.setSpacing(GAP_XL - 4)
        column.addLayout(self.column)
        row = QHBoxLayout(self)
        row.setContentsMargins(_MARGIN, _TOP, _MARGIN, GAP_XL)
        row.addWidget(self._inner, 1000)
        row.addStretch(1)
