"""What happens in the POS between two syncs: one function an act, all by chance."""

from collections.abc import Callable
from random import Random
from typing import Any

from app.sample import mutations_pos as pos
from app.sample import mutations_till as till
from tests.model.stage import Stage, picture

Row = dict[str, Any]
Act = Callable[[Stage, Random], None]

PRICES = (0.0, 4.5, 10.0, 10.005, 19.99, 35.0, 120.0)
TEXTS = (
    *("", "<p>Dipped twice.</p>", "<P>Dipped  twice.</P>", "<p>Blue &amp; <b>white</b></p>"),
    *("Two words", "<p> </p>", "Plain &amp; simple<br/>and more"),
)
CODES = (("", "EAN"), ("0012345678905", "UPC"), ("4006381333931", "EAN"), ("4711", "CUSTOM"))
WEIGHTS = ((None, "KG"), (0.25, "KG"), (320.0, "G"), (1.2345, "KG"), (0.0, "KG"), (2.0, "LB"))
SIDES = (*((10.0, 8.0, 8.0), (0.0, 0.0, 0.0), (3.0, 0.0, 2.5), (12.345, 1.0, 1.0)),)
ATTRIBUTES = ("Colour", "Size", "Cut")
VALUES = ("Red", "Blue", "Green", "S", "M")
LEVELS = (-2.0, 0.0, 1.0, 2.5, 3.0, 8.0, 40.0)


def living(stage: Stage) -> list[Row]:
    """The records that are not deleted, oldest first."""
    rows = stage.rig.pos.tables["products"].rows.values()
    return [row for row in rows if not row["deleted_at"]]


def _family(stage: Stage, rng: Random) -> list[Row]:
    rows = living(stage)
    return stage.rig.pos.family(rng.choice(rows)["id"]) if rows else []


def _one(stage: Stage, rng: Random) -> str:
    return str(rng.choice(living(stage))["id"])


def add_product(stage: Stage, rng: Random) -> None:
    """A new product with this and that."""
    store, number = stage.rig.pos, stage.number()
    told = rng.choice((True, True, True, True, None, False))
    made = pos.add_product(store, f"Thing {number}", f"T-{number}", rng.choice(PRICES), online=told)
    for act in (count, describe, weigh, scan, set_brand, move_category, add_picture, measure):
        if rng.random() < 0.35:
            act(stage, rng, made)
    till.count_stock(store, made, rng.choice(stage.outlets), rng.choice(LEVELS))


def add_family(stage: Stage, rng: Random) -> None:
    """A new product with two or three variants."""
    add_product(stage, rng)
    made = living(stage)[-1]["id"]
    for _ in range(rng.randint(1, 2)):
        add_variant(stage, rng, made)


def add_variant(stage: Stage, rng: Random, to: str | None = None) -> None:
    """One variant more; a standalone product becomes a family."""
    store, number = stage.rig.pos, stage.number()
    parent = store.product(to or _one(stage, rng))
    if parent.get("variant_parent_id") and store.product(parent["variant_parent_id"])["deleted_at"]:
        return
    family = store.family(parent["id"])
    options = family[0].get("variant_options") or []
    names = [option["name"] for option in options] or rng.sample(ATTRIBUTES, rng.randint(1, 2))
    values = {name: rng.choice(VALUES) for name in names}
    if any(_values(member) == values for member in family):
        return
    made = pos.add_variant(store, parent["id"], values, f"T-{number}")
    for act in (weigh, scan, reprice, set_variant_picture):
        if rng.random() < 0.3:
            act(stage, rng, made)
    if rng.random() < 0.9:
        till.count_stock(store, made, rng.choice(stage.outlets), rng.choice(LEVELS))


def _values(row: Row) -> dict[str, str]:
    return {option["name"]: option["value"] for option in row.get("variant_options") or ()}


def rename(stage: Stage, rng: Random) -> None:
    """Another name."""
    pos.rename(stage.rig.pos, _one(stage, rng), f"Thing called {stage.number()}")


def describe(stage: Stage, rng: Random, at: str | None = None) -> None:
    """Another description, or the same in other words, or none."""
    pos.describe(stage.rig.pos, at or _one(stage, rng), rng.choice(TEXTS))


def set_brand(stage: Stage, rng: Random, at: str | None = None) -> None:
    """Another brand, or none."""
    pos.set_brand(stage.rig.pos, at or _one(stage, rng), rng.choice((None, *stage.brands)))


def rename_brand(stage: Stage, rng: Random) -> None:
    """A brand is called otherwise."""
    pos.rename_brand(stage.rig.pos, rng.choice(stage.brands), f"Brand {stage.number()}")


def add_category(stage: Stage, rng: Random) -> None:
    """A category, at the top or below another."""
    rows = list(stage.rig.pos.tables["product_categories"])
    parent = rng.choice((None, *(row["id"] for row in rows[:4])))
    taken = {row["name"] for row in rows if row.get("parent_category_id") == parent}
    free = [name for name in ("Drinks", "Food", "Sale") if name not in taken]
    pos.add_category(stage.rig.pos, rng.choice((*free, f"Kind {stage.number()}")), parent)


