"""The settings: everything declared is there, takes effect at once, and wrong numbers do not."""

from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QLocale, QPoint, QSettings, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QLineEdit,
    QListView,
    QRadioButton,
    QScrollArea,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app.domain.fields import FIELDS
from app.domain.rules import SETTINGS, Rules, SettingValue, declared
from app.facts.state import AppState, Changed, StoreFacts, Trouble
from app.ui import theme, turning
from app.ui.looks import Looks
from app.ui.screens.settings import SettingsScreen
from app.ui.style import CounterpartStyle
from app.ui.widgets.button import Button
from app.ui.widgets.label import Label
from app.ui.widgets.segments import Segments
from app.ui.widgets.tick_box import TickBox
from app.ui.wording_settings import HIDDEN, setting_words
from app.ui.wording_settings_pages import GROUP_KEYS, GROUPS, Group
from tests.ui.desk import RecordingDesk

pytestmark = pytest.mark.window

W = TypeVar("W", bound=QWidget)

LEFT = Qt.MouseButton.LeftButton
ALL = Changed(frozenset({"settings", "store", "trouble", "place"}))

CHOICES = [
    (setting.key, choice)
    for setting in SETTINGS
    if setting.kind == "choice" and setting.key not in HIDDEN
    for choice in setting.choices
    if choice != setting.default
]
NUMBERS = [
    setting.key
    for setting in SETTINGS
    if setting.kind in ("whole", "decimal")
    and setting.key not in HIDDEN
    and setting.key != "schedule.minutes"
]
SWITCHES = [setting.key for setting in SETTINGS if setting.kind == "switch"]
ALL_IN_USE: dict[str, SettingValue] = {
    "orders.reach_pos": "automatically",
    "removal.mode": "hide",
}
"""With these every number counts for something."""


class AskedLooks:
    """A window that notes how it was asked to look."""

    def __init__(self) -> None:
        self.appearance = "system"
        self.text_size = 100
        self.animations = "system"
        self.language = "system"
        self.asked: list[object] = []

    def set_appearance(self, choice: str) -> None:
        """Colours."""
        self.asked.append(choice)

    def set_text_size(self, percent: int) -> None:
        """Size of text."""
        self.asked.append(percent)

    def set_animations(self, choice: str) -> None:
        """Motion."""
        self.asked.append(choice)

    def set_language(self, choice: str) -> None:
        """What it speaks."""
        self.asked.append(choice)


