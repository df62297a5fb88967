"""A run that stopped at the guard while nobody looked waits in the window for an answer."""

import pytest

from app.sample import mutations_pos as pos
from app.sync.run import Options
from tests.journeys.stage import Stage
from tests.journeys.window.conftest import OpenOn


def much(shop: Stage) -> None:
    """Five of nine prices move far."""
    for number in range(1, 6):
        pos.reprice(shop.pos, shop.ids[f"PLATE-{number}"], 1000.0 + number)


@pytest.mark.parametrize("who", ["window", "command"])
async def test_the_strip_leads_to_the_preview(shop: Stage, hands: OpenOn, who: str) -> None:
    """By a link, whoever was stopped; the safe answer has the keyboard, and nothing was sent."""
    much(shop)
    if who == "command":
        assert shop.run("sync").status == 3
    at = await hands(shop)
    if who == "window":
        at.controller._syncing._begin("sync", Options(attended=False))
        await at.idle()
    await at.see("it waits for your answer")
    await at.click("Look at it")
    await at.see("5 prices would move by more than half")
    focused = at.window.focusWidget()
    assert focused is not None
    assert "Leave these 5 out" in str(focused.property("text"))
    assert shop.products()["PLATE-1"]["price"] == 11.0


async def test_without_a_question_there_is_no_link(shop: Stage, hands: OpenOn) -> None:
    """The last sync went well: the strip says so and offers nothing."""
    at = await hands(shop)
    await at.click("Sync now")
    assert "Look at it" not in at.read()
