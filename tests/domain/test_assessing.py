"""The status of a pair: every one, and which goes before which (DESIGN §3, RULES M2, M8)."""

from dataclasses import replace
from typing import Any, get_args

import pytest

from app.domain.assessing import Status, assess_only_online
from app.domain.pairing import Link
from tests.domain.builders import (
    BACK,
    Pair,
    choices,
    dec,
    ecom_family,
    ecom_product,
    family,
    levels,
    member,
    mug,
    shirts,
    situation,
    terms,
    variation,
)


def flagged(pair: Pair, flag: str) -> Pair:
    """The manager set the sell-online flag."""
    return pair.when(choices=choices(flags={pair.product.key: flag}))


def deleted(pair: Pair) -> Pair:
    """The product was deleted in the POS."""
    return pair.pos(deleted=True)


MUG = mug()
SHIRTS = shirts()
WAITS = MUG.pos(brand="Bolt")
EDITED = MUG.ecom(name="Online mug")
CONFLICT = MUG.pos(name="POS mug").ecom(name="Online mug")

EVERY_STATUS: tuple[tuple[str, Pair, Status], ...] = (
    ("in-step", MUG, "in sync"),
    ("family-in-step", SHIRTS, "in sync"),
    ("write-in-flight", MUG.when(in_flight=frozenset({"p1"})), "syncing"),
    ("matching-found-trouble", MUG.when(problems={"p1": ("two candidates",)}), "needs attention"),
    ("nameless", MUG.pos(name="  "), "needs attention"),
    ("last-attempt-failed", MUG.when(failures={"p1": "said no"}), "failed"),
    ("deleted-in-the-pos", deleted(MUG), "to be removed"),
    ("inactive-yet-shown", MUG.pos(active=False), "update waiting"),
    ("flag-off-yet-shown", flagged(MUG, "off"), "update waiting"),
    ("flag-off", flagged(MUG, "off").ecom(enabled=False), "not sold online"),
    ("flag-off-not-there", flagged(MUG, "off").unlinked(), "not sold online"),
    ("inactive", MUG.pos(active=False).ecom(enabled=False), "hidden"),
    ("inactive-not-there", MUG.pos(active=False).unlinked(), "hidden"),
    ("sold-but-not-there", MUG.unlinked(), "to be created"),
    ("both-changed", CONFLICT, "conflict"),
    ("pos-changed", WAITS, "update waiting"),
    ("first-link", MUG.first_met().ecom(name="Online mug"), "update waiting"),
    ("stock-to-be-written", MUG.when(levels=levels(p1=7)), "update waiting"),
    ("hidden-online-by-hand", MUG.ecom(enabled=False), "update waiting"),
    (
        "variant-to-be-added",
        SHIRTS.of(*SHIRTS.product.members, member("g", "Green")),
        "update waiting",
    ),
    ("variant-to-be-deleted", SHIRTS.pos("blue", deleted=True), "update waiting"),
    ("edited-online", EDITED, "edited online"),
    ("edit-kept", EDITED.settings(fields__name__edited_online="keep"), "edited online"),
    ("pictures-added-online", MUG.ecom(image_ids=("0", "7")), "edited online"),
)


@pytest.mark.parametrize(
    ("pair", "status"),
    [pytest.param(pair, status, id=name) for name, pair, status in EVERY_STATUS],
)
def test_m2_every_status(pair: Pair, status: Status) -> None:
    """What leads to it, alone."""
    assert pair.assess().status == status


def test_m2_only_online() -> None:
    """An eCom product without a link is shown as such and never touched."""
    found = assess_only_online(ecom_product())
    assert (found.status, found.product, found.visible) == ("only online", None, False)


def test_m2_every_status_is_covered_above() -> None:
    """No word of the list is missing from the table."""
    assert {status for *_, status in EVERY_STATUS} | {"only online"} == set(get_args(Status))


SYNCING: dict[str, Any] = {"in_flight": frozenset({"p1"})}
BLOCKED: dict[str, Any] = {"problems": {"p1": ("two candidates",)}}
FAILED: dict[str, Any] = {"failures": {"p1": "said no"}}


