"""Plays random histories and compares after every sync: `python -m tests.soak`.

The same seed plays the same history. A failure is told with its seed, the shortest part of the
history that still fails, and what differs. `--replay` plays acts as they were told.
"""

import argparse
import sys
import time
from collections.abc import Sequence

from tests.model.history import Act, history, play_now, read_act, shortest

_EVERY = 5.0


def main(arguments: Sequence[str] | None = None) -> int:
    """Play; the exit status is 1 when a history failed."""
    parser = argparse.ArgumentParser(prog="python -m tests.soak", description=__doc__)
    parser.add_argument("--histories", type=int, default=1000, help="how many (1000)")
    parser.add_argument("--seed", type=int, default=0, help="of the first history (0)")
    parser.add_argument("--steps", type=int, default=3, help="syncs in a history (3)")
    parser.add_argument("--failures", type=int, default=5, help="stop after so many (5)")
    parser.add_argument("--whole", action="store_true", help="don't cut failing histories down")
    parser.add_argument("--replay", nargs="+", metavar="ACT", help="play just these acts")
    asked = parser.parse_args(arguments)
    if asked.replay:
        return _replay([read_act(told) for told in asked.replay])
    return _play(asked)


def _replay(acts: list[Act]) -> int:
    failed = play_now(acts)
    _say("as the rules say" if failed is None else f"{acts[failed[0]]}: {failed[1]}")
    return int(failed is not None)


def _play(asked: argparse.Namespace) -> int:
    began = told = time.monotonic()
    failures = 0
    for number in range(asked.histories):
        seed = asked.seed + number
        acts = history(seed, asked.steps)
        failed = play_now(acts)
        if failed is not None:
            failures += 1
            _tell(seed, acts, failed, whole=asked.whole)
        if failures >= asked.failures:
            break
        if time.monotonic() - told > _EVERY:
            told = time.monotonic()
            _say(_progress(number + 1, asked.histories, failures, told - began))
    _say(_progress(number + 1, asked.histories, failures, time.monotonic() - began))
    return int(failures > 0)


def _progress(played: int, wanted: int, failures: int, seconds: float) -> str:
    rate = played / seconds if seconds else 0.0
    return (
        f"{played} of {wanted} histories, {failures} failed, {seconds:.0f} s, {rate:.1f} a second"
    )


def _tell(seed: int, acts: list[Act], failed: tuple[int, str], *, whole: bool) -> None:
    shown, what = (acts[: failed[0] + 1], failed[1]) if whole else shortest(acts)
    _say(f"\nseed {seed} fails: {what}\n    {' '.join(map(str, shown))}\n")


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
