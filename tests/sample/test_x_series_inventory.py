"""Inventory, look-ups and sales of the sample POS (API sections 6 to 8)."""

from dataclasses import replace
from typing import Any

from app.sample import mutations_pos as acts
from app.sample import mutations_till as till
from app.sample.x_series import XSeriesStore
from app.sample.x_series.knobs import READ_SCOPES
from tests.sample.pos import shop, talking_to, walk

LISTS = (
    "outlets",
    "registers",
    "brands",
    "tags",
    "suppliers",
    "taxes",
    "outlet_taxes",
    "variant_attributes",
    "payment_types",
    "price_books",
    "price_book_products",
    "channels",
    "users",
    "product_types",
)
"""Look-ups under the version cursor."""


def stocked(store: XSeriesStore) -> dict[str, Any]:
    """Return a product with levels at two outlets or more."""
    return next(r for r in store.live_products() if len(store.levels(r["id"])) > 1)


async def test_inventory_is_a_cursor_list_of_its_own() -> None:
    """A sale moves the level's row and no product's."""
    store = shop()
    product = stocked(store)
    outlets = [level["outlet_id"] for level in store.levels(product["id"])]
    till.count_stock(store, product["id"], outlets[0], 2.5)
    before = store.version
    till.move_stock(store, product["id"], outlets[0], outlets[1], 4)
    async with talking_to(store) as client:
        moved = (await client.get("/2.0/inventory", params={"after": before})).json()["data"]
        same = (await client.get("/2.0/products", params={"after": before})).json()["data"]
        rows = (await client.get(f"/2.0/products/{product['id']}/inventory")).json()["data"]
        everything = [row for page in await walk(client, "/2.0/inventory", 50) for row in page]
    assert [row["outlet_id"] for row in moved] == outlets[:2]
    assert moved[0]["inventory_level"] == moved[0]["current_amount"] == -1.5
    assert same == []
    assert {row["outlet_id"] for row in rows} == set(outlets)
    assert len(everything) == len(store.tables["inventory"])


async def test_inventory_without_envelope_and_costs() -> None:
    """The specification's samples have no `version`; costs need a scope of their own."""
    store = shop(version_envelope=False, current_amount_shown=False)
    store.knobs = replace(store.knobs, scopes=READ_SCOPES - {"product:cost:view"})
    async with talking_to(store) as client:
        answer = (await client.get("/2.0/inventory")).json()
    assert list(answer) == ["data"]
    assert "current_amount" not in answer["data"][0]
    assert answer["data"][0]["average_cost"] is None


async def test_ids_in_either_case() -> None:
    """Rows may name a product in upper case, and it is found by that."""
    store = shop(upper_case_ids=True)
    async with talking_to(store) as client:
        row = (await client.get("/2.0/inventory")).json()["data"][0]
        found = await client.get(f"/2.0/products/{row['product_id']}")
    assert row["product_id"] == row["product_id"].upper()
    assert found.json()["data"]["id"] == row["product_id"].lower()


async def test_dated_inventory() -> None:
    """Bare arrays, newest first unless asked otherwise, the level under another name."""
    store = shop()
    product = stocked(store)
    async with talking_to(store) as client:
        newest = (await client.post("/2026-07/inventory", json={"size": 3})).json()
        body = {"size": 3, "sort_direction": "asc"}
        oldest = (await client.post("/2026-07/inventory", json=body)).json()
        after = {**body, "after": oldest[-1]["version"]}
        more = (await client.post("/2026-07/inventory", json=after)).json()
        of_one = (
            await client.post("/2026-07/inventory", json={"product_id": product["id"]})
        ).json()
        by_path = (await client.get(f"/2026-07/inventory/{product['id']}")).json()
    versions = [row["version"] for row in store.tables["inventory"]]
    assert [row["version"] for row in newest] == versions[:-4:-1]
    assert [row["version"] for row in oldest + more] == versions[:6]
    assert of_one == by_path
    assert {row["current_inventory_level"] for row in of_one} == {
        row["inventory_level"] for row in store.levels(product["id"])
    }


async def test_inventory_levels() -> None:
    """Inactive products and bundles are left out unless asked for; null past the end."""
    store = shop()
    product = stocked(store)
    family = {"root_product_ids": [product.get("variant_parent_id") or product["id"]]}
    async with talking_to(store) as client:

        async def levels(**body: Any) -> Any:
            return (await client.post("/2026-07/inventory_levels", json=body)).json()

        rows = await levels(product_ids=[product["id"]])
        assert {row["location_id"] for row in rows} == {
            row["outlet_id"] for row in store.levels(product["id"])
        }
        assert "version" not in rows[0]
        one_place = await levels(**family, location_ids=[rows[0]["location_id"]])
        assert product["id"] in {row["product_id"] for row in one_place}
        assert await levels(offset=10_000) is None
        store.knobs = replace(store.knobs, null_past_end=False)
        acts.deactivate(store, product["id"], alone=True)
        assert await levels(product_ids=[product["id"]]) == []
        assert await levels(product_ids=[product["id"]], include_inactive=True) == rows
        path = f"/2026-07/inventory_levels/{product['id']}"
        assert (await client.get(path)).json() == []
        assert len((await client.get(path, params={"include_inactive": "true"})).json()) > 1
        too_many = await client.post(
            "/2026-07/inventory_levels", json={"product_ids": ["x"] * 1001}
        )
        assert too_many.status_code == 422


