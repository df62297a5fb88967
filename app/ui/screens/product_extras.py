"""What each side keeps to itself, and what past runs did about a product."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.facts.product import PastChange, ProductFacts
from app.facts.state import StoreFacts
from app.ui import values
from app.ui.plain_tips import plain_tip
from app.ui.screens.product_looks import ICON_COLUMN, SHARES, SIDE, label_column
from app.ui.screens.product_value import ValueLabel, breakable
from app.ui.theme import GAP_M, GAP_S, GAP_XS
from app.ui.widgets.label import IconLabel, Label
from app.ui.widgets.link_label import LinkLabel
from app.ui.wording_product import extra_value, extra_word, past_details, past_sentence

_TOP = Qt.AlignmentFlag.AlignTop
_RESULTS = {"done": ("check-circle", "success"), "failed": ("fail", "danger")}
"""Icon and colour of what became of an action; anything else was left out."""


class LeftAloneSection(QWidget):
    """Fields that are never synced, each on its side."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._told: tuple[object, ...] = ()
        self._lines: list[_ExtraLine] = []
        grid = self._grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(0)
        grid.setVerticalSpacing(GAP_XS)
        grid.setColumnMinimumWidth(2, ICON_COLUMN)
        grid.setColumnStretch(1, SHARES[0])
        grid.setColumnStretch(3, SHARES[1])
        column = _section(self, self.tr("Left alone"), self.tr("shown, never synced"))
        column.addLayout(grid)

    def show_facts(self, facts: ProductFacts, store: StoreFacts) -> None:
        """Show the fields of a product."""
        told = (facts.pos_extras, facts.online_extras, store, label_column())
        self.setVisible(bool(facts.pos_extras or facts.online_extras))
        if told == self._told:
            return
        self._told = told
        self._grid.setColumnMinimumWidth(0, label_column())
        here, there = self.tr("stays in POS"), self.tr("stays online")
        wanted = [(extra, here, False) for extra in facts.pos_extras]
        wanted += [(extra, there, True) for extra in facts.online_extras]
        while len(self._lines) < len(wanted):
            self._lines.append(_ExtraLine())
        for row, line in enumerate(self._lines):
            line.take_from(self._grid)
            if row < len(wanted):
                extra, stays, online = wanted[row]
                line.show_value(extra_word(extra.name), extra_value(extra, store), stays)
                line.put_into(self._grid, row, online=online)


class _ExtraLine:
    """One field that stays: its name, its value on its side, and that it stays there."""

    def __init__(self) -> None:
        self._name = Label("", "body", "text_muted", wrap=True)
        self._name.setContentsMargins(0, 2, 0, 2)
        self._value = ValueLabel()
        self._words = Label("", "caption", "text_muted")
        self._words.setContentsMargins(6, 3, 0, 0)
        self._all = (self._name, self._value, self._words)

    def show_value(self, name: str, value: str, stays: str) -> None:
        """Say something else."""
        self._name.setText(name)
        self._name.setFixedWidth(label_column())
        self._value.show_value(value, "plain")
        self._words.setText(stays)

    def take_from(self, grid: QGridLayout) -> None:
        """Leave the page until there is something to say again."""
        for widget in self._all:
            grid.removeWidget(widget)
            widget.hide()

    def put_into(self, grid: QGridLayout, row: int, *, online: bool) -> None:
        """Stand in a row, the value on its own side."""
        for widget, column in zip(self._all, (0, 3, 1) if online else (0, 1, 3), strict=True):
            grid.addWidget(widget, row, column, _TOP)
            widget.show()


class HistorySection(QWidget):
    """The last changes that runs made to a product; `undo_wanted` tells the run of one of them."""

    undo_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._told: tuple[object, ...] = ()
        self._body: QWidget | None = None
        self._column = _section(self, self.tr("History of this product"), "")

    def show_facts(self, facts: ProductFacts, store: StoreFacts, now: float) -> None:
        """Show the past of a product."""
        moments = tuple(values.moment(change.at, now) for change in facts.history)
        told = (facts.history, moments, store)
        self.setVisible(bool(facts.history))
        if told == self._told:
            return
        self._told = told
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP_S)
        for change, moment in zip(facts.history, moments, strict=True):
            column.addLayout(self._past(change, moment, store))
        self._body = _replaced(self._column, self._body, body)

    def _past(self, change: PastChange, moment: str, store: StoreFacts) -> QHBoxLayout:
        icon, colour = _RESULTS.get(change.result, ("no-sell", "neutral"))
        row = QHBoxLayout()
        row.setSpacing(GAP_S)
        row.addWidget(IconLabel(icon, colour, 15), 0, _TOP)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Label(past_sentence(change), "name", wrap=True))
        details = past_details(change, store)
        if details:
            words.addWidget(Label(breakable(details), "caption", "text_muted", wrap=True))
        if change.result == "done":
            link = LinkLabel(self.tr("Undo this…"))
            link.setAccessibleName(self.tr("Undo what was done {moment}…").format(moment=moment))
            link.clicked.connect(lambda _=False, run=change.run: self.undo_wanted.emit(run))
            words.addWidget(link, 0, Qt.AlignmentFlag.AlignLeading)
        row.addLayout(words, 1)
        when = Label(moment, "caption", "text_muted")
        when.setToolTip(plain_tip(values.full_moment(change.at)))
        row.addWidget(when, 0, _TOP)
        return row


def _section(widget: QWidget, title: str, small: str) -> QVBoxLayout:
    top = QHBoxLayout()
    top.setSpacing(GAP_S)
    top.addWidget(Label(title, "section", wrap=True), 1)
    if small:
        top.addWidget(Label(small, "caption", "text_muted"), 0, Qt.AlignmentFlag.AlignBottom)
    column = QVBoxLayout(widget)
    column.setContentsMargins(SIDE, GAP_M, SIDE, GAP_S)
    column.setSpacing(GAP_S)
    column.addLayout(top)
    return column


def _replaced(column: QVBoxLayout, old: QWidget | None, new: QWidget) -> QWidget:
    if old is not None:
        column.removeWidget(old)
        old.hide()
        old.deleteLater()
    column.addWidget(new)
    return new
