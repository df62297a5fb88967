"""Carries out the breakages, one at a time, in a copy of the tree: `python -m tests.mutations`.

A breakage is killed when its tests fail. One that survives without a reason, and one whose old
text is no longer found, make the exit status 1.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from tests.mutations.breakages import BREAKAGES, Breakage

ROOT = Path(__file__).parents[2]
_PATIENCE = 400.0
"""Seconds: tests that take longer hang, which is a failure as well."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Break, test, tell; the exit status is 1 when something survived unexplained."""
    parser = argparse.ArgumentParser(prog="python -m tests.mutations", description=__doc__)
    parser.add_argument("--only", default="", help="those whose name or file has this in it")
    asked = parser.parse_args(arguments)
    chosen = [one for one in BREAKAGES if asked.only in one.name or asked.only in one.file]
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "tree"
        for name in ("app", "tests", "resources"):
            shutil.copytree(ROOT / name, copy / name, ignore=shutil.ignore_patterns("__pycache__"))
        shutil.copy2(ROOT / "pyproject.toml", copy)
        told = [_carried_out(copy, breakage) for breakage in chosen]
    killed = told.count("killed")
    explained = told.count("survived, as explained")
    _say(f"{killed} of {len(told)} killed, {explained} survived as explained")
    return int(killed + explained < len(told))


def _carried_out(copy: Path, breakage: Breakage) -> str:
    path = copy / breakage.file
    text = path.read_text(encoding="utf-8")
    if text.count(breakage.old) != 1:
        return _told(breakage, f"NOT FOUND: {breakage.old!r}", 0.0)
    began = time.monotonic()
    path.write_text(text.replace(breakage.old, breakage.new), encoding="utf-8")
    try:
        failed = _tests_fail(copy, breakage.tests)
    finally:
        path.write_text(text, encoding="utf-8")
    if failed:
        return _told(breakage, "killed", began)
    return _told(breakage, "survived, as explained" if breakage.survives else "SURVIVED", began)


def _tests_fail(copy: Path, tests: tuple[str, ...]) -> bool:
    command = [sys.executable, "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", *tests]
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1", "QT_QPA_PLATFORM": "offscreen"}
    try:
        done = subprocess.run(
            command,
            cwd=copy,
            env=environment,
            capture_output=True,
            timeout=_PATIENCE,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return True
    if done.returncode not in (0, 1):
        raise SystemExit(done.stdout.decode() + done.stderr.decode())
    return done.returncode == 1


def _told(breakage: Breakage, what: str, began: float) -> str:
    seconds = time.monotonic() - began if began else 0.0
    reason = f" ({breakage.survives})" if what.startswith("survived") else ""
    _say(f"{what:10} {breakage.rule:10} {breakage.name}: {seconds:.0f} s{reason}")
    return what


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
