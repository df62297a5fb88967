"""The one HTTP client: paced, patient with reads, and never sending a doubtful write twice."""

import asyncio
import logging
import random
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

import httpx

from app.connectors.answers import Answer, Request, retry_after
from app.connectors.bounded import LARGEST_ANSWER, LONGEST_ANSWER, TooMuch, in_time, whole
from app.connectors.network import checked_base, new_client
from app.connectors.pacing import Budget, Sleep, TimeSource, steady_time
from app.connectors.troubles import (
    complaint,
    connection_lost,
    outcome_unknown,
    token_refused,
    translated,
    unreachable,
    unreadable,
)
from app.domain.errors import ServiceError, Side, TokenRefused

log = logging.getLogger(__name__)

FAULT_PATIENCE = 6
"""Attempts per request before a broken connection or service is reported."""
BUSY_PATIENCE = 10
"""Attempts per request while the service asks us to wait (429, 449)."""
_FIRST_PAUSE = 0.5
_LONGEST_PAUSE = 20.0
_IMPORT_PAUSE = 4.0
_UNSENT = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout, httpx.ProxyError)
_GATEWAY = frozenset({502, 504})
_BUSY = frozenset({429, 449})

Kind = Literal["read", "write", "keyed write"]
Verdict = Literal["fine", "busy", "unsent", "doubtful", "final"]


@dataclass(frozen=True, slots=True)
class Lost:
    """A request without a usable answer; `sent` when it may have arrived."""

    error: httpx.HTTPError
    sent: bool


@dataclass(slots=True)
class Tried:
    """What was met while trying one request."""

    faults: int = 0
    waits: int = 0
    gateway: int = 0
    doubtful: bool = False

    def note(self, verdict: Verdict, outcome: Answer | Lost) -> None:
        """Count one more attempt that failed."""
        self.waits += verdict == "busy"
        self.faults += verdict != "busy"
        self.doubtful |= verdict == "doubtful"
        if isinstance(outcome, Answer):
            self.gateway += outcome.status in _GATEWAY
        else:
            self.gateway += isinstance(outcome.error, TooMuch)

    def outlasted(self) -> bool:
        """Whether it is time to give up."""
        return self.faults >= FAULT_PATIENCE or self.waits >= BUSY_PATIENCE


