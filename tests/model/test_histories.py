"""Random histories of both stores, the manager, faults and kills, against the model of the rules.

Many more are played by `python -m tests.soak`.
"""

import pytest

from tests.model.history import history, play

HISTORIES = 240
_IN_ONE = 30


@pytest.mark.parametrize("first", range(0, HISTORIES, _IN_ONE))
async def test_the_engine_does_what_the_rules_say(first: int) -> None:
    """After every sync each field of each product online is what the model says."""
    for seed in range(first, first + _IN_ONE):
        acts = history(seed, steps=1)
        failed = await play(acts)
        told = " ".join(map(str, acts))
        assert failed is None, f"seed {seed}: {failed}\npython -m tests.soak --replay {told}"
