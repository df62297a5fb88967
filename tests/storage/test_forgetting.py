"""Forgetting everything: all of ours goes, by name, and nothing else; what stays is told."""

import logging
import os
from pathlib import Path

import pytest
from keyring.errors import KeyringLocked as RingLocked
from keyring.errors import PasswordDeleteError

from app.assembly import Assembly
from app.domain.errors import AnotherRun, KeyringLocked
from app.domain.leftovers import Leftover
from app.log import log_file
from app.storage.database import open_database
from app.storage.secrets import SERVICE, StoreAddresses
from tests.storage.test_secrets import Memory

FIRST = StoreAddresses("https://first.example/api", "1")
SECOND = StoreAddresses("https://second.example/api", "2")
THEIRS = ("catalogue.xlsx", "sync log.txt", "old.sqlite", "window.ini", "settings-notes.json")
"""Names that a person, or the window's looks, may have put there."""


@pytest.fixture
def ring(monkeypatch: pytest.MonkeyPatch) -> Memory:
    """A keyring in memory."""
    memory = Memory()
    monkeypatch.setattr("app.storage.secrets.system_keyring", lambda: memory)
    return memory


def lived_in(home: Path, ring: Memory, **environ: str) -> Assembly:
    """A computer on which two pairs of stores were kept in step, and the sample stores tried."""
    assembly = Assembly({"COUNTERPART_HOME": str(home), **environ})
    for stores in (FIRST, SECOND):
        assembly.profile.save_stores(stores)
        for side in ("pos", "ecom"):
            ring.kept[SERVICE, stores.entry(side)] = f"token of {side}"
        assembly.change_choices(lambda choices: choices)
        with assembly.database():
            pass
    assembly.profile.set_rule("stock.buffer", 3)
    assembly.profile.test_products_file().write({"left": [1]})
    pair, data, folders = assembly.profile.pair, assembly.folders.data, assembly.folders
    samples = Assembly({"COUNTERPART_HOME": str(home)}, demo=True)
    samples.profile.set_rule("stock.buffer", 1)
    for name in (
        f"{pair}-damaged-20260101-101010.sqlite-wal",
        f"{pair}-damaged-20260101-101010.sqlite",
        f"{pair}.lock",
        f"backups/{pair}-schema-1-20260101-101010.sqlite",
        "sample-stores/stores.json.gz",
        "../settings/choices-2-0a1b2c3d-damaged-20260101-101010-123456.json",
        "../cache/pictures/" + "0a" * 20,
        "../cache/pictures-demo/" + "0b" * 20,
        "../logs/counterpart.log.1",
    ):
        path = data / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("something of the shop")
    for folder in (data, folders.settings, folders.logs, folders.cache, data / "backups"):
        for name in THEIRS:
            (folder / name).write_text("mine")
    return assembly


def files(home: Path) -> list[Path]:
    """Every file below a folder."""
    return sorted(path for path in home.rglob("*") if path.is_file())


def test_all_of_ours_goes_and_nothing_else(tmp_path: Path, ring: Memory) -> None:
    """Databases, copies, what was set aside, choices, settings, pictures, logs, all tokens."""
    assembly = lived_in(tmp_path, ring)
    assert len(ring.kept) == 4
    assert assembly.forget_everything() == ()
    assert ring.kept == {}
    assert {path.read_text() for path in files(tmp_path)} == {"mine"}
    assert {path.name for path in files(tmp_path)} == set(THEIRS)
    assert assembly.profile.stores() == StoreAddresses()
    with assembly.database() as database:
        assert database.path.is_file()


def test_the_log_goes_while_it_is_written(tmp_path: Path, ring: Memory) -> None:
    """It begins anew with the next record."""
    assembly = lived_in(tmp_path, ring)
    log = logging.getLogger("app.test")
    with log_file(assembly.folders.logs, assembly.mask) as path:
        log.warning("Mug")
        assert "Mug" in path.read_text()
        assembly.forget_everything()
        assert not path.exists()
        log.warning("Plate")
        assert "Plate" in path.read_text()
        assert "Mug" not in path.read_text()


def test_nothing_goes_while_a_run_is_under_way(tmp_path: Path, ring: Memory) -> None:
    """Whoever began it: also of a pair that was connected earlier."""
    assembly = lived_in(tmp_path, ring)
    other = Assembly({"COUNTERPART_HOME": str(tmp_path)})
    before = files(tmp_path)
    other.profile.save_stores(FIRST)
    with other.one_run(), pytest.raises(AnotherRun):
        assembly.forget_everything()
    assert len(ring.kept) == 4
    assert {*before} <= {*files(tmp_path)}


def test_nothing_goes_while_the_keyring_is_locked(tmp_path: Path, ring: Memory) -> None:
    """Otherwise nobody would know any more whose tokens lie there."""
    assembly = lived_in(tmp_path, ring)
    before = files(tmp_path)
    ring.fails = RingLocked()
    with pytest.raises(KeyringLocked):
        assembly.forget_everything()
    assert {*before} <= {*files(tmp_path)}


