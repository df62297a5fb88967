"""Full disks and folders that may only be read: told in words, nothing half written, no harm."""

import logging
import sqlite3
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.domain.choices import Choices
from app.domain.errors import DatabaseDamaged, StorageFailed
from app.log import SecretMask, log_file
from app.storage.choices_file import ChoicesFile
from app.storage.database import open_database
from app.storage.exports import write_table, write_text
from app.storage.mirror import SqliteMirror
from app.storage.pictures import PictureCache
from app.storage.settings import SettingsFile
from tests.storage.hardships import (
    SmallDisk,
    as_a_mere_user,
    no_file_larger_than,
    read_only,
    small_disk,
)
from tests.storage.test_damage import asides

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="limits are made by POSIX means")

MUCH = "x" * 300_000


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[SmallDisk]:
    """A disk of its own, or none of these tests."""
    with small_disk(tmp_path / "disk", "2m") as found:
        if found is None:
            pytest.skip("no disk may be mounted here")
        yield found


def told(error: StorageFailed) -> None:
    """In words, with a remedy, and not taken for damage."""
    assert error.message
    assert error.remedy
    assert not isinstance(error, DatabaseDamaged)
    assert "Errno" not in str(error)


# The database


def test_a_database_that_may_not_grow(tmp_path: Path) -> None:
    """What was kept stays; with room again it goes on."""
    database, _ = open_database(tmp_path / "shop.sqlite")
    mirror = SqliteMirror(database)
    mirror.save_fact("kept", 1)
    with database.transaction() as db:
        (pages,) = db.execute("PRAGMA page_count").fetchone()
        db.execute(f"PRAGMA max_page_count={pages}")
    with pytest.raises(StorageFailed, match="disk is full") as caught:
        mirror.save_fact("more", MUCH)
    told(caught.value)
    assert mirror.load().facts == {"kept": 1}
    with database.transaction() as db:
        db.execute("PRAGMA max_page_count=100000")
    mirror.save_fact("more", MUCH)
    database.close()


def test_a_file_that_may_not_grow(tmp_path: Path) -> None:
    """A limit of the system, met in the middle of writing."""
    database, _ = open_database(tmp_path / "shop.sqlite")
    mirror = SqliteMirror(database)
    mirror.save_fact("kept", 1)
    with no_file_larger_than(200_000), pytest.raises(StorageFailed) as caught:
        mirror.save_fact("more", MUCH)
    told(caught.value)
    assert mirror.load().facts == {"kept": 1}
    mirror.save_fact("more", MUCH)
    database.close()


def test_a_disk_that_fills_up(disk: SmallDisk) -> None:
    """Told as full; what was kept can be read all the time."""
    path = disk.folder / "shop.sqlite"
    database, _ = open_database(path)
    mirror = SqliteMirror(database)
    mirror.save_fact("kept", 1)
    disk.fill(free=8192)
    with pytest.raises(StorageFailed, match="disk is full") as caught:
        mirror.save_fact("more", MUCH)
    told(caught.value)
    assert mirror.load().facts == {"kept": 1}
    disk.empty()
    mirror.save_fact("more", MUCH)
    database.close()
    database, word = open_database(path)
    assert (word, SqliteMirror(database).load().facts["kept"]) == ("", 1)
    database.close()


@pytest.mark.parametrize("free", [0, 4096, 16_384, 65_536])
def test_no_room_to_begin_a_database(disk: SmallDisk, free: int) -> None:
    """What could not be begun is not taken for damaged when there is room."""
    path = disk.folder / "shop.sqlite"
    disk.fill(free)
    with pytest.raises(StorageFailed) as caught:
        open_database(path)
    told(caught.value)
    disk.empty()
    database, word = open_database(path)
    assert word == ""
    SqliteMirror(database).save_fact("kept", 1)
    database.close()
    assert asides(path) == []


def test_a_database_that_may_only_be_read(tmp_path: Path) -> None:
    """It can be looked at; what would be written is refused in words."""
    path = tmp_path / "shop.sqlite"
    database, _ = open_database(path)
    SqliteMirror(database).save_fact("kept", 1)
    database.close()
    with read_only(path), as_a_mere_user():
        database, word = open_database(path)
        mirror = SqliteMirror(database)
        assert (word, mirror.load().facts) == ("", {"kept": 1})
        with pytest.raises(StorageFailed, match="may not write") as caught:
            mirror.save_fact("more", 2)
        told(caught.value)
        database.close()
    assert asides(path) == []


def test_a_folder_that_may_only_be_read(tmp_path: Path) -> None:
    """SQLite needs files beside its own: refused in words, nothing set aside."""
    path = tmp_path / "data" / "shop.sqlite"
    path.parent.mkdir()
    open_database(path)[0].close()
    with read_only(path.parent), as_a_mere_user():
        with pytest.raises(StorageFailed, match="may not write") as caught:
            open_database(path)
        told(caught.value)
    assert asides(path) == []
    database, word = open_database(path)
    assert word == ""
    database.close()


def test_a_database_that_may_not_be_read(tmp_path: Path) -> None:
    """Refused in words, nothing set aside."""
    path = tmp_path / "shop.sqlite"
    open_database(path)[0].close()
    path.chmod(0)
    with as_a_mere_user(), pytest.raises(StorageFailed, match="may not") as caught:
        open_database(path)
    told(caught.value)
    assert asides(path) == []


# Settings and choices


