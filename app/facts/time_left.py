"""How long a run still takes, honestly: from what it needs and what the services let through."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Pulse:
    """How a run stands with the online store's allowance at a moment (API eCom §2).

    `sent` requests so far; `left` could be sent at once; `limit` in `window` seconds.
    """

    at: float
    pos_requests: int
    sent: int
    left: int
    limit: int
    window: float


MIN_DONE = 5
"""Before so many products are done nothing is said about the rest."""


def seconds_left(
    first: Pulse, now: Pulse, done: int, total: int, paused: float = 0.0
) -> float | None:
    """Seconds until the products that are left are sent; None while it can't be told.

    `paused` are seconds in which nothing was meant to happen.
    """
    left = total - done
    if left <= 0:
        return 0.0
    if done < MIN_DONE:
        return None
    spent = max(0.001, now.at - first.at - paused)
    own_pace = spent / done * left
    needed = (now.sent - first.sent) / done * left
    beyond = max(0.0, needed - now.left)
    allowed = beyond / now.limit * now.window if now.limit else 0.0
    return max(own_pace, allowed)
