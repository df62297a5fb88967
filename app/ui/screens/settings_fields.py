"""The table of fields: which follow the POS, and what becomes of an edit made online (R12)."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.fields import FIELDS, Field
from app.domain.rules import SettingValue, declared
from app.ui import wording_settings as words
from app.ui import wording_settings_pages as pages
from app.ui.screens.settings_choices import Wish
from app.ui.screens.settings_page import DefaultNote
from app.ui.theme import GAP_M, GAP_XS, font_metrics
from app.ui.widgets.ground import Ground
from app.ui.widgets.label import Label
from app.ui.widgets.line import HLine
from app.ui.widgets.segments import Segments
from app.ui.widgets.tick_box import TickBox
from app.ui.wording_catalogue import field_word

_PADDING = 10
_ROW, _HEAD = 36, 28
_NAME, _TICK, _EDITED, _NOTE = range(4)
_COLUMNS = 4
_LEADING = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
_TRAILING = Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter


class FieldsTable(QWidget):
    """A line a field, in the order of the table of fields."""

    def __init__(self, wish: Wish) -> None:
        super().__init__()
        self._lines = [_FieldLine(field, wish) for field in FIELDS]
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(GAP_M)
        self._grid.setVerticalSpacing(0)
        self._grid.setColumnStretch(_EDITED, 1)
        self._fill()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP_M)
        column.addLayout(self._grid)
        explained = QVBoxLayout()
        explained.setSpacing(GAP_XS)
        for text in pages.edits_explained():
            explained.addWidget(Label(text, "caption", "text_muted", wrap=True))
        column.addLayout(explained)

    def show_values(self, values: Mapping[str, SettingValue]) -> None:
        """Show each field as it is set."""
        for line in self._lines:
            line.show_values(values)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Follow the size of text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._measure()

    def _fill(self) -> None:
        grid = self._grid
        grid.addWidget(Ground("window"), 0, 0, 1, _COLUMNS)
        titles = (self.tr("Field"), self.tr("Keep in step"), self.tr("When edited online"))
        for at, title in enumerate(titles):
            label = Label(title, "column", "text_muted")
            label.setContentsMargins(0 if at else _PADDING, 0, 0, 0)
            grid.addWidget(label, 0, at, _LEADING)
        for at, line in enumerate(self._lines):
            row = 2 * at + 1
            grid.addWidget(HLine(), row, 0, 1, _COLUMNS)
            grid.addWidget(line.name, row + 1, _NAME, _LEADING)
            grid.addWidget(line.tick, row + 1, _TICK, _LEADING)
            grid.addWidget(line.edited, row + 1, _EDITED, 1, 1 if line.note else 2)
            if line.note:
                grid.addWidget(line.note, row + 1, _NOTE, _TRAILING)
        grid.addWidget(HLine(), 2 * len(self._lines) + 1, 0, 1, _COLUMNS)
        self._measure()

    def _measure(self) -> None:
        height = font_metrics("body").height()
        self._grid.setRowMinimumHeight(0, max(_HEAD, height + 8))
        for at in range(len(self._lines)):
            self._grid.setRowMinimumHeight(2 * at + 2, max(_ROW, height + 20))


class _FieldLine:
    """The widgets of one field's line, and what they show."""

    def __init__(self, field: Field, wish: Wish) -> None:
        self._wish = wish
        self._sync = f"fields.{field.name}.sync" if field.switchable else ""
        self._reason = pages.fixed_reason(field)
        word = field_word(field.name)
        self.name = Label(word, "name")
        self.name.setContentsMargins(_PADDING, 0, 0, 0)
        self.tick = TickBox()
        self.tick.setAccessibleName(words.setting_words(f"fields.{field.name}.sync").title)
        self.tick.setChecked(True)
        self.edited = _Edited(f"fields.{field.name}.edited_online" if field.keepable else "", wish)
        self.edited.say(self._reason)
        self.note = DefaultNote(word, self._put_back) if field.switchable else None
        if field.switchable:
            self.tick.setObjectName(self._sync)
            self.tick.clicked.connect(lambda on: wish(self._sync, bool(on)))
        else:
            self.tick.set_locked(True, self._reason)

    def show_values(self, values: Mapping[str, SettingValue]) -> None:
        """Show whether it is kept in step, and what becomes of an edit."""
        if self.note is None:
            return
        on = values[self._sync] is True
        self.tick.setChecked(on)
        kept = self.edited.show_values(values)
        self.edited.say(self._reason if on else pages.off_words())
        differs = self.edited.key if on and kept else self._sync
        self.note.show_default(words.default_words(differs), differs=kept or not on)

    def _put_back(self) -> None:
        if not self.tick.isChecked():
            self.tick.setFocus(Qt.FocusReason.OtherFocusReason)
            self._wish(self._sync, declared(self._sync).default)
        else:
            self.edited.segments.setFocus(Qt.FocusReason.OtherFocusReason)
            self._wish(self.edited.key, declared(self.edited.key).default)


class _Edited(QWidget):
    """The choice what becomes of an edit made online, or why there is none now."""

    def __init__(self, key: str, wish: Wish) -> None:
        super().__init__()
        self.key = key
        said = words.setting_words(key or "fields.name.edited_online")
        options = [(choice.value, choice.word) for choice in said.choices]
        self.segments = Segments(options, name=said.title)
        self.segments.setObjectName(key)
        self.segments.setAccessibleDescription(said.about)
        self.segments.chosen.connect(lambda value: wish(key, value))
        self._text = Label("", "caption", "text_muted", wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, GAP_XS, 0, GAP_XS)
        row.addWidget(self.segments)
        row.addWidget(self._text, 1000)
        row.addStretch(1)

    def show_values(self, values: Mapping[str, SettingValue]) -> bool:
        """Show what is chosen; tells whether that is not the default."""
        if not self.key:
            return False
        chosen = values[self.key]
        self.segments.set_current(str(chosen))
        return chosen != declared(self.key).default

    def say(self, text: str) -> None:
        """Say why nothing can be chosen; with nothing to say the choice stands there."""
        self._text.setText(text)
        self._text.setVisible(bool(text))
        self.segments.setVisible(not text)
