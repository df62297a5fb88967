"""A whole plan: what is assessed, in which order it is done, and what the guard is told."""

from dataclasses import replace

import pytest

from app.domain.catalogue import Catalogue
from app.domain.categories import Rename
from app.domain.pairing import Link, PosProduct
from app.domain.planning import Plan, assess_all, make_plan
from app.domain.product import CategoryRef, PosCategory
from app.domain.situation import Situation
from app.domain.steps import (
    AssignCategory,
    CreateCategory,
    CreateProduct,
    PutProduct,
    PutVariation,
    RenameCategory,
)
from tests.domain.builders import (
    Pair,
    choices,
    dec,
    ecom_family,
    ecom_product,
    levels,
    member,
    mug,
    plan,
    shirts,
    situation,
    terms,
    variation,
)


def several(*keys: str) -> list[Pair]:
    """Mugs in step, told apart by key; each has five pieces."""
    now = situation(levels=levels(**dict.fromkeys(keys, 5)))
    return [
        replace(mug(key, at, f"MUG-{key}"), situation=now) for at, key in enumerate(keys, start=101)
    ]


FIRST_OF_ALL = member("shirt", "Red", name="A first name")


def grown_with_a_sleeping_parent(sku: str) -> Pair:
    """A family that is not online yet; its parent has this SKU and is inactive."""
    parent = member("shirt", "Red", sku=sku, active=False)
    return shirts().of(parent, member("blue", "Blue")).unlinked()


def outcome(made: Plan) -> list[tuple[str, str]]:
    """Kind and key of every action, in order."""
    return [(action.kind, action.key) for action in made.actions]


def test_nothing_changed_is_an_empty_plan() -> None:
    """And no base moves."""
    made = plan(*several("a", "b"), shirts())
    assert (made.actions, made.writes, made.settled) == ((), 0, {})
    assert [found.status for found in made.assessments] == ["in sync"] * 3


def test_r6_deleted_in_ecom_while_the_pos_sells_it_is_created_again() -> None:
    """From the POS alone; what eCom last told can be restored (RULES S8)."""
    pair = mug().pos(images=())
    gone = Catalogue({"p1": pair.product}, {}, {}, {})
    made = make_plan(gone, pair.situation, lambda key: b"last told of " + key.encode())
    ((step,),) = [action.steps for action in made.actions]
    assert isinstance(step, CreateProduct)
    assert step.restore == b"last told of p1"


@pytest.mark.parametrize(
    "pair",
    [mug().pos(active=False), mug().pos(sell_online=False)],
    ids=["inactive", "not-sold"],
)
def test_r6_deleted_in_ecom_and_not_sold_stays_deleted(pair: Pair) -> None:
    """Only what the POS sells online comes back."""
    assert plan(pair.unlinked()).actions == ()


def test_m2_deleted_without_ecom_product_is_no_pair() -> None:
    """Nothing is shown, nothing planned."""
    made = plan(mug().pos(deleted=True).unlinked())
    assert made.assessments == ()


def test_r13_an_ecom_product_without_link_is_only_online() -> None:
    """Shown, never touched, and not counted as ours."""
    made = plan(mug(), online={1: ecom_product(1), 9: ecom_product(9, sku="X")})
    assert [found.status for found in made.assessments] == ["in sync", "only online"]
    assert made.actions == ()
    assert made.shown_online == 1


def test_what_stops_selling_goes_first_and_deletions_last() -> None:
    """Hide, update, show, create, delete."""
    a, b, c, d, e = several("a", "b", "c", "d", "e")
    made = plan(
        a.pos(deleted=True),
        b.unlinked(),
        c.ecom(enabled=False),
        d.pos(name="Cup"),
        e.pos(active=False),
    )
    assert [kind for kind, _ in outcome(made)] == ["hide", "update", "show", "create", "delete"]


def test_m19_one_action_a_product() -> None:
    """Its changes carry all fields."""
    pair = mug().pos(name="Cup", brand="Bolt").when(levels=levels(p1=9)).ecom(enabled=False)
    (action,) = plan(pair).actions
    assert action.kind == "show"
    assert {c.field for c in action.changes} == {"name", "brand", "stock", "enabled"}


def test_writes_are_the_steps_of_all_actions() -> None:
    """One step is one request that changes eCom (RULES M15)."""
    a, b = several("a", "b")
    made = plan(a.pos(name="Cup"), b.pos(brand="Bolt").ecom(enabled=False))
    assert made.writes == sum(len(action.steps) for action in made.actions) == 2


