"""What a run tells of its progress: evenly with the writes, and never more than was done."""

from collections.abc import Sequence
from itertools import pairwise

import pytest

from app.domain.events import ActionFinished, ActionSent, Event, Progressed, Said
from app.sample import mutations_pos as pos
from app.sample import mutations_till as till
from app.sample.faults import Fault
from app.storage.journal import SqliteJournal
from app.sync.apply import BATCH, READ_BY_ID
from app.sync.run import in_utc
from tests.sync.rig import Rig, Story
from tests.sync.test_exactly_once import losing

MANY = READ_BY_ID + 2 * BATCH
"""So many that the writes are read back by one listing at the end."""


def furnish(rig: Rig) -> list[str]:
    """Many new products, some of them with a picture."""
    made = [rig.add(f"Cup {number:03}", f"CUP-{number:03}", 5.0) for number in range(MANY)]
    for product_id in made[::3]:
        pos.add_picture(rig.pos, product_id, 1)
    return made


def steps(events: Sequence[Event], phase: str) -> list[int]:
    """How far a phase was at each word about it."""
    return [e.done for e in events if isinstance(e, Progressed) and e.phase == phase]


def check_writing(story: Story, total: int) -> None:
    """The count rises to the total in small steps, while the writes are made."""
    told = [0, *steps(story.events, "writing")]
    assert told == sorted(told)
    assert max(after - before for before, after in pairwise(told)) <= 1
    assert told[-1] == total
    totals = {event.total for event in story.of(Progressed) if event.phase == "writing"}
    assert totals == {total}


async def test_new_products_are_told_as_sent_while_they_are_sent(rig: Rig) -> None:
    """One by one, long before the listing at the end shows them all."""
    furnish(rig)
    story = await rig.sync()
    check_writing(story, MANY + 3)
    sent = [event.key for event in story.of(ActionSent)]
    assert len(sent) == len(set(sent)) == MANY + 3


async def test_checking_begins_when_everything_is_sent(rig: Rig) -> None:
    """From then on it is counted what has been read back."""
    furnish(rig)
    story = await rig.sync()
    phases = [event.phase for event in story.of(Progressed)]
    assert "writing" not in phases[phases.index("checking") :]
    first, *rest = steps(story.events, "checking")
    assert first < MANY
    assert rest == sorted(rest)
    assert rest[-1] == MANY + 3


async def test_changed_products_are_told_as_sent_as_well(rig: Rig) -> None:
    """Those that are read back one by one, and those that are listed."""
    made = furnish(rig)
    await rig.sync()
    for number in (10, MANY):
        for product_id in made[:number]:
            pos.reprice(rig.pos, product_id, 6.0 + number)
        rig.clock.advance(600)
        check_writing(await rig.sync(), number)


async def test_a_stop_leaves_the_count_at_what_was_sent(rig: Rig) -> None:
    """It does not leap when the run ends."""
    furnish(rig)

    def stop(context: object, event: Event) -> None:
        if isinstance(event, ActionSent):
            rig.hears = lambda _, __: None
            context.stop.set()  # type: ignore[attr-defined]

    rig.hears = stop
    story = await rig.sync()
    assert story.finished.exit == 130
    sent = len(story.of(ActionSent))
    assert 0 < sent < MANY
    assert steps(story.events, "writing")[-1] == sent
    assert story.finished.counts["created"] <= sent


async def test_a_second_look_ends_well_and_says_so(synced: Rig) -> None:
    """The reply was lost and the stock is right: the product's last word is done."""
    till.count_stock(synced.pos, synced.mug, synced.outlets[0], 5)
    pos.reprice(synced.pos, synced.lamp, 70)
    losing(synced, "PUT", "/inventory")
    story = await synced.sync()
    words = [event.result for event in story.of(ActionFinished) if event.sku == "MUG-1"]
    assert words == ["failed", "done"]
    assert story.finished.counts["updated"] == 2
    assert {event.total for event in story.of(Progressed) if event.phase == "writing"} == {2}
    said = [event.text for event in story.of(Said)]
    assert not any("interrupted" in text for text in said)
    assert any("Waiting 90 seconds" in text for text in said)


async def test_a_second_look_that_writes_again_counts_on(synced: Rig) -> None:
    """The total stays that of the whole plan."""
    till.count_stock(synced.pos, synced.mug, synced.outlets[0], 5)
    pos.reprice(synced.pos, synced.lamp, 70)
    fault = Fault("reset", method="PUT", path="*/inventory", times=1)
    synced.ecom.faults.add(fault)
    story = await synced.sync()
    words = [event.result for event in story.of(ActionFinished) if event.sku == "MUG-1"]
    assert words == ["failed", "done"]
    assert {event.total for event in story.of(Progressed) if event.phase == "writing"} == {2}
    assert steps(story.events, "writing")[-1] == 2


async def test_a_history_that_is_thinned_out_is_told(
    rig: Rig, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With the limit and how many went; those that the guard still counts are not offered."""
    asked: list[tuple[int, str]] = []

    def thinned(_journal: SqliteJournal, size: int, before: str) -> tuple[int, ...]:
        asked.append((size, before))
        return (1, 2, 3)

    began = in_utc(rig.clock.now() - 2 * 86_400)
    monkeypatch.setattr(SqliteJournal, "prune_to", thinned)
    story = await rig.sync()
    assert [size for size, _ in asked] == [500_000_000]
    assert asked[0][1] >= began
    said = [event.text for event in story.of(Said)]
    assert any("more than 500 MB" in text and text.endswith(": 3.") for text in said)
