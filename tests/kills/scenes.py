"""Shops in which every kind of write is about to be made: a first sync, two days of changes."""

from collections.abc import Callable
from dataclasses import dataclass

from app.sample import mutations_ecom as online
from app.sample import mutations_pos as pos
from app.sample import mutations_till as till
from tests.journeys.stage import Stage


@dataclass(frozen=True)
class Scene:
    """What has happened before the sync that is going to be killed.

    `settings` are made by command; `opening` comes before a first sync in peace, `changes` after
    it. Without `changes` it is the first sync that is killed.
    """

    name: str
    settings: tuple[tuple[str, str], ...]
    opening: Callable[[Stage], None]
    changes: Callable[[Stage], None] | None = None


def stock_up(stage: Stage) -> None:
    """Pictures, categories under each other, a family with pictures of its variants."""
    for seed in (2, 3):
        pos.add_picture(stage.pos, stage.ids["MUG-1"], seed)
    pos.add_picture(stage.pos, stage.ids["TEE-NS"], 4)
    pos.set_variant_picture(stage.pos, stage.ids["TEE-BM"], 5)
    balcony = pos.add_category(stage.pos, "Balcony")
    pos.move_category(stage.pos, stage.ids["LAMP-1"], pos.add_category(stage.pos, "Herbs", balcony))
    pos.describe(stage.pos, stage.ids["LAMP-1"], "<p>Reads &amp; shines.</p>")
    pos.set_brand(stage.pos, stage.ids["LAMP-1"], next(iter(stage.pos.tables["brands"].rows)))
    pos.track_stock(stage.pos, stage.ids["PLATE-5"], tracked=False)


def a_day(stage: Stage) -> None:
    """Stock, prices, texts, pictures, variants, categories, SKUs; some come and some go."""
    ids = stage.ids
    till.count_stock(stage.pos, ids["MUG-1"], stage.outlets[0], 5)
    till.count_stock(stage.pos, ids["TEE-BM"], stage.outlets[0], 9)
    till.count_stock(stage.pos, ids["PLATE-4"], stage.outlets[0], 2)
    pos.reprice(stage.pos, ids["MUG-1"], 16.0)
    pos.rename(stage.pos, ids["LAMP-1"], "Reading lamp, brass")
    pos.describe(stage.pos, ids["MUG-1"], "<p>Holds <i>tea</i>.</p>")
    pos.remove_picture(stage.pos, ids["MUG-1"], 1)
    pos.add_picture(stage.pos, ids["MUG-1"], 6)
    pos.add_picture(stage.pos, ids["LAMP-1"], 7)
    red = pos.add_variant(stage.pos, ids["TEE-NS"], {"Colour": "Red", "Size": "S"}, "TEE-RS")
    till.count_stock(stage.pos, red, stage.outlets[0], 4)
    for old, new in (("S", "?"), ("M", "S"), ("?", "M")):
        pos.rename_value(stage.pos, ids["TEE-NS"], "Size", old, new)
    pos.move_category(stage.pos, ids["MUG-1"], pos.add_category(stage.pos, "Cups"))
    pos.swap_skus(stage.pos, ids["PLATE-1"], ids["PLATE-2"])
    pos.deactivate(stage.pos, ids["PLATE-3"])
    pos.delete_product(stage.pos, ids["PLATE-5"])
    bowl = stage.add("Bowl", "BOWL-1", 12.0, stock=6)
    pos.add_picture(stage.pos, bowl, 8)
    # A simple product becomes a family: its stock moves to its variations.
    jug = pos.add_variant(stage.pos, ids["PLATE-4"], {"Rim": "Gold"}, "PLATE-4G")
    till.count_stock(stage.pos, jug, stage.outlets[0], 3)


def a_day_of_removals(stage: Stage) -> None:
    """What goes, where removal is gentle; an edit kept online until the POS changes the field."""
    ids = stage.ids
    pos.delete_product(stage.pos, ids["LAMP-1"])
    pos.delete_product(stage.pos, ids["PLATE-1"])
    pos.delete_variant(stage.pos, ids["TEE-BM"])
    pos.switch_online(stage.pos, ids["PLATE-2"], online=False)
    with stage.ecom.lock:
        gone = stage.products()["PLATE-3"]["id"]
        online.delete_product(stage.ecom, gone)
    mugs = stage.pos.product(ids["MUG-1"])["product_type_id"]
    pos.rename_category(stage.pos, mugs, "Cups and mugs")


SCENES = {
    scene.name: scene
    for scene in (
        Scene("first", (), stock_up),
        Scene("day", (), stock_up, a_day),
        Scene("removals", (("removal.mode", "hide"),), stock_up, a_day_of_removals),
    )
}
