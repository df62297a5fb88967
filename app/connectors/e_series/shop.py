"""JSON of the online store's profile, change times, categories and orders to records."""

from collections.abc import Iterable, Sequence
from typing import Any
from urllib.parse import urlsplit

import msgspec

from app.connectors.reading import Reading, decode, decode_object, ident, seconds, text, whole
from app.domain.product import EcomCategory, EcomShop, LatestStats, Order, OrderLine

_ENDED = frozenset({"CANCELLED", "REFUNDED", "INCOMPLETE"})
"""Payment states in which an order holds no stock (RULES M4)."""


_ORDER_NAMES = ("id", "vendorOrderNumber", "orderNumber")
"""What an order is called, newest name first: older answers have no `id`."""


class _Key(msgspec.Struct):
    """The id of any item."""

    id: Any = None


def profile(body: bytes) -> EcomShop:
    """What `/profile` says (API eCom §12). Raises ValueError when it lacks what prices need.

    A shop that its owner gave no name is called by its address.
    """
    found = decode_object(body)
    named = text(_part(found, "settings").get("storeName"))
    general, formats = _part(found, "generalInfo"), _part(found, "formatsAndUnits")
    account, taxes = _part(found, "account"), _part(found, "taxSettings")
    store_id, precision = whole(general.get("storeId")), whole(formats.get("currencyPrecision"))
    with_tax = taxes.get("pricesIncludeTax")
    if store_id is None or not isinstance(with_tax, bool):
        raise ValueError("no store number, or nothing about taxes")
    return EcomShop(
        store_id=store_id,
        name=named or urlsplit(text(general.get("storeUrl"))).hostname or f"store {store_id}",
        url=text(general.get("storeUrl")),
        currency=text(formats.get("currency")),
        currency_precision=2 if precision is None or not 0 <= precision <= 6 else precision,
        prices_include_tax=with_tax,
        weight_unit=text(formats.get("weightUnit")).upper(),
        dimensions_unit=text(formats.get("dimensionsUnit")).upper(),
        default_language=text(_part(found, "languages").get("defaultLanguage")),
        features=frozenset(text(name) for name in account.get("availableFeatures") or () if name),
        product_limit=whole(_part(account, "limitsAndRestrictions").get("maxProductLimit")),
        suspended=account.get("suspended") is True,
        duplicate_skus_allowed=_toggled(found, "ALLOW_EMPTY_AND_NON_UNIQUE_SKU"),
    )


def latest_stats(body: bytes, now: int) -> LatestStats:
    """When each area changed last; an area it says nothing of counts as changed just now."""
    found = decode_object(body)

    def changed(name: str) -> int:
        return seconds(None, found.get(name)) or now

    return LatestStats(
        products=changed("productsUpdated"),
        categories=changed("categoriesUpdated"),
        profile=changed("profileUpdated"),
        orders=changed("ordersUpdated"),
        product_count=whole(found.get("productCount", found.get("productCountRequired"))),
    )


def categories(items: Sequence[bytes]) -> tuple[EcomCategory, ...]:
    """Categories of a page."""
    found = []
    for item in _objects(items):
        key = whole(item.get("id"))
        if key is not None:
            parent = whole(item.get("parentId")) or None
            found.append(EcomCategory(key, text(item.get("name")), parent))
    return tuple(found)


def orders(items: Sequence[bytes]) -> tuple[Order, ...]:
    """Orders of a page; in doubt an order holds its stock."""
    found = []
    for item in _objects(items):
        key = next((str(item[name]) for name in _ORDER_NAMES if item.get(name)), "")
        if key:
            found.append(
                Order(
                    id=key,
                    created=seconds(item.get("createTimestamp"), item.get("createDate")),
                    holds=text(item.get("paymentStatus")).upper() not in _ENDED,
                    lines=tuple(_lines(item.get("items"))),
                )
            )
    return tuple(found)


def deleted_ids(items: Sequence[bytes]) -> frozenset[int]:
    """Ids of a page of deleted products."""
    ids = (whole(item.get("id")) for item in _objects(items))
    return frozenset(key for key in ids if key is not None)


def item_key(item: bytes) -> str:
    """What tells one item of a list from another; "" when it has no id."""
    try:
        return str(decode(item, _Key).id or "")
    except ValueError:
        return ""


def new_id(body: bytes) -> int:
    """The id of something just made. Raises ValueError."""
    found = whole(decode_object(body).get("id"))
    if found is None:
        raise ValueError("no id")
    return found


def updated_count(body: bytes) -> int | None:
    """The `updateCount` of an answer; None when it doesn't say."""
    return whole(decode_object(body).get("updateCount"))


def _lines(value: Any) -> Iterable[OrderLine]:
    for line in Reading("ecom").objects("orders", value):
        product, quantity = whole(line.get("productId")), whole(line.get("quantity"))
        if product is not None and quantity is not None:
            yield OrderLine(
                product, whole(line.get("combinationId")), text(line.get("sku")), quantity
            )


def _part(found: dict[str, Any], name: str) -> dict[str, Any]:
    part = found.get(name)
    return part if isinstance(part, dict) else {}


def _toggled(found: dict[str, Any], name: str) -> bool:
    toggles = Reading("ecom").objects("profile", found.get("featureToggles"))
    return any(ident(t.get("name")) == name.lower() and t.get("enabled") is True for t in toggles)


def _objects(items: Iterable[bytes]) -> Iterable[dict[str, Any]]:
    for item in items:
        try:
            yield decode_object(item)
        except ValueError:
            continue
