"""The download for macOS: the bundle, sealed ad hoc, as a `.zip`.

What only a Mac can do (sign, notarise, make the `.dmg`) is in `packaging/macos/finish.py`.
"""

import importlib
import os
import plistlib
import shutil
import stat
import sys
import zipfile
from pathlib import Path
from typing import Any

from bundle import macho, places
from bundle.folder import icons
from bundle.places import (
    BUNDLE_ID,
    NAME,
    OUT,
    PUBLISHER,
    ROOT,
    freeze_times,
    run,
    version,
    zip_stamp,
)
from bundle.systems import MACOS_FLOOR
from bundle.trimming import TRANSLATIONS


def make(app: Path, suffix: str = "") -> list[Path]:
    """Seal a finished bundle and pack it."""
    complete(app)
    freeze_times(app)
    seal(app)
    freeze_times(app)
    return [pack(app, OUT / f"{NAME}-{version()}-macos-universal2{suffix}.zip")]


def complete(app: Path) -> None:
    """Add what macOS reads of a bundle: its papers and its icon."""
    contents = app / "Contents"
    (contents / "Info.plist").write_bytes(plistlib.dumps(info(floor(app))))
    (contents / "PkgInfo").write_text("APPL????", "ascii")
    shutil.copy2(icons() / "counterpart.icns", contents / "Resources" / "counterpart.icns")
    shutil.copy2(ROOT / "LICENSE", contents / "Resources" / "LICENSE")


def floor(app: Path) -> str:
    """The oldest macOS that the bundle is for: what Qt's own libraries say, and ours."""
    said = [
        half.floor
        for path in app.rglob("*.framework/Versions/*/Qt*")
        if path.is_file() and macho.is_binary(path)
        for half in macho.halves(path.read_bytes())
    ]
    return max([MACOS_FLOOR, *said], key=macho.numbers)


def info(oldest: str) -> dict[str, Any]:
    """The bundle's papers."""
    return {
        "CFBundleDevelopmentRegion": "en",
        "CFBundleDisplayName": NAME,
        "CFBundleExecutable": NAME,
        "CFBundleIconFile": "counterpart",
        "CFBundleIdentifier": BUNDLE_ID,
        "CFBundleInfoDictionaryVersion": "6.0",
        "CFBundleLocalizations": ["en", *TRANSLATIONS],
        "CFBundleName": NAME,
        "CFBundlePackageType": "APPL",
        "CFBundleShortVersionString": version(),
        "CFBundleVersion": version(),
        "LSApplicationCategoryType": "public.app-category.business",
        "LSMinimumSystemVersion": oldest,
        "NSHighResolutionCapable": True,
        "NSHumanReadableCopyright": PUBLISHER,
        "NSPrincipalClass": "NSApplication",
        "NSSupportsAutomaticGraphicsSwitching": True,
    }


def seal(app: Path) -> None:
    """Seal ad hoc: no certificate, yet every change shows. macOS runs nothing unsealed on arm64."""
    if sys.platform == "darwin":
        run(
            [sys.executable, str(places.PACKAGING / "macos" / "finish.py"), "--seal-only", str(app)]
        )
        return
    importlib.import_module("apple_platform").sign(str(app), binary_identifier=BUNDLE_ID)


def pack(app: Path, out: Path) -> Path:
    """A zip that keeps links and what may be run."""
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for path in sorted(app.rglob("*")):
            entry = zipfile.ZipInfo(path.relative_to(app.parent).as_posix(), zip_stamp())
            entry.create_system = 3
            if path.is_symlink():
                entry.external_attr = (stat.S_IFLNK | 0o755) << 16
                archive.writestr(entry, os.fsencode(path.readlink()))
            elif path.is_file():
                entry.external_attr = (stat.S_IFREG | path.stat().st_mode & 0o777) << 16
                entry.compress_type = zipfile.ZIP_DEFLATED
                archive.writestr(entry, path.read_bytes())
    return out
