"""The plan of an undo: what is put back, what is left and why, what goes with it (RULES M14)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from app.domain.actions import Action, VariantRef
from app.domain.choices import Flag
from app.domain.fields import FIELDS
from app.domain.product import EcomProduct

LeftReason = Literal[
    "changed",
    "edited",
    "follows",
    "gone",
    "inactive",
    "ordered",
    "picture",
    "removed",
    "sku taken",
    "stock",
    "unclear",
]
"""Why something is left as it is.

changed: eCom no longer has what the run left · edited: a created product was edited online since ·
follows: it always follows the POS, the next sync would write it again · gone: it is not online any
more · inactive, removed: the POS has it inactive or deleted · ordered: a created product was
ordered since · picture: a picture's content can't be had any more · sku taken: something else has
its SKU by now · stock: it is computed, never put back · unclear: it can't be told what was there.
"""

SENTENCES: Mapping[LeftReason, str] = {
    "changed": "It has changed online since, so it is left as it is.",
    "edited": "It was edited online since, so it stays. Switch it off to hide it.",
    "follows": "It always follows the POS; the next sync would change it again.",
    "gone": "It is no longer in the online store.",
    "inactive": "It is inactive in the POS, so it stays hidden. Make it active there.",
    "ordered": "It was ordered online since, so it stays. Switch it off to hide it.",
    "picture": "A picture is no longer kept by the online store, so the pictures stay.",
    "removed": "It was deleted in the POS, so it stays hidden.",
    "sku taken": "Another product online has its SKU by now.",
    "stock": "Stock is worked out anew at each sync and never put back.",
    "unclear": "It is not known what was there before.",
}

_LABELS = {item.name: item.label for item in FIELDS}


@dataclass(frozen=True, slots=True)
class Left:
    """One thing that is left as it is. `field` is "" for the product as a whole."""

    key: str
    sku: str
    name: str
    field: str
    reason: LeftReason
    variant: VariantRef | None = None


@dataclass(frozen=True, slots=True)
class Mark:
    """What is chosen for a product, so that the next sync does not redo what was undone.

    `keep` are fields whose value counts as an edit to be kept, `drop` fields for which that ends;
    `flag` the sell-online flag it gets. `apart` are product keys that must not be linked to it by
    SKU, `unlinked` that it comes back without a link; `link` is a choice to be put back.
    """

    keep: frozenset[str] = frozenset()
    drop: frozenset[str] = frozenset()
    flag: Flag | None = None
    apart: frozenset[str] = frozenset()
    unlinked: bool = False
    joined: frozenset[str] = frozenset()
    """Product keys for which a ban on linking ends."""


@dataclass(frozen=True, slots=True)
class UndoPlan:
    """Everything one undo would do. `seen` is what eCom had when it was planned, by product key."""

    run: int
    actions: tuple[Action, ...] = ()
    left: tuple[Left, ...] = ()
    marks: Mapping[str, Mark] = field(default_factory=dict)
    seen: Mapping[str, EcomProduct] = field(default_factory=dict)

    @property
    def renumbered(self) -> int:
        """How many products come back with a new number."""
        return sum(1 for action in self.actions if action.kind == "create")


def sentence(left: Left) -> str:
    """One thing that is left, in words."""
    what = f"{left.sku} {left.name}".strip()
    if left.field:
        label = _LABELS.get(left.field, left.field).lower()
        whose = f"{left.variant.sku} " if left.variant is not None and left.variant.sku else ""
        what = f"{what}, {whose}{label}"
    return f"{what}: {SENTENCES[left.reason]}"
