"""Pictures for the screens: kept, fetched once, few at a time, broken ones left alone."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path
from urllib.parse import urlsplit

import httpx
import pytest

from app.connectors.e_series.extras import ecom_extras, variation_pictures
from app.connectors.open import open_ecom, open_pos
from app.connectors.picture_source import AWAY_FOR, BROKEN_FOR, PictureSource
from app.connectors.pictures import Pictures, is_picture
from app.connectors.x_series.extras import pos_extras, variant_pictures
from app.facts.extras import PictureAddress
from app.sample import mutations_ecom
from app.sample.demo import Demo
from app.sample.e_series import e_series_app
from app.sample.pictures import make_picture
from app.sample.serving import SocketServer
from app.sample.x_series import x_series_app
from app.storage.pictures import PictureCache
from tests.connectors.scripted import Script, Step, Time

PNG = b"\x89PNG\r\n\x1a\n" + bytes(50)
URL = "https://cdn.example/a.png"
FOUND = httpx.Response(200, content=PNG)


class Kept(dict[str, bytes]):
    """A cache in memory."""

    def put(self, address: str, content: bytes) -> None:
        """Keep these bytes."""
        self[address] = content


class Gate(httpx.AsyncBaseTransport):
    """Holds every request until it is opened; counts how many wait at once."""

    def __init__(self) -> None:
        self.open = asyncio.Event()
        self.asked: list[str] = []
        self.inside = self.most = 0

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Answer with a picture once opened."""
        self.asked.append(str(request.url))
        self.inside += 1
        self.most = max(self.most, self.inside)
        try:
            await self.open.wait()
        finally:
            self.inside -= 1
        return httpx.Response(200, content=PNG)


def _scripted(*steps: Step, kept: Kept | None = None) -> tuple[PictureSource, Script, Time]:
    script, time = Script(steps), Time()
    client = Pictures("pos", transport=script, sleep=time.sleep, jitter=lambda: 0.0, tries=2)
    return PictureSource(Kept() if kept is None else kept, client, now=time.now), script, time


def _gated() -> tuple[PictureSource, Gate]:
    gate = Gate()
    return PictureSource(Kept(), Pictures("pos", transport=gate)), gate


async def _until_asked(gate: Gate, count: int) -> None:
    while len(gate.asked) < count:  # noqa: ASYNC110 - the transport has nothing to wait for
        await asyncio.sleep(0.001)


async def test_fetched_once_then_kept() -> None:
    """The second time it comes from the cache, for another source as well."""
    kept = Kept()
    source, script, _ = _scripted(FOUND, kept=kept)
    assert await source.picture(URL) == PNG
    assert await source.picture(URL) == PNG
    assert len(script.asked) == 1
    assert "authorization" not in script.asked[0].headers
    again, script, _ = _scripted(httpx.Response(404), kept=kept)
    assert await again.picture(URL) == PNG
    assert script.asked == []


async def test_damaged_on_disk() -> None:
    """What is no picture any more is fetched anew."""
    kept = Kept({URL: b"cut of"})
    source, _, _ = _scripted(FOUND, kept=kept)
    assert await source.picture(URL) == PNG
    assert kept[URL] == PNG


@pytest.mark.parametrize(
    ("step", "pause"),
    [
        (httpx.Response(404), BROKEN_FOR),
        (httpx.Response(403), BROKEN_FOR),
        (httpx.Response(200, content=b"<html>"), BROKEN_FOR),
        (httpx.Response(503), AWAY_FOR),
        (httpx.ConnectError("no network"), AWAY_FOR),
    ],
)
async def test_a_failure_is_remembered(step: Step, pause: float) -> None:
    """None at once until the pause is over; then it is asked again."""
    source, script, time = _scripted(step)
    assert await source.picture(URL) is None
    asked = len(script.asked)
    assert asked == (2 if pause == AWAY_FOR else 1)
    time.at += pause - 1
    assert await source.picture(URL) is None
    assert len(script.asked) == asked
    time.at += 2
    script.steps = [FOUND]
    assert await source.picture(URL) == PNG


async def test_failures_are_not_hoarded() -> None:
    """Those that are over are forgotten when there are many."""
    source, _, time = _scripted(httpx.Response(404))
    for number in range(1000):
        await source.picture(f"{URL}?{number}")
    time.at += BROKEN_FOR + 1
    await source.picture(URL)
    assert len(source._not_before) == 1


@pytest.mark.parametrize("address", ["", "x", "http://cdn.example/a", "file:///a", "https://["])
async def test_addresses_that_are_not_asked(address: str) -> None:
    """Empty, unsafe and unreadable ones."""
    source, script, _ = _scripted(FOUND)
    assert await source.picture(address) is None
    assert script.asked == []


async def test_asked_twice_at_once() -> None:
    """One request, both get the picture."""
    source, gate = _gated()
    asked = [asyncio.create_task(source.picture(URL)) for _ in range(3)]
    await _until_asked(gate, 1)
    gate.open.set()
    assert await asyncio.gather(*asked) == [PNG] * 3
    assert gate.asked == [URL]


async def test_at_most_four_at_a_time() -> None:
    """Over all addresses and hosts; what is kept needs no place in the queue."""
    gate, kept = Gate(), Kept({"https://kept.example/k": PNG})
    clients = {f"h{n}.example": Pictures("pos", transport=gate) for n in range(2)}
    source = PictureSource(kept, hosts=clients)
    addresses = [f"https://h{n % 2}.example/{n}" for n in range(12)]
    tasks = [asyncio.create_task(source.picture(address)) for address in addresses]
    await _until_asked(gate, 4)
    assert await source.picture("https://kept.example/k") == PNG
    gate.open.set()
    assert await asyncio.gather(*tasks) == [PNG] * 12
    assert gate.most == 4


