"""The request budget on simulated time: nearly all of the limit used, and never too much."""

import asyncio
import random
from collections import deque

import pytest

from app.connectors.pacing import Budget, pos_limit
from tests.connectors.scripted import Time


class Service:
    """Counts requests as they arrive within a rolling window; refuses what is too many."""

    def __init__(self, time: Time, limit: int, window: float) -> None:
        self.taken: deque[float] = deque()
        self.accepted: list[float] = []
        self.refused = 0
        self._time, self._limit, self._window = time, limit, window

    def arrive(self) -> None:
        """Take one request at this moment."""
        now = self._time.at
        while self.taken and self.taken[0] <= now - self._window:
            self.taken.popleft()
        if len(self.taken) >= self._limit:
            self.refused += 1
            return
        self.taken.append(now)
        self.accepted.append(now)


async def _work(budget: Budget, time: Time, service: Service, until: float, seed: int) -> None:
    rng = random.Random(seed)
    while time.at < until:
        async with budget.slots:
            with await budget.acquire():
                time.at += rng.uniform(0, 0.02)
                service.arrive()
                await asyncio.sleep(0)
                time.at += rng.uniform(0, 0.02)


@pytest.mark.parametrize(("limit", "window"), [(pos_limit(1), 300.0), (600, 60.0)])
async def test_uses_the_limit_without_tripping_it(limit: int, window: float) -> None:
    """Over four windows at full load at least 95 % of the limit is used and nothing refused."""
    time = Time()
    budget = Budget(limit, window, time_source=time.now, sleep=time.sleep)
    service = Service(time, limit, window)
    start, windows = time.at, 4
    await asyncio.gather(
        *(_work(budget, time, service, start + windows * window, seed) for seed in range(8))
    )
    assert service.refused == 0
    made = sum(at < start + windows * window for at in service.accepted)
    assert made >= 0.95 * limit * windows


async def test_state_survives_a_restart() -> None:
    """A second process inside the window knows what the first one used."""
    time = Time()
    service = Service(time, 350, 300.0)
    first = Budget(350, 300.0, time_source=time.now, sleep=time.sleep)
    for _ in range(340):
        with await first.acquire():
            service.arrive()
    second = Budget(350, 300.0, time_source=time.now, sleep=time.sleep)
    second.restore(first.export())
    assert second.left() == 10
    for _ in range(60):
        with await second.acquire():
            service.arrive()
    assert service.refused == 0


@pytest.mark.parametrize(
    "state", [{}, {"stamps": "no"}, {"stamps": [None, "x"], "paused_until": "soon"}]
)
async def test_bad_state_is_ignored(state: dict[str, object]) -> None:
    """A state that can't be read counts as none."""
    time = Time()
    budget = Budget(5, 60.0, time_source=time.now, sleep=time.sleep)
    budget.restore(state)
    assert budget.left() == 5


async def test_times_ahead_of_the_clock_count_as_now() -> None:
    """After the clock was set back the window is full for one window, not for hours."""
    time = Time()
    budget = Budget(5, 60.0, time_source=time.now, sleep=time.sleep)
    budget.restore({"stamps": [time.at + 7200] * 5, "paused_until": time.at + 7200})
    start = time.at
    with await budget.acquire():
        pass
    assert 59 <= time.at - start <= 62


async def test_told_registers_raise_the_limit_at_once() -> None:
    """Whoever waits at one register's limit goes on when more registers become known."""
    time = Time()
    budget = Budget(pos_limit(1), 300.0, time_source=time.now, sleep=time.sleep)
    for _ in range(350):
        with await budget.acquire():
            pass
    start = time.at
    waiting = asyncio.create_task(budget.acquire())
    await asyncio.sleep(0)
    budget.limit = pos_limit(2)
    with await waiting:
        assert time.at - start <= 2.0


async def test_follows_what_the_service_says_is_left() -> None:
    """Requests of other apps, seen in X-RateLimit-Remaining, are left room for."""
    time = Time()
    budget = Budget(350, 300.0, time_source=time.now, sleep=time.sleep)
    with await budget.acquire():
        pass
    budget.told(remaining=20, limit=350)
    assert budget.left() == 20
    budget.told(remaining=349, limit=350)
    assert budget.left() == 349
    budget.told(remaining=99, limit=100)
    assert budget.left() == 99


async def test_foreign_use_fades() -> None:
    """When others used everything, we try again within their window."""
    time = Time()
    budget = Budget(350, 300.0, time_source=time.now, sleep=time.sleep)
    budget.told(remaining=0, limit=350)
    start = time.at
    with await budget.acquire():
        pass
    assert 0 < time.at - start <= 300


async def test_pause_holds_everybody() -> None:
    """After a 429 nobody sends until the pause is over."""
    time = Time()
    budget = Budget(350, 300.0, time_source=time.now, sleep=time.sleep)
    start = time.at
    budget.pause(42)
    for _ in range(3):
        with await budget.acquire():
            assert time.at - start >= 42


async def test_batches_are_charged_by_their_requests() -> None:
    """A batch takes one place for each inner request, given back as they get done."""
    time = Time()
    budget = Budget(100, 60.0, time_source=time.now, sleep=time.sleep)
    with await budget.acquire(80) as charge:
        assert budget.left() == 20
        charge.spend(50)
        assert budget.left() == 20
    assert budget.left() == 20
    start = time.at
    with await budget.acquire(500):
        assert time.at - start >= 60


@pytest.mark.parametrize("limit", [1, 2, 10, 100])
async def test_large_batch_leaves_room_for_its_status(limit: int) -> None:
    """While a batch larger than the limit is under way, its status can be asked for."""
    time = Time()
    budget = Budget(limit, 60.0, time_source=time.now, sleep=time.sleep)
    with await budget.acquire(500), await budget.acquire():
        assert budget.left() >= 0


async def test_cancelled_waiting_leaves_the_budget_whole() -> None:
    """A task stopped while it waits for its turn keeps nothing."""
    time = Time()
    budget = Budget(1, 60.0, time_source=time.now, sleep=time.sleep)
    with await budget.acquire():
        waiting = asyncio.create_task(budget.acquire())
        await asyncio.sleep(0)
        waiting.cancel()
        await asyncio.gather(waiting, return_exceptions=True)
    time.at += 61
    assert budget.left() == 1


async def test_at_most_eight_at_a_time() -> None:
    """Never more than eight requests are under way."""
    time = Time()
    budget = Budget(350, 300.0, time_source=time.now, sleep=time.sleep)
    under_way = most = 0

    async def one() -> None:
        nonlocal under_way, most
        async with budget.slots:
            with await budget.acquire():
                under_way += 1
                most = max(most, under_way)
                await asyncio.sleep(0)
                under_way -= 1

    await asyncio.gather(*(one() for _ in range(50)))
    assert most == 8


async def test_stand_in_without_limits() -> None:
    """Unpaced, nothing waits until the service itself speaks of limits."""
    time = Time()
    budget = Budget(5, 60.0, time_source=time.now, sleep=time.sleep, paced=False)
    start = time.at
    for _ in range(50):
        with await budget.acquire():
            pass
    assert time.at == start
    budget.pause(1)
    with await budget.acquire():
        assert time.at - start >= 60
