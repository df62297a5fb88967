"""The longest values that a catalogue holds: columns are made wide enough for them beforehand."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from operator import attrgetter

from app.facts.rows import PRICE, STOCK, Row, Stock
from app.ui import values
from app.ui.wording_catalogue import short_why


@dataclass(frozen=True, slots=True)
class Longest:
    """The longest text of each column; prices of families are told shorter where narrow."""

    wide: Mapping[str, str] = field(default_factory=dict)
    narrow: Mapping[str, str] = field(default_factory=dict)
    among_wide: Mapping[str, str] = field(default_factory=dict)
    """The longest that stands for one variant of a family, where one does."""
    among_narrow: Mapping[str, str] = field(default_factory=dict)
    captions: frozenset[str] = frozenset()
    """Every reason that stands under a status."""


def longest_values(rows: Collection[Row], places: int) -> Longest:
    """Look through all rows: once a read, not at each change."""
    stocks = {
        "pos_stock": _longest_stock(map(attrgetter("pos_stock"), rows)),
        "online_stock": _longest_stock(map(attrgetter("online_stock"), rows)),
    }
    highest = {
        "pos_price": max(filter(None, map(attrgetter("pos_price"), rows)), default=0),
        "online_price": max(filter(None, map(attrgetter("online_price"), rows)), default=0),
    }
    families = [row for row in rows if row.family]
    ranged = _ranged(families)
    wide, narrow = (
        {key: _longest_price(highest[key], ranged[key], places, narrow=short) for key in highest}
        for short in (False, True)
    )
    among = [_among(families, places, narrow=short) for short in (False, True)]
    reasons = map(short_why, set(map(attrgetter("why"), rows)))
    return Longest({**stocks, **wide}, {**stocks, **narrow}, among[0], among[1], frozenset(reasons))


def _ranged(families: Collection[Row]) -> dict[str, int | None]:
    """The highest price that a family of several begins with."""
    pos = (f.pos_price for f in families if f.pos_price != f.pos_price_high)
    online = (f.online_price for f in families if f.online_price != f.online_price_high)
    return {
        "pos_price": max(filter(None, pos), default=None),
        "online_price": max(filter(None, online), default=None),
    }


def _among(families: Collection[Row], places: int, *, narrow: bool) -> dict[str, str]:
    """The longest value that stands for a variant, of each cell where one may."""
    priced = (f for f in families if f.wins & PRICE and f.pos_price == f.online_price)
    price = max((max(f.pos_price_high or 0, f.online_price_high or 0) for f in priced), default=0)
    pieces = [f.pos_stock for f in families if f.wins & STOCK and f.pos_stock == f.online_stock]
    found: dict[str, str] = {}
    if price:
        told = values.among(values.money(price, places), narrow=narrow)
        found |= {"pos_price": told, "online_price": told}
    if pieces:
        told = values.among(_longest_stock(pieces), narrow=narrow)
        found |= {"pos_stock": told, "online_stock": told}
    return found


def _longest_price(highest: int, ranged: int | None, places: int, *, narrow: bool) -> str:
    texts = [values.money(highest, places)]
    if ranged is not None:
        texts.append(values.price(ranged, ranged + 1, places, narrow=narrow))
    return max(texts, key=len)


def _longest_stock(stocks: Iterable[Stock]) -> str:
    pieces = [stock for stock in stocks if isinstance(stock, int)]
    if not pieces:
        return ""
    return max(values.stock(min(pieces)), values.stock(max(pieces)), key=len)
