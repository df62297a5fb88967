"""What the syncs of each day did, for the charts of the history (DESIGN §7.7)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Literal

from app.facts.history import RunLine

Period = Literal["weeks", "month", "all"]
"""Two weeks, thirty days, or all that is kept."""

_DAYS: dict[Period, int] = {"weeks": 14, "month": 30}


@dataclass(frozen=True, slots=True)
class DayFigures:
    """One day of this computer's calendar: `at` is a moment of it in UNIX seconds.

    `updated` counts products that were changed, shown or hidden, `made` those that were created or
    removed, `failed` those that failed; `seconds` is what the longest sync took.
    """

    at: float
    updated: int = 0
    made: int = 0
    failed: int = 0
    seconds: float = 0


def day_figures(runs: Iterable[RunLine], now: float, period: Period) -> tuple[DayFigures, ...]:
    """Every day of a period up to today, oldest first, with or without syncs."""
    by_day: dict[date, list[RunLine]] = {}
    for run in runs:
        if run.wrote and run.at:
            by_day.setdefault(_day(run.at), []).append(run)
    today = _day(now)
    known = (today - min(by_day, default=today)).days + 1
    count = _DAYS.get(period, max(known, _DAYS["weeks"]))
    days = [today - timedelta(days=back) for back in reversed(range(count))]
    return tuple(_figures(day, by_day.get(day, [])) for day in days)


def _day(at: float) -> date:
    return datetime.fromtimestamp(at).astimezone().date()


def _figures(day: date, runs: list[RunLine]) -> DayFigures:
    noon = datetime(day.year, day.month, day.day, 12).astimezone()
    return DayFigures(
        noon.timestamp(),
        sum(run.updated + run.shown + run.hidden for run in runs),
        sum(run.created + run.deleted for run in runs),
        sum(run.failed for run in runs),
        max((run.seconds for run in runs), default=0),
    )
