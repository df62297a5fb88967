"""What stands in cells: as text, marked, and for files."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from app.facts.catalogue import arranged
from app.facts.rows import ENABLED, PRICE, STOCK, Row, altered
from app.ui.tables import cells
from app.ui.tables.cells import Line, tick_of, value_kind
from app.ui.tables.columns import KEYS
from app.ui.tables.longest import longest_values
from app.ui.tables.rows_text import RowsText, as_table


@pytest.fixture(autouse=True)
def _locale(qapp: QApplication) -> Iterator[None]:
    assert qapp is not None
    before = QLocale()
    QLocale.setDefault(QLocale("en_GB"))
    yield
    QLocale.setDefault(before)


def row(**more: Any) -> Row:
    """A product that stands on both sides."""
    given = {"active": "yes", "shown": "yes", "sell_online": True, "status": "in sync", **more}
    return Row(given.pop("id", "a"), "Mug", "MUG", given.pop("status"), **given)


def marks(of: Row) -> dict[str, str]:
    """The cells that are marked."""
    kinds = {key: value_kind(of, key) for key in KEYS}
    return {key: kind for key, kind in kinds.items() if kind != "plain"}


def test_marks_come_in_pairs() -> None:
    """What wins and what loses, what is kept, what cannot be settled."""
    assert marks(row(wins=PRICE | STOCK)) == {
        "pos_price": "wins",
        "online_price": "loses",
        "pos_stock": "wins",
        "online_stock": "loses",
    }
    assert marks(row(kept=PRICE)) == {"pos_price": "loses", "online_price": "kept"}
    assert marks(row(bad=STOCK)) == {"online_stock": "bad"}
    assert marks(row()) == {}


def test_nothing_is_marked_where_nothing_stands_online() -> None:
    """There is nothing to be replaced."""
    assert marks(row(wins=PRICE, shown="")) == {}


def test_what_will_be_hidden_marks_the_pos_only_where_it_says_so() -> None:
    """An inactive product hides by the POS's word, an unticked one by the tick."""
    assert marks(row(wins=ENABLED, active="no")) == {"active": "wins", "shown": "loses"}
    assert marks(row(wins=ENABLED)) == {"shown": "loses"}


def test_ticks_stand_for_the_whole_product() -> None:
    """In part only while nobody has chosen; nothing where there is nothing to choose."""
    assert tick_of(row(), None) == "on"
    assert tick_of(row(sell_online=False), None) == "off"
    assert tick_of(row(active="deleted"), None) is None
    assert tick_of(row(id="ecom:4"), None) is None
    part = row(family=3, sold_variants=2)
    assert tick_of(part, None) == "partial"
    assert tick_of(row(family=3, sold_variants=2, flag="on"), None) == "on"
    assert tick_of(row(family=3, sold_variants=0), None) == "on", "none is online yet"
    assert [tick_of(row(shown=shown), part) for shown in ("yes", "")] == ["on", "off"]
    assert tick_of(row(id="ecom:4/1"), part) is None


def test_what_is_not_known_is_never_a_number() -> None:
    """A question mark on the side that stands there, a dash where nothing stands."""
    there = Line(row(pos_stock="unknown"))
    assert cells.plain(there, "pos_price", 2, 0) == "?"
    assert cells.plain(there, "online_price", 2, 0) == "?"
    assert cells.plain(there, "pos_stock", 2, 0) == "?"
    nowhere = Line(row(active="", shown=""))
    texts = [cells.plain(nowhere, key, 2, 0) for key in ("pos_price", "online_price", "active")]
    assert texts == ["–", "–", "–"]


def test_every_column_has_a_text_a_sentence_and_a_value() -> None:
    """For a row with everything and a row with nothing."""
    full = Line(row(pos_price=500, online_price=500, category="Home", brand="Marsh"), tick="on")
    for line in (full, Line(Row("b", "", "", "only online"))):
        for key in KEYS:
            assert isinstance(cells.plain(line, key, 2, 0), str)
            assert isinstance(cells.spoken(line, key, 2, 0), str)
            assert isinstance(cells.tool_tip(line, key, 2, compact=False), str)
            assert isinstance(cells.exported(line, key, 2), str | int | Decimal)


def test_numbers_leave_as_numbers() -> None:
    """With the currency's places; what is not counted in words."""
    line = Line(row(pos_price=123456, pos_stock=-3, online_stock="unlimited"), tick="on")
    assert cells.exported(line, "pos_price", 2) == Decimal("1234.56")
    assert cells.exported(line, "pos_price", 0) == Decimal(123456)
    assert cells.exported(line, "pos_stock", 2) == -3
    assert cells.exported(line, "online_stock", 2) == "not counted, unlimited"
    assert cells.exported(line, "online_price", 2) == ""
    header, rows = as_table([line], ["product", "pos_price", "status"], 2)
    assert header == ["Product", "SKU", "POS price", "Status", "Why"]
    assert rows == [["Mug", "MUG", Decimal("1234.56"), "In sync", ""]]


def test_texts_keep_to_their_cells() -> None:
    """Tabs and lines within a name do not move the columns."""
    text = RowsText(["product", "brand"], 2, 0)
    text.add([Line(Row("a", "Mug\tblue\r\nlarge", "\tMUG", "in sync", brand="@x"))])
    assert text.text() == "Product\tSKU\tBrand\nMug blue large\t' MUG\t'@x\n"


def test_the_longest_values_are_found_over_all_rows() -> None:
    """Highest prices, the first of a family's, both ends of stock, the longest reason."""
    rows = [
        row(pos_price=500, pos_price_high=500, pos_stock=7),
        row(pos_price=99900, pos_price_high=120000, family=2, pos_stock=-12345),
        row(online_price=1234500, online_price_high=1234500, online_stock="unlimited"),
        row(why=("both", "price")),
    ]
    every = arranged(altered(one, id=str(at)) for at, one in enumerate(rows))
    found = longest_values(every.spans, every.whys, 2)
    assert found.wide["pos_price"] == "from 999.00"
    assert found.narrow["pos_price"] == "999.00+"
    assert found.wide["online_price"] == "12,345.00"
    assert found.wide["pos_stock"] == "−12,345"
    assert found.wide["online_stock"] == ""
    assert found.captions == {"", "Both changed the price"}
    assert longest_values(arranged(()).spans, (), 2).captions == frozenset()
