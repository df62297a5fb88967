"""Walks the online shop's offset lists, which have no snapshot: whole, or said to be broken."""

import asyncio
from collections.abc import AsyncIterator, Callable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from app.connectors.answers import Answer, Request
from app.connectors.e_series import shop, wire
from app.connectors.http import Client
from app.connectors.troubles import unreadable
from app.domain.errors import BrokenListing

T = TypeVar("T")

PAGE = 100
"""The most items the shop gives at a time (API eCom §4)."""
_SCANS = 2
_INLINE = 64 * 1024


@dataclass(frozen=True, slots=True)
class ListPage:
    """One page: new items alone, the service's clock when the listing began, which scan."""

    items: list[bytes]
    total: int
    began: int
    scan: int


class Listings:
    """Reads lists page by page; a list that does not add up is read once more (RULES M6)."""

    def __init__(self, client: Client, root: str) -> None:
        self._client = client
        self._root = root

    async def pages(
        self, path: str, params: Mapping[str, str | int], what: str
    ) -> AsyncIterator[ListPage]:
        """All pages of a list, each item once a scan. Raises `BrokenListing`."""
        began: int | None = None
        for scan in range(1, _SCANS + 1):
            seen: set[str] = set()
            totals: list[int] = []
            nameless = offset = 0
            while True:
                answer = await self._page(path, params, offset)
                items, total = await self.decoded(answer, wire.page, what)
                began = began if began is not None else self._began(answer)
                totals.append(total)
                offset += len(items)
                fresh = _fresh(items, seen)
                nameless += sum(not shop.item_key(item) for item in fresh)
                if fresh or len(totals) == 1:
                    yield ListPage(fresh, total, began, scan)
                if not items or offset >= total:
                    break
            if totals[0] == totals[-1] == len(seen) + nameless:
                return
        raise _broken(what)

    async def whole(self, path: str, params: Mapping[str, str | int], what: str) -> list[bytes]:
        """All items of a list that is small enough to be held."""
        items: dict[int, list[bytes]] = {}
        async for page in self.pages(path, params, what):
            items.setdefault(page.scan, []).extend(page.items)
        return items[max(items)]

    async def first(self, path: str, params: Mapping[str, str | int], what: str) -> list[bytes]:
        """The items of the first page alone."""
        items, _ = await self.decoded(await self._page(path, params, 0), wire.page, what)
        return items

    async def decoded(self, answer: Answer, decoder: Callable[[bytes], T], what: str) -> T:
        """Decode an answer, large ones off the event loop. Raises `BadAnswer`."""
        try:
            if len(answer.body) <= _INLINE:
                return decoder(answer.body)
            return await asyncio.to_thread(decoder, answer.body)
        except (ValueError, KeyError) as error:
            raise unreadable("ecom", what) from error

    async def beside(self, decoder: Callable[[list[bytes]], T], items: list[bytes]) -> T:
        """Decode items, off the event loop when there are many."""
        if sum(map(len, items)) <= _INLINE:
            return decoder(items)
        return await asyncio.to_thread(decoder, items)

    async def _page(self, path: str, params: Mapping[str, str | int], offset: int) -> Answer:
        full = {**params, "offset": offset, "limit": PAGE}
        return await self._client.read(Request("GET", self._root + path, full))

    def _began(self, answer: Answer) -> int:
        return int(answer.date if answer.date is not None else self._client.now())


def _fresh(items: list[bytes], seen: set[str]) -> list[bytes]:
    """Items not met before in this scan; those without an id can't be told apart."""
    fresh = []
    for item in items:
        key = shop.item_key(item)
        if not key or key not in seen:
            fresh.append(item)
        if key:
            seen.add(key)
    return fresh


def _broken(what: str) -> BrokenListing:
    return BrokenListing(
        f"The online shop's list of {what} does not add up, twice in a row.",
        "Nothing was changed. Somebody may be changing many products at this moment: try again.",
    )
