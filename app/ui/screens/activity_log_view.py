"""The list of the log's lines: links, keys, and rows that stand still while one reads on below."""

from PySide6.QtCore import QEvent, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QMenu,
    QTableView,
    QWidget,
)

from app.ui.screens.activity_log import Entry, LogModel
from app.ui.screens.activity_log_lines import LogDelegate, Part, line_height, remedy_of
from app.ui.wording_log import line_text

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class LogView(QTableView):
    """Newest on top. `product_wanted` and `remedy_wanted` name the product of a line.

    `away` tells whether the manager has scrolled away from the newest line.
    """

    product_wanted = Signal(str)
    remedy_wanted = Signal(str)
    copied = Signal(int)
    away = Signal(bool)

    def __init__(self, model: LogModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = model
        self._painter = LogDelegate(self)
        self._pressed: tuple[Part, str] = ("", "")
        self.setModel(model)
        self.setItemDelegate(self._painter)
        self._dress()
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        self.verticalScrollBar().rangeChanged.connect(lambda *_: self._on_scrolled())

    def set_idle(self, idle: bool) -> None:
        """Whether remedies can be had now."""
        if idle != self._painter.idle:
            self._painter.idle = idle
            self.viewport().update()

    def copy(self) -> None:
        """Put the selected lines on the clipboard, in the order in which they stand."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        if not rows:
            return
        text = "\n".join(line_text(*self._lines.entry(row)) for row in rows)
        QGuiApplication.clipboard().setText(text)
        self.copied.emit(len(rows))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Enter opens the product of the line, Ctrl+C copies what is selected."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.key() in _ENTER and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """A link is followed when it is let go where it was pressed."""
        self._pressed = self._part(event.position().toPoint())
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Follow the link."""
        super().mouseReleaseEvent(event)
        part, key = self._part(event.position().toPoint())
        if not part or (part, key) != self._pressed:
            return
        if event.button() == Qt.MouseButton.LeftButton:
            (self.product_wanted if part == "product" else self.remedy_wanted).emit(key)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Show what can be clicked."""
        super().mouseMoveEvent(event)
        part, _ = self._part(event.position().toPoint())
        shape = Qt.CursorShape.PointingHandCursor if part else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802
        """What can be done with the line, also for the keyboard."""
        place = event.pos()
        index = self.indexAt(place)
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            index = self.currentIndex()
            place = self.visualRect(index).center()
        if index.isValid():
            self._menu(self._lines.entry(index.row())).popup(self.viewport().mapToGlobal(place))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Lines grow with the text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.verticalHeader().setDefaultSectionSize(line_height())

    def _menu(self, entry: Entry) -> QMenu:
        menu, key = QMenu(self), entry.line.key
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if key:
            menu.addAction(self.tr("Open the product"), lambda: self.product_wanted.emit(key))
        if self._painter.idle and remedy_of(entry.line):
            menu.addAction(remedy_of(entry.line), lambda: self.remedy_wanted.emit(key))
        copy = menu.addAction(self.tr("Copy"), self.copy)
        copy.setShortcut(QKeySequence.StandardKey.Copy)
        copy.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        return menu

    def _dress(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.setMinimumHeight(2 * line_height())
        self.horizontalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        rows = self.verticalHeader()
        rows.hide()
        rows.setMinimumSectionSize(1)
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(line_height())
        self.setAccessibleName(self.tr("Log, newest line first"))

    def _open(self, index: QModelIndex) -> None:
        if index.isValid() and self._lines.entry(index.row()).line.key:
            self.product_wanted.emit(self._lines.entry(index.row()).line.key)

    def _part(self, point: QPoint) -> tuple[Part, str]:
        index = self.indexAt(point)
        if not index.isValid():
            return "", ""
        entry = self._lines.entry(index.row())
        rect, mirrored = self.visualRect(index), self.isRightToLeft()
        part = self._painter.part_at(entry, rect, point, mirrored=mirrored)
        return part, entry.line.key

    def _on_scrolled(self) -> None:
        self.away.emit(self.verticalScrollBar().value() > 0)
