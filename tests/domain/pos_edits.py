"""POS shops made at random, and what happens in a POS between two syncs."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from random import Random

from app.domain.product import (
    CategoryRef,
    Dimensions,
    PosCategory,
    PosImage,
    PosRecord,
    Weight,
)
from tests.domain.syncing import Stores

PRICES = ("0", "4.50", "10", "10.005", "19.99", "35")
WEIGHTS = ("0", "0.25", "1.2")
WORDS = ("", "red", "<b>blue</b>", "green and grey", "white")
LEVELS = ("-2", "0", "1", "2.5", "3", "8", "40")
ATTRIBUTES = ("Colour", "Size", "Cut")
VALUES = ("A", "B", "C", "D", "E")
OUTLETS = ("main", "shed")

CATEGORIES = {
    "drinks": PosCategory("drinks", "Drinks", None),
    "hot": PosCategory("hot", "Hot", "drinks"),
    "food": PosCategory("food", "Food", None),
    "hot food": PosCategory("hot food", "Hot", "food"),
}
"""Two of one name below different parents."""


def fill_pos(stores: Stores, rng: Random, products: int) -> None:
    """Give the POS so many products: standalone ones and families."""
    stores.categories.update(CATEGORIES)
    for _ in range(products):
        if rng.random() < 0.5:
            add_simple(stores, rng)
        else:
            add_family(stores, rng)


def add_simple(stores: Stores, rng: Random) -> None:
    """A new standalone product."""
    record = _record(stores, rng)
    _keep(stores, replace(record, images=_some_images(stores, rng)), rng)


def add_family(stores: Stores, rng: Random) -> None:
    """A new family: its parent is an ordinary member, and no two have the same values."""
    names = ATTRIBUTES[: rng.randint(1, 3)]
    parent = replace(
        _record(stores, rng),
        has_variants=True,
        options=tuple((name, "A") for name in names),
        images=_some_images(stores, rng),
    )
    _keep(stores, parent, rng)
    for _ in range(rng.randint(0, 3)):
        _add_member(stores, parent, rng)


def _add_member(stores: Stores, parent: PosRecord, rng: Random) -> None:
    options = tuple((name, rng.choice(VALUES)) for name, _ in parent.options)
    taken = {frozenset(member.options) for member in members(stores, parent.family_key)}
    if not options or frozenset(options) in taken:
        return
    record = replace(
        _record(stores, rng),
        family_key=parent.family_key,
        parent_id=parent.id,
        name=parent.name,
        options=options,
        sell_online=parent.sell_online,
        category=parent.category,
    )
    if rng.random() < 0.3:
        record = replace(record, variant_images=_some_images(stores, rng)[:1])
    _keep(stores, record, rng)


def _record(stores: Stores, rng: Random) -> PosRecord:
    number = len(stores.records) + 1
    price = None if rng.random() < 0.05 else Decimal(rng.choice(PRICES))
    return PosRecord(
        id=f"p{number}",
        family_key=f"p{number}",
        parent_id=None,
        has_variants=False,
        name=f"Thing {number}",
        sku=f"S-{number}",
        active=rng.random() < 0.9,
        created_at=f"2026-01-{number:02}",
        version=number,
        barcode=rng.choice(("", f"40{number}")),
        description=rng.choice(WORDS),
        brand=rng.choice(WORDS[:3]),
        category=_path(stores, rng.choice(("", *stores.categories))),
        sell_online=rng.choice((True, True, True, True, None, False)),
        tracked=rng.random() < 0.85,
        composite=rng.random() < 0.05,
        price_including_tax=price,
        weight=_weight(rng),
        dimensions=_dimensions(rng),
    )


def _weight(rng: Random) -> Weight | None:
    return Weight(Decimal(rng.choice(WEIGHTS)), "KG") if rng.random() < 0.6 else None


def _dimensions(rng: Random) -> Dimensions | None:
    sides = [rng.choice((None, Decimal(2), Decimal(7))) for _ in range(3)]
    return Dimensions(sides[0], sides[1], sides[2], "CM") if rng.random() < 0.5 else None


def _path(stores: Stores, leaf: str) -> tuple[CategoryRef, ...]:
    path: tuple[CategoryRef, ...] = ()
    at: str | None = leaf or None
    while at is not None:
        category = stores.categories[at]
        path = (CategoryRef(category.id, category.name), *path)
        at = category.parent_id
    return path


def _some_images(stores: Stores, rng: Random) -> tuple[PosImage, ...]:
    return tuple(_image(stores, rng) for _ in range(rng.choice((0, 0, 1, 2, 3))))


def _image(stores: Stores, rng: Random) -> PosImage:
    number = len(stores.pictures) + 1
    image = PosImage(f"i{number}", f"https://pictures/{number}")
    same = list(stores.pictures.values())
    content = rng.choice(same) if same and rng.random() < 0.2 else f"picture {number}"
    stores.pictures[image.id, image.url] = content
    return image


def _keep(stores: Stores, record: PosRecord, rng: Random) -> None:
    skus = [other.sku for other in stores.records.values()]
    chance = rng.random()
    if chance < 0.03:
        record = replace(record, sku="")
    elif chance < 0.06 and skus:
        record = replace(record, sku=rng.choice(skus))
    stores.records[record.id] = record
    rows = {outlet: Decimal(rng.choice(LEVELS)) for outlet in OUTLETS if rng.random() < 0.8}
    if rows:
        stores.levels[record.id] = rows


def live(stores: Stores) -> list[PosRecord]:
    """The records that are not deleted."""
    return [record for record in stores.records.values() if not record.deleted]


def members(stores: Stores, key: str) -> list[PosRecord]:
    """The live records of one product."""
    return [record for record in live(stores) if record.family_key == key]


def _set(stores: Stores, record: PosRecord, **values: object) -> None:
    stores.records[record.id] = replace(record, **values)  # type: ignore[arg-type]  # by name


def rename(stores: Stores, record: PosRecord, _: Random) -> None:
    """Another name."""
    _set(stores, record, name=record.name + " new")


def describe(stores: Stores, record: PosRecord, rng: Random) -> None:
    """Another description, or none."""
    _set(stores, record, description=rng.choice(WORDS), brand=rng.choice(WORDS))


def reprice(stores: Stores, record: PosRecord, rng: Random) -> None:
    """Another price, now and then one that is not told."""
    told = rng.choice((None, *PRICES, *PRICES))
    _set(stores, record, price_including_tax=None if told is None else Decimal(told))


def measure(stores: Stores, record: PosRecord, rng: Random) -> None:
    """Another weight and size, or none."""
    _set(stores, record, weight=_weight(rng), dimensions=_dimensions(rng))


def scan(stores: Stores, record: PosRecord, rng: Random) -> None:
    """Another barcode, or none."""
    _set(stores, record, barcode=rng.choice(("", "4711", "0815")))


def count(stores: Stores, record: PosRecord, rng: Random) -> None:
    """Another level, or a first one."""
    rows = stores.levels.setdefault(record.id, {})
    rows[rng.choice(OUTLETS)] = Decimal(rng.choice(LEVELS))


def track(stores: Stores, record: PosRecord, _: Random) -> None:
    """Tracking on or off."""
    _set(stores, record, tracked=not record.tracked)


def activate(stores: Stores, record: PosRecord, _: Random) -> None:
    """Active or inactive."""
    _set(stores, record, active=not record.active)


def switch(stores: Stores, record: PosRecord, rng: Random) -> None:
    """The POS's own sell-in-eCom switch, of all members."""
    told = rng.choice((True, False, None))
    for member in members(stores, record.family_key):
        _set(stores, member, sell_online=told)


