"""Undo: what a run did goes back online, the rest is named with its reason (DESIGN §5, M14)."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from app.domain.events import Event, Said
from app.sample import mutations_ecom as ecom
from app.sample import mutations_pos as pos
from app.sample import mutations_till as till
from app.sample.faults import Fault
from app.storage.journal import SqliteJournal
from app.sync.context import Context
from tests.sync.rig import Rig, Story
from tests.sync.test_exactly_once import Killed, killing

PASSING = ("updated", "updateTimestamp", "inStock", "quantity")


def shown(rig: Rig, sku: str) -> dict[str, Any]:
    """A product as the online store holds it, without stamps and stock."""
    product = rig.products()[sku]
    return {name: value for name, value in product.items() if name not in PASSING}


async def day(rig: Rig, *changes: Callable[[], object]) -> Story:
    """Let things happen and sync."""
    for change in changes:
        change()
    rig.clock.advance(600)
    story = await rig.sync()
    assert story.finished.counts["failed"] == 0, story.failures
    rig.clock.advance(600)
    return story


async def quiet(rig: Rig) -> None:
    """The next sync writes nothing."""
    rig.clock.advance(600)
    story = await rig.sync()
    assert story.finished.writes == 0, story.plan.actions


EDITS: dict[str, Callable[[Rig], object]] = {
    "name": lambda rig: pos.rename(rig.pos, rig.mug, "Cup"),
    "price": lambda rig: pos.reprice(rig.pos, rig.mug, 19),
    "description": lambda rig: pos.describe(rig.pos, rig.mug, "<p>Dipped twice.</p>"),
    "brand": lambda rig: pos.set_brand(rig.pos, rig.mug, next(iter(rig.premises.brands.values()))),  # type: ignore[union-attr]
    "barcode": lambda rig: pos.change_barcode(rig.pos, rig.mug, "0099"),
    "weight": lambda rig: pos.change_weight(rig.pos, rig.mug, 0.5, "KG"),
    "dimensions": lambda rig: pos.change_dimensions(rig.pos, rig.mug, (1.0, 2.0, 3.0), "CM"),
    "category": lambda rig: pos.move_category(rig.pos, rig.mug, pos.add_category(rig.pos, "Cups")),
    "images": lambda rig: pos.add_picture(rig.pos, rig.mug, 7),
}


@pytest.mark.parametrize("name", EDITS)
async def test_m14_a_field_goes_back_and_stays(synced: Rig, name: str) -> None:
    """The online store has what it had, the next sync leaves it, a POS change ends that."""
    before = shown(synced, "MUG-1")
    story = await day(synced, lambda: EDITS[name](synced))
    assert shown(synced, "MUG-1") != before
    undone = await synced.undo(story.finished.run)
    assert undone.finished.exit == 0, undone.said
    assert not undone.left
    assert comparable(shown(synced, "MUG-1")) == comparable(before)
    await quiet(synced)


def comparable(product: dict[str, Any]) -> dict[str, Any]:
    """The content of a product; what is blank says nothing, whether it is there or not."""
    found = dict(product)
    found["attributes"] = [a for a in product.get("attributes", []) if a.get("value")]
    found["dimensions"] = {k: v for k, v in (product.get("dimensions") or {}).items() if v}
    return {name: value for name, value in found.items() if value not in ("", None, 0, [], {})}


async def test_m14_the_pos_takes_over_again_when_it_changes(synced: Rig) -> None:
    """An undone price is kept until the POS changes it."""
    story = await day(synced, lambda: pos.reprice(synced.pos, synced.mug, 19))
    await synced.undo(story.finished.run)
    assert synced.products()["MUG-1"]["price"] == 14.5
    await day(synced, lambda: pos.reprice(synced.pos, synced.mug, 21))
    assert synced.products()["MUG-1"]["price"] == 21
    assert not synced.choices.kept.get(synced.key(synced.mug))


async def test_m14_what_changed_online_since_is_left(synced: Rig) -> None:
    """Somebody's own price stays, the name of the same run goes back."""
    story = await day(
        synced,
        lambda: pos.reprice(synced.pos, synced.mug, 19),
        lambda: pos.rename(synced.pos, synced.mug, "Cup"),
    )
    ecom.edit_price(synced.ecom, synced.products()["MUG-1"]["id"], 25)
    synced.clock.advance(60)
    undone = await synced.undo(story.finished.run)
    assert undone.left == {("MUG-1", "price", "changed")}
    assert undone.finished.exit == 1
    assert synced.products()["MUG-1"]["price"] == 25
    assert synced.products()["MUG-1"]["name"] == "Enamel mug"


