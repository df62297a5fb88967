"""A run added up: what is sent, what is checked, what failed, each product once."""

from itertools import pairwise
from pathlib import Path

from app.controller.tally import Tally
from app.domain.actions import Action
from app.domain.events import (
    ActionFinished,
    ActionResult,
    ActionSent,
    ActionStarted,
    Event,
    Planned,
    Progressed,
)
from app.facts.log_lines import LogLine
from app.facts.state import RunFacts
from app.facts.time_left import Pulse
from tests.sync.rig import Rig
from tests.sync.test_progress import MANY, furnish


def action(key: str) -> Action:
    """An update of one product."""
    return Action("update", key, 1, key.upper(), key, (), ())


def finished(key: str, result: ActionResult = "done") -> ActionFinished:
    """What became of it."""
    return ActionFinished(key, 1, key.upper(), key, "update", result, None)


def tallied(*keys: str) -> tuple[Tally, list[LogLine]]:
    """The tally of a run that has begun to write so many products."""
    log: list[LogLine] = []
    tally = Tally("sync", 0.0, log, lambda _: (), lambda key: (key, ""), by_schedule=False)
    tally.hear(Planned(tuple(action(key) for key in keys)), 1.0)
    tally.hear(Progressed("writing", 0, len(keys)), 1.0)
    tally.hear(Pulse(1.0, 0, 0, 600, 600, 60.0), 1.0)
    for key in keys:
        tally.hear(ActionStarted(key, key.upper(), key, "update"), 1.0)
    return tally, log


def test_what_is_sent_counts_before_it_is_checked() -> None:
    """The window shows how many changes are sent; what is read back is counted apart."""
    tally, _ = tallied("mug", "lamp", "tee")
    tally.hear(ActionSent("mug"), 2.0)
    tally.hear(ActionSent("lamp"), 2.0)
    facts = tally.facts(active=True)
    assert (facts.done, facts.checked, facts.failed, facts.total) == (2, 0, 0, 3)
    tally.hear(Progressed("checking", 0, 3), 3.0)
    tally.hear(finished("mug"), 3.0)
    facts = tally.facts(active=True)
    assert (facts.done, facts.checked, facts.failed, facts.total) == (2, 1, 0, 3)
    assert facts.counts["updated"] == 1


def test_what_fails_when_it_is_checked_is_no_longer_done() -> None:
    """Done and failed together are never more than all."""
    tally, _ = tallied("mug", "lamp")
    tally.hear(ActionSent("mug"), 2.0)
    tally.hear(finished("mug", "failed"), 3.0)
    facts = tally.facts(active=True)
    assert (facts.done, facts.failed) == (0, 1)


def test_a_second_word_about_a_product_takes_the_place_of_the_first() -> None:
    """Failed, looked at again, done: it counts once; the log keeps both lines."""
    tally, log = tallied("mug", "lamp")
    tally.hear(finished("mug", "failed"), 2.0)
    tally.hear(finished("lamp"), 2.0)
    tally.hear(finished("mug"), 3.0)
    facts = tally.facts(active=True)
    assert (facts.done, facts.checked, facts.failed) == (2, 2, 0)
    assert facts.counts["updated"] == 2
    assert [line.level for line in log if line.key == "mug"] == ["sending", "failed", "done"]
    assert facts.log_failed == 1


def test_no_time_is_promised_while_it_is_checked() -> None:
    """Everything is sent, yet it is not over: how long the shop's index takes nobody knows."""
    tally, _ = tallied(*(f"cup-{number}" for number in range(10)))
    for number in range(8):
        tally.hear(ActionSent(f"cup-{number}"), 10.0)
    tally.hear(Pulse(10.0, 0, 20, 580, 600, 60.0), 10.0)
    assert tally.facts(active=True).seconds_left is not None
    for number in (8, 9):
        tally.hear(ActionSent(f"cup-{number}"), 12.0)
    tally.hear(Progressed("checking", 0, 10), 12.0)
    assert tally.facts(active=True).seconds_left is None


async def test_a_sync_of_many_new_products_never_stands_still(tmp_path: Path) -> None:
    """First what is sent rises one by one, then what is checked; neither ever falls."""
    rig = Rig.corner_shop(tmp_path)
    furnish(rig)
    tally, _ = tallied()
    seen: list[RunFacts] = []

    def hear(_context: object, event: Event) -> None:
        tally.hear(event, 1.0)
        seen.append(tally.facts(active=True))

    rig.hears = hear
    await rig.sync()
    total = MANY + 3
    for count in ([facts.done for facts in seen], [facts.checked for facts in seen]):
        assert {after - before for before, after in pairwise(count)} == {0, 1}
        assert count[-1] == total
    sent = next(facts for facts in seen if facts.done == total)
    assert (sent.phase, sent.total) == ("writing", total)
    assert sent.checked < total
    assert all(facts.checked <= facts.done for facts in seen)
