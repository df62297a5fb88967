"""Tries the downloads for Linux: unpacked, on no screen, on one, with a keyring, in the picture."""

import os
import shutil
import subprocess
import tarfile
import time
from pathlib import Path

from bundle import trying
from bundle.places import NAME, OUT, run, version
from bundle.trying import expect

_SETTLED = 20.0
_IN_A_SESSION = (
    'echo -n test | gnome-keyring-daemon --unlock --components=secrets >/dev/null && exec "$@"'
)


def check(*, clean_system: bool) -> list[str]:
    """Try both; returns what could not be tried here. Raises `Wrong`."""
    work = trying.fresh("linux")
    [archive] = OUT.glob(f"{NAME}-{version()}-linux-x86_64*.tar.gz")
    [package] = OUT.glob(f"counterpart_{version()}*_amd64.deb")
    left = _check_archive(archive, work)
    _check_package(package, work)
    if clean_system:
        _check_clean_system(package, work)
    else:
        left.append("not tried: installing the .deb on a bare Debian (--clean-system, needs root)")
    return left


def _environ(work: Path, **more: str) -> dict[str, str]:
    """Nothing of this computer's Pythons, settings and data."""
    home = work / "home"
    home.mkdir(exist_ok=True)
    return {"HOME": str(home), "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", **more}


def _check_archive(archive: Path, work: Path) -> list[str]:
    print(archive.name)
    place = work / "Käse & Söhne, unpacked"
    with tarfile.open(archive) as packed:
        packed.extractall(place, filter="tar")
    program = str(place / f"{NAME}-{version()}" / "counterpart")
    offscreen = _environ(work, QT_QPA_PLATFORM="offscreen")
    found = trying.self_test([program], offscreen, work / "offscreen.json")
    expect(found["window"]["platform"] == "offscreen", "it runs where there is no screen")
    expect(place.name in found["folder"], "it runs from a folder with blanks, accents, a comma")
    before = _contents(place)
    listed = run([program, "--version"], env=offscreen).strip()
    expect(listed == f"{NAME} {version()}", "it says its version")
    expect(_contents(place) == before, "it writes nothing into its own folder")
    with trying.screen() as display:
        environ = _environ(work, DISPLAY=display, QT_QPA_PLATFORM="xcb")
        found = trying.self_test([program], environ, work / "xcb.json")
        expect(found["window"]["platform"] == "xcb", "it runs on an X screen")
        _take_picture(program, environ, display)
    _check_menu(place / f"{NAME}-{version()}", work)
    return _check_keyring(program, work)


def _contents(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*"))


def _take_picture(program: str, environ: dict[str, str], display: str) -> None:
    process = subprocess.Popen([program, "--demo"], env=environ, stderr=subprocess.DEVNULL)
    try:
        trying.wait_for_window(display)
        time.sleep(_SETTLED)
        print(f"  kept: {trying.picture(display, 'linux-window')}")
    finally:
        trying.end(process)


def _check_menu(folder: Path, work: Path) -> None:
    environ = _environ(work)
    run(["sh", str(folder / "install.sh")], env=environ)
    entry = work / "home/.local/share/applications/counterpart.desktop"
    run(["desktop-file-validate", str(entry)])
    expect(folder.parent.name in entry.read_text("utf-8"), "install.sh adds a valid menu entry")
    run(["sh", str(folder / "install.sh"), "--remove"], env=environ)
    expect(not entry.exists(), "install.sh --remove takes it out")


def _check_keyring(program: str, work: Path) -> list[str]:
    if not (shutil.which("dbus-run-session") and shutil.which("gnome-keyring-daemon")):
        return ["not tried: the keyring (needs dbus and gnome-keyring)"]
    environ = _environ(work, QT_QPA_PLATFORM="offscreen", XDG_RUNTIME_DIR=str(work / "home"))
    session = ["dbus-run-session", "--", "sh", "-c", _IN_A_SESSION, "sh", program]
    found = trying.self_test(session, environ, work / "keyring.json")
    expect(found["keyring"]["kept"], f"GNOME's keyring keeps tokens {found['keyring']['note']}")
    return []


def _check_package(package: Path, work: Path) -> None:
    print(package.name)
    tree = work / "deb"
    run(["dpkg-deb", "-x", str(package), str(tree)])
    environ = _environ(work, QT_QPA_PLATFORM="offscreen")
    found = trying.self_test([str(tree / "usr/bin/counterpart")], environ, work / "deb.json")
    expect(found["folder"].endswith("opt/counterpart/lib"), "/usr/bin/counterpart leads to it")
    run(["desktop-file-validate", str(tree / "usr/share/applications/counterpart.desktop")])
    [papers] = (tree / "usr/share/metainfo").iterdir()
    run(["appstreamcli", "validate", "--no-net", str(papers)])
    expect(version() in papers.read_text("utf-8"), "menu entry and AppStream metadata are valid")
    drawn = list((tree / "usr/share/icons").rglob("counterpart.*"))
    expect(len(drawn) == 9, "icons of eight sizes and the drawing are there")


def _check_clean_system(package: Path, work: Path) -> None:
    """Install on a Debian with nothing but its base, with the dependencies that it names."""
    root = work / "system"
    mirror = os.environ.get("COUNTERPART_DEBIAN_MIRROR", "")
    suite = os.environ.get("COUNTERPART_DEBIAN_SUITE", "bookworm")
    run(["debootstrap", "--variant=minbase", suite, str(root), *([mirror] if mirror else [])])
    for name in ("sources.list", "sources.list.d", "apt.conf.d", "auth.conf.d", "trusted.gpg.d"):
        _take_over(Path("/etc/apt", name), root / "etc/apt" / name)
    shutil.copy2(package, root / "opt/new.deb")
    inside = ["chroot", str(root), "env", "DEBIAN_FRONTEND=noninteractive", "HOME=/root"]
    run([*inside, "apt-get", "update", "-qq"])
    run([*inside, "apt-get", "install", "-y", "-qq", "--no-install-recommends", "/opt/new.deb"])
    out = root / "opt/found.json"
    command = [*inside, "QT_QPA_PLATFORM=offscreen", "counterpart"]
    trying.self_test(command, dict(os.environ), out, "/opt/found.json")
    run([*inside, "apt-get", "remove", "-y", "-qq", "counterpart"])
    expect(not (root / "opt/counterpart").exists(), "apt installs and removes it on a bare system")


def _take_over(source: Path, target: Path) -> None:
    if source.is_dir():
        shutil.copytree(source, target, dirs_exist_ok=True)
    elif source.is_file():
        shutil.copy2(source, target)
