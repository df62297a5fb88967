"""Everything that reads what the services answer, by name, with what it may raise at most."""

import asyncio
from collections.abc import AsyncIterator, Callable, Coroutine, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import httpx

from app.connectors import reading, troubles
from app.connectors.answers import Answer, Request, retry_after
from app.connectors.e_series import bodies, images, shop
from app.connectors.e_series import extras as ecom_extras
from app.connectors.e_series import options as option_lists
from app.connectors.e_series import wire as ecom_wire
from app.connectors.e_series.api import ESeries
from app.connectors.http import Client
from app.connectors.pacing import Budget
from app.connectors.pictures import Pictures
from app.connectors.x_series import extras as pos_extras
from app.connectors.x_series import inventory, lookups
from app.connectors.x_series import wire as pos_wire
from app.connectors.x_series.api import XSeries
from app.domain.errors import CounterpartError, NotThere, Side
from app.domain.product import PosImage
from app.facts.shown_text import shown_text
from app.sync.ports import NewProduct
from tests.connectors.scripted import START, TOKEN

Read = Callable[[bytes], object]


@dataclass(frozen=True, slots=True)
class Reader:
    """One reader; an exception of another kind than `may_raise` is a flaw."""

    read: Read
    may_raise: tuple[type[Exception], ...] = ()


def _answer(body: bytes, status: int = 400) -> Answer:
    headers = {"date": body[:40].decode("latin-1"), "retry-after": body[:30].decode("latin-1")}
    return Answer(status, Request("GET", "/x"), body, headers, body[:20].decode("latin-1"))


def _complaints(body: bytes) -> None:
    for status in (302, 400, 401, 402, 403, 404, 409, 429, 449, 500):
        for side in ("pos", "ecom"):
            told: Side = side
            assert isinstance(troubles.translated(told, _answer(body, status)), CounterpartError)


def _waits(body: bytes) -> None:
    assert 0 <= retry_after("pos", _answer(body), START) <= 300


def _options(body: bytes) -> None:
    current = reading.decode_object(body)
    option_lists.merged(current, [("Size", ("S", "M"))], [("Colour", ("Red",))], ["Fit"])
    option_lists.created([("Size", ("S", "M"))], current)


def _bodies(body: bytes) -> None:
    values: dict[str, Any] = {
        "name": "n",
        "description": "d",
        "brand": "b",
        "barcode": "",
        "dimensions": (Decimal(1), Decimal(0), Decimal(2)),
        "stock": 3,
    }
    bodies.encoded(bodies.product(values, body, "en"))
    bodies.encoded(bodies.variation(1, values, [("Size", "S")], body))


def _restored(body: bytes) -> None:
    reading.decode_object(body)
    made = NewProduct("counterpart:1", {"name": "n", "price": Decimal(3)}, (1,), (), body)
    bodies.encoded(bodies.new_product(made, "en"))


def _words(body: bytes) -> None:
    shown_text(body.decode("utf-8", "replace"))


PURE: Mapping[str, Reader] = {
    "pos page": Reader(pos_wire.cursor_list, (ValueError,)),
    "pos one": Reader(pos_wire.one_row, (ValueError,)),
    "pos products": Reader(lambda body: pos_wire.products([body, body])),
    "pos levels": Reader(lambda body: inventory.levels([body])),
    "pos bare levels": Reader(inventory.bare_list, (ValueError,)),
    "pos shop": Reader(lookups.shop, (ValueError,)),
    "pos outlets": Reader(lambda body: lookups.outlets([body])),
    "pos registers": Reader(lambda body: lookups.registers([body])),
    "pos gone": Reader(lambda body: lookups.gone([body])),
    "pos categories": Reader(lookups.category_page, (ValueError,)),
    "pos extras": Reader(pos_extras.pos_extras),
    "pos variant pictures": Reader(pos_extras.variant_pictures),
    "ecom page": Reader(ecom_wire.page, (ValueError,)),
    "ecom products": Reader(lambda body: ecom_wire.products([body, body])),
    "ecom profile": Reader(shop.profile, (ValueError,)),
    "ecom stats": Reader(lambda body: shop.latest_stats(body, 5), (ValueError,)),
    "ecom categories": Reader(lambda body: shop.categories([body])),
    "ecom orders": Reader(lambda body: shop.orders([body])),
    "ecom deleted": Reader(lambda body: shop.deleted_ids([body])),
    "ecom key": Reader(shop.item_key),
    "ecom new id": Reader(shop.new_id, (ValueError,)),
    "ecom count": Reader(shop.updated_count, (ValueError,)),
    "ecom picture id": Reader(images.uploaded_id, (ValueError,)),
    "ecom extras": Reader(ecom_extras.ecom_extras),
    "ecom variation pictures": Reader(ecom_extras.variation_pictures),
    "ecom options": Reader(_options, (ValueError,)),
    "ecom bodies": Reader(_bodies, (ValueError, NotThere)),
    "ecom restored": Reader(_restored, (ValueError,)),
    "complaints": Reader(_complaints),
    "waits": Reader(_waits),
    "shown words": Reader(_words),
}
"""Readers that are given one body."""


