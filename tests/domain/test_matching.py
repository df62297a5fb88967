"""Which POS product is which eCom product (R13, R14; RULES M6, M8, M9, M10)."""

from collections.abc import Iterable, Mapping

import pytest

from app.domain.matching import UNLINKED, Matches, match
from app.domain.pairing import Link, PosProduct, families
from app.domain.product import EcomProduct, PosRecord
from tests.domain.builders import (
    ecom_family,
    ecom_product,
    family,
    member,
    pos_record,
    variation,
)

RED = (("Colour", "Red"),)
BLUE = (("Colour", "Blue"),)


def matched(
    pos: Iterable[PosRecord],
    online: Iterable[EcomProduct],
    links: Mapping[str, Link] | None = None,
    by_hand: Mapping[str, int] | None = None,
) -> Matches:
    """Match records, put together as families, with eCom products."""
    products = families(pos)
    return match(products, {there.id: there for there in online}, links or {}, by_hand or {})


def test_r13_a_stored_link_stands_above_skus() -> None:
    """Neither a changed SKU nor another product with the same SKU breaks it."""
    online = [ecom_product(1, sku="OLD"), ecom_product(2, sku="MUG")]
    found = matched([pos_record(sku="MUG")], online, {"p1": Link(1, shown=True)})
    assert found.links == {"p1": Link(1, shown=True)}
    assert not found.problems


def test_r13_linked_by_exact_sku() -> None:
    """And it is remembered whether eCom showed it then (M11)."""
    found = matched([pos_record()], [ecom_product(7, enabled=False)])
    assert found.links == {"p1": Link(7, shown=False)}


@pytest.mark.parametrize("sku", ["mug", "MUG-1", ""], ids=["other-case", "longer", "blank"])
def test_r13_only_the_exact_sku_links(sku: str) -> None:
    """Case counts, and blanks match nothing."""
    assert matched([pos_record(sku="MUG")], [ecom_product(7, sku=sku)]).links == {}


@pytest.mark.parametrize(
    ("pos", "online", "words"),
    [
        pytest.param(
            [pos_record()],
            [ecom_product(1, name="One"), ecom_product(2, name="Two")],
            ["“One” (1)", "“Two” (2)"],
            id="two-online",
        ),
        pytest.param(
            [pos_record("p1", name="One"), pos_record("p2", name="Two")],
            [ecom_product(1)],
            ["“Two”"],
            id="two-in-the-pos",
        ),
        pytest.param(
            [member("shirt", "Red"), member("blue", "Blue")],
            [
                ecom_family(variation(11, "Red"), product_id=1, name="One"),
                ecom_family(variation(12, "Blue"), product_id=2, name="Two"),
            ],
            ["“One” (1)", "“Two” (2)"],
            id="skus-of-a-family-lead-to-two-products",
        ),
        pytest.param(
            [pos_record("p1", sku="A", name="One"), pos_record("p2", sku="B", name="Two")],
            [ecom_family(variation(11, "Red", sku="A"), variation(12, "Blue", sku="B"))],
            ["“One”", "“Two”"],
            id="two-products-lead-to-one-family",
        ),
    ],
)
def test_r13_two_candidates_are_no_guess(
    pos: list[PosRecord], online: list[EcomProduct], words: list[str]
) -> None:
    """Nothing is linked, and the candidates are named."""
    found = matched(pos, online)
    assert found.links == {}
    told = " ".join(found.problems[pos[0].family_key])
    assert all(word in told for word in words)


def test_m8_the_product_that_takes_a_linked_ones_sku_needs_attention() -> None:
    """A goes on, B needs attention."""
    both = [pos_record("a", name="Old mug"), pos_record("b", name="New mug")]
    found = matched(both, [ecom_product(1)], {"a": Link(1)})
    assert found.links == {"a": Link(1)}
    assert found.problems.keys() == {"b"}
    assert "“Old mug”" in found.problems["b"][0]


