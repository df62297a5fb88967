#!/usr/bin/env python3
"""Tries what packaging/build.py made: run before every release. Pictures of it are kept."""

import argparse
import subprocess
import sys
from pathlib import Path

import build
import start
from bundle import check_linux, check_macos, check_windows
from bundle.places import CannotBuild
from bundle.trying import Wrong


def main(arguments: list[str]) -> int:
    """Try one system's downloads; returns the exit status (1: something is wrong)."""
    parser = argparse.ArgumentParser(prog="packaging/check.py", description=__doc__)
    parser.add_argument("system", choices=["linux", "windows", "macos"])
    parser.add_argument(
        "--clean-system", action="store_true", help="linux: also install on a bare Debian (root)"
    )
    given = parser.parse_args(arguments)
    try:
        python = build.tools()
        if not build.inside_tools():
            return subprocess.call([python, str(Path(__file__).resolve()), *arguments])
        left = carried_out(given)
    except (CannotBuild, start.CannotStart) as problem:
        print(problem, file=sys.stderr)
        return 2
    except Wrong as problem:
        print(f"  WRONG: {problem}", file=sys.stderr)
        return 1
    for line in left:
        print(f"  {line}")
    return 0


def carried_out(given: argparse.Namespace) -> list[str]:
    """Carry out the checks; returns what was not tried, or not on the real thing."""
    if given.system == "linux":
        return check_linux.check(clean_system=given.clean_system)
    if given.system == "windows":
        return check_windows.check()
    return check_macos.check()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
