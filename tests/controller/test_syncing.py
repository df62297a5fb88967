"""Runs as the window starts them: looking, previewing, consenting, pausing, stopping."""

import asyncio
from dataclasses import replace
from pathlib import Path

from app.facts.preview import PreviewFacts
from app.log import SecretMask, log_file
from app.sample import mutations_ecom as online
from app.sample import mutations_pos as pos
from app.sample import mutations_till as till
from app.sample.faults import Fault
from tests.controller.acting import Acting, acting
from tests.journeys.stage import ECOM_TOKEN, POS_TOKEN, Stage


def previewed(actor: Acting) -> PreviewFacts:
    """The preview that is shown."""
    facts = actor.controller.state.preview
    assert facts is not None
    return facts


async def test_the_first_sync_is_shown_before_anything_is_sent(fresh: Stage) -> None:
    """*Sync now* on a new shop shows the whole plan; applying it brings both sides in step."""
    async with acting(fresh) as actor:
        controller = actor.controller
        assert controller.state.waiting == 8
        controller.sync_now()
        await actor.idle()
        facts = previewed(actor)
        assert facts.first
        assert facts.total == facts.ticked == 8
        assert not fresh.products()
        controller.apply_preview()
        await actor.idle()
        assert len(fresh.products()) == 8
        assert controller.state.waiting == 0
        assert controller.state.first_done
        assert {row.status for row in controller.catalogue.rows.values()} == {
            "in sync",
            "not sold online",
        }


async def test_what_is_left_out_stays_waiting(shop: Stage) -> None:
    """A line that is unticked is not sent, and is there again the next time."""
    pos.reprice(shop.pos, shop.ids["LAMP-1"], 95.0)
    till.count_stock(shop.pos, shop.ids["LAMP-1"], shop.outlets[0], 9)
    async with acting(shop) as actor:
        controller = actor.controller
        controller.show_preview()
        await actor.idle()
        lines = {line.field: line.id for line in previewed(actor).lines}
        assert set(lines) == {"price", "stock"}
        controller.tick_lines([lines["price"]], False)
        controller.apply_preview()
        await actor.idle()
        lamp = shop.products()["LAMP-1"]
        assert (lamp["price"], lamp["quantity"]) == (89.9, 9)
        row = actor.row("LAMP-1")
        assert (row.status, row.why) == ("update waiting", ("fields", "price"))
        assert controller.state.waiting == 1


async def test_what_changed_after_the_look_is_not_sent_unseen(shop: Stage) -> None:
    """The yes covers what was shown; another price than that waits for another look."""
    pos.reprice(shop.pos, shop.ids["LAMP-1"], 95.0)
    async with acting(shop) as actor:
        controller = actor.controller
        controller.show_preview()
        await actor.idle()
        pos.reprice(shop.pos, shop.ids["LAMP-1"], 96.0)
        controller.apply_preview()
        await actor.idle()
        assert shop.products()["LAMP-1"]["price"] == 89.9
        assert any(line.level == "note" and line.sku == "" for line in controller.log) or any(
            "changed since" in line.text for line in controller.log
        )
        assert actor.row("LAMP-1").status == "update waiting"


async def test_the_guard_holds_back_and_the_rest_can_go(shop: Stage) -> None:
    """A sync that would move many prices far shows them held back; the others are applied."""
    for number in range(1, 6):
        pos.reprice(shop.pos, shop.ids[f"PLATE-{number}"], 1000.0 + number)
    till.count_stock(shop.pos, shop.ids["LAMP-1"], shop.outlets[0], 9)
    async with acting(shop) as actor:
        controller = actor.controller
        controller.sync_now()
        await actor.idle()
        facts = previewed(actor)
        assert [reason.kind for reason in facts.reasons] == ["price"]
        assert facts.groups[0].kind == "held price"
        assert (facts.ticked, facts.total) == (1, 6)
        controller.apply_preview()
        await actor.idle()
        shown = shop.products()
        assert shown["LAMP-1"]["quantity"] == 9
        assert shown["PLATE-1"]["price"] == 11.0


async def test_including_what_is_held_back_sends_it(shop: Stage) -> None:
    """Answered with include, the held prices go with the rest."""
    for number in range(1, 6):
        pos.reprice(shop.pos, shop.ids[f"PLATE-{number}"], 1000.0 + number)
    async with acting(shop) as actor:
        controller = actor.controller
        controller.sync_now()
        await actor.idle()
        controller.answer_guard("price", True)
        assert previewed(actor).ticked == 5
        controller.apply_preview()
        await actor.idle()
        assert shop.products()["PLATE-5"]["price"] == 1005.0


async def test_a_sync_of_single_products_leaves_the_others(shop: Stage) -> None:
    """*Sync this product* sends that one alone."""
    pos.reprice(shop.pos, shop.ids["LAMP-1"], 95.0)
    pos.reprice(shop.pos, shop.ids["MUG-1"], 15.0)
    async with acting(shop) as actor:
        actor.controller.sync_now({actor.row("LAMP-1").id})
        await actor.idle()
        shown = shop.products()
        assert (shown["LAMP-1"]["price"], shown["MUG-1"]["price"]) == (95.0, 14.5)


