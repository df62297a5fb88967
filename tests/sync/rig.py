"""A whole shop on a simulated clock: both sample stores, the engine between them, a folder."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from app.connectors.open import open_ecom, open_pos
from app.domain.assessing import Assessment
from app.domain.choices import Choices, Flag
from app.domain.events import ActionFinished, Event, Finished, Objected, Planned, Said
from app.domain.planning import assess_all
from app.domain.rules import Rules, SettingValue
from app.sample.clock import SimulatedClock
from app.sample.e_series import ESeriesKnobs, ESeriesStore, e_series_app
from app.sample.serving import in_process
from app.sample.x_series import XSeriesKnobs, XSeriesStore, x_series_app
from app.storage.database import open_database
from app.storage.journal import SqliteJournal
from app.storage.mirror import SqliteMirror
from app.sync.context import Context
from app.sync.run import Options, sync
from app.sync.world import glance

NOW = 1_790_000_000.0
POS_TOKEN = "lsxs_pt_sample"
ECOM_TOKEN = "secret_sample"


@dataclass
class Story:
    """What one run told."""

    finished: Finished
    events: list[Event]

    @property
    def plan(self) -> Planned:
        """The plan of the run."""
        return next(event for event in self.events if isinstance(event, Planned))

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

    @property
    def said(self) -> str:
        """All lines of the story."""
        return "\n".join(event.text for event in self.events if isinstance(event, Said))


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

    @classmethod
    def open(cls, folder: Path, *, limits: bool = False, lag: float = 0.0, **ecom: Any) -> "Rig":
        """Two empty stores."""
        clock = QuickClock(NOW)
        pos = XSeriesStore(clock, knobs=XSeriesKnobs(rate_limit=limits))
        knobs = ESeriesKnobs(rate_limit=limits, search_lag_seconds=lag, **ecom)
        return cls(folder, clock, pos, ESeriesStore(clock, knobs=knobs))

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
        options = options or replace(Options(yes=True), **given)
        events: list[Event] = []
        database, _ = open_database(self.folder / "shop.sqlite")
        times: dict[str, Any] = {"time_source": self.clock.now, "sleep": self.clock.sleep}
        pos = open_pos(
            "http://127.0.0.1:1/api", POS_TOKEN, transport=in_process(x_series_app(self.pos)), **times
        )
        ecom = open_ecom(
            "http://127.0.0.1:2/api/v3",
            self.ecom.store_id,
            ECOM_TOKEN,
            transport=in_process(e_series_app(self.ecom)),
            **times,
        )
        mirror = SqliteMirror(database)
        context = Context(
            pos=pos,
            ecom=ecom,
            mirror=mirror,
            journal=SqliteJournal(database),
            rules=Rules.of(self.settings),
            choices=self.choices,
            state=mirror.load(),
            announce=events.append,
            now=self.clock.now,
            sleep=self.clock.sleep,
            set_rule=self._set_rule,
            set_choices=self._set_choices,
            mode_chosen="store.mode" in self.settings,
            doubt_seconds=self.doubt_seconds,
        )
        try:
            return Story(await sync(context, options), events)
        finally:
            await pos.aclose()
            await ecom.aclose()
            database.close()

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
        """The online shop's products as they are, by SKU."""
        return {
            str(revision.document.get("sku")): revision.document
            for revision in self.ecom.catalogue.products.values()
        }
