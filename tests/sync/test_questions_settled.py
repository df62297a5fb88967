"""Questions that the rules leave to the reader, and how they are read here."""

import pytest

from app.sample import mutations_ecom as online
from app.sample import mutations_pos as pos
from app.sample import mutations_till as till
from app.sync.run import Options
from tests.sync.rig import Rig

HOUR = 3600


async def in_step(rig: Rig, *, writes: bool = True) -> None:
    """Sync; the one after that writes nothing."""
    rig.clock.advance(600)
    story = await rig.sync()
    assert story.failures == {}
    assert bool(story.finished.writes) is writes, story.plan.actions
    rig.clock.advance(600)
    again = await rig.sync()
    assert again.plan.actions == ()
    assert again.finished.writes == 0


def names(rig: Rig) -> list[str]:
    """The online store's categories."""
    return sorted(c["name"] for c in rig.ecom.categories.values())


def of(rig: Rig, sku: str) -> list[str]:
    """The names of a product's categories online."""
    ids = rig.products()[sku]["categoryIds"]
    return sorted(rig.ecom.categories[one]["name"] for one in ids)


async def test_m8_without_a_price_a_product_waits_and_is_counted(synced: Rig) -> None:
    """It is not sold for nothing; with a price it comes."""
    vase = synced.add("Vase", "VASE-1", 30, stock=2)
    synced.pos.change("products", vase, price_including_tax=None)
    synced.clock.advance(600)
    story = await synced.sync()
    assert "VASE-1" not in synced.products()
    assert (story.finished.exit, story.finished.counts["attention"]) == (1, 1)
    assert "no price" in synced.pairs()["VASE-1"].reasons[0]
    pos.reprice(synced.pos, vase, 31)
    await in_step(synced)
    assert synced.products()["VASE-1"]["price"] == 31


async def test_m8_a_price_that_goes_missing_later_is_left(synced: Rig) -> None:
    """Online stands one; the rest of the product goes on."""
    synced.pos.change("products", synced.mug, price_including_tax=None)
    pos.rename(synced.pos, synced.mug, "Cup")
    await in_step(synced)
    mug = synced.products()["MUG-1"]
    assert (mug["price"], mug["name"]) == (14.5, "Cup")


async def test_r21_a_variant_without_a_price_has_its_family_s(synced: Rig) -> None:
    """The others have one: the family is made, and nothing of it costs nothing."""
    lot = synced.add("Plate", "PLATE-1", 12, stock=2)
    large = pos.add_variant(synced.pos, lot, {"Size": "Large"}, "PLATE-L")
    synced.pos.change("products", large, price_including_tax=None)
    await in_step(synced)
    plate = synced.products()["PLATE-1-FAMILY"]
    assert plate["price"] == 12
    assert {v["sku"]: v.get("price") or plate["price"] for v in plate["combinations"]} == {
        "PLATE-1": 12,
        "PLATE-L": 12,
    }


async def test_m4_a_sale_seen_after_an_order_counts_as_that_order(synced: Rig) -> None:
    """Levels carry no time: the fall since the last look before the order is taken for it."""
    till.count_stock(synced.pos, synced.mug, synced.outlets[0], 7)
    synced.clock.advance(60)
    online.place_order(synced.ecom, synced.products()["MUG-1"]["id"], 1)
    synced.clock.advance(60)
    await synced.sync()
    assert synced.products()["MUG-1"]["quantity"] == 7
    till.count_stock(synced.pos, synced.mug, synced.outlets[0], 12)
    synced.clock.advance(60)
    await synced.sync()
    assert synced.products()["MUG-1"]["quantity"] == 12


async def test_m4_a_sale_seen_before_an_order_is_not_that_order(synced: Rig) -> None:
    """A look in between tells them apart, and the order's piece stays held."""
    till.count_stock(synced.pos, synced.mug, synced.outlets[0], 7)
    synced.clock.advance(60)
    await synced.sync()
    synced.clock.advance(60)
    online.place_order(synced.ecom, synced.products()["MUG-1"]["id"], 1)
    till.count_stock(synced.pos, synced.mug, synced.outlets[0], 12)
    synced.clock.advance(60)
    await synced.sync()
    assert synced.products()["MUG-1"]["quantity"] == 11


async def test_m18_two_pos_categories_of_one_path_are_one_online(synced: Rig) -> None:
    """Found by parent and name: the second finds what the first one made."""
    one, other = pos.add_category(synced.pos, "Cups"), pos.add_category(synced.pos, "Cups")
    pos.move_category(synced.pos, synced.mug, one)
    pos.move_category(synced.pos, synced.lamp, other)
    await in_step(synced)
    assert names(synced) == ["Cups"]
    assert of(synced, "MUG-1") == of(synced, "LAMP-1") == ["Cups"]


@pytest.mark.parametrize("first", [True, False], ids=["the one that made it", "the one that found"])
async def test_m18_of_two_with_one_path_each_can_be_renamed(synced: Rig, first: bool) -> None:
    """Linked by id: the category that we made is renamed with all in it.

    Nothing goes to and fro; a twin that found it gets one of its own once it is renamed itself.
    """
    one, other = pos.add_category(synced.pos, "Cups"), pos.add_category(synced.pos, "Cups")
    pos.move_category(synced.pos, synced.mug, one)
    await in_step(synced)
    pos.move_category(synced.pos, synced.lamp, other)
    await in_step(synced)
    pos.rename_category(synced.pos, one if first else other, "Mugs")
    synced.clock.advance(600)
    await synced.sync()
    await in_step(synced, writes=False)
    assert of(synced, "MUG-1") == (["Mugs"] if first else ["Cups"])
    assert of(synced, "LAMP-1") == ["Mugs"]


async def test_r21_a_family_may_lose_its_options_while_it_is_hidden(synced: Rig) -> None:
    """The variation goes now; values and stock reach the product when it is shown again."""
    pos.delete_variant(synced.pos, synced.tee_blue)
    await in_step(synced)
    synced.flag(synced.key(synced.tee), "off")
    await in_step(synced)
    tee = synced.products()["TEE-NS-FAMILY"]["id"]
    synced.pos.change("products", synced.tee, variant_options=[], has_variants=False)
    synced.clock.advance(600)
    await synced.sync()
    await in_step(synced, writes=False)
    pos.reprice(synced.pos, synced.tee, 44)
    synced.flag(synced.key(synced.tee), "on")
    await in_step(synced)
    (shown,) = [one for one in synced.products().values() if one["id"] == tee]
    assert shown["enabled"]
    assert shown["combinations"] == []
    assert (shown["sku"], shown["price"], shown["quantity"]) == ("TEE-NS", 44, 5)


async def test_m13_a_family_s_own_price_counts_where_no_member_s_moves(synced: Rig) -> None:
    """Lists show it, and what stands online alone has it."""
    synced.settings["guard.count"] = 0
    tee = synced.products()["TEE-NS-FAMILY"]["id"]
    online.edit_price(synced.ecom, tee, 400)
    synced.clock.advance(HOUR)
    assert (await synced.sync(Options())).objections == ["price"]


async def test_m13_a_small_move_of_a_family_s_own_price_does_not(synced: Rig) -> None:
    """No more than any other."""
    synced.settings["guard.count"] = 0
    online.edit_price(synced.ecom, synced.products()["TEE-NS-FAMILY"]["id"], 41)
    synced.clock.advance(HOUR)
    assert (await synced.sync(Options())).objections == []
