"""Faults on demand: which request goes wrong, how, and before or after it took effect."""

import random
from collections.abc import Callable, Container, Iterator, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase

from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.sample.clock import Clock

FAULT_HEADER = b"x-sample-fault"
"""Response header by which a transport fault reaches whoever serves the app."""

COMMON_KINDS = frozenset(
    {"reset", "late", "truncated", "slow", "502_html", "503_empty", "504_lost"}
)
"""Fault kinds that `FaultLayer` makes for any service.

`late`: the connection is lost, and the request, held up on its way, takes effect later all the
same: with the first request that comes when its `seconds` are over.
"""

GATEWAY_PAGE = (
    b"<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n"
    b"<body>\r\n<center><h1>502 Bad Gateway</h1></center>\r\n</body>\r\n</html>\r\n"
)


@dataclass(frozen=True, slots=True)
class Fault:
    """One kind of trouble and the requests it befalls."""

    kind: str
    """One of `COMMON_KINDS`, or a kind of the service's own."""
    share: float = 1.0
    """Share of the matching requests, 0 to 1."""
    method: str = "*"
    """HTTP method, or `*`."""
    path: str = "*"
    """Shell pattern on the path after the service's base."""
    times: int | None = None
    """How often at most; None for no limit."""
    after_write: bool = False
    """True: the request takes effect first, and only then goes wrong."""
    seconds: float = 0.0
    """Delay of `slow` and `late`."""


@dataclass(frozen=True, slots=True)
class HeldUp:
    """A request on its way: when it arrives, and what it asks for."""

    due: float
    scope: Scope
    body: bytes


class Faults:
    """The faults in force; the same seed and the same requests give the same faults.

    `held_up` are requests that are still on their way; clearing the faults does not stop them.
    """

    def __init__(self, seed: int = 0, faults: Sequence[Fault] = ()) -> None:
        self._random = random.Random(seed)
        self._faults: list[Fault] = []
        self._left: list[int | None] = []
        self.held_up: list[HeldUp] = []
        for fault in faults:
            self.add(fault)

    def add(self, fault: Fault) -> None:
        """Put `fault` in force, behind those added earlier."""
        self._faults.append(fault)
        self._left.append(fault.times)

    def clear(self) -> None:
        """Let everything go well again."""
        self._faults.clear()
        self._left.clear()

    def choose(self, method: str, path: str, kinds: Container[str] | None = None) -> Fault | None:
        """Return the fault that befalls this request, or None; counts down `times`.

        `kinds`: the only ones that can.
        """
        for index, fault in enumerate(self._faults):
            if kinds is not None and fault.kind not in kinds:
                continue
            if fault.method not in ("*", method) or not fnmatchcase(path, fault.path):
                continue
            left = self._left[index]
            if left == 0 or self._random.random() >= fault.share:
                continue
            if left is not None:
                self._left[index] = left - 1
            return fault
        return None


class FaultLayer:
    """ASGI layer that makes the common faults; other kinds reach the app as `scope["fault"]`.

    `strip` takes the service's base off a path, so that patterns need not name it.
    """

    def __init__(
        self,
        app: ASGIApp,
        faults: Callable[[], Faults],
        clock: Clock,
        strip: Callable[[str], str],
    ) -> None:
        self._app = app
        self._faults = faults
        self._clock = clock
        self._strip = strip

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request, with the fault chosen for it."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        await self._let_arrive()
        fault = self._faults().choose(scope["method"], self._strip(scope["path"]))
        if fault is None:
            await self._app(scope, receive, send)
        elif fault.kind == "slow":
            await self._clock.wait(fault.seconds)
            await self._app(scope, receive, send)
        elif fault.kind == "truncated":
            await self._app(scope, receive, _marking(send, b"truncated"))
        else:
            await self._fail(fault, scope, receive, send)

    async def _let_arrive(self) -> None:
        """Carry out what was held up and has come through by now."""
        faults, now = self._faults(), self._clock.now()
        due = [request for request in faults.held_up if request.due <= now]
        faults.held_up = [request for request in faults.held_up if request.due > now]
        for request in due:
            await self._app(request.scope, _replaying(request.body), _discard)

    async def _hold_up(self, fault: Fault, scope: Scope, receive: Receive) -> None:
        body = await Request(scope, receive).body()
        due = self._clock.now() + fault.seconds
        self._faults().held_up.append(HeldUp(due, dict(scope), body))

    async def _fail(self, fault: Fault, scope: Scope, receive: Receive, send: Send) -> None:
        if fault.kind not in COMMON_KINDS:
            await self._hand_down(fault, scope, receive, send)
            return
        if fault.kind == "late":
            await self._hold_up(fault, scope, receive)
        elif fault.after_write or fault.kind == "504_lost":
            await self._app(scope, receive, _discard)
        status, headers, body = _answer(fault.kind)
        headers.append((b"content-length", str(len(body)).encode()))
        await send({"type": "http.response.start", "status": status, "headers": headers})
        await send({"type": "http.response.body", "body": body})

    async def _hand_down(self, fault: Fault, scope: Scope, receive: Receive, send: Send) -> None:
        if fault.after_write:
            body = await Request(scope, receive).body()
            await self._app(scope, _replaying(body), _discard)
            receive = _replaying(body)
        await self._app({**scope, "fault": fault.kind}, receive, send)


def _replaying(body: bytes) -> Receive:
    """Let an app read a request's body that was read before."""
    messages: Iterator[Message] = iter([{"type": "http.request", "body": body}])

    async def replayed() -> Message:
        return next(messages, {"type": "http.disconnect"})

    return replayed


async def _discard(_message: Message) -> None:
    """Lose a reply on its way."""


def _marking(send: Send, mark: bytes) -> Send:
    async def marked(message: Message) -> None:
        if message["type"] == "http.response.start":
            message = {**message, "headers": [*message["headers"], (FAULT_HEADER, mark)]}
        await send(message)

    return marked


def _answer(kind: str) -> tuple[int, list[tuple[bytes, bytes]], bytes]:
    html = (b"content-type", b"text/html")
    match kind:
        case "reset" | "late":
            return 500, [(FAULT_HEADER, b"reset")], b""
        case "502_html":
            return 502, [html], GATEWAY_PAGE
        case "503_empty":
            return 503, [], b""
        case _:
            return 504, [html], GATEWAY_PAGE.replace(b"502 Bad Gateway", b"504 Gateway Time-out")
