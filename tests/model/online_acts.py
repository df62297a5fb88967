"""What happens in the online store between two syncs; what the service refuses does not."""

from collections.abc import Callable
from random import Random
from typing import Any

from app.sample import mutations_ecom as online
from app.sample.e_series import categories, images, pictures, stock, variations
from app.sample.e_series.catalogue import Document
from tests.model.memory import Ordered
from tests.model.pos_acts import TEXTS, VALUES
from tests.model.stage import Stage, picture

Act = Callable[[Stage, Random], None]


def _some(stage: Stage, rng: Random) -> Document:
    return rng.choice(stage.documents())


def _edit(stage: Stage, product: Document, **fields: Any) -> None:
    online.edit(stage.rig.ecom, product["id"], **fields)


def rename(stage: Stage, rng: Random) -> None:
    """Another name."""
    _edit(stage, _some(stage, rng), name=f"Called online {stage.number()}")


def describe(stage: Stage, rng: Random) -> None:
    """Another description."""
    _edit(stage, _some(stage, rng), description=rng.choice(TEXTS))


def reprice(stage: Stage, rng: Random) -> None:
    """Another price."""
    _edit(stage, _some(stage, rng), price=rng.choice((1.0, 10.0, 22.5)))


def attribute(stage: Stage, rng: Random) -> None:
    """Another brand and barcode, or none."""
    rows = [
        {"alias": "BRAND", "value": rng.choice(("", "Online brand"))},
        {"alias": "UPC", "value": rng.choice(("", "9900000000001"))},
    ]
    _edit(stage, _some(stage, rng), attributes=rows)


def measure(stage: Stage, rng: Random) -> None:
    """Another weight and size."""
    sides = rng.choice(((1, 2, 3), (0, 0, 0), (10, 8, 8.001)))
    dimensions = dict(zip(("length", "width", "height"), sides, strict=True))
    weight = rng.choice((0, 0.3201, 0.5))
    _edit(stage, _some(stage, rng), weight=weight, dimensions=dimensions)


def write_own_texts(stage: Stage, rng: Random) -> None:
    """What never comes from the POS."""
    product = _some(stage, rng)
    number = stage.number()
    online.edit_seo(stage.rig.ecom, product["id"], f"Title {number}", f"Text {number}")
    online.set_compare_to_price(stage.rig.ecom, product["id"], rng.choice((None, 99.0)))
    _edit(stage, product, subtitle=f"Under {number}", warningLimit=2, minPurchaseQuantity=2)


def correct_stock(stage: Stage, rng: Random) -> None:
    """The stock is corrected by hand."""
    product = _some(stage, rng)
    delta = rng.choice((-3, -1, 2, 30))
    rows = product["combinations"]
    vid = rng.choice(rows)["id"] if rows and rng.random() < 0.8 else None
    stock.adjust(stage.rig.ecom, product["id"], vid, delta)


def untrack(stage: Stage, rng: Random) -> None:
    """Nobody counts it any more, or somebody does again."""
    product = _some(stage, rng)
    if product["unlimited"]:
        _edit(stage, product, unlimited=False, quantity=6)
    else:
        _edit(stage, product, unlimited=True)


def hide(stage: Stage, rng: Random) -> None:
    """Hidden."""
    _edit(stage, _some(stage, rng), enabled=False)


def show(stage: Stage, rng: Random) -> None:
    """Shown."""
    _edit(stage, _some(stage, rng), enabled=True)


def add_picture(stage: Stage, rng: Random) -> None:
    """A picture more, or another main one."""
    store, product = stage.rig.ecom, _some(stage, rng)
    made = pictures.new_picture(store, picture(rng.choice((1, 300 + stage.number()))))
    if rng.random() < 0.6:
        images.add_to_gallery(store, product["id"], made)
    else:
        images.set_main(store, product["id"], made)


def remove_picture(stage: Stage, rng: Random) -> None:
    """A picture less."""
    store, product = stage.rig.ecom, _some(stage, rng)
    if product["gallery"] and rng.random() < 0.6:
        images.remove_from_gallery(store, product["id"], rng.choice(product["gallery"])["id"])
    else:
        images.remove_main(store, product["id"])


def delete_product(stage: Stage, rng: Random) -> None:
    """Deleted."""
    online.delete_product(stage.rig.ecom, _some(stage, rng)["id"])


