"""The home of the window: every product side by side on the POS and online (DESIGN §7.2)."""

import time
from collections.abc import Callable, Collection

from PySide6.QtCore import QEvent, QPoint, QSettings, Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from app.controller.wishes import Wishes
from app.facts.rows import Row
from app.facts.state import Changed
from app.ui.pictures import Pictures
from app.ui.screens.catalogue_acts import CatalogueActs
from app.ui.screens.catalogue_looking import CatalogueLooking
from app.ui.screens.catalogue_menus import columns_menu, row_menu
from app.ui.screens.catalogue_side import CatalogueSide
from app.ui.screens.catalogue_states import CatalogueStates
from app.ui.screens.catalogue_tools import CatalogueTools
from app.ui.tables.cells import Cell
from app.ui.tables.columns import KEYS
from app.ui.tables.kept_columns import KeptColumns
from app.ui.tables.longest import Longest, longest_values
from app.ui.tables.look import TableLook
from app.ui.tables.rows_model import RowsModel
from app.ui.tables.rows_table import RowsTable
from app.ui.widgets.line import HLine

_SIDE, _SIDE_WIDE = 212, 240
_WIDE = 1600
_FOLLOWS = 150
"""Milliseconds that a row is current before an open panel follows."""

_LOOKS_NEW = frozenset(
    {
        QEvent.Type.PaletteChange,
        QEvent.Type.FontChange,
        QEvent.Type.ApplicationFontChange,
        QEvent.Type.LanguageChange,
        QEvent.Type.LocaleChange,
    }
)


