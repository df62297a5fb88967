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
from bundle.places import BUILD, OUT, PACKAGING, CannotBuild
from bundle.systems import LINUX, MACOS, SYSTEMS, WINDOWS, System

TOOLS = BUILD / "tools"
TOOLS_LOCK = PACKAGING / "tools.lock"

_MAKERS: dict[System, Callable[[Path, str], list[Path]]] = {
    LINUX: linux.make,
    WINDOWS: windows.make,
    MACOS: macos.make,
}


def main(arguments: list[str]) -> int:
    """Carry out one command; returns the exit status (2: it can't be built here)."""
    given = parsed(arguments)
    if given.what == "version":
        print(places.version())
        return 0
    if given.what == "sums":
        print(materials.sums(given.folder).read_text("ascii"), end="")
        return 0
    try:
        python = tools(given.python)
        if not inside_tools():
            return subprocess.call([python, str(Path(__file__).resolve()), *arguments])
        build(SYSTEMS[given.what], given.runtime, given.runtime_sha256)
    except (CannotBuild, start.CannotStart) as problem:
        print(problem, file=sys.stderr)
        return 2
    return 0


def parsed(arguments: list[str]) -> argparse.Namespace:
    """What was asked for."""
    parser = argparse.ArgumentParser(prog="packaging/build.py", description=__doc__)
    parser.add_argument(
        "what",
        choices=[*SYSTEMS, "version", "sums"],
        help="a system; or print the version, or write and print the digests of artefacts",
    )
    parser.add_argument(
        "--python", default="", help="the Python to build with and, on its own system, to ship"
    )
    parser.add_argument(
        "--runtime",
        default=os.environ.get("COUNTERPART_RUNTIME") or "running",
        help="running (this Python), rehearsal, or an embeddable zip: a file or an https address",
    )
    parser.add_argument(
        "--runtime-sha256",
        default=os.environ.get("COUNTERPART_RUNTIME_SHA256", ""),
        help="the digest of that zip",
    )
    parser.add_argument("--folder", type=Path, default=OUT, help="of the artefacts, for sums")
    return parser.parse_args(arguments)


def tools(python: str = "") -> str:
    """The Python of an environment with the build tools.

    It is made anew when their lock has changed, or when another Python is asked for.
    """
    stamp = TOOLS / "installed-lock.txt"
    digest = hashlib.sha256(TOOLS_LOCK.read_bytes()).hexdigest()
    inside = str(start.python_in(TOOLS))
    made = stamp.read_text("utf-8").splitlines() if stamp.is_file() else []
    if made[:1] == [digest] and python in {"", *made[1:]} and start.works(inside, "pass"):
        return inside
    base = python or start.suitable_python()[0]
    print(f"Setting up the build tools with {base} …", flush=True)
    start.run([base, "-m", "venv", "--clear", str(TOOLS)])
    install = ("-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-deps")
    locked = ("--require-hashes", "--only-binary=:all:", "-r", str(TOOLS_LOCK))
    start.run([inside, *install, *locked])
    stamp.write_text(f"{digest}\n{base}\n", "utf-8")
    return inside


def inside_tools() -> bool:
    """Whether this runs in that environment; its programs are found then."""
    if Path(sys.prefix).resolve() != TOOLS.resolve():
        return False
    os.environ["PATH"] = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    return True


def build(system: System, runtime: str, digest: str) -> None:
    """Make the folder and what is downloaded of it."""
    os.environ["SOURCE_DATE_EPOCH"] = str(places.epoch())
    if runtime == "running" and not runs_here(system):
        raise CannotBuild(
            f"This is no {system.name}: name a Python for it with --runtime (see README.md)."
        )
    made = folder.make(system, runtime, digest)
    OUT.mkdir(parents=True, exist_ok=True)
    suffix = "-rehearsal" if runtime == "rehearsal" else ""
    for path in [*_MAKERS[system](made, suffix), *materials.make(system, made, suffix)]:
        print(f"{path.stat().st_size / 1e6:8.1f} MB  {path}")


def runs_here(system: System) -> bool:
    """Whether this computer runs that system."""
    here = {"linux": LINUX, "win32": WINDOWS, "darwin": MACOS}
    return here.get(sys.platform) is system


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
