"""The sample stores' own record of the requests they were sent, for tests to count."""

from collections.abc import Callable
from dataclasses import dataclass

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.sample.clock import Clock
from app.sample.faults import FAULT_HEADER


@dataclass(frozen=True, slots=True)
class Seen:
    """One request as the service saw it."""

    method: str
    path: str
    query: str
    status: int
    """Status answered; 0 when no answer was sent."""
    body_bytes_len: int
    """Length of the request's body, as far as it was read."""
    time: float
    """When it arrived, UNIX seconds on the store's clock."""
    write: bool
    """Whether it asked for a change of data."""


class RequestLog:
    """ASGI layer that reports each request to `record` as it is answered."""

    def __init__(
        self,
        app: ASGIApp,
        clock: Clock,
        record: Callable[[Seen], None],
        is_write: Callable[[str, str], bool],
    ) -> None:
        self._app = app
        self._clock = clock
        self._record = record
        self._is_write = is_write

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request and record it."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        arrived = self._clock.now()
        length = 0
        recorded = False

        async def counting() -> Message:
            nonlocal length
            message = await receive()
            length += len(message.get("body", b""))
            return message

        def record(status: int) -> None:
            nonlocal recorded
            recorded = True
            method, path = scope["method"], scope["path"]
            query = scope["query_string"].decode("latin-1")
            write = self._is_write(method, path)
            self._record(Seen(method, path, query, status, length, arrived, write))

        async def watching(message: Message) -> None:
            # Before the reply leaves, so that whoever has it finds the request on record.
            if message["type"] == "http.response.start":
                reset = (FAULT_HEADER, b"reset") in message["headers"]
                record(0 if reset else message["status"])
            await send(message)

        try:
            await self._app(scope, counting, watching)
        finally:
            if not recorded:
                record(0)
