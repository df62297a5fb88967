"""The product panel's facts: every field side by side, the stock explained, pictures, history."""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from app.domain.assessing import assess_only_online
from app.domain.fields import FIELDS
from app.domain.pairing import OurPicture
from app.domain.product import CategoryRef, EcomCategory, Outlet, Weight
from app.facts.extras import EcomExtras, Extra, PictureAddress, PosExtras
from app.facts.joined_lines import EACH_ITS_OWN
from app.facts.making_product import Surroundings, make_product
from app.facts.making_rows import make_row
from app.facts.product import FieldLine, HeldOrder, PastChange, ProductFacts, StockStory
from app.facts.product_words import ProductWords
from app.facts.row_values import Ground
from app.facts.stock_stories import Premises
from app.sync.storage_ports import Hold
from tests.domain.builders import (
    BACK,
    FRONT,
    MUGS,
    OUTLET,
    Pair,
    choices,
    dec,
    ecom_family,
    ecom_product,
    levels,
    member,
    mug,
    pos_record,
    shirts,
    variation,
)

TEXTS = {
    "digest-1": "<p>A mug for tea.</p>",
    "digest-2": "<p>A mug for <b>coffee</b>.</p>",
    "digest-3": "<div>A mug for tea.</div>",
}
CATEGORIES = {
    50: EcomCategory(50, "Kitchen", None),
    51: EcomCategory(51, "Mugs", 50),
    52: EcomCategory(52, "Gifts", None),
}
WORDS = ProductWords(TEXTS.get, CATEGORIES)
MARKET = Outlet("market", "Market")
SHOP = Outlet(OUTLET, "Main Street")


def facts_of(pair: Pair, **around: Any) -> ProductFacts:
    """The facts of a pair as it stands."""
    found = pair.assess()
    row = make_row(found, Ground(pair.situation, {}), goes=False)
    return make_product(found, row, pair.situation, Surroundings(WORDS, **around))


def line_of(facts: ProductFacts, field: str, variant: str = "") -> FieldLine:
    """The one line of a field."""
    (found,) = (one for one in facts.lines if one.field == field and one.variant == variant)
    return found


def said(pair: Pair, field: str, variant: str = "") -> tuple[str, object, object, str]:
    """State, both values and the note of a field."""
    line = line_of(facts_of(pair), field, variant)
    return line.state, line.pos, line.online, line.note


def story_of(pair: Pair, *holds: Hold, variant: int = 0) -> StockStory:
    """The stock story of a record, with two outlets."""
    premises = Premises((SHOP, MARKET), OUTLET, holds)
    return facts_of(pair, premises=premises).stocks[variant]


# Fields of a product without variants


def test_every_field_of_the_table_has_one_line_and_agrees() -> None:
    """A product in step: all fields but the options that only families have, in the order."""
    facts = facts_of(mug())
    assert [line.field for line in facts.lines] == [
        field.name for field in FIELDS if field.name != "options"
    ]
    assert {line.state for line in facts.lines} == {"same"}
    assert all(line.equal for line in facts.lines)
    assert not any(line.keepable for line in facts.lines)


def test_values_are_told_in_words_and_units_of_the_shop() -> None:
    """No digests, no ids, no markup: what a shopkeeper reads."""
    facts = facts_of(mug())
    assert line_of(facts, "description").pos == "A mug for tea."
    assert line_of(facts, "category").pos == ("Mugs",)
    assert line_of(facts, "category").online == ("Kitchen / Mugs",)
    assert line_of(facts, "weight").pos == dec("0.5")
    assert line_of(facts, "dimensions").online == ("10", "8", "9")
    assert line_of(facts, "images").pos == 1
    assert line_of(facts, "stock").pos == 5
    assert line_of(facts, "enabled").pos is True


def test_a_pos_change_goes_online() -> None:
    """The POS's new price against the shop's old one."""
    pair = mug().pos(price_including_tax=dec("14.00"))
    assert said(pair, "price") == ("goes", dec("14.00"), dec("12.10"), "")
    assert not line_of(facts_of(pair), "price").keepable


