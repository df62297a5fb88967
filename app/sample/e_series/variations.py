"""Variations of products, which the service calls combinations (API §8)."""

from typing import TYPE_CHECKING, Any

from app.sample.e_series import attributes, buying, options
from app.sample.e_series.calls import Call
from app.sample.e_series.catalogue import Document, Place
from app.sample.e_series.errors import Refusal, not_on_plan, wrong_parameter
from app.sample.e_series.fields import COMBINATION, accepted
from app.sample.e_series.product_view import variation_wire
from app.sample.e_series.stock import (
    find_variation,
    settle_stock,
    shares_stock,
    with_variation,
)

if TYPE_CHECKING:
    from app.sample.e_series.store import ESeriesStore

_STOCK_ONLY = frozenset({"quantity", "unlimited"})


def _check_plan(store: "ESeriesStore") -> None:
    if "COMBINATIONS" not in store.knobs.features:
        raise not_on_plan("Variations are not available on the current plan")


def create(store: "ESeriesStore", product_id: int, body: Document) -> int:
    """Add a variation and return its id; missing options and choices are added too."""
    product = {**store.product(product_id)}
    variation = _added(store, product, body)
    store.save_product(product, "variation")
    number: int = variation["id"]
    return number


def update(store: "ESeriesStore", product_id: int, combination_id: int, body: Document) -> int:
    """Change the fields of a variation that `body` names; returns `updateCount`."""
    product = {**store.product(product_id)}
    before = find_variation(product, combination_id)
    changes = accepted(body, COMBINATION)
    if not changes:
        return 0
    after = _settled(store, product, before, changes, created=False)
    product = with_variation(product, after)
    stock_only = changes.keys() <= _STOCK_ONLY
    store.save_product(product, "stock" if stock_only else "variation")
    return 1


def delete(store: "ESeriesStore", product_id: int, combination_id: int) -> int:
    """Delete a variation; options and choices stay. Returns `deleteCount`."""
    product = store.product(product_id)
    find_variation(product, combination_id)
    left = [row for row in product["combinations"] if row["id"] != combination_id]
    store.save_product({**product, "combinations": left}, "variation")
    return 1


def save_all(store: "ESeriesStore", product: Document, rows: Any) -> None:
    """Write `combinations` sent with a product into the new document `product`.

    A row is matched by id, else by its set of options; what becomes of variations that no row
    matches is a knob.
    """
    _check_plan(store)
    most = store.knobs.max_combinations_per_request
    if not isinstance(rows, list) or len(rows) > most:
        code = "COMBINATION_LIMIT_PER_REQUEST_EXCEEDED"
        raise Refusal(400, f"More than {most} combinations in one request", code)
    before = list(product["combinations"])
    kept: set[int] = set()
    for row in rows:
        match = _matching(before, row)
        if match is None:
            kept.add(_added(store, product, row)["id"])
            continue
        kept.add(match["id"])
        changes = accepted(row, COMBINATION)
        after = _settled(store, product, match, changes, created=False)
        product["combinations"] = with_variation(product, after)["combinations"]
    if store.knobs.save_combinations_drops_missing:
        product["combinations"] = [row for row in product["combinations"] if row["id"] in kept]


def _matching(variations: list[Document], row: Any) -> Document | None:
    if not isinstance(row, dict):
        raise wrong_parameter("combinations: each must be an object")
    wanted = options.pairs_of({"options": options.accepted_pairs(row.get("options"))})
    for variation in variations:
        if variation["id"] == row.get("id") or options.pairs_of(variation) == wanted:
            return variation
    return None


def _added(store: "ESeriesStore", product: Document, body: Document) -> Document:
    _check_plan(store)
    most = store.knobs.max_variations
    if most is not None and len(product["combinations"]) >= most:
        raise wrong_parameter(f"combinations: more than {most}")
    changes = accepted(body, COMBINATION)
    if "options" not in changes:
        raise wrong_parameter("options is required")
    numbers = [row["combinationNumber"] for row in product["combinations"]]
    blank: Document = {
        "id": store.next_id("combination"),
        "combinationNumber": max(numbers, default=0) + 1,
        "options": [],
    }
    variation = _settled(store, product, blank, changes, created=True)
    product["combinations"] = [*product["combinations"], variation]
    return variation


def _settled(
    store: "ESeriesStore", product: Document, before: Document, changes: Document, *, created: bool
) -> Document:
    """Return the variation as changed; `product` gets the options it needs."""
    variation = {**before}
    if "options" in changes:
        _settle_options(store, product, variation, changes["options"])
    buying.settle_buying(store, variation, changes)
    place = Place(product["id"], variation["id"])
    buying.settle_names(store, variation, changes, place)
    if "alt" in changes:
        variation["alt"] = changes["alt"]
    if changes.get("wholesalePrices"):
        base: float = product["price"]
        own = variation.get("price", base)
        buying.check_wholesale(store, changes["wholesalePrices"], own)
    if "attributes" in changes:
        rows = variation.get("attributes", [])
        variation["attributes"] = attributes.resolved(
            store, product["productClassId"], changes["attributes"], rows
        )
    _settle_quantity(store, product, variation, changes, created=created)
    shipped: bool = product["isShippingRequired"]
    buying.settle_weight(variation, variation.get("isShippingRequired", shipped))
    return variation


