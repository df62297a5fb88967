"""Builds every part once and joins them, without Qt (RULES S1)."""

import asyncio
import hashlib
import logging
from collections.abc import AsyncIterator, Callable, Iterator, Mapping
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx
from filelock import FileLock, Timeout

from app.connectors.e_series.api import ESeries
from app.connectors.open import open_ecom, open_pos
from app.connectors.pacing import Budget, steady_time
from app.connectors.x_series.api import XSeries
from app.domain.choices import Choices
from app.domain.errors import AnotherRun, SettingsWrong
from app.domain.events import Event
from app.domain.rules import Rules, SettingValue, declared
from app.log import SecretMask
from app.sample.demo import Demo
from app.storage.choices_file import ChoicesFile
from app.storage.database import Database, open_database
from app.storage.journal import SqliteJournal
from app.storage.mirror import SqliteMirror
from app.storage.paths import Folders
from app.storage.secrets import Credentials, StoreAddresses, Tokens, find_credentials
from app.storage.settings import SettingsFile
from app.sync.context import Context

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Services:
    """Both connectors, open."""

    pos: XSeries
    ecom: ESeries


class Assembly:
    """The parts of one process: folders, settings, choices, and on request the services.

    With `demo` everything (settings, choices, database) is kept apart for the sample stores.
    """

    def __init__(self, environ: Mapping[str, str], *, demo: bool = False) -> None:
        self._environ = environ
        self.demo = demo
        self.folders = Folders.chosen(environ)
        self.folders.create()
        self.mask = SecretMask()
        self._settings = SettingsFile(self.folders.settings / f"settings{self._suffix}.json")
        self._sample: Demo | None = None

    @property
    def _suffix(self) -> str:
        return "-demo" if self.demo else ""

    # Settings and choices

    def rules(self) -> Rules:
        """The settings in force. Raises `SettingsWrong`, `StorageFailed`."""
        return Rules.of(self._stored())

    def _stored(self) -> dict[str, object]:
        stored = self._settings.read().get("settings")
        found = dict(stored) if isinstance(stored, dict) else {}
        if self.demo:
            # The sample shop's index catches up at once.
            found.setdefault("lag.seconds", 2)
        return found

    def set_rule(self, key: str, value: SettingValue) -> None:
        """Store one setting, checked."""
        accepted = declared(key).accept(value)
        stored = self._settings.read()
        settings = stored.get("settings")
        kept = dict(settings) if isinstance(settings, dict) else {}
        kept[key] = accepted if isinstance(accepted, str | int | list) else str(accepted)
        self._settings.write({**stored, "settings": kept})

    def stores(self) -> StoreAddresses:
        """Which two stores belong together, environment included."""
        stored = self._settings.read().get("stores")
        saved = StoreAddresses()
        if isinstance(stored, dict):
            saved = StoreAddresses(
                str(stored.get("pos_url", "")),
                str(stored.get("ecom_store_id", "")),
                str(stored.get("ecom_url", saved.ecom_url)),
            )
        return saved.overridden(self._environ)

    def save_stores(self, stores: StoreAddresses) -> None:
        """Remember which two stores belong together."""
        stored = self._settings.read()
        addresses = {
            "pos_url": stores.pos_url,
            "ecom_store_id": stores.ecom_store_id,
            "ecom_url": stores.ecom_url,
        }
        self._settings.write({**stored, "stores": addresses})

    @property
    def pair(self) -> str:
        """A file name for this pair of stores."""
        if self.demo:
            return "sample"
        stores = self.stores()
        text = f"{stores.pos_url} {stores.ecom_url} {stores.ecom_store_id}"
        digest = hashlib.blake2b(text.encode(), digest_size=4).hexdigest()
        return f"{stores.ecom_store_id or 'none'}-{digest}"

    def choices_file(self) -> ChoicesFile:
        """The manager's choices for this pair."""
        path = self.folders.settings / f"choices-{self.pair}.json"
        return ChoicesFile(SettingsFile(path))

    def choices(self) -> Choices:
        """The manager's choices; the sample shop begins with a register chosen."""
        choices = self.choices_file().read()
        if self.demo and choices.register is None:
            register, outlets = self.sample().first_choice()
            return Choices(register=register, outlets=frozenset(outlets))
        return choices

    # Database

    def database_path(self) -> Path:
        """Where this pair's database is."""
        return self.folders.data / f"{self.pair}.sqlite"

    @contextmanager
    def database(self, say: Callable[[str], None]) -> Iterator[Database]:
        """This pair's database, open; a word is said when it had to be made anew."""
        database, word = open_database(self.database_path())
        if word:
            say(word)
        try:
            yield database
        finally:
            database.close()

    @contextmanager
    def one_run(self) -> Iterator[None]:
        """Hold the lock of this pair; it dies with the process. Raises `AnotherRun`."""
        lock = FileLock(self.database_path().with_suffix(".lock"))
        try:
            lock.acquire(timeout=0)
        except Timeout:
            raise AnotherRun(
                "Another sync of this shop is running.", "Wait until it has finished."
            ) from None
        try:
            yield
        finally:
            lock.release()

    # Services

    def sample(self) -> Demo:
        """The sample stores, loaded once."""
        if self._sample is None:
            self._sample = Demo.open(self.folders.data / "sample-stores")
        return self._sample

    def credentials(self) -> Credentials:
        """Addresses and tokens. Raises `SettingsWrong`, `KeyringUnavailable`."""
        found = find_credentials(self.stores(), Tokens(), self._environ)
        self.mask.hide(found.pos_token)
        self.mask.hide(found.ecom_token)
        return found

    @asynccontextmanager
    async def services(self) -> AsyncIterator[Services]:
        """Both connectors, open and closed again."""
        services = self._sample_services() if self.demo else self._real_services()
        try:
            yield services
        finally:
            await services.pos.aclose()
            await services.ecom.aclose()
            if self._sample is not None:
                self._sample.save()

    def _real_services(self) -> Services:
        found = self.credentials()
        return self.connect(found)

    def connect(self, found: Credentials) -> Services:
        """Connectors for these credentials."""
        version = self.rules().text("pos.version")
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
        """Everything a run works with, the lock held."""
        with self.one_run(), self.database(_log.warning) as database:
            mirror = SqliteMirror(database)
            async with self.services() as services:
                context = self._context(database, mirror, services, announce)
                _restore_budget(context, services.pos.budget, "budget.pos")
                _restore_budget(context, services.ecom.budget, "budget.ecom")
                try:
                    yield context
                finally:
                    mirror.save_fact("budget.pos", services.pos.budget.export())
                    mirror.save_fact("budget.ecom", services.ecom.budget.export())

    def _context(
        self,
        database: Database,
        mirror: SqliteMirror,
        services: Services,
        announce: Callable[[Event], None],
    ) -> Context:
        return Context(
            pos=services.pos,
            ecom=services.ecom,
            mirror=mirror,
            journal=SqliteJournal(database),
            rules=self.rules(),
            choices=self.choices(),
            state=mirror.load(),
            announce=announce,
            now=steady_time,
            sleep=asyncio.sleep,
            set_rule=self.set_rule,
            set_choices=self.choices_file().write,
            mode_chosen="store.mode" in self._stored(),
        )


def store_number(text: str) -> int:
    """The online shop's number. Raises `SettingsWrong`."""
    if text.strip().isdigit():
        return int(text)
    raise SettingsWrong(
        f"“{text}” is not a store number.",
        "It is the number at the bottom of the online shop's control panel.",
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
