"""A text that leads somewhere."""

from PySide6.QtWidgets import QWidget

from app.ui.widgets.button import Button


class LinkLabel(Button):
    """Underlined text; a click, Space or Enter follows it (`clicked`)."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, kind="link", parent=parent)
