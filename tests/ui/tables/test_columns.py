"""How columns share the room, and what is kept of them."""

from pathlib import Path

from PySide6.QtCore import QSettings

from app.ui.tables.columns import COLUMNS, KEYS, arranged, full_title, spoken_title, title
from app.ui.tables.kept_columns import KeptColumns

DELIVERED = {column.key for column in COLUMNS if column.on}
NOTHING: dict[str, int] = {}


def share(room: int, chosen: set[str] | None = None, **wider: int) -> tuple[set[str], int, bool]:
    """The columns that are there, the product's width, whether it is narrow."""
    found = arranged(room, chosen or DELIVERED, wider, NOTHING, NOTHING)
    assert sum(found.widths.values()) >= room
    return set(found.widths), found.widths["product"], found.narrow


def test_at_the_usual_width_everything_fits() -> None:
    """1280 wide: the product takes what is left."""
    assert share(1056) == (DELIVERED, 302, False)


def test_columns_give_way_in_their_order() -> None:
    """Last synced first, then active, then shown; names, tick, status and prices never."""
    gone = [DELIVERED - share(room)[0] for room in (940, 850, 770, 610)]
    assert gone == [
        {"synced"},
        {"synced", "active"},
        {"synced", "active", "shown"},
        {"synced", "active", "shown"},
    ]
    there, product, narrow = share(450)
    assert DELIVERED - there >= {"online_stock", "pos_stock"}
    assert {"sell", "product", "status", "pos_price", "online_price"} <= there
    assert product >= 150
    assert narrow


def test_beside_a_panel_names_take_two_lines() -> None:
    """The columns get narrower before stocks are dropped."""
    there, product, narrow = share(616)
    assert narrow
    assert {"pos_stock", "online_stock"} <= there
    assert product > 180


def test_what_was_chosen_beside_goes_first() -> None:
    """Optional columns make room for the usual ones."""
    there, _, narrow = share(1056, DELIVERED | {"sku", "category", "brand"})
    assert there == DELIVERED | {"sku"} or there == DELIVERED
    assert not narrow
    assert share(1660, set(KEYS))[0] == set(KEYS)


def test_large_text_scrolls_rather_than_drop_columns() -> None:
    """The longest text decides how wide a column is, not whether it is there."""
    found = arranged(1056, DELIVERED, {}, {"pos_price": 150, "product": 320}, {})
    assert set(found.widths) == DELIVERED
    assert found.widths["pos_price"] == 150
    assert found.widths["product"] == 320
    assert sum(found.widths.values()) > 1056


def test_widths_that_were_drawn_count() -> None:
    """And the product gives what they take."""
    assert share(1056, None, synced=150)[1] == 302 - 52


def test_titles_tell_the_side_where_no_band_does() -> None:
    """Every column has its names."""
    assert title("pos_price", "GBP") == title("online_price", "GBP") == "Price £"
    assert title("pos_price") == "Price"
    assert (full_title("pos_price"), full_title("online_price")) == ("POS price", "Online price")
    assert (spoken_title("pos_price"), spoken_title("status")) == ("POS, price", "Status")
    assert len({full_title(key) for key in KEYS}) == len(KEYS)


def settings(folder: Path) -> QSettings:
    """Settings in a file."""
    return QSettings(str(folder / "looks.ini"), QSettings.Format.IniFormat)


def test_what_was_made_of_the_table_is_kept(tmp_path: Path) -> None:
    """From start to start."""
    kept = KeptColumns(settings(tmp_path))
    assert (kept.sort, kept.descending, kept.compact, kept.chosen) == (
        "status",
        False,
        False,
        DELIVERED,
    )
    kept.set_sort("pos_price", descending=True)
    kept.set_chosen({"sku", "shown"})
    kept.set_order(["sell", "sku", "product"])
    kept.set_width("status", 222)
    kept.set_compact(True)
    kept.set_width("status", 190)
    again = KeptColumns(settings(tmp_path))
    assert (again.sort, again.descending, again.compact) == ("pos_price", True, True)
    assert again.chosen == {
        "sell",
        "product",
        "status",
        "pos_price",
        "online_price",
        "sku",
        "shown",
    }
    assert again.order == ["sell", "sku", "product"]
    assert again.wider == {"status": 190}, "each density has its widths"
    again.set_compact(False)
    assert again.wider == {"status": 222}


def test_settings_that_make_no_sense_are_as_delivered(tmp_path: Path) -> None:
    """An older or newer version, or a hand, wrote them."""
    written = settings(tmp_path)
    for name, value in {
        "sort": "price",
        "descending": "maybe",
        "shown": "nothing,known",
        "order": "x,product,y",
        "widths/comfortable": "status=wide,sell=9999,foo=3,active=1,=",
        "density": "huge",
    }.items():
        written.setValue(f"catalogue/{name}", value)
    kept = KeptColumns(written)
    assert (kept.sort, kept.descending, kept.compact) == ("status", False, False)
    assert kept.chosen == DELIVERED
    assert kept.order == ["product"]
    assert kept.wider == {"sell": 1000, "active": 28}


def test_columns_go_back_to_what_was_delivered(tmp_path: Path) -> None:
    """Density and order of rows stay."""
    kept = KeptColumns(settings(tmp_path))
    kept.set_compact(True)
    kept.set_chosen({"sku"})
    kept.set_width("status", 222)
    kept.set_order(["product", "sell"])
    kept.reset()
    for each in (kept, KeptColumns(settings(tmp_path))):
        assert (each.chosen, each.wider, each.compact) == (DELIVERED, {}, True)
    assert kept.order == list(KEYS)


def test_without_settings_nothing_is_kept() -> None:
    """A table for a moment."""
    kept = KeptColumns(None)
    kept.set_compact(True)
    kept.set_width("status", 200)
    assert kept.wider == {"status": 200}
    assert not KeptColumns(None).compact
