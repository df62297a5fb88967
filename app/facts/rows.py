"""One row of the catalogue: a pair in so few values that a hundred thousand fit in memory (S2)."""

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from operator import attrgetter
from typing import Any, get_type_hints

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


@dataclass(frozen=True, slots=True)
class Row:
    """One pair, or one variant of a family.

    `id` is the POS product's key, `ecom:NUMBER` for what exists only online, the POS record's id
    (or `ecom:NUMBER`) for a variant. Prices are in the currency's smallest unit, with the highest
    beside the lowest for a family of several. `active` and `shown` are "yes", "no", "deleted" or
    "" (not there). `wins`, `kept` and `bad` are bits of cells: the POS value goes online, an
    online edit is kept, and what no rule can settle. `goes`: the next sync writes. `follows` is
    what *as in POS* would give. `picture` names a record whose first picture stands for it;
    `own:` before it means the variant's own.
    `synced` is in UNIX seconds, 0 for never. `variants` are packed rows, see `variants_of`.
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


_NAMES = tuple(item.name for item in fields(Row))
_values = attrgetter(*_NAMES)
_AS_TUPLE: Any = tuple.__class_getitem__(tuple(get_type_hints(Row)[name] for name in _NAMES))
"""A row on disk is its values alone: the names would take more room than they."""

_pack = msgspec.msgpack.Encoder().encode
_row = msgspec.msgpack.Decoder(_AS_TUPLE)
_rows = msgspec.msgpack.Decoder(list[_AS_TUPLE])


def packed(row: Row) -> bytes:
    """A row as bytes, to be kept on disk."""
    return _pack(_values(row))


def unpacked(data: bytes) -> Row:
    """The row that was packed. Raises `ValueError` for anything else."""
    return Row(*_row.decode(data))


def packed_variants(variants: tuple[Row, ...]) -> bytes:
    """The variants of a family as bytes: unpacked only where somebody looks."""
    return _pack([_values(row) for row in variants]) if variants else b""


def variants_of(row: Row) -> tuple[Row, ...]:
    """The variants of a family, in the POS's order."""
    return tuple(Row(*values) for values in _rows.decode(row.variants)) if row.variants else ()


def with_flag(row: Row, flag: Flag) -> Row:
    """The row as it looks the moment the manager ticks it, before anything is compared anew."""
    sell = row.follows if flag == "follow" else flag == "on"
    changed = sell != row.sell_online
    pending = row.pending if not changed else not row.pending
    return replace(row, flag=flag, sell_online=sell, pending=pending)


def counted(rows: Mapping[str, Row]) -> dict[Status, int]:
    """How many rows have each status, zeros included."""
    counts: dict[Status, int] = dict.fromkeys(STATUS_ORDER, 0)
    for row in rows.values():
        counts[row.status] += 1
    return counts
