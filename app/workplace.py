"""What the window works with: one pair of stores on this computer (`controller.workplace`)."""

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractAsyncContextManager, contextmanager
from decimal import Decimal
from pathlib import Path
from urllib.parse import urlsplit

from app.assembly import Assembly, trial_services
from app.connectors.answers import segment
from app.connectors.e_series.extras import ecom_extras, variation_pictures
from app.connectors.network import is_loopback
from app.connectors.open import POS_DOMAIN, pos_url
from app.connectors.picture_source import PictureSource
from app.connectors.pictures import Pictures
from app.connectors.x_series.extras import pos_extras, variant_pictures
from app.controller.workplace import Session
from app.domain.choices import Choices
from app.domain.errors import KeyringUnavailable, ServiceError, Side
from app.domain.events import Event
from app.domain.leftovers import Leftover
from app.domain.product import Outlet, Register
from app.domain.rules import Rules, SettingValue
from app.facts.extras import EcomExtras, PictureAddress, PosExtras
from app.facts.state import ScopeTick, StoreFound
from app.storage.exports import write_table, write_text
from app.storage.journal import SqliteJournal
from app.storage.mirror import SqliteMirror
from app.storage.pictures import PictureCache
from app.storage.secrets import Credentials, StoreAddresses, Tokens
from app.sync.context import Context
from app.sync.ports import EcomService, Scope

_TRIES = 2
"""A picture for the screen is not worth more patience."""


