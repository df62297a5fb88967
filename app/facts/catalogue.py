"""The catalogue as the table shows it: rows, live counts, filter, search and order (S2).

Plain Python over an immutable row each: filtering refines the previous hits while typing goes
on, and the order of each column is kept, so that a key stroke costs milliseconds at 100,000 rows.
What takes a look at every row is done where the rows are made (`arranged`, on any thread); the
window only takes it over.
"""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from app.domain.assessing import Status
from app.facts.rows import PRICE, STATUS_ORDER, STOCK, Row, Stock, Why, counted

Column = str
"""A sortable column: sell, product, sku, pos_price, pos_stock, active, status, online_price,
online_stock, shown, synced, category, brand."""

Order = tuple[Column, bool]
"""A column, and whether it goes down."""

_Text = tuple[str, str]
"""A row's id and what is searched of it."""

_SENT_FROM: Status = "update waiting"
"""Where what is being sent is filed when nobody saw what it was before."""

_RANK: Mapping[str, int] = {status: at for at, status in enumerate(STATUS_ORDER)}


@dataclass(frozen=True, slots=True)
class Filter:
    """What is looked at: statuses (none: all), a category or brand ("" for all), typed text.

    `keys` limits to some products, where a screen sends people to "all 412 in the catalogue".
    """

    statuses: frozenset[Status] = frozenset()
    category: str = ""
    brand: str = ""
    text: str = ""
    keys: frozenset[str] | None = None

    @property
    def everything(self) -> bool:
        """Whether nothing is filtered out."""
        return self == Filter()


@dataclass(frozen=True, slots=True)
class Span:
    """The largest values of a column that gives prices or pieces; `least` for pieces alone.

    `ranged` is the highest price that a family of several begins with, `among` the least and the
    most of families that differ in some of their variants alone; None where there is none.
    """

    most: int = 0
    least: int = 0
    ranged: int | None = None
    among: tuple[int, int] | None = None
    known: bool = False


@dataclass(frozen=True, slots=True)
class Arranged:
    """Rows with all that a look at every one of them tells.

    `spans` are of the columns pos_price, pos_stock, online_price, online_stock; `whys` are all
    reasons that rows have for their status; `sent` are being sent.
    """

    rows: dict[str, Row]
    counts: dict[Status, int]
    sent: tuple[str, ...]
    orders: dict[Order, list[str]]
    texts: dict[Order, list[_Text]]
    waiting: int
    categories: tuple[str, ...]
    brands: tuple[str, ...]
    spans: Mapping[Column, Span]
    whys: frozenset[Why]


def arranged(found: Iterable[Row], orders: Collection[Order] = ()) -> Arranged:
    """Look at every row once; they are sorted in these orders as well."""
    rows = {row.id: row for row in found}
    every = rows.values()
    sorted_ids = {order: ordered(every, order) for order in orders}
    return Arranged(
        rows,
        counted(rows),
        tuple(row.id for row in every if row.status == "syncing"),
        sorted_ids,
        {order: _texts(rows, ids) for order, ids in sorted_ids.items()},
        sum(1 for row in every if row.goes),
        _sorted({row.category for row in every}),
        _sorted({row.brand for row in every}),
        _spans(every),
        frozenset(row.why for row in every),
    )


def _texts(rows: Mapping[str, Row], ids: Iterable[str]) -> list[_Text]:
    return [(row_id, rows[row_id].search) for row_id in ids]


def ordered(rows: Collection[Row], order: Order) -> list[str]:
    """Ids of rows in an order; by name where a column says the same of two."""
    column, descending = order
    found = sorted(rows, key=_SORTS["product"])
    if column != "product" or descending:
        found.sort(key=_SORTS[column], reverse=descending)
    return [row.id for row in found]


def _spans(rows: Collection[Row]) -> dict[Column, Span]:
    families = [row for row in rows if row.family]
    priced = [f for f in families if f.wins & PRICE and f.pos_price == f.online_price]
    prices = _among(max(f.pos_price_high or 0, f.online_price_high or 0) for f in priced)
    counted_alike = [f for f in families if f.wins & STOCK and f.pos_stock == f.online_stock]
    pieces = _among(f.pos_stock for f in counted_alike if isinstance(f.pos_stock, int))
    return {
        "pos_price": _prices(
            (row.pos_price for row in rows),
            (f.pos_price for f in families if f.pos_price != f.pos_price_high),
            prices,
        ),
        "online_price": _prices(
            (row.online_price for row in rows),
            (f.online_price for f in families if f.online_price != f.online_price_high),
            prices,
        ),
        "pos_stock": _pieces((row.pos_stock for row in rows), pieces),
        "online_stock": _pieces((row.online_stock for row in rows), pieces),
    }


