"""The pair of stores as it lies on this computer: loaded, compared, and turned into rows.

Everything here is called on the engine's thread. What the network is needed for is `running`'s.
"""

from collections.abc import Callable, Collection, Iterable, Mapping
from contextlib import ExitStack
from dataclasses import dataclass, replace
from datetime import datetime
from typing import cast

from app.controller.workplace import Session, Workplace
from app.domain.choices import Choices
from app.domain.errors import DatabaseDamaged
from app.domain.events import Mode
from app.domain.planning import Plan, assess_one, make_plan
from app.domain.situation import Situation
from app.facts.catalogue import Arranged, Order, arranged
from app.facts.making_rows import make_row, writes
from app.facts.row_values import Ground
from app.facts.rows import Row, packed, unpacked
from app.facts.state import LastRun, StoreFacts
from app.sync.storage_ports import MirrorState, RunRecord
from app.sync.world import World, glance

CHANGED_COUNTS = ("created", "updated", "shown", "hidden", "deleted")


@dataclass(frozen=True, slots=True)
class Seen:
    """What a look at this computer's records found."""

    every: Arranged
    store: StoreFacts
    first_done: bool
    read_at: float


class Desk:
    """The records of one workplace. Raises `StorageFailed` in words.

    `orders` says in which orders the catalogue is looked at just now.
    """

    def __init__(
        self, place: Workplace, now: float, orders: Callable[[], Collection[Order]] = tuple
    ) -> None:
        self.place = place
        self._orders = orders
        self._files = ExitStack()
        self._session: Session | None = None
        self._kept: dict[str, bytes] = {}
        self._done: dict[str, int] = {}
        self.state = MirrorState()
        self.choices = Choices()
        self._now = now
        self._world: World | None = None
        self.plan: Plan | None = None

    def open(self) -> Seen | None:
        """Open the database; returns the rows as they were kept last, None where none are."""
        self.choices = self.place.choices()
        rows = []
        for data in self.session.mirror.rows():
            try:
                row = unpacked(data)
            except ValueError:
                return None
            rows.append(row)
            self._kept[row.id] = data
        if not rows:
            return None
        return Seen(arranged(rows, self._orders()), StoreFacts(self.place.demo), False, 0.0)

    def close(self) -> None:
        """Close the database."""
        self._files.close()

    @property
    def session(self) -> Session:
        """The database; opened now where that was not possible before."""
        if self._session is None:
            self._session = self._files.enter_context(self.place.session())
        return self._session

    @property
    def world(self) -> World:
        """Both sides, joined."""
        if self._world is None:
            raise RuntimeError("nothing has been read yet")
        return self._world

    # Looking

    def read(self, now: float) -> Seen:
        """Load both sides, compare them, and keep the rows for the next start."""
        try:
            state = self.session.mirror.load()
        except DatabaseDamaged:
            self.session.begin_anew()
            state = self.session.mirror.load()
        return self.take_over(state, now)

    def take_over(self, state: MirrorState, now: float) -> Seen:
        """Compare what a run has read and written."""
        self.state = state
        self.choices = self.place.choices()
        self._now = now
        self._join()
        return self._seen()

    def choose(self, choices: Choices, keys: Collection[str] | None) -> tuple[Row, ...] | Seen:
        """What the manager's choices make of these products and of those chosen elsewhere.

        None: of all, as `Seen`.
        """
        touched = None if keys is None else {*keys, *_differing(self.choices, choices)}
        self.choices = choices
        if self._world is None:
            return ()
        if touched is None or len(touched) > _FEW:
            self._join()
            return self._seen()
        catalogue = self._world.catalogue
        self._world = World(catalogue, replace(self._world.situation, choices=choices))
        rows = [self.row_now(key, frozenset(), {}) for key in touched]
        return tuple(row for row in rows if row is not None)

    def _join(self) -> None:
        world = glance(self.state, self.choices, self.place.rules(), self._now)
        writing = frozenset(step.key for step in self.session.journal.open_steps())
        situation = replace(world.situation, in_flight=writing, held=self._held())
        self._world = World(world.catalogue, situation)
        self.plan = make_plan(world.catalogue, situation, self.restore)

    def _held(self) -> dict[str, int]:
        held: dict[str, int] = {}
        for hold in self.session.mirror.holds():
            if not hold.ended and hold.order_id not in self.choices.booked:
                held[hold.pos_id] = held.get(hold.pos_id, 0) + hold.quantity
        return held

    def restore(self, key: str) -> bytes | None:
        """What eCom last told of a product that was deleted there (RULES S8)."""
        lost = self.state.lost.get(key)
        if lost is None or key in self.choices.restore_refused:
            return None
        return self.session.mirror.raw_gone(lost.ecom_id)

    def _seen(self) -> Seen:
        plan = self.plan
        if plan is None:
            raise RuntimeError("nothing has been compared yet")
        ground = self.ground(self.world.situation)
        acting = {action.key for action in plan.actions}
        rows = tuple(make_row(found, ground, found.key in acting) for found in plan.assessments)
        self._keep(rows)
        store = store_facts(self.state, demo=self.place.demo)
        every = arranged(rows, self._orders())
        return Seen(every, store, self.first_done, self.read_at)

    @property
    def first_done(self) -> bool:
        """Whether the first sync is behind us."""
        return self.state.facts.get("first.done") == 1

    @property
    def read_at(self) -> float:
        """When both stores were read last (UNIX seconds), 0 for never."""
        return seconds_of(str(self.state.facts.get("latest.day") or ""))

    def ground(self, situation: Situation) -> Ground:
        """What rows are made on."""
        names = {category.id: category.name for category in self.state.ecom_categories}
        self._done = self.session.journal.last_done()
        return Ground(situation, self._done, int(self.read_at), names)

    def row_now(
        self, key: str, in_flight: frozenset[str], failures: Mapping[str, str]
    ) -> Row | None:
        """One product's row as things stand at this moment of a run."""
        catalogue = self.world.catalogue
        known = {**self.world.situation.failures, **failures}
        situation = replace(self.world.situation, in_flight=in_flight, failures=known)
        found = assess_one(key, catalogue, situation)
        if found is None:
            return None
        ground = Ground(situation, self._done, int(self._now))
        return make_row(found, ground, writes(found))

    def use(self, world: World, state: MirrorState, now: float) -> None:
        """Look at what a run under way works with, so that rows follow it."""
        self._world = world
        self.state = state
        self._now = now

    def note_done(self, key: str, now: float) -> None:
        """An action about this product was done."""
        self._done[key] = int(now)

    def _keep(self, rows: Iterable[Row]) -> None:
        data = {row.id: packed(row) for row in rows}
        changed: dict[str, bytes | None] = {
            row_id: one for row_id, one in data.items() if self._kept.get(row_id) != one
        }
        changed |= dict.fromkeys(self._kept.keys() - data.keys())
        if changed:
            self.session.mirror.save_rows(changed)
        self._kept = data

    def last_run(self) -> LastRun | None:
        """The run that ended last, as the history has it."""
        runs = self.session.journal.runs()
        return last_of(runs[0]) if runs else None


