"""How much of the services' limits a first sync uses: `python -m tests.benchmarks.pacing`.

Both stores enforce their published limits on a simulated clock, so an hour passes in a minute.
"""

import argparse
import asyncio
import sys
import tempfile
from pathlib import Path

from app.sample.e_series.batch import SeenInside
from app.sample.shop import make_pos
from tests.sync.rig import Rig, first_choices

WINDOW = 60.0
LIMIT = 600


async def measure(products: int) -> bool:
    """Run and print; returns whether the bars were met."""
    with tempfile.TemporaryDirectory() as folder:
        rig = Rig.open(Path(folder), limits=True)
        make_pos(rig.pos, products, seed=1)
        first_choices(rig)
        rig.settings["new_products"] = "online"
        story = await rig.sync()
        seen = [s for s in rig.ecom.requests if not isinstance(s, SeenInside)]
        refused = sum(s.status == 429 for s in seen)
        refused += sum(s.status == 429 for s in rig.pos.requests)
        began, ended = seen[0].time, seen[-1].time
        # The windows in the middle are bound by the limit alone.
        first, last = began + WINDOW, ended - 2 * WINDOW
        middle = sum(first <= s.time < last for s in seen)
        share = middle / ((last - first) / WINDOW * LIMIT)
    minutes, windows = (ended - began) / 60, (last - first) / WINDOW
    lines = [
        f"{products} products: {len(seen)} requests in {minutes:.1f} simulated minutes",
        f"share of the limit used over {windows:.0f} windows  {share:.3f} (bar 0.9)",
        f"429 answers  {refused} (bar 0)",
        f"failed  {story.finished.counts['failed']}",
    ]
    sys.stdout.write("\n".join(lines) + "\n")
    return share >= 0.9 and refused == 0


def main() -> int:
    """Measure; 1 when a bar is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--products", type=int, default=1_500)
    return 0 if asyncio.run(measure(parser.parse_args().products)) else 1


if __name__ == "__main__":
    sys.exit(main())
