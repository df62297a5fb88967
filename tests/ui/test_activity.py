"""The activity strip and the run panel: what is told, what can be pressed, what stands still."""

import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

import pytest
from PySide6.QtCore import QLocale, QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.facts.log_lines import LogLevel, LogLine
from app.facts.preview import PreviewFacts
from app.facts.rows import Row
from app.facts.state import AppState, Changed, LastRun, Notice, Part, RunFacts, Trouble
from app.ui import theme
from app.ui.screens import activity_strip
from app.ui.screens.activity_log_lines import line_height
from app.ui.screens.activity_panel import ActivityPanel
from app.ui.screens.activity_strip import ActivityStrip
from app.ui.style import CounterpartStyle
from app.ui.theme import LIGHT
from tests.ui.desk import RecordingDesk

LEFT = Qt.MouseButton.LeftButton
NOW = 1_700_049_600.0
ALL: tuple[Part, ...] = ("run", "log", "notice", "trouble", "store", "preview", "question")
RUN = RunFacts(
    active=True,
    kind="sync",
    started=NOW,
    phase="writing",
    read={"comparing": (2917, 2917)},
    done=31,
    checked=24,
    failed=1,
    total=58,
    counts={"updated": 26, "created": 4, "deleted": 1},
    requests=(3, 41),
    seconds_left=25.0,
)
SHOP = AppState(place="shop", pos="answers", online="answers", run=RUN)
LAST = LastRun(NOW, 1, "sync", 56, 2, 0, 60.0, failed_keys=frozenset({"apron", "mug"}))
OVER = replace(SHOP, run=replace(RUN, active=False, phase="checking"), last=LAST)


def line(number: int, level: LogLevel = "done", **more: object) -> LogLine:
    """One line of the log."""
    values: dict[str, object] = {
        "key": f"k{number}",
        "name": f"Soap {number}",
        "sku": f"SOP-{number}",
        "action": "update",
        "changes": (("stock", "", 30, 28),),
    }
    return LogLine(number, NOW + number, level, **{**values, **more})  # type: ignore[arg-type]


def lines(count: int, first: int = 0) -> list[LogLine]:
    """Many lines."""
    return [line(number) for number in range(first, first + count)]


APRON = line(
    3,
    "failed",
    key="apron",
    name="Linen Apron",
    text="A picture is 24 MB; the online store takes 20 MB. Make it smaller in the POS.",
)


@dataclass
class Strip:
    """The strip with the desk behind it, in its window."""

    strip: ActivityStrip
    desk: RecordingDesk
    window: QWidget

    def tell(self, *parts: Part, **changes: Any) -> None:
        """The desk says that something changed."""
        self.strip.refresh(self.desk.now(*parts, **changes))

    @property
    def said(self) -> str:
        """The one sentence."""
        return self.strip.sentence.text()


@dataclass
class Panel:
    """The panel with the desk behind it, in its window."""

    panel: ActivityPanel
    desk: RecordingDesk
    window: QWidget

    def tell(self, *parts: Part, **changes: Any) -> None:
        """The desk says that something changed."""
        self.panel.refresh(self.desk.now(*parts, **changes))

    def add(self, new: list[LogLine]) -> None:
        """Lines arrive."""
        self.desk.log += new
        self.tell("log")

    def names(self) -> list[str]:
        """What the shown lines are about, from the top."""
        model = self.panel.model
        return [model.entry(row).line.name for row in range(model.rowCount())]

    def words(self) -> str:
        """Everything that labels say and that can be seen."""
        labels = self.panel.findChildren(QLabel)
        return "\n".join(label.text() for label in labels if label.isVisible())

    def point(self, row: int, part: str) -> QPoint:
        """A point on a link of a line."""
        view, model = self.panel.log, self.panel.model
        rect = view.visualRect(model.index(row, 0))
        entry, delegate = model.entry(row), view._painter
        for x in range(rect.left(), rect.right()):
            point = QPoint(x, rect.center().y())
            if delegate.part_at(entry, rect, point, mirrored=False) == part:
                return point + QPoint(3, 0)
        raise LookupError(part)

    def click(self, row: int, part: str) -> None:
        """Click a link of a line."""
        QTest.mouseClick(self.panel.log.viewport(), LEFT, pos=self.point(row, part))


@pytest.fixture(autouse=True)
def app(qapp: QApplication) -> Iterator[QApplication]:
    """The application in our style and a British shop, and back as it was."""
    before = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
    qapp.setStyle(CounterpartStyle())
    theme.apply_appearance(qapp, "light")
    yield qapp
    QLocale.setDefault(before)
    theme.set_text_scale(qapp, 100)


def shown(qtbot: QtBot, widget: QWidget, width: int, height: int) -> QWidget:
    """Open it in a window of its own."""
    window = QWidget()
    column = QVBoxLayout(window)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(widget)
    qtbot.addWidget(window)
    window.resize(width, height)
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    return window


