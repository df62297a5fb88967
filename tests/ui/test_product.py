"""The product panel as a whole: its head, what can be wished for, keys, scrolling, refreshing."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.facts.extras import AtOutlet, Extra, OfVariants
from app.facts.rows import altered
from app.facts.state import RunFacts
from app.ui import theme
from app.ui.screens.product_more import Deed
from tests.ui.panelled import (
    KEY,
    PRICE,
    ROW,
    SKILLET,
    Panelled,
    agrees,
    panelled,
    picture,
    story,
    with_lines,
)

EDITED = with_lines(
    replace(PRICE, state="put back", keepable=True),
    replace(agrees("brand", "Hearth & Iron"), state="put back", online="H&I", keepable=True),
    replace(agrees("name", "Skillet"), state="kept", online="Pan", keepable=True),
    status="edited online",
)
KEY_SET = frozenset({"p1"})


@pytest.fixture
def seen(qapp: QApplication, qtbot: QtBot) -> Iterator[Panelled]:
    """The panel of a skillet whose price and stock the POS changed."""
    with panelled(qapp, qtbot) as found:
        yield found


def choose(seen: Panelled, deed: Deed) -> None:
    """Open *More* by a click and choose one of its lines."""
    more = seen.panel.head.more
    seen.click(more)
    menu = more.menu_of_deeds
    assert menu.isVisible()
    QTest.mouseClick(
        menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(more.action(deed)).center()
    )
    seen.settle()


# Head


def test_the_head_says_what_it_is_and_how_it_stands(seen: Panelled) -> None:
    """Name, SKU and barcode, status and what happens next."""
    head = seen.panel.head
    assert head.name.text() == "Cast Iron Skillet, 26 cm"
    assert head.codes.text() == "SKI-26 · barcode 5012345678917"
    assert head.chip.accessibleName() == "Update waiting"
    assert head.sentence.text() == "POS changed price and stock. They go online at 11:00."


def test_a_name_is_shown_whole_and_never_as_markup(seen: Panelled) -> None:
    """Whatever a store calls its product, it is text and it does not widen the panel."""
    name = "<b>Wool</b> <img src=x>" + "x" * 300
    seen.show(replace(SKILLET, row=altered(ROW, name=name)))
    label = seen.panel.head.name
    assert label.text() == name
    assert label.textFormat() == Qt.TextFormat.PlainText
    assert label.height() >= label.heightForWidth(label.width())
    assert label.height() >= 8 * theme.font_metrics("title2").height()
    assert seen.panel.page.width() <= seen.panel.area.viewport().width()


def test_sync_wants_this_product_alone(seen: Panelled) -> None:
    """The primary deed concerns one key."""
    seen.click(seen.panel.head.sync)
    assert seen.wished == [("sync_now", KEY_SET)]


def test_sync_waits_for_a_run_and_says_so(seen: Panelled) -> None:
    """While a sync runs the button is disabled with the reason."""
    seen.tell("run", run=RunFacts(active=True))
    assert not seen.panel.head.sync.isEnabled()
    assert "running" in seen.panel.head.sync.toolTip()
    seen.tell("run", run=RunFacts())
    assert seen.panel.head.sync.isEnabled()
    assert seen.panel.head.sync.toolTip() == ""


def test_nothing_is_offered_to_send_while_counterpart_only_compares(seen: Panelled) -> None:
    """The sentence and the rows say that nothing is sent."""
    seen.tell("settings", check_only=True)
    assert not seen.panel.head.sync.isEnabled()
    assert "only compares" in seen.panel.head.sentence.text()
    assert seen.row("price").words.text() == "differs; Counterpart only compares"


def test_selling_is_chosen_in_place(seen: Panelled) -> None:
    """Three settings; what is chosen is wished for once."""
    combo = seen.panel.head.flag
    assert [combo.itemText(at) for at in range(combo.count())] == [
        "Sell as in POS",
        "Sell online",
        "Keep off",
    ]
    combo.setFocus()
    QTest.keyClick(combo, KEY.Key_Down)
    assert seen.wished == [("choose_flag", KEY_SET, "on")]


def test_a_choice_shows_at_once_from_the_catalogues_row(qapp: QApplication, qtbot: QtBot) -> None:
    """The row is true before the product has been read again."""
    with panelled(qapp, qtbot, rows=(ROW,)) as seen:
        assert seen.panel.head.flag.currentText() == "Sell as in POS"
        seen.desk.catalogue.replace_all([altered(ROW, flag="off")])
        seen.tell("rows", ids=KEY_SET)
        assert seen.panel.head.flag.currentText() == "Keep off"
        assert seen.wished == []


def test_the_wheel_scrolls_and_never_chooses(seen: Panelled) -> None:
    """Scrolling over the choice must not publish a product."""
    combo = seen.panel.head.flag
    centre = combo.rect().center()
    down = QWheelEvent(
        centre.toPointF(),
        combo.mapToGlobal(centre).toPointF(),
        QPoint(),
        QPoint(0, -240),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(combo, down)
    assert combo.currentIndex() == 0
    assert seen.wished == []


def test_a_product_that_is_only_online_offers_nothing_of_the_pos(seen: Panelled) -> None:
    """No sync, no choice, no link; what can be opened can be opened."""
    row = altered(ROW, id="ecom:7", status="only online", active="")
    lines = tuple(replace(line, state="alone", pos=None, equal=False) for line in SKILLET.lines)
    seen.show(replace(SKILLET, row=row, lines=lines, stocks=(), linked=False, pos_page=""))
    head = seen.panel.head
    assert not head.sync.isVisible()
    assert not head.flag.isVisible()
    assert not head.more.action("link").isEnabled()
    assert not head.more.action("pos page").isEnabled()
    assert head.more.action("online page").isEnabled()
    assert not seen.panel.stock.isVisible()


# More


def test_more_keeps_all_edits_or_puts_all_kept_ones_back(seen: Panelled) -> None:
    """The menu speaks for every field that can be chosen about."""
    seen.show(EDITED)
    choose(seen, "keep")
    choose(seen, "put back")
    assert seen.wished == [
        ("keep_edit", "p1", frozenset({"price", "brand"}), True),
        ("keep_edit", "p1", frozenset({"name"}), False),
    ]


def test_more_offers_only_what_can_be_done(seen: Panelled) -> None:
    """Nothing edited: nothing to keep. The words follow the number."""
    more = seen.panel.head.more
    assert not more.action("keep").isEnabled()
    assert not more.action("put back").isEnabled()
    assert more.action("unlink").isEnabled()
    seen.show(EDITED)
    assert more.action("keep").text() == "Keep the online edits"
    assert more.action("put back").text() == "Put the POS value back"


def test_pages_open_in_the_browser(seen: Panelled, qtbot: QtBot) -> None:
    """The window is told the address; nothing is opened here."""
    with qtbot.waitSignal(seen.panel.open_address) as told:
        choose(seen, "online page")
    assert told.args == ["https://shop.example/skillet"]
    with qtbot.waitSignal(seen.panel.open_address) as told:
        choose(seen, "pos page")
    assert told.args == ["https://till.example/product/p1"]


def test_an_address_that_is_no_web_page_is_never_opened(seen: Panelled, qtbot: QtBot) -> None:
    """A store may write anything into its records."""
    seen.show(replace(SKILLET, online_page="file:///etc/passwd"))
    with qtbot.assertNotEmitted(seen.panel.open_address):
        choose(seen, "online page")


def test_its_own_window_is_wished_for_by_button_and_by_menu(seen: Panelled, qtbot: QtBot) -> None:
    """Both tell the product's key."""
    with qtbot.waitSignal(seen.panel.own_window) as told:
        seen.click(seen.panel.head.apart)
    assert told.args == ["p1"]
    with qtbot.waitSignal(seen.panel.own_window) as told:
        choose(seen, "apart")
    assert told.args == ["p1"]


