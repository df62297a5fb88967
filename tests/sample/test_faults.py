"""Fault injection, request limits and clocks of the sample stores."""

import httpx
import pytest
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.types import Receive, Scope, Send

from app.sample.clock import SimulatedClock, SystemClock, http_date
from app.sample.faults import Fault, FaultLayer, Faults
from app.sample.limits import RollingWindow
from app.sample.seen import RequestLog, Seen
from app.sample.serving import in_process


class Notebook:
    """A tiny service that keeps what is posted to it."""

    def __init__(self) -> None:
        self.kept: list[bytes] = []

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Keep the body, answer a text; name the fault that was handed down, if any."""
        if scope["method"] == "POST":
            self.kept.append(await Request(scope, receive).body())
        text = scope.get("fault", "kept and filed")
        await PlainTextResponse(text)(scope, receive, send)


def client_of(
    notebook: Notebook, faults: Faults, clock: SimulatedClock, seen: list[Seen]
) -> httpx.AsyncClient:
    """Return a client to the notebook behind faults and a request log."""
    faulty = FaultLayer(notebook, lambda: faults, clock, lambda path: path.removeprefix("/api"))
    logged = RequestLog(faulty, clock, seen.append, lambda method, _: method != "GET")
    return httpx.AsyncClient(transport=in_process(logged), base_url="http://notebook.test")


def test_faults_hit_only_what_they_name() -> None:
    """Method and path pattern choose the requests; `times` counts the hits."""
    faults = Faults(faults=[Fault("reset", method="GET", path="/products*", times=2)])
    assert faults.choose("POST", "/products") is None
    assert faults.choose("GET", "/outlets") is None
    assert faults.choose("GET", "/products") is not None
    assert faults.choose("GET", "/products/1") is not None
    assert faults.choose("GET", "/products") is None


def test_the_same_seed_chooses_the_same_requests() -> None:
    """A share is drawn by the seed, so a run can be repeated."""

    def drawn(seed: int) -> list[bool]:
        faults = Faults(seed, [Fault("reset", share=0.3)])
        return [faults.choose("GET", "/") is not None for _ in range(200)]

    assert drawn(4) == drawn(4)
    assert drawn(4) != drawn(5)
    assert 30 < sum(drawn(4)) < 90


def test_cleared_faults_are_gone() -> None:
    """After `clear` everything goes well."""
    faults = Faults(faults=[Fault("reset")])
    faults.clear()
    assert faults.choose("GET", "/") is None


@pytest.mark.parametrize(
    ("kind", "status", "body"),
    [("502_html", 502, "Bad Gateway"), ("503_empty", 503, ""), ("504_lost", 504, "Time-out")],
)
async def test_gateway_answers(kind: str, status: int, body: str) -> None:
    """The gateway kinds answer in the gateway's place."""
    notebook, seen = Notebook(), list[Seen]()
    faults = Faults(faults=[Fault(kind, times=1)])
    async with client_of(notebook, faults, SimulatedClock(0), seen) as client:
        answer = await client.post("/api/notes", content=b"milk")
    assert answer.status_code == status
    assert body in answer.text
    assert notebook.kept == ([b"milk"] if kind == "504_lost" else [])
    assert [(one.status, one.write) for one in seen] == [(status, True)]


@pytest.mark.parametrize(("after_write", "kept"), [(True, [b"milk"]), (False, [])])
async def test_a_reset_before_and_after_the_write(after_write: bool, kept: list[bytes]) -> None:
    """With `after_write` the request takes effect and only its answer is lost."""
    notebook, seen = Notebook(), list[Seen]()
    faults = Faults(faults=[Fault("reset", after_write=after_write, times=1)])
    async with client_of(notebook, faults, SimulatedClock(0), seen) as client:
        with pytest.raises(httpx.ReadError):
            await client.post("/api/notes", content=b"milk")
    assert notebook.kept == kept
    assert seen[0].status == 0


