"""The catalogue: looking, ticking, choosing and copying, by mouse and by keys."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QMenu, QWidget
from pytestqt.qtbot import QtBot

from app.facts.rows import altered
from app.facts.state import RunFacts, Trouble
from app.ui import turning
from app.ui.tables.columns import KEYS
from tests.ui.catalogued import (
    CTRL,
    KEY,
    LEFT,
    NO_KEYS,
    NOW,
    ROWS,
    SHIFT,
    Catalogued,
    catalogued,
    row,
)

Open = Callable[..., Catalogued]
NAMES = [each.name for each in ROWS]

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
"""Without a screen, menus say that they cannot be raised or take the keyboard."""


@pytest.fixture
def show(qapp: QApplication, qtbot: QtBot) -> Iterator[Open]:
    """Opens a catalogue of some rows."""
    with ExitStack() as stack:

        def open_one(*given: Any, **more: Any) -> Catalogued:
            return stack.enter_context(catalogued(qapp, qtbot, *given, **more))

        yield open_one


# What stands there


def test_rows_stand_in_order_of_who_has_to_act(show: Open) -> None:
    """Needs you, then what goes, then the rest; the first row is current, none chosen."""
    seen = show()
    assert seen.names() == NAMES
    assert seen.table.hasFocus()
    assert seen.current() == NAMES[0]
    assert seen.table.selected_count() == 0
    assert "13 products" in seen.words()


def test_counts_follow_rows_that_change(show: Open) -> None:
    """The side list counts; a change is told line by line."""
    seen = show()
    counts = seen.counts()
    assert (counts["All products"], counts["Update waiting"], counts["Failed"]) == (13, 2, 1)
    seen.change(altered(ROWS[2], status="in sync", why=()))
    told = seen.counts()
    assert (told["Failed"], told["In sync"]) == (0, 3)


def test_what_is_being_sent_is_counted_where_it_was(show: Open) -> None:
    """A run under way takes nothing out of the filters before it is done."""
    seen = show()
    before = seen.counts()
    seen.change(altered(ROWS[2], status="syncing", why=()))
    assert seen.counts() == before
    seen.pick("Failed")
    assert seen.names() == ["Linen Apron"]
    seen.change(altered(ROWS[2], status="syncing", why=(), pos_stock=9))
    assert seen.counts() == before
    seen.desk.catalogue.replace_all(seen.desk.catalogue.rows.values())
    seen.tell("reset")
    assert seen.counts() == before
    seen.change(altered(ROWS[2], status="in sync", why=()))
    assert (seen.counts()["Failed"], seen.counts()["In sync"]) == (0, 3)


def test_what_is_not_known_is_not_counted(show: Open) -> None:
    """Before both stores were read there is no count; an empty shop that was read has 0."""
    assert set(show(None).counts().values()) == {None}
    assert set(show((), read_at=NOW).counts().values()) == {0}


def test_nothing_is_exported_before_there_is_anything(show: Open, qtbot: QtBot) -> None:
    """Neither before the first read nor of a shop without products."""
    for seen in (show(None), show((), read_at=NOW)):
        export = seen.screen.tools.tools.export
        assert (export.isEnabled(), export.reason()) == (False, "No product has been read yet.")
        with qtbot.assertNotEmitted(seen.screen.export_wanted):
            QTest.mouseClick(export, LEFT)
    seen = show()
    assert (
        seen.screen.tools.tools.export.isEnabled(),
        seen.screen.tools.tools.export.reason(),
    ) == (True, "")


def test_a_changed_row_repaints_and_stays_where_it_is(show: Open) -> None:
    """Order and filter never move under the hand; what left the filter is dimmed."""
    seen = show()
    seen.pick("Failed")
    assert seen.names() == ["Linen Apron"]
    seen.change(altered(ROWS[2], status="syncing", why=()))
    assert not seen.table.rows.line(0).left, "what is syncing stays"
    seen.change(altered(ROWS[2], status="in sync", why=(), synced=int(NOW)))
    assert seen.names() == ["Linen Apron"]
    assert seen.table.rows.line(0).left
    assert seen.text("Linen Apron", "status") == "In sync"
    assert seen.text("Linen Apron", "synced") == "Just now"
    seen.pick("All products")
    assert not seen.table.rows.line(seen.place("Linen Apron")).left
    assert seen.place("Linen Apron") > seen.place("Seed Tin"), "an act lets the order follow"


def test_a_reset_keeps_current_chosen_and_the_top_line(show: Open) -> None:
    """The same products are current, chosen and at the top when all rows are read anew."""
    many = tuple(row(f"Ribbon {number:03}", f"RIB-{number:03}") for number in range(200))
    seen = show(many)
    seen.press(KEY.Key_End)
    seen.press(KEY.Key_Up, SHIFT)
    top = seen.names()[seen.table.visible_lines()[0]]
    seen.desk.catalogue.replace_all((*many, *(row(f"Apron {n}", f"APR-{n}") for n in range(40))))
    seen.tell("reset")
    assert seen.current() == "Ribbon 198"
    assert {seen.names()[at] for at in seen.table.chosen_places()} == {"Ribbon 198", "Ribbon 199"}
    assert seen.names()[seen.table.visible_lines()[0]] == top


def test_rows_that_are_gone_leave_the_first_one_current(show: Open) -> None:
    """Nothing points into nowhere."""
    seen = show()
    seen.click("Seed Tin")
    seen.desk.catalogue.replace_all([each for each in ROWS if each.name != "Seed Tin"])
    seen.tell("reset")
    assert seen.current() == NAMES[0]
    assert seen.table.selected_count() == 0


# Looking


def test_a_status_shows_its_rows_and_ctrl_click_adds_another(show: Open) -> None:
    """One or several; a click on all products shows all again."""
    seen = show()
    seen.pick("Conflict")
    assert seen.names() == ["Wool Throw"]
    seen.pick("Hidden", CTRL)
    assert seen.names() == ["Wool Throw", "Terracotta Pot"]
    assert "2 of 13 products" in seen.words()
    seen.pick("Conflict", CTRL)
    seen.pick("Hidden", CTRL)
    assert seen.names() == NAMES, "none is all"
    seen.pick("Failed")
    seen.pick("All products")
    assert seen.names() == NAMES


def test_the_side_list_works_by_keys(show: Open) -> None:
    """Arrows pass over headings."""
    seen = show()
    seen.screen.side.statuses.setFocus()
    seen.press(KEY.Key_Down)
    assert seen.names() == ["Wool Throw"]
    for _ in range(4):
        seen.press(KEY.Key_Down)
    assert seen.names() == ["Cast Iron Skillet", "Enamel Mug, 350 ml"]
    seen.press(KEY.Key_Home)
    assert seen.names() == NAMES


def test_category_and_brand_are_found_by_typing(show: Open) -> None:
    """A part of the name leads to it; what is no name is put back."""
    seen = show()
    category, brand = seen.screen.side.category, seen.screen.side.brand
    category.setFocus()
    _line(category).selectAll()
    seen.type("kitchen")
    seen.press(KEY.Key_Return)
    assert seen.names() == ["Stoneware Bowl", "Enamel Mug, 350 ml"], "what lies below it too"
    assert category.currentText() == "Kitchen"
    brand.setFocus()
    _line(brand).selectAll()
    seen.type("nobody")
    seen.press(KEY.Key_Return)
    assert brand.currentText() == "All brands"
    _line(brand).selectAll()
    seen.type("MARSH")
    seen.press(KEY.Key_Return)
    assert seen.names() == ["Enamel Mug, 350 ml"]
    category.setFocus()
    _line(category).clear()
    seen.press(KEY.Key_Return)
    assert seen.names() == ["Enamel Mug, 350 ml"]
    assert category.currentText() == "All categories"


def _line(box: QComboBox) -> QLineEdit:
    line = box.lineEdit()
    assert line is not None
    return line


def test_a_letter_begins_a_search_and_esc_ends_it(show: Open) -> None:
    """The first Esc clears, the second leads back to the table."""
    seen = show()
    seen.type("s")
    assert seen.screen.search.hasFocus()
    seen.type("o")
    assert seen.screen.search.text() == "so"
    assert seen.names() == ["Olive Oil Soap"]
    seen.press(KEY.Key_Escape)
    assert seen.names() == NAMES
    assert seen.screen.search.hasFocus()
    seen.press(KEY.Key_Escape)
    assert seen.table.hasFocus()


def test_a_search_keeps_the_current_row_if_it_is_still_there(show: Open) -> None:
    """Each key filters; down goes to the table."""
    seen = show()
    seen.click("Seed Tin")
    seen.screen.focus_search()
    seen.type("t")
    assert seen.current() == "Seed Tin"
    seen.press(KEY.Key_Down)
    assert seen.table.hasFocus()
    assert seen.current() == "Seed Tin"


def test_esc_in_the_table_clears_the_search_then_closes_the_panel(show: Open) -> None:
    """One thing at a time."""
    seen = show(product_key="APR")
    seen.type("a")
    seen.press(KEY.Key_Return)
    assert seen.table.hasFocus()
    seen.press(KEY.Key_Escape)
    assert (seen.screen.search.text(), seen.wished("close_product")) == ("", [])
    seen.press(KEY.Key_Escape)
    assert seen.wished("close_product") == [()]


def test_a_search_without_a_hit_offers_all_products(show: Open) -> None:
    """The number of hits elsewhere is said; both answers work."""
    seen = show()
    seen.pick("Failed")
    seen.screen.focus_search()
    seen.type("mug")
    assert "Nothing matches “mug”" in seen.words()
    assert (
        "You are looking in Failed only. In all products there is 1 that matches." in seen.words()
    )
    seen.push(seen.button("Search all products"))
    assert seen.names() == ["Enamel Mug, 350 ml"]
    assert seen.screen.search.text() == "mug"
    assert seen.table.hasFocus()
    seen.pick("Failed")
    seen.push(seen.button("Clear search"))
    assert seen.names() == ["Linen Apron"]


def test_a_search_that_hits_nowhere_offers_to_clear_it(show: Open) -> None:
    """Looking elsewhere would not help."""
    seen = show()
    seen.screen.focus_search()
    seen.type("zzz")
    assert "It stands in no name, SKU, barcode or brand." in seen.words()
    seen.pick("Failed")
    assert "Nothing in all products matches it either." in seen.words()
    seen.push(seen.button("Clear search"))
    assert seen.names() == ["Linen Apron"]


def test_products_sent_from_elsewhere_are_shown_alone(show: Open) -> None:
    """Until all are wanted again."""
    seen = show()
    seen.screen.show_only({"APR", "POT"})
    seen.settle()
    assert seen.names() == ["Linen Apron", "Terracotta Pot"]
    assert seen.screen.side.statuses.selectedIndexes() == []
    seen.push(seen.button("Show all products"))
    assert seen.names() == NAMES


# Nothing to show


def test_when_nothing_is_open_both_sides_agree(show: Open) -> None:
    """An empty filter of what needs somebody is good news, with the next look."""
    agreed = tuple(each for each in ROWS if each.status in ("in sync", "hidden"))
    seen = show(agreed, read_at=NOW, next_look=NOW + 720)
    seen.pick("Failed")
    assert "Both sides agree" in seen.words()
    assert "2 products online are just as the POS says. Last read at 10:48." in seen.words()
    assert "The next look is at 11:00." in seen.words()
    seen.push(seen.button("Show all products"))
    assert len(seen.names()) == 3


def test_an_empty_filter_does_not_call_it_good_while_others_wait(show: Open) -> None:
    """Nothing failed, and yet changes wait."""
    seen = show(tuple(each for each in ROWS if each.status != "failed"), waiting=5)
    seen.pick("Failed")
    assert "Nothing in Failed" in seen.words()
    assert "5 changes wait for the next sync." in seen.words()
    assert "Both sides agree" not in seen.words()


def test_the_first_read_says_how_far_it_is(show: Open) -> None:
    """Counts, time left, and a total that is not known yet."""
    reading = RunFacts(
        active=True, phase="reading POS", read={"reading POS": (1250, 2908)}, seconds_left=41
    )
    seen = show(None, loading=True, run=reading)
    assert "Reading your POS: 1,250 of 2,908" in seen.words()
    assert "about 40\u00a0s left" in seen.words()
    seen.tell("run", run=replace(reading, read={"reading POS": (500, 0)}))
    assert "Reading your POS: 500 so far" in seen.words()
    seen.tell("run", run=replace(reading, phase="reading online", read={}))
    assert "Reading your online store" in seen.words()
    seen.tell("run", run=replace(reading, phase="comparing"))
    assert "Comparing both sides" in seen.words()
    seen.desk.catalogue.replace_all(ROWS)
    seen.tell("reset", "run", run=RunFacts())
    assert seen.table.isVisible()
    assert seen.names() == NAMES


def test_a_shop_without_products_says_so(show: Open) -> None:
    """Read, and nothing there."""
    seen = show(())
    assert "There are no products yet" in seen.words()
    seen.push(seen.button("Look again"))
    assert seen.wished("look") == [()]


def test_troubles_take_the_pane_only_while_nothing_is_known(show: Open) -> None:
    """Known rows stay readable."""
    trouble = Trouble("token", "ecom", "refused")
    seen = show(None, trouble=trouble)
    assert "The online store refused the token" in seen.words()
    seen.push(seen.button("Paste a new token"))
    assert seen.wished("open_wizard") == [()]
    seen.tell("trouble", trouble=Trouble("offline", None, "away"))
    seen.push(seen.button("Try now"))
    assert seen.wished("try_again") == [()]
    seen.desk.catalogue.replace_all(ROWS)
    seen.tell("reset")
    assert seen.table.isVisible()


def test_a_missing_register_leads_to_the_outlets(show: Open, qtbot: QtBot) -> None:
    """The window is asked to show another screen."""
    seen = show(None, trouble=Trouble("register", None, "none"))
    with qtbot.waitSignal(seen.screen.place_wanted) as told:
        seen.push(seen.button("Choose a register"))
    assert told.args == ["outlets"]


# Ticking


def test_a_click_anywhere_in_the_tick_cell_ticks(show: Open) -> None:
    """On becomes off and off on, by hand; nothing else happens to the row."""
    seen = show()
    seen.click("Olive Oil Soap", "sell")
    seen.click("Kitchen Twine", "sell")
    corner = seen.table.visualRect(seen.table.rows.index(0, KEYS.index("sell"))).topLeft()
    QTest.mouseClick(seen.table.viewport(), LEFT, NO_KEYS, corner + QPoint(3, 3))
    assert seen.wished("choose_flag") == [
        (frozenset({"SOP-OLV"}), "off"),
        (frozenset({"TWN-80"}), "on"),
        (frozenset({"THR-HEA"}), "off"),
    ]


def test_a_press_that_leaves_the_tick_ticks_nothing(show: Open) -> None:
    """A slip of the hand can be taken back."""
    seen = show()
    at, elsewhere = seen.cell("Olive Oil Soap", "sell"), seen.cell("Kitchen Twine", "sell")
    QTest.mousePress(seen.table.viewport(), LEFT, NO_KEYS, at)
    QTest.mouseRelease(seen.table.viewport(), LEFT, NO_KEYS, elsewhere)
    assert seen.wished("choose_flag") == []


def test_what_lives_online_alone_or_is_deleted_has_no_tick(show: Open) -> None:
    """Nothing to choose, nothing to click."""
    seen = show()
    for name in ("Gift Card", "Seed Tin"):
        assert seen.text(name, "sell", Qt.ItemDataRole.CheckStateRole) is None
        seen.click(name, "sell")
        seen.press(KEY.Key_Space)
    assert seen.wished("choose_flag") == []


def test_a_variant_s_tick_is_its_family_s(show: Open) -> None:
    """One choice a product: partly sold, then whole by the first click, off by the next."""
    seen = show()
    seen.click("Enamel Mug, 350 ml")
    seen.press(KEY.Key_Right)
    state = Qt.ItemDataRole.CheckStateRole
    partly = Qt.CheckState.PartiallyChecked
    assert seen.text("Enamel Mug, 350 ml", "sell", state) == partly
    assert seen.text("Cream", "sell", state) == Qt.CheckState.Checked
    assert seen.text("Sage", "sell", state) == Qt.CheckState.Unchecked
    seen.click("Sage", "sell")
    assert seen.wished("choose_flag") == [(frozenset({"MUG-E"}), "on")]
    seen.change(altered(ROWS[5], flag="on"))
    assert seen.text("Sage", "sell", state) == Qt.CheckState.Checked
    seen.click("Enamel Mug, 350 ml", "sell")
    assert seen.wished("choose_flag")[-1] == (frozenset({"MUG-E"}), "off")


def test_space_ticks_all_of_a_mixed_choice_then_unticks_all(show: Open) -> None:
    """Only what is not ticked yet is touched at first."""
    seen = show()
    seen.click("Beech Dish Brush")
    seen.click("Kitchen Twine", held=SHIFT)
    seen.press(KEY.Key_Space)
    assert seen.wished("choose_flag") == [(frozenset({"TWN-80"}), "on")]
    twine = next(each for each in ROWS if each.sku == "TWN-80")
    seen.change(altered(twine, sell_online=True, flag="on", pending=True))
    seen.press(KEY.Key_Space)
    whole = frozenset({"BRS-DSH", "SOP-OLV", "TWN-80"})
    assert seen.wished("choose_flag")[-1] == (whole, "off")


def test_shift_space_follows_the_pos_again(show: Open) -> None:
    """The choice made by hand is dropped."""
    seen = show()
    seen.click("Beeswax Candle")
    seen.press(KEY.Key_Space, SHIFT)
    assert seen.wished("choose_flag") == [(frozenset({"CND-TL"}), "follow")]


def test_a_click_on_a_tick_keeps_several_rows_chosen(show: Open) -> None:
    """The tick is one product's; the choice is not lost over it."""
    seen = show()
    seen.click("Beech Dish Brush")
    seen.click("Kitchen Twine", held=SHIFT)
    seen.click("Olive Oil Soap", "sell")
    assert seen.wished("choose_flag") == [(frozenset({"SOP-OLV"}), "off")]
    assert seen.table.selected_count() == 3


