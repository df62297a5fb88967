"""Files that this user alone may read, and that are files: no links to somewhere else."""

import contextlib
import os
import stat
from pathlib import Path

from app.domain.errors import StorageFailed

_OTHERS = 0o077


def own_file(path: Path) -> Path:
    """The path, now of a file that nobody else may read. Raises `StorageFailed`.

    A file that is there is never opened here: closing it would let go of the locks that SQLite
    holds on it in this process.
    """
    if os.name != "posix":
        return path
    try:
        with contextlib.suppress(FileExistsError):
            os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR | os.O_CLOEXEC, 0o600))
        refuse_link(path)
        mode = path.lstat().st_mode
        if stat.S_ISREG(mode) and mode & _OTHERS:
            path.chmod(stat.S_IMODE(mode) & ~_OTHERS)
    except OSError as error:
        raise StorageFailed(
            f"{path} can't be used: {error.strerror or error}.",
            "See that the disk is not full and that you may write there.",
        ) from error
    return path


def refuse_link(path: Path) -> None:
    """Raises `StorageFailed` for a path that is a link: what it leads to is not ours."""
    if path.is_symlink():
        raise StorageFailed(
            f"{path} is no file but a link that leads elsewhere.",
            "Remove it, or put the file itself in its place.",
        )
