"""One field, three values: the table of RULES M1 and what it means field by field."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import pytest

from app.domain.comparing import Policy, compare, is_blank, same
from app.domain.fields import (
    BARCODE,
    BRAND,
    CATEGORY,
    DIMENSIONS,
    FIELDS,
    NAME,
    OPTIONS,
    PRICE,
    SKU,
    UNKNOWN,
    WEIGHT,
    Field,
)
from app.domain.pairing import MISSING, UnitBase
from tests.domain.builders import BACK, CATEGORY_IDS, FRONT, TOKENS, Pair, choices, dec, mug, terms


def policy(
    *, off: str = "", keeps: str = "", kept_at_first_link: str = "", replaces: bool = False
) -> Policy:
    """Everything in step and put back, unless said otherwise for one field."""
    return Policy(
        off=frozenset([off] if off else []),
        keeps=lambda name: name == keeps,
        kept_at_first_link=lambda name: name == kept_at_first_link,
        replace_first_images=replaces,
        tokens=TOKENS,
    )


@dataclass(frozen=True)
class Found:
    """What became of one field: its state, what would be written, the base afterwards."""

    state: str
    wish: object
    pos_base: object
    ecom_base: object


def found(
    field: Field, base: tuple[object, object] | None, pos: object, ecom: object, how: Policy
) -> Found:
    """Compare one field alone."""
    unit = None if base is None else UnitBase((base[0],), (base[1],))
    result = compare((field,), (pos,), (ecom,), unit, how)
    after = (result.base.pos[0], result.base.ecom[0])
    if not result.verdicts:
        return Found("settled", None, *after)
    verdict = result.verdicts[0]
    return Found(verdict.state, verdict.wish if verdict.write else None, *after)


class TestM1:
    """The six rows of the table, and what moves the base."""

    @pytest.mark.parametrize(
        ("base", "pos", "ecom", "expected"),
        [
            pytest.param(
                None, "Acme", "Acme", Found("settled", None, "Acme", "Acme"), id="none-equal"
            ),
            pytest.param(
                None, "", "Online", Found("settled", None, "", "Online"), id="none-pos-blank"
            ),
            pytest.param(
                None,
                "Acme",
                "Online",
                Found("first link", "Acme", MISSING, MISSING),
                id="none-differs",
            ),
            pytest.param(
                ("Acme", "Acme"),
                "Acme",
                "Acme",
                Found("settled", None, "Acme", "Acme"),
                id="neither-changed",
            ),
            pytest.param(
                ("Acme", "ACME Inc."),
                "Acme",
                "ACME Inc.",
                Found("settled", None, "Acme", "ACME Inc."),
                id="neither-changed-yet-they-differ",
            ),
            pytest.param(
                ("Acme", "Acme"),
                "Bolt",
                "Acme",
                Found("pos waits", "Bolt", "Acme", "Acme"),
                id="pos-changed",
            ),
            pytest.param(
                ("Acme", "Acme"),
                "Acme",
                "Online",
                Found("online edit", "Acme", "Acme", "Acme"),
                id="ecom-changed",
            ),
            pytest.param(
                ("Acme", "Acme"),
                "Bolt",
                "Bolt",
                Found("settled", None, "Bolt", "Bolt"),
                id="both-changed-to-the-same",
            ),
            pytest.param(
                ("Acme", "Acme"),
                "Bolt",
                "Online",
                Found("conflict", "Bolt", "Acme", "Acme"),
                id="both-changed",
            ),
            pytest.param(
                ("Acme", "ACME Inc."),
                "ACME Inc.",
                "ACME Inc.",
                Found("settled", None, "ACME Inc.", "ACME Inc."),
                id="pos-changed-to-what-ecom-has",
            ),
        ],
    )
    def test_m1_each_row(
        self, base: tuple[object, object] | None, pos: str, ecom: str, expected: Found
    ) -> None:
        """State, what is written, and the base, which moves only where both sides are equal."""
        assert found(BRAND, base, pos, ecom, policy()) == expected

    def test_m1_a_kept_edit_leaves_the_base_so_that_it_stays_visible(self) -> None:
        """Nothing is written, and the next sync sees the same edit."""
        kept = found(BRAND, ("Acme", "Acme"), "Acme", "Online", policy(keeps="brand"))
        assert kept == Found("kept", None, "Acme", "Acme")

    def test_m1_the_pos_wins_a_conflict_even_where_online_edits_are_kept(self) -> None:
        """Keeping ends when the POS changes the field."""
        assert found(BRAND, ("Acme", "Acme"), "Bolt", "Online", policy(keeps="brand")) == Found(
            "conflict", "Bolt", "Acme", "Acme"
        )

    def test_m1_a_field_switched_off_is_not_compared_and_loses_its_base(self) -> None:
        """Whatever differs, nothing is found; nothing is left to compare with later."""
        off = policy(off="brand")
        gone = Found("settled", None, MISSING, MISSING)
        assert found(BRAND, ("Acme", "Acme"), "Bolt", "Online", off) == gone
        assert found(BRAND, ("Acme", "Acme"), "Acme", "Acme", off) == gone

    def test_m1_a_field_switched_on_again_is_a_first_link(self) -> None:
        """Even an edit that was kept before, and that nobody touched since."""
        pair = mug().settings(fields__brand__edited_online="keep").ecom(brand="Online")
        quiet = pair.settle().settings(fields__brand__sync=False).settle()
        again = quiet.settings(fields__brand__sync=True).verdict("brand")
        assert again is not None
        assert (again.state, again.wish) == ("first link", "Acme")

    def test_m1_a_quiet_base_is_dropped_too_when_its_field_is_switched_off(self) -> None:
        """A text that the shop reformatted is written once more after off and on."""
        base = UnitBase(("Acme",), ("ACME Inc.",))
        off = compare((BRAND,), base.pos, base.ecom, base, policy(off="brand"))
        on = compare((BRAND,), base.pos, base.ecom, off.base, policy())
        assert [v.state for v in on.verdicts] == ["first link"]

    def test_m1_an_unmoved_base_is_the_very_same_object(self) -> None:
        """So that nothing is stored anew for products that nobody touched."""
        pair = mug()
        assert pair.assess().base is pair.base

    def test_m1_an_unknown_pos_value_is_neither_blank_nor_a_change(self) -> None:
        """It stands beside the base, which stays."""
        unknown = found(PRICE, (dec("1"), dec("1")), UNKNOWN, dec("2"), policy())
        assert unknown == Found("unknown", None, dec("1"), dec("1"))

    def test_m1_an_unknown_ecom_value_is_not_compared(self) -> None:
        """Nothing is written over what can't be read, and the base stays."""
        assert found(PRICE, (dec("1"), dec("1")), dec("2"), UNKNOWN, policy()) == Found(
            "settled", None, dec("1"), dec("1")
        )