class _Clock:
    """Time that passes only when it is waited for."""

    def __init__(self) -> None:
        self.at = START

    def now(self) -> float:
        return self.at

    async def sleep(self, seconds: float) -> None:
        self.at += seconds


class Stubborn(httpx.AsyncBaseTransport):
    """Answers everything the same way, and at some point has had enough of being asked."""

    MOST = 200

    def __init__(self, body: bytes, status: int = 200) -> None:
        self.asked = 0
        self._body = body
        self._status = status

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """The same answer again. Raises AssertionError when asked without end."""
        await request.aread()
        self.asked += 1
        assert self.asked <= self.MOST, "a service that says the same is asked for ever"
        return httpx.Response(self._status, content=self._body)


def _client(side: Side, body: bytes, status: int = 200) -> Client:
    clock = _Clock()
    budget = Budget(600, 60.0, time_source=clock.now, sleep=clock.sleep, paced=False)
    return Client(
        side,
        "https://shop.example/api",
        TOKEN,
        budget,
        transport=Stubborn(body, status),
        time_source=clock.now,
        sleep=clock.sleep,
        jitter=lambda: 0.0,
    )


def pos_answering(body: bytes, version: str = "2.0") -> XSeries:
    """The POS client of a POS that answers everything with this."""
    pictures = Pictures("pos", transport=Stubborn(body), sleep=_Clock().sleep)
    return XSeries(_client("pos", body), pictures, version)


def ecom_answering(body: bytes) -> ESeries:
    """The online store's client of a store that answers everything with this."""
    return ESeries(_client("ecom", body), 7)


async def _through(pages: AsyncIterator[object]) -> None:
    async for _ in pages:
        pass


def _asked_pos(ask: Callable[[XSeries], Coroutine[Any, Any, object]], version: str = "2.0") -> Read:
    return lambda body: asyncio.run(ask(pos_answering(body, version)))


def _asked_ecom(ask: Callable[[ESeries], Coroutine[Any, Any, object]]) -> Read:
    return lambda body: asyncio.run(ask(ecom_answering(body)))


_NEW = NewProduct("counterpart:1", {"name": "n", "price": Decimal(3)})
_IMAGE = PosImage("1", "https://cdn.example/1")

WHOLE: Mapping[str, Reader] = {
    name: Reader(read, (CounterpartError,))
    for name, read in {
        "ask pos products": _asked_pos(lambda pos: _through(pos.products(0))),
        "ask pos levels": _asked_pos(lambda pos: _through(pos.inventory(0))),
        "ask pos dated levels": _asked_pos(lambda pos: _through(pos.inventory(0)), "2026-07"),
        "ask pos product": _asked_pos(lambda pos: pos.product("a")),
        "ask pos shop": _asked_pos(lambda pos: pos.shop()),
        "ask pos outlets": _asked_pos(lambda pos: pos.outlets()),
        "ask pos registers": _asked_pos(lambda pos: pos.registers()),
        "ask pos categories": _asked_pos(lambda pos: pos.categories()),
        "ask pos scopes": _asked_pos(lambda pos: pos.scopes()),
        "ask pos picture": _asked_pos(lambda pos: pos.picture(_IMAGE)),
        "ask ecom products": _asked_ecom(lambda ecom: _through(ecom.products())),
        "ask ecom product": _asked_ecom(lambda ecom: ecom.product(1)),
        "ask ecom shop": _asked_ecom(lambda ecom: ecom.shop()),
        "ask ecom stats": _asked_ecom(lambda ecom: ecom.latest_stats()),
        "ask ecom deleted": _asked_ecom(lambda ecom: ecom.deleted_products(0)),
        "ask ecom sku": _asked_ecom(lambda ecom: ecom.find_sku("a")),
        "ask ecom reference": _asked_ecom(lambda ecom: ecom.find_reference("a")),
        "ask ecom categories": _asked_ecom(lambda ecom: ecom.categories()),
        "ask ecom orders": _asked_ecom(lambda ecom: ecom.orders(0)),
        "ask ecom scopes": _asked_ecom(lambda ecom: ecom.scopes()),
        "ask ecom batch": _asked_ecom(lambda ecom: ecom.create_products([_NEW], "k")),
        "ask ecom variation": _asked_ecom(lambda ecom: ecom.create_variation(1, [("S", "M")], {})),
        "ask ecom stock": _asked_ecom(lambda ecom: ecom.adjust_stock(1, None, 2)),
        "ask ecom picture": _asked_ecom(lambda ecom: ecom.add_gallery_picture(1, b"x")),
        "ask ecom category": _asked_ecom(lambda ecom: ecom.create_category("c", None)),
        "ask ecom rename": _asked_ecom(lambda ecom: ecom.rename_category(1, "c")),
    }.items()
}
"""Whole questions: through the client, with its paging, to the end."""

READERS: Mapping[str, Reader] = {**PURE, **WHOLE}


def tried(reader: Reader, body: bytes) -> None:
    """Read a body; every exception but the reader's own kinds gets through."""
    try:
        reader.read(body)
    except reader.may_raise:
        return
