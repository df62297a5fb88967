"""One SQLite file per pair of stores: its schema, opening it, what can go wrong (DESIGN §12)."""

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import AbstractContextManager, closing, contextmanager, suppress
from pathlib import Path

from app.domain.errors import DatabaseDamaged, StorageFailed
from app.storage.locks import locked
from app.storage.migrating import backed_up, migrated
from app.storage.private import own_file, refuse_link
from app.storage.soundness import (
    REMEDY,
    check_header,
    check_sound,
    means_damage,
    readable_messages,
    set_aside,
)

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
    """
    ALTER TABLE inventory ADD COLUMN reorder_point TEXT;
    ALTER TABLE inventory ADD COLUMN reorder_amount TEXT;
    """,
)
"""The migrations in order; the database's `user_version` is how many it has had."""


class Database:
    """A connection that several threads may use, one at a time.

    When the file was set aside and another made in its place, by this process or another one, the
    next transaction goes to the new file.
    """

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self.path = path
        self._connection = connection
        self._file = _identity(path)
        self._lock = threading.RLock()

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """Run statements all or none. Raises `StorageFailed` in words."""
        with self._lock:
            try:
                self._follow()
                with self._connection:
                    yield self._connection
            except sqlite3.Error as error:
                raise explained(error) from error

    def _follow(self) -> None:
        there = _identity(self.path)
        if there is not None and there != self._file:
            self._go_on_with(_connected(self.path))

    def _go_on_with(self, connection: sqlite3.Connection) -> None:
        self._connection.close()
        self._connection, self._file = connection, _identity(self.path)

    def begin_anew(self) -> str:
        """Set the damaged file aside and go on with an empty one; the word to the manager.

        Raises `StorageFailed`.
        """
        with self._lock, _alone_with(self.path):
            damaged = _identity(self.path) == self._file
            self._connection.close()
            word = _told(set_aside(self.path)) if damaged else ""
            try:
                self._go_on_with(_opened(self.path))
            except sqlite3.Error as error:
                raise explained(error) from error
            return word

    def close(self) -> None:
        """Close the file; later calls fail."""
        with self._lock:
            self._connection.close()


def _identity(path: Path) -> tuple[int, int] | None:
    """What tells a file from another one of the same name; None where there is none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def explained(error: sqlite3.Error) -> StorageFailed:
    """Say in words what the database complains of, with the remedy."""
    text = str(error).lower()
    if means_damage(error):
        return DatabaseDamaged("Counterpart's database is damaged.", REMEDY)
    if "full" in text:
        return StorageFailed(
            "The disk is full; Counterpart can't save what it does.", "Free some space."
        )
    if "disk i/o" in text:
        return StorageFailed(
            "The disk does not take what Counterpart writes.",
            "See that it is not full and that it is well, then try again.",
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
    manager's choices live in their own file. Raises `StorageFailed`, for a newer version's file
    before anything is touched.
    """
    with _alone_with(path):
        try:
            return Database(path, _opened(path)), ""
        except sqlite3.Error as error:
            if not means_damage(error):
                raise explained(error) from error
        word = _told(set_aside(path))
        try:
            return Database(path, _opened(path)), word
        except sqlite3.Error as error:
            raise explained(error) from error


def _alone_with(path: Path) -> AbstractContextManager[None]:
    """While files are made, migrated or set aside. Raises `StorageFailed`."""
    busy = StorageFailed(
        "Another Counterpart is preparing the database.", "Wait a little and try again."
    )
    return locked(path.with_name(f".{path.name}.opening"), busy, _PATIENCE)


def _told(aside: Path) -> str:
    return (
        f"The local database was damaged. It was set aside as {aside.name} and will be built "
        "anew from both stores; this sync counts as a first one."
    )


_PATIENCE = 60.0
"""Seconds to wait while another process makes, migrates or replaces the file."""


@readable_messages()
def _opened(path: Path) -> sqlite3.Connection:
    """A connection to the checked and migrated file. Raises `sqlite3.Error`, `StorageFailed`."""
    refuse_link(path)
    try:
        check_header(path)
    except OSError as error:
        raise _unreadable(error) from error
    _refuse_newer(path)
    begun = not path.exists()
    try:
        return _prepared(path)
    except BaseException:
        _take_back(path, begun)
        raise


def _prepared(path: Path) -> sqlite3.Connection:
    connection = _connected(path)
    try:
        version = check_sound(connection, SCHEMA)
        if 0 < version < len(SCHEMA):
            backed_up(connection, path, version)
        migrated(connection, version, SCHEMA)
    except BaseException:
        connection.close()
        raise
    return connection


def _take_back(path: Path, begun: bool) -> None:
    """What could not even be begun is not to count as damaged later."""
    if begun:
        for extra in ("", "-wal", "-shm", "-journal"):
            path.with_name(path.name + extra).unlink(missing_ok=True)


def _unreadable(error: OSError) -> StorageFailed:
    return StorageFailed(
        f"Counterpart may not read its database: {error.strerror or error}.",
        "Check the data folder's permissions.",
    )


def _connected(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(own_file(path), timeout=10, check_same_thread=False)
    try:
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("PRAGMA synchronous=NORMAL")
    except BaseException:
        connection.close()
        raise
    return connection


def _refuse_newer(path: Path) -> None:
    """Look at the version without changing a byte; a file that tells none passes."""
    if not path.is_file():
        return
    version = 0
    with (
        suppress(sqlite3.Error),
        closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as connection,
    ):
        (version,) = connection.execute("PRAGMA user_version").fetchone()
    if version > len(SCHEMA):
        raise StorageFailed(
            "The local database was written by a newer Counterpart.",
            "Install the newest version. Until then nothing is read or sent.",
        )
