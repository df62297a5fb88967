"""Faults of both services at every turn: the same final state as without (DESIGN §13)."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from app.sample import mutations_pos as pos
from app.sample import mutations_till as till
from app.sample.faults import Fault
from app.storage.database import open_database
from app.storage.journal import SqliteJournal
from app.sync.run import Options
from tests.sync.rig import Rig, Story
from tests.sync.test_exactly_once import shape

RUNS = 8


def whole(rig: Rig) -> dict[str, Any]:
    """Everything that may not come twice or get lost."""
    pictures = {
        sku: (product["main_picture"] is not None) + len(product["gallery"])
        for sku, product in rig.products().items()
    }
    names = sorted(category["name"] for category in rig.ecom.categories.values())
    return {"products": shape(rig), "pictures": pictures, "categories": names}


def stock_up(rig: Rig) -> None:
    """Pictures and categories, so that every kind of write is made."""
    cups = pos.add_category(rig.pos, "Cups", pos.add_category(rig.pos, "Home"))
    pos.move_category(rig.pos, rig.mug, cups)
    for seed in (1, 2, 3):
        pos.add_picture(rig.pos, rig.mug, seed)
    pos.add_picture(rig.pos, rig.tee, 4)


def pass_a_day(rig: Rig) -> None:
    """Stock, price, pictures, a variant, a deletion."""
    till.count_stock(rig.pos, rig.mug, rig.outlets[0], 4)
    till.count_stock(rig.pos, rig.tee_blue, rig.outlets[0], 9)
    pos.reprice(rig.pos, rig.mug, 16.0)
    pos.remove_picture(rig.pos, rig.mug, 1)
    pos.add_variant(rig.pos, rig.tee, {"Colour": "Red", "Size": "S"}, "TEE-RS")
    pos.delete_product(rig.pos, rig.lamp)


async def until_quiet(rig: Rig) -> Story:
    """Sync until nothing is left to do."""
    for _ in range(RUNS):
        story = await rig.sync()
        rig.clock.advance(900)
        if story.finished.exit == 0 and not story.plan.actions:
            return story
    raise AssertionError(f"never settles: {story.said} {story.failures}")


async def two_days(rig: Rig) -> None:
    """A first sync and a day of changes."""
    stock_up(rig)
    await until_quiet(rig)
    pass_a_day(rig)
    await until_quiet(rig)


def open_steps(rig: Rig) -> int:
    """Writes that the journal has not settled."""
    database, _ = open_database(rig.folder / "shop.sqlite")
    try:
        return len(SqliteJournal(database).open_steps())
    finally:
        database.close()


@pytest.fixture
async def calm(tmp_path: Path) -> dict[str, Any]:
    """The shop after two days without a fault."""
    (tmp_path / "calm").mkdir()
    twin = Rig.corner_shop(tmp_path / "calm")
    await two_days(twin)
    return whole(twin)


ECOM_FAULTS = (
    *("reset", "truncated", "502_html", "503_empty", "504_lost", "408_timeout", "429_storm"),
    *("500_internal", "449_import", "200_html", "200_broken", "200_empty"),
)
POS_FAULTS = ("reset", "truncated", "502_html", "503_empty", "429", "500_text", "200_broken")


@pytest.mark.parametrize("share", [0.1, 0.3])
@pytest.mark.parametrize("after_write", [False, True], ids=["before", "after"])
@pytest.mark.parametrize("kind", ECOM_FAULTS)
async def test_faults_of_the_online_shop_change_nothing_in_the_end(
    tmp_path: Path, calm: dict[str, Any], kind: str, after_write: bool, share: float
) -> None:
    """Nothing lost, nothing twice, no stock difference applied twice, the journal settled."""
    (tmp_path / "rough").mkdir()
    rig = Rig.corner_shop(tmp_path / "rough")
    stock_up(rig)
    rig.ecom.faults.add(Fault(kind, share, after_write=after_write))
    await rig.sync()
    rig.clock.advance(900)
    await rig.sync()
    rig.ecom.faults.clear()
    rig.clock.advance(900)
    await until_quiet(rig)
    pass_a_day(rig)
    rig.ecom.faults.add(Fault(kind, share, after_write=after_write))
    await rig.sync()
    rig.ecom.faults.clear()
    rig.clock.advance(900)
    await until_quiet(rig)
    assert whole(rig) == calm
    assert open_steps(rig) == 0
    assert rig.ecom.http_requests() < 900


@pytest.mark.parametrize("share", [0.1, 0.3])
@pytest.mark.parametrize("kind", POS_FAULTS)
async def test_faults_of_the_pos_change_nothing_in_the_end(
    tmp_path: Path, calm: dict[str, Any], kind: str, share: float
) -> None:
    """A read that fails is repeated, or the run ends before it does harm."""
    (tmp_path / "rough").mkdir()
    rig = Rig.corner_shop(tmp_path / "rough")
    rig.pos.faults.add(Fault(kind, share))
    stock_up(rig)
    await rig.sync()
    pass_a_day(rig)
    await rig.sync()
    rig.pos.faults.clear()
    rig.clock.advance(900)
    await until_quiet(rig)
    assert whole(rig)["products"] == calm["products"]
    assert rig.pos.writes_seen == []


async def test_a_lagging_search_makes_nothing_twice(tmp_path: Path, calm: dict[str, Any]) -> None:
    """The index runs half a minute behind the writes."""
    (tmp_path / "rough").mkdir()
    rig = Rig.corner_shop(tmp_path / "rough", lag=30.0)
    await two_days(rig)
    assert whole(rig) == calm


async def test_slow_batches_are_waited_for(tmp_path: Path, calm: dict[str, Any]) -> None:
    """A ticket that stays in the queue for a while."""
    (tmp_path / "rough").mkdir()
    rig = Rig.corner_shop(tmp_path / "rough", batch_queue_seconds=20.0, batch_request_seconds=3.0)
    await two_days(rig)
    assert whole(rig) == calm


async def test_an_outage_in_the_middle_of_the_first_sync(
    tmp_path: Path, calm: dict[str, Any]
) -> None:
    """Everything fails from some request on; the next run goes on from there."""
    (tmp_path / "rough").mkdir()
    rig = Rig.corner_shop(tmp_path / "rough")
    stock_up(rig)
    rig.ecom.faults.add(Fault("503_empty", path="/products/*"))
    story = await rig.sync()
    assert story.finished.exit in (1, 2)
    rig.ecom.faults.clear()
    rig.clock.advance(900)
    await until_quiet(rig)
    pass_a_day(rig)
    await until_quiet(rig)
    assert whole(rig) == calm


POS_TRAPS: dict[str, dict[str, Any]] = {
    "empty fields are missing": {"empty": "missing"},
    "empty fields are objects": {"empty": "object"},
    "lower-case code types": {"lower_code_types": True},
    "categories nested the other way": {"categories_nested": True},
    "short pages": {"short_pages": True},
    "a small page cap": {"page_cap": 2},
    "ids in upper case": {"upper_case_ids": True},
    "a record by id in a list": {"product_as_list": True},
    "deleted records answer 404": {"deleted_by_id": "404"},
}


@pytest.mark.parametrize("trap", POS_TRAPS.values(), ids=POS_TRAPS.keys())
async def test_traps_of_the_pos_change_nothing(
    tmp_path: Path, calm: dict[str, Any], trap: dict[str, Any]
) -> None:
    """What the API page warns of is read all the same (API POS §14)."""
    (tmp_path / "rough").mkdir()
    rig = Rig.corner_shop(tmp_path / "rough")
    rig.pos.knobs = replace(rig.pos.knobs, **trap)
    await two_days(rig)
    assert whole(rig) == calm


async def test_the_dated_version_reads_the_same_shop(tmp_path: Path, calm: dict[str, Any]) -> None:
    """2026-07 with its own inventory shape; the flag is chosen by hand there."""
    (tmp_path / "rough").mkdir()
    rig = Rig.corner_shop(tmp_path / "rough")
    rig.version = "2026-07"
    rig.settings["new_products"] = "online"
    await two_days(rig)
    assert whole(rig) == calm


@pytest.mark.parametrize(
    "knobs",
    [{"late_commits": 0.5}, {"pictures_move_version": False}],
    ids=["late commits", "pictures that do not move the version"],
)
async def test_s5_the_full_read_repairs_what_the_cursor_missed(
    tmp_path: Path, calm: dict[str, Any], knobs: dict[str, Any]
) -> None:
    """After the daily full read the shop is right (RULES S5)."""
    (tmp_path / "rough").mkdir()
    rig = Rig.corner_shop(tmp_path / "rough")
    stock_up(rig)
    await until_quiet(rig)
    rig.pos.knobs = replace(rig.pos.knobs, **knobs)
    pass_a_day(rig)
    await rig.sync()
    rig.clock.advance(25 * 3600)
    await until_quiet(rig)
    assert whole(rig) == calm


async def test_m11_a_vanished_switch_changes_nothing_and_is_said_once(synced: Rig) -> None:
    """What the POS told last stands."""
    synced.pos.knobs = replace(synced.pos.knobs, online_flag_in=frozenset())
    first = await synced.sync(Options(full=True))
    second = await synced.sync(Options(full=True))
    assert first.plan.actions == second.plan.actions == ()
    assert "no longer tells" in first.said
    assert "no longer tells" not in second.said


ECOM_READINGS: dict[str, dict[str, Any]] = {
    "a taken SKU is 400": {"sku_error_status": 400},
    "gallery pictures stay gallery pictures": {"gallery_becomes_main": False},
    "ids stay when the main picture moves": {"main_move_renumbers": False},
    "attributes are merged by the shop": {"attributes_replace": False},
    "a difference on untracked stock is refused": {"unlimited_delta": "error"},
    "httpCode in batches": {"batch_status_name": "httpCode"},
    "texts stay as written": {"reformat_descriptions": False},
    "SKUs may repeat": {"non_unique_skus": True},
    "newest variation first": {"variations_descending": True},
    "translations are not moved by names": {"name_moves_translation": False},
    "errors without a body": {"empty_error_share": 1.0},
    "inner requests count": {"inner_requests_count": True},
}


@pytest.mark.parametrize("knobs", ECOM_READINGS.values(), ids=ECOM_READINGS.keys())
async def test_uncertain_readings_of_the_online_shop_end_the_same(
    tmp_path: Path, calm: dict[str, Any], knobs: dict[str, Any]
) -> None:
    """Whichever way the references leave open (DESIGN §14)."""
    (tmp_path / "rough").mkdir()
    rig = Rig.corner_shop(tmp_path / "rough", **knobs)
    await two_days(rig)
    assert whole(rig) == calm


async def test_changes_online_that_move_no_stamp_are_found_by_the_full_read(synced: Rig) -> None:
    """Stock edited online without a trace in the stamps (RULES M15)."""
    synced.ecom.knobs = replace(
        synced.ecom.knobs, moves_updated=frozenset(), moves_stats=frozenset()
    )
    mug = synced.products()["MUG-1"]
    synced.ecom.save_product({**mug, "quantity": 90}, "stock")
    synced.clock.advance(25 * 3600)
    await until_quiet(synced)
    assert synced.products()["MUG-1"]["quantity"] == 8
