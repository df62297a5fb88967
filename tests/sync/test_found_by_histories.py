"""What random histories found against the model of the rules (tests/model)."""

import asyncio
from dataclasses import replace
from pathlib import Path

import httpx

from app.sample import mutations_ecom as online
from app.sample import mutations_pos as pos
from app.sample import mutations_till as till
from app.sample.e_series import variations
from app.sync.run import Options
from tests.model.stage import Killed, dying
from tests.sync.rig import Rig
from tests.sync.test_exactly_once import settle


async def test_a_product_with_a_blank_side_is_created(rig: Rig) -> None:
    """The online store takes numbers for all three sides (API eCom §6)."""
    pos.change_dimensions(rig.pos, rig.mug, (10, 0, 8), "CM")
    story = await rig.sync()
    assert story.failures == {}
    sides = rig.products()["MUG-1"]["dimensions"]
    assert sides == {"length": 10, "width": 0, "height": 8}


async def test_a_creation_with_a_blank_side_is_settled_after_a_kill(rig: Rig) -> None:
    """The journal can be read again (RULES M7)."""
    pos.change_dimensions(rig.pos, rig.mug, (10, 0, 8), "CM")
    for nth in range(4, 14):
        rig.between = dying(nth, heard=True)
        try:
            await rig.sync()
        except (Killed, BaseExceptionGroup):
            continue
    rig.between = lambda line: line
    await settle(rig)
    assert len(rig.products()) == 3


async def test_many_products_deleted_online_are_no_broken_listing(synced: Rig) -> None:
    """What stands in the list of deleted ones was not left out (RULES M6)."""
    synced.settings["guard.count"] = 0
    for sku in ("MUG-1", "LAMP-1"):
        online.delete_product(synced.ecom, synced.products()[sku]["id"])
    synced.clock.advance(30 * 3600)
    story = await synced.sync()
    assert story.finished.exit == 0, story.said
    assert story.actions == {"MUG-1": "create", "LAMP-1": "create"}


async def test_a_family_s_own_stock_is_put_back_to_tracked_0(synced: Rig) -> None:
    """A combination that nobody made can't be bought (R21), even when nothing else differs."""
    tee = synced.products()["TEE-NS-FAMILY"]["id"]
    online.edit(synced.ecom, tee, unlimited=True)
    synced.clock.advance(60)
    assert (await synced.sync()).actions == {"TEE-NS": "update"}
    tee_now = synced.products()["TEE-NS-FAMILY"]
    assert (tee_now["unlimited"], tee_now["quantity"]) == (False, 0)
    synced.clock.advance(60)
    assert (await synced.sync()).finished.writes == 0


async def test_m4_an_order_holds_its_pieces_when_the_product_is_made_again(synced: Rig) -> None:
    """The POS doesn't know yet of what was bought before the product was deleted online."""
    mug = synced.products()["MUG-1"]["id"]
    online.place_order(synced.ecom, mug, 2)
    online.delete_product(synced.ecom, mug)
    synced.clock.advance(60)
    await synced.sync()
    assert synced.products()["MUG-1"]["quantity"] == 6


async def test_m4_an_order_for_what_others_had_online_holds_its_pieces(synced: Rig) -> None:
    """The order names the SKU, and the product that it was placed for is gone."""
    by_hand = online.create_product(synced.ecom, name="Vase", sku="VASE-1", price=5, enabled=True)
    online.place_order(synced.ecom, by_hand, 2)
    online.delete_product(synced.ecom, by_hand)
    synced.add("Vase", "VASE-1", 5.0, stock=9)
    synced.clock.advance(60)
    await synced.sync()
    assert synced.products()["VASE-1"]["quantity"] == 7


async def test_m4_an_order_holds_its_pieces_when_the_product_becomes_a_family(
    synced: Rig,
) -> None:
    """The variation of the record that was sold takes over what is held."""
    online.place_order(synced.ecom, synced.products()["MUG-1"]["id"], 2)
    pos.add_variant(synced.pos, synced.mug, {"Size": "Large"}, "MUG-L")
    synced.clock.advance(60)
    await synced.sync()
    rows = {v["sku"]: v for v in synced.products()["MUG-1-FAMILY"]["combinations"]}
    assert rows["MUG-1"]["quantity"] == 6


async def test_m4_an_order_holds_its_pieces_when_counting_begins_again(synced: Rig) -> None:
    """The first number that is told leaves out what was sold online."""
    mug = synced.products()["MUG-1"]["id"]
    online.place_order(synced.ecom, mug, 2)
    online.edit(synced.ecom, mug, unlimited=True)
    synced.clock.advance(60)
    await synced.sync()
    assert synced.products()["MUG-1"]["quantity"] == 6


