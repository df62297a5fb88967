"""Fetches pictures by address: those a call names, and those of async uploads (API §9)."""

from typing import TYPE_CHECKING

from app.sample.e_series import pictures
from app.sample.e_series.errors import Refusal

if TYPE_CHECKING:
    from app.sample.e_series.store import ESeriesStore


async def fetch_all(store: "ESeriesStore", urls: list[str]) -> dict[str, bytes | None]:
    """Return what is behind each address; None where nothing could be had."""
    return {url: await _fetch(store, url) for url in urls}


async def _fetch(store: "ESeriesStore", url: str) -> bytes | None:
    if store.fetch is None:
        return None
    try:
        return await store.fetch(url)
    except Exception:  # noqa: BLE001 - whatever keeps a picture away, the service says the same
        return None


async def bring_awaited(store: "ESeriesStore") -> None:
    """Fetch the announced pictures that are due; one that can't be had keeps its source address."""
    if not store.awaited:
        return
    now = store.clock.now()
    due = [number for number, (moment, _) in store.awaited.items() if moment <= now]
    for number in due:
        found = store.awaited.pop(number, None)
        data = await _fetch(store, found[1]) if found else None
        if data is not None:
            with store.lock:
                _keep(store, number, data)


def _keep(store: "ESeriesStore", number: int, data: bytes) -> None:
    try:
        store.arrived[number] = pictures.keep(store, data)
    except Refusal:
        return
    store.view_generation += 1
