"""Families: variations and options in an order that is safe at every step (API eCom §8, R21)."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import cast

from app.domain.actions import VariantRef
from app.domain.assessing import Assessment
from app.domain.draft import BODY_FIELDS, Draft, FreeSku, choices_among, variant_ref, write_stock
from app.domain.drafting_new import create_variations
from app.domain.drafting_options import (
    added_choices,
    drop_options,
    merged_choices,
    online_choices,
)
from app.domain.fields import MEMBER, UNKNOWN, pos_member
from app.domain.moves import ordered_moves
from app.domain.pairing import PosProduct
from app.domain.product import EcomProduct, EcomVariation, PosRecord
from app.domain.situation import Situation
from app.domain.steps import (
    AdjustStock,
    Choice,
    DeleteVariation,
    PutOptions,
    PutProduct,
    PutVariation,
    Value,
    Values,
)


def family_steps(
    draft: Draft, found: Assessment, situation: Situation, free_sku: FreeSku, whole: Values
) -> None:
    """Add the steps for variations, options and stock; `whole` gathers the product's own."""
    product, there, link = found.both
    needed = choices_among(
        record for record in product.members if record.active or record.id in link.variations
    )
    clash = _product_sku_clashes(product, there)
    new_sku = free_sku(product.head.sku) if clash else None
    changed = _variation_values(draft, found, situation, whole, new_sku)
    if new_sku is not None and not there.variations:
        draft.steps.append(PutProduct({"sku": new_sku}))
    moves, detours = _variation_moves(found, changed)
    add = added_choices(there, (*needed, *detours))
    if add:
        draft.steps.append(PutOptions(add=add))
        draft.change("options", online_choices(there), merged_choices(there, needed))
    early, late = _surplus_around(found, moves, found.missing)
    draft.steps += [DeleteVariation(variation_id, pos_id) for pos_id, variation_id in early]
    draft.steps += moves
    if new_sku is not None and there.variations:
        draft.steps.append(PutProduct({"sku": new_sku}))
    if new_sku is not None:
        draft.change("sku", there.sku, new_sku)
    create_variations(draft, found.missing, product.key, situation)
    draft.steps += [DeleteVariation(variation_id, pos_id) for pos_id, variation_id in late]
    _note_surplus(draft, found)
    drop_options(draft, found, needed=needed, detours=detours)
    _member_stock(draft, found)
    _family_stock(draft, found, situation, whole)


def _note_surplus(draft: Draft, found: Assessment) -> None:
    by_id = {v.id: v for v in found.both.there.variations}
    for pos_id, variation_id in found.surplus:
        variation = by_id[variation_id]
        ref = VariantRef(pos_id, variation_id, variation.sku or "")
        draft.change("options", dict(variation.options), None, ref)


def _product_sku_clashes(product: PosProduct, there: EcomProduct) -> bool:
    """A family's product-level SKU must not be a variation's (R21)."""
    skus = {record.sku for record in product.members if record.sku}
    skus |= {variation.sku for variation in there.variations if variation.sku}
    return not there.sku or there.sku in skus


@dataclass(slots=True)
class _Wished:
    """What one variation is to become."""

    variation: EcomVariation
    pos_id: str
    values: Values
    options: tuple[tuple[str, str], ...] | None = None


def _variation_values(
    draft: Draft, found: Assessment, situation: Situation, whole: Values, new_sku: str | None
) -> list[_Wished]:
    """Collect the field changes of each linked variation, and guard what it inherits (R21)."""
    product, there, link = found.both
    by_id = {record.id: record for record in product.members}
    variations = {variation.id: variation for variation in there.variations}
    wished = {
        pos_id: _Wished(variations[vid], pos_id, {})
        for pos_id, vid in link.variations.items()
        if vid in variations and pos_id in by_id
    }
    for verdict in found.verdicts:
        if not verdict.pos_id or not verdict.write:
            continue
        ref = variant_ref(verdict, by_id)
        if verdict.field.name == "options":
            wished[verdict.pos_id].options = cast("tuple[tuple[str, str], ...]", verdict.wish)
            before = dict(cast("tuple[tuple[str, str], ...]", verdict.ecom))
            after = dict(cast("tuple[tuple[str, str], ...]", verdict.wish))
            draft.change("options", before, after, ref)
        elif verdict.field.name in BODY_FIELDS:
            wished[verdict.pos_id].values[verdict.field.name] = cast("Value", verdict.wish)
            draft.change(verdict.field.name, verdict.ecom, verdict.wish, ref)
    for stock in found.stocks:
        if stock.how in ("unlimited", "track") and stock.pos_id in wished:
            sku = by_id[stock.pos_id].sku
            ref = VariantRef(stock.pos_id, stock.variation_id, sku)
            write_stock(draft, stock, ref, wished[stock.pos_id].values)
    for entry in wished.values():
        _own_before_change(entry, by_id[entry.pos_id], situation, "price" in whole, new_sku)
    return [entry for entry in wished.values() if entry.values or entry.options is not None]