def strip_of(qtbot: QtBot, state: AppState = SHOP) -> Strip:
    """The strip, open."""
    desk = RecordingDesk(state)
    strip = ActivityStrip(desk.wishes)
    return Strip(strip, desk, shown(qtbot, strip, 1280, 36))


def panel_of(qtbot: QtBot, state: AppState = SHOP, log: list[LogLine] | None = None) -> Panel:
    """The panel, open."""
    desk = RecordingDesk(state)
    desk.log = log or []
    panel = ActivityPanel(desk.wishes)
    return Panel(panel, desk, shown(qtbot, panel, 1280, 300))


# The strip


def test_the_strip_tells_the_run(qtbot: QtBot) -> None:
    """How far it is, who answers, who started it."""
    seen = strip_of(qtbot)
    assert seen.said == "Sending changes, 31 of 58"
    assert seen.strip.sentence.accessibleName() == seen.said
    assert seen.strip.pos_state.text() == "POS answers"
    assert seen.strip.online_state.text() == "Online store answers"
    assert seen.strip.schedule.text().startswith("Started by you")
    assert not seen.strip.link.isVisible()


def test_the_strip_tells_a_wait_and_a_pause(qtbot: QtBot) -> None:
    """Why nothing seems to happen."""
    seen = strip_of(qtbot)
    seen.tell("run", run=replace(RUN, waiting=("ecom", time.time() + 40)))
    assert seen.said.startswith("The online store asks for")
    seen.tell("run", run=replace(RUN, paused=True))
    assert seen.said == "Paused. 26 changes wait; what was sent is safe."


@pytest.mark.parametrize(
    ("begun", "gives_way"),
    [
        (RUN, True),
        (replace(RUN, kind="preview"), True),
        (replace(RUN, kind="look"), False),
        (replace(RUN, by_schedule=True), False),
    ],
)
def test_a_notice_gives_way_to_what_the_manager_starts(
    qtbot: QtBot, begun: RunFacts, gives_way: bool
) -> None:
    """A press on Preview is answered at once; what starts by itself waits its turn."""
    seen = strip_of(qtbot, OVER)
    seen.tell("notice", notice=Notice("undone", serial=1))
    seen.tell("run", run=begun)
    assert seen.desk.wished == ([("dismiss_notice",)] if gives_way else [])


def test_the_strip_tells_the_last_sync_between_runs(qtbot: QtBot) -> None:
    """And when the next one is."""
    seen = strip_of(qtbot, replace(OVER, next_look=NOW + 900))
    assert seen.said.endswith("56 changed, 2 failed")
    assert seen.strip.schedule.text().startswith("Next sync")
    seen.tell("preview", preview=PreviewFacts((), NOW))
    assert seen.strip.schedule.text() == "Schedule waits for you"


def test_what_waits_for_an_answer_leads_to_the_preview(qtbot: QtBot) -> None:
    """A scheduled sync that the guard stopped is told with the way to what it objects to."""
    asking = replace(LAST, exit=3, changed=0, failed=0)
    seen = strip_of(qtbot, replace(OVER, last=asking))
    assert "it waits for your answer" in seen.said
    assert seen.strip.link.isVisible()
    QTest.mouseClick(seen.strip.link, LEFT)
    assert seen.desk.wished == [("show_preview",)]
    seen.tell("preview", preview=PreviewFacts((), NOW))
    assert not seen.strip.link.isVisible()
    seen.tell("preview", "run", preview=None, last=LAST)
    assert not seen.strip.link.isVisible()


def test_the_strip_begins_with_nothing(qtbot: QtBot) -> None:
    """No sync, no answer yet; then an age of what is shown."""
    seen = strip_of(qtbot, AppState())
    assert seen.said == "No sync yet"
    assert seen.strip.pos_state.text() == "POS not asked yet"
    seen.tell("reset", read_at=NOW)
    assert seen.said.startswith("Both stores as of")


def test_a_notice_is_told_and_undone(qtbot: QtBot) -> None:
    """A click on its link undoes, and the message goes."""
    seen = strip_of(qtbot)
    seen.tell("notice", notice=Notice("sold", 3, undo=True, serial=1))
    assert seen.said == "3 products will be sold online from the next sync on"
    assert seen.strip.link.text() == "Undo"
    QTest.mouseClick(seen.strip.link, LEFT)
    assert seen.desk.wished == [("undo",), ("dismiss_notice",)]
    seen.tell("notice", notice=None)
    assert seen.said == "Sending changes, 31 of 58"
    assert not seen.strip.link.isVisible()


def test_undo_can_be_reached_by_keys(qtbot: QtBot) -> None:
    """It takes the focus and Enter."""
    seen = strip_of(qtbot)
    seen.tell("notice", notice=Notice("sold", 3, undo=True, serial=1))
    seen.strip.link.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(seen.strip.link, Qt.Key.Key_Return)
    assert seen.desk.wished[0] == ("undo",)


