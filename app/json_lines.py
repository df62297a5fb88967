"""The JSON of runs and pairs, exactly as agreed (DESIGN §8, RULES M19)."""

import json
from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal

from app.domain.actions import Action, Change, VariantRef
from app.domain.assessing import Assessment
from app.domain.comparing import Verdict
from app.domain.draft import wished_stock
from app.domain.events import (
    ActionFinished,
    ActionStarted,
    Event,
    Finished,
    Objected,
    Paused,
    Planned,
    Progressed,
    Said,
    Started,
    UndoPlanned,
    Waited,
    WentOn,
)
from app.domain.pairing import PosProduct
from app.domain.product import EcomCategory, EcomProduct, PosRecord

Json = dict[str, object]


class Wording:
    """What turns values of the domain into JSON: texts by digest, category names by id.

    `places` are those of the online store's currency.
    """

    def __init__(
        self,
        text: Callable[[str], str | None],
        categories: Iterable[EcomCategory],
        places: int = 2,
    ) -> None:
        self._text = text
        self._places = places
        self._categories = {category.id: category for category in categories}

    def value(self, field: str, value: object) -> object:
        """One value: money, weight and size as decimal strings, blank as null (RULES M19)."""
        if value is None or value == "":
            return None
        if field in ("description", "category"):
            return self._looked_up(field, value)
        if field == "images" and isinstance(value, tuple):
            return len(value)
        if field == "options":
            return _options(value)
        if field == "price" and isinstance(value, Decimal):
            return f"{value:.{self._places}f}"
        return _plain(value)

    def _looked_up(self, field: str, value: object) -> object:
        return self._text(str(value)) if field == "description" else self._category_names(value)

    def _category_names(self, value: object) -> object:
        """Names from the top; of several categories online one path after the other, by id."""
        if not isinstance(value, tuple | frozenset):
            return None
        ids = sorted(part for part in value if isinstance(part, int))
        names = [name for category_id in ids for name in self._path(category_id)]
        names += [part for part in value if isinstance(part, str)]
        return names or None

    def _path(self, category_id: int) -> list[str]:
        names: list[str] = []
        seen: set[int] = set()
        at: int | None = category_id
        while at is not None and at in self._categories and at not in seen:
            seen.add(at)
            names.insert(0, self._categories[at].name)
            at = self._categories[at].parent_id
        return names or [str(category_id)]


def _options(value: object) -> object:
    if isinstance(value, Mapping):
        return {
            str(name): list(choices) if isinstance(choices, tuple) else choices
            for name, choices in value.items()
        }
    if isinstance(value, tuple):
        return dict(value)
    return value


def _plain(value: object) -> object:
    if isinstance(value, Decimal):
        return format(value.normalize(), "f")
    if isinstance(value, tuple):
        return [_plain(side) for side in value]
    if isinstance(value, str | bool | int):
        return value
    return None


def line(event: Event, wording: Wording) -> Json | None:
    """One event as JSON; None for what only people read."""
    if isinstance(event, Said | ActionStarted | Paused | WentOn | Waited):
        return None
    if isinstance(event, Planned):
        return {"event": "planned", "actions": [_action(a, wording) for a in event.actions]}
    if isinstance(event, UndoPlanned):
        return _undo_planned(event)
    return _small(event)


def _undo_planned(event: UndoPlanned) -> Json:
    left = [
        {
            "pos_id": one.key,
            "sku": one.sku,
            "field": one.field or None,
            "variant": _whose(one.variant),
            "reason": one.reason,
        }
        for one in event.left
    ]
    return {
        "event": "undo",
        "of_run": event.of_run,
        "left": left,
        "new_numbers": event.renumbered,
    }


def _whose(variant: VariantRef | None) -> Json | None:
    if variant is None:
        return None
    return {"pos_id": variant.pos_id, "ecom_id": variant.ecom_id, "sku": variant.sku}


def _small(event: Started | Objected | Progressed | ActionFinished | Finished) -> Json:
    match event:
        case Started():
            return {"event": "started", "mode": event.mode, "run": event.run}
        case Objected():
            reasons = [
                {"kind": r.kind, "count": r.count, "of": r.of, "examples": list(r.examples)}
                for r in event.reasons
            ]
            return {"event": "guard", "reasons": reasons}
        case Progressed():
            return {
                "event": "progress",
                "phase": event.phase,
                "done": event.done,
                "total": event.total,
            }
        case ActionFinished():
            return {
                "event": "action",
                "pos_id": event.key,
                "ecom_id": event.ecom_id,
                "sku": event.sku,
                "action": event.action,
                "result": event.result,
                "error": event.error,
            }
        case Finished():
            return _finished(event)


