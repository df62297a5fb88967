"""The downloads for Linux: a `.tar.gz` for any system and a `.deb` for Debian and its kin."""

import gzip
import os
import shutil
import tarfile
import time
from pathlib import Path

from bundle import elf
from bundle.folder import icons
from bundle.places import (
    BUILD,
    BUNDLE_ID,
    NAME,
    OUT,
    PACKAGING,
    PUBLISHER,
    ROOT,
    epoch,
    freeze_times,
    run,
    version,
)

_HOME = "opt/counterpart"
_METAINFO = f"{BUNDLE_ID}.metainfo.xml"

_CONTROL = """\
Package: counterpart
Version: {version}
Architecture: amd64
Maintainer: {publisher}
Installed-Size: {size}
Depends: {depends}
Recommends: gnome-keyring | kwalletmanager | keepassxc
Section: misc
Priority: optional
Description: Keeps an online store in step with the till
 Counterpart reads a shop's catalogue from Lightspeed Retail POS (X-Series) and
 keeps the same goods right in Lightspeed eCom (E-Series).
"""

_COPYRIGHT = """\
Counterpart

Files: *
Copyright: {publisher}
License: Expat
{licence}
Files: {home}/lib/* {home}/runtime/*
Copyright: their authors
License: various
 Each package's licence lies in its own folder below {home}/lib, Python's in
 {home}/runtime, those of Qt and of the system's libraries in {home}/licences.
"""


def make(folder: Path, suffix: str = "") -> list[Path]:
    """Make both of a finished folder."""
    share(folder)
    return [_tar(folder, suffix), _deb(folder, suffix)]


def share(folder: Path) -> None:
    """Lay the menu entry, its drawing and the licence beside the launcher."""
    target = folder / "share"
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir()
    shutil.copy2(PACKAGING / "linux" / "counterpart.desktop", target)
    shutil.copy2(ROOT / "resources" / "app.svg", target / "counterpart.svg")
    (target / _METAINFO).write_text(metainfo(), "utf-8")
    shutil.copy2(PACKAGING / "linux" / "install.sh", folder / "install.sh")
    shutil.copy2(ROOT / "LICENSE", folder / "LICENSE")
    freeze_times(folder)


def metainfo() -> str:
    """What software centres show."""
    text = (PACKAGING / "linux" / _METAINFO).read_text("utf-8")
    day = time.strftime("%Y-%m-%d", time.gmtime(epoch()))
    return text.replace("@VERSION@", version()).replace("@DATE@", day)


def _tar(folder: Path, suffix: str) -> Path:
    out = OUT / f"{NAME}-{version()}-linux-x86_64{suffix}.tar.gz"
    with (
        out.open("wb") as raw,
        gzip.GzipFile("", "wb", 6, raw, mtime=epoch()) as packed,
        tarfile.open(fileobj=packed, mode="w", format=tarfile.PAX_FORMAT) as archive,
    ):
        top = f"{NAME}-{version()}"
        for path in [folder, *sorted(folder.rglob("*"))]:
            name = (Path(top) / path.relative_to(folder)).as_posix()
            archive.add(path, name, recursive=False, filter=_plain)
    return out


def _plain(entry: tarfile.TarInfo) -> tarfile.TarInfo:
    entry.uid = entry.gid = 0
    entry.uname = entry.gname = "root"
    entry.mtime = epoch()
    return entry


def _deb(folder: Path, suffix: str) -> Path:
    tree = BUILD / "linux" / "deb"
    shutil.rmtree(tree, ignore_errors=True)
    shutil.copytree(folder, tree / _HOME, symlinks=True)
    for name in ("install.sh", "share"):
        path = tree / _HOME / name
        shutil.rmtree(path) if path.is_dir() else path.unlink()
    _lay_out(tree)
    debian = tree / "DEBIAN"
    debian.mkdir()
    (debian / "control").write_text(_control(tree), "utf-8")
    freeze_times(tree)
    out = OUT / f"counterpart_{version()}{suffix}_amd64.deb"
    environ = {**os.environ, "SOURCE_DATE_EPOCH": str(epoch())}
    run(
        ["dpkg-deb", "--root-owner-group", "-Zxz", "-z6", "--build", str(tree), str(out)],
        env=environ,
    )
    return out


def _lay_out(tree: Path) -> None:
    applications = tree / "usr/share/applications"
    applications.mkdir(parents=True)
    shutil.copy2(PACKAGING / "linux" / "counterpart.desktop", applications)
    papers = tree / "usr/share/metainfo"
    papers.mkdir(parents=True)
    (papers / _METAINFO).write_text(metainfo(), "utf-8")
    scalable = tree / "usr/share/icons/hicolor/scalable/apps"
    scalable.mkdir(parents=True)
    shutil.copy2(ROOT / "resources" / "app.svg", scalable / "counterpart.svg")
    for path in sorted(icons().glob("counterpart-*.png")):
        size = path.stem.rpartition("-")[2]
        target = tree / f"usr/share/icons/hicolor/{size}x{size}/apps"
        target.mkdir(parents=True)
        shutil.copy2(path, target / "counterpart.png")
    doc = tree / "usr/share/doc/counterpart"
    doc.mkdir(parents=True)
    licence = "".join(f" {line or '.'}\n" for line in (ROOT / "LICENSE").read_text().splitlines())
    words = {"publisher": PUBLISHER, "licence": licence, "home": f"/{_HOME}"}
    (doc / "copyright").write_text(_COPYRIGHT.format(**words), "utf-8")
    changes = gzip.compress((ROOT / "CHANGELOG.md").read_bytes(), 9, mtime=epoch())
    (doc / "CHANGELOG.md.gz").write_bytes(changes)
    (tree / "usr/bin").mkdir()
    (tree / "usr/bin/counterpart").symlink_to(f"../../{_HOME}/counterpart")


def _control(tree: Path) -> str:
    size = sum(path.lstat().st_size for path in tree.rglob("*") if path.is_file())
    packages = [name for name in elf.OF_THE_SYSTEM if name != "libc6"]
    return _CONTROL.format(
        version=version(),
        publisher=f"{PUBLISHER} <counterpart@localhost>",
        size=size // 1024,
        depends=", ".join([f"libc6 (>= {elf.floor(tree)})", *packages]),
    )
