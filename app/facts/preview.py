"""The plan as the preview shows it: groups in order of risk, lines that can be unticked (§7.4)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal

from app.domain.guard import ReasonKind

GroupKind = Literal[
    "held delete",
    "held hide",
    "held zero",
    "held price",
    "held show",
    "delete",
    "hide",
    "conflict",
    "put back",
    "update",
    "show",
    "create",
]
"""In order of risk: what the guard objects to first, then the rest."""

LineValue = str | Decimal | int | bool | tuple[str, ...] | None

LineId = tuple[str, str, str]
"""Product key, POS record id of the variant ("" for the product itself), field name."""


@dataclass(frozen=True, slots=True)
class PlanLine:
    """One field of one product, old and new. `whole`: it can only go with its whole product.

    `field` is "product" for a line that stands for everything (create, delete, hide, show).
    `move` is the size of a price or stock move, for the order within a group: a share of the old
    price or of the old stock.
    """

    id: LineId
    sku: str
    name: str
    variant_name: str
    field: str
    before: LineValue
    after: LineValue
    whole: bool
    picture: str = ""
    note: str = ""
    """A code for the remark: "sold out", "deleted in POS", "deleted online", …; "" for none."""
    move: float = 0.0

    @property
    def key(self) -> str:
        """The product's key."""
        return self.id[0]


@dataclass(frozen=True, slots=True)
class PlanGroup:
    """Lines of one kind, product by product; `products` counts them."""

    kind: GroupKind
    lines: tuple[PlanLine, ...]
    products: int


@dataclass(frozen=True, slots=True)
class GuardReason:
    """One objection: how many products of how many shown online, and the first of them."""

    kind: ReasonKind
    count: int
    of: int
    examples: tuple[PlanLine, ...] = ()


@dataclass(frozen=True, slots=True)
class FirstLink:
    """How many products' online value of one field the first sync would replace (RULES S17)."""

    field: str
    count: int
    kept: bool


@dataclass(frozen=True, slots=True)
class PreviewFacts:
    """A plan to look at. `made_at` is when both stores were compared (UNIX seconds).

    `left_out` are the lines that are not ticked; it begins with what the guard objects to.
    `broken` is the sentence of a listing that can't be trusted: then there is nothing to apply.
    `answered` are the guard's kinds that the manager has answered, with whether they are included.
    """

    groups: tuple[PlanGroup, ...]
    made_at: float
    first: bool = False
    begun: bool = False
    """Whether an earlier run of the first sync has sent something already."""
    reasons: tuple[GuardReason, ...] = ()
    first_links: tuple[FirstLink, ...] = ()
    becomes_visible: int = 0
    left_out: frozenset[LineId] = frozenset()
    answered: tuple[tuple[ReasonKind, bool], ...] = ()
    broken: str = ""
    check_only: bool = False
    others: str = ""
    """What else writes to the online store: "foreign", "own" (another Counterpart) or ""."""
    writes: int = 0
    """How many requests would change the online store if everything ticked is applied."""
    seconds: float = 0.0
    """About how long that takes at the services' pace."""
    only: frozenset[str] | None = None
    """The products the preview is limited to; None for all."""
    costs: Mapping[str, int] = field(default_factory=dict)
    """How many requests change the online store, by product."""
    seconds_a_write: float = 0.0
    """Seconds a request takes at the service's pace."""

    @property
    def lines(self) -> tuple[PlanLine, ...]:
        """Every line, in order."""
        return tuple(line for group in self.groups for line in group.lines)

    @property
    def total(self) -> int:
        """How many products would change."""
        return len({line.key for line in self.lines})

    @property
    def ticked(self) -> int:
        """How many products change with what is ticked."""
        return len({line.key for line in self.lines if line.id not in self.left_out})
