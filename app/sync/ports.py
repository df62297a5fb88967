"""What the engine needs from outside, as Protocols: the two services and this computer."""

from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from app.domain.past import Snapshot
from app.domain.product import (
    EcomCategory,
    EcomRead,
    EcomShop,
    InventoryRow,
    LatestStats,
    Order,
    Outlet,
    PosCategory,
    PosImage,
    PosRead,
    PosShop,
    Register,
)
from app.domain.steps import Choice, Values


@dataclass(frozen=True, slots=True)
class Scope:
    """One permission of a token: its wire name, what it is for in plain words, granted or not."""

    name: str
    purpose: str
    granted: bool
    needed: bool


@dataclass(frozen=True, slots=True)
class PosPage:
    """One page of a cursor list: the rows and the cursor behind them."""

    read: PosRead
    cursor: int


Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class Changes(Generic[Row]):
    """What is new in a small list behind a cursor: rows that exist, ids that are gone."""

    living: tuple[Row, ...]
    gone: frozenset[str]
    cursor: int


@dataclass(frozen=True, slots=True)
class InventoryPage:
    """One page of inventory levels and the cursor behind them."""

    rows: tuple[InventoryRow, ...]
    cursor: int


@dataclass(frozen=True, slots=True)
class EcomPage:
    """One page of products; `began` is the service's clock when the listing began.

    `scan` is 2 once the listing had to begin again: what scan 1 gave may be dropped.
    """

    read: EcomRead
    total: int
    began: int
    scan: int = 1


@dataclass(frozen=True, slots=True)
class NewProduct:
    """A product to be created, in final form: descriptions are HTML, categories eCom ids."""

    reference: str
    values: Values
    category_ids: tuple[int, ...] = ()
    options: tuple[Choice, ...] = ()
    restore: bytes | None = None


@dataclass(frozen=True, slots=True)
class Created:
    """What became of one product of a batch: its new id, or the error."""

    reference: str
    ecom_id: int | None
    error: Exception | None = None


class PosService(Protocol):
    """The POS, read only. Raises `ServiceError`s alone."""

    @property
    def requests(self) -> int:
        """HTTP requests sent to the API host so far, retries included."""
        ...

    async def shop(self) -> PosShop: ...

    async def scopes(self) -> tuple[Scope, ...]:
        """Probe what the token may do, one cheap read a scope."""
        ...

    def products(self, after: int) -> AsyncIterator[PosPage]:
        """Every product row newer than the cursor, tombstones included, rising by version."""
        ...

    def inventory(self, after: int) -> AsyncIterator[InventoryPage]: ...

    async def product(self, product_id: str) -> PosRead:
        """One record by id. Raises `NotThere` for a 404 (proof of deletion, RULES M6)."""
        ...

    async def outlets(self, after: int = 0) -> Changes[Outlet]: ...

    async def registers(self, after: int = 0) -> Changes[Register]: ...

    def set_registers(self, count: int) -> None:
        """Tell how many registers the shop has: its allowance grows with them (API POS §10)."""
        ...

    async def categories(self) -> tuple[PosCategory, ...]: ...

    async def picture(self, image: PosImage) -> bytes:
        """The bytes of a picture from the picture host, without the token; at most 20 MB."""
        ...


class EcomService(Protocol):
    """The online store. Raises `ServiceError`s alone; `OutcomeUnknown` after a doubtful write."""

    @property
    def requests(self) -> int: ...

    @property
    def writes(self) -> int:
        """Requests that change eCom so far; each inner request of a batch counts (RULES M15)."""
        ...

    async def shop(self) -> EcomShop: ...

    async def scopes(self) -> tuple[Scope, ...]: ...

    async def latest_stats(self) -> LatestStats: ...

    async def server_time(self) -> int:
        """The service's clock, UNIX seconds, from the newest answer (one request if none yet)."""
        ...

    def products(self, updated_from: int | None = None) -> AsyncIterator[EcomPage]:
        """All products in order of creation, or those changed since, in order of change.

        Pages are de-duplicated by id. Raises `BrokenListing` when `total` does not add up after
        one rescan (RULES M6).
        """
        ...

    async def deleted_products(self, since: int) -> frozenset[int]: ...

    async def product(self, product_id: int) -> EcomRead:
        """One product by id. Raises `NotThere` for a 404."""
        ...

    def snapshot(self, raw: bytes) -> tuple[Snapshot | None, dict[str, str]]:
        """An answer kept from an earlier run, read again, and its texts by digest."""
        ...

    async def picture(self, address: str) -> bytes:
        """The bytes of a picture from its host, without the token; at most 20 MB."""
        ...

    async def find_sku(self, sku: str) -> EcomRead:
        """Products having exactly this SKU or a variation with it (lagging index)."""
        ...

    async def find_reference(self, reference: str) -> EcomRead: ...

    async def categories(self) -> tuple[EcomCategory, ...]: ...

    async def orders(self, created_from: int) -> tuple[Order, ...]: ...

    async def create_products(
        self, products: Sequence[NewProduct], key: str
    ) -> tuple[Created, ...]:
        """Create by one batch under a deduplication key; waits for the ticket to complete.

        The body depends only on the arguments, so sending the same again is safe for an hour.
        """
        ...

    async def put_product(self, product_id: int, values: Values, current: bytes) -> None:
        """Partial update; nested values are merged with `current`, the raw answer just read."""
        ...

    async def put_options(
        self,
        product_id: int,
        add: Sequence[Choice],
        drop: Sequence[Choice],
        drop_names: Sequence[str],
        current: bytes,
    ) -> None: ...

    async def delete_product(self, product_id: int) -> None: ...

    async def create_variation(
        self, product_id: int, options: Sequence[tuple[str, str]], values: Values
    ) -> int: ...

    async def put_variation(
        self,
        product_id: int,
        variation_id: int,
        values: Values,
        options: Sequence[tuple[str, str]] | None,
        current: bytes,
    ) -> None:
        """Partial update; `current` is the raw product answer (it holds the variation)."""
        ...

    async def delete_variation(self, product_id: int, variation_id: int) -> None: ...

    async def adjust_stock(self, product_id: int, variation_id: int | None, delta: int) -> None: ...

    async def set_main_picture(self, product_id: int, content: bytes) -> None: ...

    async def add_gallery_picture(self, product_id: int, content: bytes) -> str:
        """Append one picture; returns its id."""
        ...

    async def delete_picture(self, product_id: int, image_id: str) -> None:
        """Delete a gallery picture, or the main one (id "0")."""
        ...

    async def set_variation_picture(
        self, product_id: int, variation_id: int, content: bytes
    ) -> None: ...

    async def delete_variation_picture(self, product_id: int, variation_id: int) -> None: ...

    async def create_category(self, name: str, parent_id: int | None) -> int: ...

    async def rename_category(self, category_id: int, name: str) -> None: ...

    async def assign_category(self, category_id: int, product_ids: Sequence[int]) -> None: ...

    async def unassign_category(self, category_id: int, product_ids: Sequence[int]) -> None: ...
