"""Everything a decision needs besides the pair itself."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from app.domain.choices import Choices
from app.domain.comparing import Policy
from app.domain.fields import FIELDS, Terms
from app.domain.inventory import Levels, OnlineStock, online_stock
from app.domain.pairing import Link
from app.domain.product import PosRecord
from app.domain.rules import Rules

_SWITCHABLE = tuple(item.name for item in FIELDS if item.switchable)


@dataclass(frozen=True, slots=True)
class Situation:
    """Everything a decision needs besides the pair itself.

    `held` is what online orders hold, by POS record id; `told` the last value of the POS's own
    switch by product key; `lost` links of products deleted online; `problems` what matching
    found; `failures` the last attempt's error by key. `today` is the time in UTC ISO form, never
    earlier than it was before (RULES M20).
    """

    terms: Terms
    rules: Rules
    choices: Choices
    levels: Levels
    held: Mapping[str, int] = field(default_factory=dict)
    told: Mapping[str, bool] = field(default_factory=dict)
    lost: Mapping[str, Link] = field(default_factory=dict)
    problems: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    failures: Mapping[str, str] = field(default_factory=dict)
    in_flight: frozenset[str] = frozenset()
    features: frozenset[str] = frozenset()
    today: str = ""
    off: frozenset[str] = field(init=False, compare=False)
    """Fields that the manager switched off."""

    def __post_init__(self) -> None:
        off = frozenset([name for name in _SWITCHABLE if not self.rules.synced(name)])
        object.__setattr__(self, "off", off)


def policy_for(key: str, situation: Situation) -> Policy:
    """How one product's fields are treated: its own choices go before the store's (RULES M3)."""
    rules, choices = situation.rules, situation.choices
    return Policy(
        off=situation.off,
        keeps=lambda name: choices.keeps(key, name) or rules.keeps(name),
        kept_at_first_link=rules.kept_at_first_link,
        replace_first_images=rules.text("first_link.images") == "replace",
        tokens=situation.terms.tokens,
    )


def stock_of(record: PosRecord, key: str, situation: Situation) -> OnlineStock:
    """The online stock of one record, with its buffer and what orders hold."""
    buffer = situation.choices.buffers.get(key, situation.rules.whole("stock.buffer"))
    return online_stock(
        record,
        situation.levels,
        situation.choices.outlets,
        buffer,
        situation.held.get(record.id, 0),
    )
