"""The action that creates a product: hidden until it is whole, unless one request does it (R21)."""

from collections.abc import Iterable
from typing import cast

from app.domain.actions import Action, VariantRef
from app.domain.assessing import Assessment
from app.domain.comparing import is_blank
from app.domain.draft import (
    BODY_FIELDS,
    Draft,
    FreeSku,
    choices_among,
    finished_action,
    variant_pictures,
    wanted_pictures,
    written,
)
from app.domain.fields import FAMILY as FAMILY_FIELDS
from app.domain.fields import (
    MEMBER,
    SIMPLE,
    UNKNOWN,
    Field,
    pos_family,
    pos_member,
    pos_simple,
)
from app.domain.inventory import OnlineStock
from app.domain.pairing import OWN_REFERENCE, PosProduct
from app.domain.pictures import picture_steps, variation_picture_step
from app.domain.product import CategoryRef, PosRecord
from app.domain.situation import Situation, stock_of
from app.domain.steps import Choice, CreateProduct, CreateVariation, PutProduct, Values


def draft_creation(
    found: Assessment, situation: Situation, free_sku: FreeSku, restore: bytes | None
) -> Action | None:
    """Create the product with everything the POS has of it; `restore` as in RULES S8."""
    product = cast("PosProduct", found.product)
    draft = Draft()
    members = [record for record in product.members if record.active]
    wanted = wanted_pictures(product.head, situation)
    pictured = [record for record in members if record.variant_images]
    whole = not product.is_family and not wanted
    values = _family_values(product, members, situation, free_sku)
    if not product.is_family:
        values = _simple_values(product.head, product.key, situation)
    values["enabled"] = whole
    options = choices_among(members) if product.is_family else ()
    leaf = (product.head.category[-1].id,) if product.head.category else ()
    if not situation.rules.synced("category"):
        leaf = ()
    draft.steps.append(CreateProduct(OWN_REFERENCE + product.key, values, leaf, options, restore))
    path = product.head.category if leaf else ()
    _note_creation(draft, values, path, options, len(wanted))
    if product.is_family:
        create_variations(draft, members, product.key, situation)
    draft.steps += picture_steps(None, (), wanted)
    if product.is_family and situation.rules.synced("images"):
        for record in pictured:
            pictures = variant_pictures(record, situation)
            draft.steps.append(variation_picture_step(record.id, None, pictures))
            draft.change("images", None, 1, VariantRef(record.id, None, record.sku))
    if not whole:
        draft.steps.append(PutProduct({"enabled": True}))
    return finished_action(found, "create", draft)


def _note_creation(
    draft: Draft,
    values: Values,
    path: tuple[CategoryRef, ...],
    options: tuple[Choice, ...],
    pictures: int,
) -> None:
    for name, value in values.items():
        draft.change(name, None, True if name == "enabled" else value)
    if path:
        draft.change("category", None, tuple(ref.name for ref in path))
    if options:
        draft.change("options", None, dict(options))
    if pictures:
        draft.change("images", None, pictures)


def _simple_values(record: PosRecord, key: str, situation: Situation) -> Values:
    values = body_of(SIMPLE, pos_simple(record, situation.terms), situation)
    add_stock(values, stock_of(record, key, situation), situation)
    return values


def _family_values(
    product: PosProduct, members: list[PosRecord], situation: Situation, free_sku: FreeSku
) -> Values:
    if not product.is_family:
        return {}
    read = pos_family(product.head, members, situation.terms)
    values = body_of(FAMILY_FIELDS, read, situation)
    values["sku"] = free_sku(product.head.sku)
    values["stock"] = 0
    return values


def body_of(fields: tuple[Field, ...], read: tuple[object, ...], situation: Situation) -> Values:
    """What a new record gets: known, not blank, and not switched off.

    A name it needs in any case; switched off, it is left alone from then on.
    """
    values: Values = {}
    for item, value in zip(fields, read, strict=True):
        if item.name not in BODY_FIELDS or is_blank(value) or value is UNKNOWN:
            continue
        if item.name == "name" or situation.rules.synced(item.name):
            values[item.name] = written(value)
    return values


def add_stock(values: Values, stock: OnlineStock, situation: Situation) -> None:
    """With a create the stock is absolute; unknown publishes tracked 0 (RULES M5)."""
    if not situation.rules.synced("stock"):
        values["stock"] = 0
        return
    if stock.kind == "unlimited":
        values["stock"] = "unlimited"
    else:
        values["stock"] = stock.raise_to


def create_variations(
    draft: Draft, members: Iterable[PosRecord], key: str, situation: Situation
) -> None:
    """Create one variation for each record, with all it needs of its own (R21)."""
    for record in members:
        values = body_of(MEMBER, pos_member(record, situation.terms), situation)
        add_stock(values, stock_of(record, key, situation), situation)
        ref = VariantRef(record.id, None, record.sku)
        draft.change("options", None, dict(record.options), ref)
        for name, value in values.items():
            draft.change(name, None, value, ref)
        draft.steps.append(CreateVariation(record.id, record.options, values))
