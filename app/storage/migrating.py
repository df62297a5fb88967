"""Bringing a database of an earlier schema forward; what it was is kept (DESIGN §12)."""

import contextlib
import sqlite3
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from app.domain.errors import StorageFailed

FOLDER = "backups"
KEPT = 3
"""Copies kept of one database; the oldest go first."""


def backed_up(connection: sqlite3.Connection, path: Path, version: int) -> Path:
    """Copy the database as it is, whole, before it is migrated; returns where to.

    Raises `StorageFailed`; then no half copy is left.
    """
    folder = path.parent / FOLDER
    now = f"{datetime.now(UTC):%Y%m%d-%H%M%S}"
    copy = folder / f"{path.stem}-schema-{version}-{now}{path.suffix}"
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
        with contextlib.closing(sqlite3.connect(copy)) as target:
            connection.backup(target)
        copy.chmod(0o600)
    except (sqlite3.Error, OSError) as error:
        with contextlib.suppress(OSError):
            copy.unlink(missing_ok=True)
        raise StorageFailed(
            "The local database is of an earlier version, and the copy that is kept before it is "
            f"changed can't be made ({error}).",
            "Nothing was changed. Free some space, see that you may write there, and try again.",
        ) from error
    _thin_out(folder, path)
    return copy


def _thin_out(folder: Path, path: Path) -> None:
    copies = sorted(
        folder.glob(f"{path.stem}-schema-*{path.suffix}"), key=lambda copy: copy.stat().st_mtime_ns
    )
    for copy in copies[:-KEPT]:
        with contextlib.suppress(OSError):
            copy.unlink()


def migrated(connection: sqlite3.Connection, version: int, schema: Sequence[str]) -> None:
    """Take the steps that the file has not had, each all or not at all. Raises `sqlite3.Error`."""
    for number in range(version, len(schema)):
        try:
            connection.executescript(
                f"BEGIN IMMEDIATE; {schema[number]} PRAGMA user_version = {number + 1}; COMMIT;"
            )
        except sqlite3.Error:
            if connection.in_transaction:
                connection.rollback()
            raise
