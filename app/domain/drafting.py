"""Turns what differs about one product into an action: its steps in a safe order (API eCom §8)."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import cast

from app.domain.actions import Action, ActionKind, Change, VariantRef
from app.domain.assessing import Assessment, Situation, StockVerdict, stock_of
from app.domain.comparing import Verdict, is_blank
from app.domain.fields import FAMILY as FAMILY_FIELDS
from app.domain.fields import (
    MEMBER,
    SIMPLE,
    UNKNOWN,
    Field,
    family_pictures,
    picture_token,
    pos_family,
    pos_member,
    pos_simple,
)
from app.domain.inventory import OnlineStock
from app.domain.moves import ordered_moves
from app.domain.pairing import OWN_REFERENCE, Link, PosProduct
from app.domain.pictures import Wanted, picture_steps, variation_picture_step
from app.domain.product import EcomProduct, EcomVariation, PosImage, PosRecord
from app.domain.steps import (
    AdjustStock,
    AssignCategory,
    Choice,
    CreateProduct,
    CreateVariation,
    DeleteProduct,
    DeleteVariation,
    PutOptions,
    PutProduct,
    PutVariation,
    Step,
    UnassignCategory,
    Value,
    Values,
)

FreeSku = Callable[[str], str]
"""Gives a product-level SKU that nobody has, from a family's SKU."""

_BODY_FIELDS = frozenset(
    {"name", "description", "brand", "barcode", "sku", "price", "weight", "dimensions"}
)


@dataclass(slots=True)
class _Draft:
    """Steps and changes of one action while it is being put together."""

    steps: list[Step] = field(default_factory=list)
    changes: list[Change] = field(default_factory=list)

    def change(
        self, name: str, before: object, after: object, variant: VariantRef | None = None
    ) -> None:
        self.changes.append(Change(name, variant, _shown(before), _shown(after)))


def _shown(value: object) -> object:
    return None if is_blank(value) else value


def draft_action(
    found: Assessment, situation: Situation, free_sku: FreeSku, restore: bytes | None = None
) -> Action | None:
    """The action for one assessed product, or None when there is nothing to write."""
    if found.product is None or found.blocked:
        return None
    if found.there is None:
        return _creation(found, situation, free_sku, restore) if _creates(found) else None
    if found.product.deleted:
        return _removal(found, situation)
    if not found.visible:
        return _hiding(found)
    return _update(found, situation, free_sku)


def _creates(found: Assessment) -> bool:
    return found.visible and found.product is not None and not found.product.deleted


def _action(found: Assessment, kind: ActionKind, draft: _Draft) -> Action | None:
    if not draft.steps or found.product is None:
        return None
    head = found.product.head
    ecom_id = found.there.id if found.there is not None else None
    return Action(
        kind,
        found.product.key,
        ecom_id,
        head.sku,
        head.name,
        tuple(draft.changes),
        tuple(draft.steps),
    )


def _removal(found: Assessment, situation: Situation) -> Action | None:
    """Delete, or hide until the day has come (RULES M20)."""
    draft = _Draft()
    gentle = situation.rules.text("removal.mode") == "hide"
    due = found.link.due if found.link is not None else ""
    if gentle and not (due and due <= situation.today):
        if found.enabled is None:
            return None
        draft.change("enabled", True, False)
        draft.steps.append(PutProduct({"enabled": False}))
        return _action(found, "hide", draft)
    draft.steps.append(DeleteProduct())
    return _action(found, "delete", draft)


def _hiding(found: Assessment) -> Action | None:
    """A product that must not be seen: nothing but *enabled*, and variants that are gone."""
    draft = _Draft()
    kind: ActionKind = "update"
    if found.enabled is False:
        kind = "hide"
        draft.change("enabled", True, False)
        draft.steps.append(PutProduct({"enabled": False}))
    _drop_variations(draft, found)
    return _action(found, kind, draft)


def _drop_variations(draft: _Draft, found: Assessment) -> None:
    by_id = {v.id: v for v in found.there.variations} if found.there is not None else {}
    for pos_id, variation_id in found.surplus:
        variation = by_id[variation_id]
        ref = VariantRef(pos_id, variation_id, variation.sku or "")
        draft.change("options", dict(variation.options), None, ref)
        draft.steps.append(DeleteVariation(variation_id, pos_id))


# Creating


