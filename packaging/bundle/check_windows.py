"""Tries the Windows installer under wine: installed, tested, upgraded, taken out again."""

import os
import platform
import shutil
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

from bundle import launcher, pe, stand_ins, trying, windows
from bundle.folder import icons
from bundle.places import BUILD, NAME, OUT, ROOT, version
from bundle.trying import expect

_OLD = "0.0.1"
_SETTLED = 45.0
_UNINSTALL = r"Software\Microsoft\Windows\CurrentVersion\Uninstall\Counterpart"
_RUN = r"Software\Microsoft\Windows\CurrentVersion\Run"


class Wine:
    """A Windows of its own for one check."""

    def __init__(self, work: Path, display: str) -> None:
        self.prefix = work / "prefix"
        self.display = display
        self.drive = self.prefix / "drive_c"
        self.environ = {
            "PATH": os.environ["PATH"],
            "HOME": str(work / "home"),
            "WINEPREFIX": str(self.prefix),
            "WINEDEBUG": "-all",
            "WINEDLLOVERRIDES": "mscoree,mshtml,winemenubuilder.exe=;mscms=n",
            "DISPLAY": display,
            "LC_ALL": "C.UTF-8",
        }

    @property
    def local(self) -> Path:
        """The person's folder for programs and data."""
        [user] = [one for one in (self.drive / "users").iterdir() if one.name != "Public"]
        return user / "AppData/Local"

    def run(self, *command: str) -> int:
        """Run a program to its end; returns its exit status."""
        done = subprocess.run(
            ["wine", *command],
            env=self.environ,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            check=False,
            timeout=400,
        )
        return done.returncode

    def start(self, *command: str) -> "subprocess.Popen[bytes]":
        """Run a program that is looked at."""
        nowhere = subprocess.DEVNULL
        return subprocess.Popen(
            ["wine", *command], env=self.environ, stdin=nowhere, stdout=nowhere, stderr=nowhere
        )

    def registered(self, key: str, name: str) -> str:
        """A value of the person's registry; "" when it is not there."""
        asked = ["wine", "reg", "query", rf"HKCU\{key}", "/v", name]
        done = subprocess.run(asked, env=self.environ, capture_output=True, check=False)
        lines = [line for line in done.stdout.decode(errors="replace").splitlines() if name in line]
        return lines[-1].split("REG_SZ")[-1].strip() if lines and "REG_SZ" in lines[-1] else ""

    def stop(self) -> None:
        """End what still runs in it."""
        subprocess.run(["wineserver", "-k"], env=self.environ, check=False)
        subprocess.run(["wineserver", "-w"], env=self.environ, check=False, timeout=60)


def check() -> list[str]:
    """Try the installer; returns what stood in for Windows' own. Raises `Wrong`."""
    work = trying.fresh("windows")
    [setup] = OUT.glob(f"{NAME}-{version()}-windows-x86_64*-setup.exe")
    if platform.system() == "Windows":
        return _check_on_windows(setup, work)
    built = BUILD / "windows" / NAME
    (work / "home" / "Desktop").mkdir(parents=True)
    with trying.screen() as display:
        wine = Wine(work, display)
        try:
            _prepare(wine, setup, built)
            _check_upgrade(wine, _old_setup(work), setup, built)
            _check_app(wine, work)
            _check_removal(wine, setup)
            _look_at_wizard(wine, setup)
        finally:
            wine.stop()
    return [f"stand-in for {name}: {why}" for name, why in stand_ins.WHAT.items()]


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
    return ["SmartScreen, on a Windows that has never seen it"]


def _prepare(wine: Wine, setup: Path, built: Path) -> None:
    print("wine")
    subprocess.run(
        ["wineboot", "-i"], env=wine.environ, capture_output=True, check=True, timeout=300
    )
    _say_windows(wine, "win7")
    expect(wine.run(str(setup), "/S") == 2, "on Windows 7 it refuses")
    _say_windows(wine, "win10")
    system32 = wine.drive / "windows/system32"
    qt = built / "lib/PySide6"
    stand_ins.make("icuuc.dll", qt / "Qt6Core.dll", system32)
    stand_ins.make("mscms.dll", qt / "plugins/platforms/qwindows.dll", system32)


def _say_windows(wine: Wine, name: str) -> None:
    wine.run("reg", "add", r"HKCU\Software\Wine", "/v", "Version", "/d", name, "/f")


def _old_setup(work: Path) -> Path:
    """An installer of an older version that holds a file which the new one no longer has."""
    old = work / "old"
    (old / "lib").mkdir(parents=True)
    launcher.for_windows(old, icons() / "counterpart.ico")
    (old / "lib" / "stale.pyc").write_bytes(b"old")
    shutil.copy2(ROOT / "LICENSE", old / "LICENSE.txt")
    out = work / "old-setup.exe"
    windows.compile_installer(old, out, _OLD)
    return out


