"""The list of groups at the left of the settings."""

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    QStringListModel,
    Qt,
    Signal,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from app.ui.painting import paint_box, paint_ring
from app.ui.theme import RADIUS, current, font, font_metrics
from app.ui.wording_settings_pages import GROUPS, Group, group_words

_ROW = 28
_INSET = 8
_Select = QItemSelectionModel.SelectionFlag
_State = QStyle.StateFlag


class _GroupDelegate(QStyledItemDelegate):
    def sizeHint(  # noqa: N802
        self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Room for the name at its boldest."""
        metrics = font_metrics("strong")
        width = metrics.horizontalAdvance(index.data()) + 4 * _INSET + 2
        return QSize(width, max(_ROW, metrics.height() + 10))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """The name, on a ground when it is chosen."""
        theme, state = current(), option.state
        chosen = bool(state & _State.State_Selected)
        place = option.rect.adjusted(_INSET, 0, -_INSET, 0)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if chosen or state & _State.State_MouseOver:
            ground = theme.selection if chosen else theme.sunken
            paint_box(painter, QRectF(place), ground, None, RADIUS)
        if state & _State.State_HasFocus and state & _State.State_Active:
            paint_ring(painter, place, RADIUS - 1, theme)
        mirrored = option.direction == Qt.LayoutDirection.RightToLeft
        side = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
        flags = side | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
        painter.setFont(font("strong" if chosen else "body"))
        painter.setPen(theme.text)
        painter.drawText(place.adjusted(_INSET, 0, -_INSET, 0), flags, index.data())
        painter.restore()


class GroupList(QListView):
    """One group is chosen, always; `chosen` tells which."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._delegate = _GroupDelegate()
        self.setModel(QStringListModel([group_words(group).name for group in GROUPS], self))
        self.setItemDelegate(self._delegate)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.setAccessibleName(self.tr("Groups of settings"))
        self.set_group("stores")
        self.selectionModel().currentChanged.connect(self._on_current)

    def group(self) -> Group:
        """The group that is chosen."""
        return GROUPS[self.currentIndex().row()]

    def set_group(self, group: Group) -> None:
        """Choose a group."""
        index = self.model().index(GROUPS.index(group), 0)
        self.selectionModel().setCurrentIndex(index, _Select.ClearAndSelect)

    def selectionCommand(  # noqa: N802
        self, index: QModelIndex | QPersistentModelIndex, event: QEvent | None = None
    ) -> QItemSelectionModel.SelectionFlag:
        """A click beside the names, or with Ctrl, leaves one chosen."""
        if not index.isValid() or event is None:
            return super().selectionCommand(index, event)
        return _Select.ClearAndSelect

    def sizeHint(self) -> QSize:  # noqa: N802
        """All names, so that nothing scrolls while there is room."""
        sizes = [self.sizeHintForIndex(self.model().index(at, 0)) for at in range(len(GROUPS))]
        height = sum(size.height() for size in sizes)
        return QSize(max(size.width() for size in sizes), height + 2)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """As wide as its longest name, a few lines high."""
        return QSize(self.sizeHint().width(), 4 * _ROW)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Ask for the room that another size of text needs."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.ApplicationFontChange):
            self.scheduleDelayedItemsLayout()
            self.updateGeometry()

    def _on_current(self, index: QModelIndex) -> None:
        if index.isValid():
            self.chosen.emit(GROUPS[index.row()])
