"""Linking and unlinking in the product panel: found by typing, asked in place, left by Esc."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.facts.product import Candidate
from app.facts.rows import altered
from app.ui.screens.product_more import Deed
from tests.ui.panelled import KEY, LEFT, ROW, SKILLET, Panelled, panelled

OWN = Candidate(7, "Cast Iron Skillet", "SKI-26", "Cast Iron Skillet, 26 cm")
OTHER = Candidate(8, "Skillet, old page", "SKI-OLD")
TAKEN = Candidate(9, "Skillet lid", "SKI-LID", "Lid, 26 cm")


@pytest.fixture
def seen(qapp: QApplication, qtbot: QtBot) -> Iterator[Panelled]:
    """The panel of a linked skillet."""
    with panelled(qapp, qtbot) as found:
        yield found


def choose(seen: Panelled, deed: Deed) -> None:
    """Open *More* and choose one of its lines."""
    more = seen.panel.head.more
    seen.click(more)
    place = more.menu_of_deeds.actionGeometry(more.action(deed)).center()
    QTest.mouseClick(more.menu_of_deeds, LEFT, pos=place)
    seen.settle()


def search(seen: Panelled, text: str, *found: Candidate) -> None:
    """Type into the search and let the answer come."""
    QTest.keyClicks(seen.focused(), text)
    QTest.qWait(250)
    seen.tell("product", candidates=found)


def answered(seen: Panelled) -> None:
    """The section is closed and the keyboard is back at the button."""
    assert not seen.panel.link.isVisible()
    assert seen.focused() is seen.panel.head.more


def test_the_search_opens_in_place_and_takes_the_keyboard(seen: Panelled) -> None:
    """No dialog; what is typed is searched once the typing pauses."""
    choose(seen, "link")
    assert seen.panel.link.isVisible()
    assert seen.focused() is seen.panel.link.search
    search(seen, "skil")
    assert seen.wished == [("find_candidates", "skil")]


def test_what_is_found_names_what_it_is_linked_to(seen: Panelled) -> None:
    """Its own counterpart is no other product and left out."""
    choose(seen, "link")
    search(seen, "skil", OWN, OTHER, TAKEN)
    model = seen.panel.link.list.model()
    said = [
        model.index(at, 0).data(Qt.ItemDataRole.AccessibleTextRole)
        for at in range(model.rowCount())
    ]
    assert said == [
        "Skillet, old page, SKI-OLD",
        "Skillet lid, SKI-LID · linked to Lid, 26 cm",
    ]
    assert seen.panel.link.list.isVisible()


def test_a_click_asks_and_a_click_links(seen: Panelled) -> None:
    """Between them stands what will happen."""
    choose(seen, "link")
    search(seen, "skil", OTHER, TAKEN)
    view = seen.panel.link.list
    place = view.visualRect(view.model().index(0, 0)).center()
    QTest.mouseClick(view.viewport(), LEFT, pos=place)
    seen.settle()
    assert seen.panel.link.title.text() == "Link to “Skillet, old page”?"
    assert "The POS wins at the next sync; look at the preview first." in seen.words()
    assert ("link", "p1", 8) not in seen.wished
    seen.click(seen.panel.link.confirm)
    assert seen.wished[-1] == ("link", "p1", 8)
    answered(seen)


def test_it_links_by_keys_alone(seen: Panelled) -> None:
    """Enter to the list, down, Enter to choose, Enter to link."""
    choose(seen, "link")
    search(seen, "skil", OTHER, TAKEN)
    seen.press(KEY.Key_Return)
    assert seen.focused() is seen.panel.link.list
    seen.press(KEY.Key_Down)
    seen.press(KEY.Key_Return)
    assert "It is linked to “Lid, 26 cm” now; that link ends." in seen.words()
    seen.press(KEY.Key_Return)
    assert seen.wished[-1] == ("link", "p1", 9)
    answered(seen)


def test_enter_chooses_the_only_one_found(seen: Panelled) -> None:
    """There is nothing to go through."""
    choose(seen, "link")
    search(seen, "old", OTHER)
    seen.press(KEY.Key_Return)
    assert seen.panel.link.mode() == "confirm"


def test_up_from_the_first_goes_back_to_the_search(seen: Panelled) -> None:
    """As in any list below a field."""
    choose(seen, "link")
    search(seen, "skil", OTHER, TAKEN)
    seen.press(KEY.Key_Return)
    seen.press(KEY.Key_Up)
    assert seen.focused() is seen.panel.link.search


def test_nothing_found_is_said(seen: Panelled) -> None:
    """And what is typed stays."""
    choose(seen, "link")
    search(seen, "zzz")
    assert "No product online has that name or SKU." in seen.words()
    assert seen.panel.link.search.text() == "zzz"


def test_a_refresh_disturbs_no_typing(seen: Panelled) -> None:
    """A run goes on beneath the search."""
    choose(seen, "link")
    search(seen, "skil", OTHER)
    seen.show(replace(SKILLET, read_at=1))
    assert seen.focused() is seen.panel.link.search
    assert seen.panel.link.search.text() == "skil"
    assert seen.panel.link.list.isVisible()


def test_escape_leaves_step_by_step(seen: Panelled) -> None:
    """From the question to the list, from the typed text to the empty field, then out."""
    choose(seen, "link")
    search(seen, "old", OTHER)
    seen.press(KEY.Key_Return)
    seen.press(KEY.Key_Escape)
    assert seen.panel.link.mode() == "search"
    assert seen.focused() is seen.panel.link.list
    seen.press(KEY.Key_Escape)
    answered(seen)
    assert not [wish for wish in seen.wished if wish[0] in ("link", "close_product")]


def test_escape_in_the_search_clears_it_first(seen: Panelled) -> None:
    """Then it leaves."""
    choose(seen, "link")
    search(seen, "old", OTHER)
    seen.press(KEY.Key_Escape)
    assert seen.panel.link.search.text() == ""
    assert seen.panel.link.mode() == "search"
    seen.press(KEY.Key_Escape)
    answered(seen)


def test_the_cross_leaves_too(seen: Panelled) -> None:
    """By mouse."""
    choose(seen, "link")
    seen.click(seen.panel.link.leave)
    answered(seen)


def test_a_product_without_a_link_says_nothing_of_one(qapp: QApplication, qtbot: QtBot) -> None:
    """Linking it ends nothing."""
    alone = replace(SKILLET, linked=False, row=altered(ROW, ecom_id=0, status="to be created"))
    with panelled(qapp, qtbot, alone) as seen:
        assert not seen.panel.head.more.action("unlink").isEnabled()
        choose(seen, "link")
        search(seen, "old", OTHER)
        seen.press(KEY.Key_Return)
        assert "is linked to now" not in seen.words()


def test_unlinking_says_what_it_means_and_rests_on_the_safe_answer(seen: Panelled) -> None:
    """Enter keeps the link."""
    choose(seen, "unlink")
    assert "Both products stay as they are" in seen.words()
    assert seen.focused() is seen.panel.link.back
    seen.press(KEY.Key_Return)
    assert seen.wished == []
    answered(seen)


def test_unlinking_by_its_button(seen: Panelled) -> None:
    """The button names the deed."""
    choose(seen, "unlink")
    assert seen.panel.link.confirm.text() == "Unlink"
    seen.click(seen.panel.link.confirm)
    assert seen.wished == [("unlink", "p1")]
    answered(seen)


def test_another_product_closes_the_question(seen: Panelled) -> None:
    """It was about the one before."""
    choose(seen, "unlink")
    seen.show(replace(SKILLET, row=altered(ROW, id="p2")))
    assert not seen.panel.link.isVisible()
