"""Grounds, scrolled pages and lines that welcome and the wizard are laid out with."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.ui.theme import GAP_M, GAP_S, GAP_XL, current, scaled
from app.ui.widgets.label import IconLabel, Label

_FORM = 600

_MARGIN = 56
_TOP = 36


class Ground(QWidget):
    """A part of the page on a ground of its own."""

    def __init__(self, colour: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colour = colour

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """The ground."""
        QPainter(self).fillRect(self.rect(), current().colour(self._colour))


def scrolling(page: QWidget) -> QScrollArea:
    """A page that scrolls when the window is too low for it."""
    area = QScrollArea()
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(page)
    return area


def indented(widget: QWidget, by: int) -> QHBoxLayout:
    """A widget that begins further in, on whichever side its language begins."""
    row = QHBoxLayout()
    row.setSpacing(0)
    row.addSpacing(by)
    row.addWidget(widget, 1)
    return row


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
