"""What a person sees: a bar on a terminal, plain lines in a file, and pipes that nobody reads."""

import os
import subprocess
import sys

import pytest

from tests.journeys.stage import PATIENCE, Stage, ended

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there are no such terminals")


def seen_on_terminal(stage: Stage, *arguments: str) -> tuple[int, str]:
    """Run a command with standard error on a terminal; returns its status and what it shows."""
    import pty  # noqa: PLC0415 - not everywhere

    ours, theirs = pty.openpty()
    process = stage.start(*arguments, stdout=subprocess.DEVNULL, stderr=theirs)
    os.close(theirs)
    shown = b""
    while True:
        try:
            part = os.read(ours, 4096)
        except OSError:
            break
        if not part:
            break
        shown += part
    os.close(ours)
    return process.wait(PATIENCE), shown.decode("utf-8", "replace")


def test_a_terminal_shows_a_bar(fresh: Stage) -> None:
    """With the phase, the count and the rate; it leaves only the lines behind."""
    status, shown = seen_on_terminal(fresh, "sync", "--yes")
    assert status == 0
    assert "\r" in shown
    assert "Sending:" in shown
    assert "/8 [" in shown
    assert "Done: 8 created." in shown


def test_a_file_gets_plain_lines(fresh: Stage) -> None:
    """No bar, no control characters, each phase named once."""
    done = fresh.run("sync", "--yes")
    assert "\r" not in done.err
    assert "\x1b" not in done.err
    assert done.err.splitlines() == [
        "Reading the online store …",
        "Reading the POS …",
        "Comparing …",
        "Planned: 8 products, 15 changes to send.",
        "8 products would change. For example: MUG-1, TEE-NS, PLATE-1, PLATE-2, PLATE-3.",
        "Sending …",
        "Done: 8 created. 0 unchanged.",
        done.err.splitlines()[-1],
    ]


def test_nobody_reading_does_not_break_a_run_off(fresh: Stage) -> None:
    """`sync --json | head -1`: the run is carried out all the same."""
    process = fresh.start("sync", "--json", "--yes")
    assert process.stdout is not None
    assert process.stdout.readline().startswith('{"event":"started"')
    process.stdout.close()
    process.stdout = None
    done = ended(process)
    assert done.status == 0, done.err
    assert len(fresh.products()) == 8


def test_nobody_reading_an_answer_is_no_error(shop: Stage) -> None:
    """`status | true` ends quietly."""
    process = shop.start("status")
    assert process.stdout is not None
    process.stdout.close()
    process.stdout = None
    done = ended(process)
    assert done.err == ""
