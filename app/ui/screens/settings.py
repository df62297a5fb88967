"""The settings: groups at the left, a page a group; every change takes effect at once (§7.8)."""

from collections.abc import Callable, Mapping
from typing import Protocol

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from app.controller.wishes import Wishes
from app.domain.rules import SETTINGS, SettingValue, declared
from app.facts.state import Changed, Part, Trouble
from app.ui import wording_settings_pages as words
from app.ui.screens.product_order import stops_in
from app.ui.screens.settings_choices import (
    ChoiceRow,
    KeptFieldsRow,
    ScheduleRow,
    SegmentsRow,
    SwitchRow,
    Wish,
)
from app.ui.screens.settings_fields import FieldsTable
from app.ui.screens.settings_groups import GroupList
from app.ui.screens.settings_household import DiagnosticsPart, ForgetPart
from app.ui.screens.settings_number import NumberRow
from app.ui.screens.settings_page import WIDTH, page_of
from app.ui.screens.settings_stores import StoresPart, TwoWaysPart
from app.ui.theme import GAP_L, GAP_S, MARGIN, scaled
from app.ui.widgets.banner import Banner
from app.ui.widgets.button import Button
from app.ui.widgets.ground import Ground
from app.ui.widgets.line import VLine
from app.ui.wording_settings_pages import GROUP_KEYS, Group
from app.ui.wording_trouble import trouble_words

_WATCHED: frozenset[Part] = frozenset({"settings", "store", "trouble"})
_SIDE, _WIDE_SIDE = 212, 240
_WIDE = 1600
_TOLD = frozenset({"settings", "storage"})
"""Troubles that keep a setting from being read or kept."""


class LookChoices(Protocol):
    """What the window knows of how it looks; read again at each `follow_looks`."""

    @property
    def appearance(self) -> str:
        """One of "system", "light", "dark"."""
        ...

    def set_appearance(self, choice: str) -> None:
        """Show these colours from now on."""
        ...

    @property
    def text_size(self) -> int:
        """In per cent of the system's."""
        ...

    def set_text_size(self, percent: int) -> None:
        """Show text at this size from now on."""
        ...

    @property
    def animations(self) -> str:
        """One of "system", "on", "off"."""
        ...

    def set_animations(self, choice: str) -> None:
        """Let things move, or not, from now on."""
        ...

    @property
    def language(self) -> str:
        """One of "system", "en", "de"."""
        ...

    def set_language(self, choice: str) -> None:
        """Speak this language from the next start on."""
        ...


class _Row(Protocol):
    """A part of a page that shows settings."""

    def show_values(self, values: Mapping[str, SettingValue]) -> None: ...


