"""What installers are made from: the trimming list, the imports, the scripts, the papers."""

import plistlib
import re
import struct
import tomllib
from importlib.metadata import PackageNotFoundError, files, requires
from pathlib import Path, PurePosixPath

import pytest

import app
from bundle import elf, folder, imports, macho, materials, places, seal, trimming
from bundle.locked import check_pins
from bundle.systems import LINUX, MACOS, SYSTEMS, WINDOWS, System, library_of, module_of, plugin_of
from tests.checkout import ROOT

PACKAGING = ROOT / "packaging"


def installed() -> list[tuple[PurePosixPath, Path]]:
    """The files of every package installed here that the app runs with."""
    found = []
    for name in needed():
        for path in files(name) or []:
            real = Path(str(path.locate()))
            if ".." not in path.parts and real.suffix != ".pyc" and real.is_file():
                found.append((PurePosixPath(path.as_posix()), real))
    return found


def needed() -> list[str]:
    """The packages that pyproject.toml names for the app, and those that they need in turn."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    found: dict[str, None] = {}
    waiting = list(project["dependencies"])
    while waiting:
        name = re.split(r"[^A-Za-z0-9._-]", waiting.pop())[0].lower().replace("_", "-")
        try:
            more = requires(name) or []
        except PackageNotFoundError:  # For another system or Python.
            continue
        if name not in found:
            found[name] = None
            waiting += [one for one in more if "extra ==" not in one]
    return list(found)


@pytest.mark.parametrize("system", SYSTEMS.values(), ids=lambda system: system.name)
def test_every_import_resolves_in_the_trimmed_folder(system: System) -> None:
    """The app, and all that it reaches, find what they import among the files that are kept.

    The packages are this computer's; a build looks at those of the system that it is for.
    """
    packages = [(name, path) for name, path in installed() if trimming.kept(name, system)]
    assert folder.lost_imports(system, packages, None) == []


def test_an_import_that_was_trimmed_away_is_told() -> None:
    """The check above can fail: without Qt's widgets it names who wants them."""
    packages = [(name, path) for name, path in installed() if "QtWidgets" not in name.name]
    lost = folder.lost_imports(LINUX, packages, None)
    assert "app.startup imports PySide6.QtWidgets" in lost


def test_imports_are_followed_only_where_they_are_carried_out() -> None:
    """Ours count wherever they stand; those of others only where nothing can avoid them."""
    shelf = imports.Shelf()
    sources = {
        "ours/__init__.py": "def later():\n    import gone\nimport theirs\n",
        "theirs.py": "try:\n    import optional\nexcept ImportError:\n    pass\nimport needed\n",
    }
    for name, text in sources.items():
        shelf.add(PurePosixPath(name), lambda text=text: text)  # type: ignore[misc]
    lost = imports.missing(shelf, ["ours"], lambda name: name == "ours")
    assert lost == ["ours imports gone", "theirs imports needed"]


@pytest.mark.parametrize(
    ("path", "system", "kept"),
    [
        ("PySide6/QtWidgets.abi3.so", LINUX, True),
        ("PySide6/QtQml.abi3.so", LINUX, False),
        ("PySide6/Qt/lib/libQt6Core.so.6", LINUX, True),
        ("PySide6/Qt/lib/libQt6Qml.so.6", LINUX, False),
        ("PySide6/Qt/plugins/platforms/libqxcb.so", LINUX, True),
        ("PySide6/Qt/plugins/platforms/libqlinuxfb.so", LINUX, False),
        ("PySide6/Qt6Core.dll", WINDOWS, True),
        ("PySide6/Qt6Quick.dll", WINDOWS, False),
        ("PySide6/plugins/platforms/qwindows.dll", WINDOWS, True),
        ("PySide6/opengl32sw.dll", WINDOWS, False),
        ("PySide6/designer.exe", WINDOWS, False),
        ("PySide6/Qt/lib/QtCore.framework/Versions/A/QtCore", MACOS, True),
        ("PySide6/Qt/lib/QtQml.framework/Versions/A/QtQml", MACOS, False),
        ("PySide6/Qt/plugins/platforms/libqcocoa.dylib", MACOS, True),
        ("httpx/_api.py", LINUX, True),
        ("httpx-1.dist-info/RECORD", LINUX, False),
        ("httpx-1.dist-info/licenses/LICENSE.md", LINUX, True),
    ],
)
def test_the_trimming_list(path: str, system: System, kept: bool) -> None:
    """One list serves three systems, whatever files are called there."""
    assert trimming.kept(PurePosixPath(path), system) is kept


