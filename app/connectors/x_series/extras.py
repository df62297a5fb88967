"""What the POS keeps to itself, and its pictures' addresses, from the raw JSON of one record.

Nothing here raises: what is missing or odd is left out. Reorder points are not among it; the
POS tells them with the stock levels, per outlet (API POS §6).
"""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any

import msgspec

from app.connectors.reading import decode_object, ident, is_blank, number, text
from app.connectors.x_series import wire
from app.domain.fields import family_pictures
from app.domain.product import PosImage, PosRecord
from app.facts.extras import Extra, PictureAddress, PosExtras

_SMALL = ("thumb", "sl", "sm", "standard")
"""Names of sizes for lists, best first: 160 px, then 150, 100 and 350."""
_PICTURED = ("id", "variant_parent_id", "variant_options", "images", "skuImages")
"""What decides which pictures stand for a record."""
_PLACEHOLDER = "/images/placeholder/"


def pos_extras(raw: bytes) -> PosExtras:
    """What is shown of a record beside its synced fields."""
    row = _row(raw)
    record = _record(row)
    pictures = () if record is None else _addresses(row, family_pictures(record))
    return PosExtras(tuple(_extras(row)), pictures)


def variant_pictures(raw: bytes) -> tuple[PictureAddress, ...]:
    """The pictures of one variant, without those of its family."""
    row = _row(raw)
    record = _record(row)
    return () if record is None else _addresses(row, record.variant_images)


def _row(raw: bytes) -> dict[str, Any]:
    try:
        return decode_object(raw)
    except (ValueError, ArithmeticError):
        return {}


def _record(row: dict[str, Any]) -> PosRecord | None:
    """The record as far as its pictures go; reading all of it would take ten times as long."""
    try:
        read = wire.products([msgspec.json.encode({name: row.get(name) for name in _PICTURED})])
    except (ValueError, ArithmeticError):
        return None
    return read.records[0] if read.records else None


def _extras(row: dict[str, Any]) -> Iterator[Extra]:
    default = next(_objects(row.get("product_suppliers")), {})
    told: tuple[tuple[str, str | Decimal | tuple[str, ...] | None], ...] = (
        ("handle", _words(row.get("handle"))),
        ("supplier", _supplier(row, default)),
        ("supplier_code", _words(row.get("supplier_code")) or _words(default.get("code"))),
        ("supplier_price", _price(default.get("price"), row.get("supply_price"))),
    )
    for name, value in told:
        if not (value is None or value == ""):
            yield Extra(name, value)
    yield from _tax(row)
    tags = tuple(filter(None, map(_live_name, _objects(row.get("categories")))))
    if tags:
        yield Extra("tags", tags)


def _supplier(row: dict[str, Any], default: dict[str, Any]) -> str:
    """The name of the default supplier; "" when it was deleted and is still in the record."""
    supplier = row.get("supplier")
    if isinstance(supplier, dict) and not is_blank(supplier):
        return _live_name(supplier)
    return text(default.get("supplier_name"))


def _price(*values: Any) -> Decimal | None:
    """The first that is a price."""
    for value in values:
        found = number(value)
        if found is not None and found >= 0:
            return found
    return None


def _tax(row: dict[str, Any]) -> Iterator[Extra]:
    """A category by its words; taxes of single outlets are told by their ids alone."""
    category = text(row.get("tax_category"))
    if category:
        yield Extra("tax", category)
    elif any(_is_set(entry) for entry in _objects(row.get("outlet_taxes"))):
        yield Extra("tax", None)


def _is_set(entry: dict[str, Any]) -> bool:
    return bool(text(entry.get("tax_id"))) and is_blank(entry.get("deleted_at"))


def _live_name(entry: dict[str, Any]) -> str:
    return text(entry.get("name")) if is_blank(entry.get("deleted_at")) else ""


def _words(value: Any) -> str:
    """Text, or a code that was sent as a number."""
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    return text(value)


def _objects(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, list):
        yield from (entry for entry in value if isinstance(entry, dict))


def _addresses(row: dict[str, Any], images: Iterable[PosImage]) -> tuple[PictureAddress, ...]:
    """Each of these pictures once; `large` is the address that `PosImage` knows."""
    sizes: dict[str, Any] = {}
    for name in ("images", "skuImages"):
        for entry in _objects(row.get(name)):
            sizes.setdefault(ident(entry.get("id")), entry.get("sizes"))
    found: dict[str, PictureAddress] = {}
    for image in images:
        if _PLACEHOLDER not in image.url:
            small = _small(sizes.get(image.id)) or image.url
            found.setdefault(image.id, PictureAddress(image.id, small, image.url))
    return tuple(found.values())


def _small(sizes: Any) -> str:
    if not isinstance(sizes, dict):
        return ""
    addresses = (text(sizes.get(name)) for name in _SMALL)
    return next((a for a in addresses if a.startswith(("https://", "http://"))), "")
