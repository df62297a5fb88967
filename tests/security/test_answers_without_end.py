"""Answers that are too large, too packed, too slow or never end."""

import asyncio
import gzip
import tracemalloc
import zlib

import httpx
import pytest

from app.connectors import bounded, http, pictures
from app.connectors.answers import Request
from app.connectors.e_series.api import ESeries
from app.connectors.http import Client
from app.connectors.open import open_ecom, open_pos
from app.connectors.pacing import Budget
from app.connectors.pictures import Pictures
from app.domain.errors import BadAnswer, BrokenListing, OutcomeUnknown, ServiceBusy, ServiceError
from tests.connectors.scripted import TOKEN, Time, client, said
from tests.security.readers import pos_answering
from tests.security.sockets import Speak, answer, door, saying

READ = Request("GET", "/7/products")
PNG = b"\x89PNG\r\n\x1a\n" + bytes(50)
SMALL = 1_000_000


def _client(url: str) -> Client:
    time = Time()
    budget = Budget(600, 60.0, time_source=time.now, sleep=time.sleep, paced=False)
    return Client("ecom", url, TOKEN, budget, time_source=time.now, sleep=time.sleep)


async def _endless(_head: bytes, writer: asyncio.StreamWriter) -> None:
    writer.write(b"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n\r\n{")
    while True:
        writer.write(b" " * 65536)
        await writer.drain()


async def _dripping(_head: bytes, writer: asyncio.StreamWriter) -> None:
    writer.write(b"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n\r\n" + PNG)
    while True:
        writer.write(b" ")
        await writer.drain()
        await asyncio.sleep(0.01)


def _bomb(size: int) -> bytes:
    return gzip.compress(b"{" + bytes(size) + b"}")


@pytest.fixture(autouse=True)
def narrow(monkeypatch: pytest.MonkeyPatch) -> None:
    """Bounds that a test reaches quickly."""
    monkeypatch.setattr(http, "LARGEST_ANSWER", SMALL)
    monkeypatch.setattr(http, "LONGEST_ANSWER", 0.4)
    monkeypatch.setattr(pictures, "LONGEST_FETCH", 0.4)


@pytest.mark.parametrize(
    "speak",
    [
        _endless,
        saying(answer(bytes(SMALL + 1))),
        saying(answer(_bomb(50_000_000), content_encoding="gzip")),
    ],
    ids=["endless", "large", "gzip bomb"],
)
async def test_an_answer_has_a_largest_size(speak: Speak) -> None:
    """Beyond it a read ends in words, and a write's outcome is unknown."""
    async with door(speak) as shop:
        service = _client(shop.url)
        with pytest.raises(BadAnswer):
            await service.read(READ)
        with pytest.raises(OutcomeUnknown):
            await service.write(Request("PUT", "/7/products/1", body=b"{}"))
        await service.aclose()


@pytest.mark.parametrize("coding", ["gzip, gzip", "gzip,deflate", "br", "zstd", "x-unknown"])
async def test_answers_packed_in_other_ways_are_refused(coding: str) -> None:
    """Twice packed, a kilobyte becomes a terabyte: nothing of it is unpacked."""
    packed = gzip.compress(_bomb(50_000_000))
    async with door(saying(answer(packed, content_encoding=coding))) as shop:
        service = _client(shop.url)
        tracemalloc.start()
        with pytest.raises(BadAnswer):
            await service.read(READ)
        _, most = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        await service.aclose()
    assert most < 5_000_000


async def test_what_is_packed_once_is_read() -> None:
    """Services do pack their answers."""
    for packed, coding in (
        (gzip.compress(b'{"a":1}'), "gzip"),
        (zlib.compress(b'{"a":1}'), "deflate"),
        (b'{"a":1}', "identity"),
    ):
        async with door(saying(answer(packed, content_encoding=coding))) as shop:
            service = _client(shop.url)
            assert (await service.read(READ)).body == b'{"a":1}'
            await service.aclose()
            assert b"accept-encoding: gzip, deflate\r\n" in shop.heads[0].lower()


