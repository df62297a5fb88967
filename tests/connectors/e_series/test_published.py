"""The online store's readers take whole answers of every published shape, to the right values."""

import json
from decimal import Decimal
from typing import Any

import httpx
import pytest

from app.connectors.answers import Answer, Request
from app.connectors.e_series import shop, wire
from app.connectors.e_series.api import ESeries
from app.connectors.troubles import complaint
from app.domain.errors import Refused
from app.domain.normal_form import digest, html_text
from app.domain.product import (
    EcomCategory,
    EcomOption,
    EcomProduct,
    EcomVariation,
    LatestStats,
    Order,
    OrderLine,
)
from app.sync.ports import NewProduct
from tests.connectors import published
from tests.connectors.scripted import Script, client, said

READ_HERE = {
    "batch_status",
    "batch_status_older",
    "categories",
    "error",
    "error_older",
    "latest_stats",
    "latest_stats_documented",
    "orders",
    "orders_older",
    "product",
    "products",
    "products_deleted",
    "profile",
}


def _sample(name: str) -> bytes:
    return published.sample("e_series", name)


def _answer(name: str) -> httpx.Response:
    return httpx.Response(200, content=_sample(name))


def _ecom(*steps: httpx.Response) -> tuple[ESeries, Script]:
    made, script, _ = client(*steps)
    return ESeries(made, 20177), script


KITE = EcomProduct(
    id=700200300,
    sku="88-1",
    name="Kite",
    enabled=True,
    updated=1741072812,
    created=1741072811,
    price=Decimal(12),
    unlimited=True,
    shipping_required=False,
    image_ids=("0",),
    main_image_mark="https://images.example/k9.jpg",
)


def test_every_sample_is_read() -> None:
    """No sample lies about without a test."""
    assert set(published.names("e_series")) == READ_HERE


async def test_one_product() -> None:
    """The reference's product by id: all of its fields, zeros and empty lists where unset."""
    ecom, script = _ecom(_answer("product"))
    read = await ecom.product(700200300)
    assert read.products == (KITE,)
    assert read.unreadable == ()
    assert read.raw[700200300] == _sample("product")
    assert script.asked[0].url.path == "/api/20177/products/700200300"


async def test_a_page_of_products() -> None:
    """A simple product, a family with translations, and a product as it was told ten years ago."""
    ecom, _ = _ecom(_answer("products"))
    (page,) = [page async for page in ecom.products()]
    kite, glider, book = page.read.products
    assert kite == KITE
    assert glider == EcomProduct(
        id=700200301,
        sku="88-2",
        name="Glider",
        enabled=True,
        updated=1741072812,
        created=1741072811,
        description=digest(html_text("<p>Flies.</p>")),
        brand="Updraft",
        barcode="0042100005264",
        price=Decimal(12),
        quantity=0,
        weight=Decimal("0.25"),
        dimensions=(Decimal(100), Decimal("20.5"), Decimal(8)),
        category_ids=(301, 302),
        options=(
            EcomOption("Span", ("1 m", "2 m"), "SELECT"),
            EcomOption("Name on the tail", (), "TEXTFIELD"),
        ),
        variations=(
            EcomVariation(
                501,
                (("Span", "2 m"),),
                sku="88-2-2",
                price=Decimal("14.5"),
                quantity=3,
                weight=Decimal("0.4"),
                barcode="0042100005271",
                image_mark="https://images.example/v9.jpg",
            ),
            EcomVariation(500, (("Span", "1 m"),)),
        ),
        image_ids=("0", "77001", "77002"),
        main_image_mark="https://images.example/g9.jpg",
    )
    assert book == EcomProduct(
        id=41000136,
        sku="H-530",
        name="<em>Book:</em> Knots",
        enabled=False,
        updated=1433689750,
        created=1422961506,
        description=digest(html_text("<p>Old & good</p>")),
        price=Decimal(0),
        unlimited=True,
        image_ids=("0",),
        main_image_mark="https://images.example/o9.jpg",
    )


async def test_the_profile() -> None:
    """Everything the rules need; the shop is called by the name its owner gave it."""
    ecom, _ = _ecom(_answer("profile"))
    found = await ecom.shop()
    assert (found.store_id, found.name) == (20177, "Harbour Online")
    assert found.url == "https://harbour.example/products"
    assert (found.currency, found.currency_precision, found.prices_include_tax) == ("EUR", 2, True)
    assert (found.weight_unit, found.dimensions_unit) == ("KILOGRAM", "CM")
    assert (found.default_language, found.product_limit) == ("en", 2500)
    assert "COMBINATIONS" in found.features
    assert not found.suspended
    assert not found.duplicate_skus_allowed


@pytest.mark.parametrize("name", ["latest_stats", "latest_stats_documented"])
def test_change_times(name: str) -> None:
    """Times in any zone, and the count under either of its names."""
    assert shop.latest_stats(_sample(name), 0) == LatestStats(
        products=1736942651,
        categories=1737273792,
        profile=1736942653,
        orders=1736942652,
        product_count=41,
    )


async def test_deleted_products() -> None:
    """Ids of what was deleted."""
    ecom, _ = _ecom(_answer("products_deleted"))
    assert await ecom.deleted_products(5) == {700200288, 700200289}


async def test_categories() -> None:
    """Shown and hidden ones, those of the POS link too."""
    ecom, script = _ecom(_answer("categories"))
    assert await ecom.categories() == (
        EcomCategory(301, "Toys", None),
        EcomCategory(302, "Kites", 301),
    )
    assert dict(script.asked[0].url.params) == {
        "hidden_categories": "true",
        "offset": "0",
        "limit": "100",
    }


