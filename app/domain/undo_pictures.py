"""Puts pictures back as far as their content can still be had (RULES M14)."""

from dataclasses import dataclass, field

from app.domain.actions import VariantRef
from app.domain.past import Snapshot
from app.domain.pictures import MAIN
from app.domain.product import EcomProduct, EcomVariation
from app.domain.steps import AddPicture, DeletePicture, Step
from app.domain.undo_plan import LeftReason


@dataclass(slots=True)
class PicturesBack:
    """The writes that put pictures back, or the reason why they are left."""

    steps: list[Step] = field(default_factory=list)
    counts: tuple[int, int] = (0, 0)
    reason: LeftReason | None = None


def product_pictures(
    before: Snapshot,
    after: Snapshot,
    there: EcomProduct,
    here: Snapshot | None,
    lost: frozenset[str],
) -> PicturesBack:
    """From what eCom has to what it had, or why not.

    Like any other change: a new main picture replaces the old one, the gallery can only be
    appended to or deleted from, so what is kept of it must be a beginning of what is wanted.
    """
    now, old = _pictures(there), before.product
    if now == _pictures(old):
        return PicturesBack()
    if now != _pictures(after.product):
        return PicturesBack(reason="changed")
    gallery = [image_id for image_id in old.image_ids if image_id != MAIN]
    kept, surplus = _kept(there, gallery)
    steps: list[Step] = []
    if MAIN in old.image_ids and old.main_image_mark != there.main_image_mark:
        steps.append(AddPicture("main", "", old.main_image_mark, "", source="ecom"))
    elif MAIN not in old.image_ids and MAIN in there.image_ids:
        surplus.append(MAIN)
    steps += [DeletePicture(image_id) for image_id in surplus]
    back = [_address(image_id, before, here) for image_id in gallery[kept:]]
    steps += [AddPicture("gallery", "", url, "", source="ecom") for url in back]
    needed = [step.url for step in steps if isinstance(step, AddPicture)]
    if any(not url or url in lost for url in needed):
        return PicturesBack(reason="picture")
    return PicturesBack(steps, (len(there.image_ids), len(old.image_ids)))


def _kept(there: EcomProduct, gallery: list[str]) -> tuple[int, list[str]]:
    """How many of the former gallery stand there in order already, and what else stands there."""
    kept = 0
    surplus: list[str] = []
    for image_id in there.image_ids:
        if image_id == MAIN:
            continue
        if kept < len(gallery) and image_id == gallery[kept]:
            kept += 1
        else:
            surplus.append(image_id)
    return kept, surplus


def _pictures(product: EcomProduct) -> tuple[tuple[str, ...], str]:
    return product.image_ids, product.main_image_mark if MAIN in product.image_ids else ""


def _address(image_id: str, before: Snapshot, here: Snapshot | None) -> str:
    known = before.addresses.get(image_id, "")
    return known or (here.addresses.get(image_id, "") if here is not None else "")


def variation_picture(
    before: Snapshot,
    after: Snapshot,
    there: EcomProduct,
    ref: VariantRef,
    lost: frozenset[str],
) -> PicturesBack:
    """The one picture of a variation as it was before."""
    old, left, now = (_one(p, ref.ecom_id) for p in (before.product, after.product, there))
    if now is None:
        return PicturesBack(reason="gone")
    if old is None or left is None:
        return PicturesBack(reason="unclear")
    if now.image_mark == old.image_mark:
        return PicturesBack()
    if now.image_mark != left.image_mark:
        return PicturesBack(reason="changed")
    if old.image_mark in lost:
        return PicturesBack(reason="picture")
    step: Step = DeletePicture(MAIN, ref.pos_id, now.id)
    if old.image_mark:
        step = AddPicture("variation", "", old.image_mark, "", ref.pos_id, "ecom")
    return PicturesBack([step], (int(bool(now.image_mark)), int(bool(old.image_mark))))


def _one(product: EcomProduct, variation_id: int | None) -> EcomVariation | None:
    return next((v for v in product.variations if v.id == variation_id), None)
