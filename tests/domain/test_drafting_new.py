"""Creating products: hidden until they are whole, unless one request does it (R21)."""

from typing import cast

import pytest

from app.domain.steps import AddPicture, CreateProduct, CreateVariation, PutProduct
from tests.domain.builders import (
    BACK,
    FRONT,
    Pair,
    dec,
    kinds,
    levels,
    member,
    mug,
    shirts,
)

MUG = mug().unlinked()
SHIRTS = shirts().unlinked()


def creation(pair: Pair) -> CreateProduct:
    """The first step of an action that creates."""
    return cast("CreateProduct", pair.acted().steps[0])


def test_m10_without_pictures_one_request_creates_it_enabled() -> None:
    """With everything the POS has of it."""
    action = MUG.pos(images=()).acted()
    assert kinds(action) == ["CreateProduct"]
    assert (action.kind, action.ecom_id) == ("create", None)
    assert creation(MUG.pos(images=())) == CreateProduct(
        "counterpart:p1",
        {
            "name": "Mug",
            "description": "digest-1",
            "brand": "Acme",
            "sku": "MUG",
            "barcode": "0123456789012",
            "price": dec("12.10"),
            "weight": dec("0.5"),
            "dimensions": (dec("10"), dec("8"), dec("9")),
            "stock": 5,
            "enabled": True,
        },
        ("c-mugs",),
    )


def test_m10_with_pictures_it_is_created_hidden_and_shown_last() -> None:
    """The main picture first, then the gallery."""
    action = MUG.pos(images=(FRONT, BACK)).acted()
    assert action.steps[1:] == (
        AddPicture("main", FRONT.id, FRONT.url, "hash-front"),
        AddPicture("gallery", BACK.id, BACK.url, "hash-back"),
        PutProduct({"enabled": True}),
    )
    assert creation(MUG).values["enabled"] is False


def test_m10_a_family_is_created_hidden_with_options_and_variations() -> None:
    """The product itself has stock 0, the lowest price and a SKU of its own."""
    action = SHIRTS.pos("blue", price_including_tax=dec("9")).acted()
    assert kinds(action) == ["CreateProduct", "CreateVariation", "CreateVariation", "PutProduct"]
    made = creation(SHIRTS.pos("blue", price_including_tax=dec("9")))
    assert made.options == (("Colour", ("Red", "Blue")),)
    assert made.values["sku"] == "SHIRT-RED-FAMILY"
    assert made.values["price"] == dec("9.00")
    assert (made.values["stock"], made.values["enabled"]) == (0, False)
    assert not {"barcode", "weight", "dimensions"} & made.values.keys()
    assert action.steps[-1] == PutProduct({"enabled": True})


def test_m10_variations_we_create_carry_all_of_their_own() -> None:
    """SKU, price, stock and, where the POS has them, weight, dimensions and barcode."""
    step = SHIRTS.pos("blue", weight=None).acted().steps[2]
    assert step == CreateVariation(
        "blue",
        (("Colour", "Blue"),),
        {
            "sku": "SHIRT-BLUE",
            "barcode": "0123456789012",
            "price": dec("12.10"),
            "dimensions": (dec("10"), dec("8"), dec("9")),
            "stock": 5,
        },
    )


def test_m10_inactive_members_are_not_created() -> None:
    """Neither they nor option values that only they have, nor their price."""
    pair = SHIRTS.pos("blue", active=False, price_including_tax=dec("1"))
    assert kinds(pair.acted()) == ["CreateProduct", "CreateVariation", "PutProduct"]
    assert creation(pair).options == (("Colour", ("Red",)),)
    assert creation(pair).values["price"] == dec("12.10")


def test_m18_options_are_named_in_the_poss_order() -> None:
    """Values in first appearance over the members, oldest first."""
    pair = SHIRTS.of(
        member("shirt", "Red", options=(("Size", "L"), ("Colour", "Red"))),
        member("b", "Blue", options=(("Size", "S"), ("Colour", "Red")), sku="B"),
        member("a", "Blue", options=(("Size", "S"), ("Colour", "Blue")), sku="A"),
    )
    assert creation(pair).options == (("Size", ("L", "S")), ("Colour", ("Red", "Blue")))


def test_r7_a_new_variation_gets_its_picture() -> None:
    """One, after it exists."""
    action = SHIRTS.pos("blue", variant_images=(BACK, FRONT)).acted()
    step = AddPicture("variation", BACK.id, BACK.url, "hash-back", "blue")
    assert action.steps.index(step) > kinds(action).index("CreateVariation") + 1
    assert action.steps[-1] == PutProduct({"enabled": True})


def test_r14_the_reference_makes_a_creation_recognisable() -> None:
    """Unique per store: a second creation is refused, a lost reply can be settled (M7)."""
    assert creation(MUG).reference == "counterpart:p1"
    assert creation(SHIRTS).reference == "counterpart:shirt"


@pytest.mark.parametrize("name", ["brand", "category", "price", "description", "weight"])
def test_r12_a_field_switched_off_is_not_created_either(name: str) -> None:
    """It behaves like one that does not sync."""
    made = creation(MUG.settings(**{f"fields__{name}__sync": False}))
    assert name not in made.values
    assert made.categories == (() if name == "category" else ("c-mugs",))


def test_r12_pictures_switched_off_are_not_sent() -> None:
    """Then one request is enough."""
    assert kinds(MUG.settings(fields__images__sync=False).acted()) == ["CreateProduct"]


@pytest.mark.parametrize(
    ("pair", "stock"),
    [
        pytest.param(MUG.when(levels=levels(p1=7), held={"p1": 2}), 5, id="less-what-is-held"),
        pytest.param(MUG.pos(tracked=False), "unlimited", id="untracked"),
        pytest.param(MUG.when(levels={}), 0, id="unknown-publishes-nothing"),
        pytest.param(MUG.pos(composite=True), 0, id="a-bundle-publishes-nothing"),
        pytest.param(MUG.settings(fields__stock__sync=False), 0, id="switched-off"),
    ],
)
def test_m5_with_a_create_stock_is_absolute(pair: Pair, stock: object) -> None:
    """Unknown is tracked 0: nothing is sold that nobody knows."""
    assert creation(pair).values["stock"] == stock


def test_m8_without_a_known_price_nothing_is_sold_for_nothing() -> None:
    """Nothing stands online to be left as it is, so the product waits, and says why."""
    unknown = MUG.pos(price_including_tax=None)
    assert unknown.action() is None
    assert unknown.assess().status == "needs attention"
    assert "no price" in unknown.assess().reasons[0]
    assert creation(unknown.settings(fields__price__sync=False)).values.get("price") is None
    assert creation(MUG.pos(price_including_tax=dec("0"))).values["price"] == 0


def test_m19_the_changes_tell_all_that_is_created() -> None:
    """From nothing; as shown in the end."""
    told = {c.field: c.after for c in MUG.acted().changes}
    assert told["enabled"] is True
    assert told["images"] == 1
    assert told["category"] == ("Mugs",)
    assert all(c.before is None for c in MUG.acted().changes)
