"""The wizard: three steps, by mouse and by keys, whatever the stores answer."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QLocale, QPoint, QPointF, QSettings, Qt
from PySide6.QtGui import QFocusEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QRadioButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app.domain.errors import Side
from app.domain.product import Register
from app.facts.outlets import OutletLine, OutletsFacts
from app.facts.state import (
    AppState,
    Changed,
    ScopeTick,
    StoreFacts,
    StoreFound,
    TestResult,
    Trouble,
    TroubleKind,
    WizardFacts,
)
from app.ui import theme
from app.ui.screens.wizard import WizardScreen
from app.ui.widgets.button import Button
from app.ui.widgets.tick_box import TickBox
from tests.ui.desk import RecordingDesk

W = TypeVar("W", bound=QWidget)

ALL = Changed(frozenset({"place", "wizard", "trouble", "settings"}))
LEFT = Qt.MouseButton.LeftButton
POS_TOKEN = "lsxs_pt_x"
ONLINE_TOKEN = "secret_x"

POS_SCOPES = (
    ScopeTick("products:read", "read products and categories", True, True),
    ScopeTick("inventory:read", "read stock levels", True, True),
    ScopeTick("outlets:read", "read outlets", True, True),
)
ONLINE_SCOPES = (
    ScopeTick("read_catalog", "read products and categories", True, True),
    ScopeTick("update_catalog", "change and delete products", True, True),
    ScopeTick("read_orders", "read orders", True, False),
)
FOUND_POS = StoreFound(
    "Fern & Flint", 0.31, "GBP", True, POS_SCOPES, (("products", 2908), ("outlets", 5))
)
FOUND_ONLINE = StoreFound(
    "Fern & Flint Online", 0.42, "GBP", True, ONLINE_SCOPES, (("products", 2185),)
)
OUTLETS = OutletsFacts(
    None,
    (
        Register("r1", "Front till", "o1"),
        Register("r2", "Back till", "o1"),
        Register("r3", "Hall till", "o2"),
    ),
    (
        OutletLine("o1", "Harbour Street", True, ("Front till", "Back till"), 0, Decimal(0), 0, 0),
        OutletLine("o2", "Market Hall", True, ("Hall till",), 0, Decimal(0), 0, 0),
        OutletLine("o3", "Pop-up & Fair", False, (), 0, Decimal(0), 0, 0),
    ),
)
AT_ONLINE = WizardFacts(step="online", pos=TestResult(found=FOUND_POS))
AT_OUTLETS = WizardFacts(
    step="outlets",
    pos=TestResult(found=FOUND_POS),
    online=TestResult(found=FOUND_ONLINE),
    outlets=OUTLETS,
)


class Bench:
    """The screen with its door, and what one can do to it."""

    def __init__(
        self, qtbot: QtBot, facts: WizardFacts, kept: QSettings | None = None, **state: object
    ) -> None:
        self.desk = RecordingDesk(
            replace(AppState(place="wizard", wizard=facts), **state)  # type: ignore[arg-type]
        )
        self.screen = WizardScreen(self.desk.wishes, kept)
        qtbot.addWidget(self.screen)
        self.screen.resize(1280, 774)
        self.screen.refresh(ALL)
        self.screen.show()
        qtbot.waitExposed(self.screen)
        self.screen.activateWindow()
        qtbot.waitUntil(self.screen.isActiveWindow)

    @property
    def wished(self) -> list[tuple[object, ...]]:
        """What was wished for."""
        return self.desk.wished

    def now(self, **facts: object) -> None:
        """The wizard's facts changed."""
        changed = replace(self.desk.state.wizard, **facts)  # type: ignore[arg-type]
        self.screen.refresh(self.desk.now("wizard", wizard=changed))
        QApplication.processEvents()

    def seen(self, kind: type[W]) -> list[W]:
        """The widgets of a kind that are visible."""
        return [each for each in self.screen.findChildren(kind) if each.isVisible()]

    def button(self, text: str) -> QAbstractButton:
        """The visible button that says this."""
        return next(each for each in self.seen(QAbstractButton) if each.text() == text)

    def press(self, text: str) -> None:
        """Click the visible button that says this."""
        QTest.mouseClick(self.button(text), LEFT)

    def field(self, name: str) -> QLineEdit:
        """The visible field of this name."""
        return next(each for each in self.seen(QLineEdit) if each.accessibleName() == name)

    def type(self, name: str, text: str) -> None:
        """Type into a field."""
        line = self.field(name)
        line.setFocus()
        QTest.keyClicks(line, text)

    def step(self, number: int) -> QAbstractButton:
        """One of the steps at the left."""
        return next(
            each
            for each in self.seen(QAbstractButton)
            if each.accessibleName().startswith(f"Step {number},")
        )

    def outlet(self, name: str) -> TickBox:
        """The tick of an outlet."""
        return next(each for each in self.seen(TickBox) if each.accessibleName() == name)

    def said(self) -> str:
        """All that can be read."""
        return " ".join(each.text() for each in self.seen(QLabel))

    def fill_pos(self) -> None:
        """Type what can be right."""
        self.type("Shop address", "fernandflint")
        self.type("Access token", POS_TOKEN)

    def fill_online(self) -> None:
        """Type what can be right."""
        self.type("Store number", "20553017")
        self.type("Secret token", ONLINE_TOKEN)


