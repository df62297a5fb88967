"""Connecting two stores: trials, tokens to the keyring, outlets, the first read."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace

import pytest

from app.connectors.pacing import steady_time
from app.controller.controller import Controller
from app.facts.state import TestResult
from tests.controller.acting import Acting, workplaces
from tests.journeys.stage import ECOM_TOKEN, POS_TOKEN, Stage


class Ring:
    """A keyring in memory; `locked` makes it refuse."""

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], str] = {}
        self.trouble: Exception | None = None

    def get_password(self, service: str, entry: str) -> str | None:
        """What was kept."""
        self._refuse()
        return self.kept.get((service, entry))

    def set_password(self, service: str, entry: str, token: str) -> None:
        """Keep a token."""
        self._refuse()
        self.kept[service, entry] = token

    def delete_password(self, service: str, entry: str) -> None:
        """Forget a token."""
        self._refuse()
        del self.kept[service, entry]

    def _refuse(self) -> None:
        if self.trouble is not None:
            raise self.trouble


@pytest.fixture(name="ring")
def _ring(monkeypatch: pytest.MonkeyPatch) -> Ring:
    """The keyring that the tokens go to."""
    ring = Ring()
    monkeypatch.setattr("app.storage.secrets.system_keyring", lambda: ring)
    return ring


@pytest.fixture(name="newcomer")
async def _newcomer(bare: Stage) -> AsyncIterator[Acting]:
    """A controller on a computer that knows no stores."""
    for name in ("POS_URL", "POS_TOKEN", "ECOM_TOKEN", "ECOM_STORE_ID"):
        bare.environ.pop(f"COUNTERPART_{name}")
    controller = Controller(workplaces(bare), steady_time)
    actor = Acting(controller)
    controller.begin(demo=False)
    await actor.idle()
    yield actor
    await controller.aclose()


async def test_a_newcomer_is_welcomed(newcomer: Acting) -> None:
    """Without stores there is no trouble, just a welcome."""
    assert newcomer.controller.state.place == "welcome"
    assert newcomer.controller.state.trouble is None


async def test_the_wizard_leads_to_a_catalogue(bare: Stage, newcomer: Acting, ring: Ring) -> None:
    """Both stores are tried, tokens go to the keyring, outlets are chosen, both sides read."""
    controller = newcomer.controller
    controller.open_wizard()
    controller.test_pos(f"{bare.served.pos_url}/api", POS_TOKEN)
    controller.test_online(str(bare.ecom.store_id), ECOM_TOKEN)
    await newcomer.idle()
    wizard = controller.state.wizard
    assert wizard.pos.found is not None
    assert wizard.pos.found.name == "Harbour & Pine"
    assert wizard.pos.found.enough
    assert dict(wizard.pos.found.facts)["registers"] == len(bare.registers)
    assert wizard.online.found is not None
    assert wizard.online.found.enough
    assert not ring.kept
    controller.save_stores()
    await newcomer.idle()
    assert sorted(ring.kept.values()) == sorted([POS_TOKEN, ECOM_TOKEN])
    wizard = controller.state.wizard
    assert wizard.step == "outlets"
    assert wizard.outlets is not None
    register = wizard.outlets.registers[0]
    controller.finish_wizard(register.id, {register.outlet_id})
    await newcomer.idle()
    assert controller.state.place == "shop"
    assert controller.state.waiting == 8
    assert not controller.state.first_done
    assert not bare.products()
    kept = "".join(path.read_text() for path in (bare.home / "settings").glob("*.json"))
    assert POS_TOKEN not in kept
    assert ECOM_TOKEN not in kept


async def test_a_test_that_takes_long_can_be_stopped(bare: Stage, newcomer: Acting) -> None:
    """At once, whatever the store does; a later one is asked anew."""
    controller = newcomer.controller
    controller.open_wizard()
    bare.pos.knobs = replace(bare.pos.knobs, latency_seconds=30.0)
    controller.test_pos(f"{bare.served.pos_url}/api", POS_TOKEN)
    await newcomer.until(lambda: controller.state.wizard.pos.testing)
    controller.forget_test("pos")
    await asyncio.wait_for(newcomer.idle(), 5)
    assert controller.state.wizard.pos == TestResult()
    bare.pos.knobs = replace(bare.pos.knobs, latency_seconds=0.0)
    controller.test_pos(f"{bare.served.pos_url}/api", POS_TOKEN)
    await newcomer.idle()
    assert controller.state.wizard.pos.found is not None


async def test_refused_tokens_are_told(bare: Stage, newcomer: Acting) -> None:
    """A wrong token is a trouble of that store, in words, and nothing is kept."""
    controller = newcomer.controller
    controller.open_wizard()
    controller.test_pos(f"{bare.served.pos_url}/api", "lsxs_pt_wrong")
    controller.test_online(str(bare.ecom.store_id), "secret_wrong")
    await newcomer.idle()
    for result in (controller.state.wizard.pos, controller.state.wizard.online):
        assert result.trouble is not None
        assert result.trouble.kind == "token"
        assert "wrong" not in result.trouble.message
    controller.save_stores()
    assert not controller.state.wizard.saving


async def test_a_missing_host_and_a_wrong_number_are_told(bare: Stage, newcomer: Acting) -> None:
    """An address where nobody answers is *offline*; a number that is none is said to be none."""
    controller = newcomer.controller
    controller.open_wizard()
    controller.test_pos("http://127.0.0.1:9/api", POS_TOKEN)
    controller.test_online("my shop", ECOM_TOKEN)
    await newcomer.idle()
    pos, online = controller.state.wizard.pos, controller.state.wizard.online
    assert pos.trouble is not None
    assert pos.trouble.kind == "offline"
    assert online.trouble is not None
    assert online.trouble.kind == "settings"
    controller.forget_test("pos")
    assert controller.state.wizard.pos == TestResult()
    del bare


async def test_a_locked_keyring_saves_nothing(bare: Stage, newcomer: Acting, ring: Ring) -> None:
    """When the keyring is locked it says so, keeps what was tested, and can be tried again."""
    from keyring.errors import KeyringLocked  # noqa: PLC0415 - takes a moment.

    controller = newcomer.controller
    controller.open_wizard()
    controller.test_pos(f"{bare.served.pos_url}/api", POS_TOKEN)
    controller.test_online(str(bare.ecom.store_id), ECOM_TOKEN)
    await newcomer.idle()
    ring.trouble = KeyringLocked("locked")
    controller.save_stores()
    await newcomer.idle()
    wizard = controller.state.wizard
    assert wizard.trouble is not None
    assert wizard.trouble.kind == "keyring"
    assert wizard.step == "pos"
    ring.trouble = None
    controller.save_stores()
    await newcomer.idle()
    assert controller.state.wizard.step == "outlets"


async def test_the_sample_stores_need_no_connection(newcomer: Acting, ring: Ring) -> None:
    """Exploring opens the sample shop; the manager's own stores and the keyring stay untouched."""
    newcomer.controller.explore_samples()
    await newcomer.idle()
    state = newcomer.controller.state
    assert state.place == "shop"
    assert state.store.demo
    assert len(newcomer.controller.catalogue.rows) > 1_900
    assert not ring.kept


