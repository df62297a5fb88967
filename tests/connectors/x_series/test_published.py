"""The POS's readers take whole answers of every published shape, to the right values."""

from decimal import Decimal

import httpx

from app.connectors.pictures import Pictures
from app.connectors.x_series import inventory, lookups, wire
from app.connectors.x_series.api import XSeries
from app.domain.normal_form import digest, html_text
from app.domain.product import (
    CategoryRef,
    Dimensions,
    InventoryRow,
    Outlet,
    PosCategory,
    PosImage,
    PosRecord,
    PosShop,
    Register,
    Weight,
)
from tests.connectors import published
from tests.connectors.scripted import Script, client

READ_HERE = {
    "empty_page",
    "inventory_dated",
    "inventory_of_product",
    "outlets",
    "product_categories",
    "product_categories_nested",
    "product_recorded",
    "product_type_path",
    "product_variant",
    "products_list",
    "registers",
    "retailer",
}


def _sample(name: str) -> bytes:
    return published.sample("x_series", name)


def _record(name: str) -> PosRecord:
    (record,) = wire.products([wire.one_row(_sample(name))]).records
    assert record.problems == ()
    return record


def _pos(*names: str, version: str = "2.0") -> tuple[XSeries, Script]:
    answers = [httpx.Response(200, content=_sample(name)) for name in names]
    made, script, _ = client(*answers, side="pos")
    return XSeries(made, Pictures("pos"), version), script


def test_every_sample_is_read() -> None:
    """No sample lies about without a test."""
    assert set(published.names("x_series")) == READ_HERE


def test_a_list_without_empty_fields() -> None:
    """The specification's list: objects without content, fields left out, five decimals."""
    rows, cursor = wire.cursor_list(_sample("products_list"))
    read = wire.products(rows)
    assert cursor == 71220426
    assert read.unreadable == ()
    first, second, third = read.records
    assert first == PosRecord(
        id="0c4f8e12-77a1-11ee-fa10-3d5b00000001",
        family_key="0c4f8e12-77a1-11ee-fa10-3d5b00000001",
        parent_id=None,
        has_variants=False,
        name="Lantern 1",
        sku="0091",
        active=True,
        created_at="2023-10-02T07:14:09.000000Z",
        version=71220413,
        price_including_tax=Decimal("4.0"),
        price_excluding_tax=Decimal("3.47826"),
    )
    assert second.price_excluding_tax == Decimal("9.99130")
    assert (third.sku, third.barcode) == ("0093", "")
    assert not any(record.problems for record in read.records)


def test_a_recorded_product() -> None:
    """What a shop really answered: nulls, all sizes of each picture, a SKU that is the UPC."""
    record = _record("product_recorded")
    text = "<p>Thick cut – bitter, and rightly so.</p><h2>Serve</h2><p>On toast.<br>Or not at all."
    assert record == PosRecord(
        id="91d2b7aa-3f60-4e0a-9b5c-6a1f00c7e101",
        family_key="91d2b7aa-3f60-4e0a-9b5c-6a1f00c7e101",
        parent_id=None,
        has_variants=False,
        name="Cooper's 'Dry Dock' Marmalade (2023)",
        sku="071203400458",
        active=True,
        created_at="2025-06-01T08:12:29.000000Z",
        version=46820011233,
        barcode="071203400458",
        description=digest(html_text(text)),
        category=(CategoryRef("ce11-cat", "Under $20"),),
        sell_online=False,
        price_including_tax=Decimal("8.49"),
        price_excluding_tax=Decimal("8.49"),
        weight=Weight(Decimal("460.0"), "G"),
        dimensions=Dimensions(Decimal("7.5"), Decimal("7.5"), Decimal("11.0"), "CM"),
        images=(
            PosImage("pic-1", "https://pictures.example/1920,fit/pot.jpg"),
            PosImage("pic-2", "https://pictures.example/1920,fit/lid.jpg"),
        ),
    )


def test_an_attribute_told_twice_counts_once() -> None:
    """The specification's own example tells one attribute of a variant twice, with one value."""
    record = _record("product_variant")
    assert record.options == (("Colour", "Green"), ("Fabric", "Wool"))
    assert record.brand == "Fold & Sons"
    assert record.category == (CategoryRef("77e1", "Knitwear"),)
    assert record.images == (PosImage("im-1", "https://pictures.example/1920,fit/dory.jpg"),)
    assert (record.sku, record.barcode, record.sell_online) == ("551200", "", None)


