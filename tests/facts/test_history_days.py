"""The days of the history's charts."""

from datetime import datetime

import pytest

from app.facts.history import RunLine
from app.facts.history_days import Period, day_figures

NOON = datetime(2026, 5, 14, 12).astimezone().timestamp()
DAY = 86_400


def run(days: float, **more: int) -> RunLine:
    """A sync some days ago."""
    return RunLine(1, NOON - days * DAY, "window", "sync", 0, more.pop("seconds", 3), 0, **more)  # type: ignore[arg-type]


def test_a_day_adds_up_its_syncs() -> None:
    """The longest tells how long; what was shown or hidden was changed."""
    runs = [
        run(0, failed=1, updated=4, hidden=1, shown=2, seconds=52),
        run(0.1, failed=2, created=3, deleted=1, seconds=9),
        run(13, failed=0, updated=8),
    ]
    days = day_figures(runs, NOON, "weeks")
    assert len(days) == 14
    last = days[-1]
    assert (last.updated, last.made, last.failed, last.seconds) == (7, 4, 3, 52)
    assert days[0].updated == 8
    assert not any(day.updated or day.seconds for day in days[1:-1])


@pytest.mark.parametrize(
    ("period", "count"), [("weeks", 14), ("month", 30), ("all", 46)], ids=["weeks", "month", "all"]
)
def test_a_period_is_so_many_days(period: Period, count: int) -> None:
    """All goes back to the oldest sync that is kept."""
    assert len(day_figures([run(45, failed=0)], NOON, period)) == count


def test_what_only_compared_is_in_no_chart() -> None:
    """A check counts what it would have done."""
    check = RunLine(1, NOON, "", "check", 0, 11, 5, 2, updated=5)
    assert not any(
        day.updated or day.failed or day.seconds for day in day_figures([check], NOON, "all")
    )