def _among(values: Iterable[int]) -> tuple[int, int] | None:
    found = list(values)
    return (min(found), max(found)) if found else None


def _prices(
    prices: Iterable[int | None], ranged: Iterable[int | None], among: tuple[int, int] | None
) -> Span:
    most = max(filter(None, prices), default=0)
    return Span(most, 0, max(filter(None, ranged), default=None), among, known=True)


def _pieces(stocks: Iterable[Stock], among: tuple[int, int] | None) -> Span:
    found = [stock for stock in stocks if isinstance(stock, int)]
    return Span(max(found), min(found), among=among, known=True) if found else Span()


class _Hits(NamedTuple):
    """What passed a filter, in an order."""

    wanted: Filter
    order: Order
    ids: list[str]
    texts: list[_Text]


class Catalogue:
    """All rows by id, with their counts; kept by the controller, read by the screens."""

    def __init__(self) -> None:
        self._every = arranged(())
        self.rows: dict[str, Row] = self._every.rows
        self.counts: dict[Status, int] = self._every.counts
        self.waiting = 0
        """How many products the next sync changes."""

        self._filed: dict[str, Status] = {}
        self._orders: dict[Order, list[str]] = {}
        self._texts: dict[Order, list[_Text]] = {}
        self._hits: _Hits | None = None
        self.loaded = False
        """Whether rows are known at all: from an earlier run, or read by now."""

        self.orders: tuple[Order, ...] = ()
        """The orders that people have looked at."""

    def replace_all(self, rows: Iterable[Row]) -> None:
        """Take these rows instead of all there were."""
        self.take(arranged(rows, self.orders))

    def take(self, every: Arranged) -> None:
        """Take what was arranged instead of all there was. It is ours from then on."""
        filed = self._filed
        self._every = every
        self.rows, self.counts, self.waiting = every.rows, every.counts, every.waiting
        self._filed = {row_id: filed.get(row_id, _SENT_FROM) for row_id in every.sent}
        self.counts["syncing"] = 0
        for status in self._filed.values():
            self.counts[status] += 1
        self.loaded = True
        self._forget()
        self._orders, self._texts = every.orders, every.texts

    def update(self, rows: Iterable[Row]) -> frozenset[str]:
        """Take these rows for those of the same id; returns the ids that changed."""
        changed = set()
        new = renamed = False
        for row in rows:
            before = self.rows.get(row.id)
            if before == row:
                continue
            new = new or before is None
            if before is not None:
                self.counts[self.filed(before)] -= 1
                self.waiting -= before.goes
                renamed = renamed or before.search != row.search
            self._file(row, before)
            self.counts[self.filed(row)] += 1
            self.waiting += row.goes
            self.rows[row.id] = row
            changed.add(row.id)
        if new:
            self._forget()
        elif renamed:
            self._texts = {}
        return frozenset(changed)

    def filed(self, row: Row) -> Status:
        """The status a row is counted and found under: its own, while it is sent the one before."""
        return self._filed.get(row.id, row.status)

    def _file(self, row: Row, before: Row | None) -> None:
        if row.status != "syncing":
            self._filed.pop(row.id, None)
        elif row.id not in self._filed:
            self._filed[row.id] = before.status if before is not None else _SENT_FROM

    def _forget(self) -> None:
        self._orders = {}
        self._texts = {}
        self._hits = None

    def resort(self) -> None:
        """Let order and filter follow what changed since: at a person's act or a run's end."""
        self._forget()

    # Looking

    def shown(self, wanted: Filter, column: Column, descending: bool) -> list[str]:
        """Ids of the rows that pass the filter, in order."""
        order = (column, descending)
        every = self._ordered(order)
        if wanted.everything:
            return every
        known = self._hits
        if known is not None and (known.wanted, known.order) == (wanted, order):
            return known.ids
        found = self._filtered(wanted, order)
        ids = every if len(found) == len(every) else [row_id for row_id, _ in found]
        self._hits = _Hits(wanted, order, ids, found)
        return ids

    def hits(self, wanted: Filter) -> int:
        """How many rows pass the filter."""
        if wanted.everything:
            return len(self.rows)
        return len(self._filtered(wanted, self.orders[0] if self.orders else _BY_NAME))

    def _filtered(self, wanted: Filter, order: Order) -> list[_Text]:
        """What passes, in order. What is typed on is looked for in what passed before."""
        known, found = self._hits, self._searched(order)
        if known is not None and known.order == order and _refines(wanted, known.wanted):
            found = known.texts
        words = sorted(set(wanted.text.casefold().split()), key=len, reverse=True)
        for word in words:  # No call for each of 100,000 rows.
            found = [each for each in found if word in each[1]]
        if _only_words(wanted):
            return found
        passes, rows = _test(wanted, self.filed), self.rows
        return [each for each in found if passes(rows[each[0]])]

    def _searched(self, order: Order) -> list[_Text]:
        """What is searched of each row, in order."""
        if order not in self._texts:
            self._texts[order] = _texts(self.rows, self._ordered(order))
        return self._texts[order]

    def _ordered(self, order: Order) -> list[str]:
        if order not in self._orders:
            self._orders[order] = ordered(self.rows.values(), order)
            self.orders = tuple(dict.fromkeys((order, *self.orders)))[:_REMEMBERED]
        return self._orders[order]

    # Names and spans, as they were when everything was read last

    @property
    def categories(self) -> tuple[str, ...]:
        """Every category there is, sorted."""
        return self._every.categories

    @property
    def brands(self) -> tuple[str, ...]:
        """Every brand there is, sorted."""
        return self._every.brands

    @property
    def spans(self) -> Mapping[Column, Span]:
        """The largest values of columns that give prices or pieces."""
        return self._every.spans

    @property
    def whys(self) -> frozenset[Why]:
        """All reasons that rows have for their status."""
        return self._every.whys


