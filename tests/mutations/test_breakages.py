"""Every breakage still fits the code; carrying them out is a command of its own."""

from collections import Counter
from pathlib import Path

import pytest

from tests.mutations.breakages import BREAKAGES, Breakage

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("breakage", BREAKAGES, ids=[one.name for one in BREAKAGES])
def test_what_is_to_be_broken_stands_there_once(breakage: Breakage) -> None:
    """Otherwise the breakage would test nothing."""
    text = (ROOT / breakage.file).read_text(encoding="utf-8")
    assert text.count(breakage.old) == 1
    assert breakage.old != breakage.new


def test_there_are_enough_and_each_has_a_name_of_its_own() -> None:
    """At least a hundred, all over the rules, the engine and what is kept of both."""
    names = Counter(breakage.name for breakage in BREAKAGES)
    assert len(BREAKAGES) >= 100
    assert max(names.values()) == 1
    assert all(
        one.file.startswith(("app/domain/", "app/sync/", "app/storage/")) for one in BREAKAGES
    )
