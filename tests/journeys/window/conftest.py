"""The window on a stage, opened for a test and closed without leaving anything behind."""

import asyncio
import gc
import threading
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QSettings, QTimer
from PySide6.QtWidgets import QApplication
from qasync import QEventLoop

from app.startup import make_application
from tests.controller.test_connecting import Ring
from tests.journeys.stage import Stage
from tests.journeys.window.hands import Hands

OpenOn = Callable[[Stage], Awaitable[Hands]]


@pytest.fixture(name="ring")
def _ring(monkeypatch: pytest.MonkeyPatch) -> Ring:
    """The keyring that tokens go to."""
    ring = Ring()
    monkeypatch.setattr("app.storage.secrets.system_keyring", lambda: ring)
    return ring


@pytest.fixture
async def hands(qapp: QApplication, tmp_path: Path) -> AsyncIterator[OpenOn]:
    """Opens the window on a stage; at the end it is closed and nothing may be left."""
    before = _alive(qapp)
    opened: list[Hands] = []

    async def open_on(stage: Stage) -> Hands:
        looks = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
        found = Hands(stage, looks)
        opened.append(found)
        await found.begin()
        return found

    yield open_on
    while opened:
        await opened.pop().leave()
    await _settled(qapp)
    assert _alive(qapp) - before == set()
    others = [task for task in asyncio.all_tasks() if task is not asyncio.current_task()]
    assert others == []


def pytest_asyncio_loop_factories() -> dict[str, Callable[[], asyncio.AbstractEventLoop]]:
    """Tests of the window live on Qt's loop."""
    return {"qt": lambda: QEventLoop(make_application(["counterpart"]))}


def _alive(application: QApplication) -> set[str]:
    """Threads, windows and running timers there are."""
    # Qt's pool for decoding pictures belongs to the application, not to the window.
    names = [one.name for one in threading.enumerate() if not one.name.startswith("Dummy")]
    threads = {f"thread {name}" for name in names}
    windows = {f"window {one!r}" for one in application.topLevelWidgets()}
    timers = {
        f"timer of {one.parent()!r}"
        for one in gc.get_objects()
        if isinstance(one, QTimer) and _is_running(one)
    }
    return threads | windows | timers


def _is_running(timer: QTimer) -> bool:
    try:
        return timer.isActive() and timer.parent() is not None
    except RuntimeError:
        return False


async def _settled(application: QApplication) -> None:
    for _ in range(5):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        application.processEvents()
        await asyncio.sleep(0.02)
    gc.collect()
