"""Properties of planning over random histories, against a model online store (DESIGN §13)."""

from collections.abc import Sequence
from dataclasses import replace
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.domain.guard import concerned
from app.domain.product import EcomProduct
from tests.domain.strategies import SWITCHED_OFF, stores
from tests.domain.syncing import Stores, carry_out, in_waiting_order, join, sync

random_histories = settings(
    max_examples=60,
    derandomize=True,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


@random_histories
@given(stores())
def test_after_one_sync_nothing_is_left_to_do(made: Stores) -> None:
    """No step is refused, the shop keeps what was written, and planning again finds nothing."""
    world = join(made)
    carried = carry_out(made, world, world.plan())
    assert not any(carried.kept.values()), carried.kept
    again = join(made).plan()
    assert again.actions == ()


@random_histories
@given(stores())
def test_an_action_sends_as_many_writes_as_it_says(made: Stores) -> None:
    """The sum of `writes` in the plan is what the shop sees (RULES M15)."""
    world = join(made)
    plan = world.plan()
    carried = carry_out(made, world, plan)
    said = {action.key: action.writes for action in plan.actions}
    assert {key: carried.writes.get(key, 0) for key in said} == said


@random_histories
@given(stores())
def test_planning_is_deterministic_and_changes_nothing(made: Stores) -> None:
    """The same world gives the same plan; deciding does not act."""
    world = join(made)
    before = dict(made.shop.products), dict(made.links), dict(made.bases)
    assert world.plan() == world.plan()
    assert (made.shop.products, made.links, made.bases) == before


@random_histories
@given(stores(), st.randoms(use_true_random=False))
def test_the_order_of_independent_actions_does_not_matter(made: Stores, rng: Random) -> None:
    """After the early steps any order that respects `after` leads to the same shop."""
    world = join(made)
    plan = world.plan()
    if any(action.kind == "create" for action in plan.actions):
        # Ids depend on the order of birth; compare what has no ids.
        expected = _without_ids(_after(made, list(plan.actions)))
        assert _without_ids(_after(made, _shuffled(made, rng))) == expected
        return
    assert _shown(_after(made, _shuffled(made, rng))) == _shown(_after(made, []))


def _shuffled(made: Stores, rng: Random) -> list[str]:
    keys = [action.key for action in join(made.copy()).plan().actions]
    rng.shuffle(keys)
    return keys


def _after(made: Stores, wanted: Sequence[object]) -> Stores:
    """The stores after a sync whose actions come in this order as far as they may."""
    twin = made.copy()
    world = join(twin)
    plan = world.plan()
    rank = {key: at for at, key in enumerate(map(str, wanted))}
    actions = sorted(plan.actions, key=lambda action: rank.get(action.key, 0))
    carry_out(twin, world, plan, in_waiting_order(actions))
    return twin


def _shown(stores_after: Stores) -> dict[int, EcomProduct]:
    """The products, with contents in place of the ids that pictures and variations were given."""
    shop = stores_after.shop
    return {
        key: replace(
            product,
            image_ids=shop.picture_contents(product),
            main_image_mark="",
            variations=tuple(
                replace(v, id=0, image_mark=shop.contents.get(v.image_mark, ""))
                for v in product.variations
            ),
        )
        for key, product in shop.products.items()
    }


def _without_ids(stores_after: Stores) -> list[object]:
    found: list[object] = [
        (
            p.sku,
            p.name,
            p.enabled,
            p.price,
            p.quantity,
            p.unlimited,
            sorted((v.options, v.sku, v.price, v.quantity) for v in p.variations),
        )
        for p in stores_after.shop.products.values()
    ]
    return sorted(found, key=repr)


@random_histories
@given(stores())
def test_what_the_guard_counts_is_what_happens(made: Stores) -> None:
    """Products deleted, hidden and shown in the shop are those that the guard was told of."""
    world = join(made)
    plan = world.plan()
    counted = concerned(plan.actions, made.rules, plan.sold_out)
    before = dict(made.shop.products)
    carry_out(made, world, plan)
    after = made.shop.products
    gone = {there.id for there in before.values() if there.id not in after}
    lost = {there.id for there in before.values() if there.id in after and _lost(there, after)}
    assert {a.ecom_id for a in counted["delete"]} == gone | lost
    both = [(before[key], after[key]) for key in before if key in after]
    hidden = {one.id for one, other in both if one.enabled and not other.enabled}
    assert {a.ecom_id for a in counted["hide"]} == hidden
    shown = {one.id for one, other in both if other.enabled and not one.enabled}
    assert {a.ecom_id for a in counted["show"]} == shown


def _lost(before: EcomProduct, after: dict[int, EcomProduct]) -> bool:
    """Whether a product lost a variation."""
    left = {variation.id for variation in after[before.id].variations}
    return any(variation.id not in left for variation in before.variations)


@random_histories
@given(stores())
def test_products_that_need_attention_are_left_alone(made: Stores) -> None:
    """No request concerns them until they are mended (RULES M8)."""
    plan = join(made).plan()
    blocked = {found.key for found in plan.assessments if found.blocked}
    assert not blocked & {action.key for action in plan.actions}


@random_histories
@given(stores())
def test_what_exists_only_online_survives(made: Stores) -> None:
    """Products and variations without link stay; categories of people stay."""
    world = join(made)
    plan = world.plan()
    linked = {link.ecom_id: link for link in made.links.values()}
    deleted = {action.ecom_id for action in plan.actions if action.kind == "delete"}
    before = dict(made.shop.products)
    carry_out(made, world, plan)
    for there in before.values():
        if there.id not in linked:
            assert made.shop.products[there.id] == there
        elif there.id not in deleted:
            ours = set(linked[there.id].variations.values())
            alone = {v.id for v in there.variations} - ours
            assert alone <= {v.id for v in made.shop.products[there.id].variations}


@pytest.mark.parametrize("name", SWITCHED_OFF)
def test_a_field_that_is_switched_off_is_never_written(name: str) -> None:
    """On products that stand online already (RULES M3)."""

    @random_histories
    @given(stores(settings={f"fields.{name}.sync": False}))
    def check(made: Stores) -> None:
        plan = join(made).plan()
        changed = {
            change.field
            for action in plan.actions
            if action.kind != "create"
            for change in action.changes
            if change.variant is None or change.variant.ecom_id is not None
        }
        assert name not in changed

    check()


@random_histories
@given(stores())
def test_two_syncs_in_a_row_are_one(made: Stores) -> None:
    """The second writes nothing at all."""
    sync(made)
    writes = made.shop.writes
    sync(made)
    assert made.shop.writes == writes
