"""Properties of parts of a plan over random histories: what is left out stays, and waits."""

from random import Random

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.domain.actions import Action
from app.domain.leaving_out import RENAMED, LeftOut, Line, has_work, separable
from app.domain.planning import Plan, assess_one
from tests.domain.strategies import stores
from tests.domain.syncing import Stores, World, carry_out, join, sync

random_histories = settings(
    max_examples=80,
    derandomize=True,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
chance = st.randoms(use_true_random=False)

FOLLOWERS: frozenset[Line] = frozenset({("", "options"), ("", "sku"), ("", "stock")})
"""Lines of a family that follow its other lines (see `separable`)."""


def lines(action: Action) -> dict[Line, tuple[object, object]]:
    """What an action tells of each line, old and new."""
    return {
        (change.variant.pos_id if change.variant else "", change.field): (
            change.before,
            change.after,
        )
        for change in action.changes
    }


def some_lines(world: World, rng: Random) -> LeftOut:
    """Leave out about every other line of about every other product."""
    found = {}
    for one in world.plan().assessments:
        possible = sorted(separable(one, world.situation))
        chosen = frozenset(line for line in possible if rng.random() < 0.5)
        if chosen and rng.random() < 0.7:
            found[one.key] = chosen
    return found


def some_products(world: World, rng: Random) -> frozenset[str]:
    """About every other product."""
    return frozenset(key for key in world.catalogue.products if rng.random() < 0.5)


def by_key(plan: Plan) -> dict[str, Action]:
    """The actions of a plan by product."""
    return {action.key: action for action in plan.actions}


@random_histories
@given(stores(), chance)
def test_what_is_left_out_is_not_written_and_waits(made: Stores, rng: Random) -> None:
    """A second look finds exactly these lines, with the very values of the first."""
    world = join(made)
    left_out = some_lines(world, rng)
    whole, part = world.plan(), world.plan(left_out=left_out)
    carried = carry_out(made, world, part)
    assert not any(carried.kept.values()), carried.kept
    again = by_key(join(made).plan())
    mended = {found.key for found in whole.assessments if found.blocked}
    for action in whole.actions:
        left = left_out.get(action.key, frozenset())
        if action.key in part.held_back | mended:
            continue
        first, second = lines(action), lines(again[action.key]) if action.key in again else {}
        born = {pos_id for pos_id, field in left if field == "options"}
        for line in left:
            assert second.get(line) == first[line], (line, first[line], second.get(line))
        followers = FOLLOWERS | {RENAMED} if world.catalogue.renames else FOLLOWERS
        others = {line for line in second.keys() - left - followers if line[0] not in born}
        assert not others, (others, first, second)
    assert world.catalogue.renames or again.keys() <= by_key(whole).keys() | mended


@random_histories
@given(stores(), chance)
def test_a_part_and_then_the_rest_make_the_whole(made: Stores, rng: Random) -> None:
    """Nothing is left to do, once what waited for something else has had its turn as well."""
    world = join(made)
    part = world.plan(some_products(world, rng), some_lines(world, rng))
    carry_out(made, world, part)
    sync(made)
    sync(made)
    assert join(made).plan().actions == ()


@random_histories
@given(stores(), chance)
def test_only_some_products_are_touched(made: Stores, rng: Random) -> None:
    """All others stay as they are, on both sides of the comparison."""
    world = join(made)
    only = some_products(world, rng)
    part = world.plan(only)
    before, bases = dict(made.shop.products), dict(made.bases)
    carried = carry_out(made, world, part)
    assert not any(carried.kept.values()), carried.kept
    assert {action.key for action in part.actions} <= only
    for key, link in made.links.items():
        if key not in only and link.ecom_id in before:
            assert made.shop.products[link.ecom_id] == before[link.ecom_id]
            assert made.bases.get(key) == bases.get(key)


@random_histories
@given(stores(), chance)
def test_leaving_out_everything_of_a_product_leaves_it_alone(made: Stores, rng: Random) -> None:
    """Nothing is drafted for it, neither what would only follow."""
    world = join(made)
    whole = world.plan()
    every = {a.key: separable(a, world.situation) for a in whole.assessments if rng.random() < 0.5}
    left_out = {key: found for key, found in every.items() if found}
    part = world.plan(left_out=left_out)
    for key, action in by_key(part).items():
        assert key not in left_out or lines(action).keys() - left_out[key]
    for key in left_out.keys() - by_key(part).keys():
        assert key in part.waiting or key not in by_key(whole)


@random_histories
@given(stores())
def test_a_part_with_everything_is_the_whole(made: Stores) -> None:
    """Whether it is limited or not, the same is done."""
    world = join(made)
    whole, part = world.plan(), world.plan(frozenset(world.catalogue.products))
    assert part.actions == whole.actions
    assert (part.assessments, part.settled) == (whole.assessments, whole.settled)
    assert part.waiting == part.held_back == frozenset()


@random_histories
@given(stores())
def test_one_product_alone_is_assessed_as_among_all(made: Stores) -> None:
    """But for what only the others can tell."""
    world = join(made)
    for found in world.plan().assessments:
        if found.key and found.status != "needs attention":
            assert assess_one(found.key, world.catalogue, world.situation) == found
            assert has_work(found, world.situation) or not found.enabled
