"""Lost files and full disks as commands meet them: words, a remedy, nothing written that is not."""

import os
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.sample import mutations_pos as pos
from tests.journeys.forms import check_story
from tests.journeys.stage import Stage, ended
from tests.storage.hardships import SmallDisk, become_a_mere_user, read_only, small_disk


def damage(shop: Stage) -> None:
    """A page in the middle of the database is overwritten."""
    path = shop.database()
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
    content = bytearray(path.read_bytes())
    content[4096 * 3 : 4096 * 8] = os.urandom(4096 * 5)
    path.write_bytes(content)


def choices_of(shop: Stage) -> Path:
    """The manager's choices."""
    (path,) = (shop.home / "settings").glob("choices-*.json")
    return path


def online_now(shop: Stage) -> dict[str, object]:
    """What stands online, but for the stamps."""
    return {
        sku: {name: value for name, value in product.items() if not name.startswith("update")}
        for sku, product in shop.products().items()
    }


# Rebuilding


def test_a_rebuilt_database_writes_nothing_that_is_not_needed(shop: Stage) -> None:
    """Links come back by SKU and reference; what is in step is not written once more."""
    assert shop.run("online", "PLATE-5", "--off").status == 0
    assert shop.run("online", "OIL-1", "--on").status == 0
    assert shop.sync().status == 0
    before = online_now(shop)
    damage(shop)
    shop.forget_requests()
    asked = shop.sync("--yes")
    assert "was damaged" in asked.err
    assert asked.finished["mode"] == "check only"
    assert asked.actions == {}
    assert shop.run("settings", "store.mode", "sync").status == 0
    done = shop.sync("--yes")
    assert (done.status, done.actions) == (0, {})
    assert shop.ecom.writes_seen == []
    assert online_now(shop) == before
    pairs = shop.status()
    assert (pairs["PLATE-5"]["flag"], pairs["OIL-1"]["flag"]) == ("off", "on")
    assert {pair["status"] for pair in pairs.values()} == {"in sync", "not sold online"}


def test_a_rebuilt_database_syncs_what_had_changed(shop: Stage) -> None:
    """One price, and that alone; asked about first, as a first sync is."""
    pos.reprice(shop.pos, shop.ids["LAMP-1"], 79.5)
    damage(shop)
    assert shop.sync().status == 0
    assert shop.run("settings", "store.mode", "sync").status == 0
    asked = shop.sync()
    assert asked.status == 3
    shop.forget_requests()
    done = shop.sync("--yes")
    assert list(done.actions) == ["LAMP-1"]
    assert done.finished["writes"] == len(shop.ecom.writes_seen) == 1


def test_content_that_sqlite_does_not_miss(shop: Stage) -> None:
    """Found when it is read: set aside and built anew in the same command."""
    with sqlite3.connect(shop.database()) as connection:
        connection.execute("UPDATE bases SET data=x'93c0'")
    connection.close()
    done = shop.sync("--check")
    assert (done.status, done.actions) == (0, {})
    assert "was damaged" in done.err
    check_story(done.events)
    assert len(list((shop.home / "data").glob("*-damaged-*.sqlite"))) == 1


def test_text_that_cannot_be_read_any_more(shop: Stage) -> None:
    """Found in the middle of a run: it ends in words, the next one builds anew."""
    with sqlite3.connect(shop.database()) as connection:
        connection.execute("UPDATE texts SET html=x'0102'")
        connection.execute("UPDATE runs SET counts='{'")
    connection.close()
    done = shop.run("history")
    assert done.status == 2
    assert "was damaged" in done.err
    again = shop.run("history")
    assert (again.status, again.err) == (0, "")
    assert shop.sync("--check").status == 0


# Settings and choices


@pytest.mark.parametrize("chosen_before_the_sync", [False, True])
def test_choices_that_are_gone_publish_nothing(shop: Stage, chosen_before_the_sync: bool) -> None:
    """Without a trace of them: asked like a first sync, what is hidden stays hidden (RULES S4)."""
    assert shop.run("online", "MUG-1", "--off").status == 0
    assert shop.sync().status == 0
    choices_of(shop).unlink()
    if chosen_before_the_sync:
        assert shop.run("outlets", "--register", shop.registers[0]).status == 0
    done = shop.sync("--yes")
    if done.status == 2:
        assert "register" in done.err
        assert shop.run("outlets", "--register", shop.registers[0]).status == 0
        done = shop.sync("--yes")
    assert done.status == 0, done.err
    assert "set to off" in done.err
    assert shop.products()["MUG-1"]["enabled"] is False


def test_settings_that_are_gone_are_asked_about(shop: Stage) -> None:
    """What was switched off is at its default again: nothing is written without a yes."""
    assert shop.run("settings", "fields.price.sync", "off").status == 0
    assert shop.sync().status == 0
    pos.reprice(shop.pos, shop.ids["LAMP-1"], 79.5)
    (shop.home / "settings" / "settings.json").unlink()
    done = shop.sync()
    assert done.status == 3
    assert "settings is gone" in done.err
    assert shop.products()["LAMP-1"]["price"] == 89.9


