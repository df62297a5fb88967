"""The preview: what is shown, ticked and applied, by mouse and by keys."""

import csv
import io
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import QBuffer, QPoint, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel
from pytestqt.qtbot import QtBot

from app.facts.preview import PreviewFacts
from app.facts.state import RunFacts
from app.ui import theme
from app.ui.painting import elide_middle
from app.ui.theme import font_metrics
from tests.ui import plans
from tests.ui.previewed import NO_KEYS, Seen, opened

CHECKED, UNCHECKED = Qt.CheckState.Checked, Qt.CheckState.Unchecked
PARTLY = Qt.CheckState.PartiallyChecked
Open = Callable[..., Seen]


@pytest.fixture
def show(qapp: QApplication, qtbot: QtBot) -> Iterator[Open]:
    """Opens a preview of some facts."""
    with ExitStack() as stack:

        def open_one(facts: PreviewFacts | None, **more: Any) -> Seen:
            return stack.enter_context(opened(qapp, qtbot, facts, **more))

        yield open_one


# What stands there


def test_groups_and_lines_stand_in_order_of_risk(show: Open) -> None:
    """Heads, then their lines, as the facts have them."""
    seen = show(plans.plain())
    assert seen.rows()[:4] == ["delete", "SED-TOM product", "LMP-BR product", "update"]
    assert seen.rows()[-3:] == ["create", "LTN-SOL product", "JUG-ENM product"]


def test_the_heading_says_when_and_that_nothing_is_sent(show: Open) -> None:
    """Both stores were compared at a time of day."""
    text = show(plans.plain()).texts()
    assert "Preview" in text
    assert "compared at" in text
    assert "Nothing is sent until you say so." in text


def test_a_limited_preview_says_of_how_many_products(show: Open) -> None:
    """So that nobody takes it for everything."""
    assert "1 product compared at" in show(plans.plain(only=frozenset({"APR"}))).texts()


def test_the_side_list_counts_groups_and_fields(show: Open) -> None:
    """Held back, will be sent, by field; counts are products."""
    seen = show(plans.guarded())
    told = [(each.word, each.count) for each in seen.screen.sections.sections()]
    assert told[:4] == [
        ("What will change", seen.facts.total),
        ("Held back", 0),
        ("Large price moves", 134),
        ("Will be sent", 0),
    ]
    assert ("Updated", 6) in told
    assert ("Price", 138) in told
    assert ("Size", 1) in told


@pytest.mark.parametrize(
    ("sku", "field", "sentence"),
    [
        ("SKI-26", "price", "Cast Iron Skillet, 26 cm, Price £: 49.50 becomes 54.00, +9\u00a0%"),
        ("KNL-GRN", "stock", "Garden Kneeler, Green, Stock: 22 becomes 0, sold out at all ticked"),
        ("SED-TOM", "product", "Seed Tin, Heritage Tomatoes, Product: online becomes removed"),
        ("JMP-NVY-M", "stock", "Fisherman Jumper, Navy, M, Stock: 0 becomes 6, back in stock"),
        ("JMP-RED-S", "options", "Red, S, Variant: \u2013 becomes online, £89.00, 4 in stock"),
        ("TRY-OAK", "dimensions", "Size: 40 × 30 × \u2013\u00a0cm becomes 42 × 30 × 5\u00a0cm"),
        ("TRY-OAK", "category", "Category: Kitchen, Sale becomes Kitchen / Serving"),
        ("MUG-STN", "brand", "Brand: (blank) becomes Fern & Flint"),
        ("CND-BEE", "weight", "Weight: 0.2\u00a0kg becomes 0.25\u00a0kg"),
        ("LTN-SOL", "product", "Product: \u2013 becomes online, £24.00, 12 in stock"),
        ("JUG-ENM", "product", "online, from £18.50, 30 in stock, 3 variants"),
        ("POT-T12", "price", "Price £: 4.00 becomes 400.00, 100 times as much"),
    ],
)
def test_a_line_is_a_sentence_for_a_screen_reader(
    show: Open, sku: str, field: str, sentence: str
) -> None:
    """Product, field, old, new and the remark, as they are painted."""
    seen = show(plans.guarded(3))
    assert sentence in seen.says(seen.row(sku, field))


