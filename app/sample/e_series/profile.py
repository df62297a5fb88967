"""The store's profile, its change times and its brands (API §3, §12)."""

from typing import Any

from app.sample.e_series.attributes import value_of
from app.sample.e_series.calls import Call, page
from app.sample.e_series.times import written


def read_profile(call: Call) -> Any:
    """GET /profile."""
    store, knobs = call.store, call.store.knobs
    account: dict[str, Any] = {
        "accountName": "Sample shop",
        "suspended": knobs.suspended,
        "paid": True,
        "availableFeatures": list(knobs.features),
    }
    if knobs.max_products is not None and knobs.limit_scope in knobs.scopes:
        account["limitsAndRestrictions"] = {"maxProductLimit": knobs.max_products}
    profile = {
        "generalInfo": {"storeId": store.store_id, "storeUrl": store.public_url},
        "account": account,
        "formatsAndUnits": {
            "currency": knobs.currency,
            "currencyPrecision": knobs.currency_precision,
            "weightUnit": knobs.weight_unit,
            "dimensionsUnit": knobs.dimensions_unit,
            "volumeUnit": "ML",
            "timezone": knobs.timezone,
            "orderNumberPrefix": knobs.order_prefix,
            "orderNumberSuffix": knobs.order_suffix,
        },
        "taxSettings": {"pricesIncludeTax": knobs.prices_include_tax},
        "languages": {
            "enabledLanguages": list(knobs.languages),
            "defaultLanguage": knobs.languages[0],
        },
        "featureToggles": [
            {
                "name": "ALLOW_EMPTY_AND_NON_UNIQUE_SKU",
                "visible": True,
                "enabled": knobs.non_unique_skus,
            }
        ],
        "settings": {
            "closed": knobs.closed,
            "storeName": knobs.store_name,
            "allowPreordersForOutOfStockProducts": False,
        },
    }
    if knobs.unknown_extras:
        profile["storefrontPreview"] = {"state": "UNPUBLISHED_DRAFT"}
    return call.selected(profile)


def latest_stats(call: Call) -> Any:
    """GET /latest-stats: when each area changed last."""
    store = call.store
    stats: dict[str, Any] = {area: written(stamp) for area, stamp in store.stats.items()}
    products, categories = store.knobs.stats_count_names
    if call.flag("productCountRequired"):
        stats[products] = len(store.catalogue.products)
    if call.flag("categoryCountRequired"):
        stats[categories] = len(store.categories)
    return stats


def list_brands(call: Call) -> Any:
    """GET /brands: the values of the brand attribute, by name."""
    store = call.store
    documents = (revision.document for revision in store.catalogue.products.values())
    names = sorted({value_of(store, row, "BRAND") for row in documents} - {""}, key=str.casefold)
    if call.query.get("sortBy") == "NAME_DESC":
        names.reverse()
    envelope = page(call, names)
    envelope["items"] = [
        {
            "name": name,
            "productsFilteredByBrandUrl": f"{store.public_url}/#!/~/search/attribute_Brand={name}",
        }
        for name in envelope["items"]
    ]
    return call.selected(envelope)
