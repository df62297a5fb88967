"""Plays every fault on every endpoint: `python -m tests.faults [--share 0.1 0.3]`."""

import argparse
import asyncio
import sys
import time

from tests.faults.cases import every_case
from tests.faults.play import in_peace, play


def main() -> int:
    """Play all cases; returns 1 when one of them did not end well."""
    parser = argparse.ArgumentParser(prog="python -m tests.faults", description=__doc__)
    parser.add_argument("--share", type=float, nargs="+", default=[0.1, 0.3])
    parser.add_argument("--only", default="", help="cases whose name has this in it")
    given = parser.parse_args()
    return asyncio.run(_play_all(given.share, given.only))


async def _play_all(shares: list[float], only: str) -> int:
    began, failed, played = time.monotonic(), 0, 0
    peace = await in_peace()
    for case in every_case(shares):
        if only not in str(case):
            continue
        played += 1
        problems = await play(case, peace)
        if problems:
            failed += 1
            _tell(f"{case}:")
            for problem in problems[:6]:
                _tell(f"    {problem[:600]}")
    seconds = time.monotonic() - began
    _tell(f"{played} cases, {failed} did not end well; {seconds:.0f} s")
    return 1 if failed else 0


def _tell(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
