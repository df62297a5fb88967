"""A day at the POS: acts of the staff drawn by weight, on products drawn at random."""

import random
from collections.abc import Callable, Iterator

from app.sample import mutations_pos as acts
from app.sample import mutations_till as till
from app.sample.assortment import EDITIONS, LINES
from app.sample.x_series.store import XSeriesStore
from app.sample.x_series.table import Row


class PosDay:
    """Draws acts from `chance` and carries them out on `store`."""

    def __init__(self, store: XSeriesStore, chance: random.Random) -> None:
        self.store = store
        self.chance = chance
        self._weights = [weight for weight, _ in _ACTS]
        self._taken = set(_names(store))

    def act(self) -> str:
        """Carry out one act and return its name; where it doesn't apply, nothing happens."""
        (act,) = self.chance.choices([act for _, act in _ACTS], self._weights)
        row = self.product()
        if row is not None:
            act(self, row)
        return act.__name__.lstrip("_")

    def product(self) -> Row | None:
        """Draw a live product, or None where hardly any is left."""
        keys = list(self.store.tables["products"].rows)
        for _ in range(50):
            row = self.store.product(self.chance.choice(keys)) if keys else None
            system = row is not None and row["id"] == self.store.retailer["discount_product_id"]
            if row is not None and not row["deleted_at"] and not system:
                return row
        return None

    def one_of(self, table: str) -> str:
        """Draw the id of a live row."""
        live = [row["id"] for row in self.store.tables[table] if not row["deleted_at"]]
        return str(self.chance.choice(live))

    def new_word(self) -> str:
        """Make up a name that nothing has yet: a product line and one of its editions."""
        word = f"{self.chance.choice(LINES)} {self.chance.choice(EDITIONS)}"
        if word in self._taken:
            word = f"{word} No. {len(self._taken)}"
        self._taken.add(word)
        return word

    def has_value(self, row: Row, value: str) -> bool:
        """Whether a variant of the family is called so already."""
        members = self.store.family(row["id"])
        return any(
            option["value"] == value
            for member in members
            for option in member.get("variant_options", [])
        )


def _names(store: XSeriesStore) -> Iterator[str]:
    """Every name there is, and what earlier days put behind one in brackets."""
    for table in ("products", "brands", "product_categories"):
        for row in store.tables[table]:
            name = str(row["name"])
            yield name
            yield name.rpartition(" (")[2].removesuffix(")")


def _sell(day: PosDay, row: Row) -> None:
    register = day.one_of("registers")
    till.sell(day.store, row["id"], day.chance.randint(1, 3), register)


def _receive_stock(day: PosDay, row: Row) -> None:
    quantity = day.chance.choice((6, 12, 24))
    till.receive_stock(day.store, row["id"], day.one_of("outlets"), quantity)


def _count_stock(day: PosDay, row: Row) -> None:
    level = day.chance.choice((0, 1, 5, 12.5, 30))
    till.count_stock(day.store, row["id"], day.one_of("outlets"), level)


def _move_stock(day: PosDay, row: Row) -> None:
    outlets = day.one_of("outlets"), day.one_of("outlets")
    till.move_stock(day.store, row["id"], *outlets, day.chance.randint(1, 5))


def _set_reorder_point(day: PosDay, row: Row) -> None:
    till.set_reorder_point(day.store, row["id"], day.one_of("outlets"), day.chance.randint(1, 9))


def _reprice(day: PosDay, row: Row) -> None:
    price = round((row.get("price_including_tax") or 10) * day.chance.uniform(0.8, 1.3), 2)
    acts.reprice(day.store, row["id"], price)


def _rename(day: PosDay, row: Row) -> None:
    acts.rename(day.store, row["id"], f"{row['name'].split(' (')[0]} ({day.new_word()})")


def _describe(day: PosDay, row: Row) -> None:
    text = day.chance.choice(("", f"<p>Now by {day.new_word()} &amp; friends.</p>"))
    acts.describe(day.store, row["id"], text)


def _set_brand(day: PosDay, row: Row) -> None:
    brand = day.one_of("brands") if day.chance.random() < 0.8 else None
    acts.set_brand(day.store, row["id"], brand)


def _set_tags(day: PosDay, row: Row) -> None:
    acts.set_tags(day.store, row["id"], [day.one_of("tags")])


def _set_supplier(day: PosDay, row: Row) -> None:
    acts.set_supplier(day.store, row["id"], day.one_of("suppliers"), day.new_word())


def _move_category(day: PosDay, row: Row) -> None:
    tree = day.store.category_tree()
    leaves = [key for key in tree.live_ids() if tree.is_leaf(key)]
    acts.move_category(day.store, row["id"], day.chance.choice([*leaves, None]))


def _rename_category(day: PosDay, _row: Row) -> None:
    acts.rename_category(day.store, day.one_of("product_categories"), day.new_word())


def _rename_brand(day: PosDay, _row: Row) -> None:
    acts.rename_brand(day.store, day.one_of("brands"), day.new_word())


