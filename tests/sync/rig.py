"""A whole shop on a simulated clock: both sample stores, the engine between them, a folder."""

from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, TypeVar

import httpx

from app.connectors.open import open_ecom, open_pos
from app.domain.assessing import Assessment
from app.domain.choices import Choices, Flag
from app.domain.events import ActionFinished, Event, Finished, Objected, Planned, Said, UndoPlanned
from app.domain.planning import assess_all
from app.domain.rules import Rules, SettingValue
from app.sample import mutations_pos as pos
from app.sample import mutations_till as till
from app.sample.clock import SimulatedClock
from app.sample.e_series import ESeriesKnobs, ESeriesStore, e_series_app
from app.sample.premises import Premises, open_premises
from app.sample.serving import in_process
from app.sample.x_series import XSeriesKnobs, XSeriesStore, x_series_app
from app.storage.database import open_database
from app.storage.journal import SqliteJournal
from app.storage.mirror import SqliteMirror
from app.sync.context import Context
from app.sync.run import Options, sync
from app.sync.undo import UndoOptions, undo
from app.sync.world import glance

NOW = 1_790_000_000.0
POS_TOKEN = "lsxs_pt_sample"
ECOM_TOKEN = "secret_sample"

Told = TypeVar("Told", bound=Event)


@dataclass
class Story:
    """What one run told, and the context that it leaves behind."""

    finished: Finished
    events: list[Event]
    context: Context

    @property
    def plan(self) -> Planned:
        """The plan of the run."""
        return next(event for event in self.events if isinstance(event, Planned))

    @property
    def left(self) -> set[tuple[str, str, str]]:
        """What an undo leaves: SKU, field, reason."""
        told = next(event for event in self.events if isinstance(event, UndoPlanned))
        return {(one.sku, one.field, one.reason) for one in told.left}

    @property
    def actions(self) -> dict[str, str]:
        """What was planned, by SKU."""
        return {action.sku: action.kind for action in self.plan.actions}

    @property
    def objections(self) -> list[str]:
        """The kinds of what was asked."""
        return [
            reason.kind
            for event in self.events
            if isinstance(event, Objected)
            for reason in event.reasons
        ]

    @property
    def failures(self) -> dict[str, str]:
        """Errors by SKU."""
        return {
            event.sku: event.error or ""
            for event in self.events
            if isinstance(event, ActionFinished) and event.result != "done"
        }

    def of(self, kind: type[Told]) -> list[Told]:
        """The events of one kind, in order."""
        return [event for event in self.events if isinstance(event, kind)]

    @property
    def said(self) -> str:
        """All lines of the story."""
        return "\n".join(event.text for event in self.events if isinstance(event, Said))


