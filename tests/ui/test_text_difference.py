"""Differences between texts: exact, word by word, and shown by more than colour."""

from collections.abc import Iterator
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.ui import theme
from app.ui.text_difference import (
    DifferenceView,
    Part,
    difference,
    difference_document,
    spoken_difference,
)

words = st.text(alphabet=st.sampled_from("ab ,.\nÄ日"), max_size=40)


@pytest.fixture
def app(qapp: QApplication) -> Iterator[QApplication]:
    """Light, and light again afterwards."""
    theme.apply_appearance(qapp, "light")
    yield qapp
    theme.set_text_scale(qapp, 100)
    theme.apply_appearance(qapp, "light")


@pytest.mark.parametrize(
    ("before", "after", "parts"),
    [
        ("", "", []),
        ("same", "same", [("same", "same")]),
        ("", "new words", [("added", "new words")]),
        ("old words", "", [("removed", "old words")]),
        ("old", "new", [("removed", "old "), ("added", "new")]),
        ("a mug of clay", "a mug", [("same", "a mug"), ("removed", " of clay")]),
        ("a mug", "a mug.", [("same", "a mug"), ("added", ".")]),
        (
            "One pocket. Blue",
            "Two pockets. Blue",
            [("removed", "One pocket "), ("added", "Two pockets"), ("same", ". Blue")],
        ),
        (
            "First\nThird",
            "First\nSecond\nThird",
            [("same", "First\n"), ("added", "Second\n"), ("same", "Third")],
        ),
    ],
)
def test_words_are_compared(before: str, after: str, parts: list[Part]) -> None:
    """Whole words and signs, in reading order."""
    assert difference(before, after) == parts


@given(words, words)
def test_what_is_not_removed_is_the_new_text(before: str, after: str) -> None:
    """To the letter; what is not added has the words of the old one."""
    parts = difference(before, after)
    assert "".join(text for kind, text in parts if kind != "removed") == after
    old = "".join(text for kind, text in parts if kind != "added")
    assert "".join(old.split()) == "".join(before.split())
    kinds = [kind for kind, _ in parts]
    assert all(one != other for one, other in pairwise(kinds))


@settings(max_examples=5, deadline=2000)
@given(st.integers(1000, 3000))
def test_long_texts_take_no_time(length: int) -> None:
    """Where hardly a word is the same, the old is removed and the new added."""
    before = " ".join(f"old{at}" for at in range(length))
    after = " ".join(f"new{at}" for at in range(length))
    kinds = [kind for kind, _ in difference(before + " end", after + " end")]
    assert kinds[-1] == "same"
    assert kinds[0] == "removed"


def test_a_screen_reader_hears_what_goes_and_what_comes() -> None:
    """In the order in which it is read."""
    parts = difference("One pocket.", "Two pockets.")
    assert spoken_difference(parts) == "Removed: One pocket. Added: Two pockets."
    assert spoken_difference(difference("a", "a")) == "The words are the same."


def test_markup_of_a_store_stays_text(app: QApplication) -> None:
    """Nothing of it is rendered."""
    document = difference_document(difference("", "<b>Bold</b>"), theme.current())
    assert document.toPlainText() == "<b>Bold</b>"
    assert app is not None


def test_marks_are_more_than_colour(app: QApplication) -> None:
    """Added is underlined, removed struck through."""
    document = difference_document([("added", "in"), ("removed", "out")], theme.current())
    cursor = QTextCursor(document)
    cursor.setPosition(1)
    assert cursor.charFormat().fontUnderline()
    assert cursor.charFormat().background().color() == theme.current().ins_bg
    cursor.setPosition(4)
    assert cursor.charFormat().fontStrikeOut()
    assert cursor.charFormat().background().color() == theme.current().del_bg
    assert app is not None


def test_the_view_is_as_high_as_its_text(app: QApplication, qtbot: QtBot) -> None:
    """Narrower is higher, larger text too; it says what it shows."""
    view = DifferenceView("A long text " * 20, "A longer text " * 20)
    qtbot.addWidget(view)
    wide, narrow = view.heightForWidth(600), view.heightForWidth(200)
    assert narrow > wide > 0
    theme.set_text_scale(app, 150)
    app.processEvents()
    assert view.heightForWidth(200) > narrow
    assert view.accessibleName().startswith("Removed: long.")


def test_the_view_follows_the_theme(app: QApplication, qtbot: QtBot) -> None:
    """Its marks are those of the colours now."""
    view = DifferenceView("old", "new")
    qtbot.addWidget(view)
    view.resize(300, 60)
    view.show()
    for scheme in ("light", "dark"):
        theme.apply_appearance(app, scheme)
        app.processEvents()
        image = view.grab().toImage()
        colours = {
            image.pixelColor(x, y).rgb()
            for x in range(image.width())
            for y in range(image.height())
        }
        assert theme.current().ins_bg.rgb() in colours
        assert theme.current().del_bg.rgb() in colours


def test_other_texts_take_the_place_of_the_first(app: QApplication, qtbot: QtBot) -> None:
    """One view, another product."""
    view = DifferenceView("old", "new")
    qtbot.addWidget(view)
    view.set_texts("one", "one two")
    assert view.parts() == [("same", "one "), ("added", "two")]
    assert app is not None
