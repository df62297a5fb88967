"""Deeds of the settings: forgetting everything, and the file for whoever helps."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.facts.state import RunFacts
from app.ui import wording_forgetting as words
from app.ui.theme import GAP_S
from app.ui.widgets.button import Button
from app.ui.widgets.label import Label
from app.ui.wording_settings_pages import diagnostics_words


class ForgetPart(QWidget):
    """What forgetting everything takes away, and the way to it; `ask` opens the question."""

    def __init__(self, ask: Callable[[], None]) -> None:
        super().__init__()
        said = words.forgetting_words()
        self.button = Button(self.tr("Forget everything…"), kind="danger")
        self.button.setAccessibleDescription(f"{said.goes} {said.stays}")
        self.button.clicked.connect(lambda _=False: ask())
        self._busy = Label(words.busy_reason(), "caption", "text_muted", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP_S)
        column.addWidget(Label(said.title, "strong", wrap=True))
        for text in (said.goes, said.stays):
            column.addWidget(Label(text, "caption", "text_muted", wrap=True))
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeading)
        column.addWidget(self._busy)
        self._busy.hide()

    def show_run(self, run: RunFacts) -> None:
        """Not while a sync is under way, and why."""
        self.button.setEnabled(not run.active)
        self.button.set_reason(words.busy_reason() if run.active else "")
        self._busy.setVisible(run.active)


class DiagnosticsPart(QWidget):
    """What the file for whoever helps has in it, and the way to it; `save` asks where to."""

    def __init__(self, save: Callable[[], None]) -> None:
        super().__init__()
        title, has, has_not = diagnostics_words()
        self.button = Button(self.tr("Save diagnostics…"))
        self.button.setAccessibleDescription(f"{has} {has_not}")
        self.button.clicked.connect(lambda _=False: save())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP_S)
        column.addWidget(Label(title, "strong", wrap=True))
        for text in (has, has_not):
            column.addWidget(Label(text, "caption", "text_muted", wrap=True))
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeading)