def test_nothing_goes_where_the_keyring_asks_for_each_and_one_is_refused(
    tmp_path: Path, ring: Memory, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A Mac's keychain does: the first is allowed, the last is not."""
    assembly = lived_in(tmp_path, ring)
    kept, read, last = dict(ring.kept), ring.get_password, FIRST.entry("ecom")

    def ask(service: str, entry: str) -> str | None:
        if entry == last:
            raise RingLocked
        return read(service, entry)

    monkeypatch.setattr(ring, "get_password", ask)
    with pytest.raises(KeyringLocked):
        assembly.forget_everything()
    assert ring.kept == kept


def test_tokens_that_nobody_knows_of_any_more_are_told(tmp_path: Path, ring: Memory) -> None:
    """A damaged settings file had the addresses under which they lie."""
    assembly = lived_in(tmp_path, ring)
    (assembly.folders.settings / "settings.json").write_text("{damaged", encoding="utf-8")
    assert [one.kind for one in assembly.forget_everything()] == ["unknown tokens"]
    assert len(ring.kept) == 4


def test_a_token_that_stays_is_named(
    tmp_path: Path, ring: Memory, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With what the keyring said; the rest goes all the same."""

    def refuse(_service: str, _entry: str) -> None:
        raise PasswordDeleteError("not allowed")

    assembly = lived_in(tmp_path, ring)
    monkeypatch.setattr(ring, "delete_password", refuse)
    left = assembly.forget_everything()
    assert [one.name for one in left] == [
        *(SECOND.entry("pos"), SECOND.entry("ecom"), FIRST.entry("pos"), FIRST.entry("ecom"))
    ]
    assert all(one.kind == "token" and "not allowed" in one.reason for one in left)
    assert {path.name for path in files(tmp_path)} == set(THEIRS)


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="needs a folder's permissions")
def test_a_file_that_stays_is_named(tmp_path: Path, ring: Memory) -> None:
    """With its path and what the system said."""
    assembly = lived_in(tmp_path, ring)
    folder = assembly.folders.data / "backups"
    folder.chmod(0o500)
    try:
        (left,) = assembly.forget_everything()
    finally:
        folder.chmod(0o700)
    assert left.kind == "file"
    assert left.name.startswith(str(folder))
    assert left.reason == "Permission denied"


def test_a_refused_file_is_named(
    tmp_path: Path, ring: Memory, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As Windows refuses one that another program has open."""
    assembly = lived_in(tmp_path, ring)
    unlink = Path.unlink

    def refuse(path: Path, missing_ok: bool = False) -> None:
        if path.suffix == ".sqlite" and "2-" in path.name:
            raise PermissionError(13, "It is in use")
        unlink(path, missing_ok=missing_ok)

    monkeypatch.setattr(Path, "unlink", refuse)
    left = assembly.forget_everything()
    assert {one.reason for one in left} == {"It is in use"}
    assert str(assembly.folders.data / f"2-{_digest(SECOND, tmp_path)}.sqlite") in {
        one.name for one in left
    }
    assert not (assembly.folders.settings / "settings.json").exists()


def _digest(stores: StoreAddresses, home: Path) -> str:
    other = Assembly({"COUNTERPART_HOME": str(home / "other")})
    other.profile.save_stores(stores)
    return other.profile.pair.partition("-")[2]


def test_what_the_environment_gives_is_named(tmp_path: Path, ring: Memory) -> None:
    """It is not ours to take away, and would open the shop again at the next start."""
    assembly = lived_in(tmp_path, ring, COUNTERPART_POS_TOKEN="x", HOME="y")
    assert assembly.forget_everything() == (Leftover("variable", "COUNTERPART_POS_TOKEN"),)


@pytest.mark.usefixtures("ring")
def test_a_link_is_not_followed(tmp_path: Path) -> None:
    """A planted link to a folder elsewhere is left alone, and so is what lies there."""
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    picture = elsewhere / ("0c" * 20)
    picture.write_text("theirs")
    assembly = Assembly({"COUNTERPART_HOME": str(tmp_path / "home")})
    (assembly.folders.cache / "pictures").symlink_to(elsewhere, target_is_directory=True)
    assert assembly.forget_everything() == ()
    assert picture.read_text() == "theirs"


@pytest.mark.usefixtures("ring")
def test_an_open_database_goes_too(tmp_path: Path) -> None:
    """With what SQLite keeps beside it."""
    assembly = Assembly({"COUNTERPART_HOME": str(tmp_path)})
    database, _ = open_database(assembly.database_path())
    with database.transaction() as db:
        db.execute("INSERT INTO told VALUES ('key', 1)")
    beside = [path.name for path in assembly.folders.data.iterdir()]
    assert any(name.endswith("-wal") for name in beside)
    if os.name == "posix":
        assert assembly.forget_everything() == ()
        assert files(tmp_path) == []
    database.close()
