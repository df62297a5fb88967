"""Quantities of products and variations, and the deltas that change them (API §6, §8, §14)."""

from typing import TYPE_CHECKING, Any

from app.sample.e_series.calls import Call
from app.sample.e_series.catalogue import Document
from app.sample.e_series.errors import Refusal, combination_not_found, wrong_parameter

if TYPE_CHECKING:
    from app.sample.e_series.store import ESeriesStore

NEGATIVE = "Product has negative stock."


def settle_stock(
    document: Document, changes: Document, *, created: bool, alone_tracks: bool
) -> None:
    """Write `quantity` and `unlimited` of `changes` into a new `document`.

    Created with neither: unlimited; with `quantity` alone: tracked. Later a `quantity` alone
    starts no tracking unless `alone_tracks`.
    """
    unlimited = changes.get("unlimited")
    if unlimited is None:
        if created:
            unlimited = "quantity" not in changes
        elif "quantity" in changes and alone_tracks:
            unlimited = False
        else:
            unlimited = document.get("unlimited", True)
    document["unlimited"] = unlimited
    if unlimited:
        document.pop("quantity", None)
    else:
        document["quantity"] = changes.get("quantity", document.get("quantity", 0))


def shares_stock(product: Document, variation: Document) -> bool:
    """Whether a variation sells from its product's stock: without a SKU, or with the same one."""
    sku = variation.get("sku")
    return not sku or sku == product.get("sku")


def stock_holder(product: Document, variation: Document) -> Document:
    """Return the record whose quantity counts for a variation."""
    return product if shares_stock(product, variation) else variation


def in_stock(document: Document) -> bool:
    """Whether a record has something to sell."""
    return bool(document.get("unlimited", True)) or document["quantity"] > 0


def find_variation(product: Document, combination_id: int) -> Document:
    """Return a variation of a product; raises 404."""
    for variation in product["combinations"]:
        if variation["id"] == combination_id:
            found: Document = variation
            return found
    raise combination_not_found(combination_id)


def with_variation(product: Document, variation: Document) -> Document:
    """Return a copy of `product` with one variation replaced by id."""
    changed = [
        variation if old["id"] == variation["id"] else old for old in product["combinations"]
    ]
    return {**product, "combinations": changed}


def adjust(
    store: "ESeriesStore", product_id: int, combination_id: int | None, delta: int
) -> int | None:
    """Add `delta` to a quantity and return the new one; None for an unlimited record."""
    product = store.product(product_id)
    holder = product
    if combination_id is not None:
        holder = stock_holder(product, find_variation(product, combination_id))
    if holder["unlimited"]:
        return None
    changed = {**holder, "quantity": holder["quantity"] + delta}
    after = changed if holder is product else with_variation(product, changed)
    store.save_product(after, "stock")
    quantity: int = changed["quantity"]
    return quantity


def adjust_product(call: Call) -> Any:
    """PUT P/inventory."""
    return _answer(call, None)


def adjust_variation(call: Call) -> Any:
    """PUT V/inventory: 400 for a variation without a SKU of its own."""
    product = call.store.product(call.id("product"))
    combination_id = call.id("combination")
    if not find_variation(product, combination_id).get("sku"):
        raise wrong_parameter(f"Combination #{combination_id} has no SKU")
    return _answer(call, combination_id)


def _answer(call: Call, combination_id: int | None) -> dict[str, Any]:
    delta = call.record().get("quantityDelta")
    if not isinstance(delta, int) or isinstance(delta, bool):
        raise wrong_parameter("quantityDelta must be a whole number")
    quantity = adjust(call.store, call.id("product"), combination_id, delta)
    if quantity is None:
        if call.store.knobs.unlimited_delta == "error":
            raise Refusal(400, "The quantity is unlimited", "WRONG_PARAMETER")
        return {"updateCount": 0}
    if quantity < 0:
        return {"updateCount": 1, "warning": NEGATIVE}
    return {"updateCount": 1}
