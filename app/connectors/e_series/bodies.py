"""Values to JSON bodies of the online store: nested values are merged with what it holds (§6-§8).

Bodies depend on their arguments alone, so that a journalled write can be sent again as it was.
"""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

import msgspec

from app.connectors.e_series import options
from app.connectors.reading import decode_object, number, whole
from app.domain.errors import NotThere
from app.domain.steps import DimensionsValue, Value, Values
from app.sync.ports import NewProduct

Body = dict[str, Any]

_PLAIN = {"name": "name", "sku": "sku", "price": "price", "enabled": "enabled", "weight": "weight"}
_ALIASES = {"brand": "BRAND", "barcode": "UPC"}
_VALUES = "valueTranslated"
_TRANSLATED = {"name": "nameTranslated", "description": "descriptionTranslated"}

RESTORED = (
    "subtitle",
    "nameTranslated",
    "descriptionTranslated",
    "subtitleTranslated",
    "seoTitle",
    "seoTitleTranslated",
    "seoDescription",
    "seoDescriptionTranslated",
    "compareToPrice",
    "costPrice",
    "warningLimit",
    "outOfStockVisibilityBehaviour",
    "volume",
    "isShippingRequired",
    "productClassId",
    "customSlug",
    "minPurchaseQuantity",
    "maxPurchaseQuantity",
    "productCondition",
    "customsHsTariffCode",
)
"""Writable online-only content that a product made anew gets back (RULES S8, API eCom §6)."""

_TAX = ("taxable", "enabledManualTaxes", "taxClassCode")
_ENCODER = msgspec.json.Encoder(decimal_format="number", order="sorted")


def encoded(body: Any) -> bytes:
    """JSON with sorted keys and exact numbers."""
    return _ENCODER.encode(body)


def translates(values: Values, current: bytes) -> bool:
    """Whether a body needs to know the shop's default language."""
    named = not _TRANSLATED.keys().isdisjoint(values)
    return named or (not _ALIASES.keys().isdisjoint(values) and _VALUES.encode() in current)


def product(values: Values, current: bytes, language: str) -> Body:
    """The body of a partial product update."""
    return _fields(values, decode_object(current), language)


def variation(
    variation_id: int,
    values: Values,
    pairs: Sequence[tuple[str, str]] | None,
    current: bytes,
    language: str = "",
) -> Body:
    """The body of a partial variation update; `current` is the product. Raises `NotThere`."""
    combinations = decode_object(current).get("combinations")
    for found in combinations if isinstance(combinations, list) else ():
        if isinstance(found, dict) and whole(found.get("id")) == variation_id:
            body = _fields(values, found, language)
            return body if pairs is None else {**body, "options": _pairs(pairs)}
    raise NotThere("ecom", f"The online store has no variation {variation_id} of this product.")


def new_variation(pairs: Sequence[tuple[str, str]], values: Values) -> Body:
    """The body that creates a variation."""
    return {**_fields(_said(values), {}, ""), "options": _pairs(pairs)}


def new_product(made: NewProduct, language: str) -> Body:
    """The body that creates a product, with the online-only content of an earlier one."""
    old = decode_object(made.restore) if made.restore else {}
    body: Body = {key: old[key] for key in RESTORED if old.get(key) not in (None, "", {}, [])}
    wholesale = _wholesale(old, made.values.get("price"))
    if wholesale:
        body["wholesalePrices"] = wholesale
    tax = old.get("tax")
    if isinstance(tax, dict):
        body["tax"] = {key: tax[key] for key in _TAX if key in tax}
    attributes = _attributes({}, old, language, whole_list=True)
    if attributes:
        body["attributes"] = attributes
    body |= _fields(_said(made.values), old, language)
    body["externalReferenceId"] = made.reference
    if made.category_ids:
        body["categoryIds"] = list(made.category_ids)
    choices = options.created(made.options, old)
    if choices:
        body["options"] = choices
    return body


def _said(values: Values) -> Values:
    """What a new record is told: blank is what it is anyway."""
    return {field: value for field, value in values.items() if value not in ("", None)}


def _fields(values: Values, current: Body, language: str) -> Body:
    body: Body = {}
    for field, value in values.items():
        if field in _PLAIN:
            body[_PLAIN[field]] = value
        elif field == "description":
            body["description"] = value
        elif field == "dimensions" and isinstance(value, tuple):
            body["dimensions"] = _dimensions(value, current)
        elif field == "stock":
            body |= _stock(value)
        elif field not in _ALIASES:
            raise ValueError(f"no such field: {field}")
        if field in _TRANSLATED:
            body |= _translation(_TRANSLATED[field], value, current, language)
    attributes = _attributes(values, current, language)
    return body if attributes is None else {**body, "attributes": attributes}


def _stock(value: Value) -> Body:
    if value == "unlimited":
        return {"unlimited": True}
    return {"unlimited": False, "quantity": value}


def _translation(key: str, value: Value, current: Body, language: str) -> Body:
    """The default language's translation kept equal to the plain field, where there is one."""
    told = current.get(key)
    if not isinstance(told, dict) or not language or language not in told:
        return {}
    return {key: {**told, language: value}}


def _dimensions(value: DimensionsValue, current: Body) -> Body:
    told = current.get("dimensions")
    length, width, height = value
    sides = {"length": length, "width": width, "height": height}
    return {**told, **sides} if isinstance(told, dict) else sides


def _attributes(
    values: Values, current: Body, language: str, *, whole_list: bool = False
) -> list[Body] | None:
    """The whole attribute list, ours set by alias, the others as they are (API eCom §7).

    PUT is taken to replace the list, so nothing of it may be missing. None when ours don't
    change, unless `whole_list`.
    """
    ours = {_ALIASES[field]: value for field, value in values.items() if field in _ALIASES}
    if not ours and not whole_list:
        return None
    told = current.get("attributes")
    found: list[Body] = []
    for entry in told if isinstance(told, list) else ():
        if isinstance(entry, dict):
            found.append(_attribute(entry, ours, language))
    for alias, value in ours.items():
        if value:
            found.append({"alias": alias, "value": value})
    return found


def _attribute(entry: Body, ours: dict[str, Value], language: str) -> Body:
    """One attribute to be written back: by alias if standard, else by id, else by name."""
    kind = str(entry.get("type", "")).upper()
    kept = {key: value for key, value in entry.items() if key not in ("type", "name")}
    if kind in _ALIASES.values():
        kept["alias"] = kind
    elif "id" not in entry and "name" in entry:
        kept["name"] = entry["name"]
    if kind in ours:
        kept["value"] = ours.pop(kind) or ""
        kept |= _translation(_VALUES, kept["value"], entry, language)
    return kept


def _pairs(pairs: Sequence[tuple[str, str]]) -> list[Body]:
    return [{"name": name, "value": value} for name, value in pairs]


def _wholesale(old: Body, price: Value) -> list[Body]:
    """Wholesale prices that are still allowed: from two pieces on, not above the price (§6)."""
    told = old.get("wholesalePrices")
    if not isinstance(told, list) or not isinstance(price, Decimal):
        return []
    kept = []
    for entry in told:
        if isinstance(entry, dict):
            pieces, amount = whole(entry.get("quantity")), number(entry.get("price"))
            if pieces is not None and amount is not None and pieces >= 2 and amount <= price:
                kept.append(entry)
    return kept