def _own_before_change(
    entry: _Wished,
    record: PosRecord,
    situation: Situation,
    price_changes: bool,
    new_sku: str | None,
) -> None:
    """A value that is inherited becomes the variation's own before the product's changes."""
    values = dict(
        zip((item.name for item in MEMBER), pos_member(record, situation.terms), strict=False)
    )
    if price_changes and entry.variation.price is None and values["price"] is not UNKNOWN:
        entry.values.setdefault("price", cast("Value", values["price"]))
    if new_sku is not None and entry.variation.sku is None and record.sku:
        entry.values.setdefault("sku", record.sku)


_Place = tuple[frozenset[tuple[str, str]], str]
"""What must be unique of a variation: its option set and its SKU."""


def _clash(one: _Place, other: _Place) -> bool:
    return one[0] == other[0] or (bool(one[1]) and one[1] == other[1])


def _variation_moves(
    found: Assessment, wished: list[_Wished]
) -> tuple[list[PutVariation], tuple[Choice, ...]]:
    """The variations' writes in an order without clashes; temporary values open rings (M18)."""
    there = found.both.there
    leaving = {variation_id for _, variation_id in found.surplus}
    current: dict[int, _Place] = {
        v.id: (frozenset(v.options), v.sku or "") for v in there.variations if v.id not in leaving
    }
    target = dict(current)
    by_id = {entry.variation.id: entry for entry in wished}
    for entry in wished:
        options, sku = current[entry.variation.id]
        if entry.options is not None:
            options = frozenset(entry.options)
        target[entry.variation.id] = (options, str(entry.values.get("sku", sku)))
    steps: list[PutVariation] = []
    detours: dict[str, dict[str, None]] = {}
    moves = ordered_moves(current, target, _clash, _detour)
    for variation_id, place in moves:
        entry = by_id[variation_id]
        if place == target[variation_id]:
            steps.append(PutVariation(entry.pos_id, variation_id, entry.values, entry.options))
            continue
        for name, value in place[0] - current[variation_id][0]:
            detours.setdefault(name, {})[value] = None
        steps.append(
            PutVariation(entry.pos_id, variation_id, {"sku": place[1]}, tuple(sorted(place[0])))
        )
    moved = {variation_id for variation_id, _ in moves}
    steps += [
        PutVariation(entry.pos_id, entry.variation.id, entry.values, entry.options)
        for entry in wished
        if entry.variation.id not in moved
    ]
    return steps, tuple((name, tuple(values)) for name, values in detours.items())


def _detour(variation_id: int, place: _Place) -> _Place:
    options, sku = place
    pairs = sorted(options)
    name, value = pairs[0]
    moved = frozenset([(name, f"{value} (moving {variation_id})"), *pairs[1:]])
    return moved, f"{sku}-MOVING-{variation_id}" if sku else sku


def _surplus_around(
    found: Assessment, moves: list[PutVariation], missing: Iterable[PosRecord]
) -> tuple[list[tuple[str, int]], list[tuple[str, int]]]:
    """Variations to delete: first those in the way of a SKU or option set, the rest last."""
    there = found.both.there
    by_id = {variation.id: variation for variation in there.variations}
    skus = {str(move.values.get("sku", "")) for move in moves} | {r.sku for r in missing}
    sets = {frozenset(move.options) for move in moves if move.options is not None}
    sets |= {frozenset(record.options) for record in missing}
    early: list[tuple[str, int]] = []
    late: list[tuple[str, int]] = []
    for pos_id, variation_id in found.surplus:
        variation = by_id[variation_id]
        in_the_way = (variation.sku or "") in skus - {""} or frozenset(variation.options) in sets
        (early if in_the_way else late).append((pos_id, variation_id))
    return early, late


def _member_stock(draft: Draft, found: Assessment) -> None:
    by_id = {record.id: record for record in found.both.product.members}
    for stock in found.stocks:
        if stock.how == "adjust":
            ref = VariantRef(stock.pos_id, stock.variation_id, by_id[stock.pos_id].sku)
            write_stock(draft, stock, ref, {})


def _family_stock(draft: Draft, found: Assessment, situation: Situation, whole: Values) -> None:
    """Product-level stock is tracked 0: a combination nobody made can't be bought (R21)."""
    _, there, link = found.both
    linked = set(link.variations.values())
    shared = any(v.sku is None and v.id not in linked for v in there.variations)
    if shared or not situation.rules.synced("stock"):
        return
    if there.unlimited:
        whole["stock"] = 0
        draft.change("stock", "unlimited", 0)
    elif there.quantity:
        draft.change("stock", there.quantity, 0)
        draft.steps.append(AdjustStock(None, "", 0, 0, there.quantity))
