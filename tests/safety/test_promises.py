"""The table of promises is true: every test that it names is there."""

import ast
from functools import cache
from pathlib import Path

import pytest

from tests.safety.promises import PROMISES, Promise

TESTS = Path(__file__).parents[1]


@cache
def names_in(file: str) -> frozenset[str]:
    """The names of the tests of a file."""
    parsed = ast.parse((TESTS / file).read_text(encoding="utf-8"))
    functions = (ast.FunctionDef, ast.AsyncFunctionDef)
    return frozenset(one.name for one in parsed.body if isinstance(one, functions))


@pytest.mark.parametrize("promise", PROMISES, ids=lambda promise: promise.text[:40])
def test_both_sides_of_it_are_tested(promise: Promise) -> None:
    """When it must ask or stop, and when it must not."""
    assert promise.stops
    assert promise.passes
    for name in (*promise.stops, *promise.passes):
        file, _, test = name.partition("::")
        assert test in names_in(file), name


def test_every_test_of_this_folder_keeps_a_promise() -> None:
    """None stands outside the table."""
    named = {name for promise in PROMISES for name in (*promise.stops, *promise.passes)}
    here = sorted(path.name for path in Path(__file__).parent.glob("test_*.py"))
    found = {
        f"safety/{file}::{test}"
        for file in here
        if file != Path(__file__).name
        for test in names_in(f"safety/{file}")
        if test.startswith("test_")
    }
    assert found - named == set()
