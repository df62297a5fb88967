"""Searches of the sample online store: the lagging index, pages, filters (API 4, 5)."""

from dataclasses import replace
from typing import Any

import httpx
import pytest

from tests.sample.ecom import NOW, clock_of, made, mug, read, shop, talking_to, told


async def _ids(client: httpx.AsyncClient, **query: Any) -> list[int]:
    return [row["id"] for row in (await read(client, "/products", **query))["items"]]


async def test_search_lags_and_reading_does_not() -> None:
    """A new, changed or deleted product is found late, and read by id at once."""
    store = shop(search_lag_seconds=5.0)
    clock = clock_of(store)
    async with talking_to(store) as client:
        key = await mug(client)
        assert await _ids(client) == []
        assert (await read(client, f"/products/{key}"))["name"] == "Mug 1"
        clock.advance(5)
        assert await _ids(client) == [key]
        await client.put(f"/products/{key}", json={"sku": "CUP"})
        assert await _ids(client, sku="MUG-1") == [key]
        clock.advance(5)
        assert await _ids(client, sku="MUG-1") == []
        assert await _ids(client, sku="CUP") == [key]
        await client.delete(f"/products/{key}")
        assert await _ids(client) == [key]
        clock.advance(5)
        assert await _ids(client) == []
        rows = (await read(client, "/products/deleted", from_date=int(NOW)))["items"]
        assert rows == [{"id": key, "date": "2026-09-21 14:13:30 +0000"}]


async def test_pages() -> None:
    """At most 100 a page, in the envelope, newest first or as asked."""
    async with talking_to(shop()) as client:
        keys = [await mug(client, number) for number in range(120)]
        first = await read(client, "/products", limit=500, sortBy="ADDED_TIME_ASC")
        assert [row["id"] for row in first["items"]] == keys[:100]
        rest = await read(client, "/products", offset=100, sortBy="ADDED_TIME_ASC")
        assert [row["id"] for row in rest["items"]] == keys[100:]
        envelope = {name: rest[name] for name in ("total", "count", "offset", "limit")}
        assert envelope == {"total": 120, "count": 20, "offset": 100, "limit": 100}
        assert (await _ids(client, limit=2)) == keys[:-3:-1]
        assert told(await client.get("/products?sortBy=SIZE")) == (400, "WRONG_PARAMETER")


async def test_chosen_fields() -> None:
    """`responseFields` keeps what it names, and the envelope only where it is named."""
    async with talking_to(shop()) as client:
        key = await mug(client)
        pairs = [{"name": "Size", "value": "S"}]
        variation = await made(client, f"/products/{key}/combinations", options=pairs)
        found = await read(client, "/products", responseFields="count,items(sku,combinations(id))")
        assert found == {
            "count": 1,
            "items": [{"sku": "MUG-1", "combinations": [{"id": variation}]}],
        }
        assert await read(client, f"/products/{key}", responseFields="id") == {"id": key}
        answer = await client.get("/products?responseFields=items(id")
        assert told(answer) == (400, "WRONG_PARAMETER")


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({"keyword": "teapot"}, {2}),
        ({"enabled": "false"}, {3}),
        ({"enabled": "true"}, {1, 2}),
        ({"inStock": "false"}, {2}),
        ({"inventory": "outofstock"}, {2}),
        ({"onsale": "onsale"}, {3}),
        ({"priceFrom": 10}, {1, 3}),
        ({"priceTo": 10}, {2}),
        ({"attribute_Brand": "Northkiln,Other"}, {1}),
        ({"option_Size": "S"}, {2}),
        ({"sku": "TEA-S"}, {2}),
        ({"externalReferenceId": "pos:3"}, {3}),
        ({"createdFrom": int(NOW) + 20}, {3}),
        ({"createdTo": int(NOW) + 15}, {1, 2}),
        ({"updatedFrom": "2026-09-21 14:13:40"}, {3}),
        ({"sku": "TEA-S", "enabled": "false"}, {2}),
    ],
)
async def test_filters(query: dict[str, Any], found: set[int]) -> None:
    """Each filter finds the products it should."""
    store = shop()
    async with talking_to(store) as client:
        brand = [{"alias": "BRAND", "value": "Northkiln"}]
        keys = [await mug(client, attributes=brand)]
        clock_of(store).advance(10)
        keys.append(await mug(client, 2, name="Red teapot", price=8, quantity=0))
        pairs = [{"name": "Size", "value": "S"}]
        small = {"options": pairs, "sku": "TEA-S", "quantity": 0}
        await made(client, f"/products/{keys[1]}/combinations", **small)
        clock_of(store).advance(10)
        sale = {"compareToPrice": 20, "enabled": False, "externalReferenceId": "pos:3"}
        keys.append(await mug(client, 3, **sale))
        assert set(await _ids(client, **query)) == {keys[number - 1] for number in found}


async def test_by_ids_and_categories() -> None:
    """Ids silence the other filters; a category includes those below when asked."""
    async with talking_to(shop()) as client:
        top = await made(client, "/categories", name="Kitchen")
        below = await made(client, "/categories", name="Mugs", parentId=top)
        keys = [await mug(client, number) for number in range(3)]
        await client.put(f"/products/{keys[0]}", json={"categoryIds": [top]})
        await client.put(f"/products/{keys[1]}", json={"categoryIds": [below]})
        assert await _ids(client, productId=f"{keys[2]},{keys[0]}", sku="x") == [keys[2], keys[0]]
        assert await _ids(client, category=top) == [keys[0]]
        wider = await _ids(client, category=top, includeProductsFromSubcategories="true")
        assert set(wider) == {keys[0], keys[1]}
        assert await _ids(client, category=0) == [keys[2]]


async def test_what_moves_the_time_of_change() -> None:
    """By knob stock moves `updateTimestamp` and the stats, or it doesn't."""
    store = shop()
    async with talking_to(store) as client:
        key = await mug(client, quantity=5)
        for moves in (True, False):
            kinds = frozenset({"stock"}) if moves else frozenset()
            store.knobs = replace(store.knobs, moves_updated=kinds, moves_stats=kinds)
            clock_of(store).advance(60)
            now = int(store.clock.now())
            await client.put(f"/products/{key}/inventory", json={"quantityDelta": 1})
            assert ((await read(client, f"/products/{key}"))["updateTimestamp"] == now) is moves
            assert (await _ids(client, updatedFrom=now) == [key]) is moves