def move_category(stores: Stores, record: PosRecord, rng: Random) -> None:
    """Another category, or none."""
    _set(stores, record, category=_path(stores, rng.choice(("", *stores.categories))))


def rename_category(stores: Stores, _: PosRecord, rng: Random) -> None:
    """A category gets another name."""
    chosen = stores.categories[rng.choice(list(stores.categories))]
    stores.categories[chosen.id] = replace(chosen, name=chosen.name + "!")
    for record in list(stores.records.values()):
        if record.category:
            _set(stores, record, category=_path(stores, record.category[-1].id))


def picture(stores: Stores, record: PosRecord, rng: Random) -> None:
    """Pictures added, taken away, or in another order."""
    images = list(record.images)
    rng.shuffle(images)
    images = [
        *images[rng.choice((0, 1)) :],
        *(_image(stores, rng) for _ in range(rng.choice((0, 1)))),
    ]
    if record.parent_id is not None:
        _set(stores, record, variant_images=tuple(images[:1]))
    else:
        _set(stores, record, images=tuple(images))


def delete(stores: Stores, record: PosRecord, _: Random) -> None:
    """A record is deleted: a product, or one variant."""
    _set(stores, record, deleted=True)


def delete_product(stores: Stores, record: PosRecord, _: Random) -> None:
    """A product is deleted with all its variants."""
    for member in members(stores, record.family_key):
        _set(stores, member, deleted=True)