# Several rows


def test_from_two_rows_on_the_bar_offers_what_can_be_done(show: Open) -> None:
    """It stands in the tools' place, as high; × leaves the current row alone."""
    seen = show()
    bar, tools = seen.screen.tools.selection, seen.screen.tools.tools
    height = seen.screen.tools.height()
    seen.click("Beech Dish Brush")
    assert tools.isVisible()
    seen.click("Gift Card", held=CTRL)
    assert bar.isVisible()
    assert "2 selected" in seen.words()
    assert seen.screen.tools.height() == height
    for button in (bar.sell, bar.keep_off, bar.follow, bar.sync):
        seen.push(button)
    one = frozenset({"BRS-DSH"})
    assert seen.wished("choose_flag") == [(one, "on"), (one, "off"), (one, "follow")]
    assert seen.wished("sync_now") == [(one,)], "what is only online is nothing to sync"
    seen.push(bar.clear)
    assert tools.isVisible()
    assert seen.table.selected_count() == 1
    assert seen.current() == "Gift Card"


def test_all_shown_rows_are_ticked_at_once(show: Open) -> None:
    """Select all reaches as far as the filter, no further."""
    seen = show()
    seen.pick("Not sold online")
    seen.pick("In sync", CTRL)
    seen.click("Beech Dish Brush")
    seen.click("Olive Oil Soap", held=SHIFT)
    seen.push(seen.button("Select all 3"))
    seen.push(seen.screen.tools.selection.keep_off)
    assert seen.wished("choose_flag") == [(frozenset({"BRS-DSH", "SOP-OLV", "TWN-80"}), "off")]


