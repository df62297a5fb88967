"""The first sync of a shop: asked about as a whole, once; then everything is in step."""

from dataclasses import replace

from app.sample.e_series import products as online
from app.sync.run import Options
from tests.sync.rig import Rig


async def test_the_first_sync_waits_for_a_yes_and_writes_nothing(rig: Rig) -> None:
    """Without a yes the run ends with status 3 and the shop is untouched."""
    story = await rig.sync(Options())
    assert story.finished.exit == 3
    assert story.objections == ["first"]
    assert story.finished.writes == 0
    assert not rig.products()


async def test_with_a_yes_everything_sold_online_is_created(rig: Rig) -> None:
    """Products, variations, stock and visibility stand online as in the POS."""
    story = await rig.sync()
    assert story.finished.exit == 0, story.said
    products = rig.products()
    assert set(products) == {"MUG-1", "LAMP-1", "TEE-NS-FAMILY"}
    assert products["MUG-1"]["quantity"] == 8
    assert products["MUG-1"]["enabled"] is True
    tee = products["TEE-NS-FAMILY"]
    assert tee["enabled"] is True
    assert {v["sku"]: v["quantity"] for v in tee["combinations"]} == {"TEE-NS": 5, "TEE-BM": 2}
    assert [o["name"] for o in tee["options"]] == ["Colour", "Size"]
    assert tee["quantity"] == 0


async def test_the_second_sync_changes_nothing(synced: Rig) -> None:
    """Nothing to do costs a handful of requests (DESIGN §13, RULES M15)."""
    story = await synced.sync(Options())
    assert story.finished.exit == 0
    assert story.plan.actions == ()
    assert story.finished.writes == 0
    assert story.finished.requests["pos"] <= 6
    assert story.finished.requests["ecom"] <= 4
    assert story.finished.counts["unchanged"] == 3


async def test_a_check_plans_what_the_sync_then_does(rig: Rig) -> None:
    """The plan of `--check` is the plan of the sync; the writes sent are its sum."""
    checked = await rig.sync(Options(check=True))
    assert checked.finished.mode == "check"
    assert checked.finished.run is None
    assert checked.finished.writes == 0
    story = await rig.sync()
    assert story.plan.actions == checked.plan.actions
    assert story.finished.writes == sum(action.writes for action in checked.plan.actions)
    seen = sum(seen.write for seen in rig.ecom.requests)
    assert seen == story.finished.writes


async def test_s17_the_first_sync_says_what_written_online_it_would_replace(rig: Rig) -> None:
    """Per field, with the way to keep it."""
    online.create(rig.ecom, {"name": "Cup", "sku": "MUG-1", "price": 12, "enabled": False})
    rig.clock.advance(60)
    story = await rig.sync(Options())
    assert "Name: what stands online would be replaced on 1 products." in story.said
    assert "1 products that are hidden online would become visible." in story.said
    rig.settings["first_link.keep"] = ["name"]
    await rig.sync()
    assert rig.products()["MUG-1"]["name"] == "Cup"


async def test_s4_after_the_loss_of_the_choices_nothing_hidden_is_shown(synced: Rig) -> None:
    """What was off by hand must not be published by accident."""
    synced.flag(synced.key(synced.mug), "off")
    await synced.sync()
    synced.choices = replace(synced.choices, flags={})
    with synced.mirror() as mirror:
        mirror.save_fact("first.done", 0)
        mirror.save_fact("choices.lost", 1)
    story = await synced.sync()
    assert story.plan.actions == ()
    assert synced.products()["MUG-1"]["enabled"] is False
    assert synced.choices.flags == {synced.key(synced.mug): "off"}


async def test_a_shop_with_several_registers_must_choose_one(rig: Rig) -> None:
    """Status 2 with the remedy until the register is chosen (RULES M19)."""
    rig.choices = replace(rig.choices, register=None)
    story = await rig.sync()
    assert story.finished.exit == 2
    assert "register" in story.said
    assert not rig.products()