def test_m10_a_variation_without_a_sku_on_either_side_has_no_stock_to_wait_for() -> None:
    """It shares the product's, which is left alone (found by random histories)."""
    online = ecom_family(variation(11, "Red", sku=None, quantity=None), variation(12, "Blue"))
    pair = shirts(there=online).linked(variations={"shirt": 11, "blue": 12})
    pair = pair.pos("shirt", sku="", tracked=False)
    settled = pair.settle()
    made = plan(settled)
    assert made.actions == ()
    assert made.assessments[0].status == "in sync"
    assert made.assessments[0].reasons


def test_only_some_products() -> None:
    """Others are assessed, not written, and their bases stay."""
    a, b = (pair.pos(name="Cup") for pair in several("a", "b"))
    catalogue = Catalogue(
        {"a": a.product, "b": b.product},
        {pair.there.id: pair.there for pair in (a, b) if pair.there},
        {pair.product.key: pair.link for pair in (a, b) if pair.link},
        {pair.product.key: pair.base for pair in (a, b) if pair.base},
    )
    made = make_plan(catalogue, a.situation, lambda _: None, frozenset({"b"}))
    assert outcome(made) == [("update", "b")]
    assert len(made.assessments) == 2


def test_m1_bases_that_moved_without_a_write_are_settled() -> None:
    """Found equal: the base is set, nothing is written."""
    made = plan(mug().pos(name="Cup").ecom(name="Cup"))
    assert made.actions == ()
    assert made.settled.keys() == {"p1"}


class TestGuardFacts:
    """What the guard is told (RULES M13)."""

    def test_m13_m_counts_linked_products_that_ecom_shows_now(self) -> None:
        """Hidden ones and those without link don't count; a family counts once."""
        a, b = several("a", "b")
        made = plan(a, b.ecom(enabled=False).pos(active=False), shirts())
        assert made.shown_online == 2

    @pytest.mark.parametrize(
        ("pair", "sold_out"),
        [
            pytest.param(mug().when(levels=levels(p1=0)), True, id="to-zero"),
            pytest.param(mug().when(levels=levels(p1=1)), False, id="to-one"),
            pytest.param(mug().when(levels=levels(p1=0)).ecom(quantity=0), False, id="was-zero"),
            pytest.param(
                shirts().when(levels=levels(shirt=0, blue=0)), True, id="all-members-to-zero"
            ),
            pytest.param(
                shirts().when(levels=levels(shirt=0, blue=1)), False, id="one-member-left"
            ),
            pytest.param(shirts().when(levels=levels(shirt=0)), False, id="one-left-alone"),
            pytest.param(
                mug().when(levels=levels(p1=0)).ecom(unlimited=True, quantity=None),
                True,
                id="unlimited-to-zero",
            ),
            pytest.param(mug().pos(tracked=False), False, id="to-unlimited"),
            pytest.param(
                mug().when(levels=levels(p1=4), held={"p1": 4}).ecom(unlimited=True, quantity=None),
                True,
                id="all-that-is-there-is-held",
            ),
            pytest.param(
                shirts(there=ecom_family(variation(11, "Red"), variation(12, "Blue", quantity=-4)))
                .linked(variations={"shirt": 11, "blue": 12})
                .when(levels=levels(shirt=0, blue=1), held={"blue": 5}),
                True,
                id="raised-to-zero-alone",
            ),
        ],
    )
    def test_m13_zero_counts_a_product_with_all_its_members(
        self, pair: Pair, sold_out: bool
    ) -> None:
        """From above zero to zero."""
        assert bool(plan(pair).sold_out) is sold_out

    @pytest.mark.parametrize(
        ("pair", "raises"),
        [
            (mug().when(levels=levels(p1=9)), True),
            (mug().when(levels=levels(p1=2)), False),
            (mug(), False),
            (mug().ecom(unlimited=True, quantity=None), True),
        ],
        ids=["raised", "lowered", "right", "tracking-begins"],
    )
    def test_m4_orders_are_read_only_in_runs_that_raise_stock(
        self, pair: Pair, raises: bool
    ) -> None:
        """So that a quiet run costs nothing."""
        assert plan(pair).raises_stock is raises


