"""The list of outlets: a tick, what it means, registers, products and units (LOOK §7)."""

from typing import cast

from PySide6.QtCore import QAbstractItemModel, QEvent, QRect, QSize, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from app.ui.painting import elide_middle, paint_icon, paint_ring, paint_tick
from app.ui.screens.outlets_rows import (
    COLUMNS,
    ROW,
    Column,
    Index,
    OutletModel,
    OutletRow,
    column_title,
)
from app.ui.shapes import TICK
from app.ui.theme import MARGIN, RADIUS, current, font, font_metrics, scaled

_HEIGHT, _HEAD = 56, 32
_PADDING = 10
_NUMBERS = frozenset({"products", "units"})
_LEADING = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading
_TRAILING = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignTrailing


class OutletDelegate(QStyledItemDelegate):
    """Paints each cell; a click anywhere in the cell of a tick turns it."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Ground, content and the line below."""
        row, column = cast("OutletRow", index.data(ROW)), COLUMNS[index.column()]
        theme = current()
        rect: QRect = option.rect
        painter.fillRect(rect, theme.accent_soft if row.changed else theme.surface)
        below = QRect(rect.left(), rect.bottom(), rect.width(), 1)
        painter.fillRect(below, theme.border)
        if column == "count":
            hovered = bool(option.state & QStyle.StateFlag.State_MouseOver) and not row.locked
            self._paint_tick(painter, option, row, hovered)
        elif column == "outlet":
            self._paint_outlet(painter, option, row)
        else:
            painter.setFont(font("body"))
            painter.setPen(theme.text if column in _NUMBERS else theme.text_muted)
            place = padded(rect, column, option.direction)
            text = font_metrics("body").elidedText(
                row.text(column), Qt.TextElideMode.ElideRight, place.width()
            )
            painter.drawText(place, _TRAILING if column in _NUMBERS else _LEADING, text)

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:  # noqa: N802
        """The view knows how high a row is."""
        return QSize(0, _HEIGHT)

    def editorEvent(  # noqa: N802
        self,
        event: QEvent,
        model: QAbstractItemModel,
        _option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        """A click turns the tick; keys are the view's."""
        if event.type() != QEvent.Type.MouseButtonRelease or index.column() != 0:
            return False
        if cast("QMouseEvent", event).button() != Qt.MouseButton.LeftButton:
            return False
        cast("OutletModel", model).turn(index.row())
        return True

    def _paint_tick(
        self, painter: QPainter, option: QStyleOptionViewItem, row: OutletRow, hovered: bool
    ) -> None:
        rect: QRect = option.rect
        place = QRect(rect.left() + MARGIN, rect.top(), TICK, rect.height())
        paint_tick(
            painter,
            QStyle.visualRect(option.direction, rect, place),
            "on" if row.ticked else "off",
            pending=row.changed,
            locked=row.locked,
            hovered=hovered,
            theme=current(),
        )

    def _paint_outlet(
        self, painter: QPainter, option: QStyleOptionViewItem, row: OutletRow
    ) -> None:
        theme = current()
        place = padded(option.rect, "outlet", option.direction)
        names = font_metrics("name")
        caption = _caption_height(row.caption, place.width())
        top = place.top() + (place.height() - names.height() - caption) // 2
        side = scaled(15) if row.locked else 0
        name = elide_middle(row.line.name, names, place.width() - 2 * side)
        upper = QRect(place.left(), top, place.width(), names.height())
        painter.setFont(font("name"))
        painter.setPen(theme.text)
        painter.drawText(upper, _LEADING, name)
        if row.locked:
            x = place.left() + names.horizontalAdvance(name) + side // 2
            lock = QStyle.visualRect(option.direction, place, QRect(x, top, side, names.height()))
            paint_icon(painter, lock, "lock", theme.text_muted, side)
        painter.setFont(font("caption"))
        painter.setPen(theme.text_muted)
        lower = QRect(place.left(), top + names.height(), place.width(), caption)
        flags = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop
        painter.drawText(lower, flags | Qt.TextFlag.TextWordWrap, row.caption)


def padded(rect: QRect, column: Column, direction: Qt.LayoutDirection) -> QRect:
    """Where the content of a cell stands: the page's margin at both ends."""
    before = MARGIN if column == "count" else _PADDING
    after = MARGIN if column == COLUMNS[-1] else _PADDING
    return QStyle.visualRect(direction, rect, rect.adjusted(before, 0, -after, 0))


def _caption_height(text: str, width: int) -> int:
    flags = int(Qt.TextFlag.TextWordWrap)
    return font_metrics("caption").boundingRect(0, 0, max(1, width), 10_000, flags, text).height()


class OutletHeader(QHeaderView):
    """Titles on the ground of bars, with a line above and below."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setSectionsClickable(False)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(1)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def sizeHint(self) -> QSize:  # noqa: N802
        """One line of titles."""
        return QSize(0, max(_HEAD, font_metrics("column").height() + 14))

    def paintSection(self, painter: QPainter, rect: QRect, logical: int) -> None:  # noqa: N802
        """One title, aligned as its column is."""
        theme, column = current(), COLUMNS[logical]
        painter.fillRect(rect, theme.window)
        for y in (rect.top(), rect.bottom()):
            painter.fillRect(QRect(rect.left(), y, rect.width(), 1), theme.border)
        painter.setFont(font("column"))
        painter.setPen(theme.text_muted)
        align = _TRAILING if column in _NUMBERS else _LEADING
        place = padded(rect, column, self.layoutDirection())
        painter.drawText(place, align, column_title(column))


class OutletList(QTableView):
    """Arrows go up and down, Space ticks; rows are as high as their captions need."""

    def __init__(self, model: OutletModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._outlets = model
        self.setModel(model)
        self.setItemDelegate(OutletDelegate(self))
        self.setHorizontalHeader(OutletHeader(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(1)
        self.setAccessibleName(self.tr("Outlets"))
        model.dataChanged.connect(lambda *_: self._fit())
        model.modelReset.connect(self._on_reset)

    def row_rect(self, row: int) -> QRect:
        """Where a whole row lies in the viewport."""
        rect = QRect()
        for column in range(len(COLUMNS)):
            rect = rect.united(self.visualRect(self._outlets.index(row, column)))
        return rect

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Space turns the tick of the row, wherever in it one is."""
        if event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Select):
            if self.currentIndex().isValid() and not event.isAutoRepeat():
                self._outlets.turn(self.currentIndex().row())
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """The outlet's column takes what the others leave."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Rows and columns grow with the text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """The rows, and the ring around the one that has the focus."""
        super().paintEvent(event)
        if self.hasFocus() and self.currentIndex().isValid():
            ring = self.row_rect(self.currentIndex().row()).adjusted(2, 2, -2, -3)
            paint_ring(QPainter(self.viewport()), ring, RADIUS, current())

    def _on_reset(self) -> None:
        self._fit()
        if self._outlets.rows:
            self.setCurrentIndex(self._outlets.index(0, 1))

    def _fit(self) -> None:
        widths = {column: self._needed(column) for column in COLUMNS}
        widths["registers"] = min(widths["registers"], self.viewport().width() // 4)
        others = sum(width for column, width in widths.items() if column != "outlet")
        widths["outlet"] = max(widths["outlet"], self.viewport().width() - others)
        for section, column in enumerate(COLUMNS):
            self.setColumnWidth(section, widths[column])
        inner = widths["outlet"] - 2 * _PADDING
        for number, row in enumerate(self._outlets.rows):
            words = font_metrics("name").height() + _caption_height(row.caption, inner)
            self.setRowHeight(number, max(_HEIGHT, words + 20))

    def _needed(self, column: Column) -> int:
        """The width of a column's title and of what stands in it."""
        width = font_metrics("column").horizontalAdvance(column_title(column))
        if column != "outlet":
            texts = [row.text(column) for row in self._outlets.rows]
            metrics = font_metrics("body")
            width = max([width, *(metrics.horizontalAdvance(text) for text in texts)])
        before = MARGIN if column == "count" else _PADDING
        after = MARGIN if column == COLUMNS[-1] else _PADDING
        return before + width + after + 2
