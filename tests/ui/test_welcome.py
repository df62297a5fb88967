"""The first screen: two ways in, by mouse and by keys."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel
from pytestqt.qtbot import QtBot

from app.facts.state import AppState, Changed, Trouble
from app.ui.screens.welcome import WelcomeScreen
from app.ui.widgets.banner import Banner
from app.ui.widgets.button import Button
from tests.ui.desk import RecordingDesk

ALL = Changed(frozenset({"place", "trouble"}))


@pytest.fixture
def desk() -> RecordingDesk:
    """A door to nowhere."""
    return RecordingDesk()


@pytest.fixture
def screen(qtbot: QtBot, desk: RecordingDesk) -> WelcomeScreen:
    """The screen, shown."""
    made = WelcomeScreen(desk.wishes)
    qtbot.addWidget(made)
    made.resize(1280, 774)
    made.refresh(ALL)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def button(screen: WelcomeScreen, text: str) -> QAbstractButton:
    """The button that says this."""
    return next(each for each in screen.findChildren(QAbstractButton) if each.text() == text)


def said(screen: WelcomeScreen) -> str:
    """All that can be read."""
    return " ".join(each.text() for each in screen.findChildren(QLabel) if each.isVisible())


def test_it_says_what_it_does_and_what_it_leaves_alone(screen: WelcomeScreen) -> None:
    """One sentence on the deed, one on the POS, one on the samples."""
    words = said(screen)
    assert "keeps your online store in step with your POS" in words
    assert "Counterpart only reads your POS and never changes anything there." in words
    assert "products to try everything on. Nothing of yours is touched." in words


def test_a_click_connects(screen: WelcomeScreen, desk: RecordingDesk) -> None:
    """The first way in opens the wizard."""
    QTest.mouseClick(button(screen, "Connect your stores"), Qt.MouseButton.LeftButton)
    assert desk.wished == [("open_wizard",)]


def test_a_click_explores(screen: WelcomeScreen, desk: RecordingDesk) -> None:
    """The second way in opens the sample stores."""
    QTest.mouseClick(button(screen, "Explore with sample stores"), Qt.MouseButton.LeftButton)
    assert desk.wished == [("explore_samples",)]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_the_keys_rest_on_connecting(
    screen: WelcomeScreen, desk: RecordingDesk, key: Qt.Key
) -> None:
    """A newcomer may press Enter at once."""
    first = button(screen, "Connect your stores")
    assert first.hasFocus()
    QTest.keyClick(first, key)
    assert desk.wished == [("open_wizard",)]


def test_tab_leads_to_the_samples(screen: WelcomeScreen, desk: RecordingDesk) -> None:
    """One Tab further, Enter explores."""
    QTest.keyClick(button(screen, "Connect your stores"), Qt.Key.Key_Tab)
    second = button(screen, "Explore with sample stores")
    assert second.hasFocus()
    QTest.keyClick(second, Qt.Key.Key_Return)
    assert desk.wished == [("explore_samples",)]


def test_coming_back_rests_on_connecting(screen: WelcomeScreen, desk: RecordingDesk) -> None:
    """After the wizard was left, the focus is where it was at first."""
    screen.refresh(desk.now("place", place="wizard"))
    button(screen, "Explore with sample stores").setFocus()
    screen.refresh(desk.now("place", place="welcome"))
    assert button(screen, "Connect your stores").hasFocus()


def test_what_keeps_from_starting_is_told(screen: WelcomeScreen, desk: RecordingDesk) -> None:
    """A disk that is full is said here, with a way to try again; then it goes."""
    banner = screen.findChild(Banner)
    assert banner is not None
    assert not banner.isVisible()
    trouble = Trouble("storage", None, "The disk is full.", "Free some space.")
    screen.refresh(desk.now("trouble", trouble=trouble))
    assert banner.isVisible()
    assert "The disk is full. Free some space." in said(screen)
    QTest.mouseClick(button(screen, "Try again"), Qt.MouseButton.LeftButton)
    assert desk.wished == [("try_again",)]
    screen.refresh(desk.now("trouble", trouble=None))
    assert not banner.isVisible()


def test_each_button_has_a_name_and_its_whole_text(screen: WelcomeScreen) -> None:
    """Nothing is clipped, nothing nameless."""
    for each in screen.findChildren(Button):
        if each.isVisible():
            assert each.text()
            assert each.width() >= each.sizeHint().width()
            assert each.height() >= each.sizeHint().height()


def test_no_line_of_text_is_cut(screen: WelcomeScreen) -> None:
    """Each text is as high as its lines at the width it got."""
    for each in screen.findChildren(QLabel):
        if each.isVisible() and each.wordWrap():
            assert each.height() >= each.heightForWidth(each.width())


def test_a_state_without_trouble_shows_none(qtbot: QtBot) -> None:
    """Parts that do not concern it leave it alone."""
    desk = RecordingDesk(AppState(trouble=Trouble("storage", None, "The disk is full.")))
    made = WelcomeScreen(desk.wishes)
    qtbot.addWidget(made)
    made.show()
    made.refresh(Changed(frozenset({"rows", "run"})))
    banner = made.findChild(Banner)
    assert banner is not None
    assert not banner.isVisible()
