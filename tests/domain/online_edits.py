"""What people do in the online store between two syncs, within the service's own rules."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from random import Random

from app.domain.product import EcomOption, EcomProduct, EcomVariation
from app.domain.steps import Value, Values
from tests.domain.shop_model import Refused, Shop

EDITED: tuple[tuple[str, Value], ...] = (
    ("name", "Named online"),
    ("description", "described online"),
    ("brand", "Online Brand"),
    ("brand", ""),
    ("barcode", "999"),
    ("price", Decimal("12.34")),
    ("weight", Decimal("3.5")),
    ("weight", Decimal(0)),
    ("dimensions", (Decimal(1), Decimal(2), Decimal(0))),
    ("enabled", True),
    ("enabled", False),
    ("stock", "unlimited"),
    ("stock", 0),
    ("stock", 5),
    ("sku", "W-1"),
)


def edit(shop: Shop, there: EcomProduct, rng: Random) -> None:
    """A field of the product itself."""
    name, value = rng.choice(EDITED)
    shop.put(there.id, {name: value})


def edit_variation(shop: Shop, there: EcomProduct, rng: Random) -> None:
    """A field of one variation."""
    variation = rng.choice(there.variations)
    name, value = rng.choice([pair for pair in EDITED if pair[0] not in ("name", "enabled")])
    shop.put_variation(there.id, variation.id, {name: value}, None)


def inherit(shop: Shop, there: EcomProduct, rng: Random) -> None:
    """A variation gives up a value of its own."""
    variation = rng.choice(there.variations)
    if rng.random() < 0.5:
        shop.put_variation(there.id, variation.id, {"sku": ""}, None)
        return
    bare = replace(variation, price=None, weight=None, dimensions=None)
    _exchange(shop, there, bare)


def _exchange(shop: Shop, there: EcomProduct, variation: EcomVariation) -> None:
    variations = tuple(variation if v.id == variation.id else v for v in there.variations)
    shop.products[there.id] = replace(there, variations=variations)


def take_variation_sku(shop: Shop, there: EcomProduct, rng: Random) -> None:
    """The product's SKU is one of its variations' as well."""
    variation = rng.choice(there.variations)
    if variation.sku is None:
        return
    stock: Value = "unlimited" if variation.unlimited else variation.quantity
    shop.put(there.id, {"stock": stock, "sku": variation.sku})


def swap_variation_skus(shop: Shop, there: EcomProduct, rng: Random) -> None:
    """Two variations swap their SKUs."""
    one, other = rng.choice(there.variations), rng.choice(there.variations)
    if one.id == other.id or one.sku is None or other.sku is None:
        return
    if there.sku not in (one.sku, other.sku):
        _exchange(shop, there, replace(one, sku=other.sku))
        _exchange(shop, shop.products[there.id], replace(other, sku=one.sku))


def swap_values(shop: Shop, there: EcomProduct, rng: Random) -> None:
    """Two variations swap their option values."""
    one, other = rng.choice(there.variations), rng.choice(there.variations)
    if one.id != other.id:
        _exchange(shop, there, replace(one, options=other.options))
        _exchange(shop, shop.products[there.id], replace(other, options=one.options))


def revalue(shop: Shop, there: EcomProduct, rng: Random) -> None:
    """A variation gets another value of one option."""
    variation = rng.choice(there.variations)
    (name, _), *rest = variation.options
    value = rng.choice(("A", "B", "C", "Z"))
    shop.put_variation(there.id, variation.id, {}, ((name, value), *rest))


def delete_variation(shop: Shop, there: EcomProduct, rng: Random) -> None:
    """A variation is deleted."""
    shop.delete_variation(there.id, rng.choice(there.variations).id)


def add_variation(shop: Shop, there: EcomProduct, rng: Random) -> None:
    """A variation that exists only online, with or without a SKU."""
    names = [option.name for option in there.options if option.choices] or ["Colour"]
    options = tuple((name, rng.choice(("A", "Z", "Y"))) for name in names)
    sku = f"O-{shop.last_id}"
    choices: tuple[Values, ...] = (
        {},
        {"sku": sku},
        {"sku": sku, "stock": 4, "price": Decimal(9)},
    )
    told = rng.choice(choices)
    shop.create_variation(there.id, options, told)


def add_option(shop: Shop, there: EcomProduct, rng: Random) -> None:
    """An option that exists only online, which variations may be built on."""
    shop.put_options(there.id, (("Wrapping", ("none", "paper")),), (), [])
    there = shop.products[there.id]
    for variation in there.variations:
        if rng.random() < 0.5 and "Wrapping" not in dict(variation.options):
            options = (*variation.options, ("Wrapping", rng.choice(("none", "paper"))))
            shop.put_variation(there.id, variation.id, {}, options)


def add_text_option(shop: Shop, there: EcomProduct, _: Random) -> None:
    """A field for the shopper's own words."""
    if all(option.name != "Engraving" for option in there.options):
        options = (*there.options, EcomOption("Engraving", (), "TEXTFIELD"))
        shop.products[there.id] = replace(there, options=options)


