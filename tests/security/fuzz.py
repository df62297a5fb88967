"""The long fuzz of everything that reads answers: `python -m tests.security.fuzz --examples N`.

N examples are shared evenly by all readers; `--only TEXT` takes those whose name has it,
`--seed` begins elsewhere. The first failing example of each reader is printed, made small.
"""

import argparse
import sys
import time
from collections.abc import Callable

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from tests.security.hostile_json import encoded, spoilt, values
from tests.security.readers import READERS, Reader, tried


def property_of(
    reader: Reader, examples: int, start: int | None = None, *, derandomize: bool = False
) -> Callable[[], None]:
    """The property: half of the bodies made from nothing, half from what the stores answer."""

    @settings(
        max_examples=examples,
        deadline=None,
        database=None,
        derandomize=derandomize,
        suppress_health_check=list(HealthCheck),
        phases=(Phase.generate, Phase.shrink),
    )
    @given(encoded(st.one_of(values(), spoilt())))
    def holds(body: bytes) -> None:
        tried(reader, body)

    return holds if start is None else seed(start)(holds)


def main() -> int:
    """Fuzz; returns 1 when anything failed."""
    asked = argparse.ArgumentParser(prog="python -m tests.security.fuzz", description=__doc__)
    asked.add_argument("--examples", type=int, default=10_000)
    asked.add_argument("--seed", type=int, default=None)
    asked.add_argument("--only", default="")
    given_ = asked.parse_args()
    names = [name for name in READERS if given_.only in name]
    each = max(1, given_.examples // max(1, len(names)))
    began, bad = time.monotonic(), 0
    for name in names:
        started = time.monotonic()
        try:
            property_of(READERS[name], each, given_.seed)()
        except Exception as error:  # noqa: BLE001 - whatever it is, it is what we look for
            bad += 1
            _say(f"FAILED {name}: {type(error).__name__}: {error}")
            _say("\n".join(getattr(error, "__notes__", [])))
        _say(f"{name}: {each} examples, {time.monotonic() - started:.1f} s")
    _say(f"{each * len(names)} examples, {bad} failed, {time.monotonic() - began:.0f} s")
    return 1 if bad else 0


def _say(text: str) -> None:
    sys.stdout.write(text.encode("ascii", "backslashreplace").decode() + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
