"""From what differs about one product to the writes that put it right (DESIGN §2.3)."""

from typing import Any

import pytest

from app.domain.pairing import OurPicture
from app.domain.product import CategoryRef, Dimensions, Weight
from app.domain.steps import (
    AddPicture,
    AdjustStock,
    AssignCategory,
    DeletePicture,
    DeleteProduct,
    DeleteVariation,
    PutProduct,
    UnassignCategory,
)
from tests.domain.builders import (
    BACK,
    FRONT,
    MUGS,
    Pair,
    body,
    choices,
    dec,
    kinds,
    levels,
    member,
    mug,
    shirts,
    terms,
)

MUG = mug()
SHIRTS = shirts()
GIFTS = CategoryRef("c-gifts", "Gifts")

POS_CHANGES: tuple[tuple[str, dict[str, Any], object], ...] = (
    ("name", {"name": "Cup"}, "Cup"),
    ("description", {"description": "digest-2"}, "digest-2"),
    ("brand", {"brand": "Bolt"}, "Bolt"),
    ("sku", {"sku": "CUP"}, "CUP"),
    ("barcode", {"barcode": "0000000000017"}, "0000000000017"),
    ("price", {"price_including_tax": dec("13")}, dec("13.00")),
    ("weight", {"weight": Weight(dec("1"), "KG")}, dec("1.000")),
    (
        "dimensions",
        {"dimensions": Dimensions(dec("1"), dec("2"), dec("3"), "CM")},
        (dec("1"), dec("2"), dec("3")),
    ),
)


@pytest.mark.parametrize(
    ("name", "change", "value"), POS_CHANGES, ids=[name for name, *_ in POS_CHANGES]
)
def test_r1_a_change_in_the_pos_reaches_ecom_and_r2_nothing_else_is_written(
    name: str, change: dict[str, Any], value: object
) -> None:
    """One write that carries that field alone, and says what it was before."""
    action = MUG.pos(**change).acted()
    assert kinds(action) == ["PutProduct"]
    assert body(action) == {name: value}
    (told,) = action.changes
    assert (told.field, told.variant, told.after) == (name, None, value)
    assert action.kind == "update"


@pytest.mark.parametrize(
    ("change", "step"),
    [
        pytest.param({"category": (GIFTS,)}, AssignCategory("c-gifts"), id="category"),
        pytest.param(
            {"images": (FRONT, BACK)},
            AddPicture("gallery", BACK.id, BACK.url, "hash-back"),
            id="images",
        ),
    ],
)
def test_r11_fields_with_writes_of_their_own_follow_too(
    change: dict[str, Any], step: object
) -> None:
    """Without any act of the manager."""
    assert step in MUG.pos(**change).acted().steps


def test_r11_stock_follows() -> None:
    """As a difference."""
    action = MUG.when(levels=levels(p1=8)).acted()
    assert action.steps == (AdjustStock(None, "", 8, 8, 5),)


def test_r1_a_change_in_ecom_is_put_back_never_sent_to_the_pos() -> None:
    """There is no step that could write to the POS."""
    action = MUG.ecom(name="Online mug").acted()
    assert action.steps == (PutProduct({"name": "Mug"}),)
    (told,) = action.changes
    assert (told.before, told.after) == ("Online mug", "Mug")


def test_r2_fields_that_do_not_sync_are_in_no_body() -> None:
    """Even where everything of the product changes."""
    changes = {key: value for _, change, _ in POS_CHANGES for key, value in change.items()}
    assert set(body(MUG.pos(**changes).acted())) == {name for name, *_ in POS_CHANGES}


def test_nothing_to_write_is_no_action() -> None:
    """In step on both sides."""
    assert MUG.action() is None
    assert SHIRTS.action() is None