def _varied(stage: Stage, rng: Random) -> tuple[Document, Document] | None:
    products = [row for row in stage.documents() if row["combinations"]]
    if not products:
        return None
    product = rng.choice(products)
    return product, rng.choice(product["combinations"])


def delete_variation(stage: Stage, rng: Random) -> None:
    """A variation is deleted."""
    found = _varied(stage, rng)
    if found:
        online.delete_variation(stage.rig.ecom, found[0]["id"], found[1]["id"])


def edit_variation(stage: Stage, rng: Random) -> None:
    """A variation's price, SKU or weight."""
    found = _varied(stage, rng)
    if found is None:
        return
    changes = rng.choice(
        ({"price": 3.0}, {"sku": f"V-{stage.number()}"}, {"weight": 0.7}, {"compareToPrice": 50.0})
    )
    variations.update(stage.rig.ecom, found[0]["id"], found[1]["id"], changes)


def take_own_sku(stage: Stage, rng: Random) -> None:
    """A variation loses the SKU of its own, and with it its stock."""
    found = _varied(stage, rng)
    if found and rng.random() < 0.5:
        variations.update(stage.rig.ecom, found[0]["id"], found[1]["id"], {"sku": ""})


def revalue_variation(stage: Stage, rng: Random) -> None:
    """A variation stands for another value."""
    found = _varied(stage, rng)
    if found is None:
        return
    options = [dict(o) for o in found[1]["options"]]
    rng.choice(options)["value"] = rng.choice(("Odd", *VALUES))
    variations.update(stage.rig.ecom, found[0]["id"], found[1]["id"], {"options": options})


def add_variation(stage: Stage, rng: Random) -> None:
    """A variation that exists only online."""
    found = _varied(stage, rng)
    if found is None:
        return
    options = [dict(o) for o in found[1]["options"]]
    rng.choice(options)["value"] = rng.choice(("Only online", "Spare"))
    body = {"options": options, "sku": f"V-{stage.number()}", "quantity": 2}
    variations.create(stage.rig.ecom, found[0]["id"], body)


def create_product(stage: Stage, rng: Random) -> None:
    """Entered by hand; now and then what the POS has too."""
    skus = [r["sku"] for r in stage.rig.pos.tables["products"] if not r["deleted_at"] and r["sku"]]
    sku = rng.choice((f"W-{stage.number()}", *skus))
    fields = {"name": "By hand", "sku": sku, "price": 5, "enabled": rng.random() < 0.8}
    online.create_product(stage.rig.ecom, **fields)


def assign(stage: Stage, rng: Random) -> None:
    """Into a category of people's own, or out of one."""
    store, product = stage.rig.ecom, _some(stage, rng)
    if product["categoryIds"] and rng.random() < 0.5:
        categories.unassign(store, rng.choice(product["categoryIds"]), [product["id"]])
    else:
        online.assign_category(store, product["id"], rng.choice(("Gifts", "Drinks", "New")))


def order(stage: Stage, rng: Random) -> None:
    """A shopper buys."""
    store, product = stage.rig.ecom, _some(stage, rng)
    rows = product["combinations"]
    row = rng.choice(rows) if rows else None
    vid = row["id"] if row else None
    pieces = rng.choice((1, 1, 2, 5))
    placed = online.place_order(store, product["id"], pieces, vid)
    at = int(stage.clock.inner.now())
    stage.memory.orders[placed] = Ordered(
        at, product["id"], vid, pieces, (row or product).get("sku") or ""
    )


def cancel(stage: Stage, rng: Random) -> None:
    """An order is cancelled."""
    if stage.rig.ecom.orders:
        order_id = rng.choice(sorted(stage.rig.ecom.orders))
        online.cancel_order(stage.rig.ecom, order_id)
        if order_id in stage.memory.orders:
            stage.memory.orders[order_id].cancelled = True


ACTS: tuple[Act, ...] = (
    *(rename, describe, reprice, attribute, measure, write_own_texts, correct_stock, correct_stock),
    *(untrack, hide, show, add_picture, add_picture, remove_picture, delete_product),
    *(delete_variation, edit_variation, edit_variation, take_own_sku, revalue_variation),
    *(add_variation, create_product, assign, assign, order, order, order, cancel),
)
