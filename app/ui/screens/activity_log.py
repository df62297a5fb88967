"""The lines of a run's log: a model that only grows, newest on top, filtered in place (LOOK §7)."""

from collections.abc import Callable, Sequence
from typing import Any, Literal, NamedTuple

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from app.facts.log_lines import LogLine
from app.facts.state import StoreFacts
from app.ui.wording_log import line_name, line_sentence, line_text, spoken_line

Kind = Literal["all", "failed", "notes"]
Index = QModelIndex | QPersistentModelIndex

ENTRY = Qt.ItemDataRole.UserRole
"""The role that gives a line's `Entry`."""

_LEVELS = {"failed": "failed", "notes": "note"}
_NOWHERE = QModelIndex()


class Entry(NamedTuple):
    """One line, what it is about, and the sentence that tells it."""

    line: LogLine
    name: str
    sentence: str


class LogModel(QAbstractTableModel):
    """Takes what is new of the log. While it is held, what is new waits and no row moves."""

    def __init__(
        self, name_of: Callable[[str], str] = lambda _: "", parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._name_of = name_of
        """A product's name by its key, for lines that tell none."""
        self.store = StoreFacts()
        """Has currency and units."""
        self._entries: list[Entry] = []
        self._searched: list[str] = []
        self._hits: list[int] = []
        """Entries that pass the filter, oldest first."""
        self._shown = 0
        self._held = False
        self._kind: Kind = "all"
        self._text = ""
        self._counts = {"failed": 0, "note": 0}

    # Lines

    def take(self, log: Sequence[LogLine]) -> None:
        """Take the lines that came since; a log that begins anew is taken whole."""
        taken = len(self._entries)
        if len(log) < taken or (taken and log[0] is not self._entries[0].line):
            self.begin()
            taken = 0
        if len(log) == taken:
            return
        for line in log[taken:]:
            name = line_name(line) or (self._name_of(line.key) if line.key else "")
            self._entries.append(Entry(line, name, line_sentence(line, self.store)))
            if line.level in self._counts:
                self._counts[line.level] += 1
            self._searched.append(_searched(self._entries[-1]))
        self._hits += [at for at in range(taken, len(self._entries)) if self._passes(at)]
        if not self._held:
            self._show_waiting()

    def begin(self) -> None:
        """Forget all lines: another run begins."""
        self.beginResetModel()
        self._entries, self._searched, self._hits = [], [], []
        self._shown = 0
        self._held = False
        self._counts = dict.fromkeys(self._counts, 0)
        self.endResetModel()

    def count(self, kind: Kind) -> int:
        """How many lines there are of a kind, whatever is searched."""
        return len(self._entries) if kind == "all" else self._counts[_LEVELS[kind]]

    def text(self) -> str:
        """Every line, oldest first, for a file."""
        return "\n".join(line_text(*entry) for entry in self._entries) + "\n"

    # What is shown

    def choose(self, kind: Kind, text: str) -> None:
        """Show lines of a kind that hold every word of a text."""
        words = text.casefold()
        if (kind, words) == (self._kind, self._text):
            return
        narrower = kind == self._kind and words.startswith(self._text)
        among = self._hits if narrower else range(len(self._entries))
        self._kind, self._text = kind, words
        self.beginResetModel()
        self._hits = [at for at in among if self._passes(at)]
        self._shown = len(self._hits)
        self.endResetModel()

    def hold(self, held: bool) -> None:
        """Let the rows stand still, or let what waits come in."""
        self._held = held
        if not held:
            self._show_waiting()

    @property
    def waiting(self) -> int:
        """How many lines would be shown and wait."""
        return len(self._hits) - self._shown

    def entry(self, row: int) -> Entry:
        """The line in a row. Raises `IndexError`."""
        return self._entries[self._hits[self._shown - 1 - row]]

    def row_of(self, line: LogLine) -> int:
        """The row that a line stands in, -1 where it isn't shown."""
        for row in range(self._shown):
            if self.entry(row).line is line:
                return row
        return -1

    def _show_waiting(self) -> None:
        if not self.waiting:
            return
        self.beginInsertRows(_NOWHERE, 0, self.waiting - 1)
        self._shown = len(self._hits)
        self.endInsertRows()

    def _passes(self, at: int) -> bool:
        if self._kind != "all" and self._entries[at].line.level != _LEVELS[self._kind]:
            return False
        return all(word in self._searched[at] for word in self._text.split())

    # Qt asks

    def rowCount(self, parent: Index = _NOWHERE) -> int:  # noqa: N802
        """The lines that are shown."""
        return 0 if parent.isValid() else self._shown

    def columnCount(self, parent: Index = _NOWHERE) -> int:  # noqa: N802
        """A line is painted as a whole."""
        return 0 if parent.isValid() else 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The entry for the delegate, its words for everybody else."""
        if not index.isValid():
            return None
        entry = self.entry(index.row())
        if role == ENTRY:
            return entry
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.sentence
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken_line(*entry)
        return None


def _searched(entry: Entry) -> str:
    return f"{entry.name}\n{entry.line.sku}\n{entry.sentence}".casefold()
