"""A small shop with both sample stores, the engine between them, and the model beside it."""

import logging
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path
from random import Random
from typing import Any

import httpx

from app.domain.choices import Choices, Flag
from app.sample.e_series.catalogue import Document
from app.sample.pictures import make_picture
from app.sample.premises import open_premises
from app.storage.database import open_database
from app.storage.journal import SqliteJournal
from app.sync.run import Options
from tests.model.comparing import differences, learn, should_ask
from tests.model.expecting import Outlook, expect
from tests.model.memory import Manager, Memory
from tests.model.sides import Online, Pos, read_online, read_pos
from tests.sync.rig import QuickClock, Rig, Story

_CLEAN_RUNS = 6
_PAUSE = 200.0
_DAY = 86400.0


class Difference(AssertionError):
    """The engine did something else than the rules say."""


@lru_cache(maxsize=64)
def picture(number: int) -> bytes:
    """A small picture; another number, another content."""
    return make_picture(number, 8)


class _Skewed(QuickClock):
    """The computer's own clock, which may go wrong while the services' go on."""

    def __init__(self, inner: QuickClock) -> None:
        super().__init__(0.0)
        self.inner = inner
        self.skew = 0.0

    def now(self) -> float:
        """UNIX seconds, as this computer has them."""
        return self.inner.now() + self.skew

    def advance(self, seconds: float) -> None:
        """Let time pass for everybody."""
        self.inner.advance(seconds)


class Killed(BaseException):
    """Stands for SIGKILL."""


class _Dying(httpx.AsyncBaseTransport):
    """From one request on nothing is sent or heard any more: the process is dead."""

    def __init__(self, line: httpx.AsyncBaseTransport, nth: int, *, heard: bool) -> None:
        self._line = line
        self._left = nth
        self._heard = heard

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Pass the request on, unless dead; the last one may still arrive."""
        self._left -= 1
        if self._left > 0:
            return await self._line.handle_async_request(request)
        if self._left == 0 and self._heard:
            await self._line.handle_async_request(request)
        raise Killed


class _Losing(httpx.AsyncBaseTransport):
    """Loses the replies to some writes, after they were carried out."""

    def __init__(self, line: httpx.AsyncBaseTransport, rng: Random, share: float) -> None:
        self._line = line
        self._rng = rng
        self._share = share

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Pass the request on; its answer may get lost."""
        response = await self._line.handle_async_request(request)
        if request.method != "GET" and self._rng.random() < self._share:
            await response.aread()
            raise httpx.ReadError("the line was cut", request=request)
        return response


def dying(nth: int, *, heard: bool) -> Callable[[httpx.AsyncBaseTransport], Any]:
    """A line on which the engine dies at the nth request."""
    return lambda line: _Dying(line, nth, heard=heard)


def losing(rng: Random, share: float) -> Callable[[httpx.AsyncBaseTransport], Any]:
    """A line that loses a share of the replies to writes."""
    return lambda line: _Losing(line, rng, share)


