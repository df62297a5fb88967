"""Drives an online store with pyecwid (MIT) and prints what it found; run in a venv of its own."""

import json
import sys

from pyecwid import Ecwid


def main(base_url: str, store_id: str, token: str) -> None:
    """Read, search, make, change and delete, all in that client's own way."""
    shop = Ecwid(token, store_id, base_url=f"{base_url}/api/v3/{{0}}/")
    before = shop.products.get()
    made = shop.products.add({"name": "Paper boat", "sku": "BOAT-1", "price": 3.5, "quantity": 4})
    changed = shop.products.update(made, {"price": 4.25, "enabled": False}).json()
    product = shop.products.get_by_id(made)
    by_sku = shop.products.get_by_params({"sku": "BOAT-1"})
    by_word = shop.products.get_by_keyword("Paper boat")
    since = shop.products.get_by_params({"updatedFrom": "2011-05-01"})
    counted = shop.products.get(collate_items=False)
    types = shop.producttypes.get()
    deleted = shop.products.delete(made)
    found = {
        "before": len({one["id"] for one in before}),
        "changed": changed,
        "product": {name: product[name] for name in ("name", "sku", "price", "quantity")},
        "enabled": product["enabled"],
        "by_sku": [one["id"] == made for one in by_sku],
        "by_word": [one["id"] == made for one in by_word],
        "since": len({one["id"] for one in since}),
        "counted": counted["total"],
        "types": sorted(row["type"] for row in types[0]["attributes"]),
        "deleted": deleted,
        "after": len(shop.products.get()),
    }
    sys.stdout.write(json.dumps(found))


if __name__ == "__main__":
    main(*sys.argv[1:])
