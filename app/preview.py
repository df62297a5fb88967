"""A plan in words, for people who look at it before it is carried out (DESIGN §2.4)."""

from collections.abc import Iterable
from decimal import Decimal

from app.domain.actions import Action, Change
from app.domain.fields import FIELDS

LONGEST = 40
"""Products shown; the JSON has them all."""

_VERBS = {
    "create": "create",
    "update": "change",
    "show": "show again",
    "hide": "hide",
    "delete": "DELETE",
}
_LABELS = {field.name: field.label.lower() for field in FIELDS}
_AS_VALUES = frozenset({"name", "brand", "sku", "barcode", "price", "stock", "weight"})


def preview(actions: Iterable[Action]) -> list[str]:
    """One line a product: what happens to it, old and new where both fit in a line."""
    all_actions = list(actions)
    lines = [_line(action) for action in all_actions[:LONGEST]]
    if len(all_actions) > LONGEST:
        lines.append(f"  … and {len(all_actions) - LONGEST} more products; --json names them all.")
    return lines


def _line(action: Action) -> str:
    what = f"  {_VERBS[action.kind]:10} {action.sku}  {action.name}"
    if action.kind in ("create", "delete", "hide"):
        return what
    told = dict.fromkeys(_told(change) for change in action.changes if change.field != "enabled")
    return f"{what}: {', '.join(told)}" if told else what


def _told(change: Change) -> str:
    label = _LABELS[change.field]
    if change.variant is not None:
        label = f"{change.variant.sku} {label}"
    if change.field not in _AS_VALUES:
        return label
    return f"{label} {_shown(change.before, change.after)} → {_shown(change.after)}"


def _shown(value: object, like: object = None) -> str:
    """A value in words; an amount with the places of the one beside it."""
    if value is None:
        return "(none)"
    if not isinstance(value, Decimal):
        return str(value)
    return format(value.quantize(like) if isinstance(like, Decimal) else value, "f")