def test_a_group_says_its_count_and_whether_it_is_open(show: Open) -> None:
    """And why its lines are one group."""
    seen = show(plans.plain())
    row = seen.row("delete")
    assert seen.says(row) == "Removed, 2 products, open"
    index = seen.lines.index(row, 0)
    assert index.data(Qt.ItemDataRole.AccessibleDescriptionRole) == "deleted in POS"


def test_many_held_back_lines_begin_folded(show: Open) -> None:
    """The banner names the first of them."""
    assert show(plans.guarded(134)).rows()[:2] == ["held price", "delete"]


# Ticks


def test_space_unticks_a_line_and_ticks_it_again(show: Open) -> None:
    """The desk is told which, and the line follows."""
    seen = show(plans.plain())
    row = seen.row("APR", "price")
    seen.go_to(row)
    seen.press(seen.screen.list, Qt.Key.Key_Space)
    assert seen.desk.wished == [("tick_lines", frozenset({("APR", "", "price")}), False)]
    seen.obey()
    assert seen.check(row) == UNCHECKED
    assert seen.check(seen.row("update")) == PARTLY
    assert "you left this out; it stays waiting" in seen.says(row)
    seen.press(seen.screen.list, Qt.Key.Key_Space)
    seen.obey()
    assert seen.check(row) == CHECKED


def test_a_click_on_a_tick_unticks_it(show: Open) -> None:
    """All of the cell can be hit; elsewhere in the line nothing happens."""
    seen = show(plans.plain())
    row = seen.row("KNL-GRN", "stock")
    seen.click_at(row, 300)
    assert seen.desk.wished == []
    seen.click_at(row, 3)
    assert seen.desk.wished == [("tick_lines", frozenset({("KNL-GRN", "", "stock")}), False)]


def test_two_quick_clicks_are_two(show: Open) -> None:
    """Nothing is swallowed by a double click."""
    seen = show(plans.plain())
    row = seen.row("KNL-GRN", "stock")
    place, view = seen.point(row, 22), seen.screen.list.viewport()
    seen.click_tick(row)
    QTest.mouseDClick(view, Qt.MouseButton.LeftButton, NO_KEYS, place)
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, NO_KEYS, place)
    assert [wish[0] for wish in seen.desk.wished] == ["tick_lines", "tick_lines"]


def test_a_group_is_ticked_as_one(show: Open) -> None:
    """What is ticked in part becomes whole, then nothing."""
    seen = show(plans.plain(left_out=frozenset({("APR", "", "price")})))
    head = seen.row("update")
    assert seen.check(head) == PARTLY
    seen.click_tick(head)
    seen.obey()
    assert seen.check(head) == CHECKED
    seen.click_tick(head)
    seen.obey()
    assert seen.check(head) == UNCHECKED
    assert seen.says(head).startswith("Updated, none of 6 products")


def test_space_ticks_everything_that_is_chosen(show: Open) -> None:
    """Shift and arrows choose several lines."""
    seen = show(plans.plain())
    first = seen.row("SKI-26", "price")
    seen.go_to(first)
    shift = Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(seen.screen.list, Qt.Key.Key_Down, shift)
    seen.press(seen.screen.list, Qt.Key.Key_Space)
    ids = frozenset({("SKI-26", "", "price"), ("SKI-26", "", "stock")})
    assert seen.desk.wished == [("tick_lines", ids, False)]


def test_leaving_a_shown_product_out_leaves_its_changes_out(show: Open) -> None:
    """Its other lines follow the one that stands for all of it."""
    seen = show(plans.guarded(3))
    seen.click_tick(seen.row("SLD-OAK", "product"))
    seen.obey()
    assert seen.check(seen.row("SLD-OAK", "price")) == UNCHECKED


