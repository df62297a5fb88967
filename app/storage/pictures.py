"""Pictures that were fetched once, kept on disk up to a limit; those not used longest go first."""

import contextlib
import hashlib
import logging
import os
import re
import tempfile
import threading
import time
from pathlib import Path

_log = logging.getLogger(__name__)

LIMIT = 200 * 1024 * 1024
"""Bytes that pictures may take on disk."""
_DIGEST = 20
_OURS = re.compile(rf"[0-9a-f]{{{2 * _DIGEST}}}(\..+\.new)?")
"""A picture, or what is left of one that was not written to its end."""


class PictureCache:
    """Bytes by address, in one file each. May be used from several threads.

    A disk that is full or a file that can't be read is no error: the picture is simply not there.
    """

    def __init__(self, folder: Path, limit: int = LIMIT) -> None:
        self._folder = folder
        self._limit = limit
        self._lock = threading.Lock()
        self._total: int | None = None
        self._latest = 0

    def get(self, address: str) -> bytes | None:
        """What is kept of this address; it then counts as just used."""
        path = self._path(address)
        try:
            content = path.read_bytes()
        except OSError:
            return None
        with self._lock, contextlib.suppress(OSError):
            self._stamp(path)
        return content or None

    def put(self, address: str, content: bytes) -> None:
        """Keep these bytes, unless there is no room for them."""
        if not content or len(content) > self._limit:
            return
        with self._lock:
            try:
                if self._has_room(len(content)):
                    self._write(self._path(address), content)
            except OSError as error:
                self._total = None
                _log.debug("A picture was not kept: %s", error)

    def _path(self, address: str) -> Path:
        key = address.encode("utf-8", "surrogatepass")
        return self._folder / hashlib.blake2b(key, digest_size=_DIGEST).hexdigest()

    def _stamp(self, path: Path) -> None:
        """Mark a file as used after all others, however coarse or unsteady the clock is."""
        self._latest = max(time.time_ns(), self._latest + 1000)
        os.utime(path, ns=(self._latest, self._latest))

    def _has_room(self, size: int) -> bool:
        """Whether so many bytes fit, after throwing out what has not been used longest."""
        if self._total is None:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._total = sum(kept for _, kept, _ in self._files())
        if self._total + size > self._limit:
            # A tenth more than needed, so that the folder is not gone through at every picture.
            self._throw_out(down_to=max(0, self._limit * 9 // 10 - size))
        return self._total + size <= self._limit

    def _throw_out(self, down_to: int) -> None:
        files = sorted(self._files())
        total = sum(size for _, size, _ in files)
        for _, size, path in files:
            if total <= down_to:
                break
            try:
                path.unlink()
            except OSError:
                continue
            total -= size
        self._total = total

    def _files(self) -> list[tuple[int, int, Path]]:
        """When each was last used, its size, where it is."""
        found: list[tuple[int, int, Path]] = []
        with os.scandir(self._folder) as entries:
            for entry in entries:
                if _OURS.fullmatch(entry.name) and entry.is_file(follow_symlinks=False):
                    told = entry.stat(follow_symlinks=False)
                    found.append((told.st_mtime_ns, told.st_size, Path(entry.path)))
        return found

    def _write(self, path: Path, content: bytes) -> None:
        handle, name = tempfile.mkstemp(prefix=f"{path.name}.", suffix=".new", dir=self._folder)
        new = Path(name)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(content)
            self._stamp(new)
            before = path.stat().st_size if path.exists() else 0
            new.replace(path)
        except BaseException:
            new.unlink(missing_ok=True)
            raise
        self._total = (self._total or 0) + len(content) - before