class Bench:
    """The screen with its door, and what one can do to it."""

    def __init__(self, qtbot: QtBot) -> None:
        self.looks = AskedLooks()
        self.desk = RecordingDesk(
            AppState(
                place="shop",
                store=StoreFacts(False, "Fern & Flint", "fernandflint"),
                settings=_settings({}),
            )
        )
        self.screen = SettingsScreen(self.desk.wishes, self.looks)
        qtbot.addWidget(self.screen)
        self.screen.resize(1280, 700)
        self.screen.refresh(ALL)
        self.screen.show()
        qtbot.waitExposed(self.screen)
        self.screen.activateWindow()
        qtbot.waitUntil(self.screen.isActiveWindow)

    @property
    def wished(self) -> list[tuple[object, ...]]:
        """What was wished for."""
        return self.desk.wished

    @property
    def groups(self) -> QListView:
        """The groups at the left."""
        return self.screen.groups

    def open(self, group: Group) -> None:
        """Click a group at the left."""
        index = self.groups.model().index(GROUPS.index(group), 0)
        place = self.groups.visualRect(index).center()
        QTest.mouseClick(self.groups.viewport(), LEFT, pos=place)
        QApplication.processEvents()

    def open_of(self, key: str) -> None:
        """Open the group where a setting stands."""
        self.open(next(group for group, keys in GROUP_KEYS.items() if key in keys))

    def now(self, **values: SettingValue) -> None:
        """Settings changed elsewhere; a double underscore stands for the point in a key."""
        changed = {key.replace("__", "."): value for key, value in values.items()}
        self.set(changed)

    def set(self, changed: Mapping[str, SettingValue]) -> None:
        """Settings changed elsewhere."""
        settings = {**self.desk.state.settings, **changed}
        self.screen.refresh(self.desk.now("settings", settings=settings))
        QApplication.processEvents()

    def seen(self, kind: type[W], within: QWidget | None = None) -> list[W]:
        """The widgets of a kind that are visible."""
        return [each for each in (within or self.screen).findChildren(kind) if each.isVisible()]

    def row(self, key: str) -> QWidget:
        """What shows a setting."""
        found = self.screen.findChild(QWidget, key)
        assert isinstance(found, QWidget), key
        return found

    def line(self, key: str) -> QLineEdit:
        """The field of a number."""
        return next(iter(self.row(key).findChildren(QLineEdit)))

    def type(self, key: str, text: str) -> QLineEdit:
        """Go to a field and type over what is there."""
        line = self.line(key)
        QTest.mouseClick(line, LEFT)
        line.selectAll()
        QTest.keyClick(line, Qt.Key.Key_Delete)
        QTest.keyClicks(line, text)
        return line

    def radio(self, key: str, choice: str) -> QRadioButton:
        """One of what can be chosen."""
        word = next(each.word for each in setting_words(key).choices if each.value == choice)
        radios = self.row(key).findChildren(QRadioButton)
        return next(each for each in radios if each.text() == word)

    def segments(self, name: str) -> Segments:
        """The visible segments whose name begins like this."""
        return next(e for e in self.seen(Segments) if e.accessibleName().startswith(name))

    def press_segment(self, segments: Segments, key: str) -> None:
        """Click one of them."""
        QTest.mouseClick(segments, LEFT, pos=segments.segment_rect(key).center())

    def tick(self, name: str) -> TickBox:
        """The visible tick of this name."""
        return next(each for each in self.seen(TickBox) if each.accessibleName() == name)

    def links(self) -> list[Button]:
        """The visible links to a default."""
        return [each for each in self.seen(Button) if each.text() == "Use it"]

    def button(self, text: str) -> QAbstractButton:
        """The visible button that says this."""
        return next(each for each in self.seen(QAbstractButton) if each.text() == text)

    def said(self) -> str:
        """All that can be read."""
        return " ".join(each.text() for each in self.seen(QLabel))


def _settings(changed: Mapping[str, SettingValue]) -> dict[str, SettingValue]:
    return {**Rules.of({}).values, **changed}


@pytest.fixture(autouse=True)
def _british() -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
    yield
    QLocale.setDefault(before)


@pytest.fixture(autouse=True)
def _dressed(qapp: QApplication) -> Iterator[None]:
    qapp.setStyle(CounterpartStyle())
    theme.apply_appearance(qapp, "light")
    yield
    theme.set_text_scale(qapp, 100)
    theme.apply_appearance(qapp, "light")


@pytest.fixture
def bench(qtbot: QtBot) -> Bench:
    """The settings as they are at first."""
    return Bench(qtbot)


# Everything is there


@pytest.mark.parametrize("setting", SETTINGS, ids=lambda setting: setting.key)
def test_no_declared_setting_is_forgotten(bench: Bench, setting: object) -> None:
    """Each is shown where its group is, with a title and a sentence, or hidden for a reason."""
    found = declared(getattr(setting, "key", ""))
    if found.key in HIDDEN:
        for group in GROUPS:
            bench.open(group)
        assert HIDDEN[found.key]
        assert bench.screen.findChild(QWidget, found.key) is None
        return
    bench.open_of(found.key)
    assert bench.row(found.key).isVisible()
    words = setting_words(found.key)
    assert words.title
    assert words.about
    if found.kind == "choice":
        assert sorted(each.value for each in words.choices) == sorted(found.choices)
        assert words.choices[0].value == found.default


def test_what_is_hidden_or_grouped_is_declared() -> None:
    """No words are kept for settings that are gone."""
    keys = {setting.key for setting in SETTINGS}
    grouped = [key for each in GROUP_KEYS.values() for key in each]
    assert set(HIDDEN) | set(grouped) == keys
    assert len(grouped) == len(set(grouped))


def test_every_group_opens_by_a_click(bench: Bench) -> None:
    """The page's heading says where one is."""
    for group, heading in zip(
        GROUPS,
        (
            *("Stores", "Fields", "Prices", "New products", "Removal", "Safety", "Stock"),
            *("Schedule", "First link", "History", "This computer", "Appearance"),
        ),
        strict=True,
    ):
        bench.open(group)
        assert bench.seen(Label)[0].text() == heading


