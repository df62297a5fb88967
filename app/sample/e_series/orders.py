"""Orders placed online and what they do to stock (API §13)."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from app.sample.e_series.calls import Call, page
from app.sample.e_series.catalogue import Document
from app.sample.e_series.errors import order_not_found, wrong_parameter
from app.sample.e_series.stock import adjust, find_variation, stock_holder
from app.sample.e_series.times import read_time, written

if TYPE_CHECKING:
    from app.sample.e_series.store import ESeriesStore

_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
_PAYMENTS = (
    "AWAITING_PAYMENT",
    "PAID",
    "CANCELLED",
    "REFUNDED",
    "PARTIALLY_REFUNDED",
    "INCOMPLETE",
    "CUSTOM_PAYMENT_STATUS_1",
    "CUSTOM_PAYMENT_STATUS_2",
    "CUSTOM_PAYMENT_STATUS_3",
)
_FULFILMENTS = (
    "AWAITING_PROCESSING",
    "PROCESSING",
    "SHIPPED",
    "DELIVERED",
    "WILL_NOT_DELIVER",
    "RETURNED",
    "READY_FOR_PICKUP",
    "OUT_FOR_DELIVERY",
    "CUSTOM_FULFILLMENT_STATUS_1",
    "CUSTOM_FULFILLMENT_STATUS_2",
    "CUSTOM_FULFILLMENT_STATUS_3",
)
_PAID = ("PAID", "PARTIALLY_REFUNDED")
_NEVER_LOWERS = ("INCOMPLETE", "CANCELLED")


@dataclass(frozen=True, slots=True)
class Line:
    """What a shopper puts into the basket."""

    product_id: int
    quantity: int = 1
    combination_id: int | None = None


def place(store: "ESeriesStore", lines: Sequence[Line], payment: str = "PAID") -> str:
    """Place an order and return its text id; stock falls when the knobs say so. Raises 404."""
    now = store.stamp()
    items = [_item(store, line) for line in lines]
    total = round(sum(row["price"] * row["quantity"] for row in items), 2)
    code = "".join(store.random.choices(_LETTERS, k=5))
    number = store.next_id("order")
    order_id = f"{store.knobs.order_prefix}{code}{store.knobs.order_suffix}"
    while order_id in store.orders:
        order_id += "A"
    order = {
        "id": order_id,
        "internalId": number,
        "orderNumber": number,
        "vendorOrderNumber": order_id,
        "publicUid": order_id,
        "paymentStatus": payment,
        "fulfillmentStatus": "AWAITING_PROCESSING",
        "email": f"shopper{number % 1000}@example.com",
        "total": total,
        "subtotal": total,
        "tax": 0,
        "refunds": [],
        "externalFulfillment": False,
        "createTimestamp": now,
        "updateTimestamp": now,
        "items": items,
    }
    store.orders[order_id] = order
    store.touch("ordersUpdated")
    _settle_stock(store, order)
    return order_id


def _item(store: "ESeriesStore", line: Line) -> Document:
    product = store.product(line.product_id)
    variation: Document = {}
    if line.combination_id is not None:
        variation = find_variation(product, line.combination_id)
    holder = stock_holder(product, variation) if variation else product
    price = variation.get("price", product["price"])
    item: Document = {
        "id": store.next_id("order_item"),
        "productId": line.product_id,
        "sku": variation.get("sku") or product["sku"],
        "name": product["name"],
        "quantity": line.quantity,
        "price": price,
        "productPrice": price,
        "quantityInStock": holder.get("quantity", 0),
        "trackQuantity": not holder["unlimited"],
        "isPreorder": False,
        "selectedOptions": [{**pair, "type": "CHOICE"} for pair in variation.get("options", ())],
    }
    if variation:
        item["combinationId"] = line.combination_id
    return item


def set_payment(store: "ESeriesStore", order_id: str, payment: str) -> None:
    """Change an order's payment status, with what that does to stock. Raises 404."""
    _save(store, {**_order(store, order_id), "paymentStatus": payment})


def _save(store: "ESeriesStore", order: Document) -> None:
    order["updateTimestamp"] = store.stamp()
    store.orders[order["id"]] = order
    store.touch("ordersUpdated")
    _settle_stock(store, order)