async def test_m4_a_wrong_clock_ends_no_hold(synced: Rig) -> None:
    """Orders are told in the online store's time, so holds are judged by it."""
    synced.settings["orders.reach_pos"] = "automatically"
    stores = synced.clock
    mug = synced.products()["MUG-1"]["id"]
    online.place_order(synced.ecom, mug, 2)
    ours = type(stores)(0.0)
    ours.now = lambda: stores.now() + 7200  # type: ignore[method-assign]  # two hours fast
    synced.clock = ours
    await synced.sync()
    assert synced.products()["MUG-1"]["quantity"] == 6


async def test_m18_a_value_that_a_killed_run_left_is_dropped_by_the_next(synced: Rig) -> None:
    """It came from the POS, and nothing stands on it any more."""
    pos.rename_value(synced.pos, synced.tee, "Colour", "Navy", "Green")
    row = synced.products()["TEE-NS-FAMILY"]
    kept = next(v for v in row["combinations"] if v["sku"] == "TEE-NS")
    options = [{"name": "Colour", "value": "Green"}, {"name": "Size", "value": "S"}]
    variations.update(synced.ecom, row["id"], kept["id"], {"options": options})
    synced.clock.advance(60)
    await synced.sync(Options())
    choices = {o["name"]: o["choices"] for o in synced.products()["TEE-NS-FAMILY"]["options"]}
    assert [choice["text"] for choice in choices["Colour"]] == ["Blue", "Green"]


async def test_m18_a_value_met_at_first_link_goes_when_the_pos_drops_it(synced: Rig) -> None:
    """The POS itself had it, though nothing was written when the two met."""
    with synced.mirror() as mirror:
        key = synced.key(synced.tee)
        base = mirror.load().bases[key]
        mirror.save_bases({key: replace(base, options=())})
    await synced.sync()
    pos.rename_value(synced.pos, synced.tee, "Colour", "Navy", "Green")
    synced.clock.advance(60)
    await synced.sync()
    choices = {o["name"]: o["choices"] for o in synced.products()["TEE-NS-FAMILY"]["options"]}
    assert [choice["text"] for choice in choices["Colour"]] == ["Blue", "Green"]


async def test_m4_a_level_seen_before_an_order_ends_no_hold(synced: Rig) -> None:
    """There were fewer once, but then came a delivery, and then the order."""
    for level in (4, 8):
        till.count_stock(synced.pos, synced.mug, synced.outlets[0], level)
        synced.clock.advance(60)
        await synced.sync()
    synced.clock.advance(60)
    online.place_order(synced.ecom, synced.products()["MUG-1"]["id"], 1)
    synced.clock.advance(60)
    await synced.sync()
    assert synced.products()["MUG-1"]["quantity"] == 7


async def test_who_takes_a_sku_does_not_wait_for_the_reading_back(synced: Rig) -> None:
    """More than 50 actions are read back by a listing, when all is written (RULES M15)."""
    many = [synced.add(f"Thing {n}", f"THING-{n:02}", 5.0) for n in range(60)]
    await synced.sync()
    synced.clock.advance(600)
    for one in many:
        pos.reprice(synced.pos, one, 6.0)
    pos.change_sku(synced.pos, synced.lamp, "LAMP-2")
    pos.change_sku(synced.pos, synced.mug, "LAMP-1")
    story = await asyncio.wait_for(synced.sync(), 30)
    assert story.failures == {}
    assert {"LAMP-1", "LAMP-2"} <= synced.products().keys()


async def test_an_engine_that_breaks_off_leaves_nobody_waiting(synced: Rig) -> None:
    """Not even those that wait for the SKU of what broke off."""
    pos.change_sku(synced.pos, synced.lamp, "LAMP-2")
    pos.change_sku(synced.pos, synced.mug, "LAMP-1")
    pos.reprice(synced.pos, synced.tee, 7.0)
    for nth in range(8, 20):
        synced.between = dying(nth, heard=False)
        try:
            await asyncio.wait_for(synced.sync(), 30)
        except (Killed, BaseExceptionGroup):
            continue
    synced.between = lambda line: line
    await settle(synced)
    assert {"LAMP-1", "LAMP-2"} <= synced.products().keys()


async def test_m18_a_temporary_value_that_a_killed_run_left_is_dropped(synced: Rig) -> None:
    """Nobody is to choose it."""
    one, other = synced.pos.product(synced.tee), synced.pos.product(synced.tee_blue)
    synced.pos.change("products", synced.tee, variant_options=other["variant_options"])
    synced.pos.change("products", synced.tee_blue, variant_options=one["variant_options"])
    for nth in range(9, 16):
        synced.between = dying(nth, heard=True)
        try:
            await synced.sync()
        except (Killed, BaseExceptionGroup):
            continue
    synced.between = lambda line: line
    await settle(synced)
    options = synced.products()["TEE-NS-FAMILY"]["options"]
    assert not [c["text"] for o in options for c in o["choices"] if "moving" in c["text"]]
    assert len(options) == 2


