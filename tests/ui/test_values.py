"""Values as they stand on screen, in English and elsewhere."""

from collections.abc import Iterator
from datetime import datetime
from decimal import Decimal

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from app.ui import values

NOW = datetime(2026, 5, 13, 10, 48).timestamp()  # noqa: DTZ001


def at(*parts: int) -> float:
    """A local moment."""
    return datetime(*parts).timestamp()  # type: ignore[arg-type]  # noqa: DTZ001


@pytest.fixture(autouse=True)
def _locale(qapp: QApplication) -> Iterator[None]:
    assert qapp is not None
    before = QLocale()
    QLocale.setDefault(QLocale("en_GB"))
    yield
    QLocale.setDefault(before)


def test_prices_have_the_currency_s_places() -> None:
    """From the smallest unit; nothing there is a dash."""
    assert values.money(5400, 2) == "54.00"
    assert values.money(123456, 2) == "1,234.56"
    assert values.money(5, 2) == "0.05"
    assert values.money(5400, 0) == "5,400"
    assert values.money(-1250, 2) == "−12.50"
    assert values.money(None, 2) == "–"
    assert values.money_of(Decimal(79), 2) == "79.00"


def test_a_family_of_several_prices_begins_with_one() -> None:
    """Shorter where it is narrow; one price is one price."""
    assert values.price(400, 900, 2) == "from 4.00"
    assert values.price(400, 900, 2, narrow=True) == "4.00+"
    assert values.price(400, 400, 2) == "4.00"
    assert values.price(None, None, 2) == "–"


def test_prices_in_sentences_carry_their_currency() -> None:
    """The symbol where the currency has one, whatever the locale is."""
    assert values.priced(5400, 2, "GBP") == "£54.00"
    assert values.priced(Decimal("-5.5"), 2, "EUR") == "−€5.50"
    assert values.currency_symbol("USD") == "$"
    assert values.currency_symbol("XXQ") == "XXQ"
    assert values.currency_symbol("") == ""
    QLocale.setDefault(QLocale("nl_NL"))
    assert values.priced(5400, 2, "GBP") == "£\u00a054,00"


def test_stock_is_grouped_and_says_what_is_not_known() -> None:
    """Zero is counted and none; what is not counted never looks like a number."""
    assert [values.stock(each) for each in (1250, 0, -3)] == ["1,250", "0", "−3"]
    assert [values.stock(each) for each in ("unlimited", "unknown", None)] == ["∞", "?", "–"]
    assert values.spoken_stock("unlimited") == "not counted, unlimited"
    assert values.spoken_stock("unknown") == "not known"
    assert values.spoken_stock(None) == "not there"
    assert values.spoken_stock(7) == "7"


def test_differences_have_signs_and_words_from_five_times_on() -> None:
    """Where a share tells nothing, nothing is said."""
    assert [values.signed(each) for each in (240, -3, 0)] == ["+240", "−3", "0"]
    assert values.moved(100, 109) == "+9\u00a0%"
    assert values.moved(100, 65) == "−35\u00a0%"
    assert values.moved(2, 200) == "100 times as much"
    assert values.moved(0, 5) == ""
    assert values.moved(1000, 1001) == ""
    assert values.percent(0.06) == "6\u00a0%"
    assert values.percent(0.001) == "under 1\u00a0%"


def test_measures_keep_their_places_and_their_unit() -> None:
    """On one line."""
    assert values.measure(Decimal("1.2500"), "kg") == "1.25\u00a0kg"
    assert values.measure(Decimal(100), "") == "100"
    assert values.decimal(Decimal("-0.5")) == "−0.5"


def test_yes_no_and_blank_are_words() -> None:
    """No marks for states."""
    assert [values.side_state(each) for each in ("yes", "no", "deleted", "")] == [
        "Yes",
        "No",
        "Deleted",
        "–",
    ]
    assert values.text_value("") == "(blank)"
    assert values.text_value("x") == "x"


def test_moments_are_as_long_as_they_need_be() -> None:
    """Just now, today, this week, this year, before."""
    told = {
        NOW - 20: "Just now",
        NOW - 360: "Today 10:42",
        at(2026, 5, 13, 0, 1): "Today 00:01",
        at(2026, 5, 12, 23, 59): "Tue 12 May",
        at(2026, 5, 7, 12): "Thu 7 May",
        at(2026, 5, 6, 12): "6 May",
        at(2025, 5, 3, 12): "3 May 2025",
        0: "–",
    }
    assert {moment: values.moment(moment, NOW) for moment in told} == told
    assert values.full_moment(NOW - 360) == "Wednesday, 13 May 2026 10:42"
    assert values.full_moment(0) == ""
    assert values.clock(NOW) == "10:48"


def test_spans_and_time_left() -> None:
    """Exact when it is over, rough while it lasts."""
    assert [values.span(each) for each in (3, 88, 3900, 0, 60)] == [
        "3\u00a0s",
        "1\u00a0min 28\u00a0s",
        "1\u00a0h 5\u00a0min",
        "0\u00a0s",
        "1\u00a0min",
    ]
    assert [values.time_left(each) for each in (4, 26, 170, 7300)] == [
        "a few seconds",
        "about 25\u00a0s",
        "about 3\u00a0min",
        "about 2\u00a0h",
    ]
    assert values.time_left(None) == "time left not known yet"


def test_sizes_of_files() -> None:
    """In the unit that reads best."""
    assert values.size(24_000_000) == "24\u00a0MB"
    assert values.size(24_500_000) == "24.5\u00a0MB"


@pytest.mark.parametrize("text", ["=1+1", "+1", "-40 frost", "@here", "\tx", "\rx"])
def test_what_looks_like_a_formula_is_marked_as_text(text: str) -> None:
    """And nothing else is."""
    assert values.safe_cell(text) == f"'{text}"
    assert values.safe_cell(f"x{text}") == f"x{text}"


def test_the_locale_decides() -> None:
    """Points, groups and the names of days."""
    QLocale.setDefault(QLocale("de_DE"))
    assert values.money(123456, 2) == "1.234,56"
    assert values.stock(1250) == "1.250"
    assert values.moment(at(2026, 5, 12, 12), NOW) == "Di. 12 Mai"
