"""Amounts of money are exact (R16)."""

import pytest

from app.domain.money import moved_by, rounded
from tests.domain.builders import dec


@pytest.mark.parametrize(
    ("amount", "places", "result"),
    [
        ("10.005", 2, "10.01"),
        ("10.004", 2, "10.00"),
        ("0.125", 2, "0.13"),
        ("2.5", 0, "3"),
        ("1.2345", 3, "1.235"),
        ("1200", 2, "1200.00"),
    ],
)
def test_r16_rounded_half_up_to_the_currencys_places(amount: str, places: int, result: str) -> None:
    """Half up, not half even."""
    assert str(rounded(dec(amount), places)) == result


@pytest.mark.parametrize(
    ("before", "after", "share"),
    [
        pytest.param("10", "15", "0.5", id="up"),
        pytest.param("10", "5", "0.5", id="down"),
        pytest.param("10", "0", "1", id="to-zero"),
        pytest.param("0", "0.01", "Infinity", id="from-zero"),
        pytest.param("0", "0", "0", id="stays-zero"),
        pytest.param("7", "7.00", "0", id="same"),
    ],
)
def test_m13_how_far_a_price_moves(before: str, after: str, share: str) -> None:
    """As a share of the old one; from 0 any move is more than any limit."""
    assert moved_by(dec(before), dec(after)) == dec(share)