async def test_m18_a_renamed_category_is_carried_by_a_product_that_is_made(rig: Rig) -> None:
    """No product online lies in it yet; it needs no second run."""
    cups = pos.add_category(rig.pos, "Cups")
    pos.move_category(rig.pos, rig.mug, cups)
    await rig.sync()
    online.delete_product(rig.ecom, rig.products()["MUG-1"]["id"])
    pos.rename_category(rig.pos, cups, "Mugs")
    rig.clock.advance(60)
    await rig.sync()
    assert [c["name"] for c in rig.ecom.categories.values()] == ["Mugs"]
    rig.clock.advance(60)
    assert (await rig.sync()).finished.writes == 0


async def test_m5_a_difference_is_to_what_is_there_right_before(synced: Rig) -> None:
    """An order that comes in between planning and writing is not made up for, nor counted twice."""
    mug = synced.products()["MUG-1"]["id"]
    till.count_stock(synced.pos, synced.mug, synced.outlets[0], 5)

    class Buying(httpx.AsyncBaseTransport):
        def __init__(self, line: httpx.AsyncBaseTransport) -> None:
            self._line = line

        async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
            if request.url.path.endswith(f"/products/{mug}") and not synced.ecom.orders:
                online.place_order(synced.ecom, mug, 1)
            return await self._line.handle_async_request(request)

    synced.between = Buying
    await synced.sync()
    assert synced.ecom.orders
    assert synced.products()["MUG-1"]["quantity"] == 5


async def test_m4_a_hold_outlives_product_and_sku(synced: Rig) -> None:
    """Neither the id nor the SKU of the order's line is to be found any more."""
    mug = synced.products()["MUG-1"]["id"]
    online.place_order(synced.ecom, mug, 2)
    online.delete_product(synced.ecom, mug)
    pos.change_sku(synced.pos, synced.mug, "MUG-2")
    for _ in range(2):
        synced.clock.advance(60)
        await synced.sync(full=True)
        assert synced.products()["MUG-2"]["quantity"] == 6


async def test_m4_a_hold_is_on_what_was_sold_not_on_who_has_its_sku_now(synced: Rig) -> None:
    """The mug becomes a family and swaps SKUs with the lamp; the pieces were the mug's."""
    online.place_order(synced.ecom, synced.products()["MUG-1"]["id"], 2)
    pos.add_variant(synced.pos, synced.mug, {"Size": "Large"}, "MUG-L")
    pos.swap_skus(synced.pos, synced.mug, synced.lamp)
    synced.clock.advance(60)
    await synced.sync()
    found = {
        row["sku"]: row["quantity"]
        for product in synced.products().values()
        for row in (product["combinations"] or [product])
    }
    assert (found["LAMP-1"], found["MUG-1"]) == (6, 3)


async def test_m5_an_old_row_of_the_index_is_no_news(tmp_path: Path) -> None:
    """What was read by id stands above a listing that shows the time before (RULES M5)."""
    rig = Rig.corner_shop(tmp_path, lag=120.0)
    for _ in range(2):
        await rig.sync()
        rig.clock.advance(600)
    pos.reprice(rig.pos, rig.mug, 16.0)
    assert (await rig.sync()).finished.writes == 1
    rig.clock.advance(5)
    assert (await rig.sync()).plan.actions == ()


async def test_m5_an_old_row_of_a_full_listing_is_no_news(tmp_path: Path) -> None:
    """A full listing shows the old row for certain; one by stamp may leave it out."""
    rig = Rig.corner_shop(tmp_path, lag=120.0)
    await rig.sync()
    rig.clock.advance(600)
    await rig.sync()
    pos.reprice(rig.pos, rig.mug, 16.0)
    assert (await rig.sync()).finished.writes == 1
    rig.clock.advance(5)
    assert (await rig.sync(full=True)).plan.actions == ()


async def test_m18_the_value_of_a_variant_without_variation_is_not_dropped(synced: Rig) -> None:
    """It lost its SKU in the POS and its variation online, but it is a variant all the same."""
    pos.change_sku(synced.pos, synced.tee_blue, None)
    row = synced.products()["TEE-NS-FAMILY"]
    blue = next(v for v in row["combinations"] if v["sku"] == "TEE-BM")
    online.delete_variation(synced.ecom, row["id"], blue["id"])
    pos.rename_value(synced.pos, synced.tee, "Colour", "Navy", "Green")
    synced.clock.advance(60)
    await synced.sync()
    choices = {o["name"]: o["choices"] for o in synced.products()["TEE-NS-FAMILY"]["options"]}
    assert [choice["text"] for choice in choices["Colour"]] == ["Blue", "Green"]
