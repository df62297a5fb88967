"""A token on the screen: dots, not to be copied, never brought back from the keyring."""

from dataclasses import fields

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from app.facts.state import AppState, StoreFacts, StoreFound, WizardFacts
from app.ui.widgets.field import _SecretLine

pytestmark = pytest.mark.window


def test_a_hidden_token_can_not_be_copied_or_cut(qapp: QApplication, qtbot: QtBot) -> None:
    """Nor is it in a picture of the field; pasting works."""
    line = _SecretLine()
    qtbot.addWidget(line)
    line.show()
    qapp.clipboard().setText("pasted token")
    line.setFocus()
    QTest.keyClick(line, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert line.text() == "pasted token"
    assert line.echoMode() == QLineEdit.EchoMode.Password
    assert "pasted" not in line.displayText()
    qapp.clipboard().setText("before")
    line.selectAll()
    for key in (Qt.Key.Key_C, Qt.Key.Key_X):
        QTest.keyClick(line, key, Qt.KeyboardModifier.ControlModifier)
        assert qapp.clipboard().text() == "before"


def test_facts_for_the_screen_hold_no_token() -> None:
    """What was saved is never shown again: the screens aren't even told."""
    for kind in (AppState, StoreFacts, StoreFound, WizardFacts):
        assert not [field.name for field in fields(kind) if "token" in field.name]
