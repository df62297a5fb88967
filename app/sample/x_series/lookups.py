"""The small resources of section 7."""

from collections.abc import Callable
from typing import Any

from app.sample.x_series.listing import cursor_page, cursor_rows, enveloped
from app.sample.x_series.replies import Call, Reply, answer, dumps, not_found
from app.sample.x_series.shapes import category_shape, without_empty
from app.sample.x_series.table import Row

_CATEGORIES_PAGE = 1000


def get_retailer(call: Call) -> Reply:
    """`GET /retailer`; its version is a text."""
    return answer({"data": {**call.store.retailer, "version": str(call.store.version)}})


def get_user(call: Call) -> Reply:
    """`GET /user`: whose token it is; a list of one by the other reading."""
    user = call.store.tables["users"].rows.get(call.store.user_id or "")
    if user is None:
        raise not_found("User")
    shape = _plain(call, user)
    return answer({"data": [shape] if call.store.knobs.user_as_list else shape})


def list_plain(table: str) -> Callable[[Call], Reply]:
    """Make the handler of a cursor list whose rows are printed as they are."""

    def handler(call: Call) -> Reply:
        style = call.store.knobs.empty
        return cursor_page(call, table, style, lambda row: dumps(_plain(call, row)))

    return handler


def get_outlet(call: Call) -> Reply:
    """`GET /outlets/{id}`."""
    row = call.store.tables["outlets"].rows.get(call.key)
    if row is None:
        raise not_found(f"Outlet {call.key}")
    return answer({"data": _plain(call, row)})


def list_outlet_taxes(call: Call) -> Reply:
    """`GET /outlet_taxes`: rows without an id of their own."""
    return cursor_page(
        call,
        "outlet_taxes",
        "no id",
        lambda row: dumps({name: value for name, value in row.items() if name != "id"}),
    )


def product_prices(call: Call) -> Reply:
    """`GET /products/{id}/price_book_products`."""
    if call.key not in call.store.tables["products"].rows:
        raise not_found(f"Product {call.key}")
    rows = [
        row
        for row in call.store.tables["price_book_products"]
        if row["product_id"] == call.key and not row["deleted_at"]
    ]
    return enveloped([dumps(_plain(call, row)) for row in rows], rows)


def list_product_types(call: Call) -> Reply:
    """`GET /product_types`, the older twin of categories, under the version cursor."""
    rows = cursor_rows(call, "product_categories", deleted=call.flag("deleted"))
    # Never from the cache: a path changes with the categories above it.
    return enveloped([dumps(_type(call, row)) for row in rows], rows)


def list_product_categories(call: Call) -> Reply:
    """`GET /product_categories`: `after` is the last id seen, `page_info` tells of more."""
    size = call.number("page_size", _CATEGORIES_PAGE, least=1)
    after = call.query.get("after", "")
    tree, rows = call.store.category_tree(), call.store.tables["product_categories"].rows
    left = [key for key in tree.live_ids() if key > after]
    if "product_categories" in call.store.knobs.empty_lists:
        left = []
    page = left[:size]
    info = {"has_next": len(left) > size, "last_seen": page[-1] if page else None}
    categories = [_category(call, rows[key]) for key in page]
    content: dict[str, Any] = {"page_info": info, "data": {"categories": categories}}
    return answer({"data": content} if call.store.knobs.categories_nested else content)


def _type(call: Call, row: Row) -> dict[str, Any]:
    shape = category_shape(call.store, row["id"]) or {}
    extra = {"deleted_at": row["deleted_at"], "version": row["version"]}
    return without_empty({**shape, **extra}, call.store.knobs.empty)


def _category(call: Call, row: Row) -> dict[str, Any]:
    shape = category_shape(call.store, row["id"]) or {}
    path = shape["category_path"]
    places = {
        "root_category_id": path[0]["id"],
        "parent_category_id": row.get("parent_category_id"),
    }
    return without_empty({**shape, **places}, call.store.knobs.empty)


def _plain(call: Call, row: Row) -> dict[str, Any]:
    return without_empty(row, call.store.knobs.empty)