async def test_nothing_is_written_without_a_yes_or_with_check(synced: Rig) -> None:
    """The plan is shown first; it asks with exit status 3."""
    story = await day(synced, lambda: pos.reprice(synced.pos, synced.mug, 19))
    asked = await synced.undo(story.finished.run, yes=False)
    assert asked.finished.exit == 3
    assert asked.finished.writes == 0
    assert asked.objections == ["first"]
    checked = await synced.undo(story.finished.run, yes=False, check=True)
    assert checked.finished.exit == 0
    assert checked.finished.writes == 0
    assert checked.actions == {"MUG-1": "update"}
    assert not synced.choices.kept
    await quiet(synced)


async def test_check_only_puts_nothing_back(synced: Rig) -> None:
    """A store that is only compared is not written to by an undo either."""
    story = await day(synced, lambda: pos.reprice(synced.pos, synced.mug, 19))
    synced.settings["store.mode"] = "check only"
    undone = await synced.undo(story.finished.run)
    assert undone.finished.mode == "check only"
    assert undone.finished.writes == 0


async def test_one_product_and_one_field(synced: Rig) -> None:
    """Only what is named goes back."""
    story = await day(
        synced,
        lambda: pos.reprice(synced.pos, synced.mug, 19),
        lambda: pos.rename(synced.pos, synced.mug, "Cup"),
        lambda: pos.reprice(synced.pos, synced.lamp, 70),
    )
    key = synced.key(synced.mug)
    await synced.undo(story.finished.run, keys=frozenset({key}), fields=frozenset({"price"}))
    products = synced.products()
    assert (products["MUG-1"]["price"], products["MUG-1"]["name"]) == (14.5, "Cup")
    assert products["LAMP-1"]["price"] == 70
    await synced.undo(story.finished.run, keys=frozenset({key}))
    assert synced.products()["MUG-1"]["name"] == "Enamel mug"
    assert synced.products()["LAMP-1"]["price"] == 70


async def test_m14_an_undone_create_deletes_and_stays_off(synced: Rig) -> None:
    """The product is gone online and not made again."""
    story = await day(synced, lambda: synced.add("Vase", "VASE-1", 30, stock=2))
    assert "VASE-1" in synced.products()
    undone = await synced.undo(story.finished.run)
    assert undone.actions == {"VASE-1": "delete"}
    assert "VASE-1" not in synced.products()
    await quiet(synced)
    assert synced.pairs()["VASE-1"].status == "not sold online"
    again = await synced.undo(undone.finished.run)
    assert again.actions == {"VASE-1": "create"}
    assert synced.products()["VASE-1"]["enabled"]
    assert synced.products()["VASE-1"]["price"] == 30
    await day(synced)
    assert synced.products()["VASE-1"]["quantity"] == 2
    await quiet(synced)


@pytest.mark.parametrize("reason", ["edited", "ordered"])
async def test_a_created_product_that_people_used_stays(synced: Rig, reason: str) -> None:
    """What was edited or ordered since is not thrown away."""
    story = await day(synced, lambda: synced.add("Vase", "VASE-1", 30, stock=2))
    vase = synced.products()["VASE-1"]["id"]
    if reason == "edited":
        ecom.edit_name(synced.ecom, vase, "Tall vase")
    else:
        ecom.place_order(synced.ecom, vase)
    synced.clock.advance(60)
    undone = await synced.undo(story.finished.run)
    assert undone.left == {("VASE-1", "", reason)}
    assert "VASE-1" in synced.products()