class TestM9:
    """First link: no base on either side."""

    def test_m9_keep_online_is_a_choice_per_field(self) -> None:
        """The online value stays and counts as agreed from then on."""
        kept = found(BRAND, None, "Acme", "Online", policy(kept_at_first_link="brand"))
        assert kept == Found("settled", None, "Acme", "Online")

    @pytest.mark.parametrize(
        ("online", "replaces", "state"),
        [
            pytest.param((), False, "first link", id="none-online-the-pos-ones-go-up"),
            pytest.param(("0", "7"), False, "settled", id="some-online-they-stay"),
            pytest.param(("0", "7"), True, "first link", id="some-online-replaced-by-setting"),
        ],
    )
    def test_m9_pictures(self, online: tuple[str, ...], replaces: bool, state: str) -> None:
        """Pictures are never compared across the sides."""
        pair = mug().ecom(image_ids=online).linked(pictures=()).first_met()
        pair = pair.settings(first_link__images="replace" if replaces else "keep")
        verdict = pair.verdict("images")
        assert (verdict.state if verdict else "settled") == state

    def test_m9_pictures_that_stay_make_the_pos_list_the_base(self) -> None:
        """A later change in the POS is a change; nothing is one now."""
        pair = mug().ecom(image_ids=("0", "7")).linked(pictures=()).first_met().settle()
        assert pair.verdict("images") is None
        changed = pair.pos(images=(BACK,)).verdict("images")
        assert changed is not None
        assert changed.state == "pos waits"

    def test_m9_a_blank_pos_value_leaves_what_ecom_has(self) -> None:
        """For every field that can be blank."""
        blank = mug().pos(
            description="",
            brand="",
            barcode="",
            category=(),
            weight=None,
            dimensions=None,
            images=(),
        )
        assert blank.first_met().assess().verdicts == ()


