"""What goes by itself stops at the guard, and leads to the preview."""

from app.facts.state import LastRun
from app.sample import mutations_pos as pos
from app.sync.run import Options
from tests.controller.acting import Acting, acting
from tests.journeys.stage import Stage


async def by_schedule(at: Acting) -> LastRun:
    """Let the time come for the next sync."""
    at.controller._syncing._begin("sync", Options(attended=False))
    await at.idle()
    last = at.controller.state.last
    assert last is not None
    return last


def much(shop: Stage) -> None:
    """Five of nine prices move far."""
    for number in range(1, 6):
        pos.reprice(shop.pos, shop.ids[f"PLATE-{number}"], 1000.0 + number)


async def test_a_scheduled_run_stops_at_the_guard_and_opens_nothing(shop: Stage) -> None:
    """Nobody may be there: no preview jumps up, nothing is written, the strip tells of it."""
    much(shop)
    async with acting(shop) as at:
        shop.ecom.requests.clear()
        last = await by_schedule(at)
        assert (last.exit, last.changed) == (3, 0)
        assert at.controller.state.preview is None
        assert shop.ecom.writes_seen == []


async def test_a_scheduled_run_that_may_go_goes(shop: Stage) -> None:
    """A single price is sent without anybody's yes."""
    pos.reprice(shop.pos, shop.ids["LAMP-1"], 79.5)
    async with acting(shop) as at:
        last = await by_schedule(at)
        assert (last.exit, last.changed) == (0, 1)
    assert shop.products()["LAMP-1"]["price"] == 79.5
