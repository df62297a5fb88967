"""An undo to look at: what goes back, what stays and why, before anything is sent (RULES M14)."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.controller.wishes import Wishes
from app.facts.history import ChangeLine, LeftLine, UndoFacts
from app.facts.state import StoreFacts
from app.ui.screens.history_list import HistoryList, HistoryRow
from app.ui.theme import GAP_M, GAP_S, MARGIN
from app.ui.widgets.button import Button
from app.ui.widgets.label import Label
from app.ui.widgets.line import HLine
from app.ui.wording import plural
from app.ui.wording_history import (
    change_look,
    change_sentence,
    left_sentence,
    run_moment,
    undo_summary,
    undo_title,
)

_MINUTE = 60


class UndoPage(QWidget):
    """Its safe answer, *Cancel*, has the keyboard when it opens."""

    def __init__(self, desk: Wishes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.title = Label("", "title1", wrap=True)
        self.summary = Label("", "body", "text_muted", wrap=True)
        self.list = HistoryList(self.tr("What goes back and what stays"))
        self.cancel = Button(self.tr("Cancel"))
        self.cancel.clicked.connect(lambda _: desk.cancel_undo())
        self.apply = Button("", kind="primary", icon="undo")
        self.apply.clicked.connect(lambda _: desk.carry_out_undo())
        self._lay_out()

    def _lay_out(self) -> None:
        head = QVBoxLayout()
        head.setContentsMargins(MARGIN, GAP_M, MARGIN, GAP_M)
        head.setSpacing(GAP_S)
        head.addWidget(self.title)
        head.addWidget(self.summary)
        foot = QHBoxLayout()
        foot.setContentsMargins(MARGIN, GAP_M, MARGIN, GAP_M)
        foot.setSpacing(GAP_S)
        foot.addStretch(1)
        foot.addWidget(self.cancel)
        foot.addWidget(self.apply)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(HLine())
        column.addWidget(self.list, 1)
        column.addWidget(HLine())
        column.addLayout(foot)

    def show_facts(self, facts: UndoFacts, store: StoreFacts, now: float, *, busy: bool) -> None:
        """Show what an undo would do."""
        # In a sentence a sync has a time of day from the beginning, and never is of "Just now".
        moment = run_moment(facts.at, max(now, facts.at + _MINUTE))
        self.title.setText(undo_title(facts, moment))
        self.summary.setText(undo_summary(facts))
        self.list.show_rows(self._rows(facts, store))
        self.apply.setText(plural("Put back %n product(s)", facts.products))
        self.apply.setEnabled(bool(facts.products) and not busy and not facts.check_only)
        reason = ""
        if facts.check_only:
            reason = self.tr("Counterpart only compares this store until you decide.")
        elif busy:
            reason = self.tr("A sync is running.")
        elif not facts.products:
            reason = self.tr("Nothing of it can be put back.")
        self.apply.set_reason(reason)

    def _rows(self, facts: UndoFacts, store: StoreFacts) -> tuple[HistoryRow, ...]:
        rows: list[HistoryRow] = []
        if facts.lines:
            rows.append(HistoryRow("back", self.tr("Goes back"), heading=True))
            rows += [_back(n, line, store) for n, line in enumerate(facts.lines)]
        stays = [line for line in facts.left if line.reason != "stock"]
        stock = [line for line in facts.left if line.reason == "stock"]
        if facts.left:
            rows.append(HistoryRow("stays", self.tr("Stays as it is"), heading=True))
            rows += [_stays(n, line) for n, line in enumerate((*stays, *stock))]
        return tuple(rows)

    def focus_first(self) -> None:
        """The safe answer has the keyboard."""
        self.cancel.setFocus(Qt.FocusReason.OtherFocusReason)


def _back(number: int, line: ChangeLine, store: StoreFacts) -> HistoryRow:
    icon, colour = change_look(line)
    return HistoryRow(f"back {number}", line.name, change_sentence(line, store), icon, colour)


def _stays(number: int, line: LeftLine) -> HistoryRow:
    return HistoryRow(f"stays {number}", line.name, left_sentence(line), "lock", "neutral")
