"""Rows for other programs: as text for the clipboard, as values for a file (RULES S18)."""

import re
from collections.abc import Iterable, Sequence

from app.ui.tables.cells import Cell, Line, exported, plain
from app.ui.tables.columns import full_title
from app.ui.values import safe_cell
from app.ui.wording_catalogue import caption

_BREAKS = re.compile(r"[\t\r\n]+")

_TEXTS = frozenset({"product", "sku", "category", "brand"})
"""What comes from the stores as it is, and might look like a formula."""


_FEW = frozenset({"status", "synced", "active", "shown"})
"""What is told once for all rows that have the same."""


def columns_of(shown: Sequence[str]) -> tuple[str, ...]:
    """The columns that are written for those shown: the SKU always, beside the name."""
    keys: list[str] = []
    for key in shown:
        if key != "sku":
            keys.append(key)
        if key == "product":
            keys.append("sku")
    return tuple(keys)


class RowsText:
    """Lines as a table with its titles, parted by tabs."""

    def __init__(self, shown: Sequence[str], places: int, now: float) -> None:
        self._keys = columns_of(shown)
        self._places, self._now = places, now
        self._known: dict[tuple[str, object], str] = {}
        self._rows = ["\t".join(full_title(key) for key in self._keys)]

    def add(self, lines: Iterable[Line]) -> None:
        """Put these below what is there."""
        self._rows += ["\t".join([self._text(line, key) for key in self._keys]) for line in lines]

    def text(self) -> str:
        """All of it."""
        return "\n".join(self._rows) + "\n"

    def _text(self, line: Line, key: str) -> str:
        if key in _TEXTS:
            text = plain(line, key, self._places, self._now)
            return _BREAKS.sub(" ", safe_cell(text))
        if key not in _FEW:
            return plain(line, key, self._places, self._now)
        told = (key, getattr(line.row, key))
        if told not in self._known:
            self._known[told] = plain(line, key, self._places, self._now)
        return self._known[told]


def as_table(
    lines: Iterable[Line], shown: Sequence[str], places: int
) -> tuple[list[str], list[list[Cell]]]:
    """Titles and rows for a file, the reason of each status beside it."""
    keys = columns_of(shown)
    header: list[str] = []
    for key in keys:
        header.append(full_title(key))
        if key == "status":
            header.append(full_title("why"))
    return header, [_values(line, keys, places) for line in lines]


def _values(line: Line, keys: Sequence[str], places: int) -> list[Cell]:
    found: list[Cell] = []
    for key in keys:
        found.append(exported(line, key, places))
        if key == "status":
            found.append(caption(line.row))
    return found
