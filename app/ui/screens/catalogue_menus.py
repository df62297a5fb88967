"""The menus of the catalogue: what to do with rows, which columns there are."""

from collections.abc import Callable

from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from app.ui.screens.catalogue_acts import CatalogueActs
from app.ui.tables.columns import COLUMNS, KEYS, full_title
from app.ui.tables.rows_table import RowsTable
from app.ui.wording import plural, tr


def row_menu(
    acts: CatalogueActs, open_current: Callable[[], None], *, running: bool, parent: QWidget
) -> QMenu:
    """What can be done with the chosen rows."""
    menu = QMenu(parent)
    sellable, syncable = bool(acts.sellable()), acts.syncable()
    _add(menu, tr("Open"), open_current, "Return")
    menu.addSeparator()
    _add(menu, tr("Sell online"), lambda: acts.set_flag("on"), enabled=sellable)
    _add(menu, tr("Keep off"), lambda: acts.set_flag("off"), enabled=sellable)
    _add(menu, tr("As in POS"), lambda: acts.set_flag("follow"), "Shift+Space", enabled=sellable)
    menu.addSeparator()
    words = plural("Sync these %n", len(syncable))
    words = words if len(syncable) > 1 else tr("Sync this product")
    _add(menu, words, acts.sync, enabled=bool(syncable) and not running)
    menu.addSeparator()
    _add(menu, tr("Copy"), acts.copy, "Ctrl+C")
    _add(menu, tr("Copy SKU"), acts.copy_skus)
    return menu


def columns_menu(
    table: RowsTable,
    sort_by: Callable[[str], None],
    changed: Callable[[], None],
    parent: QWidget,
) -> QMenu:
    """Which columns there are, their order, and what the rows are ordered by."""
    menu = QMenu(parent)
    kept = table.kept
    for column in COLUMNS:
        if column.removable:
            action = _add(menu, full_title(column.key), _toggling(table, column.key, changed))
            action.setCheckable(True)
            action.setChecked(column.key in kept.chosen)
    menu.addSeparator()
    _add_moves(menu, table)
    _add_sorting(menu.addMenu(tr("Order by")), table, sort_by)
    menu.addSeparator()

    def reset() -> None:
        kept.reset()
        table.header.set_order(kept.order)
        changed()

    _add(menu, tr("Columns as delivered"), reset)
    return menu


def _toggling(table: RowsTable, key: str, changed: Callable[[], None]) -> Callable[[], None]:
    def toggle() -> None:
        table.kept.set_chosen(table.kept.chosen ^ {key})
        changed()

    return toggle


def _add_moves(menu: QMenu, table: RowsTable) -> None:
    """Move the column of the current cell within its side, as dragging its title does."""
    section = max(table.currentIndex().column(), 0)
    key = KEYS[section]
    for words, step in (
        (tr("Move “{column}” left"), -1),
        (tr("Move “{column}” right"), 1),
    ):
        action = _add(menu, words.format(column=full_title(key)), _moving(table, key, step))
        action.setEnabled(_neighbour(table, key, step) is not None)


def _moving(table: RowsTable, key: str, step: int) -> Callable[[], None]:
    def move() -> None:
        other = _neighbour(table, key, step)
        if other is not None:
            header = table.header
            header.moveSection(
                header.visualIndex(KEYS.index(key)), header.visualIndex(KEYS.index(other))
            )

    return move


def _neighbour(table: RowsTable, key: str, step: int) -> str | None:
    shown = table.shown_keys()
    if key not in shown:
        return None
    at = shown.index(key) + step
    if not 0 <= at < len(shown):
        return None
    same = COLUMNS[KEYS.index(shown[at])].group == COLUMNS[KEYS.index(key)].group
    return shown[at] if same else None


def _add_sorting(menu: QMenu, table: RowsTable, sort_by: Callable[[str], None]) -> None:
    group = QActionGroup(menu)
    for key in table.shown_keys():
        action = _add(menu, full_title(key), _sorting(sort_by, key))
        action.setCheckable(True)
        action.setChecked(key == table.kept.sort)
        group.addAction(action)


def _sorting(sort_by: Callable[[str], None], key: str) -> Callable[[], None]:
    return lambda: sort_by(key)


def _add(
    menu: QMenu, words: str, act: Callable[[], None], keys: str = "", *, enabled: bool = True
) -> QAction:
    action = menu.addAction(words.replace("&", "&&"))
    action.triggered.connect(lambda _=False: act())
    action.setEnabled(enabled)
    if keys:
        # Shown only: the table hears the keys itself.
        action.setShortcut(QKeySequence(keys))
        action.setShortcutVisibleInContextMenu(True)
    return action
