"""The generated shop: believable, of any size, the same for the same seed."""

import html
import time
from collections import Counter
from typing import Any

import pytest

from app.sample.barcodes import ean13, isbn13, itf14, upc_a
from app.sample.clock import SimulatedClock
from app.sample.pictures import SHAPES, make_picture, picture_seed
from app.sample.shop import make_pos
from app.sample.x_series import XSeriesStore
from tests.sample.pos import NOW, shop

PRODUCTS = 1500


@pytest.fixture(scope="module")
def store() -> XSeriesStore:
    """A shop of some size."""
    return shop(PRODUCTS, seed=11)


@pytest.fixture(scope="module")
def rows(store: XSeriesStore) -> list[dict[str, Any]]:
    """Its product rows, deleted ones included."""
    return list(store.tables["products"])


def families(rows: list[dict[str, Any]]) -> dict[str, list[dict[str, Any]]]:
    """Group rows by family."""
    grouped: dict[str, list[dict[str, Any]]] = {}
    for row in rows:
        grouped.setdefault(row["family_id"], []).append(row)
    return grouped


def test_the_same_seed_gives_the_same_shop() -> None:
    """Two shops of one seed are equal to the last field; another seed gives another shop."""
    assert shop(25, seed=3).to_json() == shop(25, seed=3).to_json()
    assert shop(25, seed=3).to_json() != shop(25, seed=4).to_json()


@pytest.mark.parametrize("products", [0, 1, 4, 17])
def test_any_size(products: int) -> None:
    """Small shops work too; the discount product comes on top."""
    rows = list(shop(products).tables["products"])
    assert len(families(rows)) == products + 1


def test_as_many_products_as_asked_for(rows: list[dict[str, Any]]) -> None:
    """Families count once, and have about 2.5 records on average."""
    assert len(families(rows)) == PRODUCTS + 1
    assert 2.2 < len(rows) / PRODUCTS < 2.8


def test_it_is_made_quickly() -> None:
    """2,000 products take well under a fifth of the time that 10,000 may take."""
    begun = time.process_time()
    make_pos(XSeriesStore(SimulatedClock(NOW)), 2000, 1)
    assert time.process_time() - begun < 2.0


def test_names_are_shared_in_a_family_and_nowhere_else(rows: list[dict[str, Any]]) -> None:
    """Two products have the same name only if in one family (API section 4.3)."""
    names = [{row["name"] for row in members} for members in families(rows).values()]
    assert all(len(one) == 1 for one in names)
    assert len({name for one in names for name in one}) == len(names)


def test_families_have_one_parent_and_distinct_options(rows: list[dict[str, Any]]) -> None:
    """At most three attributes; no two members with the same values; some child comes first."""
    child_first = 0
    for members in families(rows).values():
        if len(members) == 1:
            continue
        parents = [row for row in members if row.get("has_variants")]
        assert len(parents) == 1
        values = [tuple(o["value"] for o in row["variant_options"]) for row in members]
        assert len(set(values)) == len(values) <= 200
        assert {len(one) for one in values} <= {1, 2, 3}
        child_first += members[0] is not parents[0]
        for row in members:
            assert row is parents[0] or row["variant_parent_id"] == parents[0]["id"]
    assert child_first > 10


def test_odd_cases_are_few_and_all_there(store: XSeriesStore, rows: list[dict[str, Any]]) -> None:
    """Doubled, blank, padded and zero-led SKUs; inactive, deleted and bundled products."""
    live = [row for row in rows if not row["deleted_at"]]
    skus = Counter(row["sku"] for row in live)
    assert sum(count > 1 for sku, count in skus.items() if sku) == 2
    assert (skus[None], skus[""]) == (1, 1)
    assert sum(sku != sku.strip() for sku in skus if sku) == 2
    assert skus["000451"] == skus["036000291452"] == 1
    kinds = {code["type"] for row in live for code in row["product_codes"]}
    assert kinds == {"CUSTOM", "EAN", "UPC", "ITF", "ISBN", "PLU"}
    assert 0 < len(rows) - len(live) < len(rows) * 0.05
    assert sum(not row.get("active", True) for row in live) > 20
    assert sum(row.get("is_composite", False) for row in live) > 5
    discount = store.product(store.retailer["discount_product_id"])
    assert discount["name"] == "Discount"