def _creation(
    found: Assessment, situation: Situation, free_sku: FreeSku, restore: bytes | None
) -> Action | None:
    product = cast("PosProduct", found.product)
    draft = _Draft()
    members = [record for record in product.members if record.active]
    wanted = wanted_pictures(product.head, situation)
    variant_pictures = [record for record in members if record.variant_images]
    whole = not product.is_family and not wanted
    values = _family_values(product, members, situation, free_sku)
    if not product.is_family:
        values = _simple_values(product.head, product.key, situation)
    values["enabled"] = whole
    options = _choices(members) if product.is_family else ()
    leaf = (product.head.category[-1].id,) if product.head.category else ()
    if not situation.rules.synced("category"):
        leaf = ()
    draft.steps.append(CreateProduct(OWN_REFERENCE + product.key, values, leaf, options, restore))
    _note_creation(draft, values, product, options, len(wanted))
    if product.is_family:
        _create_variations(draft, members, product.key, situation)
    draft.steps += picture_steps(None, (), wanted)
    if product.is_family and situation.rules.synced("images"):
        for record in variant_pictures:
            pictures = _variant_pictures(record, situation)
            draft.steps.append(variation_picture_step(record.id, None, pictures))
    if not whole:
        draft.steps.append(PutProduct({"enabled": True}))
    return _action(found, "create", draft)


def _note_creation(
    draft: _Draft,
    values: Values,
    product: PosProduct,
    options: tuple[Choice, ...],
    pictures: int,
) -> None:
    for name, value in values.items():
        draft.change(name, None, True if name == "enabled" else value)
    if product.head.category:
        draft.change("category", None, tuple(ref.name for ref in product.head.category))
    if options:
        draft.change("options", None, dict(options))
    if pictures:
        draft.change("images", None, pictures)


def _simple_values(record: PosRecord, key: str, situation: Situation) -> Values:
    values = _body(SIMPLE, pos_simple(record, situation.terms), situation)
    _add_stock(values, stock_of(record, key, situation), situation)
    return values


def _family_values(
    product: PosProduct, members: list[PosRecord], situation: Situation, free_sku: FreeSku
) -> Values:
    if not product.is_family:
        return {}
    read = pos_family(product.head, members, situation.terms)
    values = _body(FAMILY_FIELDS, read, situation)
    values["sku"] = free_sku(product.head.sku)
    values["stock"] = 0
    return values


def _body(fields: tuple[Field, ...], read: tuple[object, ...], situation: Situation) -> Values:
    """What goes into a request's body: known, not blank, and not switched off."""
    values: Values = {}
    for item, value in zip(fields, read, strict=True):
        if item.name not in _BODY_FIELDS or is_blank(value) or value is UNKNOWN:
            continue
        if situation.rules.synced(item.name):
            values[item.name] = cast("Value", value)
    return values


def _add_stock(values: Values, stock: OnlineStock, situation: Situation) -> None:
    """With a create the stock is absolute; unknown publishes tracked 0 (RULES M5)."""
    if not situation.rules.synced("stock"):
        values["stock"] = 0
        return
    if stock.kind == "unlimited":
        values["stock"] = "unlimited"
    else:
        values["stock"] = stock.raise_to


def _create_variations(
    draft: _Draft, members: Iterable[PosRecord], key: str, situation: Situation
) -> None:
    for record in members:
        values = _body(MEMBER, pos_member(record, situation.terms), situation)
        _add_stock(values, stock_of(record, key, situation), situation)
        ref = VariantRef(record.id, None, record.sku)
        draft.change("options", None, dict(record.options), ref)
        for name, value in values.items():
            draft.change(name, None, value, ref)
        draft.steps.append(CreateVariation(record.id, record.options, values))


def wanted_pictures(record: PosRecord, situation: Situation) -> list[Wanted]:
    """The POS's pictures of a product as a whole, in order; none while they are not synced."""
    if not situation.rules.synced("images"):
        return []
    return _with_tokens(family_pictures(record), situation)


def _variant_pictures(record: PosRecord, situation: Situation) -> list[Wanted]:
    return _with_tokens(record.variant_images[:1], situation)


def _with_tokens(images: Iterable[PosImage], situation: Situation) -> list[Wanted]:
    return [(image, picture_token(image, situation.terms.tokens)) for image in images]


def _choices(members: Iterable[PosRecord]) -> tuple[Choice, ...]:
    values: dict[str, dict[str, None]] = {}
    for record in members:
        for name, value in record.options:
            values.setdefault(name, {})[value] = None
    return tuple((name, tuple(found)) for name, found in values.items())


# Updating


def _update(found: Assessment, situation: Situation, free_sku: FreeSku) -> Action | None:
    draft = _Draft()
    product = cast("PosProduct", found.product)
    whole: Values = {}
    _product_fields(draft, found, whole)
    if product.is_family:
        _family_steps(draft, found, situation, free_sku, whole)
    else:
        _drop_variations(draft, found)
        _drop_options(draft, found, needed=())
        _simple_stock(draft, found, whole)
    _pictures(draft, found, situation)
    _categories(draft, product, found)
    kind: ActionKind = "update"
    if found.enabled:
        kind = "show"
        whole["enabled"] = True
        draft.change("enabled", False, True)
    if whole:
        draft.steps.append(PutProduct(whole))
    return _action(found, kind, draft)


