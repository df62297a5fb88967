"""The window's page once a shop is open: top bar, screens, product panel, activity (LOOK §2)."""

from collections.abc import Callable
from typing import cast

from PySide6.QtCore import QByteArray, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from app.controller.wishes import Wishes
from app.facts.state import Changed
from app.ui.looks import Looks
from app.ui.screens.activity_panel import ActivityPanel
from app.ui.screens.activity_strip import ActivityStrip
from app.ui.screens.catalogue import CatalogueScreen
from app.ui.screens.history import HistoryScreen
from app.ui.screens.outlets import OutletsScreen
from app.ui.screens.preview import PreviewScreen
from app.ui.screens.product import ProductPanel
from app.ui.screens.settings import SettingsScreen
from app.ui.screens.top_bar import TopBar
from app.ui.screens.words_banner import WordsBanner
from app.ui.widgets.in_sight import first_stop
from app.ui.widgets.line import HLine

_PANEL = 440
_WIDE_PANEL = 520
_WIDE = 1600
_NARROW = 1500
"""Below this width the table gives up columns to an open product panel."""
_HIGH = 900
"""From this height on a preview and the activity panel have room enough, one above the other."""

_ACTIVITY = 300
_LEAST_HEIGHT = 240
_SIDE, _WIDE_SIDE = 212, 240


