"""Parts of a plan: which lines can be left out, what goes whole, and what stands in the way."""

from dataclasses import replace

import pytest

from app.domain.actions import Action
from app.domain.catalogue import Catalogue
from app.domain.categories import Rename
from app.domain.leaving_out import LeftOut, Line, separable
from app.domain.pairing import MISSING, Base
from app.domain.planning import Plan, assess_one, make_plan
from app.domain.product import PosCategory
from app.domain.steps import CreateCategory, DeleteVariation, PutOptions, RenameCategory
from tests.domain.builders import (
    MUGS,
    Pair,
    body,
    dec,
    kinds,
    levels,
    member,
    mug,
    shirts,
    situation,
)


def part(
    *pairs: Pair,
    only: frozenset[str] | None = None,
    left_out: LeftOut | None = None,
    renames: tuple[Rename, ...] = (),
    limit: int | None = None,
) -> Plan:
    """A part of the plan for several pairs."""
    catalogue = Catalogue(
        {pair.product.key: pair.product for pair in pairs},
        {pair.there.id: pair.there for pair in pairs if pair.there is not None},
        {pair.product.key: pair.link for pair in pairs if pair.link is not None},
        {pair.product.key: pair.base for pair in pairs if pair.base is not None},
        {"c-mugs": PosCategory("c-mugs", "Mugs", None), "new": PosCategory("new", "New", None)},
        renames,
        limit,
    )
    return make_plan(catalogue, pairs[0].situation, lambda _: None, only, left_out or {})


def without(pair: Pair, *lines: Line) -> Action | None:
    """The action that is left of a product's without these lines."""
    made = part(pair, left_out={pair.product.key: frozenset(lines)})
    return made.actions[0] if made.actions else None


def lines(action: Action | None) -> set[Line]:
    """The lines of an action."""
    changes = action.changes if action is not None else ()
    return {(c.variant.pos_id if c.variant else "", c.field) for c in changes}


MUG = mug().pos(name="Cup", price_including_tax=dec("14.00")).when(levels=levels(p1=2))
SHIRTS = (
    shirts()
    .pos("blue", price_including_tax=dec("15.00"), barcode="999")
    .when(levels=levels(shirt=4, blue=4))
)
CASES = [
    pytest.param(MUG, ("", "name"), id="field"),
    pytest.param(MUG, ("", "price"), id="price"),
    pytest.param(MUG, ("", "stock"), id="stock"),
    pytest.param(MUG.ecom(enabled=False), ("", "enabled"), id="shown"),
    pytest.param(MUG.pos(images=()), ("", "images"), id="pictures"),
    pytest.param(MUG.pos(category=()), ("", "category"), id="category"),
    pytest.param(SHIRTS, ("blue", "price"), id="price-of-variant"),
    pytest.param(SHIRTS, ("blue", "barcode"), id="barcode-of-variant"),
    pytest.param(SHIRTS, ("shirt", "stock"), id="stock-of-variant"),
    pytest.param(SHIRTS.pos("blue", sku="S-B"), ("blue", "sku"), id="sku-of-variant"),
]


@pytest.mark.parametrize(("pair", "line"), CASES)
def test_one_line_is_left_out_and_all_others_stay(pair: Pair, line: Line) -> None:
    """The rest of the action is what it was; the line alone is no more than what waits."""
    whole = pair.acted()
    assert line in lines(whole)
    assert lines(without(pair, line)) == lines(whole) - {line}
    others = lines(whole) - {line}
    assert lines(without(pair, *others)) == {line}


@pytest.mark.parametrize(("pair", "line"), CASES)
def test_without_all_its_lines_there_is_no_action(pair: Pair, line: Line) -> None:
    """And the product counts as one that has something waiting."""
    found = pair.assess()
    every = separable(found, pair.situation)
    assert line in every
    made = part(pair, left_out={found.key: every})
    assert made.actions == ()
    assert made.waiting == {found.key}
    assert made.assessments == (found,)


def test_shown_again_later_the_rest_is_an_update_of_what_is_hidden() -> None:
    """Without *enabled* nothing becomes visible."""
    action = without(mug().pos(name="Cup").ecom(enabled=False), ("", "enabled"))
    assert action is not None
    assert (action.kind, body(action)) == ("update", {"name": "Cup"})


def test_a_line_left_out_moves_no_base() -> None:
    """What waited waits on; what both sides agree on is settled all the same."""
    pair = mug().pos(name="Cup", brand="Bolt").ecom(brand="Bolt")
    made = part(pair, left_out={"p1": frozenset({("", "name")})})
    assert made.actions == ()
    base = made.settled["p1"]
    assert isinstance(base, Base)
    assert "Cup" not in base.product.pos
    assert "Bolt" in base.product.pos
    assert MISSING not in base.product.pos


