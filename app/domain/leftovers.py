"""What an action that was broken off leaves on a product and no field tells of (M10, M18)."""

import re

from app.domain.pair_comparison import choices_of
from app.domain.pairing import Base, PosProduct
from app.domain.product import EcomProduct
from app.domain.situation import Situation
from app.domain.steps import Choice

_MOVING = re.compile(r" \(moving (\d+)\)$")


def detour_value(value: str, variation_id: int) -> str:
    """The temporary value of a variation on its way to another one."""
    return f"{value} (moving {variation_id})"


def former_choices(there: EcomProduct, base: Base | None) -> tuple[Choice, ...]:
    """Option values online that came from us: those the POS had, and temporary ones."""
    variations = {variation.id for variation in there.variations}
    ours: dict[str, dict[str, None]] = {}
    for name, values in base.options if base is not None else ():
        ours.setdefault(name, {}).update(dict.fromkeys(values))
    for option in there.options:
        for value in option.choices:
            moving = _MOVING.search(value)
            if moving and int(moving[1]) in variations:
                ours.setdefault(option.name, {})[value] = None
    return tuple((name, tuple(values)) for name, values in ours.items())


def leaves_choices(product: PosProduct, there: EcomProduct, base: Base | None) -> bool:
    """Whether eCom still has option values that came from us and that nothing uses any more."""
    used = {pair for variation in there.variations for pair in variation.options}
    used |= {(name, value) for name, values in choices_of(product) for value in values}
    online = {option.name: option.choices for option in there.options}
    return any(
        value in online.get(name, ()) and (name, value) not in used
        for name, values in former_choices(there, base)
        for value in values
    )


def leaves_stock(product: PosProduct, there: EcomProduct, situation: Situation) -> bool:
    """Whether a family has stock of its own that no variation shares: it must be tracked 0."""
    if not product.is_family or not situation.rules.synced("stock"):
        return False
    if any(name == "stock" for name, _ in there.problems):
        return False
    shared = any(variation.sku is None for variation in there.variations)
    return not shared and (there.unlimited or bool(there.quantity))
