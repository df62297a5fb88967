"""How the catalogue looks: columns, density, sizes of text, both directions, both themes."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QRect, QSettings, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QMenu
from pytestqt.qtbot import QtBot

from app.facts.rows import STOCK, altered, packed_variants
from app.ui import theme
from app.ui.tables.columns import KEYS
from app.ui.theme import font_metrics
from tests.ui.catalogued import (
    KEY,
    LEFT,
    MUG,
    NO_KEYS,
    PLATE,
    ROWS,
    Catalogued,
    catalogued,
    row,
)

Open = Callable[..., Catalogued]

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
"""Without a screen, menus say that they cannot be raised or take the keyboard."""


@pytest.fixture
def show(qapp: QApplication, qtbot: QtBot) -> Iterator[Open]:
    """Opens a catalogue of some rows."""
    with ExitStack() as stack:

        def open_one(*given: Any, **more: Any) -> Catalogued:
            return stack.enter_context(catalogued(qapp, qtbot, *given, **more))

        yield open_one


@pytest.fixture
def settings(tmp_path: Path) -> QSettings:
    """Settings in a file of the test's own."""
    return QSettings(str(tmp_path / "looks.ini"), QSettings.Format.IniFormat)


def pixel(seen: Catalogued, point: QPoint) -> QColor:
    """The colour at a point of the table's viewport."""
    image: QImage = seen.table.viewport().grab().toImage()
    return image.pixelColor(point)


def colours(seen: Catalogued, place: QRect) -> set[str]:
    """All colours within a part of the table's viewport."""
    image: QImage = seen.table.viewport().grab(place).toImage()
    return {
        image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())
    }


def rect(seen: Catalogued, name: str, key: str) -> QRect:
    """Where a cell lies."""
    found: QRect = seen.table.visualRect(seen.table.rows.index(seen.place(name), KEYS.index(key)))
    return found


# Rows


