"""Processes that end between two things that belong together; the next run makes it whole."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

import httpx
import pytest

from app.domain.choices import Choices
from app.domain.pairing import Base
from app.sample import mutations_ecom as online
from app.sample import mutations_pos as pos
from app.sample import mutations_till as till
from app.sample.faults import Fault
from app.storage.database import open_database
from app.storage.journal import SqliteJournal
from app.storage.mirror import SqliteMirror
from app.sync.run import Options
from app.sync.storage_ports import FactValue, OpenStep
from tests.sync.rig import Rig
from tests.sync.test_exactly_once import Killed, settle, shape


class KilledBehind(httpx.AsyncBaseTransport):
    """Ends the process once a request that `at` picks has been carried out."""

    def __init__(self, line: httpx.AsyncBaseTransport, at: Callable[[httpx.Request], bool]) -> None:
        self._line = line
        self._at = at

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Pass the request on; its answer reaches nobody."""
        response = await self._line.handle_async_request(request)
        if self._at(request):
            await response.aread()
            raise Killed
        return response


def killing(monkeypatch: pytest.MonkeyPatch, of: type, name: str, nth: int = 1) -> list[int]:
    """End the process at the nth call of a method; returns a list that grows with each call."""
    calls: list[int] = []
    original = getattr(of, name)

    def killer(self: object, *args: object, **kwargs: object) -> object:
        calls.append(1)
        if len(calls) == nth:
            raise Killed
        return original(self, *args, **kwargs)

    monkeypatch.setattr(of, name, killer)
    return calls


async def killed(rig: Rig, monkeypatch: pytest.MonkeyPatch, options: Options | None = None) -> None:
    """Run until it is killed; from then on nobody is killed any more."""
    with pytest.raises((Killed, BaseExceptionGroup)):
        await rig.sync(options)
    monkeypatch.undo()
    rig.between = lambda line: line


def open_steps(rig: Rig) -> tuple[OpenStep, ...]:
    """Writes that the journal has not settled."""
    database, _ = open_database(rig.folder / "shop.sqlite")
    try:
        return SqliteJournal(database).open_steps()
    finally:
        database.close()


def names(rig: Rig) -> list[str]:
    """The online categories."""
    return sorted(category["name"] for category in rig.ecom.categories.values())


