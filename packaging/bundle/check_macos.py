"""Looks at the download for macOS without a Mac; on one, also runs it."""

import os
import platform
import plistlib
import stat
import zipfile
from pathlib import Path

from bundle import dylibs, macho, macos, seal, trying
from bundle.places import NAME, OUT, version
from bundle.trying import expect

_ARCHES = {"x86_64", "arm64"}
_ICNS_KINDS = 10

_ONLY_ON_A_MAC = [
    "not tried: starting it: dyld, the window, the Keychain",
    "not tried: Gatekeeper, notarisation, the .dmg (packaging/macos/finish.py has never run)",
]


def check() -> list[str]:
    """Look at the bundle; returns what was not tried. Raises `Wrong`."""
    work = trying.fresh("macos")
    [archive] = OUT.glob(f"{NAME}-{version()}-macos-universal2*.zip")
    print(archive.name)
    unpack(archive, work)
    app = work / f"{NAME}.app"
    oldest = _check_papers(app)
    _check_binaries(app, oldest)
    lost = dylibs.unresolved(app)
    expect(not lost, f"every library that is loaded is there {lost[:5] or ''}")
    wrong = seal.problems(app)
    expect(not wrong, f"the seal holds, on every page and file {wrong[:5] or ''}")
    _check_that_tampering_shows(app)
    if platform.system() != "Darwin":
        return _ONLY_ON_A_MAC
    program = str(app / "Contents" / "MacOS" / NAME)
    for kind in ("offscreen", "cocoa"):
        environ = {**os.environ, "QT_QPA_PLATFORM": kind}
        found = trying.self_test([program], environ, work / f"{kind}.json")
        expect(found["window"]["platform"] == kind, f"it runs ({kind})")
    return ["not tried: Gatekeeper on a Mac that has never seen it"]


def unpack(archive: Path, folder: Path) -> None:
    """Unpack as macOS does, links and permissions included."""
    with zipfile.ZipFile(archive) as packed:
        for entry in packed.infolist():
            target = folder / entry.filename
            target.parent.mkdir(parents=True, exist_ok=True)
            mode = entry.external_attr >> 16
            if stat.S_ISLNK(mode):
                target.symlink_to(os.fsdecode(packed.read(entry)))
            else:
                target.write_bytes(packed.read(entry))
                target.chmod(mode & 0o777)


def _check_papers(app: Path) -> str:
    """Look at what the bundle says of itself; returns the oldest macOS that it names."""
    contents = app / "Contents"
    papers = plistlib.loads((contents / "Info.plist").read_bytes())
    expect(papers["CFBundleShortVersionString"] == version(), f"Info.plist says {version()}")
    oldest = str(papers["LSMinimumSystemVersion"])
    expect(oldest == macos.floor(app), f"and macOS {oldest}, as Qt does")
    main = contents / "MacOS" / papers["CFBundleExecutable"]
    expect(os.access(main, os.X_OK), "the program may be run")
    drawn = (contents / "Resources" / f"{papers['CFBundleIconFile']}.icns").read_bytes()
    expect(drawn[:4] == b"icns" and drawn.count(b"\x89PNG") == _ICNS_KINDS, "the icon is there")
    return oldest


def _check_binaries(app: Path, oldest: str) -> None:
    count, newer = 0, set()
    for path in sorted(app.rglob("*")):
        if path.is_symlink() or not path.is_file() or not macho.is_binary(path):
            continue
        count += 1
        halves = macho.halves(path.read_bytes())
        if {half.arch for half in halves} != _ARCHES:
            raise trying.Wrong(f"{path.name} is for {[half.arch for half in halves]} alone")
        for half in halves:
            if macho.numbers(half.floor) > macho.numbers(oldest):
                newer.add((path.name, half.floor))
    expect(count, f"{count} binaries are for both kinds of processors")
    for name, floor in sorted(newer):
        print(f"  note: {name} says it is for macOS {floor} and later")


def _check_that_tampering_shows(app: Path) -> None:
    target = app / "Contents" / "Resources" / "LICENSE"
    content = target.read_bytes()
    target.write_bytes(content + b"x")
    expect(seal.problems(app), "a changed file breaks it")
    target.write_bytes(content)
