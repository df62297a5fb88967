"""How a thread that computes leaves the interpreter to the window (DESIGN §11)."""

import threading
import time

from app.facts.ease import window_works_until

_SPAN = 0.001
"""Seconds of computing between two looks at the window."""

_PATIENCE = 0.1
"""Seconds after which it is our turn, whatever the window does."""

_TURN = 0.02
"""Seconds of computing then."""

_own = threading.local()


def make_way() -> None:
    """Wait while the window is at work, within limits; called often."""
    began = time.perf_counter()
    if began < getattr(_own, "due", 0.0):
        return
    last = began + _PATIENCE
    time.sleep(0)
    while (now := time.perf_counter()) < last and (wait := window_works_until() - now) > 0:
        time.sleep(min(wait, last - now))
    _own.due = now + (_SPAN if now < last else _TURN)