def test_every_group_opens_by_the_arrows(bench: Bench) -> None:
    """Down goes to the next, End to the last, and Tab on into the page."""
    bench.screen.setFocus()
    assert bench.groups.hasFocus()
    QTest.keyClick(bench.groups, Qt.Key.Key_Down)
    assert "Which fields follow the POS" in bench.said()
    QTest.keyClick(bench.groups, Qt.Key.Key_End)
    assert "How Counterpart looks" in bench.said()
    QTest.keyClick(bench.groups, Qt.Key.Key_Tab)
    assert bench.segments("Language").hasFocus()


def test_one_group_stays_chosen(bench: Bench) -> None:
    """A click with Ctrl on the chosen one does not take it away."""
    bench.open("safety")
    index = bench.groups.currentIndex()
    place = bench.groups.visualRect(index).center()
    control = Qt.KeyboardModifier.ControlModifier
    QTest.mouseClick(bench.groups.viewport(), LEFT, control, place)
    assert bench.groups.selectedIndexes() == [index]


def test_the_window_can_lead_to_a_group(bench: Bench) -> None:
    """And its panes are the list and the page that is open."""
    bench.screen.show_group("schedule")
    assert "When Counterpart looks at both stores" in bench.said()
    first, second = (pane() for pane in bench.screen.panes())
    assert first is bench.groups
    assert isinstance(second, QScrollArea)
    assert second.isVisible()


def test_every_control_has_a_name(bench: Bench) -> None:
    """A screen reader can tell them apart."""
    bench.set({"fields.name.edited_online": "keep", "guard.count": 3, **ALL_IN_USE})
    kinds = (QAbstractButton, QLineEdit, Segments, QListView)
    for group in GROUPS:
        bench.open(group)
        names = []
        for each in (each for kind in kinds for each in bench.seen(kind)):
            if each.focusPolicy() == Qt.FocusPolicy.NoFocus:
                continue
            text = each.text() if isinstance(each, QAbstractButton) else ""
            names.append(each.accessibleName() or text)
        assert all(names)
        assert len(names) == len(set(names))


# Choosing


