"""Builds every part once and joins them, without Qt (RULES S1)."""

import asyncio
import gc
import logging
from collections.abc import AsyncIterator, Callable, Iterator, Mapping
from contextlib import asynccontextmanager, contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import httpx

from app.connectors.e_series.api import ESeries
from app.connectors.open import open_ecom, open_pos
from app.connectors.pacing import ECOM_WINDOW, Budget, steady_time
from app.connectors.x_series.api import XSeries
from app.domain.choices import Choices, merged
from app.domain.errors import AnotherRun, CounterpartError, SettingsWrong
from app.domain.events import Event
from app.log import SecretMask
from app.storage.database import Database, open_database
from app.storage.diagnostics import write_bundle
from app.storage.journal import SqliteJournal
from app.storage.locks import locked
from app.storage.mirror import SqliteMirror
from app.storage.paths import Folders
from app.storage.profile import Profile
from app.storage.secrets import TOKEN_VARIABLES, Credentials, Tokens, find_credentials
from app.sync.context import Context

if TYPE_CHECKING:
    from app.sample.demo import Demo

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Services:
    """Both connectors, open."""

    pos: XSeries
    ecom: ESeries


class Assembly:
    """The parts of one process: folders, settings, choices, and on request the services.

    With `demo` everything (settings, choices, database) is kept apart for the sample stores.
    `say` is told, in words, when something on this computer had to be made anew.
    """

    def __init__(
        self,
        environ: Mapping[str, str],
        *,
        demo: bool = False,
        say: Callable[[str], None] = _log.warning,
    ) -> None:
        self._environ = environ
        self._say = say
        self.demo = demo
        self.folders = Folders.chosen(environ)
        self.folders.create()
        self.mask = SecretMask()
        for name in TOKEN_VARIABLES.values():
            self.mask.hide(environ.get(name, ""))
        self.profile = Profile(self.folders, environ, demo=demo)
        self._sample: Demo | None = None
        self._open: Services | None = None

    @property
    def _suffix(self) -> str:
        return "-demo" if self.demo else ""

    def choices(self) -> Choices:
        """The manager's choices; the sample shop begins with a register chosen."""
        return self._begun(self.profile.choices_file().read())

    def _begun(self, choices: Choices) -> Choices:
        if self.demo and choices.register is None:
            register, outlets = self.sample().first_choice()
            return replace(choices, register=register, outlets=frozenset(outlets))
        return choices

    def change_choices(self, change: Callable[[Choices], Choices]) -> Choices:
        """Save what `change` makes of the manager's choices; returns it."""
        file = self.profile.choices_file()
        return file.update(lambda stored: change(self._begun(stored)))

    # Database

    def database_path(self) -> Path:
        """Where this pair's database is."""
        return self.folders.data / f"{self.profile.pair}.sqlite"

    @contextmanager
    def database(self) -> Iterator[Database]:
        """This pair's database, open. Raises `StorageFailed`."""
        database, word = open_database(self.database_path())
        if word:
            self._say(word)
        try:
            yield database
        finally:
            database.close()

    @contextmanager
    def one_run(self) -> Iterator[None]:
        """Hold the lock of this pair; it dies with the process. Raises `AnotherRun`."""
        busy = AnotherRun("Another sync of this shop is running.", "Wait until it has finished.")
        with locked(self.database_path().with_suffix(".lock"), busy):
            yield

    # Services

    def sample(self) -> "Demo":
        """The sample stores, loaded once."""
        from app.sample.demo import Demo  # noqa: PLC0415 - a third of a command's start.

        if self._sample is None:
            self._sample = Demo.open(self.folders.data / "sample-stores")
        return self._sample

    def credentials(self) -> Credentials:
        """Addresses and tokens. Raises `SettingsWrong`, `KeyringUnavailable`."""
        found = find_credentials(self.profile.stores(), Tokens(), self._environ)
        self.mask.hide(found.pos_token)
        self.mask.hide(found.ecom_token)
        return found

    @asynccontextmanager
    async def services(self) -> AsyncIterator[Services]:
        """Both connectors, open and closed again."""
        services = self._sample_services() if self.demo else self._real_services()
        self._open = services
        try:
            yield services
        finally:
            self._open = None
            await services.pos.aclose()
            await services.ecom.aclose()
            if self._sample is not None:
                self._sample.save()

    def write_diagnostics(self, path: Path) -> None:
        """Save a bundle for whoever helps, without secrets. Raises `StorageFailed`."""
        # What the keyring holds can only be masked once it is known.
        with suppress(CounterpartError):
            self.credentials()
        write_bundle(
            path,
            self.folders,
            self.profile,
            self.database_path(),
            self._environ,
            self.mask.masked,
        )

    def allowance(self) -> tuple[int, int, float]:
        """Requests the online store lets through now, its limit, and its window in seconds."""
        if self._open is None:
            return 0, 0, ECOM_WINDOW
        budget = self._open.ecom.budget
        return budget.left(), budget.limit, ECOM_WINDOW

    def _real_services(self) -> Services:
        found = self.credentials()
        return self.connect(found)

    def connect(self, found: Credentials) -> Services:
        """Connectors for these credentials."""
        version = self.profile.rules().text("pos.version")
        return Services(
            open_pos(found.pos_url, found.pos_token, version=version),
            open_ecom(found.ecom_url, store_number(found.ecom_store_id), found.ecom_token),
        )

    def _sample_services(self) -> Services:
        sample = self.sample()
        pos, ecom = sample.transports()
        return Services(
            open_pos(sample.pos_url, sample.pos_token, transport=pos, paced=False),
            open_ecom(
                sample.ecom_url, sample.store_id, sample.ecom_token, transport=ecom, paced=False
            ),
        )

    @asynccontextmanager
    async def engine(self, announce: Callable[[Event], None]) -> AsyncIterator[Context]:
        """Everything a run works with, the lock held.

        Raises `CannotRun`; settings and tokens are looked at first (RULES, Settled further).
        """
        async with self.services() as services:
            with self.one_run(), self.database() as database:
                mirror = SqliteMirror(database)
                self._ask_after_loss(mirror)
                context = self._context(database, mirror, services, announce)
                _spare_collector()
                _restore_budget(context, services.pos.budget, "budget.pos")
                _restore_budget(context, services.ecom.budget, "budget.ecom")
                try:
                    yield context
                finally:
                    mirror.save_fact("budget.pos", services.pos.budget.export())
                    mirror.save_fact("budget.ecom", services.ecom.budget.export())

    def losses(self) -> list[str]:
        """What to tell of settings or choices that were damaged, until a sync has asked."""
        return [
            f"A file with your settings was damaged. It was set aside as {name}; what was set "
            "there is at its default again, and the next sync asks like a first one."
            for name in self.profile.losses()
        ]

    def _ask_after_loss(self, mirror: SqliteMirror) -> None:
        """Without what the manager had chosen, this sync asks like a first one (RULES S4)."""
        if self.profile.losses():
            mirror.save_fact("first.done", 0)
            mirror.save_fact("choices.lost", 1)
            self.profile.make_up()

    def _context(
        self,
        database: Database,
        mirror: SqliteMirror,
        services: Services,
        announce: Callable[[Event], None],
    ) -> Context:
        choices = self.choices()

        def keep_choices(changed: Choices) -> None:
            # Others may have chosen something since the run began.
            self.change_choices(lambda current: merged(choices, changed, current))

        context = Context(
            pos=services.pos,
            ecom=services.ecom,
            mirror=mirror,
            journal=SqliteJournal(database),
            rules=self.profile.rules(),
            choices=choices,
            state=mirror.load(),
            announce=announce,
            now=steady_time,
            sleep=asyncio.sleep,
            set_rule=self.profile.set_rule,
            set_choices=keep_choices,
            mode_chosen="store.mode" in self.profile.stored(),
        )
        services.pos.budget.on_wait = lambda seconds: context.waited("pos", seconds)
        services.ecom.budget.on_wait = lambda seconds: context.waited("ecom", seconds)
        return context


def _spare_collector() -> None:
    """Keep the loaded mirror out of garbage collections, which stall on it (DESIGN §11)."""
    gc.freeze()
    gc.set_threshold(1000, 10, 100_000)


def store_number(text: str) -> int:
    """The online store's number. Raises `SettingsWrong`."""
    if text.strip().isascii() and text.strip().isdigit():
        return int(text)
    raise SettingsWrong(
        f"“{text}” is not a store number.",
        "It is the number at the bottom of the online store's control panel.",
    )


def _restore_budget(context: Context, budget: Budget, name: str) -> None:
    state = context.state.facts.get(name)
    if isinstance(state, dict):
        budget.restore(state)


def trial_services(
    assembly: Assembly, found: Credentials, transport: httpx.AsyncBaseTransport | None = None
) -> Services:
    """Connectors for credentials that are not saved yet (connection test)."""
    assembly.mask.hide(found.pos_token)
    assembly.mask.hide(found.ecom_token)
    return Services(
        open_pos(found.pos_url, found.pos_token, transport=transport),
        open_ecom(
            found.ecom_url,
            store_number(found.ecom_store_id),
            found.ecom_token,
            transport=transport,
        ),
    )