def _product_fields(draft: _Draft, found: Assessment, whole: Values) -> None:
    for verdict in found.verdicts:
        name = verdict.field.name
        if verdict.pos_id or not verdict.write or name not in _BODY_FIELDS:
            continue
        whole[name] = cast("Value", verdict.wish)
        draft.change(name, verdict.ecom, verdict.wish)


def _simple_stock(draft: _Draft, found: Assessment, whole: Values) -> None:
    for verdict in found.stocks:
        _stock(draft, verdict, None, whole)


def _stock(
    draft: _Draft, verdict: StockVerdict, variant: VariantRef | None, values: Values
) -> None:
    """Absolute only where tracking starts or ends, else as a difference (RULES M5)."""
    if verdict.how == "leave":
        return
    stock = verdict.stock
    before = "unlimited" if verdict.quantity is None else verdict.quantity
    if verdict.how == "unlimited":
        values["stock"] = "unlimited"
        draft.change("stock", before, "unlimited", variant)
        return
    if verdict.how == "track":
        values["stock"] = stock.raise_to
        draft.change("stock", before, stock.raise_to, variant)
        return
    quantity = verdict.quantity or 0
    after = stock.cap if quantity > stock.cap else stock.raise_to
    draft.change("stock", before, after, variant)
    pos_id = verdict.pos_id if verdict.variation_id is not None else ""
    draft.steps.append(
        AdjustStock(verdict.variation_id, pos_id, stock.cap, stock.raise_to, quantity)
    )


def _pictures(draft: _Draft, found: Assessment, situation: Situation) -> None:
    product, there = cast("PosProduct", found.product), cast("EcomProduct", found.there)
    link = cast("Link", found.link)
    by_id = {record.id: record for record in product.members}
    for verdict in found.verdicts:
        if verdict.field.name != "images" or not verdict.write:
            continue
        if not verdict.pos_id:
            wanted = wanted_pictures(product.head, situation)
            draft.steps += picture_steps(there, link.pictures, wanted)
            draft.change("images", len(there.image_ids), len(wanted))
            continue
        pictures = _variant_pictures(by_id[verdict.pos_id], situation)
        draft.steps.append(variation_picture_step(verdict.pos_id, verdict.variation_id, pictures))
        before = len(cast("tuple[str, ...]", verdict.ecom))
        draft.change("images", before, len(pictures), _ref(verdict, by_id))
    if product.is_family:
        for record in found.missing:
            if record.variant_images and situation.rules.synced("images"):
                pictures = _variant_pictures(record, situation)
                draft.steps.append(variation_picture_step(record.id, None, pictures))


def _ref(verdict: Verdict, by_id: dict[str, PosRecord]) -> VariantRef:
    return VariantRef(verdict.pos_id, verdict.variation_id, by_id[verdict.pos_id].sku)


def _categories(draft: _Draft, product: PosProduct, found: Assessment) -> None:
    for verdict in found.verdicts:
        if verdict.field.name != "category" or not verdict.write:
            continue
        wish = cast("frozenset[object]", verdict.wish)
        has = set(cast("tuple[int, ...]", verdict.ecom))
        if verdict.pos is not None and verdict.pos not in has:
            draft.steps.append(AssignCategory(product.head.category[-1].id))
        draft.steps += [UnassignCategory(gone) for gone in sorted(has - wish)]
        names = tuple(ref.name for ref in product.head.category)
        draft.change("category", tuple(sorted(has)), names)


# Families


def _family_steps(
    draft: _Draft, found: Assessment, situation: Situation, free_sku: FreeSku, whole: Values
) -> None:
    product, there = cast("PosProduct", found.product), cast("EcomProduct", found.there)
    link = cast("Link", found.link)
    needed = _choices(
        record for record in product.members if record.active or record.id in link.variations
    )
    clash = _product_sku_clashes(product, there)
    new_sku = free_sku(product.head.sku) if clash else None
    changed = _variation_values(draft, found, situation, whole, new_sku)
    if new_sku is not None and not there.variations:
        draft.steps.append(PutProduct({"sku": new_sku}))
    moves, detours = _variation_moves(found, changed)
    add = _added_choices(there, (*needed, *detours))
    if add:
        draft.steps.append(PutOptions(add=add))
        draft.change("options", _online_choices(there), _merged_choices(there, needed))
    early, late = _surplus_around(found, moves, found.missing)
    draft.steps += [DeleteVariation(variation_id, pos_id) for pos_id, variation_id in early]
    draft.steps += moves
    if new_sku is not None and there.variations:
        draft.steps.append(PutProduct({"sku": new_sku}))
    if new_sku is not None:
        draft.change("sku", there.sku, new_sku)
    _create_variations(draft, found.missing, product.key, situation)
    draft.steps += [DeleteVariation(variation_id, pos_id) for pos_id, variation_id in late]
    _note_surplus(draft, found)
    _drop_options(draft, found, needed=needed, detours=detours)
    _member_stock(draft, found)
    _family_stock(draft, found, situation, whole)