_BY_NAME: Order = ("product", False)
_REMEMBERED = 2
"""So many orders are kept ready when everything is read anew."""


def _sorted(names: Collection[str]) -> tuple[str, ...]:
    return tuple(sorted((name for name in names if name), key=str.casefold))


def _refines(wanted: Filter, known: Filter) -> bool:
    """Whether everything that passes `wanted` passed `known`: typing went on."""
    return known.text in wanted.text and (
        wanted.statuses,
        wanted.category,
        wanted.brand,
        wanted.keys,
    ) == (known.statuses, known.category, known.brand, known.keys)


def _only_words(wanted: Filter) -> bool:
    return wanted == Filter(text=wanted.text)


def _test(wanted: Filter, filed: Callable[[Row], Status]) -> Callable[[Row], bool]:
    """Whether a row passes a filter, whatever is typed."""
    statuses, category, brand, keys = wanted.statuses, wanted.category, wanted.brand, wanted.keys

    def passes(row: Row) -> bool:
        if statuses and filed(row) not in statuses:
            return False
        if category and row.category != category and not row.category.startswith(category + " / "):
            return False
        if brand and row.brand != brand:
            return False
        return keys is None or row.id in keys

    return passes


def _number(value: object) -> tuple[int, int]:
    """Numbers first, then unlimited, then what is not known or not there."""
    if isinstance(value, int):
        return (0, value)
    return (1, 0) if value == "unlimited" else (2, 0)


_SORTS: Mapping[Column, Callable[[Row], Any]] = {
    "sell": lambda row: not row.sell_online,
    "product": lambda row: row.name.casefold(),
    "sku": lambda row: row.sku.casefold(),
    "pos_price": lambda row: _number(row.pos_price),
    "pos_stock": lambda row: _number(row.pos_stock),
    "active": lambda row: row.active,
    "status": lambda row: _RANK[row.status],
    "online_price": lambda row: _number(row.online_price),
    "online_stock": lambda row: _number(row.online_stock),
    "shown": lambda row: row.shown,
    "synced": lambda row: row.synced,
    "category": lambda row: row.category.casefold(),
    "brand": lambda row: row.brand.casefold(),
}
