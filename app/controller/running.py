"""One run on the engine's thread, told to the window's thread as it goes."""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field

from app.controller.desk import Desk
from app.domain.events import (
    ActionFinished,
    ActionStarted,
    Event,
    Finished,
    Objected,
)
from app.domain.guard import Reason
from app.domain.undo_plan import UndoPlan
from app.facts.rows import Row
from app.facts.time_left import Pulse
from app.sync.context import Context
from app.sync.noting import note_event
from app.sync.run import Options, sync
from app.sync.undo import UndoOptions, undo

PULSE = 1.0
"""Seconds between two looks at how the run stands."""


@dataclass(frozen=True, slots=True)
class RowSeen:
    """One product's row changed during the run."""

    row: Row


News = Event | RowSeen | Pulse


@dataclass(slots=True)
class Ended:
    """How a run ended: its last event, what the guard said, and which products failed."""

    finished: Finished
    reasons: tuple[Reason, ...] = ()
    failed: set[str] = field(default_factory=set)
    undo_plan: UndoPlan | None = None


class Run:
    """One run under way. `wish_*` may be called from any thread, also before it has begun."""

    def __init__(
        self, desk: Desk, options: Options | UndoOptions, tell: Callable[[News], None]
    ) -> None:
        self._desk = desk
        self._options = options
        self._tell = tell
        self._context: Context | None = None
        self._loop: asyncio.AbstractEventLoop | None = None
        self._stop = False
        self._pause = False
        self._in_flight: set[str] = set()
        self._failures: dict[str, str] = {}
        self._reasons: tuple[Reason, ...] = ()

    async def carry_out(self) -> Ended:
        """Run to the end. Raises `CannotRun` where it can't even begin."""
        self._loop = asyncio.get_running_loop()
        async with self._desk.place.engine(self._hear) as context:
            self._context = context
            self._obey()
            pulse = asyncio.create_task(self._beat(context))
            try:
                finished = await self._work(context)
            finally:
                pulse.cancel()
                with suppress(asyncio.CancelledError):
                    await pulse
            if context.world is not None:
                self._desk.use(context.world, context.state, context.now())
            self._desk.plan = context.plan or self._desk.plan
            undo_plan = context.undo_plan
        return Ended(finished, self._reasons, set(self._failures), undo_plan)

    async def _work(self, context: Context) -> Finished:
        if isinstance(self._options, UndoOptions):
            return await undo(context, self._options)
        return await sync(context, self._options)

    def wish_stop(self) -> None:
        """Stop safely."""
        self._stop = True
        self._obey_soon()

    def wish_pause(self, pause: bool) -> None:
        """Pause, or go on."""
        self._pause = pause
        self._obey_soon()

    def _obey_soon(self) -> None:
        if self._loop is not None:
            self._loop.call_soon_threadsafe(self._obey)

    def _obey(self) -> None:
        context = self._context
        if context is None:
            return
        if self._stop:
            context.stop.set()
        if self._pause != context.paused:
            context.pause() if self._pause else context.go_on()

    async def _beat(self, context: Context) -> None:
        while True:
            left, limit, window = self._desk.place.allowance()
            asked = context.pos.requests, context.ecom.requests
            self._tell(Pulse(context.now(), *asked, left, limit, window))
            await asyncio.sleep(PULSE)

    def _hear(self, event: Event) -> None:
        note_event(event)
        match event:
            case ActionStarted():
                self._in_flight.add(event.key)
                self._tell(event)
                self._repaint(event.key)
            case ActionFinished():
                self._in_flight.discard(event.key)
                if event.result == "done" and self._context is not None:
                    self._desk.note_done(event.key, self._context.now())
                if event.result == "failed":
                    self._failures[event.key] = event.error or ""
                self._tell(event)
                self._repaint(event.key)
            case Objected():
                self._reasons = event.reasons
                self._tell(event)
            case _:
                self._tell(event)

    def _repaint(self, key: str) -> None:
        context = self._context
        if context is None or context.world is None:
            return
        self._desk.use(context.world, context.state, context.now())
        row = self._desk.row_now(key, frozenset(self._in_flight), self._failures)
        if row is not None:
            self._tell(RowSeen(row))
