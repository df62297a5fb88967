#!/usr/bin/env python3
"""Builds what people download, from the lock file. What a build machine needs: README.md here."""

import argparse
import hashlib
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import start
from bundle import folder, linux, macos, materials, places, windows
from bundle.places import BUILD, OUT, PACKAGING, PYTHON, CannotBuild
from bundle.systems import LINUX, MACOS, SYSTEMS, WINDOWS, System

TOOLS = BUILD / "tools"
TOOLS_LOCK = PACKAGING / "tools.lock"


def main(arguments: list[str]) -> int:
    """Build for one system; returns the exit status."""
    given = parsed(arguments)
    if given.system == "version":
        print(places.version())
        return 0
    if given.system == "sums":
        print(materials.sums(given.folder).read_text("ascii"), end="")
        return 0
    try:
        python = tools(given.python)
        if Path(sys.prefix).resolve() != TOOLS.resolve():
            return subprocess.call([python, str(Path(__file__).resolve()), *arguments])
        build(given)
    except (CannotBuild, start.CannotStart) as problem:
        print(problem, file=sys.stderr)
        return 2
    return 0


def parsed(arguments: list[str]) -> argparse.Namespace:
    """What was asked for."""
    parser = argparse.ArgumentParser(prog="packaging/build.py", description=__doc__)
    parser.add_argument("system", choices=[*SYSTEMS, "tools", "version", "sums"])
    parser.add_argument(
        "--python", default="", help="the Python {}.{} to build with".format(*PYTHON)
    )
    parser.add_argument(
        "--runtime",
        default=os.environ.get("COUNTERPART_RUNTIME", "running"),
        help="running (this Python), rehearsal, or an embeddable zip: a file or an https address",
    )
    parser.add_argument(
        "--runtime-sha256",
        default=os.environ.get("COUNTERPART_RUNTIME_SHA256", ""),
        help="the digest of that zip",
    )
    parser.add_argument("--folder", type=Path, default=OUT, help="of the artefacts, for sums")
    parser.add_argument("--folder-only", action="store_true", help="stop before the artefacts")
    return parser.parse_args(arguments)


def tools(python: str) -> str:
    """The Python of an environment with the build tools, made anew when their lock changed."""
    stamp = TOOLS / "installed-lock.txt"
    wanted = hashlib.sha256(TOOLS_LOCK.read_bytes()).hexdigest()
    inside = str(start.python_in(TOOLS))
    if stamp.is_file() and stamp.read_text("ascii") == wanted and start.works(inside, "pass"):
        return inside
    base = python or start.installed_python("{}.{}".format(*PYTHON)) or sys.executable
    print(f"Setting up the build tools with {base} …", flush=True)
    start.run([base, "-m", "venv", "--clear", str(TOOLS)])
    start.run(
        [
            *(
                inside,
                "-m",
                "pip",
                "install",
                "--quiet",
                "--disable-pip-version-check",
                "--no-deps",
            ),
            *("--require-hashes", "--only-binary=:all:", "-r", str(TOOLS_LOCK)),
        ]
    )
    stamp.write_text(wanted, "ascii")
    return inside


def build(given: argparse.Namespace) -> None:
    """Make the folder and what is downloaded of it."""
    os.environ["PATH"] = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    os.environ["SOURCE_DATE_EPOCH"] = str(places.epoch())
    if given.system == "tools":
        return
    system = SYSTEMS[given.system]
    if given.runtime == "running" and not runs_here(system.name):
        raise CannotBuild(
            f"This is no {system.name}: name a Python for it with --runtime (see README.md)."
        )
    made = folder.make(system, given.runtime, given.runtime_sha256)
    if given.folder_only:
        print(made)
        return
    OUT.mkdir(parents=True, exist_ok=True)
    rehearsal = "-rehearsal" if given.runtime == "rehearsal" else ""
    makers: dict[System, Callable[[Path, str], list[Path]]] = {
        LINUX: linux.make,
        WINDOWS: windows.make,
        MACOS: macos.make,
    }
    for path in [*makers[system](made, rehearsal), *materials.make(system, made, rehearsal)]:
        print(f"{path.stat().st_size / 1e6:8.1f} MB  {path}")


def runs_here(name: str) -> bool:
    """Whether this computer runs that system."""
    here = {"linux": "linux", "win32": "windows", "darwin": "macos"}
    return here.get(sys.platform) == name


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