def test_a_family_that_differs_reads_differently_on_both_sides(show: Open) -> None:
    """The price that is marked is the one of the variant that differs, not what both begin with."""
    seen = show((PLATE, MUG))
    name = PLATE.name
    assert seen.text(name, "pos_price") == "incl. 129.00"
    assert seen.text(name, "online_price") == "incl. 119.00"
    spoken = seen.text(name, "online_price", Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Large: Online price 119.00, becomes 129.00"
    assert (seen.text(MUG.name, "pos_stock"), seen.text(MUG.name, "online_stock")) == ("86", "79")
    seen.table.set_open(seen.place(name), opened=True)
    assert seen.text("Large", "pos_price") == "129.00"


def test_pieces_that_even_out_over_a_family_read_differently(show: Open) -> None:
    """The sums are the same, the variants are not."""
    variants = (
        row("Cream", "MUG-E-CR", "update waiting", pos_stock=4, online_stock=7, wins=STOCK),
        row("Navy", "MUG-E-NV", "update waiting", pos_stock=9, online_stock=6, wins=STOCK),
    )
    even = altered(MUG, pos_stock=13, online_stock=13, variants=packed_variants(variants))
    seen = show((even,))
    assert (seen.text(even.name, "pos_stock"), seen.text(even.name, "online_stock")) == (
        "incl. 4",
        "incl. 7",
    )


def test_a_row_is_44_high_and_28_when_compact(show: Open) -> None:
    """Two lines or one; the current row stays in view."""
    seen = show()
    assert seen.table.rowHeight(0) >= 44
    high = seen.table.rowHeight(0)
    seen.screen.toggle_density()
    seen.settle()
    assert 28 <= seen.table.rowHeight(0) < high
    assert "Price and stock" in seen.text(
        "Cast Iron Skillet", "status", Qt.ItemDataRole.ToolTipRole
    )
    seen.screen.toggle_density()
    assert seen.table.rowHeight(0) == high


def test_selected_rows_carry_ground_and_bar(show: Open) -> None:
    """3 px of accent at the left edge."""
    seen = show()
    seen.click("Linen Apron")
    place = rect(seen, "Linen Apron", "sell")
    now = theme.current()
    assert pixel(seen, QPoint(1, place.center().y())) == now.accent
    assert pixel(seen, QPoint(5, place.center().y())) == now.selection
    other = rect(seen, "Olive Oil Soap", "sell")
    assert pixel(seen, QPoint(1, other.center().y())) == now.surface


def test_what_differs_is_boxed_on_both_sides(show: Open) -> None:
    """Solid and blue where it wins, dashed where it loses; nothing on what agrees."""
    seen = show()
    now = theme.current()
    assert now.waiting_soft.name() in colours(seen, rect(seen, "Wool Throw", "pos_price"))
    losing = colours(seen, rect(seen, "Wool Throw", "online_price"))
    assert now.border_strong.name() in losing
    assert now.waiting_soft.name() not in losing
    assert now.waiting_soft.name() not in colours(seen, rect(seen, "Wool Throw", "pos_stock"))
    assert now.attention_soft.name() in colours(seen, rect(seen, "Field Notebook", "online_price"))
    assert now.danger_soft.name() in colours(seen, rect(seen, "Stoneware Bowl", "online_price"))


def test_boxed_and_unboxed_digits_stand_in_line(show: Open) -> None:
    """The box stands out, not the number."""
    alike = row("Aa", "A1", pos_price=5400, status="in sync")
    boxed = altered(ROWS[4], name="Ab", pos_price=5400, pos_price_high=5400)
    seen = show((alike, boxed))

    def right_edge(name: str) -> int:
        place = rect(seen, name, "pos_price").adjusted(0, 8, -8, -8)
        image = seen.table.viewport().grab(place).toImage()
        ink = theme.current().text
        dark = [
            x
            for x in range(image.width())
            for y in range(image.height())
            if abs(image.pixelColor(x, y).lightness() - ink.lightness()) < 40
        ]
        return max(dark)

    assert abs(right_edge("Aa") - right_edge("Ab")) <= 1


def test_a_theme_s_change_is_followed(show: Open, qapp: QApplication) -> None:
    """No colour of the other one is left."""
    seen = show()
    before = colours(seen, rect(seen, "Wool Throw", "pos_price"))
    theme.apply_appearance(qapp, "dark")
    seen.settle()
    after = colours(seen, rect(seen, "Wool Throw", "pos_price"))
    assert theme.DARK.waiting_soft.name() in after
    assert theme.LIGHT.waiting_soft.name() in before - after


def test_names_that_do_not_fit_are_shortened_in_the_middle(show: Open) -> None:
    """On one line where there is room for the SKU, on two beside a panel."""
    long = row("Workshop Ticket: Bread Baking For Absolute Beginners In The Autumn", "WRK")
    seen = show((long,))
    look = seen.table.look
    fitted = look.name_fitted(long.name, 200)
    assert "…" in fitted[5:-5]
    first, second = look.two_lines("Wool Throw 130 × 180, Heather", 100)
    metrics = font_metrics("name")
    assert metrics.horizontalAdvance(first) <= 100
    assert second
    assert look.two_lines("Cream", 100) == ("Cream", "")
    assert look.two_lines("Donaudampfschifffahrtsgesellschaft", 60)[1] == ""


def test_a_long_sku_gives_way_to_the_variants(show: Open) -> None:
    """How many variants there are is never lost for it."""
    look = show().table.look
    long = altered(MUG, sku="ACO-SHT-00730-OAT-L-REG-2026")
    words = "2 of 3 variants sold online"
    assert look.below_name(long, 400) == f"{long.sku} · {words}"
    shorter = look.below_name(long, 240)
    assert shorter.endswith(f" · {words}")
    assert "…" in shorter
    assert font_metrics("caption").horizontalAdvance(shorter) <= 240
    assert look.below_name(altered(MUG, sku=""), 400) == words
    assert look.below_name(altered(MUG, family=0), 400) == "MUG-E"


def test_reasons_under_a_status_have_room(show: Open, qapp: QApplication) -> None:
    """At large text too."""
    seen = show()
    theme.set_text_scale(qapp, 150)
    seen.settle()
    room = seen.table.columnWidth(KEYS.index("status")) - 20
    metrics = font_metrics("caption")
    assert all(metrics.horizontalAdvance(seen.table.look.why(each)) <= room for each in ROWS)


# Columns


def test_a_narrow_table_drops_columns_and_no_others(show: Open) -> None:
    """And takes them back."""
    seen = show()
    assert seen.table.shown_keys()[-1] == "synced"
    seen.screen.resize(841, 720)
    seen.screen.narrow = True
    seen.settle()
    assert seen.table.shown_keys() == [
        "sell",
        "product",
        "pos_price",
        "pos_stock",
        "status",
        "online_price",
        "online_stock",
    ]
    assert seen.table.look.narrow
    assert seen.table.horizontalScrollBar().maximum() == 0
    seen.screen.resize(1280, 720)
    seen.settle()
    assert "synced" in seen.table.shown_keys()


def test_columns_are_chosen_in_a_menu_and_kept(show: Open, settings: QSettings) -> None:
    """By keys; the next start shows the same."""
    seen = show(settings=settings)
    seen.push(seen.button("Columns"))
    menu = _menu(seen)
    assert [each.text() for each in menu.actions()[:3]] == ["SKU", "Category", "Brand"]
    for key in (KEY.Key_Down, KEY.Key_Return):
        QTest.keyClick(menu, key)
    seen.settle()
    seen.screen.resize(1700, 720)
    seen.settle()
    assert seen.table.shown_keys()[:3] == ["sell", "product", "sku"]
    again = show(settings=settings, width=1700)
    assert "sku" in again.table.shown_keys()


def test_columns_move_within_their_side_alone(show: Open, settings: QSettings) -> None:
    """Dragged elsewhere, they go back; the order is kept."""
    seen = show(settings=settings)
    header = seen.table.header
    _drag(seen, "pos_price", "pos_stock")
    assert _sides(seen)["pos"] == ["pos_stock", "pos_price", "active"]
    before = header.order()
    _drag(seen, "pos_stock", "online_stock")
    assert header.order() == before
    again = show(settings=settings)
    assert _sides(again)["pos"] == ["pos_stock", "pos_price", "active"]


def test_columns_move_by_keys_as_well(show: Open) -> None:
    """From the menu, the column of the current cell."""
    seen = show()
    seen.click("Linen Apron", "pos_stock")
    seen.screen.choose_columns()
    menu = _menu(seen)
    words = [each.text() for each in menu.actions()]
    menu.setActiveAction(menu.actions()[words.index("Move “POS stock” left")])
    QTest.keyClick(menu, KEY.Key_Return)
    seen.settle()
    assert _sides(seen)["pos"] == ["pos_stock", "pos_price", "active"]


def test_a_drawn_width_is_kept_and_never_cuts_a_value(show: Open, settings: QSettings) -> None:
    """Not under what its longest value takes."""
    seen = show(settings=settings)
    section = KEYS.index("online_price")
    _draw(seen, section, 60)
    wide = seen.table.columnWidth(section)
    assert wide > 130
    _draw(seen, section, -400)
    least = seen.table.columnWidth(section)
    longest = font_metrics("strong").horizontalAdvance("79.00") + 20
    assert longest <= least < wide
    _draw(seen, section, 40)
    kept = seen.table.columnWidth(section)
    assert show(settings=settings).table.columnWidth(section) == kept


def test_columns_go_back_to_what_was_delivered(show: Open, settings: QSettings) -> None:
    """Widths, order and choice."""
    seen = show(settings=settings)
    usual = [seen.table.columnWidth(at) for at in range(len(KEYS))]
    _drag(seen, "pos_price", "pos_stock")
    _draw(seen, KEYS.index("synced"), 50)
    seen.screen.choose_columns()
    QTest.keyClick(_menu(seen), KEY.Key_Up)
    QTest.keyClick(_menu(seen), KEY.Key_Return)
    seen.settle()
    assert [seen.table.columnWidth(at) for at in range(len(KEYS))] == usual
    assert _sides(seen)["pos"] == ["pos_price", "pos_stock", "active"]


def test_a_click_on_a_title_orders_and_a_second_turns_it_round(
    show: Open, settings: QSettings
) -> None:
    """What is current stays current; the order is kept."""
    seen = show(settings=settings)
    seen.click("Seed Tin")
    _click_title(seen, "pos_price")
    assert seen.names()[0] == "Field Notebook"
    assert seen.current() == "Seed Tin"
    _click_title(seen, "pos_price")
    assert seen.names().index("Wool Throw") < seen.names().index("Field Notebook")
    again = show(settings=settings)
    assert again.names() == seen.names()


def test_the_order_is_chosen_by_keys_too(show: Open) -> None:
    """In the menu of the columns."""
    seen = show()
    seen.screen.choose_columns()
    order = next(each.menu() for each in _menu(seen).actions() if each.menu() is not None)
    assert isinstance(order, QMenu)
    words = [each.text() for each in order.actions()]
    assert [each.text() for each in order.actions() if each.isChecked()] == ["Status"]
    order.actions()[words.index("Product")].trigger()
    assert seen.names() == sorted(seen.names(), key=str.casefold)


def test_bands_name_the_sides_where_there_is_room(show: Open) -> None:
    """The store's name goes before the side's."""
    seen = show()
    header = seen.table.header
    assert header.band_text("pos", 400) == "POS · Fern & Flint"
    assert header.band_text("online", 400) == "Online · fernandflint"
    assert header.band_text("online", 60) == "Online"
    image = header.grab().toImage()
    left = header.sectionViewportPosition(KEYS.index("pos_price"))
    right = header.sectionViewportPosition(KEYS.index("shown"))
    now = theme.current()
    assert image.pixelColor(left + 2, 3) == now.pos_soft
    assert image.pixelColor(right + 2, 3) == now.ecom_soft
    assert (
        image.pixelColor(header.sectionViewportPosition(KEYS.index("status")) + 5, 3) == now.window
    )


# Sizes of text, direction


@pytest.mark.parametrize("percent", [100, 150])
def test_prices_stock_and_statuses_are_never_cut(
    show: Open, qapp: QApplication, percent: int
) -> None:
    """Columns are as wide as their longest value, at every size of text."""
    dear = row("Bronze Bell", "BEL", pos_price=123456789, online_price=123456789, pos_stock=123456)
    seen = show((*ROWS, dear))
    theme.set_text_scale(qapp, percent)
    seen.settle()
    strong, chip = font_metrics("strong"), font_metrics("chip")
    for each in (*ROWS, dear):
        for key in ("pos_price", "pos_stock", "online_price", "online_stock"):
            room = seen.table.columnWidth(KEYS.index(key))
            assert strong.horizontalAdvance(seen.text(each.name, key)) <= room - 12, (
                each.name,
                key,
            )
        word = chip.horizontalAdvance(seen.text(each.name, "status"))
        assert word + 40 <= seen.table.columnWidth(KEYS.index("status"))


def test_at_150_per_cent_no_text_is_cut(show: Open, qapp: QApplication) -> None:
    """Labels, buttons, the side list; the table scrolls sideways."""
    seen = show()
    theme.set_text_scale(qapp, 150)
    seen.settle()
    for label in seen.screen.findChildren(QLabel):
        if label.isVisible():
            assert label.width() >= label.fontMetrics().horizontalAdvance(label.text()), (
                label.text()
            )
    for button in seen.screen.findChildren(QAbstractButton):
        if button.isVisible():
            assert button.width() >= button.sizeHint().width(), button.text()
    statuses = seen.screen.side.statuses
    assert statuses.viewport().width() >= statuses.sizeHint().width() - 1
    assert seen.table.horizontalScrollBar().maximum() > 0
    assert seen.table.shown_keys()[-1] == "synced", "nothing is dropped for the text's size"
    assert seen.table.header.height() > 52


def test_from_right_to_left_everything_is_mirrored(show: Open, qapp: QApplication) -> None:
    """The first column stands at the right; folds and ticks are hit where they are seen."""
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        seen = show()
        assert (
            rect(seen, "Linen Apron", "sell").right() > rect(seen, "Linen Apron", "synced").right()
        )
        seen.click("Olive Oil Soap", "sell")
        assert seen.wished("choose_flag") == [(frozenset({"SOP-OLV"}), "off")]
        place = rect(seen, MUG.name, "product")
        QTest.mouseClick(
            seen.table.viewport(), LEFT, NO_KEYS, QPoint(place.right() - 15, place.center().y())
        )
        assert "Cream" in seen.names()
        seen.click(MUG.name)
        seen.press(KEY.Key_Right)
        assert "Cream" not in seen.names()
    finally:
        qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def test_the_side_keeps_the_width_it_was_drawn_to(show: Open, settings: QSettings) -> None:
    """From start to start."""
    seen = show(settings=settings)
    assert seen.screen.side.width() == max(212, seen.screen.side.statuses.sizeHint().width())
    handle = seen.screen.split.handle(1)
    QTest.mousePress(handle, LEFT, NO_KEYS, QPoint(0, 50))
    QTest.mouseMove(handle, QPoint(60, 50))
    QTest.mouseRelease(handle, LEFT, NO_KEYS, QPoint(0, 50))
    seen.settle()
    drawn = seen.screen.side.width()
    assert 250 < drawn <= 300
    seen.screen.remember()
    assert show(settings=settings).screen.side.width() == drawn


def test_pictures_are_asked_for_where_rows_are_seen(show: Open, qtbot: QtBot) -> None:
    """And nowhere else."""
    many = tuple(
        altered(row(f"Ribbon {n:04}", f"RIB-{n:04}"), picture=f"p{n:04}") for n in range(2000)
    )
    asked: set[str] = set()
    seen = show(())
    source = seen.desk.picture

    def picture(ref: str) -> bytes | None:
        asked.add(ref)
        return source(ref)

    seen.screen.pictures._source = picture
    seen.desk.catalogue.replace_all(many)
    seen.tell("reset")
    qtbot.waitUntil(lambda: len(asked) > 5)
    qtbot.wait(50)
    assert len(asked) < 40
    assert "p0000" in asked
    assert "p1500" not in asked


def _menu(seen: Catalogued) -> QMenu:
    menu = seen.app.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def _sides(seen: Catalogued) -> dict[str, list[str]]:
    keys = seen.table.shown_keys()
    return {"pos": keys[keys.index("product") + 1 : keys.index("status")]}


def _title(seen: Catalogued, key: str) -> QPoint:
    header = seen.table.header
    section = KEYS.index(key)
    x = header.sectionViewportPosition(section) + header.sectionSize(section) // 2
    return QPoint(x, header.height() - 10)


def _click_title(seen: Catalogued, key: str) -> None:
    QTest.mouseClick(seen.table.header.viewport(), LEFT, NO_KEYS, _title(seen, key))
    seen.settle()


def _drag(seen: Catalogued, key: str, to: str) -> None:
    viewport = seen.table.header.viewport()
    start, end = _title(seen, key), _title(seen, to)
    end = end + QPoint(20 if end.x() > start.x() else -20, 0)
    QTest.mousePress(viewport, LEFT, NO_KEYS, start)
    for part in (0.3, 0.7, 1.0):
        QTest.mouseMove(viewport, start + (end - start) * part)
    QTest.mouseRelease(viewport, LEFT, NO_KEYS, end)
    seen.settle()


def _draw(seen: Catalogued, section: int, by: int) -> None:
    header = seen.table.header
    edge = header.sectionViewportPosition(section) + header.sectionSize(section) - 1
    start = QPoint(edge, header.height() - 10)
    QTest.mouseMove(header.viewport(), start)
    QTest.mousePress(header.viewport(), LEFT, NO_KEYS, start)
    QTest.mouseMove(header.viewport(), start + QPoint(by, 0))
    QTest.mouseRelease(header.viewport(), LEFT, NO_KEYS, start + QPoint(by, 0))
    seen.settle()
