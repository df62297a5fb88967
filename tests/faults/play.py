"""Plays one case: two days of a small shop under faults, compared with two days in peace."""

import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import httpx

from app.connectors.network import READ_TIMEOUT
from app.domain.events import Said
from tests.faults.cases import Case
from tests.faults.ledger import Ledger, numbered
from tests.sync.rig import Rig, Story
from tests.sync.test_faults import open_steps, pass_a_day, stock_up, until_quiet, whole

ROUGH_RUNS = 3
"""Runs under faults before things are well again; each goes on where the last one ended."""
_MOST = 6.0
"""So many times the requests of peace are no storm, a run under faults more included."""


class Peace:
    """What two days come to without a fault, and what they cost."""

    def __init__(self, first: dict[str, Any], second: dict[str, Any], requests: int) -> None:
        self.first = first
        self.second = second
        self.requests = requests


class Impatient(httpx.AsyncBaseTransport):
    """Gives up on an answer that takes too long on the simulated clock, as a socket would."""

    def __init__(self, line: httpx.AsyncBaseTransport, now: Callable[[], float]) -> None:
        self._line = line
        self._now = now

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Wait for the answer, but not for ever."""
        began = self._now()
        response = await self._line.handle_async_request(request)
        if self._now() - began > READ_TIMEOUT:
            raise httpx.ReadTimeout("no answer in time", request=request)
        return response


def opened(folder: Path) -> tuple[Rig, Ledger]:
    """A small shop whose every request is noted."""
    rig = Rig.corner_shop(folder)
    ledger = Ledger(rig.clock.now)
    noted, noted_pos = ledger.line("ecom"), ledger.line("pos")
    rig.between = lambda line: noted(Impatient(line, rig.clock.now))
    rig.between_pos = lambda line: noted_pos(Impatient(line, rig.clock.now))
    stock_up(rig)
    return rig, ledger


async def in_peace() -> Peace:
    """Two days without a fault."""
    with tempfile.TemporaryDirectory() as folder:
        rig, ledger = opened(Path(folder))
        await until_quiet(rig)
        first = whole(rig)
        pass_a_day(rig)
        await until_quiet(rig)
        return Peace(first, whole(rig), len(ledger.attempts))


async def play(case: Case, peace: Peace) -> list[str]:
    """What went wrong that must not, in words; nothing when all is well in the end."""
    with tempfile.TemporaryDirectory() as folder, numbered():
        rig, ledger = opened(Path(folder))
        problems = await _day(case, rig, peace.first)
        pass_a_day(rig)
        problems += await _day(case, rig, peace.second)
        if open_steps(rig):
            problems.append("the journal is not settled")
        if rig.pos.writes_seen:
            problems.append("something was written to the POS")
        if len(ledger.attempts) > _MOST * peace.requests:
            problems.append(f"{len(ledger.attempts)} requests, {peace.requests} in peace")
        return problems + ledger.troubles()


async def _day(case: Case, rig: Rig, wanted: dict[str, Any]) -> list[str]:
    store = rig.pos if case.side == "pos" else rig.ecom
    for fault in case.in_force():
        store.faults.add(fault)
    problems: list[str] = []
    for _ in range(ROUGH_RUNS):
        story = await rig.sync()
        problems += _unsaid(story)
        rig.clock.advance(900)
        if story.finished.exit == 0 and not story.plan.actions:
            break
    store.faults.clear()
    try:
        await until_quiet(rig)
    except AssertionError as error:
        return [*problems, str(error)[:500]]
    found = whole(rig)
    return problems if found == wanted else [*problems, f"wanted {wanted}, found {found}"]


def _unsaid(story: Story) -> list[str]:
    """A run that stops, and a product that fails, must say why."""
    told = [f"{sku} failed without a word" for sku, words in story.failures.items() if not words]
    errors = [event for event in story.of(Said) if event.level == "error" and event.text]
    if story.finished.exit == 2 and not errors:
        told.append("a run stopped without a word")
    return told
