"""The question before the window closes during a run: it waits beside the work, not before it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.controller.wishes import Wishes
from app.facts.state import Changed, Part
from app.ui import values
from app.ui.theme import GAP_L, GAP_M, GAP_S, MARGIN, current
from app.ui.widgets.button import Button
from app.ui.widgets.label import IconLabel, Label
from app.ui.widgets.placing import fit_question
from app.ui.wording import plural

_WATCHED: frozenset[Part] = frozenset({"question", "run"})


class CloseQuestion(QDialog):
    """Shows itself while the question is open; every button tells the desk its answer."""

    def __init__(self, desk: Wishes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.setWindowTitle(self.tr("A sync is running"))
        self._text = Label("", "section", wrap=True)
        self._far = Label("", colour="text_muted", wrap=True)
        self.stay = Button(self.tr("Stay here"), kind="flat")
        self.background = Button(self.tr("Keep it going in the background"))
        self.stop = Button(self.tr("Stop safely, then close"), kind="primary")
        self.stop.setDefault(True)
        self.stay.clicked.connect(lambda: self._answer("stay"))
        self.background.clicked.connect(lambda: self._answer("background"))
        self.stop.clicked.connect(lambda: self._answer("stop"))
        self.rejected.connect(self._on_rejected)
        self._lay_out()

    def refresh(self, changed: Changed) -> None:
        """Open and close with the question; say how far the run is."""
        if not changed.parts & _WATCHED:
            return
        asked = self._desk.state.question == "close during run"
        if asked:
            self._say()
        if asked and not self.isVisible():
            fit_question(self)
            self.open()
            self.stop.setFocus(Qt.FocusReason.OtherFocusReason)
        elif not asked and self.isVisible():
            self.done(QDialog.DialogCode.Accepted)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """The ground of panels."""
        QPainter(self).fillRect(self.rect(), current().surface)

    def _say(self) -> None:
        run = self._desk.state.run
        asked = self.tr("A sync is running. Keep it going in the background, or stop it safely?")
        if run.kind in ("look", "preview"):
            asked = self.tr("Both stores are being compared. Keep it going, or stop it?")
        self._text.setText(asked)
        left = max(0, run.total - run.done - run.failed)
        if not run.total:
            said = self.tr("It is reading both stores and has sent nothing so far.")
        elif run.phase == "checking":
            said = self.tr(
                "{done} of {total} changes are sent, {checked} are checked. "
                "If you stop, the next sync checks the rest."
            ).format(
                done=values.number(run.done),
                total=values.number(run.total),
                checked=values.number(run.checked),
            )
        else:
            said = plural(
                "{done} of {total} changes are sent. "
                "If you stop, %n {waits|wait} for the next sync.",
                left,
            ).format(done=values.number(run.done), total=values.number(run.total))
        self._far.setText(said)
        self.setAccessibleDescription(f"{self._text.text()} {said}")

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(GAP_S)
        words.addWidget(self._text)
        words.addWidget(self._far)
        said = QHBoxLayout()
        said.setSpacing(GAP_M)
        said.addWidget(IconLabel("sync", "waiting", 22), 0, Qt.AlignmentFlag.AlignTop)
        said.addLayout(words, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(GAP_S)
        buttons.addWidget(self.stay)
        buttons.addStretch(1)
        buttons.addWidget(self.background)
        buttons.addWidget(self.stop)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, GAP_L)
        column.setSpacing(MARGIN)
        column.addLayout(said)
        column.addLayout(buttons)
        QWidget.setTabOrder(self.stop, self.background)
        QWidget.setTabOrder(self.background, self.stay)

    def _answer(self, answer: str) -> None:
        self.done(QDialog.DialogCode.Accepted)
        self._desk.answer_close(answer)

    def _on_rejected(self) -> None:
        """Esc and the dialog's own cross leave everything as it is."""
        self._desk.answer_close("stay")
