"""What every grown catalogue has a handful of: doubled, blank and padded SKUs, system products."""

import random

from app.sample.x_series.store import XSeriesStore
from app.sample.x_series.table import Row


def add_odd_cases(store: XSeriesStore, chance: random.Random) -> None:
    """Add the system product, and make a handful of the simple products odd."""
    _add_discount(store)
    simple = [
        row
        for row in store.live_products()
        if len(store.family(row["id"])) == 1 and row["id"] != store.retailer["discount_product_id"]
    ]
    picked = chance.sample(simple, min(13, len(simple) // 4))
    for row, fields in zip(picked, _oddities(store, picked), strict=False):
        store.change("products", row["id"], version=None, **fields)


def _oddities(store: XSeriesStore, picked: list[Row]) -> list[Row]:
    if not picked:
        return []
    barcode = {"id": store.new_id(), "type": "UPC", "code": "036000291452"}
    unknown = {"id": store.new_id(), "type": "PLU", "code": "4011"}
    return [
        {},
        _sku(store, picked[0]["sku"]),
        _sku(store, picked[-1]["sku"]),
        _sku(store, None),
        _sku(store, ""),
        _sku(store, " PAD-0001 "),
        _sku(store, "PAD-0002  "),
        _sku(store, "000451"),
        # The SKU is the second code, as in a recorded product (API section 4.2).
        {
            "sku": barcode["code"],
            "product_codes": [*_sku(store, "OLD-1")["product_codes"], barcode],
        },
        {"product_codes": [*_sku(store, picked[9 % len(picked)]["sku"])["product_codes"], unknown]},
        {"weight": 12.5, "weight_unit": "CT"},
        {"length": 1.0, "width": 0.5, "height": 0.01, "dimensions_unit": "YD"},
        {},
    ]


def _sku(store: XSeriesStore, sku: str | None) -> Row:
    codes = [{"id": store.new_id(), "type": "CUSTOM", "code": sku}] if sku else []
    return {"sku": sku, "product_codes": codes}


def _add_discount(store: XSeriesStore) -> None:
    """Add the product by which the POS books discounts; no shopper ever sees it."""
    store.retailer["discount_product_id"] = store.add(
        "products",
        {
            "family_id": store.new_id(),
            "name": "Discount",
            "handle": "vend-discount",
            "sku": "vend-discount",
            "product_codes": [{"id": store.new_id(), "type": "CUSTOM", "code": "vend-discount"}],
            "has_inventory": False,
            "price_including_tax": 0,
            "price_excluding_tax": 0,
        },
    )
