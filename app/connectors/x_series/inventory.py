"""Inventory levels of the POS: the reading by GET of 2.0 and by POST of 2026-07 (API POS §6)."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any

import msgspec

from app.connectors.answers import Request
from app.connectors.reading import decode, ident, is_blank, number, whole
from app.connectors.x_series.wire import highest_version
from app.domain.product import InventoryRow

PAGE = 2000
_ENCODER = msgspec.json.Encoder(order="sorted")


class Level(msgspec.Struct):
    """The fields of an inventory row that we use, unchecked; the level's name differs by age."""

    product_id: Any = None
    outlet_id: Any = None
    inventory_level: Any = None
    current_inventory_level: Any = None
    current_amount: Any = None
    reorder_point: Any = None
    reorder_amount: Any = None
    deleted_at: Any = None
    version: Any = None


def posted(after: int, size: int) -> Request:
    """The read by POST of 2026-07: rising versions after the cursor, deleted rows included."""
    body = {"after": after, "size": size, "sort_direction": "asc", "include_deleted": True}
    return Request("POST", "/inventory", body=_ENCODER.encode(body))


def posted_size(request: Request) -> int:
    """How many rows a posted read asks for."""
    return int(msgspec.json.decode(request.body)["size"])


def halved(request: Request) -> Request:
    """The same posted read for half as many rows."""
    body = msgspec.json.decode(request.body)
    return replace(request, body=_ENCODER.encode({**body, "size": max(1, body["size"] // 2)}))


def bare_list(body: bytes) -> tuple[list[bytes], int | None]:
    """The rows of a bare array and the highest version among them; `null` is past the end.

    Raises ValueError.
    """
    found = msgspec.json.decode(body, type=list[msgspec.Raw] | None)
    rows = [bytes(raw) for raw in found or ()]
    return rows, highest_version(rows)


def levels(rows: Sequence[bytes]) -> tuple[InventoryRow, ...]:
    """Inventory rows; one that names no product or outlet is left out."""
    found = []
    for raw in rows:
        try:
            row = decode(raw, Level)
        except ValueError:
            continue
        product, outlet = ident(row.product_id), ident(row.outlet_id)
        if product and outlet:
            found.append(_level(row, product, outlet))
    return tuple(found)


def _level(row: Level, product: str, outlet: str) -> InventoryRow:
    named = (row.inventory_level, row.current_inventory_level, row.current_amount)
    amount = number(next((value for value in named if not is_blank(value)), None))
    return InventoryRow(
        product_id=product,
        outlet_id=outlet,
        level=Decimal(0) if amount is None else amount,
        version=whole(row.version) or 0,
        deleted=not is_blank(row.deleted_at),
        unreadable=amount is None,
        reorder_point=_set_number(row.reorder_point),
        reorder_amount=_set_number(row.reorder_amount),
    )


def _set_number(value: Any) -> Decimal | None:
    """The number that was set; a negative one is how the POS writes that there is none."""
    # Most rows have none, and a full read asks this of hundreds of thousands.
    found = None if value is None else number(value)
    return None if found is None or found < 0 else found
