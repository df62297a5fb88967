"""The history: past runs, what each did old → new, and the way to undo it (DESIGN §7.7)."""

import time

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.controller.wishes import Wishes
from app.facts.history import ChangeLine, HistoryFacts
from app.facts.state import Changed, LastRun, Part
from app.ui.screens.history_list import HistoryList, HistoryRow
from app.ui.screens.history_undo import UndoPage
from app.ui.theme import GAP_M, GAP_S, MARGIN
from app.ui.widgets.button import Button
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.label import Label
from app.ui.widgets.line import HLine, VLine
from app.ui.wording import plural
from app.ui.wording_history import (
    change_look,
    change_sentence,
    run_caption,
    run_facts,
    run_look,
    run_moment,
    run_result,
)

_WATCHED: frozenset[Part] = frozenset({"history", "undoing", "run", "settings", "store", "place"})
_RUNS = 360


class HistoryScreen(QWidget):
    """Runs at the left, the chosen one at the right; over both an undo while it is looked at."""

    def __init__(self, desk: Wishes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._last: LastRun | None = None
        self.runs = HistoryList(self.tr("Past syncs"))
        self.runs.chosen.connect(lambda run: desk.choose_run(int(run)))
        self.kept = Label("", "caption", "text_muted", wrap=True)
        self.title = Label("", "title2", wrap=True)
        self.facts = Label("", "body", "text_muted", wrap=True)
        self.result = Label("", "strong", wrap=True)
        self.changes = HistoryList(self.tr("Changes, old and new"))
        self.changes.chosen.connect(lambda _: self._allow())
        self.undo_run = Button(self.tr("Undo this sync…"), icon="undo")
        self.undo_product = Button(self.tr("Undo this product…"))
        self.undo_field = Button(self.tr("Undo this field…"))
        self.undo_run.clicked.connect(lambda _: self._undo("run"))
        self.undo_product.clicked.connect(lambda _: self._undo("product"))
        self.undo_field.clicked.connect(lambda _: self._undo("field"))
        self.undo = UndoPage(desk)
        self.empty = EmptyState(
            "clock",
            "neutral",
            self.tr("No sync has run yet"),
            self.tr("Each sync is kept here with every change it made, and can be undone."),
        )
        self._pages = QStackedWidget(self)
        self._looking = self._looking_page()
        for page in (self._looking, self.undo, self.empty):
            self._pages.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._pages)

    def _looking_page(self) -> QWidget:
        page = QWidget()
        row = QHBoxLayout(page)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(self._left(), 2)
        row.addWidget(VLine())
        row.addLayout(self._right(), 3)
        return page

    def _left(self) -> QVBoxLayout:
        head = QVBoxLayout()
        head.setContentsMargins(MARGIN, GAP_M, MARGIN, GAP_M)
        head.addWidget(Label(self.tr("History"), "title1", wrap=True))
        head.addWidget(self.kept)
        self.runs.setMinimumWidth(_RUNS)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(HLine())
        column.addWidget(self.runs, 1)
        return column

    def _right(self) -> QVBoxLayout:
        head = QVBoxLayout()
        head.setContentsMargins(MARGIN, GAP_M, MARGIN, GAP_M)
        head.setSpacing(GAP_S)
        for label in (self.title, self.facts, self.result):
            head.addWidget(label)
        buttons = QWidget()
        flow = FlowLayout(buttons)
        for button in (self.undo_run, self.undo_product, self.undo_field):
            flow.addWidget(button)
        head.addWidget(buttons)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(HLine())
        column.addWidget(self.changes, 1)
        return column

    # Facts

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """What has run since is read when the screen is shown."""
        super().showEvent(event)
        self._desk.show_history()

    def refresh(self, changed: Changed) -> None:
        """Paint what changed."""
        if not changed.parts & _WATCHED:
            return
        state = self._desk.state
        if state.last is not self._last:
            self._last = state.last
            if self.isVisible():
                self._desk.show_history()
        if state.undoing is not None:
            opened = self._pages.currentWidget() is not self.undo
            self.undo.show_facts(state.undoing, state.store, time.time(), busy=state.run.active)
            self._pages.setCurrentWidget(self.undo)
            if opened and self.isVisible():
                self.undo.focus_first()
            return
        if changed.parts == {"run"}:
            self._allow()
        else:
            self._show(state.history)

    def _show(self, facts: HistoryFacts | None) -> None:
        was_undo = self._pages.currentWidget() is self.undo
        if facts is None or not facts.runs:
            self._pages.setCurrentWidget(self.empty)
            return
        self._pages.setCurrentWidget(self._looking)
        if was_undo and self.isVisible():
            self.runs.setFocus()
        days = self._desk.state.settings.get("history.days", 90)
        self.kept.setText(plural("Kept %n day(s)", days if isinstance(days, int) else 90))
        now = time.time()
        rows = []
        for run in facts.runs:
            icon, colour = run_look(run)
            moment = run_moment(run.at, now)
            rows.append(HistoryRow(str(run.run), moment, run_caption(run), icon, colour))
        self.runs.show_rows(tuple(rows), str(facts.chosen or ""))
        self._show_run(facts, now)
        self._allow()

    def _show_run(self, facts: HistoryFacts, now: float) -> None:
        run, store = facts.run, self._desk.state.store
        self.title.setText(run_moment(run.at, now) if run is not None else "")
        self.facts.setText(run_facts(run) if run is not None else "")
        self.result.setText(run_result(run) if run is not None else "")
        lines = facts.detail.lines if facts.detail is not None else ()
        rows = []
        for at, line in enumerate(lines):
            icon, colour = change_look(line)
            text = change_sentence(line, store)
            rows.append(HistoryRow(f"{at} {line.key}", line.name, text, icon, colour))
        self.changes.show_rows(tuple(rows))

    def _line(self) -> ChangeLine | None:
        facts, at = self._desk.state.history, self.changes.currentIndex().row()
        lines = facts.detail.lines if facts is not None and facts.detail is not None else ()
        return lines[at] if 0 <= at < len(lines) else None

    def _allow(self) -> None:
        facts, line = self._desk.state.history, self._line()
        busy = self._desk.state.run.active
        some = facts is not None and facts.detail is not None and bool(facts.detail.lines)
        undoable = "" if line is None else line.undoable
        self.undo_run.setEnabled(some and not busy)
        self.undo_product.setEnabled(bool(undoable) and not busy)
        self.undo_field.setEnabled(undoable == "field" and not busy)
        running = self.tr("A sync is running.") if busy else ""
        self.undo_run.set_reason(running or self.tr("This sync changed nothing."))
        self.undo_product.set_reason(running or self.tr("Pick one of its changes first."))
        always = self.tr("This always follows the POS.")
        pick = self.tr("Pick a changed field first.")
        self.undo_field.set_reason(running or (always if undoable == "whole" else pick))

    # Acts

    def _undo(self, what: str) -> None:
        facts, line = self._desk.state.history, self._line()
        if facts is None or facts.chosen is None:
            return
        if what == "run":
            self._desk.plan_undo(facts.chosen)
        elif line is not None:
            self._desk.plan_undo(facts.chosen, line.key, line.field if what == "field" else "")
