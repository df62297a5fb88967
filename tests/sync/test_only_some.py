"""Runs about some products alone: *sync this product now*, *retry failed*; and what a run knows."""

from dataclasses import replace

import httpx

from app.domain.errors import BrokenListing, NoConnection, SettingsWrong, TokenRefused
from app.domain.events import Said
from app.domain.planning import assess_one
from app.sample import mutations_pos as pos
from app.sample.e_series import products as online
from app.sync.run import Options
from tests.sync.rig import Rig, Story
from tests.sync.test_consent import Refusing


def only(rig: Rig, *product_ids: str, yes: bool = False) -> Options:
    """A run about these products."""
    return Options(only=frozenset(rig.key(one) for one in product_ids), yes=yes)


async def test_only_some_products_are_written(synced: Rig) -> None:
    """All others wait, and don't count."""
    pos.reprice(synced.pos, synced.mug, 16.0)
    pos.reprice(synced.pos, synced.lamp, 99.0)
    pos.change_sku(synced.pos, synced.tee, None)
    story = await synced.sync(only(synced, synced.mug))
    assert story.actions == {"MUG-1": "update"}
    counts = {name: count for name, count in story.finished.counts.items() if count}
    assert (story.finished.exit, counts) == (0, {"updated": 1})
    assert "SKU" not in story.said
    assert synced.products()["LAMP-1"]["price"] == 89.9
    later = await synced.sync()
    assert later.actions == {"LAMP-1": "update"}
    assert "SKU" in later.said


async def test_bases_of_all_others_stay(synced: Rig) -> None:
    """What became equal on both sides is settled by the next run that looks at it."""
    pos.rename(synced.pos, synced.lamp, "Lamp")
    online.update(synced.ecom, synced.products()["LAMP-1"]["id"], {"name": "Lamp"})
    synced.clock.advance(60)
    with synced.mirror() as mirror:
        before = mirror.load().bases
    await synced.sync(only(synced, synced.mug))
    with synced.mirror() as mirror:
        assert mirror.load().bases == before
    await synced.sync(only(synced, synced.lamp))
    with synced.mirror() as mirror:
        assert mirror.load().bases != before


async def test_the_guard_counts_only_those(rig: Rig) -> None:
    """Two of fourteen deletions pass; the other twelve are asked about."""
    made = [rig.add(f"Cup {number}", f"CUP-{number}", 5.0) for number in range(22)]
    await rig.sync()
    keys = {product_id: rig.key(product_id) for product_id in made}
    for product_id in made[:14]:
        pos.delete_product(rig.pos, product_id)
    rig.clock.advance(60)
    few = Options(only=frozenset(keys[one] for one in made[:2]))
    story = await rig.sync(few)
    assert (story.finished.exit, story.finished.counts["deleted"]) == (0, 2)
    many = Options(only=frozenset(keys[one] for one in made[2:]))
    story = await rig.sync(many)
    assert (story.finished.exit, story.objections) == (3, ["delete"])


async def test_a_first_sync_still_asks_and_is_not_done_by_one_product(rig: Rig) -> None:
    """A yes to one product is none to all the others."""
    story = await rig.sync(only(rig, rig.mug))
    assert (story.finished.exit, story.objections) == (3, ["first"])
    story = await rig.sync(only(rig, rig.mug, yes=True))
    assert story.finished.exit == 0
    assert set(rig.products()) == {"MUG-1"}
    story = await rig.sync(Options())
    assert (story.finished.exit, story.objections) == (3, ["first"])
    assert set(rig.products()) == {"MUG-1"}