@pytest.mark.parametrize(
    ("pair", "status"),
    [
        pytest.param(MUG.when(**SYNCING, **BLOCKED), "syncing", id="syncing-before-attention"),
        pytest.param(MUG.when(**SYNCING, **FAILED), "syncing", id="syncing-before-failed"),
        pytest.param(MUG.unlinked().when(**SYNCING), "syncing", id="syncing-before-created"),
        pytest.param(CONFLICT.when(**SYNCING), "syncing", id="syncing-before-conflict"),
        pytest.param(
            deleted(MUG).linked(due="2026-04-01").settings(removal__mode="hide").when(**SYNCING),
            "syncing",
            id="syncing-before-shown-again-by-hand",
        ),
        pytest.param(
            MUG.when(**BLOCKED, **FAILED), "needs attention", id="attention-before-failed"
        ),
        pytest.param(
            MUG.unlinked().when(**BLOCKED), "needs attention", id="attention-before-created"
        ),
        pytest.param(
            flagged(MUG, "off").pos(name="").ecom(enabled=False),
            "needs attention",
            id="attention-before-not-sold",
        ),
        pytest.param(deleted(MUG).when(**FAILED), "failed", id="failed-before-removed"),
        pytest.param(
            flagged(MUG, "off").unlinked().when(**FAILED), "failed", id="failed-before-not-sold"
        ),
        pytest.param(MUG.unlinked().when(**FAILED), "failed", id="failed-before-created"),
        pytest.param(CONFLICT.when(**FAILED), "failed", id="failed-before-conflict"),
        pytest.param(flagged(deleted(MUG), "off"), "to be removed", id="removed-before-not-sold"),
        pytest.param(
            MUG.pos(active=False, name="Cup"), "update waiting", id="must-not-be-seen-before-hidden"
        ),
        pytest.param(
            CONFLICT.pos(active=False), "update waiting", id="must-not-be-seen-before-conflict"
        ),
        pytest.param(
            flagged(MUG, "off").pos(active=False).unlinked(),
            "not sold online",
            id="not-sold-before-hidden",
        ),
        pytest.param(
            flagged(MUG, "off").pos(active=False).ecom(enabled=False),
            "not sold online",
            id="not-sold-before-hidden-when-linked",
        ),
        pytest.param(MUG.pos(active=False).unlinked(), "hidden", id="hidden-before-created"),
        pytest.param(CONFLICT.pos(brand="Bolt"), "conflict", id="conflict-before-update-waiting"),
        pytest.param(CONFLICT.when(levels=levels(p1=9)), "conflict", id="conflict-before-stock"),
        pytest.param(CONFLICT.ecom(brand="Online"), "conflict", id="conflict-before-edited"),
        pytest.param(EDITED.pos(brand="Bolt"), "update waiting", id="update-waiting-before-edited"),
        pytest.param(EDITED.when(levels=levels(p1=9)), "update waiting", id="stock-before-edited"),
    ],
)
def test_m2_the_first_that_applies(pair: Pair, status: Status) -> None:
    """Neighbours in the order of precedence."""
    assert pair.assess().status == status


def test_m2_a_kept_edit_says_so() -> None:
    """The status stays "edited online", and it is told that it is kept."""
    found = EDITED.settings(fields__name__edited_online="keep").assess()
    assert any("kept" in note for note in found.notes)


def test_m2_a_reason_for_one_field_leaves_the_status_as_it_is() -> None:
    """It stands in the reasons."""
    found = MUG.pos(price_including_tax=None).assess()
    assert found.status == "in sync"
    assert "no price" in found.reasons[0]


