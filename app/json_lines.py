"""The JSON that commands print, exactly as agreed (DESIGN §8, RULES M19)."""

import json
from collections.abc import Callable, Mapping
from decimal import Decimal

from app.domain.actions import Action, Change
from app.domain.assessing import Assessment
from app.domain.comparing import Verdict
from app.domain.events import (
    ActionFinished,
    Event,
    Finished,
    Objected,
    Planned,
    Progressed,
    Said,
    Started,
)
from app.domain.pairing import PosProduct
from app.domain.product import EcomCategory, PosRecord

Json = dict[str, object]


class Wording:
    """What turns values of the domain into JSON: texts by digest, category names by id."""

    def __init__(
        self, text: Callable[[str], str | None], categories: Mapping[int, EcomCategory]
    ) -> None:
        self._text = text
        self._categories = categories

    def value(self, field: str, value: object) -> object:
        """One value: money, weight and size as decimal strings, blank as null (RULES M19)."""
        if value is None or value == "":
            return None
        if field == "description":
            return self._text(str(value))
        if field == "category":
            return self._category_names(value)
        if field == "images" and isinstance(value, tuple):
            return len(value)
        if field == "options":
            return _options(value)
        return _plain(value)

    def _category_names(self, value: object) -> object:
        if not isinstance(value, tuple | frozenset):
            return None
        names: list[str] = []
        for part in value:
            if isinstance(part, int):
                names += self._path(part)
            elif isinstance(part, str):
                names.append(part)
        return names or None

    def _path(self, category_id: int) -> list[str]:
        category = self._categories.get(category_id)
        return [category.name] if category is not None else [str(category_id)]


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
        return format(value, "f")
    if isinstance(value, tuple):
        return [None if side is None else format(side, "f") for side in value]
    if isinstance(value, str | bool | int):
        return value
    return None


def line(event: Event, wording: Wording) -> Json | None:
    """One event as JSON; None for what only people read."""
    if isinstance(event, Said):
        return None
    if isinstance(event, Planned):
        return {"event": "planned", "actions": [_action(a, wording) for a in event.actions]}
    return _small(event)


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
        "variant": None
        if variant is None
        else {"pos_id": variant.pos_id, "ecom_id": variant.ecom_id, "sku": variant.sku},
        "before": wording.value(change.field, change.before),
        "after": wording.value(change.field, change.after),
    }


def pair(found: Assessment, wording: Wording) -> Json:
    """One pair of `status --json`."""
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
        "differences": _differences(found, wording),
    }


def _differences(found: Assessment, wording: Wording) -> list[Json]:
    product = found.product
    if product is None:
        return []
    members = {record.id: record for record in product.members}
    rows: list[Json] = []
    if found.enabled is not None and found.there is not None:
        rows.append(_difference("enabled", None, found.enabled, found.there.enabled))
    rows += [_field_difference(verdict, product, members, wording) for verdict in found.verdicts]
    for stock in found.stocks:
        if stock.how == "leave":
            continue
        pos = "unlimited" if stock.stock.kind == "unlimited" else stock.stock.raise_to
        ecom = "unlimited" if stock.quantity is None else stock.quantity
        variant = _variant(stock.pos_id, stock.variation_id, members)
        rows.append(_difference("stock", variant, pos, ecom))
    rows += [
        _difference("options", _variant(r.id, None, members), dict(r.options), None)
        for r in found.missing
    ]
    rows += [
        _difference("options", {"pos_id": pos_id, "ecom_id": variation_id, "sku": ""}, None, {})
        for pos_id, variation_id in found.surplus
    ]
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
    if variation_id is None and len(members) == 1:
        return None
    record = members.get(pos_id)
    return {"pos_id": pos_id, "ecom_id": variation_id, "sku": record.sku if record else ""}


def _difference(field: str, variant: Json | None, pos: object, ecom: object) -> Json:
    return {"field": field, "variant": variant, "pos": pos, "ecom": ecom}


def printed(value: Json) -> str:
    """One object as one line of UTF-8 text."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