def test_a_tick_keeps_scroll_position_and_choice(show: Open) -> None:
    """Nothing moves under the hand."""
    seen = show(plans.guarded(8))
    row = seen.row("PEG-50", "barcode")
    seen.go_to(row)
    top = seen.screen.list.verticalScrollBar().value()
    seen.press(seen.screen.list, Qt.Key.Key_Space)
    seen.obey()
    assert seen.screen.list.verticalScrollBar().value() == top > 0
    assert seen.screen.list.currentIndex().row() == row


def test_ticks_can_be_set_by_assistive_tools(show: Open) -> None:
    """The tick is a real check state; partly ticked becomes ticked whole."""
    seen = show(plans.plain(left_out=frozenset({("APR", "", "price")})))
    index = seen.lines.index(seen.row("update"), 0)
    assert index.flags() & Qt.ItemFlag.ItemIsUserCheckable
    assert seen.lines.setData(index, PARTLY, Qt.ItemDataRole.CheckStateRole)
    seen.obey()
    assert seen.check(seen.row("update")) == CHECKED


# Folds and filters


def test_enter_and_arrows_fold_a_group(show: Open) -> None:
    """Left closes, right opens, Enter does either; left on a line goes to its head."""
    seen = show(plans.plain())
    view = seen.screen.list
    seen.go_to(seen.row("LMP-BR"))
    seen.press(view, Qt.Key.Key_Left)
    assert view.currentIndex().row() == seen.row("delete")
    seen.press(view, Qt.Key.Key_Left)
    assert seen.rows()[:2] == ["delete", "update"]
    assert view.currentIndex().row() == 0
    seen.press(view, Qt.Key.Key_Right)
    assert seen.rows()[1] == "SED-TOM product"
    seen.press(view, Qt.Key.Key_Return)
    assert seen.rows()[1] == "update"
    assert seen.says(0) == "Removed, 2 products, closed"


def test_a_click_on_a_head_folds_it(show: Open) -> None:
    """Anywhere but on its tick."""
    seen = show(plans.plain())
    seen.click_at(seen.row("delete"))
    assert seen.rows()[:2] == ["delete", "update"]
    assert seen.desk.wished == []


def test_the_side_list_filters_by_group_and_by_field(show: Open) -> None:
    """A click shows only these lines; what is ticked stays as it is."""
    seen = show(plans.plain())
    seen.choose_section("group:create")
    assert seen.rows() == ["create", "LTN-SOL product", "JUG-ENM product"]
    seen.choose_section("field:price")
    assert seen.rows() == ["update", "SKI-26 price", "APR price"]
    seen.click_tick(0)
    ids = frozenset({("SKI-26", "", "price"), ("APR", "", "price")})
    assert seen.desk.wished == [("tick_lines", ids, False)]
    seen.choose_section("")
    assert len(seen.rows()) > 10


def test_arrows_choose_in_the_side_list(show: Open) -> None:
    """Titles are passed over."""
    seen = show(plans.plain())
    seen.screen.sections.setFocus()
    seen.press(seen.screen.sections, Qt.Key.Key_Down)
    assert seen.rows() == ["delete", "SED-TOM product", "LMP-BR product"]


def test_a_filter_survives_a_tick(show: Open) -> None:
    """The list stays as it was chosen."""
    seen = show(plans.plain())
    seen.choose_section("group:create")
    seen.click_tick(1)
    seen.obey()
    assert seen.rows() == ["create", "LTN-SOL product", "JUG-ENM product"]


# Words


def test_enter_shows_what_changed_in_a_text(show: Open) -> None:
    """In place: the line grows, and a screen reader hears the difference."""
    seen = show(plans.plain())
    row = seen.row("APR", "description")
    before = seen.screen.list.rowHeight(row)
    seen.go_to(row)
    seen.press(seen.screen.list, Qt.Key.Key_Return)
    assert seen.screen.list.rowHeight(row) > before + 20
    index = seen.lines.index(row, 0)
    told = str(index.data(Qt.ItemDataRole.AccessibleDescriptionRole))
    assert "Added: Two pockets." in told
    assert "Removed: One pocket." in told
    seen.press(seen.screen.list, Qt.Key.Key_Return)
    assert seen.screen.list.rowHeight(row) == before


