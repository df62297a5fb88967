"""Histories: acts by chance on both sides and by the manager, with syncs between them.

An act is a name and a seed, so that a history can be told, played again, and cut short.
"""

import asyncio
import tempfile
from collections.abc import Callable, Coroutine, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

from app.sample.e_series.errors import Refusal
from app.sample.faults import Fault
from tests.model import online_acts, pos_acts
from tests.model.fields import KEEPABLE
from tests.model.stage import Difference, Stage, dying, losing, quietly

ECOM_FAULTS = (
    *("reset", "truncated", "502_html", "503_empty", "504_lost", "408_timeout"),
    *("500_internal", "200_html", "200_broken", "200_empty"),
)
POS_FAULTS = ("reset", "truncated", "502_html", "503_empty", "500_text", "200_broken")
_ROOMY = "/dev/shm" if Path("/dev/shm").is_dir() else None  # noqa: S108 - memory, not disk
_PATIENCE = 60.0
"""Seconds of real time after which a sync hangs."""
OFF = ("name", "description", "brand", "category", "barcode", "price", "stock", "images")


@dataclass(frozen=True)
class Act:
    """One thing that happens: whose, which, and the seed of its chances."""

    kind: str
    name: str
    seed: int

    def __str__(self) -> str:
        """Short, to be read."""
        return f"{self.kind}.{self.name}#{self.seed}"


def read_act(told: str) -> Act:
    """An act from how it was told."""
    kind, _, rest = told.partition(".")
    name, _, seed = rest.partition("#")
    return Act(kind, name, int(seed))


# The manager and time


def set_flag(stage: Stage, rng: Random) -> None:
    """Sell online: on, off, as the POS says."""
    keys = sorted({row["family_id"] for row in pos_acts.living(stage)})
    if keys:
        stage.flag(rng.choice(keys), rng.choice(("on", "off", "follow")))


def tick(stage: Stage, rng: Random) -> None:
    """Other outlets."""
    stage.choose_outlets(set(rng.sample(stage.outlets, rng.randint(0, 3))))


def choose_register(stage: Stage, rng: Random) -> None:
    """Another register takes the orders."""
    stage.choose_register(rng.choice(list(stage.rig.pos.tables["registers"].rows)))


def hold_back(stage: Stage, rng: Random) -> None:
    """A buffer, of the store or of one product."""
    keys = sorted({row["family_id"] for row in pos_acts.living(stage)})
    if keys and rng.random() < 0.5:
        stage.hold_back(rng.choice(keys), rng.choice((0, 1, 3)))
    else:
        stage.set_to("stock.buffer", rng.choice((0, 1, 2)))


def keep_edits(stage: Stage, rng: Random) -> None:
    """Online edits of a field are kept, or put back again; of all products or of one."""
    name = rng.choice(sorted(KEEPABLE))
    keys = sorted(stage.memory.pairs)
    if keys and rng.random() < 0.5:
        stage.keep(rng.choice(keys), name)
    else:
        stage.set_to(f"fields.{name}.edited_online", rng.choice(("keep", "put_back")))


def switch_field(stage: Stage, rng: Random) -> None:
    """A field is no longer kept in step, or is again."""
    key = f"fields.{rng.choice(OFF)}.sync"
    stage.set_to(key, stage.manager.settings.get(key) is False)


def book(stage: Stage, rng: Random) -> None:
    """An order is marked as booked in the POS."""
    if stage.memory.orders:
        stage.book(rng.choice(sorted(stage.memory.orders)))


def wait(stage: Stage, rng: Random) -> None:
    """Time passes: minutes, hours, days."""
    stage.clock.advance(rng.choice((30, 600, 3600, 20 * 3600, 30 * 3600, 4 * 86400)))


def wrong_clock(stage: Stage, rng: Random) -> None:
    """This computer's clock jumps; the services' go on."""
    stage.clock.skew = rng.choice((-7200.0, -60.0, 0.0, 60.0, 7200.0))


MANAGER: tuple[Callable[[Stage, Random], None], ...] = (
    *(set_flag, set_flag, tick, choose_register, hold_back, keep_edits, keep_edits, switch_field),
    *(book, wait, wait, wrong_clock),
)


# Syncs


async def calm(stage: Stage, _: Random) -> None:
    """Nothing goes wrong."""
    await stage.sync()


async def full(stage: Stage, _: Random) -> None:
    """Both stores are read in full."""
    await stage.sync(full=True)


async def unasked(stage: Stage, _: Random) -> None:
    """First without a yes: the guard may ask."""
    await stage.sync(unasked=True)


async def faults(stage: Stage, rng: Random) -> None:
    """A share of the requests goes wrong, on either side."""
    share, late = rng.choice((0.05, 0.15, 0.3)), rng.random() < 0.5
    ecom = Fault(rng.choice(ECOM_FAULTS), share, after_write=late)
    other = Fault(rng.choice(POS_FAULTS), 0.1) if rng.random() < 0.3 else None

    def trouble(rig: Any) -> None:
        rig.ecom.faults.add(ecom)
        if other is not None:
            rig.pos.faults.add(other)

    await stage.sync_in_trouble(trouble)


