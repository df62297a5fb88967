"""Whose stock counts online, and what another choice changes before it is kept (R10)."""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from app.domain.catalogue import Catalogue
from app.domain.choices import Choices
from app.domain.fields import Terms
from app.domain.inventory import Levels
from app.domain.pairing import Link, PosProduct, families
from app.domain.product import EcomProduct, EcomVariation, Outlet, PosRecord, PosShop, Register
from app.domain.rules import Rules
from app.domain.situation import Situation
from app.facts.making_outlets import LARGEST, make_outlets, weigh
from app.facts.outlets import OutletsEffect, StockMove
from app.sync.storage_ports import MirrorState
from app.sync.world import World
from tests.domain.builders import ecom_family, ecom_product, member, pos_record, variation

HIGH, STORE, HARBOUR = "high street", "warehouse", "harbour"
TILL = Register("till 1", "Till 1", HIGH)
KEPT = frozenset({HIGH})
WITH_HARBOUR = frozenset({HIGH, HARBOUR})


def state(**changes: Any) -> MirrorState:
    """Two mugs and three outlets; the first has two tills."""
    values: dict[str, Any] = {
        "records": {
            "p1": pos_record("p1"),
            "p2": pos_record("p2", sku="CUP", name="Cup"),
        },
        "levels": {
            "p1": {HIGH: Decimal(5), STORE: Decimal(40)},
            "p2": {HIGH: Decimal(-3), STORE: Decimal("1.5")},
        },
        "outlets": (
            Outlet(HIGH, "High Street"),
            Outlet(STORE, "Warehouse"),
            Outlet(HARBOUR, "Harbour"),
        ),
        "registers": (TILL, Register("till 2", "Till 2", HIGH), Register("h", "Quay", HARBOUR)),
    }
    return MirrorState(**{**values, **changes})


def world(
    levels: Levels,
    *,
    records: tuple[PosRecord, ...] = (pos_record("p1"),),
    online: tuple[EcomProduct, ...] = (ecom_product(1),),
    links: Mapping[str, Link] | None = None,
    choices: Choices | None = None,
    **situation: Any,
) -> World:
    """A mug in step on both sides, High Street alone counting, unless said otherwise."""
    products: dict[str, PosProduct] = families(records)
    if links is None:
        links = {"p1": Link(1, shown=True)}
    values: dict[str, Any] = {
        "terms": Terms(True, 2, "KILOGRAM", "CM", {}, {}),
        "rules": Rules.of({}),
        "choices": choices or Choices("till 1", KEPT),
        "levels": levels,
    }
    return World(
        Catalogue(products, {one.id: one for one in online}, links, {}),
        Situation(**{**values, **situation}),
    )


def one_move(effect: OutletsEffect) -> StockMove:
    """The only product that moves."""
    assert effect.changed == 1
    (move,) = effect.largest
    assert effect.keys == {move.key}
    return move


# Outlets


def test_an_outlet_tells_its_registers_and_what_it_holds() -> None:
    """Products with pieces there, all pieces together, and what is below zero."""
    facts = make_outlets(state(), Choices("till 1", KEPT), 1000)
    high, store, harbour = facts.outlets
    assert (high.registers, high.products, high.units, high.below_zero) == (
        ("Till 1", "Till 2"),
        1,
        Decimal(2),
        1,
    )
    assert (store.registers, store.products, store.units) == ((), 2, Decimal("41.5"))
    assert (harbour.products, harbour.units, harbour.below_zero) == (0, Decimal(0), 0)
    assert {line.read_at for line in facts.outlets} == {1000}


def test_the_registers_outlet_is_always_ticked() -> None:
    """R10: it counts even where nothing says so."""
    facts = make_outlets(state(), Choices("h", frozenset({STORE})), 0)
    assert facts.register == "h"
    assert [line.ticked for line in facts.outlets] == [False, True, True]


def test_a_register_that_is_gone_counts_as_none() -> None:
    """The manager is to choose anew."""
    facts = make_outlets(state(), Choices("sold", KEPT), 0)
    assert facts.register is None
    assert [line.ticked for line in facts.outlets] == [True, False, False]


def test_a_single_register_is_chosen_by_itself() -> None:
    """RULES M19: a shop with one register has it chosen."""
    facts = make_outlets(state(registers=(TILL,)), Choices(), 0)
    assert facts.register == "till 1"
    assert facts.outlets[0].ticked