class TestM8:
    """*Needs attention*: the product as a whole, or one field."""

    @pytest.mark.parametrize(
        "pair",
        [
            pytest.param(MUG.pos(name=""), id="name-blank"),
            pytest.param(MUG.when(problems={"p1": ("two candidates",)}), id="two-candidates"),
            pytest.param(
                MUG.pos(problems=(("options", "no options that can be read"),)), id="options-there"
            ),
            pytest.param(
                MUG.ecom(problems=(("options", "a variation without id"),)), id="options-online"
            ),
            pytest.param(
                MUG.pos(active=False, problems=(("enabled", "doesn't say whether active"),)),
                id="not-told-whether-active",
            ),
            pytest.param(SHIRTS.pos("blue", options=()), id="a-variant-without-options"),
            pytest.param(SHIRTS.pos("blue", options=(("Colour", "Red"),)), id="two-variants-alike"),
            pytest.param(
                SHIRTS.when(features=frozenset({"PREMIUM"})), id="a-plan-without-variations"
            ),
        ],
    )
    @pytest.mark.parametrize("linked", [True, False], ids=["linked", "unlinked"])
    def test_m8_blocks_the_product(self, pair: Pair, linked: bool) -> None:
        """No request concerns it, and a reason says why."""
        pair = pair if linked else replace(pair.unlinked(), there=pair.there)
        found = pair.pos(brand="Bolt").assess()
        assert (found.status, found.blocked) == ("needs attention", True)
        assert found.reasons
        assert pair.pos(brand="Bolt").action() is None

    @pytest.mark.parametrize(
        ("pair", "name"),
        [
            pytest.param(MUG.pos(price_including_tax=None), "price", id="price-missing"),
            pytest.param(
                MUG.pos(weight=None, problems=(("weight", "an unknown unit (stone)"),)),
                "weight",
                id="weight-in-an-unknown-unit",
            ),
            pytest.param(
                MUG.when(terms=terms(weight_unit="STONE")), "weight", id="the-shops-unit-unknown"
            ),
            pytest.param(
                MUG.when(terms=terms(dimensions_unit="PALM")),
                "dimensions",
                id="the-shops-length-unknown",
            ),
            pytest.param(
                MUG.pos(dimensions=None, problems=(("dimensions", "unreadable"),)),
                "dimensions",
                id="dimensions-unreadable",
            ),
            pytest.param(
                MUG.pos(category=(), problems=(("category", "unreadable"),)),
                "category",
                id="category-unreadable",
            ),
            pytest.param(
                MUG.pos(images=(), problems=(("images", "unreadable"),)),
                "images",
                id="pictures-unreadable",
            ),
            pytest.param(
                MUG.pos(description="", problems=(("description", "unreadable"),)),
                "description",
                id="description-unreadable",
            ),
            pytest.param(
                MUG.pos(brand="", problems=(("brand", "unreadable"),)),
                "brand",
                id="brand-unreadable",
            ),
            pytest.param(
                MUG.pos(barcode="", problems=(("barcode", "unreadable"),)),
                "barcode",
                id="barcode-unreadable",
            ),
        ],
    )
    def test_m8_blocks_one_field(self, pair: Pair, name: str) -> None:
        """It is left as eCom has it, everything else goes on."""
        found = pair.assess()
        assert found.reasons
        assert not found.blocked
        action = pair.pos(name="Cup").acted()
        assert {change.field for change in action.changes} == {"name"}
        verdict = pair.verdict(name)
        assert verdict is not None
        assert not verdict.write

    @pytest.mark.parametrize(
        ("name", "edit"),
        [
            ("price", {"price": None}),
            ("brand", {"brand": ""}),
            ("weight", {"weight": None}),
            ("images", {"image_ids": ()}),
            ("category", {"category_ids": ()}),
            ("stock", {"quantity": None}),
            ("enabled", {"enabled": False}),
        ],
        ids=["price", "brand", "weight", "images", "category", "stock", "enabled"],
    )
    def test_m8_what_ecom_answers_unreadably_is_left(self, name: str, edit: dict[str, Any]) -> None:
        """Nothing is written over what could not be read; it is told."""
        pair = MUG.ecom(**edit, problems=((name, f"no {name} that can be read"),))
        assert pair.action() is None
        assert pair.assess().reasons == (f"no {name} that can be read",)

    def test_m8_a_stored_link_stands_above_a_blank_sku(self) -> None:
        """The rest of the product goes on."""
        found = MUG.pos(sku="", brand="Bolt")
        assert found.assess().status == "update waiting"
        assert "no SKU" in found.assess().reasons[0]

    def test_m8_a_stock_nobody_knows_is_said_but_is_no_attention(self) -> None:
        """Bundles and products without any stock row do not raise the exit status."""
        for pair in (MUG.when(levels={}), MUG.pos(composite=True)):
            found = pair.assess()
            assert found.reasons == ()
            assert any(note.startswith("Stock of MUG") for note in found.notes)
            assert found.status == "in sync"

    def test_r19_what_nobody_would_see_is_not_judged(self) -> None:
        """A product that is not sold online needs nothing represented."""
        odd = SHIRTS.pos("blue", options=()).unlinked()
        assert flagged(odd, "off").assess().status == "not sold online"


