"""What the manager chooses: shown at once, kept, undone and redone."""

import zipfile
from pathlib import Path

from app.domain.rules import declared
from app.facts.outlets import OutletsEffect
from app.sample import mutations_ecom as online
from app.sample import mutations_pos as pos
from tests.controller.acting import Acting, acting, workplaces
from tests.journeys.stage import Stage


def effect(actor: Acting) -> OutletsEffect:
    """What the draft of outlets would change."""
    found = actor.controller.state.effect
    assert found is not None
    return found


async def test_a_tick_is_shown_at_once_and_kept(shop: Stage) -> None:
    """Ticking *sell online* changes the row before anything is awaited, and survives a restart."""
    async with acting(shop) as actor:
        key = actor.row("OIL-1").id
        actor.controller.choose_flag({key}, "on")
        row = actor.row("OIL-1")
        assert (row.flag, row.sell_online, row.pending) == ("on", True, True)
        await actor.idle()
        row = actor.row("OIL-1")
        assert (row.status, row.pending, row.why) == ("to be created", True, ("ticked",))
        assert actor.controller.state.waiting == 1
        notice = actor.controller.state.notice
        assert notice is not None
        assert (notice.kind, notice.count, notice.undo) == ("sold", 1, True)
    async with acting(shop) as actor:
        assert actor.row("OIL-1").flag == "on"


async def test_ticks_are_undone_and_redone(shop: Stage) -> None:
    """Undo takes the last choice back whole, redo makes it again, in the order they were made."""
    async with acting(shop) as actor:
        controller = actor.controller
        plates = {actor.row(f"PLATE-{number}").id for number in range(1, 6)}
        controller.choose_flag(plates, "off")
        controller.choose_flag({actor.row("PLATE-1").id}, "follow")
        await actor.idle()
        assert actor.row("PLATE-1").status == "in sync"
        assert actor.row("PLATE-2").status == "update waiting"
        controller.undo()
        controller.undo()
        await actor.idle()
        assert {actor.row(f"PLATE-{number}").status for number in range(1, 6)} == {"in sync"}
        assert controller.state.undo == ""
        controller.redo()
        await actor.idle()
        assert {actor.row(f"PLATE-{number}").flag for number in range(1, 6)} == {"off"}
        assert controller.state.redo


async def test_undo_leaves_what_was_chosen_elsewhere(shop: Stage) -> None:
    """A choice that a command made meanwhile is not lost by an undo in the window."""
    async with acting(shop) as actor:
        actor.controller.choose_flag({actor.row("OIL-1").id}, "on")
        await actor.idle()
        assert shop.run("online", "LAMP-1", "--off").status == 0
        actor.controller.undo()
        await actor.idle()
        assert (actor.row("OIL-1").flag, actor.row("LAMP-1").flag) == ("follow", "off")


async def test_an_online_edit_is_kept_and_put_back(shop: Stage) -> None:
    """*Keep the online edit* takes the product out of the next sync; *put back* takes it in."""
    lamp = int(shop.products()["LAMP-1"]["id"])
    online.edit_price(shop.ecom, lamp, 80.0)
    async with acting(shop) as actor:
        controller, key = actor.controller, actor.row("LAMP-1").id
        assert actor.row("LAMP-1").why == ("put back", "price")
        controller.keep_edit(key, {"price"}, True)
        await actor.idle()
        assert actor.row("LAMP-1").why == ("kept", "price")
        assert controller.state.waiting == 0
        controller.keep_edit(key, {"price"}, False)
        await actor.idle()
        assert controller.state.waiting == 1


