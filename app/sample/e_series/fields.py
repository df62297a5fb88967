"""Which fields a write may carry and of what kind each is (API §6, §8, §10)."""

import math
from collections.abc import Callable, Mapping
from typing import Any

from app.sample.e_series.errors import wrong_parameter

Check = Callable[[Any], bool]


def _text(value: Any) -> bool:
    return isinstance(value, str)


def _flag(value: Any) -> bool:
    return isinstance(value, bool)


def _whole(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)


def _not_negative(value: Any) -> bool:
    return _number(value) and value >= 0


def _wholes(value: Any) -> bool:
    return isinstance(value, list) and all(_whole(item) for item in value)


def _record(value: Any) -> bool:
    return isinstance(value, dict)


def _records(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(item, dict) for item in value)


def _texts_by_name(value: Any) -> bool:
    return isinstance(value, dict) and all(isinstance(item, str) for item in value.values())


def _wholes_by_name(value: Any) -> bool:
    return isinstance(value, dict) and all(_whole(item) for item in value.values())


def _sides(value: Any) -> bool:
    return isinstance(value, dict) and all(
        _not_negative(value.get(side, 0)) for side in ("length", "width", "height")
    )


def _one_of(*words: str) -> Check:
    return lambda value: value in words


TRANSLATED = (
    "nameTranslated",
    "descriptionTranslated",
    "subtitleTranslated",
    "seoTitleTranslated",
    "seoDescriptionTranslated",
)
"""Fields that hold a text for each language."""

BUYABLE: Mapping[str, Check] = {
    "sku": _text,
    "price": _not_negative,
    "compareToPrice": _not_negative,
    "costPrice": _number,
    "wholesalePrices": _records,
    "quantity": _whole,
    "unlimited": _flag,
    "warningLimit": _whole,
    "weight": _not_negative,
    "dimensions": _sides,
    "volume": _not_negative,
    "isShippingRequired": _flag,
    "attributes": _records,
    "outOfStockVisibilityBehaviour": _one_of("SHOW", "HIDE", "ALLOW_PREORDER"),
    "minPurchaseQuantity": _whole,
    "maxPurchaseQuantity": _whole,
    "externalReferenceId": _text,
    "locationInventory": _wholes_by_name,
    "customsHsTariffCode": _text,
}
"""Writable on products and on variations alike."""

PRODUCT: Mapping[str, Check] = {
    **BUYABLE,
    **dict.fromkeys(TRANSLATED, _texts_by_name),
    "name": _text,
    "description": _text,
    "subtitle": _text,
    "enabled": _flag,
    "tax": _record,
    "categoryIds": _wholes,
    "defaultCategoryId": _whole,
    "showOnFrontpage": _whole,
    "productClassId": _whole,
    "options": _records,
    "media": _record,
    "galleryImages": _records,
    "customSlug": _text,
    "seoTitle": _text,
    "seoDescription": _text,
    "productCondition": _one_of("NEW", "USED", "REFURBISHED"),
    "isGiftCard": _flag,
    "relatedProducts": _record,
    "shipping": _record,
    "ribbon": _record,
    "subscriptionSettings": _record,
}
"""Writable on products; all else is ignored, as the service ignores what is read-only."""

COMBINATION: Mapping[str, Check] = {**BUYABLE, "options": _records, "alt": _record}
"""Writable on variations."""

CATEGORY: Mapping[str, Check] = {
    "name": _text,
    "nameTranslated": _texts_by_name,
    "description": _text,
    "descriptionTranslated": _texts_by_name,
    "parentId": _whole,
    "orderBy": _whole,
    "enabled": _flag,
    "productIds": _wholes,
    "customSlug": _text,
    "seoTitle": _text,
    "seoDescription": _text,
    "externalReferenceId": _text,
}
"""Writable on categories."""

CLEARED_BY_NULL = frozenset(
    {
        "sku",
        "price",
        "compareToPrice",
        "costPrice",
        "wholesalePrices",
        "warningLimit",
        "weight",
        "dimensions",
        "volume",
        "minPurchaseQuantity",
        "maxPurchaseQuantity",
        "externalReferenceId",
        "seoTitle",
        "seoDescription",
        "customSlug",
        "subtitle",
    }
)
"""Fields that a null unsets; for others a null says nothing."""


def accepted(body: Mapping[str, Any], checks: Mapping[str, Check]) -> dict[str, Any]:
    """Return the writable part of `body`, nulls that unset a field kept; raises 400."""
    changes: dict[str, Any] = {}
    for name, value in body.items():
        check = checks.get(name)
        if check is None:
            continue
        if value is None:
            if name in CLEARED_BY_NULL:
                changes[name] = None
            continue
        if not check(value):
            raise wrong_parameter(f"{name}: wrong value")
        changes[name] = value
    return changes


def without_none(document: Mapping[str, Any]) -> dict[str, Any]:
    """Return `document` without the fields that are None."""
    return {name: value for name, value in document.items() if value is not None}