def _check_upgrade(wine: Wine, old: Path, setup: Path, built: Path) -> None:
    print(setup.name)
    installed = wine.local / "Programs" / NAME
    expect(wine.run(str(old), "/S", "/DESKTOP=1", "/LOGIN=1") == 0, "an older version installs")
    expect((installed / "lib/stale.pyc").is_file(), "it lies in the person's own folder")
    expect(wine.registered(_UNINSTALL, "DisplayVersion") == _OLD, "Windows knows its version")
    expect(wine.run(str(setup), "/S") == 0, "the new version installs over it, silently")
    expect(wine.registered(_UNINSTALL, "DisplayVersion") == version(), "Windows knows the new one")
    expect(not (installed / "lib/stale.pyc").exists(), "nothing of the old version is left")
    expect(_differences(built, installed) == [], "what is installed is what was built")
    expect(NAME in wine.registered(_RUN, NAME), "it still starts at sign-in, as chosen before")
    expect(_links(wine, "Desktop"), "the link on the desktop stays, as chosen before")
    expect(_links(wine, "Start Menu"), "it stands in the Start menu")


def _links(wine: Wine, below: str) -> list[Path]:
    """Links to the program; wine's desktop is a folder of the home."""
    places = (wine.drive / "users", Path(wine.environ["HOME"]))
    found = [path for place in places for path in place.rglob(f"{NAME}.lnk")]
    return [path for path in found if below in str(path)]


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
    (installed / "runtime/_wmi.pyd").unlink()
    window = installed / f"{NAME}.exe"
    expect(pe.parsed(window.read_bytes()).machine == 0x8664, "the program is for 64-bit Windows")
    out = work / "windows.json"
    told = "Z:" + str(out.resolve()).replace("/", "\\")
    # wine hands no QT_ variable on; those of its registry it does.
    wine.run("reg", "add", r"HKCU\Environment", "/v", "QT_QPA_PLATFORM", "/d", "windows", "/f")
    found = trying.self_test(["wine", str(window)], wine.environ, out, told)
    expect(found["window"]["platform"] == "windows", "the window is one of Windows'")
    expect(found["keyring"]["kept"], f"{found['keyring']['backend']} keeps tokens")
    console = str(installed / "bin/counterpart.exe")
    said = subprocess.run(
        ["wine", console, "--version"], env=wine.environ, capture_output=True, check=False
    )
    expect(version().encode() in said.stdout, "on the command line it answers")
    process = wine.start(str(window), "--demo")
    try:
        trying.wait_for_window(wine.display)
        time.sleep(_SETTLED)
        print(f"  kept: {trying.picture(wine.display, 'windows-window')}")
        busy = wine.run(str(next(OUT.glob("*-setup.exe"))), "/S")
        expect(busy == 3, "while it is open, a silent upgrade refuses and changes nothing")
    finally:
        trying.end(process)
        wine.stop()


def _check_removal(wine: Wine, setup: Path) -> None:
    installed = wine.local / "Programs" / NAME
    data = wine.local / NAME / "data" / "kept.sqlite"
    data.parent.mkdir(parents=True, exist_ok=True)
    data.write_bytes(b"data")
    wine.run(str(installed / "Uninstall.exe"), "/S")
    expect(_gone(installed), "uninstalling removes the program")
    expect(not _links(wine, ""), "and its links")
    expect(not wine.registered(_UNINSTALL, "DisplayVersion"), "and its place in Windows' list")
    expect(not wine.registered(_RUN, NAME), "and the start at sign-in")
    expect(data.is_file(), "data and settings stay")
    wine.run(str(setup), "/S")
    expect((installed / f"{NAME}.exe").is_file(), "it installs again")
    expect(not _links(wine, "Desktop"), "with no link on the desktop, as nobody asked for one")
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


def _look_at_wizard(wine: Wine, setup: Path) -> None:
    process = wine.start(str(setup))
    try:
        trying.wait_for_window(wine.display)
        for name, keys in (("welcome", "alt+n"), ("licence", "alt+a"), ("choices", "alt+n")):
            time.sleep(4)
            print(f"  kept: {trying.picture(wine.display, f'windows-wizard-{name}')}")
            _press(wine, keys)
        time.sleep(4)
        print(f"  kept: {trying.picture(wine.display, 'windows-wizard-folder')}")
        _press(wine, "alt+i")
        expect(_soon((wine.local / "Programs" / NAME / "Uninstall.exe").is_file), "it installs")
        time.sleep(8)
        print(f"  kept: {trying.picture(wine.display, 'windows-wizard-finish')}")
    finally:
        trying.end(process)


def _press(wine: Wine, keys: str) -> None:
    pressed = ["xdotool", "key", "--clearmodifiers", keys]
    subprocess.run(pressed, env={**os.environ, "DISPLAY": wine.display}, check=True)
