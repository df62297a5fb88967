"""Where pictures may be fetched: what a store's answer can make this computer ask, and how."""

from pathlib import Path

import httpx
import pytest

from app.connectors.network import may_fetch
from app.connectors.open import open_pos
from app.connectors.picture_source import PictureSource
from app.connectors.pictures import Pictures
from app.domain.errors import ServiceError
from app.domain.product import PosImage
from app.storage.pictures import PictureCache
from tests.connectors.scripted import Script, Time
from tests.security.sockets import answer, door, saying

PNG = b"\x89PNG\r\n\x1a\n" + bytes(50)
INNER = (
    "http://127.0.0.1:8080/admin",
    "https://127.0.0.1/x",
    "https://localhost/x",
    "https://localhost./x",
    "https://router.localhost/x",
    "http://[::1]:80/x",
    "https://10.0.0.1/x",
    "https://192.168.1.1/x",
    "https://172.16.0.1/x",
    "https://169.254.169.254/latest/meta-data",
    "https://[fe80::1]/x",
    "https://[fd00::1]/x",
    "https://[::ffff:10.0.0.1]/x",
    "https://0.0.0.0/x",
    "https://100.64.0.1/x",
)
NEVER = (
    "file:///etc/passwd",
    "file://shop.example/etc/passwd",
    "ftp://cdn.example/a",
    "javascript:alert(1)",
    "data:image/png;base64,AAAA",
    "gopher://cdn.example/a",
    "http://cdn.example/a",
    "//cdn.example/a",
    "https:///a",
    "HTTP://cdn.example/a",
    "",
)


@pytest.mark.parametrize("url", [*INNER, *NEVER])
async def test_a_store_can_not_make_us_ask_around_in_the_shop(url: str) -> None:
    """Neither this computer, nor the network it is in, nor its files; also not by a redirect."""
    script = Script([httpx.Response(200, content=PNG)])
    pictures = Pictures("pos", transport=script, sleep=Time().sleep, tries=1)
    with pytest.raises(ServiceError):
        await pictures.fetch(url)
    assert not script.asked
    moved = Script([httpx.Response(302, headers={"location": url}), httpx.Response(200)])
    pictures = Pictures("pos", transport=moved, sleep=Time().sleep, tries=1)
    with pytest.raises(ServiceError):
        await pictures.fetch("https://cdn.example/a.png")
    assert all(request.url.host == "cdn.example" for request in moved.asked)


def test_the_sample_stores_may_name_this_computer_and_nothing_else_of_it() -> None:
    """Where the store itself is on this computer, its pictures may be as well."""
    assert may_fetch("http://127.0.0.1:80/x", local=True)
    assert may_fetch("http://localhost/x", local=True)
    assert may_fetch("https://cdn.example/x", local=True)
    assert may_fetch("https://93.184.215.14/x", local=False)
    assert not may_fetch("https://10.0.0.1/x", local=True)
    assert not may_fetch("https://[fe80::1]/x", local=True)
    assert not may_fetch("http://cdn.example/x", local=True)


async def test_a_real_store_does_not_reach_a_server_on_this_computer(tmp_path: Path) -> None:
    """On a real socket: the door stays closed for a shop out there, and open for one here."""
    async with door(saying(answer(PNG))) as inner:
        address = f"{inner.url}/cdn/a.png"
        pos = open_pos("https://shop.example/api", "t")
        with pytest.raises(ServiceError, match="not safe"):
            await pos.picture(PosImage("1", address))
        await pos.aclose()
        source = PictureSource(PictureCache(tmp_path), Pictures("pos", tries=1))
        assert await source.picture(address) is None
        await source.aclose()
        assert not inner.heads
        pos = open_pos(f"{inner.url}/api", "t")
        assert await pos.picture(PosImage("1", address)) == PNG
        await pos.aclose()
        assert b"authorization" not in inner.heads[0].lower()


async def test_kept_pictures_are_looked_at_like_fetched_ones(tmp_path: Path) -> None:
    """Something else put into the cache is no picture, and its address is judged again."""
    cache = PictureCache(tmp_path)
    cache.put("file:///etc/passwd", b"<svg onload=alert(1)>")
    source = PictureSource(cache, Pictures("pos", tries=1))
    assert await source.picture("file:///etc/passwd") is None
    await source.aclose()
