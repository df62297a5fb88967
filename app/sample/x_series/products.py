"""`/products`, `/search` and `/product_images` (sections 3, 4.1 and 5)."""

from collections.abc import Callable

from app.sample.x_series.listing import cursor_page, enveloped
from app.sample.x_series.replies import Call, Reply, answer, data_list, dumps, invalid, not_found
from app.sample.x_series.shapes import product_shape, view_of
from app.sample.x_series.table import Row

_SEARCH_CAP = 1000


def list_products(call: Call) -> Reply:
    """`GET /products`: the cursor list, or all that match `sku`, `name` or `family_name`."""
    for parameter, field in (("sku", "sku"), ("name", "name"), ("family_name", "name")):
        wanted = call.query.get(parameter)
        if wanted is not None:
            found = [
                row
                for row in call.store.tables["products"]
                if row.get(field) == wanted and not row["deleted_at"]
            ]
            return enveloped(_printed(call, found), found)
    return cursor_page(call, "products", view_of(call), _encoder(call))


def get_product(call: Call) -> Reply:
    """`GET /products/{id}`."""
    row = call.store.tables["products"].rows.get(call.key)
    if row is None or (row["deleted_at"] and call.store.knobs.deleted_by_id == "404"):
        raise not_found(f"Product {call.key}")
    (printed,) = _printed(call, [row])
    opening, closing = (b"[", b"]") if call.store.knobs.product_as_list else (b"", b"")
    return Reply(200, b'{"data":' + opening + printed + closing + b"}")


def search(call: Call) -> Reply:
    """`GET /search?type=products`: filters, `-` before a filter's name excludes."""
    if call.query.get("type") != "products":
        raise invalid("type must be products")
    size = min(call.number("page_size", _SEARCH_CAP, least=1), _SEARCH_CAP)
    offset = call.number("offset", 0)
    found = [row for row in call.store.tables["products"] if not row["deleted_at"]]
    for parameter in dict.fromkeys(call.query.keys()):
        name = parameter.removeprefix("-")
        values_of = _FILTERS.get(name)
        if values_of is None:
            continue
        wanted = set(call.query.getlist(parameter))
        keep = name == parameter
        found = [row for row in found if bool(wanted & values_of(row)) == keep]
    return data_list(_printed(call, found[offset : offset + size]))


def get_product_image(call: Call) -> Reply:
    """`GET /product_images/{id}`: what has become of an upload."""
    row = call.store.tables["product_images"].rows.get(call.key)
    if row is not None:
        return answer({"data": row})
    for product in call.store.tables["products"]:
        for position, image in enumerate(product.get("images", []), start=1):
            if image["id"] == call.key and not product.get("variant_parent_id"):
                shown = {"product_id": product["id"], "position": position, "status": "uploaded"}
                return answer({"data": {**image, **shown}})
    raise not_found(f"Image {call.key}")


def _encoder(call: Call) -> Callable[[Row], bytes]:
    store, view = call.store, view_of(call)
    return lambda row: dumps(product_shape(store, row, view))


def _printed(call: Call, rows: list[Row]) -> list[bytes]:
    products, view, encode = call.store.tables["products"], view_of(call), _encoder(call)
    return [products.encoded(row["id"], view, encode) for row in rows]


def _one(field: str) -> Callable[[Row], set[str]]:
    return lambda row: {row[field]} if row.get(field) else set()


_FILTERS: dict[str, Callable[[Row], set[str]]] = {
    "_id": _one("id"),
    "sku": lambda row: {(row.get("sku") or "").lower()},
    "supplier_id": _one("supplier_id"),
    "brand_id": _one("brand_id"),
    "tag_id": lambda row: set(row.get("tag_ids", ())),
    "product_type_id": _one("product_type_id"),
    "variant_parent_id": _one("variant_parent_id"),
}
