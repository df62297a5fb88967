"""A bundle for whoever helps: what runs here, how it is set, and the logs, without secrets.

No product, order or person of the shop is in it but where a line of the log names one.
"""

import importlib.metadata
import io
import json
import locale
import platform
import re
import sqlite3
import stat
import sys
import zipfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict
from pathlib import Path
from urllib.parse import quote

from app import __version__
from app.domain.errors import CounterpartError, StorageFailed
from app.storage.paths import Folders
from app.storage.private import own_file
from app.storage.profile import Profile

Masked = Callable[[str], str]

PACKAGES = ("httpx", "msgspec", "keyring", "truststore", "filelock", "PySide6-Essentials", "qasync")
_VARIABLES = re.compile(
    r"COUNTERPART_\w+|(?:https?|all|no)_proxy|SSL_CERT_\w+|QT_\w+", re.IGNORECASE
)
_LOGS = 6
_LARGEST_LOG = 2_000_000
_RUNS = 30
_TELLING = (
    # A login in an address, and everything behind a question mark.
    (re.compile(r"(://)[^/\s:@]+:[^/\s@]+@"), r"\1***@"),
    (re.compile(r"([?&][\w.%-]+=)[^&\s\"'<>]+"), r"\1***"),
    (re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"), "***@***"),
)


def write_bundle(
    path: Path,
    folders: Folders,
    profile: Profile,
    database: Path,
    environ: Mapping[str, str],
    masked: Masked,
) -> None:
    """Write the bundle as .zip, for this user's eyes. Raises `StorageFailed`."""

    def told(text: str) -> str:
        text = masked(text)
        for pattern, instead in _TELLING:
            text = pattern.sub(instead, text)
        return text

    parts = {
        "about.json": _json(_about(environ)),
        "settings.json": _json(_settings(profile)),
        "database.json": _json(_database(database)),
        "files.txt": "\n".join(_files(folders)),
        **dict(_logs(folders.logs)),
    }
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as bundle:
        for name, text in parts.items():
            bundle.writestr(told(name), told(text).encode("utf-8", "replace"))
    try:
        own_file(path).write_bytes(content.getvalue())
    except OSError as error:
        raise StorageFailed(
            f"{path.name} can't be saved: {error.strerror or error}.",
            "See that the disk is not full, or choose another folder.",
        ) from error


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2, default=str)


def _about(environ: Mapping[str, str]) -> dict[str, object]:
    return {
        "counterpart": __version__,
        "python": sys.version,
        "system": platform.platform(),
        "frozen": bool(getattr(sys, "frozen", False)),
        "sqlite": sqlite3.sqlite_version,
        "language": locale.getlocale(),
        "packages": {name: _version(name) for name in PACKAGES},
        # That they are set; never what to.
        "variables": sorted(name for name in environ if _VARIABLES.fullmatch(name)),
    }


def _version(package: str) -> str:
    try:
        return importlib.metadata.version(package)
    except importlib.metadata.PackageNotFoundError:
        return ""


def _settings(profile: Profile) -> dict[str, object]:
    try:
        return {"stores": asdict(profile.stores()), "settings": profile.stored()}
    except CounterpartError as error:
        return {"unreadable": str(error)}


def _database(path: Path) -> dict[str, object]:
    """How much of what there is, and how the last runs went."""
    if not path.is_file():
        return {"there": False}
    try:
        connection = sqlite3.connect(f"file:{quote(str(path))}?mode=ro", uri=True, timeout=2)
        try:
            return _counted(connection)
        finally:
            connection.close()
    except sqlite3.Error as error:
        return {"there": True, "unreadable": str(error)}


def _counted(connection: sqlite3.Connection) -> dict[str, object]:
    tables = [
        str(name)
        for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
    ]
    # The names are the schema's own.
    rows = {
        name: connection.execute(f'SELECT COUNT(*) FROM "{name}"').fetchone()[0]  # noqa: S608
        for name in tables
    }
    columns = ("run", "started", "mode", "seconds", "exit", "counts", "requests", "writes")
    runs = connection.execute(
        f"SELECT {', '.join(columns)} FROM runs ORDER BY run DESC LIMIT {_RUNS}"  # noqa: S608
    ).fetchall()
    return {
        "there": True,
        "schema": connection.execute("PRAGMA user_version").fetchone()[0],
        "rows": rows,
        "runs": [dict(zip(columns, run, strict=True)) for run in runs],
    }


def _files(folders: Folders) -> Iterator[str]:
    """Names, sizes and permissions of what we keep, pictures excepted."""
    for name in ("data", "settings", "logs"):
        folder: Path = getattr(folders, name)
        for path in sorted(folder.rglob("*")):
            known = path.lstat()
            where = path.relative_to(folder)
            yield f"{name}/{where} {known.st_size} {stat.filemode(known.st_mode)}"


def _logs(folder: Path) -> Iterator[tuple[str, str]]:
    newest = sorted(folder.glob("*.log*"), key=lambda path: path.lstat().st_mtime, reverse=True)
    for path in newest[:_LOGS]:
        if path.is_symlink() or not path.is_file():
            continue
        with path.open("rb") as file:
            file.seek(max(0, path.stat().st_size - _LARGEST_LOG))
            yield f"logs/{path.name}", file.read(_LARGEST_LOG).decode("utf-8", "replace")