def test_ctrl_a_chooses_all_and_esc_one(show: Open) -> None:
    """By keys as well."""
    seen = show()
    seen.press(KEY.Key_A, CTRL)
    assert seen.table.selected_count() == 13
    seen.press(KEY.Key_Escape)
    assert seen.table.selected_count() == 1


def test_nothing_is_synced_twice_while_a_run_is_on(show: Open) -> None:
    """The wish is not passed on."""
    seen = show(run=RunFacts(active=True))
    seen.click("Olive Oil Soap")
    seen.screen.sync_selected()
    assert seen.wished("sync_now") == []


def test_a_narrow_bar_leaves_out_what_is_in_the_menus(show: Open) -> None:
    """No text is cut, the bar grows no wider than the table."""
    seen = show(width=760)
    seen.press(KEY.Key_A, CTRL)
    bar = seen.screen.tools.selection
    assert bar.isVisible()
    assert not bar.copy.isVisible()
    assert bar.sell.isVisible()
    assert bar.sell.width() >= bar.sell.sizeHint().width()
    assert bar.clear.geometry().right() < bar.width()


# Families and moving about


def test_a_family_opens_and_closes_by_keys(show: Open) -> None:
    """Right opens, left closes; from a variant left goes to the family."""
    seen = show()
    seen.click("Enamel Mug, 350 ml", "product")
    seen.press(KEY.Key_Right)
    at = seen.place("Enamel Mug, 350 ml")
    assert seen.names()[at + 1 : at + 4] == ["Cream", "Navy", "Sage"]
    seen.press(KEY.Key_Down)
    seen.press(KEY.Key_Down)
    assert seen.current() == "Navy"
    seen.press(KEY.Key_Left)
    assert seen.current() == "Enamel Mug, 350 ml"
    seen.press(KEY.Key_Left)
    assert seen.names() == NAMES


