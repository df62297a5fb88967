"""What lies on this computer: readable by its user alone, and no way out of its folders."""

import logging
import os
import sqlite3
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.commands import main
from app.domain.errors import CounterpartError, StorageFailed
from app.log import SecretMask, log_file
from app.sample.demo import Demo
from app.storage.database import open_database
from app.storage.locks import locked
from app.storage.paths import Folders
from app.storage.pictures import PictureCache
from app.storage.private import own_file
from app.storage.settings import SettingsFile

pytestmark = pytest.mark.skipif(os.name != "posix", reason="Windows keeps profiles apart itself")

BUSY = CounterpartError("busy", "")


@pytest.fixture(autouse=True)
def careless() -> Iterator[None]:
    """A user whose new files everybody may read and write."""
    before = os.umask(0)
    yield
    os.umask(before)


def _open_to_others(folder: Path) -> list[str]:
    return [
        f"{path.relative_to(folder)} {stat.S_IMODE(path.stat().st_mode):o}"
        for path in (folder, *folder.rglob("*"))
        if path.stat().st_mode & 0o077
    ]


def test_a_whole_run_leaves_nothing_to_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Database with its companions, locks, log, settings, choices, pictures, sample stores."""
    home = tmp_path / "home"
    monkeypatch.setenv("COUNTERPART_HOME", str(home))
    small = Demo.open
    monkeypatch.setattr(Demo, "open", classmethod(lambda _, folder: small(folder, 20)))
    assert main(["sync", "--demo", "--yes"]) in (0, 1)
    assert main(["settings", "--demo", "stock.buffer", "1"]) == 0
    assert main(["outlets", "--demo"]) == 0
    PictureCache(home / "cache" / "pictures").put("a", b"x")
    kept = {path.name for path in home.rglob("*") if path.is_file()}
    assert any(name.endswith(".sqlite") for name in kept)
    assert "counterpart.log" in kept
    found = [line for line in _open_to_others(home) if not line.startswith(". ")]
    assert found == []


def test_the_database_is_private_while_it_is_open(tmp_path: Path) -> None:
    """Its journal as well; and it is made private if it was not."""
    path = tmp_path / "a.sqlite"
    path.touch(0o666)
    database, _ = open_database(path)
    with database.transaction() as connection:
        connection.execute("INSERT INTO facts VALUES ('a', '1')")
    names = {entry.name for entry in tmp_path.iterdir()}
    assert {"a.sqlite", "a.sqlite-wal", "a.sqlite-shm"} <= names
    assert [line for line in _open_to_others(tmp_path) if line.startswith("a.")] == []
    database.close()


def test_opening_twice_lets_go_of_no_lock(tmp_path: Path) -> None:
    """A second look at the file by this process must not end the locks of the first."""
    path = tmp_path / "a.sqlite"
    first = sqlite3.connect(own_file(path), isolation_level=None)
    first.execute("CREATE TABLE t (x)")
    first.execute("BEGIN EXCLUSIVE")
    own_file(path)
    child = os.fork()
    if not child:
        try:
            sqlite3.connect(path, timeout=0).execute("INSERT INTO t VALUES (1)")
        except sqlite3.OperationalError:
            os._exit(7)
        os._exit(0)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 7
    first.close()


@pytest.mark.parametrize("name", ["a.sqlite", "a.lock", "counterpart.log"])
def test_a_planted_link_is_not_followed(name: str, tmp_path: Path) -> None:
    """What it leads to is neither written nor emptied nor made readable."""
    victim = tmp_path / "victim"
    victim.write_text("precious")
    folder = tmp_path / "data"
    folder.mkdir()
    (folder / name).symlink_to(victim)
    if name == "counterpart.log":
        with log_file(folder, SecretMask()):
            logging.getLogger("app.test_private").warning("hello")
    elif name == "a.lock":
        with pytest.raises(StorageFailed), locked(folder / name, BUSY):
            pass
    else:
        with pytest.raises(StorageFailed, match="leads elsewhere"):
            open_database(folder / name)
    assert victim.read_text() == "precious"
    assert (folder / name).is_symlink()


def test_settings_replace_a_planted_link(tmp_path: Path) -> None:
    """They are written beside and moved into place: the link goes, what it led to stays."""
    victim = tmp_path / "victim"
    victim.write_text("{}")
    path = tmp_path / "settings.json"
    path.symlink_to(victim)
    SettingsFile(path).write({"a": 1})
    assert victim.read_text() == "{}"
    assert not path.is_symlink()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_folders_that_were_open_are_shut(tmp_path: Path) -> None:
    """Also those that somebody had made before."""
    for name in ("data", "settings", "logs", "cache"):
        (tmp_path / name).mkdir(mode=0o777)
    Folders.inside(tmp_path).create()
    assert [line for line in _open_to_others(tmp_path) if not line.startswith(". ")] == []


def test_no_new_files_are_left_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that could not be moved into place is taken away again."""

    def fails(_self: Path, _target: Path) -> Path:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", fails)
    with pytest.raises(StorageFailed):
        SettingsFile(tmp_path / "settings.json").write({"a": 1})
    PictureCache(tmp_path / "pictures").put("a", b"x")
    assert [path.name for path in tmp_path.rglob("*") if path.is_file()] == []