async def test_a_category_that_a_killed_run_created_is_ours(
    rig: Rig, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It follows when the POS renames it, as all do that we created (RULES M18)."""
    cups = pos.add_category(rig.pos, "Cups", pos.add_category(rig.pos, "Home"))
    pos.move_category(rig.pos, rig.mug, cups)
    made: list[str] = []

    def second(request: httpx.Request) -> bool:
        if request.method != "POST" or not request.url.path.endswith("/categories"):
            return False
        made.append(request.url.path)
        return len(made) == 2

    rig.between = lambda line: KilledBehind(line, second)
    await killed(rig, monkeypatch)
    await settle(rig)
    assert names(rig) == ["Cups", "Home"]
    pos.rename_category(rig.pos, cups, "Mugs")
    await settle(rig)
    assert names(rig) == ["Home", "Mugs"]


async def test_a_birth_is_kept_before_it_is_settled(
    rig: Rig, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A product that was made and not linked would look like another Counterpart's (RULES S19)."""
    (tmp_path / "twin").mkdir()
    twin = Rig.corner_shop(tmp_path / "twin")
    await twin.sync()
    calls = killing(monkeypatch, SqliteMirror, "save_links")
    await killed(rig, monkeypatch)
    assert calls
    await settle(rig)
    assert "store.mode" not in rig.settings
    assert shape(rig) == shape(twin)


async def test_killed_twice_around_a_birth_no_picture_is_lost(
    rig: Rig, monkeypatch: pytest.MonkeyPatch
) -> None:
    """That it had no picture yet is known before it counts as ours."""
    for seed in (1, 2, 3):
        pos.add_picture(rig.pos, rig.mug, seed)
    original = SqliteMirror.save_bases
    monkeypatch.setattr(
        SqliteMirror, "save_bases", lambda self, bases: _only_empty(original, self, bases)
    )
    await killed(rig, monkeypatch)
    rig.between = lambda line: KilledBehind(line, lambda r: r.url.path.endswith("/image"))
    await killed(rig, monkeypatch)
    await settle(rig)
    mug = rig.products()["MUG-1"]
    assert mug["main_picture"] is not None
    assert len(mug["gallery"]) == 2


def _only_empty(
    original: Callable[[SqliteMirror, Mapping[str, Base | None]], None],
    mirror: SqliteMirror,
    bases: Mapping[str, Base | None],
) -> None:
    if bases:
        raise Killed
    original(mirror, bases)


@pytest.mark.parametrize("nth", [1, 2, 3])
async def test_a_batch_can_be_sent_again_until_all_of_it_is_settled(
    rig: Rig, monkeypatch: pytest.MonkeyPatch, nth: int
) -> None:
    """The same bytes under the same key, however many of its products are known by now."""
    killing(monkeypatch, SqliteJournal, "settle", nth)
    await killed(rig, monkeypatch)
    left = open_steps(rig)
    assert len(left) == 4 - nth
    assert any(step.body for step in left)


async def gone_after(rig: Rig, days: int) -> None:
    """Let the days pass that a removed product is given; it is deleted then, and not before."""
    rig.clock.advance((days - 1) * 86400)
    await rig.sync()
    assert "LAMP-1" in rig.products()
    rig.clock.advance(2 * 86400)
    await rig.sync()
    assert "LAMP-1" not in rig.products()


async def test_m20_a_hidden_product_whose_day_was_lost_is_still_deleted(
    synced: Rig, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Killed between the hiding and the noting of the day."""
    synced.settings |= {"removal.mode": "hide", "removal.days": 5}
    pos.delete_product(synced.pos, synced.lamp)
    killing(monkeypatch, SqliteJournal, "settle")
    await killed(synced, monkeypatch)
    assert not synced.products()["LAMP-1"]["enabled"]
    await synced.sync()
    await gone_after(synced, 5)


async def test_m20_a_product_that_was_hidden_before_is_deleted_as_well(synced: Rig) -> None:
    """Nothing is left to hide; its days run from when the deletion was first seen."""
    synced.settings |= {"removal.mode": "hide", "removal.days": 5}
    pos.deactivate(synced.pos, synced.lamp)
    await synced.sync()
    pos.delete_product(synced.pos, synced.lamp)
    story = await synced.sync()
    assert story.plan.actions == ()
    await gone_after(synced, 5)


async def test_m3_a_kept_edit_ends_though_the_run_was_killed_at_its_end(
    synced: Rig, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The POS changed the field and it was written: from then on edits are put back again."""
    mug = synced.products()["MUG-1"]["id"]
    kept = {synced.key(synced.mug): frozenset({"price"})}
    synced.choices = replace(synced.choices, kept=kept)
    online.edit_price(synced.ecom, mug, 99.0)
    await synced.sync()
    assert synced.products()["MUG-1"]["price"] == 99.0
    pos.reprice(synced.pos, synced.mug, 15.0)
    killing(monkeypatch, SqliteMirror, "save_failures")
    await killed(synced, monkeypatch)
    assert synced.products()["MUG-1"]["price"] == 15.0
    await synced.sync()
    assert synced.choices.kept == Choices().kept
    online.edit_price(synced.ecom, mug, 99.0)
    synced.clock.advance(600)
    await synced.sync()
    assert synced.products()["MUG-1"]["price"] == 15.0


async def test_m4_levels_that_were_read_are_known(
    synced: Rig, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The cursor does not move before what it has passed is kept."""
    till.count_stock(synced.pos, synced.mug, synced.outlets[0], 5)
    killing(monkeypatch, SqliteMirror, "save_levels")
    await killed(synced, monkeypatch)
    await synced.sync()
    with synced.mirror() as mirror:
        assert [int(level) for _, level in mirror.level_history(synced.mug)] == [8, 5]


@pytest.mark.parametrize("name", ["ecom.stamp", "ecom.count", "ecom.settled"])
async def test_m15_a_listing_that_may_lack_something_is_never_taken_for_settled(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    """The index lags behind an edit; killed while the stamps are noted, the edit is seen later."""
    rig = Rig.corner_shop(tmp_path, lag=30.0)
    await rig.sync()
    rig.clock.advance(600)
    await rig.sync()
    online.edit_price(rig.ecom, rig.products()["MUG-1"]["id"], 99.0)
    rig.clock.advance(5)
    original = SqliteMirror.save_fact

    def save_fact(self: SqliteMirror, fact: str, value: FactValue) -> None:
        original(self, fact, value)
        if fact == name:
            raise Killed

    monkeypatch.setattr(SqliteMirror, "save_fact", save_fact)
    await killed(rig, monkeypatch)
    rig.clock.advance(120)
    await rig.sync()
    assert rig.products()["MUG-1"]["price"] == 14.5


async def test_m13_what_a_killed_run_did_counts_for_the_guard(
    rig: Rig, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Runs without a yes together stay below the numbers, killed ones included."""
    made = [rig.add(f"Cup {number:02}", f"CUP-{number:02}", 5.0) for number in range(60)]
    await rig.sync()
    for product_id in made[:8]:
        pos.delete_product(rig.pos, product_id)
    quiet = Options(attended=False)
    killing(monkeypatch, SqliteJournal, "finish_run")
    await killed(rig, monkeypatch, quiet)
    assert len(rig.products()) == 55
    for product_id in made[8:16]:
        pos.delete_product(rig.pos, product_id)
    rig.clock.advance(600)
    story = await rig.sync(quiet)
    assert story.objections == ["delete"]
    assert len(rig.products()) == 55


async def test_m18_option_values_of_a_deleted_variation_go_after_a_kill(
    synced: Rig, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Killed between the deletion of the variation and that of its values."""
    pos.delete_variant(synced.pos, synced.tee_blue)
    synced.between = lambda line: KilledBehind(line, lambda request: request.method == "DELETE")
    await killed(synced, monkeypatch)
    await settle(synced)
    (tee,) = (each for each in synced.products().values() if each["name"] == "Harbour tee")
    options = {o["name"]: [c["text"] for c in o["choices"]] for o in tee["options"]}
    assert options == {"Colour": ["Navy"], "Size": ["S"]}


async def same_as_in_peace(
    rig: Rig,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    change: Callable[[Rig], None],
    nth: int,
) -> None:
    """Killed as it is about to settle the nth write, a change ends as it does in peace."""
    (tmp_path / "twin").mkdir()
    twin = Rig.corner_shop(tmp_path / "twin")
    await twin.sync()
    change(twin)
    await twin.sync()
    await rig.sync()
    change(rig)
    killing(monkeypatch, SqliteJournal, "settle", nth)
    await killed(rig, monkeypatch)
    await settle(rig)
    assert shape(rig) == shape(twin)


def become_a_family(rig: Rig) -> None:
    """The lamp comes in two colours from now on."""
    gold = pos.add_variant(rig.pos, rig.lamp, {"Shade": "Gold"}, "LAMP-G")
    till.count_stock(rig.pos, gold, rig.outlets[0], 4)


@pytest.mark.parametrize("nth", range(1, 5))
async def test_m10_killed_while_a_product_becomes_a_family(
    rig: Rig, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, nth: int
) -> None:
    """Its own stock goes to nothing, so that nobody buys a combination nobody made."""
    await same_as_in_peace(rig, monkeypatch, tmp_path, become_a_family, nth)


def swap_values(rig: Rig) -> None:
    """What was S is M, and the other way round."""
    for old, new in (("S", "?"), ("M", "S"), ("?", "M")):
        pos.rename_value(rig.pos, rig.tee, "Size", old, new)
    for old, new in (("Navy", "?"), ("Blue", "Navy"), ("?", "Blue")):
        pos.rename_value(rig.pos, rig.tee, "Colour", old, new)


@pytest.mark.parametrize("nth", range(1, 6))
async def test_m18_killed_while_values_are_swapped(
    rig: Rig, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, nth: int
) -> None:
    """No temporary value is left."""
    await same_as_in_peace(rig, monkeypatch, tmp_path, swap_values, nth)


async def test_r21_a_familys_own_stock_that_came_from_somewhere_goes(synced: Rig) -> None:
    """Also when nothing else about the product is to be written."""
    tee = synced.products()["TEE-NS-FAMILY"]
    synced.ecom.save_product({**tee, "quantity": 90}, "stock")
    synced.clock.advance(600)
    story = await synced.sync()
    assert synced.products()["TEE-NS-FAMILY"]["quantity"] == 0
    assert story.actions == {"TEE-NS": "update"}
    await settle(synced)


@pytest.mark.parametrize("nth", [1, 2])
async def test_a_deleted_product_leaves_no_base_behind(
    synced: Rig, monkeypatch: pytest.MonkeyPatch, nth: int
) -> None:
    """Should it come back, it would be compared with what was agreed in another life."""
    pos.delete_product(synced.pos, synced.lamp)
    forgotten: list[object] = []
    original = SqliteMirror._save_keyed

    def killer(
        self: SqliteMirror, table: str, entries: Mapping[str, object], encode: Callable[..., bytes]
    ) -> None:
        if table in ("links", "bases") and None in entries.values():
            forgotten.append(table)
            if len(forgotten) == nth:
                raise Killed
        original(self, table, entries, encode)

    monkeypatch.setattr(SqliteMirror, "_save_keyed", killer)
    await killed(synced, monkeypatch)
    await settle(synced)
    with synced.mirror() as mirror:
        state = mirror.load()
    assert synced.key(synced.lamp) not in {*state.links, *state.bases}


async def test_m5_a_stock_change_on_its_way_is_waited_for(
    synced: Rig, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The engine died, the change arrives half a minute later: it is not made twice."""
    till.count_stock(synced.pos, synced.mug, synced.outlets[0], 5)
    late = Fault("late", method="PUT", path="*/inventory", seconds=30.0, times=1)
    synced.ecom.faults.add(late)
    with monkeypatch.context() as patch:
        killing(patch, SqliteJournal, "settle")
        with pytest.raises((Killed, BaseExceptionGroup)):
            await synced.sync()
    story = await synced.sync()
    assert story.finished.writes == 0
    assert synced.products()["MUG-1"]["quantity"] == 5
    assert synced.ecom.faults.held_up == []
