"""Families: variations and options in an order that is safe at every step (API eCom §8, R21)."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeGuard, cast

from app.domain.actions import VariantRef
from app.domain.assessing import Assessment
from app.domain.draft import (
    BODY_FIELDS,
    Draft,
    FreeSku,
    choices_among,
    variant_ref,
    wished_stock,
    write_stock,
    written,
)
from app.domain.drafting_new import create_variations
from app.domain.drafting_options import (
    added_choices,
    drop_options,
)
from app.domain.leftover_options import temporary
from app.domain.moves import ordered_moves
from app.domain.pair_comparison import StockVerdict
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
    Step,
    Values,
)


def family_steps(
    draft: Draft, found: Assessment, situation: Situation, free_sku: FreeSku, whole: Values
) -> None:
    """Add the steps for variations, options and stock; `whole` gathers the product's own."""
    product, there, link = found.both
    needed = choices_among(
        record
        for record in product.members
        if record.id in link.variations or record in found.missing
    )
    clash = product_sku_clashes(product, there)
    new_sku = free_sku(product.head.sku) if clash else None
    changed = _variation_values(draft, found, whole, new_sku)
    moves, detours = _variation_moves(found, changed)
    add = added_choices(there, (*needed, *detours))
    if add:
        draft.steps.append(PutOptions(add=add))
    early, late = _surplus_around(found, moves, found.missing)
    draft.steps += [DeleteVariation(variation_id, pos_id) for pos_id, variation_id in early]
    draft.steps += _with_product_sku(moves, there, new_sku)
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


def product_sku_clashes(product: PosProduct, there: EcomProduct) -> bool:
    """A family's own SKU must not be a variation's, nor what it was as a simple product (R21)."""
    was_simple = not there.variations and not there.options
    skus = {record.sku for record in product.members if record.sku}
    skus |= {variation.sku for variation in there.variations if variation.sku}
    return was_simple or not there.sku or there.sku in skus


@dataclass(slots=True)
class _Wished:
    """What one variation is to become."""

    variation: EcomVariation
    pos_id: str
    values: Values
    options: tuple[tuple[str, str], ...] | None = None


def _variation_values(
    draft: Draft, found: Assessment, whole: Values, new_sku: str | None
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
            wished[verdict.pos_id].values[verdict.field.name] = written(verdict.wish)
            draft.change(verdict.field.name, verdict.ecom, verdict.wish, ref)
    stocks = {stock.pos_id: stock for stock in found.stocks}
    for entry in wished.values():
        record = by_id[entry.pos_id]
        _own_before_change(entry, record, there, "price" in whole, new_sku)
        _wished_stock(draft, entry, record, there, stocks.get(entry.pos_id))
    changed = [entry for entry in wished.values() if entry.values or entry.options is not None]
    return sorted(changed, key=lambda entry: entry.variation.sku is not None)


def _own_before_change(
    entry: _Wished,
    record: PosRecord,
    there: EcomProduct,
    price_changes: bool,
    new_sku: str | None,
) -> None:
    """A value that is inherited becomes the variation's own before the product's changes."""
    if price_changes and entry.variation.price is None and there.price is not None:
        entry.values.setdefault("price", there.price)
    if new_sku is not None and entry.variation.sku is None and record.sku:
        entry.values.setdefault("sku", record.sku)


def _wished_stock(
    draft: Draft,
    entry: _Wished,
    record: PosRecord,
    there: EcomProduct,
    verdict: StockVerdict | None,
) -> None:
    """Stock that goes with a variation's other fields.

    With its first SKU a variation gets a stock of its own (API eCom §8), which like that of a
    new one is absolute: what is wished, else what it shared until now.
    """
    ref = VariantRef(entry.pos_id, entry.variation.id, record.sku)
    if entry.variation.sku is not None:
        if verdict is not None and verdict.how in ("unlimited", "track"):
            write_stock(draft, verdict, ref, entry.values)
        return
    if not entry.values.get("sku"):
        return
    shared = "unlimited" if there.unlimited else there.quantity or 0
    own = shared if verdict is None else wished_stock(verdict)
    entry.values["stock"] = own
    if own != shared:
        draft.change("stock", shared, own, ref)


def _with_product_sku(
    moves: list[PutVariation], there: EcomProduct, new_sku: str | None
) -> list[Step]:
    """The moves, with the product's new SKU in place before it stands in a variation's way.

    A variation with its product's SKU must have its stock and size too (API eCom §8).
    """
    if new_sku is None:
        return list(moves)
    same = {variation.id for variation in there.variations if variation.sku == there.sku}
    in_need = (
        at
        for at, move in enumerate(moves)
        if move.variation_id in same or move.values.get("sku") == there.sku
    )
    place = next(in_need, len(moves))
    return [*moves[:place], PutProduct({"sku": new_sku}), *moves[place:]]


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
        options, sku = current[variation_id]
        for name, value in place[0] - options:
            detours.setdefault(name, {})[value] = None
        values: Values = {"sku": place[1]} if place[1] != sku else {}
        pairs = tuple(sorted(place[0])) if place[0] != options else None
        steps.append(PutVariation(entry.pos_id, variation_id, values, pairs))
    moved = {variation_id for variation_id, _ in moves}
    steps += [
        PutVariation(entry.pos_id, entry.variation.id, entry.values, entry.options)
        for entry in wished
        if entry.variation.id not in moved
    ]
    return steps, tuple((name, tuple(values)) for name, values in detours.items())


def _detour(variation_id: int, place: _Place, wanted: _Place) -> _Place:
    """A temporary place, different only in what somebody else wants."""
    options, sku = place
    if sku == wanted[1]:
        sku = f"{sku}-MOVING-{variation_id}" if sku else sku
    if options == wanted[0]:
        (name, value), *rest = sorted(options)
        options = frozenset([(name, temporary(value, variation_id)), *rest])
    return options, sku


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
    shared = {v.id for v in found.both.there.variations if v.sku is None}
    for stock in found.stocks:
        if stock.how == "adjust" and stock.variation_id not in shared:
            ref = VariantRef(stock.pos_id, stock.variation_id, by_id[stock.pos_id].sku)
            write_stock(draft, stock, ref, {})


def _family_stock(draft: Draft, found: Assessment, situation: Situation, whole: Values) -> None:
    """Product-level stock is tracked 0: a combination nobody made can't be bought (R21)."""
    there = found.both.there
    leaving = {variation_id for _, variation_id in found.surplus}
    leaving |= {step.variation_id for step in draft.steps if _gives_sku(step)}
    shared = any(v.sku is None and v.id not in leaving for v in there.variations)
    if shared or not situation.rules.synced("stock"):
        return
    if there.unlimited:
        whole["stock"] = 0
        draft.change("stock", "unlimited", 0)
    elif there.quantity:
        draft.change("stock", there.quantity, 0)
        draft.steps.append(AdjustStock(None, "", 0, 0, there.quantity))


def _gives_sku(step: Step) -> TypeGuard[PutVariation]:
    return isinstance(step, PutVariation) and bool(step.values.get("sku"))