class TestR12:
    """What becomes of an edit made online while the POS has not changed (RULES M3)."""

    KEEPABLE = frozenset(
        {
            *("name", "description", "brand", "category", "barcode"),
            *("price", "weight", "dimensions"),
        }
    )

    def test_m3_fields_whose_online_edit_may_be_kept(self) -> None:
        """Exactly those of the rule."""
        assert {field.name for field in FIELDS if field.keepable} == self.KEEPABLE

    def test_m3_fields_that_may_be_switched_off(self) -> None:
        """All but SKU, options and *enabled*; option values belong to the options."""
        fixed = {field.name for field in FIELDS if not field.switchable}
        assert fixed == {"sku", "options", "enabled"}

    EDITS: tuple[tuple[str, dict[str, Any]], ...] = (
        ("name", {"name": "Online mug"}),
        ("description", {"description": "digest-online"}),
        ("brand", {"brand": "Online"}),
        ("category", {"category_ids": (77,)}),
        ("barcode", {"barcode": "999"}),
        ("price", {"price": dec("99")}),
        ("weight", {"weight": dec("9")}),
        ("dimensions", {"dimensions": (dec("1"), dec("2"), dec("3"))}),
    )

    @pytest.mark.parametrize(("name", "edit"), EDITS, ids=[name for name, _ in EDITS])
    def test_r12_an_online_edit_is_put_back_by_default(
        self, name: str, edit: dict[str, Any]
    ) -> None:
        """The POS is the source of truth."""
        verdict = mug().ecom(**edit).verdict(name)
        assert verdict is not None
        assert (verdict.state, verdict.write) == ("online edit", True)

    @pytest.mark.parametrize(("name", "edit"), EDITS, ids=[name for name, _ in EDITS])
    @pytest.mark.parametrize("by", ["store", "product"])
    def test_r12_an_online_edit_is_kept_where_the_manager_says_so(
        self, name: str, edit: dict[str, Any], by: str
    ) -> None:
        """By the setting of the field, or by a choice made on the product (M3)."""
        pair = mug().ecom(**edit)
        if by == "store":
            pair = pair.settings(**{f"fields__{name}__edited_online": "keep"})
        else:
            pair = pair.when(choices=choices(kept={"p1": frozenset({name})}))
        verdict = pair.verdict(name)
        assert verdict is not None
        assert (verdict.state, verdict.write) == ("kept", False)
        assert pair.action() is None

    def test_m3_a_choice_made_on_another_product_says_nothing(self) -> None:
        """Kept edits hang on the product's key."""
        pair = mug().ecom(brand="Online").when(choices=choices(kept={"p2": frozenset({"brand"})}))
        verdict = pair.verdict("brand")
        assert verdict is not None
        assert verdict.state == "online edit"

    def test_m3_an_edited_sku_is_always_put_back(self) -> None:
        """Even if somebody stored a setting that does not exist."""
        how = policy(keeps="sku")
        assert found(SKU, ("MUG", "MUG"), "MUG", "CUP", how).state == "online edit"

    @pytest.mark.parametrize(
        ("blank", "edit"),
        [
            ({"description": ""}, {"description": "digest-online"}),
            ({"brand": ""}, {"brand": "Online"}),
            ({"barcode": ""}, {"barcode": "999"}),
            ({"category": ()}, {"category_ids": (77,)}),
            ({"weight": None}, {"weight": dec("9")}),
            ({"dimensions": None}, {"dimensions": (dec("1"), dec("2"), dec("3"))}),
            ({"images": ()}, {"image_ids": ("0", "8", "9")}),
        ],
        ids=["description", "brand", "barcode", "category", "weight", "dimensions", "images"],
    )
    def test_m3_an_online_edit_of_a_field_blank_in_the_pos_is_never_put_back(
        self, blank: dict[str, Any], edit: dict[str, Any]
    ) -> None:
        """Nor is it shown as an edit: the POS says nothing about the field."""
        pair = mug().pos(**blank).first_met().settle().ecom(**edit)
        assert pair.assess().verdicts == ()
        assert pair.assess().status == "in sync"


