"""The table of products: rows under the pointer and the hand, ticks, families, keys."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QModelIndex, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from app.domain.assessing import Status
from app.facts.rows import Row
from app.ui.tables import chosen_rows, row_keys
from app.ui.tables.chosen_rows import ROWS_ALONE, KeptPlace
from app.ui.tables.column_room import ColumnRoom
from app.ui.tables.columns import COLUMNS, PRODUCT, SELL, STATUS
from app.ui.tables.delegates import (
    ProductDelegate,
    StatusDelegate,
    TickDelegate,
    ValueDelegate,
)
from app.ui.tables.header import SideHeader
from app.ui.tables.kept_columns import KeptColumns
from app.ui.tables.longest import Longest
from app.ui.tables.look import TableLook
from app.ui.tables.row_ground import paint_over, paint_under
from app.ui.tables.row_pointer import RowPointer
from app.ui.tables.rows_model import RowsModel
from app.ui.turning import moves

_TURN = 125
"""Milliseconds between two steps of the turning arrows."""


class RowsTable(QTableView):
    """Shows a `RowsModel`; what a key or a click wishes for is told by signals."""

    wished = Signal(str)
    """What a key wishes for, see `row_keys.Wish`; a double click wishes to "open"."""
    typed = Signal(str)
    """A letter: a search begins with it."""
    menu_wanted = Signal(QPoint)
    """A context menu at a point of the screen."""
    chosen_changed = Signal()
    moved = Signal()
    """A person made another row the current one."""

    def __init__(
        self, model: RowsModel, look: TableLook, kept: KeptColumns, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.rows = model
        self.look = look
        self.kept = kept
        self._pointer = RowPointer(self, model, look)
        self.header = SideHeader(look, self)
        self._room = ColumnRoom(self, self.header, look, kept)
        self._turning = QTimer(self, interval=_TURN)
        self._turning.timeout.connect(self._turn)
        self._set_up()
        self._set_delegates()
        self.setModel(model)
        self._join()

    def _set_up(self) -> None:
        self.setHorizontalHeader(self.header)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setMinimumSectionSize(1)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setAccessibleName(self.tr("Products"))

    def _set_delegates(self) -> None:
        look = self.look
        # The view takes no ownership of its delegates: they are held here.
        self._delegates = {
            **{at: ValueDelegate(look, column) for at, column in enumerate(COLUMNS)},
            SELL: TickDelegate(look),
            PRODUCT: ProductDelegate(look),
            STATUS: StatusDelegate(look),
        }
        for at, delegate in self._delegates.items():
            self.setItemDelegateForColumn(at, delegate)

    def _join(self) -> None:
        selection = self.selectionModel()
        selection.selectionChanged.connect(lambda *_: self.chosen_changed.emit())
        selection.currentRowChanged.connect(lambda *_: self.moved.emit())
        self._room.join()

    # Columns

    def measure(self, longest: Longest) -> None:
        """Take over density and type, and the longest values there are."""
        self.look.compact = self.rows.compact = self.kept.compact
        self._room.measure(longest)
        self.verticalHeader().setDefaultSectionSize(self.look.row_height)
        self.header.updateGeometry()
        self.updateGeometries()
        self._room.arrange()

    def arrange(self) -> None:
        """Share the room between the columns that are wanted."""
        self._room.arrange()

    def shown_keys(self) -> list[str]:
        """The keys of the columns that are seen, from the leading edge on."""
        return self._room.shown_keys()

    # Rows

    def show_rows(
        self,
        rows: Mapping[str, Row],
        ids: Sequence[str],
        statuses: frozenset[Status],
        *,
        stay: bool,
    ) -> None:
        """Show these rows; what was chosen stays chosen if it is still there.

        `stay`: the same line stays at the top; else the current one is brought into view.
        """
        before = KeptPlace.of(self)
        self.selectionModel().blockSignals(True)
        self.rows.show_rows(rows, ids, statuses)
        before.restore(self)
        self.selectionModel().blockSignals(False)
        self.executeDelayedItemsLayout()
        top = self.rows.place(before.top) if stay and before.top else -1
        if top >= 0:
            self.verticalScrollBar().setValue(top * self.look.row_height + before.off)
        elif self.currentIndex().row() > 0:
            self.scrollTo(self.currentIndex())
        else:
            self.scrollToTop()
        self.viewport().update()
        self.chosen_changed.emit()

    def current_name(self) -> str:
        """The name of the current line, "" for none."""
        at = self.currentIndex().row()
        return self.rows.name(at) if 0 <= at < self.rows.rowCount() else ""

    def chosen_places(self) -> list[int]:
        """The lines that are selected; the current one where none is."""
        places = chosen_rows.selected_places(self.selectionModel().selection())
        at = self.currentIndex().row()
        return places or ([at] if at >= 0 else [])

    def selected_count(self) -> int:
        """How many lines are selected."""
        return chosen_rows.selected_count(self.selectionModel().selection())

    def choose(self, at: int) -> None:
        """Make a line the current and only chosen one, and bring it into view."""
        index = self.rows.index(at, max(self.currentIndex().column(), PRODUCT))
        self.selectionModel().setCurrentIndex(index, ROWS_ALONE)
        self.scrollTo(index)

    def visible_lines(self) -> tuple[int, int]:
        """The first and the last line that are seen."""
        bottom = self.rowAt(self.viewport().height() - 1)
        return max(self.rowAt(0), 0), self.rows.rowCount() - 1 if bottom < 0 else bottom

    def set_open(self, at: int, *, opened: bool) -> None:
        """Open or close the family in a line."""
        self.rows.set_open(at, opened=opened)
        self.viewport().update()

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """The row under the pointer, the cells, then lines, marks and the ring over them."""
        look = self.look
        look.now = self.rows.now()
        look.syncing.clear()
        paint_under(self, look)
        super().paintEvent(event)
        paint_over(self, look, *self.visible_lines())
        if look.syncing and moves() and not self._turning.isActive():
            self._turning.start()

    def _turn(self) -> None:
        """One step of what is turning, where it is seen and nowhere else."""
        first, last = self.visible_lines()
        lines = [self.rows.line(at) for at in range(first, last + 1)]
        seen = [at for at, line in enumerate(lines, first) if line.row.status == "syncing"]
        if not seen or not moves() or not self.isVisible():
            self._turning.stop()
            self.look.turn = 0
        else:
            self.look.turn = (self.look.turn + 1) % 8
        for at in seen:
            self.update(self.rows.index(at, STATUS))

    # Pointer

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """A tick's whole cell ticks; the fold opens a family; anything else chooses."""
        tick, fold = self._pointer.on_tick(event), self._pointer.on_fold(event)
        if tick is not None:
            self._pointer.press_tick(tick)
            self._go_to(tick)
        elif fold is not None:
            self._go_to(fold)
            self.set_open(fold.row(), opened=not self.rows.line(fold.row()).opened)
        else:
            super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Tick where the press was."""
        if self._pointer.pressing:
            self._pointer.release(event)
        else:
            super().mouseReleaseEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Open the product; a second click on a tick or fold is just that."""
        if self._pointer.on_tick(event) is not None or self._pointer.on_fold(event) is not None:
            self.mousePressEvent(event)
        elif event.button() == Qt.MouseButton.LeftButton and self.currentIndex().isValid():
            self.wished.emit("open")

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Light up the row under the pointer."""
        if not self._pointer.pressing:
            super().mouseMoveEvent(event)
        self._pointer.hover(event.position().toPoint())

    def viewportEvent(self, event: QEvent) -> bool:  # noqa: N802
        """Nothing is lit once the pointer has left."""
        if event.type() == QEvent.Type.Leave:
            self._pointer.hover(QPoint(-1, -1))
        return super().viewportEvent(event)

    def scrollContentsBy(self, dx: int, dy: int) -> None:  # noqa: N802
        """What was painted over the cells is painted anew where they stand now."""
        super().scrollContentsBy(dx, dy)
        if self.viewport().underMouse():
            self._pointer.hover(self.viewport().mapFromGlobal(self.cursor().pos()))
        self.viewport().update()

    def _go_to(self, index: QModelIndex) -> None:
        """Make a cell current; several chosen rows stay chosen."""
        selection = self.selectionModel()
        if self.selected_count() > 1 and selection.isSelected(index):
            selection.setCurrentIndex(index, selection.SelectionFlag.NoUpdate)
        else:
            selection.setCurrentIndex(index, ROWS_ALONE)
        self.setFocus(Qt.FocusReason.MouseFocusReason)

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """The table's own keys, a letter for the search, else Qt's."""
        wish = row_keys.wish(event, mirrored=self.isRightToLeft())
        if wish == "leave":
            event.ignore()
        elif wish in ("", "in", "out"):
            if not (wish and self._fold(wish)):
                super().keyPressEvent(event)
        else:
            self._tell(wish, event.text())
            event.accept()

    def _tell(self, wish: str, text: str) -> None:
        if wish == "type":
            self.typed.emit(text)
        elif wish == "menu":
            self.menu_wanted.emit(self._menu_point())
        else:
            self.wished.emit(wish)

    def _fold(self, wish: str) -> bool:
        """Open or close the current family, or go from a variant to it; tells whether it did."""
        index = self.currentIndex()
        if not index.isValid():
            return False
        at, line = index.row(), self.rows.line(index.row())
        if line.family is not None:
            if wish == "out":
                parent = self.rows.index(self.rows.family_at(at), index.column())
                self.selectionModel().setCurrentIndex(parent, ROWS_ALONE)
            return wish == "out"
        if not line.row.family or line.opened == (wish == "in"):
            return False
        self.set_open(at, opened=wish == "in")
        return True

    def moveCursor(  # noqa: N802
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """Home and End lead to the first and the last row."""
        ends = {
            QAbstractItemView.CursorAction.MoveHome: 0,
            QAbstractItemView.CursorAction.MoveEnd: self.rows.rowCount() - 1,
        }
        if ends.get(action, -1) >= 0:
            return self.rows.index(ends[action], max(self.currentIndex().column(), 0))
        return super().moveCursor(action, modifiers)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802
        """A menu where the pointer is, or at the current row."""
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        self.menu_wanted.emit(self._menu_point() if by_key else event.globalPos())

    def _menu_point(self) -> QPoint:
        place = self.visualRect(self.currentIndex())
        return self.viewport().mapToGlobal(place.bottomLeft() + QPoint(12, -4))

    # Room

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Share the room anew."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.arrange()
