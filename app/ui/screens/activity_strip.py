"""The activity strip: the app's one place for passing messages, always there (LOOK §7)."""

import time
from typing import cast

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.controller.wishes import Wishes
from app.domain.errors import Side
from app.facts.state import Answering, Changed, LastRun, Notice, Part, RunFacts, Trouble
from app.ui.plain_tips import plain_tip
from app.ui.screens.strip_sentence import StripSentence
from app.ui.theme import GAP_L, GAP_M, GAP_S, current, font_metrics, scaled
from app.ui.widgets.button import Button
from app.ui.widgets.label import ElidedLabel, IconLabel, Label
from app.ui.widgets.link_label import LinkLabel
from app.ui.wording_activity import (
    Told,
    answering_word,
    last_told,
    notice_told,
    schedule_word,
    short_run_sentence,
    when,
)
from app.ui.wording_activity import patience as patience_sentence
from app.ui.wording_trouble import Deed, TroubleWords, trouble_words

NOTICE_TIME = 8000
"""Milliseconds that a passing message stays, and longer while its link is about to be used."""

EXIT_ASKS = 3
"""How a run ends that sent nothing because it wants a yes."""

_HEIGHT = 36
_TOLD = 240
"""So much room at least the sentence has before the schedule has any."""

_WATCHED: frozenset[Part] = frozenset(
    {
        *("run", "notice", "trouble", "store", "preview", "undoing", "question"),
        *("rows", "reset", "settings"),
    }
)
_ANSWERING_COLOURS: dict[Answering, str] = {
    "unknown": "text_muted",
    "answers": "text",
    "silent": "attention",
    "refused": "danger",
}


