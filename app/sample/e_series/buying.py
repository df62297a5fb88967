"""Fields that products and variations have alike: how a write of them is settled (API §6, §8)."""

from typing import TYPE_CHECKING

from app.sample.e_series.catalogue import Document, Place
from app.sample.e_series.errors import Refusal, wrong_parameter

if TYPE_CHECKING:
    from app.sample.e_series.store import ESeriesStore

PLAIN = (
    "price",
    "compareToPrice",
    "costPrice",
    "wholesalePrices",
    "warningLimit",
    "weight",
    "volume",
    "isShippingRequired",
    "outOfStockVisibilityBehaviour",
    "minPurchaseQuantity",
    "maxPurchaseQuantity",
    "locationInventory",
    "customsHsTariffCode",
)
_SIDES = ("length", "width", "height")


def copy_plain(document: Document, changes: Document, names: tuple[str, ...]) -> None:
    """Copy fields that need no further care; None unsets."""
    for name in names:
        if name not in changes:
            continue
        if changes[name] is None:
            document.pop(name, None)
        else:
            document[name] = changes[name]


def settle_buying(store: "ESeriesStore", document: Document, changes: Document) -> None:
    """Write the fields common to products and variations into a new `document`; raises."""
    _check_restricted(store, changes)
    copy_plain(document, changes, PLAIN)
    if "dimensions" in changes:
        sides = changes["dimensions"] or {}
        document["dimensions"] = {side: sides.get(side, 0) for side in _SIDES}
        if not any(document["dimensions"].values()):
            del document["dimensions"]
    if changes.get("costPrice", 0) is not None and changes.get("costPrice", 0) < 0:
        raise Refusal(400, "Cost price can't be negative", "COST_PRICE_CANT_BE_NEGATIVE")


def _check_restricted(store: "ESeriesStore", changes: Document) -> None:
    forbidden = store.knobs.restricted_fields.intersection(changes)
    if "locationInventory" in changes and not store.knobs.location_inventory:
        forbidden |= {"locationInventory"}
    if forbidden:
        message = f"Not allowed to update: {', '.join(sorted(forbidden))}"
        raise Refusal(409, message, "NOT_ALLOWED_TO_UPDATE_PARAMETER")


def settle_weight(document: Document, shipped: bool) -> None:
    """Drop a weight that says nothing: of what isn't shipped, or zero."""
    if not shipped or not document.get("weight"):
        document.pop("weight", None)


def check_wholesale(store: "ESeriesStore", prices: list[Document], base: float) -> None:
    """Raise for a wholesale price above the base price, or for fewer than two pieces."""
    for row in prices:
        quantity, price = row.get("quantity"), row.get("price")
        if not isinstance(quantity, int) or not isinstance(price, int | float):
            raise wrong_parameter("wholesalePrices: each needs quantity and price")
        if quantity < 2 or price > base:
            status = store.knobs.wholesale_error_status
            raise Refusal(status, "wholesalePrices: refused", "WRONG_PARAMETER")


def settle_names(
    store: "ESeriesStore", document: Document, changes: Document, place: Place
) -> None:
    """Write SKU and external id into a new `document`; raises 400 or 409."""
    if "sku" in changes:
        sku = changes["sku"] or ""
        longest = store.knobs.max_sku_length
        if longest is not None and len(sku) > longest:
            raise wrong_parameter(f"sku: longer than {longest} characters")
        store.check_sku(sku, place)
        document["sku"] = sku
    if "externalReferenceId" in changes:
        external = changes["externalReferenceId"] or ""
        store.check_external(external, place)
        document["externalReferenceId"] = external
