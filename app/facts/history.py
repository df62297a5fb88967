"""What the history shows: past runs, what one of them did, and what an undo would do (§7.7)."""

from dataclasses import dataclass
from typing import Literal

from app.domain.undo_plan import LeftReason
from app.facts.product import Value

Undoable = Literal["", "whole", "field"]
"""Whether a line can be undone: not, only with its whole product, or by itself."""


@dataclass(frozen=True, slots=True)
class RunLine:
    """One past run. `at` in UNIX seconds; `by` is "window", "schedule", "command" or ""."""

    run: int
    at: float
    by: str
    mode: str
    exit: int
    seconds: float
    changed: int
    failed: int
    attention: int = 0
    requests: int = 0
    undone: bool = False
    undoes: int | None = None
    created: int = 0
    updated: int = 0
    shown: int = 0
    hidden: int = 0
    deleted: int = 0

    @property
    def wrote(self) -> bool:
        """Whether it was there to write: not one that only compared."""
        return self.mode in ("sync", "undo")


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """One thing that a run did, or that an undo would do: one field of a product, old and new.

    `field` is "product" for a product as a whole, then `action` says what; `variant` names one of
    its variants.
    """

    key: str
    sku: str
    name: str
    action: str
    field: str
    before: Value = None
    after: Value = None
    variant: str = ""
    result: str = "done"
    error: str = ""
    undoable: Undoable = ""


@dataclass(frozen=True, slots=True)
class RunDetail:
    """What one run did, product by product."""

    run: int
    lines: tuple[ChangeLine, ...]


@dataclass(frozen=True, slots=True)
class LeftLine:
    """One thing that an undo would leave as it is, and why."""

    key: str
    sku: str
    name: str
    field: str
    variant: str
    reason: LeftReason


@dataclass(frozen=True, slots=True)
class HistoryFacts:
    """The runs that are kept, newest first, and what the chosen one did."""

    runs: tuple[RunLine, ...] = ()
    chosen: int | None = None
    detail: RunDetail | None = None

    @property
    def run(self) -> RunLine | None:
        """The chosen run."""
        return next((one for one in self.runs if one.run == self.chosen), None)


@dataclass(frozen=True, slots=True)
class UndoFacts:
    """An undo to look at before it is carried out; `at` is when its run began.

    `product` and `field` say what part of the run is meant; "" for all of it.
    """

    run: int
    at: float
    lines: tuple[ChangeLine, ...]
    left: tuple[LeftLine, ...]
    renumbered: int
    products: int
    product: str = ""
    field: str = ""
    check_only: bool = False
