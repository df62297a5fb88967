"""Makes a product anew that a run deleted, with all that eCom had told of it (RULES M14)."""

from collections.abc import Iterable
from dataclasses import dataclass

from app.domain.actions import Action, Change, VariantRef
from app.domain.draft import shown
from app.domain.pairing import OWN_REFERENCE, RESTORED_REFERENCE, STRANGER
from app.domain.past import PastAction, Snapshot
from app.domain.pictures import MAIN
from app.domain.product import EcomProduct, EcomVariation
from app.domain.steps import (
    AddPicture,
    CreateProduct,
    CreateVariation,
    PutProduct,
    Step,
    Values,
)


@dataclass(frozen=True, slots=True)
class Restoration:
    """The action that makes a product anew, or goes on where an interrupted one stopped.

    None with `taken`: something else has its SKU by now. `there` is what is there of it already,
    `missing` names what can't come back with it.
    """

    action: Action | None
    taken: bool = False
    missing: tuple[str, ...] = ()
    there: EcomProduct | None = None


def restoration(
    past: PastAction,
    online: Iterable[EcomProduct],
    categories: frozenset[int],
    lost: frozenset[str],
    living: bool,
) -> Restoration:
    """Make the product anew; `living`: the POS still has it, so it comes back linked.

    Stock comes back as none (RULES M14); what was untracked stays so.
    """
    snapshot = past.before
    if snapshot is None:
        return Restoration(None)
    old = snapshot.product
    reference = (OWN_REFERENCE if living else RESTORED_REFERENCE) + past.key
    there, taken = _found(old, online, reference)
    if taken:
        return Restoration(None, taken=True)
    left_categories = tuple(c for c in old.category_ids if c in categories)
    pictures, gone = _pictures(snapshot, lost, there)
    missing = [*(["category"] if len(left_categories) < len(old.category_ids) else [])]
    missing += ["images"] if gone else []
    steps: list[Step] = []
    whole = not old.variations and not pictures
    if there is None:
        values = product_values(old)
        values["enabled"] = old.enabled and whole
        options = tuple((option.name, option.choices) for option in old.options)
        steps.append(CreateProduct(reference, values, (), options, snapshot.raw, left_categories))
    steps += _variations(old, there)
    steps += pictures
    if old.enabled and (there is None or not there.enabled) and not (whole and there is None):
        steps.append(PutProduct({"enabled": True}))
    if not steps:
        return Restoration(None, missing=tuple(missing))
    action = Action(
        "create" if there is None else "update",
        past.key,
        None if there is None else there.id,
        old.sku,
        old.name,
        tuple(_told(old, len(pictures))) if there is None else (),
        tuple(steps),
    )
    return Restoration(action, missing=tuple(missing), there=there)


def _found(
    old: EcomProduct, online: Iterable[EcomProduct], reference: str
) -> tuple[EcomProduct | None, bool]:
    """What an interrupted undo made already, and whether something else has a SKU of it."""
    skus = {old.sku, *(v.sku for v in old.variations)} - {"", None}
    taken = False
    for product in online:
        if product.external_reference_id == reference:
            return product, False
        held = {product.sku, *(v.sku for v in product.variations)}
        taken = taken or bool(held & skus)
    return None, taken


def product_values(old: EcomProduct) -> Values:
    """A product's own values; its stock is none, unless it is not counted."""
    values: Values = {"name": old.name, "sku": old.sku, "price": old.price}
    values |= {"description": old.description, "brand": old.brand, "barcode": old.barcode}
    if old.shipping_required:
        values["weight"] = old.weight
    values["dimensions"] = old.dimensions
    values["stock"] = "unlimited" if old.unlimited else 0
    return {name: value for name, value in values.items() if value not in ("", None)}


def variation_values(variation: EcomVariation) -> Values:
    """A variation's own values; what it inherited it inherits again."""
    values: Values = {"sku": variation.sku, "price": variation.price}
    values |= {"weight": variation.weight, "dimensions": variation.dimensions}
    values["barcode"] = variation.barcode
    if variation.sku is not None:
        values["stock"] = "unlimited" if variation.unlimited else 0
    return {name: value for name, value in values.items() if value not in ("", None)}


def stranger(variation: EcomVariation) -> str:
    """What a variation without a POS record goes by while it is being made."""
    return f"{STRANGER}{variation.id}"


def _variations(old: EcomProduct, there: EcomProduct | None) -> list[Step]:
    present = {frozenset(v.options) for v in there.variations} if there is not None else set()
    steps: list[Step] = []
    for variation in old.variations:
        if frozenset(variation.options) in present:
            continue
        values = variation_values(variation)
        steps.append(CreateVariation(stranger(variation), variation.options, values))
        if variation.image_mark:
            url = variation.image_mark
            steps.append(AddPicture("variation", "", url, "", stranger(variation), "ecom"))
    return steps


def _pictures(
    snapshot: Snapshot, lost: frozenset[str], there: EcomProduct | None
) -> tuple[list[Step], bool]:
    """Its pictures in order, without those whose content is gone; and whether any is."""
    old, addresses = snapshot.product, snapshot.addresses
    wanted = [addresses.get(image_id, "") for image_id in old.image_ids]
    kept = [url for url in wanted if url and url not in lost]
    had = there.image_ids if there is not None else ()
    steps: list[Step] = []
    if kept and MAIN not in had:
        steps.append(AddPicture("main", "", kept[0], "", source="ecom"))
    gallery = kept[1:][len([image_id for image_id in had if image_id != MAIN]) :]
    steps += [AddPicture("gallery", "", url, "", source="ecom") for url in gallery]
    return steps, len(kept) < len(wanted)


def _told(old: EcomProduct, pictures: int) -> Iterable[Change]:
    for name, value in product_values(old).items():
        yield Change(name, None, None, shown(value))
    if old.enabled:
        yield Change("enabled", None, None, True)
    if old.category_ids:
        yield Change("category", None, None, old.category_ids)
    if old.options:
        yield Change("options", None, None, {o.name: o.choices for o in old.options})
    if pictures:
        yield Change("images", None, None, pictures)
    for variation in old.variations:
        ref = VariantRef(stranger(variation), None, variation.sku or "")
        yield Change("options", ref, None, dict(variation.options))
