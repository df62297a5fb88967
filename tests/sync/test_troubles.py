"""What goes wrong is told in words with a remedy, and the rest of the work is done (DESIGN §5)."""

from dataclasses import replace

import httpx
import pytest

from app.sample import mutations_pos as pos
from app.sample import mutations_till as till
from app.sample.e_series import orders
from app.sample.e_series import products as online
from app.sync.run import Options
from tests.sync.rig import Rig


async def test_a_wrong_pos_token_stops_at_once(rig: Rig) -> None:
    """Status 2 after a single request; the token itself is in no word."""
    rig.pos_token = "lsxs_pt_withdrawn"
    story = await rig.sync()
    assert story.finished.exit == 2
    assert story.finished.requests["pos"] == 1
    assert "token" in story.said
    assert "withdrawn" not in story.said
    assert not rig.products()


async def test_a_wrong_online_token_stops_at_once(rig: Rig) -> None:
    """No second try: the service blocks those who insist."""
    rig.ecom_token = "secret_withdrawn"
    story = await rig.sync()
    assert story.finished.exit == 2
    assert story.finished.requests["ecom"] == 1
    assert "withdrawn" not in story.said


async def test_a_missing_scope_is_named(rig: Rig) -> None:
    """The permission by name, and what to do."""
    rig.pos.knobs = replace(rig.pos.knobs, scopes=rig.pos.knobs.scopes - {"inventory:read"})
    story = await rig.sync()
    assert story.finished.exit == 2
    assert "inventory:read" in story.said


async def test_without_permission_to_create_the_rest_is_done(synced: Rig) -> None:
    """What needs the scope fails with its name; updates go on (RULES S9)."""
    synced.ecom.knobs = replace(
        synced.ecom.knobs, scopes=synced.ecom.knobs.scopes - {"create_catalog"}
    )
    synced.add("Oil lamp", "LAMP-2", 50.0)
    pos.reprice(synced.pos, synced.mug, 16.0)
    story = await synced.sync()
    assert story.finished.exit == 1
    assert story.finished.counts["updated"] == 1
    assert story.finished.counts["failed"] == 1
    assert "create_catalog" in story.failures["LAMP-2"]


async def test_no_network_is_said_with_the_side(rig: Rig) -> None:
    """Status 2; which side does not answer."""

    class Dead(httpx.AsyncBaseTransport):
        async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
            raise httpx.ConnectError("no route", request=request)

    rig.between = lambda _: Dead()
    story = await rig.sync()
    assert story.finished.exit == 2
    assert "online store" in story.said


async def test_an_empty_pos_list_while_links_exist_is_never_believed(synced: Rig) -> None:
    """Status 3, no answer overrides it, nothing is lost from the mirror (RULES M6)."""
    synced.pos.knobs = replace(synced.pos.knobs, empty_lists=frozenset({"products"}))
    story = await synced.sync(full=True)
    assert story.finished.exit == 3
    assert story.objections == ["listing"]
    assert story.finished.writes == 0
    assert len(synced.products()) == 3
    synced.pos.knobs = replace(synced.pos.knobs, empty_lists=frozenset())
    assert (await synced.sync(full=True)).plan.actions == ()


async def test_a_list_that_ends_early_loses_nothing(synced: Rig) -> None:
    """What is left out is asked for by id; nothing is deleted."""
    synced.pos.knobs = replace(synced.pos.knobs, ends_early={"products": 2})
    story = await synced.sync(full=True)
    assert story.plan.actions == ()
    assert len(synced.products()) == 3


async def test_a_list_that_leaves_out_many_is_broken(rig: Rig) -> None:
    """More than the guard's numbers: the run stops before planning."""
    for number in range(30):
        rig.add(f"Cup {number}", f"CUP-{number}", 5.0)
    await rig.sync()
    rig.clock.advance(600)
    rig.pos.knobs = replace(rig.pos.knobs, ends_early={"products": 3})
    story = await rig.sync(full=True)
    assert story.finished.exit == 3
    assert story.finished.writes == 0


async def test_m8_duplicate_and_blank_skus_need_attention_and_the_rest_goes_on(rig: Rig) -> None:
    """Named with the remedy; counted once a product; status 1."""
    rig.add("Blue cup", "CUP-1", 5.0)
    rig.add("Red cup", "CUP-1", 5.0)
    rig.add("No name tag", "", 5.0)
    story = await rig.sync()
    assert story.finished.exit == 1
    assert story.finished.counts["attention"] == 3
    assert story.finished.counts["created"] == 3
    assert "Red cup" in story.said
    assert "SKU" in story.said