def test_the_fold_opens_a_family_by_a_click(show: Open) -> None:
    """Beside the picture, and it is open after a filter too."""
    seen = show()
    place = seen.table.visualRect(
        seen.table.rows.index(seen.place("Enamel Mug, 350 ml"), KEYS.index("product"))
    )
    fold = QPoint(place.x() + 15, place.center().y())
    QTest.mouseClick(seen.table.viewport(), LEFT, NO_KEYS, fold)
    assert "Cream" in seen.names()
    seen.pick("Update waiting")
    assert seen.names() == ["Cast Iron Skillet", "Enamel Mug, 350 ml", "Cream", "Navy", "Sage"]
    assert "2 of 13 products" in seen.words()
    seen.click("Cream")
    QTest.mouseClick(seen.table.viewport(), LEFT, NO_KEYS, QPoint(place.x() + 15, 60))
    assert "Cream" not in seen.names()


def test_home_and_end_lead_to_the_first_and_last_row(show: Open) -> None:
    """With Shift they extend the choice."""
    seen = show()
    seen.press(KEY.Key_End)
    assert seen.current() == NAMES[-1]
    seen.press(KEY.Key_Home)
    assert seen.current() == NAMES[0]
    seen.press(KEY.Key_End, SHIFT)
    assert seen.table.selected_count() == 13