async def test_rows_follow_a_run_while_it_goes(shop: Stage) -> None:
    """While products are sent their rows say so, and are in sync when they are done."""
    pos.reprice(shop.pos, shop.ids["LAMP-1"], 95.0)
    async with acting(shop) as actor:
        seen: list[str] = []
        key = actor.row("LAMP-1").id
        actor.controller.listen(lambda _: seen.append(actor.controller.catalogue.rows[key].status))
        shop.ecom.knobs = replace(shop.ecom.knobs, latency_seconds=0.15)
        actor.controller.sync_now()
        await actor.idle()
        assert "syncing" in seen
        assert seen[-1] == "in sync"
        assert [line.level for line in actor.controller.log if line.key] == ["sending", "done"]


async def test_a_failure_is_told_and_retried(shop: Stage) -> None:
    """What is refused is failed with its reason; *Retry* sends it again."""
    pos.reprice(shop.pos, shop.ids["LAMP-1"], 95.0)
    async with acting(shop) as actor:
        controller = actor.controller
        shop.ecom.faults.add(Fault("402_suspended", method="PUT"))
        controller.sync_now()
        await actor.idle()
        row = actor.row("LAMP-1")
        assert row.status == "failed"
        assert controller.state.last is not None
        assert controller.state.last.failed == 1
        shop.ecom.faults.clear()
        controller.retry_failed()
        await actor.idle()
        assert actor.row("LAMP-1").status == "in sync"


async def test_a_pause_holds_and_a_stop_ends(fresh: Stage) -> None:
    """Paused nothing new is begun; stopped, the rest waits and what was sent is safe."""
    async with acting(fresh) as actor:
        controller = actor.controller
        controller.show_preview()
        await actor.idle()
        controller.apply_preview()
        await actor.until(lambda: controller.state.run.active)
        controller.pause()
        await actor.until(lambda: controller.state.run.paused)
        done = controller.state.run.done
        await asyncio.sleep(0.3)
        assert controller.state.run.done <= done + 8
        controller.stop()
        await actor.idle()
        last = controller.state.last
        assert last is not None
        assert last.exit == 130
        controller.sync_now()
        await actor.idle()
        if controller.state.preview is not None:
            assert controller.state.preview.begun == bool(last.changed)
            controller.apply_preview()
            await actor.idle()
        assert len(fresh.products()) == 8
        assert controller.state.waiting == 0


async def test_the_window_is_not_closed_under_a_run(fresh: Stage) -> None:
    """Closing during a run asks; *stop, then close* ends the run first."""
    async with acting(fresh) as actor:
        controller = actor.controller
        controller.show_preview()
        await actor.idle()
        controller.apply_preview()
        await actor.until(lambda: controller.state.run.active)
        assert not controller.ask_to_close()
        assert controller.state.question == "close during run"
        controller.answer_close("stop")
        await actor.until(controller.closed.is_set)
        assert not controller.state.run.active


async def test_an_order_online_is_not_overwritten_by_a_look(shop: Stage) -> None:
    """Looking sends nothing, whatever happened online."""
    online.edit_price(shop.ecom, next(iter(shop.ecom.catalogue.products)), 1.0)
    shop.forget_requests()
    async with acting(shop) as actor:
        actor.controller.look()
        await actor.idle()
        assert not [seen for seen in shop.ecom.requests if seen.method != "GET"]


async def test_quick_wishes_to_keep_what_stands_online_are_all_carried_out(fresh: Stage) -> None:
    """Ticked and unticked at once, the last wish about a field holds, and *Apply* waits for it."""
    fresh.add_online("Enamel mug deluxe", "MUG-1", 20.0)
    async with acting(fresh) as actor:
        controller = actor.controller
        controller.show_preview()
        await actor.idle()
        controller.keep_online("name", True)
        await asyncio.sleep(0.01)
        controller.keep_online("price", True)
        controller.keep_online("name", False)
        controller.apply_preview()
        await actor.idle()
        assert controller.state.settings["first_link.keep"] == ["price"]
        mug = fresh.products()["MUG-1"]
        assert (mug["name"], mug["price"]) == ("Enamel mug", 20.0)


async def test_the_log_file_tells_what_a_run_did(shop: Stage, tmp_path: Path) -> None:
    """What was planned and how it ended, never a token."""
    pos.reprice(shop.pos, shop.ids["LAMP-1"], 95.0)
    with log_file(tmp_path, SecretMask()) as path:
        async with acting(shop) as actor:
            actor.controller.sync_now()
            await actor.idle()
    written = path.read_text("utf-8")
    assert "Planned 1 actions" in written
    assert "Finished(" in written
    assert POS_TOKEN not in written
    assert ECOM_TOKEN not in written


async def test_closing_goes_to_the_background_where_that_is_set(shop: Stage) -> None:
    """Without a question, run or no run; quitting is another matter."""
    async with acting(shop) as at:
        controller = at.controller
        controller.set_setting("window.close", "background")
        await at.until(lambda: controller.state.settings["window.close"] == "background")
        at.told.clear()
        assert not controller.ask_to_close()
        await at.until(lambda: any("background" in one.parts for one in at.told))
        assert not controller.closed.is_set()
        assert controller.ask_to_close(quitting=True)
        assert controller.closed.is_set()
