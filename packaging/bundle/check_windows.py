"""Tries the Windows installer: installed, tested, upgraded, removed; on Linux under wine."""

import os
import platform
import shutil
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

from bundle import launcher, pe, signing, stand_ins, trying, windows
from bundle.folder import icons
from bundle.places import BUILD, NAME, OUT, ROOT, run, version
from bundle.trying import expect
from bundle.wine import Wine

_OLD = "0.0.1"
_SETTLED = 45.0
_UNINSTALL = r"Software\Microsoft\Windows\CurrentVersion\Uninstall\Counterpart"
_RUN = r"Software\Microsoft\Windows\CurrentVersion\Run"


def check() -> list[str]:
    """Try the installer; returns what was not tried, or not on the real thing. Raises `Wrong`."""
    work = trying.fresh("windows")
    [setup] = OUT.glob(f"{NAME}-{version()}-windows-x86_64*-setup.exe")
    if platform.system() == "Windows":
        return _check_on_windows(setup, work)
    built = BUILD / "windows" / NAME
    with trying.screen() as display:
        wine = Wine(work, display)
        try:
            stood_in = _check_under_wine(wine, work, setup, built)
        finally:
            wine.stop()
    return [
        "not real: wine in the place of Windows",
        *(f"not real: {word}" for word in stood_in),
        "not tried: SmartScreen, virus scanners, scaling, dark mode, signtool, time stamps",
    ]


def _check_on_windows(setup: Path, work: Path) -> list[str]:
    """On the real thing, for the person who runs this: installed, tested, taken out again."""
    installed = Path(os.environ["LOCALAPPDATA"], "Programs", NAME)
    expect(subprocess.call([str(setup), "/S"]) == 0, "it installs, silently")
    expect(_differences(BUILD / "windows" / NAME, installed) == [], "all that was built")
    for kind in ("offscreen", "windows"):
        environ = {**os.environ, "QT_QPA_PLATFORM": kind}
        program = [str(installed / "bin" / "counterpart.exe")]
        found = trying.self_test(program, environ, work / f"{kind}.json")
        expect(found["window"]["platform"] == kind, f"it runs ({kind})")
        expect(found["keyring"]["kept"], "Windows' Credential Manager keeps tokens")
    subprocess.call([str(installed / "Uninstall.exe"), "/S"])
    expect(_gone(installed), "it is removed")
    return ["not tried: SmartScreen, on a Windows that has never seen it"]


def _check_under_wine(wine: Wine, work: Path, setup: Path, built: Path) -> list[str]:
    print(setup.name)
    wine.become("win7")
    expect(wine.run(str(setup), "/S") == 2, "on Windows 7 it refuses")
    wine.become("win10")
    stood_in = stand_ins.make_all(built, wine.drive / "windows/system32")
    # wine hands no QT_ variable on; those of its registry it does.
    wine.run("reg", "add", r"HKCU\Environment", "/v", "QT_QPA_PLATFORM", "/d", "windows", "/f")
    installed = wine.local / "Programs" / NAME
    _check_upgrade(wine, _signed_old_setup(work), setup, built)
    stood_in += stand_ins.put_aside(installed)
    _check_app(wine, work)
    _check_refusals(wine, setup)
    _check_removal(wine, setup)
    _look_at_wizard(wine, setup)
    stand_ins.put_aside(installed)
    _finish_wizard(wine)
    _look_at_uninstaller(wine)
    return stood_in


def _signed_old_setup(work: Path) -> Path:
    """An installer of an older version, signed, with a file that the new one no longer has."""
    old = work / "old"
    (old / "lib").mkdir(parents=True)
    launcher.for_windows(old, icons() / "counterpart.ico")
    (old / "lib" / "stale.pyc").write_bytes(b"old")
    shutil.copy2(ROOT / "LICENSE", old / "LICENSE.txt")
    out = work / "old-setup.exe"
    windows.make_installer(old, out, _OLD, {**os.environ, **_own_certificate(work)})
    return out