async def test_links_are_made_and_taken_away_by_hand(shop: Stage) -> None:
    """An unlinked product exists only online; it is found by its name and linked again."""
    async with acting(shop) as actor:
        controller, row = actor.controller, actor.row("LAMP-1")
        controller.unlink(row.id)
        await actor.idle()
        assert controller.catalogue.rows[row.id].ecom_id == 0
        assert f"ecom:{row.ecom_id}" in controller.catalogue.rows
        controller.find_candidates("reading")
        await actor.idle()
        found = controller.state.candidates
        assert found is not None
        assert [one.ecom_id for one in found] == [row.ecom_id]
        controller.link(row.id, row.ecom_id)
        await actor.idle()
        assert controller.catalogue.rows[row.id].ecom_id == row.ecom_id
        assert f"ecom:{row.ecom_id}" not in controller.catalogue.rows


async def test_outlets_say_what_they_would_change(shop: Stage) -> None:
    """Another register and outlet are weighed before they are kept, and can be undone."""
    async with acting(shop) as actor:
        controller = actor.controller
        facts = controller.state.outlets
        assert facts is not None
        other = next(one for one in facts.registers if one.outlet_id != shop.outlets[0])
        controller.weigh_outlets(other.id, {other.outlet_id})
        await actor.idle()
        assert effect(actor).changed == 8
        assert controller.state.waiting == 0
        controller.keep_outlets(other.id, {other.outlet_id})
        await actor.idle()
        assert controller.state.waiting == 8
        kept = controller.state.outlets
        assert kept is not None
        assert kept.register == other.id
        assert controller.state.effect is None
        controller.undo()
        await actor.idle()
        assert controller.state.waiting == 0


async def test_a_setting_takes_effect_at_once(shop: Stage) -> None:
    """A field that is switched off waits no longer."""
    pos.reprice(shop.pos, shop.ids["LAMP-1"], 95.0)
    async with acting(shop) as actor:
        assert actor.controller.state.waiting == 1
        actor.controller.set_setting("fields.price.sync", False)
        await actor.idle()
        assert actor.controller.state.waiting == 0
        assert actor.controller.state.settings["fields.price.sync"] is False


async def test_a_choice_that_can_not_be_saved_is_taken_back(shop: Stage) -> None:
    """When the disk refuses, the tick goes back and the manager is told why."""
    async with acting(shop) as actor:
        place = workplaces(shop)(False)
        file = place._assembly.profile.choices_file()._file.path
        kept = file.read_bytes()
        file.unlink()
        file.mkdir()
        actor.controller.choose_flag({actor.row("OIL-1").id}, "on")
        await actor.idle()
        notice = actor.controller.state.notice
        assert notice is not None
        assert notice.kind == "not saved"
        assert "can't be" in notice.text
        file.rmdir()
        file.write_bytes(kept)


async def test_the_schedule_looks_again_by_itself(shop: Stage) -> None:
    """When the time has come the next sync starts without anybody asking."""
    async with acting(shop) as actor:
        controller = actor.controller
        assert declared("schedule.minutes").default == 15
        assert controller.state.next_look is not None
        pos.reprice(shop.pos, shop.ids["LAMP-1"], 95.0)
        syncing = controller._syncing
        controller._circle.start("schedule", syncing._wait_for(0.0), instead=True)
        await actor.until(lambda: controller.state.run.by_schedule)
        await actor.idle()
        assert shop.products()["LAMP-1"]["price"] == 95.0
        assert controller.state.next_look is not None


async def test_diagnostics_are_saved_beside_the_work(shop: Stage, tmp_path: Path) -> None:
    """The bundle is written off the window's loop, and said; where it can't be, that is said."""
    async with acting(shop) as actor:
        actor.controller.save_diagnostics(str(tmp_path / "bundle.zip"))
        await actor.idle()
        assert zipfile.is_zipfile(tmp_path / "bundle.zip")
        notice = actor.controller.state.notice
        assert notice is not None
        assert notice.kind == "exported"
        actor.controller.save_diagnostics(str(tmp_path / "nowhere" / "bundle.zip"))
        await actor.idle()
        notice = actor.controller.state.notice
        assert notice is not None
        assert notice.kind == "not saved"