async def test_truncated_in_process() -> None:
    """Half the body arrives, then the connection is gone."""
    faults = Faults(faults=[Fault("truncated", times=1)])
    async with client_of(Notebook(), faults, SimulatedClock(0), []) as client:
        with pytest.raises(httpx.RemoteProtocolError):
            await client.get("/api/notes")
        assert (await client.get("/api/notes")).text == "kept and filed"


async def test_slow_passes_on_the_clock() -> None:
    """A delay moves a simulated clock instead of taking real time."""
    clock = SimulatedClock(100.0)
    faults = Faults(faults=[Fault("slow", seconds=45.0)])
    async with client_of(Notebook(), faults, clock, []) as client:
        assert (await client.get("/api/notes")).status_code == 200
    assert clock.now() == 145.0


async def test_other_kinds_reach_the_service() -> None:
    """A kind of the service's own is handed down; with `after_write` the request comes first."""
    notebook = Notebook()
    faults = Faults(faults=[Fault("out_of_ink", path="/notes", after_write=True)])
    async with client_of(notebook, faults, SimulatedClock(0), []) as client:
        answer = await client.post("/api/notes", content=b"milk")
    assert answer.text == "out_of_ink"
    assert notebook.kept[0] == b"milk"


async def test_the_log_counts_bytes_and_time() -> None:
    """A request is recorded with what was sent and when."""
    seen = list[Seen]()
    async with client_of(Notebook(), Faults(), SimulatedClock(7.0), seen) as client:
        await client.post("/api/notes?a=1", content=b"milk")
    assert seen == [Seen("POST", "/api/notes", "a=1", 200, 4, 7.0, True)]


def test_a_window_rolls() -> None:
    """Requests leave the window one by one, each its length after it came."""
    clock = SimulatedClock(0.0)
    window = RollingWindow(clock)
    assert [window.take(2, 10).remaining for _ in range(2)] == [1, 0]
    clock.advance(4)
    refused = window.take(2, 10)
    assert (refused.allowed, refused.remaining, refused.retry_after) == (False, 0, 6.0)
    clock.advance(6)
    assert window.take(2, 10).allowed
    assert window.take(2, 10).allowed
    assert not window.take(2, 10).allowed


def test_windows_are_kept_apart_by_key() -> None:
    """Two tokens don't use up each other's requests, and `clear` forgets both."""
    window = RollingWindow(SimulatedClock(0.0))
    assert window.take(1, 10, "one").allowed
    assert window.take(1, 10, "two").allowed
    assert not window.take(1, 10, "one").allowed
    window.clear()
    assert window.take(1, 10, "one").allowed


def test_a_lowered_limit_holds_at_once() -> None:
    """What is in the window already counts against a limit lowered meanwhile."""
    clock = SimulatedClock(0.0)
    window = RollingWindow(clock)
    for _ in range(4):
        window.take(10, 10)
        clock.advance(1)
    refused = window.take(2, 10)
    assert not refused.allowed
    assert refused.retry_after == 8.0


async def test_clocks() -> None:
    """The simulated clock can jump back; the system's clock tells the time and waits."""
    clock = SimulatedClock(50.0)
    await clock.wait(-3)
    clock.set(20.0)
    assert clock.now() == 20.0
    system = SystemClock()
    before = system.now()
    await system.wait(0.001)
    assert system.now() > before
    assert http_date(1_788_769_860) == "Mon, 07 Sep 2026 08:31:00 GMT"


async def test_a_late_request_takes_effect_after_its_connection_is_gone() -> None:
    """With the first request after its delay; clearing the faults does not call it back."""
    notebook, clock = Notebook(), SimulatedClock(0)
    faults = Faults(faults=[Fault("late", method="POST", seconds=30.0, times=1)])
    async with client_of(notebook, faults, clock, []) as client:
        with pytest.raises(httpx.ReadError):
            await client.post("/api/notes", content=b"milk")
        faults.clear()
        await client.get("/api/notes")
        assert notebook.kept == []
        clock.advance(30)
        await client.get("/api/notes")
        assert notebook.kept == [b"milk"]
