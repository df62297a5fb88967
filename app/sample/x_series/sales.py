"""`/sales` as API 2.0 and dated versions print them (sections 8.1 and 8.3)."""

from typing import Any

from app.sample.x_series.listing import cursor_page
from app.sample.x_series.replies import Call, Reply, answer, dumps, not_found
from app.sample.x_series.table import Row


def list_sales(call: Call) -> Reply:
    """`GET /sales`: deleted ones too, though nobody asked for them."""
    return cursor_page(
        call,
        "sales",
        call.dated,
        lambda row: dumps(_sale(call, row)),
        deleted=True,
        cap=call.store.knobs.sales_page_cap,
    )


def get_sale(call: Call) -> Reply:
    """`GET /sales/{id}`."""
    row = call.store.tables["sales"].rows.get(call.key)
    if row is None:
        raise not_found(f"Sale {call.key}")
    return answer({"data": _sale(call, row)})


def _sale(call: Call, row: Row) -> dict[str, Any]:
    if not call.dated:
        nothing: dict[str, Any] = {"total": 0, "total_tax": 0, "total_incl": 0, "charges": []}
        return {**row, "ecom_custom_charges": nothing}
    totals = {
        "price": row["total_price"],
        "price_incl_tax": row["total_price_incl"],
        "tax": row["total_tax"],
    }
    source = {
        "outlet_id": row["outlet_id"],
        "register_id": row["register_id"],
        "author": {"id": row["user_id"]},
        "type": row["source"],
        "id": row["source_id"],
    }
    return {
        "id": row["id"],
        "state": row["state"],
        "attributes": row["attributes"],
        "date": row["sale_date"],
        "note": row["note"],
        "totals": totals,
        "source": source,
        "line_items": [_line(line) for line in row["line_items"]],
        "ecom_custom_charges": [],
        "deleted_at": row["deleted_at"],
        "version": row["version"],
        "_metadata": {"version": row["version"]},
    }


def _line(line: Row) -> dict[str, Any]:
    return {
        "id": line["id"],
        "product": {"id": line["product_id"]},
        "quantity": line["quantity"],
        "pricing": {"price": line["price"]},
        "tax": {"id": line["tax_id"], "amount": line["tax"]},
    }
