"""What lies under and over the cells of the table: the lit row, lines, marks, the ring."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QTableView

from app.ui.painting import paint_ring
from app.ui.tables.chosen_rows import spans
from app.ui.tables.look import TableLook
from app.ui.theme import RADIUS_S

_ACCENT = 3


def paint_under(table: QTableView, look: TableLook) -> None:
    """The row under the pointer."""
    if not 0 <= look.hovered < table.model().rowCount():
        return
    top = table.rowViewportPosition(look.hovered)
    place = QRect(0, top, table.viewport().width(), look.row_height)
    QPainter(table.viewport()).fillRect(place, look.theme.hover)


def paint_over(table: QTableView, look: TableLook, first: int, last: int) -> None:
    """Lines between rows and sides, a mark on chosen rows, the ring around the current cell."""
    painter, border = QPainter(table.viewport()), look.theme.border
    width, height = table.viewport().width(), look.row_height
    chosen = spans(table.selectionModel().selection())
    mirrored = table.isRightToLeft()
    for at in range(first, last + 1):
        top = table.rowViewportPosition(at)
        painter.fillRect(0, top + height - 1, width, 1, border)
        if any(start <= at <= end for start, end in chosen):
            x = width - _ACCENT if mirrored else 0
            painter.fillRect(x, top, _ACCENT, height - 1, look.theme.accent)
    bottom = table.rowViewportPosition(last) + height if last >= 0 else 0
    for section in look.edges:
        x = table.columnViewportPosition(section)
        x += table.columnWidth(section) - 1 if mirrored else 0
        painter.fillRect(x, 0, 1, bottom, border)
    current = table.currentIndex()
    if table.hasFocus() and current.isValid():
        paint_ring(painter, table.visualRect(current).adjusted(1, 1, -1, -2), RADIUS_S, look.theme)
