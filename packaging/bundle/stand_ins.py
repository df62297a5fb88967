"""Test-only stand-ins for parts of Windows that wine lacks; never shipped.

Each goes into the wine prefix alone. `make_all` tells which ones a check ran with.
"""

from pathlib import Path

from bundle import pe
from bundle.places import run

_LIBRARIES = {
    "icuuc.dll": (
        "lib/PySide6/Qt6Core.dll",
        "Windows 10's own ICU, which wine 8 lacks: every call does nothing",
    ),
    "mscms.dll": (
        "lib/PySide6/plugins/platforms/qwindows.dll",
        "colour management, which wine 8 does not carry out: every call does nothing",
    ),
}
"""By name: the program that loads it, and what it is."""

_WMI = (
    "_wmi.pyd: put aside after installing, because wine 8 aborts in it; Python's `platform` then "
    "asks Windows in another way"
)


def make_all(folder: Path, system32: Path) -> list[str]:
    """Make those that the programs of a folder want; returns what each stands for."""
    made = []
    for name, (program, what) in _LIBRARIES.items():
        wanted = pe.functions_from((folder / program).read_bytes(), name)
        if wanted:
            _make(name, wanted, system32)
            made.append(f"{name}: {what}")
    return made


def _make(name: str, functions: list[str], system32: Path) -> None:
    """A library with these functions; each returns nothing."""
    source = system32 / f"{name}.c"
    bodies = [f"__declspec(dllexport) void *{one}(void) {{ return 0; }}" for one in functions]
    source.write_text("\n".join(bodies) + "\n", "ascii")
    target = system32 / name
    target.unlink(missing_ok=True)
    run([pe.compiler("gcc"), "-shared", "-w", "-fno-builtin", "-o", str(target), str(source)])
    source.unlink()


def put_aside(installed: Path) -> list[str]:
    """Take out of an installation what wine aborts in; returns what that was."""
    module = installed / "runtime/_wmi.pyd"
    if not module.is_file():  # Python 3.11 has none.
        return []
    module.unlink()
    return [_WMI]
