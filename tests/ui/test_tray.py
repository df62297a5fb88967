"""The system tray: where Counterpart goes on, what it offers there, what it tells and when."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QSettings
from PySide6.QtGui import QAction, QIcon
from PySide6.QtWidgets import QApplication, QSystemTrayIcon
from pytestqt.qtbot import QtBot

from app.domain.rules import SettingValue
from app.facts.state import AppState, Changed, LastRun, Part, RunFacts, RunKind, Trouble
from app.ui.window import Window
from tests.ui import full_shop as full
from tests.ui.catalogued import ROWS
from tests.ui.scenes import Stage

pytestmark = pytest.mark.window

RUN = RunFacts(active=True, kind="sync", started=100.0, total=4)
OVER = replace(RUN, active=False)
DONE = LastRun(at=200.0, exit=0, mode="sync", changed=4, failed=0, attention=0, seconds=1.0)


class Bench:
    """The window on a desktop with a tray, and what was told there."""

    def __init__(self, application: QApplication, kept: QSettings) -> None:
        self.stage = Stage(application, kept)
        self.told: list[tuple[str, str]] = []
        self.tell(place="shop", run=RunFacts())

    @property
    def window(self) -> Window:
        """The window."""
        return self.stage.window

    def tell(self, *parts: Part, **facts: object) -> None:
        """Facts change."""
        told: frozenset[Part] = frozenset({"run", "place", *parts})
        self.stage.desk.state = replace(self.stage.desk.state, **facts)  # type: ignore[arg-type]
        self.window.refresh(Changed(told))

    def settings(self, **values: SettingValue) -> None:
        """Settings, a double underscore standing for the point in a key."""
        changed = {key.replace("__", "."): value for key, value in values.items()}
        self.tell(settings={**self.stage.desk.state.settings, **changed})

    def go_away(self) -> None:
        """The manager closed the window, and it goes on in the background."""
        self.window.refresh(Changed(frozenset({"background"})))

    def run_to(self, last: LastRun | None, *, kind: RunKind = "sync", **facts: object) -> None:
        """A run begins and ends like this."""
        run = replace(RUN, kind=kind, by_schedule=bool(facts.pop("by_schedule", False)))
        self.tell(run=run, trouble=None, preview=None)
        self.tell(run=replace(run, active=False), last=last, **facts)

    @property
    def wished(self) -> list[tuple[Any, ...]]:
        """What was wished for."""
        return self.stage.desk.wished


@pytest.fixture
def there(monkeypatch: pytest.MonkeyPatch) -> None:
    """A desktop that has a tray."""
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", staticmethod(lambda: True))
    monkeypatch.setattr(QSystemTrayIcon, "show", lambda _icon: None)  # Nowhere to show it.


@pytest.fixture
def bench(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> Iterator[Bench]:
    """The window, and at the end nothing of it is left."""
    made = Bench(qapp, QSettings(str(tmp_path / "a.ini"), QSettings.Format.IniFormat))

    def show(_self: object, title: str, text: str, _icon: QIcon, _milliseconds: int) -> None:
        made.told.append((title, text))

    monkeypatch.setattr(QSystemTrayIcon, "showMessage", show)
    yield made
    made.stage.leave()
    assert not made.window.tray.shown
    qtbot.wait(1)


@pytest.mark.usefixtures("there")
def test_closing_during_a_run_goes_to_the_tray(bench: Bench) -> None:
    """And the menu brings the window back, with no icon left behind."""
    bench.tell(run=RUN)
    bench.go_away()
    assert not bench.window.isVisible()
    assert bench.window.tray.shown
    bench.window.tray.open.trigger()
    assert bench.window.isVisible()
    assert not bench.window.tray.shown


def test_without_a_tray_it_is_minimised(bench: Bench) -> None:
    """As on a bare desktop, and no message is told where none can be shown."""
    bench.tell(run=RUN)
    bench.go_away()
    assert bench.window.isMinimized()
    assert bench.window.isVisible()
    bench.run_to(replace(DONE, failed=1))
    assert bench.told == []
    bench.window.open_again()
    assert not bench.window.isMinimized()


@pytest.mark.usefixtures("there")
def test_the_menu_syncs_and_stops(bench: Bench) -> None:
    """One entry, by what is under way; where a preview waits, the window opens instead."""
    tray = bench.window.tray
    bench.go_away()
    assert not tray.sync.isEnabled(), "nothing was read yet"
    bench.stage.desk.catalogue.replace_all(ROWS)
    bench.tell("reset")
    assert tray.sync.text() == "Sync now"
    tray.sync.trigger()
    bench.tell(run=RUN)
    assert tray.sync.text() == "Stop safely"
    tray.sync.trigger()
    assert bench.wished == [("sync_now",), ("stop",)]
    bench.tell(run=OVER, preview=full.GUARDED)
    tray.sync.trigger()
    assert len(bench.wished) == 2
    assert bench.window.isVisible()
    bench.tell(place="welcome")
    assert not tray.sync.isEnabled()


@pytest.mark.usefixtures("there")
def test_quit_quits(bench: Bench) -> None:
    """From the tray and from the menu; during a run the question is seen."""
    bench.go_away()
    bench.window.tray.quit.trigger()
    assert bench.wished == [("ask_to_close", "quitting")]
    bench.window.open_again()
    bench.tell(run=RUN)
    bench.go_away()
    bench.window.tray.quit.trigger()
    assert bench.wished[-1] == ("ask_to_close", "quitting")
    assert bench.window.isVisible()
    quit_entry: QAction = bench.window.menus.actions["quit"]
    quit_entry.trigger()
    assert bench.wished[-1] == ("ask_to_close", "quitting")
    bench.window.menus.actions["close"].trigger()
    assert "quitting" not in bench.wished[-1]


@pytest.mark.usefixtures("there")
def test_a_click_on_the_icon_opens(bench: Bench) -> None:
    """And so does one on a message."""
    icon = _icon(bench)
    icon.activated.emit(QSystemTrayIcon.ActivationReason.DoubleClick)
    assert bench.window.isVisible()
    _icon(bench).messageClicked.emit()
    assert bench.window.isVisible()


def _icon(bench: Bench) -> QSystemTrayIcon:
    bench.go_away()
    assert not bench.window.isVisible()
    found = bench.window.tray.findChild(QSystemTrayIcon)
    assert isinstance(found, QSystemTrayIcon)
    return found


@pytest.mark.usefixtures("there")
def test_the_run_that_was_left_alone_is_told(bench: Bench) -> None:
    """Whoever closed the window during a run hears how it ended; not of later ones by schedule."""
    bench.settings(notify__when="needs me")
    bench.tell(run=RUN)
    bench.go_away()
    bench.tell(run=OVER, last=DONE)
    assert bench.told == [("The sync is done", "4 changes went online.")]
    bench.run_to(DONE, by_schedule=True)
    bench.run_to(None, kind="look")
    assert len(bench.told) == 1


@pytest.mark.usefixtures("there")
def test_what_needs_somebody_is_told_once(bench: Bench) -> None:
    """Not after every sync while it stays so; again once something else came between."""
    bench.settings(notify__when="needs me")
    bench.go_away()
    failed = replace(DONE, failed=2, changed=0)
    bench.run_to(failed, by_schedule=True)
    bench.run_to(failed, by_schedule=True)
    assert bench.told == [
        ("2 changes failed in the sync", "Nothing had to change online."),
    ]
    bench.run_to(replace(DONE, exit=3), by_schedule=True)
    assert bench.told[1][0] == "A sync waits for your yes"
    bench.run_to(DONE, by_schedule=True)
    bench.run_to(failed, by_schedule=True)
    assert len(bench.told) == 3


@pytest.mark.usefixtures("there")
def test_a_refused_token_needs_somebody_and_no_internet_does_not(bench: Bench) -> None:
    """What passes by itself is left to the next sync."""
    bench.settings(notify__when="needs me")
    bench.go_away()
    offline = Trouble("offline", None, "There is no internet.")
    bench.run_to(DONE, trouble=offline, by_schedule=True)
    assert bench.told == []
    bench.run_to(DONE, trouble=Trouble("token", "pos", "It was refused."), by_schedule=True)
    assert bench.told[0][0] == "The POS refused the token"


@pytest.mark.usefixtures("there")
@pytest.mark.parametrize(("when", "count"), [("every run", 2), ("needs me", 1), ("never", 0)])
def test_the_setting_decides(bench: Bench, when: str, count: int) -> None:
    """Always, only what needs somebody, or nothing at all."""
    bench.settings(notify__when=when)
    bench.go_away()
    bench.run_to(DONE, by_schedule=True)
    bench.run_to(replace(DONE, attention=3), by_schedule=True)
    assert len(bench.told) == count


@pytest.mark.usefixtures("there")
def test_nothing_is_told_to_whoever_is_looking(
    bench: Bench, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The window tells it; beside another program it is told, and forgotten once looked at."""
    bench.settings(notify__when="every run")
    bench.window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is not None)
    bench.run_to(DONE)
    assert bench.told == []
    bench.go_away()
    bench.window.show()
    bench.run_to(DONE)
    assert len(bench.told) == 1
    monkeypatch.setattr(bench.window, "isActiveWindow", lambda: True)
    QApplication.sendEvent(bench.window, QEvent(QEvent.Type.ActivationChange))
    assert not bench.window.tray.shown


def test_nothing_is_there_before_it_is_needed(bench: Bench) -> None:
    """No icon beside an open window."""
    assert not bench.window.tray.shown
    assert bench.stage.desk.state != AppState()
