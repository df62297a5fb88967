"""When to reorder, as the panel is told of it."""

from collections.abc import Sequence
from decimal import Decimal

from app.domain.product import InventoryRow, Outlet
from app.facts.extras import AtOutlet, Extra, OfVariants
from app.facts.reordering import reorder_extras

MAIN, HARBOUR, MARKET = Outlet("o1", "Main"), Outlet("o2", "Harbour"), Outlet("o3", "Market")


def row(outlet: Outlet, point: int | None = None, amount: int | None = None) -> InventoryRow:
    """What the POS tells of one outlet."""
    return InventoryRow(
        "r1",
        outlet.id,
        Decimal(9),
        1,
        reorder_point=None if point is None else Decimal(point),
        reorder_amount=None if amount is None else Decimal(amount),
    )


def alone(rows: Sequence[InventoryRow], outlets: Sequence[Outlet]) -> tuple[Extra, ...]:
    """What is told of a product that has no variants."""
    return reorder_extras([("", rows)], outlets)


def test_each_outlet_that_has_one_is_named_in_the_outlets_order() -> None:
    """A zero is a number; what is not set is left out."""
    rows = (row(HARBOUR, 0, 12), row(MARKET), row(MAIN, 4))
    assert alone(rows, (MAIN, HARBOUR, MARKET)) == (
        Extra("reorder_point", (AtOutlet(Decimal(4), "Main"), AtOutlet(Decimal(0), "Harbour"))),
        Extra("reorder_amount", (AtOutlet(Decimal(12), "Harbour"),)),
    )


def test_the_only_outlet_is_not_named() -> None:
    """There is no other it could be."""
    assert alone((row(MAIN, 4, 6),), (MAIN,)) == (
        Extra("reorder_point", Decimal(4)),
        Extra("reorder_amount", Decimal(6)),
    )


def test_nothing_is_told_where_nothing_is_set() -> None:
    """Neither without numbers, nor without rows, nor of an outlet that is not there any more."""
    assert alone((row(MAIN), row(HARBOUR)), (MAIN, HARBOUR)) == ()
    assert alone((), (MAIN,)) == ()
    assert alone((row(MARKET, 3, 3),), (MAIN, HARBOUR)) == ()
    assert reorder_extras([], (MAIN,)) == ()
    assert reorder_extras([("S", (row(MAIN),)), ("M", ())], (MAIN,)) == ()


def test_variants_that_have_the_same_are_named_together() -> None:
    """Each by its name, in their order; those that have none are left out."""
    members = [
        ("S", (row(MAIN, 4), row(HARBOUR, 2))),
        ("M", (row(MAIN, 0),)),
        ("L", (row(HARBOUR, 2), row(MAIN, 4))),
        ("XL", ()),
    ]
    four_and_two = (AtOutlet(Decimal(4), "Main"), AtOutlet(Decimal(2), "Harbour"))
    assert reorder_extras(members, (MAIN, HARBOUR)) == (
        Extra(
            "reorder_point",
            (
                OfVariants(("S", "L"), four_and_two),
                OfVariants(("M",), (AtOutlet(Decimal(0), "Main"),)),
            ),
        ),
    )
    assert reorder_extras(members[2:], (HARBOUR,)) == (
        Extra("reorder_point", (OfVariants(("L",), Decimal(2)),)),
    )


def test_what_all_variants_have_is_told_once() -> None:
    """Without a name, as of a product that has no variants; variants of one name are two."""
    both = [("S", (row(MAIN, 4, 6),)), ("S", (row(MAIN, 4, 7),))]
    assert reorder_extras(both, (MAIN,)) == (
        Extra("reorder_point", Decimal(4)),
        Extra("reorder_amount", (OfVariants(("S",), Decimal(6)), OfVariants(("S",), Decimal(7)))),
    )