def test_m8_the_sku_of_an_ecom_product_that_is_linked_already() -> None:
    """The SKU leads to an online-only variation of a product that another POS product has."""
    pos = [
        member("shirt", "Red", name="Shirts"),
        member("blue", "Blue"),
        pos_record("b", sku="CAT"),
    ]
    online = ecom_family(
        variation(11, "Red"), variation(12, "Blue"), variation(13, "Cat", sku="CAT")
    )
    link = Link(2, {"shirt": 11, "blue": 12})
    found = matched(pos, [online], {"shirt": link})
    assert found.links == {"shirt": link}
    assert "linked to “Shirts”" in found.problems["b"][0]


def test_m18_a_sku_that_its_owner_gives_up_stands_in_nobodys_way() -> None:
    """It moved in the POS: the new owner is to be created, after the old one let go."""
    pos = [pos_record("a", sku="NEW"), pos_record("b", sku="MUG")]
    found = matched(pos, [ecom_product(1)], {"a": Link(1)})
    assert found.links == {"a": Link(1)}
    assert found.problems == {}


@pytest.mark.parametrize(
    ("pos", "words"),
    [
        pytest.param([pos_record(sku="")], "has no SKU", id="blank"),
        pytest.param(
            [member("shirt", "Red", sku="S"), member("blue", "Blue", sku="S")],
            "Two of its variants have the SKU S",
            id="twice-in-a-family",
        ),
    ],
)
def test_m8_sku_trouble_without_a_stored_link_blocks(pos: list[PosRecord], words: str) -> None:
    """Blank or duplicate SKUs are mended in the POS."""
    (problem,) = matched(pos, [ecom_product(sku="")]).problems.values()
    assert words in problem[0]


def test_m8_sku_trouble_with_a_stored_link_does_not_block() -> None:
    """The link is enough."""
    found = matched([pos_record(sku="")], [ecom_product()], {"p1": Link(1)})
    assert found.problems == {}


class TestKinds:
    """Simple here and family there at the first link (RULES M9)."""

    @pytest.mark.parametrize(
        ("pos", "there"),
        [
            pytest.param(
                [pos_record(sku="SHIRT-RED")], ecom_family(), id="simple-here-a-variation-there"
            ),
            pytest.param(
                [pos_record(sku="SHIRT-RED-FAMILY")], ecom_family(), id="simple-here-a-family-there"
            ),
            pytest.param(
                [member("shirt", "Red"), member("blue", "Blue")],
                ecom_product(2, sku="SHIRT-RED"),
                id="family-here-simple-there",
            ),
        ],
    )
    def test_m9_kinds_that_differ_need_attention(
        self, pos: list[PosRecord], there: EcomProduct
    ) -> None:
        """Linking by hand converts it (M10)."""
        key = pos[0].family_key
        found = matched(pos, [there])
        assert found.links == {}
        assert "by hand" in found.problems[key][0]
        assert matched(pos, [there], by_hand={key: there.id}).links[key].ecom_id == there.id

    def test_m9_a_family_matches_if_all_its_skus_lead_to_one_product(self) -> None:
        """Members that are not online yet say nothing."""
        pos = [member("shirt", "Red"), member("blue", "Blue"), member("green", "Green")]
        found = matched(pos, [ecom_family()])
        assert found.links["shirt"].ecom_id == 2
        assert found.links["shirt"].variations == {"shirt": 11, "blue": 12}