@pytest.mark.parametrize(
    ("key", "choice"), [each for each in CHOICES if not each[0].startswith("fields.")]
)
def test_a_choice_takes_effect_at_once(bench: Bench, key: str, choice: str) -> None:
    """One click, one wish."""
    bench.open_of(key)
    radio = bench.radio(key, choice)
    QTest.mouseClick(radio, LEFT, pos=QPoint(8, radio.height() // 2))
    assert bench.wished == [("set_setting", key, choice)]


def test_a_choice_is_made_by_the_arrows(bench: Bench) -> None:
    """Down chooses the next one."""
    bench.open("removal")
    radio = bench.radio("removal.mode", "delete")
    radio.setFocus()
    QTest.keyClick(radio, Qt.Key.Key_Down)
    assert bench.wished == [("set_setting", "removal.mode", "hide")]


def test_a_choice_made_elsewhere_is_followed(bench: Bench) -> None:
    """What the engine decided is shown, without a wish."""
    bench.open("stores")
    bench.now(store__mode="check only")
    assert bench.radio("store.mode", "check only").isChecked()
    assert not bench.radio("store.mode", "sync").isChecked()
    assert bench.wished == []


def test_a_choice_that_could_not_be_kept_goes_back(bench: Bench) -> None:
    """The screen shows what is in force, and says why."""
    bench.open("prices")
    radio = bench.radio("prices.form", "including")
    QTest.mouseClick(radio, LEFT, pos=QPoint(8, radio.height() // 2))
    trouble = Trouble("storage", None, "The disk is full.", "Make some room on it.")
    bench.screen.refresh(bench.desk.now("trouble", trouble=trouble))
    assert bench.radio("prices.form", "auto").isChecked()
    assert "The disk is full." in bench.said()
    QTest.mouseClick(bench.button("Try again"), LEFT)
    assert bench.wished[-1] == ("try_again",)
    bench.screen.refresh(bench.desk.now("trouble", trouble=None))
    assert "The disk is full." not in bench.said()


def test_other_troubles_are_told_elsewhere(bench: Bench) -> None:
    """A store that does not answer is no matter of the settings."""
    trouble = Trouble("offline", "pos", "The POS does not answer.", "Look at the network.")
    bench.screen.refresh(bench.desk.now("trouble", trouble=trouble))
    assert "The POS does not answer." not in bench.said()


def test_a_switch_is_turned_by_click_and_by_space(bench: Bench) -> None:
    """On and off again."""
    bench.open("safety")
    tick = bench.tick("Ask before every sync")
    QTest.mouseClick(tick, LEFT)
    bench.now(preview__always=True)
    QTest.keyClick(tick, Qt.Key.Key_Space)
    key = "preview.always"
    assert bench.wished == [("set_setting", key, True), ("set_setting", key, False)]


# Fields


@pytest.mark.parametrize("key", [key for key in SWITCHES if key.startswith("fields.")])
def test_a_field_is_switched_off(bench: Bench, key: str) -> None:
    """Its tick is a switch."""
    bench.open("fields")
    tick = bench.tick(setting_words(key).title)
    assert tick.isChecked()
    QTest.mouseClick(tick, LEFT)
    assert bench.wished == [("set_setting", key, False)]


@pytest.mark.parametrize("key", [key for key, _ in CHOICES if key.startswith("fields.")])
def test_an_edit_is_kept_or_put_back(bench: Bench, key: str) -> None:
    """By a click, and back by an arrow."""
    bench.open("fields")
    segments = bench.segments(setting_words(key).title)
    bench.press_segment(segments, "keep")
    QTest.keyClick(segments, Qt.Key.Key_Left)
    assert bench.wished == [("set_setting", key, "keep"), ("set_setting", key, "put_back")]


def test_what_a_field_cannot_do_is_said(bench: Bench) -> None:
    """A locked tick can be reached and read; the reason stands beside it."""
    bench.open("fields")
    for field in (field for field in FIELDS if not field.switchable):
        tick = bench.tick(setting_words(f"fields.{field.name}.sync").title)
        tick.setFocus()
        assert tick.hasFocus()
        QTest.keyClick(tick, Qt.Key.Key_Space)
        QTest.mouseClick(tick, LEFT)
        assert tick.isChecked()
        assert tick.accessibleDescription() in bench.said()
    assert bench.wished == []
    assert "worked out anew at every sync" in bench.said()
    assert "until the pictures in the POS change" in bench.said()


def test_only_fields_with_a_choice_offer_it(bench: Bench) -> None:
    """As the table of fields says."""
    bench.open("fields")
    assert len(bench.seen(Segments)) == sum(field.keepable for field in FIELDS)
    assert len(bench.seen(TickBox)) == len(FIELDS)


def test_a_field_that_is_off_has_no_edits_to_decide_on(bench: Bench) -> None:
    """The choice gives way to what happens; it is there again with the field."""
    bench.open("fields")
    assert "Not compared" not in bench.said()
    bench.now(fields__brand__sync=False)
    assert "Not compared; stays as it is online" in bench.said()
    assert not [e for e in bench.seen(Segments) if e.accessibleName().startswith("Brand")]
    bench.now(fields__brand__sync=True)
    assert bench.segments("Brand").isVisible()


# Numbers


@pytest.mark.parametrize("key", NUMBERS)
def test_a_number_is_taken_on_leaving_its_field(bench: Bench, key: str) -> None:
    """Tab is enough; per cent become shares."""
    bench.set(ALL_IN_USE)
    bench.open_of(key)
    line = bench.type(key, "12")
    assert bench.wished == []
    QTest.keyClick(line, Qt.Key.Key_Tab)
    share = key in {"guard.share", "guard.price"}
    assert bench.wished == [("set_setting", key, Decimal("0.12") if share else 12)]


def test_a_number_is_taken_by_enter(bench: Bench) -> None:
    """Once, not again on leaving."""
    bench.open("stock")
    line = bench.type("stock.buffer", "1,250")
    QTest.keyClick(line, Qt.Key.Key_Return)
    QTest.keyClick(line, Qt.Key.Key_Tab)
    assert bench.wished == [("set_setting", "stock.buffer", 1250)]


def test_the_same_number_is_no_change(bench: Bench) -> None:
    """Typed differently it is written as always."""
    bench.open("safety")
    line = bench.type("guard.share", "5.0 %")
    QTest.keyClick(line, Qt.Key.Key_Tab)
    assert bench.wished == []
    assert line.text() == "5"


@pytest.mark.parametrize(
    ("key", "typed", "told"),
    [
        ("guard.count", "", "Type a whole number from 0 to 1,000,000."),
        ("guard.count", "ten", "Type a whole number from 0 to 1,000,000."),
        ("guard.count", "2.5", "Type a whole number from 0 to 1,000,000."),
        ("guard.count", "-1", "Type a whole number from 0 to 1,000,000."),
        ("guard.count", "7,5", "Type a whole number from 0 to 1,000,000."),
        ("guard.count", "nan", "Type a whole number from 0 to 1,000,000."),
        ("guard.share", "101", "Type a number from 0 to 100."),
        ("guard.share", "inf", "Type a number from 0 to 100."),
        ("full.hours", "0", "Type a whole number from 1 to 1,000,000."),
        ("history.days", "4000", "Type a whole number from 1 to 3,650."),
    ],
)
def test_a_number_that_cannot_be_is_refused_in_words(
    bench: Bench, key: str, typed: str, told: str
) -> None:
    """Below the field, on leaving it; nothing changes, and what was typed stays."""
    bench.open_of(key)
    line = bench.type(key, typed)
    assert told not in bench.said()
    QTest.keyClick(line, Qt.Key.Key_Tab)
    assert told in bench.said()
    assert line.accessibleDescription() == told
    assert line.text() == typed
    assert bench.wished == []


def test_mending_takes_the_complaint_away(bench: Bench) -> None:
    """And the mended number is taken."""
    bench.open("history")
    line = bench.type("history.days", "0")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert "Type a whole number" in bench.said()
    QTest.keyClick(line, Qt.Key.Key_Home)
    QTest.keyClicks(line, "3")
    assert "Type a whole number" not in bench.said()
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert bench.wished == [("set_setting", "history.days", 30)]


def test_esc_drops_what_was_typed(bench: Bench) -> None:
    """Also after it was refused."""
    bench.open("history")
    line = bench.type("history.days", "0")
    QTest.keyClick(line, Qt.Key.Key_Return)
    QTest.keyClick(line, Qt.Key.Key_Escape)
    assert line.text() == "90"
    assert "Type a whole number" not in bench.said()
    QTest.keyClick(line, Qt.Key.Key_Tab)
    assert bench.wished == []


def test_numbers_are_written_as_where_one_lives(bench: Bench) -> None:
    """A comma before the places; a point between thousands."""
    QLocale.setDefault(QLocale(QLocale.Language.German, QLocale.Country.Germany))
    bench.open("safety")
    QTest.keyClick(bench.type("guard.share", "7,5"), Qt.Key.Key_Return)
    QTest.keyClick(bench.type("guard.count", "1.000"), Qt.Key.Key_Return)
    QTest.keyClick(bench.type("guard.price", "7.5"), Qt.Key.Key_Return)
    assert bench.wished == [
        ("set_setting", "guard.share", Decimal("0.075")),
        ("set_setting", "guard.count", 1000),
    ]
    assert bench.line("guard.share").text() == "7,5"
    assert "Type a number from 0 to 100.000." in bench.said()


@pytest.mark.parametrize(
    "reason", [Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason]
)
def test_another_window_is_no_leaving(bench: Bench, reason: Qt.FocusReason) -> None:
    """Half a number is not taken while one looks something up."""
    bench.open("stock")
    line = bench.type("stock.buffer", "1")
    QApplication.sendEvent(line, QFocusEvent(QFocusEvent.Type.FocusOut, reason))
    assert bench.wished == []


def test_a_number_changed_elsewhere_is_followed(bench: Bench) -> None:
    """Also while the field merely has the focus."""
    bench.open("stock")
    line = bench.line("stock.buffer")
    bench.now(stock__buffer=3)
    assert line.text() == "3"
    QTest.mouseClick(line, LEFT)
    bench.now(stock__buffer=4)
    assert line.text() == "4"
    assert bench.wished == []


def test_what_is_being_typed_stays(bench: Bench) -> None:
    """A change elsewhere waits; Esc shows it, leaving sets what was typed."""
    bench.open("stock")
    line = bench.type("stock.buffer", "12")
    bench.now(stock__buffer=7)
    assert line.text() == "12"
    QTest.keyClick(line, Qt.Key.Key_Escape)
    assert line.text() == "7"
    bench.type("stock.buffer", "15")
    bench.now(stock__buffer=8)
    QTest.keyClick(line, Qt.Key.Key_Tab)
    assert bench.wished == [("set_setting", "stock.buffer", 15)]


def test_a_refused_number_outlives_other_changes(bench: Bench) -> None:
    """Only its own change, or mending it, takes it away."""
    bench.open("safety")
    line = bench.type("guard.count", "x")
    QTest.keyClick(line, Qt.Key.Key_Tab)
    bench.now(preview__always=True)
    assert line.text() == "x"
    bench.now(guard__count=4)
    assert line.text() == "4"
    assert "Type a whole number" not in bench.said()


@pytest.mark.parametrize(
    ("key", "counts", "told"),
    [
        ("orders.hold_minutes", {"orders.reach_pos": "automatically"}, "orders reach the POS auto"),
        ("removal.days", {"removal.mode": "hide"}, "where products are hidden first"),
    ],
)
def test_a_number_that_counts_for_nothing_is_grey(
    bench: Bench, key: str, counts: dict[str, SettingValue], told: str
) -> None:
    """With the reason below, until another setting makes it count."""
    bench.open_of(key)
    assert not bench.line(key).isEnabled()
    assert told in bench.said()
    bench.set(counts)
    assert bench.line(key).isEnabled()
    assert told not in bench.said()


def test_where_everything_is_asked_about_no_share_counts(bench: Bench) -> None:
    """0 products means: always ask."""
    bench.open("safety")
    assert bench.line("guard.share").isEnabled()
    bench.now(guard__count=0)
    assert not bench.line("guard.share").isEnabled()


# Defaults


def test_nothing_is_said_of_defaults_that_hold(bench: Bench) -> None:
    """Quiet until it matters."""
    for group in GROUPS:
        bench.open(group)
        assert "Default:" not in bench.said()
        assert bench.links() == []


@pytest.mark.parametrize(
    ("key", "value", "told"),
    [
        ("store.mode", "check only", "Default: Keep in step"),
        ("fields.name.sync", False, "Default: on"),
        ("fields.name.edited_online", "keep", "Default: Put back"),
        ("guard.count", 3, "Default: 10\u00a0products"),
        ("guard.share", Decimal("0.1"), "Default: 5\u00a0%"),
        ("guard.price", Decimal("0.25"), "Default: 50\u00a0%"),
        ("preview.always", True, "Default: off"),
        ("schedule.minutes", 0, "Default: Every 15\u00a0min"),
        ("first_link.keep", ["name"], "Default: none"),
        ("history.days", 30, "Default: 90\u00a0days"),
    ],
)
def test_a_default_can_be_put_back(bench: Bench, key: str, value: SettingValue, told: str) -> None:
    """It is told where it differs, a link puts it back, and nothing moves meanwhile."""
    bench.open_of(key)
    page = bench.screen.panes()[1]()
    places = [each.geometry() for each in bench.seen(QWidget, page) if each.objectName()]
    bench.set({key: value})
    shown = [each.geometry() for each in bench.seen(QWidget, page) if each.objectName()]
    if not isinstance(value, bool) or not key.startswith("fields."):
        assert shown == places
    assert told in bench.said()
    (link,) = bench.links()
    QTest.mouseClick(link, LEFT)
    assert bench.wished == [("set_setting", key, declared(key).default)]
    bench.set({key: declared(key).default})
    assert bench.links() == []


def test_a_default_is_put_back_by_keys(bench: Bench) -> None:
    """The link follows its field; afterwards one is in the field again."""
    bench.open("stock")
    bench.now(stock__buffer=9)
    line = bench.line("stock.buffer")
    QTest.mouseClick(line, LEFT)
    QTest.keyClick(line, Qt.Key.Key_Tab)
    (link,) = bench.links()
    assert link.hasFocus()
    QTest.keyClick(link, Qt.Key.Key_Return)
    assert bench.wished == [("set_setting", "stock.buffer", 0)]
    bench.now(stock__buffer=0)
    assert line.hasFocus()
    assert line.text() == "0"


def test_a_default_replaces_what_was_refused(bench: Bench) -> None:
    """The link drops what stands in the field."""
    bench.open("stock")
    bench.now(stock__buffer=9)
    bench.type("stock.buffer", "many")
    (link,) = bench.links()
    QTest.mouseClick(link, LEFT)
    bench.now(stock__buffer=0)
    assert bench.line("stock.buffer").text() == "0"
    assert "Type a whole number" not in bench.said()


# Schedule, first link, stores


def test_the_schedule_offers_what_is_usual(bench: Bench) -> None:
    """A click wishes for minutes; 0 is off."""
    bench.open("schedule")
    segments = bench.segments("Sync by itself")
    for minutes in (0, 5, 30, 60):
        bench.press_segment(segments, str(minutes))
    assert bench.wished == [("set_setting", "schedule.minutes", each) for each in (0, 5, 30, 60)]
    assert segments.current() == "60"


def test_an_unusual_schedule_is_shown_as_it_is(bench: Bench) -> None:
    """And goes again once another is chosen."""
    bench.open("schedule")
    bench.now(schedule__minutes=7)
    segments = bench.segments("Sync by itself, Every 7\u00a0min")
    assert segments.current() == "7"
    bench.now(schedule__minutes=30)
    assert segments.current() == "30"
    with pytest.raises(ValueError, match="7"):
        segments.segment_rect("7")


def test_fields_are_kept_at_the_first_link(bench: Bench) -> None:
    """Ticks add and take away, and leave the others as they are."""
    bench.open("first link")
    title = "Fields that keep what is online"
    QTest.mouseClick(bench.tick(f"{title}, Description"), LEFT)
    bench.now(first_link__keep=["description"])
    QTest.keyClick(bench.tick(f"{title}, Name"), Qt.Key.Key_Space)
    bench.now(first_link__keep=["name", "description"])
    QTest.mouseClick(bench.tick(f"{title}, Description"), LEFT)
    assert bench.wished == [
        ("set_setting", "first_link.keep", ["description"]),
        ("set_setting", "first_link.keep", ["name", "description"]),
        ("set_setting", "first_link.keep", ["name"]),
    ]


def test_what_the_first_sync_kept_is_shown_and_stays(bench: Bench) -> None:
    """Also a field that is not offered here, and one that nobody knows."""
    bench.open("first link")
    title = "Fields that keep what is online"
    assert f"{title}, Pictures" not in [each.accessibleName() for each in bench.seen(TickBox)]
    bench.now(first_link__keep=["images", "colour"])
    QTest.mouseClick(bench.tick(f"{title}, Name"), LEFT)
    bench.now(first_link__keep=["name", "images", "colour"])
    QTest.mouseClick(bench.tick(f"{title}, Pictures"), LEFT)
    assert bench.wished == [
        ("set_setting", "first_link.keep", ["name", "images", "colour"]),
        ("set_setting", "first_link.keep", ["name", "colour"]),
    ]


def test_the_stores_are_named(bench: Bench) -> None:
    """With where their tokens are, and the two ways beside another link."""
    said = bench.said()
    for part in ("Fern & Flint", "fernandflint", "keyring", "choose Only check", "disconnect it"):
        assert part in said


def test_the_stores_can_be_connected_again(bench: Bench) -> None:
    """By a click and by Enter."""
    button = bench.button("Connect again…")
    QTest.mouseClick(button, LEFT)
    QTest.keyClick(button, Qt.Key.Key_Return)
    assert bench.wished == [("open_wizard",), ("open_wizard",)]


def test_the_sample_stores_say_so(bench: Bench) -> None:
    """They have no tokens."""
    bench.screen.refresh(bench.desk.now("store", store=StoreFacts(True, "Fern & Flint", "")))
    assert "These are the sample stores" in bench.said()
    assert "this computer’s keyring" not in bench.said()
    assert "Name not read yet" in bench.said()
    assert bench.button("Connect your stores…").isVisible()


# Looks


def test_colours_and_size_of_text_are_the_windows(bench: Bench) -> None:
    """The window is asked, not the desk."""
    bench.open("appearance")
    bench.press_segment(bench.segments("Colours"), "dark")
    QTest.keyClick(bench.segments("Text size"), Qt.Key.Key_End)
    bench.press_segment(bench.segments("Animations"), "off")
    bench.press_segment(bench.segments("Language"), "de")
    assert bench.looks.asked == ["dark", 150, "off", "de"]
    assert bench.wished == []


@pytest.mark.parametrize(
    ("choice", "system", "moves"),
    [("on", False, True), ("off", True, False), ("system", True, True), ("system", False, False)],
)
def test_animations_are_as_chosen(
    choice: str,
    system: bool,
    moves: bool,
    tmp_path: Path,
    qapp: QApplication,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """At once and at the next start; “as the system” asks it."""
    del qapp
    monkeypatch.setattr("app.ui.looks.system_moves", lambda: system)
    kept = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    Looks(kept).set_animations(choice)
    assert turning.moves() == moves
    turning.keep_still(moves)
    assert Looks(kept).animations == choice
    assert turning.moves() == moves
    turning.keep_still(False)


def test_looks_chosen_in_the_menu_are_followed(bench: Bench, qapp: QApplication) -> None:
    """When colours or sizes change, when told, and when the screen is shown again."""
    bench.open("appearance")
    bench.looks.appearance, bench.looks.text_size = "dark", 125
    theme.set_text_scale(qapp, 125)
    qapp.processEvents()
    assert bench.segments("Colours").current() == "dark"
    assert bench.segments("Text size").current() == "125"
    bench.looks.appearance = "light"
    bench.screen.follow_looks()
    assert bench.segments("Colours").current() == "light"
    bench.looks.text_size = 90
    bench.screen.hide()
    bench.screen.show()
    assert bench.segments("Text size").current() == "90"


def test_what_is_no_matter_of_the_settings_is_not_looked_at(bench: Bench) -> None:
    """A run tells its progress often; nothing here is touched."""
    bench.open("stock")
    settings = _settings({"stock.buffer": 5})
    bench.screen.refresh(bench.desk.now("run", "rows", "log", settings=settings))
    assert bench.line("stock.buffer").text() == "0"


# Room


@pytest.mark.parametrize("percent", [100, 150])
@pytest.mark.parametrize("group", GROUPS)
def test_no_text_is_cut(bench: Bench, qapp: QApplication, group: Group, percent: int) -> None:
    """At the smallest window, also with large text, with every default differing."""
    theme.set_text_scale(qapp, percent)
    bench.screen.resize(1120, 540)
    bench.set(
        {
            "store.mode": "check only",
            "fields.name.edited_online": "keep",
            "fields.brand.sync": False,
            "prices.form": "excluding",
            "schedule.minutes": 7,
            **ALL_IN_USE,
        }
    )
    bench.open(group)
    page = bench.screen.panes()[1]()
    assert isinstance(page, QScrollArea)
    assert page.horizontalScrollBar().maximum() == 0
    for each in bench.seen(QLabel, page):
        assert each.height() >= each.heightForWidth(each.width()) - 1, each.text()
        if not each.wordWrap():
            assert each.width() >= each.sizeHint().width(), each.text()
    for control in (*bench.seen(QAbstractButton, page), *bench.seen(Segments, page)):
        assert control.width() >= control.sizeHint().width(), control.accessibleName()
        assert control.height() >= control.sizeHint().height(), control.accessibleName()


def test_the_page_is_no_wider_than_one_reads_well(bench: Bench) -> None:
    """720 at most, beside a list of 212, or 240 in a wide window."""
    bench.open("fields")
    assert bench.groups.width() == 212
    bench.screen.resize(1920, 1000)
    QApplication.processEvents()
    assert bench.groups.width() == 240
    assert bench.screen.panes()[1]().width() > 1000
    bench.open("stores")
    assert bench.row("store.mode").width() == 720


def test_tab_brings_into_view_what_it_reaches(bench: Bench) -> None:
    """A page that scrolls follows the focus."""
    bench.screen.resize(1120, 400)
    bench.set(ALL_IN_USE)
    line = bench.line("orders.hold_minutes")
    page = bench.screen.panes()[1]()

    def in_view() -> bool:
        top = line.mapTo(page, QPoint(0, 0)).y()
        return top >= 0 and top + line.height() <= page.height()

    assert not in_view()
    bench.groups.setFocus()
    _tab_until(line.hasFocus)
    assert in_view()


def _tab_until(reached: Callable[[], bool]) -> None:
    for _ in range(20):
        if reached():
            return
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    assert reached()


# This computer


def test_diagnostics_say_what_is_in_them(bench: Bench, qtbot: QtBot) -> None:
    """And what is not, before they are saved."""
    bench.open("this computer")
    assert "In it: versions, settings" in bench.said()
    assert "Not in it: your tokens" in bench.said()
    with qtbot.waitSignal(bench.screen.diagnose, timeout=1000):
        QTest.mouseClick(bench.button("Save diagnostics…"), LEFT)
