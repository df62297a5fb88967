"""A budget tells that it waits: how long, and not too often."""

import asyncio
from itertools import pairwise

import pytest

from app.connectors.answers import Request
from app.connectors.pacing import Budget
from tests.connectors.scripted import Time, client, said


def budget(time: Time, limit: int = 10) -> tuple[Budget, list[tuple[float, float]]]:
    """A budget of so many requests a minute, and what it tells: (moment, seconds)."""
    made = Budget(limit, 60.0, time_source=time.now, sleep=time.sleep)
    told: list[tuple[float, float]] = []
    start = time.now()
    made.on_wait = lambda seconds: told.append((round(time.now() - start, 2), round(seconds, 2)))
    return made, told


async def spend(made: Budget, count: int) -> None:
    """Send so many requests one after the other."""
    for _ in range(count):
        with await made.acquire():
            await asyncio.sleep(0)


async def test_a_full_window_is_told_every_other_second() -> None:
    """With what is left of the wait."""
    made, told = budget(Time())
    await spend(made, 10)
    assert told == []
    await spend(made, 1)
    assert told[0] == (0.0, 60.05)
    assert [at for at, _ in told] == [2.0 * n for n in range(30)]
    assert all(at + left == pytest.approx(60.05) for at, left in told)


async def test_a_service_that_asks_for_patience_is_told() -> None:
    """The pause it named."""
    made, told = budget(Time())
    made.pause(5.0)
    await spend(made, 1)
    assert told == [(0.0, 5.0), (2.0, 3.0)]


async def test_short_waits_are_nobodys_business() -> None:
    """A second at most."""
    made, told = budget(Time())
    made.pause(1.0)
    await spend(made, 1)
    assert told == []


async def test_what_others_use_is_waited_for_with_an_estimate() -> None:
    """Their requests thin out over the window."""
    made, told = budget(Time())
    made.told(0, 10)
    await spend(made, 1)
    assert 1 < told[0][1] <= 60


async def test_nobody_need_listen() -> None:
    """Without a listener it waits all the same."""
    time = Time()
    made = Budget(1, 60.0, time_source=time.now, sleep=time.sleep)
    start = time.now()
    await spend(made, 2)
    assert time.now() - start >= 60


async def test_a_429_is_told_with_its_seconds() -> None:
    """As the service put it."""
    made, _, time = client(said(status=429, Retry_After="40"), said({}))
    told: list[float] = []
    made.budget.on_wait = told.append
    start = time.now()
    await made.read(Request("GET", "/profile"))
    assert 38 <= told[0] <= 40
    assert time.now() - start >= 39
    assert all(one - other >= 1.9 for one, other in pairwise(told))


async def test_a_shop_that_is_being_imported_is_told() -> None:
    """449: it asks to come back later."""
    made, _, _ = client(said(status=449), said({}))
    told: list[float] = []
    made.budget.on_wait = told.append
    await made.read(Request("GET", "/profile"))
    assert told == [2.0]
