"""The one HTTP client: paced, patient with reads, and never sending a doubtful write twice."""

import asyncio
import functools
import logging
import random
import ssl
import time
from collections.abc import Callable
from types import TracebackType
from typing import Literal, Self
from urllib.parse import urlsplit

import httpx
import truststore

from app import __version__
from app.connectors.answers import (
    Answer,
    Complaint,
    Request,
    busy,
    retry_after,
    sentence,
    token_refused,
    translated,
)
from app.connectors.pacing import Budget, Sleep, TimeSource
from app.domain.errors import (
    SIDE_NAMES,
    BadAnswer,
    NoConnection,
    OutcomeUnknown,
    ServiceBusy,
    ServiceError,
    SettingsWrong,
    Side,
    TokenRefused,
)

log = logging.getLogger(__name__)

USER_AGENT = f"Counterpart/{__version__}"
CONNECT_TIMEOUT = 10.0
READ_TIMEOUT = 60.0
"""Seconds after which an answer no longer arrives (RULES M5 waits this and 30 more)."""
TIMEOUT = httpx.Timeout(READ_TIMEOUT, connect=CONNECT_TIMEOUT, pool=None)

FAULT_PATIENCE = 6
"""Attempts per request before a broken connection or service is reported."""
BUSY_PATIENCE = 10
"""Attempts per request while the service asks us to wait (429, 449)."""
_FIRST_PAUSE = 0.5
_LONGEST_PAUSE = 20.0
_IMPORT_PAUSE = 4.0
_LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})
_UNSENT = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout, httpx.ProxyError)
_GATEWAY = frozenset({502, 504})
_BUSY = frozenset({429, 449})

_STARTED = time.time() - time.monotonic()


def steady_time() -> float:
    """UNIX seconds that never jump, whatever is done to the computer's clock meanwhile."""
    return _STARTED + time.monotonic()


def is_loopback(url: str) -> bool:
    """Whether an address is on this computer."""
    try:
        return urlsplit(url).hostname in _LOOPBACK
    except ValueError:
        return False


@functools.cache
def tls_context() -> ssl.SSLContext:
    """The one TLS context: verification always on, by the system's certificates (RULES S14)."""
    return truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)


def new_client(transport: httpx.AsyncBaseTransport | None) -> httpx.AsyncClient:
    """An httpx client as this app uses it: no redirects, system proxies but not to loopback.

    Raises `SettingsWrong` when the system names a proxy of a kind that can't be used.
    """
    if transport is not None:
        return httpx.AsyncClient(
            transport=transport, headers={"User-Agent": USER_AGENT}, timeout=TIMEOUT
        )
    try:
        return httpx.AsyncClient(
            verify=tls_context(),
            headers={"User-Agent": USER_AGENT},
            timeout=TIMEOUT,
            mounts={f"all://{host}": None for host in ("localhost", "127.0.0.1", "[::1]")},
        )
    except (ImportError, ValueError, httpx.InvalidURL) as error:
        raise SettingsWrong(
            "The system's proxy is of a kind this app can't use.",
            "Set an HTTP proxy in the system's network settings.",
        ) from error


def checked_base(side: Side, url: str) -> str:
    """The base address without a trailing slash. Raises `SettingsWrong` unless it is safe."""
    base = url.strip().rstrip("/")
    where = SIDE_NAMES[side]
    if not _is_plain(base):
        raise SettingsWrong(
            f"The address of {where} is not a web address.", "Check it under Settings, Stores."
        )
    if not is_safe(base):
        raise SettingsWrong(
            f"The address of {where} must begin with https://.",
            "Anything else would show the token to everybody on the way.",
        )
    return base


def is_safe(url: str) -> bool:
    """HTTPS, or plain HTTP to this computer."""
    return url.startswith("https://") or (url.startswith("http://") and is_loopback(url))


def _is_plain(base: str) -> bool:
    """A host with at most port and path: no user name, no query."""
    try:
        parts = urlsplit(base)
        httpx.URL(base)
        return bool(parts.hostname) and not (
            parts.username or parts.password or parts.query or parts.fragment
        )
    except (ValueError, httpx.InvalidURL):
        return False


Verdict = Literal["fine", "busy", "unsent", "doubtful", "final"]


class Lost:
    """A request without a usable answer; `sent` when it may have arrived."""

    def __init__(self, error: httpx.HTTPError, sent: bool) -> None:
        self.error = error
        self.sent = sent