async def test_what_failed_can_be_tried_again_alone(synced: Rig) -> None:
    """Failures of others stand meanwhile."""
    pos.reprice(synced.pos, synced.mug, 16.0)
    pos.reprice(synced.pos, synced.lamp, 99.0)
    synced.between = Refusing
    await synced.sync()
    synced.between = lambda line: line
    await synced.sync(only(synced, synced.mug))
    found = synced.pairs()
    assert (found["MUG-1"].status, found["LAMP-1"].status) == ("in sync", "failed")
    await synced.sync(only(synced, synced.lamp))
    assert synced.pairs()["LAMP-1"].status == "in sync"


class TestWhatARunKnows:
    """The context after a run: the very world and plan it went by."""

    async def test_a_check_keeps_what_it_read_and_its_plan(self, synced: Rig) -> None:
        """Mirror, links and settled bases stay; nothing is written."""
        pos.reprice(synced.pos, synced.mug, 16.0)
        pos.rename(synced.pos, synced.lamp, "Lamp")
        lamp = synced.products()["LAMP-1"]["id"]
        online.update(synced.ecom, lamp, {"name": "Lamp"})
        made = synced.add("Oil lamp", "LAMP-2", 50.0)
        entered = online.create(synced.ecom, {"name": "Oil lamp", "sku": "LAMP-2", "price": 50})
        synced.clock.advance(60)
        with synced.mirror() as mirror:
            before = mirror.load()
        story = await synced.sync(Options(check=True))
        context = story.context
        assert context.plan is not None
        assert context.world is not None
        assert context.plan.actions == story.plan.actions
        assert {action.sku for action in context.plan.actions} == {"MUG-1", "LAMP-2"}
        assert story.finished.writes == 0
        with synced.mirror() as mirror:
            after = mirror.load()
        assert after.online[lamp].name == "Lamp"
        assert after.links[synced.key(made)].ecom_id == entered
        assert after.bases[synced.key(synced.lamp)] != before.bases[synced.key(synced.lamp)]
        assert after.bases[synced.key(synced.mug)] == before.bases[synced.key(synced.mug)]

    async def test_after_a_run_one_product_is_assessed_as_it_is_now(self, synced: Rig) -> None:
        """The world follows what was written."""
        pos.reprice(synced.pos, synced.mug, 16.0)
        world = (await synced.sync()).context.world
        assert world is not None
        found = assess_one(synced.key(synced.mug), world.catalogue, world.situation)
        assert found is not None
        assert found.status == "in sync"

    async def test_before_a_plan_there_is_none(self, rig: Rig) -> None:
        """A run that comes to nothing leaves nothing."""
        rig.ecom_token = "secret_withdrawn"
        context = (await rig.sync()).context
        assert (context.world, context.plan) == (None, None)


def told_error(story: Story) -> Exception | None:
    """The error that the run said it ended with."""
    (said,) = [event for event in story.of(Said) if event.level == "error"]
    assert said.text == str(said.error)
    return said.error


class TestErrorsThatEndARun:
    """They are told as themselves, besides in words."""

    async def test_a_refused_token(self, rig: Rig) -> None:
        """With the side it is about."""
        rig.ecom_token = "secret_withdrawn"
        error = told_error(await rig.sync())
        assert isinstance(error, TokenRefused)
        assert error.side == "ecom"

    async def test_a_missing_connection(self, rig: Rig) -> None:
        """Not to be taken for the token."""

        class Dead(httpx.AsyncBaseTransport):
            async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
                raise httpx.ConnectError("no route", request=request)

        rig.between = lambda _: Dead()
        assert isinstance(told_error(await rig.sync()), NoConnection)

    async def test_a_register_that_is_not_chosen(self, rig: Rig) -> None:
        """A setting is missing."""
        rig.choices = replace(rig.choices, register=None)
        assert isinstance(told_error(await rig.sync()), SettingsWrong)

    async def test_a_listing_that_cannot_be_trusted(self, synced: Rig) -> None:
        """Nothing was planned."""
        synced.pos.knobs = replace(synced.pos.knobs, empty_lists=frozenset({"products"}))
        assert isinstance(told_error(await synced.sync(full=True)), BrokenListing)
