"""The guard at its limits, from the listing to the shop: it asks at one more, and not before."""

from collections.abc import Callable

import pytest

from app.domain.events import Objected
from app.sample import mutations_pos as pos
from app.sample import mutations_till as till
from app.sync.run import Options
from tests.sync.rig import Rig, Story
from tests.sync.test_exactly_once import Killed, killing

HOUR, DAY = 3600, 86_400
NO_YES = Options()
Deed = Callable[[Rig, str], object]


async def stocked(rig: Rig, count: int) -> list[str]:
    """So many more products, all shown online; M is three more."""
    made = [rig.add(f"Cup {number}", f"CUP-{number}", 5.0, stock=2) for number in range(count)]
    story = await rig.sync()
    assert story.finished.exit == 0, story.said
    rig.clock.advance(HOUR)
    return made


def reason(story: Story) -> tuple[str, int, int]:
    """What was asked: kind, count, of how many."""
    (asked,) = story.of(Objected)
    (found,) = asked.reasons
    return found.kind, found.count, found.of


def sell_out(rig: Rig, product_id: str) -> None:
    """No piece is left."""
    till.count_stock(rig.pos, product_id, rig.outlets[0], 0)


DEEDS: dict[str, Deed] = {
    "delete": lambda rig, one: pos.delete_product(rig.pos, one),
    "hide": lambda rig, one: pos.deactivate(rig.pos, one),
    "zero": sell_out,
    "price": lambda rig, one: pos.reprice(rig.pos, one, 7.51),
}


@pytest.mark.parametrize("kind", DEEDS)
async def test_eleven_are_asked_about(rig: Rig, kind: str) -> None:
    """More than ten, and more than 5 % of what is shown; nothing at all is written."""
    made = await stocked(rig, 30)
    for product_id in made[:11]:
        DEEDS[kind](rig, product_id)
    story = await rig.sync(NO_YES)
    assert (story.finished.exit, story.finished.writes) == (3, 0)
    assert reason(story) == (kind, 11, 33)


@pytest.mark.parametrize("kind", DEEDS)
async def test_ten_are_not(rig: Rig, kind: str) -> None:
    """Greater than, not at least."""
    made = await stocked(rig, 30)
    for product_id in made[:10]:
        DEEDS[kind](rig, product_id)
    story = await rig.sync(NO_YES)
    assert (story.finished.exit, story.objections) == (0, [])
    assert story.finished.writes >= 10


async def test_a_price_that_moves_by_just_half_is_not_asked_about(rig: Rig) -> None:
    """More than half of the old one, up or down."""
    made = await stocked(rig, 20)
    for number, product_id in enumerate(made):
        pos.reprice(rig.pos, product_id, 7.5 if number % 2 else 2.5)
    assert (await rig.sync(NO_YES)).objections == []


async def test_a_family_counts_once_however_many_variants_go(rig: Rig) -> None:
    """Eleven variants of one product are one product."""
    made = await stocked(rig, 1)
    variants = [
        pos.add_variant(rig.pos, made[0], {"Size": f"S{number}"}, f"CUP-0-{number}")
        for number in range(12)
    ]
    await rig.sync()
    rig.clock.advance(HOUR)
    for variant in variants[:11]:
        pos.delete_variant(rig.pos, variant)
    story = await rig.sync(NO_YES)
    assert (story.finished.exit, story.objections) == (0, [])


async def test_small_runs_without_a_yes_add_up(rig: Rig) -> None:
    """Eight in one hour and four in the next, by command or by schedule: the second is asked."""
    made = await stocked(rig, 60)
    for product_id in made[:8]:
        pos.delete_product(rig.pos, product_id)
    assert (await rig.sync(NO_YES)).finished.exit == 0
    rig.clock.advance(HOUR)
    for product_id in made[8:12]:
        pos.delete_product(rig.pos, product_id)
    story = await rig.sync(Options(attended=False))
    assert story.finished.exit == 3
    assert reason(story) == ("delete", 4, 55)


@pytest.mark.parametrize(
    ("before", "pause"),
    [(Options(yes=True), HOUR), (NO_YES, DAY + HOUR)],
    ids=["with a yes", "a day ago"],
)
async def test_what_had_a_yes_or_is_long_ago_does_not_add_up(
    rig: Rig, before: Options, pause: int
) -> None:
    """The manager has seen it, or the 24 hours are over."""
    made = await stocked(rig, 60)
    for product_id in made[:8]:
        pos.delete_product(rig.pos, product_id)
    assert (await rig.sync(before)).finished.exit == 0
    rig.clock.advance(pause)
    for product_id in made[8:12]:
        pos.delete_product(rig.pos, product_id)
    assert (await rig.sync(Options(attended=False))).finished.exit == 0


async def test_what_a_killed_run_had_begun_adds_up(
    rig: Rig, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It did not live to tell what it did: all that it was about to do counts."""
    made = await stocked(rig, 60)
    for product_id in made[:8]:
        pos.delete_product(rig.pos, product_id)
    with monkeypatch.context() as patch:
        killing(patch, "finish_run", 1)
        with pytest.raises(Killed):
            await rig.sync(NO_YES)
    rig.clock.advance(HOUR)
    for product_id in made[8:12]:
        pos.delete_product(rig.pos, product_id)
    story = await rig.sync(NO_YES)
    assert story.finished.exit == 3
    assert reason(story)[0] == "delete"


async def test_count_zero_asks_about_a_single_one(synced: Rig) -> None:
    """0 asks always; with nothing to ask about nobody is."""
    synced.settings |= {"guard.count": 0}
    assert (await synced.sync(NO_YES)).finished.exit == 0
    pos.delete_product(synced.pos, synced.mug)
    story = await synced.sync(NO_YES)
    assert reason(story) == ("delete", 1, 3)


@pytest.mark.parametrize(("count", "asked"), [(11, ["show"]), (10, [])])
async def test_showing_again_is_asked_about_beyond_the_limit(
    rig: Rig, count: int, asked: list[str]
) -> None:
    """What was hidden for a season comes back: eleven at once are asked about, ten are not."""
    made = await stocked(rig, 40)
    for product_id in made[:count]:
        pos.deactivate(rig.pos, product_id)
    await rig.sync()
    rig.clock.advance(2 * DAY)
    for product_id in made[:count]:
        pos.activate(rig.pos, product_id)
    assert (await rig.sync(NO_YES)).objections == asked
