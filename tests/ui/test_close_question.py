"""Closing during a run asks once, beside the work; every way out is an answer."""

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.facts.state import AppState, RunFacts
from app.ui import theme
from app.ui.screens.close_question import CloseQuestion
from app.ui.style import CounterpartStyle
from tests.ui.desk import RecordingDesk

RUN = RunFacts(active=True, kind="sync", started=1.0, phase="writing", done=31, failed=1, total=58)
ASKED = AppState(place="shop", run=RUN, question="close during run")


@pytest.fixture(autouse=True)
def app(qapp: QApplication) -> Iterator[QApplication]:
    """The application in our style, and back as it was."""
    qapp.setStyle(CounterpartStyle())
    theme.apply_appearance(qapp, "light")
    yield qapp
    theme.set_text_scale(qapp, 100)


class Asked(NamedTuple):
    """The question, the desk behind it, and the window below it."""

    question: CloseQuestion
    desk: RecordingDesk
    window: QWidget


def asked(qtbot: QtBot, state: AppState = ASKED) -> Asked:
    """The question, asked over a window."""
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1280, 800)
    window.show()
    desk = RecordingDesk(state)
    question = CloseQuestion(desk.wishes, window)
    question.refresh(desk.now("question"))
    qtbot.waitUntil(question.isVisible, timeout=1000)
    return Asked(question, desk, window)


@pytest.mark.parametrize(
    ("button", "answer"), [("stop", "stop"), ("background", "background"), ("stay", "stay")]
)
def test_each_button_names_its_deed(qtbot: QtBot, button: str, answer: str) -> None:
    """And tells it once."""
    question, desk, _window = asked(qtbot)
    QTest.mouseClick(getattr(question, button), Qt.MouseButton.LeftButton)
    assert desk.wished == [("answer_close", answer)]
    assert not question.isVisible()


def test_enter_gives_the_safe_answer(qtbot: QtBot) -> None:
    """Focus and Enter rest on what loses nothing."""
    question, desk, _window = asked(qtbot)
    assert question.stop.isDefault()
    QTest.keyClick(question, Qt.Key.Key_Return)
    assert desk.wished == [("answer_close", "stop")]


def test_esc_stays(qtbot: QtBot) -> None:
    """As does the dialog's own cross."""
    question, desk, _window = asked(qtbot)
    QTest.keyClick(question, Qt.Key.Key_Escape)
    assert desk.wished == [("answer_close", "stay")]
    again, other, _below = asked(qtbot)
    again.close()
    assert other.wished == [("answer_close", "stay")]


def test_the_question_has_a_number_in_it(qtbot: QtBot) -> None:
    """And follows the run while it is open."""
    question, desk, _window = asked(qtbot)

    def said() -> str:
        return " ".join(label.text() for label in question.findChildren(QLabel))

    assert "A sync is running. Keep it going in the background, or stop it safely?" in said()
    assert "31 of 58 changes are sent. If you stop, 26 wait for the next sync." in said()
    question.refresh(desk.now("run", run=replace(RUN, done=56)))
    assert "56 of 58 changes are sent. If you stop, 1 waits for the next sync." in said()
    checking = replace(RUN, phase="checking", done=57, checked=20)
    question.refresh(desk.now("run", run=checking))
    assert "57 of 58 changes are sent, 20 are checked." in said()
    assert "If you stop, the next sync checks the rest." in said()
    question.refresh(desk.now("run", run=replace(RUN, total=0)))
    assert "It is reading both stores and has sent nothing so far." in said()
    question.refresh(desk.now("run", run=replace(RUN, total=0, kind="preview")))
    assert "Both stores are being compared. Keep it going, or stop it?" in said()


def test_it_waits_beside_the_work(qtbot: QtBot) -> None:
    """`open` returns at once: nothing is held up."""
    question, desk, _window = asked(qtbot)
    assert question.isVisible()
    assert desk.wished == []


def test_it_closes_with_the_question(qtbot: QtBot) -> None:
    """Answered elsewhere, or the run is over: nobody is asked any more."""
    question, desk, _window = asked(qtbot)
    question.refresh(desk.now("question", question=None))
    assert not question.isVisible()
    assert desk.wished == []
    question.refresh(desk.now("question", question="close during run"))
    assert question.isVisible()


@pytest.mark.parametrize("scale", [100, 150])
def test_its_words_have_room(app: QApplication, qtbot: QtBot, scale: int) -> None:
    """No button is narrower than its text, no line cut."""
    theme.set_text_scale(app, scale)
    question, _desk, _window = asked(qtbot)
    for button in (question.stay, question.background, question.stop):
        assert button.width() >= button.sizeHint().width()
    for label in question.findChildren(QLabel):
        assert label.height() >= label.heightForWidth(label.width())
