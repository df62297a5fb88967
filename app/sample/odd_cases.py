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
    picked = chance.sample(simple, min(12, len(simple) // 4))
    for row, (kind, fields) in zip(picked, _oddities(picked), strict=False):
        codes = row["product_codes"]
        if kind == "sku":
            codes = (
                [{**codes[0], "code": fields["sku"]}, *codes[1:]] if fields["sku"] else codes[1:]
            )
        store.change("products", row["id"], product_codes=codes, **fields)


def _oddities(picked: list[Row]) -> list[tuple[str, Row]]:
    first, last = picked[0]["sku"] if picked else "", picked[-1]["sku"] if picked else ""
    barcode = "036000291452"
    return [
        ("none", {}),
        ("sku", {"sku": first}),
        ("sku", {"sku": last}),
        ("sku", {"sku": None}),
        ("sku", {"sku": ""}),
        ("sku", {"sku": " PAD-0001 "}),
        ("sku", {"sku": "PAD-0002  "}),
        ("sku", {"sku": "000451"}),
        ("sku", {"sku": barcode}),
        ("carat", {"weight": 12.5, "weight_unit": "CT"}),
        ("yard", {"length": 1.0, "width": 0.5, "height": 0.01, "dimensions_unit": "YD"}),
        ("none", {}),
    ]


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
