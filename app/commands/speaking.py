"""What commands print and how they end (DESIGN §8)."""

import argparse
import io
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from app.assembly import Assembly
from app.domain.printable import printable
from app.json_lines import Json, printed
from app.log import log_file

EXIT_DONE, EXIT_SOME, EXIT_NOT_RUN, EXIT_ASK, EXIT_STOPPED = 0, 1, 2, 3, 130


@contextmanager
def opened(given: argparse.Namespace) -> Iterator[Assembly]:
    """The parts of this process, logging to the log file. Raises `CannotRun`."""
    assembly = Assembly(os.environ, demo=given.demo, say=say)
    with log_file(assembly.folders.logs, assembly.mask):
        for words in assembly.losses():
            say(words)
        yield assembly


def say(text: str) -> None:
    """Tell a person: on standard error, so that standard output holds results alone."""
    print(printable(text), file=sys.stderr, flush=True)  # noqa: T201 - messages go to standard error


def put(text: str) -> None:
    """Print what the command was asked for. Raises `BrokenPipeError` when nobody reads it."""
    print(printable(text), flush=True)  # noqa: T201 - what the command was asked for


def put_json(value: Json) -> None:
    """Print one object as a line of UTF-8."""
    _reconfigure("utf-8")
    print(printed(value), flush=True)  # noqa: T201 - what the command was asked for


def print_anything() -> None:
    """Let names be printed that the terminal has no characters for."""
    _reconfigure(None)


def _reconfigure(encoding: str | None) -> None:
    if isinstance(sys.stdout, io.TextIOWrapper):
        # Half a surrogate pair, which no encoding takes, comes out as JSON writes it.
        sys.stdout.reconfigure(encoding=encoding, errors="backslashreplace")


def fall_silent() -> None:
    """Nobody reads standard output any more: what is still printed goes nowhere."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)
