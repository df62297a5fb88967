"""JSON of the POS's small look-up resources to records (API POS §7)."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from app.connectors.reading import decode_object, ident, is_blank, text
from app.domain.product import Outlet, PosCategory, PosShop, Register


def shop(row: bytes) -> PosShop:
    """What `/retailer` says. Raises ValueError when it isn't one."""
    found = decode_object(row)
    currency = found.get("currency")
    code = currency.get("code") if isinstance(currency, dict) else currency
    discount = ident(found.get("discount_product_id"))
    if not text(found.get("id")):
        raise ValueError("a shop without an id")
    return PosShop(
        id=ident(found["id"]),
        name=text(found.get("name")),
        domain_prefix=text(found.get("domain_prefix")),
        currency=text(code),
        tax_exclusive=found.get("tax_exclusive") is True,
        system_product_ids=frozenset({discount} if discount else ()),
    )


def outlets(rows: Sequence[bytes]) -> tuple[Outlet, ...]:
    """Outlets that still exist."""
    return tuple(Outlet(ident(row["id"]), text(row.get("name"))) for row in _living(_objects(rows)))


def registers(rows: Sequence[bytes]) -> tuple[Register, ...]:
    """Registers that still exist."""
    return tuple(
        Register(ident(row["id"]), text(row.get("name")), ident(row.get("outlet_id")))
        for row in _living(_objects(rows))
    )


def gone(rows: Sequence[bytes]) -> frozenset[str]:
    """The ids of rows that were deleted."""
    return frozenset(
        ident(row["id"])
        for row in _objects(rows)
        if isinstance(row, dict) and ident(row.get("id")) and not is_blank(row.get("deleted_at"))
    )


def category_page(body: bytes) -> tuple[tuple[PosCategory, ...], str]:
    """The categories of a page that still exist and the id to go on after, "" at the end.

    Sources disagree how deep `page_info` and `categories` lie (API POS §3): any depth will do.
    Raises ValueError.
    """
    outer = decode_object(body)
    inner = _object(outer.get("data"))
    layers = (outer, inner, _object(inner.get("data")))
    rows = next((layer["categories"] for layer in layers if "categories" in layer), None)
    info = next((_object(layer["page_info"]) for layer in layers if "page_info" in layer), {})
    if not isinstance(rows, list):
        raise ValueError("no list of categories")  # noqa: TRY004  # One error for all bad bodies.
    more = info.get("has_next") is True
    return _categories(rows), text(info.get("last_seen")) if more else ""


def _object(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _categories(rows: Sequence[Any]) -> tuple[PosCategory, ...]:
    return tuple(
        PosCategory(
            ident(row["id"]), text(row.get("name")), ident(row.get("parent_category_id")) or None
        )
        for row in _living(rows)
    )


def _objects(rows: Sequence[bytes]) -> Iterator[Any]:
    for row in rows:
        try:
            yield decode_object(row)
        except ValueError:
            continue


def _living(rows: Iterable[Any]) -> Iterator[dict[str, Any]]:
    """Objects that have an id and are not deleted."""
    for row in rows:
        if isinstance(row, dict) and ident(row.get("id")) and is_blank(row.get("deleted_at")):
            yield row
