"""Lost replies and killed processes: nothing twice, nothing lost (DESIGN §5, RULES M5, M7)."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import httpx
import pytest

from app.sample import mutations_pos as pos
from app.sample import mutations_till as till
from app.sample.e_series import products as online
from app.storage.journal import SqliteJournal
from tests.sync.rig import CutLine, Rig

WRITES = ("POST", "PUT", "DELETE")


def losing(rig: Rig, method: str, ending: str, times: int = 1) -> list[str]:
    """Lose so many replies to matching requests; returns the list of what was lost."""
    lost: list[str] = []

    def loses(request: httpx.Request) -> bool:
        if len(lost) >= times or request.method != method:
            return False
        if not request.url.path.endswith(ending):
            return False
        lost.append(request.url.path)
        return True

    rig.between = lambda line: CutLine(line, loses)
    return lost


def shape(rig: Rig) -> dict[str, object]:
    """The online store without ids and times."""
    return {
        sku: {
            "name": product.get("name"),
            "enabled": product.get("enabled"),
            "price": product.get("price"),
            "quantity": product.get("quantity"),
            "variations": sorted(
                (
                    v.get("sku"),
                    v.get("quantity"),
                    sorted((o["name"], o["value"]) for o in v["options"]),
                )
                for v in product.get("combinations", [])
            ),
            "options": [
                (o["name"], [c["text"] for c in o["choices"]]) for o in product.get("options", [])
            ],
        }
        for sku, product in rig.products().items()
    }


async def settle(rig: Rig) -> None:
    """Sync until nothing is left to do, at most three times."""
    for _ in range(3):
        rig.clock.advance(600)
        story = await rig.sync()
        if not story.plan.actions and story.finished.exit == 0:
            return
    raise AssertionError(f"never settles: {story.plan.actions} {story.failures}")


@pytest.fixture
async def wanted(tmp_path: Path) -> dict[str, object]:
    """What the shop looks like when nothing goes wrong."""
    (tmp_path / "twin").mkdir()
    twin = Rig.corner_shop(tmp_path / "twin")
    await twin.sync()
    return shape(twin)


@pytest.mark.parametrize(
    ("method", "ending"),
    [("POST", "/batch"), ("POST", "/combinations"), ("PUT", "")],
    ids=["the batch of new products", "a new variation", "the last write that shows"],
)
async def test_a_lost_reply_while_creating_makes_nothing_twice(
    rig: Rig, wanted: dict[str, object], method: str, ending: str
) -> None:
    """The same final state as without, in the end."""
    lost = losing(rig, method, ending)
    await rig.sync()
    assert lost
    rig.between = lambda line: line
    await settle(rig)
    assert shape(rig) == wanted
    assert len(rig.ecom.catalogue.products) == 3


async def test_r14_the_sku_is_looked_up_at_the_moment_of_creating(rig: Rig) -> None:
    """Somebody enters the product by hand after it was planned: no second one is made."""
    rig.ecom.knobs = replace(rig.ecom.knobs, non_unique_skus=True)
    entered: list[int] = []

    class ByHand(httpx.AsyncBaseTransport):
        def __init__(self, line: httpx.AsyncBaseTransport) -> None:
            self._line = line

        async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
            if request.url.params.get("sku") == "MUG-1" and not entered:
                fields = {"name": "Mug", "sku": "MUG-1", "price": 9}
                entered.append(online.create(rig.ecom, fields))
            return await self._line.handle_async_request(request)

    rig.between = ByHand
    story = await rig.sync()
    assert entered
    assert "MUG-1" in story.failures
    skus = [r.document["sku"] for r in rig.ecom.catalogue.products.values()]
    assert sorted(skus) == ["LAMP-1", "MUG-1", "TEE-NS-FAMILY"]


async def test_a_lost_reply_to_a_picture_makes_no_second_one(synced: Rig) -> None:
    """An id that was not there before is ours (RULES M7)."""
    for seed in (1, 2, 3):
        pos.add_picture(synced.pos, synced.mug, seed)
    lost = losing(synced, "POST", "/gallery")
    story = await synced.sync()
    assert lost
    assert story.finished.counts["failed"] == 0, story.failures
    assert len(synced.pairs()["MUG-1"].both.there.image_ids) == 3
    synced.between = lambda line: line
    await settle(synced)


async def test_m5_a_stock_difference_in_doubt_is_never_sent_again(synced: Rig) -> None:
    """It is looked at once it can no longer arrive; the figure is right afterwards."""
    till.count_stock(synced.pos, synced.mug, synced.outlets[0], 5)
    lost = losing(synced, "PUT", "/inventory")
    story = await synced.sync()
    assert lost
    assert synced.products()["MUG-1"]["quantity"] == 5
    assert story.finished.counts["failed"] == 0, story.failures
    sent = [seen for seen in synced.ecom.requests if seen.path.endswith("/inventory")]
    assert len(sent) == 1
    synced.between = lambda line: line
    await settle(synced)


async def test_a_stock_difference_that_never_arrived_is_planned_anew(synced: Rig) -> None:
    """A request that was lost on its way leaves the old figure, and the run puts it right."""
    till.count_stock(synced.pos, synced.mug, synced.outlets[0], 5)
    cut: list[str] = []

    class Swallow(httpx.AsyncBaseTransport):
        def __init__(self, line: httpx.AsyncBaseTransport) -> None:
            self._line = line

        async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
            if request.url.path.endswith("/inventory") and not cut:
                cut.append(request.url.path)
                raise httpx.ReadError("the line was cut", request=request)
            return await self._line.handle_async_request(request)

    synced.between = Swallow
    began = synced.clock.now()
    await synced.sync()
    assert cut
    assert synced.clock.now() - began >= synced.doubt_seconds
    assert synced.products()["MUG-1"]["quantity"] == 5


class Killed(BaseException):
    """Stands for SIGKILL: nothing after it runs, not even what tidies up."""


def killing(monkeypatch: pytest.MonkeyPatch, name: str, nth: int) -> Callable[[], bool]:
    """Kill the process at the nth call of a journal's method."""
    calls = 0
    original = getattr(SqliteJournal, name)

    def killer(self: SqliteJournal, *args: object, **kwargs: object) -> object:
        nonlocal calls
        calls += 1
        if calls == nth:
            raise Killed
        return original(self, *args, **kwargs)

    monkeypatch.setattr(SqliteJournal, name, killer)
    return lambda: calls >= nth