async def test_m14_an_undone_delete_stands_online_alone(synced: Rig) -> None:
    """It comes back with a new number, its texts and pictures, and no sync takes it away."""
    pos.add_picture(synced.pos, synced.mug, 3)
    pos.add_picture(synced.pos, synced.mug, 4)
    await day(synced)
    mug = synced.products()["MUG-1"]
    ecom.edit_seo(synced.ecom, mug["id"], "Mugs", "All about mugs")
    story = await day(synced, lambda: pos.delete_product(synced.pos, synced.mug))
    assert "MUG-1" not in synced.products()
    undone = await synced.undo(story.finished.run)
    assert undone.finished.exit == 0, undone.said
    back = synced.products()["MUG-1"]
    assert back["id"] != mug["id"]
    assert (back["price"], back["name"], back["seoTitle"]) == (14.5, "Enamel mug", "Mugs")
    assert back["enabled"]
    assert len(back["gallery"]) == 1
    assert back["main_picture"]
    assert back["quantity"] == 0
    await quiet(synced)
    synced.clock.advance(600)
    full = await synced.sync(full=True)
    assert full.finished.mode == "sync"
    assert full.finished.writes == 0
    assert synced.pairs()["Enamel mug"].status == "only online"


async def test_m14_an_undone_delete_is_not_linked_to_who_has_its_sku_now(synced: Rig) -> None:
    """The POS has another product of that SKU, not sold online: it hides nothing (R13)."""
    story = await day(synced, lambda: pos.delete_product(synced.pos, synced.mug))
    made = pos.add_product(synced.pos, "Another mug", "MUG-1", 9.0, online=False)
    undone = await synced.undo(story.finished.run)
    assert undone.finished.exit == 0, undone.said
    await quiet(synced)
    assert synced.products()["MUG-1"]["enabled"]
    assert synced.pairs()["MUG-1"].key == synced.key(made)
    assert synced.pairs()["MUG-1"].there is None


async def test_m14_an_undone_delete_of_a_family(synced: Rig) -> None:
    """Variations come back with their own SKUs and options."""
    story = await day(synced, lambda: pos.delete_product(synced.pos, synced.tee))
    assert "TEE-NS-FAMILY" not in synced.products()
    await synced.undo(story.finished.run)
    back = synced.products()["TEE-NS-FAMILY"]
    assert sorted(v["sku"] for v in back["combinations"]) == ["TEE-BM", "TEE-NS"]
    await quiet(synced)


async def test_m14_an_undone_hide_and_show_set_the_flag(synced: Rig) -> None:
    """Hidden because it was switched off: shown again, and on."""
    key = synced.key(synced.mug)
    synced.flag(key, "off")
    hidden = await day(synced)
    assert not synced.products()["MUG-1"]["enabled"]
    await synced.undo(hidden.finished.run)
    assert synced.products()["MUG-1"]["enabled"]
    assert synced.choices.flag(key) == "on"
    await quiet(synced)


async def test_what_is_inactive_in_the_pos_stays_hidden(synced: Rig) -> None:
    """Shown, it would be hidden again at once."""
    story = await day(synced, lambda: pos.deactivate(synced.pos, synced.mug))
    undone = await synced.undo(story.finished.run)
    assert undone.left == {("MUG-1", "enabled", "inactive")}
    assert not synced.products()["MUG-1"]["enabled"]


async def test_stock_and_skus_are_named_and_left(synced: Rig) -> None:
    """Stock is computed, a SKU follows the POS."""
    story = await day(
        synced,
        lambda: till.count_stock(synced.pos, synced.mug, synced.outlets[0], 5),
        lambda: pos.change_sku(synced.pos, synced.lamp, "LAMP-2"),
    )
    undone = await synced.undo(story.finished.run)
    assert undone.left == {("MUG-1", "stock", "stock"), ("LAMP-2", "sku", "follows")}
    assert undone.finished.writes == 0
    assert synced.products()["MUG-1"]["quantity"] == 5


async def test_a_deleted_variation_comes_back_as_only_online(synced: Rig) -> None:
    """Its variant is gone from the POS; nothing takes it away again."""
    story = await day(synced, lambda: pos.delete_variant(synced.pos, synced.tee_blue))
    assert len(synced.products()["TEE-NS-FAMILY"]["combinations"]) == 1
    undone = await synced.undo(story.finished.run)
    assert undone.finished.counts["failed"] == 0, undone.failures
    back = synced.products()["TEE-NS-FAMILY"]["combinations"]
    assert sorted(v["sku"] for v in back) == ["TEE-BM", "TEE-NS"]
    await quiet(synced)
    assert len(synced.products()["TEE-NS-FAMILY"]["combinations"]) == 2


