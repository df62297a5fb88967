"""Online stock: the sum of the ticked outlets, and who may lower or raise it (R10, R15)."""

from decimal import Decimal

import pytest

from app.domain.inventory import OnlineStock, OutletLevel, by_outlet, online_stock
from app.domain.pair_comparison import HowStock, compare_stock, quantities_of
from app.domain.pairing import Link
from app.domain.product import PosRecord
from app.domain.steps import AdjustStock, CreateProduct
from tests.domain.builders import (
    OUTLET,
    Pair,
    body,
    choices,
    dec,
    ecom_family,
    levels,
    mug,
    pos_record,
    shirts,
    variation,
)

STREET, MALL, DEPOT = "street", "mall", "depot"


def stock(
    rows: dict[str, str], ticked: set[str], record: PosRecord | None = None, buffer: int = 0
) -> OnlineStock:
    """The online stock of one record with these levels."""
    by_outlets = {"p1": {outlet: Decimal(level) for outlet, level in rows.items()}}
    return online_stock(record or pos_record(), by_outlets, frozenset(ticked), buffer)


@pytest.mark.parametrize(
    ("rows", "ticked", "cap"),
    [
        pytest.param({STREET: "3", MALL: "4"}, {STREET, MALL}, 7, id="sum-of-ticked"),
        pytest.param({STREET: "3", MALL: "4"}, {MALL}, 4, id="unticked-left-out"),
        pytest.param({STREET: "3"}, {STREET, MALL}, 3, id="missing-row-counts-zero"),
        pytest.param({STREET: "3"}, {MALL}, 0, id="row-elsewhere-only"),
        pytest.param({STREET: "3", MALL: "-5"}, {STREET, MALL}, 0, id="negative-total-is-zero"),
        pytest.param({STREET: "-2", MALL: "5"}, {STREET, MALL}, 3, id="negative-level-counts"),
        pytest.param({STREET: "2.9"}, {STREET}, 2, id="fraction-rounds-down"),
        pytest.param({STREET: "1.5", MALL: "1.5"}, {STREET, MALL}, 3, id="rounded-after-summing"),
        pytest.param({STREET: "-0.5"}, {STREET}, 0, id="negative-fraction"),
    ],
)
def test_r10_online_stock_is_the_sum_over_ticked_outlets(
    rows: dict[str, str], ticked: set[str], cap: int
) -> None:
    """Negative totals publish 0; fractions round down (R15)."""
    assert stock(rows, ticked) == OnlineStock("tracked", cap)


@pytest.mark.parametrize(
    ("level", "buffer", "cap"),
    [("7", 2, 5), ("2", 2, 0), ("1", 2, 0), ("2.5", 1, 1)],
    ids=["held-back", "nothing-left", "below", "with-fractions"],
)
def test_m4_a_buffer_is_held_back_before_rounding(level: str, buffer: int, cap: int) -> None:
    """max(0, floor(sum - buffer))."""
    assert stock({STREET: level}, {STREET}, buffer=buffer).cap == cap


@pytest.mark.parametrize(
    ("record", "rows", "kind", "reason"),
    [
        pytest.param(pos_record(tracked=False), {STREET: "3"}, "unlimited", "", id="untracked"),
        pytest.param(pos_record(), {}, "unknown", "no stock figure", id="no-row-anywhere"),
        pytest.param(pos_record(composite=True), {STREET: "3"}, "unknown", "bundle", id="a-bundle"),
        pytest.param(pos_record(active=False), {STREET: "3"}, "tracked", "inactive", id="inactive"),
        pytest.param(
            pos_record(active=False, tracked=False),
            {},
            "tracked",
            "inactive",
            id="inactive-and-untracked",
        ),
    ],
)
def test_m5_kinds_of_stock(record: PosRecord, rows: dict[str, str], kind: str, reason: str) -> None:
    """Untracked is unlimited; unknown is never 0; an inactive member publishes tracked 0."""
    found = stock(rows, {STREET}, record)
    assert (found.kind, found.cap) == (kind, 0)
    assert reason in found.reason


@pytest.mark.parametrize(
    ("level", "held", "has", "how", "after"),
    [
        pytest.param("5", 0, 5, "leave", 5, id="right-already"),
        pytest.param("5", 0, 9, "adjust", 5, id="too-many-lowered"),
        pytest.param("5", 0, 2, "adjust", 5, id="too-few-raised"),
        pytest.param("5", 2, 3, "leave", 3, id="the-drop-is-held-by-an-order"),
        pytest.param("5", 2, 4, "leave", 4, id="between-target-and-cap"),
        pytest.param("5", 2, 5, "leave", 5, id="at-the-cap-though-some-are-held"),
        pytest.param("5", 2, 6, "adjust", 5, id="above-the-cap-lowered-to-the-cap"),
        pytest.param("5", 2, 1, "adjust", 3, id="below-the-target-raised-to-the-target"),
        pytest.param("5", 9, 0, "leave", 0, id="more-held-than-there-is"),
        pytest.param("0", 0, 3, "adjust", 0, id="sold-out"),
        pytest.param("-2", 0, 0, "leave", 0, id="oversold-in-the-pos"),
    ],
)
def test_m4_lowered_to_the_cap_raised_to_the_target_else_nothing(
    level: str, held: int, has: int, how: str, after: int
) -> None:
    """What orders hold counts for raising only."""
    pair = mug().when(levels=levels(p1=level), held={"p1": held}).ecom(quantity=has)
    (verdict,) = pair.assess().stocks
    assert verdict.how == how
    if how == "leave":
        assert pair.action() is None
        return
    (step,) = pair.acted().steps
    cap = max(0, int(level))
    assert step == AdjustStock(None, "", cap, max(0, cap - held), has)
    (change,) = pair.acted().changes
    assert (change.before, change.after) == (has, after)


