"""A thread with an event loop of its own, for work that must not hold up the window.

Comparing ten thousand products takes the processor for half a second, and the sample stores
answer in this very process: on the window's loop both would be felt. The interpreter hands over
between threads often enough (see `startup`) that the window stays fluid, and this thread makes way
(`_make_way`): with equal shares a click that takes 20 ms would take 40 beside a plan being made.
"""

import asyncio
import gc
import threading
import time
from collections.abc import Callable, Coroutine
from typing import Any, TypeVar

Answer = TypeVar("Answer")

_PATIENCE = 30.0
"""Seconds to wait at the end for what is under way."""

_KEPT_WAITING = 0.0003
"""Seconds after which getting the interpreter back means that another thread is using it."""

_WAY = 0.008
"""Seconds for which the other thread is left alone then."""


class LoopThread:
    """Runs coroutines and functions one thread over; awaited from another loop."""

    def __init__(self, name: str) -> None:
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._serve, name=name, daemon=True)
        self._thread.start()

    def _serve(self) -> None:
        asyncio.set_event_loop(self._loop)
        gc.callbacks.append(self._make_way)
        try:
            self._loop.run_forever()
        finally:
            gc.callbacks.remove(self._make_way)
            self._loop.run_until_complete(self._loop.shutdown_asyncgens())
            self._loop.close()

    def _make_way(self, phase: str, _told: dict[str, int]) -> None:
        """Offer the interpreter; if somebody takes it, leave it for a while.

        The collector of young objects comes by once in a thousand new ones, also in the middle of
        one long call, so that no loop that takes long needs to know of this.
        """
        if phase != "start" or threading.current_thread() is not self._thread:
            return
        offered = time.perf_counter()
        time.sleep(0)
        if time.perf_counter() - offered > _KEPT_WAITING:
            time.sleep(_WAY)

    async def run(self, work: Coroutine[Any, Any, Answer]) -> Answer:
        """Await a coroutine that runs over there; cancelling this cancels it there."""
        return await asyncio.wrap_future(asyncio.run_coroutine_threadsafe(work, self._loop))

    async def call(self, function: Callable[..., Answer], *arguments: object) -> Answer:
        """Await a function that is called over there."""

        async def called() -> Answer:
            return function(*arguments)

        return await self.run(called())

    def post(self, function: Callable[..., object], *arguments: object) -> None:
        """Call a function over there soon, without waiting for it."""
        self._loop.call_soon_threadsafe(function, *arguments)

    def close(self) -> None:
        """Cancel what is under way, wait for it, and end the thread."""
        if not self._thread.is_alive():
            return
        asyncio.run_coroutine_threadsafe(_cancel_others(), self._loop).result(_PATIENCE)
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(_PATIENCE)


async def _cancel_others() -> None:
    own = asyncio.current_task()
    others = [task for task in asyncio.all_tasks() if task is not own]
    for task in others:
        task.cancel()
    await asyncio.gather(*others, return_exceptions=True)
