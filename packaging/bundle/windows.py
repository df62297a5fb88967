"""The download for Windows: an installer made of the folder."""

import os
import shutil
from pathlib import Path

from bundle import launcher, signing
from bundle.folder import icons
from bundle.places import NAME, OUT, PACKAGING, PUBLISHER, ROOT, epoch, freeze_times, run, version

SCRIPT = PACKAGING / "windows" / "installer.nsi"


def make(folder: Path, suffix: str = "") -> list[Path]:
    """Make the installer of a finished folder, signed where there is a certificate."""
    shutil.copy2(ROOT / "LICENSE", folder / "LICENSE.txt")
    freeze_times(folder)
    if signing.certificate(os.environ):
        for program in (f"{NAME}.exe", f"bin/{NAME.lower()}.exe"):
            signing.sign(folder / program, os.environ)
    else:
        print(signing.UNSIGNED)
    out = OUT / f"{NAME}-{version()}-windows-x86_64{suffix}-setup.exe"
    out.unlink(missing_ok=True)
    compile_installer(folder, out, version())
    return [out]


def compile_installer(folder: Path, out: Path, number: str) -> None:
    """Have NSIS make an installer of a folder."""
    environ = {**os.environ, "SOURCE_DATE_EPOCH": str(epoch())}
    run(["makensis", "-V2", "-NOCD", *_defined(folder, out, number), str(SCRIPT)], env=environ)


def _defined(folder: Path, out: Path, number: str) -> list[str]:
    size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
    words = {
        "VERSION": number,
        "NUMBERS": launcher.four_numbers(number),
        "FOLDER": str(folder.resolve()),
        "ICON": str(icons().resolve() / "counterpart.ico"),
        "PICTURE": str(icons().resolve() / "wizard.bmp"),
        "LICENCE": str(folder.resolve() / "LICENSE.txt"),
        "OUT": str(out.resolve()),
        "SIZE": str(size // 1024),
        "PUBLISHER": PUBLISHER,
    }
    if signing.certificate(os.environ):
        words["SIGN"] = signing.command_line()
    return [f"-D{name}={value}" for name, value in words.items()]