class TestVariations:
    """Members and variations: stored, by SKU, by equal option set (RULES M9)."""

    def test_m9_by_sku_even_where_the_options_are_spelled_otherwise(self) -> None:
        """The SKU goes first."""
        online = ecom_family(variation(11, "Rouge", sku="SHIRT-RED"), variation(12, "Blue"))
        found = matched([member("shirt", "Red"), member("blue", "Blue")], [online])
        assert found.links["shirt"].variations == {"shirt": 11, "blue": 12}

    def test_m9_by_equal_option_set_in_any_order(self) -> None:
        """Where no SKU matches."""
        options = (("Size", "L"), ("Colour", "Red"))
        pos = [member("shirt", "Red", options=tuple(reversed(options))), member("blue", "Blue")]
        online = ecom_family(
            variation(11, "Red", sku="OTHER", options=options), variation(12, "Blue")
        )
        found = matched(pos, [online])
        assert found.links["shirt"].variations == {"shirt": 11, "blue": 12}

    def test_m9_sku_and_options_that_disagree_need_attention(self) -> None:
        """The SKU is one variation's, the options are another's."""
        online = ecom_family(
            variation(11, "Blue", sku="SHIRT-RED"), variation(12, "Red", sku="SHIRT-BLUE")
        )
        found = matched([member("shirt", "Red"), member("blue", "Blue")], [online])
        assert "different variations" in found.problems["shirt"][0]
        assert found.links["shirt"].variations == {}

    def test_m9_a_disagreement_is_not_forgotten_over_what_others_link(self) -> None:
        """The variation that its options lead to is another member's by SKU: still no link."""
        online = ecom_family(
            variation(11, "Red", sku="SHIRT-BLUE"), variation(12, "Green", sku="SHIRT-RED")
        )
        pos = [member("blue", "Blue"), member("shirt", "Red", created_at="2027-01-01")]
        found = matched(pos, [online])
        assert "different variations" in found.problems["shirt"][0]
        again = matched(pos, [online], found.links)
        assert again.links["shirt"].variations == {}
        assert again.problems == found.problems

    def test_r13_two_variations_with_its_sku_are_no_guess(self) -> None:
        """A shop may allow the same SKU twice."""
        online = ecom_family(
            variation(11, "Rouge", sku="SHIRT-RED"), variation(12, "Rot", sku="SHIRT-RED")
        )
        found = matched([member("shirt", "Red"), member("blue", "Blue")], [online])
        assert "different variations" in found.problems["shirt"][0]

    def test_m9_skus_go_first_for_all_members(self) -> None:
        """A member without a match takes no variation that is another's by SKU."""
        online = ecom_family(variation(11, "Red", sku="SHIRT-BLUE"), variation(12, "Green"))
        pos = [member("shirt", "Red", sku="NEW"), member("blue", "Blue")]
        found = matched(pos, [online])
        assert found.links["shirt"].variations == {"blue": 11}

    def test_m10_a_stored_variation_link_survives_another_sku_and_other_options(self) -> None:
        """Links hang on record ids."""
        link = Link(2, {"shirt": 11, "blue": 12}, shown=True)
        pos = [member("shirt", "Crimson", sku="X"), member("blue", "Red", sku="SHIRT-RED")]
        found = matched(pos, [ecom_family()], {"shirt": link})
        assert found.links["shirt"] is link
        assert not found.problems

    def test_m6_a_variation_deleted_online_is_unlinked_so_that_it_is_made_again(self) -> None:
        """While its variant lives."""
        link = Link(2, {"shirt": 11, "blue": 12}, shown=True)
        online = ecom_family(variation(11, "Red"))
        found = matched([member("shirt", "Red"), member("blue", "Blue")], [online], {"shirt": link})
        assert found.links["shirt"].variations == {"shirt": 11}

    def test_m6_a_variant_deleted_and_made_anew_keeps_its_variation(self) -> None:
        """By its SKU: nothing is deleted and created online."""
        link = Link(2, {"shirt": 11, "blue": 12}, shown=True)
        pos = [
            member("shirt", "Red"),
            member("blue", "Blue", deleted=True),
            member("navy", "Navy", sku="SHIRT-BLUE"),
        ]
        found = matched(pos, [ecom_family()], {"shirt": link})
        assert found.links["shirt"].variations == {"shirt": 11, "navy": 12}


