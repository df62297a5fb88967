"""The two stores by name, where their tokens are, and the way to connect them again."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from app.facts.state import StoreFacts
from app.ui import wording_settings_pages as words
from app.ui.theme import GAP_M, GAP_S, GAP_XS
from app.ui.widgets.button import Button
from app.ui.widgets.label import IconLabel, Label
from app.ui.widgets.point import Point


class StoresPart(QWidget):
    """Which stores these are; `connect` opens the wizard."""

    def __init__(self, connect: Callable[[], None]) -> None:
        super().__init__()
        self._pos = Label("", "strong", wrap=True)
        self._online = Label("", "strong", wrap=True)
        self._tokens = Label("", "caption", "text_muted", wrap=True)
        self.again = Button("")
        self.again.clicked.connect(lambda _: connect())
        grid = QGridLayout()
        grid.setHorizontalSpacing(GAP_S)
        grid.setVerticalSpacing(GAP_S)
        grid.setColumnStretch(2, 1)
        sides = (
            ("till", "pos_side", self.tr("POS"), self._pos),
            ("bag", "ecom_side", self.tr("Online"), self._online),
        )
        for at, (icon, colour, side, name) in enumerate(sides):
            grid.addWidget(IconLabel(icon, colour), at, 0)
            label = Label(side, colour=colour)
            label.setContentsMargins(0, 0, GAP_M, 0)
            grid.addWidget(label, at, 1)
            grid.addWidget(name, at, 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP_M)
        column.addLayout(grid)
        column.addWidget(self._tokens)
        column.addWidget(self.again, 0, Qt.AlignmentFlag.AlignLeading)

    def show_store(self, store: StoreFacts) -> None:
        """Name them."""
        unknown = self.tr("Name not read yet")
        self._pos.setText(store.pos_name or unknown)
        self._online.setText(store.online_name or unknown)
        self._tokens.setText(words.tokens_kept(demo=store.demo))
        again = self.tr("Connect your stores…") if store.demo else self.tr("Connect again…")
        self.again.setText(again)


class TwoWaysPart(QWidget):
    """What to do where another link writes to the online store (RULES M17)."""

    def __init__(self) -> None:
        super().__init__()
        question, check, sync = words.two_ways()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP_XS)
        column.addWidget(Label(question, wrap=True))
        for icon, way in (("eye", check), ("sync", sync)):
            column.addWidget(Point(icon, "text_muted", way, "text_muted"))
