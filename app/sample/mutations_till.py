"""What moves stock at the point of sale: sales, deliveries, counts, on an `XSeriesStore`.

Unknown ids raise KeyError.
"""

from app.sample.x_series.store import XSeriesStore
from app.sample.x_series.table import Row
from app.sample.x_series.times import stamp


def sell(
    store: XSeriesStore, product_id: str, quantity: float = 1, register_id: str | None = None
) -> str:
    """Ring up a product at a register, the first one unless named; return the sale's id."""
    with store.lock:
        registers = store.tables["registers"].rows
        register = registers[register_id] if register_id else next(iter(registers.values()))
        product = store.product(product_id)
        parts: dict[str, float] = product.get("composite_bom") or {product_id: 1}
        for part_id, each in parts.items():
            _add_stock(store, part_id, register["outlet_id"], -quantity * each)
        return store.add("sales", _sale(store, product, quantity, register))


def receive_stock(store: XSeriesStore, product_id: str, outlet_id: str, quantity: float) -> None:
    """Put a delivery on the shelf of an outlet."""
    with store.lock:
        _add_stock(store, product_id, outlet_id, quantity)


def move_stock(
    store: XSeriesStore, product_id: str, from_outlet: str, to_outlet: str, quantity: float
) -> None:
    """Carry stock from one outlet to another."""
    with store.lock:
        _add_stock(store, product_id, from_outlet, -quantity)
        _add_stock(store, product_id, to_outlet, quantity)


def count_stock(store: XSeriesStore, product_id: str, outlet_id: str, level: float) -> None:
    """Overwrite an outlet's level by what was counted."""
    with store.lock:
        row = _level(store, product_id, outlet_id)
        if row is None:
            _open_level(store, product_id, outlet_id, level)
        else:
            store.change("inventory", row["id"], inventory_level=level)


def set_reorder_point(store: XSeriesStore, product_id: str, outlet_id: str, point: int) -> None:
    """Change when to reorder, which never concerns the online store."""
    with store.lock:
        row = _level(store, product_id, outlet_id)
        key = row["id"] if row else _open_level(store, product_id, outlet_id, 0)
        store.change("inventory", key, reorder_point=point)


def _level(store: XSeriesStore, product_id: str, outlet_id: str) -> Row | None:
    for row in store.levels(product_id):
        if row["outlet_id"] == outlet_id and not row["deleted_at"]:
            return row
    return None


def _open_level(store: XSeriesStore, product_id: str, outlet_id: str, level: float) -> str:
    row = {"product_id": product_id, "outlet_id": outlet_id, "inventory_level": level}
    return store.add("inventory", row)


def _add_stock(store: XSeriesStore, product_id: str, outlet_id: str, quantity: float) -> None:
    if not store.product(product_id).get("has_inventory", True):
        return
    row = _level(store, product_id, outlet_id)
    if row is None:
        _open_level(store, product_id, outlet_id, quantity)
        return
    level = round(row["inventory_level"] + quantity, 5)
    store.change("inventory", row["id"], inventory_level=level)


def _sale(store: XSeriesStore, product: Row, quantity: float, register: Row) -> Row:
    excluding = product.get("price_excluding_tax") or 0
    tax = round((product.get("price_including_tax") or excluding) - excluding, 5)
    tax_id = next((row["id"] for row in store.tables["taxes"] if row["is_default"]), None)
    total, total_tax = round(excluding * quantity, 5), round(tax * quantity, 5)
    line = {
        "id": store.new_id(),
        "product_id": product["id"],
        "quantity": quantity,
        "price": excluding,
        "unit_price": excluding,
        "discount": 0,
        "tax": tax,
        "tax_id": tax_id,
        "status": "CONFIRMED",
        "is_return": quantity < 0,
        "price_set": False,
        "sequence": 0,
    }
    return {
        "outlet_id": register["outlet_id"],
        "register_id": register["id"],
        "user_id": store.user_id,
        "customer_id": None,
        "invoice_number": f"{register.get('invoice_prefix', '')}{store.version % 10**6}",
        "source": "USER",
        "source_id": None,
        "status": "CLOSED",
        "state": "closed",
        "attributes": [],
        "sale_date": stamp(store.clock.now()).replace("+00:00", "Z"),
        "note": None,
        "return_for": None,
        "total_price": total,
        "total_price_incl": round(total + total_tax, 5),
        "total_tax": total_tax,
        "line_items": [line],
        "payments": [],
        "taxes": [{"id": tax_id, "amount": total_tax}],
    }
