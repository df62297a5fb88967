"""The row above the table: search, count, columns, export; or what to do with chosen rows."""

from PySide6.QtCore import QEvent, QKeyCombination, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QWidget

from app.ui.theme import GAP_M, GAP_S, GAP_XS, current, font_metrics
from app.ui.widgets.button import Button
from app.ui.widgets.icon_button import IconButton
from app.ui.widgets.label import Label
from app.ui.widgets.link_label import LinkLabel
from app.ui.widgets.search_field import SearchField
from app.ui.wording import plural

_HEIGHT = 44
_SEARCH, _SEARCH_WIDE = 340, 420
_WIDE = 1400
_LEAST_SEARCH = 180
_NARROWEST_SEARCH = 120
"""Where even the count has gone."""


class CatalogueSearch(SearchField):
    """Leads on to the table: by the down arrow, Enter, or Esc when there is nothing to clear."""

    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """The ways out of the field."""
        leaves = event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if leaves or (event.key() == Qt.Key.Key_Escape and not self.text()):
            self.left.emit()
            return
        super().keyPressEvent(event)


class ToolsRow(QWidget):
    """Search and count at the beginning, columns and export at the end."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        find = QKeyCombination(Qt.KeyboardModifier.ControlModifier, Qt.Key.Key_F)
        keys = QKeySequence(find).toString(QKeySequence.SequenceFormat.NativeText)
        self.search = CatalogueSearch(
            self.tr("Search name, SKU, barcode or brand"), keys.replace("+", " "), self
        )
        self.count = Label("", colour="text_muted")
        self.everything = LinkLabel(self.tr("Show all products"), self)
        self.columns = Button(self.tr("Columns"), kind="flat", icon="columns", parent=self)
        self.export = Button(self.tr("Export"), kind="flat", icon="export", parent=self)
        self.everything.hide()
        self.export.setToolTip(self.tr("Export what is shown"))
        row = QHBoxLayout(self)
        row.setContentsMargins(GAP_M, 0, GAP_S, 0)
        row.setSpacing(GAP_XS)
        row.addWidget(self.search, 0)
        row.addSpacing(GAP_S)
        row.addWidget(self.count)
        row.addSpacing(GAP_S)
        row.addWidget(self.everything)
        row.addStretch(1)
        row.addWidget(self.columns)
        row.addWidget(self.export)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """What is left when all has given way: a panel beside gets its room at once."""
        width = _NARROWEST_SEARCH + self.columns.sizeHint().width() + 4 * GAP_M
        return QSize(width, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """The search takes what a wide window has, and gives way in a narrow one."""
        super().resizeEvent(event)
        self._share()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Share anew when the text grew."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.LayoutRequest):
            self._share()

    def set_count(self, text: str) -> None:
        """Say how many there are."""
        self.count.setText(text)
        self._share()

    def offer_export(self, offered: bool) -> None:
        """Offer it where there is anything to export."""
        self.export.setEnabled(offered)
        self.export.set_reason("" if offered else self.tr("No product has been read yet."))

    def offer_everything(self, offered: bool) -> None:
        """Offer to show all products again."""
        self.everything.setVisible(offered)
        self._share()

    def _share(self) -> None:
        """Export goes first: it is in a menu as well; then the count, which is at the side."""
        wanted = _SEARCH_WIDE if self.width() >= _WIDE else _SEARCH
        wanted = max(wanted, self.search.sizeHint().width())
        shown = (self.columns, *((self.everything,) if self._offers() else ()))
        fixed = sum(each.sizeHint().width() + GAP_M for each in shown) + 3 * GAP_M
        count = self.count.sizeHint().width() + GAP_M
        export = self.export.sizeHint().width() + GAP_S
        counted = self.width() - fixed - count >= _LEAST_SEARCH
        self.count.setVisible(counted)
        room = self.width() - fixed - (count if counted else 0)
        self.export.setVisible(room - export >= min(wanted, _SEARCH))
        room -= export if self.export.isVisibleTo(self) else 0
        self.search.setFixedWidth(max(min(wanted, room), _NARROWEST_SEARCH))

    def _offers(self) -> bool:
        return self.everything.isVisibleTo(self)


class SelectionBar(QWidget):
    """What can be done with the chosen rows; where room is short the last ones are left out.

    All of it is in the menus as well.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.count = Label("", "strong")
        self.all = LinkLabel("", self)
        self.sell = Button(self.tr("Sell online"), kind="flat", parent=self)
        self.keep_off = Button(self.tr("Keep off"), kind="flat", parent=self)
        self.follow = Button(self.tr("As in POS"), kind="flat", parent=self)
        self.sync = Button(self.tr("Sync these"), kind="flat", icon="sync", parent=self)
        self.copy = Button(self.tr("Copy"), kind="flat", parent=self)
        self.clear = IconButton("close", self.tr("Choose none"), parent=self)
        row = QHBoxLayout(self)
        row.setContentsMargins(GAP_M + GAP_XS, 0, GAP_S, 0)
        row.setSpacing(GAP_XS)
        row.addWidget(self.count)
        row.addSpacing(GAP_S)
        for button in (self.sell, self.keep_off, self.follow, self.sync, self.copy):
            row.addWidget(button)
        row.addSpacing(GAP_S)
        row.addWidget(self.all)
        row.addStretch(1)
        row.addWidget(self.clear)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Never more than the table needs."""
        return QSize(200, super().minimumSizeHint().height())

    def tell(self, chosen: int, shown: int) -> None:
        """Say how many rows are chosen of how many."""
        self.count.setText(plural("%n selected", chosen))
        self.all.setText(plural("Select all %n", shown))
        self.all.setEnabled(chosen < shown)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Leave out what has no room."""
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """The ground of chosen rows."""
        QPainter(self).fillRect(self.rect(), current().selection)

    def _fit(self) -> None:
        room = self.width() - self.count.sizeHint().width() - self.clear.sizeHint().width()
        room -= 5 * GAP_M
        for button in (self.sell, self.keep_off, self.sync, self.follow, self.copy, self.all):
            room -= button.sizeHint().width() + GAP_S
            wanted = button is not self.all or button.isEnabled()
            button.setVisible(room >= 0 and wanted)


class CatalogueTools(QStackedWidget):
    """Both rows in one place of one height: nothing moves when rows are chosen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tools = ToolsRow(self)
        self.selection = SelectionBar(self)
        self.addWidget(self.tools)
        self.addWidget(self.selection)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._set_height()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Grow with the text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._set_height()

    def tell_chosen(self, chosen: int, shown: int) -> None:
        """From two chosen rows on, say what can be done with them."""
        if chosen > 1:
            self.selection.tell(chosen, shown)
        self.setCurrentWidget(self.selection if chosen > 1 else self.tools)

    def _set_height(self) -> None:
        self.setFixedHeight(max(_HEIGHT, font_metrics("body").height() + 28))
