"""What a past sync changed is saved from the window: by its button, and by the keys of export."""

from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from tests.ui import past
from tests.ui.full_shop import shop
from tests.ui.scenes import Stage

pytestmark = pytest.mark.window


@pytest.mark.parametrize("by", ["button", "keys"])
def test_the_changes_of_a_past_sync_are_saved(
    by: str, qapp: QApplication, tmp_path: Path, qtbot: QtBot
) -> None:
    """It is asked where to; the window goes on meanwhile."""
    stage = Stage(qapp, QSettings(str(tmp_path / "a.ini"), QSettings.Format.IniFormat))
    stage.tell(shop(history=past.HISTORY))
    stage.window.shop.show_screen("history")
    stage.settle()
    if by == "button":
        save = stage.window.shop.history.pane.save_changes
        QTest.mouseClick(save, Qt.MouseButton.LeftButton)
    else:
        QTest.keyClick(stage.window, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    (dialog,) = stage.window.findChildren(QFileDialog)
    dialog.fileSelected.emit(str(tmp_path / "a.csv"))
    (wish,) = [one for one in stage.desk.wished if one[0] == "save_text"]
    assert wish[1] == str(tmp_path / "a.csv")
    assert "Cast Iron Skillet" in wish[2]
    dialog.close()
    stage.leave()
    qtbot.wait(1)
