"""Fills a sample online store as a shopkeeper would have, before Counterpart came along.

Some of what the POS has is there and right, some differs, some is hidden, some exists online
alone; texts for search engines, former prices and pictures of its own are everywhere.
"""

import random
from typing import Any

from app.sample import mutations_ecom as acts
from app.sample.e_series import variations
from app.sample.e_series.store import ESeriesStore
from app.sample.x_series.store import XSeriesStore
from app.sample.x_series.table import Row

_ONLY_ONLINE = (
    ("Gift voucher", "VOUCHER-50", 50.0),
    ("Christmas hamper, large", "HAMPER-L", 129.0),
    ("Gift wrapping", "WRAP-1", 4.5),
    ("Workshop: knife sharpening", "WORKSHOP-1", 85.0),
    ("Tote bag with our logo", "TOTE-WEB", 15.0),
)
_SHARE_ONLINE = 0.35


def open_online_shop(pos: XSeriesStore, ecom: ESeriesStore, seed: int = 0) -> None:
    """Put a good third of the POS's catalogue online by hand; `ecom` must be empty."""
    chance = random.Random(seed)
    system = pos.retailer.get("discount_product_id")
    taken: set[str] = set()
    with ecom.lock:
        for head in _heads(pos):
            fits = head["id"] != system and head.get("ecwid_enabled_webstore", True)
            if fits and chance.random() < _SHARE_ONLINE:
                _put_online(pos, ecom, head, chance, taken)
        for name, sku, price in _ONLY_ONLINE:
            made = acts.create_product(
                ecom, name=name, sku=sku, price=price, unlimited=True, enabled=True
            )
            acts.assign_category(ecom, made, "Gift ideas")
            acts.edit_seo(ecom, made, f"{name} | Harbour & Pine", f"{name}, from our shop to you.")


def _heads(pos: XSeriesStore) -> list[Row]:
    return [row for row in pos.live_products() if not row.get("variant_parent_id")]


def _put_online(
    pos: XSeriesStore, ecom: ESeriesStore, head: Row, chance: random.Random, taken: set[str]
) -> None:
    members = [row for row in pos.family(head["id"]) if row.get("sku")]
    skus = {str(row["sku"]) for row in members}
    options = [row for row in members if row.get("variant_options")]
    if not members or skus & taken or len(skus) < len(members) or len(options) % len(members):
        return
    taken |= skus
    body = _body(pos, head)
    if options:
        body["sku"] = f"{head.get('sku') or members[0]['sku']}-WEB"
        body["quantity"] = 0
    made = acts.create_product(ecom, **body)
    for row in options:
        _add_variation(pos, ecom, made, row)
    _live_a_little(ecom, made, chance)


def _body(pos: XSeriesStore, row: Row) -> dict[str, Any]:
    brand = pos.tables["brands"].rows.get(row.get("brand_id") or "")
    body: dict[str, Any] = {
        "name": row["name"],
        "sku": row.get("sku"),
        "price": row.get("price_including_tax") or 0,
        "description": row.get("description") or "",
        "enabled": bool(row.get("active", True)),
    }
    if row.get("has_inventory", True):
        body |= {"unlimited": False, "quantity": _stock(pos, row)}
    if brand is not None:
        body["attributes"] = [{"alias": "BRAND", "value": brand["name"]}]
    return body


def _stock(pos: XSeriesStore, row: Row) -> int:
    levels = [level for level in pos.levels(row["id"]) if not level["deleted_at"]]
    return max(0, int(sum(level["inventory_level"] for level in levels)))


def _add_variation(pos: XSeriesStore, ecom: ESeriesStore, product_id: int, row: Row) -> None:
    pairs = [{"name": o["name"], "value": o["value"]} for o in row["variant_options"]]
    known = {
        frozenset((o["name"], o["value"]) for o in variation["options"])
        for variation in ecom.product(product_id)["combinations"]
    }
    if frozenset((pair["name"], pair["value"]) for pair in pairs) in known:
        return
    variations.create(
        ecom,
        product_id,
        {
            "options": pairs,
            "sku": row["sku"],
            "price": row.get("price_including_tax") or 0,
            "unlimited": False,
            "quantity": _stock(pos, row),
        },
    )


def _live_a_little(ecom: ESeriesStore, product_id: int, chance: random.Random) -> None:
    """What people do to a product online over the years."""
    name, price = ecom.product(product_id)["name"], ecom.product(product_id)["price"]
    draw = chance.random()
    if draw < 0.10:
        acts.edit_price(ecom, product_id, round(price * chance.choice((0.8, 0.9, 1.1)), 2))
    elif draw < 0.16:
        acts.edit_name(ecom, product_id, f"{name} (online special)")
    elif draw < 0.20:
        acts.edit_description(ecom, product_id, f"<p>{name}: a favourite of our customers.</p>")
    elif draw < 0.23:
        acts.hide(ecom, product_id)
    if chance.random() < 0.3:
        acts.edit_seo(ecom, product_id, f"Buy {name}", f"{name}, shipped within two days.")
    if chance.random() < 0.15:
        acts.set_compare_to_price(ecom, product_id, round(price * 1.25, 2))
    if chance.random() < 0.1:
        acts.edit(ecom, product_id, subtitle="Staff pick", warningLimit=3)
    if chance.random() < 0.1:
        acts.add_picture(ecom, product_id, chance.randrange(10_000))
    if chance.random() < 0.08:
        acts.assign_category(ecom, product_id, chance.choice(("Gift ideas", "Sale")))
