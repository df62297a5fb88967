"""Locks that die with their process: the operating system's own, on a file (RULES S19)."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock

from app.domain.errors import CounterpartError, StorageFailed
from app.storage.private import own_file


@contextmanager
def locked(
    path: Path, busy: CounterpartError | Callable[[], CounterpartError], patience: float = 0.0
) -> Iterator[None]:
    """Hold the lock on `path`, waiting up to `patience` seconds for it.

    Raises `busy`, made when it is needed, when another process holds it for longer, and
    `StorageFailed`.
    """
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        lock = FileLock(own_file(path), mode=0o600)
        lock.acquire(timeout=patience)
    except TimeoutError:
        raise (busy if isinstance(busy, CounterpartError) else busy()) from None
    except OSError as error:
        raise StorageFailed(
            f"Counterpart may not write to {path.parent}: {error.strerror or error}.",
            "Check the folder's permissions.",
        ) from error
    try:
        yield
    finally:
        lock.release()
