"""Whether eCom's answer shows what an action was to achieve (RULES M16)."""

from typing import Any

import pytest

from app.domain.actions import Action, Change, VariantRef
from app.domain.pair_comparison import settled_base
from app.domain.pairing import UnitBase
from app.domain.product import EcomProduct
from app.domain.steps import AddPicture, CreateVariation, DeletePicture, PutProduct, Step
from app.domain.verifying import ACCEPTED_AS_ANSWERED, unmet, written_fields
from tests.domain.builders import dec, ecom_family, ecom_product, mug, variation

BLUE = VariantRef("blue", 12, "SHIRT-BLUE")
NEW = VariantRef("green", None, "SHIRT-GREEN")


def did(*changes: Change, steps: tuple[Step, ...] = (PutProduct({}),)) -> Action:
    """An action that made these changes."""
    return Action("update", "p1", 1, "MUG", "Mug", changes, steps)


def change(name: str, after: object, variant: VariantRef | None = None) -> Change:
    """One field that was written."""
    return Change(name, variant, "before", after)


@pytest.mark.parametrize(
    ("action", "there", "words"),
    [
        pytest.param(
            did(change("price", dec("12.10"))), ecom_product(price=dec("12.1")), "", id="price-kept"
        ),
        pytest.param(
            did(change("price", dec("15"))), ecom_product(), "price 12.10 instead of 15", id="price"
        ),
        pytest.param(did(change("sku", "CUP")), ecom_product(), "sku MUG instead of CUP", id="sku"),
        pytest.param(
            did(change("enabled", False)),
            ecom_product(),
            "enabled True instead of False",
            id="enabled",
        ),
        pytest.param(did(change("name", "Cup")), ecom_product(), "", id="text-is-accepted"),
        pytest.param(did(change("stock", 9)), ecom_product(), "", id="stock-moves-by-orders"),
        pytest.param(
            did(change("weight", dec("9"))), ecom_product(), "", id="weight-may-be-dropped"
        ),
        pytest.param(
            did(change("price", dec("9"), BLUE)),
            ecom_family(),
            "price 12.10 instead of 9",
            id="price-of-a-variation",
        ),
        pytest.param(
            did(change("price", dec("9"), BLUE)),
            ecom_family(variation(12, "Blue", price=None), price=dec("9")),
            "",
            id="an-inherited-price-counts",
        ),
        pytest.param(
            did(change("sku", "X", BLUE)),
            ecom_family(),
            "sku SHIRT-BLUE instead of X",
            id="sku-of-a-variation",
        ),
        pytest.param(
            did(change("options", {"Colour": "Navy"}, BLUE)),
            ecom_family(),
            "options",
            id="options-of-a-variation",
        ),
        pytest.param(
            did(change("options", None, BLUE)),
            ecom_family(),
            "the variation SHIRT-BLUE",
            id="a-variation-still-there",
        ),
        pytest.param(
            did(change("options", None, BLUE)),
            ecom_family(variation(11, "Red")),
            "",
            id="a-variation-gone",
        ),
    ],
)
def test_m16_what_the_shop_kept(action: Action, there: EcomProduct, words: str) -> None:
    """Price, SKU, visibility and options must be right; text is accepted, stock may move on."""
    found = "; ".join(unmet(action, there, {}))
    assert words in found
    assert bool(found) is bool(words)


@pytest.mark.parametrize(
    ("variations", "words"),
    [({"green": 13}, []), ({}, ["no variation Green"]), ({"green": 99}, ["no variation Green"])],
    ids=["there", "never-heard-of", "not-in-the-answer"],
)
def test_m16_a_created_variation_must_be_there(
    variations: dict[str, int], words: list[str]
) -> None:
    """By the id that its creation answered."""
    action = did(
        change("options", {"Colour": "Green"}, NEW),
        change("price", dec("12.10"), NEW),
        steps=(CreateVariation("green", (("Colour", "Green"),), {}),),
    )
    there = ecom_family(variation(12, "Blue"), variation(13, "Green"))
    assert unmet(action, there, variations) == words


@pytest.mark.parametrize(
    ("images", "wanted", "words"),
    [
        (("0", "7"), 2, []),
        (("0",), 2, ["1 pictures instead of 2"]),
        ((), None, []),
        (("0",), None, ["1 pictures instead of 0"]),
    ],
    ids=["all", "one-missing", "all-deleted", "one-left"],
)
def test_m16_the_number_of_pictures_must_be_right(
    images: tuple[str, ...], wanted: object, words: list[str]
) -> None:
    """Where an action touched the product's own."""
    action = did(change("images", wanted), steps=(AddPicture("gallery", "i", "u", "t"),))
    assert unmet(action, ecom_product(image_ids=images), {}) == words


def test_m16_a_variations_picture_says_nothing_of_the_products() -> None:
    """Their number is not its business."""
    steps: tuple[Step, ...] = (
        AddPicture("variation", "i", "u", "t", "blue"),
        DeletePicture("0", "blue", 12),
    )
    action = did(change("images", 1, BLUE), steps=steps)
    assert unmet(action, ecom_product(image_ids=("0", "7", "8")), {}) == []


def test_m16_fields_accepted_as_answered() -> None:
    """Those of the rule."""
    expected = {"name", "description", "brand", "category", "barcode"}
    assert expected == ACCEPTED_AS_ANSWERED


def test_written_fields_by_record() -> None:
    """The product itself under an empty id."""
    action = did(change("name", "Cup"), change("price", dec("9")), change("sku", "X", BLUE))
    assert written_fields(action) == {
        "": frozenset({"name", "price"}),
        "blue": frozenset({"sku"}),
    }


class TestSettled:
    """The base after a write was read back (RULES M1, M16)."""

    def settle(self, answered: dict[str, Any], written: frozenset[str]) -> tuple[object, object]:
        """Write a name, read it back, and settle: the two values of the name's base."""
        pair = mug().pos(name="Grande tasse").ecom(**answered)
        assert pair.there is not None
        assert pair.link is not None
        after = settled_base(
            pair.product, pair.there, pair.link, pair.base, pair.situation, {"": written}
        )
        unit: UnitBase = after.product
        return unit.pos[0], unit.ecom[0]

    def test_m16_text_that_reads_back_different_is_accepted(self) -> None:
        """It becomes the base, and the next sync writes nothing."""
        answered = self.settle({"name": "Grande Tasse"}, frozenset({"name"}))
        assert answered == ("Grande tasse", "Grande Tasse")

    def test_m1_what_was_not_written_does_not_move_the_base(self) -> None:
        """Never because a write was merely sent."""
        assert self.settle({"name": "Mug"}, frozenset({"brand"})) == ("Mug", "Mug")

    def test_m1_what_is_equal_now_is_settled_without_being_written(self) -> None:
        """Found equal is as good."""
        answered = self.settle({"name": "Grande tasse"}, frozenset())
        assert answered == ("Grande tasse", "Grande tasse")
