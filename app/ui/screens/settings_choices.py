"""Settings with something to choose from: a few words, a tick, ticked fields."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QGridLayout,
    QHBoxLayout,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from app.domain.fields import FIELDS
from app.domain.rules import SettingValue, declared
from app.ui import wording_settings as words
from app.ui.screens.settings_page import DefaultNote, Heading
from app.ui.shapes import TICK
from app.ui.theme import GAP_S, GAP_XL, GAP_XS
from app.ui.widgets.label import Label
from app.ui.widgets.placing import indented
from app.ui.widgets.segments import Segments
from app.ui.widgets.tick_box import TickBox
from app.ui.wording_catalogue import field_word

Wish = Callable[[str, SettingValue], None]
"""Tells a setting's key and what it is to be."""

_BESIDE_TICK = TICK + GAP_S
_ACROSS = 4


class ChoiceRow(QWidget):
    """One of few, each with a sentence on what it means."""

    def __init__(self, key: str, wish: Wish) -> None:
        super().__init__()
        self._key, self._wish = key, wish
        self._default = declared(key).default
        said = words.setting_words(key)
        self._radios = {choice.value: QRadioButton(choice.word) for choice in said.choices}
        self._heading = Heading(said.title, said.about, lambda: wish(key, self._default))
        self._group = QButtonGroup(self)
        self.setObjectName(key)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP_XS)
        column.addWidget(self._heading)
        for choice in said.choices:
            radio = self._radios[choice.value]
            radio.setAccessibleName(f"{said.title}, {choice.word}")
            radio.setAccessibleDescription(choice.about)
            self._group.addButton(radio)
            column.addSpacing(GAP_XS)
            column.addWidget(radio, 0, Qt.AlignmentFlag.AlignLeft)
            column.addLayout(indented(_caption(choice.about), _BESIDE_TICK))
        self._group.buttonClicked.connect(self._on_clicked)

    def show_values(self, values: Mapping[str, SettingValue]) -> None:
        """Show what is chosen."""
        chosen = values[self._key]
        radio = self._radios[str(chosen)]
        if not radio.isChecked():
            radio.setChecked(True)
        self._heading.note.show_default(
            words.default_words(self._key), differs=chosen != self._default
        )

    def _on_clicked(self, clicked: QAbstractButton) -> None:
        chosen = next(value for value, radio in self._radios.items() if radio is clicked)
        self._wish(self._key, chosen)


class SwitchRow(QWidget):
    """On or off."""

    def __init__(self, key: str, wish: Wish) -> None:
        super().__init__()
        self._key, self._wish = key, wish
        self._default = declared(key).default
        said = words.setting_words(key)
        self._tick = TickBox(said.title)
        self._tick.setAccessibleName(said.title)
        self._tick.setAccessibleDescription(said.about)
        self._note = DefaultNote(said.title, self._put_back)
        self.setObjectName(key)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        line = QHBoxLayout()
        line.addWidget(self._tick)
        line.addStretch(1)
        line.addWidget(self._note)
        column.addLayout(line)
        column.addLayout(indented(_caption(said.about), _BESIDE_TICK))
        self._tick.clicked.connect(lambda on: wish(key, bool(on)))

    def show_values(self, values: Mapping[str, SettingValue]) -> None:
        """Show whether it is on."""
        on = values[self._key]
        self._tick.setChecked(on is True)
        self._note.show_default(words.default_words(self._key), differs=on != self._default)

    def _put_back(self) -> None:
        self._tick.setFocus(Qt.FocusReason.OtherFocusReason)
        self._wish(self._key, self._default)


class SegmentsRow(QWidget):
    """One of few side by side; a value that is not among them is shown as one more."""

    def __init__(
        self,
        said: words.SettingWords,
        default: str,
        chosen: Callable[[str], None],
        odd_word: Callable[[str], str] = str,
    ) -> None:
        super().__init__()
        self._default, self._odd_word = default, odd_word
        self._options = [(choice.value, choice.word) for choice in said.choices]
        self._words = dict(self._options)
        self.segments = Segments(self._options, name=said.title)
        self._heading = Heading(said.title, said.about, lambda: chosen(default))
        self.segments.chosen.connect(chosen)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP_S)
        column.addWidget(self._heading)
        column.addWidget(self.segments, 0, Qt.AlignmentFlag.AlignLeft)

    def show_choice(self, value: str) -> None:
        """Show what is chosen."""
        odd = [] if value in self._words else [(value, self._odd_word(value))]
        self.segments.set_options([*self._options, *odd])
        self.segments.set_current(value)
        text = self.tr("Default: {value}").format(value=self._words[self._default])
        self._heading.note.show_default(text, differs=value != self._default)


class ScheduleRow(QWidget):
    """How often Counterpart syncs by itself, in minutes."""

    def __init__(self, key: str, wish: Wish) -> None:
        super().__init__()
        self._key = key
        default = str(declared(key).default)
        self._row = SegmentsRow(
            words.setting_words(key),
            default,
            lambda minutes: wish(key, int(minutes)),
            lambda minutes: words.every_word(int(minutes)),
        )
        self.setObjectName(key)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._row)

    def show_values(self, values: Mapping[str, SettingValue]) -> None:
        """Show how often."""
        self._row.show_choice(str(values[self._key]))


class KeptFieldsRow(QWidget):
    """Fields whose online value is kept when both sides are first linked.

    Fields that are no matter of taste are offered only once something else has kept them.
    """

    def __init__(self, key: str, wish: Wish) -> None:
        super().__init__()
        self._key, self._wish = key, wish
        self._kept: tuple[str, ...] = ()
        said = words.setting_words(key)
        self._heading = Heading(said.title, said.about, lambda: wish(key, []))
        ordered = sorted(FIELDS, key=lambda field: not field.keepable)
        self._ticks = {field.name: TickBox(field_word(field.name)) for field in ordered}
        self.setObjectName(key)
        grid = QGridLayout()
        grid.setHorizontalSpacing(GAP_XL)
        grid.setVerticalSpacing(0)
        for at, field in enumerate(ordered):
            tick = self._ticks[field.name]
            tick.setAccessibleName(f"{said.title}, {field_word(field.name)}")
            tick.clicked.connect(self._on_clicked)
            grid.addWidget(tick, at // _ACROSS, at % _ACROSS, Qt.AlignmentFlag.AlignLeft)
            if not field.keepable:
                tick.hide()  # None is told to show before it has a page: it would be a window.
        grid.setColumnStretch(_ACROSS, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP_S)
        column.addWidget(self._heading)
        column.addLayout(grid)

    def show_values(self, values: Mapping[str, SettingValue]) -> None:
        """Show which are kept."""
        kept = values[self._key]
        self._kept = tuple(kept) if isinstance(kept, list) else ()
        for name, tick in self._ticks.items():
            tick.setChecked(name in self._kept)
            if name in self._kept:
                tick.show()
        text = words.default_words(self._key)
        self._heading.note.show_default(text, differs=bool(self._kept))

    def _on_clicked(self) -> None:
        ticked = [name for name, tick in self._ticks.items() if tick.isChecked()]
        unknown = [name for name in self._kept if name not in self._ticks]
        self._wish(self._key, [*ticked, *unknown])


def _caption(text: str) -> Label:
    return Label(text, "caption", "text_muted", wrap=True)