def test_a_notice_that_cannot_be_undone_has_no_link(qtbot: QtBot) -> None:
    """Nothing is offered that does nothing."""
    seen = strip_of(qtbot)
    seen.tell("notice", notice=Notice("copied", 3, serial=1))
    assert seen.said == "3 lines copied"
    assert not seen.strip.link.isVisible()


def test_a_notice_passes_by_itself(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    """After a while; each new one has its own while."""
    monkeypatch.setattr(activity_strip, "NOTICE_TIME", 700)
    seen = strip_of(qtbot)
    assert seen.strip._patience.interval() == 700
    seen.tell("notice", notice=Notice("copied", 3, serial=1))
    qtbot.wait(400)
    seen.tell("notice", notice=Notice("copied", 4, serial=2))
    qtbot.wait(400)
    seen.tell("run")
    assert seen.desk.wished == []
    qtbot.waitUntil(lambda: seen.desk.wished == [("dismiss_notice",)], timeout=5000)


def test_a_notice_waits_for_who_reaches_for_its_link(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With the focus on it, it stays."""
    monkeypatch.setattr(activity_strip, "NOTICE_TIME", 60)
    seen = strip_of(qtbot)
    seen.tell("notice", notice=Notice("sold", 3, undo=True, serial=1))
    seen.strip.link.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.wait(200)
    assert seen.desk.wished == []
    seen.strip.activity.setFocus()
    qtbot.waitUntil(lambda: seen.desk.wished == [("dismiss_notice",)], timeout=1000)


@pytest.mark.parametrize(
    ("trouble", "link", "wish"),
    [
        (Trouble("token", "ecom", ""), "Paste a new token", ("open_wizard",)),
        (Trouble("offline", None, ""), "Try now", ("try_again",)),
        (Trouble("storage", None, ""), "Try again", ("try_again",)),
    ],
)
def test_a_trouble_is_told_with_its_remedy(
    qtbot: QtBot, trouble: Trouble, link: str, wish: tuple[str, ...]
) -> None:
    """What keeps it from going on, and the link that mends it."""
    seen = strip_of(qtbot, replace(OVER, trouble=trouble))
    assert seen.strip.link.text() == link
    assert seen.said in seen.strip.link.accessibleName()
    QTest.mouseClick(seen.strip.link, LEFT)
    assert seen.desk.wished == [wish]


def test_offline_says_how_old_what_is_shown_is(qtbot: QtBot) -> None:
    """The rows stay readable; their age is told."""
    state = replace(OVER, trouble=Trouble("offline", None, ""), read_at=NOW)
    assert "You see both stores as of" in strip_of(qtbot, state).said


def test_a_missing_register_leads_to_the_outlets(qtbot: QtBot) -> None:
    """The window shows the screen."""
    seen = strip_of(qtbot, replace(OVER, trouble=Trouble("register", None, "")))
    with qtbot.waitSignal(seen.strip.screen_wanted) as told:
        QTest.mouseClick(seen.strip.link, LEFT)
    assert told.args == ["outlets"]
    assert seen.desk.wished == []


def test_a_run_is_told_before_an_old_trouble(qtbot: QtBot) -> None:
    """It is being tried again."""
    seen = strip_of(qtbot, replace(SHOP, trouble=Trouble("offline", None, "")))
    assert seen.said == "Sending changes, 31 of 58"


def test_stores_that_do_not_answer_are_named(qtbot: QtBot) -> None:
    """Each for itself."""
    seen = strip_of(qtbot, replace(OVER, pos="silent", online="refused"))
    assert seen.strip.pos_state.text() == "POS does not answer"
    assert seen.strip.online_state.text() == "Online store refuses the token"


def test_the_button_asks_the_window(qtbot: QtBot) -> None:
    """It looks open only when the window says so."""
    seen = strip_of(qtbot)
    with qtbot.waitSignal(seen.strip.toggled):
        QTest.mouseClick(seen.strip.activity, LEFT)
    assert not seen.strip.activity.isChecked()
    seen.strip.set_open(True)
    assert seen.strip.activity.isChecked()
    assert seen.strip.activity.accessibleName() == "Close the activity panel"
    with qtbot.waitSignal(seen.strip.toggled):
        QTest.keyClick(seen.strip.activity, Qt.Key.Key_Space)
    assert seen.strip.activity.isChecked()


def test_the_strip_keeps_its_place(qtbot: QtBot) -> None:
    """Whatever is told, it is as high, and nothing at its end moves."""
    seen = strip_of(qtbot)
    height, place = seen.strip.height(), seen.strip.activity.geometry()
    seen.tell("notice", notice=Notice("not saved", text="The disk is full. " * 30, serial=1))
    seen.tell("run", run=replace(RUN, active=False))
    QApplication.processEvents()
    assert (seen.strip.height(), seen.strip.activity.geometry()) == (height, place)
    assert "The disk is full." in seen.strip.sentence.toolTip()


def test_the_schedule_goes_before_the_sentence_is_cut(app: QApplication, qtbot: QtBot) -> None:
    """What failed is told before when the next sync begins."""
    theme.set_text_scale(app, 150)
    seen = strip_of(qtbot, replace(OVER, next_look=NOW + 900))
    shown = set[bool]()
    for width in range(1900, 700, -20):
        seen.window.resize(width, 60)
        QApplication.processEvents()
        whole = seen.strip.sentence.width() >= seen.strip.sentence.sizeHint().width()
        assert whole or not seen.strip.schedule.isVisible(), width
        shown.add(seen.strip.schedule.isVisible())
    assert shown == {True, False}


# The panel's head


def test_the_panel_tells_the_run(qtbot: QtBot) -> None:
    """Sentence, failures, time left, counts, phases."""
    seen = panel_of(qtbot, log=lines(3))
    words = seen.words()
    assert "Syncing: 31 of 58 changes sent, 24 checked" in words
    assert "1 failed" in words
    assert "About 25\u00a0s left at the online store’s pace" in words
    assert "Updated 26 · Created 4 · Removed 1 · Requests: POS 3, online 41" in words
    phases = [(phase.text, phase.state) for phase in seen.panel.head.phases.phases()]
    assert phases == [
        ("Read online store", "done"),
        ("Read POS", "done"),
        ("Compare 2,917", "done"),
        ("Send changes", "now"),
        ("Check", "to come"),
    ]
    assert "Send changes: under way" in seen.panel.head.phases.accessibleName()
    bar = seen.panel.head.bar
    assert (bar.value(), bar.maximum()) == (32, 58)
    assert bar.accessibleDescription() == "31 of 58 done, 24 checked, 1 failed"


def test_the_bar_goes_on_while_what_was_sent_is_checked(qtbot: QtBot) -> None:
    """It neither stands still nor goes back, and the sentence counts along."""
    seen = panel_of(qtbot, log=lines(3))
    bar, sizes = seen.panel.head.bar, []
    for checked in (0, 24, 57):
        checking = replace(RUN, phase="checking", done=57, checked=checked)
        seen.tell("run", run=checking)
        image = bar.grab().toImage()
        sizes.append([image.pixelColor(x, 1) for x in range(image.width())].count(LIGHT.accent))
        assert f"Checking what was sent: {checked} of 57" in seen.words()
        assert bar.value() == 58
    assert sizes == sorted(set(sizes))
    assert ("Check", "now") in [(p.text, p.state) for p in seen.panel.head.phases.phases()]


def test_the_bar_says_nothing_it_does_not_know(qtbot: QtBot) -> None:
    """While the total is unknown the count stands alone."""
    reading = RunFacts(active=True, kind="sync", started=NOW, read={"reading online": (250, 0)})
    seen = panel_of(qtbot, replace(SHOP, run=reading))
    assert "Reading the online store: 250 products" in seen.words()
    assert seen.panel.head.bar.value() == 0
    assert seen.panel.head.bar.accessibleDescription() == "Not known yet how many"


def test_pause_and_go_on_are_one_button(qtbot: QtBot) -> None:
    """It says what a press does."""
    seen = panel_of(qtbot)
    button = seen.panel.head.pause
    assert button.text() == "Pause"
    QTest.mouseClick(button, LEFT)
    seen.tell("run", run=replace(RUN, paused=True))
    assert button.text() == "Go on"
    QTest.keyClick(button, Qt.Key.Key_Space)
    assert seen.desk.wished == [("pause",), ("go_on",)]


def test_stop_stops_once_and_keeps_the_keyboard(qtbot: QtBot) -> None:
    """Then there is nothing more to press; over, the keyboard goes to the story."""
    seen = panel_of(qtbot, log=lines(3))
    stop = seen.panel.head.stop
    stop.setFocus()
    QTest.keyClick(stop, Qt.Key.Key_Space)
    assert seen.desk.wished == [("stop",)]
    seen.tell("run", run=replace(RUN, stopping=True))
    assert stop.text() == "Stopping…"
    assert seen.window.focusWidget() is stop
    QTest.keyClick(stop, Qt.Key.Key_Space)
    assert seen.desk.wished == [("stop",)]
    assert not seen.panel.head.pause.isEnabled()
    assert seen.panel.head.pause.reason() == "It stops already."
    seen.tell("run", run=replace(RUN, active=False), last=LAST)
    assert not stop.isEnabled()
    assert seen.window.focusWidget() is seen.panel.log


@pytest.mark.parametrize("width", [1280, 1120, 1440])
def test_growing_counts_move_nothing(width: int, qtbot: QtBot) -> None:
    """Four or five digits stand where two did."""
    desk = RecordingDesk(SHOP)
    panel = ActivityPanel(desk.wishes)
    seen = Panel(panel, desk, shown(qtbot, panel, width, 300))
    heights = set()
    for count in (4, 888, 9_999, 88_888):
        counts = dict.fromkeys(("updated", "created", "deleted"), count)
        run = replace(
            RUN, counts=counts, requests=(count, count), read={"comparing": (count, count)}
        )
        seen.tell("run", run=run)
        QApplication.processEvents()
        heights.add(panel.head.height())
    assert len(heights) == 1


def test_the_keys_are_shown(qtbot: QtBot) -> None:
    """What the menu's keys are for both."""
    words = panel_of(qtbot).words()
    assert "Ctrl+Shift+P" in words
    assert "Ctrl+." in words


def test_the_time_left_changes_rarely(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    """Once in two seconds at most; another kind of news at once."""
    clock = [100.0]
    monkeypatch.setattr("app.ui.screens.activity_head.time.monotonic", lambda: clock[0])
    seen = panel_of(qtbot)
    pace = seen.panel.head.pace
    first = pace.text()
    clock[0] += 1.0
    seen.tell("run", run=replace(RUN, seconds_left=50.0))
    assert pace.text() == first
    clock[0] += 1.1
    seen.tell("run", run=replace(RUN, seconds_left=50.0))
    assert pace.text() == "About 50\u00a0s left at the online store’s pace"
    seen.tell("run", run=replace(RUN, waiting=("pos", time.time() + 30)))
    assert pace.text().startswith("The POS asks for")
    seen.tell("run", run=replace(RUN, paused=True))
    assert pace.text() == ""


def test_between_runs_the_last_ones_story_stands(qtbot: QtBot) -> None:
    """All phases done, nothing to pause, everything to read."""
    seen = panel_of(qtbot, OVER, lines(4))
    assert "56 changed, 2 failed" in seen.words()
    assert {phase.state for phase in seen.panel.head.phases.phases()} == {"done"}
    assert not seen.panel.head.pause.isEnabled()
    assert seen.panel.head.pause.toolTip() == "No sync is running."
    assert len(seen.names()) == 4


def test_a_stopped_run_does_not_look_whole(qtbot: QtBot) -> None:
    """What it did not come to has no tick."""
    stopped = replace(OVER, run=replace(RUN, active=False), last=replace(LAST, exit=130))
    phases = panel_of(qtbot, stopped).panel.head.phases.phases()
    assert [phase.state for phase in phases] == ["done", "done", "done", "to come", "to come"]


def test_a_look_has_three_phases(qtbot: QtBot) -> None:
    """It sends nothing, and says so when it is over."""
    look = replace(RUN, active=False, kind="look", phase="comparing", total=0)
    seen = panel_of(qtbot, replace(SHOP, run=look))
    assert len(seen.panel.head.phases.phases()) == 3
    assert "Both stores compared; nothing was sent" in seen.words()


def test_before_the_first_sync_the_panel_says_what_it_is_for(qtbot: QtBot) -> None:
    """No bar, no phases."""
    seen = panel_of(qtbot, AppState())
    assert "No sync yet" in seen.words()
    assert not seen.panel.head.bar.isVisible()
    seen.desk.log = lines(1)
    seen.tell(*ALL, run=RUN)
    assert seen.panel.head.bar.isVisible()


@pytest.mark.parametrize("scale", [100, 150])
def test_starting_a_run_moves_nothing(app: QApplication, qtbot: QtBot, scale: int) -> None:
    """Bar, buttons and list stay where they were, at any size of text."""
    theme.set_text_scale(app, scale)
    seen = panel_of(qtbot, OVER, lines(40))
    seen.window.resize(1280, 400)
    head = seen.panel.head
    parts = (head.bar, head.stop, seen.panel.filter.search, seen.panel.log)
    for _ in range(3):
        QApplication.processEvents()
    before = [part.mapTo(seen.panel, QPoint(0, 0)) for part in parts]
    seen.desk.log = lines(40)
    seen.tell("run", "log", run=replace(RUN, started=NOW + 100))
    QApplication.processEvents()
    assert [part.mapTo(seen.panel, QPoint(0, 0)) for part in parts] == before


# The log


def test_the_newest_line_is_on_top(qtbot: QtBot) -> None:
    """New ones come in above."""
    seen = panel_of(qtbot, log=lines(2))
    assert seen.names() == ["Soap 1", "Soap 0"]
    seen.add(lines(2, 2))
    assert seen.names() == ["Soap 3", "Soap 2", "Soap 1", "Soap 0"]
    top = seen.panel.log.indexAt(QPoint(5, 5))
    assert top.row() == 0


def test_a_new_run_begins_a_new_story(qtbot: QtBot) -> None:
    """Even where it has told as many lines already."""
    seen = panel_of(qtbot, log=lines(3))
    seen.desk.log = [line(n, name=f"Mug {n}") for n in range(3)]
    seen.tell("run", "log", run=replace(RUN, started=NOW + 500))
    assert seen.names() == ["Mug 2", "Mug 1", "Mug 0"]
    seen.desk.log = [line(0, name="Jug")]
    seen.tell("log")
    assert seen.names() == ["Jug"]


def test_a_line_is_spoken_whole(qtbot: QtBot) -> None:
    """Level, product, what was done, when."""
    seen = panel_of(qtbot, log=lines(1))
    spoken = seen.panel.model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("Done, Soap 0, Stock 30 → 28, read back and right, ")


def test_a_line_that_tells_no_name_is_given_the_catalogues(qtbot: QtBot) -> None:
    """Then it can be clicked too, and found."""
    desk = RecordingDesk(SHOP)
    desk.catalogue.replace_all([Row("goat", "Goat’s Cheese", "", "needs attention")])
    desk.log = [line(0, "note", key="goat", name="", sku="", text="It has no SKU in the POS.")]
    panel = ActivityPanel(desk.wishes)
    seen = Panel(panel, desk, shown(qtbot, panel, 1280, 300))
    QTest.keyClicks(panel.filter.search, "goat")
    seen.click(0, "product")
    assert desk.wished == [("open_product", "goat")]
    assert "Goat’s Cheese" in panel.log_text()


def test_prices_have_the_currencys_places(qtbot: QtBot) -> None:
    """Those of the online store."""
    price = line(0, changes=(("price", "", Decimal(5), Decimal("5.5")),))
    store = replace(SHOP.store, places=3)
    seen = panel_of(qtbot, replace(SHOP, store=store), [price])
    assert seen.panel.model.entry(0).sentence == "Price 5.000 → 5.500, read back and right"


def test_a_product_link_opens_the_product(qtbot: QtBot) -> None:
    """By a click on its name, not on the rest of the line."""
    seen = panel_of(qtbot, log=lines(3))
    seen.click(1, "product")
    assert seen.desk.wished == [("open_product", "k1")]
    view = seen.panel.log
    rect = view.visualRect(seen.panel.model.index(2, 0))
    QTest.mouseClick(view.viewport(), LEFT, pos=QPoint(rect.right() - 200, rect.center().y()))
    assert len(seen.desk.wished) == 1


def test_a_press_that_slips_off_a_link_opens_nothing(qtbot: QtBot) -> None:
    """It is let go over another line."""
    seen = panel_of(qtbot, log=lines(3))
    port = seen.panel.log.viewport()
    QTest.mousePress(port, LEFT, pos=seen.point(0, "product"))
    QTest.mouseRelease(port, LEFT, pos=seen.point(2, "product"))
    assert seen.desk.wished == []


def test_enter_opens_the_product_of_a_line(qtbot: QtBot) -> None:
    """The current one; a line without a product opens nothing."""
    seen = panel_of(qtbot, log=[*lines(2), line(2, "waited", key="", side="ecom", seconds=2.0)])
    view = seen.panel.log
    view.setFocus()
    view.setCurrentIndex(seen.panel.model.index(0, 0))
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert seen.desk.wished == []
    QTest.keyClick(view, Qt.Key.Key_Down)
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert seen.desk.wished == [("open_product", "k1")]


def test_a_failed_line_can_be_tried_again_between_runs(qtbot: QtBot) -> None:
    """While a run is under way there is no such link."""
    seen = panel_of(qtbot, OVER, [*lines(3), APRON])
    seen.click(0, "remedy")
    assert seen.desk.wished == [("sync_now", ("apron",))]
    with pytest.raises(LookupError):
        seen.point(1, "remedy")
    seen.tell("run", run=replace(RUN, started=NOW))
    with pytest.raises(LookupError):
        seen.point(0, "remedy")


def test_a_failed_line_is_tinted(qtbot: QtBot) -> None:
    """As LOOK has it, in both themes."""
    seen = panel_of(qtbot, log=[*lines(3), APRON])
    view = seen.panel.log
    for name, colours in (("light", theme.LIGHT), ("dark", theme.DARK)):
        theme.apply_appearance(QApplication.instance(), name)  # type: ignore[arg-type]
        QApplication.processEvents()
        shot = view.viewport().grab().toImage()
        rect = view.visualRect(seen.panel.model.index(0, 0))
        assert shot.pixelColor(rect.right() - 3, rect.center().y()) == colours.danger_soft
        below = view.visualRect(seen.panel.model.index(1, 0))
        assert shot.pixelColor(below.right() - 3, below.center().y()) == colours.surface
    theme.apply_appearance(QApplication.instance(), "light")  # type: ignore[arg-type]


def test_copying_puts_the_selected_lines_on_the_clipboard(qtbot: QtBot) -> None:
    """As text, in the order in which they stand; the strip is told."""
    seen = panel_of(qtbot, log=lines(3))
    view = seen.panel.log
    view.setFocus()
    QTest.mouseClick(view.viewport(), LEFT, pos=view.visualRect(view.model().index(0, 0)).center())
    QTest.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    copied = QGuiApplication.clipboard().text().splitlines()
    assert [text.split("\t")[1:3] for text in copied] == [
        ["Done", "Soap 2 (SOP-2)"],
        ["Done", "Soap 1 (SOP-1)"],
    ]
    assert seen.desk.wished == [("tell", "copied", 2)]


def test_the_menu_key_offers_what_the_links_do(qtbot: QtBot) -> None:
    """Whoever has no mouse tries a single one again too."""
    seen = panel_of(qtbot, OVER, [*lines(1), APRON])
    view = seen.panel.log
    view.setFocus()
    view.setCurrentIndex(seen.panel.model.index(0, 0))
    menu = view._menu(seen.panel.model.entry(0))
    assert [action.text() for action in menu.actions()] == [
        "Open the product",
        "Try again",
        "Copy",
    ]
    menu.popup(view.mapToGlobal(QPoint(5, 5)))
    QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    assert seen.desk.wished == [("sync_now", ("apron",))]
    qtbot.waitUntil(lambda: not view.findChildren(QMenu), timeout=1000)


# Filter and search


def segment(seen: Panel, key: str) -> None:
    """Click a segment."""
    segments = seen.panel.filter.segments
    QTest.mouseClick(segments, LEFT, pos=segments.segment_rect(key).center())


def test_segments_show_the_failed_and_the_noted(qtbot: QtBot) -> None:
    """With how many there are of each."""
    note = line(2, "note", text="Price 79.00 was edited online.", name="Wool Throw")
    seen = panel_of(qtbot, log=[*lines(2), note, APRON])
    segments = seen.panel.filter.segments
    assert [text for _, text in segments._options] == ["All 4", "Failed 1", "Notes 1"]
    segment(seen, "failed")
    assert seen.names() == ["Linen Apron"]
    segment(seen, "notes")
    assert seen.names() == ["Wool Throw"]
    seen.add([line(9, "note", name="Kettle", text="Look at it."), *lines(1, 10)])
    assert seen.names() == ["Kettle", "Wool Throw"]
    assert [text for _, text in segments._options] == ["All 6", "Failed 1", "Notes 2"]
    segments.setFocus()
    QTest.keyClick(segments, Qt.Key.Key_Home)
    assert len(seen.names()) == 6


def test_the_log_is_searched_as_one_types(qtbot: QtBot) -> None:
    """By product, SKU or what was done; new lines are searched too."""
    seen = panel_of(qtbot, log=[*lines(12), APRON])
    field = seen.panel.filter.search
    field.setFocus()
    QTest.keyClicks(field, "24 mb")
    assert seen.names() == ["Linen Apron"]
    field.clear()
    QTest.keyClicks(field, "sop-1")
    assert seen.names() == ["Soap 11", "Soap 10", "Soap 1"]
    seen.add(lines(1, 100))
    assert seen.names()[0] == "Soap 100"
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert len(seen.names()) == 14


def test_no_hit_is_said(qtbot: QtBot) -> None:
    """In place of the lines, with what was looked for."""
    seen = panel_of(qtbot, log=lines(3))
    QTest.keyClicks(seen.panel.filter.search, "bees wax")
    assert "Nothing in the log matches “bees wax”." in seen.words()
    assert not seen.panel.log.isVisible()
    seen.panel.filter.search.clear()
    segment(seen, "failed")
    assert "Nothing failed." in seen.words()
    segment(seen, "all")
    assert seen.panel.log.isVisible()


# Standing still


def test_the_list_stands_still_while_one_reads_below(qtbot: QtBot) -> None:
    """A button says how many lines came; it leads to them."""
    seen = panel_of(qtbot, log=lines(60))
    view, button = seen.panel.log, seen.panel.filter.new_lines
    assert not button.isVisible()
    view.verticalScrollBar().setValue(10 * line_height())
    top = seen.panel.model.entry(view.indexAt(QPoint(5, 5)).row()).line
    seen.add(lines(12, 60))
    assert seen.panel.model.entry(view.indexAt(QPoint(5, 5)).row()).line is top
    assert view.verticalScrollBar().value() == 10 * line_height()
    assert button.isVisible()
    assert button.text() == "12 new lines"
    QTest.mouseClick(button, LEFT)
    assert not button.isVisible()
    assert seen.panel.model.entry(view.indexAt(QPoint(5, 5)).row()).line.number == 71
    seen.add(lines(1, 72))
    assert seen.panel.model.entry(view.indexAt(QPoint(5, 5)).row()).line.number == 72


def test_scrolling_back_to_the_top_lets_the_new_lines_in(qtbot: QtBot) -> None:
    """Without the button as well."""
    seen = panel_of(qtbot, log=lines(60))
    view = seen.panel.log
    view.setFocus()
    view.setCurrentIndex(seen.panel.model.index(40, 0))
    assert view.verticalScrollBar().value() > 0
    seen.add(lines(2, 60))
    assert len(seen.names()) == 60
    view.verticalScrollBar().setValue(0)
    assert len(seen.names()) == 62
    assert not seen.panel.filter.new_lines.isVisible()
    assert view.currentIndex().row() == 42


def test_fifty_thousand_lines_are_held(qtbot: QtBot) -> None:
    """They come in batches; one more costs about as much as beside a thousand."""
    few, many = panel_of(qtbot, log=lines(1_000)), panel_of(qtbot, log=lines(50_000))
    assert many.panel.model.rowCount() == 50_000
    assert adding(many, 50_000) < 8 * adding(few, 1_000)
    QTest.keyClicks(many.panel.filter.search, "soap 4999")
    assert len(many.names()) == 15


def adding(seen: Panel, held: int) -> float:
    """Seconds of this thread's own time that forty batches take."""
    spent = time.thread_time()
    for batch in range(40):
        seen.add(lines(5, held + 5 * batch))
        QApplication.processEvents()
    return time.thread_time() - spent


# Trying again and saving


def test_what_failed_is_tried_again(qtbot: QtBot) -> None:
    """As many as failed; not while a run is under way."""
    seen = panel_of(qtbot, OVER, [*lines(2), APRON])
    button = seen.panel.filter.retry
    assert button.text() == "Retry 2 failed"
    QTest.mouseClick(button, LEFT)
    assert seen.desk.wished == [("retry_failed",)]
    one = replace(LAST, failed_keys=frozenset({"apron"}))
    seen.tell("run", last=one)
    assert button.text() == "Retry the failed one"
    seen.tell("run", run=RUN)
    assert not button.isEnabled()
    assert button.reason() == "Wait until this sync is done."
    nothing = replace(LAST, failed_keys=frozenset())
    seen.tell("run", run=OVER.run, last=nothing)
    assert button.text() == "Retry what failed"
    assert button.reason() == "Nothing failed."


def test_the_log_is_saved_whole(qtbot: QtBot) -> None:
    """Every line, oldest first, whatever is shown; the window asks where to."""
    seen = panel_of(qtbot, log=[*lines(2), APRON])
    segment(seen, "failed")
    with qtbot.waitSignal(seen.panel.save_wanted):
        QTest.mouseClick(seen.panel.filter.save_log, LEFT)
    saved = seen.panel.log_text().splitlines()
    assert [text.split("\t")[2] for text in saved] == [
        "Soap 0 (SOP-0)",
        "Soap 1 (SOP-1)",
        "Linen Apron (SOP-3)",
    ]


def test_an_empty_log_cannot_be_saved(qtbot: QtBot) -> None:
    """And says why."""
    seen = panel_of(qtbot)
    assert not seen.panel.filter.save_log.isEnabled()
    assert seen.panel.filter.save_log.reason() == "There are no lines yet."


# Every size


@pytest.mark.parametrize("scale", [100, 150])
@pytest.mark.parametrize("width", [1120, 1280, 1920])
def test_nothing_is_cut_at_any_size(
    app: QApplication, qtbot: QtBot, scale: int, width: int
) -> None:
    """Labels have room for their texts, and the window need not grow."""
    theme.set_text_scale(app, scale)
    seen, strip = panel_of(qtbot, log=lines(9)), strip_of(qtbot, OVER)
    for window, height in ((seen.window, 400), (strip.window, 60)):
        window.resize(width, height)
        QApplication.processEvents()
        assert window.width() == width
        for label in window.findChildren(QLabel):
            if label.isVisible() and not label.wordWrap():
                assert label.width() >= label.sizeHint().width(), label.text()


def test_whatever_takes_the_focus_has_a_name(qtbot: QtBot) -> None:
    """A screen reader says where one is."""
    seen, strip = panel_of(qtbot, OVER, lines(9)), strip_of(qtbot)
    for widget in (*seen.panel.findChildren(QWidget), *strip.strip.findChildren(QWidget)):
        if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            text = getattr(widget, "text", str)()
            assert widget.accessibleName() or text, widget


def test_changes_of_other_parts_are_passed_over(qtbot: QtBot) -> None:
    """Pictures and wizards are not its business."""
    seen = panel_of(qtbot, log=lines(1))
    seen.desk.log += lines(1, 1)
    seen.panel.refresh(Changed(frozenset({"pictures", "wizard"})))
    assert len(seen.names()) == 1
