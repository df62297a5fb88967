"""The columns of the catalogue, in order, and how they share the room there is (LOOK §2)."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Literal

from app.ui.values import currency_symbol
from app.ui.wording import tr

Group = Literal["product", "pos", "status", "online", "synced"]
"""Columns move within their group alone; "pos" and "online" carry a band with the side's name."""

GROUPS: tuple[Group, ...] = ("product", "pos", "status", "online", "synced")


@dataclass(frozen=True, slots=True)
class Column:
    """One column; `width` and `narrow` are what it takes at the usual size of text."""

    key: str
    group: Group
    width: int
    narrow: int
    right: bool = False
    """Whether its values are numbers, aligned to the right."""
    removable: bool = True
    on: bool = True
    """Whether it is shown until the manager says otherwise."""


COLUMNS: tuple[Column, ...] = (
    Column("sell", "product", 44, 40, removable=False),
    Column("product", "product", 300, 190, removable=False),
    Column("sku", "product", 116, 104, on=False),
    Column("category", "product", 140, 120, on=False),
    Column("brand", "product", 120, 104, on=False),
    Column("pos_price", "pos", 88, 68, right=True, removable=False),
    Column("pos_stock", "pos", 62, 50, right=True),
    Column("active", "pos", 74, 74),
    Column("status", "status", 176, 151, removable=False),
    Column("online_price", "online", 88, 68, right=True, removable=False),
    Column("online_stock", "online", 62, 50, right=True),
    Column("shown", "online", 62, 62),
    Column("synced", "synced", 98, 98),
)

KEYS: tuple[str, ...] = tuple(column.key for column in COLUMNS)
SELL, PRODUCT, STATUS = KEYS.index("sell"), KEYS.index("product"), KEYS.index("status")

_LEAST = 200
"""The product keeps this; before that, others give way."""
_LEAST_NARROW = 150
_GIVES_WAY = ("brand", "category", "sku", "synced", "active", "shown")
_GIVES_WAY_LAST = ("online_stock", "pos_stock")


@dataclass(frozen=True, slots=True)
class Arrangement:
    """The columns that are there, with their widths; `narrow`: names take two lines."""

    widths: Mapping[str, int]
    narrow: bool


def arranged(
    room: int,
    chosen: Collection[str],
    wider: Mapping[str, int],
    least: Mapping[str, int],
    least_narrow: Mapping[str, int],
) -> Arrangement:
    """Which of the chosen columns fit and how wide each is; the product takes what is left.

    `wider` are widths that the manager drew; `least` and `least_narrow` what the longest text of
    a column takes where there is room and where there is little.
    Text that is larger than usual makes the table scroll sideways rather than lose columns.
    """
    there = [column for column in COLUMNS if column.key in chosen]
    there = _without(there, _GIVES_WAY, _LEAST, room, wider, narrow=False)
    narrow = _left(there, room, wider, narrow=False) < _LEAST
    if narrow:
        there = _without(there, _GIVES_WAY_LAST, _LEAST_NARROW, room, wider, narrow=True)
    texts = least_narrow if narrow else least
    widths = {
        column.key: max(_nominal(column, wider, narrow), texts.get(column.key, 0))
        for column in there
    }
    others = sum(width for key, width in widths.items() if key != "product")
    smallest = max(_LEAST_NARROW if narrow else _LEAST, texts.get("product", 0))
    widths["product"] = max(room - others, smallest)
    return Arrangement(widths, narrow)


def _without(
    there: list[Column],
    droppable: Collection[str],
    least: int,
    room: int,
    wider: Mapping[str, int],
    *,
    narrow: bool,
) -> list[Column]:
    for key in droppable:
        if _left(there, room, wider, narrow=narrow) >= least:
            break
        there = [column for column in there if column.key != key]
    return there


def _left(there: list[Column], room: int, wider: Mapping[str, int], *, narrow: bool) -> int:
    """What is left for the product."""
    return room - sum(_nominal(each, wider, narrow) for each in there if each.key != "product")


def _nominal(column: Column, wider: Mapping[str, int], narrow: bool) -> int:
    return column.narrow if narrow else wider.get(column.key, column.width)


def side_word(group: Group) -> str:
    """What a band over the columns of a side says."""
    return tr("POS") if group == "pos" else tr("Online")


def title(key: str, currency: str = "") -> str:
    """What stands over a column, its side being told by the band."""
    price = tr("Price {currency}").format(currency=currency_symbol(currency)).strip()
    return {
        "sell": tr("Sell"),
        "product": tr("Product"),
        "sku": tr("SKU"),
        "category": tr("Category"),
        "brand": tr("Brand"),
        "pos_price": price,
        "pos_stock": tr("Stock"),
        "active": tr("Active"),
        "status": tr("Status"),
        "online_price": price,
        "online_stock": tr("Stock"),
        "shown": tr("Shown"),
        "synced": tr("Last synced"),
    }[key]


def full_title(key: str) -> str:
    """A column's name where no band tells the side: in menus, copies and exports."""
    return {
        "sell": tr("Sell online"),
        "pos_price": tr("POS price"),
        "pos_stock": tr("POS stock"),
        "active": tr("Active in POS"),
        "online_price": tr("Online price"),
        "online_stock": tr("Online stock"),
        "shown": tr("Shown online"),
        "why": tr("Why"),
    }.get(key) or title(key)


def spoken_title(key: str) -> str:
    """The title for a screen reader: POS, price."""
    return {
        "sell": tr("Sell online"),
        "pos_price": tr("POS, price"),
        "pos_stock": tr("POS, stock"),
        "active": tr("POS, active"),
        "online_price": tr("Online, price"),
        "online_stock": tr("Online, stock"),
        "shown": tr("Online, shown"),
    }.get(key) or title(key)