def _settle_options(
    store: "ESeriesStore", product: Document, variation: Document, rows: list[Document]
) -> None:
    variation["options"] = options.accepted_pairs(rows)
    wanted = options.pairs_of(variation)
    for other in product["combinations"]:
        if other["id"] != variation["id"] and options.pairs_of(other) == wanted:
            raise Refusal(409, "Such a combination exists already", "COMBINATION_DUPLICATED")
    product["options"] = options.with_choices(product["options"], variation["options"])
    most = store.knobs.max_options
    if most is not None and len(product["options"]) > most:
        raise wrong_parameter(f"options: more than {most}")


def _settle_quantity(
    store: "ESeriesStore",
    product: Document,
    variation: Document,
    changes: Document,
    *,
    created: bool,
) -> None:
    if shares_stock(product, variation):
        if variation.get("sku"):
            check_same(product, variation, changes)
        variation.pop("quantity", None)
        variation.pop("unlimited", None)
        return
    starts = created or "unlimited" not in variation
    if starts and not created and _STOCK_ONLY.isdisjoint(changes):
        variation.update(_first_stock(store, product))
        return
    if starts or not _STOCK_ONLY.isdisjoint(changes):
        alone = store.knobs.quantity_alone_tracks
        settle_stock(variation, changes, created=starts, alone_tracks=alone)


def _first_stock(store: "ESeriesStore", product: Document) -> Document:
    """What a variation has that gets its first own SKU."""
    reading = store.knobs.first_sku_stock
    if reading == "unlimited":
        return {"unlimited": True}
    if reading == "zero":
        return {"unlimited": False, "quantity": 0}
    return {name: product[name] for name in _STOCK_ONLY if name in product}


def check_same(product: Document, variation: Document, stock: Document) -> None:
    """Raise 400 where a variation with its product's SKU differs in stock or size."""
    same_quantity = stock.get("quantity", product.get("quantity")) == product.get("quantity")
    same_tracking = stock.get("unlimited", product["unlimited"]) == product["unlimited"]
    if not same_quantity or not same_tracking:
        message = "A combination with the product's SKU must have its stock"
        raise Refusal(400, message, "DIFFERENT_COMBINATION_STOCK")
    if "dimensions" in variation and variation["dimensions"] != product.get("dimensions"):
        message = "A combination with the product's SKU must have its dimensions"
        raise Refusal(400, message, "DIFFERENT_COMBINATION_DIMENSIONS")


def follow_product(product: Document, old_sku: str) -> None:
    """Keep the variations of a new product document right after its SKU changed."""
    if product["sku"] == old_sku or not product["combinations"]:
        return
    followed = []
    for variation in product["combinations"]:
        sku = variation.get("sku")
        after = {**variation}
        if sku and sku == old_sku:
            own = {name: product[name] for name in _STOCK_ONLY if name in product}
            after.update(own)
        elif sku and sku == product["sku"]:
            check_same(product, variation, variation)
            after.pop("quantity", None)
            after.pop("unlimited", None)
        followed.append(after)
    product["combinations"] = followed


def create_variation(call: Call) -> Any:
    """POST P/combinations."""
    _check_plan(call.store)
    return {"id": create(call.store, call.id("product"), call.record())}


def list_variations(call: Call) -> Any:
    """GET P/combinations: a bare array."""
    store = call.store
    product = store.product(call.id("product"))
    rows = [variation_wire(store, product, row) for row in product["combinations"]]
    if store.knobs.variations_descending:
        rows.reverse()
    return call.selected(rows)


def read_variation(call: Call) -> Any:
    """GET V."""
    product = call.store.product(call.id("product"))
    variation = find_variation(product, call.id("combination"))
    return call.selected(variation_wire(call.store, product, variation))


def update_variation(call: Call) -> Any:
    """PUT V."""
    _check_plan(call.store)
    ids = call.id("product"), call.id("combination")
    return {"updateCount": update(call.store, *ids, call.record())}


def delete_variation(call: Call) -> Any:
    """DELETE V."""
    _check_plan(call.store)
    ids = call.id("product"), call.id("combination")
    return {"deleteCount": delete(call.store, *ids)}


def delete_variations(call: Call) -> Any:
    """DELETE P/combinations: all of them."""
    _check_plan(call.store)
    product = call.store.product(call.id("product"))
    count = len(product["combinations"])
    call.store.save_product({**product, "combinations": []}, "variation")
    return {"deleteCount": count}
