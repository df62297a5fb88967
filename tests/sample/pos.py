"""A small POS to test with, and a client that walks its lists."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import httpx

from app.sample.clock import SimulatedClock
from app.sample.serving import in_process
from app.sample.shop import make_pos
from app.sample.x_series import XSeriesKnobs, XSeriesStore, x_series_app

NOW = 1_790_000_000.0
TOKEN = "lsxs_pt_sample"
HEADERS = {"Authorization": f"Bearer {TOKEN}", "User-Agent": "Counterpart tests"}


def shop(products: int = 30, seed: int = 1, **knobs: Any) -> XSeriesStore:
    """Return a filled store that stands still at `NOW`."""
    store = XSeriesStore(SimulatedClock(NOW), knobs=XSeriesKnobs(**knobs))
    make_pos(store, products, seed)
    return store


@asynccontextmanager
async def talking_to(store: XSeriesStore) -> AsyncIterator[httpx.AsyncClient]:
    """Open a client to the store, in process, with a working token."""
    transport = in_process(x_series_app(store))
    async with httpx.AsyncClient(
        transport=transport, base_url="http://pos.test/api", headers=HEADERS
    ) as client:
        yield client


async def walk(
    client: httpx.AsyncClient, path: str, size: int = 20, **query: Any
) -> list[list[dict[str, Any]]]:
    """Return a list's pages by the version cursor, up to the empty one."""
    pages: list[list[dict[str, Any]]] = []
    after = 0
    while True:
        query |= {"after": after, "page_size": size}
        answer = (await client.get(path, params=query)).json()
        if not answer["data"]:
            return pages
        pages.append(answer["data"])
        after = answer["version"]["max"]


def simple_id(store: XSeriesStore) -> str:
    """Return a product without variants."""
    found = (row["id"] for row in store.live_products() if len(store.family(row["id"])) == 1)
    return str(next(found))


def family_id(store: XSeriesStore) -> str:
    """Return the parent of a family."""
    return str(next(row["id"] for row in store.live_products() if row.get("has_variants")))


async def read(client: httpx.AsyncClient, product_id: str, version: str = "2.0") -> dict[str, Any]:
    """Return one product as the API prints it."""
    data = (await client.get(f"/{version}/products/{product_id}")).json()["data"]
    assert isinstance(data, dict)
    return data
