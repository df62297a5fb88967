"""What happened to files on this computer, told until it is read."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.controller.wishes import Wishes
from app.facts.state import Changed
from app.ui.theme import GAP_L, GAP_M
from app.ui.widgets.banner import Banner
from app.ui.widgets.button import Button
from app.ui.wording_engine import engine


class WordsBanner(QWidget):
    """Takes no room while there is nothing to tell."""

    def __init__(self, desk: Wishes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.banner = Banner("attention", self.tr("A file on this computer was damaged or lost"))
        self.read = Button(self.tr("Got it"), small=True)
        self.read.clicked.connect(lambda _=False: desk.words_read())
        self.banner.add_beside(self.read)
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP_L, GAP_M, GAP_L, GAP_M)
        column.addWidget(self.banner)
        self.hide()

    def refresh(self, changed: Changed) -> None:
        """Tell what there is to tell."""
        if "words" not in changed.parts:
            return
        words = self._desk.state.words
        self.banner.set_text("\n".join(engine(each) for each in words))
        self.setVisible(bool(words))
