"""The checkout as the tests of the project itself see it: its root and the files that belong."""

import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

_MADE_BY_TOOLS = {"__pycache__", "build", "dist"}


def project_files() -> list[Path]:
    """Every file of the project, sorted, relative to the root: what git tracks or would track.

    Without git (an unpacked archive), every file that no tool has made.
    """
    if (ROOT / ".git").exists():
        listed = subprocess.run(
            ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],  # noqa: S607
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=False,
        )
        if listed.returncode == 0:
            paths = (Path(name) for name in listed.stdout.split("\0") if name)
            return sorted(path for path in paths if (ROOT / path).is_file())
    paths = (path.relative_to(ROOT) for path in ROOT.rglob("*") if path.is_file())
    return sorted(path for path in paths if not _made_by_tools(path))


def _made_by_tools(path: Path) -> bool:
    folders = path.parts[:-1]
    return any(
        part in _MADE_BY_TOOLS
        or part.endswith(".egg-info")
        or (part.startswith(".") and part not in {".ci", ".github"})
        for part in folders
    )
