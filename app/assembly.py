"""Builds every part once and joins them, without Qt (RULES S1)."""

import asyncio
import gc
import logging
import time
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
from app.domain.errors import (
    CounterpartError,
    DatabaseDamaged,
    Runner,
    SettingsWrong,
    StorageFailed,
)
from app.domain.events import Event
from app.domain.leftovers import Leftover
from app.log import SecretMask, put_down
from app.storage.database import Database, open_database
from app.storage.diagnostics import write_bundle
from app.storage.forgetting import (
    at_rest,
    forget_files,
    forget_locks,
    forget_tokens,
    unknown_tokens,
)
from app.storage.holder import busy_by, forget_holder, note_holder
from app.storage.journal import SqliteJournal
from app.storage.locks import locked
from app.storage.mirror import SqliteMirror
from app.storage.paths import Folders
from app.storage.profile import Profile
from app.storage.secrets import STORES_GIVEN, TOKEN_VARIABLES, Credentials, Tokens, find_credentials
from app.sync.context import Context
from app.sync.storage_ports import FactValue, MirrorState

if TYPE_CHECKING:
    from app.sample.demo import Demo

_log = logging.getLogger(__name__)

_LOST: Mapping[tuple[str, ...], str] = {
    ("settings",): "your settings",
    ("choices",): "your choices",
}


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
        self.who: Runner = "command"
        """What begins runs here."""
        self.news: list[str] = []
        """What was said of files on this computer, until it has been read."""
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
        self._tell(word)
        try:
            yield database
        except DatabaseDamaged:
            self.begin_anew(database)
            raise
        finally:
            database.close()

    def load(self, database: Database) -> MirrorState:
        """All that is known of both stores; from the beginning where it makes no sense any more.

        Raises `StorageFailed`.
        """
        try:
            return SqliteMirror(database).load()
        except DatabaseDamaged:
            self.begin_anew(database)
            return SqliteMirror(database).load()

    def begin_anew(self, database: Database) -> None:
        """Set a damaged database aside and go on with an empty one. Raises `StorageFailed`."""
        self._tell(database.begin_anew())

    def _tell(self, word: str) -> None:
        if word:
            self.news.append(word)
            self._say(word)

    @contextmanager
    def one_run(self) -> Iterator[None]:
        """Hold the lock of this pair; it dies with the process. Raises `AnotherRun`."""
        lock = self.database_path().with_suffix(".lock")
        note = lock.with_suffix(".running")
        with locked(lock, lambda: busy_by(note)):
            note_holder(note, self.who, time.time())
            try:
                yield
            finally:
                forget_holder(note)

    # Services

    def sample(self) -> "Demo":
        """The sample stores, loaded once."""
        from app.sample.demo import Demo  # noqa: PLC0415 - a third of a command's start.

        if self._sample is None or not self._sample.there:
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
            self.save_sample()

    def save_sample(self) -> None:
        """Keep what happened in the sample stores. Raises `StorageFailed`."""
        if self._sample is None:
            return
        try:
            self._sample.save()
        except OSError as error:
            raise StorageFailed(
                f"The sample stores can't be saved: {error.strerror or error}.",
                "See that the disk is not full and that you may write there.",
            ) from error

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

    def forget_everything(self) -> tuple[Leftover, ...]:
        """Remove all that is kept on this computer, the sample stores too; returns what stayed.

        Neither store is asked or changed. Raises `AnotherRun`, `KeyringLocked`, `StorageFailed`;
        then nothing was removed.
        """
        own = Profile(self.folders, self._environ)
        with at_rest(self.folders.data):
            left = forget_tokens(own.known_stores(), Tokens())
            left += unknown_tokens(self.folders)
            put_down()
            left += forget_files(self.folders)
        left += forget_locks(self.folders)
        self._sample = None
        self.news.clear()
        given = sorted(STORES_GIVEN & self._environ.keys())
        return (*left, *(Leftover("variable", name) for name in given))

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
                state = self.load(database)
                known = self._ask_after_loss(mirror, state)
                context = self._context(database, state, services, announce)
                _spare_collector()
                _restore_budget(context, services.pos.budget, "budget.pos")
                _restore_budget(context, services.ecom.budget, "budget.ecom")
                try:
                    yield context
                finally:
                    self._note_files(mirror, known)
                    mirror.save_fact("budget.pos", services.pos.budget.export())
                    mirror.save_fact("budget.ecom", services.ecom.budget.export())

    def losses(self) -> list[str]:
        """What to tell of settings or choices that were damaged, until a sync has asked."""
        return [
            f"A file with your settings was damaged. It was set aside as {name}; what was set "
            "there is at its default again, and the next sync asks like a first one."
            for name in self.profile.losses()
        ]

    def _ask_after_loss(self, mirror: SqliteMirror, state: MirrorState) -> Mapping[str, str]:
        """Without what the manager had chosen, this sync asks like a first one (RULES S4).

        Returns the files that the database goes with from now on.
        """
        known, found = state.facts.get("files"), self.profile.identities()
        gone = [name for name in found if _differs(known, found, name)]
        if not known and "choices" not in self.profile.there() and self._was_rebuilt():
            gone.append("choices")
        if gone and not self.profile.losses():
            lost = _LOST.get(tuple(gone), "your settings and your choices")
            self._tell(
                f"The file with {lost} is gone or another one. What was set there is at its "
                "default again, so this sync asks like a first one."
            )
        if gone or self.profile.losses():
            for fact, value in (("first.done", 0), ("choices.lost", 1)):
                state.facts[fact] = value
                mirror.save_fact(fact, value)
            self.profile.make_up()
        return self._note_files(mirror, {})

    def _note_files(self, mirror: SqliteMirror, known: Mapping[str, str]) -> Mapping[str, str]:
        """Have the database remember which files it goes with, so that it misses them."""
        there = {name: one for name, one in self.profile.identities().items() if one}
        goes_with = {**known, **there}
        mirror.save_fact("files", {**goes_with})
        return goes_with

    def _was_rebuilt(self) -> bool:
        path = self.database_path()
        return any(path.parent.glob(f"{path.stem}-damaged-*{path.suffix}"))

    def _context(
        self,
        database: Database,
        state: MirrorState,
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
            mirror=SqliteMirror(database),
            journal=SqliteJournal(database),
            rules=self.profile.rules(),
            choices=choices,
            state=state,
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


def _differs(known: FactValue, found: Mapping[str, str], name: str) -> bool:
    """Whether a file that this database has seen before is gone, or another one by now."""
    before = known.get(name) if isinstance(known, dict) else None
    return bool(before) and before != found[name]


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
