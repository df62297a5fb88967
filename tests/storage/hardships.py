"""A full disk, and folders that may only be read, as far as this system lets us have them."""

import ctypes
import os
import resource
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_WRITE_ALL, _READ_ALL = 1, 2
"""Capabilities of Linux by which root passes over permissions."""
_VERSION = 0x20080522
_DROP_FROM_BOUND = 24


class SmallDisk:
    """A disk of its own. `fill` leaves so many bytes free; `empty` makes room again."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._ballast = folder / "ballast"

    def fill(self, free: int = 0) -> None:
        """Leave no room but so much."""
        self.empty()
        found = os.statvfs(self.folder)
        room = found.f_bavail * found.f_frsize - free
        with self._ballast.open("wb") as file:
            os.posix_fallocate(file.fileno(), 0, max(1, room))

    def empty(self) -> None:
        """Make room."""
        self._ballast.unlink(missing_ok=True)


@contextmanager
def small_disk(folder: Path, size: str = "8m") -> Iterator[SmallDisk | None]:
    """A disk of that size at a folder; None where no disk may be mounted here."""
    folder.mkdir(exist_ok=True)
    mounted = sys.platform == "linux" and not subprocess.call(
        ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(folder)],  # noqa: S607 - as below
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    if not mounted:
        yield None
        return
    try:
        yield SmallDisk(folder)
    finally:
        subprocess.check_call(["umount", "-l", str(folder)])  # noqa: S607 - the system's own


@contextmanager
def no_file_larger_than(size: int) -> Iterator[None]:
    """No file of this process may grow beyond so many bytes."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


class _Head(ctypes.Structure):
    _fields_ = (("version", ctypes.c_uint32), ("pid", ctypes.c_int))


class _Sets(ctypes.Structure):
    _fields_ = (
        ("effective", ctypes.c_uint32),
        ("permitted", ctypes.c_uint32),
        ("inheritable", ctypes.c_uint32),
    )


@contextmanager
def as_a_mere_user() -> Iterator[None]:
    """Within, permissions hold for this thread, and for those it starts, even for root."""
    if os.geteuid() != 0:
        yield
        return
    libc = ctypes.CDLL(None, use_errno=True)
    head, sets = _Head(_VERSION, 0), (_Sets * 2)()
    assert libc.capget(ctypes.byref(head), sets) == 0
    before = sets[0].effective
    sets[0].effective = before & ~(1 << _WRITE_ALL | 1 << _READ_ALL)
    assert libc.capset(ctypes.byref(head), sets) == 0
    try:
        yield
    finally:
        sets[0].effective = before
        assert libc.capset(ctypes.byref(head), sets) == 0


def become_a_mere_user() -> None:
    """The same for good, in a process that is about to become another program."""
    if os.geteuid() == 0:
        libc = ctypes.CDLL(None, use_errno=True)
        for one in (_WRITE_ALL, _READ_ALL):
            assert libc.prctl(_DROP_FROM_BOUND, one, 0, 0, 0) == 0


@contextmanager
def read_only(*paths: Path) -> Iterator[None]:
    """Nobody may write to these files and folders."""
    modes = {path: path.stat().st_mode for path in paths}
    for path, mode in modes.items():
        path.chmod(mode & 0o555)
    try:
        yield
    finally:
        for path, mode in modes.items():
            path.chmod(mode)
