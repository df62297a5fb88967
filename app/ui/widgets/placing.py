"""Where parts of a page stand: scrolled when there is little room, further in."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QWidget


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