def _note_surplus(draft: _Draft, found: Assessment) -> None:
    by_id = {v.id: v for v in cast("EcomProduct", found.there).variations}
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
    draft: _Draft, found: Assessment, situation: Situation, whole: Values, new_sku: str | None
) -> list[_Wished]:
    """Collect the field changes of each linked variation, and guard what it inherits (R21)."""
    product, there = cast("PosProduct", found.product), cast("EcomProduct", found.there)
    link = cast("Link", found.link)
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
        ref = _ref(verdict, by_id)
        if verdict.field.name == "options":
            wished[verdict.pos_id].options = cast("tuple[tuple[str, str], ...]", verdict.wish)
            before = dict(cast("tuple[tuple[str, str], ...]", verdict.ecom))
            after = dict(cast("tuple[tuple[str, str], ...]", verdict.wish))
            draft.change("options", before, after, ref)
        elif verdict.field.name in _BODY_FIELDS:
            wished[verdict.pos_id].values[verdict.field.name] = cast("Value", verdict.wish)
            draft.change(verdict.field.name, verdict.ecom, verdict.wish, ref)
    for stock in found.stocks:
        if stock.how in ("unlimited", "track") and stock.pos_id in wished:
            sku = by_id[stock.pos_id].sku
            ref = VariantRef(stock.pos_id, stock.variation_id, sku)
            _stock(draft, stock, ref, wished[stock.pos_id].values)
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
    there = cast("EcomProduct", found.there)
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
    there = cast("EcomProduct", found.there)
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


def _online_choices(there: EcomProduct) -> dict[str, tuple[str, ...]]:
    return {option.name: option.choices for option in there.options}


def _merged_choices(there: EcomProduct, needed: Iterable[Choice]) -> dict[str, tuple[str, ...]]:
    merged = _online_choices(there)
    for name, values in needed:
        has = merged.get(name, ())
        merged[name] = (*has, *(value for value in values if value not in has))
    return merged


def _added_choices(there: EcomProduct, needed: Iterable[Choice]) -> tuple[Choice, ...]:
    online = _online_choices(there)
    added = []
    for name, values in needed:
        new = tuple(value for value in values if value not in online.get(name, ()))
        if new:
            added.append((name, new))
    return tuple(added)


def _drop_options(
    draft: _Draft,
    found: Assessment,
    needed: tuple[Choice, ...],
    detours: tuple[Choice, ...] = (),
) -> None:
    """Take away values that the POS had and has no more, unless a variation uses them (M18)."""
    there = cast("EcomProduct", found.there)
    former = found.base.options if found.base is not None else ()
    leaving = {variation_id for _, variation_id in found.surplus}
    ours = set(found.link.variations.values()) if found.link is not None else set()
    used = {
        pair
        for variation in there.variations
        if variation.id not in leaving and variation.id not in ours
        for pair in variation.options
    }
    used |= {(name, value) for name, values in needed for value in values}
    online = _online_choices(there)
    gone: dict[str, list[str]] = {}
    for name, values in (*former, *detours):
        has = (*online.get(name, ()), *dict(detours).get(name, ()))
        for value in values:
            if value in has and (name, value) not in used:
                gone.setdefault(name, []).append(value)
    if not gone:
        return
    whole = tuple(
        name
        for name, values in gone.items()
        if set(online.get(name, ())) <= set(values) and name not in dict(needed)
    )
    drop = tuple((name, tuple(values)) for name, values in gone.items() if name not in whole)
    draft.steps.append(PutOptions(drop=drop, drop_names=whole))
    left = {
        name: tuple(value for value in values if value not in gone.get(name, ()))
        for name, values in _merged_choices(there, needed).items()
        if name not in whole
    }
    draft.change("options", online, left)


def _member_stock(draft: _Draft, found: Assessment) -> None:
    by_id = {record.id: record for record in cast("PosProduct", found.product).members}
    for stock in found.stocks:
        if stock.how == "adjust":
            ref = VariantRef(stock.pos_id, stock.variation_id, by_id[stock.pos_id].sku)
            _stock(draft, stock, ref, {})


def _family_stock(draft: _Draft, found: Assessment, situation: Situation, whole: Values) -> None:
    """Product-level stock is tracked 0: a combination nobody made can't be bought (R21)."""
    there, link = cast("EcomProduct", found.there), cast("Link", found.link)
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
