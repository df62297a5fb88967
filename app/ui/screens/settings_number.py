"""A setting that is a number: typed in, checked on leaving its field."""

from collections.abc import Callable, Mapping
from decimal import Decimal, InvalidOperation

from PySide6.QtCore import QEvent, QLocale, QObject, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.errors import SettingsWrong
from app.domain.rules import Setting, SettingValue, declared
from app.ui import wording_settings as words
from app.ui.screens.settings_page import DefaultNote
from app.ui.theme import font_metrics
from app.ui.widgets.field import Field

_LETTERS = 12

_AWAY = frozenset({Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason})
"""Who looks something up in another window has not left the field."""


class NumberRow(QWidget):
    """A field with its unit and its default.

    Enter, and leaving the field, take what was typed; Esc drops it. What is changed elsewhere is
    followed unless something is being typed.
    """

    def __init__(self, key: str, wish: Callable[[str, SettingValue], None]) -> None:
        super().__init__()
        self._setting = declared(key)
        self._wish = wish
        self._value = self._setting.default
        self._said = words.setting_words(key)
        self.field = Field(self._said.title, hint=self._said.about, suffix=self._said.suffix)
        self._note = DefaultNote(self._said.title, self._put_back)
        self.setObjectName(key)
        self.field.line.setAccessibleName(f"{self._said.title}, {self._said.suffix}")
        self.field.row.addStretch(1)
        self.field.row.addWidget(self._note)
        self.field.line.installEventFilter(self)
        self.field.line.returnPressed.connect(self._take)
        self.field.line.textEdited.connect(lambda _: self.field.set_problem(""))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.field)
        self._measure()

    def show_values(self, values: Mapping[str, SettingValue]) -> None:
        """Show the number, and whether it counts."""
        value = values[self._setting.key]
        moved, self._value = value != self._value, value
        text = words.default_words(self._setting.key)
        self._note.show_default(text, differs=value != self._setting.default)
        line = self.field.line
        if line.hasFocus() and (line.isModified() or self.field.problem()):
            return
        if moved or not self.field.problem():
            self._show_number()
        idle = words.idle_reason(self._setting.key, values)
        self.field.set_hint(idle or self._said.about)
        line.setEnabled(not idle)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Take what was typed when the field is left, drop it at Esc."""
        if isinstance(event, QFocusEvent) and event.lostFocus() and event.reason() not in _AWAY:
            self._take()
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            dirty = self.field.line.isModified() or bool(self.field.problem())
            if event.key() == Qt.Key.Key_Escape and dirty:
                self._show_number()
                return True
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Follow the size of text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._measure()

    def _measure(self) -> None:
        self.field.line.setMaximumWidth(font_metrics("body").averageCharWidth() * _LETTERS)

    def _show_number(self) -> None:
        self.field.set_text(words.shown_number(self._setting.key, self._value))
        self.field.set_problem("")

    def _put_back(self) -> None:
        self._show_number()
        self.field.line.setFocus(Qt.FocusReason.OtherFocusReason)
        self._wish(self._setting.key, self._setting.default)

    def _take(self) -> None:
        if not self.field.line.isModified():
            return
        try:
            typed = read_number(self._setting, self.field.text())
        except SettingsWrong:
            self.field.set_problem(words.number_problem(self._setting))
            return
        before, self._value = self._value, typed
        self._show_number()
        if typed != before:
            self._wish(self._setting.key, typed)


def read_number(setting: Setting, typed: str) -> SettingValue:
    """Read a number as people write it where they live. Raises `SettingsWrong`."""
    share, locale = setting.key in words.PERCENT, QLocale()
    text = typed.removesuffix("%").strip() if share else typed
    if not locale.toDouble(text)[1]:
        raise SettingsWrong(words.number_problem(setting))
    for blank in (locale.groupSeparator(), " "):
        text = text.replace(blank, "")
    text = text.replace(locale.decimalPoint(), ".")
    if not share:
        return setting.read(text)
    try:
        return setting.read(str(Decimal(text) / 100))
    except InvalidOperation:
        raise SettingsWrong(words.number_problem(setting)) from None
