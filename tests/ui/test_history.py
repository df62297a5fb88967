"""The history screen: a run is picked, its changes read, and an undo asked for and answered."""

from dataclasses import dataclass, replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.facts.history import HistoryFacts, UndoFacts
from app.facts.state import AppState, LastRun, RunFacts
from app.ui.screens.history import HistoryScreen
from app.ui.screens.history_list import HistoryList
from tests.ui import past
from tests.ui.desk import RecordingDesk
from tests.ui.plans import MADE_AT, STORE

LEFT = Qt.MouseButton.LeftButton


@dataclass
class Seen:
    """The screen with the desk behind it."""

    screen: HistoryScreen
    desk: RecordingDesk

    def click_row(self, view: HistoryList, row: int) -> None:
        """Click a row of a list."""
        place = view.visualRect(view.lines.index(row)).center()
        QTest.mouseClick(view.viewport(), LEFT, pos=place)

    def click(self, button: QWidget) -> None:
        """Click a button."""
        QTest.mouseClick(button, LEFT)

    def wishes(self) -> list[tuple[object, ...]]:
        """What was wished for, but for reading the history."""
        return [wish for wish in self.desk.wished if wish[0] != "show_history"]


@pytest.fixture(name="seen")
def _seen(qtbot: QtBot) -> Seen:
    desk = RecordingDesk(AppState(place="shop", store=STORE))
    screen = HistoryScreen(desk.wishes)
    screen.resize(1000, 700)
    qtbot.addWidget(screen)
    screen.show()
    found = Seen(screen, desk)
    screen.refresh(desk.now("history", history=past.HISTORY))
    return found


def test_it_is_read_when_it_is_shown_and_after_a_run(seen: Seen) -> None:
    """What has run since is there."""
    assert seen.desk.wished == [("show_history",)]
    last = LastRun(MADE_AT, 0, "sync", 1, 0, 0, 3.0, run=10)
    seen.screen.refresh(seen.desk.now("run", last=last))
    assert seen.desk.wished == [("show_history",)] * 2


def test_a_run_is_picked_by_mouse_and_keys(seen: Seen) -> None:
    """It is told which; what it did comes as facts."""
    seen.click_row(seen.screen.runs, 2)
    QTest.keyClick(seen.screen.runs, Qt.Key.Key_Down)
    assert seen.wishes() == [("choose_run", 7), ("choose_run", 6)]


def test_the_chosen_run_is_told(seen: Seen) -> None:
    """Who started it, what became of it, and each change old to new."""
    assert "1 product failed" in seen.screen.pane.result.accessibleName()
    assert [figure.count.text() for figure in seen.screen.pane.figures] == [
        *("43", "12", "0", "0", "2", "1"),
    ]
    assert "you" in seen.screen.pane.facts.text()
    spoken = [row.spoken for row in seen.screen.pane.changes.lines.rows]
    assert any("49.50" in text and "→" in text and "54.00" in text for text in spoken)
    assert any("24 MB" in text for text in spoken)


def test_undo_of_a_run_a_product_and_a_field(seen: Seen) -> None:
    """Each button asks for just that; nothing is sent by it."""
    screen = seen.screen
    assert not screen.pane.undo_product.isEnabled()
    seen.click(screen.pane.undo_run)
    seen.click_row(screen.pane.changes, 1)
    seen.click(screen.pane.undo_product)
    seen.click(screen.pane.undo_field)
    assert seen.wishes() == [
        ("plan_undo", 9),
        ("plan_undo", 9, "SKI", ""),
        ("plan_undo", 9, "SKI", "price"),
    ]


def test_stock_can_not_be_undone_by_itself(seen: Seen) -> None:
    """The button says why."""
    seen.click_row(seen.screen.pane.changes, 2)
    assert not seen.screen.pane.undo_field.isEnabled()
    assert "POS" in seen.screen.pane.undo_field.toolTip()
    assert seen.screen.pane.undo_product.isEnabled()


def test_during_a_run_nothing_can_be_undone(seen: Seen) -> None:
    """One run at a time."""
    seen.click_row(seen.screen.pane.changes, 1)
    seen.screen.refresh(seen.desk.now("run", run=RunFacts(active=True)))
    buttons = (
        seen.screen.pane.undo_run,
        seen.screen.pane.undo_product,
        seen.screen.pane.undo_field,
        seen.screen.pane.retry,
    )
    assert not any(button.isEnabled() for button in buttons)


