"""What nobody expected outside of tasks: errors that a click, a key or a timer ends in."""

import asyncio
import logging
import sys
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import TracebackType
from typing import Any

_log = logging.getLogger(__name__)


@contextmanager
def told(tell: Callable[[Exception], object], loop: asyncio.AbstractEventLoop) -> Iterator[None]:
    """Log such errors and tell them, once for each place: a timer comes again and again.

    Those of Qt's callbacks and of the loop's, in which screens are told of changes.
    """
    known: set[tuple[str, int]] = set()

    def heed(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        place = _place(trace)
        if not isinstance(error, Exception):
            sys.__excepthook__(kind, error, trace)
        elif place not in known:
            known.add(place)
            _log.error("Something unexpected happened", exc_info=(kind, error, trace))
            tell(error)

    def of_loop(_loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        error = context.get("exception")
        if isinstance(error, Exception):
            heed(type(error), error, error.__traceback__)
        else:
            loop.default_exception_handler(context)

    before, sys.excepthook = sys.excepthook, heed
    loop.set_exception_handler(of_loop)
    try:
        yield
    finally:
        loop.set_exception_handler(None)
        sys.excepthook = before


def _place(trace: TracebackType | None) -> tuple[str, int]:
    """Where it came from."""
    steps = list(traceback.walk_tb(trace))
    if not steps:
        return "", 0
    frame, line = steps[-1]
    return frame.f_code.co_filename, line
