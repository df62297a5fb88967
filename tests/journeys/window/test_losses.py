"""Lost and damaged files as a shopkeeper meets them in the window."""

import json
import re
import sqlite3
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.sample import mutations_pos as pos
from tests.journeys.stage import Stage
from tests.journeys.test_losses import choices_of, damage
from tests.journeys.window.conftest import OpenOn
from tests.journeys.window.test_troubles import PROGRAMMERS_WORDS
from tests.storage.hardships import as_a_mere_user, read_only, small_disk


async def test_a_damaged_database_is_told_until_it_is_read(shop: Stage, hands: OpenOn) -> None:
    """What happened and what now stands above the catalogue; one click, and it is gone."""
    damage(shop)
    at = await hands(shop)
    await at.see("A file on this computer was damaged or lost")
    await at.see("set aside as")
    assert len(at.controller.catalogue.rows) == 9
    told = re.sub(r"\S+\.sqlite", "", at.read())
    for word in PROGRAMMERS_WORDS:
        assert word not in told
    await at.click("Got it")
    assert "was damaged" not in at.read()
    assert at.controller.state.words == ()


async def test_when_all_is_well_nothing_is_told(shop: Stage, hands: OpenOn) -> None:
    """No banner."""
    at = await hands(shop)
    assert "Got it" not in at.read()


async def test_damage_that_is_only_met_when_it_is_read(shop: Stage, hands: OpenOn) -> None:
    """The window begins anew by itself: same rows, both stores read again."""
    with sqlite3.connect(shop.database()) as connection:
        connection.execute("UPDATE bases SET data=x'93c0'")
    connection.close()
    at = await hands(shop)
    await at.see("set aside as")
    assert at.controller.state.trouble is None
    assert len(at.controller.catalogue.rows) == 9


async def test_damage_while_the_window_is_open(shop: Stage, hands: OpenOn) -> None:
    """A command finds it first; the window goes over to the new database and works on."""
    at = await hands(shop)
    path = shop.database()
    path.write_bytes(b"no database any more " * 500)
    for extra in ("-wal", "-shm"):
        path.with_name(path.name + extra).unlink(missing_ok=True)
    assert "was damaged" in shop.run("sync", "--check").err
    await at.press(Qt.Key.Key_F5)
    assert at.controller.state.trouble is None
    await at.click_row("MUG-1", twice=True)
    assert len(at.controller.catalogue.rows) == 9
    assert not at.controller.state.first_done


async def test_a_newer_database_is_refused_with_the_remedy(shop: Stage, hands: OpenOn) -> None:
    """The catalogue's place says so; *Try again* goes on when it can."""
    path = shop.database()
    with sqlite3.connect(path) as connection:
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        connection.execute("PRAGMA user_version = 99")
    connection.close()
    at = await hands(shop)
    await at.see("newer Counterpart")
    await at.see("Install the newest version")
    with sqlite3.connect(path) as connection:
        connection.execute(f"PRAGMA user_version = {version}")
    connection.close()
    await at.click("Try again")
    assert at.controller.state.trouble is None
    assert len(at.controller.catalogue.rows) == 9


