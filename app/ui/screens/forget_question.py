"""The question before everything is forgotten: the safe answer is where Enter rests."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.controller.wishes import Wishes
from app.facts.state import Changed, Part
from app.ui.theme import GAP_L, GAP_M, GAP_S, MARGIN, current
from app.ui.widgets.button import Button
from app.ui.widgets.label import IconLabel, Label
from app.ui.widgets.placing import fit_question
from app.ui.wording_forgetting import busy_reason, question_from_samples, question_words

_WATCHED: frozenset[Part] = frozenset({"question", "run"})


class ForgetQuestion(QDialog):
    """Shows itself while the question is open; both buttons tell the desk their answer."""

    def __init__(self, desk: Wishes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.setWindowTitle(self.tr("Forget everything"))
        self._asked = Label("", "section", wrap=True)
        self._meant = Label("", colour="text_muted", wrap=True)
        self.forget = Button(self.tr("Forget everything"), kind="danger")
        self.keep = Button(self.tr("Keep everything"), kind="primary")
        self.keep.setDefault(True)
        self.forget.clicked.connect(lambda: self._answer(True))
        self.keep.clicked.connect(lambda: self._answer(False))
        self.rejected.connect(lambda: self._desk.answer_forget(False))
        self._lay_out()

    def refresh(self, changed: Changed) -> None:
        """Open and close with the question; a sync that begins meanwhile goes first."""
        if not changed.parts & _WATCHED:
            return
        state = self._desk.state
        asked = state.question == "forget everything"
        self.forget.setEnabled(not state.run.active)
        self.forget.set_reason(busy_reason() if state.run.active else "")
        if asked and not self.isVisible():
            self._say(len(self._desk.catalogue.rows), samples=state.store.demo)
            fit_question(self)
            self.open()
            self.keep.setFocus(Qt.FocusReason.OtherFocusReason)
        elif not asked and self.isVisible():
            self.done(QDialog.DialogCode.Accepted)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """The ground of panels."""
        QPainter(self).fillRect(self.rect(), current().surface)

    def _say(self, products: int, *, samples: bool) -> None:
        asked, meant = question_from_samples() if samples else question_words(products)
        self._asked.setText(asked)
        self._meant.setText(meant)
        self.setAccessibleDescription(f"{asked} {meant}")

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(GAP_S)
        words.addWidget(self._asked)
        words.addWidget(self._meant)
        said = QHBoxLayout()
        said.setSpacing(GAP_M)
        said.addWidget(IconLabel("warn", "attention", 22), 0, Qt.AlignmentFlag.AlignTop)
        said.addLayout(words, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(GAP_S)
        buttons.addStretch(1)
        buttons.addWidget(self.forget)
        buttons.addWidget(self.keep)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, GAP_L)
        column.setSpacing(MARGIN)
        column.addLayout(said)
        column.addLayout(buttons)
        QWidget.setTabOrder(self.keep, self.forget)

    def _answer(self, forget: bool) -> None:
        self.done(QDialog.DialogCode.Accepted)
        self._desk.answer_forget(forget)
