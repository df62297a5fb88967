"""What goes on turns; what is out of sight costs nothing; who wants stillness has it."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.ui import turning


class Turner(QWidget):
    """Paints one turning icon and counts how often."""

    def __init__(self) -> None:
        super().__init__()
        self.painted = 0

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """The icon."""
        self.painted += 1
        place = QRect(0, 0, 20, 20)
        turning.paint_turning(QPainter(self), place, "sync", QColor("black"), 16, self)


@pytest.fixture(autouse=True)
def _moving(qapp: QApplication) -> Iterator[None]:
    """Things may move, and can again."""
    del qapp
    turning.keep_still(False)
    yield
    turning.keep_still(False)


def shown(qtbot: QtBot) -> Turner:
    """An open turner."""
    widget = Turner()
    qtbot.addWidget(widget)
    widget.show()
    qtbot.waitExposed(widget)
    return widget


def test_it_turns_while_it_is_seen(qtbot: QtBot) -> None:
    """Step by step, and looks different each time."""
    widget = shown(qtbot)
    count = widget.painted
    qtbot.waitUntil(lambda: widget.painted >= count + 2, timeout=2000)
    assert turning._turning().angle % turning.STEP == 0
    before = widget.grab().toImage()
    qtbot.waitUntil(lambda: widget.grab().toImage() != before, timeout=2000)


def test_it_rests_when_nothing_turns(qtbot: QtBot) -> None:
    """Hidden, or gone: the timer ends."""
    widget = shown(qtbot)
    shared = turning._turning()
    qtbot.waitUntil(shared._timer.isActive, timeout=2000)
    widget.hide()
    qtbot.waitUntil(lambda: not shared._timer.isActive(), timeout=2000)
    widget.show()
    qtbot.waitUntil(shared._timer.isActive, timeout=2000)
    widget.deleteLater()
    qtbot.waitUntil(lambda: not shared._timer.isActive(), timeout=2000)


def test_it_keeps_still_when_that_is_wished(qtbot: QtBot) -> None:
    """The icon stands; it is painted once."""
    turning.keep_still(True)
    assert not turning.moves()
    widget = shown(qtbot)
    QApplication.processEvents()
    count = widget.painted
    qtbot.wait(3 * turning.PAUSE)
    assert widget.painted == count
