"""Removal is gentle where the manager wants it so: hidden now, deleted when the days are over."""

from app.sample import mutations_pos as pos
from app.sample.e_series import products as online
from app.sync.run import Options
from tests.sync.rig import Rig

DAY = 86_400
GENTLE = {"removal.mode": "hide", "removal.days": 10}


def restored(rig: Rig, record_id: str) -> None:
    """A product comes back from the POS's bin."""
    with rig.pos.lock:
        rig.pos.change("products", record_id, deleted_at=None)


async def test_what_was_hidden_before_waits_as_well(synced: Rig) -> None:
    """Inactive first, then deleted in the POS: the days are counted, then it goes (RULES M20)."""
    synced.settings |= GENTLE
    pos.deactivate(synced.pos, synced.mug)
    await synced.sync()
    synced.clock.advance(DAY)
    pos.delete_product(synced.pos, synced.mug)
    assert (await synced.sync()).plan.actions == ()
    assert "deleted online on" in synced.pairs()["MUG-1"].reasons[0]
    synced.clock.advance(9 * DAY)
    assert (await synced.sync()).plan.actions == ()
    synced.clock.advance(2 * DAY)
    assert (await synced.sync()).actions == {"MUG-1": "delete"}
    assert "MUG-1" not in synced.products()


async def test_a_check_begins_no_waiting(synced: Rig) -> None:
    """The days are counted from the first sync that saw it."""
    synced.settings |= GENTLE
    pos.deactivate(synced.pos, synced.mug)
    await synced.sync()
    pos.delete_product(synced.pos, synced.mug)
    await synced.sync(Options(check=True))
    assert synced.pairs()["MUG-1"].reasons == ()


async def test_shown_again_by_hand_it_is_not_deleted(synced: Rig) -> None:
    """Somebody wants it: attention, whatever day it is; hidden again it goes."""
    synced.settings |= GENTLE
    mug = synced.products()["MUG-1"]["id"]
    pos.delete_product(synced.pos, synced.mug)
    await synced.sync()
    synced.clock.advance(11 * DAY)
    online.update(synced.ecom, mug, {"enabled": True})
    synced.clock.advance(600)
    story = await synced.sync()
    assert story.plan.actions == ()
    assert "somebody has shown it again" in synced.pairs()["MUG-1"].reasons[0]
    online.update(synced.ecom, mug, {"enabled": False})
    synced.clock.advance(600)
    assert (await synced.sync()).actions == {"MUG-1": "delete"}


async def test_back_in_the_pos_it_is_shown_again(synced: Rig) -> None:
    """The same product online, id and content kept; the days are forgotten."""
    synced.settings |= GENTLE
    mug = synced.products()["MUG-1"]["id"]
    pos.delete_product(synced.pos, synced.mug)
    await synced.sync()
    synced.clock.advance(DAY)
    restored(synced, synced.mug)
    await synced.sync()
    assert (synced.products()["MUG-1"]["id"], synced.products()["MUG-1"]["enabled"]) == (mug, True)
    synced.clock.advance(20 * DAY)
    assert (await synced.sync()).plan.actions == ()


async def test_a_variant_of_a_living_family_goes_at_once(synced: Rig) -> None:
    """Only whole products wait."""
    synced.settings |= GENTLE
    pos.delete_variant(synced.pos, synced.tee_blue)
    await synced.sync()
    tee = next(p for sku, p in synced.products().items() if sku.startswith("TEE"))
    assert [one["sku"] for one in tee["combinations"]] == ["TEE-NS"]


async def test_without_the_setting_it_is_deleted_at_once(synced: Rig) -> None:
    """The service's own rule is the default (R6)."""
    pos.delete_product(synced.pos, synced.mug)
    assert (await synced.sync()).actions == {"MUG-1": "delete"}
