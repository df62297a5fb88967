"""Kills syncs and looks at what becomes of them: `python -m tests.kills [--every] [--random N]`."""

import argparse
import collections
import random
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from tests.journeys.doors import served
from tests.kills.moments import Kind, Moment
from tests.kills.play import Peace, Theatre
from tests.kills.scenes import SCENES

Plays = Iterator[tuple[Moment, ...]]


def main() -> int:
    """Play the kills that were asked for; returns 1 when one of them left a trace."""
    parser = argparse.ArgumentParser(prog="python -m tests.kills", description=__doc__)
    parser.add_argument("--every", action="store_true", help="kill at every write and transaction")
    parser.add_argument("--random", type=int, default=0, metavar="N", help="moments in time")
    parser.add_argument("--twice", type=int, default=0, metavar="N", help="the next run as well")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--scene", choices=SCENES, action="append")
    given = parser.parse_args()
    if not (given.every or given.random or given.twice):
        given.random = 20
    failed = 0
    for name in given.scene or SCENES:
        failed += _scene(name, given)
    return 1 if failed else 0


def _scene(name: str, given: argparse.Namespace) -> int:
    chance = random.Random(f"{name} {given.seed}")
    counts: collections.Counter[str] = collections.Counter()
    failed, began = 0, time.monotonic()
    with tempfile.TemporaryDirectory() as folder, served(Path(folder) / "compiled") as server:
        theatre = Theatre(SCENES[name], server, Path(folder))
        peace = theatre.peace
        _tell(
            f"{name}: a run in peace sends {peace.writes} writes, commits {peace.transactions} "
            f"times, takes {peace.seconds:.1f} s"
        )
        for moments in _moments(peace, given, chance):
            played = theatre.play(moments)
            counts[moments[0].kind if len(moments) == 1 else "twice"] += played.killed
            counts["over before"] += not played.killed
            if played.problems:
                failed += 1
                _tell(f"{name}, {', '.join(map(str, moments))}:")
                _tell("\n".join(f"    {problem}" for problem in played.problems))
    told = ", ".join(f"{count} {kind}" for kind, count in sorted(counts.items()))
    _tell(f"{name}: {told}; {failed} left a trace; {time.monotonic() - began:.0f} s")
    return failed


def _moments(peace: Peace, given: argparse.Namespace, chance: random.Random) -> Plays:
    if given.every:
        for nth in range(1, peace.writes + 1):
            yield (Moment("arrived", nth),)
            yield (Moment("applied", nth),)
            yield (Moment("answered", nth),)
        for nth in range(1, peace.transactions + 1):
            yield (Moment("committing", nth),)
    for _ in range(given.random):
        yield (Moment("seconds", round(chance.uniform(0.3, peace.seconds), 3)),)
    for _ in range(given.twice):
        yield (_any(peace, chance), _any(peace, chance))


def _any(peace: Peace, chance: random.Random) -> Moment:
    if chance.random() < 0.5:
        return Moment("committing", chance.randint(1, peace.transactions))
    kinds: tuple[Kind, ...] = ("arrived", "applied", "answered")
    kind = chance.choice(kinds)
    return Moment(kind, chance.randint(1, peace.writes))


def _tell(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