def test_files_that_are_there_are_not_asked_about(shop: Stage) -> None:
    """Changing them is no loss."""
    assert shop.run("settings", "guard.count", "11").status == 0
    assert shop.run("online", "PLATE-1", "--off").status == 0
    done = shop.sync()
    assert done.status == 0
    assert list(done.actions) == ["PLATE-1"]
    assert "gone" not in done.err


def test_a_rebuild_without_the_choices_shows_nothing_that_is_hidden(shop: Stage) -> None:
    """Both lost at once (RULES S4)."""
    assert shop.run("online", "MUG-1", "--off").status == 0
    assert shop.sync().status == 0
    damage(shop)
    choices_of(shop).unlink()
    shop.sync("--yes")
    assert shop.run("outlets", "--register", shop.registers[0]).status == 0
    assert shop.run("settings", "store.mode", "sync").status == 0
    shop.sync("--yes")
    shop.sync("--yes")
    assert shop.products()["MUG-1"]["enabled"] is False
    assert shop.status()["MUG-1"]["flag"] == "off"


@pytest.mark.parametrize("which", ["settings", "choices"])
def test_a_newer_versions_file_is_left_alone(shop: Stage, which: str) -> None:
    """Status 2, not a byte of it changes; unknown keys of one that we can read are kept."""
    path = shop.home / "settings" / "settings.json" if which == "settings" else choices_of(shop)
    stored = path.read_text().replace("{", '{"format": 9, "later": [1],', 1)
    path.write_text(stored)
    done = shop.sync("--yes")
    assert done.status == done.finished["exit"] == 2
    assert "newer Counterpart" in done.err
    assert path.read_text() == stored
    path.write_text(stored.replace('"format": 9', '"format": 1'))
    assert shop.sync().status == 0
    assert '"later"' in path.read_text()


def test_two_settings_that_make_no_sense_are_mended_one_by_one(shop: Stage) -> None:
    """The one that is set is kept, though the other is still wrong."""
    path = shop.home / "settings" / "settings.json"
    wrong = '"guard.count": "plenty", "history.days": -5, "unheard.of": 1, '
    path.write_text(path.read_text().replace('"lag.seconds"', f'{wrong}"lag.seconds"'))
    done = shop.sync()
    assert done.status == 2
    assert "Ask when more products than this are concerned" in done.err
    shop.run("settings", "guard.count", "12")
    assert shop.run("settings", "history.days", "30").status == 0
    assert shop.sync().status == 0
    assert '"unheard.of": 1' in path.read_text()


# The disk


@pytest.fixture
def disk(shop: Stage) -> Iterator[SmallDisk]:
    """The shop's data folder on a small disk of its own."""
    kept = {path.name: path.read_bytes() for path in (shop.home / "data").iterdir()}
    with small_disk(shop.home / "data", "4m") as found:
        if found is None:
            pytest.skip("no disk may be mounted here")
        for name, content in kept.items():
            (found.folder / name).write_bytes(content)
        yield found


def test_a_sync_on_a_full_disk(shop: Stage, disk: SmallDisk) -> None:
    """Status 2 in words, a finished story; with room again all is done, nothing twice."""
    for number in range(1, 6):
        pos.rename(shop.pos, shop.ids[f"PLATE-{number}"], f"Bowl {number} {'o' * 200}")
    shop.add("New cup", "CUP-9", 5.0)
    disk.fill(free=40_000)
    done = shop.sync("--yes")
    assert done.status == done.finished["exit"] == 2, done.err
    check_story(done.events)
    assert "disk" in done.err
    disk.empty()
    done = shop.sync("--yes")
    assert done.status == 0, done.err
    assert len(shop.products()) == 9
    assert shop.sync().event("planned")["actions"] == []


def test_a_home_that_may_only_be_read(shop: Stage) -> None:
    """Status 2 and the remedy, also for those who may do everything else."""
    folders = [path for path in (shop.home, *shop.home.rglob("*")) if path.is_dir()]
    with read_only(*folders):
        done = ended(shop.start("sync", "--json", preexec_fn=become_a_mere_user))
    assert done.status == done.finished["exit"] == 2
    assert "write" in done.err
    assert shop.sync().status == 0


def test_a_database_that_may_only_be_read_is_still_shown(shop: Stage) -> None:
    """`status` needs no writing; `sync` says what it lacks."""
    with read_only(shop.database()):
        told = ended(shop.start("status", "--json", preexec_fn=become_a_mere_user))
        done = ended(shop.start("sync", "--json", preexec_fn=become_a_mere_user))
    assert told.status == 0
    assert len(told.answer["pairs"]) == 9
    assert done.status == 2
    assert "may not write" in done.err
