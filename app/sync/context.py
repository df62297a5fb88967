"""What one run works with: services, storage, settings, clock, and where to tell its story."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

from app.domain.choices import Choices
from app.domain.events import Event, Level, Said
from app.domain.rules import Rules, SettingValue
from app.sync.ports import EcomService, PosService
from app.sync.storage_ports import Journal, Mirror, MirrorState

DOUBT_SECONDS = 90
"""Read timeout + 30 s: after this a request whose reply was lost can no longer arrive (M5)."""


@dataclass(slots=True)
class Context:
    """The parts of a run. `now` is UNIX seconds; `stop` is set when the user wants to stop."""

    pos: PosService
    ecom: EcomService
    mirror: Mirror
    journal: Journal
    rules: Rules
    choices: Choices
    state: MirrorState
    announce: Callable[[Event], None]
    now: Callable[[], float]
    sleep: Callable[[float], Awaitable[None]]
    set_rule: Callable[[str, SettingValue], None]
    set_choices: Callable[[Choices], None]
    mode_chosen: bool = False
    """Whether the manager has set `store.mode` himself (RULES M17)."""
    stop: asyncio.Event = field(default_factory=asyncio.Event)
    doubt_seconds: float = DOUBT_SECONDS

    def say(self, text: str, level: Level = "info", key: str = "") -> None:
        """Tell one line of the run's story."""
        self.announce(Said(level, text, key))

    def fact(self, name: str, default: int = 0) -> int:
        """Return a stored whole number."""
        value = self.state.facts.get(name, default)
        return value if isinstance(value, int) else default

    def remember(self, name: str, value: int | str | None) -> None:
        """Store a fact in memory and on disk."""
        self.state.facts[name] = value
        self.mirror.save_fact(name, value)