def test_sku_and_barcode_are_copied(seen: Panelled) -> None:
    """By the menu, and by the menu where the pointer is."""
    choose(seen, "copy sku")
    assert QGuiApplication.clipboard().text() == "SKI-26"
    codes = seen.panel.head.codes
    at = codes.rect().center()
    where = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, codes.mapToGlobal(at))
    QApplication.sendEvent(codes, where)
    menu = seen.panel.head.more.copies
    assert menu.isVisible()
    place = menu.actionGeometry(seen.panel.head.more.action("copy barcode")).center()
    QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=place)
    assert QGuiApplication.clipboard().text() == "5012345678917"
    assert seen.wished == [("tell", "copied", 1), ("tell", "copied", 1)]


# Reasons


def test_a_failure_stands_at_the_top_with_another_try(seen: Panelled) -> None:
    """What went wrong and what now, in the words of the engine."""
    error = "A picture is 24 MB; the online store takes 20 MB. Make it smaller in the POS."
    seen.show(replace(SKILLET, row=altered(ROW, status="failed", why=("text", error))))
    reasons = seen.panel.reasons
    assert error in reasons.failure.accessibleName()
    seen.click(reasons.retry)
    assert seen.wished == [("sync_now", KEY_SET)]


def test_a_failure_known_from_an_earlier_run_is_told_too(seen: Panelled) -> None:
    """A row kept from before carries no words."""
    row = altered(ROW, status="failed", why=("text", ""))
    seen.show(replace(SKILLET, row=row, failure="The store refused it."))
    assert "The store refused it." in seen.panel.reasons.failure.accessibleName()


