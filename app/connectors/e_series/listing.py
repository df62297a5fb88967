"""Walks the online store's offset lists, which have no snapshot: whole, or said to be broken."""

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
        for number in range(1, _SCANS + 1):
            scan = _Scan()
            while not scan.over:
                answer = await self._page(path, params, scan.offset)
                items, total = await self.decoded(answer, wire.page, what)
                began = began if began is not None else self._began(answer)
                fresh = scan.take(items, total)
                if fresh or scan.offset == len(items):
                    yield ListPage(fresh, total, began, number)
            if scan.adds_up():
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


class _Scan:
    """One walk through a list, and whether it saw everything exactly once."""

    def __init__(self) -> None:
        self.offset = 0
        self.over = False
        self._seen: set[str] = set()
        self._nameless = 0
        self._totals: list[int] = []

    def take(self, items: list[bytes], total: int) -> list[bytes]:
        """Note a page; the items not met before. Those without an id can't be told apart."""
        fresh, known = [], len(self._seen)
        for item in items:
            key = shop.item_key(item)
            if key not in self._seen:
                fresh.append(item)
            if key:
                self._seen.add(key)
            else:
                self._nameless += 1
        self._totals.append(total)
        self.offset += len(items)
        # A page without anything that was not there before would otherwise go on for ever.
        moves_on = len(self._seen) > known
        self.over = not items or not moves_on or self.offset >= total
        return fresh

    def adds_up(self) -> bool:
        """Whether as many items were seen as the first and the last page promised."""
        return self._totals[0] == self._totals[-1] == len(self._seen) + self._nameless


def _broken(what: str) -> BrokenListing:
    return BrokenListing(
        f"The online store's list of {what} does not add up, twice in a row.",
        "Nothing was changed. Somebody may be changing many products at this moment: try again.",
    )
