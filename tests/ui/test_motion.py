"""What the system says of motion is asked for in a way that Qt survives."""

import re

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from app.ui.motion import system_moves
from tests.checkout import ROOT, project_files


def test_the_system_is_asked(qapp: QApplication) -> None:
    """There is an answer, with every Qt that may be installed."""
    assert qapp is not None
    assert system_moves() in {True, False}


def test_the_hints_are_held_while_a_part_of_them_is_used(qapp: QApplication) -> None:
    """PySide deletes the accessibility hints with the last name of the hints they belong to."""
    hints = qapp.styleHints()
    if hasattr(hints, "accessibility"):
        assert hints.accessibility().contrastPreference() is not None
    chained = re.compile(r"styleHints\(\)\s*\.accessibility\(\)")
    found = [
        str(path)
        for path in project_files()
        if path.suffix == ".py" and path.parts[0] == "app"
        if chained.search((ROOT / path).read_text("utf-8"))
    ]
    assert found == []
    assert QGuiApplication.styleHints() is not None
