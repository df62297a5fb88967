"""Product types and the values of their attributes: brand, UPC and custom ones (API §7)."""

from typing import TYPE_CHECKING, Any

from app.sample.e_series.calls import Call
from app.sample.e_series.catalogue import Document
from app.sample.e_series.errors import Refusal, wrong_parameter

if TYPE_CHECKING:
    from app.sample.e_series.store import ESeriesStore

_STANDARD = {"UPC": "UPC", "BRAND": "Brand"}
_SHOWN = ("NOTSHOW", "DESCR", "PRICE")


def product_class(store: "ESeriesStore", class_id: int) -> Document:
    """Return a product type; raises 404."""
    found = store.classes.get(class_id)
    if found is None:
        raise Refusal(404, f"Product class #{class_id} not found")
    return found


def resolved(
    store: "ESeriesStore", class_id: int, rows: list[Document], before: list[Document]
) -> list[Document]:
    """Turn attributes as written into stored `{id, value, valueTranslated?}` rows.

    Each is addressed by `alias`, `id` or `name`, in this order; an empty value removes.
    Whether `before` is merged in or replaced is a knob. Raises 400 for unknown attributes.
    """
    merged = not store.knobs.attributes_replace
    values: dict[int, Document] = {row["id"]: row for row in before} if merged else {}
    attributes = product_class(store, class_id)["attributes"]
    for row in rows:
        attribute = _addressed(attributes, row)
        if attribute is None:
            if store.knobs.unknown_attribute == "error":
                raise wrong_parameter(f"attributes: the product's type has no such one: {row}")
            continue
        values[attribute["id"]] = {"id": attribute["id"], **_valued(store, row)}
    return [row for row in values.values() if row["value"]]


def _valued(store: "ESeriesStore", row: Document) -> Document:
    """The value of a row as written, with its translations if it has any."""
    value, told = row.get("value", ""), row.get("valueTranslated")
    if not isinstance(value, str):
        raise wrong_parameter("attributes: value must be text")
    if not isinstance(told, dict):
        return {"value": value}
    language = store.knobs.languages[0]
    if store.knobs.translated_value_wins:
        value = told.get(language, value)
    return {"value": value, "valueTranslated": {**told, language: value}}


def _addressed(attributes: list[Document], row: Document) -> Document | None:
    for key, field in (("alias", "type"), ("id", "id"), ("name", "name")):
        wanted = row.get(key)
        if wanted is None:
            continue
        for attribute in attributes:
            if attribute[field] == wanted:
                return attribute
    return None


def carried_over(
    store: "ESeriesStore", old_class: int, new_class: int, rows: list[Document]
) -> list[Document]:
    """Keep the values that a product's new type has room for: the standard ones, by type."""
    types = {row["id"]: row["type"] for row in product_class(store, old_class)["attributes"]}
    targets = {row["type"]: row["id"] for row in product_class(store, new_class)["attributes"]}
    return [
        {"id": targets[kind], "value": row["value"]}
        for row in rows
        if (kind := types.get(row["id"])) != "CUSTOM" and kind in targets
    ]


def shown(store: "ESeriesStore", class_id: int, rows: list[Document]) -> list[Document]:
    """Write stored attribute values as they are read: with name, type and show."""
    if not rows:
        return []
    attributes = {row["id"]: row for row in store.classes.get(class_id, {}).get("attributes", ())}
    return [
        {
            "id": row["id"],
            "name": attributes[row["id"]]["name"],
            "type": attributes[row["id"]]["type"],
            **{key: row[key] for key in ("value", "valueTranslated") if key in row},
            "show": attributes[row["id"]]["show"],
        }
        for row in rows
        if row["id"] in attributes
    ]


def value_of(store: "ESeriesStore", document: Document, name: str) -> str:
    """Return the value of a product's attribute by its name or type; `""` without one."""
    rows = shown(store, document["productClassId"], document["attributes"])
    return next((row["value"] for row in rows if name in (row["name"], row["type"])), "")


def list_classes(call: Call) -> Any:
    """GET /classes: a bare array."""
    return call.selected(list(call.store.classes.values()))


def read_class(call: Call) -> Any:
    """GET /classes/{id}."""
    return call.selected(product_class(call.store, call.id("class")))


def create_class(call: Call) -> Any:
    """POST /classes: every type has the standard attributes, whether sent or not."""
    body = call.record()
    if not body.get("name"):
        raise wrong_parameter("name is required")
    store = call.store
    class_id = store.next_id("class")
    rows = [_attribute(store, row, []) for row in body.get("attributes", [])]
    present = {row["type"] for row in rows}
    for kind, name in _STANDARD.items():
        if kind not in present:
            rows.append(_attribute(store, {"name": name, "type": kind}, []))
    store.classes[class_id] = {"id": class_id, "name": body["name"], "attributes": rows}
    return {"id": class_id}


def update_class(call: Call) -> Any:
    """PUT /classes/{id}: the attribute list sent replaces the whole; what is left out goes."""
    store, class_id = call.store, call.id("class")
    before = product_class(store, class_id)
    body = call.record()
    after = {**before}
    if body.get("name"):
        after["name"] = body["name"]
    if "attributes" in body:
        rows = body["attributes"]
        after["attributes"] = [_attribute(store, row, before["attributes"]) for row in rows]
    store.classes[class_id] = after
    _forget_values(store, class_id)
    store.view_generation += 1
    return {"updateCount": 1}


def delete_class(call: Call) -> Any:
    """DELETE /classes/{id}: its products become General ones."""
    store, class_id = call.store, call.id("class")
    product_class(store, class_id)
    if class_id == 0:
        raise wrong_parameter("The General type can't be deleted")
    for revision in list(store.catalogue.products.values()):
        document = revision.document
        if document["productClassId"] == class_id:
            kept = carried_over(store, class_id, 0, document["attributes"])
            store.save_product({**document, "productClassId": 0, "attributes": kept})
    del store.classes[class_id]
    return {"deleteCount": 1}


def _attribute(store: "ESeriesStore", row: Any, before: list[Document]) -> Document:
    if not isinstance(row, dict):
        raise wrong_parameter("attributes: each must be an object")
    known = next((old for old in before if old["id"] == row.get("id")), None)
    name = row.get("name") or (known or {}).get("name")
    if not name:
        raise wrong_parameter("attributes: name is required")
    show = row.get("show") or (known or {}).get("show") or "DESCR"
    if show not in _SHOWN:
        raise wrong_parameter(f"attributes: show is one of {', '.join(_SHOWN)}")
    number = known["id"] if known else store.next_id("attribute")
    kind = known["type"] if known else row.get("type") or "CUSTOM"
    return {"id": number, "name": name, "type": kind, "show": show}


def _forget_values(store: "ESeriesStore", class_id: int) -> None:
    left = {row["id"] for row in store.classes[class_id]["attributes"]}
    for revision in list(store.catalogue.products.values()):
        document = revision.document
        if document["productClassId"] != class_id:
            continue
        kept = [row for row in document["attributes"] if row["id"] in left]
        if len(kept) != len(document["attributes"]):
            store.save_product({**document, "attributes": kept})
