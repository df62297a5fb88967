"""Whose stock counts online, and what another choice would change (§7.6)."""

from dataclasses import dataclass
from decimal import Decimal

from app.domain.product import Register


@dataclass(frozen=True, slots=True)
class OutletLine:
    """One outlet: its registers, how many products and units it holds.

    `below_zero` counts products with a negative level there. `read_at` is UNIX seconds.
    """

    id: str
    name: str
    ticked: bool
    registers: tuple[str, ...]
    products: int
    units: Decimal
    below_zero: int
    read_at: int


@dataclass(frozen=True, slots=True)
class OutletsFacts:
    """What is kept now. `register` is None while none is chosen."""

    register: str | None
    registers: tuple[Register, ...]
    outlets: tuple[OutletLine, ...]


@dataclass(frozen=True, slots=True)
class StockMove:
    """One product whose online stock would change. None: not known; "unlimited" never moves."""

    key: str
    name: str
    sku: str
    picture: str
    before: int
    after: int


@dataclass(frozen=True, slots=True)
class OutletsEffect:
    """What a draft of the choice would do; `largest` by size of the move.

    `unknown` names products that no ticked outlet would count.
    """

    register: str | None
    ticked: frozenset[str]
    changed: int
    back_in_stock: int
    sold_out: int
    largest: tuple[StockMove, ...]
    keys: frozenset[str]
    unknown: tuple[str, ...] = ()