def _finished(event: Finished) -> Json:
    return {
        "event": "finished",
        "run": event.run,
        "counts": dict(event.counts),
        "requests": dict(event.requests),
        "seconds": event.seconds,
        "exit": event.exit,
        "mode": event.mode,
        "writes": event.writes,
    }


def _action(action: Action, wording: Wording) -> Json:
    return {
        "action": action.kind,
        "sku": action.sku,
        "name": action.name,
        "pos_id": action.key,
        "ecom_id": action.ecom_id,
        "writes": action.writes,
        "changes": [_change(change, wording) for change in action.changes],
    }


def _change(change: Change, wording: Wording) -> Json:
    variant = change.variant
    return {
        "field": change.field,
        "variant": _whose(variant),
        "before": wording.value(change.field, change.before),
        "after": wording.value(change.field, change.after),
    }


def pair(found: Assessment, action: Action | None, wording: Wording) -> Json:
    """One pair of `status --json`; `action` is what the next sync would do about it."""
    product, there = found.product, found.there
    return {
        "sku": product.head.sku if product else there.sku if there else "",
        "name": product.head.name if product else there.name if there else "",
        "pos_id": found.key or None,
        "ecom_id": there.id if there else None,
        "status": found.status,
        "reasons": [*found.reasons, *found.notes],
        "flag": found.flag,
        "sell_online": found.sell_online,
        "differences": _differences(found, action, wording),
    }


def _differences(found: Assessment, action: Action | None, wording: Wording) -> list[Json]:
    """What the comparison found, and what else the action would change on the way."""
    if found.product is None or found.there is None:
        return []
    rows = _compared(found, found.product, found.there, wording)
    named = {_place(row["field"], row["variant"]) for row in rows}
    for change in action.changes if action is not None else ():
        told = _change(change, wording)
        if _place(told["field"], told["variant"]) not in named:
            rows.append(_difference(change.field, told["variant"], told["after"], told["before"]))
    return rows


def _place(field: object, variant: object) -> tuple[object, object]:
    return field, variant["pos_id"] if isinstance(variant, dict) else None


def _compared(
    found: Assessment, product: PosProduct, there: EcomProduct, wording: Wording
) -> list[Json]:
    members = {record.id: record for record in product.members}
    rows: list[Json] = []
    if found.enabled is not None:
        rows.append(_difference("enabled", None, found.enabled, there.enabled))
    rows += [_field_difference(verdict, product, members, wording) for verdict in found.verdicts]
    for stock in found.stocks:
        if stock.how != "leave":
            ecom = "unlimited" if stock.quantity is None else stock.quantity
            variant = _variant(stock.pos_id, stock.variation_id, members)
            rows.append(_difference("stock", variant, wished_stock(stock), ecom))
    for record in found.missing:
        options = wording.value("options", record.options)
        rows.append(_difference("options", _variant(record.id, None, members), options, None))
    variations = {variation.id: variation for variation in there.variations}
    for pos_id, variation_id in found.surplus:
        gone = variations[variation_id]
        variant = {"pos_id": pos_id, "ecom_id": variation_id, "sku": gone.sku or ""}
        options = wording.value("options", gone.options)
        rows.append(_difference("options", variant, None, options))
    return rows


def _field_difference(
    verdict: Verdict, product: PosProduct, members: Mapping[str, PosRecord], wording: Wording
) -> Json:
    name = verdict.field.name
    pos = verdict.pos
    if name == "category":
        pos = tuple(ref.name for ref in product.head.category)
    variant = _variant(verdict.pos_id, verdict.variation_id, members) if verdict.pos_id else None
    return _difference(name, variant, wording.value(name, pos), wording.value(name, verdict.ecom))


def _variant(
    pos_id: str, variation_id: int | None, members: Mapping[str, PosRecord]
) -> Json | None:
    record = members.get(pos_id)
    if record is None or not (record.options or variation_id):
        return None
    return {"pos_id": pos_id, "ecom_id": variation_id, "sku": record.sku}


def _difference(field: str, variant: object, pos: object, ecom: object) -> Json:
    return {"field": field, "variant": variant, "pos": pos, "ecom": ecom}


def printed(value: Json) -> str:
    """One object as one line of UTF-8 text."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