_FEW = 200
"""So many products are compared one by one; more: all of them at once."""


def _differing(before: Choices, after: Choices) -> set[str]:
    """Keys of the products about which something else is chosen now."""
    pairs = ((before.flags, after.flags), (before.kept, after.kept))
    return {key for old, new in pairs for key in {*old, *new} if old.get(key) != new.get(key)}


def seconds_of(stamp: str) -> float:
    """A time in UTC ISO form as UNIX seconds; 0 where it says nothing."""
    try:
        return datetime.fromisoformat(stamp).timestamp()
    except ValueError:
        return 0.0


def store_facts(state: MirrorState, *, demo: bool) -> StoreFacts:
    """The two stores as they were last read."""
    shop, pos = state.shop, state.pos_shop
    return StoreFacts(
        demo=demo,
        pos_name=pos.name if pos else "",
        online_name=_short(shop.name) if shop else "",
        currency=shop.currency if shop else (pos.currency if pos else ""),
        places=shop.currency_precision if shop else 2,
        weight_unit=shop.weight_unit if shop else "",
        size_unit=shop.dimensions_unit if shop else "",
        tax_included=shop.prices_include_tax if shop else True,
    )


_HOSTS = (".company.site", ".sample.test")
"""Where online stores stand that have no address of their own; it says nothing of the shop."""


def _short(host: str) -> str:
    """A store's address as people would name it."""
    for suffix in _HOSTS:
        host = host.removesuffix(suffix)
    return host.removeprefix("www.")


def last_of(run: RunRecord) -> LastRun:
    """A past run as the strip tells it."""
    started = seconds_of(run.started)
    return LastRun(
        at=started + run.seconds,
        exit=run.exit,
        mode=cast("Mode", run.mode),
        changed=sum(run.counts.get(name, 0) for name in CHANGED_COUNTS),
        failed=run.counts.get("failed", 0),
        attention=run.counts.get("attention", 0),
        seconds=run.seconds,
        run=run.run,
    )