def _add_product(day: PosDay, _row: Row) -> None:
    name = day.new_word()
    price = day.chance.randint(5, 200) + 0.9
    online = day.chance.choice((True, True, False, None))
    sku = f"NEW-{name[:3].upper()}-{day.chance.randint(0, 10**6)}"
    acts.add_product(day.store, name, sku, price, online=online)


def _add_variant(day: PosDay, row: Row) -> None:
    values = {option["name"]: option["value"] for option in row.get("variant_options", [])}
    if row.get("is_composite") or len(day.store.family(row["id"])) >= 200:
        return
    name = day.chance.choice([*values] or ["Finish"])
    word = day.new_word()
    if day.has_value(row, word):
        return
    sku = f"VAR-{day.chance.randint(0, 10**9)}"
    acts.add_variant(day.store, row["id"], {**values, name: word}, sku)


def _rename_value(day: PosDay, row: Row) -> None:
    for option in row.get("variant_options", [])[:1]:
        word = day.new_word()
        if not day.has_value(row, word):
            acts.rename_value(day.store, row["id"], option["name"], option["value"], word)


def _rename_attribute(day: PosDay, row: Row) -> None:
    names = [option["name"] for option in row.get("variant_options", [])]
    new = day.chance.choice(("Finish", "Shade", "Make", "Model"))
    if names and new not in names:
        acts.rename_attribute(day.store, row["id"], names[-1], new)


def _delete_variant(day: PosDay, row: Row) -> None:
    if row.get("variant_parent_id"):
        acts.delete_variant(day.store, row["id"])


def _delete_product(day: PosDay, row: Row) -> None:
    acts.delete_product(day.store, row["id"])


def _recreate(day: PosDay, row: Row) -> None:
    if len(day.store.family(row["id"], deleted=True)) == 1:
        acts.recreate(day.store, row["id"])


def _deactivate(day: PosDay, row: Row) -> None:
    acts.deactivate(day.store, row["id"], alone=day.chance.random() < 0.3)


def _activate(day: PosDay, row: Row) -> None:
    acts.activate(day.store, row["id"])


def _switch_online(day: PosDay, row: Row) -> None:
    acts.switch_online(day.store, row["id"], online=day.chance.random() < 0.6)


def _track_stock(day: PosDay, row: Row) -> None:
    acts.track_stock(day.store, row["id"], tracked=day.chance.random() < 0.6)


def _add_picture(day: PosDay, row: Row) -> None:
    acts.add_picture(day.store, row["id"], day.chance.getrandbits(40))


def _remove_picture(day: PosDay, row: Row) -> None:
    count = len(row.get("images", []))
    if count:
        acts.remove_picture(day.store, row["id"], day.chance.randrange(count))


def _reorder_pictures(day: PosDay, row: Row) -> None:
    order = list(range(len(row.get("images", []))))
    day.chance.shuffle(order)
    acts.reorder_pictures(day.store, row["id"], order)


def _set_variant_picture(day: PosDay, row: Row) -> None:
    if row.get("variant_options"):
        acts.set_variant_picture(day.store, row["id"], day.chance.getrandbits(40))


def _change_barcode(day: PosDay, row: Row) -> None:
    acts.change_barcode(day.store, row["id"], day.chance.choice((None, None, "")))


def _change_sku(day: PosDay, row: Row) -> None:
    acts.change_sku(day.store, row["id"], f"SKU-{day.chance.randint(0, 10**9)}")


def _swap_skus(day: PosDay, row: Row) -> None:
    other = day.product()
    if other is not None and other["id"] != row["id"]:
        acts.swap_skus(day.store, row["id"], other["id"])


def _change_weight(day: PosDay, row: Row) -> None:
    weight = day.chance.choice((None, round(day.chance.uniform(0.1, 900), 2)))
    acts.change_weight(day.store, row["id"], weight, day.chance.choice(("G", "KG", "OZ")))


def _change_dimensions(day: PosDay, row: Row) -> None:
    length, width, height = (round(day.chance.uniform(1, 90), 1) for _ in range(3))
    unit = day.chance.choice(("CM", "MM", "IN"))
    acts.change_dimensions(day.store, row["id"], (length, width, height), unit)


_ACTS: tuple[tuple[int, Callable[[PosDay, Row], None]], ...] = (
    (18, _sell),
    (8, _receive_stock),
    (5, _count_stock),
    (3, _move_stock),
    (2, _set_reorder_point),
    (8, _reprice),
    (4, _rename),
    (4, _describe),
    (2, _set_brand),
    (2, _set_tags),
    (1, _set_supplier),
    (3, _move_category),
    (1, _rename_category),
    (1, _rename_brand),
    (4, _add_product),
    (4, _add_variant),
    (2, _rename_value),
    (1, _rename_attribute),
    (2, _delete_variant),
    (1, _delete_product),
    (1, _recreate),
    (2, _deactivate),
    (3, _activate),
    (4, _switch_online),
    (1, _track_stock),
    (3, _add_picture),
    (2, _remove_picture),
    (2, _reorder_pictures),
    (1, _set_variant_picture),
    (3, _change_barcode),
    (1, _change_sku),
    (1, _swap_skus),
    (2, _change_weight),
    (2, _change_dimensions),
)
