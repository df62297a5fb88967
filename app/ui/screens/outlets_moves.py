"""The largest changes of online stock that a choice of outlets makes, product by product."""

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

from app.facts.outlets import StockMove
from app.ui import values
from app.ui.painting import elide_middle, paint_icon, paint_ring
from app.ui.pictures import Pictures, paint_placeholder
from app.ui.plain_tips import plain_tip
from app.ui.theme import GAP_S, RADIUS_S, FontKind, current, font, font_metrics, scaled
from app.ui.wording_outlets import spoken_move

Index = QModelIndex | QPersistentModelIndex

MOVE = Qt.ItemDataRole.UserRole
"""The role that gives a row's `StockMove`."""

_HEIGHT = 36
_PICTURE = 24
_ARROW = 15
_NOWHERE = QModelIndex()
_LEADING = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading
_TRAILING = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignTrailing


def move_height() -> int:
    """The height of a row at this size of text."""
    return max(_HEIGHT, font_metrics("body").height() + 16, scaled(_PICTURE) + 12)


class MovesModel(QAbstractListModel):
    """The moves that are shown; `stale` while another choice is being weighed."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.moves: tuple[StockMove, ...] = ()
        self.stale = False

    def show(self, moves: tuple[StockMove, ...]) -> None:
        """Show these."""
        if moves != self.moves:
            self.beginResetModel()
            self.moves = moves
            self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:  # noqa: N802
        """The moves."""
        return 0 if parent.isValid() else len(self.moves)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The move for the delegate, a sentence for everybody else."""
        if not index.isValid():
            return None
        move = self.moves[index.row()]
        if role == MOVE:
            return move
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return spoken_move(move.name, move.before, move.after)
        return None


class MoveDelegate(QStyledItemDelegate):
    """Picture, name, before → after, and the difference."""

    def __init__(self, model: MovesModel, pictures: Pictures, parent: QObject) -> None:
        super().__init__(parent)
        self._model = model
        self._pictures = pictures

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:  # noqa: N802
        """One row."""
        return QSize(0, move_height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The whole row."""
        move, theme = cast("StockMove", index.data(MOVE)), current()
        rect: QRect = option.rect
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), theme.border)
        direction = option.direction
        self._paint_picture(painter, QStyle.visualRect(direction, rect, _picture(rect)), move)

        def write(place: QRect, text: str, kind: FontKind, token: str, flags: Any) -> None:
            painter.setFont(font(kind))
            painter.setPen(theme.colour("text_muted" if self._model.stale else token))
            painter.drawText(QStyle.visualRect(direction, rect, place), flags, text)

        name, before, arrow, after, moved = self._places(rect)
        shown = elide_middle(move.name, font_metrics("body"), name.width())
        write(name, shown, "body", "text", _LEADING)
        write(before, values.number(move.before), "body", "text_muted", _TRAILING)
        mirrored = direction == Qt.LayoutDirection.RightToLeft
        paint_icon(
            painter,
            QStyle.visualRect(direction, rect, arrow),
            "arrow-right",
            theme.text_muted,
            scaled(_ARROW),
            mirrored=mirrored,
        )
        write(after, values.number(move.after), "strong", "text", _TRAILING)
        difference = move.after - move.before
        token = "success" if difference > 0 else "attention"
        write(moved, values.signed(difference), "body", token, _TRAILING)
        if option.state & QStyle.StateFlag.State_HasFocus:
            paint_ring(painter, rect.adjusted(0, 0, 0, -1), RADIUS_S, theme)

    def helpEvent(  # noqa: N802
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        """A name that was shortened is whole in the tool tip."""
        move = cast("StockMove | None", index.data(MOVE))
        if event.type() != QEvent.Type.ToolTip or move is None:
            return False
        name = self._places(option.rect)[0]
        cut = font_metrics("body").horizontalAdvance(move.name) > name.width()
        QToolTip.showText(event.globalPos(), plain_tip(move.name) if cut else "", view.viewport())
        return True

    def _places(self, rect: QRect) -> tuple[QRect, QRect, QRect, QRect, QRect]:
        """Name, before, arrow, after, difference; numbers have the room of the longest."""
        moves = self._model.moves
        befores = _widest([values.number(move.before) for move in moves], "body")
        afters = _widest([values.number(move.after) for move in moves], "strong")
        moved = _widest([values.signed(move.after - move.before) for move in moves], "body")
        end, found = rect.right() + 1, []
        for width, gap in ((moved, 2 * GAP_S), (afters, GAP_S), (scaled(_ARROW), GAP_S)):
            found.append(QRect(end - width, rect.top(), width, rect.height()))
            end -= width + gap
        found.append(QRect(end - befores, rect.top(), befores, rect.height()))
        start = _picture(rect).right() + 1 + GAP_S
        room = max(0, end - befores - 2 * GAP_S - start)
        difference, after, arrow, before = found
        return QRect(start, rect.top(), room, rect.height()), before, arrow, after, difference

    def _paint_picture(self, painter: QPainter, place: QRect, move: StockMove) -> None:
        ratio = painter.device().devicePixelRatioF()
        found = self._pictures.pixmap(move.picture, place.width(), ratio)
        if found is None:
            paint_placeholder(painter, place, current())
        else:
            painter.drawPixmap(place, found)


class MoveList(QListView):
    """As high as its rows; up and down read them."""

    def __init__(
        self, model: MovesModel, pictures: Pictures, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.setItemDelegate(MoveDelegate(model, pictures, self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setMouseTracking(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self.setAccessibleName(self.tr("Largest changes"))
        pictures.ready.connect(lambda _: self.viewport().update())

    def fit(self) -> None:
        """Take the height of the rows."""
        rows = self.model().rowCount()
        self.setFixedHeight(rows * move_height())
        self.setVisible(bool(rows))


def _picture(rect: QRect) -> QRect:
    side = scaled(_PICTURE)
    return QRect(rect.left(), rect.top() + (rect.height() - 1 - side) // 2, side, side)


def _widest(texts: list[str], kind: FontKind) -> int:
    return max((font_metrics(kind).horizontalAdvance(text) for text in texts), default=0) + 2