def test_an_online_edit_is_put_back_and_can_be_kept() -> None:
    """The default of R12, with the way out of it."""
    pair = mug().ecom(name="Cup")
    assert said(pair, "name") == ("put back", "Mug", "Cup", "")
    assert line_of(facts_of(pair), "name").keepable


def test_an_online_edit_kept_by_choice_can_be_put_back() -> None:
    """The choice made on this product is undone on this product."""
    pair = mug().ecom(name="Cup").when(choices=choices(kept={"p1": frozenset({"name"})}))
    assert said(pair, "name") == ("kept", "Mug", "Cup", "")
    assert line_of(facts_of(pair), "name").keepable


def test_an_online_edit_kept_by_a_setting_is_not_put_back_here() -> None:
    """A setting for all products holds; undoing it on one would have no effect."""
    pair = mug().ecom(name="Cup").settings(fields__name__edited_online="keep")
    assert said(pair, "name") == ("kept", "Mug", "Cup", "settings")
    assert not line_of(facts_of(pair), "name").keepable


def test_a_conflict_is_the_pos_value_and_cannot_be_kept() -> None:
    """Both changed: the POS's value is written in any case (RULES M1)."""
    pair = mug().pos(price_including_tax=dec("14")).ecom(price=dec("13"))
    line = line_of(facts_of(pair), "price")
    assert (line.state, line.pos, line.online) == ("conflict", dec("14.00"), dec("13"))
    assert not line.keepable


def test_a_sku_edited_online_cannot_be_kept() -> None:
    """RULES M3 names the fields that may be kept; the SKU is none of them."""
    line = line_of(facts_of(mug().ecom(sku="CUP")), "sku")
    assert (line.state, line.keepable) == ("put back", False)


def test_what_the_shop_reformatted_is_agreed_and_not_the_same() -> None:
    """The base holds two values: settled, though the sides differ (RULES M1, M16)."""
    pair = mug()
    assert pair.base is not None
    edited = pair.ecom(brand="ACME")
    base = pair.base.product
    ecom = tuple("ACME" if value == "Acme" else value for value in base.ecom)
    settled = replace(edited, base=replace(pair.base, product=base._replace(ecom=ecom)))
    assert said(settled, "brand") == ("agreed", "Acme", "ACME", "")


def test_what_was_kept_at_the_first_link_says_so() -> None:
    """The setting of the first sync's question is the reason that the sides differ."""
    pair = mug().ecom(name="Cup").first_met().settings(first_link__keep=["name"])
    assert said(pair, "name") == ("kept", "Mug", "Cup", "first link")
    assert not line_of(facts_of(pair), "name").keepable


def test_a_first_link_goes_online() -> None:
    """Never compared before: the POS value wins where both have one (RULES M9)."""
    pair = mug().ecom(name="Cup").first_met()
    assert said(pair, "name") == ("goes", "Mug", "Cup", "first link")


def test_a_value_that_the_pos_never_had_leaves_the_shops_alone() -> None:
    """A blank that was always blank never erases anything (RULES M12)."""
    pair = mug(brand="").first_met()
    assert said(pair, "brand") == ("blank", None, "Acme", "")


def test_blank_on_both_sides_is_the_same() -> None:
    """Nothing here and nothing there agree."""
    pair = mug(brand="").ecom(brand="").first_met().settle()
    assert said(pair, "brand") == ("same", None, None, "")


def test_a_value_that_is_blank_now_clears_the_shops() -> None:
    """It was there at the last sync and is gone: a change like any other."""
    assert said(mug().pos(brand=""), "brand") == ("goes", None, "Acme", "")


def test_a_field_switched_off_says_so_and_tells_whether_it_agrees() -> None:
    """Off: not compared, both values shown."""
    pair = mug().ecom(name="Cup").settings(fields__name__sync=False)
    assert said(pair, "name") == ("off", "Mug", "Cup", "")
    assert not line_of(facts_of(pair), "name").equal
    other = mug().settings(fields__brand__sync=False)
    assert line_of(facts_of(other), "brand").equal