def arrange_options(shop: Shop, there: EcomProduct, rng: Random) -> None:
    """Options and their values in another order, and one value more."""
    options = [
        replace(o, choices=tuple(rng.sample([*o.choices, "Spare"], len(o.choices) + 1)))
        for o in there.options
        if o.choices and "Spare" not in o.choices
    ]
    if len(options) == len(there.options):
        rng.shuffle(options)
        shop.products[there.id] = replace(there, options=tuple(options))


def add_picture(shop: Shop, there: EcomProduct, rng: Random) -> None:
    """A picture more, or another main one."""
    if rng.random() < 0.6:
        shop.add_to_gallery(there.id, f"taken online {shop.last_id}")
    else:
        shop.set_main(there.id, f"taken online {shop.last_id}")


def remove_picture(shop: Shop, there: EcomProduct, rng: Random) -> None:
    """A picture is taken away."""
    if there.image_ids:
        shop.delete_picture(there.id, rng.choice(there.image_ids))


def arrange_pictures(shop: Shop, there: EcomProduct, rng: Random) -> None:
    """The gallery in another order."""
    main = tuple(i for i in there.image_ids if i == "0")
    gallery = [i for i in there.image_ids if i != "0"]
    rng.shuffle(gallery)
    shop.products[there.id] = replace(there, image_ids=(*main, *gallery))


def picture_variation(shop: Shop, there: EcomProduct, rng: Random) -> None:
    """A variation gets another picture, or loses it."""
    content = rng.choice(("", f"taken online {shop.last_id}"))
    shop.set_variation_picture(there.id, rng.choice(there.variations).id, content)


def categorise(shop: Shop, there: EcomProduct, rng: Random) -> None:
    """Into a category, or out of one."""
    if rng.random() < 0.2 or not shop.categories:
        shop.create_category(rng.choice(("Sale", "Drinks", "Food")), None)
    chosen = rng.choice(list(shop.categories))
    if chosen in there.category_ids:
        shop.unassign(chosen, there.id)
    else:
        shop.assign(chosen, there.id)


def delete_category(shop: Shop, _: EcomProduct, rng: Random) -> None:
    """A category without others below it is deleted."""
    parents = {category.parent_id for category in shop.categories.values()}
    leaves = [category for category in shop.categories if category not in parents]
    if not leaves:
        return
    gone = rng.choice(leaves)
    del shop.categories[gone]
    for product in list(shop.products.values()):
        left = tuple(i for i in product.category_ids if i != gone)
        shop.products[product.id] = replace(product, category_ids=left)


def delete(shop: Shop, there: EcomProduct, _: Random) -> None:
    """The product is deleted."""
    shop.delete(there.id)


def stop_shipping(shop: Shop, there: EcomProduct, _: Random) -> None:
    """The product isn't shipped: the shop keeps no weight."""
    variations = tuple(replace(variation, weight=None) for variation in there.variations)
    shop.products[there.id] = replace(
        there, shipping_required=False, weight=None, variations=variations
    )


def add_product(shop: Shop, _: EcomProduct, rng: Random) -> None:
    """A product that exists only online; nobody counts its pieces."""
    made = shop.next_id()
    shop.products[made] = EcomProduct(
        made,
        f"W-{made}",
        "Only online",
        enabled=rng.random() < 0.8,
        updated=0,
        price=Decimal(3),
        unlimited=True,
    )


def swap_skus(shop: Shop, there: EcomProduct, rng: Random) -> None:
    """Two products swap their SKUs."""
    other = rng.choice(list(shop.products.values()))
    if there.variations or other.variations:
        return
    shop.products[there.id] = replace(there, sku=other.sku)
    if other.id != there.id:
        shop.products[other.id] = replace(other, sku=there.sku)


Edit = Callable[[Shop, EcomProduct, Random], None]

EDITS: tuple[Edit, ...] = (
    *(edit, edit, edit, add_text_option, add_picture, add_picture, remove_picture),
    *(arrange_pictures, categorise, categorise, delete_category, delete, stop_shipping),
    *(add_product, swap_skus, add_variation),
)
FAMILY_EDITS: tuple[Edit, ...] = (
    *(edit_variation, edit_variation, inherit, inherit, take_variation_sku, swap_variation_skus),
    *(swap_values, revalue, delete_variation, add_variation, add_option, arrange_options),
    picture_variation,
)


def edit_online(shop: Shop, rng: Random, edits: int) -> None:
    """So many things happen in the online store; what the service refuses does not."""
    for _ in range(edits):
        if not shop.products:
            return
        there = rng.choice(list(shop.products.values()))
        family = bool(there.variations) and rng.random() < 0.7
        chosen = rng.choice(FAMILY_EDITS if family else EDITS)
        before = dict(shop.products)
        try:
            chosen(shop, there, rng)
        except Refused:
            shop.products = before
