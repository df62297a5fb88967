"""Forgetting everything from the window: asked once, back to welcome, neither store touched."""

import pytest
from keyring.errors import KeyringLocked

from app.assembly import Assembly
from app.domain.leftovers import Leftover
from app.storage.secrets import SERVICE, StoreAddresses
from tests.controller.acting import Acting, acting
from tests.controller.test_connecting import Ring
from tests.journeys.stage import ECOM_TOKEN, POS_TOKEN, Stage


@pytest.fixture(name="ring")
def _ring(monkeypatch: pytest.MonkeyPatch) -> Ring:
    ring = Ring()
    monkeypatch.setattr("app.storage.secrets.system_keyring", lambda: ring)
    return ring


def connected(stage: Stage, ring: Ring) -> None:
    """The stage's stores are connected as the wizard does it; the environment says nothing."""
    given = {name: value for name, value in stage.environ.items() if "_TOKEN" not in name}
    stores = StoreAddresses().overridden(given)
    for name in [
        name for name in stage.environ if name.startswith(("COUNTERPART_POS", "COUNTERPART_ECOM"))
    ]:
        del stage.environ[name]
    ring.kept[SERVICE, stores.entry("pos")] = POS_TOKEN
    ring.kept[SERVICE, stores.entry("ecom")] = ECOM_TOKEN
    Assembly(stage.environ).profile.save_stores(stores)


def left_on(stage: Stage) -> list[str]:
    """Files that are still there."""
    return sorted(path.name for path in stage.home.rglob("*") if path.is_file())


def question(acting: Acting) -> str | None:
    """What is asked now."""
    return acting.controller.state.question


def left(acting: Acting) -> tuple[Leftover, ...] | None:
    """What is told to be there still."""
    return acting.controller.state.forgotten


async def answered(acting: Acting, forget: bool) -> None:
    """Ask and answer."""
    acting.controller.ask_to_forget()
    assert question(acting) == "forget everything"
    acting.controller.answer_forget(forget)
    assert question(acting) is None
    await acting.idle()


async def test_everything_is_forgotten(shop: Stage, ring: Ring) -> None:
    """Tokens, database, choices and settings go; what is online stays; welcome is shown."""
    connected(shop, ring)
    async with acting(shop) as at:
        assert at.controller.catalogue.rows
        online = shop.products()
        shop.forget_requests()
        await answered(at, forget=True)
        state = at.controller.state
        assert (state.place, state.forgotten, state.trouble) == ("welcome", (), None)
        assert not at.controller.catalogue.rows
        assert not at.controller.log
        assert not ring.kept
        assert left_on(shop) == []
        assert [*shop.pos.requests, *shop.ecom.requests] == []
        assert shop.products() == online


async def test_kept_is_kept(shop: Stage, ring: Ring) -> None:
    """The safe answer changes nothing."""
    connected(shop, ring)
    async with acting(shop) as at:
        before = left_on(shop)
        await answered(at, forget=False)
        assert left_on(shop) == before
        assert len(ring.kept) == 2
        assert at.controller.state.place == "shop"


async def test_not_during_a_run(shop: Stage, ring: Ring) -> None:
    """It is not even asked; a run that began behind the question goes first."""
    connected(shop, ring)
    async with acting(shop) as at:
        at.controller.look()
        at.controller.ask_to_forget()
        assert question(at) is None
        await at.idle()
        at.controller.ask_to_forget()
        at.controller.look()
        await at.until(lambda: at.controller.state.run.active)
        at.controller.answer_forget(True)
        await at.idle()
        assert at.controller.state.place == "shop"
        assert len(ring.kept) == 2


async def test_a_locked_keyring_keeps_everything(shop: Stage, ring: Ring) -> None:
    """It is said why, and the shop is open as before."""
    connected(shop, ring)
    async with acting(shop) as at:
        before = left_on(shop)
        ring.trouble = KeyringLocked()
        at.controller.ask_to_forget()
        at.controller.answer_forget(True)
        await at.until(lambda: at.controller.state.notice)
        notice = at.controller.state.notice
        assert notice is not None
        assert notice.kind == "not forgotten"
        assert "locked" in notice.text
        assert at.controller.state.place == "shop"
        assert at.controller.catalogue.rows
        ring.trouble = None
        await at.idle()
        assert [name for name in before if name not in left_on(shop)] == []


async def test_another_shop_can_be_connected_afterwards(bare: Stage, ring: Ring) -> None:
    """The sample stores open anew, as they were at first; then the wizard knows no address."""
    connected(bare, ring)
    async with acting(bare) as at:
        await answered(at, forget=True)
        at.controller.open_wizard()
        assert at.controller.state.wizard.pos_address == ""
        assert left(at) is None, "something may be kept again from now on"
        at.controller.leave_wizard()
        assert at.controller.state.place == "welcome"
        at.controller.explore_samples()
        await at.idle()
        assert at.controller.state.store.demo
        assert left(at) is None
        assert at.controller.catalogue.rows
        await answered(at, forget=True)
        assert left_on(bare) == []
