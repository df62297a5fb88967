"""What the staff of a shop do to its catalogue in the POS, one function an act.

What moves stock is in `mutations_till`. A `product_id` may name any member of a family; what
belongs to the family changes for all of it. Unknown ids raise KeyError.
"""

from app.sample.barcodes import ean13
from app.sample.x_series.store import XSeriesStore
from app.sample.x_series.table import Row
from app.sample.x_series.times import stamp


def reprice(store: XSeriesStore, product_id: str, including_tax: float) -> None:
    """Give one product or variant a new price."""
    excluding = round(including_tax / (1 + _tax_rate(store)), 5)
    _change(store, product_id, price_including_tax=including_tax, price_excluding_tax=excluding)


def rename(store: XSeriesStore, product_id: str, name: str) -> None:
    """Rename a family."""
    _change_family(store, product_id, name=name)


def describe(store: XSeriesStore, product_id: str, description: str) -> None:
    """Write a family's description, HTML."""
    _change_family(store, product_id, description=description)


def set_brand(store: XSeriesStore, product_id: str, brand_id: str | None) -> None:
    """Give a family another brand, or none."""
    _change_family(store, product_id, brand_id=brand_id)


def set_tags(store: XSeriesStore, product_id: str, tag_ids: list[str]) -> None:
    """Replace a family's tags, which stay in the POS."""
    _change_family(store, product_id, tag_ids=tag_ids)


def set_supplier(store: XSeriesStore, product_id: str, supplier_id: str, code: str) -> None:
    """Replace a family's supplier, which stays in the POS."""
    _change_family(store, product_id, supplier_id=supplier_id, supplier_code=code)


def move_category(store: XSeriesStore, product_id: str, category_id: str | None) -> None:
    """Put a family into another category, or none."""
    _change_family(store, product_id, product_type_id=category_id)


def rename_category(store: XSeriesStore, category_id: str, name: str) -> None:
    """Rename a category."""
    store.change("product_categories", category_id, name=name)


def add_category(store: XSeriesStore, name: str, parent_id: str | None = None) -> str:
    """Add a category and return its id."""
    return store.add("product_categories", {"name": name, "parent_category_id": parent_id})


def rename_brand(store: XSeriesStore, brand_id: str, name: str) -> None:
    """Rename a brand."""
    store.change("brands", brand_id, name=name)


def add_product(
    store: XSeriesStore,
    name: str,
    sku: str | None,
    including_tax: float,
    *,
    online: bool | None = None,
    **fields: object,
) -> str:
    """Add a simple product and return its id; `fields` are more fields with their wire names."""
    with store.lock:
        code = {"id": store.new_id(), "type": "CUSTOM", "code": sku}
        row: Row = {
            "family_id": store.new_id(),
            "name": name,
            "handle": name.lower().replace(" ", "-"),
            "sku": sku,
            "product_codes": [code] if sku else [],
            "price_including_tax": including_tax,
            "price_excluding_tax": round(including_tax / (1 + _tax_rate(store)), 5),
        }
        if online is not None:
            row["ecwid_enabled_webstore"] = online
        return store.add("products", {**row, **fields})


def add_variant(
    store: XSeriesStore, product_id: str, values: dict[str, str], sku: str, **fields: object
) -> str:
    """Add a variant to a family and return its id; a simple product becomes a family's parent.

    `values` maps attribute names to the new variant's values; of a parent that had no options
    the same attributes get the value `Standard`.
    """
    with store.lock:
        parent = _parent(store, product_id)
        if not parent.get("has_variants"):
            standard = _options(store, dict.fromkeys(values, "Standard"))
            store.change("products", parent["id"], has_variants=True, variant_options=standard)
            parent = store.product(parent["id"])
        code = {"id": store.new_id(), "type": "CUSTOM", "code": sku}
        shared = {name: value for name, value in parent.items() if name not in _OWN_FIELDS}
        row: Row = {
            **shared,
            "variant_parent_id": parent["id"],
            "variant_options": _options(store, values),
            "sku": sku,
            "product_codes": [code],
            "created_at": stamp(store.clock.now()),
        }
        return store.add("products", {**row, **fields})


def rename_value(store: XSeriesStore, product_id: str, attribute: str, old: str, new: str) -> None:
    """Rename an attribute's value in all members that have it."""
    with store.lock:
        for member in store.family(product_id):
            options = [
                {**option, "value": new}
                if (option["name"], option["value"]) == (attribute, old)
                else option
                for option in member.get("variant_options", [])
            ]
            if options != member.get("variant_options", []):
                store.change("products", member["id"], variant_options=options)


def rename_attribute(store: XSeriesStore, product_id: str, old: str, new: str) -> None:
    """Use another attribute for a family in place of `old`, with the same values."""
    with store.lock:
        for member in store.family(product_id):
            values = {
                new if option["name"] == old else option["name"]: option["value"]
                for option in member.get("variant_options", [])
            }
            options = _options(store, values)
            store.change("products", member["id"], variant_options=options)


def delete_variant(store: XSeriesStore, product_id: str) -> None:
    """Delete one member of a family; of a simple product all there is."""
    with store.lock:
        store.delete("products", product_id)
        for level in store.levels(product_id):
            store.delete("inventory", level["id"])


def delete_product(store: XSeriesStore, product_id: str) -> None:
    """Delete a whole family."""
    with store.lock:
        for member in store.family(product_id):
            delete_variant(store, member["id"])


