"""Fetches pictures from their host: no token, few redirects, capped, and only real pictures."""

import asyncio
import random
from collections.abc import Callable

import httpx

from app.connectors.bounded import TooMuch, parts
from app.connectors.http import FAULT_PATIENCE
from app.connectors.network import is_loopback, may_fetch, new_client
from app.connectors.pacing import Sleep
from app.domain.errors import BadAnswer, NoConnection, NotThere, ServiceBusy, ServiceError, Side

LARGEST = 20 * 1024 * 1024
"""Bytes a picture may have; the shop takes no larger ones (API eCom §9)."""
LONGEST_FETCH = 180.0
"""Seconds for one picture, redirects included."""
_REDIRECTS = 3
_AT_ONCE = 4
_MAGIC = (
    b"\xff\xd8\xff",
    b"\x89PNG\r\n\x1a\n",
    b"GIF87a",
    b"GIF89a",
    b"II*\x00",
    b"MM\x00*",
)


def is_picture(content: bytes) -> bool:
    """Whether bytes begin like a JPEG, PNG, GIF, TIFF or WebP."""
    webp = content[:4] == b"RIFF" and content[8:12] == b"WEBP"
    return webp or content.startswith(_MAGIC)


class Pictures:
    """A client for picture hosts, apart from the API's: it never sees a token.

    `tries` is how often one address is asked while its host is out of order. Pictures on this
    computer are fetched only if `local`: where the store itself is there.
    """

    def __init__(
        self,
        side: Side,
        *,
        transport: httpx.AsyncBaseTransport | None = None,
        sleep: Sleep = asyncio.sleep,
        jitter: Callable[[], float] = random.random,
        tries: int = FAULT_PATIENCE,
        local: bool = False,
    ) -> None:
        self._side = side
        self._tries = tries
        self._local = local
        self._http = new_client(transport)
        self._sleep = sleep
        self._jitter = jitter
        self._slots = asyncio.Semaphore(_AT_ONCE)

    async def aclose(self) -> None:
        """Close the connections."""
        await self._http.aclose()

    async def fetch(self, url: str) -> bytes:
        """The bytes of a picture, at most `LARGEST`. Raises `ServiceError`s."""
        async with self._slots:
            for attempt in range(1, self._tries + 1):
                try:
                    return await self._in_time(url)
                except (httpx.HTTPError, ServiceBusy) as error:
                    if attempt == self._tries:
                        raise self._given_up(error) from error
                await self._sleep(0.25 * 2**attempt * (0.5 + self._jitter() / 2))
        raise AssertionError("the last attempt returns or raises")

    async def _in_time(self, url: str) -> bytes:
        try:
            async with asyncio.timeout(LONGEST_FETCH):
                return await self._follow(url)
        except TimeoutError as error:
            raise self._bad("is handed out too slowly by its host") from error

    async def _follow(self, url: str) -> bytes:
        for _ in range(_REDIRECTS + 1):
            if not may_fetch(url, local=self._local):
                raise self._bad("has an address that is not safe to fetch")
            found = await self._get(url)
            if isinstance(found, bytes):
                return found
            if is_loopback(found) and not is_loopback(url):
                raise self._bad("has an address that leads to this computer")
            url = found
        raise self._bad("is passed on from address to address")

    async def _get(self, url: str) -> bytes | str:
        """The content, or the address the host sends us on to."""
        try:
            async with self._http.stream("GET", url) as response:
                if response.has_redirect_location:
                    return str(response.url.join(response.headers["location"]))
                self._check(response.status_code)
                return await self._content(response)
        except httpx.InvalidURL as error:
            raise self._bad("has an address that can't be read") from error

    async def _content(self, response: httpx.Response) -> bytes:
        content = bytearray()
        try:
            async for part in parts(response, LARGEST):
                content += part
                if len(content) >= 12 and not is_picture(bytes(content[:12])):
                    break
        except TooMuch as error:
            raise self._bad("is larger than 20 MB") from error
        if not is_picture(bytes(content[:12])):
            raise self._bad("is no picture in a form the shop takes")
        return bytes(content)

    def _check(self, status: int) -> None:
        if status in (404, 410):
            raise NotThere(self._side, "The picture's host has no such picture.", status=status)
        if status in (408, 429) or status >= 500:
            raise ServiceBusy(
                self._side,
                f"The picture's host is out of order for the moment ({status}).",
                "Try again in a few minutes.",
                status=status,
            )
        if status != 200:
            raise self._bad(f"is not handed out by its host ({status})")

    def _bad(self, what: str) -> BadAnswer:
        return BadAnswer(self._side, f"The picture {what}.", "Replace it in the POS.")

    def _given_up(self, error: Exception) -> ServiceError:
        if isinstance(error, ServiceError):
            return error
        return NoConnection(
            self._side,
            "The picture could not be fetched from its host.",
            "Check the internet connection, then try again.",
        )
