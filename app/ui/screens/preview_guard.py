"""The guard's question: how many, which, and three answers of which the safe one is easiest."""

from decimal import Decimal

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.facts.preview import GuardReason, PreviewFacts
from app.facts.state import StoreFacts
from app.ui.painting import paint_box
from app.ui.theme import GAP_L, GAP_M, RADIUS_L, current
from app.ui.widgets.banner import Banner
from app.ui.widgets.button import Button
from app.ui.widgets.label import IconLabel, Label
from app.ui.widgets.link_label import LinkLabel
from app.ui.wording_guard import (
    answered_words,
    guard_text,
    guard_title,
    include_words,
    leave_out_words,
    show_words,
)


class GuardBanner(QWidget):
    """One objection. Answered, it is one line with *Change*.

    `answered` tells whether they are included, `looked_at` that all of them are to be shown,
    `closed` that the question is a line now.
    """

    answered = Signal(bool)
    looked_at = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reason: GuardReason | None = None
        self._answer: bool | None = None
        self._reopened = False
        self.question = Banner("attention", "")
        self.leave_out = Button("")
        self.look = Button("")
        self.include = LinkLabel("")
        self.line = _AnsweredLine()
        self._lay_out()
        self._join()

    def show_facts(
        self, reason: GuardReason, facts: PreviewFacts, store: StoreFacts, limit: Decimal
    ) -> None:
        """Ask about this objection, or tell what was answered."""
        kind = f"held {reason.kind}"
        lines = [line for group in facts.groups if group.kind == kind for line in group.lines]
        answers = dict(facts.answered)
        before, self._answer = self._answer, answers.get(reason.kind)
        if self._answer != before:
            self._reopened = False
        self._reason = reason
        self.question.set_title(guard_title(reason, limit))
        self.question.set_text(guard_text(reason, lines, store))
        self.leave_out.setText(leave_out_words(reason.count))
        self.look.setText(show_words(reason.count))
        self.look.setVisible(bool(lines))
        self.include.setText(include_words(reason.kind))
        self._arrange()

    def asks(self) -> bool:
        """Whether the question stands open."""
        return self._answer is None or self._reopened

    def _lay_out(self) -> None:
        self.leave_out.setDefault(True)
        for button in (self.leave_out, self.look):
            self.question.add_button(button)
        self.question.add_button(self.include)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.question)
        column.addWidget(self.line)

    def _join(self) -> None:
        self.leave_out.clicked.connect(lambda _: self._on_answer(False))
        self.include.clicked.connect(lambda _: self._on_answer(True))
        self.look.clicked.connect(lambda _: self.looked_at.emit())
        self.line.change.clicked.connect(lambda _: self._on_change())

    def _on_answer(self, included: bool) -> None:
        again = self._answer == included
        self._reopened = False
        self.answered.emit(included)
        if again:
            self._arrange()

    def _on_change(self) -> None:
        self._reopened = True
        self._arrange()
        self.leave_out.setFocus(Qt.FocusReason.OtherFocusReason)

    def _arrange(self) -> None:
        asks, reason = self.asks(), self._reason
        had_focus = any(one.hasFocus() for one in (self.leave_out, self.look, self.include))
        closes = self.question.isVisible() and not asks
        if reason is not None and not asks:
            words = answered_words(reason.kind, reason.count, included=bool(self._answer))
            self.line.say(words, included=bool(self._answer))
        self.line.setVisible(not asks)
        self.question.setVisible(asks)
        if closes and had_focus:
            self.closed.emit()


class _AnsweredLine(QWidget):
    """What was answered, and the way back."""

    def __init__(self) -> None:
        super().__init__()
        self._icon = IconLabel("check-circle", "success")
        self._words = Label("", wrap=True)
        self.change = LinkLabel(self.tr("Change"))
        row = QHBoxLayout(self)
        row.setContentsMargins(GAP_L, GAP_M - 4, GAP_L, GAP_M - 4)
        row.setSpacing(GAP_M)
        row.addWidget(self._icon)
        row.addWidget(self._words, 1)
        row.addWidget(self.change)

    def say(self, words: str, *, included: bool) -> None:
        """Say it; what is sent is marked as such."""
        self._icon.set_icon("warn" if included else "lock", "attention")
        self._words.setText(words)
        self.change.setAccessibleName(self.tr("Change: {answer}").format(answer=words))

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """The ground of the question, without its weight."""
        theme, painter = current(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_box(painter, self.rect().toRectF(), theme.attention_soft, None, RADIUS_L)