async def test_pictures_whose_content_is_gone_stay_away(synced: Rig) -> None:
    """The store no longer keeps it: said before, and nothing is touched."""
    pos.add_picture(synced.pos, synced.mug, 3)
    await day(synced)
    story = await day(synced, lambda: pos.remove_picture(synced.pos, synced.mug))
    synced.ecom.blobs.clear()
    undone = await synced.undo(story.finished.run)
    assert undone.left == {("MUG-1", "images", "picture")}
    assert undone.finished.writes == 0


async def test_pictures_that_people_changed_since_are_left(synced: Rig) -> None:
    """Somebody added one online: what the run added is not taken away from beside it."""
    pos.add_picture(synced.pos, synced.mug, 3)
    await day(synced)
    story = await day(synced, lambda: pos.add_picture(synced.pos, synced.mug, 4))
    ecom.add_picture(synced.ecom, synced.products()["MUG-1"]["id"], 99)
    synced.clock.advance(60)
    before = blobs(synced)
    undone = await synced.undo(story.finished.run)
    assert undone.left == {("MUG-1", "images", "changed")}
    assert undone.finished.writes == 0
    assert blobs(synced) == before


async def test_a_removed_picture_is_put_back(synced: Rig) -> None:
    """As long as the store still has its content."""
    for seed in (3, 4, 5):
        pos.add_picture(synced.pos, synced.mug, seed)
    await day(synced)

    before = blobs(synced)
    story = await day(synced, lambda: pos.remove_picture(synced.pos, synced.mug))
    assert len(blobs(synced)) == 2
    undone = await synced.undo(story.finished.run)
    assert undone.finished.exit == 0, undone.said
    assert blobs(synced) == before
    await quiet(synced)


def blobs(rig: Rig) -> list[str]:
    """The contents of the mug's pictures, in order."""
    mug = rig.products()["MUG-1"]
    return [mug["main_picture"]["blob"], *(row["blob"] for row in mug["gallery"])]


@pytest.mark.parametrize("seconds", [1.0, 20.0, 80.0])
async def test_a_picture_that_arrives_late_stands_there_once(synced: Rig, seconds: float) -> None:
    """It was sent again, as its reply was lost; a second look drops what is one too many."""
    for seed in (3, 4, 5):
        pos.add_picture(synced.pos, synced.mug, seed)
    await day(synced)
    before = blobs(synced)
    story = await day(synced, lambda: pos.remove_picture(synced.pos, synced.mug, 2))
    late = Fault("late", method="POST", path="*/gallery", seconds=seconds, times=2)
    synced.ecom.faults.add(late)
    undone = await synced.undo(story.finished.run)
    assert undone.finished.exit == 0, undone.said
    await quiet(synced)
    assert synced.ecom.faults.held_up == []
    assert blobs(synced) == before
    again = await synced.undo(undone.finished.run)
    assert again.left == set()
    assert blobs(synced) == before[:2]


async def test_the_second_look_takes_nobody_elses_picture(synced: Rig) -> None:
    """What somebody added meanwhile is another picture, and stays."""
    for seed in (3, 4):
        pos.add_picture(synced.pos, synced.mug, seed)
    await day(synced)
    story = await day(synced, lambda: pos.remove_picture(synced.pos, synced.mug, 1))
    mug = synced.products()["MUG-1"]["id"]
    late = Fault("late", method="POST", path="*/gallery", seconds=20.0, times=1)
    synced.ecom.faults.add(late)

    def hear(_: Context, event: Event) -> None:
        if isinstance(event, Said) and "Waiting" in event.text:
            ecom.add_picture(synced.ecom, mug, 99)

    synced.hears = hear
    await synced.undo(story.finished.run)
    assert len(blobs(synced)) == 3
    assert len(set(blobs(synced))) == 3


