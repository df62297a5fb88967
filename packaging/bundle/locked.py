"""The packages that the app runs with, from the lock file, for any system."""

import os
import re
import shutil
import sys
from pathlib import Path

from bundle import macho
from bundle.places import BUILD, LONG, ROOT, CannotBuild, run
from bundle.systems import MACOS_FLOOR, System

_PIN = re.compile(r"^(?P<pin>[a-z0-9][a-z0-9._-]*==\S+)", re.MULTILINE)


def install(system: System) -> Path:
    """Install what the lock names for this system; returns the folder of packages."""
    folders = [_install_for(system, platform) for platform in system.platforms]
    for other in folders[1:]:
        _merge(folders[0], other)
    return folders[0]


def _install_for(system: System, platform: str) -> Path:
    wanted = BUILD / system.name / f"requirements-{platform}.txt"
    site = BUILD / system.name / f"site-{platform}"
    wanted.parent.mkdir(parents=True, exist_ok=True)
    wanted.unlink(missing_ok=True)
    target = ["--python-platform", platform, "--python-version", LONG]
    _uv(
        *("compile", "pyproject.toml", "--constraint", "requirements.lock", "--generate-hashes"),
        *("--no-annotate", "--no-header", "--only-binary", ":all:", *target),
        *("--output-file", str(wanted)),
    )
    check_pins(wanted.read_text("utf-8"), (ROOT / "requirements.lock").read_text("utf-8"))
    shutil.rmtree(site, ignore_errors=True)
    _uv(
        *("install", "--target", str(site), "--no-deps", "--require-hashes"),
        *("--only-binary", ":all:", "--requirements", str(wanted), *target),
    )
    return site


def check_pins(wanted: str, lock: str) -> None:
    """See that every version and hash stands in the lock. Raises `CannotBuild`."""
    known = set(_PIN.findall(lock)) | set(re.findall(r"sha256:[0-9a-f]{64}", lock))
    used = set(_PIN.findall(wanted)) | set(re.findall(r"sha256:[0-9a-f]{64}", wanted))
    if not used or used - known:
        raise CannotBuild(
            f"Not in requirements.lock: {', '.join(sorted(used - known)) or 'anything'}. "
            "Run `python3 packaging/start.py lock` and build again."
        )


def _uv(*arguments: str) -> None:
    environ = {**os.environ, "MACOSX_DEPLOYMENT_TARGET": MACOS_FLOOR}
    run([sys.executable, "-m", "uv", "pip", *arguments, "--quiet"], cwd=ROOT, env=environ)


def _merge(first: Path, other: Path) -> None:
    """Join the two halves of what was built for one kind of processor each."""
    for path in sorted(other.rglob("*")):
        here = first / path.relative_to(other)
        if path.is_dir() or path.is_symlink() or here.parent.name.endswith(".dist-info"):
            continue
        if not here.is_file():
            raise CannotBuild(f"{here} is there for one processor only.")
        mine, its = here.read_bytes(), path.read_bytes()
        if mine != its and macho.is_thin(mine) and macho.is_thin(its):
            here.write_bytes(macho.joined([mine, its]))