async def test_a_token_withdrawn_later_leads_back_to_its_store(
    bare: Stage, newcomer: Acting, ring: Ring
) -> None:
    """When the online store refuses the token during a run, the wizard opens at that store."""
    controller = newcomer.controller
    controller.open_wizard()
    controller.test_pos(f"{bare.served.pos_url}/api", POS_TOKEN)
    controller.test_online(str(bare.ecom.store_id), ECOM_TOKEN)
    await newcomer.idle()
    controller.save_stores()
    await newcomer.idle()
    controller.finish_wizard(bare.registers[0], {bare.outlets[0]})
    await newcomer.idle()
    known = len(controller.catalogue.rows)
    assert known
    for entry in ring.kept:
        if entry[1].startswith("ecom"):
            ring.kept[entry] = "secret_withdrawn"
    controller.look()
    await newcomer.idle()
    trouble = controller.state.trouble
    assert trouble is not None
    assert (trouble.kind, trouble.side) == ("token", "ecom")
    assert controller.state.online == "refused"
    assert len(controller.catalogue.rows) == known
    controller.open_wizard()
    wizard = controller.state.wizard
    assert (wizard.step, wizard.reconnecting) == ("online", True)
    controller.leave_wizard()
    assert controller.state.place == "shop"
    controller.open_wizard()
    controller.test_online(str(bare.ecom.store_id), ECOM_TOKEN)
    await newcomer.idle()
    controller.save_stores()
    await newcomer.idle()
    assert sorted(ring.kept.values()) == sorted([POS_TOKEN, ECOM_TOKEN])
    assert controller.state.wizard.step == "outlets"
