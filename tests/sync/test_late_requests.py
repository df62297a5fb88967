"""Requests that are held up on their way and take effect when nobody waits for them any more."""

from pathlib import Path
from typing import Any

import pytest

from app.sample.faults import Fault
from tests.sync.rig import Rig
from tests.sync.test_faults import open_steps, pass_a_day, stock_up, until_quiet, whole


async def in_peace(folder: Path) -> list[dict[str, Any]]:
    """The shop after a day and after two, without a fault."""
    folder.mkdir()  # noqa: ASYNC240 - nobody else waits here.
    twin = Rig.corner_shop(folder)
    stock_up(twin)
    await until_quiet(twin)
    first = whole(twin)
    pass_a_day(twin)
    await until_quiet(twin)
    return [first, whole(twin)]


@pytest.mark.parametrize("seconds", [1.0, 20.0, 80.0])
@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("POST", "/categories"),
        ("POST", "*/gallery"),
        ("POST", "*/image"),
        ("POST", "*/combinations"),
        ("POST", "/batch"),
        ("PUT", "*/inventory"),
        ("PUT", "/products/*"),
        ("DELETE", "*"),
    ],
)
async def test_a_late_write_makes_nothing_twice(
    tmp_path: Path, method: str, path: str, seconds: float
) -> None:
    """Whatever kind of write it is, and however much later it arrives."""
    rig = Rig.corner_shop(tmp_path)
    fault = Fault("late", method=method, path=path, seconds=seconds, times=2)
    stock_up(rig)
    rig.ecom.faults.add(fault)
    await until_quiet(rig)
    first = whole(rig)
    pass_a_day(rig)
    rig.ecom.faults.add(fault)
    await until_quiet(rig)
    assert [first, whole(rig)] == await in_peace(tmp_path / "calm")
    assert open_steps(rig) == 0
    assert rig.ecom.faults.held_up == []
