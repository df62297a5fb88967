"""Every trouble of the engine as a shopkeeper sees it in the window."""

import json
import sqlite3
from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from app.sample.faults import Fault
from tests.journeys.stage import Stage
from tests.journeys.window.conftest import OpenOn
from tests.journeys.window.hands import Hands

Key = Qt.Key
Spoil = Callable[[Stage], None]

PROGRAMMERS_WORDS = ("Traceback", "Exception", "HTTP", "401", "403", "503", "JSON", "None", "`")


def pos_down(stage: Stage) -> None:
    """The POS is down for longer than our patience."""
    stage.pos.faults.add(Fault("503_empty"))


def pos_token(stage: Stage) -> None:
    """The POS knows the token no more."""
    stage.environ["COUNTERPART_POS_TOKEN"] = "lsxs_pt_gone"


def online_token(stage: Stage) -> None:
    """The online store knows the token no more."""
    stage.environ["COUNTERPART_ECOM_TOKEN"] = "secret_gone"


def empty_pos(stage: Stage) -> None:
    """The POS answers with no products at all, and both stores are to be read in full."""
    stage.pos.knobs = replace(stage.pos.knobs, empty_lists=frozenset({"products"}))
    with sqlite3.connect(stage.database()) as database:
        database.execute("UPDATE facts SET value='0' WHERE name IN ('full.at', 'pos.cursor')")
    database.close()


def no_register(stage: Stage) -> None:
    """The register that takes the online orders is not chosen any more."""
    choices = next((stage.home / "settings").glob("choices-*.json"))
    kept = json.loads(choices.read_text())
    choices.write_text(json.dumps({**kept, "register": "gone"}))


TROUBLES = [
    pytest.param(pos_down, "busy", "POS", id="the POS is down"),
    pytest.param(no_register, "register", "register", id="the register is gone"),
    pytest.param(pos_token, "token", "POS refused the token", id="a POS token is refused"),
    pytest.param(online_token, "token", "refused the token", id="an online token is refused"),
    pytest.param(empty_pos, "listing", "", id="an empty POS list"),
]


@pytest.mark.parametrize(("spoil", "kind", "words"), TROUBLES)
async def test_a_trouble_is_told_and_empties_nothing(
    spoil: Spoil, kind: str, words: str, shop: Stage, hands: OpenOn
) -> None:
    """The strip says what is wrong in a shopkeeper's words; what was known stays readable."""
    known = len((await open_once(shop, hands)).controller.catalogue.rows)
    spoil(shop)
    at = await hands(shop)
    trouble = at.controller.state.trouble
    assert trouble is not None
    assert trouble.kind == kind
    assert len(at.controller.catalogue.rows) == known
    told = at.window.shop.strip.sentence.accessibleName() or at.read()
    assert words in told or words in at.read()
    for word in PROGRAMMERS_WORDS:
        assert word not in at.read()


async def open_once(shop: Stage, hands: OpenOn) -> Hands:
    """Let the computer learn the rows of the catalogue."""
    return await hands(shop)


async def test_a_refused_token_leads_to_the_wizard(shop: Stage, hands: OpenOn) -> None:
    """From the strip a new token can be pasted, and one can come back without."""
    online_token(shop)
    at = await hands(shop)
    await at.click("Paste a new token")
    assert at.controller.state.place == "wizard"
    assert at.controller.state.wizard.step == "online"


async def test_another_sync_of_the_same_shop(shop: Stage, hands: OpenOn) -> None:
    """While a command syncs the same shop the window waits and says so."""
    from app.domain.errors import AnotherRun  # noqa: PLC0415 - beside its one use.
    from app.storage.locks import locked  # noqa: PLC0415

    lock = shop.database().with_suffix(".lock")
    with locked(lock, AnotherRun()):
        at = await hands(shop)
        trouble = at.controller.state.trouble
        assert trouble is not None
        assert trouble.kind == "another run"
    await at.press(Key.Key_F5)
    assert at.controller.state.trouble is None


async def test_a_damaged_database_is_made_anew(shop: Stage, hands: OpenOn) -> None:
    """The window opens, reads both stores again, and the next sync asks like a first one."""
    path = shop.database()
    path.write_bytes(b"this is no database" * 500)
    at = await hands(shop)
    assert at.controller.state.trouble is None
    assert len(at.controller.catalogue.rows) == 9
    assert not at.controller.state.first_done
    await at.click("Sync now")
    await at.see("Another Counterpart made products here, or this one")
    await at.click("Switch to sync")
    assert not at.controller.state.check_only
    assert at.controller.state.waiting == 0


async def test_a_full_disk_is_told(
    shop: Stage, hands: OpenOn, monkeypatch: pytest.MonkeyPatch
) -> None:
    """When the database can't be written the trouble names the disk."""
    at = await hands(shop)

    def full(*_: object) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr("app.storage.journal.SqliteJournal.start_run", full)
    from app.storage.database import explained  # noqa: PLC0415 - beside its one use.

    def told(*_: object) -> int:
        raise explained(sqlite3.OperationalError("database or disk is full"))

    monkeypatch.setattr("app.storage.journal.SqliteJournal.start_run", told)
    await at.click("Sync now")
    trouble = at.controller.state.trouble
    assert trouble is not None
    assert trouble.kind == "storage"
    assert "disk" in trouble.message