def test_a_price_that_the_pos_does_not_tell_is_unknown() -> None:
    """Never a zero: the shop's price is left as it is (RULES M8)."""
    pair = mug().pos(price_including_tax=None)
    assert said(pair, "price") == ("unknown", None, dec("12.10"), "")


def test_a_weight_that_the_shop_does_not_keep_is_unknown_with_the_reason() -> None:
    """What is never shipped has no weight there (RULES M16)."""
    pair = mug().ecom(shipping_required=False, weight=None)
    assert said(pair, "weight") == ("unknown", dec("0.5"), None, "not shipped")


def test_an_answer_that_cannot_be_read_is_unknown() -> None:
    """A field that came mistyped is left alone and told apart from a blank."""
    pair = mug().ecom(problems=(("brand", "Its brand can't be read."),))
    assert said(pair, "brand") == ("unknown", "Acme", None, "unreadable")
    assert facts_of(pair).reasons == ("Its brand can't be read.",)


def test_a_description_that_differs_in_markup_alone_says_so() -> None:
    """The words are the same; what is written is the formatting."""
    pair = mug().pos(description="digest-3")
    assert said(pair, "description") == ("goes", "A mug for tea.", "A mug for tea.", "formatting")


def test_descriptions_are_told_as_text_never_as_markup() -> None:
    """Tags of a store reach no screen."""
    state, pos, online, note = said(mug().pos(description="digest-2"), "description")
    assert (state, pos, online, note) == ("goes", "A mug for coffee.", "A mug for tea.", "")


def test_further_categories_online_agree_and_are_told() -> None:
    """Membership is compared: what people assigned online stays (R20)."""
    pair = mug().ecom(category_ids=(51, 52))
    line = line_of(facts_of(pair), "category")
    assert (line.state, line.note) == ("same", "also online")
    assert line.online == ("Gifts", "Kitchen / Mugs")


def test_a_product_that_moved_to_another_category_goes() -> None:
    """Told by the POS's path and the shop's."""
    pair = mug().pos(category=(CategoryRef("c-gifts", "Gifts"),))
    assert said(pair, "category") == ("goes", ("Gifts",), ("Kitchen / Mugs",), "")


def test_a_weight_within_the_tolerance_is_the_same() -> None:
    """Half a unit in the last place is no difference (R17)."""
    pair = mug().pos(weight=Weight(dec("500.2"), "G")).first_met()
    assert said(pair, "weight")[0] == "same"


def test_pictures_we_uploaded_are_the_same() -> None:
    """Our own uploads can be told apart; nothing else can (RULES M9)."""
    assert said(mug(), "images") == ("same", 1, 1, "")


def test_pictures_that_were_there_first_are_agreed() -> None:
    """Adopted at the first link: they stay until the POS's change."""
    pair = mug().linked(pictures=()).ecom(image_ids=("0", "77")).first_met().settle()
    assert said(pair, "images") == ("agreed", 1, 2, "")


def test_pictures_added_online_stay_and_have_no_choice() -> None:
    """R7: while the POS's have not changed they stay."""
    pair = mug().ecom(image_ids=("0", "77"))
    line = line_of(facts_of(pair), "images")
    assert (line.state, line.keepable) == ("kept", False)


def test_other_pictures_of_the_same_number_say_so() -> None:
    """One for one: the count alone would look the same."""
    assert said(mug().pos(images=(BACK,)), "images") == ("goes", 1, 1, "other pictures")


def test_which_pictures_go_and_which_come() -> None:
    """The panel frames what will vanish."""
    pair = mug().ecom(image_ids=("0", "77")).pos(images=(FRONT, BACK))
    facts = facts_of(pair)
    assert facts.vanishing == {"77"}
    assert facts.arriving == {BACK.id}
    other = facts_of(mug().pos(images=(BACK,)))
    assert other.vanishing == {"0"}
    assert other.arriving == {BACK.id}
    assert facts_of(mug()).vanishing == frozenset()


