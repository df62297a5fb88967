"""Whether eCom's answer shows what an action was to achieve (RULES M16)."""

from decimal import Decimal

from app.domain.actions import Action, Change
from app.domain.product import EcomProduct, EcomVariation
from app.domain.steps import AddPicture, CreateVariation, DeletePicture

ACCEPTED_AS_ANSWERED = frozenset({"name", "description", "brand", "category", "barcode"})
"""Text fields: what eCom makes of them is accepted and becomes the base."""


def unmet(action: Action, there: EcomProduct, variations: dict[str, int]) -> list[str]:
    """What eCom kept instead of what was written, in words; empty when all is right.

    Price, SKU, visibility, options and the number of pictures must be right. Text is accepted as
    answered, stock may differ by later orders, weight is dropped where nothing is shipped.
    """
    by_id = {variation.id: variation for variation in there.variations}
    found: list[str] = []
    for change in action.changes:
        if change.field in ("price", "sku", "enabled", "options"):
            variation = _variation(change, by_id, variations)
            problem = _problem(change, there, variation)
            if problem:
                found.append(problem)
    expected = _expected_pictures(action)
    if expected is not None and len(there.image_ids) != expected:
        found.append(f"{len(there.image_ids)} pictures instead of {expected}")
    missing = [
        step
        for step in action.steps
        if isinstance(step, CreateVariation) and variations.get(step.pos_id) not in by_id
    ]
    if missing:
        found.append(f"no variation {' / '.join(value for _, value in missing[0].options)}")
    return found


def _variation(
    change: Change, by_id: dict[int, EcomVariation], variations: dict[str, int]
) -> EcomVariation | None:
    if change.variant is None:
        return None
    known = change.variant.ecom_id or variations.get(change.variant.pos_id)
    return by_id.get(known or -1)


def _problem(change: Change, there: EcomProduct, variation: EcomVariation | None) -> str:
    if change.variant is not None and change.after is None:
        return f"the variation {change.variant.sku}" if variation is not None else ""
    if change.variant is not None and variation is None:
        return ""
    kept = _kept(change, there, variation)
    if kept is None or _equal(kept, change.after):
        return ""
    return f"{change.field} {kept} instead of {change.after}"


def _kept(change: Change, there: EcomProduct, variation: EcomVariation | None) -> object:
    if variation is None:
        whole = {"price": there.price, "sku": there.sku, "enabled": there.enabled}
        return whole.get(change.field)
    if change.field == "options":
        return dict(variation.options)
    if change.field == "price":
        return there.price if variation.price is None else variation.price
    if change.field == "sku":
        return there.sku if variation.sku is None else variation.sku
    return None


def _equal(kept: object, after: object) -> bool:
    if isinstance(kept, Decimal) and isinstance(after, Decimal):
        return kept == after
    return kept == after or (after is None and not kept)


def _expected_pictures(action: Action) -> int | None:
    """The number of pictures the product itself must have; None when they were not touched."""
    touched = any(
        (isinstance(s, AddPicture) and s.place != "variation")
        or (isinstance(s, DeletePicture) and not s.variation_pos_id)
        for s in action.steps
    )
    counts = [c.after for c in action.changes if c.field == "images" and c.variant is None]
    if not touched or not counts:
        return None
    return counts[0] if isinstance(counts[0], int) else 0


def written_fields(action: Action) -> dict[str, frozenset[str]]:
    """The fields an action wrote, by POS record id; "" for the product itself."""
    found: dict[str, set[str]] = {}
    for change in action.changes:
        owner = change.variant.pos_id if change.variant is not None else ""
        found.setdefault(owner, set()).add(change.field)
    return {owner: frozenset(names) for owner, names in found.items()}
