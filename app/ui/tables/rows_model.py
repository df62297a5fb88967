"""The catalogue's rows as a table: an order of ids over immutable rows, with open families."""

import time
from collections.abc import Callable, Collection, Mapping, Sequence

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from app.domain.assessing import Status
from app.domain.choices import Flag
from app.facts.rows import Row, variants_of
from app.ui.plain_tips import plain_tip
from app.ui.tables import cells
from app.ui.tables.cells import Line, tick_of
from app.ui.tables.columns import COLUMNS, KEYS, SELL, spoken_title, title
from app.ui.wording_catalogue import spoken_row

Index = QModelIndex | QPersistentModelIndex
Choose = Callable[[Collection[str], Flag], None]

LINE = int(Qt.ItemDataRole.UserRole)
"""The role of a whole `Line`, the same for every cell of it."""

_ROLE = Qt.ItemDataRole
_NOWHERE = QModelIndex()
_NONE = Qt.ItemFlag.NoItemFlags
_PLAIN = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
_TICK = _PLAIN | Qt.ItemFlag.ItemIsUserCheckable
_STATES = {
    "off": Qt.CheckState.Unchecked,
    "on": Qt.CheckState.Checked,
    "partial": Qt.CheckState.PartiallyChecked,
}


class RowsModel(QAbstractTableModel):
    """`choose` is told what is ticked. Lines are named by ids; a variant's by both of its ids."""

    def __init__(
        self,
        choose: Choose,
        parent: QObject | None = None,
        *,
        now: Callable[[], float] = time.time,
    ) -> None:
        super().__init__(parent)
        self._choose = choose
        self.now = now
        self.places = 2
        self.currency = ""
        self.compact = False
        self._rows: Mapping[str, Row] = {}
        self._names: list[str] = []
        self._products = 0
        self._open: dict[str, tuple[str, ...]] = {}
        self._variants: dict[str, tuple[str, Row]] = {}
        self._statuses: frozenset[Status] = frozenset()
        self._at, self._line = -1, Line(_NOBODY)

    # Filling

    def show_rows(
        self, rows: Mapping[str, Row], ids: Sequence[str], statuses: frozenset[Status]
    ) -> None:
        """Show these rows in this order; families that were open stay open.

        `statuses` are those of the filter, none for all.
        """
        self.beginResetModel()
        self._at = -1
        self._rows, self._statuses, self._products = rows, statuses, len(ids)
        self._reread_families()
        self._names = self._with_variants(ids) if self._open else list(ids)
        self.endResetModel()

    def _reread_families(self) -> None:
        opened, self._open, self._variants = self._open, {}, {}
        for name in opened:
            if name in self._rows:
                self._read_family(name)

    def _read_family(self, name: str) -> tuple[str, ...]:
        variants = {f"{name}\n{each.id}": each for each in variants_of(self._rows[name])}
        self._variants.update({own: (name, each) for own, each in variants.items()})
        if variants:
            self._open[name] = tuple(variants)
        return tuple(variants)

    def _with_variants(self, ids: Sequence[str]) -> list[str]:
        names: list[str] = []
        for each in ids:
            names.append(each)
            if each in self._open:
                names.extend(self._open[each])
        return names

    def rows_changed(self, ids: Collection[str], first: int, last: int) -> None:
        """Rows changed in place; views are told of what lies between two lines that they show."""
        self._at = -1
        for name in [each for each in self._open if each in ids]:
            self._follow_family(name)
        last = min(last, len(self._names) - 1)
        touched = [at for at in range(max(0, first), last + 1) if self._product(at) in ids]
        if touched:
            self._tell(touched[0], touched[-1])

    def _follow_family(self, name: str) -> None:
        """Variants that came or went do so in the lines as well."""
        before = self._open[name]
        if tuple(f"{name}\n{each.id}" for each in variants_of(self._rows[name])) == before:
            self._read_family(name)
            return
        at = self.place(name)
        if at < 0:
            del self._open[name]
            return
        self.set_open(at, opened=False)
        self.set_open(at, opened=True)

    def touch(self) -> None:
        """Everything may read differently now: another language, currency or hour."""
        self._at = -1
        if self._names:
            self._tell(0, len(self._names) - 1)

    def _tell(self, first: int, last: int) -> None:
        self.dataChanged.emit(self.index(first, 0), self.index(last, len(COLUMNS) - 1))

    # Families

    def set_open(self, at: int, *, opened: bool) -> None:
        """Open or close the family in a line."""
        name = self._names[at]
        if "\n" in name or (name in self._open) == opened:
            return
        self._at = -1
        if opened:
            names = self._read_family(name)
            if names:
                self.beginInsertRows(_NOWHERE, at + 1, at + len(names))
                self._names[at + 1 : at + 1] = names
                self.endInsertRows()
        else:
            gone = self._open.pop(name)
            self.beginRemoveRows(_NOWHERE, at + 1, at + len(gone))
            del self._names[at + 1 : at + 1 + len(gone)]
            for each in gone:
                del self._variants[each]
            self.endRemoveRows()
        self._tell(at, at)

    def family_at(self, at: int) -> int:
        """The line of the family that a line's variant belongs to; the line itself for others."""
        while "\n" in self._names[at]:
            at -= 1
        return at

    # Lines

    def line(self, at: int) -> Line:
        """What a line shows."""
        if at != self._at:
            self._line, self._at = self._made(self._names[at]), at
        return self._line

    def product_count(self) -> int:
        """How many lines are products, variants aside."""
        return self._products

    def named(self, name: str) -> Line | None:
        """What the line of a name shows, None where there is none any more."""
        known = name in self._variants if "\n" in name else name in self._rows
        return self._made(name) if known else None

    def name(self, at: int) -> str:
        """What a line is called, the same wherever it moves to."""
        return self._names[at]

    def names(self) -> Sequence[str]:
        """What all lines are called, in order."""
        return self._names

    def place(self, name: str) -> int:
        """Where the line of a name is, -1 for nowhere."""
        try:
            return self._names.index(name)
        except ValueError:
            return -1

    def _product(self, at: int) -> str:
        return self._names[at].partition("\n")[0]

    def product_keys(self, places: Collection[int]) -> list[str]:
        """The keys of the products in these lines, each once, in order."""
        return list(dict.fromkeys(self._product(at) for at in places))

    def product(self, key: str) -> Row:
        """The row of a product that is shown."""
        return self._rows[key]

    def _made(self, name: str) -> Line:
        if "\n" in name:
            parent, row = self._variants[name]
            family = self._rows[parent]
            return Line(row, family, False, self._has_left(family), tick_of(row, family))
        row = self._rows[name]
        return Line(row, None, name in self._open, self._has_left(row), tick_of(row, None))

    def _has_left(self, product: Row) -> bool:
        """What is being synced stays where it was filtered until it is done."""
        if not self._statuses or product.status == "syncing":
            return False
        return product.status not in self._statuses

    # Qt

    def rowCount(self, parent: Index = _NOWHERE) -> int:  # noqa: N802
        """Lines."""
        return 0 if parent.isValid() else len(self._names)

    def columnCount(self, parent: Index = _NOWHERE) -> int:  # noqa: N802
        """All columns, shown or not."""
        return 0 if parent.isValid() else len(COLUMNS)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """The tick can be ticked where there is one."""
        if not index.isValid():
            return _NONE
        if index.column() == SELL and self.line(index.row()).tick is not None:
            return _TICK
        return _PLAIN

    def data(self, index: Index, role: int = _ROLE.DisplayRole) -> object:
        """The whole line; or a cell's text, tick, tool tip and words for a screen reader."""
        if not index.isValid():
            return None
        line = self.line(index.row())
        if role == LINE:
            return line
        if role == _ROLE.CheckStateRole:
            return self._check_state(index, line)
        return self._said(line, KEYS[index.column()], role)

    def _check_state(self, index: Index, line: Line) -> Qt.CheckState | None:
        if index.column() != SELL or line.tick is None:
            return None
        return _STATES[line.tick]

    def _said(self, line: Line, key: str, role: int) -> str | None:
        if role == _ROLE.DisplayRole:
            return cells.plain(line, key, self.places, self.now())
        if role == _ROLE.AccessibleTextRole:
            return cells.spoken(line, key, self.places, self.now())
        if role == _ROLE.AccessibleDescriptionRole:
            return spoken_row(line.row, line.family, opened=line.opened)
        if role == _ROLE.ToolTipRole:
            return plain_tip(cells.tool_tip(line, key, self.places, compact=self.compact))
        return None

    def setData(  # noqa: N802
        self, index: Index, value: object, role: int = _ROLE.EditRole
    ) -> bool:
        """Ticking means the product; what is ticked in part becomes ticked whole."""
        if role != _ROLE.CheckStateRole or index.column() != SELL:
            return False
        line = self.line(index.row())
        if line.tick is None:
            return False
        self._choose(frozenset({line.key}), "off" if _unticks(value) else "on")
        return True

    def headerData(  # noqa: N802
        self, section: int, orientation: Qt.Orientation, role: int = _ROLE.DisplayRole
    ) -> object:
        """Titles, and the same with their side for a screen reader."""
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(KEYS):
            return None
        if role == _ROLE.DisplayRole:
            return title(KEYS[section], self.currency)
        if role == _ROLE.AccessibleTextRole:
            return spoken_title(KEYS[section])
        return None


def _unticks(value: object) -> bool:
    return value in (Qt.CheckState.Unchecked, Qt.CheckState.Unchecked.value)


_NOBODY = Row("", "", "", "in sync")
