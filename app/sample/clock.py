"""The time the sample stores live in: the computer's own, or one that tests move by hand."""

import asyncio
import time
from email.utils import formatdate
from typing import Protocol


class Clock(Protocol):
    """Tells the time, and lets it pass."""

    def now(self) -> float:
        """UNIX seconds, UTC."""
        ...

    async def wait(self, seconds: float) -> None:
        """Return once `seconds` have passed on this clock."""
        ...


class SystemClock:
    """The computer's own clock."""

    def now(self) -> float:
        """UNIX seconds, UTC."""
        return time.time()

    async def wait(self, seconds: float) -> None:
        """Sleep for `seconds`."""
        await asyncio.sleep(max(0.0, seconds))


class SimulatedClock:
    """A clock that stands still until it is moved; waiting on it moves it, without real time."""

    def __init__(self, start: float) -> None:
        self._now = start

    def now(self) -> float:
        """UNIX seconds, UTC."""
        return self._now

    def set(self, moment: float) -> None:
        """Jump to `moment`, UNIX seconds; backwards too, as a wrongly set clock does."""
        self._now = moment

    def advance(self, seconds: float) -> None:
        """Let `seconds` pass at once."""
        self._now += seconds

    async def wait(self, seconds: float) -> None:
        """Let `seconds` pass at once, after giving other tasks their turn."""
        await asyncio.sleep(0)
        self.advance(max(0.0, seconds))


def http_date(moment: float) -> str:
    """Write UNIX seconds as an RFC 1123 date, such as `Mon, 07 Sep 2026 08:31:00 GMT`."""
    return formatdate(moment, usegmt=True)