def test_a_path_ends_at_the_category_itself() -> None:
    """The specification's own example goes on, in a category's path, to one below it."""
    assert _record("product_type_path").category == (CategoryRef("gen", "General"),)


async def test_levels_without_an_envelope() -> None:
    """The specification's levels: whole, negative and fractional, the cursor from their rows."""
    rows, cursor = wire.cursor_list(_sample("inventory_of_product"))
    assert cursor == 3811200456
    assert [(row.outlet_id, row.level) for row in inventory.levels(rows)] == [
        ("out-1", Decimal(13)),
        ("out-2", Decimal(-2)),
        ("out-3", Decimal("4.5")),
    ]


async def test_levels_of_a_dated_version() -> None:
    """A bare array, the level under its newer name, and the read goes on until one is empty."""
    dated = httpx.Response(200, content=_sample("inventory_dated"))
    made, script, _ = client(dated, httpx.Response(200, content=b"[]"), side="pos")
    pages = [page async for page in XSeries(made, Pictures("pos"), "2026-07").inventory(5)]
    assert [page.cursor for page in pages] == [46900000015]
    five, twenty = Decimal(5), Decimal(20)
    assert pages[0].rows == (
        InventoryRow("91d2b7aa", "out-1", Decimal(11), 46900000010, False, False, five, twenty),
        InventoryRow("91d2b7aa", "out-2", Decimal("2.25"), 46900000015, reorder_point=Decimal(4)),
    )
    assert {(request.method, request.url.path) for request in script.asked} == {
        ("POST", "/api/2026-07/inventory")
    }


async def test_places() -> None:
    """Outlets and registers with everything else that is told of them."""
    pos, _ = _pos("outlets", "empty_page")
    assert (await pos.outlets()).living == (
        Outlet("out-2", "Second Shed"),
        Outlet("out-1", "Main Shed"),
    )
    pos, _ = _pos("registers", "empty_page")
    changes = await pos.registers()
    assert changes.living == (
        Register("reg-2", "Back till", "out-2"),
        Register("reg-1", "Front till", "out-1"),
    )
    assert (changes.gone, changes.cursor) == (frozenset(), 412000333)


async def test_the_shop() -> None:
    """The retailer, whose version is text."""
    pos, _ = _pos("retailer")
    assert await pos.shop() == PosShop(
        "ret-1", "Harbour Shop", "harbourshop", "NZD", False, frozenset({"disc-1"})
    )


def test_both_nestings_of_categories() -> None:
    """The same categories from either nesting; the page tells how to go on."""
    expected = (PosCategory("k1", "Clothing", None), PosCategory("k2", "Knitwear", "k1"))
    assert lookups.category_page(_sample("product_categories")) == (expected, "K2")
    assert lookups.category_page(_sample("product_categories_nested")) == (expected, "")


async def test_a_product_by_its_sku() -> None:
    """The documented parameter, which makes the POS heed no other; other SKUs are left out."""
    pos, script = _pos("products_list")
    read = await pos.with_sku("0092")
    assert [record.name for record in read.records] == ["Lantern 2"]
    assert dict(script.asked[0].url.params) == {"sku": "0092"}


async def test_requests_have_the_documented_form() -> None:
    """Paths below the version, the documented parameters alone, and reads throughout."""
    pos, script = _pos("products_list", "empty_page")
    pages = [page async for page in pos.products(7)]
    assert [page.cursor for page in pages] == [71220426]
    assert [dict(request.url.params) for request in script.asked] == [
        {"page_size": "500", "deleted": "true", "after": "7"},
        {"page_size": "500", "deleted": "true", "after": "71220426"},
    ]
    (request, _) = script.asked
    assert (request.method, request.url.path, request.content) == ("GET", "/api/2.0/products", b"")
    assert request.headers["Accept"] == "application/json"
    assert request.headers["Authorization"].startswith("Bearer ")
    assert request.headers["User-Agent"].startswith("Counterpart")
