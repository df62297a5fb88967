"""Libraries of Debian that the Linux folder brings along: their packages and licences."""

import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from bundle import elf
from bundle.places import CannotBuild


@dataclass(frozen=True, slots=True)
class Origin:
    """The Debian package of a library."""

    package: str
    version: str

    @property
    def licence(self) -> Path:
        """What it may be used for, as Debian tells it."""
        return Path("/usr/share/doc", self.package, "copyright")


def brought_along(folder: Path) -> list[Path]:
    """The libraries in the folder that are neither Qt's nor Python's."""
    homes = (folder / "runtime" / "lib", folder / "lib" / "PySide6" / "Qt" / "lib")
    return [
        path
        for home in homes
        for path in sorted(home.glob("*.so*"))
        if elf.is_binary(path) and not path.name.startswith(("libQt6", "libpython", "libicu"))
    ]


def of_library(name: str) -> Origin | None:
    """The package that a library of this computer belongs to; none on what is no Debian."""
    if shutil.which("dpkg-query") is None:
        return None
    packages = _told("-S", f"*/{name}").splitlines()
    found = [line.partition(":")[0] for line in packages if line.endswith(f"/{name}")]
    if not found:
        return None
    return Origin(found[0], _told("-W", "--showformat=${Version}", found[0]))


def _told(*asked: str) -> str:
    command = ["dpkg-query", *asked]
    return subprocess.run(command, capture_output=True, text=True, check=False).stdout


def copy_licences(folder: Path) -> None:
    """Lay down the licence of every library brought along. Raises `CannotBuild`."""
    for path in brought_along(folder):
        origin = of_library(path.name)
        if origin is None or not origin.licence.is_file():
            raise CannotBuild(
                f"Nothing tells the licence of {path.name}, which must go along with it: build on "
                "Debian or Ubuntu, with the package's documentation installed."
            )
        shutil.copyfile(origin.licence, folder / "licences" / f"{origin.package}.txt")
