"""What nobody expected outside of tasks: errors that a click, a key or a timer ends in."""

import logging
import sys
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import TracebackType

_log = logging.getLogger(__name__)


@contextmanager
def told(tell: Callable[[Exception], object]) -> Iterator[None]:
    """Log such errors and tell them, once for each place: a timer comes again and again."""
    known: set[tuple[str, int]] = set()

    def heed(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        place = _place(trace)
        if not isinstance(error, Exception):
            sys.__excepthook__(kind, error, trace)
        elif place not in known:
            known.add(place)
            _log.error("Something unexpected happened", exc_info=(kind, error, trace))
            tell(error)

    before, sys.excepthook = sys.excepthook, heed
    try:
        yield
    finally:
        sys.excepthook = before


def _place(trace: TracebackType | None) -> tuple[str, int]:
    """Where it came from."""
    steps = list(traceback.walk_tb(trace))
    if not steps:
        return "", 0
    frame, line = steps[-1]
    return frame.f_code.co_filename, line