@pytest.fixture(autouse=True)
def _british() -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
    yield
    QLocale.setDefault(before)


@pytest.fixture
def at_pos(qtbot: QtBot) -> Bench:
    """At the first step, with nothing typed."""
    return Bench(qtbot, WizardFacts())


@pytest.fixture
def at_online(qtbot: QtBot) -> Bench:
    """At the second step, the POS being found."""
    return Bench(qtbot, AT_ONLINE)


@pytest.fixture
def at_outlets(qtbot: QtBot) -> Bench:
    """At the third step, no register being chosen."""
    return Bench(qtbot, AT_OUTLETS)


# What is typed


def test_it_begins_in_the_first_empty_field(at_pos: Bench) -> None:
    """One can type at once."""
    assert at_pos.field("Shop address").hasFocus()


def test_nothing_is_tested_while_fields_are_blank(at_pos: Bench) -> None:
    """*Next* says what is missing, and goes there."""
    at_pos.press("Next: online store")
    assert at_pos.wished == []
    assert "Type the first part of your POS address" in at_pos.said()
    assert "Paste the token here." in at_pos.said()
    assert at_pos.field("Shop address").hasFocus()


def test_a_blank_field_is_told_on_leaving_it(at_pos: Bench) -> None:
    """Below the field, not before."""
    assert "Type the first part" not in at_pos.said()
    QTest.keyClick(at_pos.field("Shop address"), Qt.Key.Key_Tab)
    assert "Type the first part of your POS address" in at_pos.said()
    assert at_pos.field("Access token").hasFocus()


@pytest.mark.parametrize(
    "reason",
    [Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason],
)
def test_fetching_the_token_from_the_browser_is_no_leaving(
    at_pos: Bench, reason: Qt.FocusReason
) -> None:
    """Who changes to another window, or to the context menu, is not told off."""
    event = QFocusEvent(QFocusEvent.Type.FocusOut, reason)
    QApplication.sendEvent(at_pos.field("Shop address"), event)
    assert "Type the first part" not in at_pos.said()


def test_typing_takes_the_complaint_away(at_pos: Bench) -> None:
    """What is being mended is not blamed any more."""
    at_pos.press("Next: online store")
    at_pos.type("Shop address", "f")
    assert "Type the first part" not in at_pos.said()


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("abc", "digits only"),
        ("12a", "digits only"),
        ("20553017", ""),
    ],
)
def test_a_store_number_has_digits(at_online: Bench, typed: str, told: str) -> None:
    """A wrong number is told on leaving the field."""
    at_online.type("Store number", typed)
    QTest.keyClick(at_online.field("Store number"), Qt.Key.Key_Tab)
    assert ("digits only" in at_online.said()) is bool(told)