def test_the_next_problem_is_found_around_the_end(show: Open) -> None:
    """Failed and needing attention alone, both ways."""
    seen = show()
    found = []
    for step in (1, 1, 1, -1):
        seen.screen.next_problem(step)
        found.append(seen.current())
    assert found == ["Stoneware Bowl", "Linen Apron", "Stoneware Bowl", "Linen Apron"]


# Opening


def test_enter_and_a_double_click_open_the_panel(show: Open) -> None:
    """A variant opens its product."""
    seen = show()
    seen.click("Olive Oil Soap")
    seen.press(KEY.Key_Return)
    point = seen.cell("Kitchen Twine", "product")
    QTest.mouseClick(seen.table.viewport(), LEFT, NO_KEYS, point)
    QTest.mouseDClick(seen.table.viewport(), LEFT, NO_KEYS, point)
    seen.click("Enamel Mug, 350 ml")
    seen.press(KEY.Key_Right)
    seen.press(KEY.Key_Down)
    seen.press(KEY.Key_Return)
    assert seen.wished("open_product") == [("SOP-OLV",), ("TWN-80",), ("MUG-E",)]


def test_enter_on_the_open_product_goes_to_its_panel(show: Open, qtbot: QtBot) -> None:
    """Nothing is opened twice."""
    seen = show(product_key="SOP-OLV")
    seen.click("Olive Oil Soap")
    with qtbot.waitSignal(seen.screen.panel_wanted):
        seen.press(KEY.Key_Return)
    assert seen.wished("open_product") == []