def test_what_needs_attention_is_said_and_nothing_can_be_sent(seen: Panelled) -> None:
    """The reasons, each in a line; the sync is disabled until it is mended."""
    row = altered(ROW, status="needs attention", why=("text", "x"))
    seen.show(replace(SKILLET, row=row, reasons=("No SKU.", "Its brand is unreadable.")))
    said = seen.panel.reasons.attention.accessibleName()
    assert said == "Nothing is sent until this is mended No SKU.\nIts brand is unreadable."
    assert not seen.panel.head.sync.isEnabled()
    assert not seen.panel.reasons.failure.isVisible()


def test_a_reason_about_one_field_leaves_the_rest_going(seen: Panelled) -> None:
    """It is said, and the sync stays possible."""
    seen.show(replace(SKILLET, reasons=("The POS has no price for it.",)))
    assert seen.panel.reasons.attention.isVisible()
    assert seen.panel.head.sync.isEnabled()
    seen.show(SKILLET)
    assert not seen.panel.reasons.isVisible()


# Reading


def test_while_it_is_read_the_known_row_stays_readable(qapp: QApplication, qtbot: QtBot) -> None:
    """The head comes from the catalogue; the rest is on its way."""
    with panelled(qapp, qtbot, None, rows=(ROW,)) as seen:
        assert seen.panel.head.name.text() == ROW.name
        assert "Reading…" in seen.words()
        assert not seen.panel.fields.isVisible()
        seen.show(SKILLET)
        assert "Reading…" not in seen.words()
        assert seen.panel.fields.isVisible()


def test_a_product_that_nothing_is_known_of_yet_says_that_it_is_read(
    qapp: QApplication, qtbot: QtBot
) -> None:
    """A variant's id is no row of the catalogue."""
    with panelled(qapp, qtbot, None) as seen:
        assert not seen.panel.head.isVisible()
        assert "Reading…" in seen.words()


def test_a_closed_panel_paints_nothing(qapp: QApplication, qtbot: QtBot) -> None:
    """Facts that come late change nothing."""
    with panelled(qapp, qtbot) as seen:
        seen.tell("product", product_key="", product=None)
        assert seen.panel.head.name.text() == ROW.name


# Left alone, history


def test_what_is_left_alone_says_on_which_side_it_stays(seen: Panelled) -> None:
    """Both sides, marked."""
    words = seen.words()
    for told in ("Supplier", "Marsh Foundry", "stays in POS", "£65.00", "stays online"):
        assert told in words
    reorder = (AtOutlet(Decimal(4), "Main"), AtOutlet(Decimal(2), "Harbour"))
    seen.show(replace(SKILLET, pos_extras=(Extra("reorder_point", reorder),), online_extras=()))
    words = seen.words()
    for told in ("Reorder point", "4 (Main) and 2 (Harbour)", "stays in POS"):
        assert told in words
    assert "Reorder quantity" not in words
    several = (OfVariants(("Red", "Blue"), reorder), OfVariants(("Green",), Decimal(0)))
    seen.show(replace(SKILLET, pos_extras=(Extra("reorder_amount", several),), online_extras=()))
    words = seen.words()
    assert "Reorder quantity" in words
    assert "Red · Blue: 4 (Main) and 2 (Harbour)\nGreen: 0" in words
    seen.show(replace(SKILLET, pos_extras=(), online_extras=()))
    assert not seen.panel.left_alone.isVisible()


