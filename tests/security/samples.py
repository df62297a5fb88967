"""Real records to be spoilt: what the sample stores answer to everything we ask."""

import asyncio
import functools
from collections.abc import Iterator
from typing import Any

import httpx

from app.sample.clock import SimulatedClock
from app.sample.e_series import ESeriesKnobs, ESeriesStore, e_series_app
from app.sample.online_shop import open_online_shop
from app.sample.serving import in_process
from app.sample.shop import make_pos
from app.sample.x_series import XSeriesKnobs, XSeriesStore, x_series_app

_NOW = 1_790_000_000.0
_EACH = 12
_POS = ("products", "inventory", "outlets", "registers", "product_categories", "retailer")
_ECOM = ("products", "profile", "latest-stats", "categories", "orders", "products/deleted")


@functools.cache
def records() -> tuple[Any, ...]:
    """Whole answers of both stores, and single rows of them."""
    found = asyncio.run(_answers())
    return (*found, *(row for answer in found for row in _rows(answer)))


def _rows(answer: Any) -> Iterator[Any]:
    inner = answer.get("data", answer.get("items"))
    if isinstance(inner, dict):
        yield inner
    if isinstance(inner, list):
        yield from inner[:_EACH]


async def _answers() -> list[Any]:
    clock = SimulatedClock(_NOW)
    pos = XSeriesStore(clock, knobs=XSeriesKnobs(rate_limit=False))
    make_pos(pos, 60, 3)
    ecom = ESeriesStore(clock, knobs=ESeriesKnobs(rate_limit=False))
    open_online_shop(pos, ecom, 3)
    asked = [
        *await _asked(x_series_app(pos), "http://pos.test/api/2.0", "lsxs_pt_sample", _POS),
        *await _asked(
            e_series_app(ecom),
            f"http://ecom.test/api/v3/{ecom.store_id}",
            "secret_sample",
            _ECOM,
        ),
    ]
    assert asked
    return asked


async def _asked(app: Any, base: str, token: str, names: tuple[str, ...]) -> list[Any]:
    found = []
    async with httpx.AsyncClient(
        transport=in_process(app),
        headers={"Authorization": f"Bearer {token}", "User-Agent": "Counterpart tests"},
    ) as client:
        for name in names:
            answer = await client.get(f"{base}/{name}")
            assert answer.status_code == 200, f"{name}: {answer.text}"
            found.append(answer.json())
    return found