class TestVisibility:
    """Enabled and disabled (R5, R8)."""

    def test_r5_inactive_in_the_pos_is_hidden(self) -> None:
        """With nothing else, whatever else changed."""
        action = MUG.pos(active=False, name="Cup").when(levels=levels(p1=9)).acted()
        assert (action.kind, action.steps) == ("hide", (PutProduct({"enabled": False}),))

    def test_r5_active_again_all_fields_are_written_first_and_it_is_shown_last(self) -> None:
        """Whoever looks sees it whole."""
        pair = MUG.pos(name="Cup", images=(FRONT, BACK), category=(MUGS, GIFTS))
        action = pair.ecom(enabled=False).when(levels=levels(p1=9)).acted()
        assert action.kind == "show"
        last = action.steps[-1]
        assert isinstance(last, PutProduct)
        assert last.values == {"name": "Cup", "enabled": True}
        assert set(kinds(action)[:-1]) == {
            *("AdjustStock", "AddPicture", "AssignCategory", "UnassignCategory"),
        }

    def test_r5_shown_online_by_hand_is_put_back(self) -> None:
        """An inactive product is hidden again."""
        action = MUG.pos(active=False).ecom(enabled=True).acted()
        assert action.kind == "hide"

    def test_r8_flag_off_hides_and_keeps_all_else(self) -> None:
        """It is not deleted."""
        off = MUG.when(choices=choices(flags={"p1": "off"}))
        assert off.acted().steps == (PutProduct({"enabled": False}),)
        assert off.ecom(enabled=False).action() is None

    def test_r8_flag_off_creates_nothing(self) -> None:
        """Nor does an inactive product come online."""
        assert MUG.unlinked().when(choices=choices(flags={"p1": "off"})).action() is None
        assert MUG.unlinked().pos(active=False).action() is None

    def test_r8_flag_on_again_enables(self) -> None:
        """The same product, with its content."""
        action = MUG.ecom(enabled=False).when(choices=choices(flags={"p1": "on"})).acted()
        assert (action.kind, action.ecom_id) == ("show", 1)


class TestRemoval:
    """Deleted in the POS (R6, RULES M20)."""

    GONE = MUG.pos(deleted=True)
    GENTLE = GONE.settings(removal__mode="hide")

    def test_r6_deleted_in_the_pos_is_deleted_online(self) -> None:
        """The service's own rule, and the default."""
        action = self.GONE.acted()
        assert (action.kind, action.steps) == ("delete", (DeleteProduct(),))

    def test_r4_the_last_variant_gone_the_product_goes(self) -> None:
        """Not variation by variation."""
        action = SHIRTS.pos("shirt", deleted=True).pos("blue", deleted=True).acted()
        assert (action.kind, action.steps) == ("delete", (DeleteProduct(),))

    def test_m20_hidden_at_once(self) -> None:
        """The link stays; the guard counts a hiding."""
        action = self.GENTLE.acted()
        assert (action.kind, action.steps) == ("hide", (PutProduct({"enabled": False}),))

    @pytest.mark.parametrize(
        ("today", "kind"),
        [
            ("2026-03-31T09:59:59+00:00", None),
            ("2026-03-31T10:00:00+00:00", "delete"),
            ("2026-04-05T00:00:00+00:00", "delete"),
        ],
        ids=["before", "on-the-day", "after"],
    )
    def test_m20_deleted_in_the_first_run_after_its_day(self, today: str, kind: str | None) -> None:
        """Never earlier."""
        pair = self.GENTLE.ecom(enabled=False).linked(due="2026-03-31T10:00:00+00:00")
        action = pair.when(today=today).action()
        assert (action.kind if action else None) == kind

    def test_m20_shown_by_hand_meanwhile_it_is_not_deleted(self) -> None:
        """Whatever the day."""
        pair = self.GENTLE.linked(due="2026-01-01T10:00:00+00:00")
        assert pair.action() is None

    def test_m20_back_in_the_pos_it_is_shown_again(self) -> None:
        """The same eCom product."""
        action = MUG.ecom(enabled=False).acted()
        assert (action.kind, action.ecom_id, body(action)) == ("show", 1, {"enabled": True})

    def test_m20_variants_of_a_living_family_are_deleted_at_once(self) -> None:
        """Whatever the setting."""
        pair = SHIRTS.pos("blue", deleted=True).settings(removal__mode="hide")
        assert DeleteVariation(12, "blue") in pair.acted().steps