def test_both_sides_pictures_and_extras_come_along() -> None:
    """What each side keeps to itself is shown, and where the pictures are."""
    front = PictureAddress("i-front", "small", "large")
    facts = facts_of(
        mug(),
        pos=PosExtras((Extra("supplier", "Marsh Foundry"),), (front,)),
        online=EcomExtras((Extra("compare_to_price", dec("65")),), (), "https://shop.example/mug"),
        pos_page="https://till.example/p1",
        read_at=77,
    )
    assert facts.pos_extras == (Extra("supplier", "Marsh Foundry"),)
    assert facts.online_extras == (Extra("compare_to_price", dec("65")),)
    assert facts.pos_pictures == (front,)
    assert facts.online_page == "https://shop.example/mug"
    assert facts.pos_page == "https://till.example/p1"
    assert facts.read_at == 77
    assert facts.barcode == "0123456789012"


# Products that are not compared, or stand on one side


def test_a_hidden_product_has_one_field_that_counts() -> None:
    """Only its visibility is compared; everything else is frozen (RULES M1)."""
    pair = mug().pos(active=False, name="Beaker").ecom(enabled=False)
    facts = facts_of(pair)
    assert said(pair, "enabled") == ("same", False, False, "inactive")
    rest = {line.state for line in facts.lines if line.field != "enabled"}
    assert rest == {"frozen"}
    assert not line_of(facts, "name").equal
    assert line_of(facts, "brand").equal


def test_a_product_to_be_hidden_says_why() -> None:
    """It goes from shown to not shown."""
    off = mug().when(choices=choices(flags={"p1": "off"}))
    assert said(off, "enabled") == ("goes", False, True, "kept off")
    by_pos = mug(sell_online=False)
    assert said(by_pos, "enabled") == ("goes", False, True, "off in POS")


def test_a_product_to_be_created_goes_as_a_whole() -> None:
    """The POS's values, nothing online yet."""
    facts = facts_of(mug().unlinked())
    assert {line.state for line in facts.lines} == {"goes"}
    assert {line.online for line in facts.lines} == {None}
    assert line_of(facts, "stock").pos == 5
    assert not facts.linked


def test_a_product_not_sold_stands_alone() -> None:
    """Nothing of it goes anywhere."""
    facts = facts_of(mug(sell_online=False).unlinked())
    assert {line.state for line in facts.lines} == {"alone"}


def test_a_product_deleted_online_says_that_it_is_created_again() -> None:
    """The manager should know that it was there before."""
    pair = mug().unlinked()
    link = mug().link
    assert link is not None
    assert facts_of(pair.when(lost={"p1": link})).deleted_online
    assert not facts_of(pair).deleted_online


def test_a_product_that_needs_attention_is_frozen_with_the_reason() -> None:
    """No request concerns it until it is mended (RULES M8)."""
    pair = mug().pos(price_including_tax=dec("14")).when(problems={"p1": ("Mend it.",)})
    facts = facts_of(pair)
    assert facts.reasons == ("Mend it.",)
    assert line_of(facts, "price").state == "frozen"
    assert not line_of(facts, "price").equal
    assert line_of(facts, "enabled").state == "same"


def test_a_product_that_exists_only_online_is_told_from_there() -> None:
    """Every field the shop has, nothing of the POS."""
    there = ecom_family(product_id=9, description="digest-1", image_ids=("0",))
    found = assess_only_online(there)
    situation = mug().situation
    row = make_row(found, Ground(situation, {}), goes=False)
    facts = make_product(found, row, situation, Surroundings(WORDS))
    assert {line.state for line in facts.lines} == {"alone"}
    assert {line.pos for line in facts.lines} == {None}
    assert line_of(facts, "options").online == ("Colour: Red, Blue",)
    assert line_of(facts, "description").online == "A mug for tea."
    assert line_of(facts, "category").online == ("Kitchen / Mugs",)
    assert facts.stocks == ()


def test_a_product_deleted_in_the_pos_is_told_from_the_shop() -> None:
    """What will be removed is shown as long as it is there."""
    record = pos_record(deleted=True)
    facts = facts_of(mug().of(record))
    assert {line.state for line in facts.lines} == {"alone"}
    assert line_of(facts, "name").online == "Mug"


