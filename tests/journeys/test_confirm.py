"""`counterpart confirm`: what a person sees, answers, and may break off."""

import signal
import subprocess
import sys
from typing import Any

import pytest

from tests.checkout import ROOT
from tests.journeys.stage import PATIENCE, Done, Stage, ended


def start(stage: Stage, *arguments: str) -> "subprocess.Popen[str]":
    """Start `confirm` with a pipe to answer through."""
    process: subprocess.Popen[str] = subprocess.Popen(
        [sys.executable, "-m", "app", "confirm", *arguments],
        cwd=ROOT,
        env=stage.environ,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )
    stage.running.append(process)
    return process


def confirm(stage: Stage, *arguments: str, answers: str = "") -> Done:
    """Run `confirm` with these lines as answers."""
    process = start(stage, *arguments)
    assert process.stdin is not None
    process.stdin.write(answers)
    process.stdin.close()
    process.stdin = None
    return ended(process)


def online(stage: Stage) -> dict[str, dict[str, Any]]:
    """Test products that stand online."""
    return {sku: one for sku, one in stage.products().items() if "COUNTERPART-TEST" in sku}


def until(process: "subprocess.Popen[str]", words: str) -> str:
    """Wait until something is told; returns all that was told by then."""
    assert process.stderr is not None
    told = ""
    while words not in told:
        line = process.stderr.readline()
        assert line, told
        told += line
    return told


def test_the_list(bare: Stage) -> None:
    """Without a name: every experiment with its steps, and no request."""
    done = confirm(bare)
    assert done.status == 0
    assert "readers: Can Counterpart read what your stores answer?" in done.out
    assert "attributes: Does a write of attributes replace the list?" in done.out
    assert "    remove the test product" in done.out
    assert not bare.pos.requests
    assert not bare.ecom.requests


def test_one_experiment(bare: Stage) -> None:
    """Told and asked first, then the finding and one line to report; nothing is left."""
    done = confirm(bare, "attributes", answers="y\n")
    assert done.status == 0, done.err
    assert done.out.startswith("attributes: replaced (Counterpart ")
    assert "make a hidden test product" in done.err
    assert "Go on? [y/N]" in done.err
    assert "This is what Counterpart expects." in done.err
    assert online(bare) == {}


@pytest.mark.parametrize(("answers", "status"), [("n\n", 3), ("\n", 3), ("", 2)])
def test_without_a_yes(bare: Stage, answers: str, status: int) -> None:
    """A no, just Enter, or nobody there: no product was made."""
    done = confirm(bare, "attributes", answers=answers)
    assert done.status == status
    assert not any(seen.write for seen in bare.ecom.requests)


def test_reading_both_stores(bare: Stage) -> None:
    """The first thing to try: reads alone."""
    done = confirm(bare, "readers", answers="y\n")
    assert done.status == 0, done.err
    assert done.out.startswith("readers: all read; switch 10 of 10")
    assert not any(seen.write for seen in bare.ecom.requests)


def test_an_unknown_name(bare: Stage) -> None:
    """Says where the names are."""
    done = confirm(bare, "everything")
    assert (done.status, done.out) == (2, "")
    assert "There is nothing called everything to confirm." in done.err


def test_check_only(bare: Stage) -> None:
    """A store that is not to be written to gets no test product either."""
    assert bare.run("settings", "store.mode", "check only").status == 0
    assert confirm(bare, "name", answers="y\n").status == 2
    assert not bare.ecom.requests
    assert confirm(bare, "readers", answers="y\n").status == 0


@pytest.mark.skipif(sys.platform == "win32", reason="no such signals")
def test_broken_off_at_a_question(bare: Stage) -> None:
    """Ctrl-C while a question waits: the test product is removed before the end."""
    process = start(bare, "uncombined")
    assert process.stdin is not None
    process.stdin.write("y\n")
    process.stdin.flush()
    until(process, "Show it?")
    assert len(online(bare)) == 1
    process.send_signal(signal.SIGINT)
    process.wait(PATIENCE)
    done = ended(process)
    assert (done.status, done.out) == (130, "")
    assert online(bare) == {}


@pytest.mark.skipif(sys.platform == "win32", reason="no such signals")
def test_killed_at_a_question(bare: Stage) -> None:
    """The next `confirm`, whatever it is for, removes what was left."""
    process = start(bare, "uncombined")
    assert process.stdin is not None
    process.stdin.write("y\n")
    process.stdin.flush()
    until(process, "Show it?")
    process.kill()
    process.communicate()
    assert len(online(bare)) == 1
    done = confirm(bare)
    assert done.status == 0, done.err
    assert "may still be in the online store" in done.err
    assert online(bare) == {}
    assert "may still be" not in confirm(bare).err


def test_on_the_sample_stores(bare: Stage) -> None:
    """A rehearsal that touches no store of yours."""
    done = confirm(bare, "unlimited-delta", "--demo", answers="y\n")
    assert done.status == 0, done.err
    assert done.out.startswith("unlimited-delta: updates nothing")
    assert not bare.ecom.requests