class CatalogueScreen(QWidget):
    """Side list, tools, table. `settings` remember columns, order and density."""

    export_wanted = Signal()
    panel_wanted = Signal()
    """Enter on the product whose panel is open: go there."""
    place_wanted = Signal(str)
    """A trouble is ended in "outlets" or "settings"."""

    def __init__(
        self,
        desk: Wishes,
        settings: QSettings | None = None,
        parent: QWidget | None = None,
        *,
        pictures: Pictures | None = None,
        now: Callable[[], float] = time.time,
    ) -> None:
        self._minute: QTimer | None = None
        super().__init__(parent)
        self._desk = desk
        self._settings = settings
        self._narrow = False
        self._longest = Longest()
        self.pictures = pictures or Pictures(desk.picture, self)
        look = TableLook(self.pictures)
        self._model = RowsModel(desk.choose_flag, self, now=now)
        self.side = CatalogueSide(self)
        self.tools = CatalogueTools(self)
        self.search = self.tools.tools.search
        self.table = RowsTable(self._model, look, KeptColumns(settings), self)
        self.states = CatalogueStates(desk, self)
        self.acts = CatalogueActs(desk, self.table)
        self.looking = CatalogueLooking(
            desk, self.side, self.tools.tools, self.table, self._choose_page
        )
        self._following = QTimer(self, singleShot=True, interval=_FOLLOWS)
        self._lay_out()
        self._join()
        self._measure()
        self._minute = QTimer(self, interval=30_000)
        self._minute.timeout.connect(lambda: self.table.viewport().update())
        self._minute.start()

    def _lay_out(self) -> None:
        self.pages = QStackedWidget()
        self.pages.addWidget(self.table)
        self.pages.addWidget(self.states)
        centre = QWidget()
        column = QVBoxLayout(centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.tools)
        column.addWidget(HLine())
        column.addWidget(self.pages, 1)
        self.split = QSplitter(Qt.Orientation.Horizontal)
        self.split.setChildrenCollapsible(False)
        self.split.addWidget(self.side)
        self.split.addWidget(centre)
        self.split.setStretchFactor(0, 0)
        self.split.setStretchFactor(1, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.split)
        self.side.set_wanted_width(self._kept_side() or _SIDE)

    def _join(self) -> None:
        tools, bar, table, states = self.tools.tools, self.tools.selection, self.table, self.states
        tools.search.left.connect(self.focus_table)
        tools.everything.clicked.connect(lambda _=False: self.show_all())
        tools.columns.clicked.connect(lambda _=False: self.choose_columns())
        tools.export.clicked.connect(lambda _=False: self.export_wanted.emit())
        bar.sell.clicked.connect(lambda _=False: self.sell_selected())
        bar.keep_off.clicked.connect(lambda _=False: self.keep_off_selected())
        bar.follow.clicked.connect(lambda _=False: self.follow_current())
        bar.sync.clicked.connect(lambda _=False: self.sync_selected())
        bar.copy.clicked.connect(lambda _=False: self.copy_rows())
        bar.all.clicked.connect(lambda _=False: self.select_all())
        bar.clear.clicked.connect(lambda _=False: self._choose_one())
        table.wished.connect(self._on_wish)
        table.typed.connect(self._begin_search)
        table.menu_wanted.connect(self._show_menu)
        table.chosen_changed.connect(self._tell_chosen)
        table.moved.connect(self._following.start)
        table.header.sectionClicked.connect(lambda at: self.sort_by(KEYS[at]))
        states.all_wanted.connect(self.show_all)
        states.search_all_wanted.connect(self.search_all_products)
        states.clear_wanted.connect(tools.search.clear)
        states.place_wanted.connect(self.place_wanted)
        self.pictures.ready.connect(lambda _: self.table.viewport().update())
        self._following.timeout.connect(self._follow_panel)

    # Facts

    def refresh(self, changed: Changed) -> None:
        """Take over what changed; order and filter move only when told "reset"."""
        parts = changed.parts
        if parts & {"store", "place", "settings"}:
            self._follow_store()
        if parts & {"reset", "place"}:
            self._follow_everything()
        elif "rows" in parts:
            self._follow_rows(changed.ids)
        if "pictures" in parts:
            self.pictures.changed(changed.ids)
        if parts & {"run", "trouble", "reset", "rows", "place"}:
            self._choose_page()

    def _follow_store(self) -> None:
        store, look = self._desk.state.store, self.table.look
        self.table.header.set_names(store.pos_name, store.online_name)
        if (look.places, look.currency) != (store.places, store.currency):
            look.places = self._model.places = store.places
            look.currency = self._model.currency = store.currency
            self._measure()

    def _follow_everything(self) -> None:
        catalogue = self._desk.catalogue
        self._longest = longest_values(
            catalogue.spans, catalogue.whys, self._desk.state.store.places
        )
        self.side.follow_names(catalogue)
        self.side.follow_counts(catalogue, read=bool(self._desk.state.read_at))
        self._measure()
        self.looking.show_anew()

    def _follow_rows(self, ids: frozenset[str]) -> None:
        self.looking.rows_changed()
        self.side.follow_counts(self._desk.catalogue, read=bool(self._desk.state.read_at))
        self._model.rows_changed(ids, *self.table.visible_lines())
        self.looking.tell_count()

    def _choose_page(self) -> None:
        if not self._desk.catalogue.rows:
            self.states.show_unknown()
        elif not self._model.rowCount():
            self.states.show_no_hit(self.looking.wanted)
        shown = self.table if self._model.rowCount() else self.states
        if self.pages.currentWidget() is not shown:
            self.pages.setCurrentWidget(shown)

    # Looking

    def _begin_search(self, letter: str) -> None:
        self.tools.setCurrentWidget(self.tools.tools)
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)
        self.search.setText(letter)

    def show_all(self) -> None:
        """All products, whatever was typed or chosen."""
        self.looking.look_at_all()
        self.focus_table()

    def search_all_products(self) -> None:
        """What is typed, in all products."""
        self.looking.search_all()
        self.focus_table()

    def show_only(self, keys: Collection[str]) -> None:
        """These products alone, until something else is chosen."""
        self.looking.look_at_only(keys)

    def sort_by(self, key: str) -> None:
        """Order by a column; the same one again turns the order round."""
        self.looking.sort_by(key)

    # Acts

    def _on_wish(self, wish: str) -> None:
        {
            "tick": self.acts.tick,
            "follow": self.follow_current,
            "open": self.open_current,
            "copy": self.copy_rows,
            "escape": self._escape,
        }[wish]()

    def _escape(self) -> None:
        if self.search.text():
            self.search.clear()
        elif self._desk.state.product_key:
            self._desk.close_product()
        elif self.table.selected_count() > 1:
            self._choose_one()

    def _choose_one(self) -> None:
        at = self.table.currentIndex().row()
        if at >= 0:
            self.table.choose(at)
        self.focus_table()

    def tick_current(self) -> None:
        """Tick what is chosen; once all of it is, untick it."""
        self.acts.tick()

    def sell_selected(self) -> None:
        """Sell what is chosen."""
        self.acts.set_flag("on")

    def keep_off_selected(self) -> None:
        """Keep what is chosen off the online store."""
        self.acts.set_flag("off")

    def follow_current(self) -> None:
        """Sell what is chosen as the POS says."""
        self.acts.set_flag("follow")

    def sync_selected(self) -> None:
        """Sync what is chosen."""
        self.acts.sync()

    def copy_rows(self) -> None:
        """Copy what is chosen as text."""
        self.acts.copy()

    def select_all(self) -> None:
        """Choose everything that is shown."""
        self.table.selectAll()
        self.focus_table()

    def open_current(self) -> None:
        """Open the current product; go to its panel if that is open already."""
        key = self.acts.current_id()
        if not key:
            return
        if key == self._desk.state.product_key:
            self.panel_wanted.emit()
        else:
            self._following.stop()
            self._desk.open_product(key)

    def _follow_panel(self) -> None:
        """An open panel shows the row that became current."""
        key, shown = self.acts.current_id(), self._desk.state.product_key
        if key and shown and key != shown:
            self._desk.open_product(key)

    def next_problem(self, step: int) -> None:
        """Go to the next (1) or previous (-1) product that failed or needs attention."""
        self.acts.next_problem(step)

    def toggle_density(self) -> None:
        """One line a row, or two."""
        self.table.kept.set_compact(not self.table.kept.compact)
        self._measure()
        self.table.scrollTo(self.table.currentIndex())

    def choose_columns(self) -> None:
        """Show the menu of the columns below its button."""
        menu = columns_menu(self.table, self.sort_by, self._measure, self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        button = self.tools.tools.columns
        menu.popup(button.mapToGlobal(QPoint(0, button.height())))

    def _show_menu(self, point: QPoint) -> None:
        if not self.table.currentIndex().isValid():
            return
        running = self._desk.state.run.active
        menu = row_menu(self.acts, self.open_current, running=running, parent=self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(point)

    def _tell_chosen(self) -> None:
        self.tools.tell_chosen(self.table.selected_count(), self._model.rowCount())

    # For the window

    @property
    def narrow(self) -> bool:
        """Whether a panel beside the table takes room from it."""
        return self._narrow

    @narrow.setter
    def narrow(self, narrow: bool) -> None:
        self._narrow = narrow
        self.table.arrange()

    def current_id(self) -> str:
        """The id of the current product, "" for none."""
        return self.acts.current_id()

    def shown_rows(self) -> list[Row]:
        """All products that are shown, in order."""
        return self.acts.shown_rows()

    def export_table(self) -> tuple[list[str], list[list[Cell]]]:
        """Titles and values of what is shown, for a file."""
        return self.acts.table()

    def focus_search(self) -> None:
        """Go to the search, what is typed there selected."""
        self.tools.setCurrentWidget(self.tools.tools)
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def focus_table(self) -> None:
        """Go to the table, or to what stands in its place."""
        if self.pages.currentWidget() is self.table:
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.states.focus_first()

    def panes(self) -> tuple[Callable[[], QWidget], ...]:
        """What F6 goes through."""
        return (lambda: self.side, self._tools_pane, self._centre_pane)

    def _tools_pane(self) -> QWidget:
        tools = self.tools
        return tools.tools if tools.currentWidget() is tools.tools else tools.selection

    def _centre_pane(self) -> QWidget:
        return self.table if self.pages.currentWidget() is self.table else self.states

    def remember(self) -> None:
        """Keep the width of the side."""
        if self._settings is not None:
            self._settings.setValue("catalogue/side", str(self.side.width()))

    # Looks

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Follow theme, text size and language."""
        super().changeEvent(event)
        if self._minute is not None and event.type() in _LOOKS_NEW:
            self._measure()

    def _measure(self) -> None:
        self.table.look.measure()
        self.table.measure(self._longest)
        self.side.measure()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Give the side what a wide window has for it, unless it was drawn otherwise."""
        super().showEvent(event)
        if self.window().width() >= _WIDE and self._kept_side() is None:
            self.split.setSizes([_SIDE_WIDE, self.width() - _SIDE_WIDE - self.split.handleWidth()])

    def _kept_side(self) -> int | None:
        kept = self._settings.value("catalogue/side") if self._settings is not None else None
        return int(kept) if isinstance(kept, str) and kept.isdecimal() else None