class TestM12:
    """Blanks: what was there at the last sync and is blank now is cleared; else untouched."""

    CLEARED: tuple[tuple[str, dict[str, Any], object], ...] = (
        ("description", {"description": ""}, ""),
        ("brand", {"brand": ""}, ""),
        ("barcode", {"barcode": ""}, ""),
        ("weight", {"weight": None}, Decimal(0)),
        ("dimensions", {"dimensions": None}, (Decimal(0), Decimal(0), Decimal(0))),
        ("category", {"category": ()}, frozenset()),
        ("images", {"images": ()}, ()),
    )

    @pytest.mark.parametrize(("name", "blank", "wish"), CLEARED, ids=[row[0] for row in CLEARED])
    def test_m12_cleared_when_it_was_there(
        self, name: str, blank: dict[str, Any], wish: object
    ) -> None:
        """A value of the last sync that is gone now is a change."""
        verdict = mug().pos(**blank).verdict(name)
        assert verdict is not None
        assert (verdict.state, verdict.wish) == ("pos waits", wish)

    @pytest.mark.parametrize(("name", "blank", "_wish"), CLEARED, ids=[row[0] for row in CLEARED])
    def test_m12_untouched_when_it_was_always_blank(
        self, name: str, blank: dict[str, Any], _wish: object
    ) -> None:
        """Whatever eCom has there stays, at the first link and ever after."""
        pair = mug().pos(**blank).first_met()
        assert pair.verdict(name) is None
        assert pair.settle().verdict(name) is None

    def test_m12_already_blank_on_both_sides_is_settled(self) -> None:
        """Cleared in the POS and online by the same hand: nothing is left to write."""
        pair = mug().pos(brand="", weight=None, images=(), category=())
        pair = pair.ecom(brand="", weight=None, image_ids=(), main_image_mark="", category_ids=())
        assert pair.assess().status == "in sync"
        assert pair.action() is None

    def test_m12_clearing_a_category_leaves_those_that_people_assigned(self) -> None:
        """Only the one that we assigned is taken away."""
        verdict = mug().ecom(category_ids=(51, 77)).settle().pos(category=()).verdict("category")
        assert verdict is not None
        assert verdict.wish == frozenset({77})

    @pytest.mark.parametrize(
        ("pos", "base", "ecom", "wish"),
        [
            pytest.param(
                (dec("10"), None, None),
                (dec("10"), dec("8"), None),
                (dec("10"), dec("8"), dec("9")),
                (dec("10"), Decimal(0), dec("9")),
                id="one-side-cleared-one-never-told",
            ),
            pytest.param(
                (dec("12"), dec("8"), None),
                (dec("10"), dec("8"), None),
                (dec("10"), dec("8"), dec("9")),
                (dec("12"), dec("8"), dec("9")),
                id="one-side-changed",
            ),
            pytest.param(
                None,
                (dec("10"), dec("8"), None),
                (dec("10"), dec("8"), dec("9")),
                (Decimal(0), Decimal(0), dec("9")),
                id="all-told-sides-cleared",
            ),
        ],
    )
    def test_m12_sizes_side_by_side(
        self, pos: object, base: object, ecom: object, wish: object
    ) -> None:
        """Each side is cleared or left by itself, and all are written as one merged object."""
        assert found(DIMENSIONS, (base, ecom), pos, ecom, policy()).wish == wish

    def test_m12_a_missing_price_is_unknown_and_clears_nothing(self) -> None:
        """It is told as a reason and left as eCom has it."""
        pair = mug().pos(price_including_tax=None)
        verdict = pair.verdict("price")
        assert verdict is not None
        assert (verdict.state, verdict.write) == ("unknown", False)
        assert pair.action() is None

    def test_m12_a_missing_sku_of_a_linked_product_is_left_online(self) -> None:
        """Blank is attention, never an order to clear."""
        pair = mug().pos(sku="")
        assert pair.verdict("sku") is None
        assert any("no SKU" in reason for reason in pair.assess().reasons)

    @pytest.mark.parametrize("value", [None, "", (), UNKNOWN], ids=repr)
    def test_m12_what_is_blank(self, value: object) -> None:
        """Nothing, empty text, empty lists; unknown says nothing either."""
        assert is_blank(value)

    @pytest.mark.parametrize("value", [Decimal(0), False, "0", ("x",)], ids=repr)
    def test_m12_what_is_not_blank(self, value: object) -> None:
        """A price of zero and a switch that is off are values."""
        assert not is_blank(value)


