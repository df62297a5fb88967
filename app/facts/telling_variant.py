"""The variant that a family's mark is about, where both sides would read the same."""

from functools import lru_cache

from app.facts.row_values import read_alike
from app.facts.rows import PRICE, STOCK, Row, variants_of


def telling_variant(row: Row, bit: int) -> Row | None:
    """The first variant that differs in `bit`, where the family's own values agree; else None."""
    if not row.family or not (row.wins | row.kept) & bit or not _reads_alike(row, bit):
        return None
    return _first_differing(row, bit)


def _reads_alike(row: Row, bit: int) -> bool:
    if bit == PRICE:
        here = (row.pos_price, row.pos_price_high)
        return read_alike(here, (row.online_price, row.online_price_high))
    return bit == STOCK and row.pos_stock == row.online_stock


@lru_cache(maxsize=512)
def _first_differing(row: Row, bit: int) -> Row | None:
    """Kept: the table paints a row many times before it changes."""
    marked = (one for one in variants_of(row) if (one.wins | one.kept) & bit)
    return next((one for one in marked if not _reads_alike(one, bit)), None)