class Client:
    """Sends one service's requests: paced, authorised, retried as far as that is safe.

    Raises `ServiceError`s alone. `requests` counts every HTTP request, retries included.
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
        self._base = checked_base(side, base)
        self._token = token.strip()
        self._http = new_client(transport)
        self._now = time_source
        self._sleep = sleep
        self._jitter = jitter
        self._refused = False
        self._clock_offset: float | None = None

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self.aclose()

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
        return await self._insist(request, repeatable=True, smaller=smaller)

    async def write(self, request: Request) -> Answer:
        """Send a request that changes something, once.

        Raises `OutcomeUnknown` when it may have been carried out. It is repeated only where it
        surely was not: no connection, 429, 449.
        """
        return await self._insist(request, repeatable=False)

    async def write_keyed(self, request: Request) -> Answer:
        """Send a write the service itself carries out only once, however often it arrives."""
        try:
            return await self._insist(request, repeatable=True)
        except ServiceBusy as error:
            if error.status in _BUSY:
                raise
            raise self._unknown() from error

    async def _insist(
        self,
        request: Request,
        *,
        repeatable: bool,
        smaller: Callable[[Request], Request] | None = None,
    ) -> Answer:
        faults = waits = gateway = 0
        while True:
            outcome = await self._once(request)
            verdict = _judged(outcome)
            if verdict == "fine" and isinstance(outcome, Answer):
                return outcome
            if verdict == "final" and isinstance(outcome, Answer):
                raise self._final(outcome)
            if verdict == "busy" and isinstance(outcome, Answer):
                waits += 1
                await self._wait_turn(outcome, waits)
                continue
            if verdict == "doubtful" and not repeatable:
                raise self._unknown() from _cause(outcome)
            faults += 1
            if faults >= FAULT_PATIENCE:
                raise self._given_up(outcome) from _cause(outcome)
            gateway += isinstance(outcome, Answer) and outcome.status in _GATEWAY
            if smaller and gateway > 1:
                request = smaller(request)
            await self._sleep(self._pause(_FIRST_PAUSE, faults))

    async def _once(self, request: Request) -> Answer | Lost:
        """One HTTP exchange within the budget."""
        self._check_token()
        async with self.budget.slots:
            with await self.budget.acquire():
                self._check_token()
                self.requests += 1
                try:
                    response = await self._http.send(self._built(request))
                except _UNSENT as error:
                    return Lost(error, sent=False)
                except httpx.HTTPError as error:
                    return Lost(error, sent=not isinstance(error, httpx.LocalProtocolError))
            answer = Answer(
                response.status_code,
                request,
                response.content,
                response.headers,
                response.reason_phrase,
            )
            self._learn(answer)
        log.debug("%s %s: %d", request.method, request.path, answer.status)
        return answer

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
        date = answer.date
        if date is not None:
            self._clock_offset = date - self._now()
        remaining = answer.headers.get("x-ratelimit-remaining", "")
        limit = answer.headers.get("x-ratelimit-limit", "")
        if remaining.isdigit():
            self.budget.told(int(remaining), int(limit) if limit.isdigit() else None)
        if answer.status == 429:
            self.budget.pause(retry_after(self.side, answer, self._now()) + self._jitter())

    async def _wait_turn(self, answer: Answer, waits: int) -> None:
        if waits >= BUSY_PATIENCE:
            raise busy(self.side, answer.status, Complaint())
        if answer.status == 449:
            await self._sleep(self._pause(_IMPORT_PAUSE, waits))
        elif waits > 1:
            await self._sleep(self._pause(_FIRST_PAUSE, waits))

    def _pause(self, first: float, attempt: int) -> float:
        """Growing pauses, spread over half to whole so that workers don't march in step."""
        longest = min(_LONGEST_PAUSE, first * 2.0 ** (attempt - 1))
        return longest * (0.5 + self._jitter() / 2)

    def _final(self, answer: Answer) -> ServiceError:
        error = translated(self.side, answer)
        if isinstance(error, TokenRefused):
            self._refused = True
        return self._masked(error)

    def _check_token(self) -> None:
        if self._refused:
            raise token_refused(self.side)
        if not self._token or not self._token.isascii() or not self._token.isprintable():
            raise token_refused(self.side, 0)

    def _masked(self, error: ServiceError) -> ServiceError:
        """The error without the token, should the service have quoted it."""
        if self._token in str(error):
            error.message = error.message.replace(self._token, "•••")
            error.args = (error.message,)
        return error

    def _unknown(self) -> OutcomeUnknown:
        return OutcomeUnknown(
            self.side,
            f"The answer of {SIDE_NAMES[self.side]} to a change was lost.",
            "The next sync looks first whether it was made.",
        )

    def _given_up(self, outcome: Answer | Lost) -> ServiceError:
        where = SIDE_NAMES[self.side]
        if isinstance(outcome, Answer):
            return self._masked(translated(self.side, outcome))
        if not outcome.sent:
            return _unreachable(self.side, outcome.error)
        if isinstance(outcome.error, httpx.TimeoutException):
            return ServiceBusy(
                self.side, f"{sentence(where)} takes too long to answer.", "Try later."
            )
        return ServiceBusy(
            self.side,
            f"The connection to {where} keeps breaking off.",
            "Check the internet connection, then try again.",
        )


def _judged(outcome: Answer | Lost) -> Verdict:
    if isinstance(outcome, Lost):
        return "doubtful" if outcome.sent else "unsent"
    if 200 <= outcome.status < 300:
        return "fine"
    if outcome.status in _BUSY:
        return "busy"
    if outcome.status == 408 or outcome.status >= 500:
        return "doubtful"
    return "final"


def _cause(outcome: Answer | Lost) -> Exception | None:
    return outcome.error if isinstance(outcome, Lost) else None


def _unreachable(side: Side, error: httpx.HTTPError) -> ServiceError:
    """Why nothing arrived there, as far as it can be told."""
    where = SIDE_NAMES[side]
    if "CERTIFICATE_VERIFY_FAILED" in str(error):
        return NoConnection(
            side,
            f"This computer does not trust the certificate of {where}.",
            "A virus scanner or company proxy may be looking into connections: its certificate "
            "must be in the system's store. Also check the computer's date.",
        )
    if isinstance(error, httpx.ProxyError):
        return NoConnection(
            side,
            f"The system's proxy did not let us through to {where}.",
            "Check the proxy in the system's network settings.",
        )
    return NoConnection(
        side,
        f"There is no connection to {where}.",
        "Check the internet connection and the shop's address.",
    )


def unreadable(side: Side, what: str) -> BadAnswer:
    """The error for an answer that is not what the API says it is."""
    return BadAnswer(
        side,
        f"The answer of {SIDE_NAMES[side]} about {what} makes no sense.",
        "Something on the way may have changed it (a sign-in page of the network?). Try again.",
    )
