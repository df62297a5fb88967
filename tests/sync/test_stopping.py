"""Pauses and stops at awkward moments: nothing is lost, and the next run goes on from there."""

import asyncio
from collections.abc import Callable
from pathlib import Path

import httpx
import pytest

from app.domain.events import ActionSent, Event, Paused, Said, Waited
from app.sample import mutations_pos as pos
from app.sample import mutations_till as till
from app.sample.faults import Fault
from app.sync.context import Context
from app.sync.run import Options
from tests.sync.rig import Rig
from tests.sync.test_exactly_once import settle, shape
from tests.sync.test_faults import open_steps, stock_up, whole

CUPS = 30


def many(rig: Rig) -> None:
    """More than a batch of new products, with pictures, and a family."""
    stock_up(rig)
    for number in range(CUPS):
        cup = rig.add(f"Cup {number:02}", f"CUP-{number:02}", 5.0, stock=number)
        if number % 4 == 0:
            pos.add_picture(rig.pos, cup, number)


async def in_peace(folder: Path) -> object:
    """The shop that nobody stops."""
    folder.mkdir()  # noqa: ASYNC240 - nobody else waits here.
    twin = Rig.corner_shop(folder)
    many(twin)
    await twin.sync()
    return whole(twin)


def once(rig: Rig, at: Callable[[Event], bool], do: Callable[[Context], None]) -> list[Event]:
    """Do something at the first event that `at` picks; returns all events as they come."""
    heard: list[Event] = []
    done: list[Event] = []

    def hear(context: Context, event: Event) -> None:
        heard.append(event)
        if not done and at(event):
            done.append(event)
            do(context)

    rig.hears = hear
    return heard


class Stopping(httpx.AsyncBaseTransport):
    """Wishes for a stop as a request of a kind passes, before it is carried out."""

    def __init__(self, line: httpx.AsyncBaseTransport, rig: Rig, ending: str) -> None:
        self._line = line
        self._rig = rig
        self._ending = ending

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Pass one request on."""
        if request.method == "POST" and request.url.path.endswith(self._ending):
            self._rig.stop_now()
            await asyncio.sleep(0.01)
        return await self._line.handle_async_request(request)


@pytest.mark.parametrize("ending", ["/batch", "/combinations", "/gallery", "/image", "/categories"])
async def test_a_stop_during_a_creation_by_batch(rig: Rig, tmp_path: Path, ending: str) -> None:
    """The products of that batch are finished; no hidden halves, nothing twice afterwards."""
    many(rig)

    def learn(context: Context, _: Event) -> None:
        rig.stop_now = context.stop.set

    rig.hears = learn
    rig.between = lambda line: Stopping(line, rig, ending)
    story = await rig.sync()
    assert story.finished.exit == 130
    assert all(product["enabled"] for product in rig.products().values())
    assert story.finished.counts["created"] == len(rig.products()) <= CUPS + 3
    assert open_steps(rig) == 0
    rig.between = lambda line: line
    rig.hears = lambda _, __: None
    await settle(rig)
    assert whole(rig) == await in_peace(tmp_path / "calm")


async def test_a_long_pause_changes_nothing(rig: Rig, tmp_path: Path) -> None:
    """Hours go by and the stores change meanwhile; what was planned is sent, the rest follows."""
    many(rig)

    def pause(context: Context) -> None:
        context.pause()
        asyncio.get_running_loop().call_later(0.2, come_back, context)

    def come_back(context: Context) -> None:
        rig.clock.advance(5 * 3600)
        till.count_stock(rig.pos, rig.mug, rig.outlets[0], 1)
        context.go_on()

    heard = once(rig, lambda event: isinstance(event, ActionSent), pause)
    story = await rig.sync()
    assert any(isinstance(event, Paused) for event in heard)
    assert story.finished.exit == 0, story.failures
    assert story.finished.counts["created"] == CUPS + 3
    rig.hears = lambda _, __: None
    await settle(rig)
    assert rig.products()["MUG-1"]["quantity"] == 1
    wanted = await in_peace(tmp_path / "calm")
    assert isinstance(wanted, dict)
    wanted["products"]["MUG-1"]["quantity"] = 1
    assert whole(rig) == wanted


class Busy(httpx.AsyncBaseTransport):
    """Answers 429 to every write, so that the run waits."""

    def __init__(self, line: httpx.AsyncBaseTransport) -> None:
        self._line = line

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Refuse what would change something."""
        if request.method == "GET":
            return await self._line.handle_async_request(request)
        await asyncio.sleep(0)
        return httpx.Response(429, headers={"Retry-After": "30"}, request=request)


async def test_a_stop_while_a_service_asks_for_patience(synced: Rig) -> None:
    """The run ends; what was not sent is sent by the next one, once."""
    pos.reprice(synced.pos, synced.mug, 15.0)
    till.count_stock(synced.pos, synced.lamp, synced.outlets[0], 1)
    synced.between = Busy
    heard = once(
        synced,
        lambda event: isinstance(event, Waited),
        lambda context: context.stop.set(),
    )
    story = await synced.sync()
    assert any(isinstance(event, Waited) for event in heard)
    assert story.finished.exit == 130
    assert all(words for words in story.failures.values())
    synced.between = lambda line: line
    synced.hears = lambda _, __: None
    await settle(synced)
    assert synced.products()["MUG-1"]["price"] == 15.0
    assert synced.products()["LAMP-1"]["quantity"] == 1
    sent = [seen for seen in synced.ecom.writes_seen if seen.path.endswith("/inventory")]
    assert len(sent) == 1


async def test_a_stop_while_a_lost_change_is_waited_for(synced: Rig) -> None:
    """The difference in doubt is not sent again, and the next run ends with the right figure."""
    till.count_stock(synced.pos, synced.mug, synced.outlets[0], 5)
    synced.ecom.faults.add(Fault("late", path="*/inventory", seconds=60.0, times=1))
    once(
        synced,
        lambda event: isinstance(event, Said) and "Waiting" in event.text,
        lambda context: context.stop.set(),
    )
    story = await synced.sync()
    assert story.finished.exit == 130
    synced.hears = lambda _, __: None
    await settle(synced)
    assert synced.products()["MUG-1"]["quantity"] == 5
    assert open_steps(synced) == 0
    assert synced.ecom.faults.held_up == []


async def test_a_pause_while_a_scheduled_run_was_asked_by_the_guard(rig: Rig) -> None:
    """Unattended, paused, stopped, resumed: the guard's sum is what was really done."""
    made = [rig.add(f"Cup {number:02}", f"CUP-{number:02}", 5.0) for number in range(60)]
    await rig.sync()
    for product_id in made[:9]:
        pos.delete_product(rig.pos, product_id)
    quiet = Options(attended=False)
    once(rig, lambda event: isinstance(event, ActionSent), lambda context: context.stop.set())
    story = await rig.sync(quiet)
    assert story.finished.exit == 130
    done = story.finished.counts["deleted"]
    assert 0 < done <= 9
    rig.hears = lambda _, __: None
    rig.clock.advance(600)
    story = await rig.sync(quiet)
    assert story.finished.exit == 0
    assert story.finished.counts["deleted"] == 9 - done
    for product_id in made[9:11]:
        pos.delete_product(rig.pos, product_id)
    rig.clock.advance(600)
    story = await rig.sync(quiet)
    assert story.objections == ["delete"]
    assert len(shape(rig)) == 54