class TestKinds:
    """Comparers of the fields that are no plain values."""

    @pytest.mark.parametrize(
        ("field", "wish", "ecom", "first", "equal"),
        [
            pytest.param(WEIGHT, dec("0.5"), dec("0.5004"), False, True, id="half-a-place"),
            pytest.param(WEIGHT, dec("0.5"), dec("0.5006"), False, False, id="more-than-half"),
            pytest.param(WEIGHT, dec("10"), dec("10.05"), True, True, id="half-percent-first"),
            pytest.param(WEIGHT, dec("10"), dec("10.06"), True, False, id="more-than-half-percent"),
            pytest.param(WEIGHT, dec("10"), dec("10.05"), False, False, id="half-percent-later"),
            pytest.param(WEIGHT, Decimal(0), None, False, True, id="zero-is-blank"),
            pytest.param(
                DIMENSIONS,
                (dec("10"), None, dec("9")),
                (dec("10.005"), None, dec("9")),
                False,
                True,
                id="sides-half-a-place",
            ),
            pytest.param(
                DIMENSIONS,
                (dec("10"), None, dec("9")),
                (dec("10.01"), None, dec("9")),
                False,
                False,
                id="sides-one-place",
            ),
            pytest.param(CATEGORY, frozenset({1, 2}), (2, 1), False, True, id="members"),
            pytest.param(
                OPTIONS,
                (("Size", "L"), ("Colour", "Red")),
                (("Colour", "Red"), ("Size", "L")),
                False,
                True,
                id="options-in-any-order",
            ),
            pytest.param(NAME, "Mug", "mug", False, False, id="text-case-sensitive"),
        ],
    )
    def test_r17_same(
        self, field: Field, wish: object, ecom: object, first: bool, equal: bool
    ) -> None:
        """Tolerance of half a unit in the last place; 0.5 % only at the first link (S10)."""
        assert same(field, wish, ecom, first=first) is equal

    def test_r18_text_that_the_shop_reformatted_is_not_written_again(self) -> None:
        """What eCom answered is its base; the two may differ for ever."""
        base = ("digest-1", "digest-reformatted")
        quiet = found(FIELDS[2], base, *base, policy())
        assert quiet.state == "settled"

    def test_m18_an_option_that_exists_only_online_is_left(self) -> None:
        """It stays behind the POS's own in what is written."""
        base = ((("Colour", "Red"),), (("Colour", "Red"), ("Print", "Cat")))
        changed = found(OPTIONS, base, (("Colour", "Blue"),), base[1], policy())
        assert changed.wish == (("Colour", "Blue"), ("Print", "Cat"))

    def test_m18_an_online_only_option_set_anew_is_no_edit_of_ours(self) -> None:
        """The POS says nothing about it."""
        base = ((("Colour", "Red"),), (("Colour", "Red"),))
        now = (("Colour", "Red"), ("Print", "Dog"))
        assert found(OPTIONS, base, base[0], now, policy()).state == "settled"

    def test_r20_a_moved_product_leaves_only_the_category_that_we_assigned(self) -> None:
        """Categories of people stay."""
        moved = found(CATEGORY, (51, (51, 77)), 52, (51, 77), policy())
        assert moved.wish == frozenset({52, 77})

    def test_r20_categories_that_people_assign_are_no_edit(self) -> None:
        """They stay without being shown as a difference."""
        assert found(CATEGORY, (51, (51,)), 51, (51, 77), policy()).state == "settled"

    def test_r20_taken_out_of_our_category_online_it_is_put_back(self) -> None:
        """An online edit like any other."""
        edit = found(CATEGORY, (51, (51, 77)), 51, (77,), policy())
        assert (edit.state, edit.wish) == ("online edit", frozenset({51, 77}))

    def test_barcodes_are_text(self) -> None:
        """Leading zeros count."""
        assert found(BARCODE, ("012", "012"), "12", "012", policy()).state == "pos waits"