def test_the_history_tells_what_was_done_and_when(seen: Panelled) -> None:
    """Each with its values, the whole stamp as tool tip."""
    words = seen.words()
    for told in ("Updated online", "Price £45.00 → £49.50", "Today 10:42"):
        assert told in words
    (when,) = [
        label for label in seen.panel.history.findChildren(QLabel) if label.text() == "Today 10:42"
    ]
    assert "2026" in when.toolTip()
    seen.show(replace(SKILLET, history=()))
    assert not seen.panel.history.isVisible()


# Keys


def test_escape_closes_the_panel(seen: Panelled) -> None:
    """From wherever the focus is in it."""
    seen.panel.focus_first()
    seen.press(KEY.Key_Escape)
    assert seen.wished == [("close_product",)]


def test_the_cross_closes_the_panel(seen: Panelled) -> None:
    """The same by mouse."""
    seen.click(seen.panel.head.close_panel)
    assert seen.wished == [("close_product",)]


def test_entering_lands_on_what_harms_nothing(seen: Panelled) -> None:
    """Enter on the table enters the panel: one more Enter must not send anything."""
    seen.panel.focus_first()
    assert seen.focused() is seen.panel.head.apart


def test_entering_lands_on_the_reason_if_there_is_one(seen: Panelled) -> None:
    """And scrolls back to it."""
    row = altered(ROW, status="failed", why=("text", "It failed."))
    seen.show(replace(SKILLET, row=row))
    seen.panel.area.verticalScrollBar().setValue(100)
    seen.panel.focus_first()
    assert seen.focused() is seen.panel.reasons.failure
    assert seen.panel.area.verticalScrollBar().value() == 0