def green() -> Pair:
    """The family of shirts with a third one that is not online yet."""
    pair = shirts()
    records = (*pair.product.members, member("green", "Green"), member("pink", "Pink"))
    return pair.of(*records).when(levels=levels(shirt=5, blue=5, green=1, pink=1))


def test_a_new_variation_goes_whole_with_its_options() -> None:
    """With it the option value that only it needs; another new one stays."""
    action = without(green(), ("green", "options"))
    assert not any(line[0] == "green" for line in lines(action))
    assert ("pink", "options") in lines(action)
    (added,) = [s.add for s in action.steps if isinstance(s, PutOptions)] if action else []
    assert added == (("Colour", ("Pink",)),)


def test_single_fields_of_a_new_variation_stay() -> None:
    """It would not be whole without them."""
    assert without(green(), ("green", "price"), ("green", "sku")) == green().acted()


def test_a_variation_that_is_left_keeps_its_option_value() -> None:
    """Its record is gone, but as long as it stands its value must not be dropped."""
    pair = shirts().of(member("shirt", "Red"), member("blue", "Blue", deleted=True))
    whole = pair.pos(name="Blouse").acted()
    assert any(isinstance(step, DeleteVariation) for step in whole.steps)
    action = without(pair.pos(name="Blouse"), ("blue", "options"))
    assert kinds(action) == ["PutProduct"]


def test_a_variation_whose_options_are_left_keeps_its_value() -> None:
    """The new value is not added, the old one not dropped."""
    pair = shirts().pos("blue", options=(("Colour", "Azure"),), barcode="999")
    assert "PutOptions" in kinds(pair.acted())
    assert lines(without(pair, ("blue", "options"))) == {("blue", "barcode")}
    assert kinds(without(pair, ("blue", "options"))) == ["PutVariation"]


def test_creates_and_deletions_go_whole() -> None:
    """Nothing of them can be left out by itself."""
    created = mug().unlinked()
    assert without(created, ("", "price"), ("", "enabled")) == created.acted()
    deleted = mug().pos(deleted=True)
    assert without(deleted, ("", "enabled")) == deleted.acted()


def test_a_product_that_becomes_a_family_goes_whole() -> None:
    """Half of it would take the old product's stock away and give nobody another."""
    single = mug("shirt", 2, "SHIRT-RED").pos(has_variants=True, family_key="shirt")
    pair = single.of(member("shirt", "Red"), member("blue", "Blue"))
    pair = pair.when(levels=levels(shirt=5, blue=5))
    assert without(pair, ("shirt", "options"), ("blue", "options")) == pair.acted()


def test_a_familys_own_stock_and_option_list_follow_its_lines() -> None:
    """They can't be ticked by themselves."""
    pair = green().ecom(quantity=3)
    action = pair.acted()
    follow = {("", "stock"), ("", "options")}
    assert follow <= lines(action)
    assert not follow & separable(pair.assess(), pair.situation)
    assert without(pair, *follow) == action


def test_the_first_sku_of_a_variation_goes_with_the_rest() -> None:
    """It decides whose stock is whose."""
    pair = shirts().ecom_variation(12, sku=None, quantity=None).pos("blue", sku="S-B")
    assert ("blue", "sku") in lines(pair.acted())
    assert ("blue", "sku") not in separable(pair.assess(), pair.situation)


def test_what_is_switched_to_zero_in_part_is_not_sold_out() -> None:
    """The guard counts what would really be left (RULES M13)."""
    pair = shirts().when(levels=levels(shirt=0, blue=0))
    assert part(pair).sold_out == {"shirt"}
    assert part(pair, left_out={"shirt": frozenset({("blue", "stock")})}).sold_out == frozenset()


def two_mugs() -> tuple[Pair, Pair]:
    """Mugs in step in one situation."""
    now = situation(levels=levels(a=5, b=5))
    one, other = mug("a", 1, "MUG-A"), mug("b", 2, "MUG-B")
    return replace(one, situation=now), replace(other, situation=now)


A_SKU = frozenset({("", "sku")})


