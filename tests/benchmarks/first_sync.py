"""What syncs cost, against RULES M15: `python -m tests.benchmarks.first_sync [--products N]`.

A shop made from a seed syncs from empty through the real connectors, both services in this process,
with their limits off and a simulated clock; then once more unchanged, then after twenty changes.
"""

import argparse
import asyncio
import random
import resource
import sys
import tempfile
import time
from pathlib import Path

from app.domain.steps import AddPicture, CreateCategory, CreateProduct, CreateVariation
from app.sample import mutations_pos as pos
from app.sample import mutations_till as till
from app.sample.shop import make_pos
from app.sync.run import Options
from tests.sync.rig import Rig, Story, first_choices

CHANGES = 20


def tell(text: str) -> None:
    """Print one line at once."""
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def least_writes(story: Story) -> int:
    """The least writes of a first sync by RULES M15."""
    least = 0
    for action in story.plan.actions:
        counted = (CreateProduct, CreateVariation, AddPicture, CreateCategory)
        least += sum(isinstance(step, counted) for step in action.steps)
        least += any(isinstance(step, CreateVariation | AddPicture) for step in action.steps)
    return least


def change(rig: Rig, seed: int) -> None:
    """Change twenty products that are online: prices, names, stock."""
    chance = random.Random(seed)
    online = [one for one in rig.pairs().values() if one.status == "in sync" and one.product]
    for at, found in enumerate(chance.sample(online, CHANGES)):
        assert found.product is not None
        record = found.product.head.id
        if at % 3 == 0:
            pos.reprice(rig.pos, record, 5.0 + at)
        elif at % 3 == 1:
            pos.rename(rig.pos, record, f"New name {at}")
        else:
            till.count_stock(rig.pos, record, rig.outlets[0], 40 + at)


async def measure(products: int) -> bool:
    """Run and print; returns whether every bar was met."""
    with tempfile.TemporaryDirectory() as folder:
        rig = Rig.open(Path(folder))
        make_pos(rig.pos, products, seed=1)
        first_choices(rig)
        rig.settings["new_products"] = "online"
        records = len(rig.pos.tables["products"].rows)
        tell(f"{products} products, {records} records")
        started = time.perf_counter()
        first = await rig.sync()
        seconds = time.perf_counter() - started
        least = least_writes(first)
        writes, requests = first.finished.writes, first.finished.requests
        tell(f"first sync        {requests}, {writes} writes, {seconds:.0f} s")
        counts = first.finished.counts
        tell(f"  created {counts['created']}, failed {counts['failed']}")
        tell(f"  writes to the least possible {writes / least:.3f} (bar 1.1)")
        good = writes <= 1.1 * least and not first.finished.counts["failed"]
        good &= await unchanged(rig, 30, 4 + first.finished.counts["created"] // 100 + 1, "sooner")
        good &= await unchanged(rig, 600, 4, "later")
        change(rig, 7)
        rig.clock.advance(600)
        story = await rig.sync(Options(yes=True))
        planned = sum(action.writes for action in story.plan.actions)
        changed = len(story.plan.actions)
        sent = story.finished.requests
        reads = sent["pos"] + sent["ecom"] - story.finished.writes
        tell(
            f"{changed} changed        {sent}, {story.finished.writes} writes of {planned} planned"
        )
        tell(f"  reads {reads} (bar {12 + 2 * changed} and the pages of what changed)")
        good &= story.finished.writes == planned and reads <= 12 + 2 * changed + 4
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    tell(f"memory at its highest, both stores included  {memory:.0f} MB")
    return good


async def unchanged(rig: Rig, wait: float, bar: int, name: str) -> bool:
    """Sync with nothing changed, so many seconds later."""
    rig.clock.advance(wait)
    started = time.perf_counter()
    story = await rig.sync()
    seconds = time.perf_counter() - started
    requests, writes = story.finished.requests, story.finished.writes
    tell(
        f"unchanged, {name:7} {requests}, {writes} writes, {seconds:.1f} s (bar pos 6, ecom {bar})"
    )
    return writes == 0 and requests["pos"] <= 6 and requests["ecom"] <= bar


def main() -> int:
    """Measure; 1 when a bar is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--products", type=int, default=10_000)
    return 0 if asyncio.run(measure(parser.parse_args().products)) else 1


if __name__ == "__main__":
    sys.exit(main())
