"""The step that connects one of the two stores: which one, its token, and a test of both."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.errors import Side
from app.facts.state import Trouble, WizardFacts
from app.ui import wording_wizard as words
from app.ui.screens.wizard_page import Form
from app.ui.screens.wizard_result import Result, bring_into_view
from app.ui.theme import GAP_M, GAP_S, GAP_XS, font_metrics
from app.ui.widgets.button import Button
from app.ui.widgets.field import Field
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.ground import Ground
from app.ui.widgets.label import Label
from app.ui.widgets.link_label import LinkLabel
from app.ui.wording_found import again_words

_NAME_LETTERS = 34
"""The field of an address or a number is this many letters wide."""

_AWAY = frozenset({Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason})
"""Who goes to the browser for a token has not left the field."""


@dataclass(frozen=True, slots=True)
class Typed:
    """What was typed into a step; the token is on nobody's screen or log."""

    name: str
    token: str


class StoreForm(Form):
    """Two fields and a test. What is typed lives here alone.

    `edited` tells that what was tested is no longer what stands in the fields; `tested` asks for
    a test, `stopped` to end one, `again` to try once more to keep the tokens.
    """

    edited = Signal()
    tested = Signal()
    again = Signal()
    stopped = Signal()

    def __init__(self, side: Side) -> None:
        self._words = words.store_words(side)
        super().__init__(self._words.icon, self._words.colour, self._words.title, self._words.about)
        self._side: Side = side
        self._entry: words.Entry = "address" if side == "pos" else "number"
        self._own = False
        self.name = Field(self._words.name_label, hint=self._words.name_hint)
        self.token = Field(self._words.token_label, hint=self._words.token_hint, secret=True)
        self.test = Button(self.tr("Test connection"))
        self._suffix = Label(words.POS_DOMAIN if side == "pos" else "", colour="text_muted")
        self._where = LinkLabel(self.tr("Show me where"))
        self._steps = _Steps(self._words.steps)
        self._result = Result(side)
        self._fill()
        self._connect()
        self._measure()

    def typed(self) -> Typed:
        """What stands in the fields."""
        return Typed(self.name.text(), self.token.text())

    def prefill(self, saved: str) -> None:
        """Fill in what is saved already, unless something was typed."""
        if saved and not self._own and not self.name.text():
            self._show_name(saved)

    def recall(self, typed: str) -> None:
        """Go on with what was typed another time."""
        if typed:
            self._own = True
            self._show_name(typed)

    def forget_token(self) -> None:
        """Empty the secret field."""
        self.token.line.clear()
        self.token.set_problem("")

    def forget(self) -> None:
        """Empty both fields."""
        self.forget_token()
        self._own = False
        self.name.set_text("")
        self.name.set_problem("")

    def check(self) -> bool:
        """Whether both fields can be right; else says what is wrong and goes there."""
        self._check_name()
        self._check_token()
        wrong = [field for field in (self.name, self.token) if field.problem()]
        if wrong:
            wrong[0].line.setFocus(Qt.FocusReason.OtherFocusReason)
        return not wrong

    def first_gap(self) -> QWidget | None:
        """The first field that waits to be filled in."""
        return next((each.line for each in (self.name, self.token) if not each.text()), None)

    def show_facts(self, facts: WizardFacts, again: Trouble | None) -> bool:
        """Show what is known of this store; tells whether a test told anything new.

        `again` is why it is to be connected once more, None for the first time.
        """
        result = facts.pos if self._side == "pos" else facts.online
        if again is None:
            self.set_heading(self._words.title, self._words.about)
        else:
            self.set_heading(self._words.title_again, again_words(again, self._side))
        self.prefill(facts.pos_address if self._side == "pos" else facts.store_id)
        self.test.setText(self.tr("Testing…") if result.testing else self.tr("Test connection"))
        last = self._side == "ecom"
        news = self._result.show_result(
            result, last and facts.saving, facts.trouble if last else None
        )
        if news and self.isVisible():
            QTimer.singleShot(0, self._result, self._show_news)
        return news

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Say what is wrong with a field when it is left."""
        if isinstance(event, QFocusEvent) and event.lostFocus() and event.reason() not in _AWAY:
            self._on_left(watched)
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Follow the size of text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._measure()

    def _fill(self) -> None:
        self.name.row.addWidget(self._suffix)
        self.name.row.addStretch()
        self.token.row.addWidget(self.test)
        below = FlowLayout(line_gap=0)
        kept = self.tr("It is kept in this computer’s keyring, never in a file.")
        below.addWidget(Label(kept, "caption", "text_muted"))
        below.addWidget(self._where)
        secret = QVBoxLayout()
        secret.setSpacing(GAP_XS)
        secret.addWidget(self.token)
        secret.addLayout(below)
        secret.addWidget(self._steps)
        self._steps.hide()
        self.column.addWidget(self.name)
        self.column.addLayout(secret)
        self.column.addWidget(self._result)
        self.column.addStretch(1)

    def _connect(self) -> None:
        for field in (self.name, self.token):
            field.line.installEventFilter(self)
            field.line.textEdited.connect(self._on_edited)
        self.test.clicked.connect(self._on_test)
        self._where.clicked.connect(self._on_where)
        self._result.again.connect(self.again)
        self._result.stopped.connect(self.stopped)

    def _measure(self) -> None:
        """Keep the width of the button whatever it says, and the name's field short."""
        letters = font_metrics("body").averageCharWidth() * _NAME_LETTERS
        self.name.line.setMaximumWidth(letters)
        shown = self.test.text()
        widest = 0
        for text in (self.tr("Testing…"), self.tr("Test connection")):
            self.test.setText(text)
            widest = max(widest, self.test.sizeHint().width())
        self.test.setText(shown)
        self.test.setMinimumWidth(widest)

    def _on_left(self, field: QObject) -> None:
        if not self.isVisible():
            return
        if field is self.name.line:
            self._check_name()
        elif field is self.token.line:
            self._check_token()

    def _on_edited(self) -> None:
        self._own = True
        for field in (self.name, self.token):
            if field.line.hasFocus():
                field.set_problem("")
        self._show_suffix()
        self.edited.emit()

    def _on_test(self) -> None:
        if self.check():
            self.tested.emit()

    def _on_where(self) -> None:
        shown = not self._steps.isVisible()
        self._steps.setVisible(shown)
        self._where.setText(self.tr("Hide this") if shown else self.tr("Show me where"))

    def _show_news(self) -> None:
        bring_into_view(self._result)

    def _check_name(self) -> None:
        if self._side == "pos":
            self._show_name(self.name.text())
        self.name.set_problem(words.entry_problem(self._side, self._entry, self.name.text()))

    def _check_token(self) -> None:
        self.token.set_problem(words.entry_problem(self._side, "token", self.token.text()))

    def _show_name(self, text: str) -> None:
        short = words.short_address(text) if self._side == "pos" else text
        if self.name.line.text() != short:
            self.name.set_text(short)
        self._show_suffix()

    def _show_suffix(self) -> None:
        """The ending stands there only while it is the name alone that was typed."""
        text = self.name.text()
        self._suffix.setVisible(bool(self._suffix.text()) and "." not in text and ":" not in text)


class _Steps(Ground):
    """Where a token comes from, in three steps."""

    def __init__(self, steps: tuple[str, ...]) -> None:
        super().__init__("window")
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP_M, GAP_M, GAP_M, GAP_M)
        column.setSpacing(GAP_S)
        for number, text in enumerate(steps, start=1):
            row = QHBoxLayout()
            row.setSpacing(GAP_S)
            row.addWidget(Label(f"{number}", "strong"), 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(Label(text, wrap=True), 1)
            column.addLayout(row)
