"""Shops for the engine's tests."""

from pathlib import Path

import pytest

from tests.sync.rig import Rig


@pytest.fixture
def rig(tmp_path: Path) -> Rig:
    """A small shop, nothing of it online yet."""
    return Rig.corner_shop(tmp_path)


@pytest.fixture
async def synced(rig: Rig) -> Rig:
    """The small shop after its first sync, ten minutes later."""
    story = await rig.sync()
    assert story.finished.exit == 0, story.said
    rig.clock.advance(600)
    return rig
