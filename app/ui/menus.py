"""The menu bar: every act of the window, with its keys (LOOK §9)."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

Act = Callable[[], object]


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a menu. `keys` in Qt's portable form; the first is shown.

    `needs` names what must be so for it to be enabled: "shop", "idle", "run", "paused", "demo",
    "preview", "rows", "selection"; several are joined by blanks.
    """

    name: str
    text: str
    act: Act
    keys: tuple[str, ...] = ()
    needs: str = ""
    group: str = ""
    checked: bool = False
    shown_keys: str = ""
    """Keys that the focused list answers itself: shown, not bound, so that text fields keep
    theirs."""


LINE = Entry("", "", lambda: None)
"""A line between two entries."""


class Menus:
    """The actions of the menu bar, by name."""

    def __init__(self, bar: QMenuBar, owner: QWidget) -> None:
        self._bar = bar
        self._owner = owner
        self._groups: dict[str, QActionGroup] = {}
        self._needs: dict[str, frozenset[str]] = {}
        self.actions: dict[str, QAction] = {}

    def add(self, title: str, entries: tuple[Entry, ...]) -> QMenu:
        """Add one menu."""
        menu = QMenu(title, self._bar)
        self._bar.addMenu(menu)
        for entry in entries:
            if entry is LINE:
                menu.addSeparator()
            else:
                menu.addAction(self._action(entry))
        return menu

    def _action(self, entry: Entry) -> QAction:
        action = QAction(entry.text, self._owner)
        action.setShortcuts([QKeySequence(keys) for keys in entry.keys])
        if entry.shown_keys:
            native = QKeySequence.SequenceFormat.NativeText
            keys = QKeySequence(entry.shown_keys).toString(native)
            action.setText(f"{entry.text}\t{keys}")
        action.triggered.connect(lambda _=False: entry.act())
        if entry.group:
            group = self._groups.setdefault(entry.group, QActionGroup(self._owner))
            action.setCheckable(True)
            action.setChecked(entry.checked)
            group.addAction(action)
        self._owner.addAction(action)
        self.actions[entry.name] = action
        self._needs[entry.name] = frozenset(entry.needs.split())
        return action

    def allow(self, facts: frozenset[str]) -> None:
        """Enable what can be done as things are."""
        for name, needs in self._needs.items():
            self.actions[name].setEnabled(needs <= facts)