class TestR7:
    """Pictures become exactly the POS's, in order."""

    def test_r7_changed_in_the_pos_all_others_are_removed(self) -> None:
        """What somebody added online goes with it."""
        action = MUG.ecom(image_ids=("0", "7")).pos(images=(BACK,)).acted()
        assert action.steps == (
            AddPicture("main", BACK.id, BACK.url, "hash-back"),
            DeletePicture("7"),
        )
        (told,) = action.changes
        assert (told.field, told.before, told.after) == ("images", 2, 1)

    def test_r7_unchanged_pictures_are_never_sent_again(self) -> None:
        """Ours in front stays as it is."""
        action = MUG.pos(images=(FRONT, BACK)).acted()
        assert action.steps == (AddPicture("gallery", BACK.id, BACK.url, "hash-back"),)

    def test_r7_removed_in_the_pos(self) -> None:
        """The last one too."""
        assert MUG.pos(images=()).acted().steps == (DeletePicture("0"),)

    def test_r7_reordered_in_the_pos(self) -> None:
        """The main picture is replaced, the gallery follows."""
        two = (
            MUG.ecom(image_ids=("0", "7"))
            .pos(images=(FRONT, BACK))
            .linked(
                pictures=(
                    OurPicture("0", "mark-front", "hash-front"),
                    OurPicture("7", "", "hash-back"),
                )
            )
        )
        settled = two.first_met().settle()
        assert list(settled.pos(images=(BACK, FRONT)).acted().steps) == [
            AddPicture("main", BACK.id, BACK.url, "hash-back"),
            DeletePicture("7"),
            AddPicture("gallery", FRONT.id, FRONT.url, "hash-front"),
        ]

    def test_r7_a_variations_picture(self) -> None:
        """One of its own, or none."""
        action = SHIRTS.pos("blue", variant_images=(BACK, FRONT)).acted()
        assert action.steps == (AddPicture("variation", BACK.id, BACK.url, "hash-back", "blue"),)


class TestR20:
    """Categories are added and taken away one by one, lists are never overwritten."""

    def test_r20_moved_in_the_pos(self) -> None:
        """Into the new one, out of the one that we assigned; those of people stay."""
        pair = MUG.ecom(category_ids=(51, 77)).settle().pos(category=(GIFTS,))
        assert pair.acted().steps == (AssignCategory("c-gifts"), UnassignCategory(51))

    def test_r20_cleared_in_the_pos(self) -> None:
        """Only ours is taken away (RULES M12)."""
        pair = MUG.ecom(category_ids=(51, 77)).settle().pos(category=())
        assert pair.acted().steps == (UnassignCategory(51),)

    def test_r20_at_the_first_link_it_is_added(self) -> None:
        """To what people assigned."""
        pair = MUG.ecom(category_ids=(77,)).first_met()
        assert pair.acted().steps == (AssignCategory("c-mugs"),)

    def test_r20_not_online_yet(self) -> None:
        """It is assigned by its POS id; the plan creates it before."""
        pair = MUG.ecom(category_ids=()).first_met().when(terms=terms(category_ids={}))
        assert AssignCategory("c-mugs") in pair.acted().steps


class TestM12:
    """Blank in the POS, not at the last sync: cleared."""

    @pytest.mark.parametrize(
        ("change", "written"),
        [
            ({"description": ""}, {"description": ""}),
            ({"brand": ""}, {"brand": ""}),
            ({"barcode": ""}, {"barcode": ""}),
            ({"weight": None}, {"weight": 0}),
            ({"dimensions": None}, {"dimensions": (0, 0, 0)}),
            (
                {"dimensions": Dimensions(dec("100"), None, dec("90"), "MM")},
                {"dimensions": (10, 0, 9)},
            ),
        ],
        ids=["description", "brand", "barcode", "weight", "dimensions", "one-side"],
    )
    def test_m12_how_each_field_is_cleared(
        self, change: dict[str, Any], written: dict[str, object]
    ) -> None:
        """Text with "", weight with 0, sizes with zeros, as one merged object."""
        action = MUG.pos(**change).acted()
        assert body(action) == written

    def test_m12_a_cleared_value_is_told_as_blank(self) -> None:
        """A change's blank is None (M19)."""
        (told,) = MUG.pos(brand="").acted().changes
        assert (told.before, told.after) == ("Acme", None)


def test_a_blocked_product_is_left_alone() -> None:
    """No request concerns it (RULES M8)."""
    pair: Pair = MUG.pos(brand="Bolt").when(problems={"p1": ("two candidates",)})
    assert pair.action() is None


def test_an_action_carries_the_parents_name_and_sku() -> None:
    """And its key (RULES M19)."""
    action = SHIRTS.pos("shirt", name="Tee").acted()
    assert (action.key, action.sku, action.name) == ("shirt", "SHIRT-RED", "Tee")
    assert action.writes == len(action.steps)
    assert member("shirt", "Red").sku == action.sku
