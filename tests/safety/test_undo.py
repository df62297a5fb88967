"""An undo is looked at first, whatever it does, and is bound by the same promises as a sync."""

import httpx
import pytest

from app.assembly import Assembly
from app.domain.events import Event, UndoPlanned
from app.sample import mutations_ecom as online
from app.sample import mutations_pos as pos
from app.storage.journal import SqliteJournal
from app.sync.consent import signature
from app.sync.context import Context
from tests.journeys.stage import Stage
from tests.safety.test_guard_limits import stocked
from tests.sync.rig import Rig, Story

HOUR = 3600


async def of_run(rig: Rig) -> int:
    """Sync and let an hour pass; the run's number."""
    story = await rig.sync()
    assert story.failures == {}
    rig.clock.advance(HOUR)
    return story.finished.run or 0


def approval(story: Story) -> dict[str, str]:
    """A yes to just what was shown."""
    return {action.key: signature(action) for action in story.plan.actions}


def undone(rig: Rig, run: int) -> bool:
    """Whether the history says that all of a run was put back."""
    with rig.mirror() as mirror:
        runs = {one.run: one for one in SqliteJournal(mirror._database).runs()}
    return runs[run].undone


async def test_an_undo_that_deletes_many_names_it_and_waits(rig: Rig) -> None:
    """Eleven products of one sync would go: nothing is sent without a yes."""
    await stocked(rig, 1)
    for number in range(11):
        rig.add(f"Plate {number}", f"PLATE-{number}", 9.0, stock=1)
    run = await of_run(rig)
    rig.ecom.requests.clear()
    asked = await rig.undo(run, yes=False)
    assert (asked.finished.exit, asked.objections) == (3, ["first", "delete"])
    assert rig.ecom.writes_seen == []
    assert len(rig.products()) == 15
    done = await rig.undo(run)
    assert (done.finished.exit, len(rig.products())) == (0, 4)


async def test_an_undo_that_hides_many_names_it_and_waits(rig: Rig) -> None:
    """What a sync had shown again would be hidden."""
    made = await stocked(rig, 11)
    for one in made:
        pos.deactivate(rig.pos, one)
    await of_run(rig)
    for one in made:
        pos.activate(rig.pos, one)
    run = await of_run(rig)
    asked = await rig.undo(run, yes=False)
    assert (asked.finished.exit, asked.objections) == (3, ["first", "hide"])
    assert all(product["enabled"] for product in rig.products().values())


async def test_even_the_smallest_undo_waits_for_a_yes(synced: Rig) -> None:
    """One price of one product; no limit of the guard is near."""
    pos.reprice(synced.pos, synced.mug, 16.0)
    run = await of_run(synced)
    asked = await synced.undo(run, yes=False)
    assert (asked.finished.exit, asked.objections) == (3, ["first"])
    assert not undone(synced, run)


async def test_an_undo_with_nothing_to_do_asks_nobody(synced: Rig) -> None:
    """Somebody put it back by hand."""
    pos.reprice(synced.pos, synced.mug, 16.0)
    run = await of_run(synced)
    online.edit_price(synced.ecom, synced.products()["MUG-1"]["id"], 14.5)
    synced.clock.advance(HOUR)
    done = await synced.undo(run, yes=False)
    assert (done.finished.exit, done.objections, done.finished.writes) == (0, [], 0)


async def test_what_was_ticked_is_put_back_without_another_question(synced: Rig) -> None:
    """The yes was given to what was shown."""
    pos.reprice(synced.pos, synced.mug, 16.0)
    run = await of_run(synced)
    shown = await synced.undo(run, yes=False, check=True)
    done = await synced.undo(run, yes=False, approved=approval(shown))
    assert (done.finished.exit, done.objections) == (0, [])
    assert synced.products()["MUG-1"]["price"] == 14.5
    assert undone(synced, run)


async def test_what_changed_since_it_was_shown_is_left(synced: Rig) -> None:
    """The name was edited online meanwhile; the yes was to name and price."""
    pos.reprice(synced.pos, synced.mug, 16.0)
    pos.rename(synced.pos, synced.mug, "Cup")
    run = await of_run(synced)
    shown = await synced.undo(run, yes=False, check=True)
    online.edit_name(synced.ecom, synced.products()["MUG-1"]["id"], "Mine")
    synced.clock.advance(60)
    done = await synced.undo(run, yes=False, approved=approval(shown))
    assert done.finished.writes == 0
    assert "changed since you looked" in done.said
    assert synced.products()["MUG-1"]["price"] == 16.0