def _own_certificate(work: Path) -> dict[str, str]:
    """A certificate that nobody but this check trusts, named as a real one is."""
    key, paper, both, word = (work / f"sign.{end}" for end in ("key", "pem", "pfx", "txt"))
    word.write_text("for this check", "ascii")
    run(
        [
            *("openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2"),
            *("-subj", "/CN=Counterpart check", "-addext", "extendedKeyUsage=codeSigning"),
            *("-keyout", str(key), "-out", str(paper)),
        ]
    )
    run(
        [
            *("openssl", "pkcs12", "-export", "-inkey", str(key), "-in", str(paper)),
            *("-out", str(both), "-passout", f"file:{word}"),
        ]
    )
    return {signing.PFX: str(both), signing.PASSWORD: str(word), signing.STAMP: ""}


def _is_signed(program: Path, work: Path) -> bool:
    paper = str(work / "sign.pem")
    asked = ["osslsigncode", "verify", "-CAfile", paper, "-in", str(program)]
    return subprocess.run(asked, capture_output=True, check=False).returncode == 0


def _check_upgrade(wine: Wine, old: Path, setup: Path, built: Path) -> None:
    installed = wine.local / "Programs" / NAME
    expect(wine.run(str(old), "/S", "/DESKTOP=1", "/LOGIN=1") == 0, "an older version installs")
    expect((installed / "lib/stale.pyc").is_file(), "it lies in the person's own folder")
    for program in (old, installed / f"{NAME}.exe", installed / "Uninstall.exe"):
        expect(_is_signed(program, old.parent), f"{program.name} bears the signature asked for")
    expect(wine.registered(_UNINSTALL, "DisplayVersion") == _OLD, "Windows knows its version")
    expect(wine.run(str(setup), "/S") == 0, "the new version installs over it, silently")
    expect(wine.registered(_UNINSTALL, "DisplayVersion") == version(), "Windows knows the new one")
    expect(not (installed / "lib/stale.pyc").exists(), "nothing of the old version is left")
    expect(_differences(built, installed) == [], "what is installed is what was built")
    expect(NAME in wine.registered(_RUN, NAME), "it still starts at sign-in, as chosen before")
    expect(wine.links("Desktop"), "the link on the desktop stays, as chosen before")
    expect(wine.links("Start Menu"), "it stands in the Start menu")


def _differences(built: Path, installed: Path) -> list[str]:
    ours = {path.relative_to(built).as_posix(): path for path in built.rglob("*") if path.is_file()}
    its = {
        path.relative_to(installed).as_posix(): path
        for path in installed.rglob("*")
        if path.is_file() and path.name != "Uninstall.exe"
    }
    other = [name for name in ours.keys() & its.keys() if _unlike(ours[name], its[name])]
    return sorted((ours.keys() ^ its.keys()) | set(other))


def _unlike(one: Path, other: Path) -> bool:
    return one.read_bytes() != other.read_bytes()


def _check_app(wine: Wine, work: Path) -> None:
    installed = wine.local / "Programs" / NAME
    window = installed / f"{NAME}.exe"
    expect(pe.parsed(window.read_bytes()).machine == 0x8664, "the program is for 64-bit Windows")
    out = work / "windows.json"
    told = "Z:" + str(out.resolve()).replace("/", "\\")
    found = trying.self_test(["wine", str(window)], wine.environ, out, told)
    expect(found["window"]["platform"] == "windows", "the window is one of Windows'")
    expect(found["keyring"]["kept"], f"{found['keyring']['backend']} keeps tokens")
    console = str(installed / "bin/counterpart.exe")
    said = subprocess.run(
        ["wine", console, "--version"], env=wine.environ, capture_output=True, check=False
    )
    expect(version().encode() in said.stdout, "on the command line it answers")


def _check_refusals(wine: Wine, setup: Path) -> None:
    installed = wine.local / "Programs" / NAME
    process = wine.start(str(installed / f"{NAME}.exe"), "--demo")
    try:
        trying.wait_for_window(wine.display)
        time.sleep(_SETTLED)
        _keep(wine, "window")
        expect(wine.run(str(setup), "/S") == 3, "while it is open, a silent upgrade refuses")
    finally:
        trying.end(process)
        wine.stop()
    theirs = wine.drive / "theirs" / "lib" / "kept.txt"
    theirs.parent.mkdir(parents=True)
    theirs.write_bytes(b"theirs")
    expect(wine.run(str(setup), "/S", r"/D=C:\theirs") == 2, "a folder of others' is refused")
    expect(theirs.is_file() and (installed / f"{NAME}.exe").is_file(), "and nothing is changed")


