"""The trimming list: what of the packages and of Python goes into the folder.

Of Qt and Python's own library only what is named here is taken or left; of other packages, all
but what nobody runs. `bundle.imports` and the libraries' own lists check that nothing is missing.
"""

import re
from pathlib import PurePosixPath

from bundle.systems import System, library_of, module_of, plugin_of

QT_MODULES = {"QtCore", "QtGui", "QtSvg", "QtWidgets"}

QT_LIBRARIES = {
    *("Qt6Core", "Qt6DBus", "Qt6Gui", "Qt6Svg", "Qt6Widgets"),
    *("Qt6XcbQpa", "Qt6WaylandClient"),
}
"""DBus: Gui is linked to it on Linux and macOS. The last two exist on Linux alone."""

QT_PLUGINS = {
    "platforms": {"qxcb", "qwayland", "qoffscreen", "qwindows", "qcocoa"},
    "imageformats": {"qgif", "qico", "qjpeg", "qwebp"},
    "platforminputcontexts": {
        "composeplatforminputcontextplugin",
        "ibusplatforminputcontextplugin",
    },
    "platformthemes": {"qxdgdesktopportal"},
    "wayland-shell-integration": {"xdg-shell"},
    "wayland-decoration-client": {"bradient"},
}
"""Offscreen is for the self-test, the picture formats are those that stores serve."""

TRANSLATIONS = ("de",)
"""The languages that the window has beside English; Qt's own words come along for them."""

PACKAGES_LEFT_OUT = {
    "bin",
    "cffi",  # cryptography needs its compiled half alone, which lies beside it.
    "pycparser",
}

ONLY_FOR_TESTS = {"uvicorn"}
"""What the app imports for the tests alone: the sample stores over real sockets."""

FOLDERS_LEFT_OUT = {"tests", "test", "testing", "__pycache__", "include", "typesystems", "glue"}

INFO_KEPT = {"METADATA", "entry_points.txt", "WHEEL"}
"""Of a package's papers; licences are kept too."""

_BESIDE = (
    *("msvcp140", "vcruntime140"),  # Microsoft's C++ library; ConcRT, AMP and OpenMP are not used.
    *("libpyside6.", "pyside6.", "libshiboken6.", "shiboken6."),
)
"""Libraries that lie beside the modules linked to them."""

STDLIB_LEFT_OUT = {
    *(
        "test",
        "tests",
        "idlelib",
        "tkinter",
        "turtledemo",
        "turtle",
        "ensurepip",
        "lib2to3",
        "msilib",
    ),
    *("pydoc_data", "venv", "curses", "dbm", "distutils", "site-packages", "__pycache__"),
    *("lib-dynload", "antigravity", "this", "__phello__", "pydoc", "doctest", "pdb", "_pyrepl"),
}

RUNTIME_LEFT_OUT = {
    *("_tkinter", "_curses", "_curses_panel", "_dbm", "_gdbm", "readline", "winsound"),
    *("tcl86t", "tk86t", "zlib1", "nis", "ossaudiodev", "spwd", "crypt", "_crypt"),
    *("_msi", "_ctypes_test", "xxlimited", "xxlimited_35", "xxsubtype", "_xxtestfuzz"),
    *("libncursesw", "libpanelw", "_sysconfigdata__darwin_darwin"),
}
"""Compiled modules of Python, and libraries that only they use. So is `_test…`."""


def kept(path: PurePosixPath, system: System) -> bool:
    """Whether a file of an installed package, relative to site-packages, goes into the folder."""
    if path.suffix in {".pyi", ".h", ".a", ".lib", ".typed"} or path.name == "py.typed":
        return False
    first = path.parts[0]
    if first.endswith(".dist-info"):
        return _kept_of_papers(path)
    if first in PACKAGES_LEFT_OUT or set(path.parts[:-1]) & FOLDERS_LEFT_OUT:
        return False
    if first == "PySide6":
        return _kept_of_qt(path.relative_to("PySide6"), system)
    return first != "shiboken6" or _is_library_beside(path)


def _kept_of_papers(path: PurePosixPath) -> bool:
    package = path.parts[0].partition("-")[0]
    if package in PACKAGES_LEFT_OUT and package != "cffi":
        return False
    return path.name in INFO_KEPT or _is_licence(path)


def _is_licence(path: PurePosixPath) -> bool:
    upper = path.name.upper()
    return "licenses" in path.parts or upper.startswith(("LICEN", "COPYING", "NOTICE", "AUTHORS"))


def _is_library_beside(path: PurePosixPath) -> bool:
    """Python modules and the libraries that they are linked to, without what compilers need."""
    if len(path.parts) != 2:
        return False
    return bool(module_of(path.name)) or path.name.startswith(_BESIDE)


def _kept_of_qt(path: PurePosixPath, system: System) -> bool:
    if len(path.parts) == 1:
        return _kept_at_top(path.name)
    if path.parts[0] == "support":
        return path.name in {"__init__.py", "deprecated.py"}
    inside = path.as_posix()
    if inside.startswith(system.plugins + "/"):
        kind, name = path.relative_to(system.plugins).parts[:2]
        return plugin_of(name) in QT_PLUGINS.get(kind, set())
    if path.parent.as_posix() == PurePosixPath(system.plugins).with_name("translations").as_posix():
        return path.name in {f"qtbase_{language}.qm" for language in TRANSLATIONS}
    if system.qt and inside.startswith(system.qt + "/"):
        return _kept_library(path.relative_to(system.qt))
    return False


def _kept_at_top(name: str) -> bool:
    module = module_of(name)
    if module.startswith("Qt") and not module.startswith("Qt6"):
        return module in QT_MODULES
    library = library_of(name)
    if library:
        return library in QT_LIBRARIES
    if name.startswith(_BESIDE):
        return True
    return bool(module) and not name.endswith((".dll", ".exe"))


def _kept_library(path: PurePosixPath) -> bool:
    """Of Qt's folder of libraries: frameworks without their headers, and ICU on Linux."""
    if set(path.parts) & {"Headers", "Modules", "_CodeSignature"}:
        return False
    name = path.parts[0]
    return library_of(name) in QT_LIBRARIES or name.startswith("libicu")


def kept_of_stdlib(path: PurePosixPath) -> bool:
    """Whether a file of Python's own library, relative to it, is shipped."""
    if path.suffix != ".py" or path.parts[0].startswith("config-"):
        return False
    names = {*path.parts[:-1], path.stem if len(path.parts) == 1 else ""}
    return not names & STDLIB_LEFT_OUT


def kept_of_runtime(name: str) -> bool:
    """Whether a compiled module or library of Python is shipped."""
    stem = module_of(name) or name.partition(".")[0]
    if re.search(r"\.cp\d+t-", name) or stem.startswith(("_test", "api-ms-")):
        return False
    return stem not in RUNTIME_LEFT_OUT
