"""A sample of the faults; `python -m tests.faults` plays every kind on every endpoint."""

import asyncio
import random
from pathlib import Path

import httpx
import pytest

from app.controller.tally import Tally
from app.domain.events import Event, Said, Waited
from app.facts.time_left import Pulse
from app.sample.faults import Fault
from app.sync.context import Context
from tests.faults.cases import Case, all_together, every_case
from tests.faults.play import Peace, in_peace, opened, play
from tests.sync.rig import Rig
from tests.sync.test_faults import pass_a_day, until_quiet, whole

SAMPLE = random.Random(13).sample(list(every_case([0.1, 0.3])), 10)


@pytest.fixture(scope="module", name="peace")
def _peace() -> Peace:
    """Two days without a fault."""
    return asyncio.run(in_peace())


@pytest.mark.parametrize(
    "case",
    [*SAMPLE, *(all_together(side, share) for side in ("pos", "ecom") for share in (0.1, 0.3))],
    ids=str,
)
async def test_faults_change_nothing_in_the_end(case: Case, peace: Peace) -> None:
    """The same final state, every stop said in words, and no request too often or too soon."""
    assert await play(case, peace) == []


class Outage(httpx.AsyncBaseTransport):
    """No connection for so many seconds from the nth request on."""

    def __init__(self, line: httpx.AsyncBaseTransport, rig: Rig, nth: int, seconds: float) -> None:
        self._line = line
        self._now = rig.clock.now
        self._left = nth
        self._seconds = seconds
        self._until = 0.0

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Pass one request on, if there is a connection."""
        self._left -= 1
        if self._left == 0:
            self._until = self._now() + self._seconds
        if self._now() < self._until:
            raise httpx.ConnectError("no route", request=request)
        return await self._line.handle_async_request(request)


@pytest.mark.parametrize("seconds", [8.0, 60.0, 1200.0])
@pytest.mark.parametrize("nth", [1, 9, 14, 20])
@pytest.mark.parametrize("side", ["pos", "ecom"])
async def test_an_outage_of_minutes(
    tmp_path: Path, peace: Peace, side: str, nth: int, seconds: float
) -> None:
    """What was done stays done; a run that stops says why; the next one goes on from there."""
    rig, _ = opened(tmp_path)
    line = rig.between if side == "ecom" else rig.between_pos

    def cut(inner: httpx.AsyncBaseTransport) -> httpx.AsyncBaseTransport:
        return Outage(line(inner), rig, nth, seconds)

    if side == "ecom":
        rig.between = cut
    else:
        rig.between_pos = cut
    story = await rig.sync()
    if story.finished.exit == 2:
        assert any("connection" in event.text for event in story.of(Said) if event.error)
    assert all(story.failures.values())
    made = {r.document["sku"] for r in rig.ecom.catalogue.products.values()}
    rig.between, rig.between_pos = (
        (line, rig.between_pos) if side == "ecom" else (rig.between, line)
    )
    rig.clock.advance(seconds)
    await until_quiet(rig)
    assert made <= set(rig.products())
    pass_a_day(rig)
    await until_quiet(rig)
    assert whole(rig) == peace.second


@pytest.mark.parametrize("storm", [False, True], ids=["calm", "storm"])
async def test_the_time_left_is_honest(tmp_path: Path, storm: bool) -> None:
    """Never nothing while something is left, and half-way within a factor of three."""
    rig = Rig.corner_shop(tmp_path, limits=True)
    for number in range(150):
        rig.add(f"Cup {number:03}", f"CUP-{number:03}", 5.0)
    if storm:
        rig.ecom.faults.add(Fault("429_storm", 0.2))
    rig.ecom.knobs = rig.ecom.knobs.__class__(latency_seconds=0.2)
    tally = Tally(
        "sync", rig.clock.now(), [], lambda _: (), lambda key: (key, ""), by_schedule=False
    )
    told: list[tuple[float, float | None, int, int]] = []

    def hear(context: Context, event: Event) -> None:
        now = rig.clock.now()
        budget = context.ecom.budget  # type: ignore[attr-defined]
        tally.hear(Pulse(now, 0, context.ecom.requests, budget.left(), 600, 60.0), now)
        tally.hear(event, now)
        facts = tally.facts(active=True)
        if facts.phase == "writing" and facts.total:
            told.append((now, facts.seconds_left, facts.done + facts.failed, facts.total))

    rig.hears = hear
    story = await rig.sync()
    assert any(left is not None for _, left, done, total in told if done < total / 2)
    over = max(now for now, _, done, total in told if done < total)
    for now, left, done, total in told:
        assert done == total or left is None or left > 0
        if left is not None and 0.4 * total < done < 0.6 * total:
            assert (over - now) / 3 < left < (over - now) * 3 + 5
    assert story.finished.counts["created"] == 153
    assert not storm or not story.of(Waited) or max(e.seconds for e in story.of(Waited)) < 120
