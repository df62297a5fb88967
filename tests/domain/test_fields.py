"""The table of fields: what each side says, in the online store's terms (DESIGN §4)."""

from decimal import Decimal
from typing import Any

import pytest

from app.domain.fields import (
    FAMILY,
    FIELDS,
    MEMBER,
    SIMPLE,
    UNKNOWN,
    Terms,
    ecom_values,
    family_pictures,
    layout,
    lowest_price,
    picture_token,
    pos_family,
    pos_member,
    pos_simple,
    variation_values,
)
from app.domain.pair_comparison import product_base, relaid
from app.domain.pairing import MISSING
from app.domain.product import (
    CategoryRef,
    Dimensions,
    EcomProduct,
    EcomVariation,
    PosRecord,
    Weight,
)
from tests.domain.builders import (
    BACK,
    FRONT,
    dec,
    ecom_family,
    ecom_product,
    family,
    member,
    mug,
    pos_record,
    terms,
    variation,
)


def pos_value(name: str, record: PosRecord, how: Terms | None = None) -> object:
    """One field of a standalone record."""
    return dict(zip((f.name for f in SIMPLE), pos_simple(record, how or terms()), strict=True))[
        name
    ]


def online_value(name: str, there: EcomProduct) -> object:
    """One field of an eCom product."""
    return dict(zip((f.name for f in SIMPLE), ecom_values(there, SIMPLE), strict=True))[name]


def variation_value(name: str, one: EcomVariation, there: EcomProduct) -> object:
    """One effective field of a variation."""
    values = variation_values(one, there)
    return dict(zip((f.name for f in MEMBER), values, strict=True))[name]


def test_m19_every_field_by_its_name_and_in_order() -> None:
    """The names that commands and screens speak."""
    assert [field.name for field in FIELDS] == [
        *("name", "category", "description", "brand", "sku", "barcode", "options", "enabled"),
        *("stock", "price", "images", "weight", "dimensions"),
    ]


def test_layouts_hold_fields_of_the_table() -> None:
    """A simple product, a family as a whole, and its members cover every field with a base."""
    assert layout(family=True) == FAMILY
    assert layout(family=False) == SIMPLE
    names = {field.name for field in (*SIMPLE, *FAMILY, *MEMBER)}
    assert names == {field.name for field in FIELDS} - {"enabled", "stock"}


def test_r21_barcode_weight_and_dimensions_of_a_family_are_left_alone() -> None:
    """They belong to its members."""
    assert not {"barcode", "weight", "dimensions", "sku"} & {field.name for field in FAMILY}


class TestR16:
    """Prices in the form and places that the shop expects."""

    @pytest.mark.parametrize(
        ("including", "places", "expected"),
        [(True, 2, "12.10"), (False, 2, "10.00"), (True, 0, "12"), (True, 1, "12.1")],
        ids=["with-tax", "without-tax", "no-places", "one-place"],
    )
    def test_r16_form_and_places(self, including: bool, places: int, expected: str) -> None:
        """As the profile says, rounded half up."""
        how = terms(price_including_tax=including, currency_precision=places)
        assert pos_value("price", pos_record(), how) == dec(expected)

    def test_m18_the_other_form_is_never_used_instead(self) -> None:
        """A missing form is unknown, never computed."""
        record = pos_record(price_including_tax=None)
        assert pos_value("price", record) is UNKNOWN

    def test_r16_a_price_of_zero_is_a_price(self) -> None:
        """It is neither blank nor unknown."""
        assert pos_value("price", pos_record(price_including_tax=Decimal(0))) == 0


