"""Rows of the catalogue made from assessments: a family's variants and their statuses."""

import pytest

from app.facts.making_rows import make_row
from app.facts.row_values import Ground
from app.facts.rows import PRICE, Row, altered, variants_of
from app.facts.telling_variant import telling_variant
from tests.domain.builders import Pair, choices, dec, shirts

SHIRTS = shirts()
PRICED = SHIRTS.ecom_variation(12, price=dec("10.00"))
"""Blue has another price online."""


def row_of(pair: Pair) -> Row:
    """The row of a pair as it stands."""
    return make_row(pair.assess(), Ground(pair.situation, {}), goes=False)


def statuses(pair: Pair) -> list[str]:
    """The statuses of a family's variants."""
    return [one.status for one in variants_of(row_of(pair))]


OFF = {"choices": choices(flags={"shirt": "off"})}


@pytest.mark.parametrize(
    ("pair", "expected"),
    [
        pytest.param(PRICED, ["in sync", "edited online"], id="one differs"),
        pytest.param(PRICED.when(**OFF), ["not sold online"] * 2, id="unticked, still shown"),
        pytest.param(
            PRICED.when(**OFF).ecom(enabled=False), ["not sold online"] * 2, id="unticked, off"
        ),
        pytest.param(
            PRICED.pos("shirt", active=False).pos("blue", active=False),
            ["hidden"] * 2,
            id="inactive, still shown",
        ),
        pytest.param(
            PRICED.when(**OFF, failures={"shirt": "no"}), ["not sold online"] * 2, id="failed, off"
        ),
    ],
)
def test_what_nobody_compares_is_not_called_in_sync(pair: Pair, expected: list[str]) -> None:
    """Variants of a family that is not to be seen say so, whatever their values are."""
    assert statuses(pair) == expected


def test_a_variant_tells_where_its_family_reads_the_same_on_both_sides() -> None:
    """Of a family that begins with the same price the variant with another one is named."""
    pair = SHIRTS.pos("blue", price_including_tax=dec("19.00"))
    low = row_of(pair)
    assert low.wins & PRICE
    told = telling_variant(altered(low, online_price_high=low.online_price), PRICE)
    assert told is None, "one side begins with it, the other has it alone"
    both = row_of(pair.ecom_variation(12, price=dec("15.00")))
    told = telling_variant(both, PRICE)
    assert told is not None
    assert (told.name, told.pos_price, told.online_price) == ("Blue", 1900, 1500)
    assert telling_variant(row_of(SHIRTS), PRICE) is None


@pytest.mark.parametrize("blue", ["12.10", "24.00"], ids=["one price", "several"])
def test_a_family_tells_its_own_price_where_that_alone_differs(blue: str) -> None:
    """A price edited online above the variants is shown, and what it becomes."""
    pair = SHIRTS.pos("blue", price_including_tax=dec(blue))
    pair = pair.ecom_variation(12, price=dec(blue))
    row = row_of(pair.ecom(price=dec("10.89")))
    assert row.wins & PRICE
    assert (row.pos_price, row.pos_price_high) == (1210, 1210)
    assert (row.online_price, row.online_price_high) == (1089, 1089)
    assert telling_variant(row, PRICE) is None
