"""The POS's requests and paging. It is the system of record: nothing here can write to it."""

import asyncio
import re
from collections.abc import AsyncIterator, Callable
from dataclasses import replace
from typing import TypeVar

from app.connectors.answers import Answer, Request, segment
from app.connectors.http import Client
from app.connectors.pacing import Budget, pos_limit
from app.connectors.pictures import Pictures
from app.connectors.troubles import unreadable
from app.connectors.x_series import family_model, inventory, lookups, wire
from app.domain.errors import BrokenListing, NotThere, ScopeMissing, SettingsWrong
from app.domain.product import Outlet, PosCategory, PosImage, PosRead, PosShop, Register
from app.sync.ports import Changes, InventoryPage, PosPage, Scope

T = TypeVar("T")

PRODUCT_PAGE = 500
_LOOKUP_PAGE = 200
_INLINE = 64 * 1024
"""Answers up to this many bytes are decoded at once, larger ones beside the event loop."""
_DATED = re.compile(r"20\d\d-\d\d")

_PROBES = (
    ("products:read", "read products and categories", "/products"),
    ("inventory:read", "read stock levels", "/inventory"),
    ("outlets:read", "read outlets", "/outlets"),
    ("registers:read", "read registers", "/registers"),
    ("retailer:read", "read the shop's name and currency", "/retailer"),
    (
        "payment_types:read",
        "read the shop's settings (needed beside retailer:read)",
        "/payment_types",
    ),
)


