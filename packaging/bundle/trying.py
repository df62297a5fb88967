"""Runs what was built, as a person would: a screen, a self-test, a picture of the window."""

import json
import os
import shutil
import subprocess
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from bundle.places import BUILD, CannotBuild, version

PICTURES = BUILD / "pictures"
_PATIENCE = 420


class Wrong(Exception):
    """What a check found, in words."""


def expect(holds: object, words: str) -> None:
    """Say one thing that was checked; raise `Wrong` if it does not hold."""
    if not holds:
        raise Wrong(words)
    print(f"  ok: {words}", flush=True)


def fresh(name: str) -> Path:
    """An empty folder to work in."""
    folder = BUILD / "check" / name
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder


@contextmanager
def screen(size: str = "1280x860x24") -> Iterator[str]:
    """A screen that nobody looks at; its DISPLAY. Raises `CannotBuild`."""
    reading, writing = os.pipe()
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", size, "-nolisten", "tcp"]
    try:
        process = subprocess.Popen(command, pass_fds=[writing], stderr=subprocess.DEVNULL)
    except FileNotFoundError:
        raise CannotBuild("Xvfb is not installed; packaging/README.md lists it.") from None
    finally:
        os.close(writing)
    try:
        with os.fdopen(reading) as answer:
            yield f":{int(answer.readline())}"
    finally:
        process.terminate()
        process.wait()


def picture(display: str, name: str) -> Path:
    """Keep a picture of the screen."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    out = PICTURES / f"{name}.png"
    taken = ["import", "-display", display, "-window", "root", str(out)]
    subprocess.run(taken, check=True, timeout=60)
    return out


def self_test(command: list[str], environ: Mapping[str, str], out: Path, told: str = "") -> Any:
    """Run a self-test; returns what it found. `told` is how the program calls the file `out`."""
    out.unlink(missing_ok=True)
    with out.with_suffix(".log").open("wb") as log:
        process = subprocess.Popen(
            [*command, "--self-test", "--out", told or str(out)],
            env=dict(environ),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,  # wine's programs fail on a plain file.
            stderr=subprocess.STDOUT,
            cwd="/",
        )
        words, _ = process.communicate(timeout=_PATIENCE)
        log.write(words)
    if not out.is_file():
        raise Wrong(f"The self-test ended with {process.returncode}:\n{words.decode()[-3000:]}")
    found = read(out)
    expect(found["ok"] and not process.returncode, f"self-test {found['problems'] or 'passes'}")
    expect(found["version"] == version(), f"it is version {version()}")
    return found


def read(out: Path) -> Any:
    """What a self-test wrote."""
    return json.loads(out.read_text("utf-8"))


def wait_for_window(display: str, seconds: float = 120.0) -> None:
    """Wait until a window of ours is seen. Raises `Wrong`."""
    until = time.monotonic() + seconds
    look = ["xdotool", "search", "--onlyvisible", "--name", "Counterpart"]
    while time.monotonic() < until:
        environ = {**os.environ, "DISPLAY": display}
        done = subprocess.run(look, env=environ, capture_output=True, check=False)
        if done.stdout.strip():
            return
        time.sleep(0.25)
    raise Wrong("No window came up.")


def end(process: "subprocess.Popen[bytes]") -> None:
    """Close a program that was started to be looked at."""
    process.terminate()
    try:
        process.wait(20)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