def test_tab_goes_from_top_to_bottom(seen: Panelled) -> None:
    """However the rows came about, the order of the keys is that of the eye."""
    seen.show(EDITED)
    seen.show(replace(SKILLET, row=altered(ROW, status="failed", why=("text", "x"))))
    seen.show(EDITED)
    seen.panel.focus_first()
    first, places = seen.focused(), []
    for _ in range(60):
        widget = seen.focused()
        places.append(widget.mapTo(seen.panel.page, QPoint(0, 0)))
        QTest.keyClick(widget, KEY.Key_Tab)
        if seen.focused() is first:
            break
    assert len(places) > 8
    tops = [place.y() // 12 for place in places]
    assert tops == sorted(tops)


def test_everything_that_takes_the_focus_has_a_name(seen: Panelled) -> None:
    """A screen reader says what each is."""
    seen.show(EDITED)
    stops = [
        widget
        for widget in seen.panel.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible()
    ]
    named = [
        w for w in stops if w.accessibleName() or (isinstance(w, QAbstractButton) and w.text())
    ]
    assert len(stops) > 8
    assert named == stops


# Refreshing


def test_refreshing_keeps_focus_and_place(qapp: QApplication, qtbot: QtBot) -> None:
    """A sync that goes on must not move the page under the reader."""
    with panelled(qapp, qtbot, EDITED, height=420) as seen:
        link = seen.row("brand").deeds().keep
        link.setFocus()
        seen.panel.area.verticalScrollBar().setValue(60)
        price = replace(PRICE, online=PRICE.pos, state="same", equal=True)
        seen.show(with_lines(price, facts=EDITED))
        seen.tell("run", run=RunFacts(active=True, done=3, total=9))
        assert seen.focused() is link
        assert seen.panel.area.verticalScrollBar().value() == 60


def test_another_product_begins_at_the_top(qapp: QApplication, qtbot: QtBot) -> None:
    """It is read from its name on."""
    with panelled(qapp, qtbot, height=420) as seen:
        seen.panel.area.verticalScrollBar().setValue(100)
        seen.show(replace(SKILLET, row=altered(ROW, id="p2")))
        assert seen.panel.area.verticalScrollBar().value() == 0


def test_a_refresh_does_not_take_the_focus(seen: Panelled, qtbot: QtBot) -> None:
    """Whoever types in the search goes on typing."""
    other = QComboBox()
    qtbot.addWidget(other)
    other.show()
    qtbot.waitExposed(other)
    other.activateWindow()
    other.setFocus()
    qtbot.waitUntil(other.hasFocus)
    seen.show(EDITED)
    seen.show(replace(SKILLET, row=altered(ROW, id="p2")))
    assert seen.app.focusWidget() is other


def test_a_picture_that_comes_is_painted(seen: Panelled, qtbot: QtBot) -> None:
    """It is asked for by the row's reference, and shown when it is told."""
    before = seen.panel.head.picture.grab().toImage()
    seen.desk.pictures["p1"] = picture("#336699")
    seen.tell("pictures", ids=frozenset({"p1"}))

    def middle() -> str:
        return str(seen.panel.head.picture.grab().toImage().pixelColor(26, 26).name())

    qtbot.waitUntil(lambda: middle() == "#336699")
    assert before != seen.panel.head.picture.grab().toImage()


# Looks


@pytest.mark.parametrize(("width", "scale"), [(440, 100), (440, 150), (400, 150), (520, 125)])
@pytest.mark.parametrize("mode", ["light", "dark"])
def test_nothing_is_cut_off(
    qapp: QApplication, qtbot: QtBot, width: int, scale: int, mode: Any
) -> None:
    """At any width and size of text every label has the room that it needs."""
    theme.set_text_scale(qapp, scale)
    with panelled(qapp, qtbot, EDITED, width=width, height=700) as seen:
        theme.apply_appearance(qapp, mode)
        seen.settle()
        assert seen.panel.page.width() <= seen.panel.area.viewport().width()
        for label in seen.panel.findChildren(QLabel):
            if label.isVisible() and label.text():
                needed = label.heightForWidth(label.width())
                assert label.height() >= needed - 1, label.text()
        for button in seen.panel.findChildren(QAbstractButton):
            if button.isVisible():
                assert button.width() >= button.sizeHint().width(), button.text()


def test_larger_text_is_laid_out_at_once(seen: Panelled) -> None:
    """The rows follow when the manager changes the size of text."""
    row = seen.row("price")
    before = row.name.width()
    theme.set_text_scale(seen.app, 150)
    for widget in seen.panel.findChildren(QWidget):
        QApplication.sendEvent(widget, QEvent(QEvent.Type.ApplicationFontChange))
    QApplication.sendEvent(seen.panel, QEvent(QEvent.Type.ApplicationFontChange))
    seen.settle()
    assert row.name.width() > before


def test_in_its_own_window_it_has_no_cross(qapp: QApplication, qtbot: QtBot) -> None:
    """The window has one; there Esc is the window's."""
    with panelled(qapp, qtbot, apart=True) as seen:
        assert not seen.panel.head.close_panel.isVisible()
        assert not seen.panel.head.apart.isVisible()
        assert not seen.panel.head.more.action("apart").isEnabled()
        seen.panel.focus_first()
        seen.press(KEY.Key_Escape)
        assert seen.wished == []


def test_a_family_of_twelve_has_a_line_and_a_stock_for_each(seen: Panelled) -> None:
    """However many variants differ, each is named."""
    lines = tuple(
        replace(PRICE, variant=f"v{n}", variant_name=f"Colour {n}", keepable=True)
        for n in range(12)
    )
    stocks = tuple(story(variant=f"v{n}", variant_name=f"Colour {n}") for n in range(12))
    facts = replace(SKILLET, lines=(*SKILLET.lines, *lines), stocks=stocks)
    seen.show(facts)
    assert len([row for row in seen.panel.fields.rows() if row.line() in lines]) == 12
    assert seen.panel.stock.variants.count() == 12
