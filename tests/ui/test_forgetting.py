"""Forgetting everything on the screens: the deed in the settings, the question, the welcome."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.facts.state import AppState, Changed, RunFacts, StoreFacts
from app.ui import theme
from app.ui.screens.forget_question import ForgetQuestion
from app.ui.screens.settings_household import ForgetPart
from app.ui.screens.welcome import WelcomeScreen
from app.ui.style import CounterpartStyle
from tests.ui.desk import RecordingDesk
from tests.ui.full_shop import STAYED

LEFT = Qt.MouseButton.LeftButton
ASKED = AppState(place="shop", question="forget everything")
RUN = RunFacts(active=True)


@pytest.fixture(autouse=True)
def app(qapp: QApplication) -> Iterator[QApplication]:
    """The application in our style, and back as it was."""
    qapp.setStyle(CounterpartStyle())
    theme.apply_appearance(qapp, "light")
    yield qapp
    theme.set_text_scale(qapp, 100)


def asked(qtbot: QtBot, state: AppState = ASKED) -> tuple[ForgetQuestion, RecordingDesk]:
    """The question, asked over a window."""
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    desk = RecordingDesk(state)
    question = ForgetQuestion(desk.wishes, window)
    question.refresh(desk.now("question"))
    qtbot.waitUntil(question.isVisible, timeout=1000)
    desk.window = window  # type: ignore[attr-defined]
    return question, desk


def said(widget: QWidget) -> str:
    """All that can be read."""
    return " ".join(each.text() for each in widget.findChildren(QLabel) if each.isVisible())


@pytest.mark.parametrize(("button", "answer"), [("forget", True), ("keep", False)])
def test_each_button_names_its_deed(qtbot: QtBot, button: str, answer: bool) -> None:
    """And tells it once."""
    question, desk = asked(qtbot)
    QTest.mouseClick(getattr(question, button), LEFT)
    assert desk.wished == [("answer_forget", answer)]
    assert not question.isVisible()


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Escape])
def test_enter_and_esc_keep_everything(qtbot: QtBot, key: Qt.Key) -> None:
    """The safe answer takes no thought."""
    question, desk = asked(qtbot)
    QTest.keyClick(question, key)
    assert desk.wished == [("answer_forget", False)]


def test_it_says_what_goes_and_what_stays(qtbot: QtBot) -> None:
    """With a number in it."""
    question, _desk = asked(qtbot)
    assert "Forget everything that is known of 0 products?" in said(question)
    assert "none of it comes back" in said(question)
    assert "what is online stays online" in said(question)


def test_from_the_sample_shop_it_says_that_more_goes_than_is_seen(qtbot: QtBot) -> None:
    """The manager's own stores are forgotten as well."""
    samples = replace(ASKED, store=StoreFacts(demo=True))
    question, _desk = asked(qtbot, samples)
    assert "Forget everything, your own stores too?" in said(question)
    assert "history of your own stores go as well as the sample stores" in said(question)


def test_a_sync_that_begins_goes_first(qtbot: QtBot) -> None:
    """The deed waits until it is over."""
    question, desk = asked(qtbot)
    question.refresh(desk.now("run", run=RUN))
    QTest.mouseClick(question.forget, LEFT)
    assert desk.wished == []
    question.refresh(desk.now("run", run=replace(RUN, active=False)))
    QTest.mouseClick(question.forget, LEFT)
    assert desk.wished == [("answer_forget", True)]


@pytest.mark.parametrize("scale", [100, 150])
def test_its_words_have_room(app: QApplication, qtbot: QtBot, scale: int) -> None:
    """No button is narrower than its text, no line cut."""
    theme.set_text_scale(app, scale)
    question, _desk = asked(qtbot)
    for button in (question.keep, question.forget):
        assert button.width() >= button.sizeHint().width()
    for label in question.findChildren(QLabel):
        assert label.height() >= label.heightForWidth(label.width())


def test_the_settings_lead_there_but_not_during_a_sync(qtbot: QtBot) -> None:
    """And say why not."""
    wished: list[str] = []
    part = ForgetPart(lambda: wished.append("asked"))
    qtbot.addWidget(part)
    part.show()
    assert "Neither store is changed." in said(part)
    part.show_run(RUN)
    QTest.mouseClick(part.button, LEFT)
    assert wished == []
    assert "A sync is running." in said(part)
    part.show_run(RunFacts())
    QTest.mouseClick(part.button, LEFT)
    assert wished == ["asked"]
    assert "A sync is running." not in said(part)


def test_welcome_tells_what_became_of_it(qtbot: QtBot) -> None:
    """All is gone, or what stayed with the way to be rid of it."""
    desk = RecordingDesk(AppState())
    screen = WelcomeScreen(desk.wishes)
    qtbot.addWidget(screen)
    screen.resize(1280, 774)
    screen.show()
    told = Changed(frozenset({"forgotten"}))
    screen.refresh(told)
    assert "forgotten" not in said(screen).lower()
    screen.refresh(desk.now("forgotten", forgotten=()))
    assert "Everything is forgotten" in said(screen)
    screen.refresh(desk.now("forgotten", forgotten=STAYED))
    assert "Forgotten, but 3 things stayed on this computer" in said(screen)
    assert "A token stayed in the keyring: Not allowed." in said(screen)
    assert "Remove “pos:fernandflint.retail.lightspeed.app” under “Counterpart”" in said(screen)
    assert "1-0a1b2c3d.sqlite can’t be removed: Access denied." in said(screen)
    assert "COUNTERPART_POS_TOKEN is set as an environment variable" in said(screen)
    screen.refresh(desk.now("forgotten", forgotten=STAYED * 3))
    assert "4 more things like these stayed." in said(screen)
    screen.refresh(desk.now("forgotten", "place", forgotten=None))
    assert "orgotten" not in said(screen)
