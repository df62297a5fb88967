"""Both sample stores with goods of their own, a scripted person, and a check of what is left."""

import copy
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import httpx

from app.confirming.bench import Bench, Finding
from app.confirming.experiments import called
from app.confirming.workpieces import FORGET_SECONDS, Workshop
from app.connectors.open import open_ecom, open_pos
from app.sample.e_series import e_series_app
from app.sample.e_series import products as online
from app.sample.serving import in_process
from app.sample.x_series import x_series_app
from app.storage.settings import SettingsFile
from tests.sync.rig import ECOM_TOKEN, POS_TOKEN, Rig


@dataclass
class Actor:
    """Says yes by default; `by_hand` is done when something is to be done by hand."""

    consent: dict[str, bool] = field(default_factory=dict)
    """By a word of the question."""
    saw: bool | None = True
    sku: str = ""
    by_hand: Callable[[], object] = lambda: None
    heard: list[str] = field(default_factory=list)

    def say(self, text: str) -> None:
        """Keep what is told."""
        self.heard.append(text)

    def agrees(self, question: str) -> bool:
        """By the script; else yes."""
        self.heard.append(question)
        return next((yes for word, yes in self.consent.items() if word in question), True)

    def answers(self, question: str) -> bool | None:
        """By the script."""
        self.heard.append(question)
        return self.saw

    def did(self, task: str) -> None:
        """Do what the script says."""
        self.heard.append(task)
        self.by_hand()

    def asked(self, question: str) -> str:
        """The SKU of the script."""
        self.heard.append(question)
        return self.sku


Line = Callable[[httpx.AsyncBaseTransport], httpx.AsyncBaseTransport]


@dataclass
class Stage:
    """One shop with a history: nothing of it may be changed by an experiment."""

    rig: Rig
    notebook: SettingsFile
    actor: Actor = field(default_factory=Actor)
    line: Line = lambda line: line
    own: dict[int, Any] = field(default_factory=dict)

    @classmethod
    def open(cls, folder: Path, **knobs: Any) -> "Stage":
        """A POS with goods, an online store with some, one of them named like a test product."""
        rig = Rig.corner_shop(folder, **knobs)
        for sku in ("MUG-1", "COUNTERPART-TEST-1", "COUNTERPART-TEST"):
            online.create(rig.ecom, {"name": sku, "sku": sku, "price": 5, "quantity": 3})
        stage = cls(rig, SettingsFile(folder / "test-products.json"))
        stage.own = stage.online()
        rig.ecom.requests.clear()
        rig.pos.requests.clear()
        return stage

    def online(self) -> dict[int, Any]:
        """All that stands online."""
        products = self.rig.ecom.catalogue.products.items()
        return {key: copy.deepcopy(revision.document) for key, revision in products}

    def ecom_knobs(self, **knobs: Any) -> None:
        """Set the online store to a reading."""
        self.rig.ecom.knobs = replace(self.rig.ecom.knobs, **knobs)

    def pos_knobs(self, **knobs: Any) -> None:
        """Set the POS to a reading."""
        self.rig.pos.knobs = replace(self.rig.pos.knobs, **knobs)

    @asynccontextmanager
    async def bench(self) -> AsyncIterator[Bench]:
        """What experiments work with, on simulated time."""
        clock = self.rig.clock
        pos = open_pos(
            "http://127.0.0.1:1/api",
            POS_TOKEN,
            transport=in_process(x_series_app(self.rig.pos)),
            time_source=clock.now,
            sleep=clock.sleep,
        )
        ecom = open_ecom(
            "http://127.0.0.1:2/api/v3",
            self.rig.ecom.store_id,
            ECOM_TOKEN,
            transport=self.line(in_process(e_series_app(self.rig.ecom))),
            time_source=clock.now,
            sleep=clock.sleep,
        )
        workshop = Workshop(ecom, self.actor, self.notebook, clock.now, clock.sleep)
        try:
            yield Bench(pos, ecom, self.actor, workshop, clock.now, clock.sleep)
        finally:
            await pos.aclose()
            await ecom.aclose()

    async def find(self, name: str) -> Finding:
        """Carry out one experiment."""
        experiment = called(name)
        assert experiment is not None
        async with self.bench() as bench:
            return await experiment.run(bench)

    async def sweep(self) -> None:
        """What the next `confirm` does first, at last when an index has caught up."""
        for seconds in (0.0, FORGET_SECONDS):
            self.rig.clock.advance(seconds)
            async with self.bench() as bench:
                await bench.workshop.sweep()

    def check_nothing_is_left(self) -> None:
        """The online store is as it was, nothing is noted, and only own products were written."""
        assert self.online() == self.own
        assert self.notebook.read().get("left", []) == []
        self.check_only_own_were_written()

    def check_only_own_were_written(self) -> None:
        """No write went to the POS, or to a product that was there before."""
        assert not any(seen.write for seen in self.rig.pos.requests)
        assert {seen.method for seen in self.rig.pos.requests} <= {"GET"}
        for seen in self.rig.ecom.requests:
            parts = seen.path.split("/")
            if seen.method == "GET" or (seen.method, parts[-1]) == ("POST", "batch"):
                continue
            assert parts[4] == "products", seen
            if seen.method == "POST" and not parts[5:]:
                continue  # A creation inside a batch.
            assert int(parts[5]) not in self.own, seen


class Killed(BaseException):
    """The process is gone."""


class Ending(httpx.AsyncBaseTransport):
    """Lets `end` happen at the nth request, before it or after it arrived; `over` tells if it did.

    Where `end` raises, no later request gets through either.
    """

    def __init__(self, nth: int, end: Callable[[], object], *, arrived: bool) -> None:
        self.over = False
        self._left = nth
        self._end = end
        self._arrived = arrived
        self._line: httpx.AsyncBaseTransport | None = None

    def before(self, line: httpx.AsyncBaseTransport) -> httpx.AsyncBaseTransport:
        """Stand before a line."""
        self._line = line
        return self

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Pass a request on, or not."""
        assert self._line is not None
        self._left -= 1
        ends = self._left == 0
        self.over |= ends
        if ends and not self._arrived:
            self._end()
        if self._left < 0 and self._end is kill:
            kill()
        response = await self._line.handle_async_request(request)
        if ends and self._arrived:
            self._end()
        return response


def kill() -> None:
    """End the process."""
    raise Killed
