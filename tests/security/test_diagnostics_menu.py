"""*Help › Save diagnostics…* asks where to, and wishes for it."""

from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from tests.ui.full_shop import shop
from tests.ui.scenes import Stage

pytestmark = pytest.mark.window


def test_the_menu_asks_where_to(qapp: QApplication, tmp_path: Path, qtbot: QtBot) -> None:
    """With a name to begin with, and without stopping anything."""
    stage = Stage(qapp, QSettings(str(tmp_path / "a.ini"), QSettings.Format.IniFormat))
    stage.tell(shop())
    stage.window.menus.actions["diagnostics"].trigger()
    dialogs = stage.window.findChildren(QFileDialog)
    assert len(dialogs) == 1
    dialogs[0].fileSelected.emit(str(tmp_path / "a.zip"))
    assert ("save_diagnostics", str(tmp_path / "a.zip")) in stage.desk.wished
    dialogs[0].close()
    stage.leave()
    qtbot.wait(1)
