"""When and how much the POS says to reorder, which is shown and never synced (DESIGN §4)."""

from collections.abc import Callable, Sequence
from decimal import Decimal

from app.domain.product import InventoryRow, Outlet
from app.facts.extras import AtOutlet, Extra, Numbers, OfVariants

Members = Sequence[tuple[str, Sequence[InventoryRow]]]
"""The variants' names with the rows of each; a product without variants is one of no name."""


def reorder_extras(members: Members, outlets: Sequence[Outlet]) -> tuple[Extra, ...]:
    """Both, in the outlets' order; what is set nowhere is left out.

    Variants are named where not all of them have the same.
    """
    told = (
        _extra("reorder_point", members, outlets, lambda row: row.reorder_point),
        _extra("reorder_amount", members, outlets, lambda row: row.reorder_amount),
    )
    return tuple(extra for extra in told if extra is not None)


def _extra(
    name: str,
    members: Members,
    outlets: Sequence[Outlet],
    number: Callable[[InventoryRow], Decimal | None],
) -> Extra | None:
    alike: dict[Numbers | None, list[str]] = {}
    for variant, rows in members:
        told = {row.outlet_id: number(row) for row in rows}
        alike.setdefault(_numbers(told, outlets), []).append(variant)
    parts = tuple(
        OfVariants(tuple(variants), value) for value, variants in alike.items() if value is not None
    )
    if not parts:
        return None
    return Extra(name, parts[0].value if len(alike) == 1 else parts)


def _numbers(told: dict[str, Decimal | None], outlets: Sequence[Outlet]) -> Numbers | None:
    found = tuple(
        AtOutlet(number, outlet.name)
        for outlet in outlets
        if (number := told.get(outlet.id)) is not None
    )
    if not found:
        return None
    # A shop of one outlet need not be told which.
    return found[0].number if len(outlets) == 1 else found
