"""Options of the whole test run."""

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--regenerate` rewrites what scenarios expect, to be reviewed as a diff."""
    parser.addoption(
        "--regenerate", action="store_true", help="rewrite the expected part of scenario files"
    )