class TestCategories:
    """Categories that have to be created or renamed (R20, RULES M18)."""

    HOME = PosCategory("home", "Home", None)
    CUPS = PosCategory("cups", "Cups", "home")
    PATH = (CategoryRef("home", "Home"), CategoryRef("cups", "Cups"))

    def test_r20_a_missing_path_is_created_once_from_the_top(self) -> None:
        """By the first product that needs it, before anything else."""
        a, b = (pair.pos(category=self.PATH) for pair in several("a", "b"))
        made = plan(a, b, categories={"home": self.HOME, "cups": self.CUPS})
        first, second = made.actions
        assert first.steps[:2] == (
            CreateCategory("home", "Home", None),
            CreateCategory("cups", "Cups", "home"),
        )
        assert first.early == 2
        assert AssignCategory("cups") in first.steps
        assert AssignCategory("cups") in second.steps
        assert not any(isinstance(step, CreateCategory) for step in second.steps)

    def test_r20_what_is_online_already_is_not_created(self) -> None:
        """Only the missing end of the path."""
        pair = mug().pos(category=self.PATH).when(terms=terms(category_ids={"home": 3}))
        made = plan(pair, categories={"home": self.HOME, "cups": self.CUPS})
        assert made.actions[0].steps[0] == CreateCategory("cups", "Cups", "home")

    def test_r20_a_new_products_category_is_created_before_it(self) -> None:
        """Creation names it."""
        pair = mug().pos(category=self.PATH).unlinked()
        made = plan(pair, categories={"home": self.HOME, "cups": self.CUPS})
        assert [type(step) for step in made.actions[0].steps[:3]] == [
            CreateCategory,
            CreateCategory,
            CreateProduct,
        ]

    def test_m18_a_rename_is_one_write_and_no_product_is_written(self) -> None:
        """It hangs on one product in the category."""
        made = plan(*several("a", "b"), renames=(Rename("c-mugs", 51, "Mugs", "Cups"),))
        (action,) = made.actions
        assert action.steps == (RenameCategory("c-mugs", 51, "Cups"),)
        (change,) = action.changes
        assert (change.field, change.before, change.after) == ("category", ("Mugs",), ("Cups",))


class TestSkus:
    """SKUs that move between products (RULES M18)."""

    def test_m18_who_takes_a_sku_waits_for_who_frees_it(self) -> None:
        """Named in `after`."""
        a, b = several("a", "b")
        made = plan(a.pos(sku="NEW"), b.pos(sku="MUG-a"))
        waits = {action.key: action.after for action in made.actions}
        assert waits == {"a": (), "b": ("a",)}

    def test_m18_products_that_swap_skus_pass_through_a_temporary_one(self) -> None:
        """One of them makes room early, and nobody waits for himself."""
        a, b = several("a", "b")
        made = plan(a.pos(sku="MUG-b"), b.pos(sku="MUG-a"))
        (opener,) = [action for action in made.actions if action.early]
        first = opener.steps[0]
        assert isinstance(first, PutProduct)
        assert first.values["sku"] not in ("MUG-a", "MUG-b")
        waiting = {action.key: set(action.after) for action in made.actions}
        assert sum(len(others) for others in waiting.values()) <= 1

    def test_m18_a_variation_that_goes_gives_its_sku_away_early_in_a_ring(self) -> None:
        """A family that becomes standalone swaps with a product that takes its variation's SKU."""
        family, other = shirts(), several("a")[0]
        alone = replace(FIRST_OF_ALL, sku="MUG-a", options=(), has_variants=False)
        shrunk = family.of(alone, replace(family.product.members[1], deleted=True))
        made = plan(shrunk, other.pos(sku="SHIRT-RED"))
        acts = {action.key: action for action in made.actions}
        assert acts["shirt"].after == ("a",)
        assert acts["a"].after == ()
        early = acts["shirt"].steps[: acts["shirt"].early]
        assert early == (PutVariation("shirt", 11, {"sku": "SHIRT-RED-MOVING-11"}),)

    def test_m18_in_a_ring_only_what_is_wanted_makes_room(self) -> None:
        """No write more than it takes (RULES M15)."""
        family, other = shirts(), several("a")[0]
        blue = replace(family.product.members[1], sku="MUG-a")
        swapped = family.of(replace(FIRST_OF_ALL, sku="NEW"), blue)
        made = plan(swapped, other.pos(sku="SHIRT-BLUE"))
        early = [step for action in made.actions for step in action.steps[: action.early]]
        assert early == [PutVariation("blue", 12, {"sku": "SHIRT-BLUE-MOVING-12"})]

    def test_m18_only_who_is_in_a_ring_makes_room(self) -> None:
        """Not who waits for it."""
        family, (a, b, c) = shirts(), several("a", "b", "c")
        made = plan(
            family.pos("shirt", sku="NEW").pos("blue", sku="MUG-c"),
            a.pos(sku="SHIRT-RED"),
            b.pos(sku="MUG-a"),
            c.pos(sku="SHIRT-BLUE"),
        )
        assert [action.key for action in made.actions if action.early] == ["shirt"]
        assert {action.key for action in made.actions if action.after} == {"b", "shirt"}

    def test_r14_a_new_product_waits_for_the_sku_that_it_is_looked_up_by(self) -> None:
        """Also where the record that has it is inactive and gets no variation."""
        other = several("a")[0]
        fresh = grown_with_a_sleeping_parent("MUG-a")
        made = plan(other.pos(sku="NEW"), fresh)
        waits = {action.key: action.after for action in made.actions}
        assert waits == {"a": (), "shirt": ("a",)}

    def test_r14_a_new_product_whose_sku_is_taken_online_needs_attention(self) -> None:
        """While the one that has it can't give it away: it would be passed over in every run."""
        other = several("a")[0]
        fresh = grown_with_a_sleeping_parent("MUG-a")
        blocked = frozenset({"a"})
        made = plan(other.pos(sku="NEW"), fresh)
        assert len(made.actions) == 2
        made = plan(other.pos(sku="NEW").when(in_flight=blocked), fresh)
        assert made.actions == ()
        assert made.assessments[1].status == "needs attention"
        assert "MUG-a" in made.assessments[1].reasons[0]

    def test_m10_the_sku_that_a_family_gives_up_is_free_for_others(self) -> None:
        """Its own is replaced because a variation has the same (found by random histories)."""
        family = shirts(there=ecom_family(sku="SHIRT-RED")).pos("shirt", sku="NEW")
        other = several("a")[0].pos(sku="SHIRT-RED")
        made = plan(family, other)
        assert {action.key: action.after for action in made.actions} == {
            "shirt": (),
            "a": ("shirt",),
        }

    def test_m8_an_online_only_variation_keeps_its_sku(self) -> None:
        """Also where the product itself has the same one (found by random histories)."""
        online = ecom_family(
            variation(11, "Red"), variation(12, "Blue"), variation(13, "Pink"), sku="SHIRT-PINK"
        )
        pair = shirts(there=online).pos("blue", sku="SHIRT-PINK")
        made = plan(pair)
        assert made.actions == ()
        assert made.assessments[0].status == "needs attention"

    def test_m10_a_familys_own_sku_is_one_that_nobody_has(self) -> None:
        """Numbered where it is taken."""
        pair = shirts().unlinked()
        taken = ecom_product(9, sku="SHIRT-RED-FAMILY")
        made = plan(pair, online={9: taken})
        step = made.actions[0].steps[0]
        assert isinstance(step, CreateProduct)
        assert step.values["sku"] == "SHIRT-RED-FAMILY-2"


