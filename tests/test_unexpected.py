"""Errors that nobody expected: logged and told once for each place."""

import logging

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from app.unexpected import told


def test_what_a_timer_ends_in_is_told_once_for_each_place(
    qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    """The log has the whole story, the window a sentence."""
    errors: list[Exception] = []

    def one() -> None:
        raise ValueError("one")

    def other() -> None:
        raise KeyError("other")

    with told(errors.append), caplog.at_level(logging.ERROR, "app.unexpected"):
        for broken in (one, other, one):
            QTimer.singleShot(0, broken)
        qtbot.waitUntil(lambda: len(errors) == 2)
        qtbot.wait(20)
    assert [type(error) for error in errors] == [ValueError, KeyError]
    assert [record.levelname for record in caplog.records] == ["ERROR", "ERROR"]
    assert "ValueError: one" in caplog.text
