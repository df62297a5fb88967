"""Forgetting all that is kept on this computer: by name, so that nothing else is ever removed."""

import contextlib
import os
import re
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from functools import partial
from pathlib import Path

from app.domain.errors import KeyringLocked, KeyringUnavailable
from app.domain.leftovers import Leftover
from app.storage.holder import busy_by
from app.storage.locks import locked
from app.storage.migrating import FOLDER as BACKUPS
from app.storage.paths import Folders
from app.storage.secrets import StoreAddresses, Tokens

_PAIR = r"(?:sample|[0-9A-Za-z]{1,20}-[0-9a-f]{8})"
_ASIDE = r"(?:-damaged-[0-9-]+)?"
_BESIDE = r"(?:-wal|-shm|-journal)?"
_JSON = rf"(?:settings(?:-demo)?|(?:choices|test-products)-{_PAIR}){_ASIDE}\.json"
_OURS = re.compile(
    rf"{_PAIR}{_ASIDE}\.sqlite{_BESIDE}|{_PAIR}\.(?:lock|running)|\.{_PAIR}\.sqlite\.opening"
    rf"|{_JSON}|\.{_JSON}\.(?:lock|.+\.new)"
)
"""Databases, settings, choices; those set aside; what lies beside them while they are in use."""

_COPIES = re.compile(rf"{_PAIR}-schema-\d+-[0-9-]+\.sqlite{_BESIDE}")
_SAMPLES = re.compile(r"stores\.json\.gz|\.stores\.json\.gz\..+")
_PICTURES = re.compile(r"[0-9a-f]{40}(?:\..+\.new)?")
_LOGS = re.compile(r"counterpart\.log(?:\.\d+)?")
_LOCKS = re.compile(rf"{_PAIR}\.lock")


@contextmanager
def at_rest(data: Path) -> Iterator[None]:
    """While no run of any pair of stores is under way. Raises `AnotherRun`, `StorageFailed`."""
    with ExitStack() as held:
        for database in _found(data, re.compile(rf"{_PAIR}\.sqlite")):
            note = database.with_suffix(".running")
            held.enter_context(locked(database.with_suffix(".lock"), partial(busy_by, note)))
        yield


def forget_tokens(stores: Sequence[StoreAddresses], tokens: Tokens) -> list[Leftover]:
    """Take the tokens of these stores out of the keyring; returns those that stayed there.

    Raises `KeyringLocked`: nothing is lost by waiting until it is open.
    """
    left: list[Leftover] = []
    entries = tuple(dict.fromkeys(one.entry(side) for one in stores for side in ("pos", "ecom")))
    for entry in entries:  # Some keyrings ask for each: all must be open before one is lost.
        _see_that_open(tokens, entry)
    for entry in entries:
        try:
            tokens.forget(entry)
        except KeyringLocked:
            raise
        except KeyringUnavailable as error:
            left.append(Leftover("token", entry, error.message))
    return left


def unknown_tokens(folders: Folders) -> list[Leftover]:
    """Whether the settings were damaged once: then nobody knows all stores any more."""
    aside = _found(folders.settings, re.compile(rf"settings{_ASIDE}\.json"))
    damaged = any(path.name != "settings.json" for path in aside)
    return [Leftover("unknown tokens", "Counterpart")] if damaged else []


def _see_that_open(tokens: Tokens, entry: str) -> None:
    try:
        tokens.read(entry)
    except KeyringLocked:
        raise
    except KeyringUnavailable:
        return  # It is told when it is to be deleted.


def forget_files(folders: Folders) -> list[Leftover]:
    """Remove every file of ours but locks; returns those that stayed."""
    data, cache = folders.data, folders.cache
    places = [
        (data, _OURS),
        (data / BACKUPS, _COPIES),
        (data / "sample-stores", _SAMPLES),
        (folders.settings, _OURS),
        (folders.logs, _LOGS),
        (cache / "pictures", _PICTURES),
        (cache / "pictures-demo", _PICTURES),
    ]
    left = []
    for folder, ours in places:
        for path in _found(folder, ours):
            if not _LOCKS.fullmatch(path.name):
                left += _removed(path)
        if folder.parent in (data, cache):
            with contextlib.suppress(OSError):
                folder.rmdir()  # What somebody else put there keeps it.
    return left


def forget_locks(folders: Folders) -> list[Leftover]:
    """Remove the locks, once nobody holds them; their names tell of the stores."""
    return [one for path in _found(folders.data, _LOCKS) for one in _removed(path)]


def _found(folder: Path, ours: re.Pattern[str]) -> list[Path]:
    """Our files in a folder; a folder that is a link is somebody else's."""
    if folder.is_symlink() or not folder.is_dir():
        return []
    try:
        names = sorted(entry.name for entry in os.scandir(folder))
    except OSError:
        return []
    found = [folder / name for name in names if ours.fullmatch(name)]
    return [path for path in found if path.is_symlink() or path.is_file()]


def _removed(path: Path) -> list[Leftover]:
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        return [Leftover("file", str(path), error.strerror or str(error))]
    return []