class TestR19:
    """What the shop's plan can hold."""

    def limited(self, limit: int | None) -> Plan:
        """One product there, two to be created."""
        a, b, c = several("a", "b", "c")
        return plan(a, b.unlinked(), c.unlinked(), product_limit=limit)

    @pytest.mark.parametrize(
        ("limit", "created"), [(None, 2), (3, 2), (2, 1), (1, 0), (0, 0)], ids=repr
    )
    def test_r19_creates_beyond_the_plans_limit_need_attention(
        self, limit: int | None, created: int
    ) -> None:
        """With the reason; the others go on."""
        made = self.limited(limit)
        assert len(made.actions) == created
        blocked = [found for found in made.assessments if found.status == "needs attention"]
        assert len(blocked) == 2 - created
        assert all("full" in found.reasons[0] for found in blocked)


def test_r10_another_selection_of_outlets_recomputes_every_product() -> None:
    """At the next sync."""
    now = situation(
        levels={"a": {"main street": dec("5"), "mall": dec("2")}, "b": {"mall": dec("1")}},
        choices=choices(outlets=frozenset({"main street", "mall"})),
    )
    a, b = (replace(pair, situation=now) for pair in several("a", "b"))
    made = plan(a, b.ecom(quantity=0))
    assert {c.after for action in made.actions for c in action.changes} == {7, 1}


def test_r8_a_flag_concerns_its_own_product() -> None:
    """Ticked many at once, each by its key."""
    a, b = several("a", "b")
    off = choices(flags={"a": "off"})
    made = plan(*(pair.when(choices=off) for pair in (a, b)))
    assert outcome(made) == [("hide", "a")]


def test_assessments_come_in_a_stable_order() -> None:
    """POS products as they are listed, then what is only online."""
    pair = mug()
    products: dict[str, PosProduct] = {"p1": pair.product, "shirt": shirts().product}
    catalogue = Catalogue(
        products, {7: ecom_product(7), 1: ecom_product(1)}, {"p1": Link(1, shown=True)}, {}
    )
    now: Situation = pair.situation
    found = assess_all(catalogue, now)
    assert [(a.key, a.status == "only online") for a in found] == [
        ("p1", False),
        ("shirt", False),
        ("", True),
    ]


def test_m7_a_product_in_flight_is_left_alone() -> None:
    """Until it is known what became of the last write."""
    syncing = frozenset({"p1"})
    assert plan(mug().pos(name="Cup").when(in_flight=syncing)).actions == ()
    assert plan(mug().unlinked().when(in_flight=syncing)).actions == ()
