"""One past sync: what it did, old and new, and what can be done about it now (DESIGN §7.7)."""

import csv
import io

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.controller.wishes import Wishes
from app.facts.history import ChangeLine, HistoryFacts, RunLine
from app.facts.state import StoreFacts
from app.ui import values
from app.ui.screens.history_list import HistoryList, HistoryRow
from app.ui.theme import GAP_L, GAP_M, GAP_S, MARGIN, scaled
from app.ui.widgets.banner import Banner
from app.ui.widgets.button import Button
from app.ui.widgets.figure import Figure
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.ground import Ground
from app.ui.widgets.label import Label
from app.ui.widgets.line import HLine
from app.ui.wording import plural, tr
from app.ui.wording_history import (
    change_look,
    change_sentence,
    run_facts,
    run_figures,
    run_moment,
    run_verdict,
)

_LOW = 560
"""Below this height the changes need the room of the counts."""


class RunPane(QWidget):
    """The chosen run; `save` when its changes are to be kept in a file."""

    save = Signal()

    def __init__(self, desk: Wishes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.title = Label("", "title2", wrap=True)
        self.facts = Label("", "body", "text_muted", wrap=True)
        self.undo_run = Button(self.tr("Undo this sync…"), icon="undo")
        self.retry = Button(self.tr("Retry what failed"), icon="retry")
        self.save_changes = Button(self.tr("Save…"), kind="flat", icon="export")
        self.figures = [Figure() for _ in range(6)]
        self.result = Banner("info", "")
        self.changes = HistoryList(self.tr("Changes, old and new"))
        self.undo_product = Button(self.tr("Undo this product…"))
        self.undo_field = Button(self.tr("Undo this field…"))
        self._counts = QWidget()
        self._none = Label(self.tr("No product was changed."), "body", "text_muted", wrap=True)
        self._join()
        self._lay_out()

    def _join(self) -> None:
        self.changes.chosen.connect(lambda _: self.allow())
        self.undo_run.clicked.connect(lambda _: self._undo("run"))
        self.undo_product.clicked.connect(lambda _: self._undo("product"))
        self.undo_field.clicked.connect(lambda _: self._undo("field"))
        self.retry.clicked.connect(lambda _: self._desk.sync_now(self._failed()))
        self.save_changes.clicked.connect(lambda _: self.save.emit())

    def _lay_out(self) -> None:
        buttons = QWidget()
        flow = FlowLayout(buttons)
        for button in (self.undo_run, self.retry, self.save_changes):
            flow.addWidget(button)
        counts = FlowLayout(self._counts, gap=GAP_L)
        for figure in self.figures:
            counts.addWidget(figure)
        head = QVBoxLayout()
        head.setContentsMargins(MARGIN, GAP_L, MARGIN, GAP_M)
        head.setSpacing(0)
        head.addWidget(self.title)
        head.addWidget(self.facts)
        head.addSpacing(GAP_M)
        head.addWidget(buttons)
        below = QVBoxLayout()
        below.setContentsMargins(MARGIN, GAP_M, MARGIN, GAP_M)
        below.setSpacing(GAP_M)
        below.addWidget(self._counts)
        below.addWidget(self.result)
        below.addWidget(self._none)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(HLine())
        column.addLayout(below)
        column.addWidget(HLine())
        column.addWidget(self.changes, 1)
        column.addWidget(HLine())
        column.addWidget(self._foot())

    def _foot(self) -> QWidget:
        foot = Ground("window")
        row = QHBoxLayout(foot)
        row.setContentsMargins(MARGIN, GAP_S, MARGIN, GAP_S)
        flow = FlowLayout()
        for button in (self.undo_product, self.undo_field):
            flow.addWidget(button)
        row.addLayout(flow, 1)
        return foot

    # Facts

    def show_facts(self, facts: HistoryFacts, now: float) -> None:
        """Show the chosen run."""
        run, store = facts.run, self._desk.state.store
        self.title.setText(run_moment(run.at, now) if run is not None else "")
        self.facts.setText(run_facts(run) if run is not None else "")
        if run is not None:
            self._sum_up(run)
        lines = facts.detail.lines if facts.detail is not None else ()
        rows = []
        for at, line in enumerate(lines):
            icon, colour = change_look(line)
            text = change_sentence(line, store)
            wraps = bool(line.error)
            row = HistoryRow(f"{at} {line.key}", line.name, text, icon, colour, wraps=wraps)
            rows.append(row)
        self.changes.show_rows(tuple(rows))
        self._none.setVisible(not lines)
        self._fit()
        self.allow()

    def _sum_up(self, run: RunLine) -> None:
        for figure, told in zip(self.figures, run_figures(run), strict=True):
            figure.tell(*told)
        kind, words = run_verdict(run)
        self.result.set_kind(kind)
        self.result.set_text(words)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Where it is low the changes come first."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Larger text needs more room."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _fit(self) -> None:
        self._counts.setVisible(self.height() >= scaled(_LOW))

    def _lines(self) -> tuple[ChangeLine, ...]:
        facts = self._desk.state.history
        return facts.detail.lines if facts is not None and facts.detail is not None else ()

    def _line(self) -> ChangeLine | None:
        lines, at = self._lines(), self.changes.currentIndex().row()
        return lines[at] if 0 <= at < len(lines) else None

    def _failed(self) -> frozenset[str]:
        return frozenset(line.key for line in self._lines() if line.result == "failed")

    # What can be done

    def allow(self) -> None:
        """Enable what can be done now, and say why the rest can't."""
        line, busy = self._line(), self._desk.state.run.active
        undoable = "" if line is None else line.undoable
        running = self.tr("A sync is running.") if busy else ""
        nothing = self.tr("This sync changed nothing.")
        self.undo_run.setEnabled(bool(self._lines()) and not busy)
        self.undo_run.set_reason(running or nothing)
        self.undo_product.setEnabled(bool(undoable) and not busy)
        self.undo_product.set_reason(running or self.tr("Pick one of its changes first."))
        self.undo_field.setEnabled(undoable == "field" and not busy)
        always = self.tr("This always follows the POS.")
        pick = self.tr("Pick a changed field first.")
        self.undo_field.set_reason(running or (always if undoable == "whole" else pick))
        self.save_changes.setEnabled(bool(self._lines()))
        self.save_changes.set_reason(nothing)
        self._allow_retry(running)

    def _allow_retry(self, running: str) -> None:
        failed = len(self._failed())
        if failed == 1:
            text = self.tr("Retry the failed one")
        elif failed:
            text = plural("Retry %n failed", failed)
        else:
            text = self.tr("Retry what failed")
        self.retry.setText(text)
        self.retry.setEnabled(bool(failed) and not running)
        self.retry.set_reason(running or self.tr("Nothing failed."))

    def _undo(self, what: str) -> None:
        facts, line = self._desk.state.history, self._line()
        if facts is None or facts.chosen is None:
            return
        if what == "run":
            self._desk.plan_undo(facts.chosen)
        elif line is not None:
            self._desk.plan_undo(facts.chosen, line.key, line.field if what == "field" else "")

    def saved_text(self) -> str:
        """Every change of the run, as CSV."""
        return changes_text(self._lines(), self._desk.state.store)


def changes_text(lines: tuple[ChangeLine, ...], store: StoreFacts) -> str:
    """Changes as CSV; nothing in it is taken for a formula."""
    written = io.StringIO()
    writer = csv.writer(written)
    writer.writerow([tr("Product"), tr("SKU"), tr("Variant"), tr("What was done"), tr("Result")])
    for line in lines:
        result = tr("Done") if line.result == "done" else tr("Failed")
        if line.result not in ("done", "failed"):
            result = tr("Not finished")
        what = change_sentence(line, store)
        cells = (line.name, line.sku, line.variant, what, result)
        writer.writerow(map(values.safe_cell, cells))
    return written.getvalue()
