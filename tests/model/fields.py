"""One field, three values (RULES M1, M3, M9, M12)."""

from decimal import Decimal
from typing import Any

from tests.model.sides import NOWHERE, Shelf, Sides, Variation

KEEPABLE = frozenset(
    {"name", "description", "brand", "category", "barcode", "price", "weight", "dimensions"}
)
CLEARED = frozenset({"description", "brand", "barcode", "weight", "dimensions"})
WHOLE = ("name", "description", "brand")
"""Plain fields of every product as a whole."""
OWN = ("sku", "barcode", "price", "weight", "dimensions")
"""Plain fields of a standalone product, or of one variant."""

_HALF = {"weight": Decimal("0.0005"), "dimensions": Decimal("0.005")}
UNTOLD = object()
"""The value of a field that the POS doesn't tell: neither blank nor a change."""

Agreement = tuple[Any, Any] | None


def decide(
    name: str, pos: Any, ecom: Any, agreed: Agreement, *, keeps: bool, keeps_at_first: bool
) -> tuple[Any, bool]:
    """What stands online afterwards, and whether the two sides are settled by it."""
    if pos is UNTOLD:
        return ecom, False
    wish = _wish(name, pos, ecom, agreed)
    if agreed is None:
        stays = keeps_at_first or _same(name, wish, ecom, first=True)
        return (ecom if stays else wish), True
    changed, edited = pos != agreed[0], ecom != agreed[1]
    if not changed and not edited:
        return ecom, False
    if _same(name, wish, ecom, first=False):
        return ecom, True
    if not changed and keeps and name in KEEPABLE:
        return ecom, False
    return wish, True


def _wish(name: str, pos: Any, ecom: Any, agreed: Agreement) -> Any:
    """The POS value; what eCom has where the POS was and is blank (M12)."""
    before = agreed[0] if agreed is not None else None
    if name == "dimensions":
        return _wished_sides(pos, ecom, before if before is not None else NOWHERE)
    if pos or name == "price":
        return pos
    if not before or name not in CLEARED:
        return ecom
    return Decimal(0) if name == "weight" else ""


def _wished_sides(pos: Sides, ecom: Sides, before: Sides) -> Sides:
    one, two, three = (
        side or (Decimal(0) if was else there)
        for side, there, was in zip(pos, ecom, before, strict=True)
    )
    return one, two, three


def _same(name: str, wish: Any, ecom: Any, *, first: bool) -> bool:
    if name == "weight":
        return _near(wish, ecom, _HALF[name], first)
    if name == "dimensions":
        sides = zip(wish, ecom, strict=True)
        return all(_near(one, other, _HALF[name], first) for one, other in sides)
    return bool(wish == ecom)


def _near(one: Decimal, other: Decimal, half: Decimal, first: bool) -> bool:
    most = max(half, Decimal("0.005") * max(one, other)) if first else half
    return abs(one - other) <= most


def pictures_after(
    pos: tuple[str, ...],
    ecom: tuple[str, ...],
    agreed: Agreement,
    *,
    replaces: bool,
    keeps_at_first: bool,
) -> tuple[str, ...]:
    """What pictures a product has afterwards (R7, M9)."""
    if agreed is None:
        stays = not pos or (ecom and not replaces) or keeps_at_first
        return ecom if stays else pos
    return pos if pos != agreed[0] else ecom


def online_value(name: str, shelf: Shelf, variation: Variation | None) -> Any:
    """A field's value online; of a variation its own, else its product's.

    Of a category nothing: it is compared as membership of the one that was assigned.
    """
    if name == "category":
        return None
    if variation is None:
        return getattr(shelf, {"dimensions": "sides", "images": "pictures"}.get(name, name))
    if name == "images":
        return (variation.picture,) if variation.picture else ()
    effective: dict[str, Any] = {
        "sku": variation.sku or shelf.sku,
        "price": shelf.price_of(variation),
        "weight": shelf.weight_of(variation),
        "dimensions": shelf.sides_of(variation),
    }
    return effective[name] if name in effective else getattr(variation, name)
