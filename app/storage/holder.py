"""Who holds the lock of a run, and since when: told to whoever comes second, never relied upon."""

import json
from contextlib import suppress
from pathlib import Path

from app.domain.errors import AnotherRun, Runner

_RUNNERS: tuple[Runner, ...] = ("window", "command")


def note_holder(path: Path, who: Runner, since: float) -> None:
    """Note who has begun; a disk that takes no note stops nobody."""
    with suppress(OSError):
        path.write_text(json.dumps({"who": who, "since": since}), encoding="utf-8")


def forget_holder(path: Path) -> None:
    """The run is over."""
    with suppress(OSError):
        path.unlink(missing_ok=True)


def busy_by(path: Path) -> AnotherRun:
    """What the second is told; without a note to read it is told less."""
    try:
        noted = json.loads(path.read_text(encoding="utf-8"))
        who: Runner = next((one for one in _RUNNERS if one == noted["who"]), "")
        return AnotherRun(who, float(noted["since"]))
    except (OSError, ValueError, LookupError, TypeError, ArithmeticError):
        return AnotherRun()
