"""The catalogue as the table shows it: rows, live counts, filter, search and order (S2).

Plain Python over an immutable row each: filtering refines the previous hits while typing goes
on, and the order of each column is kept, so that a key stroke costs milliseconds at 100,000 rows.
"""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from app.domain.assessing import Status
from app.facts.rows import STATUS_ORDER, Row, counted

Column = str
"""A sortable column: sell, product, sku, pos_price, pos_stock, active, status, online_price,
online_stock, shown, synced, category, brand."""

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


class Catalogue:
    """All rows by id, with their counts; kept by the controller, read by the screens."""

    def __init__(self) -> None:
        self.rows: dict[str, Row] = {}
        self.counts: dict[Status, int] = counted({})
        self._filed: dict[str, Status] = {}
        self._orders: dict[tuple[Column, bool], list[str]] = {}
        self._places: dict[tuple[Column, bool], dict[str, int]] = {}
        self._hits: tuple[Filter, list[str]] | None = None
        self.loaded = False
        """Whether rows are known at all: from an earlier run, or read by now."""

    def replace_all(self, rows: Iterable[Row]) -> None:
        """Take these rows instead of all there were."""
        filed = self._filed
        self.rows = {row.id: row for row in rows}
        self._filed = {
            row.id: filed.get(row.id, _SENT_FROM)
            for row in self.rows.values()
            if row.status == "syncing"
        }
        self.counts = counted(self.rows)
        self.counts["syncing"] = 0
        for status in self._filed.values():
            self.counts[status] += 1
        self.loaded = True
        self._forget()

    def update(self, rows: Iterable[Row]) -> frozenset[str]:
        """Take these rows for those of the same id; returns the ids that changed."""
        changed = set()
        new = False
        for row in rows:
            before = self.rows.get(row.id)
            if before == row:
                continue
            new = new or before is None
            if before is not None:
                self.counts[self.filed(before)] -= 1
            self._file(row, before)
            self.counts[self.filed(row)] += 1
            self.rows[row.id] = row
            changed.add(row.id)
        if new:
            self._forget()
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
        self._orders.clear()
        self._places.clear()
        self._hits = None

    def resort(self) -> None:
        """Let order and filter follow what changed since: at a person's act or a run's end."""
        self._forget()

    # Looking

    def shown(self, wanted: Filter, column: Column, descending: bool) -> list[str]:
        """Ids of the rows that pass the filter, in order."""
        ordered = self._ordered(column, descending)
        if wanted.everything:
            return ordered
        found = self._filtered(wanted)
        if len(found) == len(ordered):
            return ordered
        if len(found) * 8 < len(ordered):
            place = self._place(column, descending)
            return sorted(found, key=place.__getitem__)
        hits = set(found)
        return [row_id for row_id in ordered if row_id in hits]

    def _place(self, column: Column, descending: bool) -> dict[str, int]:
        """Where each row stands in an order."""
        key = (column, descending)
        if key not in self._places:
            self._places[key] = {row_id: at for at, row_id in enumerate(self._orders[key])}
        return self._places[key]

    def hits(self, wanted: Filter) -> int:
        """How many rows pass the filter."""
        return len(self.rows) if wanted.everything else len(self._filtered(wanted))

    def _filtered(self, wanted: Filter) -> list[str]:
        known = self._hits
        if known is not None and known[0] == wanted:
            return known[1]
        ids: Iterable[str] = self.rows
        if known is not None and _refines(wanted, known[0]):
            ids = known[1]
        rows = self.rows
        if _only_a_word(wanted):
            # The usual case while typing: no call for each of 100,000 rows.
            word = wanted.text.strip().casefold()
            found = [row_id for row_id in ids if word in rows[row_id].search]
        else:
            passes = _test(wanted, self.filed)
            found = [row_id for row_id in ids if passes(rows[row_id])]
        self._hits = (wanted, found)
        return found

    def _ordered(self, column: Column, descending: bool) -> list[str]:
        key = (column, descending)
        if key not in self._orders:
            by = _SORTS[column]
            rows = sorted(self.rows.values(), key=lambda row: row.name.casefold())
            rows.sort(key=by, reverse=descending)
            self._orders[key] = [row.id for row in rows]
        return self._orders[key]

    # Choosing

    def categories(self) -> list[str]:
        """Every category there is, sorted."""
        return _sorted({row.category for row in self.rows.values()})

    def brands(self) -> list[str]:
        """Every brand there is, sorted."""
        return _sorted({row.brand for row in self.rows.values()})

    def waiting(self) -> int:
        """How many products the next sync changes."""
        return sum(1 for row in self.rows.values() if row.goes)


def _sorted(names: Collection[str]) -> list[str]:
    return sorted((name for name in names if name), key=str.casefold)


def _refines(wanted: Filter, known: Filter) -> bool:
    """Whether everything that passes `wanted` passed `known`: typing went on."""
    return known.text in wanted.text and (
        wanted.statuses,
        wanted.category,
        wanted.brand,
        wanted.keys,
    ) == (known.statuses, known.category, known.brand, known.keys)


def _only_a_word(wanted: Filter) -> bool:
    return wanted == Filter(text=wanted.text) and len(wanted.text.split()) == 1


def _test(wanted: Filter, filed: Callable[[Row], Status]) -> Callable[[Row], bool]:
    words = wanted.text.casefold().split()
    # One word is the usual case: no generator for each of 100,000 rows.
    word = words[0] if len(words) == 1 else ""
    statuses, category, brand, keys = wanted.statuses, wanted.category, wanted.brand, wanted.keys

    def passes(row: Row) -> bool:
        if statuses and filed(row) not in statuses:
            return False
        if word and word not in row.search:
            return False
        if category and row.category != category and not row.category.startswith(category + " / "):
            return False
        if brand and row.brand != brand:
            return False
        if keys is not None and row.id not in keys:
            return False
        return len(words) < 2 or all(part in row.search for part in words)

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
