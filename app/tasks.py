"""Named coroutines: kept alive, cancellable, one a name, never failing in silence (§10)."""

import asyncio
import logging
from collections.abc import Callable, Coroutine
from typing import Any

from app.domain.errors import CounterpartError

_log = logging.getLogger(__name__)

Work = Coroutine[Any, Any, None]


class Tasks:
    """The coroutines under way, by name. `failed` is told of what a coroutine did not handle."""

    def __init__(self, failed: Callable[[str, Exception], None]) -> None:
        self._failed = failed
        self._running: dict[str, asyncio.Task[None]] = {}

    def start(self, name: str, work: Work, *, instead: bool = False) -> bool:
        """Start a coroutine under a name; False (and it is closed) where that name is running.

        `instead` cancels the one that is running and takes its place.
        """
        running = self._running.get(name)
        if running is not None and not running.done():
            if not instead:
                work.close()
                return False
            running.cancel()
        task = asyncio.get_running_loop().create_task(self._guarded(name, work), name=name)
        self._running[name] = task
        task.add_done_callback(lambda done: self._ended(name, done, work))
        return True

    def busy(self, name: str) -> bool:
        """Whether a coroutine of that name is under way."""
        return name in self._running

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all that is under way."""
        return tuple(self._running)

    async def ended(self, name: str) -> None:
        """Wait until the coroutine of that name has ended, if there is one."""
        task = self._running.get(name)
        if task is not None:
            await asyncio.wait({task})

    def cancel(self, name: str) -> None:
        """Cancel the coroutine of that name, if there is one."""
        task = self._running.get(name)
        if task is not None:
            task.cancel()

    async def cancel_all(self) -> None:
        """Cancel everything and wait until it has ended."""
        tasks = list(self._running.values())
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    def _ended(self, name: str, task: asyncio.Task[None], work: Work) -> None:
        # A task that was cancelled before its first step has never begun its coroutine.
        work.close()
        if self._running.get(name) is task:
            del self._running[name]

    async def _guarded(self, name: str, work: Work) -> None:
        try:
            await work
        except CounterpartError as error:
            self._failed(name, error)
        except Exception as error:  # noqa: BLE001 - reported, whatever it is.
            _log.exception("%s ended unexpectedly", name)
            self._failed(name, error)
