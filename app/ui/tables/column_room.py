"""The columns of a table as they stand: which are seen, how wide, and where sides begin."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QTableView

from app.ui.tables.columns import COLUMNS, KEYS, arranged
from app.ui.tables.header import SideHeader
from app.ui.tables.kept_columns import KeptColumns
from app.ui.tables.longest import Longest
from app.ui.tables.look import TableLook


class ColumnRoom(QObject):
    """Shares a table's width between its columns, and keeps what the manager makes of them."""

    def __init__(
        self, table: QTableView, header: SideHeader, look: TableLook, kept: KeptColumns
    ) -> None:
        super().__init__(table)
        self._table, self._header, self._look, self._kept = table, header, look, kept
        self._least: dict[str, int] = {}
        self._least_narrow: dict[str, int] = {}
        self._arranging = False

    def join(self) -> None:
        """Show the columns in their kept order, and follow the hand from now on."""
        header, kept = self._header, self._kept
        header.set_order(kept.order)
        header.set_sorted(kept.sort, descending=kept.descending)
        header.sectionResized.connect(self._on_resized)
        header.sectionMoved.connect(lambda *_: self._on_moved())

    def measure(self, longest: Longest) -> None:
        """Find out what the longest values take, in the type of now."""
        self._least, self._least_narrow = (
            self._look.least_widths(longest, narrow=narrow) for narrow in (False, True)
        )

    def arrange(self) -> None:
        """Share the room between the columns that are wanted."""
        if not self._least:
            return
        header, kept = self._header, self._kept
        room = self._table.viewport().width()
        found = arranged(room, kept.chosen, kept.wider, self._least, self._least_narrow)
        self._arranging = True
        for at, key in enumerate(KEYS):
            width = found.widths.get(key)
            header.setSectionHidden(at, width is None)
            if width is not None and header.sectionSize(at) != width:
                header.resizeSection(at, width)
        self._arranging = False
        self._look.narrow = found.narrow
        self._find_edges()
        self._table.viewport().update()

    def shown_keys(self) -> list[str]:
        """The keys of the columns that are seen, from the leading edge on."""
        header = self._header
        return [key for key in header.order() if not header.isSectionHidden(KEYS.index(key))]

    def _find_edges(self) -> None:
        """A line stands before the status and before the online side."""
        first: dict[str, int] = {}
        for key in self.shown_keys():
            at = KEYS.index(key)
            first.setdefault(COLUMNS[at].group, at)
        edges = (first[name] for name in ("status", "online") if name in first)
        self._look.edges = frozenset(edges)

    def _on_resized(self, section: int, _old: int, new: int) -> None:
        if self._arranging:
            return
        key = KEYS[section]
        if key != "product" and not self._look.narrow:
            self._kept.set_width(key, max(new, self._least.get(key, 0)))
        self.arrange()

    def _on_moved(self) -> None:
        self._kept.set_order(self._header.order())
        self._find_edges()
        self._table.viewport().update()
