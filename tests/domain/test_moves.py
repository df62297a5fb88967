"""Values that must stay unique change places without ever clashing (RULES M18)."""

import random

import pytest

from app.domain.moves import ordered_moves


def moves(current: dict[int, str], target: dict[int, str]) -> list[tuple[int, str]]:
    """Plan the moves; no two records may hold the same text."""
    return ordered_moves(
        current, target, lambda one, other: one == other, lambda who, held, _: f"{held}-tmp-{who}"
    )


@pytest.mark.parametrize(
    ("current", "target", "expected"),
    [
        pytest.param({1: "a", 2: "b"}, {1: "a", 2: "b"}, [], id="nothing"),
        pytest.param({1: "a", 2: "b"}, {1: "c"}, [(1, "c")], id="free-place"),
        pytest.param(
            {1: "a", 2: "b"}, {1: "b", 2: "c"}, [(2, "c"), (1, "b")], id="who-makes-room-goes-first"
        ),
        pytest.param(
            {1: "a", 2: "b"},
            {1: "b", 2: "a"},
            [(2, "b-tmp-2"), (1, "b"), (2, "a")],
            id="swapped-through-a-temporary-value",
        ),
        pytest.param({1: "a", 2: "b"}, {1: "b"}, [(1, "b")], id="blocked-for-good-is-tried"),
    ],
)
def test_m18_moves(
    current: dict[int, str], target: dict[int, str], expected: list[tuple[int, str]]
) -> None:
    """In an order that is free of clashes where there is one."""
    assert moves(current, target) == expected


def test_m18_any_shuffle_arrives_without_a_clash() -> None:
    """Rings of any length and number, with newcomers among them."""
    rng = random.Random(5)
    for _ in range(300):
        size = rng.randint(1, 8)
        values = [chr(97 + at) for at in range(size + 3)]
        current = dict(enumerate(values[:size]))
        target = dict(enumerate(rng.sample(values, size)))
        held = dict(current)
        for who, value in moves(current, target):
            held[who] = value
            assert len(set(held.values())) == len(held)
        assert held == target
