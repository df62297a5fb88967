"""Families: variations and options in an order that is safe at every step (R3, R4, R21)."""

from dataclasses import replace
from typing import TypeVar

import pytest

from app.domain.product import EcomOption
from app.domain.steps import (
    AdjustStock,
    CreateVariation,
    DeleteVariation,
    PutOptions,
    PutProduct,
    PutVariation,
    Step,
)
from tests.domain.builders import (
    Pair,
    body,
    dec,
    ecom_family,
    family,
    kinds,
    levels,
    member,
    mug,
    shirts,
    variation,
)

SHIRTS = shirts()
GREEN = member("green", "Green")
RED_AND_BLUE = SHIRTS.product.members
SHIRTS_OPTIONS = (EcomOption("Colour", ("Red", "Blue")),)


One = TypeVar("One", bound=Step)


def steps_of(pair: Pair, kind: type[One]) -> list[One]:
    """The steps of one kind, in order."""
    return [step for step in pair.acted().steps if isinstance(step, kind)]


class TestR3:
    """Variants added in the POS."""

    def test_r3_a_variant_added_in_the_pos_is_added_with_its_option_value(self) -> None:
        """The value first, then the variation."""
        pair = SHIRTS.of(*RED_AND_BLUE, GREEN).when(levels=levels(shirt=5, blue=5, green=3))
        options, created = pair.acted().steps
        assert options == PutOptions(add=(("Colour", ("Green",)),))
        assert isinstance(created, CreateVariation)
        assert (created.pos_id, created.options) == ("green", (("Colour", "Green"),))
        assert created.values["stock"] == 3

    def test_r3_a_new_option_comes_with_its_variants(self) -> None:
        """Every variation gets its value."""
        sized = [
            replace(record, options=(*record.options, ("Size", "L"))) for record in RED_AND_BLUE
        ]
        pair = SHIRTS.of(*sized)
        assert steps_of(pair, PutOptions) == [PutOptions(add=(("Size", ("L",)),))]
        assert {step.options for step in steps_of(pair, PutVariation)} == {
            (("Colour", "Red"), ("Size", "L")),
            (("Colour", "Blue"), ("Size", "L")),
        }

    def test_r3_a_variation_that_exists_only_online_is_left_alone(self) -> None:
        """Whatever else is done to the product."""
        online = ecom_family(variation(11, "Red"), variation(12, "Blue"), variation(13, "Pink"))
        pair = shirts(there=online).pos("blue", deleted=True).pos("shirt", name="Tee")
        touched = {getattr(step, "variation_id", None) for step in pair.acted().steps}
        assert 13 not in touched
        assert all("Pink" not in str(step) for step in steps_of(pair, PutOptions))

    def test_m10_an_inactive_member_is_created_when_it_becomes_active(self) -> None:
        """Not before."""
        sleeping = SHIRTS.of(*RED_AND_BLUE, replace(GREEN, active=False))
        assert sleeping.action() is None
        assert steps_of(sleeping.pos("green", active=True), CreateVariation)


class TestR4:
    """Variants deleted in the POS."""

    def test_r4_a_variant_deleted_in_the_pos_is_deleted_online_with_its_value(self) -> None:
        """The variation first, then the value that nobody uses (M18)."""
        action = SHIRTS.pos("blue", deleted=True).acted()
        assert action.steps == (
            DeleteVariation(12, "blue"),
            PutOptions(drop=(("Colour", ("Blue",)),)),
        )

    def test_r4_a_value_that_an_online_only_variation_uses_stays(self) -> None:
        """Only what we added is dropped, and only when it is free."""
        pairs = (("Colour", "Blue"), ("Print", "Cat"))
        online = ecom_family(
            variation(11, "Red"), variation(12, "Blue"), variation(13, "", options=pairs, sku="C")
        )
        pair = shirts(there=online).pos("blue", deleted=True)
        assert steps_of(pair, PutOptions) == []

    def test_m18_a_value_that_we_never_had_stays(self) -> None:
        """Somebody added it online."""
        pair = SHIRTS.ecom(options=(EcomOption("Colour", ("Red", "Blue", "Gold")),))
        (step,) = steps_of(pair.pos("blue", deleted=True), PutOptions)
        assert "Gold" not in str(step)

    def test_r4_while_hidden_the_variation_goes_too(self) -> None:
        """With nothing else."""
        pair = SHIRTS.pos("blue", deleted=True).pos("shirt", active=False).ecom(enabled=False)
        assert pair.acted().steps == (DeleteVariation(12, "blue"),)

    def test_r4_one_in_the_way_of_a_new_one_goes_first(self) -> None:
        """Deleted and made anew with other values of its own, yet the same SKU and options."""
        pair = SHIRTS.linked(variations={"shirt": 11, "gone": 12})
        action = pair.acted()
        order = kinds(action)
        assert order.index("DeleteVariation") < order.index("CreateVariation")