class TestR9:
    """The sell-online flag and who tells it (RULES M11)."""

    @pytest.mark.parametrize(
        ("pair", "sold"),
        [
            pytest.param(flagged(MUG.pos(sell_online=False), "on"), True, id="on-above-the-pos"),
            pytest.param(flagged(MUG, "off"), False, id="off-above-the-pos"),
            pytest.param(MUG.pos(sell_online=True), True, id="follow-the-pos-on"),
            pytest.param(MUG.pos(sell_online=False), False, id="follow-the-pos-off"),
            pytest.param(
                MUG.pos(sell_online=None).when(told={"p1": False}), False, id="last-told-off"
            ),
            pytest.param(
                MUG.pos(sell_online=None).linked(shown=False).when(told={"p1": True}),
                True,
                id="last-told-on",
            ),
            pytest.param(
                MUG.pos(sell_online=False).when(told={"p1": True}), False, id="told-now-goes-first"
            ),
            pytest.param(
                MUG.pos(sell_online=None).linked(shown=True), True, id="never-told-shown-at-link"
            ),
            pytest.param(
                MUG.pos(sell_online=None).linked(shown=False).settings(new_products="online"),
                False,
                id="never-told-hidden-at-link",
            ),
            pytest.param(
                MUG.pos(sell_online=None).unlinked(), False, id="never-told-not-there-default-off"
            ),
            pytest.param(
                MUG.pos(sell_online=None).unlinked().settings(new_products="online"),
                True,
                id="never-told-not-there-online-by-setting",
            ),
            pytest.param(
                MUG.pos(sell_online=None).unlinked().when(lost={"p1": Link(1, shown=True)}),
                True,
                id="never-told-deleted-online-was-shown",
            ),
        ],
    )
    def test_r9_sold_online(self, pair: Pair, sold: bool) -> None:
        """The flag, else the POS, else what it told last, else what the link remembers."""
        assert pair.assess().sell_online is sold

    @pytest.mark.parametrize(
        ("switches", "sold"),
        [
            ((True, False), True),
            ((None, True), True),
            ((False, None), False),
            ((False, False), False),
            ((None, None), True),
        ],
        ids=["any-on", "on-and-untold", "off-and-untold", "all-off", "untold-shown-at-link"],
    )
    def test_m10_one_flag_a_family(self, switches: tuple[bool | None, ...], sold: bool) -> None:
        """On if any member's switch is on; off if none is and one is off."""
        pair = SHIRTS.pos("shirt", sell_online=switches[0]).pos("blue", sell_online=switches[1])
        assert pair.assess().sell_online is sold


class TestR5:
    """Active and inactive, and visibility switched online."""

    @pytest.mark.parametrize(
        ("pair", "enabled"),
        [
            pytest.param(MUG, None, id="right-already"),
            pytest.param(MUG.pos(active=False), False, id="inactive-in-the-pos"),
            pytest.param(MUG.pos(active=False).ecom(enabled=False), None, id="hidden-already"),
            pytest.param(MUG.ecom(enabled=False), True, id="hidden-online-put-back"),
            pytest.param(flagged(MUG, "off").ecom(enabled=True), False, id="shown-online-put-back"),
        ],
    )
    def test_r5_what_is_written(self, pair: Pair, enabled: bool | None) -> None:
        """Back to what the POS says, every time."""
        assert pair.assess().enabled is enabled

    def test_r5_a_family_is_shown_while_any_member_is_active(self) -> None:
        """And hidden when none is (R21)."""
        one = SHIRTS.pos("blue", active=False)
        assert one.assess().enabled is None
        assert one.pos("shirt", active=False).assess().enabled is False

    def test_m1_a_hidden_product_has_no_other_field_and_keeps_its_base(self) -> None:
        """Whatever changed meanwhile is found when it is shown again."""
        hidden = MUG.pos(active=False, name="Cup", images=(BACK,)).ecom(enabled=False)
        found = hidden.when(levels=levels(p1=9)).assess()
        assert (found.verdicts, found.stocks) == ((), ())
        assert found.base is hidden.base
        again = hidden.pos(active=True).assess()
        assert {v.field.name for v in again.verdicts} == {"name", "images"}


