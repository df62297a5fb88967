"""Reasons to stop and ask before a run (DESIGN §5, RULES M13)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from app.domain.actions import Action
from app.domain.money import moved_by
from app.domain.rules import Rules
from app.domain.steps import DeleteVariation

ReasonKind = Literal["first", "delete", "hide", "zero", "price", "show", "listing"]
GuardKind = Literal["delete", "hide", "zero", "price", "show"]
GUARD_KINDS: tuple[GuardKind, ...] = ("delete", "hide", "zero", "price", "show")
_EXAMPLES = 5


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason to ask: how many products of how many, and the first SKUs."""

    kind: ReasonKind
    count: int
    of: int
    examples: tuple[str, ...]


def concerned(
    actions: Iterable[Action], rules: Rules, sold_out: frozenset[str]
) -> dict[GuardKind, list[Action]]:
    """The actions that count for each kind; a family counts once.

    `sold_out` are the keys of products whose whole online stock goes from above zero to zero.
    """
    found: dict[GuardKind, list[Action]] = {kind: [] for kind in GUARD_KINDS}
    limit = rules.decimal("guard.price")
    for action in actions:
        if action.kind == "delete" or any(isinstance(s, DeleteVariation) for s in action.steps):
            found["delete"].append(action)
        if action.kind == "hide":
            found["hide"].append(action)
        if action.kind == "show":
            found["show"].append(action)
        if action.key in sold_out and action.kind in ("update", "show"):
            found["zero"].append(action)
        if action.kind in ("update", "show") and _price_stands_out(action, limit):
            found["price"].append(action)
    return found


def _price_stands_out(action: Action, limit: Decimal) -> bool:
    """A member's price moves; where members that are online tell, the family's own one does not."""
    prices = [change for change in action.changes if change.field == "price"]
    of_members = [c for c in prices if c.variant is not None and c.variant.ecom_id is not None]
    for change in of_members or [c for c in prices if c.variant is None]:
        before, after = change.before, change.after
        if isinstance(after, Decimal) and moved_by(_amount(before), after) > limit:
            return True
    return False


def _amount(value: object) -> Decimal:
    return value if isinstance(value, Decimal) else Decimal(0)


def objections(
    found: Mapping[GuardKind, list[Action]],
    shown_online: int,
    rules: Rules,
    unattended: Mapping[str, int] | None = None,
) -> tuple[Reason, ...]:
    """The kinds that need a yes.

    `shown_online` is M, the linked products that eCom shows now; `unattended` is what runs
    without a yes did in the last 24 hours, by kind, and is None for an attended run.
    """
    reasons = []
    for kind, actions in found.items():
        count = len(actions)
        total = count + (unattended or {}).get(kind, 0)
        if count and _too_many(total, shown_online, rules):
            skus = tuple(action.sku for action in actions[:_EXAMPLES])
            reasons.append(Reason(kind, count, shown_online, skus))
    return tuple(reasons)


def _too_many(count: int, shown: int, rules: Rules) -> bool:
    most = rules.whole("guard.count")
    if most == 0:
        return count >= 1
    if count > most and count > rules.decimal("guard.share") * shown:
        return True
    return count >= 3 and count * 2 > shown
