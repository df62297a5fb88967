"""The preview of a plan: groups by risk, values in words, and what the guard holds back."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.domain.actions import Action
from app.domain.pairing import Link
from app.domain.product import CategoryRef, EcomProduct
from app.domain.situation import Situation
from app.facts.making_preview import (
    GROUP_ORDER,
    HELD,
    approved_keys,
    costs_of,
    left_out_of,
    with_cost,
)
from app.facts.preview import GroupKind, LineValue, PreviewFacts
from app.facts.preview_ticks import with_answer, with_ticks
from tests.domain.builders import (
    BACK,
    FRONT,
    Pair,
    choices,
    dec,
    levels,
    member,
    mug,
    plan,
    shirts,
    variation,
)
from tests.domain.strategies import stores
from tests.domain.syncing import Stores, join
from tests.facts.previews import by_group, only_line, preview_of, reason, shown

GIFTS = CategoryRef("c-gifts", "Gifts")


def dearer(pair: Pair, price: str = "24.20") -> Pair:
    """The POS asks another price."""
    return pair.pos(price_including_tax=dec(price))


def many(count: int, change: Callable[[Pair], Pair]) -> list[Pair]:
    """So many mugs, each changed in the same way."""
    stock = levels(**{f"p{at}": 5 for at in range(count)})
    made = [mug(f"p{at}", at + 1, f"MUG-{at}", name=f"Mug {at:02}") for at in range(count)]
    return [
        change(pair.ecom(name=f"Mug {at:02}").settle().when(levels=stock))
        for at, pair in enumerate(made)
    ]


# Values


@pytest.mark.parametrize(
    ("pair", "field", "before", "after", "note"),
    [
        (dearer(mug()), "price", dec("12.10"), dec("24.20"), ""),
        (mug().pos(name="Cup"), "name", "Mug", "Cup", ""),
        (mug().pos(brand=""), "brand", "Acme", None, ""),
        (mug().pos(description="digest-2"), "description", "A mug", "A large mug", ""),
        (mug().pos(description="digest-3"), "description", "A mug", "A mug", "formatting"),
        (mug().pos(description="digest-9"), "description", "A mug", "?", ""),
        (mug().pos(description=""), "description", "A mug", None, ""),
        (mug().pos(category=(GIFTS,)), "category", ("Mugs",), ("Gifts",), ""),
        (mug().pos(images=(FRONT, BACK)), "images", 1, 2, ""),
        (mug().pos(images=(BACK,)), "images", 1, 1, "other pictures"),
        (mug().pos(weight=None), "weight", dec("0.5"), dec("0"), ""),
        (mug().pos(dimensions=None), "dimensions", ("10", "8", "9"), ("", "", ""), ""),
        (mug().when(levels=levels(p1=0)), "stock", 5, 0, "sold out"),
        (mug().when(levels=levels(p1=3)), "stock", 5, 3, ""),
        (mug().ecom(quantity=0), "stock", 0, 5, "back in stock"),
        (mug().pos(tracked=False), "stock", 5, "unlimited", ""),
    ],
)
def test_a_field_is_shown_in_words(
    pair: Pair, field: str, before: LineValue, after: LineValue, note: str
) -> None:
    """Old and new are what a shopkeeper reads: no ids, no digests, no markup."""
    line = only_line(preview_of(pair, reasons=()))
    assert line.id == ("p1", "", field)
    assert (line.before, line.after, line.note) == (before, after, note)
    assert not line.whole


def test_a_renamed_category_is_told_by_its_names() -> None:
    """It hangs on one product, and says that it is about the category."""
    world = mug().plan()
    change = replace(dearer(mug()).acted().changes[0], field="category", before=("Mugs",))
    action = replace(dearer(mug()).acted(), changes=(replace(change, after=("Cups",)),))
    line = only_line(shown(replace(world, actions=(action,)), mug().situation))
    assert (line.before, line.after, line.note) == (("Mugs",), ("Cups",), "renamed category")


def test_a_path_of_categories_is_one_name() -> None:
    """The POS's path reads from the top."""
    pair = mug().pos(category=(CategoryRef("c-kitchen", "Kitchen"), GIFTS))
    assert only_line(preview_of(pair)).after == ("Kitchen / Gifts",)