class TestR7:
    """Pictures: the POS's list of contents, eCom's list of ids, never compared across."""

    def test_r7_pictures_added_online_stay_while_the_pos_has_not_changed(self) -> None:
        """They are shown as an edit that is kept; nothing is written."""
        pair = mug().ecom(image_ids=("0", "7"))
        verdict = pair.verdict("images")
        assert verdict is not None
        assert (verdict.state, verdict.write) == ("kept", False)
        assert pair.action() is None

    def test_r7_pictures_added_online_go_when_the_pos_changes_its_own(self) -> None:
        """The shop's pictures become exactly the POS's."""
        verdict = mug().ecom(image_ids=("0", "7")).pos(images=(BACK,)).verdict("images")
        assert verdict is not None
        assert (verdict.state, verdict.wish) == ("conflict", ("hash-back",))

    @pytest.mark.parametrize(
        "images",
        [(FRONT, BACK), (BACK,), (), (BACK, FRONT)],
        ids=["added", "changed", "removed", "added-in-front"],
    )
    def test_r7_any_change_of_the_pos_list_is_a_change(self, images: tuple[object, ...]) -> None:
        """Added, changed, removed or reordered."""
        verdict = mug().pos(images=images).verdict("images")
        assert verdict is not None
        assert verdict.state == "pos waits"

    def test_r7_reordered_pictures_are_a_change(self) -> None:
        """Order counts."""
        pair = mug().pos(images=(FRONT, BACK)).settle().first_met().settle()
        verdict = pair.pos(images=(BACK, FRONT)).verdict("images")
        assert verdict is not None
        assert verdict.state == "pos waits"

    def test_r7_a_content_hash_learned_since_is_no_change(self) -> None:
        """Marks of id and address in the base are read as the content they turned out to be."""
        blind = mug().when(terms=terms(tokens={})).first_met().settle()
        assert blind.when(terms=terms()).verdict("images") is None

    def test_r7_the_same_content_under_another_id_is_no_change(self) -> None:
        """Pictures are compared by content hash."""
        copy = type(FRONT)("i-copy", "https://pictures.example/copy.jpg")
        known = {**TOKENS, (copy.id, copy.url): "hash-front"}
        pair = mug().pos(images=(copy,)).when(terms=terms(tokens=known))
        assert pair.verdict("images") is None

    def test_r7_pictures_that_already_stand_as_wanted_are_settled(self) -> None:
        """The last of two was removed in the POS and online: nothing is left to write."""
        both = mug().pos(images=(FRONT, BACK)).ecom(image_ids=("0", "7"))
        agreed_on_two = both.first_met().settle()
        now = agreed_on_two.pos(images=(FRONT,)).ecom(image_ids=("0",))
        assert now.assess().status == "in sync"
        assert now.action() is None

    def test_m12_an_unreadable_list_of_pictures_is_never_empty(self) -> None:
        """Unknown is not blank: nothing is deleted."""
        pair = mug().pos(images=(), problems=(("images", "a picture without address"),))
        verdict = pair.verdict("images")
        assert verdict is not None
        assert (verdict.state, verdict.write) == ("unknown", False)
        assert pair.assess().reasons == ("a picture without address",)


def test_r2_and_r12_a_field_switched_off_is_never_written() -> None:
    """It behaves like a field that does not sync."""
    pair: Pair = mug().pos(brand="Bolt", name="Cup").settings(fields__brand__sync=False)
    action = pair.acted()
    assert {change.field for change in action.changes} == {"name"}


def test_known_category_ids_are_those_of_the_builders() -> None:
    """A category that is not online yet is wished for under a name of its own."""
    verdict = mug().when(terms=terms(category_ids={"c-gifts": 52})).verdict("category")
    assert CATEGORY_IDS["c-mugs"] == 51
    assert verdict is not None
    assert verdict.wish == frozenset({"new:c-mugs"})
