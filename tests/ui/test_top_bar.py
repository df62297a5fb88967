"""The bar at the top: what waits, and what its great button says while something goes on."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.facts.history import UndoFacts
from app.facts.preview import PreviewFacts
from app.facts.state import AppState, RunFacts, RunKind, Trouble
from app.ui import theme
from app.ui.screens.top_bar import TopBar
from app.ui.style import CounterpartStyle
from app.ui.theme import GAP_M
from tests.ui.catalogued import ROWS
from tests.ui.desk import RecordingDesk

RUN = RunFacts(active=True, kind="sync", phase="writing", total=58, done=31, failed=1)
SHOP = AppState(place="shop", waiting=58)


def bar_of(qtbot: QtBot, state: AppState) -> tuple[TopBar, RecordingDesk]:
    """The bar of a shop that was read."""
    desk = RecordingDesk(state)
    desk.catalogue.replace_all(ROWS)
    bar = TopBar(desk.wishes)
    qtbot.addWidget(bar)
    bar.resize(1280, 48)
    bar.show()
    qtbot.waitExposed(bar)
    bar.refresh(desk.now("run", "reset"))
    return bar, desk


def said(bar: TopBar) -> str:
    """The sentence beside the buttons."""
    return f"{bar.count.text()} {bar.words.text()}".strip()


def test_it_counts_down_and_then_says_that_it_checks(qtbot: QtBot) -> None:
    """Nothing is left to go while what was sent is looked up; that counts down as well."""
    bar, desk = bar_of(qtbot, replace(SHOP, run=RUN))
    assert said(bar) == "26 changes still to go"
    checking = replace(RUN, phase="checking", done=57, checked=40)
    bar.refresh(desk.now("run", run=checking))
    assert said(bar) == "17 changes sent, still to be checked"
    bar.refresh(desk.now("run", run=replace(checking, checked=57)))
    assert said(bar) == "Checking what was sent"


def test_what_was_passed_over_is_not_still_to_go(qtbot: QtBot) -> None:
    """While it is checked nothing is sent any more, whatever was not sent at all."""
    checking = replace(RUN, phase="checking", done=50, checked=49)
    bar, _ = bar_of(qtbot, replace(SHOP, run=checking))
    assert said(bar) == "1 change sent, still to be checked"


@pytest.mark.parametrize(
    ("kind", "words", "reason"),
    [
        ("sync", "Syncing…", "A sync is running."),
        ("look", "Reading…", "It compares both stores."),
        ("preview", "Reading…", "It compares both stores."),
    ],
)
def test_the_button_says_what_goes_on(kind: RunKind, words: str, reason: str, qtbot: QtBot) -> None:
    """In the same room; nothing is begun by a click meanwhile."""
    bar, desk = bar_of(qtbot, SHOP)
    assert bar.sync.text() == "Sync now"
    place = bar.sync.geometry()
    bar.refresh(desk.now("run", run=RunFacts(active=True, kind=kind)))
    QTest.qWait(0)
    assert (bar.sync.text(), bar.sync.reason(), bar.sync.geometry()) == (words, reason, place)
    QTest.mouseClick(bar.sync, Qt.MouseButton.LeftButton)
    assert desk.wished == []


def test_a_preview_speaks_of_itself_alone(qtbot: QtBot) -> None:
    """Whatever an earlier run has sent."""
    bar, desk = bar_of(qtbot, SHOP)
    bar.refresh(desk.now("preview", preview=PreviewFacts((), 0.0)))
    assert said(bar) == "Nothing of this has been sent yet"


def test_while_an_undo_is_looked_at_its_page_has_the_deed(qtbot: QtBot) -> None:
    """Elsewhere, and when it runs, the bar is as ever."""
    bar, desk = bar_of(qtbot, SHOP)
    bar.show_screen("history")
    bar.refresh(desk.now("undoing", undoing=UndoFacts(1, 0, (), (), 0, 0)))
    assert not bar.sync.isVisible()
    assert said(bar) == "Nothing of this has been sent yet"
    bar.show_screen("catalogue")
    assert bar.sync.isVisible()
    bar.show_screen("history")
    bar.refresh(desk.now("run", run=RUN))
    assert bar.sync.isVisible()


def test_nothing_is_begun_before_the_catalogue_is_there(qtbot: QtBot) -> None:
    """A moment after the start; clicks lead nowhere until then."""
    desk = RecordingDesk(SHOP)
    bar = TopBar(desk.wishes)
    qtbot.addWidget(bar)
    bar.show()
    bar.refresh(desk.now("run", "place"))
    for button in (bar.preview, bar.sync):
        assert not button.isEnabled()
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert desk.wished == []
    bar.refresh(desk.now("trouble", trouble=Trouble("storage", None, "It is locked.")))
    assert (bar.preview.isEnabled(), bar.sync.isEnabled()) == (True, False), "it can be tried again"
    desk.catalogue.replace_all(ROWS)
    bar.refresh(desk.now("reset", "trouble", trouble=None))
    assert (bar.preview.isEnabled(), bar.sync.isEnabled()) == (True, True)


@pytest.fixture
def larger(qapp: QApplication) -> Iterator[None]:
    """The largest text, and back as it was."""
    qapp.setStyle(CounterpartStyle())
    theme.set_text_scale(qapp, 150)
    yield
    theme.set_text_scale(qapp, 100)


@pytest.mark.usefixtures("larger")
def test_the_count_stays_whole_where_the_rest_has_no_room(qtbot: QtBot) -> None:
    """The rest of the sentence goes first, then the count; never is a piece of it left."""
    bar, _ = bar_of(qtbot, SHOP)
    seen = set[tuple[bool, bool]]()
    for width in range(1900, 600, -10):
        bar.resize(width, 48)
        QTest.qWait(0)
        for label in (bar.count, bar.words):
            assert label.isHidden() or label.width() >= label.sizeHint().width(), width
        if bar.count.isVisible():
            assert bar.count.x() - bar.tabs["settings"].geometry().right() > GAP_M
        hidden = bar.count.isVisible() and not bar.words.isVisible()
        assert bool(bar.count.toolTip()) == hidden, width
        seen.add((bar.count.isVisible(), bar.words.isVisible()))
    assert seen == {(True, True), (True, False), (False, False)}
    bar.resize(1900, 48)
    QTest.qWait(0)
    assert bar.words.isVisible()