class TestR17:
    """Weights and sizes in the shop's units."""

    @pytest.mark.parametrize(
        ("weight", "unit", "expected"),
        [
            (Weight(dec("500"), "G"), "KILOGRAM", dec("0.5")),
            (Weight(dec("1"), "LB"), "GRAM", dec("453.592")),
            (Weight(Decimal(0), "KG"), "KILOGRAM", None),
            (None, "KILOGRAM", None),
            (Weight(dec("1"), "STONE"), "KILOGRAM", UNKNOWN),
            (Weight(dec("1"), "KG"), "STONE", UNKNOWN),
        ],
        ids=["grams", "pounds", "zero-is-blank", "blank", "unit-unknown", "shop-unit-unknown"],
    )
    def test_r17_weight(self, weight: Weight | None, unit: str, expected: object) -> None:
        """Zero is blank (M12), a unit nobody knows is unknown (M8)."""
        assert pos_value("weight", pos_record(weight=weight), terms(weight_unit=unit)) == expected

    @pytest.mark.parametrize(
        ("sides", "unit", "expected"),
        [
            (Dimensions(dec("1"), dec("2"), dec("3"), "CM"), "MM", (10, 20, 30)),
            (Dimensions(dec("1"), None, Decimal(0), "CM"), "CM", (1, None, None)),
            (Dimensions(None, None, None, "CM"), "CM", None),
            (None, "CM", None),
            (Dimensions(dec("1"), dec("1"), dec("1"), "ELL"), "CM", UNKNOWN),
        ],
        ids=["converted", "blank-sides", "all-blank", "blank", "unit-unknown"],
    )
    def test_r17_dimensions(self, sides: Dimensions | None, unit: str, expected: object) -> None:
        """Side by side: a side of zero is blank."""
        how = terms(dimensions_unit=unit)
        assert pos_value("dimensions", pos_record(dimensions=sides), how) == expected

    def test_m12_zero_online_is_blank(self) -> None:
        """The shop prints zeros where nothing is set."""
        there = ecom_product(weight=Decimal(0), dimensions=(Decimal(0), dec("8"), Decimal(0)))
        assert online_value("weight", there) is None
        assert online_value("dimensions", there) == (None, dec("8"), None)

    def test_m16_the_weight_of_what_is_never_shipped_is_not_compared(self) -> None:
        """The service drops it: writing it would never end."""
        pair = mug().ecom(shipping_required=False, weight=None)
        assert pair.verdict("weight") is None
        assert pair.action() is None
        changed = pair.pos(weight=Weight(dec("2"), "KG"))
        assert changed.action() is None
        shipped = changed.settle().ecom(shipping_required=True).verdict("weight")
        assert shipped is not None
        assert shipped.wish == dec("2")

    def test_m16_nor_that_of_its_variations(self) -> None:
        """Whatever weight they have of their own."""
        there = ecom_family(shipping_required=False)
        assert variation_value("weight", variation(11, "Red"), there) is UNKNOWN


class TestCategory:
    """The leaf of the POS's path, as an id of the shop (R20)."""

    def test_r20_by_its_link(self) -> None:
        """The last step of the path counts."""
        path = (CategoryRef("c-home", "Home"), CategoryRef("c-mugs", "Mugs"))
        assert pos_value("category", pos_record(category=path)) == 51

    def test_r20_not_online_yet(self) -> None:
        """It differs from anything that is there."""
        path = (CategoryRef("c-new", "New"),)
        assert pos_value("category", pos_record(category=path)) == "new:c-new"

    def test_m12_blank(self) -> None:
        """No category is blank."""
        assert pos_value("category", pos_record(category=())) is None


@pytest.mark.parametrize("name", ["description", "brand", "barcode", "category", "images"])
def test_m12_unreadable_is_unknown_never_blank(name: str) -> None:
    """Blank would clear what is online."""
    blank: dict[str, Any] = {name: () if name in ("category", "images") else ""}
    record = pos_record(**blank, problems=((name, "unreadable"),))
    assert pos_value(name, record) is UNKNOWN


def test_m8_trouble_with_one_picture_makes_the_whole_list_unknown() -> None:
    """An incomplete list would delete what is online; a member's own picture too."""
    record = member("blue", "Blue", variant_images=(BACK,), problems=(("images", "no address"),))
    assert UNKNOWN in pos_member(record, terms())


def test_m8_what_ecom_answers_unreadably_is_unknown() -> None:
    """That field alone, of the product and of its variations."""
    there = ecom_family(problems=(("price", "no price that can be read"),))
    assert online_value("price", there) is UNKNOWN
    assert online_value("name", there) == "Shirt"
    assert variation_value("price", there.variations[0], there) is UNKNOWN