def test_digits_of_another_script_are_no_store_number(at_online: Bench) -> None:
    """Pasted, they look like a number and are none to the store."""
    QApplication.clipboard().setText("\u0663\u0664")
    line = at_online.field("Store number")
    QTest.keyClick(line, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert line.text() == "\u0663\u0664"
    QTest.keyClick(line, Qt.Key.Key_Tab)
    assert "digits only" in at_online.said()


@pytest.mark.parametrize(
    ("token", "told"),
    [
        ("public_abc", "This is the public token."),
        ("lsxs_pt_abc", "This token belongs to a POS."),
        ("secret_a b", "A token has no blanks."),
    ],
)
def test_a_token_from_elsewhere_is_noticed(at_online: Bench, token: str, told: str) -> None:
    """What can be told from its beginning is told before it is sent anywhere."""
    at_online.type("Store number", "20553017")
    at_online.type("Secret token", token)
    at_online.press("Test connection")
    assert told in at_online.said()
    assert at_online.wished == []


def test_an_online_token_in_the_pos_field_is_noticed(at_pos: Bench) -> None:
    """The other way round too."""
    at_pos.type("Shop address", "fernandflint")
    at_pos.type("Access token", "secret_abc")
    at_pos.press("Test connection")
    assert "This token belongs to an online store." in at_pos.said()
    assert at_pos.wished == []


def test_a_whole_address_becomes_the_name(at_pos: Bench) -> None:
    """Copied from the browser, it is shortened to what the field asks for."""
    at_pos.type("Shop address", "https://fernandflint.retail.lightspeed.app/dashboard")
    at_pos.type("Access token", POS_TOKEN)
    assert at_pos.field("Shop address").text() == "fernandflint"
    at_pos.press("Test connection")
    assert at_pos.wished == [("test_pos", "fernandflint", POS_TOKEN)]


def test_an_address_elsewhere_is_left_as_it_is(at_pos: Bench) -> None:
    """Then the usual ending is not shown behind it."""
    assert ".retail.lightspeed.app" in at_pos.said()
    at_pos.type("Shop address", "http://127.0.0.1:8800/api")
    at_pos.type("Access token", POS_TOKEN)
    assert ".retail.lightspeed.app" not in at_pos.said()
    at_pos.press("Test connection")
    assert at_pos.wished == [("test_pos", "http://127.0.0.1:8800/api", POS_TOKEN)]


def test_the_token_is_hidden_until_asked_for(at_pos: Bench) -> None:
    """Dots, and an eye that shows and hides."""
    at_pos.type("Access token", POS_TOKEN)
    line = at_pos.field("Access token")
    assert line.echoMode() == QLineEdit.EchoMode.Password
    eye = next(e for e in at_pos.seen(QAbstractButton) if "Show what was typed" in e.toolTip())
    QTest.mouseClick(eye, LEFT)
    assert line.echoMode() == QLineEdit.EchoMode.Normal
    QTest.mouseClick(eye, LEFT)
    assert line.echoMode() == QLineEdit.EchoMode.Password


def test_where_the_token_is_found_opens_in_place(at_pos: Bench) -> None:
    """Three steps, opened and closed by keys."""
    link = at_pos.button("Show me where")
    QTest.keyClick(link, Qt.Key.Key_Space)
    assert "Choose Setup, then Personal tokens." in at_pos.said()
    QTest.keyClick(link, Qt.Key.Key_Space)
    assert "Choose Setup, then Personal tokens." not in at_pos.said()
    assert at_pos.wished == []


# Testing


def test_a_test_tries_what_stands_in_the_fields(at_pos: Bench) -> None:
    """*Test connection* passes both on and stays where it is."""
    at_pos.fill_pos()
    at_pos.press("Test connection")
    assert at_pos.wished == [("test_pos", "fernandflint", POS_TOKEN)]


def test_the_button_says_that_it_tests(at_pos: Bench) -> None:
    """In place, without moving, and once is enough."""
    at_pos.fill_pos()
    before = at_pos.button("Test connection").geometry()
    at_pos.now(pos=TestResult(testing=True))
    assert at_pos.button("Testing…").geometry() == before
    at_pos.press("Testing…")
    assert at_pos.wished == []


@pytest.mark.parametrize("way", ["button", "Esc", "Esc in a field"])
def test_a_test_can_be_stopped(way: str, at_pos: Bench) -> None:
    """A store that does not answer holds nobody up; what was typed stays."""
    at_pos.fill_pos()
    at_pos.press("Next: online store")
    at_pos.now(pos=TestResult(testing=True))
    if way == "button":
        at_pos.press("Stop")
    elif way == "Esc":
        QTest.keyClick(at_pos.button("Testing…"), Qt.Key.Key_Escape)
    else:
        QTest.keyClick(at_pos.seen(QLineEdit)[0], Qt.Key.Key_Escape)
    assert at_pos.wished[1:] == [("forget_test", "pos")]
    at_pos.now(pos=TestResult())
    assert at_pos.button("Test connection").hasFocus()
    assert [line.text() for line in at_pos.seen(QLineEdit)] == ["fernandflint", POS_TOKEN]
    assert not [each for each in at_pos.seen(QAbstractButton) if each.text() == "Stop"]
    QTest.keyClick(at_pos.button("Test connection"), Qt.Key.Key_Escape)
    assert len(at_pos.wished) == 2, "Esc without a test does nothing"
    at_pos.now(pos=TestResult(found=FOUND_POS))
    assert len(at_pos.wished) == 2, "and an answer that comes late leads nowhere"


def test_what_was_found_is_told(at_pos: Bench) -> None:
    """Name, counts, currency, tax, time, permissions, and what is never done."""
    at_pos.fill_pos()
    at_pos.now(pos=TestResult(found=FOUND_POS))
    words = at_pos.said()
    for told in (
        "Found Fern & Flint",
        "2,908 products",
        "5 outlets",
        "Prices in £, tax included",
        "Answers in 0.3\u00a0s",
        "Read stock",
        "A personal token may also change your POS. Counterpart never asks it to.",
    ):
        assert told in words
    assert "Fern & Flint" in at_pos.step(1).accessibleName()


@pytest.mark.parametrize(
    ("included", "told"),
    [(False, "Prices in £, without tax"), (None, "Prices in £")],
)
def test_prices_are_told_as_they_are(at_pos: Bench, included: bool | None, told: str) -> None:
    """With tax, without, or not known."""
    at_pos.now(pos=TestResult(found=replace(FOUND_POS, tax_included=included)))
    assert told in [each.text() for each in at_pos.seen(QLabel)]


def test_a_missing_permission_keeps_from_going_on(at_pos: Bench) -> None:
    """It is named, with what to do; *Next* tests again and stays."""
    at_pos.fill_pos()
    scopes = tuple(replace(s, granted=s.name != "inventory:read") for s in POS_SCOPES)
    at_pos.now(pos=TestResult(found=replace(FOUND_POS, scopes=scopes)))
    words = at_pos.said()
    assert "Found Fern & Flint, but the token may not read enough" in words
    assert "Read stock: not allowed (inventory:read)" in words
    assert "Make a token in the POS that may do all of this." in words
    at_pos.press("Next: online store")
    assert at_pos.wished == [("test_pos", "fernandflint", POS_TOKEN)]
    at_pos.now(pos=TestResult(found=replace(FOUND_POS, scopes=scopes)))
    assert ("wizard_step", "online") not in at_pos.wished


def test_an_optional_permission_says_what_is_lost(at_online: Bench) -> None:
    """Without orders it goes on, and the loss is told."""
    at_online.fill_online()
    scopes = tuple(replace(s, granted=s.name != "read_orders") for s in ONLINE_SCOPES)
    at_online.now(online=TestResult(found=replace(FOUND_ONLINE, scopes=scopes)))
    assert "Read orders: not allowed (read_orders)" in at_online.said()
    assert "Without it, any drop of online stock is taken for an open order." in at_online.said()
    at_online.press("Next: outlets")
    assert at_online.wished == [("save_stores",)]


def test_after_a_good_test_the_hand_moves_on(at_pos: Bench) -> None:
    """From *Test connection* the focus goes to the next step, not from a field."""
    at_pos.fill_pos()
    at_pos.button("Test connection").setFocus()
    at_pos.now(pos=TestResult(testing=True))
    assert at_pos.button("Testing…").hasFocus()
    at_pos.now(pos=TestResult(found=FOUND_POS))
    assert at_pos.button("Next: online store").hasFocus()


def test_next_tests_by_itself_and_goes_on(at_pos: Bench) -> None:
    """One press is enough when all is well."""
    at_pos.fill_pos()
    at_pos.press("Next: online store")
    assert at_pos.wished == [("test_pos", "fernandflint", POS_TOKEN)]
    at_pos.now(pos=TestResult(testing=True))
    at_pos.now(pos=TestResult(found=FOUND_POS))
    assert at_pos.wished[1:] == [("wizard_step", "online")]


def test_next_waits_for_a_test_under_way(at_pos: Bench) -> None:
    """It is not asked twice, and goes on when the answer is there."""
    at_pos.fill_pos()
    at_pos.now(pos=TestResult(testing=True))
    at_pos.press("Next: online store")
    assert at_pos.wished == []
    at_pos.now(pos=TestResult(found=FOUND_POS))
    assert at_pos.wished == [("wizard_step", "online")]


def test_next_after_a_test_tests_no_more(at_pos: Bench) -> None:
    """What was found holds."""
    at_pos.fill_pos()
    at_pos.now(pos=TestResult(found=FOUND_POS))
    assert at_pos.wished == []
    at_pos.press("Next: online store")
    assert at_pos.wished == [("wizard_step", "online")]


def test_a_test_that_failed_stays(at_pos: Bench) -> None:
    """*Next* does not go on later by itself either."""
    at_pos.fill_pos()
    at_pos.press("Next: online store")
    at_pos.now(pos=TestResult(trouble=Trouble("token", "pos", "")))
    at_pos.now(pos=TestResult(found=FOUND_POS))
    assert at_pos.wished == [("test_pos", "fernandflint", POS_TOKEN)]


@pytest.mark.parametrize("field", ["Shop address", "Access token"])
def test_typing_after_a_test_forgets_it(at_pos: Bench, field: str) -> None:
    """What is typed now is not what was found."""
    at_pos.fill_pos()
    at_pos.now(pos=TestResult(found=FOUND_POS))
    assert at_pos.wished == []
    at_pos.type(field, "x")
    assert at_pos.wished == [("forget_test", "pos")]


def test_typing_into_the_online_step_forgets_its_test(at_online: Bench) -> None:
    """Each side has its own."""
    at_online.now(online=TestResult(testing=True))
    at_online.type("Store number", "2")
    assert at_online.wished == [("forget_test", "online")]


def test_typing_during_a_test_stops_going_on(at_pos: Bench) -> None:
    """An answer to what stood there before moves nothing."""
    at_pos.fill_pos()
    at_pos.press("Next: online store")
    at_pos.now(pos=TestResult(testing=True))
    at_pos.type("Access token", "y")
    at_pos.now(pos=TestResult(found=FOUND_POS))
    assert ("wizard_step", "online") not in at_pos.wished


@pytest.mark.parametrize("name", ["Shop address", "Access token"])
@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_in_a_field_moves_on(at_pos: Bench, name: str, key: Qt.Key) -> None:
    """As the primary button does, once."""
    at_pos.fill_pos()
    QTest.keyClick(at_pos.field(name), key)
    assert at_pos.wished == [("test_pos", "fernandflint", POS_TOKEN)]


def test_enter_on_back_goes_back(at_pos: Bench) -> None:
    """A focused button does its own deed."""
    QTest.keyClick(at_pos.button("Back"), Qt.Key.Key_Return)
    assert at_pos.wished == [("leave_wizard",)]


def test_tab_goes_down_the_form(at_pos: Bench) -> None:
    """Fields, test, help, then the footer."""
    at_pos.fill_pos()
    at_pos.field("Shop address").setFocus()
    order = []
    for _ in range(7):
        focused = QApplication.focusWidget()
        assert focused is not None
        text = focused.text() if isinstance(focused, Button) else focused.accessibleName()
        order.append(text)
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    assert order == [
        "Shop address",
        "Access token",
        "Show what was typed",
        "Test connection",
        "Show me where",
        "Back",
        "Next: online store",
    ]


POS_TROUBLES: list[tuple[TroubleKind, str, str]] = [
    ("offline", "The POS cannot be reached", "There is no connection"),
    ("busy", "The POS is busy", "There is no connection"),
    ("token", "The POS refused the token", "Copy it once more"),
    ("scope", "The POS token may not do enough", "There is no connection"),
    ("unexpected", "No POS answered at this address", "Check the shop address"),
    ("settings", "This cannot be used as it is", "There is no connection"),
]


@pytest.mark.parametrize(("kind", "title", "text"), POS_TROUBLES)
def test_each_trouble_is_told_at_the_pos(
    at_pos: Bench, kind: TroubleKind, title: str, text: str
) -> None:
    """What happened, and what to do, below the fields."""
    at_pos.fill_pos()
    at_pos.now(pos=TestResult(trouble=Trouble(kind, "pos", "There is no connection.")))
    assert title in at_pos.said()
    assert text in at_pos.said()


ONLINE_TROUBLES: list[tuple[TroubleKind, str, str]] = [
    ("offline", "The online store cannot be reached", "There is no connection"),
    ("busy", "The online store is busy", "There is no connection"),
    ("token", "The online store refused the token", "look at the store number too"),
    ("scope", "The online store’s token may not do enough", "There is no connection"),
    ("unexpected", "No online store answered to this number", "Check the store number"),
]


@pytest.mark.parametrize(("kind", "title", "text"), ONLINE_TROUBLES)
def test_each_trouble_is_told_at_the_online_store(
    at_online: Bench, kind: TroubleKind, title: str, text: str
) -> None:
    """Each side has its own words."""
    at_online.now(online=TestResult(trouble=Trouble(kind, "ecom", "There is no connection.")))
    assert title in at_online.said()
    assert text in at_online.said()


def test_an_answer_never_interrupts_typing(at_pos: Bench) -> None:
    """Text, cursor and focus stay through a refresh."""
    at_pos.type("Shop address", "fern")
    line = at_pos.field("Shop address")
    line.setCursorPosition(2)
    at_pos.now(pos=TestResult(testing=True))
    at_pos.now(pos=TestResult(trouble=Trouble("busy", "pos", "")), pos_address="other")
    assert (line.text(), line.cursorPosition(), line.hasFocus()) == ("fern", 2, True)


# Back and forth


def test_going_back_and_forth_loses_nothing(at_pos: Bench) -> None:
    """What was typed in both steps is there again."""
    at_pos.fill_pos()
    at_pos.now(step="online", pos=TestResult(found=FOUND_POS))
    at_pos.fill_online()
    at_pos.press("Back")
    assert at_pos.wished[-1] == ("wizard_step", "pos")
    at_pos.now(step="pos")
    assert at_pos.field("Shop address").text() == "fernandflint"
    assert at_pos.field("Access token").text() == POS_TOKEN
    assert "Found Fern & Flint" in at_pos.said()
    at_pos.now(step="online")
    assert at_pos.field("Store number").text() == "20553017"
    assert at_pos.field("Secret token").text() == ONLINE_TOKEN


def test_back_from_the_outlets_leads_to_the_online_store(at_outlets: Bench) -> None:
    """One step at a time."""
    at_outlets.press("Back")
    assert at_outlets.wished == [("wizard_step", "online")]


def test_leaving_for_welcome_keeps_what_was_typed(at_pos: Bench) -> None:
    """The footer says so."""
    at_pos.fill_pos()
    assert (
        "Going back keeps what you typed; closing the window keeps all but tokens." in at_pos.said()
    )
    at_pos.screen.refresh(at_pos.desk.now("place", place="welcome"))
    at_pos.screen.refresh(at_pos.desk.now("place", place="wizard"))
    assert at_pos.field("Access token").text() == POS_TOKEN


def test_tokens_are_gone_once_the_shop_is_open(at_pos: Bench) -> None:
    """They are in the keyring by then, and nowhere else."""
    at_pos.fill_pos()
    at_pos.screen.refresh(at_pos.desk.now("place", place="shop"))
    at_pos.screen.refresh(at_pos.desk.now("place", place="wizard"))
    assert at_pos.field("Access token").text() == ""
    assert at_pos.field("Shop address").text() == "fernandflint"


def test_what_is_saved_is_filled_in(qtbot: QtBot) -> None:
    """Address and number, never a token."""
    saved = WizardFacts(
        pos_address="https://fernandflint.retail.lightspeed.app/api", store_id="20553017"
    )
    bench = Bench(qtbot, saved)
    assert bench.field("Shop address").text() == "fernandflint"
    assert bench.field("Access token").text() == ""
    assert bench.field("Access token").hasFocus()
    bench.now(step="online")
    assert bench.field("Store number").text() == "20553017"


def test_a_step_that_is_done_can_be_gone_to(at_online: Bench) -> None:
    """By a click or by keys."""
    QTest.mouseClick(at_online.step(1), LEFT)
    assert at_online.wished == [("wizard_step", "pos")]
    assert "done" in at_online.step(1).accessibleName()
    at_online.step(1).setFocus()
    QTest.keyClick(at_online.step(1), Qt.Key.Key_Return)
    assert at_online.wished == [("wizard_step", "pos")] * 2


def test_a_step_that_is_not_ready_cannot(at_pos: Bench) -> None:
    """Neither by a click nor by Tab."""
    QTest.mouseClick(at_pos.step(2), LEFT)
    QTest.mouseClick(at_pos.step(3), LEFT)
    assert at_pos.wished == []
    assert at_pos.step(2).focusPolicy() == Qt.FocusPolicy.NoFocus


def test_the_samples_are_never_far(at_pos: Bench) -> None:
    """At the bottom left of each step."""
    at_pos.press("Explore with sample stores")
    assert at_pos.wished == [("explore_samples",)]


# Keeping the tokens


def test_the_online_step_saves_both_tokens(at_online: Bench) -> None:
    """After a test that *Next* begins."""
    at_online.fill_online()
    at_online.press("Next: outlets")
    assert at_online.wished == [("test_online", "20553017", ONLINE_TOKEN)]
    at_online.now(online=TestResult(testing=True))
    at_online.now(online=TestResult(found=FOUND_ONLINE))
    assert at_online.wished[1:] == [("save_stores",)]


def test_saving_is_told_and_asked_once(at_online: Bench) -> None:
    """While the keyring takes its time."""
    at_online.now(online=TestResult(found=FOUND_ONLINE), saving=True)
    assert "Putting the tokens into this computer’s keyring…" in at_online.said()
    at_online.press("Next: outlets")
    assert at_online.wished == []


@pytest.mark.parametrize(
    ("kind", "title", "text"),
    [
        ("keyring", "Your keyring is locked", "Unlock it with your computer password"),
        ("no keyring", "There is no keyring to use", "install GNOME Keyring or KDE Wallet"),
        ("storage", "Counterpart cannot save on this computer", "The disk is full."),
        ("offline", "The POS cannot be reached", "The disk is full."),
    ],
)
def test_what_keeps_tokens_from_being_kept_is_told(
    at_online: Bench, kind: TroubleKind, title: str, text: str
) -> None:
    """With what to do and a button that tries again."""
    found = TestResult(found=FOUND_ONLINE)
    side: Side | None = "pos" if kind == "offline" else None
    at_online.now(online=found, trouble=Trouble(kind, side, "The disk is full."))
    assert title in at_online.said()
    assert text in at_online.said()
    at_online.press("Try again")
    assert at_online.wished == [("save_stores",)]
    at_online.now(trouble=None, saving=True)
    assert title not in at_online.said()


def test_what_was_typed_survives_a_locked_keyring(at_online: Bench) -> None:
    """And it is said that nothing was saved."""
    at_online.fill_online()
    at_online.now(
        online=TestResult(found=FOUND_ONLINE), trouble=Trouble("keyring", None, "Locked.")
    )
    assert at_online.field("Secret token").text() == ONLINE_TOKEN
    assert "nothing was saved yet" in at_online.said()


# Outlets


def choose(bench: Bench, register: str) -> None:
    """Choose a register with the keys."""
    combo = bench.seen(QComboBox)[0]
    combo.setFocus()
    for _ in range(combo.count()):
        if combo.currentText().startswith(register):
            return
        QTest.keyClick(combo, Qt.Key.Key_Down)
    assert combo.currentText().startswith(register)


def test_without_a_register_it_asks_for_one(at_outlets: Bench) -> None:
    """The safe answer is none of our choosing."""
    at_outlets.press("Finish: read both stores")
    assert at_outlets.wished == []
    assert "Choose the register that takes your online orders." in at_outlets.said()
    assert at_outlets.seen(QComboBox)[0].hasFocus()
    choose(at_outlets, "Front till")
    assert "Choose the register that takes your online orders." not in at_outlets.said()


def test_the_registers_outlet_is_ticked_and_locked(at_outlets: Bench) -> None:
    """With the reason; a click changes nothing."""
    choose(at_outlets, "Hall till")
    tick = at_outlets.outlet("Market Hall")
    assert (tick.isChecked(), tick.is_locked()) == (True, True)
    assert "Takes the online orders, so it always counts." in at_outlets.said()
    QTest.mouseClick(tick, LEFT)
    QTest.keyClick(tick, Qt.Key.Key_Space)
    assert tick.isChecked()
    assert not at_outlets.outlet("Harbour Street").is_locked()


def test_another_register_moves_the_lock(at_outlets: Bench) -> None:
    """What was ticked by hand before comes back as it was."""
    QTest.mouseClick(at_outlets.outlet("Market Hall"), LEFT)
    choose(at_outlets, "Hall till")
    assert at_outlets.outlet("Market Hall").isChecked()
    QTest.mouseClick(at_outlets.outlet("Pop-up & Fair"), LEFT)
    combo = at_outlets.seen(QComboBox)[0]
    QTest.keyClick(combo, Qt.Key.Key_Home)
    assert combo.currentText().startswith("Front till")
    assert at_outlets.outlet("Harbour Street").is_locked()
    assert not at_outlets.outlet("Market Hall").is_locked()
    assert not at_outlets.outlet("Market Hall").isChecked()


def test_finishing_tells_register_and_outlets(at_outlets: Bench) -> None:
    """By mouse and by keys: what is ticked counts, the register's outlet always."""
    choose(at_outlets, "Front till")
    QTest.mouseClick(at_outlets.outlet("Market Hall"), LEFT)
    QTest.keyClick(at_outlets.outlet("Pop-up & Fair"), Qt.Key.Key_Space)
    assert "2 of 3 outlets count" in at_outlets.step(3).accessibleName()
    at_outlets.press("Finish: read both stores")
    assert at_outlets.wished == [("finish_wizard", "r1", ("o1", "o3"))]


def test_enter_on_a_tick_finishes(at_outlets: Bench) -> None:
    """As it moves on in the steps before."""
    choose(at_outlets, "Front till")
    QTest.keyClick(at_outlets.outlet("Market Hall"), Qt.Key.Key_Return)
    assert at_outlets.wished == [("finish_wizard", "r1", ("o1", "o2"))]


def test_a_single_register_is_chosen(qtbot: QtBot) -> None:
    """Where there is nothing to choose, nothing is asked."""
    outlets = replace(OUTLETS, registers=OUTLETS.registers[2:])
    bench = Bench(qtbot, replace(AT_OUTLETS, outlets=outlets))
    assert bench.outlet("Market Hall").is_locked()
    assert bench.button("Finish: read both stores").hasFocus()
    bench.press("Finish: read both stores")
    assert bench.wished == [("finish_wizard", "r3", ("o1", "o2"))]


def test_a_shop_without_a_register_says_so(qtbot: QtBot) -> None:
    """It cannot be finished, and the POS is where to mend it."""
    bench = Bench(qtbot, replace(AT_OUTLETS, outlets=replace(OUTLETS, registers=())))
    bench.press("Finish: read both stores")
    assert "Your POS has no register." in bench.said()
    assert bench.wished == []


def test_the_draft_survives_a_refresh(at_outlets: Bench) -> None:
    """Facts that come again do not undo what was ticked."""
    choose(at_outlets, "Front till")
    QTest.mouseClick(at_outlets.outlet("Market Hall"), LEFT)
    tick = at_outlets.outlet("Market Hall")
    at_outlets.now(outlets=replace(OUTLETS, outlets=OUTLETS.outlets[::-1]))
    assert at_outlets.outlet("Market Hall") is tick
    assert not tick.isChecked()
    assert at_outlets.seen(QComboBox)[0].currentText().startswith("Front till")


def test_an_outlet_that_is_gone_leaves_the_list(at_outlets: Bench) -> None:
    """The POS told anew after a step back."""
    at_outlets.now(outlets=replace(OUTLETS, outlets=OUTLETS.outlets[:2]))
    assert [each.accessibleName() for each in at_outlets.seen(TickBox)] == [
        "Harbour Street",
        "Market Hall",
    ]


def test_the_wheel_chooses_no_register(at_outlets: Bench) -> None:
    """Scrolling the page must not change where orders go."""
    choose(at_outlets, "Front till")
    combo = at_outlets.seen(QComboBox)[0]
    middle = QPointF(combo.rect().center())
    turned = QWheelEvent(
        middle,
        combo.mapToGlobal(middle),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(combo, turned)
    assert combo.currentText().startswith("Front till")


def test_orders_are_taken_by_hand_unless_said_otherwise(at_outlets: Bench) -> None:
    """Both ways have a sentence; a click is kept at once."""
    by_hand, automatically = at_outlets.seen(QRadioButton)
    assert by_hand.isChecked()
    assert "You ring them up yourself." in at_outlets.said()
    assert "Another link books them in the POS" in at_outlets.said()
    QTest.mouseClick(automatically, LEFT)
    assert at_outlets.wished == [("set_setting", "orders.reach_pos", "automatically")]


def test_the_arrows_choose_how_orders_come(at_outlets: Bench) -> None:
    """By keys as by mouse."""
    by_hand, automatically = at_outlets.seen(QRadioButton)
    by_hand.setFocus()
    QTest.keyClick(by_hand, Qt.Key.Key_Down)
    assert automatically.isChecked()
    assert at_outlets.wished == [("set_setting", "orders.reach_pos", "automatically")]


def test_the_setting_is_shown_as_it_is(qtbot: QtBot) -> None:
    """Showing it wishes for nothing."""
    bench = Bench(qtbot, AT_OUTLETS, settings={"orders.reach_pos": "automatically"})
    _, automatically = bench.seen(QRadioButton)
    assert automatically.isChecked()
    assert bench.wished == []


def test_outlets_are_read_before_they_are_shown(qtbot: QtBot) -> None:
    """Until then it is said, and nothing can be finished."""
    bench = Bench(qtbot, replace(AT_OUTLETS, outlets=None))
    assert "Reading the outlets…" in bench.said()
    bench.press("Finish: read both stores")
    assert bench.wished == []


def test_outlets_that_cannot_be_read_are_asked_for_again(qtbot: QtBot) -> None:
    """The trouble is told at this step too."""
    trouble = Trouble("offline", "pos", "There is no connection to the POS.")
    bench = Bench(qtbot, replace(AT_OUTLETS, outlets=None, trouble=trouble))
    assert "The POS cannot be reached" in bench.said()
    bench.press("Try again")
    assert bench.wished == [("save_stores",)]


def test_a_full_disk_at_the_end_is_told(at_outlets: Bench) -> None:
    """Trying again finishes again."""
    choose(at_outlets, "Front till")
    trouble = Trouble("storage", None, "The disk is full.", "Free some space.")
    at_outlets.screen.refresh(at_outlets.desk.now("trouble", trouble=trouble))
    assert "Counterpart cannot save on this computer" in at_outlets.said()
    at_outlets.press("Try again")
    assert at_outlets.wished == [("finish_wizard", "r1", ("o1", "o2"))]


# Connecting again

AGAIN = WizardFacts(
    step="online",
    reconnecting=True,
    pos_address="https://fernandflint.retail.lightspeed.app/api",
    store_id="20553017",
)
SHOP = StoreFacts(pos_name="Fern & Flint", online_name="Fern & Flint Online")


def test_a_refused_token_is_replaced_where_it_was_refused(qtbot: QtBot) -> None:
    """At that side, the number filled in, the reason said, the focus in the token."""
    bench = Bench(qtbot, AGAIN, trouble=Trouble("token", "ecom", ""), store=SHOP)
    assert "Connect your online store again" in bench.said()
    assert "The online store refused the token. Nothing was lost" in bench.said()
    assert bench.field("Store number").text() == "20553017"
    assert bench.field("Secret token").hasFocus()
    assert "Fern & Flint" in bench.step(1).accessibleName()
    assert "done" in bench.step(1).accessibleName()


def test_the_pos_can_be_refused_too(qtbot: QtBot) -> None:
    """Its step says so, the other one does not."""
    facts = replace(AGAIN, step="pos")
    bench = Bench(qtbot, facts, trouble=Trouble("token", "pos", ""), store=SHOP)
    assert "Connect your POS again" in bench.said()
    bench.now(step="online")
    assert "Connect your online store again" not in bench.said()


def test_a_side_known_to_refuse_is_enough(qtbot: QtBot) -> None:
    """Even when another trouble is told meanwhile."""
    bench = Bench(qtbot, replace(AGAIN, step="pos"), pos="refused", store=SHOP)
    assert "Connect your POS again" in bench.said()


@pytest.mark.parametrize(
    ("trouble", "told"),
    [
        (Trouble("scope", "ecom", "It may not read orders."), "It may not read orders."),
        (Trouble("not connected", None, ""), "This computer has no token for it any more."),
    ],
)
def test_other_reasons_to_connect_again_are_said(qtbot: QtBot, trouble: Trouble, told: str) -> None:
    """A token that is gone was not refused."""
    bench = Bench(qtbot, AGAIN, trouble=trouble, store=SHOP)
    assert told in bench.said()
    assert "refused" not in bench.said()


def test_there_is_a_way_back_to_the_catalogue(qtbot: QtBot) -> None:
    """Instead of the samples, which would close the shop."""
    bench = Bench(qtbot, AGAIN, trouble=Trouble("token", "ecom", ""), store=SHOP)
    assert "Explore with sample stores" not in [b.text() for b in bench.seen(Button)]
    bench.press("Back to the catalogue")
    assert bench.wished == [("leave_wizard",)]


# All of it


@pytest.mark.parametrize("facts", [WizardFacts(), AT_ONLINE, AT_OUTLETS])
def test_everything_that_takes_the_focus_has_a_name(qtbot: QtBot, facts: WizardFacts) -> None:
    """A screen reader says what each control is."""
    bench = Bench(qtbot, facts)
    for each in bench.seen(QWidget):
        if each.focusPolicy() != Qt.FocusPolicy.NoFocus:
            text = each.text() if isinstance(each, QAbstractButton) else ""
            assert each.accessibleName() or text, each


@pytest.fixture
def _large_text(qapp: QApplication) -> Iterator[None]:
    theme.set_text_scale(qapp, 150)
    yield
    theme.set_text_scale(qapp, 100)


@pytest.mark.usefixtures("_large_text")
@pytest.mark.parametrize(
    "facts", [WizardFacts(pos=TestResult(found=FOUND_POS)), AT_ONLINE, AT_OUTLETS]
)
def test_large_text_is_not_cut(qtbot: QtBot, facts: WizardFacts) -> None:
    """Buttons hold their words, lines their height, and the page scrolls down alone."""
    bench = Bench(qtbot, facts)
    bench.screen.resize(1120, 640)
    QApplication.processEvents()
    for button in bench.seen(Button):
        assert button.width() >= button.sizeHint().width(), button.text()
    for label in bench.seen(QLabel):
        if label.wordWrap():
            assert label.height() >= label.heightForWidth(label.width()), label.text()
        else:
            assert label.width() >= label.sizeHint().width(), label.text()


def test_what_is_forgotten_is_forgotten_once(qtbot: QtBot, tmp_path: Path) -> None:
    """What is typed after it is kept again, when one goes back as well."""
    kept = QSettings(str(tmp_path / "looks.ini"), QSettings.Format.IniFormat)
    bench = Bench(qtbot, WizardFacts(), kept)
    QTest.keyClicks(bench.field("Shop address"), "oldshop")
    bench.screen.refresh(bench.desk.now("place", "forgotten", place="welcome", forgotten=()))
    assert kept.allKeys() == []
    bench.screen.refresh(bench.desk.now("place", "forgotten", place="wizard", forgotten=None))
    assert bench.field("Shop address").text() == ""
    QTest.keyClicks(bench.field("Shop address"), "fernandflint")
    bench.screen.refresh(bench.desk.now("place", place="welcome"))
    bench.screen.refresh(bench.desk.now("place", place="wizard"))
    assert bench.field("Shop address").text() == "fernandflint"


def test_what_was_typed_outlives_the_window_but_for_tokens(qtbot: QtBot, tmp_path: Path) -> None:
    """Who looks for a token can close Counterpart; once connected nothing of it is left."""
    kept = QSettings(str(tmp_path / "looks.ini"), QSettings.Format.IniFormat)
    first = Bench(qtbot, WizardFacts(), kept)
    QTest.keyClicks(first.field("Shop address"), "fernandflint")
    QTest.keyClicks(first.field("Access token"), "lsxs_pt_secret")
    kept.sync()
    assert "secret" not in (tmp_path / "looks.ini").read_text(encoding="utf-8")
    again = Bench(qtbot, WizardFacts(), kept)
    assert again.field("Shop address").text() == "fernandflint"
    assert again.field("Access token").text() == ""
    assert again.field("Access token").hasFocus()
    again.screen.refresh(again.desk.now("place", place="shop"))
    assert kept.allKeys() == []
