"""The circle's hub: the facts, who is told of changes, and where work is done (DESIGN §10)."""

import asyncio
from collections.abc import Callable, Coroutine
from dataclasses import replace
from typing import Any, TypeVar

from app.controller.desk import Desk, Seen
from app.controller.loop_thread import LoopThread
from app.controller.workplace import Workplace
from app.domain.errors import CounterpartError
from app.facts.catalogue import Catalogue
from app.facts.log_lines import LogLine
from app.facts.making_outlets import make_outlets
from app.facts.rows import Row
from app.facts.state import AppState, Changed, Notice, NoticeKind, Part, Trouble
from app.facts.troubles import trouble_of
from app.tasks import Tasks

Answer = TypeVar("Answer")

BATCH = 0.06
"""Seconds between two tellings while much happens; a single change is told at once."""


class Circle:
    """Facts of one window. Everything is called on the window's loop.

    Work on the records is done on the `engine` thread, short errands (pictures, files, connection
    tests) on another one, so that a plan being made does not hold them up.
    """

    def __init__(
        self,
        open_place: Callable[[bool], Workplace],
        tell: Callable[[Changed], None],
        now: Callable[[], float],
    ) -> None:
        self.open_place = open_place
        self.now = now
        self.state = AppState()
        self.catalogue = Catalogue()
        self.log: list[LogLine] = []
        self.engine = LoopThread("engine")
        self.errands = LoopThread("errands")
        self.tasks = Tasks(self._failed)
        self.place: Workplace | None = None
        self.desk: Desk | None = None
        self._tell = tell
        self._parts: set[Part] = set()
        self._ids: set[str] = set()
        self._told_at = 0.0
        self._timer: asyncio.TimerHandle | None = None
        self._serial = 0
        self._silent = False

    # Facts

    def change(self, *parts: Part, ids: frozenset[str] = frozenset(), **facts: Any) -> None:
        """Replace facts and tell the screens soon which parts changed."""
        if facts:
            self.state = replace(self.state, **facts)
        self._parts.update(parts)
        self._ids.update(ids)
        if self._timer is None and not self._silent:
            loop = asyncio.get_running_loop()
            wait = max(0.0, self._told_at + BATCH - loop.time())
            self._timer = loop.call_later(wait, self._flush)

    def _flush(self) -> None:
        self._timer = None
        self._told_at = asyncio.get_running_loop().time()
        changed = Changed(frozenset(self._parts), frozenset(self._ids))
        self._parts.clear()
        self._ids.clear()
        self._tell(changed)

    def show(self, seen: Seen) -> None:
        """Take over a whole catalogue."""
        self.catalogue.take(seen.every)
        self.change(
            "reset",
            "store",
            store=seen.store if seen.store.online_name else self.state.store,
            first_done=seen.first_done,
            read_at=seen.read_at or self.state.read_at,
            waiting=self.catalogue.waiting,
            loading=False,
        )

    def tell_words(self, place: Workplace | None = None) -> None:
        """Tell what happened to files on this computer, with what was told and not yet read."""
        place = place or self.place
        if place is None:
            return
        try:
            found = place.words()
        except CounterpartError:
            return  # That is a trouble of its own by now.
        words = tuple(dict.fromkeys((*self.state.words, *found)))
        if words != self.state.words:
            self.change("words", words=words)

    async def tell_outlets(self) -> None:
        """Tell whose stock counts as it is kept now."""
        _, desk = self.here
        facts = await self.engine.call(make_outlets, desk.state, desk.choices, int(desk.read_at))
        self.change("outlets", outlets=facts)

    def show_chosen(self, found: tuple[Row, ...] | Seen) -> None:
        """Take over what a choice made of some rows, or of all."""
        if isinstance(found, Seen):
            self.show(found)
            return
        changed = self.catalogue.update(found)
        self.change("rows", ids=changed, waiting=self.catalogue.waiting)

    def notice(
        self, kind: NoticeKind, count: int = 0, text: str = "", *, undo: bool = False
    ) -> None:
        """Show a passing message."""
        self._serial += 1
        self.change("notice", notice=Notice(kind, count, text, undo, self._serial))

    def trouble(self, error: Exception) -> Trouble:
        """Say what keeps the work from going on; returns it."""
        found = trouble_of(error)
        self.change("trouble", trouble=found)
        return found

    # Work

    def start(self, name: str, work: Coroutine[Any, Any, None], *, instead: bool = False) -> bool:
        """Start a named task whose explained failures become the trouble shown.

        Nothing new begins once the end has begun.
        """
        if self._silent:
            work.close()
            return False
        return self.tasks.start(name, work, instead=instead)

    def _failed(self, name: str, error: Exception) -> None:
        del name
        self.trouble(error)

    @property
    def here(self) -> tuple[Workplace, Desk]:
        """The open workplace and its desk."""
        if self.place is None or self.desk is None:
            raise RuntimeError("no workplace is open")
        return self.place, self.desk

    async def leave_place(self) -> None:
        """Close the workplace that is open, if any."""
        desk, self.desk, self.place = self.desk, None, None
        if desk is not None:
            await self.engine.call(desk.close)

    async def close(self) -> None:
        """End all tasks, close the workplace, end the threads; nothing is told any more."""
        self._silent = True
        if self._timer is not None:
            self._timer.cancel()
        await self.tasks.cancel_all()
        await self.leave_place()
        await asyncio.to_thread(self.engine.close)
        await asyncio.to_thread(self.errands.close)