def test_a_line_tells_its_product_and_picture() -> None:
    """Name, SKU and the record whose picture stands for it."""
    line = only_line(preview_of(dearer(mug(), "13.00")))
    assert (line.name, line.sku, line.picture, line.variant_name) == ("Mug", "MUG", "p1", "")
    assert line.move == pytest.approx(0.9 / 12.1)


def test_a_line_of_a_variant_tells_which() -> None:
    """By its option values and its own SKU."""
    line = only_line(preview_of(shirts().pos("blue", barcode="99"), reasons=()))
    assert line.id == ("shirt", "blue", "barcode")
    assert (line.name, line.variant_name, line.sku) == ("Shirt", "Blue", "SHIRT-BLUE")


def test_a_picture_online_stands_for_a_product_without_one_in_the_pos() -> None:
    """Better than none."""
    pair = mug().settings(fields__images__sync=False).pos(images=(), brand="Other")
    assert only_line(preview_of(pair)).picture == "ecom:1"


# Whole products


def test_a_create_is_one_line_that_says_what_it_will_be() -> None:
    """Price and stock stand in the remark."""
    line = only_line(preview_of(mug().unlinked()))
    assert line.id == ("p1", "", "product")
    assert (line.before, line.after, line.note) == (None, "online", "new|12.10|5|")
    assert line.whole


def test_a_created_family_tells_the_lowest_price_and_all_pieces() -> None:
    """And how many variants it has."""
    red, blue = member("shirt", "Red"), member("blue", "Blue", price_including_tax=dec("9.00"))
    line = only_line(preview_of(shirts(red, blue).unlinked()))
    assert line.note == "new|9.00|10|2"


def test_a_family_that_is_not_counted_has_no_end_of_pieces() -> None:
    """One member without counting makes the sum unlimited."""
    red, blue = member("shirt", "Red"), member("blue", "Blue", tracked=False)
    assert only_line(preview_of(shirts(red, blue).unlinked())).note == "new|12.10|unlimited|2"


def test_what_was_deleted_online_is_created_again() -> None:
    """The remark says so."""
    pair = mug().unlinked().when(lost={"p1": Link(1)})
    assert only_line(preview_of(pair)).note == "deleted online|12.10|5|"


def test_a_removal_is_one_line() -> None:
    """From online to removed, with the reason."""
    line = only_line(preview_of(mug().pos(deleted=True), reasons=()))
    assert line.id == ("p1", "", "product")
    assert (line.before, line.after, line.note) == ("online", "removed", "deleted in POS")
    assert line.whole


@pytest.mark.parametrize(
    ("pair", "note"),
    [
        (mug().pos(active=False), "inactive in POS"),
        (mug().pos(sell_online=False), "off in POS"),
        (mug().when(choices=choices(flags={"p1": "off"})), "kept off"),
        (mug().settings(removal__mode="hide").pos(deleted=True), "deleted in POS"),
    ],
)
def test_a_hidden_product_says_why(pair: Pair, note: str) -> None:
    """One line, from online to hidden."""
    line = only_line(preview_of(pair, reasons=()))
    assert (line.before, line.after, line.note) == ("online", "hidden", note)


def test_a_shown_product_brings_its_changes_along() -> None:
    """The product's own line comes first, fields after it."""
    pair = dearer(mug().ecom(enabled=False), "12.50")
    facts = preview_of(pair, reasons=())
    assert by_group(facts) == {"show": [("", "product"), ("", "price")]}
    line = facts.lines[0]
    assert (line.before, line.after, line.note) == ("hidden", "online", "active in POS")
    assert [line.whole for line in facts.lines] == [True, False]
    assert facts.becomes_visible == 1


def test_a_product_that_was_ticked_says_so() -> None:
    """Shown because the manager wants it."""
    pair = mug().ecom(enabled=False).when(choices=choices(flags={"p1": "on"}))
    assert only_line(preview_of(pair, reasons=())).note == "ticked"


# Variants


def test_a_new_variant_is_one_line() -> None:
    """Everything that comes with it is told in its remark."""
    pair = shirts().of(
        member("shirt", "Red"), member("blue", "Blue"), member("green", "Green", name="Shirt")
    )
    facts = preview_of(pair.when(levels=levels(shirt=5, blue=5, green=7)))
    line = only_line(facts)
    assert line.id == ("shirt", "green", "options")
    assert (line.before, line.after, line.note) == (None, "online", "new|12.10|7|")
    assert line.variant_name == "Green"