class SettingsScreen(QWidget):
    """Paints what is set and passes on what is chosen; keeps nothing but what is being typed.

    `diagnose` wishes for the file for whoever helps.
    """

    diagnose = Signal()

    def __init__(self, desk: Wishes, looks: LookChoices, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._looks = looks
        self._rows: list[_Row] = []
        self._stores = StoresPart(desk.open_wizard)
        self._forget = ForgetPart(desk.ask_to_forget)
        self._colours = SegmentsRow(words.colours_words(), "system", looks.set_appearance)
        self._text_size = SegmentsRow(
            words.text_size_words(),
            "100",
            lambda size: looks.set_text_size(int(size)),
            lambda size: words.size_word(int(size)),
        )
        self._motion = SegmentsRow(words.animations_words(), "system", looks.set_animations)
        self._language = SegmentsRow(words.language_words(), "system", looks.set_language)
        # Pages are built when first opened; until then their rows need an owner.
        self._waiting = QWidget(self)
        self._waiting.hide()
        for row in (
            *(self._colours, self._text_size, self._motion, self._language),
            self._forget,
        ):
            row.setParent(self._waiting)
        self._trouble = Banner("attention", "")
        self.groups = GroupList()
        self._side = Ground("window")
        self._pages: dict[Group, QScrollArea] = {}
        self._stack = QStackedWidget()
        self._lay_out()
        self.groups.chosen.connect(self._on_chosen)
        self.setFocusProxy(self.groups)
        self._on_chosen(self.groups.group())
        self.follow_looks()

    # Facts

    def refresh(self, changed: Changed) -> None:
        """Show what is set now."""
        if "run" in changed.parts:
            self._forget.show_run(self._desk.state.run)
        if not changed.parts & _WATCHED:
            return
        self._stores.show_store(self._desk.state.store)
        values = self._values()
        for row in self._rows:
            row.show_values(values)
        self._show_trouble(self._desk.state.trouble)
        self.follow_looks()

    def follow_looks(self) -> None:
        """Show the language, colours, size of text and motion that the window has now."""
        self._colours.show_choice(self._looks.appearance)
        self._motion.show_choice(self._looks.animations)
        self._language.show_choice(self._looks.language)
        self._text_size.show_choice(str(self._looks.text_size))

    def _values(self) -> Mapping[str, SettingValue]:
        stored = self._desk.state.settings
        return {each.key: stored.get(each.key, each.default) for each in SETTINGS}

    def _show_trouble(self, trouble: Trouble | None) -> None:
        told = trouble if trouble is not None and trouble.kind in _TOLD else None
        if told is not None:
            said = trouble_words(told)
            self._trouble.set_kind(said.banner)
            self._trouble.set_title(said.title)
            self._trouble.set_text(said.text)
        self._banner.setVisible(told is not None)

    # Acts

    def show_group(self, group: Group) -> None:
        """Show the page of a group."""
        self.groups.set_group(group)

    def panes(self) -> tuple[Callable[[], QWidget], ...]:
        """What F6 goes through: the list, then the page."""
        return (lambda: self.groups, lambda: self._page(self.groups.group()))

    def _on_chosen(self, group: Group) -> None:
        self._stack.setCurrentWidget(self._page(group))

    def _page(self, group: Group) -> QScrollArea:
        """The page of a group, made when it is first opened."""
        if group not in self._pages:
            rows, parts = self._parts(group)
            values = self._values()
            for row in rows:
                row.show_values(values)
            self._rows += rows
            said = words.group_words(group)
            self._pages[group] = page_of(said.title, said.about, parts)
            self._stack.addWidget(self._pages[group])
            self._order_stops(self._pages[group])
        return self._pages[group]

    def _order_stops(self, page: QScrollArea) -> None:
        """Tab goes from the list to the page, and there from top to bottom."""
        last: QWidget = self.groups
        inner = page.widget()
        for stop in stops_in(inner) if inner is not None else ():
            QWidget.setTabOrder(last, stop)
            last = stop

    # Layout

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """A wide window has a wider list."""
        super().resizeEvent(event)
        self._measure()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """The looks may have been changed by the menu."""
        super().showEvent(event)
        self.follow_looks()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Follow colours and size of text."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.PaletteChange):
            self._measure()
            self.follow_looks()

    def _measure(self) -> None:
        base = _WIDE_SIDE if self.width() >= _WIDE else _SIDE
        self._side.setFixedWidth(max(base, self.groups.minimumSizeHint().width()))
        self._banner.setMaximumWidth(scaled(WIDTH) + 2 * MARGIN)

    def _lay_out(self) -> None:
        listed = QVBoxLayout(self._side)
        listed.setContentsMargins(0, GAP_S, 0, GAP_L)
        listed.addWidget(self.groups)
        listed.addStretch(1)
        again = Button(self.tr("Try again"), icon="retry", small=True)
        again.clicked.connect(lambda _: self._desk.try_again())
        self._trouble.add_button(again)
        self._banner = Ground("surface")
        around = QHBoxLayout(self._banner)
        around.setContentsMargins(MARGIN, GAP_L, MARGIN, 0)
        around.addWidget(self._trouble)
        self._banner.hide()
        page = Ground("surface")
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._banner)
        column.addWidget(self._stack, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._side)
        row.addWidget(VLine())
        row.addWidget(page, 1)

    def _parts(self, group: Group) -> tuple[list[_Row], list[QWidget]]:
        """What is to be told of changes, and all that stands on the page."""
        wish = self._desk.set_setting
        if group == "appearance":
            return [], [self._language, self._colours, self._text_size, self._motion]
        if group == "fields":
            table = FieldsTable(wish)
            return [table], [table]
        rows = [_row_for(key, wish) for key in GROUP_KEYS[group]]
        if group == "stores":
            return [*rows], [self._stores, rows[0], TwoWaysPart(), *rows[1:], self._forget]
        if group == "this computer":
            return [*rows], [*rows, DiagnosticsPart(self.diagnose.emit)]
        return [*rows], [*rows]


def _row_for(
    key: str, wish: Wish
) -> ChoiceRow | SwitchRow | NumberRow | ScheduleRow | KeptFieldsRow:
    if key == "schedule.minutes":
        return ScheduleRow(key, wish)
    kind = declared(key).kind
    if kind == "choice":
        return ChoiceRow(key, wish)
    if kind == "switch":
        return SwitchRow(key, wish)
    return KeptFieldsRow(key, wish) if kind == "list" else NumberRow(key, wish)