class CutLine(httpx.AsyncBaseTransport):
    """Loses the replies of requests that `loses` picks, after they were carried out."""

    def __init__(
        self, line: httpx.AsyncBaseTransport, loses: Callable[[httpx.Request], bool]
    ) -> None:
        self._line = line
        self._loses = loses

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Pass the request on; its answer may get lost."""
        response = await self._line.handle_async_request(request)
        if self._loses(request):
            await response.aread()
            raise httpx.ReadError("the line was cut", request=request)
        return response


class QuickClock(SimulatedClock):
    """A clock on which sleeping takes no time at all."""

    async def sleep(self, seconds: float) -> None:
        """Let the time pass."""
        self.advance(max(0.0, seconds))


@dataclass
class Rig:
    """Both stores and the engine's own state; `choices` and `settings` as the manager set them."""

    folder: Path
    clock: QuickClock
    pos: XSeriesStore
    ecom: ESeriesStore
    choices: Choices = field(default_factory=Choices)
    settings: dict[str, object] = field(default_factory=dict)
    doubt_seconds: float = 90.0
    paced: bool = False
    version: str = "2.0"
    pos_token: str = POS_TOKEN
    ecom_token: str = ECOM_TOKEN
    hears: Callable[[Context, Event], None] = lambda _, __: None
    """Is told every event, as the window is."""
    between: Callable[[httpx.AsyncBaseTransport], httpx.AsyncBaseTransport] = lambda line: line
    """Put between the connector and the online store, to cut the line."""
    outlets: tuple[str, ...] = ()
    premises: Premises | None = None
    mug: str = ""
    lamp: str = ""
    tee: str = ""
    tee_blue: str = ""

    @classmethod
    def open(cls, folder: Path, *, limits: bool = False, lag: float = 0.0, **ecom: Any) -> "Rig":
        """Two empty stores."""
        clock = QuickClock(NOW)
        knobs = ESeriesKnobs(rate_limit=limits, search_lag_seconds=lag, **ecom)
        reads = XSeriesStore(clock, knobs=XSeriesKnobs(rate_limit=limits))
        return cls(folder, clock, reads, ESeriesStore(clock, knobs=knobs), paced=limits)

    @classmethod
    def corner_shop(cls, folder: Path, **knobs: Any) -> "Rig":
        """A POS with a mug, a lamp and a tee in two sizes and colours; an empty online store."""
        rig = cls.open(folder, **knobs)
        rig.premises = open_premises(rig.pos)
        rig.outlets = rig.premises.outlets
        register = next(iter(rig.pos.tables["registers"].rows.values()))
        rig.choices = Choices(register=register["id"], outlets=frozenset(rig.outlets))
        rig.mug = rig.add("Enamel mug", "MUG-1", 14.5, stock=8)
        rig.lamp = rig.add("Reading lamp", "LAMP-1", 89.9, stock=3)
        rig.tee = rig.add("Harbour tee", "TEE-NS", 39.9, stock=5)
        rig.tee_blue = pos.add_variant(rig.pos, rig.tee, {"Colour": "Blue", "Size": "M"}, "TEE-BM")
        pos.rename_value(rig.pos, rig.tee, "Colour", "Standard", "Navy")
        pos.rename_value(rig.pos, rig.tee, "Size", "Standard", "S")
        till.count_stock(rig.pos, rig.tee_blue, rig.outlets[0], 2)
        return rig

    def add(self, name: str, sku: str | None, price: float, *, stock: float = 0) -> str:
        """Add a product that is sold online, with stock at the first outlet."""
        made = pos.add_product(self.pos, name, sku, price, online=True)
        till.count_stock(self.pos, made, self.outlets[0], stock)
        return made

    def key(self, product_id: str) -> str:
        """The key of the family that a record belongs to."""
        return str(self.pos.product(product_id)["family_id"])

    @contextmanager
    def mirror(self) -> Iterator[SqliteMirror]:
        """The database, open."""
        database, _ = open_database(self.folder / "shop.sqlite")
        try:
            yield SqliteMirror(database)
        finally:
            database.close()

    async def sync(self, options: Options | None = None, **given: Any) -> Story:
        """Run once, by default with a yes."""
        chosen = options or replace(Options(yes=True), **given)
        return await self._told(lambda context: sync(context, chosen))

    async def undo(self, run: int | None, *, yes: bool = True, **given: Any) -> Story:
        """Undo a run, by default with a yes."""
        options = UndoOptions(run or 0, yes=yes, **given)
        return await self._told(lambda context: undo(context, options))

    async def _told(self, work: Callable[[Context], Awaitable[Finished]]) -> Story:
        events: list[Event] = []
        database, _ = open_database(self.folder / "shop.sqlite")
        times: dict[str, Any] = {"time_source": self.clock.now, "sleep": self.clock.sleep}
        reader = open_pos(
            "http://127.0.0.1:1/api",
            self.pos_token,
            transport=in_process(x_series_app(self.pos)),
            paced=self.paced,
            version=self.version,
            **times,
        )
        ecom = open_ecom(
            "http://127.0.0.1:2/api/v3",
            self.ecom.store_id,
            self.ecom_token,
            transport=self.between(in_process(e_series_app(self.ecom))),
            paced=self.paced,
            **times,
        )
        mirror = SqliteMirror(database)
        context = Context(
            pos=reader,
            ecom=ecom,
            mirror=mirror,
            journal=SqliteJournal(database),
            rules=Rules.of(self.settings),
            choices=self.choices,
            state=mirror.load(),
            announce=lambda event: self._hear(context, events, event),
            now=self.clock.now,
            sleep=self.clock.sleep,
            set_rule=self._set_rule,
            set_choices=self._set_choices,
            mode_chosen="store.mode" in self.settings,
            doubt_seconds=self.doubt_seconds,
        )
        try:
            return Story(await work(context), events, context)
        finally:
            await reader.aclose()
            await ecom.aclose()
            database.close()

    def _hear(self, context: Context, events: list[Event], event: Event) -> None:
        events.append(event)
        self.hears(context, event)

    def _set_rule(self, key: str, value: SettingValue) -> None:
        self.settings[key] = value

    def _set_choices(self, choices: Choices) -> None:
        self.choices = choices

    def flag(self, key: str, flag: Flag) -> None:
        """Set the sell-online flag of a product."""
        self.choices = replace(self.choices, flags={**self.choices.flags, key: flag})

    def pairs(self) -> dict[str, Assessment]:
        """Every pair as the mirror has it, by the POS's SKU (or the online name)."""
        with self.mirror() as mirror:
            state = mirror.load()
        world = glance(state, self.choices, Rules.of(self.settings), self.clock.now())
        found: dict[str, Assessment] = {}
        for one in assess_all(world.catalogue, world.situation):
            name = one.product.head.sku if one.product else one.there.name if one.there else ""
            found[name] = one
        return found

    def products(self) -> dict[str, dict[str, Any]]:
        """The online store's products as they are, by SKU."""
        return {
            str(revision.document.get("sku")): revision.document
            for revision in self.ecom.catalogue.products.values()
        }


def first_choices(rig: Rig) -> None:
    """Choose the first register and tick every outlet of a made shop."""
    register = next(iter(rig.pos.tables["registers"].rows.values()))
    rig.outlets = tuple(rig.pos.tables["outlets"].rows)
    rig.choices = Choices(register=register["id"], outlets=frozenset(rig.outlets))