def test_a_variant_gone_from_the_pos_is_removed() -> None:
    """Among the removals, though the family lives on."""
    pair = shirts().of(member("shirt", "Red"), member("blue", "Blue", deleted=True))
    facts = preview_of(pair, reasons=())
    assert by_group(facts) == {"delete": [("blue", "options")]}
    line = facts.lines[0]
    assert (line.before, line.after, line.variant_name) == ("online", "removed", "Blue")


def test_other_option_values_are_told_by_name() -> None:
    """Old and new, as the shopper sees them."""
    line = only_line(preview_of(shirts().pos("blue", options=(("Colour", "Navy"),)), reasons=()))
    assert (line.before, line.after) == (("Colour: Blue",), ("Colour: Navy",))


def test_a_member_that_is_inactive_says_why_it_sells_no_more() -> None:
    """Its stock goes to nothing, not by a sale."""
    line = only_line(preview_of(shirts().pos("blue", active=False), reasons=()))
    assert (line.field, line.after, line.note) == ("stock", 0, "inactive in POS")


def test_what_follows_from_others_goes_with_the_whole_product() -> None:
    """A family's own stock can't be left out by itself."""
    facts = preview_of(shirts().ecom(quantity=4).pos(brand="Other"), reasons=())
    whole = {line.field: line.whole for line in facts.lines}
    assert whole == {"stock": True, "brand": False}


# Groups


def test_groups_come_in_order_of_risk() -> None:
    """Removed, hidden, conflicts, put back, updated, shown, created."""
    pairs = [
        mug("p1", 1, "A").unlinked(),
        mug("p2", 2, "B").ecom(enabled=False),
        dearer(mug("p3", 3, "C"), "12.20"),
        mug("p4", 4, "D").ecom(brand="Edited"),
        dearer(mug("p5", 5, "E"), "12.20").ecom(price=dec("9.00")),
        mug("p6", 6, "F").pos(active=False),
        mug("p7", 7, "G").pos(deleted=True),
    ]
    stock = levels(**{f"p{at}": 5 for at in range(1, 8)})
    facts = preview_of(*[pair.when(levels=stock) for pair in pairs], reasons=())
    kinds = [group.kind for group in facts.groups]
    assert kinds == ["delete", "hide", "conflict", "put back", "update", "show", "create"]
    assert [group.products for group in facts.groups] == [1] * 7
    assert facts.total == facts.ticked == 7


def test_lines_of_one_product_lie_in_the_groups_of_their_own_risk() -> None:
    """A conflict about the price, an edit of the brand, and a new name."""
    pair = dearer(mug(), "12.20").ecom(price=dec("9.00"), brand="Edited").pos(name="Cup")
    assert by_group(preview_of(pair)) == {
        "conflict": [("", "price")],
        "put back": [("", "brand")],
        "update": [("", "name")],
    }


def test_the_largest_moves_come_first() -> None:
    """Then by name; the lines of one product stay together, its move first."""
    pairs = [
        dearer(mug("p1", 1, "A", name="Anvil").ecom(name="Anvil").settle(), "12.20"),
        mug("p2", 2, "B", name="Zither").ecom(name="Zither", quantity=15, brand="New").settle(),
        mug("p3", 3, "C", name="Mug").pos(brand="Other"),
        mug("p4", 4, "D", name="Board").ecom(name="Board").settle().pos(brand="Other"),
    ]
    pairs[1] = pairs[1].pos(brand="Newer")
    stock = levels(p1=5, p2=5, p3=5, p4=5)
    facts = preview_of(*[pair.when(levels=stock) for pair in pairs], reasons=())
    (group,) = [each for each in facts.groups if each.kind == "update"]
    told = [(line.name, line.field) for line in group.lines if line.name != "Zither"]
    assert told == [("Anvil", "price"), ("Board", "brand"), ("Mug", "brand")]
    assert [line.field for line in group.lines if line.name == "Zither"][:1] == ["stock"]
    assert group.lines[0].name == "Zither"


def test_the_variant_that_moves_most_comes_first_of_its_family() -> None:
    """What concerns all variants comes after it."""
    pair = shirts().pos("shirt", brand="Other").when(levels=levels(shirt=4, blue=1))
    facts = preview_of(pair, reasons=())
    told = {"update": [("blue", "stock"), ("shirt", "stock"), ("", "brand")]}
    assert by_group(facts) == told