async def test_m14_an_undo_keeps_the_marks_that_it_sets(synced: Rig) -> None:
    """An edit was kept, the POS ended that, the undo brings back both; then the POS ends one."""
    key, mug = synced.key(synced.mug), synced.products()["MUG-1"]["id"]
    ecom.edit_name(synced.ecom, mug, "Mine")
    synced.choices = replace(synced.choices, kept={key: frozenset({"name", "brand"})})
    await day(synced)
    assert synced.products()["MUG-1"]["name"] == "Mine"
    story = await day(
        synced,
        lambda: pos.rename(synced.pos, synced.mug, "Cup"),
        lambda: pos.reprice(synced.pos, synced.mug, 19),
    )
    assert synced.choices.kept == {key: frozenset({"brand"})}
    undone = await synced.undo(story.finished.run)
    assert synced.choices.kept == {key: frozenset({"name", "price", "brand"})}
    await quiet(synced)
    await day(synced, lambda: pos.reprice(synced.pos, synced.mug, 21))
    assert synced.choices.kept == {key: frozenset({"name", "brand"})}
    mug_now = synced.products()["MUG-1"]
    assert (mug_now["name"], mug_now["price"]) == ("Mine", 21)
    again = await synced.undo(undone.finished.run)
    assert again.left == {("MUG-1", "price", "changed")}
    assert synced.products()["MUG-1"]["name"] == "Cup"
    assert synced.choices.kept == {key: frozenset({"brand"})}
    await quiet(synced)


async def test_an_undo_can_be_undone(synced: Rig) -> None:
    """The POS's value is back, and nothing is kept any more."""
    story = await day(synced, lambda: pos.reprice(synced.pos, synced.mug, 19))
    undone = await synced.undo(story.finished.run)
    again = await synced.undo(undone.finished.run)
    assert again.finished.exit == 0
    assert synced.products()["MUG-1"]["price"] == 19
    assert not synced.choices.kept.get(synced.key(synced.mug))
    await quiet(synced)
    with synced.mirror() as mirror:
        runs = {r.run: r for r in SqliteJournal(mirror._database).runs()}
    assert runs[story.finished.run or 0].undone
    assert runs[undone.finished.run or 0].undoes == story.finished.run
    assert runs[undone.finished.run or 0].mode == "undo"


async def test_a_run_of_which_something_was_not_put_back_is_not_undone(synced: Rig) -> None:
    """What changed between the look and the yes is left, so part of the run still stands."""
    story = await day(synced, lambda: pos.reprice(synced.pos, synced.mug, 19))
    await synced.undo(story.finished.run, yes=False, approved={})
    with synced.mirror() as mirror:
        runs = {r.run: r for r in SqliteJournal(mirror._database).runs()}
    assert not runs[story.finished.run or 0].undone


async def test_a_run_that_did_nothing_can_not_be_undone(synced: Rig) -> None:
    """Said in words, exit status 2."""
    undone = await synced.undo(99)
    assert undone.finished.exit == 2
    assert "99" in undone.said


@pytest.mark.parametrize("nth", range(1, 9))
async def test_killed_in_mid_undo_and_run_again(
    synced: Rig, monkeypatch: pytest.MonkeyPatch, nth: int
) -> None:
    """Everything is back as if it had not been killed, and nothing is there twice."""
    pos.add_picture(synced.pos, synced.mug, 3)
    await day(synced)
    before = comparable(shown(synced, "MUG-1"))
    story = await day(
        synced,
        lambda: pos.reprice(synced.pos, synced.mug, 19),
        lambda: pos.rename(synced.pos, synced.lamp, "Lamp"),
        lambda: pos.add_picture(synced.pos, synced.mug, 4),
        lambda: pos.delete_product(synced.pos, synced.tee),
    )
    killing(monkeypatch, "settle" if nth % 2 else "intend", (nth + 1) // 2)
    with pytest.raises((Killed, BaseExceptionGroup)):
        await synced.undo(story.finished.run)
    monkeypatch.undo()
    synced.clock.advance(600)
    undone = await synced.undo(story.finished.run)
    assert undone.finished.counts["failed"] == 0, undone.failures
    assert comparable(shown(synced, "MUG-1")) == before
    products = synced.products()
    assert products["LAMP-1"]["name"] == "Reading lamp"
    assert sorted(products) == ["LAMP-1", "MUG-1", "TEE-NS-FAMILY"]
    assert len(products["TEE-NS-FAMILY"]["combinations"]) == 2
    assert products["TEE-NS-FAMILY"]["enabled"]
    await quiet(synced)
