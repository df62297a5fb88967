"""Which lines of a table are chosen, and how they are found again after its rows changed."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex

from app.ui.tables.columns import COLUMNS, PRODUCT
from app.ui.tables.rows_model import RowsModel

_Update = QItemSelectionModel.SelectionFlag

ROWS_ALONE = _Update.ClearAndSelect | _Update.Rows
"""Choose a line and nothing else."""

_FEW = 8
"""So many lines are looked for one by one."""


class _Table(Protocol):
    rows: RowsModel

    def currentIndex(self) -> QModelIndex: ...  # noqa: N802
    def selectionModel(self) -> QItemSelectionModel: ...  # noqa: N802
    def visible_lines(self) -> tuple[int, int]: ...
    def rowViewportPosition(self, row: int) -> int: ...  # noqa: N802


def selected_places(selection: QItemSelection) -> list[int]:
    """The lines of a selection, in order."""
    ranges = sorted(spans(selection))
    places = [at for top, bottom in ranges for at in range(top, bottom + 1)]
    return list(dict.fromkeys(places))


def selected_count(selection: QItemSelection) -> int:
    """How many lines are selected, counted without listing them."""
    return sum(bottom - top + 1 for top, bottom in spans(selection))


def spans(selection: QItemSelection) -> list[tuple[int, int]]:
    """The first and the last line of each range."""
    ranges = (selection.at(number) for number in range(selection.count()))
    return [(each.top(), each.bottom()) for each in ranges]


@dataclass(frozen=True, slots=True)
class KeptPlace:
    """What is current, chosen and on top, by name; `off`: how far the top one is scrolled out."""

    current: str
    column: int
    chosen: frozenset[str]
    top: str
    off: int

    @classmethod
    def of(cls, table: _Table) -> "KeptPlace":
        """As it is now."""
        model, current = table.rows, table.currentIndex()
        first, _ = table.visible_lines()
        there = first < model.rowCount()
        chosen: set[str] = set()
        for start, end in spans(table.selectionModel().selection()):
            chosen.update(model.names()[start : end + 1])
        return cls(
            model.name(current.row()) if current.isValid() else "",
            max(current.column(), PRODUCT),
            frozenset(chosen),
            model.name(first) if there else "",
            -table.rowViewportPosition(first) if there else 0,
        )

    def restore(self, table: _Table) -> None:
        """Choose what is still there; the first line becomes the current one where it is gone."""
        model = table.rows
        if not model.rowCount():
            return
        if len(self.chosen) > _FEW:
            places = [at for at, name in enumerate(model.names()) if name in self.chosen]
        else:
            places = sorted(at for name in self.chosen if (at := model.place(name)) >= 0)
        found = _selection(model, places)
        index = model.index(max(model.place(self.current), 0), self.column)
        table.selectionModel().select(found, _Update.ClearAndSelect)
        table.selectionModel().setCurrentIndex(index, _Update.NoUpdate)


def _selection(model: RowsModel, places: Sequence[int]) -> QItemSelection:
    """Lines as a selection of as few ranges as can be."""
    found = QItemSelection()
    last = len(COLUMNS) - 1
    start = previous = -2
    for at in [*places, -2]:
        if at != previous + 1:
            if start >= 0:
                found.select(model.index(start, 0), model.index(previous, last))
            start = at
        previous = at
    return found