async def killed(stage: Stage, rng: Random) -> None:
    """The engine dies at some request, before or after it arrives."""
    nth, heard = rng.randint(3, 45), rng.random() < 0.6

    def trouble(rig: Any) -> None:
        rig.between = dying(nth, heard=heard)

    await stage.sync_in_trouble(trouble)


async def lost_replies(stage: Stage, rng: Random) -> None:
    """Writes are carried out and their replies lost."""
    share = rng.choice((0.1, 0.3, 0.6))

    def trouble(rig: Any) -> None:
        rig.between = losing(Random(rng.random()), share)

    await stage.sync_in_trouble(trouble)


Sync = Callable[[Stage, Random], Coroutine[Any, Any, None]]
SYNCS: tuple[Sync, ...] = (calm, calm, calm, full, unasked, faults, killed, lost_replies)

ALL: dict[str, dict[str, Callable[[Stage, Random], Any]]] = {
    "pos": {act.__name__: act for act in pos_acts.ACTS},
    "online": {act.__name__: act for act in online_acts.ACTS},
    "manager": {act.__name__: act for act in MANAGER},
    "sync": {act.__name__: act for act in SYNCS},
}


def some_act(kind: str, rng: Random) -> Act:
    """An act of one kind, chosen by chance."""
    chosen = {
        "pos": pos_acts.ACTS,
        "online": online_acts.ACTS,
        "manager": MANAGER,
        "sync": SYNCS,
    }[kind]
    return Act(kind, rng.choice(chosen).__name__, rng.randrange(10**6))


def history(seed: int, steps: int) -> list[Act]:
    """The acts of one history; `steps` is how many syncs it has before the last."""
    rng = Random(seed)
    acts = [Act("start", "settings", rng.randrange(10**6))]
    acts += [Act("pos", "add_category", rng.randrange(10**6)) for _ in range(rng.randint(0, 3))]
    for _ in range(rng.randint(2, 4)):
        name = rng.choice(("add_product", "add_product", "add_family"))
        acts.append(Act("pos", name, rng.randrange(10**6)))
    for _ in range(rng.choice((0, 0, 1, 2))):
        acts.append(Act("online", "create_product", rng.randrange(10**6)))
    for _ in range(steps):
        acts.append(some_act("sync", rng))
        for kind, most in (("pos", 4), ("online", 3), ("manager", 1)):
            acts += [some_act(kind, rng) for _ in range(rng.randint(0, most))]
    return [*acts, some_act("sync", rng)]


async def do(stage: Stage, act: Act) -> None:
    """Let one act happen. Raises `Difference` after a sync that did not do what it must."""
    rng = Random(act.seed)
    stage.clock.advance(rng.randint(3, 40))
    if act.kind == "start":
        settle_in(stage, rng)
    elif act.kind == "sync":
        await ALL["sync"][act.name](stage, rng)
    elif act.kind == "pos":
        if pos_acts.living(stage) or act.name in ("add_product", "add_family", "add_category"):
            ALL["pos"][act.name](stage, rng)
    elif act.kind == "online":
        if stage.documents() or act.name == "create_product":
            with suppress(Refusal):
                ALL["online"][act.name](stage, rng)
    else:
        ALL[act.kind][act.name](stage, rng)


def settle_in(stage: Stage, rng: Random) -> None:
    """The manager's settings from the start."""
    stage.set_to("new_products", rng.choice(("online", "off")))
    stage.set_to("first_link.images", rng.choice(("keep", "keep", "replace")))
    stage.set_to("removal.mode", rng.choice(("delete", "delete", "hide")))
    stage.set_to("removal.days", 3)
    stage.set_to("orders.reach_pos", rng.choice(("by hand", "automatically")))
    stage.set_to("prices.form", rng.choice(("auto", "auto", "excluding")))
    if rng.random() < 0.2:
        stage.set_to("guard.count", 0)
    if rng.random() < 0.2:
        stage.set_to("first_link.keep", ("name", "description"))
    tick(stage, rng)


async def play(acts: Sequence[Act]) -> tuple[int, str] | None:
    """Play a history; returns the place of the act that failed and what differs, else None."""
    with tempfile.TemporaryDirectory(dir=_ROOMY) as folder, quietly():
        stage = Stage.open(Path(folder))
        for at, act in enumerate(acts):
            try:
                await asyncio.wait_for(do(stage, act), _PATIENCE)
            except TimeoutError:
                return at, "it hangs"
            except Difference as difference:
                return at, str(difference)
            except Exception as error:  # noqa: BLE001 - a crash is a finding like any other
                return at, f"{type(error).__name__}: {error}"
    return None


def play_now(acts: Sequence[Act]) -> tuple[int, str] | None:
    """Play a history on a loop of its own."""
    return asyncio.run(play(acts))


def shortest(acts: Sequence[Act]) -> tuple[list[Act], str]:
    """A failing history cut down: first behind the failure, then act by act."""
    failed = play_now(acts)
    if failed is None:
        return list(acts), ""
    left, what = list(acts[: failed[0] + 1]), failed[1]
    size = max(1, len(left) // 2)
    while size:
        at = len(left) - 1 - size
        while at >= 0:
            fewer = left[:at] + left[at + size :]
            again = play_now(fewer)
            if again is not None:
                left, what = fewer[: again[0] + 1], again[1]
                at = min(at, len(left) - 1)
            at -= size
        size //= 2
    return left, what