def test_the_last_failure_is_told() -> None:
    """The error of the last attempt stands at the top of the panel."""
    pair = mug().pos(name="Beaker").when(failures={"p1": "A picture is 24 MB."})
    assert facts_of(pair).failure == "A picture is 24 MB."
    assert facts_of(mug()).failure == ""


def test_a_link_made_by_hand_is_told() -> None:
    """Only where the choice and the link are one and the same."""
    assert facts_of(mug()).linked
    assert not facts_of(mug()).linked_by_hand
    assert facts_of(mug().when(choices=choices(links={"p1": 1}))).linked_by_hand
    assert not facts_of(mug().when(choices=choices(links={"p1": 0}))).linked_by_hand


# Families


def test_what_all_variants_agree_on_is_one_line() -> None:
    """Family-wide lines, and the variants' fields together."""
    facts = facts_of(shirts())
    assert {line.variant for line in facts.lines} == {""}
    assert {line.state for line in facts.lines} == {"same"}
    weight = line_of(facts, "weight")
    assert (weight.pos, weight.variants) == (dec("0.5"), 2)
    sku = line_of(facts, "sku")
    assert (sku.pos, sku.online, sku.variants) == (EACH_ITS_OWN, EACH_ITS_OWN, 2)
    assert line_of(facts, "options").pos == ("Colour: Red, Blue",)
    stock = line_of(facts, "stock")
    assert (stock.pos, stock.online, stock.variants) == (10, 10, 2)
    assert line_of(facts, "price").pos == dec("12.10")


def test_what_differs_is_told_variant_by_variant() -> None:
    """The blue shirt's stock and price; the red one stays quiet."""
    pair = shirts().pos("blue", price_including_tax=dec("15")).when(levels=levels(shirt=5, blue=2))
    facts = facts_of(pair)
    own = {line.field: line for line in facts.lines if line.variant == "blue"}
    assert own["price"].pos == dec("15.00")
    assert own["price"].variant_name == "Blue"
    assert (own["stock"].pos, own["stock"].online) == (2, 5)
    assert not [line for line in facts.lines if line.variant == "shirt"]


def test_a_familys_own_price_is_told_where_it_changes() -> None:
    """It follows the lowest of its variants."""
    pair = shirts()
    for record in ("shirt", "blue"):
        pair = pair.pos(record, price_including_tax=dec("9"))
    lowest = line_of(facts_of(pair), "price")
    assert (lowest.state, lowest.note) == ("goes", "lowest")


def test_a_new_variant_and_one_that_is_gone_are_lines_of_their_own() -> None:
    """One comes, one goes, one that only the shop has stays."""
    pair = shirts()
    green = member("green", "Green")
    gone = replace(member("blue", "Blue"), deleted=True)
    assert pair.there is not None
    pair = pair.ecom(variations=(*pair.there.variations, variation(13, "Pink")))
    facts = facts_of(pair.of(member("shirt", "Red"), gone, green))
    told = {
        line.variant_name: (line.state, line.pos, line.online, line.note)
        for line in facts.lines
        if line.variant
    }
    assert told["Green"] == ("goes", ("Colour: Green",), None, "new variant")
    assert told["Blue"] == ("goes", None, ("Colour: Blue",), "removed variant")
    assert told["Pink"] == ("alone", None, ("Colour: Pink",), "only online")


def test_an_inactive_variant_that_is_not_online_stays_out() -> None:
    """It is not created while it is inactive (R21)."""
    facts = facts_of(shirts().of(*shirts().product.members, member("x", "Grey", active=False)))
    (line,) = (line for line in facts.lines if line.variant == "x")
    assert (line.state, line.note) == ("alone", "inactive")


def test_a_family_to_be_created_is_told_in_few_lines() -> None:
    """No line for each of its variants."""
    facts = facts_of(shirts().unlinked())
    assert {line.state for line in facts.lines} == {"goes"}
    assert {line.variant for line in facts.lines} == {""}
    assert line_of(facts, "options").pos == ("Colour: Red, Blue",)


