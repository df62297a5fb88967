"""One SQLite file per pair of stores: opening, schema versions, damage (DESIGN §12)."""

import shutil
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from app.domain.errors import StorageFailed

SCHEMA: tuple[str, ...] = (
    """
    CREATE TABLE pos_records (
        id TEXT PRIMARY KEY, record BLOB NOT NULL, raw BLOB NOT NULL
    ) WITHOUT ROWID;
    CREATE TABLE inventory (
        product_id TEXT NOT NULL, outlet_id TEXT NOT NULL, level TEXT NOT NULL,
        version INTEGER NOT NULL, PRIMARY KEY (product_id, outlet_id)
    ) WITHOUT ROWID;
    CREATE TABLE ecom_products (
        id INTEGER PRIMARY KEY, record BLOB NOT NULL, raw BLOB NOT NULL
    );
    CREATE TABLE ecom_gone (id INTEGER PRIMARY KEY, raw BLOB NOT NULL);
    CREATE TABLE texts (digest TEXT PRIMARY KEY, html BLOB NOT NULL) WITHOUT ROWID;
    CREATE TABLE links (key TEXT PRIMARY KEY, data BLOB NOT NULL) WITHOUT ROWID;
    CREATE TABLE lost_links (key TEXT PRIMARY KEY, data BLOB NOT NULL) WITHOUT ROWID;
    CREATE TABLE bases (key TEXT PRIMARY KEY, data BLOB NOT NULL) WITHOUT ROWID;
    CREATE TABLE category_links (pos_id TEXT PRIMARY KEY, data BLOB NOT NULL) WITHOUT ROWID;
    CREATE TABLE picture_tokens (
        image_id TEXT NOT NULL, url TEXT NOT NULL, token TEXT NOT NULL,
        PRIMARY KEY (image_id, url)
    ) WITHOUT ROWID;
    CREATE TABLE told (key TEXT PRIMARY KEY, told INTEGER NOT NULL) WITHOUT ROWID;
    CREATE TABLE facts (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
    CREATE TABLE holds (
        order_id TEXT NOT NULL, pos_id TEXT NOT NULL, quantity INTEGER NOT NULL,
        since INTEGER NOT NULL, level TEXT NOT NULL, ended INTEGER NOT NULL,
        PRIMARY KEY (order_id, pos_id)
    ) WITHOUT ROWID;
    CREATE TABLE level_history (
        pos_id TEXT NOT NULL, at INTEGER NOT NULL, level TEXT NOT NULL,
        PRIMARY KEY (pos_id, at)
    ) WITHOUT ROWID;
    CREATE TABLE failures (
        key TEXT PRIMARY KEY, error TEXT NOT NULL, tries INTEGER NOT NULL,
        since INTEGER NOT NULL, signature TEXT NOT NULL
    ) WITHOUT ROWID;
    CREATE TABLE runs (
        run INTEGER PRIMARY KEY, started TEXT NOT NULL, mode TEXT NOT NULL,
        attended INTEGER NOT NULL, seconds REAL, exit INTEGER, counts TEXT, requests TEXT,
        writes INTEGER, kinds TEXT, undone INTEGER NOT NULL DEFAULT 0
    );
    CREATE TABLE actions (
        run INTEGER NOT NULL, key TEXT NOT NULL, action BLOB NOT NULL, before BLOB,
        result TEXT NOT NULL DEFAULT '', error TEXT NOT NULL DEFAULT '',
        PRIMARY KEY (run, key)
    ) WITHOUT ROWID;
    CREATE TABLE steps (
        id INTEGER PRIMARY KEY, run INTEGER NOT NULL, key TEXT NOT NULL, ecom_id INTEGER,
        kind TEXT NOT NULL, step BLOB NOT NULL, sent INTEGER NOT NULL, batch_key TEXT NOT NULL,
        body BLOB NOT NULL, state TEXT NOT NULL, result TEXT NOT NULL DEFAULT ''
    );
    CREATE INDEX open_steps ON steps (id) WHERE state IN ('sent', 'unknown');
    """,
    """
    CREATE TABLE rows (id TEXT PRIMARY KEY, row BLOB NOT NULL) WITHOUT ROWID;
    CREATE INDEX actions_of_product ON actions (key, run);
    """,
    """
    ALTER TABLE actions ADD COLUMN after BLOB;
    ALTER TABLE actions ADD COLUMN former TEXT;
    ALTER TABLE runs ADD COLUMN started_by TEXT NOT NULL DEFAULT '';
    ALTER TABLE runs ADD COLUMN undoes INTEGER;
    """,
)
"""The migrations in order; the database's `user_version` is how many it has had."""


