"""The model of the online store holds only what the service itself could answer (API eCom §6)."""

from collections.abc import Iterator
from random import Random

from app.domain.product import EcomProduct, EcomVariation
from tests.domain.online_edits import edit_online
from tests.domain.pos_edits import fill_pos
from tests.domain.strategies import empty_stores
from tests.domain.syncing import sync


def _with_a_stock_of_their_own(
    products: Iterator[EcomProduct],
) -> Iterator[EcomProduct | EcomVariation]:
    for product in products:
        yield product
        yield from (variation for variation in product.variations if variation.sku is not None)


def test_m5_a_record_is_untracked_or_has_a_number_of_pieces() -> None:
    """Never neither: a difference to nothing can't be sent, and the service has no such record."""
    for seed in range(40):
        rng = Random(seed)
        made = empty_stores(rng, {})
        fill_pos(made, rng, 3)
        sync(made)
        edit_online(made.shop, rng, 8)
        for record in _with_a_stock_of_their_own(iter(made.shop.products.values())):
            assert record.unlimited is (record.quantity is None), record
