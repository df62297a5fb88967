"""What one run works with: services, storage, settings, clock, and where to tell its story."""

import asyncio
from collections.abc import Callable, Coroutine
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeVar

from app.domain.choices import Choices
from app.domain.errors import CounterpartError, Side
from app.domain.events import Event, Level, Paused, Said, Waited, WentOn
from app.domain.planning import Plan
from app.domain.rules import Rules, SettingValue
from app.domain.undo_plan import UndoPlan
from app.sync.ports import EcomService, PosService
from app.sync.storage_ports import Journal, Mirror, MirrorState

if TYPE_CHECKING:
    from app.sync.world import World

DOUBT_SECONDS = 90
"""Read timeout + 30 s: after this a request whose reply was lost can no longer arrive (M5)."""


Answer = TypeVar("Answer")


class Stopped(Exception):
    """The user wants to stop, and nothing is being written."""


def _opened() -> asyncio.Event:
    event = asyncio.Event()
    event.set()
    return event


@dataclass(slots=True)
class Context:
    """The parts of a run. `now` is UNIX seconds; `stop` is set when the user wants to stop.

    `world` and `plan` are what the newest plan was made from and that plan; None before.
    """

    pos: PosService
    ecom: EcomService
    mirror: Mirror
    journal: Journal
    rules: Rules
    choices: Choices
    state: MirrorState
    announce: Callable[[Event], None]
    now: Callable[[], float]
    sleep: Callable[[float], Coroutine[Any, Any, None]]
    set_rule: Callable[[str, SettingValue], None]
    set_choices: Callable[[Choices], None]
    mode_chosen: bool = False
    """Whether the manager has set `store.mode` himself (RULES M17)."""
    stop: asyncio.Event = field(default_factory=asyncio.Event)
    doubt_seconds: float = DOUBT_SECONDS
    world: "World | None" = None
    plan: Plan | None = None
    undo_plan: UndoPlan | None = None
    _going: asyncio.Event = field(default_factory=_opened, init=False, repr=False)

    def say(
        self,
        text: str,
        level: Level = "info",
        key: str = "",
        error: CounterpartError | None = None,
    ) -> None:
        """Tell one line of the run's story."""
        self.announce(Said(level, text, key, error))

    def waited(self, side: Side, seconds: float) -> None:
        """Tell that a service asks for patience (for `on_wait` of its budget)."""
        self.announce(Waited(side, seconds))

    @property
    def paused(self) -> bool:
        """Whether nothing new may be begun."""
        return not self._going.is_set()

    def pause(self) -> None:
        """Begin no further product and read no further page; what is in flight finishes."""
        if not self.paused:
            self._going.clear()
            self.announce(Paused())

    def go_on(self) -> None:
        """End a pause."""
        if self.paused:
            self._going.set()
            self.announce(WentOn())

    async def gate(self) -> None:
        """Wait while paused; a wish to stop ends the wait as well."""
        if not self.paused:
            return
        ways_on = [asyncio.create_task(event.wait()) for event in (self._going, self.stop)]
        try:
            await asyncio.wait(ways_on, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for way in ways_on:
                way.cancel()

    def fact(self, name: str, default: int = 0) -> int:
        """Return a stored whole number."""
        value = self.state.facts.get(name, default)
        return value if isinstance(value, int) else default

    def remember(self, name: str, value: int | str | None) -> None:
        """Store a fact in memory and on disk."""
        self.state.facts[name] = value
        self.mirror.save_fact(name, value)

    async def unless_stopped(self, work: Coroutine[Any, Any, Answer]) -> Answer:
        """Do something that may be given up at any moment. Raises `Stopped` on a wish to stop."""
        working = asyncio.create_task(work)
        stopping = asyncio.create_task(self.stop.wait())
        try:
            await asyncio.wait({working, stopping}, return_when=asyncio.FIRST_COMPLETED)
            if working.done():
                return working.result()
            raise Stopped
        finally:
            working.cancel()
            stopping.cancel()
            await asyncio.gather(working, stopping, return_exceptions=True)