class TestInheritance:
    """A variation's effective values: its own, else the product's (R21)."""

    BARE = variation(11, "Red", sku=None, price=None, weight=None, dimensions=None, barcode="")
    THERE = ecom_family(
        price=dec("9"), weight=dec("2"), dimensions=(dec("1"), dec("2"), dec("3")), sku="S"
    )

    @pytest.mark.parametrize(
        ("name", "inherited"),
        [
            ("sku", "S"),
            ("price", dec("9")),
            ("weight", dec("2")),
            ("dimensions", (dec("1"), dec("2"), dec("3"))),
            ("barcode", ""),
        ],
    )
    def test_m10_inherited(self, name: str, inherited: object) -> None:
        """All but the barcode, which a variation has of its own or not at all."""
        assert variation_value(name, self.BARE, self.THERE) == inherited

    @pytest.mark.parametrize(
        ("name", "own"),
        [("sku", "SHIRT-RED"), ("price", dec("12.10")), ("weight", dec("0.5"))],
    )
    def test_m10_its_own(self, name: str, own: object) -> None:
        """Goes before the product's."""
        assert variation_value(name, variation(11, "Red"), self.THERE) == own


class TestLowestPrice:
    """A family's price for display (R21)."""

    @pytest.mark.parametrize(
        ("prices", "active", "lowest"),
        [
            (("20", "15"), (True, True), dec("15")),
            (("20", "15"), (True, False), dec("20")),
            (("20", "15"), (False, False), dec("15")),
            ((None, "15"), (True, True), dec("15")),
            ((None, None), (True, True), UNKNOWN),
        ],
        ids=["lowest", "inactive-left-out", "all-inactive", "one-missing", "all-missing"],
    )
    def test_m10_lowest_price(
        self, prices: tuple[str | None, ...], active: tuple[bool, ...], lowest: object
    ) -> None:
        """Over the active members."""
        product = family(
            *(
                member(
                    name,
                    name,
                    active=alive,
                    price_including_tax=None if price is None else dec(price),
                )
                for name, price, alive in zip(("shirt", "blue"), prices, active, strict=True)
            )
        )
        assert lowest_price(product.members, terms()) == lowest
        assert pos_family(product.head, product.members, terms())[-1] == lowest


class TestPictures:
    """What tells one picture from another (R7)."""

    def test_r7_by_content_where_it_is_known(self) -> None:
        """Else by id and address."""
        assert picture_token(FRONT, terms().tokens) == "hash-front"
        assert picture_token(FRONT, {}) == f"@{FRONT.id} {FRONT.url}"

    def test_a_standalone_record_may_carry_its_pictures_as_its_own(self) -> None:
        """A member's own pictures are its variation's."""
        assert family_pictures(pos_record(images=(), variant_images=(BACK,))) == (BACK,)
        assert family_pictures(member("shirt", "Red", variant_images=(BACK,))) == ()

    def test_a_variation_has_one_picture(self) -> None:
        """The first of those that the POS has."""
        values = pos_member(member("blue", "Blue", variant_images=(BACK, FRONT)), terms())
        assert ("hash-back",) in values


class TestR18:
    """Names are compared in normal form."""

    @pytest.mark.parametrize(
        "name", ["Cafe\u0301", " Caf\u00e9", "Caf\u00e9 \r\n"], ids=["decomposed", "lead", "ends"]
    )
    def test_r18_names(self, name: str) -> None:
        """NFC, trimmed."""
        assert pos_value("name", pos_record(name=name)) == "Caf\u00e9"


class TestBases:
    """A base follows its product from simple to family and back."""

    def test_m10_what_both_layouts_have_is_carried_over(self) -> None:
        """What was not there was never agreed."""
        base = mug().base
        assert base is not None
        moved = product_base(base, family=True)
        assert moved is not None
        assert moved.pos[0] == "Mug"
        back = relaid(moved, FAMILY, SIMPLE)
        agreed = dict(zip((field.name for field in SIMPLE), back.pos, strict=True))
        assert agreed["name"] == "Mug"
        assert agreed["weight"] is MISSING

    def test_product_base_of_the_same_kind_is_the_very_same(self) -> None:
        """And nothing was agreed where there is no base."""
        base = mug().base
        assert base is not None
        assert product_base(base, family=False) is base.product
        assert product_base(None, family=False) is None


def test_unknown_has_a_name() -> None:
    """It is told apart from every value in a failing test's output."""
    assert repr(UNKNOWN) == "UNKNOWN"
