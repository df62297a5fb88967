"""A small JSON file that is never half written: the settings, and the manager's choices (S4)."""

import json
import logging
import os
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from app.domain.errors import StorageFailed
from app.storage.locks import locked

_log = logging.getLogger(__name__)

FORMAT = 1
"""How these files are laid out. A version that changes it notes its own as "format"."""
_LOST = "set_aside"
_PATIENCE = 10.0
"""Seconds to wait while another process changes the file."""

_PAUSES = (0.01, 0.05, 0.25)
"""Seconds to wait before each further try where a virus scanner holds the file (Windows)."""


class SettingsFile:
    """One JSON object in a file, read and written as a whole.

    Keys that this version does not know come out of `read` like the others, so that writing
    back what was read keeps them.
    """

    def __init__(self, path: Path) -> None:
        self.path = path

    def read(self) -> dict[str, object]:
        """What the file holds; empty when there is none.

        A damaged file is renamed, never overwritten, and its new name noted in the file that
        takes its place: see `lost`. Raises `StorageFailed`, for a newer version's file before
        a byte of it is changed.
        """
        try:
            content = self.path.read_bytes()
        except FileNotFoundError:
            return {}
        except OSError as error:
            raise self._failed("can't be read", error) from error
        try:
            values = json.loads(content.decode("utf-8"))
        except (ValueError, RecursionError):
            values = None
        if isinstance(values, dict):
            self._refuse_newer(values)
            return values
        return {_LOST: self._put_aside()}

    def _refuse_newer(self, values: dict[str, object]) -> None:
        form = values.get("format", FORMAT)
        if isinstance(form, int | float) and form > FORMAT:
            raise StorageFailed(
                f"{self.path} was written by a newer Counterpart.",
                "Install the newest version. Until then nothing is read or sent.",
            )

    def write(self, values: dict[str, object]) -> None:
        """Replace the file's content: afterwards it is the old or the new one, never a part.

        Raises `StorageFailed`; the old content is then still there.
        """
        with self._prepared(values) as new:
            _replace(new, self.path)

    @contextmanager
    def _prepared(self, values: dict[str, object]) -> Iterator[Path]:
        """The content in a file of its own, safely on disk, to be renamed within.

        Raises `StorageFailed`, also for what fails within.
        """
        text = json.dumps(values, ensure_ascii=False, allow_nan=False, indent=2, sort_keys=True)
        try:
            handle, name = tempfile.mkstemp(
                prefix=f".{self.path.name}.", suffix=".new", dir=self.path.parent
            )
            try:
                with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
                    file.write(text + "\n")
                    file.flush()
                    os.fsync(file.fileno())
                yield Path(name)
            except BaseException:
                Path(name).unlink(missing_ok=True)
                raise
            _settle(self.path.parent)
        except OSError as error:
            raise self._failed("can't be saved", error) from error

    def update(self, change: Callable[[dict[str, object]], dict[str, object]]) -> None:
        """Replace the content by what `change` makes of it; other processes wait meanwhile.

        Raises `StorageFailed`.
        """
        busy = StorageFailed(f"{self.path} is being changed by another program.", "Try again.")
        with locked(self.path.with_name(f".{self.path.name}.lock"), busy, _PATIENCE):
            self.write(change(self.read()))

    def lost(self) -> str:
        """The name of a damaged file whose content nobody has made up for yet; "" without one."""
        return str(self.read().get(_LOST, ""))

    def make_up(self) -> None:
        """Note that the loss of the damaged file has had its consequences."""
        if _LOST in self.read():
            self.update(lambda values: {key: values[key] for key in values if key != _LOST})

    def _put_aside(self) -> str:
        now = datetime.now(UTC).strftime("%Y%m%d-%H%M%S-%f")
        damaged = self.path.with_name(f"{self.path.stem}-damaged-{now}{self.path.suffix}")
        # What tells of the loss is on disk before the damaged file gives way to it.
        with self._prepared({_LOST: damaged.name}) as new:
            try:
                self.path.replace(damaged)
            except OSError as error:
                raise self._failed("is damaged and can't be renamed", error) from error
            _replace(new, self.path)
        _log.warning("%s was damaged. It is kept as %s; we begin anew.", self.path, damaged.name)
        return damaged.name

    def _failed(self, what: str, error: OSError) -> StorageFailed:
        return StorageFailed(
            f"{self.path} {what}: {error.strerror or error}.",
            "See that the disk is not full and that you may write there.",
        )


def _replace(new: Path, old: Path) -> None:
    for pause in _PAUSES:
        try:
            new.replace(old)
        except PermissionError:
            time.sleep(pause)
        else:
            return
    new.replace(old)


def _settle(folder: Path) -> None:
    """Make the rename itself durable, where the system lets a folder be flushed."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
