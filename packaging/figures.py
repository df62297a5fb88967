#!/usr/bin/env python3
"""Measures what was built: sizes, and the time to the window against running from source.

Run it after `packaging/build.py linux`, on a quiet computer.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path

import build
from bundle import trying
from bundle.places import BUILD, NAME, OUT, ROOT
from bundle.systems import LINUX

SITE = BUILD / LINUX.name / f"site-{LINUX.platforms[0]}"
FOLDER = BUILD / LINUX.name / NAME


def main() -> int:
    """Print all figures; returns the exit status."""
    parser = argparse.ArgumentParser(prog="packaging/figures.py", description=__doc__)
    parser.add_argument("--rounds", type=int, default=5, help="starts of each, after one more")
    rounds = parser.parse_args().rounds
    sizes()
    times = to_windows(rounds)
    for name, seconds in times.items():
        print(f"{seconds:8.3f} s   to the window, {name} (median of {rounds}, warm)")
    print(f"{times['built'] / times['from source']:8.2f} ×   built against source")
    return 0


def sizes() -> None:
    """Print how large everything is."""
    for path in sorted(OUT.glob("*")):
        print(f"{path.stat().st_size / 1e6:8.1f} MB  {path.name}")
    for name, place in (("packages, untrimmed", SITE), ("folder", FOLDER)):
        size = sum(path.stat().st_size for path in place.rglob("*") if path.is_file())
        print(f"{size / 1e6:8.1f} MB  {name}", flush=True)


def to_windows(rounds: int) -> dict[str, float]:
    """The median time to the window, from source and built, in turns."""
    environ = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    source = {**environ, "PYTHONPATH": os.pathsep.join([str(ROOT), str(SITE)])}
    ways = (
        ("from source", [build.tools(), "-m", "app"], source),
        ("built", [str(FOLDER / NAME.lower())], environ),
    )
    taken: dict[str, list[float]] = {name: [] for name, _, _ in ways}
    for _ in range(rounds + 1):
        for name, command, given in ways:
            taken[name].append(to_window(command, given))
    return {name: statistics.median(times[1:]) for name, times in taken.items()}


def to_window(command: list[str], environ: Mapping[str, str]) -> float:
    """Seconds from the start of the process until its window has been painted."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder, "found.json")
        began = time.time()
        command = [*command, "--self-test", "--out", str(out)]
        nowhere = subprocess.DEVNULL
        subprocess.run(command, env=dict(environ), stdout=nowhere, stderr=nowhere, check=True)
        return float(trying.read(out)["window"]["at"]) - began


if __name__ == "__main__":
    sys.exit(main())
