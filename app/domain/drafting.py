"""Turns what differs about one product into an action (DESIGN §2.3)."""

from typing import cast

from app.domain.actions import Action, ActionKind, VariantRef
from app.domain.assessing import Assessment
from app.domain.draft import (
    BODY_FIELDS,
    Draft,
    FreeSku,
    drop_variations,
    finished_action,
    variant_pictures,
    variant_ref,
    wanted_pictures,
    write_stock,
    written,
)
from app.domain.drafting_families import family_steps
from app.domain.drafting_new import draft_creation
from app.domain.drafting_options import drop_options
from app.domain.pairing import PosProduct
from app.domain.pictures import picture_steps, variation_picture_step
from app.domain.situation import Situation
from app.domain.steps import (
    AssignCategory,
    DeleteProduct,
    PutProduct,
    UnassignCategory,
    Values,
)


def draft_action(
    found: Assessment, situation: Situation, free_sku: FreeSku, restore: bytes | None = None
) -> Action | None:
    """The action for one assessed product, or None when there is nothing to write."""
    if found.product is None or found.blocked:
        return None
    if found.there is None:
        return draft_creation(found, situation, free_sku, restore) if _creates(found) else None
    if found.product.deleted:
        return _removal(found, situation)
    if not found.visible:
        return _hiding(found)
    return draft_update(found, situation, free_sku)


def _creates(found: Assessment) -> bool:
    return found.visible and found.product is not None and not found.product.deleted


def _removal(found: Assessment, situation: Situation) -> Action | None:
    """Delete, or hide until the day has come (RULES M20)."""
    draft = Draft()
    if not deletes_now(found, situation):
        if found.enabled is None:
            return None
        draft.change("enabled", True, False)
        draft.steps.append(PutProduct({"enabled": False}))
        return finished_action(found, "hide", draft)
    draft.steps.append(DeleteProduct())
    return finished_action(found, "delete", draft)


def deletes_now(found: Assessment, situation: Situation) -> bool:
    """Whether a product that is gone from the POS is to be deleted online in this run (M20)."""
    if found.product is None or not found.product.deleted or found.blocked:
        return False
    due = found.link.due if found.link is not None else ""
    return situation.rules.text("removal.mode") == "delete" or bool(due and due <= situation.today)


def _hiding(found: Assessment) -> Action | None:
    """A product that must not be seen: nothing but *enabled*, and variants that are gone."""
    draft = Draft()
    kind: ActionKind = "update"
    if found.enabled is False:
        kind = "hide"
        draft.change("enabled", True, False)
        draft.steps.append(PutProduct({"enabled": False}))
    drop_variations(draft, found)
    return finished_action(found, kind, draft)


def draft_update(found: Assessment, situation: Situation, free_sku: FreeSku) -> Action | None:
    """Put right what differs; *enabled* comes last, when everything else is in place (M1)."""
    draft = Draft()
    product = found.both.product
    whole: Values = {}
    _product_fields(draft, found, whole)
    if product.is_family:
        family_steps(draft, found, situation, free_sku, whole)
    else:
        drop_variations(draft, found)
        drop_options(draft, found, needed=())
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
    return finished_action(found, kind, draft)


def _product_fields(draft: Draft, found: Assessment, whole: Values) -> None:
    for verdict in found.verdicts:
        name = verdict.field.name
        if verdict.pos_id or not verdict.write or name not in BODY_FIELDS:
            continue
        whole[name] = written(verdict.wish)
        draft.change(name, verdict.ecom, verdict.wish)


def _simple_stock(draft: Draft, found: Assessment, whole: Values) -> None:
    for verdict in found.stocks:
        write_stock(draft, verdict, None, whole)


def _pictures(draft: Draft, found: Assessment, situation: Situation) -> None:
    product, there, link = found.both
    by_id = {record.id: record for record in product.members}
    for verdict in found.verdicts:
        if verdict.field.name != "images" or not verdict.write:
            continue
        if not verdict.pos_id:
            wanted = wanted_pictures(product.head, situation)
            draft.steps += picture_steps(there, link.pictures, wanted)
            draft.change("images", len(there.image_ids), len(wanted))
            continue
        pictures = variant_pictures(by_id[verdict.pos_id], situation)
        draft.steps.append(variation_picture_step(verdict.pos_id, verdict.variation_id, pictures))
        before = len(cast("tuple[str, ...]", verdict.ecom))
        draft.change("images", before, len(pictures), variant_ref(verdict, by_id))
    if product.is_family:
        for record in found.missing:
            if record.variant_images and situation.rules.synced("images"):
                pictures = variant_pictures(record, situation)
                draft.steps.append(variation_picture_step(record.id, None, pictures))
                draft.change("images", None, 1, VariantRef(record.id, None, record.sku))


def _categories(draft: Draft, product: PosProduct, found: Assessment) -> None:
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