@pytest.mark.parametrize(
    ("only", "left_out"),
    [(frozenset({"b"}), {}), (None, {"a": A_SKU})],
    ids=["not-among-them", "line-left-out"],
)
def test_a_product_waits_while_another_one_keeps_the_sku_it_takes(
    only: frozenset[str] | None, left_out: LeftOut
) -> None:
    """Two of one SKU online must not come of half a plan (R14)."""
    a, b = two_mugs()
    pairs = a.pos(sku="MUG-C"), b.pos(sku="MUG-A")
    assert {action.key for action in part(*pairs).actions} == {"a", "b"}
    made = part(*pairs, only=only, left_out=left_out)
    assert made.actions == ()
    assert made.held_back == {"b"}
    assert made.waiting == {"a", "b"}
    assert [found.status for found in made.assessments] == ["update waiting"] * 2


def test_a_variation_waits_while_another_one_of_its_product_keeps_the_sku() -> None:
    """Also where the product's own SKU is the same (found by random histories)."""
    pair = shirts().of(member("shirt", "Red", sku="SHIRT-BLUE"), member("x", "Blue", deleted=True))
    pair = pair.linked(variations={"shirt": 11, "x": 12}).ecom(sku="SHIRT-BLUE")
    made = part(pair, left_out={"shirt": frozenset({("x", "options")})})
    assert part(pair).actions
    assert made.actions == ()
    assert made.held_back == {"shirt"}


def test_what_needs_attention_in_the_whole_gets_no_action_in_a_part() -> None:
    """Two that would take the same SKU stay blocked, whoever is asked for alone."""
    a, b = two_mugs()
    pairs = a.pos(sku="MUG-C"), b.pos(sku="MUG-C")
    assert part(*pairs, only=frozenset({"b"})).actions == ()


def test_the_plans_limit_counts_only_what_is_created() -> None:
    """Room that others would have taken is free in their absence (R19)."""
    a, b = (pair.unlinked() for pair in two_mugs())
    assert [action.key for action in part(a, b, limit=1).actions] == ["a"]
    assert [a.key for a in part(a, b, limit=1, only=frozenset({"b"})).actions] == ["b"]


RENAMED = (Rename("c-mugs", 51, "Mugs", "Cups"),)


def test_a_category_is_created_by_the_first_that_is_really_written() -> None:
    """Not by one that is left out."""
    a, b = (pair.pos(category=(replace(MUGS, id="new", name="New"),)) for pair in two_mugs())
    for made in (
        part(a, b, only=frozenset({"b"})),
        part(a, b, left_out={"a": frozenset({("", "category")})}),
    ):
        (action,) = made.actions
        assert action.key == "b"
        assert isinstance(action.steps[0], CreateCategory)


def test_a_rename_stays_with_the_product_it_was_shown_with() -> None:
    """Left out there, nobody else takes it over; ticked there, it is done alone if need be."""
    a, b = two_mugs()
    pairs = a.pos(name="Cup"), b.pos(name="Dish")
    assert "RenameCategory" in kinds(part(*pairs, renames=RENAMED).actions[0])
    for made in (
        part(*pairs, renames=RENAMED, only=frozenset({"b"})),
        part(*pairs, renames=RENAMED, left_out={"a": frozenset({("", "category")})}),
    ):
        assert not any(isinstance(s, RenameCategory) for a in made.actions for s in a.steps)
    made = part(*pairs, renames=RENAMED, left_out={"a": frozenset({("", "name")})})
    assert [(a.key, kinds(a)) for a in made.actions] == [
        ("b", ["PutProduct"]),
        ("a", ["RenameCategory"]),
    ]


def alone(pair: Pair) -> Catalogue:
    """A catalogue of one product."""
    key = pair.product.key
    return Catalogue(
        {key: pair.product},
        {pair.there.id: pair.there} if pair.there else {},
        {key: pair.link} if pair.link else {},
        {key: pair.base} if pair.base else {},
    )


class TestOneProduct:
    """The assessment of one product alone."""

    def test_it_is_what_the_whole_says_of_it(self) -> None:
        """With its link, its base and its situation."""
        for pair in (MUG, SHIRTS, mug().pos(name="Cup").first_met(), mug().unlinked()):
            found = assess_one(pair.product.key, alone(pair), pair.situation)
            assert found == part(pair).assessments[0]

    def test_without_a_pair_there_is_none(self) -> None:
        """Unknown keys, and what is deleted on both sides."""
        gone = mug().pos(deleted=True).unlinked()
        assert assess_one("p1", alone(gone), gone.situation) is None
        assert assess_one("p2", alone(gone), gone.situation) is None

    def test_deleted_in_the_pos_it_is_to_be_removed(self) -> None:
        """As long as it stands online."""
        gone = mug().pos(deleted=True)
        found = assess_one("p1", alone(gone), gone.situation)
        assert found is not None
        assert found.status == "to be removed"
