"""Who may compute when: the window first, long loops in the meantime (DESIGN §11).

Two threads that compute share the interpreter equally, and one that paints gives it away with each
stroke. So the window says when it is at work, and who can wait looks for that between steps.
"""

import time
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

Item = TypeVar("Item")

Breathe = Callable[[], None]
"""Offers the interpreter to whoever needs it more."""

_STROKE = 0.015
"""Seconds for which the window is taken to be at work after each sign of it."""

_SCREEN = 0.08
"""Seconds for which it lays out and paints a screen that shows something else."""


class _Window:
    """What is known of the window's thread."""

    at_work_until = 0.0


def window_works(*, on_a_screen: bool = False) -> None:
    """The window is at work: it paints, or tells its screens what has changed."""
    until = time.perf_counter() + (_SCREEN if on_a_screen else _STROKE)
    _Window.at_work_until = max(_Window.at_work_until, until)


def window_works_until() -> float:
    """When it will have done, if no other sign comes; on the clock of `perf_counter`."""
    return _Window.at_work_until


def hurry() -> None:
    """Offer nothing: nobody waits."""


def at_ease(items: Iterable[Item], breathe: Breathe, steps: int) -> Iterator[Item]:
    """The items, with a breath before each `steps` of them."""
    for number, item in enumerate(items):
        if number % steps == 0:
            breathe()
        yield item
