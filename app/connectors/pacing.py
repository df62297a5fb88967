"""Keeps one service's requests within its published limit while using nearly all of it.

Requests are stamped when their answer is there, so the service, which stamps them on arrival,
never counts more of them in a window than we do.
"""

import asyncio
import time
from collections import deque
from collections.abc import Awaitable, Callable, Mapping
from types import TracebackType
from typing import Any, Self

TimeSource = Callable[[], float]
"""The time in UNIX seconds; must not run backwards."""
Sleep = Callable[[float], Awaitable[None]]

POS_WINDOW = 300.0
ECOM_WINDOW = 60.0
ECOM_LIMIT = 600
CONCURRENCY = 8

_MARGIN = 0.05
"""Seconds added to the window, against clocks that round."""
_NO_LIMIT = 10**9
_SLICE = 1.0
"""The longest sleep at a time: limits and pauses may change meanwhile."""
_WORTH_TELLING = 1.0
"""Seconds; shorter waits are nobody's business."""
_TOLD_EVERY = 2.0
"""Seconds between two words about waiting."""
_STARTED = time.time() - time.monotonic()


def steady_time() -> float:
    """UNIX seconds that never jump, whatever is done to the computer's clock meanwhile."""
    return _STARTED + time.monotonic()


def pos_limit(registers: int) -> int:
    """Requests the POS allows in five minutes (API POS §10)."""
    return 300 * max(1, registers) + 50


class Charge:
    """Requests set aside in a budget; a context manager that stamps what is left on leaving."""

    def __init__(self, budget: "Budget", weight: int) -> None:
        self._budget = budget
        self.left = weight

    def spend(self, count: int) -> None:
        """Note that this many of them have been made by now."""
        count = min(count, self.left)
        self.left -= count
        self._budget.stamp(count)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.spend(self.left)


class Budget:
    """A rolling window of requests, shared by all work on one service.

    `slots` bounds how many requests are under way at a time. Time and sleep are handed in.
    Not `paced`, it lets everything through until the service says for the first time that it
    is too much: for stand-ins that have no limit. `on_wait` is told of waits of more than a
    second: how many seconds are left, at most every other second.
    """

    def __init__(
        self,
        limit: int,
        window: float,
        *,
        time_source: TimeSource,
        sleep: Sleep,
        concurrency: int = CONCURRENCY,
        paced: bool = True,
    ) -> None:
        self.limit = limit
        self.slots = asyncio.Semaphore(concurrency)
        self.on_wait: Callable[[float], None] | None = None
        self._told_at = -_TOLD_EVERY
        self._paced = paced
        self._window = window
        self._now = time_source
        self._sleep = sleep
        self._stamps: deque[float] = deque()
        self._reserved = 0
        self._foreign = 0
        self._foreign_since = 0.0
        self._told_limit: int | None = None
        self._paused_until = 0.0
        self._turn = asyncio.Lock()
        self._freed = asyncio.Event()

    async def acquire(self, weight: int = 1) -> Charge:
        """Wait until `weight` more requests fit, first come, first served.

        A batch is charged with nine tenths of the limit at most, so that its own status can
        still be asked for while it is under way.
        """
        async with self._turn:
            while not self._fits(self._chargeable(weight)):
                await self._wait(self._chargeable(weight))
            weight = self._chargeable(weight)
            self._reserved += weight
        return Charge(self, weight)

    def stamp(self, count: int) -> None:
        """Turn reserved requests into made ones (called by `Charge`)."""
        self._reserved -= count
        self._stamps.extend([self._now()] * count)
        self._freed.set()

    def pause(self, seconds: float) -> None:
        """Send nothing for this long: the service said so (429)."""
        self._paced = True
        self._paused_until = max(self._paused_until, self._now() + seconds)

    def tell_wait(self, seconds: float) -> None:
        """Say that the service, or our budget for it, makes us wait so long from now."""
        now = self._now()
        if self.on_wait is None or seconds <= _WORTH_TELLING or now < self._told_at + _TOLD_EVERY:
            return
        self._told_at = now
        self.on_wait(seconds)

    def told(self, remaining: int, limit: int | None = None) -> None:
        """Follow `X-RateLimit-Remaining`: others may use the same allowance."""
        if limit is not None and limit > 0:
            self._told_limit = limit
        used = (limit or self.limit) - remaining
        self._expire()
        self._foreign = max(0, used - len(self._stamps))
        self._foreign_since = self._now()

    def left(self) -> int:
        """Requests that could be sent at this moment."""
        self._expire()
        return max(0, self._ceiling() - self._used())

    def export(self) -> dict[str, Any]:
        """The window as JSON, to be kept across runs."""
        self._expire()
        stamps = [round(stamp, 3) for stamp in self._stamps]
        stamps += [round(self._now(), 3)] * self._reserved
        return {"stamps": stamps, "paused_until": self._paused_until}

    def restore(self, state: Mapping[str, Any]) -> None:
        """Take over what an earlier run exported; times ahead of the clock count as now."""
        now = self._now()
        told = state.get("stamps")
        stamps = [s for s in told if isinstance(s, int | float)] if isinstance(told, list) else []
        self._stamps = deque(sorted([*(min(float(s), now) for s in stamps), *self._stamps]))
        paused = state.get("paused_until")
        if isinstance(paused, int | float):
            self._paused_until = max(self._paused_until, min(float(paused), now + self._window))
        self._expire()

    def _ceiling(self) -> int:
        limit = self.limit if self._paced else _NO_LIMIT
        return min(limit, self._told_limit or limit)

    def _chargeable(self, weight: int) -> int:
        return weight if weight <= 1 else min(weight, self._ceiling() * 9 // 10)

    def _used(self) -> int:
        return len(self._stamps) + self._reserved + self._foreign_now()

    def _foreign_now(self) -> int:
        """What others used, thinning out evenly over the window it was seen in."""
        if not self._foreign:
            return 0
        age = (self._now() - self._foreign_since) / self._window
        return max(0, round(self._foreign * (1 - age)))

    def _expire(self) -> None:
        oldest = self._now() - self._window - _MARGIN
        while self._stamps and self._stamps[0] <= oldest:
            self._stamps.popleft()

    def _fits(self, weight: int) -> bool:
        self._expire()
        return self._now() >= self._paused_until and self._used() + weight <= self._ceiling()

    async def _wait(self, weight: int) -> None:
        left = self._left_to_wait(weight)
        if left is None:
            self._freed.clear()
            await self._freed.wait()
            return
        self.tell_wait(left)
        await self._sleep(min(_SLICE, max(0.001, left)))

    def _left_to_wait(self, weight: int) -> float | None:
        """Seconds until so many requests fit, as far as is known; None: until one is answered."""
        now = self._now()
        if now < self._paused_until:
            return self._paused_until - now
        excess = self._used() + weight - self._ceiling()
        if self._stamps:
            return self._stamps[min(excess, len(self._stamps)) - 1] + self._window + _MARGIN - now
        foreign = self._foreign_now()
        return max(_SLICE, self._window * min(1.0, excess / foreign)) if foreign else None