class LocalWorkplace:
    """The pair of stores of one assembly, as `controller.workplace.Workplace` wants it."""

    def __init__(self, assembly: Assembly, environ: Mapping[str, str]) -> None:
        self._assembly = assembly
        assembly.who = "window"
        self._environ = environ

    @property
    def demo(self) -> bool:
        """Whether these are the sample stores."""
        return self._assembly.demo

    def connected(self) -> bool:
        """Whether it is known which two stores belong together."""
        stores = self._assembly.profile.stores()
        return bool(stores.pos_url and stores.ecom_store_id)

    def addresses(self) -> tuple[str, str]:
        """The POS's address as people know it, and the online store's number."""
        stores = self._assembly.profile.stores()
        host = urlsplit(stores.pos_url).netloc
        known = host.removesuffix(f".{POS_DOMAIN}")
        return known if known != host else stores.pos_url, stores.ecom_store_id

    @contextmanager
    def session(self) -> Iterator[Session]:
        """This pair's database, open for looking. Raises `StorageFailed`."""
        with self._assembly.database() as database:
            yield Session(
                SqliteMirror(database),
                SqliteJournal(database),
                lambda: self._assembly.begin_anew(database),
            )

    def engine(self, announce: Callable[[Event], None]) -> AbstractAsyncContextManager[Context]:
        """Everything a run works with. Raises `CannotRun`."""
        return self._assembly.engine(announce)

    def allowance(self) -> tuple[int, int, float]:
        """Requests the online store lets through now, its limit, and its window in seconds."""
        return self._assembly.allowance()

    def choices(self) -> Choices:
        """The manager's choices."""
        return self._assembly.choices()

    def change_choices(self, change: Callable[[Choices], Choices]) -> Choices:
        """Save what `change` makes of the choices."""
        return self._assembly.change_choices(change)

    def rules(self) -> Rules:
        """The settings in force."""
        return self._assembly.profile.rules()

    def rules_shown(self) -> Rules:
        """The settings to look at, also where one of them makes no sense."""
        return Rules.shown(self._assembly.profile.stored())

    def set_rule(self, key: str, value: SettingValue) -> None:
        """Store one setting."""
        self._assembly.profile.set_rule(key, value)

    def words(self) -> Sequence[str]:
        """What happened to files on this computer that the manager should know."""
        return [*self._assembly.news, *self._assembly.losses()]

    def words_read(self) -> None:
        """The manager has read the words so far."""
        self._assembly.news.clear()

    # Connecting

    async def try_pos(self, address: str, token: str) -> StoreFound:
        """Find out what is behind an address and what the token may. Raises `CounterpartError`."""
        stores = self._stores(address, "1")
        services = trial_services(self._assembly, _credentials(stores, token.strip(), ""))
        try:
            began = time.monotonic()
            shop = await services.pos.shop()
            took = time.monotonic() - began
            scopes = await services.pos.scopes()
            outlets, registers = await services.pos.outlets(), await services.pos.registers()
        finally:
            await services.pos.aclose()
            await services.ecom.aclose()
        facts = (("outlets", len(outlets.living)), ("registers", len(registers.living)))
        return StoreFound(
            shop.name, took, shop.currency, not shop.tax_exclusive, _ticks(scopes), facts
        )

    async def try_online(self, store_id: str, token: str) -> StoreFound:
        """Find out what is behind a store number and what the token may."""
        stores = self._stores("none", store_id.strip())
        services = trial_services(self._assembly, _credentials(stores, "", token.strip()))
        try:
            began = time.monotonic()
            shop = await services.ecom.shop()
            took = time.monotonic() - began
            scopes = await services.ecom.scopes()
            facts = await _counted(services.ecom)
        finally:
            await services.pos.aclose()
            await services.ecom.aclose()
        return StoreFound(
            shop.name, took, shop.currency, shop.prices_include_tax, _ticks(scopes), facts
        )

    def _stores(self, address: str, store_id: str) -> StoreAddresses:
        typed = StoreAddresses(pos_url(address), store_id)
        forced = {
            name: self._environ[name] for name in ("COUNTERPART_ECOM_URL",) if name in self._environ
        }
        return typed.overridden(forced)

    def save_stores(self, address: str, store_id: str, pos_token: str, ecom_token: str) -> None:
        """Tokens to the keyring (blank ones stay), then addresses. Raises `KeyringUnavailable`."""
        stores, tokens = self._stores(address, store_id.strip()), Tokens()
        try:
            sides: tuple[tuple[Side, str], ...] = (("pos", pos_token), ("ecom", ecom_token))
            for side, token in sides:
                if token.strip():
                    tokens.save(stores.entry(side), token.strip())
        except KeyringUnavailable as error:
            kind = type(error)
            raise kind(error.message, f"{error.remedy} Nothing was saved.") from error
        self._assembly.profile.save_stores(stores)

    async def premises(self) -> tuple[Sequence[Outlet], Sequence[Register]]:
        """Outlets and registers, asked for now. Raises `CounterpartError`."""
        async with self._assembly.services() as services:
            outlets, registers = await services.pos.outlets(), await services.pos.registers()
            return outlets.living, registers.living

    # Products

    def pos_extras(self, raw: bytes) -> PosExtras:
        """What the POS tells of a record besides the synced fields."""
        return pos_extras(raw)

    def ecom_extras(self, raw: bytes) -> EcomExtras:
        """What the online store tells of a product besides the synced fields."""
        return ecom_extras(raw)

    def variant_pictures(self, raw: bytes) -> Sequence[PictureAddress]:
        """A POS record's own pictures, from its raw answer."""
        return variant_pictures(raw)

    def variation_pictures(self, raw: bytes) -> Mapping[int, PictureAddress]:
        """The variations' own pictures, from an eCom product's raw answer."""
        return variation_pictures(raw)

    def pos_page(self, record_id: str) -> str:
        """Where a product is found in the POS's back office; "" for the sample stores."""
        host = urlsplit(self._assembly.profile.stores().pos_url).netloc
        if self.demo or not host.endswith(f".{POS_DOMAIN}"):
            return ""
        return f"https://{host}/product/{segment(record_id)}"

    def pictures(self) -> PictureSource:
        """Pictures of both stores. Raises `SettingsWrong` for a proxy that can't be used."""
        name = "pictures-demo" if self.demo else "pictures"
        cache = PictureCache(self._assembly.folders.cache / name)
        if not self.demo:
            stores = self._assembly.profile.stores()
            local = is_loopback(stores.pos_url) or is_loopback(stores.ecom_url)
            return PictureSource(cache, Pictures("pos", tries=_TRIES, local=local))
        sample = self._assembly.sample()
        pos, ecom = sample.transports()
        hosts = {
            urlsplit(sample.pos_url).netloc: Pictures(
                "pos", transport=pos, tries=_TRIES, local=True
            ),
            urlsplit(sample.ecom.public_url).netloc: Pictures(
                "ecom", transport=ecom, tries=_TRIES, local=True
            ),
        }
        return PictureSource(cache, hosts=hosts)

    def a_day(self) -> int:
        """Let a day pass in the sample stores; returns how many things happened."""
        sample = self._assembly.sample()
        happened = sample.day(int(time.time()))
        self._assembly.save_sample()
        return len(happened)

    # Files

    def export_table(
        self, path: str, header: Sequence[str], rows: Sequence[Sequence[str | int | Decimal]]
    ) -> None:
        """Write a table to a file. Raises `StorageFailed`."""
        write_table(Path(path), header, rows)

    def save_diagnostics(self, path: str) -> None:
        """Save a bundle for whoever helps, without secrets. Raises `StorageFailed`."""
        self._assembly.write_diagnostics(Path(path))

    def forget_everything(self) -> Sequence[Leftover]:
        """Remove all that is kept on this computer; returns what stayed."""
        return self._assembly.forget_everything()

    def save_text(self, path: str, text: str) -> None:
        """Write text to a file. Raises `StorageFailed`."""
        write_text(Path(path), text)


def _credentials(stores: StoreAddresses, pos_token: str, ecom_token: str) -> Credentials:
    return Credentials(
        stores.pos_url, stores.ecom_url, stores.ecom_store_id, pos_token or "-", ecom_token or "-"
    )


def _ticks(scopes: Sequence[Scope]) -> tuple[ScopeTick, ...]:
    return tuple(
        ScopeTick(scope.name, scope.purpose, scope.granted, scope.needed) for scope in scopes
    )


async def _counted(online: EcomService) -> tuple[tuple[str, int], ...]:
    """How many products the online store holds, where it tells."""
    try:
        count = (await online.latest_stats()).product_count
    except ServiceError:
        return ()
    return () if count is None else (("products", count),)
