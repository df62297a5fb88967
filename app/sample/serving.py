"""Serves the sample stores, in process or over real sockets, and makes their transport faults real.

A response header `x-sample-fault` asks for one: `reset` loses the connection, `truncated` cuts
the body short.
"""

import asyncio
import contextlib
import socket
import struct
import threading
from collections.abc import AsyncIterator
from typing import Self

import httpx
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.sample.faults import FAULT_HEADER

_BACKLOG = 4096
_START_SECONDS = 10.0


class _InProcess(httpx.ASGITransport):
    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        # A network always lets others have their turn; without this a whole run is one step.
        await asyncio.sleep(0)
        response = await super().handle_async_request(request)
        fault = response.headers.pop(FAULT_HEADER.decode(), None)
        if fault == "reset":
            raise httpx.ReadError("connection reset by peer", request=request)
        if fault == "truncated":
            body = await response.aread()
            cut = _CutStream(body[: len(body) // 2], request)
            return httpx.Response(response.status_code, headers=response.headers, stream=cut)
        return response


class _CutStream(httpx.AsyncByteStream):
    def __init__(self, part: bytes, request: httpx.Request) -> None:
        self._part = part
        self._request = request

    async def __aiter__(self) -> AsyncIterator[bytes]:
        if self._part:
            yield self._part
        raise httpx.RemoteProtocolError(
            "peer closed connection without sending complete message body", request=self._request
        )


def in_process(app: ASGIApp) -> httpx.AsyncBaseTransport:
    """Return a transport that hands requests straight to `app`, transport faults included.

    Raises on use: httpx.ReadError for `reset`, httpx.RemoteProtocolError for `truncated`.
    """
    return _InProcess(app=app)


class SocketServer:
    """Serves ASGI apps on free ports of 127.0.0.1 from a thread of its own, while in its `with`.

    `urls` are the base URLs, in the order of the apps, without a slash at the end.
    """

    def __init__(self, *apps: ASGIApp) -> None:
        self.urls: list[str] = []
        self._apps = apps
        self._sockets: list[socket.socket] = []
        self._ready = threading.Event()
        self._stop: asyncio.Event | None = None
        self._loop: asyncio.AbstractEventLoop | None = None
        self._thread = threading.Thread(target=self._run, name="sample-stores", daemon=True)

    def __enter__(self) -> Self:
        """Start serving; returns once connections are accepted."""
        for _ in self._apps:
            # asyncio switches delays off (40 ms a reply) where the protocol is named alone.
            listener = socket.socket(proto=socket.IPPROTO_TCP)
            listener.bind(("127.0.0.1", 0))
            listener.listen(_BACKLOG)
            self._sockets.append(listener)
            self.urls.append(f"http://127.0.0.1:{listener.getsockname()[1]}")
        self._thread.start()
        if not self._ready.wait(_START_SECONDS):
            raise TimeoutError("the sample stores did not start")
        return self

    def __exit__(self, *_: object) -> None:
        """Close all connections and stop."""
        if self._loop is not None and self._stop is not None:
            self._loop.call_soon_threadsafe(self._stop.set)
        self._thread.join(_START_SECONDS)

    def _run(self) -> None:
        asyncio.run(self._serve())

    async def _serve(self) -> None:
        self._loop = asyncio.get_running_loop()
        self._stop = asyncio.Event()
        protocol = _faulty_protocol()
        async with contextlib.AsyncExitStack() as stack:
            for app, listener in zip(self._apps, self._sockets, strict=True):
                await stack.enter_async_context(_listening(app, listener, protocol))
            self._ready.set()
            await self._stop.wait()


@contextlib.asynccontextmanager
async def _listening(
    app: ASGIApp, listener: socket.socket, protocol: type[asyncio.Protocol]
) -> AsyncIterator[None]:
    """Accept connections on `listener` for `app`, by uvicorn's protocol without its main loop."""
    import uvicorn  # noqa: PLC0415 - needed by tests alone
    from uvicorn.server import ServerState  # noqa: PLC0415

    config = uvicorn.Config(
        app,
        lifespan="off",
        log_config=None,
        log_level="critical",
        access_log=False,
        ws="none",
        timeout_keep_alive=60,
    )
    config.load()
    state = ServerState()
    loop = asyncio.get_running_loop()
    server = await loop.create_server(
        lambda: protocol(config, state, {}),  # type: ignore[call-arg] # uvicorn's own arguments
        sock=listener,
        backlog=_BACKLOG,
    )
    try:
        yield
    finally:
        server.close()
        for task in list(state.tasks):
            task.cancel()
        for connection in list(state.connections):
            connection.transport.abort()
        await asyncio.gather(*state.tasks, return_exceptions=True)


def _faulty_protocol() -> type[asyncio.Protocol]:
    """Return uvicorn's HTTP protocol, with the app wrapped for each connection."""
    from uvicorn.protocols.http.h11_impl import H11Protocol  # noqa: PLC0415 - tests alone

    class FaultyProtocol(H11Protocol):
        def connection_made(  # type: ignore[override] # uvicorn narrows the argument likewise
            self, transport: asyncio.Transport
        ) -> None:
            super().connection_made(transport)
            self.app = _Breaking(self.app, transport)

    return FaultyProtocol


class _Breaking:
    """Breaks the connection of one client where a reply asks for it."""

    def __init__(self, app: ASGIApp, transport: asyncio.Transport) -> None:
        self._app = app
        self._transport = transport

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        fault: bytes | None = None

        async def breaking(message: Message) -> None:
            nonlocal fault
            if message["type"] == "http.response.start":
                fault = dict(message["headers"]).get(FAULT_HEADER)
            if fault == b"reset":
                self._reset()
            elif fault == b"truncated" and message["type"] == "http.response.body":
                await self._cut(message, send)
            else:
                await send(message)

        await self._app(scope, receive, breaking)
        if fault is not None:
            await _disconnected(receive)

    def _reset(self) -> None:
        connection: socket.socket | None = self._transport.get_extra_info("socket")
        if connection is not None and not self._transport.is_closing():
            # Lingering for no time makes closing send RST instead of FIN.
            no_wait = struct.pack("ii", 1, 0)
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, no_wait)
        self._transport.abort()

    async def _cut(self, message: Message, send: Send) -> None:
        if self._transport.is_closing():
            return
        body = message.get("body", b"")
        await send(
            {"type": "http.response.body", "body": body[: len(body) // 2], "more_body": True}
        )
        self._transport.close()


async def _disconnected(receive: Receive) -> None:
    """Wait until the server knows that the connection is gone; it would answer 500 before that."""
    while (await receive())["type"] != "http.disconnect":
        pass
