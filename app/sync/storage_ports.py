"""What the engine needs from this computer, as Protocols: the mirror and the journal."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, Literal, Protocol

from app.domain.actions import Action, ActionKind, Change
from app.domain.categories import CategoryLink
from app.domain.pairing import Base, Link
from app.domain.past import Former
from app.domain.product import (
    EcomCategory,
    EcomProduct,
    EcomRead,
    EcomShop,
    InventoryRow,
    Outlet,
    PosCategory,
    PosRead,
    PosRecord,
    PosShop,
    Register,
)
from app.domain.steps import Step

FactValue = str | int | float | bool | None | list["FactValue"] | dict[str, "FactValue"]
StepState = Literal["sent", "done", "failed", "unknown"]


@dataclass(slots=True)
class MirrorState:
    """The mirror in memory, kept in step with the database by the engine alone."""

    records: dict[str, PosRecord] = field(default_factory=dict)
    levels: dict[str, dict[str, Decimal]] = field(default_factory=dict)
    online: dict[int, EcomProduct] = field(default_factory=dict)
    links: dict[str, Link] = field(default_factory=dict)
    bases: dict[str, Base] = field(default_factory=dict)
    pos_categories: tuple[PosCategory, ...] = ()
    ecom_categories: tuple[EcomCategory, ...] = ()
    category_links: dict[str, CategoryLink] = field(default_factory=dict)
    category_ids: dict[str, int] = field(default_factory=dict)
    """POS category id to eCom category id, as resolved for this run."""
    tokens: dict[tuple[str, str], str] = field(default_factory=dict)
    told: dict[str, bool] = field(default_factory=dict)
    facts: dict[str, FactValue] = field(default_factory=dict)
    lost: dict[str, Link] = field(default_factory=dict)
    """Links of products that were deleted online, by product key."""
    failed: dict[str, str] = field(default_factory=dict)
    """The last failed attempt's error, by product key."""
    outlets: tuple[Outlet, ...] = ()
    registers: tuple[Register, ...] = ()
    shop: EcomShop | None = None
    pos_shop: PosShop | None = None


@dataclass(frozen=True, slots=True)
class Hold:
    """Pieces held by an online order, or by a drop seen without `read_orders` (RULES M4).

    `level` is the POS's level when the order was first seen; `since` UNIX seconds.
    """

    order_id: str
    pos_id: str
    quantity: int
    since: int
    level: Decimal
    ended: bool = False


@dataclass(frozen=True, slots=True)
class OpenStep:
    """A step that was sent and whose outcome is not known; `written` is it as plain data."""

    id: int
    run: int
    key: str
    ecom_id: int | None
    kind: str
    sent: int
    batch_key: str = ""
    body: bytes = b""
    written: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Failure:
    """The last failed attempt at one product; `signature` changes when the product changes."""

    key: str
    error: str
    tries: int
    since: int
    signature: str


@dataclass(frozen=True, slots=True)
class RunRecord:
    """One past run, as `history` shows it."""

    run: int
    started: str
    seconds: float
    mode: str
    exit: int
    counts: Mapping[str, int]
    requests: Mapping[str, int]
    writes: int
    undone: bool = False
    by: str = ""
    """What started it: "window", "schedule" or "command"; "" where that was not kept."""
    undoes: int | None = None
    """The run that it undid."""


@dataclass(frozen=True, slots=True)
class KeptAction:
    """One action of a past run as the journal keeps it: the answers before and after are raw.

    The values of its changes are those of JSON: amounts are text. `result` is "" for an action
    that was never finished.
    """

    run: int
    key: str
    kind: ActionKind
    ecom_id: int | None
    sku: str
    name: str
    changes: tuple[Change, ...]
    result: str
    error: str
    before: bytes | None = None
    after: bytes | None = None
    former: Former | None = None