def make_anew(stores: Stores, record: PosRecord, _: Random) -> None:
    """Deleted and made anew with the same SKU."""
    number = len(stores.records) + 1
    key = f"p{number}" if record.family_key == record.id else record.family_key
    if len(members(stores, record.family_key)) > 1 and record.parent_id is None:
        return
    anew = replace(record, id=f"p{number}", family_key=key, created_at=f"2026-02-{number:02}")
    _set(stores, record, deleted=True)
    stores.records[anew.id] = anew
    stores.levels[anew.id] = dict(stores.levels.get(record.id, {}))


def add_variant(stores: Stores, record: PosRecord, rng: Random) -> None:
    """One more variant of a family; a standalone product becomes a family."""
    parent = next((r for r in members(stores, record.family_key) if r.parent_id is None), None)
    if parent is None:
        return
    if not parent.options:
        parent = replace(parent, options=(("Colour", "A"),), has_variants=True)
        stores.records[parent.id] = parent
    _add_member(stores, parent, rng)


def lose_options(stores: Stores, record: PosRecord, _: Random) -> None:
    """A family becomes a standalone product again."""
    for member in members(stores, record.family_key):
        if member.parent_id is None:
            _set(stores, member, options=(), has_variants=False)
        else:
            _set(stores, member, deleted=True)


def revalue(stores: Stores, record: PosRecord, rng: Random) -> None:
    """One member gets another value of one attribute."""
    if not record.options:
        return
    at = rng.randrange(len(record.options))
    pairs = list(record.options)
    pairs[at] = (pairs[at][0], rng.choice(VALUES))
    others = [m for m in members(stores, record.family_key) if m.id != record.id]
    if all(frozenset(pairs) != frozenset(other.options) for other in others):
        _set(stores, record, options=tuple(pairs))


def swap_values(stores: Stores, record: PosRecord, rng: Random) -> None:
    """Two members swap their attribute values."""
    other = rng.choice(members(stores, record.family_key))
    _set(stores, other, options=record.options)
    _set(stores, record, options=other.options)


def rename_attribute(stores: Stores, record: PosRecord, _: Random) -> None:
    """The first attribute gets another name."""
    for member in members(stores, record.family_key):
        if member.options:
            (name, value), *rest = member.options
            _set(stores, member, options=((name + "'", value), *rest))


def rename_value(stores: Stores, record: PosRecord, _: Random) -> None:
    """A value of the first attribute gets another name, wherever it stands in the family."""
    if not record.options:
        return
    renamed = record.options[0]
    for member in members(stores, record.family_key):
        pairs = tuple((n, v + "'") if (n, v) == renamed else (n, v) for n, v in member.options)
        _set(stores, member, options=pairs)


def change_sku(stores: Stores, record: PosRecord, rng: Random) -> None:
    """Another SKU: a new one, or one that somebody has or had."""
    online = [sku for _, _, sku in stores.shop.skus()]
    others = [other.sku for other in stores.records.values() if other.deleted]
    _set(stores, record, sku=rng.choice((f"N-{len(stores.records)}", *online, *others)))


def swap_skus(stores: Stores, record: PosRecord, rng: Random) -> None:
    """Two records swap their SKUs."""
    other = rng.choice(live(stores))
    _set(stores, other, sku=record.sku)
    _set(stores, record, sku=other.sku)


def rotate_skus(stores: Stores, _: PosRecord, rng: Random) -> None:
    """The SKUs of several records go round in a ring."""
    records = live(stores)
    rng.shuffle(records)
    ring = records[:4]
    skus = [record.sku for record in ring]
    for record, sku in zip(ring, (*skus[1:], skus[0]), strict=True):
        _set(stores, record, sku=sku)


Edit = Callable[[Stores, PosRecord, Random], None]

EDITS: tuple[Edit, ...] = (
    *(rename, describe, reprice, measure, scan, count, track, activate, switch, move_category),
    *(rename_category, picture, delete, delete_product, make_anew, add_variant, add_variant),
    *(lose_options, revalue, swap_values, rename_attribute, rename_value, change_sku, swap_skus),
    rotate_skus,
)


def edit_pos(stores: Stores, rng: Random, edits: int) -> None:
    """So many things happen in the POS."""
    for _ in range(edits):
        records = live(stores)
        if records:
            rng.choice(EDITS)(stores, rng.choice(records), rng)
        if rng.random() < 0.1:
            add_simple(stores, rng)
