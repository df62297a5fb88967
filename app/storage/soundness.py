"""Whether a database file can be trusted, and putting away one that can't; it is never deleted."""

import sqlite3
import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import msgspec

from app.domain.errors import DatabaseDamaged, StorageFailed

_DAMAGE = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_FORMAT})
_PRIMARY = 0xFF
"""The part of SQLite's error codes that all its finer ones share."""

_COMPANIONS = ("-wal", "-shm", "-journal")
"""What SQLite keeps beside a file; the first and last hold content."""

_MAGIC = b"SQLite format 3\0"
_FORMATS = frozenset({1, 2})
"""What may stand in the header as the format to write and to read."""


REMEDY = "Start again: it is set aside and built anew from both stores."

_SENSELESS = (msgspec.MsgspecError, zlib.error, ValueError, TypeError, ArithmeticError, LookupError)


@contextmanager
def making_sense() -> Iterator[None]:
    """What was kept is read here; SQLite does not see when its content was overwritten.

    Raises `DatabaseDamaged` where it can't be read.
    """
    try:
        yield
    except _SENSELESS as error:
        raise DatabaseDamaged("What Counterpart's database holds is damaged.", REMEDY) from error


def means_damage(error: sqlite3.Error) -> bool:
    """Whether an error says that the file itself is broken, and not the world around it."""
    code = getattr(error, "sqlite_errorcode", None)
    if code is None:
        return any(sign in str(error) for sign in ("malformed", "Could not decode to UTF-8"))
    return code & _PRIMARY in _DAMAGE


def check_header(path: Path) -> None:
    """Look at how the file begins, before SQLite does: that may change what lies beside it.

    Raises `sqlite3.DatabaseError` that `means_damage` for what is no database, and for an empty
    file, as a power cut may leave it.
    """
    if not path.is_file():
        return
    with path.open("rb") as file:
        header = file.read(20)
    wal = path.with_name(path.name + "-wal")
    if not header and wal.exists() and wal.stat().st_size:
        return
    if header[:16] != _MAGIC or not {*header[18:20]} <= _FORMATS:
        raise _damaged("its header makes no sense")


def check_sound(connection: sqlite3.Connection, schema: Sequence[str]) -> int:
    """Look the file over; returns its schema version.

    Raises `sqlite3.DatabaseError` that `means_damage` where it is broken or not ours.
    """
    (answer,) = connection.execute("PRAGMA quick_check(1)").fetchone()
    if answer != "ok":
        raise _damaged(answer)
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    version = int(version)
    if not 0 <= version <= len(schema) or not _expected(schema[:version]) <= _tables(connection):
        raise _damaged("tables are missing")
    if version == 0 and _tables(connection):
        raise _damaged("it is another program's")
    return version


@contextmanager
def readable_messages() -> Iterator[None]:
    """SQLite's messages quote what stands in the file: what can't be read is damage too."""
    try:
        yield
    except UnicodeDecodeError:
        raise _damaged("names in it can't be read") from None


def _damaged(why: str) -> sqlite3.DatabaseError:
    return sqlite3.DatabaseError(f"database disk image is malformed: {why}")


def _tables(connection: sqlite3.Connection) -> set[tuple[str, str]]:
    """Every column as (table, column)."""
    rows = connection.execute(
        "SELECT t.name, c.name FROM sqlite_schema t JOIN pragma_table_info(t.name) c "
        "WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite_%'"
    )
    return set(rows)


def _expected(schema: Sequence[str]) -> set[tuple[str, str]]:
    model = sqlite3.connect(":memory:")
    try:
        for script in schema:
            model.executescript(script)
        return _tables(model)
    finally:
        model.close()


def set_aside(path: Path) -> Path:
    """Rename a damaged file with all that belongs to it; returns its new place.

    Raises `StorageFailed`.
    """
    aside = _free_name(path)
    try:
        for extra in _COMPANIONS:
            beside = path.with_name(path.name + extra)
            if beside.exists():
                beside.replace(aside.with_name(aside.name + extra))
        path.replace(aside)
    except OSError as error:
        raise StorageFailed(
            f"The local database is damaged and can't be renamed: {error.strerror or error}.",
            "Close Counterpart everywhere, check the folder's permissions, and start it again.",
        ) from error
    return aside


def _free_name(path: Path) -> Path:
    stem = f"{path.stem}-damaged-{datetime.now(UTC):%Y%m%d-%H%M%S}"
    aside, number = path.with_name(f"{stem}{path.suffix}"), 1
    while aside.exists():
        number += 1
        aside = path.with_name(f"{stem}-{number}{path.suffix}")
    return aside
