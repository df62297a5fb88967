"""One row of the catalogue: a pair in so few values that a hundred thousand fit in memory (S2)."""

from collections.abc import Mapping

import msgspec

from app.domain.assessing import Status
from app.domain.choices import Flag

PRICE, STOCK, ENABLED = 1, 2, 4
"""Cells of a row that are marked on both sides, as bits."""

Stock = int | str | None
"""Pieces; "unlimited" where not counted; "unknown"; None where the product isn't there."""

Why = tuple[str, ...]
"""Why a pair has its status: a code and what it speaks of; `ui.wording_catalogue` says it."""

NEEDS_YOU: tuple[Status, ...] = ("conflict", "needs attention", "failed", "edited online")
GOES: tuple[Status, ...] = ("update waiting", "to be created", "to be removed")
NOTHING_TO_DO: tuple[Status, ...] = ("in sync", "not sold online", "hidden", "only online")
STATUS_ORDER: tuple[Status, ...] = (*NEEDS_YOU, "syncing", *GOES, *NOTHING_TO_DO)
"""The statuses in the order of the side list, which is also the table's own order."""


class Row(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """One pair, or one variant of a family.

    `id` is the POS product's key, `ecom:NUMBER` for what exists only online, the POS record's id
    (or `ecom:NUMBER`) for a variant. Prices are in the currency's smallest unit, with the highest
    beside the lowest for a family of several. `active` and `shown` are "yes", "no", "deleted" or
    "" (not there). `wins`, `kept` and `bad` are bits of cells: the POS value goes online, an
    online edit is kept, and what no rule can settle. `goes`: the next sync writes. `follows` is
    what *as in POS* would give. `picture` names a record whose first picture stands for it;
    `own:` before it means the variant's own.
    `synced` is in UNIX seconds, 0 for never. `variants` are packed rows, see `variants_of`.

    A struct of values alone: a hundred thousand are read from disk in a tenth of a second, and the
    garbage collector need not look at them. On disk a row is its values without their names.
    """

    id: str
    name: str
    sku: str
    status: Status
    why: Why = ()
    flag: Flag = "follow"
    sell_online: bool = False
    follows: bool = False
    pending: bool = False
    goes: bool = False
    pos_price: int | None = None
    pos_price_high: int | None = None
    pos_stock: Stock = None
    active: str = ""
    online_price: int | None = None
    online_price_high: int | None = None
    online_stock: Stock = None
    shown: str = ""
    wins: int = 0
    kept: int = 0
    bad: int = 0
    ecom_id: int = 0
    category: str = ""
    brand: str = ""
    picture: str = ""
    synced: int = 0
    family: int = 0
    sold_variants: int = 0
    search: str = ""
    variants: bytes = b""

    @property
    def sellable(self) -> bool:
        """Whether the manager can choose to sell it: it lives in the POS."""
        return not self.id.startswith("ecom:") and self.active != "deleted"


_encoder = msgspec.msgpack.Encoder()
_row = msgspec.msgpack.Decoder(Row)
_rows = msgspec.msgpack.Decoder(tuple[Row, ...])


def packed(row: Row) -> bytes:
    """A row as bytes, to be kept on disk."""
    return _encoder.encode(row)


def unpacked(data: bytes) -> Row:
    """The row that was packed. Raises `ValueError` for anything else."""
    return _row.decode(data)


def packed_variants(variants: tuple[Row, ...]) -> bytes:
    """The variants of a family as bytes: unpacked only where somebody looks."""
    return _encoder.encode(variants) if variants else b""


def variants_of(row: Row) -> tuple[Row, ...]:
    """The variants of a family, in the POS's order."""
    return _rows.decode(row.variants) if row.variants else ()


def altered(row: Row, **values: object) -> Row:
    """The row with some other values. Raises `TypeError` for a value that a row does not have."""
    return msgspec.structs.replace(row, **values)


def with_flag(row: Row, flag: Flag) -> Row:
    """The row as it looks the moment the manager ticks it, before anything is compared anew."""
    sell = row.follows if flag == "follow" else flag == "on"
    changed = sell != row.sell_online
    pending = row.pending if not changed else not row.pending
    return altered(row, flag=flag, sell_online=sell, pending=pending)


def counted(rows: Mapping[str, Row]) -> dict[Status, int]:
    """How many rows have each status, zeros included."""
    counts: dict[Status, int] = dict.fromkeys(STATUS_ORDER, 0)
    for row in rows.values():
        counts[row.status] += 1
    return counts
