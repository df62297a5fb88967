"""What the controller needs from outside, as Protocols; the assembly provides it."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractAsyncContextManager, AbstractContextManager
from dataclasses import dataclass
from decimal import Decimal
from typing import Protocol

from app.domain.choices import Choices
from app.domain.events import Event
from app.domain.leftovers import Leftover
from app.domain.product import InventoryRow, Outlet, Register
from app.domain.rules import Rules, SettingValue
from app.facts.extras import EcomExtras, PictureAddress, PosExtras
from app.facts.product import PastChange
from app.facts.state import StoreFound
from app.sync.context import Context
from app.sync.storage_ports import Hold, KeptAction, MirrorState, OpenStep, RunRecord


class Records(Protocol):
    """Both sides as they lie on this computer. Raises `StorageFailed`."""

    def load(self) -> MirrorState: ...

    def text(self, digest: str) -> str | None: ...

    def stock_rows(self, record_id: str) -> Sequence[InventoryRow]:
        """What the POS last told of one record's stock, a row for each outlet."""
        ...

    def raw_pos(self, record_id: str) -> bytes | None: ...

    def raw_ecom(self, ecom_id: int) -> bytes | None: ...

    def raw_gone(self, ecom_id: int) -> bytes | None: ...

    def holds(self) -> tuple[Hold, ...]: ...

    def rows(self) -> list[bytes]:
        """The catalogue's rows as kept last."""
        ...

    def save_rows(self, rows: Mapping[str, bytes | None]) -> None:
        """Keep rows; None takes one away."""
        ...


class PastRuns(Protocol):
    """What was done before. Raises `StorageFailed`."""

    def runs(self) -> tuple[RunRecord, ...]: ...

    def open_steps(self) -> tuple[OpenStep, ...]: ...

    def last_done(self) -> dict[str, int]:
        """When each product's last action was done, UNIX seconds, by product key."""
        ...

    def kept_actions(self, run: int) -> tuple[KeptAction, ...]:
        """What a run did."""
        ...

    def of_product(self, key: str) -> tuple[PastChange, ...]:
        """What past runs did about one product, newest first."""
        ...


@dataclass(frozen=True, slots=True)
class Session:
    """This pair's database, open for looking."""

    mirror: Records
    journal: PastRuns
    begin_anew: Callable[[], None]
    """Sets the damaged database aside; both go on with an empty one. Raises `StorageFailed`."""


class PictureSource(Protocol):
    """Pictures of both stores, kept on this computer for a while."""

    async def picture(self, address: str) -> bytes | None:
        """The bytes of a picture; None when it can't be had."""
        ...

    async def aclose(self) -> None: ...


class Workplace(Protocol):
    """One pair of stores on this computer: the sample stores, or the manager's own."""

    @property
    def demo(self) -> bool: ...

    def connected(self) -> bool:
        """Whether it is known which two stores belong together."""
        ...

    def addresses(self) -> tuple[str, str]:
        """The POS's address and the online store's number, as saved; "" where not."""
        ...

    def session(self) -> AbstractContextManager[Session]:
        """This pair's database. Raises `StorageFailed`."""
        ...

    def engine(self, announce: Callable[[Event], None]) -> AbstractAsyncContextManager[Context]:
        """Everything a run works with. Raises `CannotRun`."""
        ...

    def allowance(self) -> tuple[int, int, float]:
        """Requests the online store lets through now, its limit, and the seconds that is for."""
        ...

    def choices(self) -> Choices: ...

    def change_choices(self, change: Callable[[Choices], Choices]) -> Choices: ...

    def rules(self) -> Rules: ...

    def rules_shown(self) -> Rules:
        """The settings to look at, also where one of them makes no sense."""
        ...

    def set_rule(self, key: str, value: SettingValue) -> None: ...

    def words(self) -> Sequence[str]:
        """What happened to files on this computer that the manager should know."""
        ...

    def words_read(self) -> None:
        """The manager has read the words so far."""
        ...

    async def try_pos(self, address: str, token: str) -> StoreFound:
        """Find out what is behind an address and what the token may. Raises `CounterpartError`."""
        ...

    async def try_online(self, store_id: str, token: str) -> StoreFound: ...

    def save_stores(self, address: str, store_id: str, pos_token: str, ecom_token: str) -> None:
        """Tokens to the keyring, then the addresses. Raises `KeyringUnavailable`."""
        ...

    async def premises(self) -> tuple[Sequence[Outlet], Sequence[Register]]:
        """Outlets and registers, asked for now. Raises `CounterpartError`."""
        ...

    def pos_extras(self, raw: bytes) -> PosExtras: ...

    def ecom_extras(self, raw: bytes) -> EcomExtras: ...

    def variant_pictures(self, raw: bytes) -> Sequence[PictureAddress]:
        """A POS record's own pictures, from its raw answer."""
        ...

    def variation_pictures(self, raw: bytes) -> Mapping[int, PictureAddress]:
        """The variations' own pictures, from an eCom product's raw answer."""
        ...

    def pos_page(self, record_id: str) -> str:
        """Where a product is found in the POS's back office; "" where there is none."""
        ...

    def pictures(self) -> PictureSource: ...

    def a_day(self) -> int:
        """Let a day pass in the sample stores; returns how many things happened."""
        ...

    def export_table(
        self, path: str, header: Sequence[str], rows: Sequence[Sequence[str | int | Decimal]]
    ) -> None:
        """Write a table to a file: .xlsx or .csv. Raises `StorageFailed`."""
        ...

    def save_diagnostics(self, path: str) -> None:
        """Save a bundle for whoever helps, without secrets. Raises `StorageFailed`."""
        ...

    def forget_everything(self) -> Sequence[Leftover]:
        """Remove all that is kept on this computer, exports excepted; returns what stayed.

        Raises `CannotRun`; then nothing was removed.
        """
        ...

    def save_text(self, path: str, text: str) -> None:
        """Write text to a file. Raises `StorageFailed`."""
        ...
