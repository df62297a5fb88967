"""The history: past runs with their charts, what each did old → new, and undo (DESIGN §7.7)."""

import time
from typing import cast

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.controller.wishes import Wishes
from app.facts.history import HistoryFacts
from app.facts.history_days import Period, day_figures
from app.facts.state import Changed, LastRun, Part
from app.ui.screens.history_charts import Charts
from app.ui.screens.history_list import HistoryRow
from app.ui.screens.history_run import RunPane
from app.ui.screens.history_runs import RunsTable
from app.ui.screens.history_undo import UndoPage
from app.ui.theme import GAP_L, GAP_M, MARGIN, scaled
from app.ui.values import span
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.ground import Ground
from app.ui.widgets.label import Label
from app.ui.widgets.line import VLine
from app.ui.widgets.segments import Segments
from app.ui.wording import plural
from app.ui.wording_history import (
    by_word,
    run_failed,
    run_line_text,
    run_look,
    run_moment,
    run_spoken,
)

_WATCHED: frozenset[Part] = frozenset({"history", "undoing", "run", "settings", "store", "place"})
_LOW = 420
"""Below this height the runs need the room of the charts."""


class HistoryScreen(QWidget):
    """Runs at the left, the chosen one at the right; over both an undo while it is looked at."""

    save_wanted = Signal()

    def __init__(self, desk: Wishes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._last: LastRun | None = None
        self.table = RunsTable(self.tr("Past syncs"))
        self.runs = self.table.list
        self.runs.chosen.connect(lambda run: desk.choose_run(int(run)))
        self.kept = Label("", "body", "text_muted")
        periods = (
            ("weeks", self.tr("2 weeks")),
            ("month", self.tr("Month")),
            ("all", self.tr("All")),
        )
        self.period = Segments(periods, name=self.tr("Days in the charts"))
        self.period.chosen.connect(lambda _: self._show_charts())
        self.charts = Charts()
        self.pane = RunPane(desk)
        self.pane.save.connect(self.save_wanted)
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
        # The runs have the keyboard first, wherever the screen is come to from.
        QWidget.setTabOrder(self.runs, self.period)

    def _looking_page(self) -> QWidget:
        page = QWidget()
        row = QHBoxLayout(page)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(self._left(), 8)
        row.addWidget(VLine())
        row.addWidget(self.pane, 5)
        return page

    def _left(self) -> QVBoxLayout:
        names = QWidget()
        flow = FlowLayout(names, gap=GAP_M)
        flow.addWidget(Label(self.tr("History"), "title1"))
        flow.addWidget(self.kept)
        top = QHBoxLayout()
        top.setSpacing(GAP_M)
        top.addWidget(names, 1)
        top.addWidget(self.period)
        self._head = Ground("surface")
        head = QVBoxLayout(self._head)
        head.setContentsMargins(MARGIN, GAP_L, MARGIN, GAP_M)
        head.setSpacing(GAP_M)
        head.addLayout(top)
        head.addWidget(self.charts)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addWidget(self.table, 1)
        return column

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Where it is low the runs come first."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Larger text needs more room."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _fit(self) -> None:
        roomy = self.height() >= scaled(_LOW)
        self.charts.setVisible(roomy)
        self.period.setVisible(roomy)

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
            self.pane.allow()
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
            text = run_line_text(run)
            cells = (moment, by_word(run), text, run_failed(run), span(run.seconds))
            told = run_spoken(run, moment)
            rows.append(
                HistoryRow(str(run.run), moment, text, icon, colour, cells=cells, told=told)
            )
        self.table.show_rows(tuple(rows), str(facts.chosen or ""))
        self._show_charts()
        self.pane.show_facts(facts, now)

    def _show_charts(self) -> None:
        facts, now = self._desk.state.history, time.time()
        if facts is not None:
            period = cast("Period", self.period.current())
            self.charts.show_days(day_figures(facts.runs, now, period), now)

    @property
    def can_save(self) -> bool:
        """Whether the changes of a run are shown that can be kept in a file."""
        return self.isVisible() and self.pane.save_changes.isEnabled()

    def saved_text(self) -> str:
        """The changes of the chosen run, for a file."""
        return self.pane.saved_text()