class Database:
    """A connection that several threads may use, one at a time."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._lock = threading.RLock()

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """Run statements all or none. Raises `StorageFailed` in words."""
        with self._lock:
            try:
                with self._connection:
                    yield self._connection
            except sqlite3.Error as error:
                raise explained(error) from error

    def close(self) -> None:
        """Close the file; later calls fail."""
        with self._lock:
            self._connection.close()


def explained(error: sqlite3.Error) -> StorageFailed:
    """Say in words what the database complains of, with the remedy."""
    text = str(error).lower()
    if "full" in text:
        return StorageFailed(
            "The disk is full; Counterpart can't save what it does.", "Free some space."
        )
    if "locked" in text or "busy" in text:
        return StorageFailed(
            "Another program is using Counterpart's database.", "Close it and try again."
        )
    if "readonly" in text or "unable to open" in text:
        return StorageFailed(
            "Counterpart may not write to its data folder.", "Check the folder's permissions."
        )
    return StorageFailed(
        f"Counterpart's database failed ({error}).", "Start again; the stores are not affected."
    )


def open_database(path: Path) -> tuple[Database, str]:
    """Open or make the database; returns it with a word to the manager ("" when all is well).

    A damaged file is set aside and made anew: everything in it comes back from the services, the
    manager's choices live in their own file. Raises `StorageFailed` for a newer version's file.
    """
    try:
        return Database(_opened(path)), ""
    except sqlite3.DatabaseError as error:
        if isinstance(error, sqlite3.OperationalError):
            raise explained(error) from error
    aside = _set_aside(path)
    word = (
        f"The local database was damaged. It was set aside as {aside.name} and will be built "
        "anew from both stores; this sync counts as a first one."
    )
    return Database(_opened(path)), word


def _set_aside(path: Path) -> Path:
    aside = path.with_name(f"{path.stem}-damaged-{datetime.now(UTC):%Y%m%d-%H%M%S}{path.suffix}")
    try:
        path.replace(aside)
        for extra in ("-wal", "-shm"):
            path.with_name(path.name + extra).unlink(missing_ok=True)
    except OSError as error:
        raise StorageFailed(
            f"The local database is damaged and can't be renamed: {error.strerror or error}.",
            "Check the folder's permissions.",
        ) from error
    return aside


def _opened(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, timeout=10, check_same_thread=False)
    try:
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("PRAGMA synchronous=NORMAL")
        _check(connection)
        _migrate(connection, path)
    except BaseException:
        connection.close()
        raise
    return connection


def _check(connection: sqlite3.Connection) -> None:
    (answer,) = connection.execute("PRAGMA quick_check(1)").fetchone()
    if answer != "ok":
        raise sqlite3.DatabaseError(answer)


def _migrate(connection: sqlite3.Connection, path: Path) -> None:
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if version > len(SCHEMA):
        raise StorageFailed(
            "The local database was written by a newer Counterpart.",
            "Install the newest version.",
        )
    if 0 < version < len(SCHEMA):
        shutil.copy2(path, path.with_name(f"{path.stem}-before-{len(SCHEMA)}{path.suffix}"))
    for number in range(version, len(SCHEMA)):
        connection.executescript(
            f"BEGIN; {SCHEMA[number]} PRAGMA user_version = {number + 1}; COMMIT;"
        )
