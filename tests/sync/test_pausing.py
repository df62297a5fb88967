"""A pause: nothing new is begun, what is in flight finishes, a stop ends it."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field

import pytest

from app.domain.events import (
    ActionFinished,
    ActionStarted,
    Event,
    Finished,
    Paused,
    Planned,
    Progressed,
    WentOn,
)
from app.sample import mutations_pos as pos
from app.sync.context import Context
from app.sync.run import Options
from tests.sync.rig import Rig

LONG = 0.2
"""Seconds of real time in which a run that is not paused would be over."""


@dataclass
class Pauser:
    """Pauses at the first event that `at` picks; looks a while later, then ends the pause."""

    rig: Rig
    at: Callable[[Event], bool]
    stops: bool = False
    seen: list[Event] = field(default_factory=list)
    still: list[int] = field(default_factory=list)
    """Requests received so far: when the pause began, and twice while it lasted."""
    _task: asyncio.Task[None] | None = None
    _landed: asyncio.Event = field(default_factory=asyncio.Event)
    """Set while nothing is in flight."""

    def __post_init__(self) -> None:
        self.rig.hears = self.hear

    def hear(self, context: Context, event: Event) -> None:
        """Take note; pause when it is time."""
        self.seen.append(event)
        if self._task is None and not isinstance(event, Paused) and self.at(event):
            self.still.append(self._asked())
            self._task = asyncio.create_task(self._wait(context))
            context.pause()
        if len(set(started_after(self))) == 1:
            self._landed.set()
        else:
            self._landed.clear()

    def _asked(self) -> int:
        return len(self.rig.ecom.requests) + len(self.rig.pos.requests)

    async def _wait(self, context: Context) -> None:
        # What was begun may finish, however long a busy computer takes for it.
        async with asyncio.timeout(30):
            await self._landed.wait()
        await asyncio.sleep(LONG)
        self.still.append(self._asked())
        await asyncio.sleep(LONG)
        self.still.append(self._asked())
        if self.stops:
            context.stop.set()
        else:
            context.go_on()


def many(rig: Rig, count: int) -> list[str]:
    """More products than are written at a time."""
    return [rig.add(f"Cup {number:02}", f"CUP-{number:02}", 5.0) for number in range(count)]


async def repriced(rig: Rig, count: int) -> None:
    """Many products that stand online and have another price in the POS by now."""
    made = many(rig, count)
    await rig.sync()
    for product_id in made:
        pos.reprice(rig.pos, product_id, 6.0)
    rig.clock.advance(600)


def is_start(event: Event) -> bool:
    """The first product is begun."""
    return isinstance(event, ActionStarted)


def started_after(pauser: Pauser) -> tuple[int, int]:
    """How many products were begun before the pause ended, and how many were finished."""
    until = next(
        (at for at, event in enumerate(pauser.seen) if isinstance(event, WentOn | Finished)),
        len(pauser.seen),
    )
    head = pauser.seen[:until]
    begun = sum(isinstance(event, ActionStarted) for event in head)
    return begun, sum(isinstance(event, ActionFinished) for event in head)


async def test_while_paused_no_new_product_is_started(rig: Rig) -> None:
    """What is in flight finishes; after it the run goes on to its end."""
    await repriced(rig, 30)
    pauser = Pauser(rig, is_start)
    story = await rig.sync()
    begun, finished = started_after(pauser)
    assert begun == finished
    assert 1 <= begun <= 8
    assert pauser.still[1] == pauser.still[2]
    assert story.finished.counts["updated"] == 30
    assert [type(e) for e in story.events if isinstance(e, Paused | WentOn)] == [Paused, WentOn]


async def test_while_paused_no_new_batch_is_sent(rig: Rig) -> None:
    """The products of the first one are finished, hidden ones shown and all."""
    many(rig, 40)
    pauser = Pauser(rig, is_start)
    story = await rig.sync()
    begun, finished = started_after(pauser)
    assert (begun, finished) == (25, 25)
    assert pauser.still[1] == pauser.still[2]
    assert story.finished.counts["created"] == 43


async def test_a_stop_while_paused_ends_the_run(rig: Rig) -> None:
    """At once, without waiting for anything; the rest waits for the next sync."""
    await repriced(rig, 30)
    pauser = Pauser(rig, is_start, stops=True)
    async with asyncio.timeout(5):
        story = await rig.sync()
    assert story.finished.exit == 130
    assert story.finished.counts["updated"] == started_after(pauser)[0] < 30
    rig.hears = lambda _, __: None
    story = await rig.sync()
    assert story.finished.counts["updated"] == 30 - started_after(pauser)[0]


@pytest.mark.parametrize("phase", ["reading online", "reading POS"])
@pytest.mark.parametrize("stops", [False, True], ids=["goes-on", "stops"])
async def test_while_paused_no_page_is_read(rig: Rig, phase: str, stops: bool) -> None:
    """Reading waits between two pages; a stop ends it there."""
    await rig.sync()
    rig.clock.advance(600)
    pauser = Pauser(rig, lambda e: isinstance(e, Progressed) and e.phase == phase, stops)
    story = await rig.sync(full=True)
    assert len(set(pauser.still)) == 1
    assert story.finished.exit == (130 if stops else 0)
    assert bool(story.of(Planned)) is not stops


async def test_a_pause_between_the_plan_and_the_first_product(rig: Rig) -> None:
    """Nothing is sent at all, categories neither."""
    cups = pos.add_category(rig.pos, "Cups")
    pos.move_category(rig.pos, rig.mug, cups)
    pauser = Pauser(rig, lambda event: isinstance(event, Planned))
    story = await rig.sync()
    assert started_after(pauser) == (0, 0)
    assert story.finished.counts["created"] == 3


async def test_a_run_that_begins_paused_asks_nobody_anything(rig: Rig) -> None:
    """Until it goes on."""
    pauser = Pauser(rig, lambda _: True)
    story = await rig.sync()
    assert pauser.still == [0, 0, 0]
    assert story.finished.counts["created"] == 3


async def test_pausing_twice_is_told_once(rig: Rig) -> None:
    """And so is going on."""
    context = (await rig.sync(Options(check=True))).context
    told: list[Event] = []
    context.announce = told.append
    for act in (context.go_on, context.pause, context.pause, context.go_on, context.go_on):
        act()
    assert told == [Paused(), WentOn()]
    assert not context.paused


async def test_every_product_is_told_as_started_before_it_is_finished(rig: Rig) -> None:
    """Once each, with the same key and kind; those of a batch together."""
    await repriced(rig, 5)
    rig.add("Oil lamp", "LAMP-2", 50.0)
    rig.add("Storm lamp", "LAMP-3", 60.0)
    pos.deactivate(rig.pos, rig.mug)
    pos.delete_product(rig.pos, rig.lamp)
    pos.move_category(rig.pos, rig.tee, pos.add_category(rig.pos, "Tees"))
    story = await rig.sync()
    started = [(e.key, e.sku, e.name, e.action) for e in story.of(ActionStarted)]
    finished = [(e.key, e.sku, e.name, e.action) for e in story.of(ActionFinished)]
    assert sorted(started) == sorted(finished) == sorted(set(started))
    assert {kind for *_, kind in started} == {"create", "update", "hide", "delete"}
    order = [e for e in story.events if isinstance(e, ActionStarted | ActionFinished)]
    begun: set[str] = set()
    for event in order:
        if isinstance(event, ActionStarted):
            begun.add(event.key)
        else:
            assert event.key in begun
