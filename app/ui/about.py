"""Small windows of the Help menu: what Counterpart is, and every key there is."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from app import __version__
from app.ui.icons import app_icon
from app.ui.theme import GAP_L, GAP_M, GAP_S, GAP_XL, GAP_XS
from app.ui.widgets.button import Button
from app.ui.widgets.label import Label

_MARK = 56
_ROWS = 14


class AboutDialog(QDialog):
    """`page` is "about" or "keys"; `actions` are the menus' own, so that the keys are true."""

    def __init__(self, page: str, actions: Mapping[str, QAction], parent: QWidget) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP_XL, GAP_XL, GAP_XL, GAP_L)
        column.setSpacing(GAP_M)
        if page == "keys":
            self.setWindowTitle(self.tr("Keyboard"))
            column.addWidget(Label(self.tr("Keyboard"), "title2"))
            column.addLayout(self._keys(actions))
        else:
            self.setWindowTitle(self.tr("About Counterpart"))
            column.addLayout(self._about())
        close = Button(self.tr("Close"), parent=self)
        close.setDefault(True)
        close.clicked.connect(self.accept)
        column.addWidget(close, alignment=Qt.AlignmentFlag.AlignRight)

    def _about(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(GAP_L)
        mark = Label()
        mark.setPixmap(app_icon().pixmap(_MARK, _MARK))
        row.addWidget(mark, alignment=Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(GAP_XS)
        version = self.tr("Version {version}").format(version=__version__)
        words.addWidget(Label(self.tr("Counterpart"), "title2"))
        words.addWidget(Label(version, "body", "text_muted"))
        words.addSpacing(GAP_S)
        for text in (
            self.tr("Keeps your online store in step with your POS."),
            self.tr("It only reads your POS and never changes anything there."),
            self.tr("Nothing is sent anywhere but to your two stores."),
        ):
            words.addWidget(Label(text))
        row.addLayout(words)
        return row

    def _keys(self, actions: Mapping[str, QAction]) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(GAP_L)
        grid.setVerticalSpacing(GAP_XS)
        for at, (text, keys) in enumerate([*_of_menus(actions), *self._of_lists()]):
            line, column = at % _ROWS, 2 * (at // _ROWS)
            grid.addWidget(Label(keys, "strong"), line, column)
            grid.addWidget(Label(text, "body", "text_muted"), line, column + 1)
        return grid

    def _of_lists(self) -> list[tuple[str, str]]:
        """Keys that lists answer themselves."""
        native = QKeySequence.SequenceFormat.NativeText
        return [
            (text, QKeySequence(keys).toString(native))
            for text, keys in (
                (self.tr("Tick or untick"), "Space"),
                (self.tr("Open a family"), "Right"),
                (self.tr("Close a family"), "Left"),
                (self.tr("Menu of the row"), "Shift+F10"),
                (self.tr("Clear, close or leave"), "Esc"),
            )
        ]


def _of_menus(actions: Mapping[str, QAction]) -> list[tuple[str, str]]:
    native = QKeySequence.SequenceFormat.NativeText
    rows = []
    for action in actions.values():
        text, _, shown = action.text().replace("&", "").partition("\t")
        keys = action.shortcut().toString(native) or shown
        if keys:
            rows.append((text, keys))
    return rows