class TestR15:
    """How it is written (RULES M5)."""

    @pytest.mark.parametrize(
        ("pair", "how"),
        [
            pytest.param(mug().pos(tracked=False), "unlimited", id="tracked-to-unlimited"),
            pytest.param(
                mug().pos(tracked=False).ecom(unlimited=True, quantity=None),
                "leave",
                id="unlimited-on-both-sides",
            ),
            pytest.param(
                mug().ecom(unlimited=True, quantity=None), "track", id="unlimited-to-tracked"
            ),
            pytest.param(mug().when(levels={}), "leave", id="unknown-is-left"),
            pytest.param(
                mug().when(levels={}).ecom(unlimited=True, quantity=None),
                "leave",
                id="unknown-leaves-unlimited",
            ),
            pytest.param(
                mug().settings(fields__stock__sync=False).when(levels=levels(p1=9)),
                None,
                id="switched-off",
            ),
        ],
    )
    def test_r15_how_it_is_written(self, pair: Pair, how: HowStock | None) -> None:
        """Absolute only where tracking starts or ends."""
        assert pair.there is not None
        assert pair.link is not None
        verdicts = compare_stock(pair.product, pair.there, pair.link, pair.situation)
        assert [verdict.how for verdict in verdicts] == ([how] if how else [])

    def test_r15_a_change_of_stock_is_written_as_a_difference(self) -> None:
        """Never as an absolute number, so that an order placed meanwhile is not lost."""
        action = mug().when(levels=levels(p1=8)).acted()
        assert action.steps == (AdjustStock(None, "", 8, 8, 5),)
        assert "stock" not in body(action)

    def test_r15_untracked_in_the_pos_is_unlimited_online(self) -> None:
        """Written as such, without a number."""
        action = mug().pos(tracked=False).acted()
        assert body(action) == {"stock": "unlimited"}

    def test_m5_tracking_begins_with_a_number(self) -> None:
        """An unlimited record is never sent a difference."""
        action = mug().ecom(unlimited=True, quantity=None).when(held={"p1": 2}).acted()
        assert body(action) == {"stock": 3}

    def test_m5_a_product_without_figure_is_created_with_none(self) -> None:
        """A create publishes tracked 0."""
        pair = mug().pos(images=()).when(levels={}).unlinked()
        (step,) = pair.acted().steps
        assert isinstance(step, CreateProduct)
        assert step.values["stock"] == 0

    def test_m10_an_untracked_member_active_again_is_unlimited_again(self) -> None:
        """It was published as tracked 0 while it was inactive."""
        pair = shirts().pos("blue", tracked=False).ecom_variation(12, quantity=0)
        (blue,) = [found for found in pair.assess().stocks if found.pos_id == "blue"]
        assert blue.how == "unlimited"

    def test_a_variation_without_its_own_sku_shares_the_products_stock(self) -> None:
        """API eCom §8."""
        online = ecom_family(variation(11, "Red", sku=None, quantity=None), quantity=4)
        pair = shirts(there=online).linked(variations={"shirt": 11})
        (red,) = pair.assess().stocks
        assert red.quantity == 4


def test_m4_the_buffer_of_a_product_goes_before_the_stores() -> None:
    """A product may hold back more, less or nothing."""
    pair = mug().settings(stock__buffer=2)
    assert [s.stock.cap for s in pair.assess().stocks] == [3]
    own = pair.when(choices=choices(buffers={"p1": 0}))
    assert [s.stock.cap for s in own.assess().stocks] == [5]


def test_by_outlet_answers_why() -> None:
    """Every outlet in the order given, ticked or not, without a row too."""
    rows = {"p1": {STREET: dec("3"), DEPOT: dec("9")}}
    found = by_outlet(pos_record(), rows, frozenset({STREET, MALL}), (STREET, MALL, DEPOT))
    assert found == (
        OutletLevel(STREET, True, dec("3")),
        OutletLevel(MALL, True, None),
        OutletLevel(DEPOT, False, dec("9")),
    )


def test_quantities_known_by_record() -> None:
    """Of a product or of each variation; untracked ones are left out."""
    pair = shirts().ecom_variation(11, unlimited=True, quantity=None)
    assert pair.there is not None
    link = Link(2, {"shirt": 11, "blue": 12})
    assert quantities_of(pair.product, pair.there, link) == {"blue": 5}
    simple = mug()
    assert simple.there is not None
    assert quantities_of(simple.product, simple.there, Link(1)) == {"p1": 5}
    assert OUTLET in simple.situation.choices.outlets