# The guard


def test_large_price_moves_are_held_back() -> None:
    """They stand on top, begin unticked, and the rest of the product does not wait."""
    pairs = many(12, lambda pair: dearer(pair, "1210.00").pos(brand="Other"))
    facts = preview_of(*pairs)
    assert [group.kind for group in facts.groups] == ["held price", "update"]
    held, rest = facts.groups
    assert {line.field for line in held.lines} == {"price"}
    assert {line.field for line in rest.lines} == {"brand"}
    assert facts.left_out == {line.id for line in held.lines}
    (objection,) = facts.reasons
    assert (objection.kind, objection.count, objection.of) == ("price", 12, 12)
    assert [line.name for line in objection.examples] == [f"Mug {at:02}" for at in range(5)]
    assert (facts.total, facts.ticked) == (12, 12)


def test_small_price_moves_of_a_family_do_not_wait_for_large_ones() -> None:
    """But what the family shows as its price does."""
    pair = shirts().pos("shirt", price_including_tax=dec("121.00"))
    pair = pair.pos("blue", price_including_tax=dec("12.90"))
    facts = preview_of(pair, reasons=[reason("price")])
    assert by_group(facts) == {
        "held price": [("shirt", "price"), ("", "price")],
        "update": [("blue", "price")],
    }


@pytest.mark.parametrize(
    ("kind", "pair", "held", "rest"),
    [
        ("delete", mug().pos(deleted=True), [("", "product")], {}),
        ("hide", mug().pos(active=False), [("", "product")], {}),
        (
            "zero",
            mug().when(levels=levels(p1=0)).pos(brand="Other"),
            [("", "stock")],
            {"update": [("", "brand")]},
        ),
        (
            "show",
            dearer(mug().ecom(enabled=False), "12.20"),
            [("", "product"), ("", "price")],
            {},
        ),
        (
            "delete",
            shirts().of(
                member("shirt", "Red", brand="Other"), member("blue", "Blue", deleted=True)
            ),
            [("blue", "options")],
            {"update": [("", "brand")]},
        ),
    ],
)
def test_what_the_guard_objects_to_is_held_back(
    kind: str, pair: Pair, held: list[tuple[str, str]], rest: dict[GroupKind, object]
) -> None:
    """Only the lines it is about."""
    facts = preview_of(pair, reasons=[reason(kind)])
    expected: dict[str, object] = {f"held {kind}": held}
    expected.update({str(group): told for group, told in rest.items()})
    assert by_group(facts) == expected
    assert {line[1:] for line in facts.left_out} == set(held)


def test_a_sold_out_family_keeps_what_follows_out_of_the_question() -> None:
    """Its own stock follows the variants; holding it would hold the whole product."""
    pair = shirts().ecom(quantity=4).when(levels=levels(shirt=0, blue=0))
    facts = preview_of(pair, reasons=[reason("zero")])
    assert by_group(facts)["held zero"] == [("shirt", "stock"), ("blue", "stock")]


def test_nothing_is_held_back_without_an_objection() -> None:
    """A large move alone is no reason."""
    facts = preview_of(dearer(mug()), reasons=())
    assert by_group(facts) == {"update": [("", "price")]}
    assert facts.left_out == frozenset()


def test_the_question_before_every_sync_holds_nothing_back() -> None:
    """It is about the sync, not about products."""
    facts = preview_of(dearer(mug()), reasons=[reason("first")])
    assert facts.reasons == ()
    assert facts.ticked == 1


# The first sync


def test_the_first_sync_tells_what_it_would_replace() -> None:
    """Per field, where something else stands online."""
    pairs = [
        mug("p1", 1, "A").ecom(description="digest-2", brand="").first_met(),
        mug("p2", 2, "B").ecom(description="digest-9", price=dec("1.00")).first_met(),
    ]
    stock = levels(p1=5, p2=5)
    facts = preview_of(*[pair.when(levels=stock) for pair in pairs], first=True, reasons=())
    told = [(link.field, link.count, link.kept) for link in facts.first_links]
    assert told == [("description", 2, False), ("price", 1, False)]
    assert {line.note for line in facts.lines if line.field == "description"} == {"first link"}


