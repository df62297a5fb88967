"""The manager's yes to exactly what he was shown: nothing else is carried out (DESIGN §7)."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from app.domain.actions import Action, Change
from app.domain.leaving_out import LeftOut
from app.domain.planning import Plan


@dataclass(frozen=True, slots=True)
class Approval:
    """What was shown and ticked.

    `actions` are signatures by product key, of a plan made without the lines of `left_out`.
    """

    actions: Mapping[str, str]
    left_out: LeftOut = field(default_factory=dict)

    def covers(self, action: Action) -> bool:
        """Whether this very action was ticked."""
        return self.actions.get(action.key) == signature(action)

    def covered(self, plan: Plan) -> frozenset[str]:
        """The keys of all actions of a plan that were ticked just so."""
        return frozenset(action.key for action in plan.actions if self.covers(action))


def signature(action: Action) -> str:
    """A digest that changes when what is to be done changes (RULES S9), and else never."""
    changes = [_noted_change(change) for change in action.changes]
    told = repr((action.kind, action.key, action.ecom_id, changes))
    return hashlib.blake2b(told.encode(), digest_size=8).hexdigest()


def _noted_change(change: Change) -> object:
    variant = change.variant
    whose = (variant.pos_id, variant.ecom_id, variant.sku) if variant is not None else None
    return change.field, whose, _noted(change.before), _noted(change.after)


def _noted(value: object) -> object:
    """A value in a form that is the same however it was come by."""
    if isinstance(value, Decimal):
        return format(value.normalize(), "f")
    if isinstance(value, tuple | list):
        return [_noted(part) for part in value]
    if isinstance(value, frozenset | set):
        return sorted(map(repr, map(_noted, value)))
    if isinstance(value, Mapping):
        return sorted((str(name), repr(_noted(part))) for name, part in value.items())
    return value