async def test_what_changes_while_it_is_carried_out_is_left(synced: Rig) -> None:
    """It is read by id right before; the choices about it are as before."""
    pos.reprice(synced.pos, synced.mug, 16.0)
    run = await of_run(synced)
    mug = synced.products()["MUG-1"]["id"]
    planned: list[bool] = []

    def hear(_: Context, event: Event) -> None:
        if isinstance(event, UndoPlanned) and not planned:
            planned.append(True)
            online.edit_price(synced.ecom, mug, 17.0)

    synced.hears = hear
    done = await synced.undo(run)
    assert done.finished.exit == 1
    assert "just now" in done.failures["MUG-1"]
    assert synced.products()["MUG-1"]["price"] == 17.0
    assert not undone(synced, run)
    assert not any(synced.choices.kept.values())


async def test_what_fails_in_an_undo_leaves_no_mark(synced: Rig) -> None:
    """The store refuses the write; a later sync must not take the price for one to be kept."""
    pos.reprice(synced.pos, synced.mug, 16.0)
    pos.rename(synced.pos, synced.lamp, "Lamp")
    run = await of_run(synced)
    mug = f"/products/{synced.products()['MUG-1']['id']}"

    class Refusing(httpx.AsyncBaseTransport):
        def __init__(self, line: httpx.AsyncBaseTransport) -> None:
            self._line = line

        async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
            if request.method == "PUT" and request.url.path.endswith(mug):
                return httpx.Response(400, json={"errorMessage": "no"}, request=request)
            return await self._line.handle_async_request(request)

    synced.between = Refusing
    done = await synced.undo(run)
    assert done.finished.counts["failed"] == 1
    assert not synced.choices.kept.get(synced.key(synced.mug))
    assert synced.choices.kept[synced.key(synced.lamp)] == {"name"}
    assert not undone(synced, run)


async def test_a_part_put_back_is_not_all_of_it(synced: Rig) -> None:
    """The run can still be undone; only the whole of it counts."""
    pos.reprice(synced.pos, synced.mug, 16.0)
    pos.rename(synced.pos, synced.lamp, "Lamp")
    run = await of_run(synced)
    await synced.undo(run, keys=frozenset({synced.key(synced.mug)}))
    assert not undone(synced, run)
    await synced.undo(run)
    assert undone(synced, run)


@pytest.mark.parametrize("way", ["yes", "approved"])
async def test_a_store_that_is_only_checked_is_not_put_back(synced: Rig, way: str) -> None:
    """The plan is told; nothing is sent, chosen or marked. The setting alone ends that."""
    synced.add("Vase", "VASE-1", 30, stock=2)
    pos.delete_product(synced.pos, synced.lamp)
    pos.reprice(synced.pos, synced.mug, 16.0)
    run = await of_run(synced)
    shown = await synced.undo(run, yes=False, check=True)
    synced.settings["store.mode"] = "check only"
    synced.ecom.requests.clear()
    before = synced.choices
    given = {"yes": True} if way == "yes" else {"yes": False, "approved": approval(shown)}
    story = await synced.undo(run, **given)
    assert story.finished.mode == "check only"
    assert story.plan.actions
    assert synced.ecom.writes_seen == []
    assert synced.choices == before
    assert not undone(synced, run)
    synced.settings["store.mode"] = "sync"
    assert (await synced.undo(run)).finished.exit == 0
    assert undone(synced, run)


async def test_undos_do_not_add_up_for_the_guard(rig: Rig) -> None:
    """Each had a yes of its own: the next sync is not asked about because of them."""
    await stocked(rig, 30)
    for number in range(8):
        rig.add(f"Plate {number}", f"PLATE-{number}", 9.0, stock=1)
    run = await of_run(rig)
    assert (await rig.undo(run)).finished.counts["deleted"] == 8
    rig.clock.advance(HOUR)
    for sku in ("CUP-1", "CUP-2", "CUP-3", "CUP-4"):
        found = next(r for r in rig.pos.tables["products"].rows.values() if r["sku"] == sku)
        pos.delete_product(rig.pos, str(found["id"]))
    assert (await rig.sync(yes=False)).finished.exit == 0


def test_an_undo_by_command_waits_for_no_one_and_tells_who_runs(shop: Stage) -> None:
    """One at a time, whatever it is: status 2 and no write."""
    pos.reprice(shop.pos, shop.ids["MUG-1"], 99)
    run = str(shop.sync("--json").finished["run"])
    with Assembly(shop.environ).one_run():
        refused = shop.run("undo", run, "--yes", "--json")
    assert refused.status == 2
    assert shop.products()["MUG-1"]["price"] == 99
    assert shop.run("undo", run, "--yes", "--json").status == 0
    assert shop.products()["MUG-1"]["price"] != 99


def test_an_undo_by_command_in_a_store_that_is_only_checked(shop: Stage) -> None:
    """Told and refused; `--json` says so."""
    pos.reprice(shop.pos, shop.ids["MUG-1"], 99)
    run = str(shop.sync("--json").finished["run"])
    assert shop.run("settings", "store.mode", "check only").status == 0
    done = shop.run("undo", run, "--yes", "--json")
    assert done.finished["mode"] == "check only"
    assert (done.finished["writes"], done.finished["run"]) == (0, None)
    assert shop.products()["MUG-1"]["price"] == 99