def test_what_is_kept_online_is_still_told() -> None:
    """So that the choice can be taken back."""
    pair = mug().ecom(description="digest-2").first_met()
    facts = preview_of(pair.settings(first_link__keep=["description"]), first=True)
    assert [(x.field, x.count, x.kept) for x in facts.first_links] == [("description", 1, True)]
    assert facts.lines == ()


def test_later_syncs_say_nothing_of_first_links() -> None:
    """The question is asked once."""
    facts = preview_of(mug().ecom(description="digest-2").first_met())
    assert facts.first_links == ()


# Consent


def test_leaving_the_whole_out_leaves_all_of_a_product_out() -> None:
    """A product that is not shown gets no new price either; ticked again, all of it goes."""
    facts = preview_of(dearer(mug().ecom(enabled=False), "12.20"), reasons=())
    without = with_ticks(facts, [("p1", "", "product")], False)
    assert without.ticked == 0
    assert with_ticks(without, [("p1", "", "product")], True).left_out == frozenset()
    assert with_ticks(without, [("p1", "", "price")], True).left_out == frozenset()


def test_one_field_can_be_left_out_of_a_product_that_is_shown() -> None:
    """The rest goes."""
    facts = preview_of(dearer(mug().ecom(enabled=False), "12.20"), reasons=())
    without = with_ticks(facts, [("p1", "", "price")], False)
    assert left_out_of(without) == {"p1": frozenset({("", "price")})}
    assert approved_keys(without) == {"p1"}


def test_what_only_follows_is_left_out_with_the_rest() -> None:
    """A family's own stock alone is no reason to touch the product."""
    facts = preview_of(shirts().ecom(quantity=4).pos(brand="Other"), reasons=())
    without = with_ticks(facts, [("shirt", "", "brand")], False)
    assert approved_keys(without) == frozenset()
    assert with_ticks(without, [("shirt", "", "brand")], True).left_out == frozenset()


def test_a_product_without_any_tick_is_not_approved() -> None:
    """Nor does anything of it stand among what is left out."""
    facts = with_ticks(preview_of(mug().pos(brand="X")), [("p1", "", "brand")], False)
    assert (approved_keys(facts), left_out_of(facts)) == (frozenset(), {})


def test_including_prices_ticks_them() -> None:
    """And changing one's mind unticks them again."""
    facts = preview_of(*many(12, lambda pair: dearer(pair, "1210.00")))
    included = with_answer(facts, "price", True)
    assert included.left_out == frozenset()
    assert included.answered == (("price", True),)
    back = with_answer(included, "price", False)
    assert back.left_out == facts.left_out
    assert back.answered == (("price", False),)


def test_including_prices_does_not_show_what_is_held_back_as_well() -> None:
    """Each objection is answered by itself, in any order."""
    pairs = many(3, lambda pair: dearer(pair.ecom(enabled=False), "1210.00"))
    facts = preview_of(*pairs, reasons=[reason("price", 3, 3), reason("show", 3, 3)])
    assert [group.kind for group in facts.groups] == ["held price", "held show"]
    priced = with_answer(facts, "price", True)
    assert priced.ticked == 0
    assert with_answer(priced, "show", True).left_out == frozenset()
    shown_first = with_answer(facts, "show", True)
    assert {line.field for line in shown_first.lines if line.id in shown_first.left_out} == {
        "price"
    }


def test_the_cost_is_that_of_what_is_ticked() -> None:
    """Requests and time follow the ticks."""
    made = plan(mug("p1", 1, "A").pos(brand="X"), mug("p2", 2, "B").pos(brand="X"))
    facts = shown(
        made, mug("p1", 1, "A").when(levels=levels(p1=5, p2=5)).situation, seconds_a_write=0.5
    )
    costs = costs_of(made.actions)
    assert (facts.writes, facts.seconds) == (sum(costs.values()), sum(costs.values()) / 2)
    left = [line.id for line in facts.lines if line.key == "p1"]
    less = with_cost(with_ticks(facts, left, False), costs, 0.5)
    assert less.writes == costs["p2"]


# Properties


