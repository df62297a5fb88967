"""The fewest picture writes that make eCom's pictures exactly the POS's, in order (R7)."""

import random

import pytest

from app.domain.pairing import OurPicture
from app.domain.pictures import MAIN, Wanted, picture_steps, variation_picture_step
from app.domain.product import PosImage
from app.domain.steps import AddPicture, DeletePicture
from tests.domain.builders import ecom_product


def wanted(*tokens: str) -> list[Wanted]:
    """POS pictures with these contents."""
    return [(PosImage(f"i-{token}", f"https://p.example/{token}"), token) for token in tokens]


def written(
    online: dict[str, str], tokens: tuple[str, ...], *, foreign: frozenset[str] = frozenset()
) -> list[str]:
    """The writes in words; `online` maps picture ids to contents, `foreign` ids are not ours."""
    there = ecom_product(image_ids=tuple(online), main_image_mark=f"mark-{online.get(MAIN, '')}")
    ours = [
        OurPicture(picture_id, f"mark-{token}" if picture_id == MAIN else "", token)
        for picture_id, token in online.items()
        if picture_id not in foreign
    ]
    words = []
    for step in picture_steps(there, ours, wanted(*tokens)):
        if isinstance(step, AddPicture):
            words.append(f"{step.place} {step.token}")
        elif isinstance(step, DeletePicture):
            words.append(f"delete {step.image_id}")
    return words


@pytest.mark.parametrize(
    ("online", "tokens", "expected"),
    [
        pytest.param({"0": "a", "7": "b"}, ("a", "b"), [], id="right-already"),
        pytest.param({}, ("a", "b"), ["main a", "gallery b"], id="none-online"),
        pytest.param({"0": "a"}, ("a", "b"), ["gallery b"], id="added-behind"),
        pytest.param({"0": "a"}, ("b",), ["main b"], id="main-changed"),
        pytest.param({"0": "a", "7": "b"}, ("a",), ["delete 7"], id="last-removed"),
        pytest.param({"0": "a", "7": "b"}, ("b",), ["main b", "delete 7"], id="first-removed"),
        pytest.param(
            {"0": "a", "7": "b"}, ("b", "a"), ["main b", "delete 7", "gallery a"], id="swapped"
        ),
        pytest.param(
            {"0": "a", "7": "b", "8": "c"},
            ("a", "c", "b"),
            ["delete 7", "gallery b"],
            id="gallery-reordered",
        ),
        pytest.param(
            {"0": "a", "7": "b", "8": "c"},
            ("a", "x", "b", "c"),
            ["delete 7", "delete 8", "gallery x", "gallery b", "gallery c"],
            id="one-in-between-moves-the-rest",
        ),
        pytest.param({"0": "a", "7": "b"}, (), ["delete 7", "delete 0"], id="all-removed"),
        pytest.param({}, (), [], id="none-anywhere"),
    ],
)
def test_r7_the_fewest_writes(
    online: dict[str, str], tokens: tuple[str, ...], expected: list[str]
) -> None:
    """A new main picture replaces the old; the gallery is only appended to or deleted from."""
    assert written(online, tokens) == expected


def test_r7_pictures_that_others_added_go() -> None:
    """When the POS's have changed, the shop's become exactly those."""
    online = {"0": "a", "7": "?", "8": "b"}
    assert written(online, ("a", "b"), foreign=frozenset({"7"})) == ["delete 7"]


def test_r7_a_main_picture_that_somebody_replaced_is_not_ours_any_more() -> None:
    """Its id is always the same, its mark is not."""
    there = ecom_product(image_ids=("0",), main_image_mark="mark-of-somebody")
    ours = [OurPicture(MAIN, "mark-a", "a")]
    (step,) = picture_steps(there, ours, wanted("a"))
    assert isinstance(step, AddPicture)
    assert step.place == "main"


def test_r7_what_somebody_deleted_online_comes_back() -> None:
    """The gallery before it stays."""
    there = ecom_product(image_ids=("0", "7"), main_image_mark="m")
    ours = [OurPicture(MAIN, "m", "a"), OurPicture("7", "", "b"), OurPicture("8", "", "c")]
    (step,) = picture_steps(there, ours, wanted("a", "b", "c"))
    assert isinstance(step, AddPicture)
    assert (step.place, step.token) == ("gallery", "c")


def test_r7_any_change_ends_with_exactly_the_pos_pictures() -> None:
    """Whatever stood there before: applied, the writes lead to the list of the POS, in order."""
    rng = random.Random(3)
    for _ in range(500):
        before = rng.sample("abcdefg", rng.randint(0, 5))
        after = tuple(rng.sample("abcdefg", rng.randint(0, 5)))
        online = {MAIN if at == 0 else str(at): token for at, token in enumerate(before)}
        shown = dict(online)
        for number, word in enumerate(written(online, after)):
            act, _, what = word.partition(" ")
            if act == "delete":
                del shown[what]
            elif act == "main":
                shown = {MAIN: what, **{k: v for k, v in shown.items() if k != MAIN}}
            else:
                shown[f"new-{number}"] = what
        assert tuple(shown.values()) == after


def test_a_variation_has_at_most_one_picture() -> None:
    """It is set, or taken away."""
    assert variation_picture_step("blue", 12, wanted("a", "b")) == AddPicture(
        "variation", "i-a", "https://p.example/a", "a", "blue"
    )
    assert variation_picture_step("blue", 12, []) == DeletePicture(MAIN, "blue", 12)