def move_category(stage: Stage, rng: Random, at: str | None = None) -> None:
    """Into another category, or none."""
    known = [row["id"] for row in stage.rig.pos.tables["product_categories"]]
    pos.move_category(stage.rig.pos, at or _one(stage, rng), rng.choice((None, *known, *known)))


def rename_category(stage: Stage, rng: Random) -> None:
    """A category is called otherwise."""
    known = [row["id"] for row in stage.rig.pos.tables["product_categories"]]
    if known:
        pos.rename_category(stage.rig.pos, rng.choice(known), f"Kind {stage.number()}")


def reprice(stage: Stage, rng: Random, at: str | None = None) -> None:
    """Another price."""
    pos.reprice(stage.rig.pos, at or _one(stage, rng), rng.choice(PRICES))


def forget_price(stage: Stage, rng: Random) -> None:
    """No price any more, of something that is online or not."""
    stage.rig.pos.change("products", _one(stage, rng), price_including_tax=None)


def scan(stage: Stage, rng: Random, at: str | None = None) -> None:
    """Another barcode, or none."""
    code, kind = rng.choice(CODES)
    pos.change_barcode(stage.rig.pos, at or _one(stage, rng), code, kind)


def weigh(stage: Stage, rng: Random, at: str | None = None) -> None:
    """Another weight, or none."""
    amount, unit = rng.choice(WEIGHTS)
    pos.change_weight(stage.rig.pos, at or _one(stage, rng), amount, unit)


def measure(stage: Stage, rng: Random, at: str | None = None) -> None:
    """Another size, or none."""
    unit = rng.choice(("CM", "CM", "IN", "MM"))
    pos.change_dimensions(stage.rig.pos, at or _one(stage, rng), rng.choice(SIDES), unit)


def count(stage: Stage, rng: Random, at: str | None = None) -> None:
    """Counted anew at an outlet."""
    outlet = rng.choice(stage.outlets)
    till.count_stock(stage.rig.pos, at or _one(stage, rng), outlet, rng.choice(LEVELS))


def sell(stage: Stage, rng: Random) -> None:
    """Sold at the till."""
    till.sell(stage.rig.pos, _one(stage, rng), rng.choice((1, 1, 2, 3)))


def receive(stage: Stage, rng: Random) -> None:
    """A delivery."""
    till.receive_stock(stage.rig.pos, _one(stage, rng), rng.choice(stage.outlets), 5)


def move_stock(stage: Stage, rng: Random) -> None:
    """Carried from one outlet to another."""
    one, other = rng.sample(stage.outlets, 2)
    till.move_stock(stage.rig.pos, _one(stage, rng), one, other, 2)


def track(stage: Stage, rng: Random) -> None:
    """Begin or cease to count."""
    at = _one(stage, rng)
    tracked = stage.rig.pos.product(at).get("has_inventory", True)
    pos.track_stock(stage.rig.pos, at, tracked=not tracked)


def switch(stage: Stage, rng: Random) -> None:
    """The POS's own switch."""
    at = _one(stage, rng)
    pos.switch_online(stage.rig.pos, at, online=rng.random() < 0.5)


def deactivate(stage: Stage, rng: Random) -> None:
    """No longer sold, all of it or one member."""
    pos.deactivate(stage.rig.pos, _one(stage, rng), alone=rng.random() < 0.5)


def activate(stage: Stage, rng: Random) -> None:
    """Sold again."""
    pos.activate(stage.rig.pos, _one(stage, rng), alone=rng.random() < 0.3)


def add_picture(stage: Stage, rng: Random, at: str | None = None) -> None:
    """A picture more; now and then one that another product has as well."""
    number = rng.choice((1, 2, 100 + stage.number()))
    pos.add_picture(stage.rig.pos, at or _one(stage, rng), picture(number))


def remove_picture(stage: Stage, rng: Random) -> None:
    """A picture is taken away."""
    at = _one(stage, rng)
    images = stage.rig.pos.product(at).get("images", [])
    if images:
        pos.remove_picture(stage.rig.pos, at, rng.randrange(len(images)))


def reorder_pictures(stage: Stage, rng: Random) -> None:
    """The pictures in another order."""
    at = _one(stage, rng)
    order = list(range(len(stage.rig.pos.product(at).get("images", []))))
    rng.shuffle(order)
    pos.reorder_pictures(stage.rig.pos, at, order)


def upload_again(stage: Stage, rng: Random) -> None:
    """The same pictures under new ids: nothing to see for a shopper."""
    store, at = stage.rig.pos, _one(stage, rng)
    shown = store.product(at).get("images", [])
    store.set_images(at, [store.add_picture(store.pictures[image["id"]]) for image in shown])


def set_variant_picture(stage: Stage, rng: Random, at: str | None = None) -> None:
    """A variant gets a picture of its own, or loses it."""
    at = at or _one(stage, rng)
    if not stage.rig.pos.product(at).get("variant_options"):
        return
    if rng.random() < 0.7:
        pos.set_variant_picture(stage.rig.pos, at, picture(200 + stage.number()))
    else:
        stage.rig.pos.set_images(at, [], of_variant=True)


