"""A box to choose one of many names from, by typing a part of it."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit, QSizePolicy, QWidget

from app.ui.plain_tips import plain_tip
from app.ui.theme import font_metrics


class ChoiceBox(QComboBox):
    """`picked` tells the name that a person chose, "" for all."""

    picked = Signal(str)

    def __init__(self, everything: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._all = everything
        self._names: tuple[str, ...] = ()
        self._picked = ""
        self._line = QLineEdit()
        self.setLineEdit(self._line)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setMaxVisibleItems(16)
        self.setAccessibleName(name)
        self._line.setAccessibleName(name)
        completer = QCompleter(self.model(), self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        self.setCompleter(completer)
        self.addItem(everything)
        self.activated.connect(lambda _: self._take())
        completer.activated.connect(lambda _: self._take())
        self._line.editingFinished.connect(self._take)

    def current_name(self) -> str:
        """What is chosen, "" for all."""
        return self._picked

    def set_names(self, names: Sequence[str]) -> None:
        """Offer these; what is chosen stays chosen if it still can."""
        if tuple(names) == self._names:
            return
        self._names = tuple(names)
        self.blockSignals(True)
        self.clear()
        self.addItems([self._all, *names])
        self.blockSignals(False)
        self.set_name(self._picked if self._picked in names else "")

    def set_name(self, name: str) -> None:
        """Choose without telling."""
        self._picked = name if name in self._names else ""
        self.blockSignals(True)
        self.setCurrentIndex(self.findText(self._picked or self._all))
        self.setEditText(self._picked or self._all)
        self.blockSignals(False)
        self._line.setCursorPosition(0)
        self.setToolTip(plain_tip(self._picked))

    def sizeHint(self) -> QSize:  # noqa: N802
        """As small as fields get."""
        return QSize(super().sizeHint().width(), max(28, font_metrics("body").height() + 10))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Narrow enough for the side."""
        return QSize(80, self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Esc drops what was typed."""
        if event.key() == Qt.Key.Key_Escape and self.currentText() != (self._picked or self._all):
            self.set_name(self._picked)
            return
        super().keyPressEvent(event)

    def _take(self) -> None:
        """Take what was typed or picked if it is one of the names, else what was there before."""
        text = self.currentText().strip().casefold()
        known = {name.casefold(): name for name in self._names}
        name = known.get(text, self._picked if text and text != self._all.casefold() else "")
        changed = name != self._picked
        self.set_name(name)
        if changed:
            self.picked.emit(name)
