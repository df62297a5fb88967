"""Where things lie, and the facts that every artefact carries."""

import ast
import os
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGING = ROOT / "packaging"
BUILD = PACKAGING / ".build"
"""Everything that is made goes here; git ignores it."""

OUT = BUILD / "artefacts"
"""What people download."""

NAME = "Counterpart"
PYTHON = sys.version_info[:2]
"""The Python that is shipped is the one that builds: its compiled library must be its own."""

SHORT = "{}{}".format(*PYTHON)
LONG = "{}.{}".format(*PYTHON)

BUNDLE_ID = "app.counterpart.Counterpart"
PUBLISHER = "Counterpart contributors"


class CannotBuild(Exception):
    """What is missing or wrong, in words."""


def version() -> str:
    """The app's version: `app.__version__`, the one place where it stands."""
    source = (ROOT / "app" / "__init__.py").read_text("utf-8")
    for node in ast.parse(source).body:
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "__version__":
            return str(ast.literal_eval(node.value))
    raise CannotBuild("app/__init__.py names no __version__")


def epoch() -> int:
    """The time that every file carries: `SOURCE_DATE_EPOCH`, else that of the last commit."""
    given = os.environ.get("SOURCE_DATE_EPOCH", "")
    if given:
        return int(given)
    asked = ["git", "log", "-1", "--format=%ct"]
    done = subprocess.run(asked, cwd=ROOT, capture_output=True, text=True, check=False)
    return int(done.stdout.strip() or 0) if done.returncode == 0 else 315_619_200


def zip_stamp() -> tuple[int, int, int, int, int, int]:
    """That time as zip files keep it."""
    at = time.gmtime(epoch())
    return at.tm_year, at.tm_mon, at.tm_mday, at.tm_hour, at.tm_min, at.tm_sec // 2 * 2


def freeze_times(folder: Path) -> None:
    """Give every file one time and plain permissions, so that two builds are alike."""
    at = epoch()
    for path in sorted(folder.rglob("*"), reverse=True):
        if not path.is_symlink():
            runs = path.is_dir() or os.access(path, os.X_OK)
            path.chmod(0o755 if runs else 0o644)
        os.utime(path, (at, at), follow_symlinks=False)
    os.utime(folder, (at, at))


def run(
    command: list[str], *, cwd: Path | None = None, env: Mapping[str, str] | None = None
) -> str:
    """Run a command; returns what it printed. Raises `CannotBuild` with its words."""
    try:
        done = subprocess.run(
            command, cwd=cwd, env=env, capture_output=True, text=True, check=False
        )
    except FileNotFoundError:
        raise CannotBuild(f"{command[0]} is not installed; packaging/README.md lists it.") from None
    if done.returncode:
        words = (done.stdout + done.stderr)[-3000:]
        raise CannotBuild(f"{' '.join(command[:6])} … ended with {done.returncode}:\n{words}")
    return done.stdout