def test_a_family_counts_once() -> None:
    """Its variants are one product with many pieces."""
    records = {"shirt": member("shirt", "Red"), "blue": member("blue", "Blue")}
    levels = {"shirt": {HIGH: Decimal(2)}, "blue": {HIGH: Decimal(3)}}
    facts = make_outlets(state(records=records, levels=levels), Choices(), 0)
    assert (facts.outlets[0].products, facts.outlets[0].units) == (1, Decimal(5))


@pytest.mark.parametrize(
    "record",
    [
        pos_record("p1", tracked=False),
        pos_record("p1", composite=True),
        pos_record("p1", deleted=True),
    ],
)
def test_what_the_pos_does_not_count_is_left_out(record: PosRecord) -> None:
    """Bundles, services and what was deleted hold nothing anywhere."""
    levels = {"p1": {HIGH: Decimal(9)}}
    facts = make_outlets(state(records={"p1": record}, levels=levels), Choices(), 0)
    assert (facts.outlets[0].products, facts.outlets[0].units) == (0, Decimal(0))


def test_the_poss_own_entries_and_unreadable_figures_hold_nothing() -> None:
    """A discount entry is no product, and what can't be read is no number."""
    shop = PosShop("r", "Fern & Flint", "fern", "GBP", False, frozenset({"p1"}))
    levels = {"p1": {HIGH: Decimal(9)}, "p2": {HIGH: Decimal("NaN")}}
    facts = make_outlets(state(pos_shop=shop, levels=levels), Choices(), 0)
    assert (facts.outlets[0].products, facts.outlets[0].units) == (0, Decimal(0))


# Weighing


def test_a_ticked_outlet_adds_to_what_the_shop_shows() -> None:
    """Five online, three more at the harbour."""
    effect = weigh(world({"p1": {HIGH: Decimal(5), HARBOUR: Decimal(3)}}), "till 1", WITH_HARBOUR)
    move = one_move(effect)
    assert (move.name, move.sku, move.picture) == ("Mug", "MUG", "p1")
    assert (move.before, move.after) == (5, 8)
    assert (effect.register, effect.ticked) == ("till 1", WITH_HARBOUR)
    assert (effect.back_in_stock, effect.sold_out) == (0, 0)


def test_the_kept_choice_changes_nothing() -> None:
    """Even where the next sync will write in any case."""
    here = world({"p1": {HIGH: Decimal(9), HARBOUR: Decimal(3)}})
    effect = weigh(here, "till 1", KEPT)
    assert (effect.changed, effect.largest, effect.keys) == (0, (), frozenset())


def test_an_outlet_without_a_product_does_not_move_it() -> None:
    """What the POS changed meanwhile is not blamed on the choice."""
    effect = weigh(world({"p1": {HIGH: Decimal(9)}}), "till 1", WITH_HARBOUR)
    assert effect.changed == 0


def test_a_level_of_nothing_does_not_move_it() -> None:
    """A row of zero adds zero."""
    effect = weigh(world({"p1": {HIGH: Decimal(9), HARBOUR: Decimal(0)}}), "till 1", WITH_HARBOUR)
    assert effect.changed == 0


def test_what_the_shop_shows_already_is_no_change() -> None:
    """Online stands what the draft gives, for whatever reason."""
    here = world({"p1": {HIGH: Decimal(2), HARBOUR: Decimal(3)}})
    assert weigh(here, "till 1", WITH_HARBOUR).changed == 0


def test_coming_back_and_selling_out_are_counted() -> None:
    """From none to some, and from some to none."""
    shop = (ecom_product(1, quantity=0), ecom_product(2, sku="CUP", quantity=4))
    records = (pos_record("p1"), pos_record("p2", sku="CUP", name="Cup"))
    links = {"p1": Link(1, shown=True), "p2": Link(2, shown=True)}
    levels = {
        "p1": {HARBOUR: Decimal(6), HIGH: Decimal(0)},
        "p2": {HIGH: Decimal(4), HARBOUR: Decimal(0)},
    }
    here = world(levels, records=records, online=shop, links=links)
    effect = weigh(here, "h", frozenset({HARBOUR}))
    assert (effect.changed, effect.back_in_stock, effect.sold_out) == (2, 1, 1)
    assert [(move.name, move.before, move.after) for move in effect.largest] == [
        ("Mug", 0, 6),
        ("Cup", 4, 0),
    ]


