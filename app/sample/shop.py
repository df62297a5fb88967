"""Fills a sample POS with a believable shop of any size; the same seed gives the same shop."""

import random
from typing import Any

from app.sample.assortment import LINES, SHARES, TAGS, TRADES, Kind, Trade
from app.sample.barcodes import ean13, isbn13, itf14, upc_a
from app.sample.odd_cases import add_odd_cases
from app.sample.pictures import picture_seed
from app.sample.premises import TAX_RATE, Premises, open_premises
from app.sample.x_series.store import XSeriesStore
from app.sample.x_series.table import Row
from app.sample.x_series.times import stamp

_FAMILY_SHARE = 0.67
_COMPOSITE_SHARE = 0.012
_DAY = 86_400


def make_pos(store: XSeriesStore, products: int, seed: int = 0) -> None:
    """Open a shop with so many products, families counted once: about 2.5 records each.

    `store` must be empty. Some products are inactive, some deleted, and a handful odd.
    """
    with store.lock:
        shop = _Shop(store, seed)
        shop.stock_shelves(products)
        add_odd_cases(store, shop.random)


class _Shop:
    """The making of one shop."""

    def __init__(self, store: XSeriesStore, seed: int) -> None:
        self.random = random.Random(seed)
        self._store = store
        self._premises: Premises = open_premises(store)
        self._names: set[str] = set()
        self._serial = 0
        self._late: list[tuple[Row, Kind]] = []
        self._simple: list[str] = []

    def stock_shelves(self, products: int) -> None:
        """Add the products, some variants last of all, and take the deleted ones away."""
        trades = self.random.choices(TRADES, SHARES, k=products)
        gone: list[str] = []
        for trade in trades:
            kind = self.random.choice(trade.kinds)
            if kind.tracked and len(self._simple) > 3 and self.random.random() < _COMPOSITE_SHARE:
                self._add_composite(trade, kind)
                continue
            ids = self._add_product(trade, kind)
            if self.random.random() < 0.01:
                gone.extend(ids)
            elif len(ids) == 1:
                self._simple.append(ids[0])
        for row, kind in self._late:
            self._put(row, kind)
        for product_id in gone:
            self._store.delete("products", product_id)

    def _add_product(self, trade: Trade, kind: Kind) -> list[str]:
        family = self._family_values(trade, kind)
        options = self._options(kind)
        price = self._price(kind)
        if not options:
            return [self._put({**family, **self._own_values(kind, family, price, [])}, kind)]
        parent_id = self._store.new_id()
        rows = [{**family, **self._own_values(kind, family, price, option)} for option in options]
        for row in rows[1:]:
            row["variant_parent_id"] = parent_id
        rows[0] |= {"id": parent_id, "has_variants": True}
        if self.random.random() < 0.02 and len(rows) > 2:
            self._late.append((rows.pop(), kind))
        if self.random.random() < 0.10:
            rows.append(rows.pop(0))
        if self.random.random() < 0.03:
            rows[-1]["active"] = False
        return [self._put(row, kind) for row in rows]

    def _add_composite(self, trade: Trade, kind: Kind) -> None:
        family = self._family_values(trade, kind, noun="Gift Set")
        parts = self.random.sample(self._simple, self.random.randint(2, 3))
        bundle = {
            "is_composite": True,
            "composite_bom": {part: self.random.randint(1, 2) for part in parts},
        }
        own = self._own_values(kind, family, self._price(kind), [])
        self._put({**family, **own, **bundle}, kind)

    def _family_values(self, trade: Trade, kind: Kind, noun: str = "") -> Row:
        name = self._name(kind, noun or kind.noun)
        brand = self.random.choice(trade.brands)
        supplier = self.random.choice(trade.suppliers)
        moment = self._store.clock.now() - self.random.randint(1, 1100) * _DAY
        row: Row = {
            "family_id": self._store.new_id(),
            "name": name,
            "handle": name.lower().replace(" ", "-").replace("'", ""),
            "description": self._description(trade, name, brand),
            "product_type_id": self._premises.categories[kind.path],
            "supplier_id": self._premises.suppliers[supplier],
            "supplier_code": f"{supplier[:2].upper()}{self.random.randint(1000, 99999)}",
            "has_inventory": kind.tracked,
            "images": self._images(kind),
            "source": "USER",
            "created_at": stamp(moment),
        }
        if self.random.random() < 0.94:
            row["brand_id"] = self._premises.brands[brand]
        if self.random.random() < 0.45:
            tags = self.random.sample(TAGS, self.random.randint(1, 3))
            row["tag_ids"] = [self._premises.tags[tag] for tag in tags]
        if self.random.random() < 0.95:
            row["ecwid_enabled_webstore"] = self.random.random() < 0.74
        if self.random.random() < 0.04:
            row["active"] = False
        return row

    def _own_values(self, kind: Kind, family: Row, price: float, options: list[Row]) -> Row:
        self._serial += 1
        line = family["name"][:3].upper()
        ends = "".join(f"-{_short(option['value'])}" for option in options)
        sku = f"{line}-{kind.code}-{self._serial:05d}{ends}"
        dearer = bool(options) and self.random.random() < 0.15
        including = round(price * 1.2, 2) if dearer else price
        excluding = round(including / (1 + TAX_RATE), 5)
        row = {
            "sku": sku,
            "product_codes": self._codes(kind, sku),
            "price_including_tax": including,
            "price_excluding_tax": excluding,
            "supply_price": round(excluding * self.random.uniform(0.38, 0.62), 2),
            **self._measures(kind),
        }
        if options:
            row["variant_options"] = options
            if self.random.random() < 0.25:
                row["skuImages"] = [self._picture(kind)]
        return row

    def _put(self, row: Row, kind: Kind) -> str:
        product_id = self._store.add("products", row)
        if not row.get("has_inventory", True) or self.random.random() < 0.012:
            return product_id
        for outlet_id, share in zip(self._premises.outlets, (0.97, 0.5, 0.7), strict=True):
            if self.random.random() < share:
                self._store.add("inventory", self._level(row, kind, product_id, outlet_id))
        return product_id

    def _level(self, row: Row, kind: Kind, product_id: str, outlet_id: str) -> Row:
        dice = self.random.random()
        level: float = self.random.randint(1, 38)
        if dice < 0.10:
            level = 0
        elif dice < 0.12:
            level = -self.random.randint(1, 4)
        elif kind.by_weight:
            level = round(self.random.uniform(0.2, 14), 3)
        ordered = self.random.random() < 0.4
        return {
            "product_id": product_id,
            "outlet_id": outlet_id,
            "inventory_level": level,
            "reorder_point": self.random.randint(1, 6) if ordered else None,
            "reorder_amount": self.random.choice((6, 10, 12, 24)) if ordered else None,
            "average_cost": row["supply_price"],
        }

    def _options(self, kind: Kind) -> list[list[Row]]:
        if not kind.choices or self.random.random() >= _FAMILY_SHARE:
            return []
        count = min(len(kind.choices), self.random.choices((1, 2, 3), (55, 38, 7))[0])
        chosen = sorted(self.random.sample(range(len(kind.choices)), count))
        combinations: list[list[Row]] = [[]]
        for place, index in enumerate(chosen):
            name, values = kind.choices[index]
            most = 5 if count == 1 else 4 if place == 0 else 3
            size = min(len(values), self.random.randint(2, most))
            picked = [values[at] for at in sorted(self.random.sample(range(len(values)), size))]
            option = {"id": self._premises.attributes[name], "name": name}
            combinations = [
                [*before, {**option, "value": value}] for before in combinations for value in picked
            ]
        kept = [option for option in combinations if self.random.random() < 0.93]
        return kept if len(kept) > 1 else combinations

    def _name(self, kind: Kind, noun: str) -> str:
        for _ in range(5):
            words = (self.random.choice(LINES), self.random.choice(kind.styles), noun)
            name = " ".join(words)
            if name not in self._names:
                break
        number = 2
        plain = name
        while name in self._names:
            name = f"{plain} No. {number}"
            number += 1
        self._names.add(name)
        return name

    def _description(self, trade: Trade, name: str, brand: str) -> str:
        count = self.random.choices((0, 1, 2, 3), (4, 26, 46, 24))[0]
        chosen = self.random.sample(trade.sentences, min(count, len(trade.sentences)))
        words = {"name": name, "brand": brand.replace("&", "&amp;")}
        return "\n".join(chosen).format(**words)

    def _images(self, kind: Kind) -> list[Row]:
        count = self.random.choices((0, 1, 2, 3, 4), (12, 44, 26, 13, 5))[0]
        return [self._picture(kind) for _ in range(count)]

    def _picture(self, kind: Kind) -> Row:
        return self._store.add_picture(picture_seed(kind.shape, self.random.getrandbits(40)))

    def _price(self, kind: Kind) -> float:
        low, high = kind.prices
        return self.random.randint(low, high) + self.random.choice((0.0, 0.5, 0.9, 0.95, 0.99))

    def _codes(self, kind: Kind, sku: str) -> list[Row]:
        codes = [{"id": self._store.new_id(), "type": "CUSTOM", "code": sku}]
        dice, number = self.random.random(), self.random.randrange(10**8)
        code = None
        if kind.path[0] == "Books":
            code = ("ISBN", isbn13(number))
        elif dice < 0.62:
            code = ("EAN", ean13(number))
        elif dice < 0.82:
            code = ("UPC", upc_a(number))
        elif dice < 0.84:
            code = ("ITF", itf14(number))
        if code is not None:
            codes.append({"id": self._store.new_id(), "type": code[0], "code": code[1]})
        return codes

    def _measures(self, kind: Kind) -> Row:
        grams = self.random.randint(*kind.grams)
        row: dict[str, Any] = {}
        if grams and self.random.random() < 0.9:
            unit = self.random.choices(tuple(_PER_UNIT), (50, 30, 12, 8))[0]
            row |= {"weight": round(grams / _PER_UNIT[unit], 3), "weight_unit": unit}
        if kind.centimetres is not None and self.random.random() < 0.8:
            unit, size = self.random.choices(
                (("CM", 1.0), ("MM", 0.1), ("IN", 2.54)), (75, 15, 10)
            )[0]
            sides = [round(side / size, 2) for side in kind.centimetres]
            row |= dict(zip(("length", "width", "height"), sides, strict=True))
            row["dimensions_unit"] = unit
        return row


_PER_UNIT = {"G": 1.0, "KG": 1000.0, "OZ": 28.349523125, "LB": 453.59237}


def _short(value: str) -> str:
    """Shorten an option value for a SKU: `Speckled White` is `SW`, `Navy` is `NAV`."""
    words = [word for word in value.upper().replace("-", " ").split() if word[0].isalnum()]
    return "".join(word[0] for word in words) if len(words) > 1 else words[0][:3]
