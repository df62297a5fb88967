"""A small online store to test with, and a client that speaks to it."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import httpx

from app.sample.clock import SimulatedClock
from app.sample.e_series import ESeriesKnobs, ESeriesStore, e_series_app
from app.sample.serving import in_process

NOW = 1_790_000_000.0
TOKEN = "secret_sample"
STORE = 10_025_003
HEADERS = {"Authorization": f"Bearer {TOKEN}"}


def shop(**knobs: Any) -> ESeriesStore:
    """Return an empty store that stands still at `NOW`."""
    return ESeriesStore(SimulatedClock(NOW), knobs=ESeriesKnobs(**knobs), store_id=STORE)


def clock_of(store: ESeriesStore) -> SimulatedClock:
    """Return the store's clock, to move it."""
    assert isinstance(store.clock, SimulatedClock)
    return store.clock


@asynccontextmanager
async def talking_to(store: ESeriesStore, token: str = TOKEN) -> AsyncIterator[httpx.AsyncClient]:
    """Open a client to the store, in process."""
    async with httpx.AsyncClient(
        transport=in_process(e_series_app(store)),
        base_url=f"http://ecom.test/api/v3/{store.store_id}",
        headers={"Authorization": f"Bearer {token}"},
    ) as client:
        yield client


async def made(client: httpx.AsyncClient, path: str = "/products", **body: Any) -> int:
    """Create something and return its id."""
    answer = await client.post(path, json=body)
    assert answer.status_code == 200, answer.text
    number: int = answer.json()["id"]
    return number


async def mug(client: httpx.AsyncClient, number: int = 1, **body: Any) -> int:
    """Create a product and return its id."""
    plain = {"name": f"Mug {number}", "sku": f"MUG-{number}", "price": 14.5}
    return await made(client, **{**plain, **body})


async def read(client: httpx.AsyncClient, path: str, **query: Any) -> Any:
    """Return what a GET answers."""
    answer = await client.get(path, params=query)
    assert answer.status_code == 200, answer.text
    return answer.json()


def told(answer: httpx.Response) -> tuple[int, str]:
    """Return status and error code of a refusal."""
    return answer.status_code, answer.json().get("errorCode", "")