def test_settings_on_a_full_disk(disk: SmallDisk) -> None:
    """The old ones stay whole, and nothing half written beside them."""
    file = SettingsFile(disk.folder / "settings.json")
    file.write({"known": 1})
    disk.fill()
    with pytest.raises(StorageFailed) as caught:
        file.update(lambda stored: {**stored, "more": MUCH})
    told(caught.value)
    assert file.read() == {"known": 1}
    assert list(disk.folder.glob("*.new")) == list(disk.folder.glob(".*.new")) == []
    disk.empty()
    file.update(lambda stored: {**stored, "more": 2})
    assert file.read() == {"known": 1, "more": 2}


def test_choices_on_a_full_disk(disk: SmallDisk) -> None:
    """What was chosen before holds."""
    choices = ChoicesFile(SettingsFile(disk.folder / "choices.json"))
    choices.update(lambda _: Choices(flags={"f1": "off"}))
    disk.fill()
    with pytest.raises(StorageFailed) as caught:
        choices.update(lambda _: Choices(flags=dict.fromkeys([f"f{n}" for n in range(900)], "on")))
    told(caught.value)
    assert choices.read() == Choices(flags={"f1": "off"})


def test_damaged_settings_on_a_full_disk(disk: SmallDisk) -> None:
    """Even then nothing of them is thrown away, and the loss is told in the end."""
    path = disk.folder / "settings.json"
    path.write_bytes(b"{" + b"?" * 5000)
    file = SettingsFile(path)
    disk.fill()
    with pytest.raises(StorageFailed):
        file.read()
    disk.empty()
    file.read()
    (kept,) = [one for one in disk.folder.glob("settings-damaged-*") if one.stat().st_size]
    assert kept.stat().st_size == 5001
    assert file.lost() == kept.name


def test_settings_that_may_only_be_read(tmp_path: Path) -> None:
    """Read all the same; a change is refused in words."""
    folder = tmp_path / "settings"
    folder.mkdir()
    file = SettingsFile(folder / "settings.json")
    file.write({"known": 1})
    with read_only(folder), as_a_mere_user():
        assert file.read() == {"known": 1}
        with pytest.raises(StorageFailed) as caught:
            file.update(lambda stored: {**stored, "more": 2})
        told(caught.value)
    assert file.read() == {"known": 1}


# Log, exports, pictures


def test_the_log_on_a_full_disk(disk: SmallDisk, capfd: pytest.CaptureFixture[str]) -> None:
    """It is silent, never in the way, and goes on when there is room."""
    log = logging.getLogger("app.test")
    with log_file(disk.folder, SecretMask(), size=5000) as path:
        log.info("before")
        disk.fill()
        for number in range(200):
            log.info("%d %s", number, "x" * 200)
        disk.empty()
        log.info("after")
    written = "".join(one.read_text() for one in disk.folder.glob("counterpart.log*"))
    assert "before" in written
    assert "after" in path.read_text()
    assert capfd.readouterr().err == ""


def test_the_log_in_a_folder_that_may_only_be_read(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """It is silent."""
    with read_only(tmp_path), as_a_mere_user(), log_file(tmp_path, SecretMask()):
        logging.getLogger("app.test").info("nobody hears this")
    assert capfd.readouterr().err == ""
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["table.csv", "table.xlsx"])
def test_an_export_on_a_full_disk(disk: SmallDisk, name: str) -> None:
    """The one before stays whole; nothing half written takes its place."""
    path = disk.folder / name
    write_table(path, ["Name"], [["Mug"]])
    before = path.read_bytes()
    disk.fill()
    rows = [[f"Mug {number} {'x' * 50}"] for number in range(3000)]
    with pytest.raises(StorageFailed, match=name) as caught:
        write_table(path, ["Name"], rows)
    told(caught.value)
    assert path.read_bytes() == before
    assert sorted(one.name for one in disk.folder.iterdir()) == ["ballast", name]
    disk.empty()
    write_table(path, ["Name"], rows)
    assert path.stat().st_size > len(before)


def test_an_export_into_a_folder_that_may_only_be_read(tmp_path: Path) -> None:
    """Refused in words."""
    folder = tmp_path / "shared"
    folder.mkdir()
    with read_only(folder), as_a_mere_user(), pytest.raises(StorageFailed) as caught:
        write_text(folder / "log.txt", "told")
    told(caught.value)


def test_pictures_on_a_full_disk(disk: SmallDisk) -> None:
    """They are not kept, no more; nothing half written counts as one."""
    cache = PictureCache(disk.folder / "pictures")
    cache.put("https://cdn/a", b"a")
    disk.fill()
    cache.put("https://cdn/b", b"b" * 100_000)
    assert (cache.get("https://cdn/a"), cache.get("https://cdn/b")) == (b"a", None)
    disk.empty()
    cache.put("https://cdn/b", b"b" * 100_000)
    assert cache.get("https://cdn/b") == b"b" * 100_000


def test_pictures_in_a_folder_that_may_only_be_read(tmp_path: Path) -> None:
    """What is there is shown; nothing is raised."""
    cache = PictureCache(tmp_path / "pictures")
    cache.put("https://cdn/a", b"a")
    with read_only(tmp_path / "pictures"), as_a_mere_user():
        cache.put("https://cdn/b", b"b")
        assert (cache.get("https://cdn/a"), cache.get("https://cdn/b")) == (b"a", None)


def test_other_complaints_of_the_disk_are_told(tmp_path: Path) -> None:
    """A disk that fails is no damage of the file."""
    database, _ = open_database(tmp_path / "shop.sqlite")
    with pytest.raises(StorageFailed, match="does not take") as caught, database.transaction():
        raise sqlite3.OperationalError("disk I/O error")
    told(caught.value)
    database.close()