def test_an_open_panel_follows_the_current_row(show: Open, qtbot: QtBot) -> None:
    """Once the hand rests; a closed one stays closed."""
    seen = show()
    seen.press(KEY.Key_Down)
    QTest.qWait(200)
    assert seen.wished("open_product") == []
    seen.tell("product", product_key="APR")
    seen.press(KEY.Key_Down)
    seen.press(KEY.Key_Down)
    qtbot.waitUntil(lambda: seen.wished("open_product")[-1:] == [(ROWS[3].id,)])


def test_the_menu_holds_what_can_be_done_with_the_row(show: Open) -> None:
    """By the menu key and by the right button; each entry does its deed."""
    seen = show()
    seen.click("Olive Oil Soap")
    seen.press(KEY.Key_F10, SHIFT)
    menu = _menu(seen)
    assert [each.text() for each in menu.actions() if each.text()] == [
        "Open",
        "Sell online",
        "Keep off",
        "As in POS",
        "Sync this product",
        "Copy",
        "Copy SKU",
    ]
    for key in (KEY.Key_Down, KEY.Key_Down, KEY.Key_Return):
        QTest.keyClick(menu, key)
    seen.settle()
    assert seen.wished("choose_flag") == [(frozenset({"SOP-OLV"}), "on")]
    point = seen.cell("Gift Card", "product")
    QTest.mouseClick(seen.table.viewport(), Qt.MouseButton.RightButton, NO_KEYS, point)
    at = seen.table.viewport().mapToGlobal(point)
    reason = QContextMenuEvent.Reason.Mouse
    seen.app.sendEvent(seen.table.viewport(), QContextMenuEvent(reason, point, at))
    menu = _menu(seen)
    able = {each.text(): each.isEnabled() for each in menu.actions()}
    assert able["Open"]
    assert not able["Sell online"]
    assert not able["Sync this product"]
    menu.close()