async def test_nobody_waits_any_longer() -> None:
    """The fetch is given up and not held against the address."""
    source, gate = _gated()
    first = asyncio.create_task(source.picture(URL))
    second = asyncio.create_task(source.picture(URL))
    await _until_asked(gate, 1)
    first.cancel()
    await asyncio.sleep(0.01)
    assert gate.inside == 1
    second.cancel()
    await asyncio.gather(first, second, return_exceptions=True)
    await asyncio.sleep(0.01)
    assert gate.inside == 0
    gate.open.set()
    assert await source.picture(URL) == PNG


async def test_one_leaves_the_other_stays() -> None:
    """Scrolling one row away takes no picture from another."""
    source, gate = _gated()
    leaving = asyncio.create_task(source.picture(URL))
    staying = asyncio.create_task(source.picture(URL))
    await _until_asked(gate, 1)
    leaving.cancel()
    gate.open.set()
    assert await staying == PNG


async def test_closing() -> None:
    """What is on its way ends with None; afterwards nothing is asked."""
    source, gate = _gated()
    waiting = asyncio.create_task(source.picture(URL))
    await _until_asked(gate, 1)
    await source.aclose()
    assert await waiting is None
    assert await source.picture(URL) is None
    assert gate.asked == [URL]


async def test_hosts_that_are_not_named() -> None:
    """Without a client for all others they are not asked at all."""
    script = Script([FOUND])
    source = PictureSource(Kept(), hosts={"cdn.example": Pictures("pos", transport=script)})
    assert await source.picture(URL) == PNG
    assert await source.picture("https://other.example/a.png") is None
    assert len(script.asked) == 1


# The sample stores


@pytest.fixture
async def demo(tmp_path: Path) -> Demo:
    """Both sample stores, small, with pictures online too: of products and of a variation."""
    demo = Demo.open(tmp_path / "stores", products=60)
    shown = [revision.document for revision in demo.ecom.catalogue.products.values()]
    for number, product in enumerate(shown[:12]):
        mutations_ecom.add_picture(demo.ecom, product["id"], number)
        mutations_ecom.add_picture(demo.ecom, product["id"], 100 + number)
    family = next(product for product in shown if product["combinations"])
    line = demo.transports()[1]
    ecom = open_ecom(demo.ecom_url, demo.store_id, demo.ecom_token, transport=line, paced=False)
    variation = family["combinations"][0]["id"]
    await ecom.set_variation_picture(family["id"], variation, make_picture(7))
    await ecom.aclose()
    return demo


async def _told(raws: AsyncIterator[bytes], *, pos: bool) -> list[PictureAddress]:
    found: list[PictureAddress] = []
    async for raw in raws:
        if pos:
            found += [*pos_extras(raw).pictures, *variant_pictures(raw)]
        else:
            found += [*ecom_extras(raw).pictures, *variation_pictures(raw).values()]
    return found


async def _addresses(
    demo: Demo, *, ports: tuple[str, str] | None = None
) -> tuple[list[PictureAddress], list[PictureAddress]]:
    """Every picture of both stores, as the connectors hand on the raw records."""
    if ports is None:
        lines = demo.transports()
        pos = open_pos(demo.pos_url, demo.pos_token, transport=lines[0], paced=False)
        ecom = open_ecom(
            demo.ecom_url, demo.store_id, demo.ecom_token, transport=lines[1], paced=False
        )
    else:
        pos = open_pos(f"{ports[0]}/api", demo.pos_token, paced=False)
        ecom = open_ecom(f"{ports[1]}/api/v3", demo.store_id, demo.ecom_token, paced=False)

    async def pos_raws() -> AsyncIterator[bytes]:
        async for page in pos.products(0):
            for raw in page.read.raw.values():
                yield raw

    async def ecom_raws() -> AsyncIterator[bytes]:
        async for page in ecom.products():
            for raw in page.read.raw.values():
                yield raw

    try:
        return await _told(pos_raws(), pos=True), await _told(ecom_raws(), pos=False)
    finally:
        await pos.aclose()
        await ecom.aclose()


async def test_all_pictures_of_the_demo(demo: Demo, tmp_path: Path) -> None:
    """Each in both sizes comes over the demo's own lines, and nothing goes to the network."""
    pos, ecom = await _addresses(demo)
    lines = demo.transports()
    source = PictureSource(
        PictureCache(tmp_path / "cache"),
        hosts={
            urlsplit(demo.pos_url).netloc: Pictures("pos", transport=lines[0], tries=2, local=True),
            urlsplit(demo.ecom.public_url).netloc: Pictures(
                "ecom", transport=lines[1], tries=2, local=True
            ),
        },
    )
    assert len(pos) > 20
    assert len(ecom) > 24
    for told in (*pos, *ecom):
        for address in (told.small, told.large):
            assert is_picture(await source.picture(address) or b""), address
    await source.aclose()


async def test_all_pictures_of_served_stores(demo: Demo, tmp_path: Path) -> None:
    """Over real sockets one client for everything fetches them, as for the real stores."""
    with SocketServer(x_series_app(demo.pos), e_series_app(demo.ecom)) as server:
        demo.ecom.public_url = server.urls[1]
        pos, ecom = await _addresses(demo, ports=(server.urls[0], server.urls[1]))
        source = PictureSource(
            PictureCache(tmp_path / "cache"), Pictures("pos", tries=2, local=True)
        )
        for told in (*pos[:10], *ecom[:10]):
            assert is_picture(await source.picture(told.small) or b""), told
        await source.aclose()
