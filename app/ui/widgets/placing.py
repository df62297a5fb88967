"""Where parts of a page stand: scrolled when there is little room, further in."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QScrollArea, QWidget

from app.ui.theme import font_metrics

_QUESTION = 26
"""A question's text is this many line heights wide at least."""


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


def fit_question(dialog: QDialog) -> None:
    """As wide as the buttons need, as high as the text is in so many lines as it takes."""
    layout = dialog.layout()
    if layout is None:
        return
    layout.activate()  # What was said before it was ever shown is measured no more.
    width = max(layout.minimumSize().width(), _QUESTION * font_metrics("body").height())
    height = layout.totalHeightForWidth(width)
    dialog.setMinimumSize(width, max(height, layout.minimumSize().height()))
    dialog.adjustSize()