class TestRebuilt:
    """Deleted and made anew in the POS with the same SKU (RULES M6)."""

    LINK = Link(1, {}, shown=True, ours=True, due="2026-04-01")

    def test_m6_the_new_record_takes_over_the_link(self) -> None:
        """The eCom product keeps its id, the base is dropped, the removal is off."""
        pos = [pos_record("old", deleted=True), pos_record("new")]
        found = matched(pos, [ecom_product()], {"old": self.LINK})
        assert found.links == {"new": Link(1, {}, shown=True, ours=True)}
        assert found.rebuilt == {"new"}
        assert not found.problems

    def test_m6_a_family_made_anew_takes_its_variations_over(self) -> None:
        """By SKU, like at a first link."""
        pos = [
            member("shirt", "Red", deleted=True),
            member("blue", "Blue", deleted=True),
            member("red2", "Red", family_key="f2"),
            member("blue2", "Blue", family_key="f2"),
        ]
        link = Link(2, {"shirt": 11, "blue": 12}, shown=True)
        found = matched(pos, [ecom_family()], {"shirt": link})
        assert found.links == {"f2": Link(2, {"red2": 11, "blue2": 12}, shown=True)}
        assert found.rebuilt == {"f2"}

    @pytest.mark.parametrize(
        "heirs",
        [
            pytest.param([pos_record("a"), pos_record("b")], id="two-heirs"),
            pytest.param([pos_record("a", sku="OTHER")], id="another-sku"),
            pytest.param([pos_record("a", deleted=True)], id="deleted-too"),
            pytest.param([member("shirt", "Red", sku="MUG")], id="another-kind"),
            pytest.param([], id="none"),
        ],
    )
    def test_m6_without_exactly_one_heir_the_link_stays(self, heirs: list[PosRecord]) -> None:
        """Then the deletion is a deletion."""
        found = matched(
            [pos_record("old", deleted=True), *heirs], [ecom_product()], {"old": Link(1)}
        )
        assert found.links["old"] == Link(1)
        assert found.rebuilt == frozenset()

    def test_m6_a_living_product_gives_its_link_to_nobody(self) -> None:
        """Only a tombstone proves a deletion."""
        found = matched([pos_record("old"), pos_record("new")], [ecom_product()], {"old": Link(1)})
        assert found.links == {"old": Link(1)}


class TestByHand:
    """The manager links and unlinks (R13)."""

    def test_r13_linked_by_hand(self) -> None:
        """Whatever the SKUs say."""
        found = matched([pos_record()], [ecom_product(8, sku="CUP")], by_hand={"p1": 8})
        assert found.links == {"p1": Link(8, shown=True)}
        assert found.rebuilt == frozenset()

    def test_r13_linked_elsewhere_by_hand_is_a_first_link(self) -> None:
        """The base of the other pair says nothing about this one."""
        online = [ecom_product(1), ecom_product(8, sku="CUP")]
        found = matched([pos_record()], online, {"p1": Link(1)}, by_hand={"p1": 8})
        assert found.links == {"p1": Link(8, shown=True)}
        assert found.rebuilt == {"p1"}

    def test_r13_unlinked_by_hand_stays_unlinked(self) -> None:
        """Its SKU doesn't link it again, and it is not made a second time (R14)."""
        found = matched([pos_record()], [ecom_product()], {"p1": Link(1)}, by_hand={"p1": 0})
        assert found.links == {}
        assert found.problems == {"p1": (UNLINKED,)}

    def test_r13_unlinked_by_hand_is_not_linked_by_our_own_reference(self) -> None:
        """What we created ourselves stays unlinked too, when the manager says so."""
        there = ecom_product(external_reference_id="counterpart:p1", sku="other")
        found = matched([pos_record()], [there], {"p1": Link(1)}, by_hand={"p1": 0})
        assert found.links == {}
        assert found.problems == {"p1": (UNLINKED,)}

    def test_r13_unlinked_by_hand_without_a_twin_online_is_free(self) -> None:
        """Where nothing online has its SKU it may be made anew."""
        found = matched(
            [pos_record()], [ecom_product(sku="other")], {"p1": Link(1)}, by_hand={"p1": 0}
        )
        assert found.links == {}
        assert found.problems == {}

    def test_r13_a_hand_made_link_takes_the_product_from_another(self) -> None:
        """One eCom product never has two POS products."""
        pos = [pos_record("a", name="Old mug"), pos_record("b", sku="OTHER")]
        found = matched(pos, [ecom_product(1)], {"a": Link(1)}, by_hand={"b": 1})
        assert found.links == {"b": Link(1, shown=True)}
        assert found.rebuilt == frozenset()

    def test_r13_two_hand_made_links_to_one_product_keep_the_first(self) -> None:
        """Nothing is ever written to one product from two."""
        pos = [pos_record("a", sku="A"), pos_record("b", sku="B")]
        found = matched(pos, [ecom_product(1)], by_hand={"a": 1, "b": 1})
        assert found.links == {"a": Link(1, shown=True)}

    def test_r13_a_hand_made_link_to_a_product_that_is_gone_says_nothing(self) -> None:
        """The link of the product that was created again stays, with its variations."""
        stored = {"shirt": Link(9, {"shirt": 11, "blue": 12}, shown=True, ours=True)}
        pos = [member("shirt", "Red"), member("blue", "Blue")]
        found = matched(pos, [ecom_family(product_id=9)], stored, by_hand={"shirt": 2})
        assert found.links == stored

    def test_m6_an_heir_that_may_not_be_linked_takes_nothing_over(self) -> None:
        """The manager's word holds for rebuilt products too."""
        pos = [pos_record("old", deleted=True), pos_record("new")]
        found = matched(pos, [ecom_product()], {"old": Link(1)}, by_hand={"new": 0})
        assert found.links == {"old": Link(1)}


