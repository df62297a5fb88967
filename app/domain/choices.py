"""What the manager chose for this shop: outlets, register, flags, kept edits (RULES S4)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

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
