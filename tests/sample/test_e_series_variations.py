"""Options and variations of the sample online store (API 8)."""

from dataclasses import replace
from typing import Any

import httpx

from tests.sample.ecom import made, mug, read, shop, talking_to, told


def _pairs(**values: str) -> list[dict[str, str]]:
    return [{"name": name, "value": value} for name, value in values.items()]


async def _tee(client: httpx.AsyncClient, **body: Any) -> tuple[int, int, int]:
    """Create a product with sizes S and M, and return its id and theirs."""
    key = await mug(client, quantity=10, weight=0.3, **body)
    path = f"/products/{key}/combinations"
    small = await made(client, path, options=_pairs(Size="S"), sku="S", quantity=3)
    medium = await made(client, path, options=_pairs(Size="M"))
    return key, small, medium


async def test_new_variations_bring_their_options() -> None:
    """Missing options come as drop-downs, missing choices behind the others."""
    async with talking_to(shop()) as client:
        key, small, medium = await _tee(client)
        found = await read(client, f"/products/{key}")
    (option,) = found["options"]
    assert (option["type"], [row["text"] for row in option["choices"]]) == ("SELECT", ["S", "M"])
    assert [row["id"] for row in found["combinations"]] == [small, medium]


async def test_what_is_inherited_is_not_repeated() -> None:
    """Only own values are shown; without a SKU of its own a variation sells its product's stock."""
    async with talking_to(shop()) as client:
        key, small, medium = await _tee(client)
        own = await read(client, f"/products/{key}/combinations/{small}")
        shared = await read(client, f"/products/{key}/combinations/{medium}")
        answer = await client.put(
            f"/products/{key}/combinations/{medium}/inventory", json={"quantityDelta": 1}
        )
    assert (own["sku"], own["quantity"]) == ("S", 3)
    assert shared["quantity"] == 10
    assert not {"sku", "price", "weight", "attributes"} & shared.keys()
    assert answer.status_code == 400


async def test_the_same_values_twice() -> None:
    """409, whatever the order of the names."""
    async with talking_to(shop()) as client:
        key = await mug(client)
        path = f"/products/{key}/combinations"
        await made(client, path, options=_pairs(Size="S", Colour="Red"))
        answer = await client.post(path, json={"options": _pairs(Colour="Red", Size="S")})
        assert told(answer) == (409, "COMBINATION_DUPLICATED")


async def test_options_in_use_stay() -> None:
    """Removing what a variation is built on is refused, unless variations are rebuilt."""
    async with talking_to(shop()) as client:
        key, _, medium = await _tee(client)
        fewer = {"options": [{"type": "SELECT", "name": "Size", "choices": [{"text": "M"}]}]}
        answer = await client.put(f"/products/{key}", json=fewer)
        assert told(answer) == (409, "COMBINATION_CONTAINS_REMOVED_OPTION_VALUE")
        answer = await client.put(f"/products/{key}", json={"options": []})
        assert told(answer) == (409, "COMBINATION_CONTAINS_REMOVED_OPTION")
        query = {"rebuildVariationsOnOptionsUpdate": "true"}
        assert (await client.put(f"/products/{key}", params=query, json=fewer)).status_code == 200
        rows = await read(client, f"/products/{key}/combinations")
        assert [row["id"] for row in rows] == [medium]


async def test_the_product_s_own_sku_needs_its_stock() -> None:
    """A variation with the product's SKU must have its stock."""
    async with talking_to(shop()) as client:
        key, small, _ = await _tee(client)
        path = f"/products/{key}/combinations/{small}"
        answer = await client.put(path, json={"sku": "MUG-1", "quantity": 2})
        assert told(answer) == (400, "DIFFERENT_COMBINATION_STOCK")
        assert (await client.put(path, json={"sku": "MUG-1"})).status_code == 200
        assert (await read(client, path))["quantity"] == 10


async def test_lists_and_deletions() -> None:
    """A bare list in either order; single and all variations can go, options stay."""
    store = shop()
    async with talking_to(store) as client:
        key, small, medium = await _tee(client)
        store.knobs = replace(store.knobs, variations_descending=True)
        rows = await read(client, f"/products/{key}/combinations", responseFields="id")
        assert rows == [{"id": medium}, {"id": small}]
        path = f"/products/{key}/combinations"
        assert (await client.delete(f"{path}/{small}")).json() == {"deleteCount": 1}
        assert told(await client.get(f"{path}/{small}")) == (404, "COMBINATION_NOT_FOUND")
        assert (await client.delete(path)).json() == {"deleteCount": 1}
        found = await read(client, f"/products/{key}")
    assert (found["combinations"], len(found["options"])) == ([], 1)


async def test_written_with_the_product() -> None:
    """With `saveCombinations` the list replaces the variations; too many are refused."""
    async with talking_to(shop()) as client:
        key, small, _ = await _tee(client)
        rows: list[dict[str, Any]] = [
            {"id": small, "options": _pairs(Size="S"), "price": 20},
            {"options": _pairs(Size="L")},
        ]
        query = {"saveCombinations": "true"}
        path = f"/products/{key}"
        await client.put(path, params=query, json={"combinations": rows})
        found = (await read(client, path))["combinations"]
        assert [row["options"][0]["value"] for row in found] == ["S", "L"]
        assert (found[0]["id"], found[0]["price"], found[0]["quantity"]) == (small, 20, 3)
        many = [{"options": _pairs(Size=str(number))} for number in range(201)]
        answer = await client.put(path, params=query, json={"combinations": many})
        assert told(answer) == (400, "COMBINATION_LIMIT_PER_REQUEST_EXCEEDED")
