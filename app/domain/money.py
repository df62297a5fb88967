"""Amounts of money: `Decimal`, rounded half up to the currency's places (R16)."""

from decimal import ROUND_HALF_UP, Decimal


def rounded(amount: Decimal, places: int) -> Decimal:
    """The amount at the currency's places."""
    return amount.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)


def moved_by(before: Decimal, after: Decimal) -> Decimal:
    """How much of the old price the move is, as a share; from 0 any move is infinite (M13)."""
    if before == after:
        return Decimal(0)
    if before == 0:
        return Decimal("Infinity")
    return abs(after - before) / abs(before)