def test_a_click_shows_the_words_in_their_colours(show: Open) -> None:
    """Added on its ground, removed on its own."""
    seen = show(plans.plain())
    row = seen.row("APR", "description")
    seen.click_at(row)
    image = seen.screen.list.viewport().grab().toImage()
    colours = {
        image.pixelColor(x, y).rgb()
        for x in range(80, image.width(), 2)
        for y in range(0, image.height(), 2)
    }
    assert theme.current().ins_bg.rgb() in colours
    assert theme.current().del_bg.rgb() in colours
    assert seen.desk.wished == []


def test_opened_words_stay_open_after_a_tick(show: Open) -> None:
    """Also in a list that was made anew by a filter."""
    seen = show(plans.plain())
    row = seen.row("APR", "description")
    seen.click_at(row)
    height = seen.screen.list.rowHeight(row)
    seen.choose_section("field:description")
    assert seen.screen.list.rowHeight(1) == height


# Foot


def test_the_foot_counts_and_names_the_deed(show: Open) -> None:
    """The number lives in the button; time and requests stand beside."""
    seen = show(plans.guarded())
    text = seen.texts(seen.screen.footer)
    assert "17 of 151 changes ticked" in text
    assert "about 82 requests, under a minute" in text
    assert seen.screen.footer.apply.text() == "Apply 17 changes"
    seen.click(seen.screen.footer.apply)
    assert seen.desk.wished == [("apply_preview",)]


def test_nothing_ticked_can_not_be_applied(show: Open) -> None:
    """The button says why."""
    facts = plans.plain()
    seen = show(replace(facts, left_out=frozenset(line.id for line in facts.lines)))
    assert not seen.screen.footer.apply.isEnabled()
    assert "Nothing is ticked" in seen.screen.footer.apply.toolTip()
    seen.click(seen.screen.footer.apply)
    assert seen.desk.wished == []


def test_a_running_sync_keeps_apply_from_being_pressed(show: Open) -> None:
    """One at a time."""
    seen = show(plans.plain(), run=RunFacts(active=True))
    assert not seen.screen.footer.apply.isEnabled()
    seen.tell("run", run=RunFacts())
    assert seen.screen.footer.apply.isEnabled()


def test_cancel_and_escape_leave(show: Open) -> None:
    """Nothing was sent, so nothing is asked."""
    seen = show(plans.plain())
    seen.click(seen.screen.footer.cancel)
    seen.screen.list.setFocus()
    seen.press(seen.screen.list, Qt.Key.Key_Escape)
    assert seen.desk.wished == [("cancel_preview",), ("cancel_preview",)]


def test_export_is_the_windows_business(show: Open) -> None:
    """The screen asks for a file and has the text ready."""
    seen = show(plans.plain())
    with seen.qtbot.waitSignal(seen.screen.export_wanted, timeout=1000):
        seen.click(seen.screen.footer.export)


def test_the_export_has_every_line_and_no_formula(show: Open) -> None:
    """Names that begin like a formula are marked as text (RULES S18)."""
    evil = plans.line("=A1", '=HYPERLINK("x")', "name", "@old", "+new\r\nline")
    facts = plans.facts(plans.group("update", evil), plans.CREATED)
    seen = show(replace(facts, left_out=frozenset({("LTN-SOL", "", "product")})))
    rows = list(csv.reader(io.StringIO(seen.screen.export_text(), newline="")))
    assert rows[0] == [
        *("Ticked", "Kind", "Product", "Variant", "SKU", "Field", "Old", "New", "Remark")
    ]
    assert rows[1][:5] == ["Yes", "Updated", '\'=HYPERLINK("x")', "", "'=A1"]
    assert rows[1][6:8] == ["'@old", "'+new line"]
    assert rows[2][:3] == ["No", "Created", "Solar Lantern"]
    assert len(rows) == 4