class TestM18:
    """Renamed and swapped options and SKUs."""

    def test_m18_a_renamed_value_keeps_its_variation(self) -> None:
        """Add new, change the variation, drop old."""
        pair = SHIRTS.pos("blue", options=(("Colour", "Navy"),))
        assert pair.acted().steps == (
            PutOptions(add=(("Colour", ("Navy",)),)),
            PutVariation("blue", 12, {}, (("Colour", "Navy"),)),
            PutOptions(drop=(("Colour", ("Blue",)),)),
        )

    def test_m18_a_renamed_attribute_keeps_its_variations(self) -> None:
        """The old option goes as a whole."""
        pair = SHIRTS.of(*(replace(r, options=(("Farbe", r.options[0][1]),)) for r in RED_AND_BLUE))
        first, *moves, last = pair.acted().steps
        assert first == PutOptions(add=(("Farbe", ("Red", "Blue")),))
        assert {type(step) for step in moves} == {PutVariation}
        assert last == PutOptions(drop_names=("Colour",))

    def test_m18_a_value_that_a_variation_of_ours_still_has_stays(self) -> None:
        """The POS has had it, and somebody gave it to the variation online since."""
        online = SHIRTS.ecom_variation(12, options=(("Colour", "Blue"), ("Print", "Cat")))
        online = online.ecom(options=(*SHIRTS_OPTIONS, EcomOption("Print", ("Cat", "Dog"))))
        assert online.base is not None
        former = (*online.base.options, ("Print", ("Cat", "Dog")))
        pair = replace(online, base=replace(online.base, options=former))
        assert steps_of(pair, PutOptions) == [PutOptions(drop=(("Print", ("Dog",)),))]

    def test_m18_a_renamed_attribute_with_a_variant_made_anew(self) -> None:
        """Nothing is dropped that one of the variations ends up with."""
        anew = member("cyan", "Blue", sku="SHIRT-BLUE", options=(("Farbe", "Blue"),))
        red = replace(RED_AND_BLUE[0], options=(("Farbe", "Red"),))
        pair = SHIRTS.of(red, anew).linked(variations={"shirt": 11, "cyan": 12})
        moves, drops = steps_of(pair, PutVariation), steps_of(pair, PutOptions)
        assert PutVariation("cyan", 12, {}, (("Farbe", "Blue"),)) in moves
        assert drops[-1].drop_names == ("Colour",)
        used = {choice for step in moves for choice in step.options or ()}
        assert {step.variation_id for step in moves} == {11, 12}
        assert drops[-1].drop or drops[-1].drop_names
        for step in drops:
            assert not {(name, v) for name, values in step.drop for v in values} & used
            assert not {name for name, _ in used} & set(step.drop_names)

    def test_m18_swapped_values_pass_through_a_temporary_one(self) -> None:
        """No two variations ever stand for the same values."""
        red, blue = (("Colour", "Red"),), (("Colour", "Blue"),)
        pair = SHIRTS.pos("shirt", options=blue).pos("blue", options=red)
        shown: dict[int, object] = {11: red, 12: blue}
        for step in steps_of(pair, PutVariation):
            assert isinstance(step, PutVariation)
            if step.options is not None:
                shown[step.variation_id] = step.options
            assert shown[11] != shown[12]
        assert shown == {11: blue, 12: red}
        first, last = steps_of(pair, PutOptions)
        assert isinstance(first, PutOptions)
        assert isinstance(last, PutOptions)
        assert first.add == last.drop

    def test_m18_swapped_skus_pass_through_a_temporary_one(self) -> None:
        """No two variations ever have the same SKU."""
        pair = SHIRTS.pos("shirt", sku="SHIRT-BLUE").pos("blue", sku="SHIRT-RED")
        shown: dict[int, object] = {11: "SHIRT-RED", 12: "SHIRT-BLUE"}
        for step in steps_of(pair, PutVariation):
            assert isinstance(step, PutVariation)
            if "sku" in step.values:
                shown[step.variation_id] = step.values["sku"]
            assert shown[11] != shown[12]
        assert shown == {11: "SHIRT-BLUE", 12: "SHIRT-RED"}

    def test_m18_an_order_of_options_changed_online_is_left(self) -> None:
        """Order, type and default are the shop's own affair."""
        pair = SHIRTS.ecom(options=(EcomOption("Colour", ("Blue", "Red"), "RADIO"),))
        assert pair.action() is None