def _menu(seen: Catalogued) -> QMenu:
    menu = seen.app.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


# Copying


def test_chosen_rows_are_copied_as_a_table_with_titles(show: Open) -> None:
    """As they are shown; text that looks like a formula is marked as text, numbers never."""
    seen = show((*ROWS, row("=HYPERLINK(1)", "+1", pos_stock=-3, status="conflict")))
    seen.click("=HYPERLINK(1)")
    seen.click("Wool Throw", held=CTRL)
    seen.press(KEY.Key_C, CTRL)
    lines = QApplication.clipboard().text().splitlines()
    assert lines[0].split("\t")[:5] == ["Sell online", "Product", "SKU", "POS price", "POS stock"]
    rows = {line.split("\t")[1]: line.split("\t") for line in lines[1:]}
    assert rows["'=HYPERLINK(1)"][2:5] == ["'+1", "10.00", "−3"]
    assert rows["Wool Throw"][3] == "89.00"
    assert rows["Wool Throw"][6] == "Conflict"
    assert rows["Wool Throw"][-1] == "Today 10:42"
    assert seen.wished("tell") == [("copied", 2)]


def test_thousands_of_rows_are_copied_bit_by_bit(show: Open, qtbot: QtBot) -> None:
    """All of them, while the window goes on."""
    seen = show(tuple(row(f"Ribbon {number}", f"RIB-{number}") for number in range(2500)))
    seen.press(KEY.Key_A, CTRL)
    seen.press(KEY.Key_C, CTRL)
    qtbot.waitUntil(lambda: seen.wished("tell") != [])
    assert len(QApplication.clipboard().text().splitlines()) == 2501
    assert seen.wished("tell") == [("copied", 2500)]


