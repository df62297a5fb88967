"""The table of past syncs: when, by whom, how it ended, what failed, how long it took (LOOK §2)."""

from collections.abc import Mapping
from typing import Literal, NamedTuple, cast

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
    QVBoxLayout,
    QWidget,
)

from app.ui.painting import paint_icon, paint_ring
from app.ui.plain_tips import plain_tip
from app.ui.screens.history_list import ROW, HistoryList, HistoryRow, Index, paint_ground
from app.ui.theme import GAP_S, MARGIN, RADIUS_S, current, font, font_metrics, scaled
from app.ui.wording import tr

Column = Literal["when", "by", "result", "failed", "took"]

COLUMNS: tuple[Column, ...] = ("when", "by", "result", "failed", "took")
_NUMBERS = frozenset({"failed", "took"})
_ICON = 16
_ROW, _HEAD = 36, 28
_GAP = 20
_LEADING = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading
_TRAILING = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignTrailing


class Place(NamedTuple):
    """Where a column begins in a row, and how wide it is."""

    left: int
    width: int


Places = Mapping[Column, Place]


def column_title(column: Column) -> str:
    """The title over a column."""
    return {
        "when": tr("When"),
        "by": tr("Started by"),
        "result": tr("Result"),
        "failed": tr("Failed"),
        "took": tr("Took"),
    }[column]


def placed(rows: tuple[HistoryRow, ...], width: int) -> Places:
    """Where each column stands; who started it gives way where the result has too little room."""
    titles, texts = font_metrics("column"), font_metrics("body")
    needed = {
        column: max(
            titles.horizontalAdvance(column_title(column)),
            *(texts.horizontalAdvance(row.cells[at]) for row in rows if row.cells),
            0,
        )
        + 2
        for at, column in enumerate(COLUMNS)
    }
    needed["result"] += scaled(_ICON) + GAP_S
    shown = list(COLUMNS)
    spare: tuple[Column, ...] = ("by", "failed")
    for column in spare:
        if 2 * MARGIN + sum(needed[each] + _GAP for each in shown) - _GAP > width:
            shown.remove(column)
    others = sum(needed[each] + _GAP for each in shown if each != "result")
    needed["result"] = max(0, width - 2 * MARGIN - others)
    found: dict[Column, Place] = {}
    left = MARGIN
    for column in shown:
        found[column] = Place(left, needed[column])
        left += needed[column] + _GAP
    return found


class RunDelegate(QStyledItemDelegate):
    """One run a row, its cells below the titles."""

    def __init__(self, table: "RunsTable") -> None:
        super().__init__(table)
        self._table = table

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:  # noqa: N802
        """One line."""
        return QSize(0, max(_ROW, font_metrics("body").height() + 14))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The whole row."""
        row, theme = cast("HistoryRow", index.data(ROW)), current()
        rect: QRect = option.rect
        paint_ground(painter, option)
        for column, place in self._table.places.items():
            cell = QRect(rect.left() + place.left, rect.top(), place.width, rect.height())
            if column == "result":
                side = scaled(_ICON)
                icon = QRect(cell.left(), rect.top(), side, rect.height())
                seen = QStyle.visualRect(option.direction, rect, icon)
                paint_icon(painter, seen, row.icon, theme.colour(row.colour), side)
                cell.setLeft(cell.left() + side + GAP_S)
            painter.setFont(font("body"))
            muted = column in ("by", "took")
            painter.setPen(theme.text_muted if muted else theme.text)
            text = row.cells[COLUMNS.index(column)]
            shown = font_metrics("body").elidedText(text, Qt.TextElideMode.ElideRight, cell.width())
            align = _TRAILING if column in _NUMBERS else _LEADING
            painter.drawText(QStyle.visualRect(option.direction, rect, cell), align, shown)
        if option.state & QStyle.StateFlag.State_HasFocus:
            paint_ring(painter, rect.adjusted(0, 0, 0, -1), RADIUS_S, theme)

    def helpEvent(  # noqa: N802
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        _option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        """The whole row in a sentence, with what had no room."""
        row = cast("HistoryRow | None", index.data(ROW))
        if event.type() != QEvent.Type.ToolTip or row is None:
            return False
        QToolTip.showText(event.globalPos(), plain_tip(row.spoken), view.viewport())
        return True


class RunsTable(QWidget):
    """Titles, and the list below; `list` has the keyboard."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.places: Places = {}
        self.list = HistoryList(name)
        self.list.setItemDelegate(RunDelegate(self))
        self._head = max(_HEAD, font_metrics("column").height() + 12)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(0)
        self._column.addWidget(self.list)
        self._fit()

    def show_rows(self, rows: tuple[HistoryRow, ...], current_id: str) -> None:
        """Show these runs."""
        self.list.show_rows(rows, current_id)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """The result takes what the others leave."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Columns and titles grow with the text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """The titles, on the ground of bars."""
        painter, theme = QPainter(self), current()
        head = QRect(0, 0, self.width(), self._head)
        painter.fillRect(head, theme.window)
        for y in (head.top(), head.bottom()):
            painter.fillRect(QRect(0, y, head.width(), 1), theme.border)
        painter.setFont(font("column"))
        painter.setPen(theme.text_muted)
        painter.setLayoutDirection(self.layoutDirection())
        for column, place in self.places.items():
            cell = QRect(place.left, 0, place.width, head.height())
            align = _TRAILING if column in _NUMBERS else _LEADING
            seen = QStyle.visualRect(self.layoutDirection(), head, cell)
            painter.drawText(seen, align, column_title(column))

    def _fit(self) -> None:
        self._head = max(_HEAD, font_metrics("column").height() + 12)
        self._column.setContentsMargins(0, self._head, 0, 0)
        self.places = placed(self.list.lines.rows, self.width())
        self.list.viewport().update()
        self.update()