@pytest.mark.parametrize("nth", range(1, 7))
@pytest.mark.parametrize("name", ["intend", "settle"])
async def test_killed_at_any_step_of_the_first_sync_and_run_again(
    rig: Rig,
    wanted: dict[str, object],
    monkeypatch: pytest.MonkeyPatch,
    name: str,
    nth: int,
) -> None:
    """The same final state as if it had not been killed."""
    reached = killing(monkeypatch, name, nth)
    with pytest.raises((Killed, BaseExceptionGroup)):
        await rig.sync()
    assert reached()
    monkeypatch.undo()
    await settle(rig)
    assert shape(rig) == wanted
    assert len(rig.ecom.catalogue.products) == 3
    with rig.mirror():
        pass


@pytest.mark.parametrize("nth", range(1, 7))
async def test_killed_at_any_step_of_a_day_of_changes(
    synced: Rig, monkeypatch: pytest.MonkeyPatch, nth: int
) -> None:
    """Stock, price, pictures and variations end as the POS has them."""
    till.count_stock(synced.pos, synced.mug, synced.outlets[0], 5)
    pos.add_picture(synced.pos, synced.mug, 1)
    pos.add_picture(synced.pos, synced.mug, 2)
    pos.reprice(synced.pos, synced.lamp, 70)
    pos.add_variant(synced.pos, synced.tee, {"Colour": "Red", "Size": "S"}, "TEE-RS")
    killing(monkeypatch, "settle", nth)
    with pytest.raises((Killed, BaseExceptionGroup)):
        await synced.sync()
    monkeypatch.undo()
    await settle(synced)
    products = synced.products()
    assert products["MUG-1"]["quantity"] == 5
    assert products["LAMP-1"]["price"] == 70
    assert len(products["TEE-NS-FAMILY"]["combinations"]) == 3
    assert len(synced.pairs()["MUG-1"].both.there.image_ids) == 2
