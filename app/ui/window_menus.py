"""What stands in the menus of the window, each with its keys (LOOK §9)."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from app.controller.wishes import Wishes
from app.ui.menus import LINE, Entry, Menus
from app.ui.wording import tr

if TYPE_CHECKING:
    from app.ui.window import Window


class WindowMenus:
    """Fills the menus of a window with its deeds and the desk's."""

    def __init__(self, window: "Window", desk: Wishes, menus: Menus) -> None:
        self._window = window
        self._desk = desk
        self._menus = menus
        self._fill()

    def _fill(self) -> None:
        window, desk, table = self._window, self._desk, self._window.shop.catalogue
        add = self._menus.add
        add(
            tr("&File"),
            (
                Entry("connect", tr("Connect your stores…"), desk.open_wizard, (), "elsewhere"),
                Entry("samples", tr("Explore with sample stores"), desk.explore_samples),
                LINE,
                Entry(
                    "export",
                    tr("Export what is shown…"),
                    window.export,
                    ("Ctrl+E",),
                    "shop rows",
                ),
                Entry("save log", tr("Save the log…"), window.save_log, (), "shop"),
                LINE,
                Entry("close", tr("Close the window"), window.close, ("Ctrl+W",)),
                Entry("quit", tr("Quit"), window.quit, ("Ctrl+Q",)),
            ),
        )
        add(
            tr("&Edit"),
            (
                Entry("undo", tr("Undo"), desk.undo, ("Ctrl+Z",), "shop undo"),
                Entry("redo", tr("Redo"), desk.redo, ("Ctrl+Shift+Z", "Ctrl+Y"), "shop redo"),
                LINE,
                Entry("copy", tr("Copy"), table.copy_rows, (), "shop rows", shown_keys="Ctrl+C"),
                Entry(
                    "all",
                    tr("Select all shown"),
                    table.select_all,
                    (),
                    "shop rows",
                    shown_keys="Ctrl+A",
                ),
                Entry("find", tr("Find"), window.find_product, ("Ctrl+F",), "shop"),
            ),
        )
        add(tr("&View"), self._view_entries())
        add(
            tr("&Product"),
            (
                Entry(
                    "open",
                    tr("Open"),
                    table.open_current,
                    (),
                    "shop rows",
                    shown_keys="Return",
                ),
                Entry(
                    "apart",
                    tr("Open in its own window"),
                    window.open_current_apart,
                    ("Ctrl+Return",),
                    "shop rows",
                ),
                LINE,
                Entry("sell", tr("Sell online"), table.sell_selected, (), "shop rows"),
                Entry("keep off", tr("Keep off"), table.keep_off_selected, (), "shop rows"),
                Entry(
                    "follow",
                    tr("As in POS"),
                    table.follow_current,
                    (),
                    "shop rows",
                    shown_keys="Shift+Space",
                ),
                LINE,
                Entry(
                    "sync these",
                    tr("Sync what is selected"),
                    table.sync_selected,
                    (),
                    "shop rows idle",
                ),
            ),
        )
        add(tr("&Sync"), self._sync_entries())
        add(
            tr("&Help"),
            (
                Entry("keys", tr("Keyboard"), lambda: window.about("keys")),
                Entry("diagnostics", tr("Save diagnostics…"), window.save_diagnostics, (), "shop"),
                Entry("about", tr("About Counterpart"), lambda: window.about("about")),
            ),
        )

    def _view_entries(self) -> tuple[Entry, ...]:
        window, shop, table = self._window, self._window.shop, self._window.shop.catalogue

        def show(name: str) -> Callable[[], None]:
            return lambda: window.go_to(name)

        def colours(choice: str) -> Callable[[], None]:
            return lambda: window.looks.set_appearance(choice)

        def zoom(step: int) -> Callable[[], None]:
            return lambda: window.looks.step(step)

        return (
            Entry("catalogue", tr("Catalogue"), show("catalogue"), ("Ctrl+1",), "shop"),
            Entry("outlets", tr("Outlets"), show("outlets"), ("Ctrl+2",), "shop"),
            Entry("history", tr("History"), show("history"), ("Ctrl+3",), "shop"),
            Entry("settings", tr("Settings"), show("settings"), ("Ctrl+4", "Ctrl+,"), "shop"),
            Entry("activity", tr("Activity"), shop.show_activity, ("Ctrl+J",), "shop"),
            LINE,
            Entry("columns", tr("Columns…"), table.choose_columns, (), "shop"),
            Entry("density", tr("Compact rows"), table.toggle_density, ("Ctrl+D",), "shop"),
            LINE,
            Entry(
                "next problem",
                tr("Next that needs you"),
                lambda: table.next_problem(1),
                ("F8",),
                "shop rows",
            ),
            Entry(
                "previous problem",
                tr("Previous that needs you"),
                lambda: table.next_problem(-1),
                ("Shift+F8",),
                "shop rows",
            ),
            Entry("next pane", tr("Next pane"), lambda: window.step_pane(1), ("F6",), "shop"),
            Entry(
                "previous pane",
                tr("Previous pane"),
                lambda: window.step_pane(-1),
                ("Shift+F6",),
                "shop",
            ),
            LINE,
            Entry("larger", tr("Larger text"), zoom(1), ("Ctrl++", "Ctrl+=")),
            Entry("smaller", tr("Smaller text"), zoom(-1), ("Ctrl+-",)),
            Entry("as system", tr("Text as the system"), zoom(0), ("Ctrl+0",)),
            LINE,
            *(
                Entry(
                    f"colours {name}",
                    text,
                    colours(name),
                    group="colours",
                    checked=window.looks.appearance == name,
                )
                for name, text in (
                    ("system", tr("Colours as the system")),
                    ("light", tr("Light")),
                    ("dark", tr("Dark")),
                )
            ),
        )

    def _sync_entries(self) -> tuple[Entry, ...]:
        window, desk = self._window, self._desk
        return (
            Entry("preview", tr("Preview"), window.show_preview, ("F5",), "shop idle"),
            Entry("sync", tr("Sync now"), window.sync, ("Ctrl+Shift+S",), "shop idle rows"),
            Entry("look", tr("Read both stores"), desk.look, (), "shop idle looking"),
            LINE,
            Entry("pause", tr("Pause or go on"), window.pause, ("Ctrl+Shift+P",), "shop run"),
            Entry("stop", tr("Stop safely"), desk.stop, ("Ctrl+.",), "shop run"),
            Entry("retry", tr("Retry what failed"), desk.retry_failed, ("Ctrl+R",), "shop idle"),
            LINE,
            Entry(
                "day",
                tr("Let a day pass in the sample stores"),
                desk.let_a_day_pass,
                (),
                "shop idle demo looking",
            ),
        )
