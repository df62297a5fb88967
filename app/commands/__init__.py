"""The commands (DESIGN §8): the same engine as the window's, for schedulers, servers and tests."""

import argparse
import sys
from collections.abc import Callable, Sequence

from app.assembly import Assembly
from app.commands.choosing import online, orders, settings
from app.commands.command_line import parser
from app.commands.confirm import confirm
from app.commands.connecting import connect
from app.commands.diagnosing import diagnose
from app.commands.looking import history, status
from app.commands.outlets import outlets
from app.commands.speaking import (
    EXIT_DONE,
    EXIT_NOT_RUN,
    EXIT_STOPPED,
    fall_silent,
    opened,
    print_anything,
    say,
)
from app.commands.syncing import run_sync
from app.commands.undoing import run_undo
from app.domain.errors import CounterpartError

__all__ = ["main", "parser"]

_RUNS: dict[str, Callable[[argparse.Namespace], int]] = {"sync": run_sync, "undo": run_undo}
_COMMANDS: dict[str, Callable[[Assembly, argparse.Namespace], int]] = {
    "status": status,
    "outlets": outlets,
    "online": online,
    "orders": orders,
    "history": history,
    "settings": settings,
    "connect": connect,
    "confirm": confirm,
    "diagnose": diagnose,
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns its exit status."""
    given = parser().parse_args(arguments)
    if given.command is None:
        parser().print_help(sys.stderr)
        return EXIT_NOT_RUN
    print_anything()
    if given.command in _RUNS:
        return _RUNS[given.command](given)
    try:
        with opened(given) as assembly:
            return _COMMANDS[given.command](assembly, given)
    except CounterpartError as error:
        say(str(error))
        return EXIT_NOT_RUN
    except BrokenPipeError:
        fall_silent()
        return EXIT_DONE
    except KeyboardInterrupt:
        return EXIT_STOPPED
