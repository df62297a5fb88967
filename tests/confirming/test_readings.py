"""Every experiment finds whichever reading holds, and leaves both stores as they were."""

from pathlib import Path
from typing import Any

import pytest

from app.confirming.experiments import CONFIRMATIONS
from app.sample import mutations_pos as pos
from tests.confirming.stage import Actor, Stage

ONLINE: list[tuple[str, dict[str, Any], str, bool | None]] = [
    ("attributes", {"attributes_replace": True}, "replaced", True),
    ("attributes", {"attributes_replace": False}, "merged", False),
    ("name", {"name_moves_translation": True}, "moves", None),
    ("name", {"name_moves_translation": False}, "stays", None),
    ("first-sku", {"first_sku_stock": "unlimited"}, "unlimited", None),
    ("first-sku", {"first_sku_stock": "zero"}, "zero", None),
    ("first-sku", {"first_sku_stock": "product"}, "the product's", None),
    ("unlimited-delta", {"unlimited_delta": "zero"}, "updates nothing", True),
    ("unlimited-delta", {"unlimited_delta": "error"}, "refused with 400", True),
    ("deletion-stats", {"moves_stats": frozenset({"deletion"})}, "moves", None),
    ("deletion-stats", {"moves_stats": frozenset()}, "does not move", None),
    ("stamps", {}, "stock moves, variation moves, picture moves", None),
    (
        "stamps",
        {"moves_updated": frozenset({"picture"})},
        "stock does not, variation does not, picture moves",
        None,
    ),
    ("batch-limit", {"rate_limit": True, "inner_requests_count": True}, "counted", True),
    ("batch-limit", {"rate_limit": True, "inner_requests_count": False}, "not counted", False),
]


@pytest.fixture(name="stage")
def _stage(tmp_path: Path) -> Stage:
    return Stage.open(tmp_path)


@pytest.mark.parametrize(("name", "knobs", "reading", "as_assumed"), ONLINE)
async def test_both_readings_of_the_online_store(
    stage: Stage, name: str, knobs: dict[str, Any], reading: str, as_assumed: bool | None
) -> None:
    """The finding is what the store was set to."""
    stage.ecom_knobs(**knobs)
    finding = await stage.find(name)
    assert (finding.reading, finding.as_assumed, finding.found) == (reading, as_assumed, True)
    stage.check_nothing_is_left()


@pytest.mark.parametrize(("sells", "as_assumed"), [(True, False), (False, True), (None, None)])
async def test_an_uncombined_choice(
    stage: Stage, sells: bool | None, as_assumed: bool | None
) -> None:
    """The product is shown while a person looks at it, and never otherwise."""
    shown: list[bool] = []

    def look() -> None:
        (made,) = stage.online().keys() - stage.own.keys()
        shown.append(stage.online()[made]["enabled"])

    stage.actor = Actor(saw=sells, by_hand=look)
    finding = await stage.find("uncombined")
    assert (finding.as_assumed, finding.found, shown) == (as_assumed, sells is not None, [True])
    stage.check_nothing_is_left()


async def test_an_uncombined_choice_is_not_shown_without_a_yes(stage: Stage) -> None:
    """A no leaves the product hidden, and nothing is found."""
    stage.actor = Actor(consent={"Show it?": False})
    finding = await stage.find("uncombined")
    assert not finding.found
    puts = [seen for seen in stage.rig.ecom.requests if seen.method == "PUT"]
    assert puts == []
    stage.check_nothing_is_left()


@pytest.mark.parametrize(("moves", "reading"), [(True, "moves"), (False, "does not move")])
async def test_pictures_of_the_pos(stage: Stage, moves: bool, reading: str) -> None:
    """A person adds a picture; the version tells or doesn't."""
    stage.pos_knobs(pictures_move_version=moves)
    stage.actor = Actor(
        sku="MUG-1", by_hand=lambda: pos.add_picture(stage.rig.pos, stage.rig.mug, 3)
    )
    assert (await stage.find("pos-pictures")).reading == reading
    stage.check_nothing_is_left()


@pytest.mark.parametrize(
    ("answer", "reading"),
    [("row", "deleted_at, the list tells it too"), ("404", "404, the list tells it too")],
)
async def test_deletions_of_the_pos(stage: Stage, answer: str, reading: str) -> None:
    """A person deletes a product; by id it is a row with its time, or no more."""
    stage.pos_knobs(deleted_by_id=answer)
    stage.actor = Actor(
        sku="LAMP-1", by_hand=lambda: pos.delete_product(stage.rig.pos, stage.rig.lamp)
    )
    finding = await stage.find("pos-deletion")
    assert (finding.reading, finding.as_assumed) == (reading, True)
    stage.check_nothing_is_left()


@pytest.mark.parametrize("name", ["pos-pictures", "pos-deletion"])
@pytest.mark.parametrize("sku", ["", "NOT-THERE", "MUG-1"])
async def test_nothing_done_in_the_pos(stage: Stage, name: str, sku: str) -> None:
    """Without the product, or without the change, nothing is claimed."""
    stage.actor = Actor(sku=sku)
    assert not (await stage.find(name)).found
    stage.check_nothing_is_left()


async def test_readers(stage: Stage) -> None:
    """Counts of both stores, the switch for selling online, and no write at all."""
    finding = await stage.find("readers")
    assert (finding.reading, finding.as_assumed) == ("all read; switch 4 of 4", True)
    told = "\n".join(stage.actor.heard)
    assert "POS products: 4 read, all whole" in told
    assert "online products: 3 read, all whole" in told
    assert "online store Harbour & Pine, prices with tax" in told
    stage.check_nothing_is_left()


async def test_readers_tell_what_they_cannot_read(stage: Stage) -> None:
    """Fields that can't be read are counted, and permissions that lack are no failure."""
    stage.ecom_knobs(scopes=stage.rig.ecom.knobs.scopes - {"read_orders"})
    stage.pos_knobs(online_flag_in=frozenset())
    stage.rig.pos.tables["products"].rows[stage.rig.mug]["weight"] = "heavy"
    finding = await stage.find("readers")
    assert finding.as_assumed is False
    assert finding.reading.startswith("POS products: 4 read, weight 1;")
    assert finding.reading.endswith("switch 0 of 4")
    assert "no permission for orders" in "\n".join(stage.actor.heard)


def test_each_says_what_it_does() -> None:
    """Names are unlike, and every experiment tells a question and its steps."""
    names = [one.name for one in CONFIRMATIONS]
    assert len(set(names)) == len(names) == 11
    for one in CONFIRMATIONS:
        assert one.question.endswith("?")
        assert one.steps
