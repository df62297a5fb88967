"""Errors that nobody expected: logged and told once for each place."""

import asyncio
import logging
from contextlib import closing

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

    loop = asyncio.new_event_loop()
    with closing(loop), told(errors.append, loop), caplog.at_level(logging.ERROR, "app.unexpected"):
        for broken in (one, other, one):
            QTimer.singleShot(0, broken)
        qtbot.waitUntil(lambda: len(errors) == 2)
        qtbot.wait(20)
    assert [type(error) for error in errors] == [ValueError, KeyError]
    assert [record.levelname for record in caplog.records] == ["ERROR", "ERROR"]
    assert "ValueError: one" in caplog.text


def test_what_a_callback_of_the_loop_ends_in_is_told_too() -> None:
    """Screens are told of changes in one; whatever else the loop reports stays as it was."""
    errors: list[Exception] = []

    def broken() -> None:
        raise ValueError("on a screen")

    async def live() -> None:
        loop = asyncio.get_running_loop()
        with told(errors.append, loop):
            for _ in range(2):
                loop.call_soon(broken)
            await asyncio.sleep(0.01)
        assert loop.get_exception_handler() is None

    asyncio.run(live())
    assert [str(error) for error in errors] == ["on a screen"]
