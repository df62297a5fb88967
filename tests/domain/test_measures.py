"""Weights and lengths between the units of both services (R17, RULES S10)."""

from decimal import Decimal

import pytest

from app.domain.measures import (
    GRAMS,
    LENGTH_STEP,
    MILLIMETRES,
    WEIGHT_STEP,
    about_equal,
    lengths_in,
    weight_in,
)
from app.domain.product import Dimensions, Weight
from tests.domain.builders import dec


@pytest.mark.parametrize(
    ("value", "unit", "wanted", "result"),
    [
        ("500", "G", "KILOGRAM", "0.500"),
        ("1", "LB", "KILOGRAM", "0.454"),
        ("1", "KG", "POUND", "2.205"),
        ("1", "OZ", "GRAM", "28.350"),
        ("5", "CT", "GRAM", "1.000"),
        ("5", "G", "CARAT", "25.000"),
        ("0.5", "G", "KILOGRAM", "0.001"),
        ("0.4", "G", "KILOGRAM", "0.000"),
        ("16", "OZ", "POUND", "1.000"),
    ],
)
def test_r17_weights(value: str, unit: str, wanted: str, result: str) -> None:
    """Rounded half up to three places of the shop's unit."""
    assert str(weight_in(Weight(dec(value), unit), wanted)) == result


@pytest.mark.parametrize(
    ("sides", "unit", "wanted", "result"),
    [
        (("100", "80", "90"), "MM", "CM", ("10.00", "8.00", "9.00")),
        (("1", "2", "3"), "IN", "CM", ("2.54", "5.08", "7.62")),
        (("1", "1", "1"), "YD", "IN", ("36.00", "36.00", "36.00")),
        (("0.05", "0.04", "1"), "MM", "CM", ("0.01", "0.00", "0.10")),
    ],
)
def test_r17_lengths(
    sides: tuple[str, str, str], unit: str, wanted: str, result: tuple[str, str, str]
) -> None:
    """Rounded half up to two places of the shop's unit."""
    length, width, height = (dec(side) for side in sides)
    found = lengths_in(Dimensions(length, width, height, unit), wanted)
    assert tuple(str(side) for side in found) == result


def test_r17_blank_sides_are_zero() -> None:
    """Whoever needs them blank makes them so again."""
    assert lengths_in(Dimensions(dec("10"), None, None, "MM"), "CM") == (
        *(dec("1"), Decimal(0), Decimal(0)),
    )


@pytest.mark.parametrize(
    ("one", "other", "step", "equal"),
    [
        pytest.param("0.5", "0.5005", WEIGHT_STEP, True, id="half-a-unit-of-the-last-place"),
        pytest.param("0.01", "0.0106", WEIGHT_STEP, False, id="more-than-half-a-unit"),
        pytest.param("100", "100.5", LENGTH_STEP, True, id="half-a-percent"),
        pytest.param("100", "100.502", LENGTH_STEP, True, id="of-the-greater-one"),
        pytest.param("100", "100.6", LENGTH_STEP, False, id="more-than-half-a-percent"),
        pytest.param("0", "0", LENGTH_STEP, True, id="nothing"),
        pytest.param("0", "0.01", LENGTH_STEP, False, id="something"),
    ],
)
def test_r17_about_equal(one: str, other: str, step: Decimal, equal: bool) -> None:
    """Half a unit of the last place or 0.5 %, whichever is more; either way round."""
    assert about_equal(dec(one), dec(other), step) is equal
    assert about_equal(dec(other), dec(one), step) is equal


def test_both_names_of_a_unit_mean_the_same() -> None:
    """The POS's short names and the profile's long ones."""
    pairs = {"CT": "CARAT", "G": "GRAM", "OZ": "OUNCE", "LB": "POUND", "KG": "KILOGRAM"}
    assert all(GRAMS[short] == GRAMS[long] for short, long in pairs.items())
    assert GRAMS.keys() == pairs.keys() | set(pairs.values())
    assert MILLIMETRES.keys() == {"MM", "CM", "IN", "YD"}
