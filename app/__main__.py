"""Starts Counterpart: `python -m app` opens the window, with a command it does without one."""

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from app.commands import main as run_command
from app.commands.command_line import parser
from app.commands.speaking import EXIT_NOT_RUN, say
from app.domain.errors import CounterpartError


def main(arguments: Sequence[str] | None = None) -> int:
    """Open the window, or carry out one command; returns the exit status."""
    given = parser().parse_args(arguments)
    if given.command is not None:
        return run_command(arguments)
    if given.self_test:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    if not has_screen():
        say(
            "There is no screen here to open the window on. The commands need none: "
            "`counterpart sync`, `counterpart --help`."
        )
        return EXIT_NOT_RUN
    return _open_window(given)


def has_screen() -> bool:
    """Whether a window can be opened: everywhere but on a Linux without a display."""
    if not sys.platform.startswith("linux") or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _open_window(given: argparse.Namespace) -> int:
    try:
        from app import startup  # noqa: PLC0415 - Qt is for the window alone.
    except ImportError as error:
        say(f"The window's toolkit can't be loaded ({error}). The commands work without it.")
        return EXIT_NOT_RUN
    try:
        if given.self_test:
            return startup.self_test(os.environ, Path(given.out) if given.out else None)
        return startup.run(os.environ, demo=given.demo)
    except CounterpartError as error:
        say(str(error))
        return EXIT_NOT_RUN


if __name__ == "__main__":
    sys.exit(main())