async def test_one_product_the_shop_refuses_stops_no_other(rig: Rig) -> None:
    """It fails with the shop's own reason and is tried again next time."""
    rig.ecom.knobs = replace(rig.ecom.knobs, max_name_length=30)
    rig.add("A name that is far too long for this shop to take", "LONG-1", 5.0)
    story = await rig.sync()
    assert story.finished.exit == 1
    assert story.finished.counts == {
        **dict.fromkeys(story.finished.counts, 0),
        "created": 3,
        "failed": 1,
    }
    assert list(story.failures) == ["LONG-1"]
    assert rig.pairs()["LONG-1"].status == "failed"
    rig.ecom.knobs = replace(rig.ecom.knobs, max_name_length=None)
    assert (await rig.sync()).finished.counts["created"] == 1


async def test_a_full_plan_stops_all_further_creates_with_one_reason(rig: Rig) -> None:
    """402 on create (RULES S9); where the limit is told it is known before (R19)."""
    rig.ecom.knobs = replace(rig.ecom.knobs, max_products=2)
    story = await rig.sync()
    assert story.finished.exit == 1
    assert len(rig.products()) == 2


async def test_the_guard_asks_before_much_goes_at_once(rig: Rig) -> None:
    """Status 3 and nothing written; a yes carries it out (RULES M13)."""
    made = [rig.add(f"Cup {number}", f"CUP-{number}", 5.0) for number in range(20)]
    await rig.sync()
    rig.clock.advance(600)
    for product_id in made[:12]:
        pos.delete_product(rig.pos, product_id)
    story = await rig.sync(Options())
    assert (story.finished.exit, story.objections) == (3, ["delete"])
    assert len(rig.products()) == 23
    story = await rig.sync()
    assert story.finished.exit == 0
    assert len(rig.products()) == 11


async def test_two_changes_do_not_wake_the_guard(synced: Rig) -> None:
    """Small days pass without a question."""
    pos.delete_product(synced.pos, synced.mug)
    assert (await synced.sync(Options())).finished.exit == 0


async def test_a_test_product_left_behind_is_no_other_integration(rig: Rig) -> None:
    """What `counterpart confirm` could not remove yet does not switch the store to check only."""
    left = {"name": "Test", "sku": "T", "price": 1, "externalReferenceId": "counterpart-test:1"}
    online.create(rig.ecom, left)
    await rig.sync()
    assert "store.mode" not in rig.settings


@pytest.mark.parametrize("mode", ["check only"])
async def test_m17_a_foreign_reference_switches_to_check_only(rig: Rig, mode: str) -> None:
    """Another integration's sign: plan and report, write nothing, until the manager decides."""
    online.create(
        rig.ecom, {"name": "Linked", "sku": "X-1", "price": 1, "externalReferenceId": "vend:1"}
    )
    rig.clock.advance(60)
    story = await rig.sync()
    assert story.finished.mode == mode
    assert story.finished.writes == 0
    assert rig.settings["store.mode"] == mode
    rig.settings["store.mode"] = "sync"
    assert (await rig.sync()).finished.counts["created"] == 3


async def test_m4_an_online_order_is_not_put_back(synced: Rig) -> None:
    """What an order explains waits until the POS has counted it."""
    mug = synced.products()["MUG-1"]
    orders.place(synced.ecom, [orders.Line(mug["id"], 2)])
    assert synced.products()["MUG-1"]["quantity"] == 6
    synced.clock.advance(600)
    assert (await synced.sync()).plan.actions == ()
    till.sell(synced.pos, synced.mug, 2)
    synced.clock.advance(600)
    assert (await synced.sync()).plan.actions == ()
    till.receive_stock(synced.pos, synced.mug, synced.outlets[0], 10)
    synced.clock.advance(600)
    await synced.sync()
    assert synced.products()["MUG-1"]["quantity"] == 16


async def test_pos_never_receives_a_write(synced: Rig) -> None:
    """Neither in a first sync nor in any other."""
    pos.reprice(synced.pos, synced.mug, 16.0)
    await synced.sync()
    await synced.sync(full=True)
    assert synced.pos.writes_seen == []
