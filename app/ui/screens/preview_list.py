"""The list of what will change: ticks, folds and text differences, by keys and by mouse."""

from collections.abc import Collection

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QPoint, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from app.facts.preview import GroupKind, PreviewFacts
from app.facts.state import StoreFacts
from app.ui.pictures import Pictures
from app.ui.screens.preview_delegate import TICK_CELL, PreviewDelegate, head_height, line_height
from app.ui.screens.preview_model import Heading, Place, PreviewModel, Shown, is_text, place_of

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_TICK = (Qt.Key.Key_Space, Qt.Key.Key_Select)


class PreviewList(QTableView):
    """Lines in groups. `copied` tells how many were put on the clipboard."""

    copied = Signal(int)

    def __init__(
        self, model: PreviewModel, pictures: Pictures, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._lines = model
        self._delegate = PreviewDelegate(model, pictures, self)
        self._pressed = -1
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        pictures.ready.connect(lambda _: self.viewport().update())
        self._dress()

    def _dress(self) -> None:
        self.setAccessibleName(self.tr("What will change"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.horizontalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setMinimumSectionSize(1)
        self.verticalHeader().hide()

    # Facts

    def show_facts(self, facts: PreviewFacts | None, store: StoreFacts) -> None:
        """Paint these; what was current, chosen and in sight stays so where it still is there."""
        if store != self._lines.store:
            self._delegate.forget()
        if self._lines.has_rows_of(facts):
            self._lines.show(facts, store)
            return
        kept = self._kept()
        self._lines.show(facts, store)
        self._restore(*kept)

    def show_only(self, wanted: str) -> None:
        """Show one group or one field, from its first line on."""
        if wanted == self._lines.filter():
            return
        self._lines.set_filter(wanted)
        self._measure()
        self.focus_line()
        self.scrollToTop()

    def fold(self, kind: GroupKind, folded: bool) -> None:
        """Hide or show the lines of a group; its head stays where it is."""
        top = self.verticalScrollBar().value()
        self._lines.fold(kind, folded)
        self._measure()
        self._go_to(self._lines.row_of(kind))
        self.verticalScrollBar().setValue(top)

    def focus_line(self) -> None:
        """Make the first line current, or the first head where everything is folded."""
        entries = self._lines.entries()
        lines = (row for row, entry in enumerate(entries) if isinstance(entry, Shown))
        self._go_to(next(lines, 0 if entries else -1))

    def _go_to(self, row: int) -> None:
        """Make a row current without choosing it."""
        if row >= 0:
            flag = QItemSelectionModel.SelectionFlag.NoUpdate
            self.selectionModel().setCurrentIndex(self._lines.index(row, 0), flag)

    def _kept(self) -> tuple[Place | None, Collection[Place], int]:
        rows = {index.row() for index in self.selectionModel().selectedRows()}
        current = self.currentIndex().row()
        places = frozenset(place_of(self._lines.entry(row)) for row in rows)
        here = place_of(self._lines.entry(current)) if current >= 0 else None
        return here, places, self.verticalScrollBar().value()

    def _restore(self, here: Place | None, chosen: Collection[Place], top: int) -> None:
        self._delegate.forget()
        self._measure()
        row = self._lines.row_of(here)
        if row < 0:
            self.focus_line()
            self.scrollToTop()
            return
        self._go_to(row)
        selection = QItemSelection()
        for at, entry in enumerate(self._lines.entries()):
            if place_of(entry) in chosen:
                index = self._lines.index(at, 0)
                selection.select(index, index)
        self.selectionModel().select(selection, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.verticalScrollBar().setValue(top)

    def _measure(self) -> None:
        """Heights: of lines all the same, of heads and opened texts their own."""
        header = self.verticalHeader()
        header.setDefaultSectionSize(line_height())
        for row, entry in enumerate(self._lines.entries()):
            height = self._height_of(entry)
            if header.sectionSize(row) != height:  # Qt keeps those of the rows before.
                header.resizeSection(row, height)

    def _height_of(self, entry: Heading | Shown) -> int:
        if isinstance(entry, Heading):
            return head_height()
        if entry.line.id not in self._lines.opened:
            return line_height()
        return line_height() + self._delegate.text_height(entry.line, self.viewport().width())

    # Acts

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Space ticks, Enter opens words or a group, arrows fold; Esc is the page's."""
        row = self.currentIndex().row()
        key = event.key()
        if key == Qt.Key.Key_Escape or row < 0:
            event.ignore()
        elif key in _TICK:
            self._lines.toggle(self._chosen_rows(row))
        elif key in _ENTER:
            self._open(row)
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._fold_by_key(row, opens=(key == Qt.Key.Key_Right) != self.isRightToLeft())
        elif event.matches(QKeySequence.StandardKey.Copy):
            self._copy(self._chosen_rows(row))
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Remember what was pressed, so that only a click on it counts."""
        super().mousePressEvent(event)
        self._pressed = self._clicked_row(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Two quick clicks are two clicks."""
        self.mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Tick, fold or open what was clicked."""
        super().mouseReleaseEvent(event)
        row, self._pressed = self._pressed, -1
        if row < 0 or row != self._clicked_row(event):
            return
        if self._in_tick(event.position().toPoint()):
            self._lines.toggle([row])
        elif not event.modifiers():
            self._open(row)

    def _clicked_row(self, event: QMouseEvent) -> int:
        if event.button() != Qt.MouseButton.LeftButton:
            return -1
        return self.rowAt(event.position().toPoint().y())

    def _in_tick(self, point: QPoint) -> bool:
        width = self.viewport().width()
        return (width - point.x() if self.isRightToLeft() else point.x()) < TICK_CELL

    def _chosen_rows(self, current: int) -> list[int]:
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        return rows if current in rows else [current]

    def _open(self, row: int) -> None:
        entry = self._lines.entry(row)
        if isinstance(entry, Heading):
            self.fold(entry.kind, not entry.folded)
        elif is_text(entry.line):
            self._lines.opened ^= {entry.line.id}
            self.verticalHeader().resizeSection(row, self._height_of(entry))
            self.viewport().update()

    def _fold_by_key(self, row: int, *, opens: bool) -> None:
        entry = self._lines.entry(row)
        if isinstance(entry, Heading):
            self.fold(entry.kind, not opens)
        elif not opens:
            self._go_to(self._lines.head_of(row))

    def _copy(self, rows: Collection[int]) -> None:
        text = "\n".join(str(self._lines.index(row, 0).data()) for row in rows)
        QGuiApplication.clipboard().setText(text)
        self.copied.emit(len(rows))

    # Qt

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Opened texts break their lines anew."""
        super().resizeEvent(event)
        if self._lines.opened:
            self._measure()

    def event(self, event: QEvent) -> bool:
        """Follow colours and the size of text."""
        handled = super().event(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.ApplicationFontChange):
            self._delegate.forget()
            self._measure()
        return handled