class XSeries:
    """The POS as `ports.PosService`: reads alone, each request paced and repeated on faults."""

    def __init__(self, client: Client, pictures: Pictures, version: str = "2.0") -> None:
        if version >= family_model.FIRST_VERSION and _DATED.fullmatch(version):
            family_model.refuse(version)
        if version != "2.0" and not _DATED.fullmatch(version):
            raise SettingsWrong(f"There is no POS version {version}.", "Set it back to 2.0.")
        self._client = client
        self._pictures = pictures
        self._root = f"/{version}"
        self._dated = version != "2.0"

    @property
    def requests(self) -> int:
        """HTTP requests sent to the API so far, retries included."""
        return self._client.requests

    @property
    def budget(self) -> Budget:
        """The window of requests, to be kept across runs."""
        return self._client.budget

    async def aclose(self) -> None:
        """Close all connections."""
        await self._client.aclose()
        await self._pictures.aclose()

    def set_registers(self, count: int) -> None:
        """Tell how many registers the shop has: the allowance grows with them (API POS §10)."""
        self._client.budget.limit = pos_limit(count)

    async def shop(self) -> PosShop:
        """What the POS says of the shop as a whole."""
        answer = await self._read(self._get("/retailer"))
        return await self._decoded(
            answer, lambda body: lookups.shop(wire.one_row(body)), "the shop"
        )

    async def scopes(self) -> tuple[Scope, ...]:
        """What the token may do: one cheap read each (API POS §2.3)."""
        return tuple(
            [
                Scope(name, purpose, await self._allowed(path), needed=True)
                for name, purpose, path in _PROBES
            ]
        )

    async def products(self, after: int) -> AsyncIterator[PosPage]:
        """Product rows newer than the cursor, page by page, tombstones included."""
        async for rows, cursor in self._cursor_list("/products", after, PRODUCT_PAGE):
            yield PosPage(await self._beside(wire.products, rows), cursor)

    async def inventory(self, after: int) -> AsyncIterator[InventoryPage]:
        """Inventory levels newer than the cursor, page by page."""
        pages = self._posted_list(after) if self._dated else self._inventory_list(after)
        async for rows, cursor in pages:
            yield InventoryPage(await self._beside(inventory.levels, rows), cursor)

    async def product(self, product_id: str) -> PosRead:
        """One record by id. Raises `NotThere` for a 404, which is proof that it was deleted.

        We hold ids in lower case; as the proof must not hang on that, a 404 is asked once more
        in upper case.
        """
        try:
            return await self._product(product_id)
        except NotThere:
            return await self._product(product_id.upper())

    async def with_sku(self, sku: str) -> PosRead:
        """Records that have exactly this SKU now; the POS then heeds no other parameter."""
        answer = await self._read(self._get("/products", {"sku": sku}))
        rows, _ = await self._decoded(answer, wire.cursor_list, "the list of products")
        read = await self._beside(wire.products, rows)
        kept = tuple(record for record in read.records if record.sku == sku)
        return replace(read, records=kept)

    async def _product(self, product_id: str) -> PosRead:
        answer = await self._read(self._get(f"/products/{segment(product_id)}"))
        read = await self._decoded(
            answer, lambda body: wire.products([wire.one_row(body)]), "a product"
        )
        if [record.id for record in read.records] != [product_id.lower()]:
            raise unreadable("pos", "a product")
        return read

    async def outlets(self, after: int = 0) -> Changes[Outlet]:
        """Outlets newer than the cursor."""
        rows, cursor = await self._all("/outlets", after)
        return Changes(lookups.outlets(rows), lookups.gone(rows), cursor)

    async def registers(self, after: int = 0) -> Changes[Register]:
        """Registers newer than the cursor."""
        rows, cursor = await self._all("/registers", after)
        return Changes(lookups.registers(rows), lookups.gone(rows), cursor)

    async def categories(self) -> tuple[PosCategory, ...]:
        """All product categories; their list goes on by id (API POS §3)."""
        found: list[PosCategory] = []
        after = ""
        while True:
            params: dict[str, str | int] = {"page_size": 1000}
            if after:
                params["after"] = after
            answer = await self._read(self._get("/product_categories", params))
            page, last = await self._decoded(answer, lookups.category_page, "categories")
            found.extend(page)
            if not last:
                return tuple(found)
            if last == after:
                raise _stuck("categories")
            after = last

    async def picture(self, image: PosImage) -> bytes:
        """The bytes of a picture, fetched without the token; at most 20 MB."""
        return await self._pictures.fetch(image.url)

    def _get(self, path: str, params: dict[str, str | int] | None = None) -> Request:
        return Request("GET", self._root + path, params or {})

    async def _read(
        self, request: Request, smaller: Callable[[Request], Request] | None = None
    ) -> Answer:
        return await self._client.read(request, smaller)

    async def _allowed(self, path: str) -> bool:
        posted = self._dated and path == "/inventory"
        request = self._posted(0, 1) if posted else self._get(path, {"page_size": 1})
        try:
            await self._read(request)
        except ScopeMissing:
            return False
        except NotThere:
            return True
        return True

    def _posted(self, after: int, size: int) -> Request:
        request = inventory.posted(after, size)
        return replace(request, path=self._root + request.path)

    async def _all(self, path: str, after: int) -> tuple[list[bytes], int]:
        found: list[bytes] = []
        async for rows, cursor in self._cursor_list(path, after, _LOOKUP_PAGE, strict=False):
            found += rows
            after = cursor
        return found, after

    def _inventory_list(self, after: int) -> AsyncIterator[tuple[list[bytes], int]]:
        return self._cursor_list("/inventory", after, inventory.PAGE)

    async def _cursor_list(
        self, path: str, after: int, size: int, *, strict: bool = True
    ) -> AsyncIterator[tuple[list[bytes], int]]:
        """Walk a version cursor until a page is empty (API POS §3).

        A cursor that does not move breaks the listing; where it is not `strict`, a small list
        that is always told whole, it ends it.
        """
        params: dict[str, str | int] = {"page_size": size, "deleted": "true"}
        while True:
            if after:
                params["after"] = after
            answer = await self._read(self._get(path, params), _halved)
            params["page_size"] = answer.request.params["page_size"]
            rows, cursor = await self._decoded(answer, wire.cursor_list, f"the list of {path[1:]}")
            if not rows:
                return
            if cursor is None or cursor <= after:
                if strict:
                    raise _stuck(path[1:])
                yield rows, after
                return
            yield rows, cursor
            after = cursor

    async def _posted_list(self, after: int) -> AsyncIterator[tuple[list[bytes], int]]:
        """Walk the bare arrays of 2026-07 until one is empty (API POS §6.2)."""
        size = inventory.PAGE
        while True:
            answer = await self._read(self._posted(after, size), inventory.halved)
            size = inventory.posted_size(answer.request)
            rows, cursor = await self._decoded(answer, inventory.bare_list, "stock levels")
            if not rows:
                return
            if cursor is None or cursor <= after:
                raise _stuck("inventory")
            yield rows, cursor
            after = cursor

    async def _decoded(self, answer: Answer, decoder: Callable[[bytes], T], what: str) -> T:
        try:
            if len(answer.body) <= _INLINE:
                return decoder(answer.body)
            return await asyncio.to_thread(decoder, answer.body)
        except (ValueError, KeyError) as error:
            raise unreadable("pos", what) from error

    async def _beside(self, decoder: Callable[[list[bytes]], T], rows: list[bytes]) -> T:
        """Decode rows off the event loop when there are many."""
        if sum(map(len, rows)) <= _INLINE:
            return decoder(rows)
        return await asyncio.to_thread(decoder, rows)


def _halved(request: Request) -> Request:
    """The same page request for half as many rows."""
    size = max(1, int(request.params["page_size"]) // 2)
    return replace(request, params={**request.params, "page_size": size})


def _stuck(what: str) -> BrokenListing:
    return BrokenListing(
        f"The POS's list of {what} does not go on where it should.",
        "Nothing was changed. Try again later; if it stays so, report it to the POS's support.",
    )
