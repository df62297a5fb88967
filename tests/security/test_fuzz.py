"""Whatever a service answers, reading it ends in a record or in one of our own errors."""

import pytest

from tests.security.fuzz import property_of
from tests.security.readers import READERS

_EXAMPLES = 12
"""A share for every day; `python -m tests.security.fuzz` goes further."""


@pytest.mark.parametrize("name", READERS)
def test_no_answer_breaks_a_reader(name: str) -> None:
    """Neither made up nor a real one spoilt: no exception but the reader's own kinds."""
    property_of(READERS[name], _EXAMPLES, derandomize=True)()