@dataclass
class Stage:
    """Everything one history is played with; `syncs` counts the ones compared.

    `unasked` is what runs without a yes did, and when, by kind of question.
    """

    rig: Rig
    clock: _Skewed
    outlets: tuple[str, ...]
    brands: tuple[str, ...]
    memory: Memory = field(default_factory=Memory)
    manager: Manager = field(default_factory=Manager)
    numbers: int = 0
    syncs: int = 0
    latest: float = 0.0
    unasked: list[tuple[float, Counter[str]]] = field(default_factory=list)

    @classmethod
    def open(cls, folder: Path) -> "Stage":
        """Both stores, empty."""
        rig = Rig.open(folder)
        premises = open_premises(rig.pos)
        rig.premises = premises
        clock = _Skewed(rig.clock)
        rig.clock = clock
        rig.pos.tables["product_categories"].__init__()  # type: ignore[misc]  # none of its own
        register = next(iter(rig.pos.tables["registers"].rows))
        rig.choices = Choices(register=register)
        rig.settings["store.mode"] = "sync"
        stage = cls(rig, clock, premises.outlets, tuple(premises.brands.values())[:3])
        stage.choose_outlets(set())
        return stage

    def number(self) -> int:
        """A number that was not given out before."""
        self.numbers += 1
        return self.numbers

    # Choices, for the engine and the model alike

    def choose_outlets(self, ticked: set[str]) -> None:
        """Tick outlets; the register's own is always in (R10)."""
        register = self.rig.pos.tables["registers"].rows[self.rig.choices.register or ""]
        self.manager.outlets = ticked | {register["outlet_id"]}
        self.rig.choices = replace(self.rig.choices, outlets=frozenset(self.manager.outlets))

    def choose_register(self, register: str) -> None:
        """Let another register take the online orders."""
        self.rig.choices = replace(self.rig.choices, register=register)
        self.choose_outlets(self.manager.outlets)

    def flag(self, key: str, flag: Flag) -> None:
        """Set the sell-online flag."""
        self.manager.flags[key] = flag
        self.rig.flag(key, flag)

    def keep(self, key: str, name: str) -> None:
        """Keep the online edit of a field on one product."""
        kept = self.manager.kept.setdefault(key, set())
        kept.add(name)
        theirs = self.rig.choices.kept
        names = theirs.get(key, frozenset()) | {name}
        self.rig.choices = replace(self.rig.choices, kept={**theirs, key: names})

    def hold_back(self, key: str, pieces: int) -> None:
        """Set a product's own buffer."""
        self.manager.buffers[key] = pieces
        buffers = {**self.rig.choices.buffers, key: pieces}
        self.rig.choices = replace(self.rig.choices, buffers=buffers)

    def book(self, order: str) -> None:
        """Mark an order as booked in the POS."""
        self.manager.booked.add(order)
        booked = self.rig.choices.booked | {order}
        self.rig.choices = replace(self.rig.choices, booked=booked)

    def set_to(self, key: str, value: Any) -> None:
        """Set a setting."""
        self.manager.settings[key] = value
        self.rig.settings[key] = list(value) if isinstance(value, tuple) else value

    # Looking

    def pos(self) -> Pos:
        """The POS now."""
        including = self.manager.set_to("prices.form") != "excluding"
        return read_pos(self.rig.pos, including_tax=including)

    def online(self) -> Online:
        """The online store now."""
        return read_online(self.rig.ecom)

    def documents(self) -> list[Document]:
        """The products online, as they are held there."""
        return [r.document for r in self.rig.ecom.catalogue.products.values()]

    # Syncing

    async def sync(self, *, full: bool = False, unasked: bool = False) -> None:
        """Sync in calm, compare, and see that a second sync has nothing to do."""
        pos, online = self.pos(), self.online()
        outlook = expect(pos, online, self.memory, self.manager, *self._times())
        if unasked:
            await self._ask(outlook, online)
        story = await self._run(full=full)
        self._check_done(story)
        await self._compare(outlook, pos)

    async def sync_in_trouble(self, trouble: Callable[[Rig], None]) -> None:
        """Sync in trouble, then in calm until all is done: as if there had been none."""
        pos, online, memory = self.pos(), self.online(), self.memory
        trouble(self.rig)
        try:
            await self._run()
        except (Killed, BaseExceptionGroup):
            pass
        finally:
            self.rig.between = lambda line: line
            self.rig.ecom.faults.clear()
            self.rig.pos.faults.clear()
        for _ in range(_CLEAN_RUNS):
            self.clock.advance(_PAUSE)
            times = self._times()
            story = await self._run()
            if story.finished.exit in (0, 1) and not story.failures:
                break
        self._check_done(story)
        outlook = expect(pos, online, memory, self.manager, *times)
        await self._compare(outlook, pos)

    def _times(self) -> tuple[float, float]:
        """The services' time, and this computer's latest."""
        self.latest = max(self.latest, self.clock.now())
        return int(self.clock.inner.now()), self.latest

    async def _run(self, *, full: bool = False, yes: bool = True) -> Story:
        return await self.rig.sync(Options(yes=yes, full=full, attended=yes))

    async def _ask(self, outlook: Outlook, online: Online) -> None:
        """A run without a yes stops where the guard says so, and writes nothing then."""
        if self.syncs == 0:
            return
        story = await self.rig.sync(Options(check=True))
        writes = bool(story.plan.actions)
        now = self.clock.now()
        before = sum((found for at, found in self.unasked if at >= now - _DAY), Counter[str]())
        kinds = should_ask(outlook, self.manager, before)
        story = await self.rig.sync(Options(yes=False))
        if (story.finished.exit == 3) != bool(kinds and writes):
            raise Difference(f"asked {story.objections} instead of {kinds}")
        if story.finished.exit != 3:
            counts = {kind: len(keys) for kind, keys in outlook.questions.items()}
            self.unasked.append((now, Counter(counts)))
        if story.finished.exit == 3 and self.online() != online:
            raise Difference("something was written though the guard asked")

    def _check_done(self, story: Story) -> None:
        if story.failures or story.finished.exit not in (0, 1):
            raise Difference(
                f"exit {story.finished.exit}, failures {story.failures}, said {story.said}"
            )

    async def _compare(self, outlook: Outlook, pos: Pos) -> None:
        after = self.online()
        found = differences(outlook, pos, after)
        if found:
            raise Difference("; ".join(found[:6]))
        self.memory = learn(outlook, after, self.manager)
        self._check_pos(pos)
        self._check_journal()
        story = await self._run()
        if story.finished.writes or story.plan.actions or self.online() != after:
            kinds = [(a.kind, a.sku, [c.field for c in a.changes]) for a in story.plan.actions]
            raise Difference(f"the second sync writes {story.finished.writes}: {kinds}")
        self.syncs += 1

    def _check_pos(self, pos: Pos) -> None:
        if self.rig.pos.writes_seen or self.pos() != pos:
            raise Difference("the POS was written to")

    def _check_journal(self) -> None:
        database, _ = open_database(self.rig.folder / "shop.sqlite")
        try:
            left = SqliteJournal(database).open_steps()
        finally:
            database.close()
        if left:
            raise Difference(f"the journal is not settled: {[step.kind for step in left]}")


@contextmanager
def quietly() -> Iterator[None]:
    """Without the log of tasks that were killed."""
    log = logging.getLogger("asyncio")
    level = log.level
    log.setLevel(logging.CRITICAL)
    try:
        yield
    finally:
        log.setLevel(level)