def _check_removal(wine: Wine, setup: Path) -> None:
    installed = wine.local / "Programs" / NAME
    data = wine.local / NAME / "data" / "kept.sqlite"
    data.parent.mkdir(parents=True, exist_ok=True)
    data.write_bytes(b"data")
    elsewhere = wine.drive / "elsewhere"
    expect(
        wine.run(str(setup), "/S", r"/D=C:\elsewhere") == 0, "it moves to a folder that is named"
    )
    expect(not installed.exists(), "and leaves the one before")
    wine.run(str(elsewhere / "Uninstall.exe"), "/S")
    expect(_gone(elsewhere), "uninstalling removes the program")
    expect(not wine.links(""), "and its links")
    expect(not wine.registered(_UNINSTALL, "DisplayVersion"), "and its place in Windows' list")
    expect(not wine.registered(_RUN, NAME), "and the start at sign-in")
    expect(data.is_file(), "data and settings stay")
    wine.run(str(setup), "/S")
    expect((installed / f"{NAME}.exe").is_file(), "it installs again")
    expect(not wine.links("Desktop"), "with no link on the desktop, as nobody asked for one")
    expect(not wine.registered(_RUN, NAME), "and no start at sign-in")
    wine.run(str(installed / "Uninstall.exe"), "/S", "/DATA=1")
    expect(_gone(installed), "and is removed again")
    expect(not data.parent.parent.exists(), "with /DATA=1 data and settings go too")


def _gone(folder: Path) -> bool:
    """The uninstaller goes on in a process of its own after it has answered."""
    return _soon(lambda: not folder.exists())


def _soon(holds: Callable[[], bool]) -> bool:
    until = time.monotonic() + 90
    while time.monotonic() < until:
        if holds():
            time.sleep(2)
            return True
        time.sleep(0.5)
    return False


def _keep(wine: Wine, name: str) -> None:
    print(f"  kept: {trying.picture(wine.display, f'windows-{name}')}")


def _go_through(wine: Wine, pages: dict[str, tuple[str, ...]]) -> None:
    """Keep a picture of each page, then press its keys."""
    for name, keys in pages.items():
        time.sleep(4)
        _keep(wine, name)
        wine.press(*keys)


def _look_at_wizard(wine: Wine, setup: Path) -> None:
    """Through the wizard to its last page, by keyboard; both choices are ticked on the way."""
    wine.start(str(setup))
    trying.wait_for_window(wine.display)
    _go_through(
        wine,
        {
            "wizard-1-welcome": ("alt+n",),
            "wizard-2-licence": ("alt+a",),
            "wizard-3-choices": ("Down", "space", "Down", "space"),
            "wizard-4-chosen": ("alt+n",),
            "wizard-5-folder": ("alt+i",),
        },
    )
    time.sleep(2)
    _keep(wine, "wizard-6-copying")
    expect(_soon((wine.local / "Programs" / NAME / "Uninstall.exe").is_file), "it installs")
    expect(_soon(lambda: bool(wine.links("Desktop"))), "with the link that was ticked")
    time.sleep(8)
    expect(wine.registered(_RUN, NAME), "and the start at sign-in that was ticked")
    _keep(wine, "wizard-7-finish")


def _finish_wizard(wine: Wine) -> None:
    """Its last page opens the program, as ticked there; it has never been opened before."""
    wine.press("alt+f")
    time.sleep(_SETTLED / 3)
    trying.wait_for_window(wine.display)
    _keep(wine, "first-opened")
    wine.stop()


def _look_at_uninstaller(wine: Wine) -> None:
    installed = wine.local / "Programs" / NAME
    wine.start(str(installed / "Uninstall.exe"))
    trying.wait_for_window(wine.display)
    _go_through(wine, {"uninstall-1-confirm": ("alt+n",), "uninstall-2-choices": ("alt+u",)})
    expect(_gone(installed), "the uninstaller's own pages remove it")
    time.sleep(4)
    _keep(wine, "uninstall-3-finish")
    wine.press("alt+f")
