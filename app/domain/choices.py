"""What the manager chose for this shop: outlets, register, flags, kept edits (RULES S4)."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import Any, Literal

Flag = Literal["follow", "on", "off"]


@dataclass(frozen=True, slots=True)
class Choices:
    """The manager's choices; keyed by POS product key (R21) where they concern one product.

    `kept` names, for a product, the fields whose online edit is kept until the POS changes them.
    `register` is the till that takes the online orders; `outlets` are the ticked outlets, to
    which the register's own outlet always belongs (R10).
    """

    register: str | None = None
    outlets: frozenset[str] = frozenset()
    flags: Mapping[str, Flag] = field(default_factory=dict)
    kept: Mapping[str, frozenset[str]] = field(default_factory=dict)
    buffers: Mapping[str, int] = field(default_factory=dict)
    booked: frozenset[str] = frozenset()
    restore_refused: frozenset[str] = frozenset()
    links: Mapping[str, int] = field(default_factory=dict)
    """Links made by hand: POS product key to eCom id; 0 forbids linking by SKU."""

    def flag(self, key: str) -> Flag:
        """The setting of the sell-online flag (R9)."""
        return self.flags.get(key, "follow")

    def keeps(self, key: str, field_name: str) -> bool:
        """Whether this product's online edit of a field is kept."""
        return field_name in self.kept.get(key, frozenset())


def merged(before: Choices, after: Choices, current: Choices) -> Choices:
    """The current choices with what changed from `before` to `after`, key by key."""
    values: dict[str, Any] = {}
    for item in fields(Choices):
        old, new, now = (getattr(one, item.name) for one in (before, after, current))
        if isinstance(old, Mapping):
            values[item.name] = _merged_keys(old, new, now)
        else:
            values[item.name] = now if new == old else new
    return Choices(**values)


def _merged_keys(
    before: Mapping[str, object], after: Mapping[str, object], current: Mapping[str, object]
) -> dict[str, object]:
    values = dict(current)
    for key in {*before, *after}:
        if before.get(key) == after.get(key):
            continue
        values.pop(key, None)
        if key in after:
            values[key] = after[key]
    return values
