"""Makes the facts of the history from the journal and from the plan of an undo."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from decimal import Decimal, InvalidOperation
from typing import Protocol

from app.domain.actions import Change
from app.domain.undo_plan import UndoPlan
from app.facts.history import ChangeLine, LeftLine, RunLine, Undoable, UndoFacts
from app.facts.product import Value
from app.sync.storage_ports import KeptAction, RunRecord

CHANGED = ("created", "updated", "shown", "hidden", "deleted")
_NEVER = frozenset({"stock", "sku", "options"})
_AMOUNTS = frozenset({"price", "weight"})


class _Done(Protocol):
    """What actions of the journal and of a plan have in common."""

    @property
    def key(self) -> str: ...

    @property
    def kind(self) -> str: ...

    @property
    def sku(self) -> str: ...

    @property
    def name(self) -> str: ...

    @property
    def changes(self) -> tuple[Change, ...]: ...


def run_line(run: RunRecord) -> RunLine:
    """One past run."""
    return RunLine(
        run.run,
        _seconds(run.started),
        run.by,
        run.mode,
        run.exit,
        run.seconds,
        sum(run.counts.get(name, 0) for name in CHANGED),
        run.counts.get("failed", 0),
        run.counts.get("attention", 0),
        sum(run.requests.values()),
        run.undone,
        run.undoes,
        **{name: run.counts.get(name, 0) for name in CHANGED},
    )


def _seconds(stamp: str) -> float:
    try:
        return datetime.fromisoformat(stamp).timestamp()
    except ValueError:
        return 0.0


def kept_lines(
    actions: Iterable[KeptAction], categories: Mapping[int, str]
) -> tuple[ChangeLine, ...]:
    """What a run did, product by product: what failed first, then by name."""
    ordered = sorted(
        actions, key=lambda one: (one.result != "failed", one.name.casefold(), one.key)
    )
    return tuple(
        line
        for one in ordered
        for line in _lines(one, categories, one.result or "unfinished", one.error, undo=True)
    )


def undo_facts(
    plan: UndoPlan,
    at: float,
    categories: Mapping[int, str],
    *,
    product: str = "",
    field: str = "",
    check_only: bool = False,
) -> UndoFacts:
    """What an undo would do, and what it would leave."""
    left = tuple(
        LeftLine(one.key, one.sku, one.name, one.field, _sku(one.variant, one.sku), one.reason)
        for one in plan.left
    )
    lines = tuple(line for one in plan.actions for line in _lines(one, categories, "planned", ""))
    return UndoFacts(
        plan.run,
        at,
        lines,
        left,
        plan.renumbered,
        len(plan.actions),
        product,
        field,
        check_only,
    )


def _sku(variant: object, own: str) -> str:
    sku = str(getattr(variant, "sku", ""))
    return "" if sku == own else sku


def _lines(
    action: _Done, categories: Mapping[int, str], result: str, error: str, *, undo: bool = False
) -> list[ChangeLine]:
    def line(
        field: str, before: Value, after: Value, variant: str = "", undoable: Undoable = ""
    ) -> ChangeLine:
        return ChangeLine(
            action.key,
            action.sku,
            action.name,
            action.kind,
            field,
            before,
            after,
            variant,
            result,
            error,
            undoable if undo and result != "skipped" else "",
        )

    found: list[ChangeLine] = []
    if action.kind != "update" or error or result not in ("done", "planned"):
        found.append(line("product", None, None, undoable="whole"))
    if action.kind in ("create", "delete"):
        return found
    for change in _told(action.changes):
        before, after = (_value(change.field, v, categories) for v in (change.before, change.after))
        alone: Undoable = "whole" if change.field in _NEVER else "field"
        found.append(line(change.field, before, after, _sku(change.variant, action.sku), alone))
    return found


def _told(changes: Iterable[Change]) -> Iterable[Change]:
    """One line for a new variant instead of one for each of its fields."""
    for change in changes:
        new = change.variant is not None and change.variant.ecom_id is None
        if change.field == "enabled" or (new and change.field != "options"):
            continue
        yield change


def _value(field: str, value: object, categories: Mapping[int, str]) -> Value:
    if field in _AMOUNTS:
        return _amount(value)
    if field == "description":
        return None
    if field == "category" and isinstance(value, list | tuple):
        return tuple(_category(part, categories) for part in value) or None
    if isinstance(value, list | tuple):
        return tuple("" if part is None else str(part) for part in value)
    if isinstance(value, Mapping):
        return tuple(f"{name}: {_several(part)}" for name, part in value.items())
    return value if isinstance(value, str | int | bool) else None


def _several(value: object) -> str:
    return ", ".join(str(part) for part in value) if isinstance(value, list | tuple) else str(value)


def _category(part: object, categories: Mapping[int, str]) -> str:
    return categories.get(part, str(part)) if isinstance(part, int) else str(part)


def _amount(value: object) -> Value:
    if value is None:
        return None
    try:
        return Decimal(str(value))
    except InvalidOperation:
        return str(value)
