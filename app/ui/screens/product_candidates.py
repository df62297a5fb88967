"""Products online that a POS product could be linked to, in a list."""

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from app.facts.product import Candidate
from app.ui.painting import paint_ring
from app.ui.theme import RADIUS_S, current, font, font_metrics

Index = QModelIndex | QPersistentModelIndex

_MOST_ROWS = 5


class Candidates(QAbstractListModel):
    """What the search found."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._found: tuple[Candidate, ...] = ()

    def show_candidates(self, found: tuple[Candidate, ...]) -> None:
        """Others were found."""
        if found == self._found:
            return
        self.beginResetModel()
        self._found = found
        self.endResetModel()

    def candidate(self, row: int) -> Candidate | None:
        """One of them."""
        return self._found[row] if 0 <= row < len(self._found) else None

    def rowCount(self, parent: Index | None = None) -> int:  # noqa: N802
        """How many there are."""
        return 0 if parent is not None and parent.isValid() else len(self._found)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The name, and all of it for screen readers."""
        found = self.candidate(index.row())
        if found is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return found.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{found.name}, {self.caption(found)}"
        return None

    def caption(self, found: Candidate) -> str:
        """SKU and what it is linked to."""
        if not found.linked_to:
            return found.sku
        return self.tr("{sku} · linked to {name}").format(sku=found.sku, name=found.linked_to)


class CandidateList(QListView):
    """What was found; Enter or a click chooses, Up on the first goes back to the search."""

    chosen = Signal(int)
    left = Signal()

    def __init__(self, model: Candidates, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.setItemDelegate(_Painter(model, self))
        self.setAccessibleName(self.tr("Products found online"))
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(lambda index: self.chosen.emit(index.row()))

    def fit(self) -> None:
        """As high as what was found, up to some rows."""
        rows = min(_MOST_ROWS, self.model().rowCount())
        self.setFixedHeight(rows * _row_height() + 2)

    def enter(self) -> None:
        """Take the keyboard, on the current line or the first."""
        if not self.currentIndex().isValid():
            self.setCurrentIndex(self.model().index(0, 0))
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Enter chooses."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            if self.currentIndex().isValid():
                self.chosen.emit(self.currentIndex().row())
        elif event.key() == Qt.Key.Key_Up and self.currentIndex().row() == 0:
            self.left.emit()
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)


class _Painter(QStyledItemDelegate):
    """Name over SKU."""

    def __init__(self, model: Candidates, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:  # noqa: N802
        """Two lines."""
        return QSize(200, _row_height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Both lines, elided where they are too long."""
        found = self._model.candidate(index.row())
        if found is None:
            return
        theme = current()
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, theme.selection)
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, theme.hover)
        inner = rect.adjusted(10, 5, -10, -5)
        flags = Qt.AlignmentFlag.AlignLeading
        painter.setPen(theme.text)
        painter.setFont(font("name"))
        name = font_metrics("name").elidedText(
            found.name, Qt.TextElideMode.ElideMiddle, inner.width()
        )
        painter.drawText(inner, flags | Qt.AlignmentFlag.AlignTop, name)
        painter.setPen(theme.text_muted)
        painter.setFont(font("caption"))
        caption = font_metrics("caption").elidedText(
            self._model.caption(found), Qt.TextElideMode.ElideRight, inner.width()
        )
        painter.drawText(inner, flags | Qt.AlignmentFlag.AlignBottom, caption)
        if state & QStyle.StateFlag.State_HasFocus:
            paint_ring(painter, rect, RADIUS_S, theme)


def _row_height() -> int:
    return font_metrics("name").height() + font_metrics("caption").height() + 12
