"""Bodies of answers within bounds: how many bytes, however small they were packed, in what time."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import httpx

LARGEST_ANSWER = 64 * 1024 * 1024
"""Bytes that an API answer may have once unpacked; 500 products with long texts have a tenth."""
LONGEST_ANSWER = 300.0
"""Seconds that one exchange may take, however steadily it drips."""
CODINGS = "gzip, deflate"
"""How answers may be packed: `Accept-Encoding` as we send it."""

_KNOWN = frozenset({"", "identity", "gzip", "deflate"})


class TooMuch(httpx.DecodingError):
    """A body that is larger than it may be, or packed in a way that could become so."""


async def parts(response: httpx.Response, most: int) -> AsyncIterator[bytes]:
    """The unpacked body bit by bit, at most `most` bytes. Raises `TooMuch`.

    One coding at most: what was packed twice grows a million times in one step. A single step of
    one coding gives 64 kB times a thousand before it is counted here.
    """
    coding = response.headers.get("content-encoding", "").strip().lower()
    if coding not in _KNOWN:
        raise TooMuch(f"packed in a way we did not ask for ({coding[:40]})")
    size = 0
    async for part in response.aiter_bytes():
        size += len(part)
        if size > most:
            raise TooMuch(f"more than {most} bytes")
        yield part


async def whole(response: httpx.Response, most: int) -> bytes:
    """The unpacked body. Raises `TooMuch`."""
    return b"".join([part async for part in parts(response, most)])


@asynccontextmanager
async def in_time(seconds: float) -> AsyncIterator[None]:
    """A longest time for one exchange. Raises `httpx.ReadTimeout`."""
    try:
        async with asyncio.timeout(seconds):
            yield
    except TimeoutError as error:
        raise httpx.ReadTimeout("the answer took too long in all") from error
