"""How products look on the wire (section 4.2), in every style that occurs."""

from typing import Any, NamedTuple

from app.sample.x_series.replies import Call
from app.sample.x_series.store import XSeriesStore
from app.sample.x_series.table import Row

PICTURE_SIZES = {
    "original": 1.0,
    "standard": 1.0,
    "thumb": 1.0,
    "sl": 0.94,
    "sm": 0.625,
    "ss": 0.31,
    "st": 0.25,
    "raw": 1.0,
}
"""Names in `images[].sizes`, and their share of the original's side."""

PLACEHOLDER = "/images/placeholder/product/no-image-white-{}.png"

_OBJECTS = frozenset({"brand", "supplier", "type", "product_category"})
_PLAIN = (
    "account_code",
    "account_code_purchase",
    "loyalty_amount",
    "weight",
    "weight_unit",
    "length",
    "width",
    "height",
    "dimensions_unit",
    "brand_id",
    "supplier_id",
    "product_type_id",
    "supplier_code",
)


class View(NamedTuple):
    """Everything besides the rows that decides how products look."""

    dated: bool
    base: str
    empty: str
    lower_code_types: bool
    online_flag: bool
    family_id: bool
    extras: bool
    pictures: bool


def view_of(call: Call) -> View:
    """Return the style in which a call is answered."""
    knobs = call.store.knobs
    return View(
        dated=call.dated,
        base=call.base,
        empty=knobs.empty,
        lower_code_types=knobs.lower_code_types,
        online_flag=("dated" if call.dated else "2.0") in knobs.online_flag_in,
        family_id=knobs.family_id_shown,
        extras=knobs.unknown_extras,
        pictures=not call.dated or call.flag("include_images", default=True),
    )


def product_shape(store: XSeriesStore, row: Row, view: View) -> dict[str, Any]:
    """Return a product as the API prints it."""
    active = row.get("active", True)
    shape: dict[str, Any] = {
        "id": row["id"],
        "source_id": row.get("source_id"),
        "source_variant_id": row.get("source_variant_id"),
        "variant_parent_id": row.get("variant_parent_id"),
        "name": row["name"],
        "variant_name": variant_name(row),
        "handle": row.get("handle"),
        "sku": row.get("sku"),
        "active": active,
        "is_active": active,
        "has_inventory": row.get("has_inventory", True),
        "is_composite": row.get("is_composite", False),
        "has_variants": row.get("has_variants", False),
        "variant_count": len(store.family(row["id"])) if row.get("has_variants") else None,
        "variant_options": row.get("variant_options", []),
        "description": row.get("description", ""),
        "button_order": None,
        "source": row.get("source", "USER"),
        "product_codes": _codes(row, lower=view.lower_code_types),
        "product_suppliers": _product_suppliers(store, row),
        "tag_ids": row.get("tag_ids", []),
        "attributes": [],
        "packaging": {"made_from": [], "breaks_into": []},
        **{name: row.get(name) for name in _PLAIN},
        **_prices(store, row),
        **_embedded(store, row),
        "created_at": row["created_at"],
        "updated_at": row["updated_at"],
        "deleted_at": row["deleted_at"],
        "version": row["version"],
    }
    shape.update(_sometimes(row, view))
    if view.pictures:
        shape.update(_pictures(row, view.base))
    return without_empty(shape, view.empty)


def variant_name(row: Row) -> str:
    """Return the name with the option values behind it."""
    values = [option["value"] for option in row.get("variant_options", [])]
    return " / ".join([row["name"], *values])


def without_empty(shape: dict[str, Any], style: str) -> dict[str, Any]:
    """Print empty fields in a style of `XSeriesKnobs.empty`."""
    if style == "missing":
        return {name: value for name, value in shape.items() if value not in (None, "", [])}
    if style == "object":
        empty: dict[str, Any] = {}
        return {
            name: empty if value is None and name in _OBJECTS else value
            for name, value in shape.items()
        }
    return shape


def image_shape(image: Row, base: str) -> dict[str, Any]:
    """Return an entry of `images`."""
    place = f"{base}/cdn/products/{image['id']}"
    sizes = {name: f"{place}/{name}.png" for name in PICTURE_SIZES}
    url = sizes["standard"]
    return {"id": image["id"], "url": url, "version": image["version"], "sizes": sizes}


def _sometimes(row: Row, view: View) -> dict[str, Any]:
    shape: dict[str, Any] = {}
    if view.family_id:
        shape["family_id"] = row.get("family_id", row["id"])
    if view.online_flag and "ecwid_enabled_webstore" in row:
        shape["ecwid_enabled_webstore"] = row["ecwid_enabled_webstore"]
    if view.dated:
        shape["customizations"] = []
        shape["tax_category"] = None
    if view.dated and row.get("is_composite"):
        shape["composite_bom"] = row.get("composite_bom", {})
    if view.extras:
        shape["sample_extra"] = {"state": "NOT_IN_ANY_REFERENCE"}
    return shape


def _prices(store: XSeriesStore, row: Row) -> dict[str, Any]:
    including = row.get("price_including_tax")
    return {
        "price_including_tax": None if store.retailer.get("tax_exclusive") else including,
        "price_excluding_tax": row.get("price_excluding_tax"),
        "supply_price": row.get("supply_price", 0),
    }


def _codes(row: Row, *, lower: bool) -> list[Row]:
    codes: list[Row] = row.get("product_codes", [])
    return [{**code, "type": code["type"].lower()} for code in codes] if lower else codes


def _product_suppliers(store: XSeriesStore, row: Row) -> list[Row]:
    supplier = store.tables["suppliers"].rows.get(row.get("supplier_id") or "")
    if supplier is None:
        return []
    return [
        {
            "id": f"{row['id'][:-4]}5e11",
            "product_id": row["id"],
            "supplier_id": supplier["id"],
            "supplier_name": supplier["name"],
            "code": row.get("supplier_code"),
            "price": row.get("supply_price"),
        }
    ]


def _embedded(store: XSeriesStore, row: Row) -> dict[str, Any]:
    category_id = row.get("product_type_id")
    tags = [_brief(store, "tags", key) for key in row.get("tag_ids", [])]
    return {
        "brand": _brief(store, "brands", row.get("brand_id")),
        "supplier": _brief(store, "suppliers", row.get("supplier_id")),
        "type": _brief(store, "product_categories", category_id),
        "product_category": category_shape(store, category_id) if category_id else None,
        "categories": [tag for tag in tags if tag is not None],
    }


def category_shape(store: XSeriesStore, category_id: str) -> dict[str, Any] | None:
    """Return a category as products print it."""
    row = store.tables["product_categories"].rows.get(category_id)
    if row is None:
        return None
    tree = store.category_tree()
    return {
        "id": row["id"],
        "name": row["name"],
        "leaf_category": tree.is_leaf(category_id),
        "category_path": tree.path(category_id),
    }


def _brief(store: XSeriesStore, table: str, key: str | None) -> Row | None:
    row = store.tables[table].rows.get(key or "")
    if row is None:
        return None
    return {name: row[name] for name in ("id", "name", "deleted_at", "version")}


def _pictures(row: Row, base: str) -> dict[str, Any]:
    images = [image_shape(image, base) for image in row.get("images", [])]
    own = [image_shape(image, base) for image in row.get("skuImages", [])]
    first = images[0]["sizes"] if images else None
    return {
        "images": images,
        "skuImages": own,
        "image_url": first["standard"] if first else base + PLACEHOLDER.format("standard"),
        "image_thumbnail_url": first["thumb"] if first else base + PLACEHOLDER.format("thumb"),
    }
