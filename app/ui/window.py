"""The window: welcome, wizard or shop; the menus; what belongs to the window system (§7)."""

from collections.abc import Callable

from PySide6.QtCore import QByteArray, QEvent, QSettings, QSize, Qt, QUrl
from PySide6.QtGui import QCloseEvent, QDesktopServices, QGuiApplication
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QMainWindow,
    QStackedWidget,
    QStyle,
    QWidget,
)

from app.controller.wishes import Wishes
from app.facts.state import Changed
from app.ui.about import AboutDialog
from app.ui.looks import Looks
from app.ui.menus import Menus
from app.ui.screens.close_question import CloseQuestion
from app.ui.screens.forget_question import ForgetQuestion
from app.ui.screens.product_window import ProductWindow
from app.ui.screens.shop_page import ShopPage
from app.ui.screens.welcome import WelcomeScreen
from app.ui.screens.wizard import WizardScreen
from app.ui.tray import Tray
from app.ui.widgets.in_sight import bring_into_sight
from app.ui.window_menus import WindowMenus

_FIRST = QSize(1280, 800)
_LEAST = QSize(1120, 640)
_ALL = Changed(
    frozenset(
        {
            *("place", "store", "rows", "reset", "run", "log", "preview", "product", "outlets"),
            *("wizard", "trouble", "notice", "settings", "undo", "history", "undoing", "words"),
            "forgotten",
        }
    )
)


