"""Reading untrusted values one by one."""

from decimal import Decimal
from typing import Any

import pytest

from app.connectors.reading import decode, decode_object, moment, number, seconds, whole


@pytest.mark.parametrize(
    ("value", "found"),
    [
        (3, Decimal(3)),
        (Decimal("2.63158"), Decimal("2.63158")),
        ("34.70", Decimal("34.70")),
        (True, None),
        (2.5, None),
        ("x", None),
        ("NaN", None),
        ("Infinity", None),
        (Decimal("1e400"), None),
        (Decimal("1e-400"), None),
        (10**40, None),
        ("9" * 5000, None),
        (None, None),
        ([], None),
    ],
)
def test_numbers(value: Any, found: Decimal | None) -> None:
    """Exact, finite and of a size that means something."""
    assert number(value) == found


def test_whole_numbers() -> None:
    """Whole ones alone, in any spelling."""
    assert (whole("12"), whole(Decimal("12.0")), whole(Decimal("1.5"))) == (12, 12, None)


@pytest.mark.parametrize(
    "printed",
    [
        "2026-02-01 09:00:00 +0000",
        "2026-02-01T09:00:00Z",
        "2026-02-01T09:00:00+00:00",
        "2026-02-01 09:00:00",
        "2026-02-01 10:00:00 +0100",
        "2026-02-01 04:00:00 -0500",
    ],
)
def test_times(printed: str) -> None:
    """All forms both services print; without zone it is UTC."""
    assert seconds(None, printed) == 1769936400
    assert seconds(7, printed) == 7


def test_times_that_are_none() -> None:
    """Unknown is 0."""
    assert seconds(None, "yesterday") == seconds("x", None) == 0


@pytest.mark.parametrize("body", [b"", b"[]", b"5", b"{", b"\xff", b'{"a":' * 50_000])
def test_what_is_no_object(body: bytes) -> None:
    """One kind of error, whatever is wrong."""
    with pytest.raises(ValueError, match=r"."):
        decode_object(body)


def test_broken_text_is_mended_and_numbers_stay_exact() -> None:
    """Mending replaces what no text can hold and touches nothing else."""
    found = decode_object(b'{"a":"x\\ud83d","b":[1.10,{"c":"\xff"}],"d":null}')
    assert found == {"a": "x?", "b": [Decimal("1.10"), {"c": "\ufffd"}], "d": None}
    assert str(found["b"][0]) == "1.10"


def test_a_number_beyond_all_measure_is_told_as_broken() -> None:
    """A number no decimal can hold makes the answer unreadable in the agreed way, no more."""
    with pytest.raises(ValueError, match=r".*"):
        decode(b'{"price": 1e99999999999999999999}', dict[str, object])


def test_a_time_before_all_calendars_is_no_time() -> None:
    """A time that no zone can turn is left out like any other odd text."""
    assert moment("0001-01-01T00:00:00+23:59") is None


@pytest.mark.parametrize(
    "printed", ["1e999999999999", "-1E+999999999999", "0e999999", "9" * 39 + "e999999"]
)
def test_a_number_beyond_what_decimals_reckon_with_is_none(printed: str) -> None:
    """Written as text it can be held, yet not reckoned with: it is left out, without a word."""
    assert number(printed) is None
