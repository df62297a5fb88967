"""The app as it looks to the manager, and back as it was."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.ui import theme
from app.ui.style import CounterpartStyle
from tests.ui.widgets.page import Page


@pytest.fixture
def app(qapp: QApplication) -> Iterator[QApplication]:
    """The application in our style, light, with text as the system has it."""
    qapp.setStyle(CounterpartStyle())
    theme.apply_appearance(qapp, "light")
    yield qapp
    theme.set_text_scale(qapp, 100)
    theme.apply_appearance(qapp, "light")


@pytest.fixture
def page(app: QApplication, qtbot: QtBot) -> Page:
    """An open window with a column to put widgets into."""
    window = QWidget()
    column = QVBoxLayout(window)
    column.setContentsMargins(24, 24, 24, 24)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    return Page(app, window, column, qtbot)