class Window(QMainWindow):
    """Paints what the controller tells; passes on what is clicked and typed."""

    def __init__(self, desk: Wishes, kept: QSettings) -> None:
        super().__init__()
        self._desk = desk
        self._kept = kept
        self.looks = Looks(kept)
        self._leaving = False
        self._quitting = False
        self.tray = Tray(desk, self)
        self.tray.open_wanted.connect(self.open_again)
        self.tray.quit_wanted.connect(self.quit)
        self.setMinimumSize(_LEAST)
        self.welcome = WelcomeScreen(desk, self)
        self.wizard = WizardScreen(desk, kept, self)
        self.shop = ShopPage(desk, self.looks, self)
        self.places = QStackedWidget()
        for place in (self.welcome, self.wizard, self.shop):
            self.places.addWidget(place)
        self.setCentralWidget(self.places)
        self.question = CloseQuestion(desk, self)
        self.forget_question = ForgetQuestion(desk, self)
        self._apart: dict[str, ProductWindow] = {}
        self._place = ""
        self.menus = Menus(self.menuBar(), self)
        WindowMenus(self, desk, self.menus)
        self.shop.open_address.connect(self.open_address)
        self.shop.own_window.connect(self.open_apart)
        self.shop.export_wanted.connect(self.export)
        self.shop.save_log_wanted.connect(self.save_log)
        self.shop.save_changes_wanted.connect(self.save_changes)
        self.shop.settings.diagnose.connect(self.save_diagnostics)
        self.looks.changed = self._follow_looks
        if isinstance(application := QApplication.instance(), QApplication):
            application.focusChanged.connect(self._follow_focus)
        self._restore()
        self.refresh(_ALL)

    # Facts

    def refresh(self, changed: Changed) -> None:
        """Tell the screens what changed; called by the controller."""
        if self._leaving:
            return
        self._follow_place()
        if "place" in changed.parts:
            self.shop.forget_pictures()
        if "reset" in changed.parts or "place" in changed.parts or "store" in changed.parts:
            self._name()
        for screen in (self.welcome, self.wizard, self.shop):
            screen.refresh(changed)
        for apart in self._apart.values():
            apart.refresh(changed)
        self.question.refresh(changed)
        self.forget_question.refresh(changed)
        if "forgotten" in changed.parts:
            self._forget()
        if "background" in changed.parts:
            self._go_to_background()
        self.tray.refresh(changed)
        self._allow()

    def _forget(self) -> None:
        """Nothing of the stores stays on a screen that is out of sight."""
        for apart in list(self._apart.values()):
            apart.close()

    def _follow_place(self) -> None:
        place = self._desk.state.place
        if place == self._place:
            return
        self._place = place
        shown: QWidget = {"welcome": self.welcome, "wizard": self.wizard}.get(place, self.shop)
        self.places.setCurrentWidget(shown)
        if shown is self.shop:
            self.shop.catalogue.focus_table()
        else:
            shown.setFocus(Qt.FocusReason.OtherFocusReason)

    def _name(self) -> None:
        store = self._desk.state.store
        if self._desk.state.place != "shop" or not (store.pos_name or store.demo):
            self.setWindowTitle(self.tr("Counterpart"))
        elif store.demo:
            self.setWindowTitle(self.tr("Sample shop · Counterpart"))
        else:
            self.setWindowTitle(self.tr("{shop} · Counterpart").format(shop=store.pos_name))

    def _allow(self) -> None:
        state = self._desk.state
        facts = {
            "shop": state.place == "shop",
            "elsewhere": state.place != "wizard",
            "idle": not state.run.active,
            "run": state.run.active,
            "demo": state.store.demo,
            "rows": self._desk.catalogue.loaded,
            "looking": state.preview is None,
            "undo": bool(state.undo),
            "redo": bool(state.redo),
        }
        self.menus.allow(frozenset(name for name, holds in facts.items() if holds))

    # Acts

    def go_to(self, name: str) -> None:
        """Show a screen and take the keyboard there."""
        self.shop.show_screen(name)
        shown = self.shop.screens.currentWidget()
        pane = self.shop.catalogue if shown in (None, self.shop.beside) else shown
        self.shop.entry(pane).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def find_product(self) -> None:
        """Go to the search of the catalogue."""
        self.shop.show_screen("catalogue")
        if self._desk.state.preview is None:
            self.shop.catalogue.focus_search()

    def show_preview(self) -> None:
        """Read both stores and show the plan."""
        self._desk.show_preview()

    def sync(self) -> None:
        """Sync, or where a plan is shown go to *Apply*."""
        if self._desk.state.preview is not None:
            self.shop.show_screen("catalogue")
            self.shop.preview.focus_apply()
        else:
            self._desk.sync_now()

    def pause(self) -> None:
        """Pause the run, or let it go on."""
        if self._desk.state.run.paused:
            self._desk.go_on()
        else:
            self._desk.pause()

    def step_pane(self, step: int) -> None:
        """Take the keyboard to another pane."""
        panes = [pane() for pane in self.shop.panes()]
        focused = QApplication.focusWidget()
        at = next(
            (n for n, pane in enumerate(panes) if pane is focused or _holds(pane, focused)), -step
        )
        target = panes[(at + step) % len(panes)]
        self.shop.entry(target).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _follow_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is not None:
            bring_into_sight(now)

    def _follow_looks(self) -> None:
        self.menus.actions[f"colours {self.looks.appearance}"].setChecked(True)
        self.shop.settings.follow_looks()

    def export(self) -> None:
        """Ask where to, and export what is shown: rows, lines of the preview, a past sync."""
        if self.shop.history.can_save:
            self.save_changes()
            return
        if self._desk.state.preview is not None:
            self._ask_file(self.tr("preview.csv"), self.tr("CSV (*.csv)"), self._export_preview)
            return
        kinds = self.tr("Excel (*.xlsx);;CSV (*.csv)")
        self._ask_file(self.tr("catalogue.xlsx"), kinds, self._export_rows)

    def _export_rows(self, path: str) -> None:
        self._desk.export_table(path, *self.shop.catalogue.export_table())

    def _export_preview(self, path: str) -> None:
        self._desk.save_text(path, self.shop.preview.export_text())

    def save_log(self) -> None:
        """Ask where to, and save the log of the run."""

        def save(path: str) -> None:
            self._desk.save_text(path, self.shop.activity.log_text())

        self._ask_file(self.tr("sync log.txt"), self.tr("Text (*.txt)"), save)

    def save_changes(self) -> None:
        """Ask where to, and save what a past sync changed."""

        def save(path: str) -> None:
            self._desk.save_text(path, self.shop.history.saved_text())

        self._ask_file(self.tr("past sync.csv"), self.tr("CSV (*.csv)"), save)

    def save_diagnostics(self) -> None:
        """Ask where to, and save what whoever helps needs to know."""
        name = self.tr("counterpart diagnostics.zip")
        self._ask_file(name, self.tr("Archive (*.zip)"), self._desk.save_diagnostics)

    def _ask_file(self, name: str, kinds: str, save: Callable[[str], None]) -> None:
        """Open the system's file picker without stopping anything else."""
        dialog = QFileDialog(self, self.tr("Save as"), name, kinds)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setDefaultSuffix(name.rpartition(".")[2])
        dialog.fileSelected.connect(save)
        dialog.open()

    def open_address(self, address: str) -> None:
        """Open a page in the browser; nothing but web addresses."""
        url = QUrl(address)
        if url.scheme() in ("http", "https"):
            QDesktopServices.openUrl(url)

    def open_current_apart(self) -> None:
        """Show the current product in a window of its own."""
        row_id = self.shop.catalogue.current_id()
        if row_id:
            self.open_apart(row_id)

    def open_apart(self, row_id: str) -> None:
        """Show a product in a window of its own."""
        known = self._apart.get(row_id)
        if known is None:
            known = ProductWindow(self._desk, row_id, self)
            known.open_address.connect(self.open_address)
            known.destroyed.connect(lambda: self._apart.pop(row_id, None))
            self._apart[row_id] = known
        known.show()
        known.raise_()

    def about(self, page: str) -> None:
        """Show a page about the app."""
        dialog = AboutDialog(page, self.menus.actions, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    # Opening and closing

    def _go_to_background(self) -> None:
        """Out of sight, into the tray where there is one; the work goes on."""
        self._remember()
        if not self.tray.enter():
            self.showMinimized()
            return
        for apart in list(self._apart.values()):
            apart.close()
        self.hide()

    def open_again(self) -> None:
        """Back from the background, before all other windows."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()
        self.tray.leave()

    def quit(self) -> bool:
        """End the app; during a run it is asked first, where that can be seen: False then."""
        if self._desk.state.run.active and not self.isVisible():
            self.open_again()
        self._quitting = True
        return self.close()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """What was told in the tray has been seen once the window is looked at."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow():
            self.tray.leave()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        """Close, or ask first while a run is under way; or go on in the background."""
        quitting, self._quitting = self._quitting or _session_ends(), False
        if self._leaving or self._desk.ask_to_close(quitting=quitting):
            self._remember()
            event.accept()
        else:
            event.ignore()

    def leave(self) -> None:
        """The app ends: nothing is painted or asked any more."""
        self._leaving = True
        self.tray.leave()
        self._remember()
        for apart in list(self._apart.values()):
            apart.close()
        self.shop.finish()
        self.close()

    def _remember(self) -> None:
        self._kept.setValue("window/geometry", self.saveGeometry())
        self.shop.remember()

    def _restore(self) -> None:
        kept = self._kept.value("window/geometry")
        if not (isinstance(kept, QByteArray) and self.restoreGeometry(kept)):
            screen = QGuiApplication.primaryScreen().availableSize()
            self.resize(_FIRST.boundedTo(screen - self._frame()))
        self.shop.restore()

    def _frame(self) -> QSize:
        """About the room of the frame, which is not known before the window is seen."""
        style = self.style()
        edge = 2 * style.pixelMetric(QStyle.PixelMetric.PM_MdiSubWindowFrameWidth)
        return QSize(edge, edge + style.pixelMetric(QStyle.PixelMetric.PM_TitleBarHeight))


def _session_ends() -> bool:
    application = QGuiApplication.instance()
    return isinstance(application, QGuiApplication) and application.isSavingSession()


def _holds(pane: QWidget, focused: QWidget | None) -> bool:
    return focused is not None and pane.isAncestorOf(focused)