class TestProductLevel:
    """SKU, stock and price of the product itself."""

    def test_m10_its_sku_is_replaced_only_where_a_variation_has_it(self) -> None:
        """Anything else that somebody chose stays."""
        clash = SHIRTS.ecom(sku="SHIRT-RED")
        assert PutProduct({"sku": "SHIRT-RED-FAMILY"}) in clash.acted().steps
        assert SHIRTS.ecom(sku="CHOSEN-BY-HAND").action() is None

    def test_m10_its_stock_is_tracked_zero(self) -> None:
        """A combination that nobody made can't be bought."""
        assert SHIRTS.ecom(quantity=7).acted().steps == (AdjustStock(None, "", 0, 0, 7),)
        assert body(SHIRTS.ecom(unlimited=True, quantity=None).acted()) == {"stock": 0}

    def test_m10_its_stock_is_left_where_an_online_only_variation_shares_it(self) -> None:
        """One without a SKU of its own."""
        online = ecom_family(
            variation(11, "Red"),
            variation(12, "Blue"),
            variation(13, "Pink", sku=None, quantity=None),
            quantity=7,
        )
        assert shirts(there=online).action() is None

    def test_m10_its_price_is_the_lowest_members(self) -> None:
        """For display."""
        pair = SHIRTS.pos("blue", price_including_tax=dec("9"))
        assert body(pair.acted()) == {"price": dec("9.00")}
        (member_step,) = steps_of(pair, PutVariation)
        assert member_step == PutVariation("blue", 12, {"price": dec("9.00")})

    def test_m10_before_it_changes_whoever_inherits_gets_its_own(self) -> None:
        """A variation's effective price never moves by the way."""
        online = ecom_family(variation(11, "Red", price=None), variation(12, "Blue"))
        pair = shirts(there=online).pos("blue", price_including_tax=dec("9"))
        action = pair.acted()
        own = PutVariation("shirt", 11, {"price": dec("12.10")})
        assert own in action.steps
        assert action.steps.index(own) < action.steps.index(PutProduct({"price": dec("9.00")}))

    def test_m10_equal_effective_values_are_not_copied(self) -> None:
        """A variation that inherits what the POS says is in step."""
        online = ecom_family(variation(11, "Red", price=None), variation(12, "Blue", price=None))
        assert shirts(there=online).action() is None

    def test_m10_barcode_weight_and_dimensions_are_left_alone(self) -> None:
        """They are the members'."""
        pair = SHIRTS.ecom(barcode="online", weight=dec("9"), dimensions=(dec("1"),) * 3)
        assert pair.action() is None


class TestMembers:
    """One write a variation."""

    def test_r1_a_change_of_a_member_reaches_its_variation(self) -> None:
        """And no other."""
        action = SHIRTS.pos("blue", barcode="0000000000017").acted()
        assert action.steps == (PutVariation("blue", 12, {"barcode": "0000000000017"}),)
        (told,) = action.changes
        assert told.variant is not None
        assert (told.variant.pos_id, told.variant.ecom_id) == ("blue", 12)

    def test_r15_each_member_has_its_own_stock(self) -> None:
        """As a difference."""
        pair = SHIRTS.when(levels=levels(shirt=5, blue=2))
        assert pair.acted().steps == (AdjustStock(12, "blue", 2, 2, 5),)

    def test_m10_an_inactive_member_sells_nothing(self) -> None:
        """Its variation stays."""
        assert SHIRTS.pos("blue", active=False).acted().steps == (AdjustStock(12, "blue", 0, 0, 5),)

    @pytest.mark.parametrize("name", ["Tee", "Shirt "], ids=["renamed", "same-in-normal-form"])
    def test_r21_family_wide_values_come_from_the_parent(self, name: str) -> None:
        """A member's own name says nothing."""
        assert SHIRTS.pos("blue", name=name).action() is None
        written = body(SHIRTS.pos("shirt", name=name).action())
        assert written == ({"name": "Tee"} if name == "Tee" else {})


class TestConversions:
    """Simple becomes family and back (RULES M10)."""

    def test_m10_simple_becomes_family_on_the_same_product(self) -> None:
        """Options and SKU, then variations with absolute stock, then stock 0 by difference."""
        simple = mug()
        grown = replace(
            simple,
            product=family(
                replace(simple.product.head, options=(("Colour", "Red"),), has_variants=True),
                member("blue", "Blue", parent_id="p1", family_key="p1", sku="MUG-BLUE"),
                key="p1",
            ),
        ).when(levels=levels(p1=5, blue=3))
        action = grown.acted()
        assert (action.kind, action.ecom_id) == ("update", 1)
        assert [name for name in kinds(action) if name != "PutOptions"] == [
            *("PutProduct", "CreateVariation", "CreateVariation", "AdjustStock"),
        ]
        assert PutProduct({"sku": "MUG-FAMILY"}) in action.steps
        assert PutOptions(add=(("Colour", ("Red", "Blue")),)) in action.steps
        created = [s.values["stock"] for s in action.steps if isinstance(s, CreateVariation)]
        assert created == [5, 3]
        assert action.steps[-1] == AdjustStock(None, "", 0, 0, 5)

    def test_m10_shrunk_to_one_it_stays_a_family(self) -> None:
        """Nothing is converted."""
        action = SHIRTS.pos("blue", deleted=True).acted()
        assert "PutProduct" not in kinds(action)

    def test_m10_without_options_its_values_and_stock_go_to_the_product(self) -> None:
        """The last variation is deleted."""
        alone = shirts(member("shirt", "Red"), there=ecom_family(variation(11, "Red")))
        action = alone.pos("shirt", options=(), has_variants=False).acted()
        assert DeleteVariation(11, "shirt") in action.steps
        assert PutOptions(drop_names=("Colour",)) in action.steps
        assert AdjustStock(None, "", 5, 5, 0) in action.steps
        written = body(action)
        assert (written["sku"], written["barcode"]) == ("SHIRT-RED", "0123456789012")
        assert written["weight"] == dec("0.5")
