"""What the model remembers from one sync to the next, and what the manager chose."""

from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from tests.model.sides import Shelf

Choice = tuple[str, str]
Agreed = dict[tuple[str, str], tuple[Any, Any]]
"""By (record id, field): what the POS had and what eCom answered; "" is the product itself."""

DEFAULTS: dict[str, Any] = {
    "new_products": "off",
    "removal.mode": "delete",
    "removal.days": 30,
    "stock.buffer": 0,
    "orders.reach_pos": "by hand",
    "orders.hold_minutes": 15,
    "first_link.images": "keep",
    "first_link.keep": (),
    "guard.count": 10,
    "guard.share": Decimal("0.05"),
    "guard.price": Decimal("0.5"),
    "prices.form": "auto",
}


@dataclass
class Manager:
    """Choices by product key where they concern one product; settings by their key."""

    outlets: set[str] = field(default_factory=set)
    flags: dict[str, str] = field(default_factory=dict)
    buffers: dict[str, int] = field(default_factory=dict)
    kept: dict[str, set[str]] = field(default_factory=dict)
    booked: set[str] = field(default_factory=set)
    settings: dict[str, Any] = field(default_factory=dict)

    def set_to(self, key: str) -> Any:
        """A setting's value."""
        return self.settings.get(key, DEFAULTS.get(key))

    def off(self, name: str) -> bool:
        """Whether a field is not kept in step."""
        return self.settings.get(f"fields.{name}.sync", True) is False

    def keeps(self, key: str, name: str) -> bool:
        """Whether an edit made online stays until the POS changes the field (R12)."""
        by_rule = self.settings.get(f"fields.{name}.edited_online") == "keep"
        return by_rule or name in self.kept.get(key, ())


@dataclass
class Pair:
    """A POS product and its product online. `options` are the choices that came from the POS."""

    ecom: int | str
    shown: bool
    variations: dict[str, int | str] = field(default_factory=dict)
    agreed: Agreed = field(default_factory=dict)
    options: set[Choice] = field(default_factory=set)
    due: float = 0.0


@dataclass
class Shelved:
    """The category online that stands for one of the POS: name and parent as in the POS then."""

    ecom: int | str
    ours: bool
    name: str
    parent: str | None


@dataclass
class Memory:
    """Everything settled so far; `shown_once` are products whose counterpart was deleted online.

    `shelves` are the products online as the last sync left them, by POS key.
    `seen` are levels over all outlets with the time at which a sync saw them.
    """

    pairs: dict[str, Pair] = field(default_factory=dict)
    shown_once: dict[str, bool] = field(default_factory=dict)
    shelves: dict[str, Shelf] = field(default_factory=dict)
    told: dict[str, bool] = field(default_factory=dict)
    categories: dict[str, Shelved] = field(default_factory=dict)
    seen: dict[str, list[tuple[float, Decimal]]] = field(default_factory=dict)
    orders: dict[str, "Ordered"] = field(default_factory=dict)


@dataclass
class Ordered:
    """An order that may hold pieces of one product or variation.

    `record` is whose they are in the POS, as far as the last sync knew; where that isn't known the
    SKU says it.
    """

    placed: float
    ecom: int | str
    variation: int | str | None
    pieces: int
    sku: str = ""
    record: str | None = None
    cancelled: bool = False
    ended: set[str] = field(default_factory=set)