async def test_look_ups_are_lists_under_the_cursor() -> None:
    """Every small resource answers; the retailer is one record and its version a text."""
    async with talking_to(shop()) as client:
        for path in LISTS:
            answer = await client.get(f"/2.0/{path}")
            assert set(answer.json()) == {"data", "version"}, path
        retailer = (await client.get("/2.0/retailer")).json()["data"]
        outlets = (await client.get("/2.0/outlets")).json()["data"]
        outlet = (await client.get(f"/2.0/outlets/{outlets[0]['id']}")).json()["data"]
        user = (await client.get("/2.0/user")).json()["data"]
    assert isinstance(retailer["version"], str)
    assert outlet == outlets[0]
    assert user["username"] == "mara"


async def test_the_system_product_is_the_retailers_discount() -> None:
    """It sits among the real products."""
    store = shop()
    async with talking_to(store) as client:
        retailer = (await client.get("/2.0/retailer")).json()["data"]
        answer = await client.get(f"/2.0/products/{retailer['discount_product_id']}")
    assert answer.json()["data"]["name"] == "Discount"


async def test_categories_page_by_id_in_both_nestings() -> None:
    """`after` is the last id; `page_info` says whether more follow."""
    store = shop()
    async with talking_to(store) as client:
        first = (await client.get("/2.0/product_categories", params={"page_size": 20})).json()
        assert first["page_info"]["has_next"] is True
        last = first["page_info"]["last_seen"]
        rest = (await client.get("/2.0/product_categories", params={"after": last})).json()
        assert rest["page_info"]["has_next"] is False
        rows = first["data"]["categories"] + rest["data"]["categories"]
        assert len({row["id"] for row in rows}) == len(store.tables["product_categories"])
        for row in rows:
            assert row["category_path"][-1] == {"id": row["id"], "name": row["name"]}
            assert row["category_path"][0]["id"] == row["root_category_id"]
        store.knobs = replace(store.knobs, categories_nested=True)
        nested = (await client.get("/2.0/product_categories")).json()
        end = (await client.get("/2.0/product_categories", params={"after": rows[-1]["id"]})).json()
    assert set(nested["data"]) == {"page_info", "data"}
    assert end["data"]["data"]["categories"] == []


async def test_sales_lower_stock_and_deleted_ones_are_listed() -> None:
    """A sale shows in both shapes; deleted ones come though nobody asked."""
    store = shop()
    product = stocked(store)
    register = next(iter(store.tables["registers"]))
    till.count_stock(store, product["id"], register["outlet_id"], 1)
    sale_id = till.sell(store, product["id"], 3, register["id"])
    level = next(
        row for row in store.levels(product["id"]) if row["outlet_id"] == register["outlet_id"]
    )
    store.delete("sales", sale_id)
    async with talking_to(store) as client:
        listed = (await client.get("/2.0/sales")).json()["data"]
        dated = (await client.get(f"/2026-07/sales/{sale_id}")).json()["data"]
        missing = await client.get("/2.0/sales/none")
    assert level["inventory_level"] == -2
    assert [(row["id"], row["line_items"][0]["quantity"]) for row in listed] == [(sale_id, 3)]
    assert listed[0]["deleted_at"]
    assert isinstance(listed[0]["ecom_custom_charges"], dict)
    assert dated["ecom_custom_charges"] == []
    assert dated["totals"]["price"] == listed[0]["total_price"]
    assert missing.status_code == 404


async def test_price_book_rows_of_one_product() -> None:
    """Only the product's own rows, in the usual envelope."""
    store = shop()
    product = stocked(store)
    book = next(iter(store.tables["price_books"]))["id"]
    row = {"product_id": product["id"], "price_book_id": book, "price": 9.5, "tax_id": None}
    store.add("price_book_products", row)
    async with talking_to(store) as client:
        path = f"/2.0/products/{product['id']}/price_book_products"
        rows = (await client.get(path)).json()["data"]
        missing = await client.get("/2.0/products/none/price_book_products")
    assert [(row["price"], row["price_book_id"]) for row in rows] == [(9.5, book)]
    assert missing.status_code == 404
