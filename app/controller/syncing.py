"""Runs: reading, previewing, syncing; one at a time, told as they go (DESIGN §2)."""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable, Collection
from dataclasses import replace

from app.controller.circle import Circle
from app.controller.desk import CHANGED_COUNTS
from app.controller.preview_facts import preview_of
from app.controller.running import Ended, News, RowSeen, Run
from app.controller.tally import Tally
from app.controller.worded import worded
from app.domain.errors import CounterpartError, Side, TokenRefused
from app.domain.events import Finished, Progressed, Said
from app.facts.state import Answering, LastRun, RunKind
from app.facts.troubles import trouble_of
from app.sync.consent import Approval
from app.sync.run import Options
from app.sync.undo import UndoOptions

Undone = Callable[[Ended], Awaitable[None]]
"""What is done once an undo, or its plan, has ended."""


class Syncing:
    """Starts runs and turns what they tell into facts."""

    def __init__(self, circle: Circle) -> None:
        self._circle = circle
        self._run: Run | None = None
        self._tally: Tally | None = None
        self._news: deque[News] = deque()
        self._awaited = False

    # Wishes

    def look(self) -> None:
        """Read both stores and compare; sends nothing."""
        self._begin("look", Options(check=True))

    def show_preview(self, keys: Collection[str] | None = None) -> None:
        """Read both stores and show the plan."""
        self._begin("preview", Options(check=True, only=_only(keys)))

    def sync_now(self, keys: Collection[str] | None = None) -> None:
        """Sync; the first sync, and a check-only store, show the preview instead."""
        state = self._circle.state
        if not state.first_done or state.check_only:
            self.show_preview(keys)
            return
        self._begin("sync", Options(only=_only(keys)))

    def retry_failed(self) -> None:
        """Sync what failed last."""
        last = self._circle.state.last
        if last is not None and last.failed_keys:
            self.sync_now(last.failed_keys)
            return
        rows = self._circle.catalogue.rows.values()
        failed = {row.id for row in rows if row.status == "failed"}
        if failed:
            self.sync_now(failed)

    def apply(self, approval: Approval) -> None:
        """Carry out exactly what was shown and ticked."""
        self._begin("apply", Options(approved=approval))

    def plan_undo(self, options: UndoOptions, then: Undone) -> None:
        """Read both stores and tell what an undo would do; sends nothing."""
        self._begin("look", options, then)

    def undo(self, options: UndoOptions, then: Undone) -> None:
        """Put back exactly what was shown."""
        self._begin("apply", options, then)

    def pause(self) -> None:
        """Start nothing new until `go_on`."""
        if self._run is not None:
            self._run.wish_pause(True)

    def go_on(self) -> None:
        """Go on after a pause."""
        if self._run is not None:
            self._run.wish_pause(False)

    def stop(self) -> None:
        """Stop safely."""
        if self._run is None or self._tally is None:
            return
        self._run.wish_stop()
        self._tally.stopping()
        self._circle.change("run", run=self._tally.facts(active=True))

    def forget(self) -> None:
        """Another workplace is opened: nothing of the old one goes on."""
        if self._run is not None:
            self._run.wish_stop()
        self._circle.tasks.cancel("schedule")

    @property
    def active(self) -> bool:
        """Whether a run is under way."""
        return self._run is not None

    # A run

    def _begin(
        self, kind: RunKind, options: Options | UndoOptions, then: Undone | None = None
    ) -> None:
        if self._run is None and self._circle.desk is not None:
            self._circle.start("run", self._carry_out(kind, options, then))

    async def _carry_out(
        self, kind: RunKind, options: Options | UndoOptions, then: Undone | None = None
    ) -> None:
        circle = self._circle
        _, desk = circle.here
        started = circle.now()
        circle.log.clear()
        by_schedule = isinstance(options, Options) and not options.attended
        options = replace(options, by="schedule" if by_schedule else "window")
        self._tally = Tally(
            kind, started, circle.log, worded(desk), self._named, by_schedule=by_schedule
        )
        loop = asyncio.get_running_loop()
        self._run = Run(desk, options, lambda news: self._take(loop, news))
        circle.change("run", "log", run=self._tally.facts(active=True), preview=None)
        circle.change("preview", "undoing", "trouble", trouble=None, undoing=None)
        try:
            ended = await circle.engine.run(self._run.carry_out())
        except CounterpartError as error:
            self._note_trouble(error)
        except asyncio.CancelledError:
            self._run.wish_stop()
            raise
        else:
            self._drain()
            await self._after(kind, ended, options, started)
            if then is not None:
                await then(ended)
        finally:
            self._over()

    def _over(self) -> None:
        circle = self._circle
        self._run = None
        circle.tell_words()
        if self._tally is not None:
            circle.change("run", "log", run=self._tally.facts(active=False))
        self.keep_time()

    async def _after(
        self, kind: RunKind, ended: Ended, options: Options | UndoOptions, started: float
    ) -> None:
        circle = self._circle
        _, desk = circle.here
        finished = ended.finished
        if finished.exit in (0, 1, 3):
            circle.change("store", pos="answers", online="answers")
        seen = await circle.engine.call(desk.take_over, desk.state, circle.now())
        circle.show(seen)
        self._read_settings()
        await circle.tell_outlets()
        if finished.mode != "check" or kind in ("sync", "apply"):
            circle.change("run", last=_last(ended, started, circle.now(), self._planned()))
        if not isinstance(options, Options):
            return
        if kind == "preview" or (finished.exit == 3 and options.attended):
            await self._preview(ended, options)

    async def _preview(self, ended: Ended, options: Options) -> None:
        if ended.finished.exit in (2, 130):
            return
        circle = self._circle
        _, desk = circle.here
        facts = await circle.engine.call(preview_of, desk, ended.reasons, options.only)
        circle.change("preview", preview=facts)

    def _note_trouble(self, error: CounterpartError) -> None:
        circle = self._circle
        found = trouble_of(error)
        if isinstance(error, TokenRefused) or found.side is not None:
            self._note_answer(found.side, "refused" if found.kind == "token" else "silent")
        circle.change("trouble", trouble=found)

    def _note_answer(self, side: Side | None, answer: Answering) -> None:
        if side == "pos":
            self._circle.change("store", pos=answer)
        elif side == "ecom":
            self._circle.change("store", online=answer)

    def _planned(self) -> int:
        return self._tally.facts(active=False).total if self._tally is not None else 0

    def _named(self, key: str) -> tuple[str, str]:
        """Name and SKU of a product, as the catalogue has them."""
        row = self._circle.catalogue.rows.get(key)
        return (row.name, row.sku) if row is not None else ("", "")

    # News from the engine's thread

    def _take(self, loop: asyncio.AbstractEventLoop, news: News) -> None:
        """Called on the engine's thread."""
        self._news.append(news)
        if not self._awaited and not loop.is_closed():
            self._awaited = True
            loop.call_soon_threadsafe(loop.call_later, _GATHERED, self._drain)

    def _drain(self) -> None:
        self._awaited = False
        circle, tally = self._circle, self._tally
        if tally is None or not self._news:
            return
        rows = []
        logged = len(circle.log)
        while self._news:
            news = self._news.popleft()
            if isinstance(news, RowSeen):
                rows.append(news.row)
                continue
            tally.hear(news, circle.now())
            self._react(news)
        if rows:
            changed = circle.catalogue.update(rows)
            circle.change("rows", ids=changed, waiting=circle.catalogue.waiting)
        if len(circle.log) != logged:
            circle.change("log")
        circle.change("run", run=tally.facts(active=self._run is not None))

    def _react(self, news: News) -> None:
        if isinstance(news, Said) and news.error is not None:
            self._note_trouble(news.error)
        elif isinstance(news, Progressed) and news.done:
            if news.phase == "reading online" and self._circle.state.online != "answers":
                self._note_answer("ecom", "answers")
            elif news.phase == "reading POS" and self._circle.state.pos != "answers":
                self._note_answer("pos", "answers")

    # Between runs

    async def refresh(self) -> None:
        """Load and compare what is on this computer."""
        circle = self._circle
        _, desk = circle.here
        seen = await circle.engine.call(desk.read, circle.now())
        if seen.every.rows or seen.read_at:
            circle.show(seen)
        last = await circle.engine.call(desk.last_run)
        self._read_settings()
        await circle.tell_outlets()
        circle.change("run", last=last)

    def _read_settings(self) -> None:
        place, _ = self._circle.here
        rules = place.rules()
        check_only = rules.text("store.mode") == "check only"
        self._circle.change("settings", settings=rules.values, check_only=check_only)

    def keep_time(self) -> None:
        """Look again by itself when the time has come (RULES S12)."""
        circle = self._circle
        circle.tasks.cancel("schedule")
        minutes = circle.state.settings.get("schedule.minutes", 0)
        if circle.desk is None or not isinstance(minutes, int) or not minutes:
            circle.change("run", next_look=None)
            return
        due = circle.now() + minutes * 60
        circle.change("run", next_look=due)
        circle.start("schedule", self._wait_for(due), instead=True)

    async def _wait_for(self, due: float) -> None:
        circle = self._circle
        while circle.now() < due:  # noqa: ASYNC110 - a computer may sleep meanwhile.
            await asyncio.sleep(min(30.0, max(0.05, due - circle.now())))
        state = circle.state
        if self._run is not None or state.preview is not None or state.undoing is not None:
            return
        if state.first_done and not state.check_only:
            self._begin("sync", Options(attended=False))
        else:
            self.look()


_GATHERED = 0.03
"""Seconds for which news are gathered: a run has thousands, and the window shows them at once."""


def _only(keys: Collection[str] | None) -> frozenset[str] | None:
    return None if keys is None else frozenset(keys)


def _last(ended: Ended, started: float, now: float, planned: int) -> LastRun:
    finished: Finished = ended.finished
    return LastRun(
        at=now,
        exit=finished.exit,
        mode=finished.mode,
        changed=sum(finished.counts.get(name, 0) for name in CHANGED_COUNTS),
        failed=finished.counts.get("failed", 0),
        attention=finished.counts.get("attention", 0),
        seconds=now - started,
        planned=planned,
        failed_keys=frozenset(ended.failed),
        run=finished.run,
    )