async def test_a_locked_database_and_a_look_instead_of_trying_again(
    shop: Stage, hands: OpenOn, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whichever button is pressed once the other program is gone, it goes on."""
    from app.domain.errors import StorageFailed  # noqa: PLC0415 - beside its one use.

    def held(*_: object) -> None:
        raise StorageFailed("Another program is using Counterpart’s database.", "Close it.")

    with monkeypatch.context() as patch:
        patch.setattr("app.assembly.open_database", held)
        at = await hands(shop)
        await at.see("Another program is using")
    await at.press(Qt.Key.Key_F5)
    assert at.controller.state.trouble is None
    assert len(at.controller.catalogue.rows) == 9


async def test_lost_choices_are_told_and_publish_nothing(shop: Stage, hands: OpenOn) -> None:
    """The file was thrown away; what was kept off stays hidden online."""
    assert shop.run("online", "MUG-1", "--off").status == 0
    assert shop.sync().status == 0
    kept = json.loads(choices_of(shop).read_text())
    choices_of(shop).unlink()
    at = await hands(shop)
    await at.see("The file with your choices is gone")
    await at.see("Which register takes the online orders?")
    assert shop.run("outlets", "--register", kept["register"]).status == 0
    await at.click("Sync now")
    assert at.row("MUG-1").flag == "off"
    assert shop.products()["MUG-1"]["enabled"] is False


@pytest.mark.usefixtures("ring")
async def test_damaged_settings_are_told_at_the_welcome(bare: Stage, hands: OpenOn) -> None:
    """Even where it is not known any more which stores belong together."""
    for name in ("POS_URL", "ECOM_STORE_ID"):
        bare.environ.pop(f"COUNTERPART_{name}")
    settings = bare.home / "settings"
    settings.mkdir(parents=True)
    (settings / "settings.json").write_bytes(b"{ damaged")
    at = await hands(bare)
    await at.see("Connect your stores")
    await at.see("A file with your settings was damaged")
    await at.click("Got it")
    assert "was damaged" not in at.read()


async def test_a_setting_that_makes_no_sense(shop: Stage, hands: OpenOn) -> None:
    """Named, with the way to the settings; what was known stays readable; set anew, it goes on."""
    known = len((await hands(shop)).controller.catalogue.rows)
    path = shop.home / "settings" / "settings.json"
    path.write_text(path.read_text().replace('"lag.seconds"', '"guard.count": -4, "lag.seconds"'))
    at = await hands(shop)
    await at.see("A setting stands in the way")
    assert at.controller.state.settings["lag.seconds"] == 0
    assert len(at.controller.catalogue.rows) == known
    await at.click("Open Settings")
    assert shop.run("settings", "guard.count", "12").status == 0
    await at.click("Try again")
    assert at.controller.state.trouble is None


async def test_a_disk_that_fills_up(shop: Stage, hands: OpenOn) -> None:
    """Told in words; with room again the same sync goes through, nothing twice."""
    kept = {path.name: path.read_bytes() for path in (shop.home / "data").iterdir()}
    with small_disk(shop.home / "data", "4m") as disk:
        if disk is None:
            pytest.skip("no disk may be mounted here")
        for name, content in kept.items():
            (disk.folder / name).write_bytes(content)
        at = await hands(shop)
        for number in range(1, 6):
            pos.rename(shop.pos, shop.ids[f"PLATE-{number}"], f"Bowl {number} {'o' * 200}")
        disk.fill(free=20_000)
        await at.click("Sync now")
        await at.see("Counterpart cannot save on this computer")
        trouble = at.controller.state.trouble
        assert trouble is not None
        assert "disk" in trouble.message
        assert len(at.controller.catalogue.rows) == 9
        disk.empty()
        await at.click("Try again")
        await at.click("Sync now")
        assert at.controller.state.trouble is None
        assert {at.row(f"PLATE-{number}").status for number in range(1, 6)} == {"in sync"}


async def test_a_folder_that_may_only_be_read(shop: Stage, hands: OpenOn) -> None:
    """Told in words, nothing is lost."""
    with read_only(shop.home / "data"), as_a_mere_user():
        at = await hands(shop)
        await at.see("Counterpart cannot save on this computer")
        await at.see("may not write")
    await at.click("Try again")
    assert at.controller.state.trouble is None


@pytest.mark.usefixtures("qapp")
def test_a_home_that_cannot_be_used_is_told_in_a_window(tmp_path: Path) -> None:
    """Without any folder there is no app: a message says so, and what to do."""
    from PySide6.QtCore import QTimer  # noqa: PLC0415 - beside its one use.
    from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton  # noqa: PLC0415

    from app import startup  # noqa: PLC0415

    (tmp_path / "file").write_text("in the way")
    told: list[str] = []

    def answer() -> None:
        (box,) = [one for one in QApplication.topLevelWidgets() if isinstance(one, QMessageBox)]
        told.append(f"{box.text()} {box.informativeText()}")
        button = box.findChildren(QPushButton)[0]
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    QTimer.singleShot(300, answer)
    status = startup.run({"COUNTERPART_HOME": str(tmp_path / "file")}, demo=False)
    assert status == 2
    assert str(tmp_path / "file") in told[0]
    assert "COUNTERPART_HOME" in told[0]
