"""Whatever happens to an experiment, its product is removed and nothing else is touched."""

import asyncio
import contextlib
import random
from dataclasses import asdict
from pathlib import Path

import pytest

from app.confirming.experiments import CONFIRMATIONS
from app.confirming.workpieces import Workpiece
from app.domain.errors import CounterpartError
from app.sample.faults import Fault
from tests.confirming.stage import Ending, Killed, Stage, kill

MOST = 60
"""More requests than any experiment sends."""
WRITING = [one.name for one in CONFIRMATIONS if one.writes]


@pytest.mark.parametrize("name", WRITING)
@pytest.mark.parametrize("seed", range(4))
async def test_faults(tmp_path: Path, name: str, seed: int) -> None:
    """A quarter of all requests go wrong, writes before or after they arrived."""
    stage = Stage.open(tmp_path, lag=20.0)
    for kind in ("reset", "truncated", "502_html", "504_lost"):
        for after in (False, True):
            stage.rig.ecom.faults.add(Fault(kind, share=0.06, after_write=after))
    stage.rig.ecom.faults._random = random.Random(seed)
    try:
        finding = await stage.find(name)
    except CounterpartError:
        finding = None
    assert finding is None or finding.found
    stage.rig.ecom.faults.clear()
    await stage.sweep()
    stage.check_nothing_is_left()


@pytest.mark.parametrize("name", WRITING)
@pytest.mark.parametrize("arrived", [False, True])
async def test_stopped_anywhere(tmp_path: Path, name: str, arrived: bool) -> None:
    """Ctrl-C at any request: the product is removed at once, or by the next `confirm`."""
    for nth in range(1, MOST):
        stage = Stage.open(tmp_path / str(nth), lag=20.0)
        task = asyncio.ensure_future(stage.find(name))
        ending = Ending(nth, task.cancel, arrived=arrived)
        stage.line = ending.before
        await asyncio.wait([task])
        assert task.cancelled() or task.exception() is None
        stage.check_only_own_were_written()
        assert stage.online() == stage.own, "the number was known, so it was removed at once"
        stage.line = lambda line: line
        await stage.sweep()
        stage.check_nothing_is_left()
        if not ending.over:
            return
    pytest.fail("an experiment without an end")


@pytest.mark.parametrize("name", WRITING)
@pytest.mark.parametrize("arrived", [False, True])
async def test_killed_anywhere(tmp_path: Path, name: str, arrived: bool) -> None:
    """The process ends at any request: the next `confirm` removes what it made."""
    for nth in range(1, MOST):
        stage = Stage.open(tmp_path / str(nth), lag=20.0)
        ending = Ending(nth, kill, arrived=arrived)
        stage.line = ending.before
        with contextlib.suppress(Killed):
            await stage.find(name)
        stage.line = lambda line: line
        await stage.sweep()
        stage.check_nothing_is_left()
        if not ending.over:
            return
    pytest.fail("an experiment without an end")


@pytest.mark.parametrize("error", [502, 403])
async def test_an_unlucky_second_try(tmp_path: Path, error: int) -> None:
    """Made, the answer lost, and everything refused from then on: it is found all the same."""
    stage = Stage.open(tmp_path, lag=20.0)
    stage.rig.ecom.faults.add(Fault("504_lost", method="POST", path="/batch", times=1))
    kind = "502_html" if error == 502 else "403_token"
    stage.rig.ecom.faults.add(Fault(kind, path="/batch"))
    with pytest.raises(CounterpartError):
        await stage.find("name")
    stage.rig.ecom.faults.clear()
    await stage.sweep()
    stage.check_nothing_is_left()


async def test_a_foreign_product_is_left_alone(tmp_path: Path) -> None:
    """A noted number that belongs to something else by now is not deleted."""
    stage = Stage.open(tmp_path)
    foreign = min(stage.own)
    left = [{"mark": "ABCD1234", "key": "k", "began": 0.0, "ecom_id": foreign}]
    stage.notebook.update(lambda stored: {**stored, "left": left})
    await stage.sweep()
    assert "left alone" in "\n".join(stage.actor.heard)
    stage.check_nothing_is_left()


async def test_what_cannot_be_removed_now_is_kept_in_mind(tmp_path: Path) -> None:
    """A shop that refuses to delete: the finding is told all the same, the product noted."""
    stage = Stage.open(tmp_path)
    stage.rig.ecom.faults.add(Fault("503_empty", method="DELETE"))
    assert (await stage.find("attributes")).reading == "replaced"
    assert len(stage.notebook.read()["left"]) == 1  # type: ignore[arg-type]
    assert "kept in mind" in stage.actor.heard[-1]
    stage.rig.ecom.faults.clear()
    await stage.sweep()
    stage.check_nothing_is_left()


async def test_a_shop_that_makes_nothing(tmp_path: Path) -> None:
    """A plan without room: told, and looked for until it surely was not made after all."""
    stage = Stage.open(tmp_path, max_products=3)
    with pytest.raises(CounterpartError, match="plan"):
        await stage.find("name")
    await stage.sweep()
    stage.check_nothing_is_left()


async def test_a_token_that_may_not_write(tmp_path: Path) -> None:
    """Says so; nothing was made, and after an hour nothing is kept in mind."""
    stage = Stage.open(tmp_path, scopes=frozenset({"read_catalog", "read_store_profile"}))
    with pytest.raises(CounterpartError, match="may not do this"):
        await stage.find("first-sku")
    await stage.sweep()
    stage.check_nothing_is_left()


async def test_a_product_never_found_is_forgotten_after_an_hour(tmp_path: Path) -> None:
    """Until then it may still appear."""
    stage = Stage.open(tmp_path)
    piece = Workpiece("ABCD1234", "k", stage.rig.clock.now())
    stage.notebook.update(lambda stored: {**stored, "left": [asdict(piece)]})
    left = []
    async with stage.bench() as bench:
        for seconds in (0.0, 3_500.0, 100.0):
            stage.rig.clock.advance(seconds)
            await bench.workshop.sweep()
            left.append(bench.workshop.left)
    assert left == [(piece,), (piece,), ()]


async def test_odd_notes_are_passed_over(tmp_path: Path) -> None:
    """Whatever stands in the file, it is no reason to delete anything."""
    stage = Stage.open(tmp_path)
    odd = [1, None, {}, {"mark": "", "began": 1}, {"mark": "X", "began": "y"}, {"mark": 5}]
    stage.notebook.update(lambda stored: {**stored, "left": odd})
    async with stage.bench() as bench:
        assert bench.workshop.left == ()
        await bench.workshop.sweep()
    assert stage.online() == stage.own