def test_a_family_is_summed() -> None:
    """One product, all its variants together."""
    records = (member("shirt", "Red"), member("blue", "Blue"))
    levels = {
        "shirt": {HIGH: Decimal(5), HARBOUR: Decimal(2)},
        "blue": {HIGH: Decimal(5), HARBOUR: Decimal(4)},
    }
    links = {"shirt": Link(2, {"shirt": 11, "blue": 12}, shown=True)}
    here = world(levels, records=records, online=(ecom_family(),), links=links)
    move = one_move(weigh(here, "till 1", WITH_HARBOUR))
    assert (move.name, move.before, move.after) == ("Shirt", 10, 16)


def test_a_family_whose_sum_stays_still_changes() -> None:
    """One variant less, another more: it is written, though there is no move to show."""
    records = (member("shirt", "Red"), member("blue", "Blue"))
    levels = {
        "shirt": {HIGH: Decimal(5), HARBOUR: Decimal(3)},
        "blue": {HIGH: Decimal(5), HARBOUR: Decimal(-3)},
    }
    links = {"shirt": Link(2, {"shirt": 11, "blue": 12}, shown=True)}
    here = world(levels, records=records, online=(ecom_family(),), links=links)
    effect = weigh(here, "till 1", WITH_HARBOUR)
    assert (effect.changed, effect.largest, effect.keys) == (1, (), frozenset({"shirt"}))


def test_a_new_variant_is_weighed_as_it_would_be_created() -> None:
    """It isn't online yet: before is what the kept choice would give."""
    records = (member("shirt", "Red"), member("blue", "Blue"))
    levels = {"shirt": {HIGH: Decimal(5)}, "blue": {HIGH: Decimal(1), HARBOUR: Decimal(7)}}
    links = {"shirt": Link(2, {"shirt": 11}, shown=True)}
    there = ecom_family(variation(11, "Red"))
    here = world(levels, records=records, online=(there,), links=links)
    move = one_move(weigh(here, "till 1", WITH_HARBOUR))
    assert (move.before, move.after) == (6, 13)


def test_what_is_to_be_created_is_weighed() -> None:
    """The kept choice would create it with five, the draft with eight."""
    levels = {"p1": {HIGH: Decimal(5), HARBOUR: Decimal(3)}}
    move = one_move(weigh(world(levels, online=(), links={}), "till 1", WITH_HARBOUR))
    assert (move.before, move.after) == (5, 8)


def test_what_is_not_counted_online_yet_is_weighed_against_the_kept_choice() -> None:
    """Unlimited online, counted from the next sync on in any case."""
    levels = {"p1": {HIGH: Decimal(5), HARBOUR: Decimal(3)}}
    there = ecom_product(1, quantity=None, unlimited=True)
    move = one_move(weigh(world(levels, online=(there,)), "till 1", WITH_HARBOUR))
    assert (move.before, move.after) == (5, 8)


@pytest.mark.parametrize(
    "record",
    [
        pos_record("p1", sell_online=False),
        pos_record("p1", active=False),
        pos_record("p1", tracked=False),
        pos_record("p1", composite=True),
    ],
)
def test_what_has_no_stock_online_does_not_move(record: PosRecord) -> None:
    """Kept off, inactive, not counted, or a bundle."""
    levels = {"p1": {HIGH: Decimal(5), HARBOUR: Decimal(3)}}
    effect = weigh(world(levels, records=(record,)), "till 1", WITH_HARBOUR)
    assert (effect.changed, effect.unknown) == (0, ())


def test_what_the_manager_keeps_off_does_not_move() -> None:
    """His flag goes before the POS's switch."""
    choices = Choices("till 1", KEPT, flags={"p1": "off"})
    here = world({"p1": {HIGH: Decimal(5), HARBOUR: Decimal(3)}}, choices=choices)
    assert weigh(here, "till 1", WITH_HARBOUR).changed == 0


def test_stock_that_is_not_kept_in_step_does_not_move() -> None:
    """The field is switched off: nothing of it is written."""
    rules = Rules.of({"fields.stock.sync": False})
    here = world({"p1": {HIGH: Decimal(5), HARBOUR: Decimal(3)}}, rules=rules)
    effect = weigh(here, "till 1", frozenset())
    assert (effect.changed, effect.unknown) == (0, ())


def test_products_that_need_attention_first_do_not_move() -> None:
    """Nothing is written about what can't be matched or read."""
    levels = {"p1": {HIGH: Decimal(5), HARBOUR: Decimal(3)}}
    clash = world(levels, problems={"p1": ("Two products share this SKU.",)})
    assert weigh(clash, "till 1", WITH_HARBOUR).changed == 0
    blurred = ecom_product(1, problems=(("stock", "The stock could not be read."),))
    assert weigh(world(levels, online=(blurred,)), "till 1", WITH_HARBOUR).changed == 0