def deactivate(store: XSeriesStore, product_id: str, *, alone: bool = False) -> None:
    """Stop selling a family, or one member alone."""
    _change_active(store, product_id, active=False, alone=alone)


def activate(store: XSeriesStore, product_id: str, *, alone: bool = False) -> None:
    """Sell a family again, or one member alone."""
    _change_active(store, product_id, active=True, alone=alone)


def switch_online(store: XSeriesStore, product_id: str, *, online: bool) -> None:
    """Turn the switch *sell online in E-Series* of a family."""
    _change_family(store, product_id, ecwid_enabled_webstore=online)


def track_stock(store: XSeriesStore, product_id: str, *, tracked: bool) -> None:
    """Begin or cease to count a family's stock."""
    _change_family(store, product_id, has_inventory=tracked)


def add_picture(store: XSeriesStore, product_id: str, picture: int | bytes) -> str:
    """Add a picture behind a family's others, by seed or as a file; return its id."""
    with store.lock:
        image = store.add_picture(picture)
        store.set_images(product_id, [*store.product(product_id).get("images", []), image])
        return str(image["id"])


def remove_picture(store: XSeriesStore, product_id: str, position: int = 0) -> None:
    """Take away a family's picture. Raises IndexError where there is none."""
    with store.lock:
        images = list(store.product(product_id).get("images", []))
        del images[position]
        store.set_images(product_id, images)


def reorder_pictures(store: XSeriesStore, product_id: str, order: list[int]) -> None:
    """Put a family's pictures into another order, given by their present positions."""
    with store.lock:
        images = store.product(product_id).get("images", [])
        store.set_images(product_id, [images[position] for position in order])


def set_variant_picture(store: XSeriesStore, product_id: str, picture: int | bytes) -> None:
    """Give one variant a picture of its own in place of those it has."""
    with store.lock:
        store.set_images(product_id, [store.add_picture(picture)], of_variant=True)


def change_barcode(
    store: XSeriesStore, product_id: str, code: str | None = None, kind: str = "EAN"
) -> None:
    """Replace a product's barcodes by one; by a new EAN unless a code is given, "" for none."""
    with store.lock:
        codes = [c for c in store.product(product_id)["product_codes"] if c["type"] == "CUSTOM"]
        if code != "":
            new = ean13(store.version % 10**9) if code is None else code
            codes.append({"id": store.new_id(), "type": kind, "code": new})
        store.change("products", product_id, product_codes=codes)


def change_sku(store: XSeriesStore, product_id: str, sku: str | None) -> None:
    """Give a product another SKU, or none."""
    with store.lock:
        row = store.product(product_id)
        codes = [c for c in row["product_codes"] if c["code"] != row.get("sku")]
        if sku:
            codes.insert(0, {"id": store.new_id(), "type": "CUSTOM", "code": sku})
        store.change("products", product_id, sku=sku, product_codes=codes)


def swap_skus(store: XSeriesStore, one_id: str, other_id: str) -> None:
    """Exchange two products' SKUs."""
    with store.lock:
        one, other = store.product(one_id).get("sku"), store.product(other_id).get("sku")
        change_sku(store, one_id, other)
        change_sku(store, other_id, one)


def change_weight(store: XSeriesStore, product_id: str, weight: float | None, unit: str) -> None:
    """Weigh a product anew; `unit` is CT, G, OZ, LB or KG."""
    _change(store, product_id, weight=weight, weight_unit=unit if weight is not None else None)


def change_dimensions(
    store: XSeriesStore, product_id: str, sides: tuple[float, float, float], unit: str
) -> None:
    """Measure a product anew: length, width, height; `unit` is IN, CM, MM or YD."""
    length, width, height = sides
    _change(store, product_id, length=length, width=width, height=height, dimensions_unit=unit)


def recreate(store: XSeriesStore, product_id: str) -> str:
    """Delete a simple product and enter it anew with the same SKU; return the new id."""
    with store.lock:
        old = store.product(product_id)
        delete_product(store, product_id)
        kept = {name: value for name, value in old.items() if name not in _IDENTITY}
        return store.add("products", {**kept, "family_id": store.new_id()})


_IDENTITY = frozenset({"id", "family_id", "version", "created_at", "updated_at", "deleted_at"})
_OWN_FIELDS = _IDENTITY - {"family_id"} | {
    "has_variants",
    "skuImages",
    "composite_bom",
    "is_composite",
}


def _change(store: XSeriesStore, product_id: str, **fields: object) -> None:
    store.change("products", product_id, version=None, **fields)


def _change_family(store: XSeriesStore, product_id: str, **fields: object) -> None:
    with store.lock:
        for member in store.family(product_id):
            _change(store, member["id"], **fields)


def _change_active(store: XSeriesStore, product_id: str, *, active: bool, alone: bool) -> None:
    if alone:
        _change(store, product_id, active=active)
    else:
        _change_family(store, product_id, active=active)


def _parent(store: XSeriesStore, product_id: str) -> Row:
    row = store.product(product_id)
    return store.product(row.get("variant_parent_id") or product_id)


def _options(store: XSeriesStore, values: dict[str, str]) -> list[Row]:
    known = {row["name"]: row["id"] for row in store.tables["variant_attributes"]}
    for name in values:
        if name not in known:
            known[name] = store.add("variant_attributes", {"name": name})
    return [{"id": known[name], "name": name, "value": value} for name, value in values.items()]


def _tax_rate(store: XSeriesStore) -> float:
    for tax in store.tables["taxes"]:
        if tax["is_default"]:
            return float(sum(rate["rate"] for rate in tax["rates"]))
    return 0.0
