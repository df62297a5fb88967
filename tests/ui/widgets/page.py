"""A window to put single widgets into."""

from dataclasses import dataclass
from typing import TypeVar

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

Shown = TypeVar("Shown", bound=QWidget)


@dataclass(frozen=True)
class Page:
    """An open window, and what is needed to look at what is in it."""

    app: QApplication
    window: QWidget
    column: QVBoxLayout
    qtbot: QtBot

    def put(self, widget: Shown) -> Shown:
        """Put a widget at the end and wait until it is laid out."""
        self.column.addWidget(widget, 0, Qt.AlignmentFlag.AlignTop)
        self.qtbot.waitUntil(widget.isVisible)
        self.settle()
        return widget

    def settle(self) -> None:
        """Let layouts and repaints happen, and what follows from them."""
        for _ in range(3):
            self.app.processEvents()
        self.column.activate()

    def focus(self, widget: QWidget) -> None:
        """Give a widget the focus, as the Tab key does."""
        self.window.activateWindow()
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        self.qtbot.waitUntil(widget.hasFocus)
        self.settle()

    def click(self, widget: QWidget, at: QPoint | None = None) -> None:
        """Click a widget, in its middle if not told where."""
        place = widget.rect().center() if at is None else at
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=place)

    def press(self, widget: QWidget, *keys: Qt.Key) -> None:
        """Press keys one after the other."""
        for key in keys:
            QTest.keyClick(widget, key)

    def write(self, widget: QWidget, text: str) -> None:
        """Type a text."""
        QTest.keyClicks(widget, text)


def seen(widget: QWidget) -> QImage:
    """What a widget looks like now."""
    return widget.grab().toImage()


def shows(widget: QWidget, colour: QColor) -> bool:
    """Whether a colour is anywhere in a widget, exactly."""
    image = seen(widget)
    return any(
        image.pixelColor(x, y).rgb() == colour.rgb()
        for y in range(image.height())
        for x in range(image.width())
    )