class ActivityStrip(QWidget):
    """What happens now or happened last; whether both stores answer; the way to the panel.

    `toggled` is for the window, which opens the panel and says so with `set_open`;
    `screen_wanted` names the screen where a trouble is mended.
    """

    toggled = Signal()
    screen_wanted = Signal(str)

    def __init__(self, desk: Wishes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._notice: Notice | None = None
        self._ran = False
        self._deed: Deed = ""
        self.sentence = StripSentence(self)
        self.link = LinkLabel("", self)
        self.link.clicked.connect(self._on_link)
        self.pos_state = StoreState("pos", self)
        self.online_state = StoreState("ecom", self)
        self.schedule = Label("", colour="text_muted", parent=self)
        self.activity = Button(
            self.tr("Activity"), kind="flat", icon="chev-up", small=True, parent=self
        )
        self.activity.setCheckable(True)
        self.activity.clicked.connect(self._on_activity)
        self._patience = QTimer(self, singleShot=True, interval=NOTICE_TIME)
        self._patience.timeout.connect(self._on_time)
        self._lay_out()
        self.set_open(opened=False)
        self.refresh(Changed(_WATCHED))

    def set_open(self, opened: bool) -> None:
        """The panel is open, or closed."""
        self.activity.setChecked(opened)
        self.activity.set_icon("chev-down" if opened else "chev-up")
        name = self.tr("Close the activity panel") if opened else self.tr("Open the activity panel")
        self.activity.setAccessibleName(name)
        self.activity.setToolTip(plain_tip(self.tr("{what} (Ctrl+J)").format(what=name)))

    def refresh(self, changed: Changed) -> None:
        """Tell what there is to tell."""
        if not changed.parts & _WATCHED:
            return
        state = self._desk.state
        self._give_way(state.run, state.notice)
        self._follow_notice(state.notice)
        self._tell()
        self.pos_state.set_answering(state.pos)
        self.online_state.set_answering(state.online)
        self.schedule.setText(schedule_word(state, time.time()))
        self._fit()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Grow with the text."""
        super().changeEvent(event)
        self.setMinimumHeight(max(_HEIGHT, font_metrics("body").height() + 18))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """See what there is room for."""
        super().resizeEvent(event)
        self._fit()

    def event(self, event: QEvent) -> bool:
        """Words have become longer or larger."""
        handled = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return handled

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """The ground of bars."""
        QPainter(self).fillRect(self.rect(), current().window)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(GAP_M, 0, GAP_S, 0)
        row.setSpacing(0)
        row.addWidget(self.sentence)
        row.addSpacing(GAP_M)
        row.addWidget(self.link)
        row.addSpacing(GAP_L)
        row.addStretch(1)
        for widget in (self.pos_state, self.online_state, self.schedule):
            row.addWidget(widget)
            row.addSpacing(GAP_L)
        row.addWidget(self.activity)
        self.setMinimumHeight(max(_HEIGHT, font_metrics("body").height() + 18))
        self.setAccessibleName(self.tr("Activity"))

    def _fit(self) -> None:
        """Where words are long the schedule goes first, then the stores' words are shortened."""
        ends = GAP_M + GAP_M + GAP_S + 4 * GAP_L
        parts = (self.pos_state, self.online_state, self.activity)
        needed = ends + sum(part.sizeHint().width() for part in parts)
        needed += 0 if self.link.isHidden() else self.link.sizeHint().width()
        told = max(scaled(_TOLD), self.sentence.sizeHint().width())
        said = needed + told + self.schedule.sizeHint().width() <= self.width()
        self.schedule.setVisible(bool(self.schedule.text()) and said)
        short = needed + self.sentence.minimumSizeHint().width() > self.width()
        for state in (self.pos_state, self.online_state):
            state.set_short(short)

    # What is told

    def _tell(self) -> None:
        state = self._desk.state
        run = state.run
        if state.notice is not None:
            undo = self.tr("Undo") if state.notice.undo else ""
            self._say(notice_told(state.notice), f"notice {state.notice.serial}", undo, loud=True)
        elif run.active:
            self._tell_run()
        elif state.trouble is not None:
            self._tell_trouble(state.trouble)
        elif state.last is not None:
            self._tell_last(state.last)
        elif state.read_at:
            read = self.tr("Both stores as of {moment}; nothing was sent yet")
            told = read.format(moment=when(state.read_at, time.time()))
            self._say(Told("check-circle", "neutral", told), "read")
        else:
            self._say(Told("clock", "neutral", self.tr("No sync yet")), "nothing")

    def _tell_run(self) -> None:
        run, now = self._desk.state.run, time.time()
        if run.paused and not run.stopping:
            self._say(Told("pause", "neutral", short_run_sentence(run)), "paused")
        elif run.waiting is not None and run.waiting[1] > now and not run.stopping:
            side, until = run.waiting
            self._say(Told("clock", "neutral", patience_sentence(side, until - now)), "patience")
        else:
            self._say(Told("sync", "waiting", short_run_sentence(run)), "run", turning=True)

    def _tell_last(self, last: LastRun) -> None:
        """What waits for an answer leads to where it is given."""
        asks = last.exit == EXIT_ASKS and last.mode == "sync" and self._desk.state.preview is None
        link, deed = (self.tr("Look at it"), "preview") if asks else ("", "")
        self._say(last_told(last, time.time()), f"last {last.at}", link, cast("Deed", deed))

    def _tell_trouble(self, trouble: Trouble) -> None:
        state, now = self._desk.state, time.time()
        words = trouble_words(trouble, waiting=state.waiting)
        text = words.title
        if trouble.kind in ("offline", "busy") and state.read_at:
            aged = self.tr("{trouble}. You see both stores as of {moment}.")
            text = aged.format(trouble=text, moment=when(state.read_at, now))
        told = Told(words.icon, words.tone, text)
        self._say(told, f"trouble {trouble.kind}", *_answer(words), loud=True)

    def _say(
        self,
        told: Told,
        about: str,
        link: str = "",
        deed: Deed = "",
        *,
        turning: bool = False,
        loud: bool = False,
    ) -> None:
        self.sentence.tell(told, about, turning=turning, loud=loud)
        self._deed = deed
        if self.link.text() != link:
            self.link.setText(link)
            self.link.setAccessibleName(f"{link}: {told.text}" if link else "")
        self.link.setVisible(bool(link))

    # Passing messages

    def _give_way(self, run: RunFacts, notice: Notice | None) -> None:
        """What the manager starts is told at once, whatever was told before it."""
        begun = run.active and not self._ran
        self._ran = run.active
        by_hand = run.kind != "look" and not run.by_schedule
        if begun and by_hand and notice is not None and notice == self._notice:
            self._desk.dismiss_notice()

    def _follow_notice(self, notice: Notice | None) -> None:
        if notice == self._notice:
            return
        self._notice = notice
        if notice is None:
            self._patience.stop()
        else:
            self._patience.start()

    def _on_time(self) -> None:
        """Nobody loses the link that is being reached for."""
        if self.link.isVisible() and (self.link.underMouse() or self.link.hasFocus()):
            self._patience.start()
            return
        self._desk.dismiss_notice()

    def _on_link(self) -> None:
        desk = self._desk
        if desk.state.notice is not None:
            desk.undo()
            desk.dismiss_notice()
        elif self._deed == "again":
            desk.try_again()
        elif self._deed == "connect":
            desk.open_wizard()
        elif self._deed == "preview":
            desk.show_preview()
        else:
            self.screen_wanted.emit(self._deed)

    def _on_activity(self) -> None:
        """The window decides; until it says so nothing looks different."""
        self.activity.setChecked(not self.activity.isChecked())
        self.toggled.emit()


class StoreState(QWidget):
    """A store's icon in the colour of its side, and whether it answers."""

    def __init__(self, side: Side, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._side: Side = side
        icon, colour = ("till", "pos_side") if side == "pos" else ("bag", "ecom_side")
        self._icon = IconLabel(icon, colour)
        self._words = ElidedLabel()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP_S)
        row.addWidget(self._icon)
        row.addWidget(self._words)

    def text(self) -> str:
        """What is said."""
        return self._words.text()

    def set_short(self, short: bool) -> None:
        """Give way to the sentence, or keep the room of the whole word."""
        self._words.set_whole(not short)

    def set_answering(self, answering: Answering) -> None:
        """Say whether it answers."""
        self._words.setText(answering_word(self._side, answering))
        self._words.set_colour(_ANSWERING_COLOURS[answering])


def _answer(words: TroubleWords) -> tuple[str, Deed]:
    """The first answer that a trouble offers."""
    if words.primary:
        return words.primary, words.primary_does
    return words.secondary, words.secondary_does
