"""Rows on disk, and what a tick makes of a row."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.assessing import Status
from app.facts.rows import (
    STATUS_ORDER,
    Row,
    counted,
    packed,
    packed_variants,
    unpacked,
    variants_of,
    with_flag,
)

_STOCK = st.one_of(st.none(), st.integers(-99, 99), st.sampled_from(["unlimited", "unknown"]))
_ROWS = st.builds(
    Row,
    id=st.text(min_size=1),
    name=st.text(),
    sku=st.text(),
    status=st.sampled_from(STATUS_ORDER),
    why=st.lists(st.text()).map(tuple),
    flag=st.sampled_from(["follow", "on", "off"]),
    sell_online=st.booleans(),
    follows=st.booleans(),
    pos_price=st.none() | st.integers(0, 10**9),
    pos_stock=_STOCK,
    online_stock=_STOCK,
    wins=st.integers(0, 7),
)


@given(_ROWS)
def test_a_row_comes_back_from_disk_as_it_was(row: Row) -> None:
    """Packing loses nothing."""
    assert unpacked(packed(row)) == row


@given(st.lists(_ROWS, max_size=4).map(tuple))
def test_variants_come_back_as_they_were(variants: tuple[Row, ...]) -> None:
    """A family gives back its variants, in order; none for a standalone product."""
    row = Row("1", "Mug", "MUG", "in sync", variants=packed_variants(variants))
    assert variants_of(row) == variants


@pytest.mark.parametrize("data", [b"", b"\x00", packed(Row("1", "Mug", "MUG", "in sync"))[:-3]])
def test_what_is_no_row_is_refused(data: bytes) -> None:
    """Rows of another version, or damaged ones, are not guessed at."""
    with pytest.raises(ValueError, match=r".*"):
        unpacked(data)


@pytest.mark.parametrize(
    ("follows", "flag", "sells", "pending"),
    [(True, "off", False, True), (False, "on", True, True), (True, "on", True, False)],
)
def test_a_tick_changes_what_is_sold(follows: bool, flag: str, sells: bool, pending: bool) -> None:
    """What the flag makes of a row that followed the POS; pending where that is something else."""
    row = Row("1", "Mug", "MUG", "in sync", sell_online=follows, follows=follows)
    found = with_flag(row, "on" if flag == "on" else "off")
    assert (found.sell_online, found.pending) == (sells, pending)
    assert with_flag(found, "follow") == row


def test_every_status_is_counted() -> None:
    """Counts hold every status, those nobody has too."""
    status: Status = "conflict"
    counts = counted({"1": Row("1", "Mug", "MUG", status)})
    assert counts["conflict"] == 1
    assert sum(counts.values()) == 1
    assert set(counts) == set(STATUS_ORDER)