class ShopPage(QWidget):
    """Joins the screens; remembers how they were arranged."""

    open_address = Signal(str)
    own_window = Signal(str)
    export_wanted = Signal()
    save_log_wanted = Signal()
    save_changes_wanted = Signal()

    def __init__(self, desk: Wishes, looks: Looks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._kept = looks.kept
        self.top = TopBar(desk, self)
        self.words = WordsBanner(desk, self)
        self.catalogue = CatalogueScreen(desk, looks.kept, self)
        self.outlets = OutletsScreen(desk, self._show_products, self)
        self.history = HistoryScreen(desk, self)
        self.preview = PreviewScreen(desk, self)
        self.settings = SettingsScreen(desk, looks, self)
        self.product = ProductPanel(desk, self)
        self.activity = ActivityPanel(desk, self)
        self.strip = ActivityStrip(desk, self)
        self._lay_out()
        self._join()
        self._previewing = self._undoing = False
        self._product = ""
        self._awaiting = True
        self._lent = False
        """The activity panel gave its room to the preview."""
        self.product.hide()
        self.activity.hide()

    def _lay_out(self) -> None:
        self.beside = _splitter(Qt.Orientation.Horizontal, self.catalogue, self.product)
        self.screens = QStackedWidget()
        for screen in (self.beside, self.preview, self.outlets, self.history, self.settings):
            self.screens.addWidget(screen)
        # Each page can shrink further than all of them together say.
        self.screens.setMinimumHeight(_LEAST_HEIGHT)
        self.above = _splitter(Qt.Orientation.Vertical, self.screens, self.activity)
        # The lists at the side keep their height when the activity opens: nothing moves there.
        self.sides = QStackedWidget()
        self.sides.addWidget(self.catalogue.side)
        self.sides.addWidget(self.preview.sections)
        self.body = _splitter(Qt.Orientation.Horizontal, self.sides, self.above)
        self.body.setStretchFactor(0, 0)
        self.body.setStretchFactor(1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.top, HLine(), self.words, self.body, HLine(), self.strip):
            column.addWidget(part, 1 if part is self.body else 0)
        QWidget.setTabOrder(self.activity.log, self.strip.link)
        QWidget.setTabOrder(self.strip.link, self.strip.activity)

    def _join(self) -> None:
        self.top.chosen.connect(self.show_screen)
        self.strip.toggled.connect(self.show_activity)
        self.strip.screen_wanted.connect(self.show_screen)
        self.catalogue.place_wanted.connect(self.show_screen)
        self.catalogue.export_wanted.connect(self.export_wanted)
        self.catalogue.panel_wanted.connect(self.product.focus_first)
        self.preview.export_wanted.connect(self.export_wanted)
        self.activity.save_wanted.connect(self.save_log_wanted)
        self.history.save_wanted.connect(self.save_changes_wanted)
        self.product.open_address.connect(self.open_address)
        self.product.own_window.connect(self.own_window)
        self.product.unfolded.connect(self._keep_fold)
        self.product.fields.set_unfolded(self._kept.value("panel/unfolded") == "yes")

    def _keep_fold(self, unfolded: bool) -> None:
        self._kept.setValue("panel/unfolded", "yes" if unfolded else "no")

    # Facts

    def refresh(self, changed: Changed) -> None:
        """Tell every screen, and show or hide what came and went."""
        pressed = [one for one in (self.top.sync, self.top.preview) if one.hasFocus()]
        for part in (
            *(self.top, self.catalogue, self.outlets, self.preview, self.product),
            *(self.history, self.settings, self.activity, self.strip, self.words),
        ):
            part.refresh(changed)
        if pressed and not pressed[0].isEnabled() and self.screens.currentWidget() is self.beside:
            self.catalogue.focus_table()
        if "preview" in changed.parts:
            self._follow_preview()
        if "undoing" in changed.parts:
            self._follow_undo()
        if "product" in changed.parts:
            self._follow_product()
        if self._awaiting and self._desk.catalogue.rows and self.isVisible():
            self._awaiting = False
            self._begin_at_table()

    def _begin_at_table(self) -> None:
        """The keyboard begins in the table, unless it has been taken elsewhere by now."""
        taken = any(widget.hasFocus() for widget in self.screens.findChildren(QWidget))
        if not taken:
            self.catalogue.focus_table()

    def _follow_preview(self) -> None:
        previewing = self._desk.state.preview is not None
        if previewing == self._previewing:
            return
        shown = self.screens.currentWidget()
        self._previewing = previewing
        self._lend_room(previewing)
        if previewing:
            self.show_screen("catalogue")
            self.preview.focus_first()
        elif shown is self.preview:
            self.show_screen("catalogue")
            self.catalogue.focus_table()

    def _lend_room(self, previewing: bool) -> None:
        """In a low window a plan is read without the run's panel, which comes back after it."""
        if previewing and self.activity.isVisible() and self.height() < _HIGH:
            self.show_activity(shown=False)
            self._lent = True
        elif not previewing and self._lent:
            self.show_activity(shown=True)

    def _follow_undo(self) -> None:
        undoing = self._desk.state.undoing is not None
        if undoing and not self._undoing:
            self.show_screen("history")
            self.history.undo.focus_first()
        self._undoing = undoing

    def _follow_product(self) -> None:
        key = self._desk.state.product_key
        if bool(key) == bool(self._product):
            self._product = key
            return
        opened, self._product = bool(key), key
        self._give_room(opened)
        self.product.setVisible(opened)
        if not opened and self.catalogue.isVisible():
            self.catalogue.focus_table()

    def _give_room(self, opened: bool) -> None:
        self.catalogue.narrow = opened and self.width() < _NARROW
        if opened:
            width = self._panel_width()
            self.beside.setSizes([self.beside.width() - width, width])

    def _panel_width(self) -> int:
        kept = self._kept.value("panel/width")
        if isinstance(kept, str) and kept.isdigit():
            return int(kept)
        return _WIDE_PANEL if self.width() >= _WIDE else _PANEL

    # Acts

    def show_screen(self, name: str) -> None:
        """Show the catalogue (or the preview that lies over it), the outlets or the settings."""
        over = self.preview if self._previewing else self.beside
        others = {"outlets": self.outlets, "history": self.history, "settings": self.settings}
        widget: QWidget = others.get(name, over)
        self.screens.setCurrentWidget(widget)
        side = self.preview.sections if widget is self.preview else self.catalogue.side
        self.sides.setCurrentWidget(side)
        self.sides.setVisible(name == "catalogue")
        self.top.show_screen(name)
        focused = cast("QWidget | None", self.window().focusWidget())
        if focused is not None and not focused.isVisible() and self.isVisible():
            # Qt goes back to what had the keyboard here before, seen or not.
            pane = self.catalogue if widget is self.beside else widget
            self.entry(pane).setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_products(self, keys: frozenset[str]) -> None:
        self.show_screen("catalogue")
        self.catalogue.show_only(keys)

    def show_activity(self, shown: bool | None = None) -> None:
        """Open or close the activity panel."""
        self._lent = False
        opened = not self.activity.isVisible() if shown is None else shown
        self.activity.setVisible(opened)
        self.strip.set_open(opened)
        if opened and not self._kept.contains("activity/sizes"):
            height = self.above.height()
            self.above.setSizes([height - _ACTIVITY, _ACTIVITY])

    def panes(self) -> tuple[Callable[[], QWidget], ...]:
        """What F6 goes through, in order; each gives the widget to focus."""
        shown: list[Callable[[], QWidget]] = [lambda: self.top.sync]
        current = self.screens.currentWidget() or self
        if current is self.beside:
            shown += self.catalogue.panes()
            if self.product.isVisible():
                shown.append(lambda: self.product)
        elif current is self.settings:
            shown += self.settings.panes()
        else:
            shown.append(lambda: current)
        shown.append(lambda: self.activity if self.activity.isVisible() else self.strip)
        return tuple(shown)

    def entry(self, pane: QWidget) -> QWidget:
        """Where the keyboard begins in a pane: at its list, if that is seen.

        Not by focus proxies: with them Tab leaps over all that stands before the list.
        """
        lists: dict[QWidget, QWidget] = {
            self.catalogue: self.catalogue.table,
            self.preview: self.preview.list,
            self.outlets: self.outlets.list,
            self.history: self.history.runs,
        }
        found = lists.get(pane)
        return found if found is not None and found.isVisible() else first_stop(pane)

    def forget_pictures(self) -> None:
        """Other stores: their pictures are others under the same names."""
        for screen in (self.catalogue, self.preview, self.outlets, self.product):
            screen.pictures.forget()

    def finish(self) -> None:
        """Wait for pictures that are being decoded: before the window goes."""
        for screen in (self.catalogue, self.preview, self.outlets, self.product):
            screen.pictures.finish()

    # Remembering

    def remember(self) -> None:
        """Keep the sizes of the panes."""
        if self.product.isVisible():
            self._kept.setValue("panel/width", str(self.beside.sizes()[1]))
        if self.activity.isVisible():
            self._kept.setValue("activity/sizes", self.above.saveState())
        self.catalogue.remember()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Give the lists at the side the width that was kept, or what the window has for them."""
        super().showEvent(event)
        kept = str(self._kept.value("catalogue/side") or "")
        width = int(kept) if kept.isdigit() else (_WIDE_SIDE if self.width() >= _WIDE else _SIDE)
        self.body.setSizes([width, self.width() - width])

    def restore(self) -> None:
        """Arrange the panes as they were."""
        kept = self._kept.value("activity/sizes")
        if isinstance(kept, QByteArray):
            self.above.restoreState(kept)


def _splitter(direction: Qt.Orientation, first: QWidget, second: QWidget) -> QSplitter:
    """Two panes, of which the first takes what room there is."""
    found = QSplitter(direction)
    found.setChildrenCollapsible(False)
    found.addWidget(first)
    found.addWidget(second)
    found.setStretchFactor(0, 1)
    found.setStretchFactor(1, 0)
    return found
