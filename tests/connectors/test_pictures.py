"""Fetching pictures: without a token, within limits, and only what is a picture."""

import httpx
import pytest

from app.connectors.pictures import LARGEST, Pictures, is_picture
from app.domain.errors import BadAnswer, NotThere, ServiceBusy, ServiceError
from tests.connectors.scripted import Script, Step, Time

PNG = b"\x89PNG\r\n\x1a\n" + bytes(50)


def _pictures(*steps: Step) -> tuple[Pictures, Script]:
    script = Script(steps)
    return Pictures("pos", transport=script, sleep=Time().sleep, jitter=lambda: 0.0), script


def _moved(to: str) -> httpx.Response:
    return httpx.Response(302, headers={"location": to})


async def test_a_picture_without_a_token() -> None:
    """The host gets no Authorization header."""
    pictures, script = _pictures(httpx.Response(200, content=PNG))
    assert await pictures.fetch("https://cdn.example/a.png") == PNG
    assert "authorization" not in script.asked[0].headers


@pytest.mark.parametrize(
    "begins",
    [
        b"\xff\xd8\xff\xe0",
        b"GIF89a",
        b"GIF87a",
        b"RIFF\x00\x00\x00\x00WEBP",
        b"II*\x00",
        b"MM\x00*",
        PNG,
    ],
)
def test_kinds_of_pictures(begins: bytes) -> None:
    """JPEG, GIF, WebP, TIFF and PNG, by their first bytes."""
    assert is_picture(begins)


@pytest.mark.parametrize(
    "content", [b"", b"<html>", b"<svg xmlns=", b"RIFF\x00\x00\x00\x00WAVE", b"\x89PN"]
)
async def test_what_is_no_picture(content: bytes) -> None:
    """A page, a drawing or nothing at all is refused."""
    pictures, _ = _pictures(httpx.Response(200, content=content))
    with pytest.raises(BadAnswer):
        await pictures.fetch("https://cdn.example/a.png")


async def test_too_large() -> None:
    """At most 20 MB."""
    pictures, _ = _pictures(httpx.Response(200, content=PNG + bytes(LARGEST)))
    with pytest.raises(BadAnswer, match="20 MB"):
        await pictures.fetch("https://cdn.example/a.png")


async def test_redirects() -> None:
    """Up to three are followed."""
    hop = _moved("https://cdn2.example/b")
    pictures, script = _pictures(hop, hop, hop, httpx.Response(200, content=PNG))
    assert await pictures.fetch("https://cdn.example/a") == PNG
    assert len(script.asked) == 4
    pictures, script = _pictures(hop)
    with pytest.raises(BadAnswer):
        await pictures.fetch("https://cdn.example/a")
    assert len(script.asked) == 4


@pytest.mark.parametrize(
    "url",
    ["http://cdn.example/a", "ftp://cdn.example/a", "file:///etc/passwd", "https://", "a", ""],
)
async def test_unsafe_addresses(url: str) -> None:
    """Plain HTTP and anything odd is not fetched, at first hand or by redirect."""
    pictures, script = _pictures(_moved(url or "http://x"))
    with pytest.raises(ServiceError):
        await pictures.fetch(url)
    assert all(request.url.scheme == "https" for request in script.asked)
    pictures, script = _pictures(_moved("http://cdn.example/a"))
    with pytest.raises(BadAnswer):
        await pictures.fetch("https://cdn.example/a")
    assert len(script.asked) == 1


async def test_no_redirect_into_this_computer() -> None:
    """A host on the internet can't make us ask this computer."""
    pictures, script = _pictures(_moved("http://127.0.0.1:8080/admin"))
    with pytest.raises(BadAnswer):
        await pictures.fetch("https://cdn.example/a")
    assert len(script.asked) == 1


async def test_faults() -> None:
    """Passing faults are ridden out, lasting ones named."""
    pictures, _ = _pictures(
        httpx.ReadError("reset"), httpx.Response(503), httpx.Response(200, content=PNG)
    )
    assert await pictures.fetch("https://cdn.example/a") == PNG
    for step, error in ((httpx.Response(503), ServiceBusy), (httpx.Response(404), NotThere)):
        pictures, _ = _pictures(step)
        with pytest.raises(error):
            await pictures.fetch("https://cdn.example/a")
    pictures, _ = _pictures(httpx.ReadError("reset"))
    with pytest.raises(ServiceError):
        await pictures.fetch("https://cdn.example/a")
