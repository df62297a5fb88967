"""Linux libraries: which the folder brings along, which the system must have."""

import os
import re
import shutil
from pathlib import Path

from bundle.places import CannotBuild, run

OF_THE_SYSTEM = {
    "libc6": ("libc", "libm", "libdl", "libpthread", "librt", "libutil", "ld-linux-x86-64"),
    "libstdc++6": ("libstdc++",),
    "libgcc-s1": ("libgcc_s",),
    "libgl1": ("libGL",),
    "libegl1": ("libEGL",),
    "libx11-6": ("libX11",),
    "libx11-xcb1": ("libX11-xcb",),
    "libxcb1": ("libxcb",),
    "libdbus-1-3": ("libdbus-1",),
    "libfontconfig1": ("libfontconfig",),
    "libfreetype6": ("libfreetype",),
    "libglib2.0-0 | libglib2.0-0t64": ("libglib-2.0", "libgthread-2.0"),
    "libwayland-client0": ("libwayland-client",),
    "libwayland-cursor0": ("libwayland-cursor",),
    "libxkbcommon0": ("libxkbcommon",),
    "libxkbcommon-x11-0": ("libxkbcommon-x11",),
    "zlib1g": ("libz",),
    "libzstd1": ("libzstd",),
}
"""Debian packages and their libraries that every desktop has, and that must be its own."""

_SYSTEM = {name for names in OF_THE_SYSTEM.values() for name in names}


def is_binary(path: Path) -> bool:
    """Whether a file is a program or library of Linux."""
    if path.is_symlink() or not path.is_file():
        return False
    with path.open("rb") as file:
        return file.read(4) == b"\x7fELF"


def needed(path: Path) -> list[str]:
    """The libraries that a binary is linked to."""
    return run(["patchelf", "--print-needed", str(path)]).split()


def of_system(name: str) -> bool:
    """Whether the system must have this library."""
    return name.partition(".so")[0] in _SYSTEM


def floor(folder: Path) -> str:
    """The oldest C library that has all that the folder's binaries want of it."""
    versions = {
        (int(found[1]), int(found[2]))
        for path in sorted(folder.rglob("*"))
        if is_binary(path)
        for found in re.finditer(rb"\0GLIBC_(\d+)\.(\d+)\b", path.read_bytes())
    }
    return "{}.{}".format(*max(versions))


def strip(folder: Path) -> None:
    """Take out what only debuggers read."""
    for path in sorted(folder.rglob("*")):
        if is_binary(path):
            run(["strip", "--strip-unneeded", str(path)])


def bring_along(binaries: list[Path], home: Path) -> None:
    """Copy libraries that these need, and those need, into `home`; tell all where they are.

    What is there already, beside them, is used. Raises `CannotBuild` for one that this computer
    lacks.
    """
    known = {path.name for path in home.rglob("*.so*")}
    paths = _libraries()
    waiting = list(binaries)
    while waiting:
        path = waiting.pop()
        lacking = [name for name in needed(path) if not of_system(name)]
        brought = [name for name in lacking if name not in known]
        for name in brought:
            if name not in paths:
                raise CannotBuild(f"{path.name} needs {name}, which is not on this computer.")
            shutil.copy2(paths[name], home / name)
            (home / name).chmod(0o755)
            known.add(name)
            waiting.append(home / name)
        here = [way_from(path, home)] if any((home / name).exists() for name in lacking) else []
        _look_in(path, here)


def _look_in(path: Path, more: list[str]) -> None:
    """Have a binary look for libraries there too, and nowhere that this computer alone has."""
    before = _ways(path)
    ways = list(dict.fromkeys([*(way for way in before if way.startswith("$ORIGIN")), *more]))
    if ways != before:
        run(["patchelf", "--set-rpath", ":".join(ways), str(path)])


def _ways(path: Path) -> list[str]:
    return [way for way in run(["patchelf", "--print-rpath", str(path)]).strip().split(":") if way]


def _libraries() -> dict[str, Path]:
    lines = run(["/sbin/ldconfig", "-p"]).splitlines()
    found = {}
    for line in reversed(lines):
        parts = re.match(r"\s*(\S+) \(([^)]*x86-64[^)]*)\) => (\S+)", line)
        if parts:
            found[parts[1]] = Path(parts[3]).resolve()
    return found


def way_from(path: Path, home: Path) -> str:
    """How a binary names a folder of libraries: from where it lies itself."""
    way = os.path.relpath(home, path.parent)
    return "$ORIGIN" if way == "." else f"$ORIGIN/{way}"


def unresolved(folder: Path) -> list[str]:
    """Libraries that are linked to, and are neither the system's nor where their user looks."""
    binaries = [path for path in sorted(folder.rglob("*")) if is_binary(path)]
    return [
        f"{path.relative_to(folder)} needs {name}"
        for path in binaries
        for name in needed(path)
        if not of_system(name) and not _found(name, path)
    ]


def _found(name: str, path: Path) -> bool:
    places = (way.replace("$ORIGIN", str(path.parent)) for way in _ways(path))
    return any(Path(place, name).is_file() for place in places)
