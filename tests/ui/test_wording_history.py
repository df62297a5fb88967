"""The sentences of what a sync did, as the history tells them."""

import pytest

from app.facts.history import ChangeLine
from app.facts.product import Value
from app.ui.wording_history import change_sentence
from tests.ui.panelled import STORE


@pytest.mark.parametrize(
    ("field", "before", "after", "told"),
    [
        pytest.param("images", 4, 3, "Pictures 4 → 3", id="fewer"),
        pytest.param("images", 4, 4, "Pictures", id="exchanged"),
        pytest.param("description", None, None, "Description", id="not-told"),
        pytest.param("name", "Mug", "Large mug", "Name Mug → Large mug", id="text"),
    ],
)
def test_a_change_is_told_by_what_reads_different(
    field: str, before: Value, after: Value, told: str
) -> None:
    """Pictures exchanged for as many others are no "4 → 4"."""
    line = ChangeLine("p1", "MUG", "Mug", "update", field, before, after)
    assert change_sentence(line, STORE) == told
