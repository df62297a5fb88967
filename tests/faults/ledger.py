"""Every HTTP attempt with the request that it was made for, judged by what is agreed on retries."""

import itertools
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Any

import httpx

from app.connectors.http import BUSY_PATIENCE, FAULT_PATIENCE, Client

_BUSY = frozenset({429, 449})
_FIRST_PAUSE = 0.25
"""The shortest pause before a second attempt; each further one is twice as long, at most 10 s."""
_LONGEST = 10.0

_wanted: ContextVar[tuple[int, str]] = ContextVar("wanted", default=(0, "picture"))


@dataclass
class Attempt:
    """One HTTP exchange. `status` is None where no answer came; times are the clock's."""

    side: str
    wanted: int
    kind: str
    what: str
    began: float
    ended: float = 0.0
    status: int | None = None
    asked_to_wait: float = 0.0
    whole: bool = True

    @property
    def doubtful(self) -> bool:
        """Whether it may have taken effect without a usable answer."""
        if self.status is None or not self.whole:
            return True
        return self.status == 408 or self.status >= 500


class Line(httpx.AsyncBaseTransport):
    """Notes every attempt on its way to a service."""

    def __init__(
        self,
        line: httpx.AsyncBaseTransport,
        side: str,
        now: Callable[[], float],
        attempts: list[Attempt],
    ) -> None:
        self._line = line
        self._side = side
        self._now = now
        self._attempts = attempts

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Pass one request on."""
        number, kind = _wanted.get()
        what = f"{request.method} {request.url.path}"
        attempt = Attempt(self._side, number, kind, what, self._now())
        self._attempts.append(attempt)
        try:
            response = await self._line.handle_async_request(request)
            await response.aread()
        except httpx.HTTPError:
            attempt.ended = self._now()
            raise
        attempt.ended = self._now()
        attempt.status = response.status_code
        attempt.whole = response.status_code >= 300 or response.content[:1] in (b"{", b"[")
        hint = response.headers.get("retry-after", "")
        if response.status_code == 429 and hint.isdigit():
            attempt.asked_to_wait = float(hint)
        return response


@dataclass
class Ledger:
    """The attempts of several runs on one clock."""

    now: Callable[[], float]
    attempts: list[Attempt] = field(default_factory=list)

    def line(self, side: str) -> Callable[[httpx.AsyncBaseTransport], httpx.AsyncBaseTransport]:
        """What to put between a connector and its service."""
        return lambda line: Line(line, side, self.now, self.attempts)

    def troubles(self) -> list[str]:
        """What was asked too often, too soon, or twice though it must not be."""
        by_wish: dict[int, list[Attempt]] = {}
        for attempt in self.attempts:
            if attempt.wanted:
                by_wish.setdefault(attempt.wanted, []).append(attempt)
        told = [text for tries in by_wish.values() for text in _judged(tries)]
        return told + self._impatience()

    def _impatience(self) -> list[str]:
        """Requests to a service that had asked for patience, before it was over."""
        told = []
        for side in ("pos", "ecom"):
            mine = [attempt for attempt in self.attempts if attempt.side == side and attempt.wanted]
            for asked in (attempt for attempt in mine if attempt.asked_to_wait):
                until = asked.ended + asked.asked_to_wait
                early = [a for a in mine if asked.ended < a.began < until - 0.001]
                if early:
                    told.append(f"{side} asked for patience, yet got {early[0].what}")
        return told


def _judged(tries: list[Attempt]) -> list[str]:
    what = tries[0].what
    told = []
    if len(tries) > FAULT_PATIENCE + BUSY_PATIENCE - 1:
        told.append(f"{what} was sent {len(tries)} times")
    if any(attempt.doubtful for attempt in tries[:-1]) and tries[0].kind == "write":
        told.append(f"{what} was sent again though it may have been carried out")
    for at, (before, after) in enumerate(itertools.pairwise(tries)):
        least = min(_LONGEST, _FIRST_PAUSE * 2.0**at)
        if after.began - before.ended < least - 0.001:
            told.append(f"{what} was repeated after {after.began - before.ended:.2f} s")
    return told


@contextmanager
def numbered() -> Iterator[None]:
    """Give every request of a client a number that its attempts carry."""
    insist = Client._insist
    count = itertools.count(1)

    async def insisting(self: Client, request: Any, kind: Any, *rest: Any) -> Any:
        token = _wanted.set((next(count), kind))
        try:
            return await insist(self, request, kind, *rest)
        finally:
            _wanted.reset(token)

    Client._insist = insisting  # type: ignore[method-assign, assignment]
    try:
        yield
    finally:
        Client._insist = insist  # type: ignore[method-assign]