def test_files_are_known_by_one_name() -> None:
    """Modules, Qt's libraries and plugins, on every system."""
    assert [module_of(one) for one in ("a.py", "a.abi3.so", "a.pyd", "a.txt")] == [
        "a",
        "a",
        "a",
        "",
    ]
    same = ("libQt6Gui.so.6", "Qt6Gui.dll", "QtGui.framework")
    assert {library_of(one) for one in same} == {"Qt6Gui"}
    assert {plugin_of(one) for one in ("libqjpeg.so", "qjpeg.dll")} == {"qjpeg"}


def test_only_what_is_locked_is_shipped() -> None:
    """Another version, another hash, or nothing at all stops a build."""
    pin, digest = "a==1", "sha256:" + "0" * 64
    check_pins(f"{pin} \\\n --hash={digest}", f"{pin} \\\n --hash={digest}")
    for other in (f"a==2 --hash={digest}", f"{pin} --hash={digest[:-1]}1", ""):
        with pytest.raises(places.CannotBuild, match=r"requirements\.lock"):
            check_pins(other, f"{pin} \\\n --hash={digest}")


def test_the_version_is_the_apps() -> None:
    """It is read, never repeated."""
    assert places.version() == app.__version__


def half(cpu: int, tail: bytes) -> bytes:
    """The least that is a binary of macOS."""
    return struct.pack("<IIIIIIII", 0xFEEDFACF, cpu, 0, 6, 0, 0, 0, 0) + tail


def test_two_halves_are_joined_and_found_again() -> None:
    """As lipo does it: each begins at a page, nothing of it is lost."""
    intel, arm = half(0x01000007, b"intel\0\0"), half(0x0100000C, b"arm")
    found = macho.halves(macho.joined([arm, intel]))
    assert [(one.arch, one.data) for one in found] == [("x86_64", intel), ("arm64", arm)]


def test_a_bundle_without_a_seal_is_told(tmp_path: Path) -> None:
    """And so is a file that nothing has sealed."""
    contents = tmp_path / "X.app" / "Contents"
    for name in ("MacOS", "Resources", "_CodeSignature"):
        (contents / name).mkdir(parents=True)
    (contents / "Info.plist").write_bytes(plistlib.dumps({"CFBundleExecutable": "X"}))
    sealed = plistlib.dumps({"files2": {"Resources/gone": {"hash2": b"0"}}})
    (contents / "_CodeSignature" / "CodeResources").write_bytes(sealed)
    (contents / "MacOS" / "X").write_bytes(half(0x0100000C, b"x"))
    (contents / "Resources" / "loose").write_bytes(b"")
    assert seal.problems(tmp_path / "X.app") == [
        "X (arm64): no seal",
        "Resources/gone is missing",
        "Resources/loose is not sealed",
    ]


def test_digests_of_all_artefacts(tmp_path: Path) -> None:
    """One line a file, as sha256sum reads it."""
    (tmp_path / "a.bin").write_bytes(b"a")
    lines = materials.sums(tmp_path).read_text("ascii").splitlines()
    assert lines == ["ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb  a.bin"]


def test_a_library_is_named_from_where_its_user_lies() -> None:
    """Above, beside or below: never cut short."""
    ways = [elf.way_from(Path("/a/b/c/x.so"), Path(home)) for home in ("/a", "/a/b/c", "/a/b/d")]
    assert ways == ["$ORIGIN/../..", "$ORIGIN", "$ORIGIN/../d"]


def test_systems_are_told_apart() -> None:
    """Three systems, each under its own name."""
    assert [system.name for system in SYSTEMS.values()] == ["linux", "windows", "macos"]
