"""POS categories and their eCom counterparts (R20, RULES M18)."""

import pytest

from app.domain.categories import (
    CategoryLink,
    Rename,
    known_categories,
    path_of,
    resolve_categories,
)
from app.domain.product import CategoryRef, EcomCategory, PosCategory
from tests.domain.builders import pos_record

HOME = PosCategory("home", "Home", None)
MUGS = PosCategory("mugs", "Mugs", "home")
BOTH = {"home": HOME, "mugs": MUGS}
ONLINE_HOME = EcomCategory(1, "Home", None)
ONLINE_MUGS = EcomCategory(2, "Mugs", 1)


def test_r20_found_by_parent_and_name() -> None:
    """Step by step from the top, never by a joined path."""
    elsewhere = EcomCategory(9, "Mugs", None)
    found = resolve_categories(BOTH, [elsewhere, ONLINE_HOME, ONLINE_MUGS], {})
    assert found.links == {
        "home": CategoryLink(1, False, "Home", None),
        "mugs": CategoryLink(2, False, "Mugs", "home"),
    }
    assert found.ids == {"home": 1, "mugs": 2}


@pytest.mark.parametrize(
    ("name", "found"),
    [
        (" Mugs ", True),
        ("Cafe\u0301", False),
        ("mugs", False),
        ("Mugs/Cups", False),
    ],
    ids=["trimmed", "another", "other-case", "longer"],
)
def test_m18_names_are_trimmed_and_case_sensitive(name: str, found: bool) -> None:
    """In NFC."""
    online = [ONLINE_HOME, EcomCategory(2, name, 1)]
    assert ("mugs" in resolve_categories(BOTH, online, {}).links) is found


def test_m18_names_are_compared_in_nfc() -> None:
    """However the accents are put together."""
    pos = {"c": PosCategory("c", "Cafe\u0301", None)}
    assert resolve_categories(pos, [EcomCategory(3, "Caf\u00e9", None)], {}).ids == {"c": 3}


def test_m18_of_several_the_lowest_id() -> None:
    """Whatever their order in the listing."""
    online = [EcomCategory(7, "Home", None), EcomCategory(4, "Home", None)]
    assert resolve_categories({"home": HOME}, online, {}).ids == {"home": 4}


def test_m18_what_is_not_there_has_no_link() -> None:
    """Nor has anything below it, even if its name stands elsewhere."""
    found = resolve_categories(BOTH, [EcomCategory(2, "Mugs", None)], {})
    assert found.links == {}


@pytest.mark.parametrize("ours", [True, False], ids=["created-by-us", "found"])
def test_m18_a_link_goes_before_names(ours: bool) -> None:
    """A category renamed online keeps its link."""
    links = {"home": CategoryLink(8, ours, "Home", None)}
    online = [EcomCategory(8, "Living", None), ONLINE_HOME]
    assert resolve_categories({"home": HOME}, online, links).ids == {"home": 8}


def test_m18_renamed_in_the_pos_the_one_we_created_is_renamed() -> None:
    """One write, and no product is written."""
    links = {"home": CategoryLink(1, True, "Home", None)}
    renamed = {"home": PosCategory("home", "House", None)}
    found = resolve_categories(renamed, [ONLINE_HOME], links)
    assert found.ids == {"home": 1}
    assert found.renames == (Rename("home", 1, "Home", "House"),)


def test_m18_renamed_in_the_pos_the_one_we_found_stays() -> None:
    """The new path is found, or created."""
    links = {"home": CategoryLink(1, False, "Home", None)}
    renamed = {"home": PosCategory("home", "House", None)}
    house = EcomCategory(5, "House", None)
    assert resolve_categories(renamed, [ONLINE_HOME, house], links).ids == {"home": 5}
    missing = resolve_categories(renamed, [ONLINE_HOME], links)
    assert (missing.links, missing.renames) == ({}, ())


def test_m18_moved_in_the_pos_it_is_looked_for_in_its_new_place() -> None:
    """Even one that we created."""
    links = {
        "home": CategoryLink(1, False, "Home", None),
        "mugs": CategoryLink(2, True, "Mugs", "home"),
    }
    moved = {"home": HOME, "mugs": PosCategory("mugs", "Mugs", None)}
    assert resolve_categories(moved, [ONLINE_HOME, ONLINE_MUGS], links).ids == {"home": 1}


def test_m18_deleted_online_it_is_looked_for_again() -> None:
    """By its name."""
    links = {"home": CategoryLink(8, True, "Home", None)}
    assert resolve_categories({"home": HOME}, [ONLINE_HOME], links).ids == {"home": 1}


def test_r20_categories_that_only_products_name_are_known_from_their_paths() -> None:
    """What the listing says goes before."""
    record = pos_record(category=(CategoryRef("home", "Old name"), CategoryRef("mugs", "Mugs")))
    assert known_categories([HOME], [record]) == {"home": HOME, "mugs": MUGS}


@pytest.mark.parametrize(
    ("categories", "path"),
    [
        (BOTH, ["mugs", "home"]),
        ({"mugs": MUGS}, ["mugs"]),
        ({"home": PosCategory("home", "Home", "mugs"), "mugs": MUGS}, ["mugs", "home"]),
        ({}, []),
    ],
    ids=["to-the-top", "unknown-parent", "ring", "unknown"],
)
def test_path_of(categories: dict[str, PosCategory], path: list[str]) -> None:
    """Ends at the top, at an unknown parent, or where a ring closes."""
    assert path_of("mugs", categories) == path


def test_a_ring_of_categories_is_no_trouble() -> None:
    """What makes no sense is left out, not followed for ever."""
    ring = {"a": PosCategory("a", "A", "b"), "b": PosCategory("b", "B", "a")}
    assert resolve_categories(ring, [EcomCategory(1, "A", None)], {}).links == {}
