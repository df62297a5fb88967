"""Products of the sample POS: version cursor, shapes, pictures (API sections 3 to 5)."""

from dataclasses import replace
from typing import Any

import pytest

from app.sample import mutations_pos as acts
from tests.sample.pos import family_id, read, shop, simple_id, talking_to, walk


async def test_a_walk_sees_every_row_once_in_rising_order() -> None:
    """Pages follow each other by version; the last full page is followed by an empty one."""
    store = shop(40)
    async with talking_to(store) as client:
        pages = await walk(client, "/2.0/products", 15, deleted="true")
        last = pages[-1][-1]["version"]
        end = await client.get("/2.0/products", params={"after": last})
    versions = [row["version"] for page in pages for row in page]
    assert versions == sorted(set(versions))
    assert len(versions) == len(store.tables["products"])
    assert {len(page) for page in pages[:-1]} == {15}
    assert end.json() == {"data": [], "version": {"min": None, "max": None}}


async def test_after_is_exclusive_and_page_size_has_a_default_and_a_cap() -> None:
    """100 rows unless asked, never more than the cap."""
    store = shop(80, page_cap=120)
    async with talking_to(store) as client:
        first = (await client.get("/2.0/products")).json()
        capped = (await client.get("/2.0/products", params={"page_size": 5000})).json()
        after = first["version"]["min"]
        second = (await client.get("/2.0/products", params={"after": after})).json()
    assert (len(first["data"]), len(capped["data"])) == (100, 120)
    assert second["data"][0] == first["data"][1]


@pytest.mark.parametrize("inclusive", [True, False])
async def test_before_is_an_upper_limit_in_both_readings(inclusive: bool) -> None:
    """`before` lets its own version through, or not."""
    store = shop(before_inclusive=inclusive)
    async with talking_to(store) as client:
        rows = (await client.get("/2.0/products")).json()["data"]
        limited = await client.get("/2.0/products", params={"before": rows[3]["version"]})
    assert len(limited.json()["data"]) == (4 if inclusive else 3)


async def test_deleted_rows_come_only_when_asked_for() -> None:
    """`deleted=true` adds the row with `deleted_at`; inactive rows stay in the list."""
    store = shop()
    gone, hidden = (row["id"] for row in store.live_products()[-2:])
    acts.delete_variant(store, gone)
    acts.deactivate(store, hidden, alone=True)
    async with talking_to(store) as client:
        plain = {row["id"]: row for page in await walk(client, "/2.0/products") for row in page}
        pages = await walk(client, "/2.0/products", deleted="true")
    everything = {row["id"]: row for page in pages for row in page}
    assert gone not in plain
    assert everything[gone]["deleted_at"]
    assert (plain[hidden]["active"], plain[hidden]["is_active"]) == (False, False)


async def test_a_row_edited_during_a_walk_comes_back_later() -> None:
    """It moves behind the cursor with a higher version."""
    store = shop()
    async with talking_to(store) as client:
        page = (await client.get("/2.0/products", params={"page_size": 5})).json()
        acts.rename(store, page["data"][0]["id"], "Renamed Meanwhile")
        rest = await client.get(
            "/2.0/products", params={"after": page["version"]["max"], "page_size": 1000}
        )
    again = [row for row in rest.json()["data"] if row["id"] == page["data"][0]["id"]]
    assert [row["name"] for row in again] == ["Renamed Meanwhile"]
    assert again[0]["version"] > page["version"]["max"]


async def test_a_late_commit_hides_behind_the_cursor() -> None:
    """A row that commits with a lower version is missed by the cursor, not by a full read."""
    store = shop(late_commits=1.0)
    product_id = simple_id(store)
    seen = store.version
    acts.rename(store, product_id, "Committed Late")
    async with talking_to(store) as client:
        missed = await client.get("/2.0/products", params={"after": seen})
        pages = await walk(client, "/2.0/products")
    assert missed.json()["data"] == []
    assert "Committed Late" in {row["name"] for page in pages for row in page}