def test_the_buffer_and_held_pieces_are_taken_off() -> None:
    """Two held back everywhere, one promised to an online order."""
    levels = {"p1": {HIGH: Decimal(7), HARBOUR: Decimal(3)}}
    here = world(
        levels,
        online=(ecom_product(1, quantity=4),),
        rules=Rules.of({"stock.buffer": 2}),
        held={"p1": 1},
    )
    move = one_move(weigh(here, "till 1", WITH_HARBOUR))
    assert (move.before, move.after) == (4, 7)


def test_numbers_below_zero_show_none() -> None:
    """Ticking an outlet that is short may take away what another has."""
    levels = {"p1": {HIGH: Decimal(5), HARBOUR: Decimal(-9)}}
    effect = weigh(world(levels), "till 1", WITH_HARBOUR)
    move = one_move(effect)
    assert (move.before, move.after, effect.sold_out) == (5, 0, 1)


def test_a_product_that_no_ticked_outlet_counts_is_named() -> None:
    """Whether another outlet has it or none."""
    records = (pos_record("p1"), pos_record("p2", sku="CUP", name="Cup"))
    links = {"p1": Link(1, shown=True)}
    here = world({"p1": {HIGH: Decimal(5)}}, records=records, links=links)
    assert weigh(here, "till 1", KEPT).unknown == ("Cup",)
    assert weigh(here, "h", frozenset({HARBOUR})).unknown == ("Cup", "Mug")


def test_a_family_of_which_one_variant_is_counted_is_not_named() -> None:
    """It has a stock."""
    records = (member("shirt", "Red"), member("blue", "Blue"))
    links = {"shirt": Link(2, {"shirt": 11, "blue": 12}, shown=True)}
    levels = {"blue": {HIGH: Decimal(5)}}
    here = world(levels, records=records, online=(ecom_family(),), links=links)
    assert weigh(here, "till 1", KEPT).unknown == ()


def test_a_family_that_is_sold_without_number_does_not_sell_out() -> None:
    """One variant is not counted: there is always something to buy."""
    records = (member("shirt", "Red", tracked=False), member("blue", "Blue"))
    links = {"shirt": Link(2, {"shirt": 11, "blue": 12}, shown=True)}
    red = EcomVariation(11, (("Colour", "Red"),), "SHIRT-RED", Decimal("12.10"), unlimited=True)
    there = ecom_family(red, variation(12, "Blue"))
    levels = {"blue": {HIGH: Decimal(5), HARBOUR: Decimal(0)}}
    here = world(levels, records=records, online=(there,), links=links)
    effect = weigh(here, "h", frozenset({HARBOUR}))
    assert one_move(effect).after == 0
    assert effect.sold_out == 0


def test_the_largest_moves_come_first_and_are_few() -> None:
    """By size whichever way, by name where alike; all of them are in the keys."""
    count = LARGEST + 5
    records = tuple(
        pos_record(f"p{at}", sku=f"S{at}", name=f"Thing {at:02}") for at in range(count)
    )
    levels = {f"p{at}": {HIGH: Decimal(1), HARBOUR: Decimal(at + 1)} for at in range(count)}
    levels["p0"][HARBOUR] = levels["p1"][HARBOUR]
    effect = weigh(world(levels, records=records, online=(), links={}), "till 1", WITH_HARBOUR)
    assert effect.changed == len(effect.keys) == count
    assert [move.after - move.before for move in effect.largest] == list(
        range(count, count - LARGEST, -1)
    )
    few = world(dict(list(levels.items())[:2]), records=records[:2], online=(), links={})
    moves = weigh(few, "till 1", WITH_HARBOUR).largest
    assert [move.name for move in moves] == ["Thing 00", "Thing 01"]


def test_only_online_products_are_left_alone() -> None:
    """They have no POS stock to sum."""
    here = world({}, records=(), links={})
    assert weigh(here, "till 1", WITH_HARBOUR).changed == 0


def test_the_picture_is_the_poss_else_the_shops() -> None:
    """As a row of the catalogue names it."""
    levels = {"p1": {HIGH: Decimal(5), HARBOUR: Decimal(3)}}
    bare = (replace(pos_record("p1"), images=()),)
    assert one_move(weigh(world(levels, records=bare), "till 1", WITH_HARBOUR)).picture == "ecom:1"
    blank = (ecom_product(1, image_ids=()),)
    nothing = world(levels, records=bare, online=blank)
    assert one_move(weigh(nothing, "till 1", WITH_HARBOUR)).picture == ""
