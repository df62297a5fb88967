"""The sample stores over real sockets: many connections, resets and cut bodies."""

import asyncio
import threading
from collections.abc import Iterator

import httpx
import pytest
from starlette.responses import PlainTextResponse
from starlette.types import Receive, Scope, Send

from app.sample.clock import SystemClock
from app.sample.faults import Fault, FaultLayer, Faults
from app.sample.serving import SocketServer, in_process


async def one(scope: Scope, receive: Receive, send: Send) -> None:
    """Answer a long text."""
    await PlainTextResponse("first " * 500)(scope, receive, send)


async def other(scope: Scope, receive: Receive, send: Send) -> None:
    """Answer a short text."""
    await PlainTextResponse("second")(scope, receive, send)


FAULTS = Faults()


@pytest.fixture(scope="module")
def urls() -> Iterator[list[str]]:
    """Serve two apps, the first with faults."""
    faulty = FaultLayer(one, lambda: FAULTS, SystemClock(), lambda path: path)
    with SocketServer(faulty, other) as server:
        yield server.urls


@pytest.fixture(autouse=True)
def _no_faults() -> Iterator[None]:
    yield
    FAULTS.clear()


async def test_each_app_has_its_own_port(urls: list[str]) -> None:
    """Base URLs come in the order of the apps."""
    async with httpx.AsyncClient() as client:
        assert (await client.get(urls[0])).text.startswith("first")
        assert (await client.get(urls[1])).text == "second"
    assert urls[0] != urls[1]


async def test_many_at_once(urls: list[str]) -> None:
    """A hundred connections opened together are all answered."""
    limits = httpx.Limits(max_connections=None)
    async with httpx.AsyncClient(limits=limits) as client:
        answers = await asyncio.gather(*(client.get(urls[1]) for _ in range(100)))
    assert {answer.text for answer in answers} == {"second"}


async def test_a_reset_breaks_the_connection(urls: list[str]) -> None:
    """The client reads nothing and loses the connection; the next request opens another."""
    async with httpx.AsyncClient() as client:
        await client.get(urls[0])
        FAULTS.add(Fault("reset", times=1))
        with pytest.raises(httpx.ReadError):
            await client.get(urls[0])
        assert (await client.get(urls[0])).status_code == 200


async def test_a_reset_while_the_body_is_unread(urls: list[str]) -> None:
    """A request whose body nobody reads is broken off all the same."""
    FAULTS.add(Fault("reset", times=1))
    async with httpx.AsyncClient() as client:
        with pytest.raises(httpx.TransportError):
            await client.post(urls[0], content=b"x" * 100_000)


async def test_a_truncated_body(urls: list[str]) -> None:
    """The head promises more than arrives."""
    FAULTS.add(Fault("truncated", times=1))
    async with httpx.AsyncClient() as client:
        with pytest.raises(httpx.RemoteProtocolError, match="without sending complete"):
            await client.get(urls[0])
        assert len((await client.get(urls[0])).text) == 3000


def test_the_thread_ends_with_its_block() -> None:
    """Nothing keeps running once the server is left, and its port is closed."""
    before = threading.active_count()
    with SocketServer(other) as server:
        assert httpx.get(server.urls[0]).text == "second"
        assert threading.active_count() == before + 1
    assert threading.active_count() == before
    with pytest.raises(httpx.ConnectError):
        httpx.get(server.urls[0])


async def test_in_process_others_have_their_turn() -> None:
    """Between two requests of one coroutine other coroutines go on, as with a network."""
    turns: list[str] = []

    async def other() -> None:
        for _ in range(3):
            turns.append("other")
            await asyncio.sleep(0)

    going = asyncio.create_task(other())
    async with httpx.AsyncClient(transport=in_process(_hello), base_url="http://sample") as client:
        for _ in range(3):
            await client.get("/")
            turns.append("request")
    await going
    assert turns.index("other") < turns.index("request")
    assert turns[-1] == "request"


async def _hello(_scope: Scope, _receive: Receive, send: Send) -> None:
    await send({"type": "http.response.start", "status": 200, "headers": []})
    await send({"type": "http.response.body", "body": b"hello"})
