"""The outlets as a table: a row for each, with a tick that can be turned unless it is locked."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from app.facts.outlets import OutletLine
from app.ui import values
from app.ui.wording import tr
from app.ui.wording_outlets import registers_of, spoken_tick, units

Column = Literal["count", "outlet", "registers", "products", "units"]
Index = QModelIndex | QPersistentModelIndex

COLUMNS: tuple[Column, ...] = ("count", "outlet", "registers", "products", "units")
ROW = Qt.ItemDataRole.UserRole
"""The role that gives a row's `OutletRow`."""

_NOWHERE = QModelIndex()


@dataclass(frozen=True, slots=True)
class OutletRow:
    """One outlet as the draft has it."""

    line: OutletLine
    ticked: bool
    locked: bool
    changed: bool
    caption: str

    def text(self, column: Column) -> str:
        """What stands in a column."""
        line = self.line
        return {
            "count": "",
            "outlet": line.name,
            "registers": registers_of(line),
            "products": values.number(line.products),
            "units": units(line.units),
        }[column]


def column_title(column: Column) -> str:
    """The title over a column."""
    return {
        "count": tr("Count"),
        "outlet": tr("Outlet"),
        "registers": tr("Registers"),
        "products": tr("Products"),
        "units": tr("Units"),
    }[column]


class OutletModel(QAbstractTableModel):
    """`turned` tells an outlet that the manager ticks or unticks; the screen makes it so."""

    turned = Signal(str, bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[OutletRow, ...] = ()

    def show(self, rows: tuple[OutletRow, ...]) -> None:
        """Show these; where the outlets are the same, nothing but their state changes."""
        same = [row.line.id for row in rows] == [row.line.id for row in self.rows]
        if not same:
            self.beginResetModel()
            self.rows = rows
            self.endResetModel()
        elif rows != self.rows:
            self.rows = rows
            last = self.index(len(rows) - 1, len(COLUMNS) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def turn(self, row: int) -> None:
        """Tick or untick the outlet in a row, unless it is locked."""
        wanted = self.rows[row]
        if not wanted.locked:
            self.turned.emit(wanted.line.id, not wanted.ticked)

    def rowCount(self, parent: Index = _NOWHERE) -> int:  # noqa: N802
        """The outlets."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:  # noqa: N802
        """The columns."""
        return 0 if parent.isValid() else len(COLUMNS)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Every row can be reached and read; a locked one cannot be ticked."""
        found = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if index.isValid() and index.column() == 0 and not self.rows[index.row()].locked:
            found |= Qt.ItemFlag.ItemIsUserCheckable
        return found

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What a cell answers."""
        asked = _ANSWERS.get(role)
        if asked is None or not index.isValid():
            return None
        return asked(self.rows[index.row()], COLUMNS[index.column()])

    def setData(  # noqa: N802
        self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole
    ) -> bool:
        """A screen reader ticks."""
        if role != Qt.ItemDataRole.CheckStateRole or not index.isValid():
            return False
        row = self.rows[index.row()]
        ticked = Qt.CheckState(value) == Qt.CheckState.Checked
        if row.locked or row.ticked == ticked:
            return False
        self.turned.emit(row.line.id, ticked)
        return True

    def headerData(  # noqa: N802
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        """Titles; rows are named after their outlet."""
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        if orientation == Qt.Orientation.Horizontal:
            return column_title(COLUMNS[section])
        return self.rows[section].line.name


def _check_state(row: OutletRow, column: Column) -> Qt.CheckState | None:
    if column != "count":
        return None
    return Qt.CheckState.Checked if row.ticked else Qt.CheckState.Unchecked


def _spoken(row: OutletRow, column: Column) -> str:
    if column == "count":
        return spoken_tick(row.line, ticked=row.ticked, locked=row.locked)
    if column == "outlet":
        return tr("{outlet}. {caption}").format(outlet=row.line.name, caption=row.caption)
    said = tr("{column}: {value}")
    return said.format(column=column_title(column), value=row.text(column))


_ANSWERS: Mapping[int, Callable[[OutletRow, Column], object]] = {
    ROW: lambda row, _: row,
    Qt.ItemDataRole.DisplayRole: lambda row, column: row.text(column),
    Qt.ItemDataRole.CheckStateRole: _check_state,
    Qt.ItemDataRole.AccessibleTextRole: _spoken,
    Qt.ItemDataRole.AccessibleDescriptionRole: lambda row, _: row.caption,
}
"""What Qt asks of a cell, by role: the row for the delegate, words for everybody else."""
