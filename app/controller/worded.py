"""An action's changes as the log shows them: values people can read, no digests."""

from collections.abc import Callable

from app.controller.desk import Desk
from app.domain.actions import Action, Change
from app.facts.log_lines import LogChange

_LONG = frozenset({"description", "options", "category"})
"""Fields whose values are too long for a line, or ids: the line names the field alone."""


def worded(desk: Desk) -> Callable[[Action], tuple[LogChange, ...]]:
    """What turns an action's changes into those of the log."""

    def change_of(change: Change, names: dict[str, str]) -> LogChange:
        variant = change.variant
        whose = names.get(variant.pos_id, variant.sku) if variant is not None else ""
        if change.field == "images":
            return change.field, whose, _count(change.before), _count(change.after)
        if change.field in _LONG:
            return change.field, whose, None, None
        return change.field, whose, _plain(change.before), _plain(change.after)

    def changes_of(action: Action) -> tuple[LogChange, ...]:
        names = _variant_names(desk, action)
        return tuple(change_of(change, names) for change in action.changes)

    return changes_of


def _plain(value: object) -> object:
    if isinstance(value, tuple):
        return tuple(str(part) for part in value)
    return value


def _count(value: object) -> object:
    return len(value) if isinstance(value, tuple) else value


def _variant_names(desk: Desk, action: Action) -> dict[str, str]:
    ids = {change.variant.pos_id for change in action.changes if change.variant is not None}
    records = desk.state.records
    return {
        one: ", ".join(value for _, value in records[one].options) for one in ids if one in records
    }