def test_what_is_shown_is_told_for_a_file(show: Open) -> None:
    """Numbers as numbers, reasons beside the status, products in order."""
    seen = show()
    seen.pick("Conflict")
    header, rows = seen.screen.export_table()
    told = dict(zip(header, rows[0], strict=True))
    assert len(rows) == 1
    assert (told["Product"], told["SKU"], told["Why"]) == (
        "Wool Throw",
        "THR-HEA",
        "Both changed the price",
    )
    assert str(told["POS price"]) == "89.00"
    assert told["Online stock"] == 5
    assert [each.id for each in seen.screen.shown_rows()] == ["THR-HEA"]


# Telling


def test_a_screen_reader_hears_each_cell(show: Open) -> None:
    """A sentence a cell, what becomes of it included, and what kind of row it is."""
    seen = show()
    said = Qt.ItemDataRole.AccessibleTextRole
    assert seen.text("Wool Throw", "online_price", said) == "Online price 79.00, becomes 89.00"
    assert seen.text("Wool Throw", "pos_price", said) == "POS price 89.00, goes online"
    assert seen.text("Gift Card", "online_stock", said) == "Online stock not counted, unlimited"
    assert seen.text("Linen Apron", "status", said).startswith("Failed: The picture is larger")
    assert seen.text("Beeswax Candle", "sell", said) == (
        "Sell online, by hand: yes, waits for the next sync"
    )
    described = Qt.ItemDataRole.AccessibleDescriptionRole
    assert seen.text("Enamel Mug, 350 ml", "product", described) == "family, closed, 3 variants"
    header = seen.table.rows.headerData(KEYS.index("pos_price"), Qt.Orientation.Horizontal, said)
    assert header == "POS, price"


def test_tool_tips_hold_what_is_cut_or_unknown(show: Open) -> None:
    """Whole names, whole reasons, whole stamps."""
    seen = show()
    tip = Qt.ItemDataRole.ToolTipRole
    assert seen.text("Wool Throw", "product", tip) == "Wool Throw\nTHR-HEA"
    assert "larger than 20 MB" in seen.text("Linen Apron", "status", tip)
    assert seen.text("Wool Throw", "synced", tip) == "Wednesday, 13 May 2026 10:42"
    assert "no price" in seen.text("Stoneware Bowl", "pos_price", tip)


def test_every_stop_has_a_name_and_f6_finds_all_panes(show: Open) -> None:
    """Nothing that can be reached is silent."""
    seen = show()
    stops = [
        each
        for each in seen.screen.findChildren(QWidget)
        if each.isVisible() and each.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    silent = [
        each.objectName() or type(each).__name__
        for each in stops
        if not (each.accessibleName() or getattr(each, "text", str)()) and each.focusProxy() is None
    ]
    assert silent == []
    panes = [pane() for pane in seen.screen.panes()]
    assert panes == [seen.screen.side, seen.screen.tools.tools, seen.table]


def test_the_arrows_of_what_is_syncing_turn_while_they_are_seen(show: Open, qtbot: QtBot) -> None:
    """By one timer that stops with the last of them, or when animations are off."""
    seen = show((altered(ROWS[0], status="syncing", why=()), *ROWS[1:]))
    qtbot.waitUntil(lambda: seen.table.look.turn > 1)
    seen.change(altered(ROWS[0], status="in sync", why=()))
    qtbot.waitUntil(lambda: seen.table.look.turn == 0)
    turning.keep_still(True)
    seen.change(altered(ROWS[0], status="syncing", why=()))
    QTest.qWait(300)
    assert seen.table.look.turn == 0
    turning.keep_still(False)


def test_the_row_under_the_pointer_is_lit(show: Open) -> None:
    """And no longer once the pointer has left."""
    seen = show()
    QTest.mouseMove(seen.table.viewport(), seen.cell("Linen Apron", "product"))
    seen.settle()
    assert seen.names()[seen.table.look.hovered] == "Linen Apron"
    seen.app.sendEvent(seen.table.viewport(), QEvent(QEvent.Type.Leave))
    assert seen.table.look.hovered == -1
