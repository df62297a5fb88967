"""The engine's thread makes way for the one of the window."""

import asyncio
import sys
import time
from collections.abc import Iterator

import pytest

from app.controller.loop_thread import LoopThread
from app.facts.ease import window_works


class Work:
    """Makes objects without end and counts how often it comes round."""

    def __init__(self) -> None:
        self.rounds = 0
        self.ended = False

    def __call__(self) -> None:
        """Until told to end."""
        while not self.ended:
            kept = [[number] for number in range(4000)]
            self.rounds += len(kept) // 4000


@pytest.fixture(autouse=True)
def switching() -> Iterator[None]:
    """Threads hand over as often as beside the window."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(0.0005)
    yield
    sys.setswitchinterval(before)


def computing(seconds: float) -> float:
    """Compute as the window does for so long; returns the share of the time that it got."""
    began, spent = time.perf_counter(), time.thread_time()
    while time.thread_time() - spent < seconds:
        window_works()
    return seconds / (time.perf_counter() - began)


def rounds_in(work: Work, seconds: float) -> float:
    """How often the work comes round in a second while this thread computes for some."""
    began, rounds = time.perf_counter(), work.rounds
    computing(seconds)
    return (work.rounds - rounds) / (time.perf_counter() - began)


async def test_it_makes_way_for_the_window_and_works_on() -> None:
    """A fraction of its pace beside a busy window, but never nothing; all of it once that rests."""
    thread, work = LoopThread("engine"), Work()
    try:
        working = asyncio.ensure_future(thread.call(work))
        await asyncio.sleep(0.05)
        beside = rounds_in(work, 0.3)
        began, rounds = time.perf_counter(), work.rounds
        await asyncio.sleep(0.3)
        alone = (work.rounds - rounds) / (time.perf_counter() - began)
        work.ended = True
        await working
    finally:
        work.ended = True
        thread.close()
    assert 0 < beside * 2 < alone


async def test_threads_that_are_ours_alone_are_asked() -> None:
    """Another thread than a loop's keeps its share."""
    thread = LoopThread("engine")
    try:
        work = Work()
        other = asyncio.ensure_future(asyncio.to_thread(work))
        await asyncio.sleep(0.05)
        share = computing(0.2)
        work.ended = True
        await other
    finally:
        work.ended = True
        thread.close()
    assert share < 0.9