def test_a_move_upwards_is_no_formula_either(show: Open) -> None:
    """Its remark begins with a plus."""
    seen = show(plans.plain())
    rows = list(csv.reader(io.StringIO(seen.screen.export_text())))
    assert "'+9\u00a0%" in [row[8] for row in rows]


def test_copied_lines_are_text(show: Open) -> None:
    """Ctrl+C takes the chosen lines, and the strip is told how many."""
    seen = show(plans.plain())
    seen.go_to(seen.row("SKI-26", "price"))
    QTest.keyClick(seen.screen.list, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert seen.app.clipboard().text().startswith("Cast Iron Skillet, 26 cm, Price £: 49.50")
    assert seen.desk.wished == [("tell", "copied", 1)]


# Focus


def test_focus_rests_on_the_first_line(show: Open) -> None:
    """Where nothing is asked."""
    seen = show(plans.plain())
    assert seen.focused() is seen.screen.list
    assert seen.screen.list.currentIndex().row() == 1
    assert seen.screen.list.selectedIndexes() == []


def test_focus_apply_goes_there_and_presses_nothing(show: Open) -> None:
    """For the key that syncs."""
    seen = show(plans.plain())
    seen.screen.focus_apply()
    assert seen.focused() is seen.screen.footer.apply
    assert seen.desk.wished == []
    facts = seen.facts
    left_out = frozenset(line.id for line in facts.lines)
    seen.tell("preview", preview=replace(facts, left_out=left_out))
    seen.screen.focus_apply()
    assert seen.focused() is seen.screen.list


def test_tab_goes_from_the_list_to_the_foot(show: Open) -> None:
    """Not from line to line."""
    seen = show(plans.plain())
    seen.press(seen.screen.list, Qt.Key.Key_Tab)
    assert seen.focused() is seen.screen.footer.export


def test_the_focus_stays_where_it_is_when_facts_change(show: Open) -> None:
    """A tick or another plan does not take it away."""
    seen = show(plans.plain())
    seen.screen.footer.cancel.setFocus()
    seen.tell("preview", preview=plans.guarded(3))
    assert seen.focused() is seen.screen.footer.cancel


def test_everything_that_takes_the_focus_has_a_name(show: Open) -> None:
    """A screen reader says what it is."""
    seen = show(plans.first_sync(reasons=(plans.GUARD,)))
    buttons = seen.screen.findChildren(QAbstractButton)
    named = [button for button in buttons if button.isVisible()]
    assert all(button.accessibleName() or button.text() for button in named)
    assert len(named) > 6
    assert seen.screen.list.accessibleName()
    assert seen.screen.sections.accessibleName()


# States


def test_an_empty_plan_says_that_both_sides_agree(show: Open) -> None:
    """With when the next look is, and the way back."""
    seen = show(plans.facts(), next_look=plans.MADE_AT + 120)
    assert "Both sides agree" in seen.texts()
    assert "The next look is at" in seen.texts()
    assert seen.focused() is seen.screen.back
    seen.press(seen.screen.back, Qt.Key.Key_Return)
    assert seen.desk.wished == [("cancel_preview",)]
    assert not seen.screen.footer.isVisible()


def test_an_empty_plan_promises_no_look_that_is_not_planned(show: Open) -> None:
    """Without a schedule nothing is said of one."""
    assert "next look" not in show(plans.facts()).texts()


def test_a_store_that_is_only_checked_has_nothing_to_apply(show: Open) -> None:
    """It says so and offers to switch."""
    seen = show(plans.plain(check_only=True))
    assert not seen.screen.footer.apply.isVisible()
    assert "Counterpart only compares this store." in seen.texts()
    assert "10 changes found" in seen.texts()
    assert "Would be sent" in [each.word for each in seen.screen.sections.sections()]
    seen.click(seen.screen.notices.switch)
    assert seen.desk.wished == [("set_setting", "store.mode", "sync")]


def test_pictures_are_asked_for_and_shown_when_they_come(show: Open) -> None:
    """Small, beside the name."""
    lines = [replace(line, picture="mug") for line in plans.UPDATED.lines[:1]]
    seen = show(plans.facts(plans.group("update", *lines)))
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    image = QImage(60, 60, QImage.Format.Format_RGB32)
    image.fill(QColor("#ff00ff"))
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    seen.desk.pictures["mug"] = bytes(buffer.data().data())
    seen.screen.refresh(seen.desk.now("pictures", ids=frozenset({"mug"})))
    place = QPoint(64, seen.screen.list.visualRect(seen.lines.index(1, 0)).center().y())

    def shown() -> bool:
        seen.settle()
        grabbed = seen.screen.list.viewport().grab().toImage()
        return bool(grabbed.pixelColor(place).name() == "#ff00ff")

    seen.qtbot.waitUntil(shown)


def test_a_new_preview_begins_at_its_beginning(show: Open) -> None:
    """Left and opened again: no filter, first line, nothing open."""
    seen = show(plans.plain())
    seen.choose_section("group:create")
    seen.tell("preview", preview=None)
    assert seen.rows() == []
    seen.tell("preview", preview=plans.plain())
    assert seen.rows()[0] == "delete"
    assert seen.focused() is seen.screen.list


def test_a_plan_made_anew_keeps_the_place(show: Open) -> None:
    """Other facts, the same line current and chosen, where it is still there."""
    seen = show(plans.plain())
    seen.go_to(seen.row("APR", "price"))
    seen.tell("preview", preview=plans.guarded(3))
    view = seen.screen.list
    row = seen.row("APR", "price")
    assert view.currentIndex().row() == row
    assert [index.row() for index in view.selectedIndexes()] == [row]


# Size, colours, speed


@pytest.mark.parametrize("percent", [100, 150])
def test_no_label_is_cut(show: Open, percent: int) -> None:
    """At any size of text, in the smallest window."""
    seen = show(plans.guarded(3))
    theme.set_text_scale(seen.app, percent)
    seen.screen.resize(1120, 560)
    seen.settle()
    for button in seen.screen.findChildren(QAbstractButton):
        if button.isVisible():
            assert button.width() >= button.minimumSizeHint().width(), button.text()
    for label in seen.screen.findChildren(QLabel):
        if label.isVisible() and label.text():
            needed = label.heightForWidth(label.width()) if label.wordWrap() else 0
            assert label.height() >= needed, label.text()
            assert label.wordWrap() or label.width() >= label.sizeHint().width(), label.text()
    widest = max(seen.screen.sections.sections(), key=lambda each: len(each.word))
    metrics = font_metrics("strong")
    assert elide_middle(widest.word, metrics, seen.screen.sections.width()) == widest.word


def test_lines_grow_with_the_text(show: Open) -> None:
    """34 at the usual size, heads 38."""
    seen = show(plans.plain())
    view = seen.screen.list
    assert (view.rowHeight(0), view.rowHeight(1)) == (38, 34)
    theme.set_text_scale(seen.app, 150)
    seen.settle()
    assert view.rowHeight(1) >= font_metrics("body").height() + 12
    assert view.rowHeight(0) > view.rowHeight(1)


def test_it_follows_the_dark_theme(show: Open) -> None:
    """Lines, side list and foot."""
    seen = show(plans.plain())
    theme.apply_appearance(seen.app, "dark")
    seen.settle()
    image = seen.screen.grab().toImage()
    assert image.pixelColor(5, 600) == theme.current().window
    assert image.pixelColor(700, 4) == theme.current().surface


def test_twenty_thousand_lines_stay_fluid(show: Open) -> None:
    """A tick costs a small part of what the whole list costs: it is not built anew."""
    lines = [plans.price(f"S{at}", f"Product {at}", "1.00", "1.10") for at in range(20_000)]
    seen = show(plans.plain())
    facts = plans.facts(plans.group("update", *lines))
    started = time.thread_time()
    seen.tell("preview", preview=facts)
    built = time.thread_time() - started
    started = time.thread_time()
    seen.tell("preview", preview=replace(facts, left_out=frozenset({("S7", "", "price")})))
    ticked = time.thread_time() - started
    assert seen.check(8) == UNCHECKED
    assert ticked < built
