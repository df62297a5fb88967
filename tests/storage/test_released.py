"""Databases of every released schema are brought forward, and nothing in them is lost."""

import shutil
import sqlite3
from contextlib import closing
from decimal import Decimal
from pathlib import Path

import pytest

from app.domain.errors import StorageFailed
from app.storage import migrating
from app.storage.database import SCHEMA, open_database
from app.storage.journal import SqliteJournal
from app.storage.mirror import SqliteMirror

RELEASED = {
    int(path.stem.removeprefix("schema-")): path
    for path in sorted((Path(__file__).parent / "released").glob("schema-*.sqlite"))
}
EVERY = pytest.mark.parametrize("version", RELEASED)
EARLIER = pytest.mark.parametrize("version", [one for one in RELEASED if one < len(SCHEMA)])

Content = dict[str, list[tuple[object, ...]]]


def columns(path: Path) -> dict[str, str]:
    """What each table has, as it is written in a query."""
    with closing(sqlite3.connect(path)) as connection:
        names = connection.execute("SELECT name FROM sqlite_schema WHERE type='table'").fetchall()
        return {
            name: ", ".join(row[1] for row in connection.execute(f"PRAGMA table_info({name})"))
            for (name,) in names
        }


def content(path: Path, of: dict[str, str] | None = None) -> Content:
    """Every row of every table, in the columns that are named, or in all."""
    with closing(sqlite3.connect(path)) as connection:
        return {
            name: connection.execute(f"SELECT {each} FROM {name} ORDER BY 1, 2").fetchall()  # noqa: S608 - a table's own names.
            for name, each in (of or columns(path)).items()
        }


def version_of(path: Path) -> int:
    """The schema a file has."""
    with closing(sqlite3.connect(path)) as connection:
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        return int(version)


def old(tmp_path: Path, version: int) -> Path:
    """A copy of a released database, where the shop's is."""
    path = tmp_path / "shop.sqlite"
    shutil.copy(RELEASED[version], path)
    return path


def brought_forward(path: Path) -> None:
    """Open and close it."""
    database, word = open_database(path)
    assert word == ""
    database.close()


def backups(path: Path) -> list[Path]:
    """The copies that are kept of a database."""
    return sorted((path.parent / migrating.FOLDER).glob("*.sqlite"))


def test_every_released_schema_is_here() -> None:
    """One file for each, this version's included, with something in every table."""
    assert list(RELEASED) == list(range(1, len(SCHEMA) + 1))
    for version, path in RELEASED.items():
        assert version_of(path) == version
        assert [name for name, rows in content(path).items() if not rows] == []


@EVERY
def test_nothing_is_lost(tmp_path: Path, version: int) -> None:
    """Every row of every table is there afterwards, as it was."""
    path = old(tmp_path, version)
    columns_before, before = columns(path), content(path)
    brought_forward(path)
    assert version_of(path) == len(SCHEMA)
    assert content(path, columns_before) == before


@EVERY
def test_all_of_it_is_understood(tmp_path: Path, version: int) -> None:
    """Every record is read by today's code; the figures are those of the shop that was left."""
    database, _ = open_database(old(tmp_path, version))
    mirror, journal = SqliteMirror(database), SqliteJournal(database)
    state = mirror.load()
    assert sorted(record.sku for record in state.records.values())[:3] == [
        "CAFÉ-1",
        "LAMP-1",
        "LONG-1",
    ]
    assert len(state.online) == 9
    assert len(state.links) == len(state.bases) == 9
    assert len(state.lost) == 1
    assert {link.due[:4] for link in state.links.values() if link.due} == {"2026"}
    assert len(state.category_links) == 2
    assert state.shop is not None
    assert state.pos_shop is not None
    assert [failure.tries for failure in mirror.failures()] == [3]
    (hold,) = mirror.holds()
    assert hold.quantity == 2
    assert all(mirror.raw_pos(record_id) for record_id in state.records)
    assert all(mirror.raw_ecom(ecom_id) for ecom_id in state.online)
    assert all(
        mirror.text(record.description) for record in state.records.values() if record.description
    )
    assert len(journal.runs()) == 7
    assert [step.kind for step in journal.open_steps()] == ["PutProduct"]
    assert all(journal.of_product(key) for key in journal.last_done())
    database.close()


@EVERY
def test_when_to_reorder_is_unknown_until_it_is_told(tmp_path: Path, version: int) -> None:
    """Only schemas from the fourth on keep it; stock is there in all of them."""
    database, _ = open_database(old(tmp_path, version))
    mirror = SqliteMirror(database)
    rows = [row for record_id in mirror.load().levels for row in mirror.stock_rows(record_id)]
    points = {row.reorder_point for row in rows}
    database.close()
    assert rows
    assert points == ({None} if version < 4 else {None, Decimal(3)})


@EARLIER
def test_a_copy_is_kept_with_schema_and_date(tmp_path: Path, version: int) -> None:
    """What stood only in the log of writes is in it as well."""
    path = old(tmp_path, version)
    with closing(sqlite3.connect(path)) as other:
        other.execute("PRAGMA journal_mode=WAL")
        other.execute("INSERT INTO facts VALUES ('late', '1')")
        other.commit()
        before = content(path)
        brought_forward(path)
    (copy,) = backups(path)
    assert copy.name.startswith(f"shop-schema-{version}-20")
    assert content(copy) == before
    assert ("late", "1") in content(copy)["facts"]
    assert copy.stat().st_mode & 0o077 == 0


@EARLIER
def test_so_many_copies_are_kept(tmp_path: Path, version: int) -> None:
    """The oldest go; those of another shop stay."""
    folder = tmp_path / migrating.FOLDER
    folder.mkdir()
    for day in range(1, 6):
        (folder / f"shop-schema-1-2025010{day}-120000.sqlite").write_bytes(b"old")
    (folder / "other-schema-1-20250101-120000.sqlite").write_bytes(b"old")
    path = old(tmp_path, version)
    brought_forward(path)
    kept = [copy.name for copy in backups(path)]
    assert "other-schema-1-20250101-120000.sqlite" in kept
    assert len(kept) == migrating.KEPT + 1
    assert "shop-schema-1-20250105-120000.sqlite" in kept
    assert "shop-schema-1-20250101-120000.sqlite" not in kept


@EARLIER
def test_without_a_copy_nothing_is_changed(tmp_path: Path, version: int) -> None:
    """Said in words; the next start tries again."""
    path = old(tmp_path, version)
    before = content(path)
    (tmp_path / migrating.FOLDER).write_bytes(b"in the way")
    with pytest.raises(StorageFailed, match="copy that is kept"):
        open_database(path)
    assert content(path) == before
    assert version_of(path) == version
    (tmp_path / migrating.FOLDER).unlink()
    brought_forward(path)


@EARLIER
def test_a_step_that_breaks_off_leaves_what_was(
    tmp_path: Path, version: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """All of a step or nothing; with the cause gone it is taken."""
    path = old(tmp_path, version)
    before = content(path)
    broken = (*SCHEMA[:version], f"{SCHEMA[version]} DROP TABLE nowhere;")
    with monkeypatch.context() as patch:
        patch.setattr("app.storage.database.SCHEMA", broken)
        with pytest.raises(StorageFailed):
            open_database(path)
    assert content(path) == before
    assert version_of(path) == version
    brought_forward(path)


def test_this_versions_database_is_not_copied(tmp_path: Path) -> None:
    """There is nothing to bring forward."""
    path = old(tmp_path, len(SCHEMA))
    brought_forward(path)
    assert backups(path) == []