class Mirror(Protocol):
    """Both sides as last read, and what joins them. Raises `StorageFailed`."""

    def load(self) -> MirrorState: ...

    def save_pos(self, read: PosRead) -> None: ...

    def save_inventory(self, rows: Sequence[InventoryRow]) -> None: ...

    def save_ecom(self, read: EcomRead) -> None: ...

    def remove_ecom(self, ecom_ids: Iterable[int]) -> None:
        """Take products out; what eCom last told of them is kept for restoring."""
        ...

    def save_pos_categories(self, categories: Sequence[PosCategory]) -> None: ...

    def save_ecom_categories(self, categories: Sequence[EcomCategory]) -> None: ...

    def save_category_links(self, links: Mapping[str, CategoryLink]) -> None: ...

    def save_links(self, links: Mapping[str, Link | None]) -> None: ...

    def save_lost(self, links: Mapping[str, Link | None]) -> None: ...

    def save_bases(self, bases: Mapping[str, Base | None]) -> None: ...

    def save_tokens(self, tokens: Mapping[tuple[str, str], str]) -> None: ...

    def save_told(self, told: Mapping[str, bool]) -> None: ...

    def save_premises(self, outlets: Sequence[Outlet], registers: Sequence[Register]) -> None: ...

    def save_shop(self, shop: EcomShop) -> None: ...

    def save_pos_shop(self, shop: PosShop) -> None: ...

    def save_fact(self, name: str, value: FactValue) -> None: ...

    def text(self, digest: str) -> str | None:
        """The description whose normal form has this digest."""
        ...

    def raw_pos(self, record_id: str) -> bytes | None: ...

    def raw_ecom(self, ecom_id: int) -> bytes | None: ...

    def raw_gone(self, ecom_id: int) -> bytes | None:
        """What eCom last told of a product that is no longer there."""
        ...

    def holds(self) -> tuple[Hold, ...]: ...

    def save_holds(self, holds: Iterable[Hold]) -> None: ...

    def save_levels(self, at: int, levels: Mapping[str, Decimal], forget_before: int) -> None: ...

    def level_history(self, pos_id: str) -> tuple[tuple[int, Decimal], ...]: ...

    def failures(self) -> tuple[Failure, ...]: ...

    def save_failures(self, failures: Iterable[Failure], mended: Iterable[str]) -> None: ...


class Journal(Protocol):
    """The durable record of runs: written before a request is sent, settled after its answer."""

    def start_run(
        self, mode: str, started: str, attended: bool, by: str = "", undoes: int | None = None
    ) -> int: ...

    def save_plan(
        self, run: int, actions: Sequence[Action], kinds: Mapping[str, int] | None = None
    ) -> None: ...

    def save_before(self, run: int, key: str, raw: bytes) -> None: ...

    def save_after(self, run: int, key: str, raw: bytes) -> None:
        """Keep what eCom answered when the writes of an action were read back."""
        ...

    def save_former(self, run: int, key: str, former: Former) -> None:
        """Keep what was chosen about a product before an undo changes that."""
        ...

    def kept_actions(self, run: int) -> tuple[KeptAction, ...]:
        """What a run did, with the answers before and after."""
        ...

    def started(self, run: int) -> int:
        """When a run began, UNIX seconds; 0 if it is not kept."""
        ...

    def mark_undone(self, run: int) -> None:
        """Note that everything a run did was put back, as far as that can be."""
        ...

    def intend(
        self,
        run: int,
        key: str,
        ecom_id: int | None,
        step: Step,
        sent: int,
        *,
        batch_key: str = "",
        body: bytes = b"",
    ) -> int: ...

    def settle(self, step_id: int, state: StepState, result: str = "") -> None: ...

    def finish_action(self, run: int, key: str, result: str, error: str) -> None: ...

    def finish_run(self, record: RunRecord, kinds: Mapping[str, int] | None) -> None: ...

    def prune(self, before: str) -> None:
        """Forget runs older than that (UTC ISO), unsettled writes excepted."""
        ...

    def prune_to(self, size: int, before: str) -> tuple[int, ...]:
        """Forget the oldest runs until all take at most so many bytes; returns which went.

        Only those older than `before` (UTC ISO) go; neither the last one nor one with unsettled
        writes.
        """
        ...

    def open_steps(self) -> tuple[OpenStep, ...]: ...

    def runs(self) -> tuple[RunRecord, ...]: ...

    def unattended_since(self, started: str) -> dict[str, int]:
        """What runs without a yes did since then, by guard kind (RULES M13)."""
        ...
