"""Records put together as products (R21, RULES M10)."""

import pytest

from app.domain.pairing import MISSING, PosProduct, families
from app.domain.product import PosRecord
from tests.domain.builders import family, member, pos_record

PARENT = member("shirt", "Red", name="Parent")
BLUE = member("blue", "Blue", name="Blue")


def test_r21_records_are_put_together_by_family_key() -> None:
    """A family is one product; everything else stands alone."""
    found = families([pos_record(), PARENT, BLUE])
    assert {key: len(product.members) for key, product in found.items()} == {"p1": 1, "shirt": 2}


def test_m8_system_products_are_no_products() -> None:
    """The discount product and its like are never shown, planned or counted."""
    assert families([pos_record("discount")], frozenset({"discount"})) == {}


@pytest.mark.parametrize(
    ("records", "order"),
    [
        pytest.param(
            [member("b", "B", created_at="2025-02-01"), member("a", "A", created_at="2025-03-01")],
            ["b", "a"],
            id="oldest-first",
        ),
        pytest.param([member("b", "B"), member("a", "A")], ["a", "b"], id="then-by-id"),
    ],
)
def test_r21_the_order_of_members(records: list[PosRecord], order: list[str]) -> None:
    """Oldest first, everywhere."""
    assert [record.id for record in family(*records).members] == order


@pytest.mark.parametrize(
    ("product", "head"),
    [
        pytest.param(family(PARENT, BLUE), "shirt", id="the-parent"),
        pytest.param(
            family(member("blue", "Blue", created_at="2024-01-01"), PARENT),
            "shirt",
            id="the-parent-even-if-younger",
        ),
        pytest.param(
            family(
                member("shirt", "Red", deleted=True),
                member("new", "New", created_at="2025-05-01"),
                member("old", "Old", created_at="2025-04-01"),
            ),
            "old",
            id="parent-deleted-the-oldest-living",
        ),
        pytest.param(family(pos_record(), key="p1"), "p1", id="itself"),
        pytest.param(family(pos_record(deleted=True), key="p1"), "p1", id="a-tombstone"),
    ],
)
def test_r21_family_wide_values_come_from_the_parent(product: PosProduct, head: str) -> None:
    """If it was deleted, from the oldest live member."""
    assert product.head.id == head


@pytest.mark.parametrize(
    ("product", "is_family"),
    [
        pytest.param(family(pos_record(), key="p1"), False, id="standalone"),
        pytest.param(family(PARENT, BLUE), True, id="two-members"),
        pytest.param(family(PARENT), True, id="one-member-with-options"),
        pytest.param(family(member("shirt", "Red", options=())), False, id="options-lost"),
        pytest.param(
            family(PARENT, member("blue", "Blue", deleted=True)), True, id="shrunk-to-one"
        ),
    ],
)
def test_m10_what_needs_variations(product: PosProduct, is_family: bool) -> None:
    """A family that shrank to one stays one; without options it is a simple product."""
    assert product.is_family is is_family


@pytest.mark.parametrize(
    ("active", "expected"),
    [((True, False), True), ((False, True), True), ((False, False), False)],
    ids=["parent", "variant", "none"],
)
def test_m10_active_while_any_member_is(active: tuple[bool, bool], expected: bool) -> None:
    """The product is enabled if any member is active."""
    product = family(
        member("shirt", "Red", active=active[0]), member("blue", "Blue", active=active[1])
    )
    assert product.active is expected


def test_r4_deleted_when_the_last_member_is() -> None:
    """Tombstones are no members."""
    one = family(PARENT, member("blue", "Blue", deleted=True))
    assert not one.deleted
    assert [record.id for record in one.gone] == ["blue"]
    none = family(member("shirt", "Red", deleted=True), member("blue", "Blue", deleted=True))
    assert none.deleted
    assert not none.active


@pytest.mark.parametrize(
    ("switches", "told"),
    [
        ((True, False), True),
        ((None, True), True),
        ((False, None), False),
        ((None, None), None),
    ],
    ids=["any-on", "on-and-untold", "off-and-untold", "untold"],
)
def test_m10_the_poss_own_switch_over_all_members(
    switches: tuple[bool | None, bool | None], told: bool | None
) -> None:
    """On if any is; off if none is and one says off; unknown if all are missing."""
    product = family(
        member("shirt", "Red", sell_online=switches[0]),
        member("blue", "Blue", sell_online=switches[1]),
    )
    assert product.told is told


def test_m10_a_deleted_members_switch_says_nothing() -> None:
    """Only the living tell."""
    product = family(
        member("shirt", "Red", sell_online=False),
        member("blue", "Blue", sell_online=True, deleted=True),
    )
    assert product.told is False


def test_never_agreed_has_a_name() -> None:
    """It is told apart from every value in a failing test's output."""
    assert repr(MISSING) == "MISSING"