def _settle_stock(store: "ESeriesStore", order: Document) -> None:
    payment = order["paymentStatus"]
    lowered = order["id"] in store.lowered
    counts = payment in _PAID or store.knobs.lower_stock_at == "placed"
    if not lowered and counts and payment not in (*_NEVER_LOWERS, "REFUNDED"):
        store.lowered.add(order["id"])
        _move_stock(store, order, -1)
    elif lowered and payment == "CANCELLED" and store.knobs.restock_cancelled:
        store.lowered.discard(order["id"])
        _move_stock(store, order, 1)


def _move_stock(store: "ESeriesStore", order: Document, sign: int) -> None:
    for item in order["items"]:
        revision = store.catalogue.products.get(item["productId"])
        if revision is None:
            continue
        combination = item.get("combinationId")
        known = {row["id"] for row in revision.document["combinations"]}
        if combination is None or combination in known:
            adjust(store, item["productId"], combination, sign * item["quantity"])


def delete(store: "ESeriesStore", order_id: str) -> None:
    """Delete an order; its stock stays as it is. Raises 404."""
    order = _order(store, order_id)
    del store.orders[order_id]
    row = {"id": order["internalId"], "orderId": order_id, "stamp": store.stamp()}
    store.deleted_orders.append(row)
    store.touch("ordersUpdated")


def _order(store: "ESeriesStore", order_id: str) -> Document:
    order = store.orders.get(order_id)
    if order is None and store.knobs.order_number_works and order_id.isdigit():
        rows = store.orders.values()
        order = next((row for row in rows if row["internalId"] == int(order_id)), None)
    if order is None:
        raise order_not_found(order_id)
    return order


def _wire(store: "ESeriesStore", order: Document) -> dict[str, Any]:
    wire = {
        **order,
        "createDate": written(order["createTimestamp"]),
        "updateDate": written(order["updateTimestamp"]),
    }
    if store.knobs.unknown_extras:
        wire["storefrontPreview"] = {"state": "UNPUBLISHED_DRAFT"}
    return wire


def list_orders(call: Call) -> Any:
    """GET /orders: newest first, abandoned carts (INCOMPLETE) included."""
    rows = [row for row in reversed(call.store.orders.values()) if _wanted(call, row)]
    rows.sort(key=lambda row: row["createTimestamp"], reverse=True)
    envelope = page(call, rows)
    envelope["items"] = [_wire(call.store, row) for row in envelope["items"]]
    return call.selected(envelope)


def _wanted(call: Call, order: Document) -> bool:
    query = call.query
    for kind, field in (("created", "createTimestamp"), ("updated", "updateTimestamp")):
        lower, upper = query.get(f"{kind}From"), query.get(f"{kind}To")
        if lower is not None and order[field] < read_time(f"{kind}From", lower):
            return False
        if upper is not None and order[field] > read_time(f"{kind}To", upper):
            return False
    for name in ("paymentStatus", "fulfillmentStatus"):
        if name in query and order[name] not in query[name].split(","):
            return False
    if "ids" in query and order["id"] not in query["ids"].split(","):
        return False
    if "productId" in query:
        products = {row["productId"] for row in order["items"]}
        return not products.isdisjoint(call.whole_list("productId") or [])
    return _wanted_by_text(call, order)


def _wanted_by_text(call: Call, order: Document) -> bool:
    query = call.query
    if "email" in query and query["email"].casefold() != order["email"].casefold():
        return False
    names = " ".join([order["id"], order["email"], *(row["name"] for row in order["items"])])
    if query.get("keywords", "").casefold() not in names.casefold():
        return False
    lowest, highest = call.whole("totalFrom", 0), call.whole("totalTo", 10**12)
    return bool(lowest <= order["total"] <= highest)


def read_order(call: Call) -> Any:
    """GET /orders/{orderId}: by text id; by number only where the knobs allow it."""
    return call.selected(_wire(call.store, _order(call.store, call.ids["order"])))


def last_order(call: Call) -> Any:
    """GET /orders/last."""
    if not call.store.orders:
        raise order_not_found("last")
    return call.selected(_wire(call.store, next(reversed(call.store.orders.values()))))


def update_order(call: Call) -> Any:
    """PUT /orders/{orderId}: statuses and external fulfilment."""
    order = {**_order(call.store, call.ids["order"])}
    body = call.record()
    known = {"paymentStatus": _PAYMENTS, "fulfillmentStatus": _FULFILMENTS}
    for name, words in known.items():
        if name not in body:
            continue
        if body[name] not in words:
            raise wrong_parameter(f"{name}: unknown value")
        order[name] = body[name]
    for name in ("externalFulfillment", "externalOrderId"):
        if name in body:
            order[name] = body[name]
    _save(call.store, order)
    return {"updateCount": 1}