async def test_orders() -> None:
    """An order as the reference tells it now."""
    (order,) = shop.orders(wire.page(_sample("orders"))[0])
    line = OrderLine(700200301, 501, "88-2-2", 2)
    assert order == Order("SHOP-EB7F", 1736848800, True, (line,))


def test_an_order_without_an_id() -> None:
    """Older answers call an order by its number alone: it holds its stock all the same."""
    (order,) = shop.orders(wire.page(_sample("orders_older"))[0])
    assert order == Order("35", 1440177464, True, (OrderLine(41000136, None, "H-530", 2),))


@pytest.mark.parametrize("name", ["batch_status", "batch_status_older"])
async def test_batches(name: str) -> None:
    """The report on a batch in the names of today and of the batch's first years."""
    ecom, script = _ecom(said({"ticket": "t-1"}), _answer(name))
    new = [NewProduct(f"counterpart:{key}", {"name": key, "sku": key}) for key in "ab"]
    made, refused = await ecom.create_products(new, "key-1")
    assert (made.reference, made.ecom_id, made.error) == ("counterpart:a", 700200400, None)
    assert isinstance(refused.error, Refused)
    assert refused.error.code == "SKU_ALREADY_EXISTS"
    start, poll = script.asked
    assert (start.method, start.url.path) == ("POST", "/api/20177/batch")
    assert dict(start.url.params) == {"stopOnFirstFailure": "false", "deduplicationKey": "key-1"}
    assert [set(entry) for entry in json.loads(start.content)] == [
        {"id", "path", "method", "body"}
    ] * 2
    assert dict(poll.url.params) == {"ticket": "t-1", "escapedJson": "true"}


@pytest.mark.parametrize(
    ("name", "code", "words"),
    [
        ("error", "PRODUCT_NOT_FOUND", "Product #700200999 not found"),
        ("error_older", "", "Can't create batch. Path $[0].id contains bad value"),
    ],
)
def test_errors(name: str, code: str, words: str) -> None:
    """What an error says, in the names of today and of the batch's first years."""
    said = complaint(Answer(400, Request("GET", "/"), _sample(name)))
    assert (said.code, said.words) == (code, words)


_WRITABLE = {
    *("name", "nameTranslated", "description", "descriptionTranslated", "sku", "price", "enabled"),
    *("quantity", "unlimited", "weight", "dimensions", "attributes"),
}


async def test_writes_have_the_documented_form() -> None:
    """Method, path, parameters and the documented fields alone."""
    current = json.dumps(published.loaded("e_series", "products")["items"][1]).encode()
    ecom, script = _ecom(_answer("profile"), said({"updateCount": 1}))
    values: dict[str, Any] = {
        "name": "Big glider",
        "description": "<p>Flies far.</p>",
        "price": Decimal("12.50"),
        "brand": "Updraught",
        "barcode": "",
        "weight": Decimal("0.3"),
        "dimensions": (Decimal(1), Decimal(2), Decimal(3)),
        "stock": 4,
        "enabled": False,
    }
    await ecom.put_product(700200301, values, current)
    request = script.asked[-1]
    body = json.loads(request.content)
    assert (request.method, request.url.path) == ("PUT", "/api/20177/products/700200301")
    assert request.headers["Content-Type"] == "application/json"
    assert set(body) <= _WRITABLE
    assert (body["nameTranslated"], body["price"]) == ({"cs": "", "en": "Big glider"}, 12.5)
    assert (body["unlimited"], body["quantity"]) == (False, 4)


async def test_stock_and_variations_have_the_documented_form() -> None:
    """The inventory call carries the difference; a variation its options and own values."""
    ecom, script = _ecom(said({"updateCount": 1}), said({"updateCount": 1}), said({"id": 9}))
    await ecom.adjust_stock(7, None, -2)
    await ecom.adjust_stock(7, 8, 3)
    values: dict[str, Any] = {"sku": "A", "price": Decimal(3), "stock": 1, "barcode": "012"}
    assert await ecom.create_variation(7, [("Size", "L")], values) == 9
    told = [(r.method, r.url.path, json.loads(r.content)) for r in script.asked]
    assert told == [
        ("PUT", "/api/20177/products/7/inventory", {"quantityDelta": -2}),
        ("PUT", "/api/20177/products/7/combinations/8/inventory", {"quantityDelta": 3}),
        (
            "POST",
            "/api/20177/products/7/combinations",
            {
                "sku": "A",
                "price": 3,
                "unlimited": False,
                "quantity": 1,
                "attributes": [{"alias": "UPC", "value": "012"}],
                "options": [{"name": "Size", "value": "L"}],
            },
        ),
    ]


async def test_a_translated_brand_changes_in_the_shops_language() -> None:
    """An attribute's translations are documented: the default one follows, others stay."""
    current = json.dumps(published.loaded("e_series", "products")["items"][1]).encode()
    ecom, script = _ecom(_answer("profile"), said({"updateCount": 1}))
    await ecom.put_product(700200301, {"brand": "Updraught"}, current)
    brand, upc, frame = json.loads(script.asked[-1].content)["attributes"]
    assert (brand["alias"], brand["value"]) == ("BRAND", "Updraught")
    assert brand["valueTranslated"] == {"en": "Updraught", "cs": "Updraft"}
    assert (upc["alias"], upc["value"]) == ("UPC", "0042100005264")
    assert (frame["id"], frame["value"], frame["valueTranslated"]["cs"]) == (812, "Ash", "Jasan")
