"""Weights and lengths in the units of both services (R17, RULES S10)."""

from decimal import ROUND_HALF_UP, Decimal

from app.domain.product import Dimensions, Weight

GRAMS: dict[str, Decimal] = {
    "CT": Decimal("0.2"),
    "CARAT": Decimal("0.2"),
    "G": Decimal(1),
    "GRAM": Decimal(1),
    "OZ": Decimal("28.349523125"),
    "OUNCE": Decimal("28.349523125"),
    "LB": Decimal("453.59237"),
    "POUND": Decimal("453.59237"),
    "KG": Decimal(1000),
    "KILOGRAM": Decimal(1000),
}
"""Grams in one unit: the POS's short names and the eCom profile's long ones."""

MILLIMETRES: dict[str, Decimal] = {
    "MM": Decimal(1),
    "CM": Decimal(10),
    "IN": Decimal("25.4"),
    "YD": Decimal("914.4"),
}
"""Millimetres in one unit; both services use the same names."""

WEIGHT_STEP = Decimal("0.001")
LENGTH_STEP = Decimal("0.01")
_SHARE = Decimal("0.005")

Lengths = tuple[Decimal, Decimal, Decimal]


def weight_in(weight: Weight, unit: str) -> Decimal:
    """The weight in another unit, rounded half up to the 3 places we write."""
    grams = weight.value * GRAMS[weight.unit]
    return (grams / GRAMS[unit]).quantize(WEIGHT_STEP, ROUND_HALF_UP)


def lengths_in(dimensions: Dimensions, unit: str) -> Lengths:
    """Length, width, height in another unit, rounded half up to 2 places; blank sides are 0."""
    factor = MILLIMETRES[dimensions.unit] / MILLIMETRES[unit]
    sides = (dimensions.length, dimensions.width, dimensions.height)
    length, width, height = (
        ((side or Decimal(0)) * factor).quantize(LENGTH_STEP, ROUND_HALF_UP) for side in sides
    )
    return length, width, height


def about_equal(one: Decimal, other: Decimal, step: Decimal) -> bool:
    """Equal within half a unit of the last place or 0.5 %, whichever is more (RULES S10)."""
    return abs(one - other) <= max(step / 2, _SHARE * max(abs(one), abs(other)))
