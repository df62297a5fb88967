"""Lists of what was deleted: products and orders (API §3, §13)."""

from typing import Any

from app.sample.e_series.calls import Call, page
from app.sample.e_series.catalogue import Document
from app.sample.e_series.times import read_time, written


def deleted_products(call: Call) -> Any:
    """GET /products/deleted: `{id, date}`, oldest first."""
    return _listed(call, call.store.deleted_products)


def deleted_orders(call: Call) -> Any:
    """GET /orders/deleted: `{id, orderId, date}`, oldest first."""
    return _listed(call, call.store.deleted_orders)


def _listed(call: Call, rows: list[Document]) -> Any:
    lower, upper = call.query.get("from_date"), call.query.get("to_date")
    if lower is not None:
        moment = read_time("from_date", lower)
        rows = [row for row in rows if row["stamp"] >= moment]
    if upper is not None:
        moment = read_time("to_date", upper)
        rows = [row for row in rows if row["stamp"] <= moment]
    envelope = page(call, rows, call.store.knobs.deleted_default_limit)
    envelope["items"] = [
        {**{name: row[name] for name in row if name != "stamp"}, "date": written(row["stamp"])}
        for row in envelope["items"]
    ]
    return call.selected(envelope)