async def test_lists_that_lie() -> None:
    """Short pages, a list that is empty, and one that is over too soon."""
    store = shop(40)
    async with talking_to(store) as client:
        everything = sum(len(page) for page in await walk(client, "/2.0/products"))
        store.knobs = replace(store.knobs, short_pages=True)
        pages = await walk(client, "/2.0/products")
        assert sum(len(page) for page in pages) == everything
        assert {len(page) for page in pages[:-1]} == {13}
        store.knobs = replace(store.knobs, short_pages=False, ends_early={"products": 25})
        assert sum(len(page) for page in await walk(client, "/2.0/products")) == 25
        store.knobs = replace(store.knobs, empty_lists=frozenset({"products"}))
        assert await walk(client, "/2.0/products") == []


async def test_broken_cursors() -> None:
    """Rows with a `version.max` that is null, or that leads nowhere."""
    store = shop(broken_cursor="null")
    async with talking_to(store) as client:
        answer = (await client.get("/2.0/products", params={"page_size": 3})).json()
        assert (len(answer["data"]), answer["version"]["max"]) == (3, None)
        store.knobs = replace(store.knobs, broken_cursor="stuck")
        after = answer["data"][0]["version"]
        answer = (await client.get("/2.0/products", params={"after": after})).json()
        assert answer["version"]["max"] == after


async def test_one_product_by_id() -> None:
    """404 for an unknown id; a deleted one is answered in both readings."""
    store = shop()
    product_id = simple_id(store)
    acts.delete_product(store, product_id)
    async with talking_to(store) as client:
        assert (await read(client, product_id))["deleted_at"]
        assert (await client.get("/2.0/products/nothing")).status_code == 404
        store.knobs = replace(store.knobs, deleted_by_id="404", product_as_list=True)
        assert (await client.get(f"/2.0/products/{product_id}")).status_code == 404
        answer = await client.get(f"/2.0/products/{family_id(store)}")
        assert len(answer.json()["data"]) == 1


async def test_look_ups_by_sku_and_name_ignore_everything_else() -> None:
    """Two products may share a SKU; `page_size` says nothing beside `sku`."""
    store = shop()
    one, other = (row["id"] for row in store.live_products()[:2])
    acts.change_sku(store, one, "0042")
    acts.change_sku(store, other, "0042")
    async with talking_to(store) as client:
        both = await client.get("/2.0/products", params={"sku": "0042", "page_size": 1})
        none = await client.get("/2.0/products", params={"sku": "42"})
        name = store.product(family_id(store))["name"]
        family = await client.get("/2.0/products", params={"family_name": name})
    assert {row["id"] for row in both.json()["data"]} == {one, other}
    assert none.json()["data"] == []
    assert len(family.json()["data"]) == len(store.family(family_id(store)))


async def test_search_filters_and_excludes() -> None:
    """SKUs are searched in lower case; a leading minus excludes; pages go by offset."""
    store = shop()
    row = store.product(simple_id(store))
    async with talking_to(store) as client:

        async def found(**query: Any) -> list[str]:
            answer = await client.get("/2.0/search", params={"type": "products", **query})
            return [product["id"] for product in answer.json()["data"]]

        assert await found(sku=row["sku"].lower()) == [row["id"]]
        assert await found(sku=row["sku"]) == []
        everything = await found()
        supplier = row["supplier_id"]
        theirs, others = (
            await found(supplier_id=supplier),
            await found(**{"-supplier_id": supplier}),
        )
        assert sorted(theirs + others) == sorted(everything)
        assert await found(offset=3, page_size=2) == everything[3:5]
        assert (await client.get("/2.0/search")).status_code == 422