def test_one_blank_barcode_among_many_is_told_for_its_variant() -> None:
    """What is not the same in all variants names the one."""
    pair = shirts(member("shirt", "Red"), member("blue", "Blue", barcode="")).first_met()
    (line,) = (line for line in facts_of(pair).lines if line.variant)
    assert (line.field, line.variant, line.state) == ("barcode", "blue", "blank")


def test_pictures_of_variants_name_both_sides() -> None:
    """The POS's address is known; the shop's may not be."""
    pair = shirts(member("shirt", "Red", variant_images=(FRONT,)), member("blue", "Blue"))
    there = PictureAddress("mark", "small", "large")
    (one,) = facts_of(
        pair.ecom_variation(11, image_mark="mark"), variation_pictures={11: there}
    ).variant_pictures
    assert (one.variant, one.variant_name) == ("shirt", "Red")
    assert [picture.large for picture in one.pos] == [FRONT.url]
    assert (one.online, one.shown) == (there, True)
    assert facts_of(shirts()).variant_pictures == ()


# Stock


def test_the_stock_is_told_outlet_by_outlet() -> None:
    """In the POS's order: ticked, taking the orders, level; the sum and what the shop shows."""
    pair = mug().when(levels={"p1": {OUTLET: dec("8"), "market": dec("5")}})
    story = story_of(pair)
    told = [(o.outlet.name, o.ticked, o.takes_orders, o.level) for o in story.outlets]
    assert told == [("Main Street", True, True, dec("8")), ("Market", False, False, dec("5"))]
    assert (story.total, story.buffer, story.should, story.shows) == (8, 0, 8, 5)
    assert story.goes
    assert story.reason == ""


def test_an_outlet_without_a_row_has_no_level() -> None:
    """Not there is not nought."""
    assert [outlet.level for outlet in story_of(mug()).outlets] == [dec("5"), None]


def test_a_level_that_cannot_be_read_is_said_so() -> None:
    """It is neither a number nor missing."""
    story = story_of(mug().when(levels={"p1": {OUTLET: Decimal("NaN")}}))
    assert [(o.level, o.readable) for o in story.outlets] == [(None, False), (None, True)]
    assert (story.total, story.should, story.reason, story.goes) == (
        None,
        None,
        "unreadable",
        False,
    )


def test_a_buffer_is_held_back() -> None:
    """Of the store, or of this product alone."""
    assert story_of(mug().settings(stock__buffer=2)).should == 3
    own = story_of(mug().when(choices=choices(buffers={"p1": 4})))
    assert (own.buffer, own.should) == (4, 1)


def test_orders_hold_pieces_back_where_the_stock_would_rise() -> None:
    """The shop sold two: it isn't raised again, and the orders are named (RULES M4)."""
    holds = (Hold("1042", "p1", 2, 600, dec("5")), Hold("9", "p2", 1, 1, dec("0")))
    pair = mug().ecom(quantity=3).when(held={"p1": 2})
    story = story_of(pair, *holds)
    assert story.held == (HeldOrder("1042", 2, 600),)
    assert (story.should, story.shows, story.taken, story.goes) == (3, 3, 2, False)
    assert said(pair, "stock") == ("same", 3, 3, "orders")


def test_orders_take_nothing_off_where_the_stock_falls() -> None:
    """Lowered to what the outlets hold, and no further."""
    story = story_of(mug().ecom(quantity=9).when(held={"p1": 2}))
    assert (story.should, story.taken, story.goes) == (5, 0, True)


def test_a_hold_that_ended_or_was_booked_is_not_named() -> None:
    """It holds nothing any more."""
    ended = Hold("1", "p1", 1, 1, dec("5"), ended=True)
    booked = Hold("2", "p1", 1, 1, dec("5"))
    pair = mug().when(choices=choices(booked=frozenset({"2"})))
    assert story_of(pair, ended, booked).held == ()


def test_a_drop_that_no_order_explains_has_no_number() -> None:
    """Without leave to read orders a drop holds as long (RULES M4)."""
    story = story_of(mug(), Hold("seen 600", "p1", 2, 600, dec("5")))
    assert story.held == (HeldOrder("", 2, 600),)


