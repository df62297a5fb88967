"""The systems that are built for, and how their files are named."""

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class System:
    """One system. `platforms` are the wheels' platforms; two are merged into one."""

    name: str
    platforms: tuple[str, ...]
    qt: str
    """Where Qt's libraries and plugins lie, below `lib/PySide6`."""
    plugins: str


LINUX = System("linux", ("x86_64-manylinux_2_34",), "Qt/lib", "Qt/plugins")
WINDOWS = System("windows", ("x86_64-pc-windows-msvc",), "", "plugins")
MACOS = System("macos", ("aarch64-apple-darwin", "x86_64-apple-darwin"), "Qt/lib", "Qt/plugins")

SYSTEMS = {system.name: system for system in (LINUX, WINDOWS, MACOS)}

MACOS_FLOOR = "14.0"
"""The oldest macOS that the locked Qt runs on."""

_EXTENSION = re.compile(r"(\.abi3|\.cpython-[a-z0-9_-]+|\.cp\d+-[a-z0-9_]+)?\.(so|pyd)$")


def module_of(name: str) -> str:
    """The module that a file is: `QtCore` for `QtCore.abi3.so`; "" for what is no module."""
    if _EXTENSION.search(name):
        return _EXTENSION.sub("", name)
    stem, _, ending = name.rpartition(".")
    return stem if ending in {"py", "pyc"} else ""


def library_of(name: str) -> str:
    """A Qt library by one name on all systems: `Qt6Core` for libQt6Core.so.6 and others."""
    if name.endswith(".framework"):
        return "Qt6" + name.removesuffix(".framework").removeprefix("Qt")
    found = re.match(r"(?:lib)?(Qt6\w+?)(?:\.dll|\.so[.\d]*)$", name)
    return found[1] if found else ""


def plugin_of(name: str) -> str:
    """A plugin by one name on all systems: `qjpeg` for libqjpeg.so, qjpeg.dll, libqjpeg.dylib."""
    return name.removeprefix("lib").partition(".")[0]
