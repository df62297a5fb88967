"""The fewest picture writes that make eCom's pictures exactly the POS's, in order (R7).

A new main picture replaces the old one; gallery pictures can only be appended or deleted, so
what is kept of the gallery must be a beginning of what is wanted.
"""

from collections.abc import Sequence

from app.domain.pairing import OurPicture
from app.domain.product import EcomProduct, PosImage
from app.domain.steps import AddPicture, DeletePicture, Step

MAIN = "0"
"""The id of the main picture in every product (API eCom §9)."""

Wanted = tuple[PosImage, str]
"""A POS picture and its token."""


def picture_steps(
    there: EcomProduct | None, ours: Sequence[OurPicture], wanted: Sequence[Wanted]
) -> list[Step]:
    """Uploads and deletions that lead from what eCom has to what the POS has."""
    present = list(there.image_ids) if there is not None else []
    mark = there.main_image_mark if there is not None else ""
    known = {p.image_id: p.token for p in ours if p.image_id != MAIN or p.mark == mark}
    gallery = [image_id for image_id in present if image_id != MAIN]
    if not wanted:
        removed: list[Step] = [DeletePicture(image_id) for image_id in gallery]
        return [*removed, *([DeletePicture(MAIN)] if MAIN in present else [])]
    steps: list[Step] = []
    if MAIN not in present or known.get(MAIN) != wanted[0][1]:
        steps.append(_add("main", wanted[0]))
    kept, surplus = _kept(gallery, known, [token for _, token in wanted[1:]])
    steps += [DeletePicture(image_id) for image_id in surplus]
    steps += [_add("gallery", picture) for picture in wanted[1 + kept :]]
    return steps


def _kept(
    gallery: Sequence[str], known: dict[str, str], tokens: Sequence[str]
) -> tuple[int, list[str]]:
    """How many wanted pictures the gallery holds in order already, and what else it holds."""
    kept = 0
    surplus = []
    for image_id in gallery:
        if kept < len(tokens) and known.get(image_id) == tokens[kept]:
            kept += 1
        else:
            surplus.append(image_id)
    return kept, surplus


def _add(place: str, picture: Wanted) -> Step:
    image, token = picture
    if place == "main":
        return AddPicture("main", image.id, image.url, token)
    return AddPicture("gallery", image.id, image.url, token)


def variation_picture_step(pos_id: str, variation_id: int | None, wanted: Sequence[Wanted]) -> Step:
    """The one write that gives a variation its picture, or takes it away."""
    if not wanted:
        return DeletePicture(MAIN, pos_id, variation_id)
    image, token = wanted[0]
    return AddPicture("variation", image.id, image.url, token, pos_id)
