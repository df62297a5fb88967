"""Hypothesis strategies: two stores with a history, ready for the next sync."""

from collections.abc import Mapping
from dataclasses import replace
from random import Random

from hypothesis import strategies as st

from app.domain.choices import Choices
from app.domain.rules import Rules
from tests.domain.online_edits import edit_online
from tests.domain.pos_edits import OUTLETS, edit_pos, fill_pos
from tests.domain.shop_model import Shop
from tests.domain.syncing import Stores, sync

DEFAULTS: Mapping[str, object] = {}

SWITCHED_OFF = ("name", "description", "brand", "category", "barcode", "price", "stock", "images")


@st.composite
def stores(draw: st.DrawFn, settings: Mapping[str, object] = DEFAULTS) -> Stores:
    """Two stores as the next sync finds them: synced once or not, then changed on both sides."""
    rng = draw(st.randoms(use_true_random=False))
    return history(rng, settings)


def history(rng: Random, settings: Mapping[str, object]) -> Stores:
    """Two stores that something has happened in."""
    made = empty_stores(rng, settings)
    fill_pos(made, rng, rng.randint(1, 4))
    for _ in range(rng.choice((1, 1, 2))):
        sync(made)
        edit_online(made.shop, rng, rng.choice((0, 1, 3, 5)))
        _forget(made, rng)
        edit_pos(made, rng, rng.choice((0, 1, 3, 5)))
    return made


def empty_stores(rng: Random, settings: Mapping[str, object]) -> Stores:
    """A POS and an online store without products, in a random make of the shop."""
    ticked = frozenset(OUTLETS[: rng.randint(1, 2)])
    shop = Shop(moves_up=rng.random() < 0.5, becomes_main=rng.random() < 0.5)
    some = {
        "new_products": rng.choice(("online", "off")),
        "first_link.images": rng.choice(("keep", "replace")),
        "stock.buffer": rng.choice((0, 0, 1)),
        **settings,
    }
    choices = Choices(register="till", outlets=ticked)
    return Stores({}, {}, {}, {}, shop, Rules.of(some), choices)


def _forget(made: Stores, rng: Random) -> None:
    """Some pairs meet for the first time again; some with the mark of our own creation."""
    if rng.random() < 0.6:
        return
    for key, link in list(made.links.items()):
        if rng.random() < 0.5:
            continue
        del made.links[key]
        made.bases.pop(key, None)
        there = made.shop.products.get(link.ecom_id)
        if there is not None and rng.random() < 0.8:
            made.shop.products[there.id] = replace(there, external_reference_id="")
