"""Days in the life of both sample stores: the staff works, shoppers buy, somebody edits online."""

import random

from app.sample import mutations_ecom as acts
from app.sample.e_series.store import ESeriesStore
from app.sample.pos_day import PosDay
from app.sample.x_series.store import XSeriesStore


def random_day(pos: XSeriesStore, ecom: ESeriesStore, seed: int, steps: int = 40) -> list[str]:
    """Let so many things happen; returns what happened. The same seed does the same."""
    chance = random.Random(seed)
    staff = PosDay(pos, chance)
    told: list[str] = []
    for _ in range(steps):
        told.append(staff.act() if chance.random() < 0.8 else _online(ecom, chance))
    return told


def _online(ecom: ESeriesStore, chance: random.Random) -> str:
    ids = list(ecom.catalogue.products)
    if not ids:
        return "nothing"
    product_id = chance.choice(ids)
    product = ecom.product(product_id)
    draw = chance.random()
    if draw < 0.6 and not product["combinations"]:
        acts.place_order(ecom, product_id)
        return "order placed"
    if draw < 0.75:
        acts.edit_price(ecom, product_id, round(float(product["price"]) * 0.9 + 0.01, 2))
        return "price edited online"
    if draw < 0.9:
        acts.edit_seo(ecom, product_id, f"Buy {product['name']}", "Shipped within two days.")
        return "search texts edited online"
    acts.hide(ecom, product_id)
    return "hidden online"
