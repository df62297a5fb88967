"""What stands in the cells of a row: as text, spoken, exported, marked by what becomes of it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, NamedTuple

from app.facts.rows import ENABLED, PRICE, STOCK, Row, Stock
from app.facts.telling_variant import telling_variant
from app.ui import values
from app.ui.painting import ValueKind, status_word
from app.ui.wording_catalogue import (
    caption,
    spoken_price,
    spoken_state,
    spoken_status,
    spoken_stock,
    spoken_tick,
    variants_words,
    why,
)

Tick = Literal["off", "on", "partial"]

_BITS = {
    "pos_price": PRICE,
    "online_price": PRICE,
    "pos_stock": STOCK,
    "online_stock": STOCK,
    "active": ENABLED,
    "shown": ENABLED,
}
_POS = frozenset({"pos_price", "pos_stock", "active"})


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the table: a product, or a variant of an open family.

    `family` is the product that a variant belongs to. `left`: it changed and would no longer
    pass the filter. `tick` is None where there is nothing to choose.
    """

    row: Row
    family: Row | None = None
    opened: bool = False
    left: bool = False
    tick: Tick | None = None

    @property
    def key(self) -> str:
        """The product's key."""
        return self.row.id if self.family is None else self.family.id


def tick_of(row: Row, family: Row | None) -> Tick | None:
    """The tick that a line shows: one choice stands for a product and all its variants.

    A family that is sold in part, without anybody having chosen so, is ticked in part; then a
    variant's tick tells whether it is one of those online.
    """
    product = row if family is None else family
    if not product.sellable or not row.sellable:
        return None
    if not product.sell_online:
        return "off"
    if not _in_part(product):
        return "on"
    if family is None:
        return "partial"
    return "on" if row.shown else "off"


def _in_part(product: Row) -> bool:
    return product.flag == "follow" and 0 < product.sold_variants < product.family


def plain(line: Line, key: str, places: int, now: float, *, narrow: bool = False) -> str:
    """A cell as text; prices of families are shorter where it is narrow."""
    return _TEXTS[key](line, _Terms(places, now, narrow))


class _Terms(NamedTuple):
    places: int
    now: float
    narrow: bool


def _tick(line: Line, _: _Terms) -> str:
    return "" if line.tick is None else values.yes_no(line.tick != "off")


def _pos_price(line: Line, terms: _Terms) -> str:
    row = line.row
    if row.pos_price is None and row.active in ("yes", "no"):
        return values.NOT_KNOWN
    told = telling_variant(row, PRICE)
    if told is not None:
        return _among(told, "pos_price", terms)
    return values.price(row.pos_price, row.pos_price_high, terms.places, narrow=terms.narrow)


def _online_price(line: Line, terms: _Terms) -> str:
    row = line.row
    if row.online_price is None and row.shown:
        return values.NOT_KNOWN
    told = telling_variant(row, PRICE)
    if told is not None:
        return _among(told, "online_price", terms)
    return values.price(row.online_price, row.online_price_high, terms.places, narrow=terms.narrow)


def _pos_stock(line: Line, terms: _Terms) -> str:
    told = telling_variant(line.row, STOCK)
    return values.stock(line.row.pos_stock) if told is None else _among(told, "pos_stock", terms)


def _online_stock(line: Line, terms: _Terms) -> str:
    told = telling_variant(line.row, STOCK)
    if told is not None:
        return _among(told, "online_stock", terms)
    return values.stock(line.row.online_stock)


def _among(variant: Row, key: str, terms: _Terms) -> str:
    """The family's own values would read the same on both sides."""
    return values.among(_TEXTS[key](Line(variant), terms), narrow=terms.narrow)


_TEXTS: Mapping[str, Callable[[Line, _Terms], str]] = {
    "sell": _tick,
    "product": lambda line, _: line.row.name,
    "sku": lambda line, _: line.row.sku,
    "category": lambda line, _: line.row.category,
    "brand": lambda line, _: line.row.brand,
    "pos_price": _pos_price,
    "pos_stock": _pos_stock,
    "active": lambda line, _: values.side_state(line.row.active),
    "status": lambda line, _: status_word(line.row.status),
    "online_price": _online_price,
    "online_stock": _online_stock,
    "shown": lambda line, _: values.side_state(line.row.shown),
    "synced": lambda line, terms: values.moment(line.row.synced, terms.now),
}


def value_kind(row: Row, key: str) -> ValueKind:
    """What becomes of a cell's value; marks come in pairs, one on each side."""
    bit = _BITS.get(key, 0)
    if not bit or not row.shown or not (row.wins | row.kept | row.bad) & bit:
        return "plain"
    pos = key in _POS
    if row.wins & bit:
        if pos:
            return "plain" if key == "active" and row.active == row.shown else "wins"
        return "loses"
    if row.kept & bit:
        return "loses" if pos else "kept"
    return "plain" if pos else "bad"


def tool_tip(line: Line, key: str, places: int, *, compact: bool) -> str:
    """What a cell says at length; all of it stands in the panel too."""
    row = line.row
    if key == "product":
        return "\n".join(part for part in (row.name, row.sku, variants_words(row)) if part)
    if key == "status":
        reason = why(row)
        return reason if compact or reason != caption(row) else ""
    if key == "synced":
        return values.full_moment(row.synced)
    if key in ("category", "brand", "sku"):
        return plain(line, key, places, 0)
    return why(row) if plain(line, key, places, 0) == values.NOT_KNOWN else ""


def spoken(line: Line, key: str, places: int, now: float) -> str:
    """What a screen reader says for a cell."""
    row = line.row
    if key in ("pos_price", "online_price"):
        return spoken_price(row, places, online=key == "online_price")
    if key in ("pos_stock", "online_stock"):
        return spoken_stock(row, online=key == "online_stock")
    if key in ("active", "shown"):
        return spoken_state(row, online=key == "shown")
    if key == "sell":
        chosen = row if line.family is None else line.family
        return spoken_tick(chosen, part=line.tick == "partial")
    if key == "status":
        return spoken_status(row)
    return plain(line, key, places, now)


Cell = str | int | Decimal


def exported(line: Line, key: str, places: int) -> Cell:
    """A cell for a file: numbers as numbers, moments as a whole stamp, text as it is."""
    row = line.row
    if key in ("pos_price", "online_price"):
        amount = row.pos_price if key == "pos_price" else row.online_price
        return "" if amount is None else Decimal(amount).scaleb(-places)
    if key in ("pos_stock", "online_stock"):
        return _stock(row.pos_stock if key == "pos_stock" else row.online_stock)
    if key == "synced":
        return values.full_moment(row.synced)
    return plain(line, key, places, 0)


def _stock(value: Stock) -> Cell:
    if isinstance(value, int):
        return value
    return "" if value is None else values.spoken_stock(value)
