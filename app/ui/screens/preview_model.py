"""The lines of the preview as rows of a list: groups that fold, one filter, ticks (§7.4)."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from app.facts.preview import GroupKind, LineId, PlanGroup, PlanLine, PreviewFacts
from app.facts.state import StoreFacts
from app.ui.plain_tips import plain_tip
from app.ui.text_difference import difference, spoken_difference
from app.ui.wording_preview import (
    group_why,
    is_held,
    line_name,
    line_value,
    spoken_group,
    spoken_line,
)

EVERYTHING = ""
"""The filter that lets everything pass; else "group:KIND" or "field:NAME"."""

_LONG = 40
_FOLDED_FROM = 12
"""Held back lines from so many on begin folded: the banner names the first of them."""

_Index = QModelIndex | QPersistentModelIndex


@dataclass(slots=True)
class Heading:
    """The head of a group: its lines that pass the filter, and how many products are ticked."""

    kind: GroupKind
    lines: tuple[PlanLine, ...]
    products: int
    ticked: int = 0
    state: Qt.CheckState = Qt.CheckState.Unchecked
    folded: bool = False


@dataclass(frozen=True, slots=True)
class Shown:
    """One line. `again`: the line above is of the same product; `variant`: of another variant."""

    line: PlanLine
    held: bool
    again: bool = False
    variant: bool = False


Entry = Heading | Shown
Place = LineId | GroupKind
"""What a row is, whatever row it is in."""


def place_of(entry: Entry) -> Place:
    """What an entry is found again by."""
    return entry.kind if isinstance(entry, Heading) else entry.line.id


def is_text(line: PlanLine) -> bool:
    """Whether the words of a line are better read with their differences marked."""
    texts = [value for value in (line.before, line.after) if isinstance(value, str)]
    if line.field not in ("description", "name", "brand") or not texts:
        return False
    return line.field == "description" or max(map(len, texts)) > _LONG


class PreviewModel(QAbstractTableModel):
    """One column of heads and lines. `tick` is told what the manager ticks or unticks."""

    def __init__(self, tick: Callable[[Collection[LineId], bool], None]) -> None:
        super().__init__()
        self._tick = tick
        self._facts: PreviewFacts | None = None
        self._left_out: frozenset[LineId] = frozenset()
        self._filter = EVERYTHING
        self._entries: list[Entry] = []
        self._headings: list[Heading] = []
        self._folded: set[GroupKind] = set()
        self.opened: set[LineId] = set()
        """Text lines that show their differences."""
        self.store = StoreFacts()

    # Facts

    def has_rows_of(self, facts: PreviewFacts | None) -> bool:
        """Whether these facts have the same lines, ticked or not."""
        known = self._facts
        if known is None or facts is None:
            return known is facts
        return known.groups is facts.groups

    def show(self, facts: PreviewFacts | None, store: StoreFacts) -> None:
        """Take over facts; the rows stay where only ticks are others."""
        same_rows, known = self.has_rows_of(facts), self._facts
        left_out = facts.left_out if facts is not None else frozenset()
        changed = left_out != self._left_out or store != self.store
        self._facts, self._left_out, self.store = facts, left_out, store
        if same_rows:
            if changed:
                self._count()
                self._repaint()
            return
        if known is None and facts is not None:
            self._begin(facts)
        self._rebuild()

    def _begin(self, facts: PreviewFacts) -> None:
        self.opened.clear()
        self._filter = EVERYTHING
        self._folded = {
            group.kind
            for group in facts.groups
            if is_held(group.kind) and len(group.lines) >= _FOLDED_FROM
        }

    def filter(self) -> str:
        """What is shown."""
        return self._filter

    def set_filter(self, wanted: str) -> None:
        """Show only one group or one field."""
        if wanted == self._filter:
            return
        self._filter = wanted
        self._rebuild()

    def fold(self, kind: GroupKind, folded: bool) -> None:
        """Hide or show the lines of a group."""
        if folded == (kind in self._folded):
            return
        (self._folded.add if folded else self._folded.discard)(kind)
        self._rebuild()

    # Rows

    def entry(self, row: int) -> Entry:
        """What stands in a row."""
        return self._entries[row]

    def entries(self) -> tuple[Entry, ...]:
        """Every row, in order."""
        return tuple(self._entries)

    def row_of(self, place: Place | None) -> int:
        """Where something stands; -1 where it does not."""
        if place is None:
            return -1
        for row, entry in enumerate(self._entries):
            if place_of(entry) == place:
                return row
        return -1

    def head_of(self, row: int) -> int:
        """The row of the head above a row."""
        while row > 0 and not isinstance(self._entries[row], Heading):
            row -= 1
        return row

    def ids(self, rows: Iterable[int]) -> frozenset[LineId]:
        """The lines that rows stand for; a head stands for all of its lines."""
        found: set[LineId] = set()
        for row in rows:
            entry = self._entries[row]
            lines = entry.lines if isinstance(entry, Heading) else (entry.line,)
            found.update(line.id for line in lines)
        return frozenset(found)

    def ticked(self, line: PlanLine) -> bool:
        """Whether a line is to be applied."""
        return line.id not in self._left_out

    def toggle(self, rows: Iterable[int]) -> None:
        """Tick everything these rows stand for; if it is ticked already, untick it."""
        ids = self.ids(rows)
        if ids:
            self._tick(ids, bool(ids & self._left_out))

    def _rebuild(self) -> None:
        self.beginResetModel()
        self._headings = []
        self._entries = []
        for group in self._facts.groups if self._facts is not None else ():
            lines = self._passing(group)
            if not lines:
                continue
            folded = group.kind in self._folded
            heading = Heading(group.kind, lines, len({x.key for x in lines}), folded=folded)
            self._headings.append(heading)
            self._entries.append(heading)
            if not folded:
                self._entries += _shown(lines, held=is_held(group.kind))
        self._count()
        self.endResetModel()

    def _passing(self, group: PlanGroup) -> tuple[PlanLine, ...]:
        kind, _, name = self._filter.partition(":")
        if kind == "group":
            return group.lines if group.kind == name else ()
        if kind == "field":
            return tuple(line for line in group.lines if line.field == name)
        return group.lines

    def _count(self) -> None:
        for heading in self._headings:
            ticked = [line.key for line in heading.lines if line.id not in self._left_out]
            heading.ticked = len(set(ticked))
            heading.state = Qt.CheckState.PartiallyChecked
            if not ticked:
                heading.state = Qt.CheckState.Unchecked
            elif len(ticked) == len(heading.lines):
                heading.state = Qt.CheckState.Checked

    def _repaint(self) -> None:
        if self._entries:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._entries) - 1, 0))

    # Qt

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008, N802
        """Heads and lines."""
        return 0 if parent.isValid() else len(self._entries)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008, N802
        """A line is painted as one."""
        return 0 if parent.isValid() else 1

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Everything can be chosen and ticked."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flag = Qt.ItemFlag
        return flag.ItemIsEnabled | flag.ItemIsSelectable | flag.ItemIsUserCheckable

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Text, tick, and what a screen reader says."""
        if not index.isValid():
            return None
        entry = self._entries[index.row()]
        if role == Qt.ItemDataRole.CheckStateRole:
            return self._check(entry)
        roles = Qt.ItemDataRole
        if role in (roles.DisplayRole, roles.AccessibleTextRole):
            return self._spoken(entry)
        if role == roles.ToolTipRole:
            return plain_tip(self._tool_tip(entry))
        if role == roles.AccessibleDescriptionRole:
            return self._described(entry)
        return None

    def setData(  # noqa: N802
        self, index: _Index, value: object, role: int = Qt.ItemDataRole.EditRole
    ) -> bool:
        """Tick or untick; what is ticked in part becomes ticked whole."""
        if role != Qt.ItemDataRole.CheckStateRole or not index.isValid():
            return False
        del value
        self.toggle([index.row()])
        return True

    def _check(self, entry: Entry) -> Qt.CheckState:
        if isinstance(entry, Heading):
            return entry.state
        on = entry.line.id not in self._left_out
        return Qt.CheckState.Checked if on else Qt.CheckState.Unchecked

    def _spoken(self, entry: Entry) -> str:
        if isinstance(entry, Heading):
            return spoken_group(entry.kind, entry.ticked, entry.products, folded=entry.folded)
        line = entry.line
        return spoken_line(line, ticked=self.ticked(line), held=entry.held, store=self.store)

    def _described(self, entry: Entry) -> str:
        if isinstance(entry, Heading):
            return group_why(entry.kind)
        line = entry.line
        if line.id not in self.opened:
            return line.sku
        return spoken_difference(difference(str(line.before or ""), str(line.after or "")))

    def _tool_tip(self, entry: Entry) -> str:
        if isinstance(entry, Heading):
            return ""
        line = entry.line
        old = line_value(line, line.before, self.store)
        new = line_value(line, line.after, self.store)
        values = "" if is_text(line) else f"\n{old} → {new}"
        return f"{line_name(line)}\n{line.sku}{values}"


def _shown(lines: Iterable[PlanLine], *, held: bool) -> list[Entry]:
    entries: list[Entry] = []
    above: LineId | None = None
    for line in lines:
        again = above is not None and above[0] == line.id[0]
        variant = again and above is not None and above[1] != line.id[1]
        entries.append(Shown(line, held, again, variant))
        above = line.id
    return entries
