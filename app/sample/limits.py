"""Request limits over a rolling window of time."""

from collections import deque
from dataclasses import dataclass

from app.sample.clock import Clock


@dataclass(frozen=True, slots=True)
class Allowance:
    """What the limiter says to one request."""

    allowed: bool
    limit: int
    remaining: int
    """Requests still free in the window, after this one."""
    retry_after: float
    """Seconds until a request is free again; 0.0 when this one was allowed."""


class RollingWindow:
    """Counts requests per key within the last so many seconds; a refused request is not counted."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._taken: dict[str, deque[float]] = {}

    def take(self, limit: int, seconds: float, key: str = "") -> Allowance:
        """Ask for one request under `limit` requests per `seconds` for `key`."""
        now = self._clock.now()
        taken = self._taken.setdefault(key, deque())
        while taken and (taken[0] <= now - seconds or taken[0] > now):
            taken.popleft()
        if len(taken) < limit:
            taken.append(now)
            return Allowance(True, limit, limit - len(taken), 0.0)
        # A limit lowered meanwhile leaves more in the window than it allows.
        blocking = taken[len(taken) - limit] if limit > 0 else now
        return Allowance(False, limit, 0, blocking + seconds - now)

    def clear(self) -> None:
        """Forget all requests so far."""
        self._taken.clear()
