"""Inventory reads: one shape in API 2.0 (section 6.1), two in dated versions (section 6.2)."""

from collections.abc import Iterator
from typing import Any

from app.sample.x_series.listing import cursor_page, cursor_rows
from app.sample.x_series.replies import Call, Reply, answer, bare_list, data_list, dumps, not_found
from app.sample.x_series.shapes import without_empty
from app.sample.x_series.table import Row

_FOREVER = 2**63 - 1
_INVENTORY_CAP = 5000
_LEVELS_CAP = 10_000
_IDS_CAP = 1000


def list_inventory(call: Call) -> Reply:
    """`GET /inventory` of API 2.0: a cursor list over all products and outlets."""
    knobs = call.store.knobs
    shape = (knobs.current_amount_shown, knobs.empty, knobs.upper_case_ids, _costs(call))
    if knobs.version_envelope:
        return cursor_page(call, "inventory", shape, lambda row: dumps(_level(call, row)))
    rows = cursor_rows(call, "inventory", deleted=call.flag("deleted"))
    return data_list(dumps(_level(call, row)) for row in rows)


def product_inventory(call: Call) -> Reply:
    """`GET /products/{id}/inventory` of API 2.0: one row per outlet, in no order."""
    _require_product(call)
    rows = [row for row in call.store.levels(call.key) if not row["deleted_at"]]
    return data_list(dumps(_level(call, row)) for row in sorted(rows, key=lambda row: row["id"]))


def read_inventory(call: Call) -> Reply:
    """`POST /inventory`, a read in spite of its method: newest first unless asked otherwise."""
    size = min(call.number("size", _INVENTORY_CAP // 5, least=1), _INVENTORY_CAP)
    after, before = call.number("after", 0), call.number("before", _FOREVER)
    rising = call.body.get("sort_direction") == "asc"
    product_id = call.body.get("product_id")
    if "inventory" in call.store.knobs.empty_lists:
        return bare_list([])
    rows: list[Row] = call.store.tables["inventory"].page(
        after,
        size if rising and product_id is None else _FOREVER,
        below=before,
        deleted=call.flag("include_deleted"),
    )
    if product_id is not None:
        wanted = _with_variants(call, str(product_id))
        rows = [row for row in rows if row["product_id"] in wanted]
    chosen = rows[:size] if rising else rows[::-1][:size]
    return bare_list(dumps(_current(call, row)) for row in chosen)


def read_product_inventory(call: Call) -> Reply:
    """`GET /inventory/{product_id}` of dated versions."""
    _require_product(call)
    size = min(call.number("page_size", _INVENTORY_CAP // 5, least=1), _INVENTORY_CAP)
    after, deleted = call.number("after", 0), call.flag("include_deleted")
    rows = [
        row
        for product_id in _with_variants(call, call.key)
        for row in call.store.levels(product_id)
        if row["version"] > after and (deleted or not row["deleted_at"])
    ]
    falling = call.query.get("order_direction") != "asc"
    rows.sort(key=lambda row: int(row["version"]), reverse=falling)
    return bare_list(dumps(_current(call, row)) for row in rows[:size])


def read_levels(call: Call) -> Reply:
    """`POST /inventory_levels`, a read in spite of its method. Raises Refused with 422."""
    offset = call.number("offset", 0)
    size = min(call.number("size", 100, least=1), _LEVELS_CAP)
    products = set(call.strings("product_ids", _IDS_CAP))
    roots = set(call.strings("root_product_ids", _IDS_CAP))
    locations = set(call.strings("location_ids", _IDS_CAP))
    suppliers = set(call.strings("supplier_ids", _IDS_CAP))
    found = [
        (product, row)
        for product in _listed_products(call)
        if (not products or product["id"] in products)
        and (not roots or _root(product) in roots)
        and (not suppliers or product.get("supplier_id") in suppliers)
        for row in call.store.levels(product["id"])
        if not row["deleted_at"] and (not locations or row["outlet_id"] in locations)
    ]
    found.sort(key=lambda pair: (pair[0]["id"], pair[1]["outlet_id"]))
    page = found[offset : offset + size]
    if not page and call.store.knobs.null_past_end:
        return answer(None)
    return bare_list(dumps(_located(call, product, row)) for product, row in page)


def read_product_levels(call: Call) -> Reply:
    """`GET /inventory_levels/{product_id}`."""
    product = _require_product(call)
    rows = [row for row in call.store.levels(call.key) if not row["deleted_at"]]
    if not product.get("active", True) and not call.flag("include_inactive"):
        rows = []
    return bare_list(dumps(_located(call, product, row)) for row in rows)


def _listed_products(call: Call) -> Iterator[Row]:
    inactive, composites = call.flag("include_inactive"), call.flag("include_composites")
    for product in call.store.tables["products"]:
        hidden = not product.get("active", True) and not inactive
        bundle = product.get("is_composite", False) and not composites
        if not (product["deleted_at"] or hidden or bundle):
            yield product


def _level(call: Call, row: Row) -> dict[str, Any]:
    shape = {
        "id": row["id"],
        **_names(call, row),
        "inventory_level": row["inventory_level"],
        "reorder_point": row.get("reorder_point"),
        "reorder_amount": row.get("reorder_amount"),
        "average_cost": row.get("average_cost") if _costs(call) else None,
        "deleted_at": row["deleted_at"],
        "version": row["version"],
    }
    if call.store.knobs.current_amount_shown:
        shape["current_amount"] = row["inventory_level"]
    return without_empty(shape, call.store.knobs.empty)


def _current(call: Call, row: Row) -> dict[str, Any]:
    shape = {
        "id": row["id"],
        **_names(call, row),
        "current_inventory_level": row["inventory_level"],
        "average_cost": row.get("average_cost") if _costs(call) else None,
        "quantity_to_procure": 0,
        "reorder_method": "FIXED" if row.get("reorder_point") is not None else None,
        "reorder_point": row.get("reorder_point"),
        "reorder_amount": row.get("reorder_amount"),
        "reorder_target": None,
        "deleted_at": row["deleted_at"],
        "version": row["version"],
    }
    return without_empty(shape, call.store.knobs.empty)


def _located(call: Call, product: Row, row: Row) -> dict[str, Any]:
    cost = row.get("average_cost") if _costs(call) else None
    level = row["inventory_level"]
    shape = {
        "product_id": product["id"],
        "root_product_id": _root(product),
        "location_id": row["outlet_id"],
        "current_inventory_level": level,
        "average_cost": cost,
        "total_cost": None if cost is None else round(cost * level, 5),
        "reorder_threshold": row.get("reorder_point"),
    }
    return without_empty(shape, call.store.knobs.empty)


def _names(call: Call, row: Row) -> dict[str, str]:
    names: dict[str, str] = {name: row[name] for name in ("product_id", "outlet_id")}
    if call.store.knobs.upper_case_ids:
        return {name: value.upper() for name, value in names.items()}
    return names


def _costs(call: Call) -> bool:
    return "product:cost:view" in call.store.knobs.scopes


def _root(product: Row) -> str:
    return str(product.get("variant_parent_id") or product["id"])


def _with_variants(call: Call, product_id: str) -> list[str]:
    if not call.flag("variants") or product_id not in call.store.tables["products"].rows:
        return [product_id]
    return [row["id"] for row in call.store.family(product_id)]


def _require_product(call: Call) -> Row:
    row = call.store.tables["products"].rows.get(call.key)
    if row is None:
        raise not_found(f"Product {call.key}")
    return row