def test_an_undo_is_looked_at_first(seen: Seen) -> None:
    """What goes back, what stays and why; the safe answer has the keyboard."""
    seen.screen.refresh(seen.desk.now("undoing", undoing=past.WHOLE))
    page = seen.screen.undo
    assert page.isVisible()
    assert page.cancel.hasFocus()
    spoken = "\n".join(row.spoken for row in page.list.lines.rows)
    assert "Goes back" in spoken
    assert "Stays as it is" in spoken
    assert "without stock" in spoken
    assert "2 come back" in page.summary.text()
    QTest.keyClick(page.cancel, Qt.Key.Key_Return)
    seen.click(page.apply)
    assert seen.wishes() == [("cancel_undo",), ("carry_out_undo",)]
    seen.screen.refresh(seen.desk.now("undoing", undoing=None))
    assert seen.screen.runs.isVisible()


def test_a_sync_that_just_ran_is_named_by_its_time(seen: Seen) -> None:
    """“The sync of Just now” is no sentence."""
    facts = replace(past.WHOLE, at=past.NOW)
    seen.screen.refresh(seen.desk.now("undoing", undoing=facts))
    assert seen.screen.undo.title.text().startswith("Undo a sync: ")
    assert "Just now" not in seen.screen.undo.title.text()


@pytest.mark.parametrize("facts", [past.EMPTY, past.CHECKED], ids=["nothing", "check only"])
def test_what_can_not_be_put_back_offers_no_deed(seen: Seen, facts: UndoFacts) -> None:
    """Nothing to put back, or a store that is only compared."""
    seen.screen.refresh(seen.desk.now("undoing", undoing=facts))
    assert not seen.screen.undo.apply.isEnabled()
    assert seen.screen.undo.apply.toolTip()


def test_without_runs_it_says_so(seen: Seen) -> None:
    """A new shop."""
    seen.screen.refresh(seen.desk.now("history", history=past.NONE))
    assert seen.screen.empty.isVisible()
    later = replace(past.HISTORY, chosen=None, detail=None)
    seen.screen.refresh(seen.desk.now("history", history=later))
    assert not seen.screen.pane.undo_run.isEnabled()


def test_what_failed_is_tried_again(seen: Seen) -> None:
    """Just those products of that run; nothing where nothing failed."""
    pane = seen.screen.pane
    assert pane.retry.text() == "Retry the failed one"
    seen.click(pane.retry)
    assert seen.wishes() == [("sync_now", frozenset({"APR"}))]
    seen.screen.refresh(seen.desk.now("history", history=past.GOOD))
    assert not pane.retry.isEnabled()
    assert pane.retry.toolTip() == "Nothing failed."


def test_the_changes_can_be_kept_in_a_file(seen: Seen, qtbot: QtBot) -> None:
    """Each with its product, what was done, and whether it came about."""
    with qtbot.waitSignal(seen.screen.save_wanted):
        seen.click(seen.screen.pane.save_changes)
    text = seen.screen.saved_text().splitlines()
    assert text[0] == "Product,SKU,Variant,What was done,Result"
    assert text[1] == "Linen Apron,APR-L,,A picture is 24 MB; the online store takes 20 MB.,Failed"
    assert text[-1].endswith("Not finished")
    seen.screen.refresh(seen.desk.now("history", history=past.QUIET))
    assert not seen.screen.pane.save_changes.isEnabled()


def test_the_charts_tell_each_day_in_words(seen: Seen) -> None:
    """For those who don't see them; two weeks at first, more on demand."""
    charts, period = seen.screen.charts, seen.screen.period
    said = charts.failed.accessibleDescription()
    assert "2 products failed" in said
    assert "1 min 28 s" in charts.took.accessibleDescription().replace("\N{NO-BREAK SPACE}", " ")
    assert "80 updated, 14 created or removed" in charts.changes.accessibleDescription()
    old = replace(past.RUNS[0], run=1, at=past.NOW - 20 * 86_400, failed=7)
    seen.screen.refresh(seen.desk.now("history", history=HistoryFacts((*past.RUNS, old), 9)))
    assert "7 products failed" not in charts.failed.accessibleDescription()
    place = period.segment_rect("month").center()
    QTest.mouseClick(period, LEFT, pos=place)
    assert "7 products failed" in charts.failed.accessibleDescription()


def test_a_narrow_table_gives_up_who_started_it(seen: Seen) -> None:
    """What came of a run has room in any case."""
    table = seen.screen.table
    seen.screen.resize(1300, 700)
    assert list(table.places) == ["when", "by", "result", "failed", "took"]
    seen.screen.resize(700, 700)
    assert "by" not in table.places
    assert {"when", "result", "took"} <= set(table.places)
