#!/usr/bin/env python3
"""On a Mac: signs the bundle, makes the `.dmg`, has it notarised. Standard library only.

    python3 packaging/macos/finish.py Counterpart.app [OUT.dmg]

`COUNTERPART_MAC_IDENTITY` names a *Developer ID Application* certificate in the keychain;
without one the bundle is sealed ad hoc. `COUNTERPART_NOTARY_PROFILE` names credentials stored
with `xcrun notarytool store-credentials`; without them nothing is notarised.
"""

import argparse
import os
import platform
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

ENTITLEMENTS = Path(__file__).with_name("entitlements.plist")
_MAGIC = (b"\xcf\xfa\xed\xfe", b"\xca\xfe\xba\xbe")


def main(arguments: list[str]) -> int:
    """Finish one bundle; returns the exit status."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("app", type=Path)
    parser.add_argument("dmg", type=Path, nargs="?")
    parser.add_argument("--seal-only", action="store_true", help="no certificate, no .dmg")
    given = parser.parse_args(arguments)
    if platform.system() != "Darwin":
        print("This needs a Mac.", file=sys.stderr)
        return 2
    identity = "" if given.seal_only else os.environ.get("COUNTERPART_MAC_IDENTITY", "")
    sign(given.app, identity)
    if given.dmg is not None:
        make_dmg(given.app, given.dmg, identity)
        notarise(given.dmg)
    return 0


def sign(app: Path, identity: str) -> None:
    """Sign from the inside out: libraries, frameworks, the bundle."""
    if not identity:
        print(
            "Sealed ad hoc: COUNTERPART_MAC_IDENTITY names no certificate. Macs will refuse to "
            "open it until its owner allows it."
        )
    inner = [path for path in binaries(app) if path.parent.name != "MacOS"]
    for path in [*inner, *frameworks(app), app]:
        run(["codesign", "--force", "--sign", identity or "-", *_options(identity), str(path)])
    run(["codesign", "--verify", "--deep", "--strict", "--verbose=2", str(app)])


def _options(identity: str) -> list[str]:
    if not identity:
        return []
    return ["--timestamp", "--options", "runtime", "--entitlements", str(ENTITLEMENTS)]


def binaries(app: Path) -> Iterator[Path]:
    """Every program and library, deepest first."""
    for path in sorted(app.rglob("*"), key=lambda one: -len(one.parts)):
        if path.is_file() and not path.is_symlink():
            with path.open("rb") as file:
                if file.read(4) in _MAGIC:
                    yield path


def frameworks(app: Path) -> list[Path]:
    """Every framework of Qt."""
    return sorted(app.rglob("*.framework"))


def make_dmg(app: Path, out: Path, identity: str) -> None:
    """A disk image with the bundle and a link to the folder of programs."""
    out.unlink(missing_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(app, Path(folder, app.name), symlinks=True)
        Path(folder, "Applications").symlink_to("/Applications")
        run(
            [
                *("hdiutil", "create", "-volname", "Counterpart", "-srcfolder", folder),
                *("-fs", "HFS+", "-format", "UDZO", "-ov", str(out)),
            ]
        )
    if identity:
        run(["codesign", "--sign", identity, "--timestamp", str(out)])


def notarise(dmg: Path) -> None:
    """Have Apple look at it, and staple its word to the image."""
    profile = os.environ.get("COUNTERPART_NOTARY_PROFILE", "")
    if not profile:
        print("Not notarised: COUNTERPART_NOTARY_PROFILE names no credentials.")
        return
    run(["xcrun", "notarytool", "submit", str(dmg), "--keychain-profile", profile, "--wait"])
    run(["xcrun", "stapler", "staple", str(dmg)])


def run(command: list[str]) -> None:
    """Run a command to its end."""
    subprocess.run(command, check=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