histories = settings(
    max_examples=120,
    derandomize=True,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
chance = st.randoms(use_true_random=False)


def random_preview(made: Stores, rng: Random) -> tuple[PreviewFacts, Situation]:
    """A preview of a history, with objections drawn at random."""
    world = join(made)
    objected = [reason(kind) for kind in HELD if rng.random() < 0.4]
    return shown(world.plan(), world.situation, reasons=objected), world.situation


def ticked_at_random(facts: PreviewFacts, rng: Random) -> PreviewFacts:
    """Some clicks on lines and on the guard's answers."""
    for _ in range(rng.randint(0, 6)):
        if facts.lines and rng.random() < 0.7:
            some = [line.id for line in facts.lines if rng.random() < 0.4]
            facts = with_ticks(facts, some, rng.random() < 0.4)
        elif facts.reasons:
            facts = with_answer(facts, rng.choice(facts.reasons).kind, rng.random() < 0.5)
    return facts


@histories
@given(stores(), chance)
def test_every_action_is_told_and_no_line_twice(made: Stores, rng: Random) -> None:
    """Each action that writes has lines, in groups in their order."""
    facts, _ = random_preview(made, rng)
    ids = [line.id for line in facts.lines]
    assert len(ids) == len(set(ids))
    assert {key for key, _, _ in ids} == {action.key for action in join(made).plan().actions}
    kinds = [group.kind for group in facts.groups]
    assert kinds == sorted(kinds, key=GROUP_ORDER.index)


@histories
@given(stores(), chance)
def test_what_is_held_back_begins_unticked(made: Stores, rng: Random) -> None:
    """And nothing else but what can't go without it."""
    facts, _ = random_preview(made, rng)
    held = {line.id for g in facts.groups for line in g.lines if g.kind.startswith("held")}
    wholes = {line.key for line in facts.lines if line.id in held and line.whole}
    assert held <= facts.left_out
    for line in facts.lines:
        if line.id in facts.left_out - held:
            assert line.whole or line.key in wholes


@histories
@given(stores(), chance)
def test_ticks_never_part_what_belongs_together(made: Stores, rng: Random) -> None:
    """Whatever is clicked: without the whole nothing of a product is ticked."""
    facts = ticked_at_random(random_preview(made, rng)[0], rng)
    without = {line.key for line in facts.lines if line.whole and line.id in facts.left_out}
    for line in facts.lines:
        assert line.key not in without or line.id in facts.left_out
    assert left_out_of(facts).keys() <= approved_keys(facts)
    assert facts.ticked == len(approved_keys(facts))


@histories
@given(stores(), chance)
def test_exactly_what_is_ticked_is_planned(made: Stores, rng: Random) -> None:
    """The plan of what was said yes to has every ticked line and none that was left out."""
    facts, situation = random_preview(made, rng)
    facts = ticked_at_random(facts, rng)
    part = join(made).plan(approved_keys(facts), left_out_of(facts))
    again = shown(part, situation, reasons=())
    planned = {line.id for line in again.lines}
    ticked = {line.id for line in facts.lines if line.id not in facts.left_out}
    assert planned & facts.left_out == set()
    waiting = part.held_back | part.waiting
    follows = {line.id for line in facts.lines if line.whole and line.field != "product"}
    assert {line for line in ticked - planned - follows if line[0] not in waiting} == set()


def test_a_plan_of_nothing_is_an_empty_preview() -> None:
    """Both sides agree."""
    facts = preview_of(mug())
    assert (facts.groups, facts.total, facts.writes) == ((), 0, 0)


def test_a_variation_sold_without_a_sku_is_told_once() -> None:
    """Its first SKU brings a stock of its own along; both go with the whole product."""
    bare = variation(12, "Blue", sku=None, quantity=None)
    pair = shirts(there=None)
    assert isinstance(pair.there, EcomProduct)
    pair = pair.ecom(variations=(pair.there.variations[0], bare), quantity=5).first_met()
    facts = preview_of(pair, reasons=())
    first = [line for line in facts.lines if line.id == ("shirt", "blue", "sku")]
    assert [line.whole for line in first] == [True]


def test_actions_can_be_fewer_than_planned() -> None:
    """What a run would pass over is not shown."""
    made = plan(mug("p1", 1, "A").pos(brand="X"), mug("p2", 2, "B").pos(brand="X"))
    some: list[Action] = [action for action in made.actions if action.key == "p2"]
    assert {
        line.key for line in shown(replace(made, actions=tuple(some)), mug().situation).lines
    } == {"p2"}
    assert isinstance(some[0].changes[0].before, str | Decimal)
