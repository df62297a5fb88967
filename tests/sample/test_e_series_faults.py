"""Faults of the sample online store: before and after a write, and broken answers (API 15, 16)."""

import httpx
import pytest

from app.sample.e_series.trouble import KINDS
from app.sample.faults import COMMON_KINDS, Fault
from tests.sample.ecom import NOW, mug, read, shop, talking_to

LOSING = sorted(COMMON_KINDS - {"slow", "late"})


@pytest.mark.parametrize("kind", sorted(KINDS))
async def test_own_faults(kind: str) -> None:
    """Each kind answers with its status, once, and only where it is named."""
    store = shop()
    store.faults.add(Fault(kind, path="/products", times=1))
    async with talking_to(store) as client:
        assert (await client.get("/profile")).status_code == 200
        answer = await client.get("/products")
        assert answer.status_code == int(kind[:3])
        assert ("Retry-After" in answer.headers) is (kind == "429_storm")
        assert (await client.get("/products")).status_code == 200


@pytest.mark.parametrize("kind", [*LOSING, *sorted(KINDS)])
async def test_after_the_write(kind: str) -> None:
    """A write whose answer goes wrong has taken effect, once."""
    store = shop()
    async with talking_to(store) as client:
        key = await mug(client, quantity=10)
        store.faults.add(Fault(kind, path="*/inventory", times=1, after_write=True))
        try:
            await client.put(f"/products/{key}/inventory", json={"quantityDelta": -3})
        except httpx.TransportError:
            assert kind in ("reset", "truncated")
        assert (await read(client, f"/products/{key}"))["quantity"] == 7


@pytest.mark.parametrize(
    "kind", sorted((COMMON_KINDS | KINDS) - {"504_lost", "truncated", "slow", "late"})
)
async def test_before_the_write(kind: str) -> None:
    """A write that goes wrong at once has no effect."""
    store = shop()
    async with talking_to(store) as client:
        key = await mug(client, quantity=10)
        store.faults.add(Fault(kind, path="*/inventory", times=1))
        try:
            await client.put(f"/products/{key}/inventory", json={"quantityDelta": -3})
        except httpx.TransportError:
            assert kind == "reset"
        assert (await read(client, f"/products/{key}"))["quantity"] == 10
        assert len(store.writes_seen) == 2


async def test_slow_answers() -> None:
    """A delay passes on the clock, and the answer is whole."""
    store = shop()
    store.faults.add(Fault("slow", seconds=4.0))
    async with talking_to(store) as client:
        assert (await client.get("/profile")).status_code == 200
    assert store.clock.now() == NOW + 4.0