async def test_a_broken_packing_is_a_fault_like_others() -> None:
    """It is asked for again and then told in words."""
    async with door(saying(answer(b"not packed", content_encoding="gzip"))) as shop:
        service = _client(shop.url)
        with pytest.raises(ServiceError):
            await service.read(READ)
        await service.aclose()


async def test_an_answer_has_a_longest_time() -> None:
    """A drop now and then keeps no connection open for ever."""
    async with door(_dripping) as shop:
        service = _client(shop.url)
        with pytest.raises(ServiceBusy, match="too long"):
            await service.read(READ)
        with pytest.raises(OutcomeUnknown):
            await service.write(Request("PUT", "/7/products/1", body=b"{}"))
        await service.aclose()


async def test_a_picture_has_a_longest_time() -> None:
    """Asked for once: a host that dawdles on purpose would do so again."""
    async with door(_dripping) as host:
        fetcher = Pictures("pos", local=True)
        with pytest.raises(BadAnswer, match="too slowly"):
            await fetcher.fetch(f"{host.url}/a.png")
        await fetcher.aclose()
        assert len(host.heads) == 1


@pytest.mark.parametrize("coding", ["gzip", "gzip, gzip", "br"])
async def test_a_packed_picture_does_not_blow_up(coding: str) -> None:
    """At most 20 MB unpacked; packed twice not at all."""
    packed = gzip.compress(PNG + bytes(60_000_000))
    async with door(saying(answer(packed, content_encoding=coding))) as host:
        fetcher = Pictures("pos", local=True)
        with pytest.raises(BadAnswer):
            await fetcher.fetch(f"{host.url}/a.png")
        await fetcher.aclose()


async def test_a_packed_picture_is_unpacked() -> None:
    """Some hosts pack everything."""
    async with door(saying(answer(gzip.compress(PNG), content_encoding="gzip"))) as host:
        fetcher = Pictures("pos", local=True)
        assert await fetcher.fetch(f"{host.url}/a.png") == PNG
        await fetcher.aclose()


async def test_a_list_that_says_the_same_for_ever_is_broken() -> None:
    """The online store's lists go on by offset: a page without anything new ends them."""
    page = said({"items": [{"id": 1, "name": "a"}], "total": 10**15, "limit": 100})
    service, script, _ = client(page)
    ecom = ESeries(service, 7)
    with pytest.raises(BrokenListing):
        async for _ in ecom.products():
            pass
    with pytest.raises(BrokenListing):
        await ecom.deleted_products(0)
    assert len(script.asked) <= 12


@pytest.mark.parametrize("item", [b'{"name":"nameless"}', b"5", b"null"])
async def test_a_list_of_nothing_that_can_be_told_apart_ends(item: bytes) -> None:
    """Items without an id can't prove that the list goes on; some are put up with."""
    body = b'{"items":[' + item + b'],"total":1000000000}'
    service, script, _ = client(httpx.Response(200, content=body))
    with pytest.raises(BrokenListing):
        async for _ in ESeries(service, 7).products():
            pass
    assert len(script.asked) <= 12


async def test_the_pos_lists_end() -> None:
    """A cursor or a page that does not move breaks the list."""
    rows = pos_answering(b'{"data":[{"id":"a"}],"version":{"max":7}}')
    with pytest.raises(BrokenListing):
        async for _ in rows.products(0):
            pass
    tree = b'{"data":{"categories":[{"id":"a"}],"page_info":{"has_next":true,"last_seen":"x"}}}'
    with pytest.raises(BrokenListing):
        await pos_answering(tree).categories()


async def test_opened_clients_have_these_bounds() -> None:
    """The bounds are large enough for the largest true answers."""
    assert bounded.LARGEST_ANSWER == 64 * 1024 * 1024
    pos, ecom = open_pos("http://127.0.0.1:1/api", "t"), open_ecom("http://127.0.0.1:1", 1, "t")
    await pos.aclose()
    await ecom.aclose()
