"""Files that are damaged, newer or not writable, and secrets that are in none of them."""

import json
import os
import sqlite3
from pathlib import Path

import pytest

from app.sample import mutations_pos as pos
from tests.journeys.forms import check_story
from tests.journeys.stage import ECOM_TOKEN, POS_TOKEN, Stage


def test_a_damaged_database_is_set_aside_and_built_anew(shop: Stage) -> None:
    """Said in words; links come back by SKU, choices are kept, and the next sync asks first."""
    assert shop.run("online", "PLATE-5", "--off").status == 0
    assert shop.sync().status == 0
    path = shop.database()
    content = bytearray(path.read_bytes())
    content[:4096] = os.urandom(4096)
    path.write_bytes(content)
    done = shop.sync()
    assert done.status in (0, 3), done.err
    assert "was damaged" in done.err
    check_story(done.events)
    (aside,) = path.parent.glob("*damaged*")
    assert aside.read_bytes() == bytes(content)
    assert shop.sync("--yes").status == 0
    assert len(shop.products()) == 8
    pairs = shop.status()
    assert pairs["PLATE-5"]["flag"] == "off"
    assert pairs["MUG-1"]["status"] == "in sync"
    assert shop.sync().event("planned")["actions"] == []


def test_a_damaged_page_within_the_database_counts_as_damage(shop: Stage) -> None:
    """The head of the file may look well."""
    path = shop.database()
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
    content = bytearray(path.read_bytes())
    content[4096 : 4096 * 6] = b"\xff" * (4096 * 5)
    path.write_bytes(content)
    told = shop.run("status", "--json")
    assert told.status == 0, told.err
    assert "was damaged" in told.err


def test_lost_settings_are_told_and_asked_about(shop: Stage) -> None:
    """What was switched off is at its default again, so nothing is written without a yes."""
    assert shop.run("settings", "fields.price.sync", "off").status == 0
    pos.reprice(shop.pos, shop.ids["LAMP-1"], 79.5)
    path = shop.home / "settings" / "settings.json"
    path.write_text(path.read_text()[:-20])
    listed = shop.run("settings", "--json")
    assert listed.status == 0
    assert "damaged" in listed.err
    assert shop.run("settings", "lag.seconds", "0").status == 0
    done = shop.sync()
    assert done.status == 3
    assert "damaged" in done.err
    assert [reason["kind"] for reason in done.event("guard")["reasons"]] == ["first"]
    assert len(list(path.parent.glob("settings-damaged-*"))) == 1
    assert shop.sync("--yes").status == 0
    assert "damaged" not in shop.sync().err


def test_lost_choices_are_asked_about(shop: Stage) -> None:
    """A product that was switched off is not published behind the manager's back (RULES S4)."""
    assert shop.run("online", "MUG-1", "--off").status == 0
    assert shop.sync().status == 0
    (path,) = (shop.home / "settings").glob("choices-*.json")
    path.write_bytes(b"\0" * 100)
    assert shop.run("outlets", "--register", shop.registers[0]).status == 0
    done = shop.sync("--yes")
    assert "set to off" in done.err
    assert shop.products()["MUG-1"]["enabled"] is False


def test_a_setting_that_makes_no_sense_is_named(shop: Stage) -> None:
    """Edited by hand: no default is used in its place; setting it anew mends it."""
    path = shop.home / "settings" / "settings.json"
    stored = json.loads(path.read_text())
    stored["settings"]["guard.count"] = "plenty"
    path.write_text(json.dumps(stored))
    done = shop.sync()
    assert done.status == 2
    assert "“Ask when more products than this are concerned” must be a number" in done.err
    assert shop.run("settings", "guard.count", "12").status == 0
    assert shop.sync().status == 0


def test_a_database_of_a_newer_version_is_left_alone(shop: Stage) -> None:
    """Status 2; not a byte of it changes."""
    path = shop.database()
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA user_version = 99")
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
    before = path.read_bytes()
    done = shop.sync("--yes")
    assert done.status == done.finished["exit"] == 2
    assert "newer" in done.err
    assert shop.run("status").status == 2
    assert path.read_bytes() == before


def test_a_home_that_is_no_folder_is_named(shop: Stage) -> None:
    """Status 2, the folder by name, and even then a finished story."""
    file = shop.folder / "file"
    file.write_text("")
    done = shop.run("sync", "--json", environ={"COUNTERPART_HOME": str(file)})
    assert done.status == done.finished["exit"] == 2
    check_story(done.events)
    assert str(file) in done.err
    assert shop.run("status", environ={"COUNTERPART_HOME": str(file / "below")}).status == 2


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="this user may write everywhere"
)
def test_a_home_that_may_not_be_written_to_is_named(shop: Stage) -> None:
    """Status 2 and the remedy."""
    folders = [path for path in (shop.home, *shop.home.rglob("*")) if path.is_dir()]
    for folder in folders:
        folder.chmod(0o500)
    try:
        done = shop.sync()
    finally:
        for folder in folders:
            folder.chmod(0o700)
    assert done.status == done.finished["exit"] == 2
    assert "write" in done.err


def test_a_database_that_cannot_be_opened_is_told(shop: Stage) -> None:
    """Status 2; the same for a file of choices."""
    path = shop.database()
    path.rename(path.with_suffix(".away"))
    path.mkdir()
    done = shop.sync()
    assert done.status == done.finished["exit"] == 2
    assert "data folder" in done.err
    assert shop.run("status").status == 2
    path.rmdir()
    (choices,) = (shop.home / "settings").glob("choices-*.json")
    choices.unlink()
    choices.mkdir()
    done = shop.run("online", "MUG-1", "--off")
    assert done.status == 2
    assert str(choices) in done.err


def test_no_token_is_kept_or_told_and_the_pos_is_only_read(fresh: Stage) -> None:
    """In no file, in no line; the POS sees reads alone; the keyring is never asked."""
    told = [
        fresh.sync("--check"),
        fresh.run("sync", "--yes"),
        fresh.sync("--full"),
        fresh.run("status", "--json"),
        fresh.run("settings", "--json"),
        fresh.run("outlets"),
        fresh.run("sync", environ={"COUNTERPART_ECOM_TOKEN": f"{ECOM_TOKEN}-old"}),
    ]
    for token in (POS_TOKEN, ECOM_TOKEN):
        assert [done for done in told if token in done.out + done.err] == []
        assert files_with(token.encode(), fresh.home) == []
    assert fresh.pos.writes_seen == []
    assert {seen.method for seen in fresh.pos.requests} == {"GET"}
    assert not fresh.keyring_touched()


def files_with(secret: bytes, folder: Path) -> list[str]:
    """The files below a folder in which these bytes stand."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    assert files
    return [str(path) for path in files if secret in path.read_bytes()]