class TestM20:
    """Removal by hiding first (RULES M20)."""

    GONE = deleted(MUG).settings(removal__mode="hide")

    def test_m20_hidden_at_once(self) -> None:
        """It is to be removed, and must not be seen meanwhile."""
        found = self.GONE.assess()
        assert (found.status, found.enabled) == ("to be removed", False)

    def test_m20_the_day_is_said(self) -> None:
        """With the date, once it waits."""
        found = self.GONE.ecom(enabled=False).linked(due="2026-03-31T10:00:00+00:00").assess()
        assert (found.status, found.enabled) == ("to be removed", None)
        assert "2026-03-31" in found.reasons[0]

    def test_m20_shown_again_by_hand_needs_attention(self) -> None:
        """It is not deleted, even after the day."""
        pair = self.GONE.linked(due="2026-02-01T10:00:00+00:00")
        assert pair.assess().status == "needs attention"
        assert pair.action() is None

    def test_m20_another_mode_meanwhile_deletes_at_once(self) -> None:
        """No day is promised that will not be kept."""
        pair = deleted(MUG).linked(due="2026-12-31T10:00:00+00:00").ecom(enabled=False)
        assert pair.assess().reasons == ()
        assert pair.acted().kind == "delete"


class TestFamilies:
    """Members online and missing (R3, R4)."""

    def test_r3_a_variant_added_in_the_pos_is_missing(self) -> None:
        """It is to get a variation."""
        green = member("g", "Green")
        found = SHIRTS.of(*SHIRTS.product.members, green).assess()
        assert found.missing == (green,)

    def test_r3_a_variation_that_exists_only_online_is_left_alone(self) -> None:
        """Neither missing nor surplus, and the pair is in step."""
        online = ecom_family(variation(11, "Red"), variation(12, "Blue"), variation(13, "Pink"))
        found = shirts(there=online).assess()
        assert (found.status, found.missing, found.surplus) == ("in sync", (), ())

    def test_r4_a_variant_deleted_in_the_pos_is_surplus(self) -> None:
        """Its variation goes."""
        assert SHIRTS.pos("blue", deleted=True).assess().surplus == (("blue", 12),)

    def test_r4_even_while_the_product_is_hidden(self) -> None:
        """Deletions are excepted from what a hidden product leaves alone."""
        hidden = SHIRTS.pos("blue", deleted=True).pos("shirt", active=False).ecom(enabled=False)
        found = hidden.assess()
        assert (found.status, found.surplus) == ("hidden", (("blue", 12),))

    def test_m10_an_inactive_member_is_not_created(self) -> None:
        """And is not missing while it is inactive."""
        green = member("g", "Green", active=False)
        assert SHIRTS.of(*SHIRTS.product.members, green).assess().missing == ()

    def test_m10_an_inactive_members_variation_stays_with_stock_zero(self) -> None:
        """The reason is said."""
        found = SHIRTS.pos("blue", active=False).assess()
        assert found.surplus == ()
        (blue,) = [stock for stock in found.stocks if stock.pos_id == "blue"]
        assert (blue.how, blue.stock.cap) == ("adjust", 0)
        assert any("inactive in the POS" in note for note in found.notes)

    def test_m10_a_family_that_shrank_to_one_stays_a_family(self) -> None:
        """With one variation."""
        found = SHIRTS.pos("blue", deleted=True).assess()
        assert found.product is not None
        assert found.product.is_family

    def test_m10_a_family_without_options_gives_up_its_variations(self) -> None:
        """All of them are surplus; the product becomes a simple one."""
        alone = shirts(member("shirt", "Red"), there=ecom_family(variation(11, "Red")))
        found = alone.pos(options=(), has_variants=False).assess()
        assert found.surplus == (("shirt", 11),)

    def test_m2_a_family_is_one_pair(self) -> None:
        """One assessment, whatever its members."""
        assert SHIRTS.assess().key == "shirt"
        assert len(SHIRTS.assess().stocks) == 2


def test_both_sides_of_a_pair_that_stands_on_one() -> None:
    """Asking for what is not there is a mistake of ours, and says which product."""
    with pytest.raises(ValueError, match="p1"):
        _ = MUG.unlinked().assess().both


def test_price_of_another_form_missing_is_no_trouble() -> None:
    """Only the form that the shop needs counts."""
    assert MUG.pos(price_excluding_tax=None).assess().reasons == ()
    without = MUG.when(terms=terms(price_including_tax=False)).pos(price_excluding_tax=None)
    assert "no price" in without.assess().reasons[0]


def test_builders_stand_in_step() -> None:
    """The tables above begin from pairs in which nothing differs."""
    assert MUG.assess().verdicts == SHIRTS.assess().verdicts == ()
    assert family().is_family
    assert situation().choices.outlets
    assert MUG.there is not None
    assert MUG.there.price == dec("12.10")