def test_the_online_switch_is_on_off_or_missing(rows: list[dict[str, Any]]) -> None:
    """Most are sold online, some are not, and of a few the POS doesn't tell."""
    flags = Counter(row.get("ecwid_enabled_webstore") for row in rows)
    assert flags[True] > flags[False] > (flags[None] or 0) > 0


def test_stock_is_uneven(store: XSeriesStore, rows: list[dict[str, Any]]) -> None:
    """Negative, zero, fractional and missing levels, and products nobody counts."""
    levels = [row["inventory_level"] for row in store.tables["inventory"]]
    assert min(levels) < 0
    assert 0 in levels
    assert any(level != int(level) for level in levels)
    counted = [row for row in rows if row.get("has_inventory", True)]
    assert any(not store.levels(row["id"]) for row in counted)
    assert {len(store.levels(row["id"])) for row in counted} == {0, 1, 2, 3}
    assert len(counted) < len(rows)


def test_measures_come_in_every_unit(rows: list[dict[str, Any]]) -> None:
    """Weights and sides in all units of the reference, and some without."""
    assert {row.get("weight_unit") for row in rows} == {"G", "KG", "OZ", "LB", "CT", None}
    assert {row.get("dimensions_unit") for row in rows} == {"CM", "MM", "IN", "YD", None}


def test_prices_have_five_decimals_without_tax(rows: list[dict[str, Any]]) -> None:
    """The price with tax is what the customer sees; without, it has a long tail."""
    tails = Counter(len(str(row["price_excluding_tax"]).partition(".")[2]) for row in rows)
    assert tails[5] > len(rows) / 2
    for row in rows:
        assert row["price_excluding_tax"] * 1.15 == pytest.approx(
            row["price_including_tax"], abs=0.001
        )


def test_descriptions_are_html_with_entities(rows: list[dict[str, Any]]) -> None:
    """Real sentences; no placeholder is left over; some are empty."""
    texts = {row.get("description", "") for row in rows}
    assert "" in texts
    assert any("&amp;" in text and "\n" in text for text in texts)
    assert not any("{" in text for text in texts)
    assert all(html.unescape(text) != text or "&" not in text for text in texts)


def test_the_catalogue_hangs_together(store: XSeriesStore, rows: list[dict[str, Any]]) -> None:
    """Brands, suppliers, categories and tags that products name exist; categories are leaves."""
    tree = store.category_tree()
    for row in rows:
        if row["id"] == store.retailer["discount_product_id"]:
            continue
        assert tree.is_leaf(row["product_type_id"])
        assert row["supplier_id"] in store.tables["suppliers"].rows
        assert not row.get("brand_id") or row["brand_id"] in store.tables["brands"].rows
        assert set(row.get("tag_ids", ())) <= set(store.tables["tags"].rows)
        for part in row.get("composite_bom", ()):
            assert part in store.tables["products"].rows


def test_barcodes_have_right_check_digits() -> None:
    """Known codes, and leading zeros where they belong."""
    assert upc_a(3600029145) == "036000291452"
    assert isbn13(30640615) == "9780306406157"
    assert len(ean13(12)) == 13
    assert ean13(12).startswith("942000000012")
    assert itf14(5).startswith("00000000000")
    assert len(itf14(5)) == 14


def test_pictures_are_distinct_small_and_quick() -> None:
    """Each seed draws another PNG, each shape its own, in a few milliseconds at most."""
    begun = time.process_time()
    drawn = {make_picture(seed) for seed in range(100)}
    assert (time.process_time() - begun) / 100 < 0.01
    assert len(drawn) == 100
    assert all(one.startswith(b"\x89PNG\r\n\x1a\n") and len(one) < 4000 for one in drawn)
    assert make_picture(7, 40) == make_picture(7, 40) != make_picture(7, 41)
    assert [picture_seed(shape, 3) % len(SHAPES) for shape in SHAPES] == list(range(len(SHAPES)))