def delete_product(stage: Stage, rng: Random) -> None:
    """A product is deleted with all its variants."""
    if len(living(stage)) > 2:
        pos.delete_product(stage.rig.pos, _one(stage, rng))


def delete_variant(stage: Stage, rng: Random) -> None:
    """One record is deleted."""
    family = _family(stage, rng)
    if len(family) > 1:
        pos.delete_variant(stage.rig.pos, rng.choice(family)["id"])


def recreate(stage: Stage, rng: Random) -> None:
    """A product is deleted and made anew with the same SKU."""
    family = _family(stage, rng)
    if len(family) == 1:
        made = pos.recreate(stage.rig.pos, family[0]["id"])
        till.count_stock(stage.rig.pos, made, stage.outlets[0], 4)


def recreate_variant(stage: Stage, rng: Random) -> None:
    """A variant is deleted and made anew with the same SKU and values."""
    family = [m for m in _family(stage, rng) if m.get("variant_parent_id")]
    if not family:
        return
    old = rng.choice(family)
    if stage.rig.pos.product(old["variant_parent_id"])["deleted_at"]:
        return
    pos.delete_variant(stage.rig.pos, old["id"])
    pos.add_variant(stage.rig.pos, old["variant_parent_id"], _values(old), old["sku"] or "X")


def rename_value(stage: Stage, rng: Random) -> None:
    """A value is called otherwise, in the whole family."""
    at = _one(stage, rng)
    values = _values(stage.rig.pos.product(at))
    if values:
        name = rng.choice(sorted(values))
        pos.rename_value(stage.rig.pos, at, name, values[name], f"Value {stage.number()}")


def rename_attribute(stage: Stage, rng: Random) -> None:
    """An attribute is called otherwise, in the whole family."""
    at = _one(stage, rng)
    values = _values(stage.rig.pos.product(at))
    if values:
        name = rng.choice(sorted(values))
        pos.rename_attribute(stage.rig.pos, at, name, f"Attribute {stage.number()}")


def revalue(stage: Stage, rng: Random) -> None:
    """One member gets another value."""
    store, at = stage.rig.pos, _one(stage, rng)
    row = store.product(at)
    values = _values(row)
    if not values:
        return
    values[rng.choice(sorted(values))] = rng.choice(VALUES)
    if any(_values(m) == values for m in store.family(at)):
        return
    options = [{**o, "value": values[o["name"]]} for o in row["variant_options"]]
    store.change("products", at, variant_options=options)


def swap_values(stage: Stage, rng: Random) -> None:
    """Two members swap their values."""
    store, family = stage.rig.pos, _family(stage, rng)
    if len(family) < 2:
        return
    one, other = rng.sample(family, 2)
    store.change("products", one["id"], variant_options=other["variant_options"])
    store.change("products", other["id"], variant_options=one["variant_options"])


def change_sku(stage: Stage, rng: Random) -> None:
    """Another SKU: a new one, or one that somebody has or had."""
    known = [row["sku"] for row in stage.documents()]
    gone = [r["sku"] for r in stage.rig.pos.tables["products"] if r["deleted_at"] and r["sku"]]
    new = [f"T-{stage.number()}"] * 6
    pos.change_sku(stage.rig.pos, _one(stage, rng), rng.choice((*new, *known[:1], *gone[:1])))


def swap_skus(stage: Stage, rng: Random) -> None:
    """Two records swap their SKUs."""
    rows = living(stage)
    if len(rows) > 1:
        one, other = rng.sample(rows, 2)
        pos.swap_skus(stage.rig.pos, one["id"], other["id"])


def blank_sku(stage: Stage, rng: Random) -> None:
    """The SKU is lost."""
    if rng.random() < 0.5:
        pos.change_sku(stage.rig.pos, _one(stage, rng), None)


def relabel(stage: Stage, rng: Random) -> None:
    """What stays in the POS: tags, supplier, reorder point."""
    at = _one(stage, rng)
    premises = stage.rig.premises
    if premises is not None:
        pos.set_tags(stage.rig.pos, at, rng.sample(sorted(premises.tags.values()), 2))
        supplier = rng.choice(sorted(premises.suppliers.values()))
        pos.set_supplier(stage.rig.pos, at, supplier, f"C-{stage.number()}")
    till.set_reorder_point(stage.rig.pos, at, rng.choice(stage.outlets), 3)


ACTS: tuple[Act, ...] = (
    *(add_product, add_family, add_variant, add_variant, rename, describe, set_brand),
    *(rename_brand, add_category, move_category, move_category, rename_category, reprice, reprice),
    *(forget_price, scan, weigh, measure, count, count, count, sell, receive, move_stock, track),
    *(switch, deactivate, activate, activate, add_picture, remove_picture, reorder_pictures),
    *(upload_again, set_variant_picture, delete_product, delete_variant, recreate),
    *(recreate_variant, rename_value, rename_attribute, revalue, swap_values, change_sku),
    *(swap_skus, blank_sku, relabel),
)