@pytest.mark.parametrize(
    ("changes", "rows", "reason"),
    [
        ({"composite": True}, {"p1": {OUTLET: Decimal(3)}}, "bundle"),
        ({}, {}, "no rows"),
    ],
)
def test_a_stock_that_is_not_known_says_why(
    changes: dict[str, Any], rows: Mapping[str, Mapping[str, Decimal]], reason: str
) -> None:
    """Left as it is online, never a nought."""
    pair = mug().pos(**changes).when(levels=rows)
    story = story_of(pair)
    assert (story.should, story.shows, story.goes, story.reason) == (None, 5, False, reason)
    assert said(pair, "stock") == ("unknown", "unknown", 5, "")


def test_what_is_not_counted_is_unlimited() -> None:
    """Published as unlimited, whatever the outlets hold."""
    story = story_of(mug().pos(tracked=False))
    assert (story.should, story.shows, story.goes) == ("unlimited", 5, True)
    assert not story_of(mug().pos(tracked=False).ecom(unlimited=True, quantity=None)).goes


def test_each_variant_has_its_own_story() -> None:
    """An inactive one is published with nought, and says so."""
    pair = shirts().pos("blue", active=False)
    first, second = (story_of(pair, variant=at) for at in (0, 1))
    assert (first.variant, first.variant_name, first.should) == ("shirt", "Red", 5)
    assert (second.variant_name, second.should, second.reason) == ("Blue", 0, "inactive")
    assert second.goes


def test_stock_switched_off_is_not_written() -> None:
    """The story is told, and nothing goes."""
    pair = mug().when(levels=levels(p1=9)).settings(fields__stock__sync=False)
    assert said(pair, "stock")[0] == "off"
    assert not story_of(pair).goes


# History


def test_the_last_ten_changes_are_told_in_words() -> None:
    """Amounts as amounts, categories by name, descriptions without their digests."""
    changes = (
        ("price", "49.50", "54.00"),
        ("description", "digest-1", "digest-2"),
        ("category", ("51",), ("Gifts", "Cards")),
        ("stock", 14, 11),
    )
    change = PastChange(3, 600, "update", "done", "", changes)
    facts = facts_of(mug(), history=(change,) * 12)
    assert len(facts.history) == 10
    assert facts.history[0].changes == (
        ("price", dec("49.50"), dec("54.00")),
        ("description", None, None),
        ("category", ("Kitchen / Mugs",), ("Gifts / Cards",)),
        ("stock", 14, 11),
    )


def test_values_of_the_journal_that_are_no_amounts_are_left_out() -> None:
    """An old or odd entry breaks nothing."""
    change = PastChange(1, 1, "update", "done", "", (("price", "?", "NaN"), ("images", 1, 2)))
    facts = facts_of(mug(), history=(change,))
    assert facts.history[0].changes == (("price", None, None), ("images", 1, 2))


def test_a_text_that_is_not_kept_here_is_a_question_mark() -> None:
    """It is neither blank nor made up."""
    assert said(mug().pos(description="lost"), "description")[1] == "?"


def test_our_picture_replaced_online_is_not_the_same() -> None:
    """Another main picture under the same id shows in its mark."""
    pair = mug().linked(pictures=(OurPicture("0", "other", "hash-front"),)).settle()
    assert said(pair, "images")[0] == "agreed"


def test_a_category_that_is_not_known_online_yet_is_told_by_name() -> None:
    """It will be created on the way."""
    pair = mug().pos(category=(MUGS, CategoryRef("c-new", "Espresso")))
    assert said(pair, "category")[:2] == ("goes", ("Mugs / Espresso",))


def test_a_product_without_stock_to_read_online_is_left() -> None:
    """The shop's figure came mistyped."""
    there = ecom_product(problems=(("stock", "Its stock can't be read."),))
    pair = replace(mug(), there=there)
    assert said(pair, "stock") == ("unknown", 5, 5, "unreadable")
