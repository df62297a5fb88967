"""The lists of the history: two lines a row, painted, with headings between them."""

from dataclasses import dataclass
from typing import Any, cast

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QHelpEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
    QWidget,
)

from app.ui.painting import paint_icon, paint_ring
from app.ui.plain_tips import plain_tip
from app.ui.theme import GAP_S, MARGIN, RADIUS_S, FontKind, current, font, font_metrics, scaled

Index = QModelIndex | QPersistentModelIndex

ROW = Qt.ItemDataRole.UserRole
"""The role that gives a line."""

_ICON = 16
_NOWHERE = QModelIndex()
_LEADING = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading


@dataclass(frozen=True, slots=True)
class HistoryRow:
    """One row: what, and below it what of it. `heading` rows part the others.

    `wraps`: the text goes on below rather than being cut. `cells` are the texts of a table's
    columns; `told` is then the row in a sentence.
    """

    id: str
    title: str
    text: str = ""
    icon: str = ""
    colour: str = "text"
    heading: bool = False
    cells: tuple[str, ...] = ()
    wraps: bool = False
    told: str = ""

    @property
    def spoken(self) -> str:
        """All of it in a sentence."""
        if self.told:
            return self.told
        return f"{self.title}. {self.text}" if self.text else self.title


class HistoryModel(QAbstractListModel):
    """The rows of one list."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[HistoryRow, ...] = ()

    def show(self, rows: tuple[HistoryRow, ...]) -> bool:
        """Show these; whether anything changed."""
        if rows == self.rows:
            return False
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()
        return True

    def rowCount(self, parent: Index = _NOWHERE) -> int:  # noqa: N802
        """All of them."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The row for the delegate, a sentence for everybody else."""
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == ROW:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return row.spoken
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Headings can't be chosen."""
        if index.isValid() and self.rows[index.row()].heading:
            return Qt.ItemFlag.ItemIsEnabled
        return super().flags(index)


class HistoryDelegate(QStyledItemDelegate):
    """Icon, title, and the text below."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802
        """Two lines, one for a heading, and as many as it takes to say what failed."""
        row = cast("HistoryRow", index.data(ROW))
        title = font_metrics("section" if row.heading else "name").height()
        if row.heading:
            return QSize(0, max(38, title + 18))
        text = font_metrics("caption").height()
        view = option.widget
        if row.wraps and isinstance(view, QListView):
            width = _places(row, QRect(0, 0, view.viewport().width(), 0))[1].width()
            text = max(text, _wrapped(row.text, width))
        return QSize(0, max(44, title + text + 14))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The whole row."""
        row, theme = cast("HistoryRow", index.data(ROW)), current()
        rect: QRect = option.rect
        direction = option.direction
        paint_ground(painter, option, heading=row.heading)
        if row.icon:
            place = QStyle.visualRect(direction, rect, _icon(rect))
            paint_icon(painter, place, row.icon, theme.colour(row.colour), scaled(_ICON))
        title, text = _places(row, rect)
        kind: FontKind = "section" if row.heading else "name"
        _write(painter, QStyle.visualRect(direction, rect, title), row.title, kind, "text")
        if row.text:
            place = QStyle.visualRect(direction, rect, text)
            _write(painter, place, row.text, "caption", "text_muted", wrap=row.wraps)
        if option.state & QStyle.StateFlag.State_HasFocus:
            paint_ring(painter, rect.adjusted(0, 0, 0, -1), RADIUS_S, theme)

    def helpEvent(  # noqa: N802
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        """What was shortened is whole in the tool tip."""
        row = cast("HistoryRow | None", index.data(ROW))
        if event.type() != QEvent.Type.ToolTip or row is None:
            return False
        title, text = _places(row, option.rect)
        cut = font_metrics("name").horizontalAdvance(row.title) > title.width()
        cut = cut or font_metrics("caption").horizontalAdvance(row.text) > text.width()
        QToolTip.showText(event.globalPos(), plain_tip(row.spoken if cut else ""), view.viewport())
        return True


def paint_ground(painter: QPainter, option: QStyleOptionViewItem, *, heading: bool = False) -> None:
    """A row's ground: chosen, under the pointer, or plain, with a line below."""
    theme = current()
    rect: QRect = option.rect
    if option.state & QStyle.StateFlag.State_Selected:
        painter.fillRect(rect, theme.selection)
        bar = QRect(rect.left(), rect.top(), 3, rect.height())
        painter.fillRect(QStyle.visualRect(option.direction, rect, bar), theme.accent)
    elif option.state & QStyle.StateFlag.State_MouseOver and not heading:
        painter.fillRect(rect, theme.hover)
    painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), theme.border)


def _icon(rect: QRect) -> QRect:
    side = scaled(_ICON)
    return QRect(rect.left() + MARGIN, rect.top() + (rect.height() - side) // 2, side, side)


def _places(row: HistoryRow, rect: QRect) -> tuple[QRect, QRect]:
    start = rect.left() + MARGIN + (scaled(_ICON) + GAP_S if row.icon else 0)
    width = max(0, rect.right() - MARGIN - start)
    if not row.text:
        return QRect(start, rect.top(), width, rect.height()), QRect()
    upper, lower = font_metrics("name").height(), font_metrics("caption").height()
    if row.wraps:
        lower = max(lower, rect.height() - upper - 14)
    top = rect.top() + (rect.height() - upper - lower) // 2
    return QRect(start, top, width, upper), QRect(start, top + upper, width, lower)


def _wrapped(text: str, width: int) -> int:
    flags = int(Qt.TextFlag.TextWordWrap)
    return font_metrics("caption").boundingRect(0, 0, max(1, width), 10_000, flags, text).height()


def _write(
    painter: QPainter, place: QRect, text: str, kind: FontKind, token: str, *, wrap: bool = False
) -> None:
    painter.setFont(font(kind))
    painter.setPen(current().colour(token))
    if wrap:
        flags = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop
        painter.drawText(place, flags | Qt.TextFlag.TextWordWrap, text)
        return
    mode = Qt.TextElideMode.ElideRight if kind == "caption" else Qt.TextElideMode.ElideMiddle
    shown = font_metrics(kind).elidedText(text, mode, place.width())
    painter.drawText(place, _LEADING, shown)


class HistoryList(QListView):
    """A list of rows; `chosen` tells the id of the row that the keyboard or mouse goes to."""

    chosen = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines = HistoryModel(self)
        self.setModel(self.lines)
        self.setItemDelegate(HistoryDelegate(self))
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(name)
        self.selectionModel().currentChanged.connect(self._on_current)
        self._telling = True

    def show_rows(self, rows: tuple[HistoryRow, ...], current_id: str = "") -> None:
        """Show these rows, the same one chosen as before unless it is said which."""
        kept = current_id or self.current_id()
        self._telling = False
        self.lines.show(rows)
        at = next((n for n, row in enumerate(rows) if row.id == kept and not row.heading), -1)
        if at >= 0:
            self.setCurrentIndex(self.lines.index(at))
        self._telling = True

    def current_id(self) -> str:
        """The id of the chosen row, "" without one."""
        index = self.currentIndex()
        return self.lines.rows[index.row()].id if index.isValid() else ""

    def _on_current(self, index: QModelIndex) -> None:
        if self._telling and index.isValid():
            self.chosen.emit(self.lines.rows[index.row()].id)
