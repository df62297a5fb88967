"""What happens during a run: small facts that carry ids, never rows (DESIGN §10)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from app.domain.actions import Action, ActionKind
from app.domain.errors import CounterpartError, Side
from app.domain.guard import Reason
from app.domain.undo_plan import Left

Mode = Literal["sync", "check", "check only", "undo"]
Phase = Literal["reading online", "reading POS", "comparing", "writing", "checking"]
Level = Literal["info", "warning", "error"]
ActionResult = Literal["done", "failed", "skipped"]

COUNTED = ("created", "updated", "shown", "hidden", "deleted", "unchanged", "failed", "attention")


@dataclass(frozen=True, slots=True)
class Started:
    """A run began."""

    mode: Mode
    run: int | None


@dataclass(frozen=True, slots=True)
class Progressed:
    """So much of a phase is done; `total` is 0 while it is not known."""

    phase: Phase
    done: int
    total: int


@dataclass(frozen=True, slots=True)
class Planned:
    """The plan stands."""

    actions: tuple[Action, ...]


@dataclass(frozen=True, slots=True)
class UndoPlanned:
    """What an undo would leave as it is, and how many products come back with a new number."""

    of_run: int
    left: tuple[Left, ...]
    renumbered: int


@dataclass(frozen=True, slots=True)
class Objected:
    """The guard, or a first sync, wants a yes."""

    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class ActionStarted:
    """The first request of one action is about to be sent; of new ones when their batch is."""

    key: str
    sku: str
    name: str
    action: ActionKind


@dataclass(frozen=True, slots=True)
class ActionFinished:
    """What became of one action; `error` in words when it failed or was skipped."""

    key: str
    ecom_id: int | None
    sku: str
    name: str
    action: ActionKind
    result: ActionResult
    error: str | None = None


@dataclass(frozen=True, slots=True)
class Said:
    """A line of the run's story; `key` names the product it is about.

    `error` is what the run itself ended with, where it ended with one.
    """

    level: Level
    text: str
    key: str = ""
    error: CounterpartError | None = None


@dataclass(frozen=True, slots=True)
class Paused:
    """Nothing new is begun until the run goes on; what is in flight finishes."""


@dataclass(frozen=True, slots=True)
class WentOn:
    """The run goes on after a pause."""


@dataclass(frozen=True, slots=True)
class Waited:
    """A service asks for patience, or our own budget for it: so many seconds from now."""

    side: Side
    seconds: float


@dataclass(frozen=True, slots=True)
class Finished:
    """A run ended; counts are products (RULES M19)."""

    run: int | None
    mode: Mode
    exit: int
    counts: Mapping[str, int] = field(default_factory=dict)
    requests: Mapping[str, int] = field(default_factory=dict)
    writes: int = 0
    seconds: float = 0.0


Event = (
    Started
    | Progressed
    | Planned
    | UndoPlanned
    | Objected
    | ActionStarted
    | ActionFinished
    | Said
    | Paused
    | WentOn
    | Waited
    | Finished
)