def test_r14_our_own_reference_links_before_any_sku() -> None:
    """What an earlier run created under a lost reply is found, never made twice (M7)."""
    online = [ecom_product(3, external_reference_id="counterpart:p1", sku="CHANGED")]
    found = matched([pos_record()], online)
    assert found.links == {"p1": Link(3, shown=True, ours=True)}


def test_m18_what_a_product_found_by_reference_gives_up_is_free_at_once() -> None:
    """The new owner of its SKU needs no second run."""
    pos = [pos_record("b", sku="MUG"), pos_record("a", sku="NEW")]
    online = ecom_product(1, sku="MUG", external_reference_id="counterpart:a")
    found = matched(pos, [online])
    assert found.links.keys() == {"a"}
    assert found.problems == {}


def test_m7_a_foreign_reference_links_nothing() -> None:
    """Other connectors' references are theirs."""
    online = [ecom_product(3, external_reference_id="p1", sku="OTHER")]
    assert matched([pos_record()], online).links == {}


class TestKeys:
    """Links hang on the family key (R21)."""

    def test_r21_a_link_follows_its_records_to_another_key(self) -> None:
        """A standalone product became a member of a family."""
        pos = [member("p1", "Red", family_key="f9"), member("p2", "Blue", family_key="f9")]
        found = matched(pos, [ecom_product(1)], {"p1": Link(1, shown=True)})
        assert found.links == {"f9": Link(1, shown=True)}
        assert found.moved == {"p1": "f9"}

    def test_r21_the_deletion_of_the_parent_breaks_no_link(self) -> None:
        """The tombstone keeps the key alive."""
        link = Link(2, {"shirt": 11, "blue": 12}, shown=True)
        pos = [member("shirt", "Red", deleted=True), member("blue", "Blue")]
        found = matched(pos, [ecom_family()], {"shirt": link})
        assert found.links == {"shirt": link}

    def test_r21_a_key_that_is_taken_is_left_to_its_owner(self) -> None:
        """A link without records stays where it is."""
        link = Link(2, {"gone": 11}, shown=True)
        found = matched([pos_record()], [ecom_product(1)], {"p1": Link(1), "lost": link})
        assert found.links == {"p1": Link(1), "lost": link}
        assert found.moved == {}


def test_m20_back_in_the_pos_its_removal_is_off() -> None:
    """The link stays, the day is forgotten: a later deletion waits its full time again."""
    found = matched([pos_record()], [ecom_product()], {"p1": Link(1, shown=True, due="2026-04-01")})
    assert found.links == {"p1": Link(1, shown=True)}


def test_unchanged_links_are_the_very_same_objects() -> None:
    """So that nothing is stored anew in a run without news."""
    link = Link(2, {"shirt": 11, "blue": 12}, shown=True)
    product: PosProduct = family()
    found = match({"shirt": product}, {2: ecom_family()}, {"shirt": link}, {})
    assert found.links["shirt"] is link