class Client:
    """Sends one service's requests: paced, authorised, retried as far as that is safe.

    Raises `ServiceError`s alone. `requests` counts every HTTP request, retries included,
    `throttled` the answers that were 429.
    """

    def __init__(
        self,
        side: Side,
        base: str,
        token: str,
        budget: Budget,
        *,
        transport: httpx.AsyncBaseTransport | None = None,
        time_source: TimeSource = steady_time,
        sleep: Sleep = asyncio.sleep,
        jitter: Callable[[], float] = random.random,
    ) -> None:
        self.side = side
        self.budget = budget
        self.requests = 0
        self.throttled = 0
        self._base = checked_base(side, base)
        self._token = token.strip()
        self._http = new_client(transport)
        self._now = time_source
        self._sleep = sleep
        self._jitter = jitter
        self._refused = False
        self._proven = False
        self._clock_offset: float | None = None

    async def aclose(self) -> None:
        """Close the connections."""
        await self._http.aclose()

    def service_time(self) -> float | None:
        """The service's clock by its newest answer, UNIX seconds; None before the first."""
        return None if self._clock_offset is None else self._now() + self._clock_offset

    def now(self) -> float:
        """Our own clock, UNIX seconds."""
        return self._now()

    async def pause(self, seconds: float) -> None:
        """Wait on the clock that was handed in."""
        await self._sleep(seconds)

    async def read(
        self, request: Request, smaller: Callable[[Request], Request] | None = None
    ) -> Answer:
        """Send a request that changes nothing; repeat it on faults.

        `smaller` makes a request for less after repeated gateway errors (API POS §10); the
        answer's `request` is the one that was answered.
        """
        return await self._insist(request, "read", smaller)

    async def write(self, request: Request) -> Answer:
        """Send a request that changes something, once.

        Raises `OutcomeUnknown` when it may have been carried out. It is repeated only where it
        surely was not: no connection, 429, 449.
        """
        return await self._insist(request, "write")

    async def write_keyed(self, request: Request) -> Answer:
        """Send a write that the service itself carries out only once, however often it arrives."""
        return await self._insist(request, "keyed write")

    def error_of(self, answer: Answer) -> ServiceError:
        """The error for an answer, without the token should the service have quoted it.

        A bare 403 of the online store may mean either: before anything has worked it is taken
        as a refused token, since going on with such a one gets us blocked (API eCom §15).
        """
        error = translated(self.side, answer)
        bare = answer.status == 403 and self.side == "ecom" and not complaint(answer).code
        if bare and not self._proven:
            error = token_refused(self.side, answer.status)
        if self._token in error.message:
            error.message = error.message.replace(self._token, "•••")
            error.args = (error.message,)
        return error

    async def _insist(
        self,
        request: Request,
        kind: Kind,
        smaller: Callable[[Request], Request] | None = None,
    ) -> Answer:
        tried = Tried()
        while True:
            outcome = await self._once(request)
            verdict = _judged(outcome)
            if isinstance(outcome, Answer) and verdict == "fine":
                return outcome
            if isinstance(outcome, Answer) and verdict == "final":
                raise self.error_of(outcome)
            tried.note(verdict, outcome)
            if tried.outlasted() or (tried.doubtful and kind == "write"):
                unknown = tried.doubtful and kind != "read"
                cause = outcome.error if isinstance(outcome, Lost) else None
                raise self._given_up(outcome, unknown=unknown) from cause
            if smaller and tried.gateway > 1:
                request = smaller(request)
            pause = self._pause_after(outcome, tried)
            if verdict == "busy":
                self.budget.tell_wait(pause)
            await self._sleep(pause)

    async def _once(self, request: Request) -> Answer | Lost:
        """One HTTP exchange within the budget."""
        async with self.budget.slots:
            self._check_token()
            with await self.budget.acquire():
                self._check_token()
                self.requests += 1
                try:
                    answer = await self._exchanged(request)
                except _UNSENT as error:
                    return Lost(error, sent=False)
                except httpx.HTTPError as error:
                    return Lost(error, sent=not isinstance(error, httpx.LocalProtocolError))
            self._learn(answer)
        log.debug("%s %s: %d", request.method, request.path, answer.status)
        return answer

    async def _exchanged(self, request: Request) -> Answer:
        """Send it and read the answer within bounds. Raises `httpx.HTTPError`."""
        async with in_time(LONGEST_ANSWER):
            response = await self._http.send(self._built(request), stream=True)
            try:
                body = await whole(response, LARGEST_ANSWER)
            finally:
                await response.aclose()
        return Answer(response.status_code, request, body, response.headers, response.reason_phrase)

    def _built(self, request: Request) -> httpx.Request:
        headers = {"Accept": "application/json", "Authorization": f"Bearer {self._token}"}
        if request.body or request.method != "GET":
            headers["Content-Type"] = request.content_type
        return self._http.build_request(
            request.method,
            f"{self._base}{request.path}",
            params=dict(request.params) or None,
            content=request.body or None,
            headers=headers,
        )

    def _learn(self, answer: Answer) -> None:
        """Take what every answer tells besides: the clock and what is left of the allowance."""
        self._proven |= answer.status < 300
        date = answer.date
        if date is not None:
            self._clock_offset = date - self._now()
        remaining = answer.headers.get("x-ratelimit-remaining", "")
        limit = answer.headers.get("x-ratelimit-limit", "")
        if remaining.isdigit():
            self.budget.told(int(remaining), int(limit) if limit.isdigit() else None)
        if answer.status == 429:
            self.throttled += 1
            self.budget.pause(retry_after(self.side, answer, self._now()) + self._jitter())
        if answer.status in (401, 403) and isinstance(self.error_of(answer), TokenRefused):
            self._refused = True

    def _pause_after(self, outcome: Answer | Lost, tried: Tried) -> float:
        """Growing pauses, spread over half to whole so that workers don't march in step."""
        importing = isinstance(outcome, Answer) and outcome.status == 449
        first = _IMPORT_PAUSE if importing else _FIRST_PAUSE
        longest = min(_LONGEST_PAUSE, first * 2.0 ** (tried.faults + tried.waits - 1))
        return longest * (0.5 + self._jitter() / 2)

    def _check_token(self) -> None:
        """A refused token is never sent again by this process; nor is one no header can hold."""
        fit = self._token and self._token.isascii() and self._token.isprintable()
        if self._refused or not fit:
            raise token_refused(self.side)

    def _given_up(self, outcome: Answer | Lost, *, unknown: bool) -> ServiceError:
        if unknown:
            return outcome_unknown(self.side)
        if isinstance(outcome, Answer):
            if outcome.status < 300:
                return unreadable(self.side, outcome.request.path)
            return self.error_of(outcome)
        if isinstance(outcome.error, TooMuch):
            return unreadable(self.side, "what we asked")
        if not outcome.sent:
            return unreachable(self.side, outcome.error)
        return connection_lost(self.side, outcome.error)


def _judged(outcome: Answer | Lost) -> Verdict:
    if isinstance(outcome, Lost):
        return "doubtful" if outcome.sent else "unsent"
    if 200 <= outcome.status < 300:
        return "fine" if outcome.looks_whole() else "doubtful"
    if outcome.status in _BUSY:
        return "busy"
    if outcome.status == 408 or outcome.status >= 500:
        return "doubtful"
    return "final"