async def test_shapes_of_a_product() -> None:
    """Tags are called categories, the placeholder stands for no picture, prices have 5 decimals."""
    store = shop()
    product_id = simple_id(store)
    acts.reprice(store, product_id, 39.9)
    acts.set_tags(store, product_id, [row["id"] for row in store.tables["tags"]][:1])
    store.set_images(product_id, [])
    async with talking_to(store) as client:
        shape = await read(client, product_id)
        placeholder = await client.get(shape["image_url"])
    assert (shape["price_including_tax"], shape["price_excluding_tax"]) == (39.9, 34.69565)
    assert [tag["name"] for tag in shape["categories"]] == ["summer"]
    assert shape["product_category"]["category_path"][-1]["name"] == shape["type"]["name"]
    assert shape["images"] == []
    assert "/placeholder/" in shape["image_url"]
    assert placeholder.headers["content-type"] == "image/png"


async def test_shapes_of_a_family() -> None:
    """One row per variant; they share the name, the parent counts them and has options too."""
    store = shop()
    parent_id = family_id(store)
    values = {o["name"]: "Odd" for o in store.product(parent_id)["variant_options"]}
    async with talking_to(store) as client:
        before = await read(client, parent_id)
        child = await read(client, acts.add_variant(store, parent_id, values, "NEW-1"))
        parent = await read(client, parent_id)
    assert parent["variant_count"] == before["variant_count"] + 1
    assert child["variant_parent_id"] == parent_id
    assert child["family_id"] == parent["family_id"]
    assert child["name"] == parent["name"]
    assert child["variant_name"] == " / ".join([parent["name"], *values.values()])
    assert parent["variant_options"]


async def test_styles_of_emptiness_and_codes() -> None:
    """Empty fields are null, missing or `{}`; code types come in both cases."""
    store = shop()
    product_id = simple_id(store)
    acts.set_brand(store, product_id, None)
    async with talking_to(store) as client:
        assert (await read(client, product_id))["brand"] is None
        store.knobs = replace(store.knobs, empty="object", lower_code_types=True)
        shape = await read(client, product_id)
        assert shape["brand"] == {}
        assert shape["product_codes"][0]["type"] == "custom"
        store.knobs = replace(store.knobs, empty="missing")
        assert "brand" not in await read(client, product_id)


async def test_the_online_switch_is_true_false_missing_or_vanished() -> None:
    """The undocumented field stands in API 2.0 unless it has vanished."""
    store = shop()
    product_id = simple_id(store)
    unknown = acts.add_product(store, "Unknown", "UNK-1", 5.0)
    async with talking_to(store) as client:
        for online in (True, False):
            acts.switch_online(store, product_id, online=online)
            assert (await read(client, product_id))["ecwid_enabled_webstore"] is online
        assert "ecwid_enabled_webstore" not in await read(client, unknown)
        assert "ecwid_enabled_webstore" not in await read(client, product_id, "2026-07")
        store.knobs = replace(store.knobs, online_flag_in=frozenset())
        assert "ecwid_enabled_webstore" not in await read(client, product_id)


async def test_dated_products() -> None:
    """2026-07 tells a bundle's parts and can leave the pictures out."""
    store = shop()
    part = simple_id(store)
    bundle = acts.add_product(
        store, "Gift Set", "SET-1", 50.0, is_composite=True, composite_bom={part: 2}
    )
    async with talking_to(store) as client:
        assert (await read(client, bundle, "2026-07"))["composite_bom"] == {part: 2}
        assert "composite_bom" not in await read(client, bundle)
        plain = await client.get(f"/2026-07/products/{part}", params={"include_images": "false"})
        assert "images" not in plain.json()["data"]


@pytest.mark.parametrize("moves", [True, False])
async def test_renames_show_in_products(moves: bool) -> None:
    """A renamed brand or category shows at once; whether the version moves is a knob."""
    store = shop(renames_move_products=moves)
    row = next(r for r in store.live_products() if r.get("brand_id"))
    root = store.category_tree().path(row["product_type_id"])[0]["id"]
    async with talking_to(store) as client:
        before = await read(client, row["id"])
        acts.rename_brand(store, row["brand_id"], "Renamed & Co")
        acts.rename_category(store, root, "Renamed")
        shape = await read(client, row["id"])
    assert shape["brand"]["name"] == "Renamed & Co"
    assert shape["product_category"]["category_path"][0]["name"] == "Renamed"
    assert (shape["version"] > before["version"]) is moves
