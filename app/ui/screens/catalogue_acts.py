"""What can be done with the rows that are chosen in the catalogue's table."""

from collections.abc import Iterable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from app.controller.wishes import Wishes
from app.domain.choices import Flag
from app.facts.rows import Row
from app.ui.tables.cells import Cell, Line, tick_of
from app.ui.tables.rows_model import RowsModel
from app.ui.tables.rows_table import RowsTable
from app.ui.tables.rows_text import RowsText, as_table

_AT_ONCE = 1000
"""Rows that are copied in one go."""

_PROBLEMS = frozenset({"failed", "needs attention"})


class CatalogueActs:
    """Wishes about the chosen rows; where none is chosen, about the current one."""

    def __init__(self, desk: Wishes, table: RowsTable) -> None:
        self._desk = desk
        self._table = table

    @property
    def _rows(self) -> RowsModel:
        return self._table.rows

    # Which

    def current_id(self) -> str:
        """The product of the current line, "" for none."""
        at = self._table.currentIndex().row()
        return self._rows.line(at).key if at >= 0 else ""

    def products(self) -> list[Row]:
        """The chosen products, each once, in order."""
        keys = self._rows.product_keys(self._table.chosen_places())
        return [self._rows.product(key) for key in keys]

    def sellable(self) -> list[Row]:
        """Those of them that the manager may choose about."""
        return [row for row in self.products() if row.sellable]

    def syncable(self) -> frozenset[str]:
        """Those of them that a sync is about: what stands in the POS."""
        return frozenset(row.id for row in self.products() if not row.id.startswith("ecom:"))

    # What

    def tick(self) -> None:
        """Tick what is not ticked; once all is, untick all."""
        rows = self.sellable()
        unticked = [row.id for row in rows if tick_of(row, None) != "on"]
        if unticked:
            self._desk.choose_flag(frozenset(unticked), "on")
        elif rows:
            self._desk.choose_flag(frozenset(row.id for row in rows), "off")

    def set_flag(self, flag: Flag) -> None:
        """Sell, keep off, or follow the POS."""
        keys = frozenset(row.id for row in self.sellable())
        if keys:
            self._desk.choose_flag(keys, flag)

    def sync(self) -> None:
        """Sync the chosen products alone."""
        keys = self.syncable()
        if keys and not self._desk.state.run.active:
            self._desk.sync_now(keys)

    def copy(self) -> None:
        """Put the chosen rows into the clipboard, as a table with titles.

        Thousands of rows are written bit by bit, so that the window goes on.
        """
        model = self._rows
        names = [model.name(at) for at in self._table.chosen_places()]
        if names:
            made = RowsText(self._table.shown_keys(), model.places, model.now())
            self._copy_on(names, 0, made)

    def _copy_on(self, names: list[str], start: int, made: RowsText) -> None:
        end = start + _AT_ONCE
        made.add(line for name in names[start:end] if (line := self._rows.named(name)) is not None)
        if end < len(names):
            QTimer.singleShot(0, lambda: self._copy_on(names, end, made))
            return
        QApplication.clipboard().setText(made.text())
        self._desk.tell("copied", len(names))

    def copy_skus(self) -> None:
        """Put the SKUs of the chosen rows into the clipboard, one a line."""
        places = self._table.chosen_places()
        skus = [sku for sku in (self._rows.line(at).row.sku for at in places) if sku]
        if skus:
            QApplication.clipboard().setText("\n".join(skus))
            self._desk.tell("copied", len(skus))

    def next_problem(self, step: int) -> None:
        """Go to the next product shown that failed or needs attention, around the ends."""
        model, start = self._rows, self._table.currentIndex().row()
        count = model.rowCount()
        at = next((at for at in _around(start, count, step) if self._is_problem(at)), -1)
        if at >= 0:
            self._table.choose(at)

    def _is_problem(self, at: int) -> bool:
        name = self._rows.name(at)
        return "\n" not in name and self._rows.product(name).status in _PROBLEMS

    # Out of the window

    def shown_rows(self) -> list[Row]:
        """All products that are shown, in order."""
        return [self._rows.product(name) for name in self._rows.names() if "\n" not in name]

    def table(self) -> tuple[list[str], list[list[Cell]]]:
        """Titles and values of all lines that are shown, with the columns that are."""
        lines = (Line(row, tick=tick_of(row, None)) for row in self.shown_rows())
        return as_table(lines, self._table.shown_keys(), self._rows.places)


def _around(start: int, count: int, step: int) -> Iterable[int]:
    return ((start + step * (number + 1)) % count for number in range(count))
