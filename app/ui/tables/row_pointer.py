"""What the pointer does in the table of products: ticks, folds, and the row that it lights up."""

from PySide6.QtCore import QModelIndex, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QTableView

from app.ui.tables.columns import PRODUCT, SELL
from app.ui.tables.delegates import FOLD
from app.ui.tables.look import TableLook
from app.ui.tables.rows_model import RowsModel


class RowPointer:
    """Knows where ticks and folds are; remembers where a press on a tick began."""

    def __init__(self, table: QTableView, rows: RowsModel, look: TableLook) -> None:
        self._table, self._rows, self._look = table, rows, look
        self._pressed = -1

    @property
    def pressing(self) -> bool:
        """Whether a tick is held down."""
        return self._pressed >= 0

    def on_tick(self, event: QMouseEvent) -> QModelIndex | None:
        """The cell of a tick that a plain press hits."""
        index = self._table.indexAt(event.position().toPoint())
        return index if _plain(event) and self._is_tick(index) else None

    def on_fold(self, event: QMouseEvent) -> QModelIndex | None:
        """The cell of a family whose fold a plain press hits."""
        index = self._table.indexAt(event.position().toPoint())
        return index if _plain(event) and self._is_fold(index, event.position()) else None

    def press_tick(self, index: QModelIndex) -> None:
        """A press on a tick began here."""
        self._pressed = index.row()

    def release(self, event: QMouseEvent) -> None:
        """Tick where the press was, if the pointer is still there."""
        pressed, self._pressed = self._pressed, -1
        index = self._table.indexAt(event.position().toPoint())
        if index.row() != pressed or not self._is_tick(index):
            return
        on = self._rows.line(pressed).tick != "on"
        state = Qt.CheckState.Checked if on else Qt.CheckState.Unchecked
        self._rows.setData(index, state, Qt.ItemDataRole.CheckStateRole)

    def hover(self, point: QPoint) -> None:
        """Light up the row at a point of the viewport; none outside of it."""
        table, look = self._table, self._look
        inside = table.viewport().rect().contains(point)
        row = table.rowAt(point.y()) if inside else -1
        on_tick = inside and table.columnAt(point.x()) == SELL
        if (row, on_tick) == (look.hovered, look.hovered_tick):
            return
        before, look.hovered, look.hovered_tick = look.hovered, row, on_tick
        for at in {before, row} - {-1}:
            top = table.rowViewportPosition(at)
            table.viewport().update(0, top, table.viewport().width(), look.row_height)

    def _is_tick(self, index: QModelIndex) -> bool:
        if not index.isValid() or index.column() != SELL:
            return False
        return self._rows.line(index.row()).tick is not None

    def _is_fold(self, index: QModelIndex, point: QPointF) -> bool:
        if not index.isValid() or index.column() != PRODUCT:
            return False
        line = self._rows.line(index.row())
        if line.family is not None or not line.row.family:
            return False
        place = self._table.visualRect(index)
        mirrored = self._table.isRightToLeft()
        return (place.right() - point.x() if mirrored else point.x() - place.x()) <= FOLD


def _plain(event: QMouseEvent) -> bool:
    left = event.button() == Qt.MouseButton.LeftButton
    return left and event.modifiers() == Qt.KeyboardModifier.NoModifier
