"""The download for Windows: an installer made of the folder."""

import os
import shutil
from collections.abc import Mapping
from pathlib import Path

from bundle import launcher, signing
from bundle.folder import icons
from bundle.places import (
    BUILD,
    NAME,
    OUT,
    PACKAGING,
    PUBLISHER,
    ROOT,
    CannotBuild,
    epoch,
    freeze_times,
    run,
    version,
)

SCRIPT = PACKAGING / "windows" / "installer.nsi"


def make(folder: Path, suffix: str = "") -> list[Path]:
    """Make the installer of a finished folder, signed where there is a certificate."""
    shutil.copy2(ROOT / "LICENSE", folder / "LICENSE.txt")
    freeze_times(folder)
    out = OUT / f"{NAME}-{version()}-windows-x86_64{suffix}-setup.exe"
    out.unlink(missing_ok=True)
    make_installer(folder, out, version(), os.environ)
    return [out]


def make_installer(folder: Path, out: Path, number: str, environ: Mapping[str, str]) -> None:
    """Have NSIS make an installer of a folder; sign programs, uninstaller and installer."""
    if signing.certificate(environ):
        _sign_programs(folder, environ)
    else:
        print(signing.UNSIGNED)
    given = {**environ, "SOURCE_DATE_EPOCH": str(epoch())}
    words = [f"-D{name}={value}" for name, value in _words(folder, out, number).items()]
    signed = [f"-DSIGN={signing.command_line()}"] if signing.certificate(environ) else []
    run(["makensis", "-V2", "-NOCD", *words, *signed, str(SCRIPT)], env=given)


def _sign_programs(folder: Path, environ: Mapping[str, str]) -> None:
    try:
        for program in (f"{NAME}.exe", f"bin/{NAME.lower()}.exe"):
            signing.sign(folder / program, environ)
    except signing.CannotSign as problem:
        raise CannotBuild(str(problem)) from problem


def _words(folder: Path, out: Path, number: str) -> dict[str, str]:
    size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
    return {
        "VERSION": number,
        "NUMBERS": launcher.four_numbers(number),
        "FILES": str(_listed(folder, BUILD / "windows" / "files.nsh").resolve()),
        "ICON": str(icons().resolve() / "counterpart.ico"),
        "PICTURE": str(icons().resolve() / "wizard.bmp"),
        "LICENCE": str(folder.resolve() / "LICENSE.txt"),
        "OUT": str(out.resolve()),
        "SIZE": str(size // 1024),
        "PUBLISHER": PUBLISHER,
    }


def _listed(folder: Path, script: Path) -> Path:
    """Write what lays down every file, the program first, then by name: no disk's own order."""
    first = folder / f"{NAME}.exe"
    files = [path for path in sorted(folder.rglob("*")) if path.is_file() and path != first]
    lines, here = [], ""
    for path in [first, *files]:
        within = path.parent.relative_to(folder)
        place = "\\".join(["$INSTDIR", *within.parts])
        if place != here:
            lines.append(f'SetOutPath "{place}"')
            here = place
        lines.append(f'File "{str(path.resolve()).replace("$", "$$")}"')
    script.write_text("\n".join(lines) + "\n", "utf-8-sig")
    return script
