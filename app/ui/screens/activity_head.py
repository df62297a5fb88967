"""The upper part of the run panel: sentence, time left, pause and stop, bar, phases and counts."""

import time

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.controller.wishes import Wishes
from app.facts.state import AppState, RunFacts
from app.ui.screens.activity_phases import PhaseRow, phases_told
from app.ui.theme import GAP_L, GAP_M, GAP_S, font_metrics
from app.ui.widgets.button import Button
from app.ui.widgets.label import ElidedLabel, IconLabel, Label
from app.ui.widgets.progress_bar import ProgressBar
from app.ui.widgets.side_by_side import SideBySide
from app.ui.wording import plural, tr
from app.ui.wording_activity import counts_sentence, last_told, pace_sentence, run_sentence
from app.ui.wording_trouble import trouble_words

_NATIVE = QKeySequence.SequenceFormat.NativeText

_SAID = 1000
"""So wide are the longest usual words of the first row."""

_MANY = 88_888
"""Counts have room for so much from the start."""

PACE_REST = 2.0
"""Seconds that must lie between two different times left."""


class ActivityHead(QWidget):
    """Says how the run stands, or how the last one ended; pauses and stops it.

    `rested`: the button that had the keyboard can't be pressed any more.
    """

    rested = Signal()

    def __init__(self, desk: Wishes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._paced = 0.0
        self._pace_of = ""
        self.sentence = ElidedLabel("", "strong")
        self._failed_icon = IconLabel("fail", "danger", 15)
        self.failed = Label("", "strong", "danger")
        self.pace = ElidedLabel("", colour="text_muted")
        self.pause = Button("", icon="pause", small=True)
        self.pause.clicked.connect(self._on_pause)
        self.stop = Button(self.tr("Stop safely"), icon="stop", small=True)
        self.stop.clicked.connect(self._on_stop)
        self.bar = ProgressBar(self.tr("Changes sent"))
        self.phases = PhaseRow()
        self.counts = Label("", "caption", "text_muted")
        self._lay_out()
        self._measure()

    def refresh(self) -> None:
        """Follow the run."""
        state = self._desk.state
        run = state.run
        self.sentence.setText(_sentence(state))
        failed = run.failed if run.active else 0
        self.failed.setText(plural("%n failed", failed) if failed else "")
        self.failed.setVisible(bool(failed))
        self._failed_icon.setVisible(bool(failed))
        self._follow_pace(run)
        self._follow_buttons(run)
        self._follow_bar(run)
        whole = state.trouble is None and _came_through(state)
        self.phases.tell(phases_told(run, whole=whole) if run.started else [], still=run.paused)
        self.counts.setText(counts_sentence(run) if run.started else "")

    def _lay_out(self) -> None:
        kept = self._failed_icon.sizePolicy()
        kept.setRetainSizeWhenHidden(True)
        self._failed_icon.setSizePolicy(kept)
        said = _row(self.sentence, self._failed_icon, self.failed)
        acts = _row(
            self.pace,
            _row(self.pause, _keys("Ctrl+Shift+P")),
            _row(self.stop, _keys("Ctrl+.")),
            gap=GAP_M,
            at_end=True,
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP_S)
        column.addWidget(SideBySide(said, acts, least=_SAID))
        column.addWidget(self.bar)
        self._counted = SideBySide(self.phases, _row(self.counts, at_end=True))
        column.addWidget(self._counted)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Measure anew with another size of text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._measure()

    def _measure(self) -> None:
        """Keep room for the longest words, so that nothing moves as numbers grow."""
        read: dict[str, tuple[int, int]] = {"comparing": (_MANY, _MANY)}
        counted = dict.fromkeys(("updated", "created", "deleted"), _MANY)
        most = RunFacts(kind="sync", read=read, counts=counted, requests=(_MANY, _MANY))
        words = font_metrics("caption").horizontalAdvance(counts_sentence(most))
        phases = self.phases.width_of(phases_told(most, whole=True))
        self._counted.set_room(phases + GAP_L + words)
        self.stop.keep_width((self.tr("Stop safely"), self.tr("Stopping…")))
        self.pause.keep_width((self.tr("Pause"), self.tr("Go on")))

    def _follow_pace(self, run: RunFacts) -> None:
        """A time left that changes all the time says nothing."""
        text = pace_sentence(run, time.time()) if run.active else ""
        about = "" if not text else "waiting" if run.waiting else "left"
        now = time.monotonic()
        if text == self.pace.text() or (about == self._pace_of and now - self._paced < PACE_REST):
            return
        self._paced, self._pace_of = now, about
        self.pace.setText(text)

    def _follow_buttons(self, run: RunFacts) -> None:
        """*Stop safely* keeps the keyboard while it stops: a second press does nothing."""
        self.pause.setText(self.tr("Go on") if run.paused else self.tr("Pause"))
        self.pause.set_icon("play" if run.paused else "pause")
        self.stop.setText(self.tr("Stopping…") if run.stopping else self.tr("Stop safely"))
        self._allow(self.stop, allowed=run.active)
        self._allow(self.pause, allowed=run.active and not run.stopping)
        resting = self.tr("No sync is running.")
        self.stop.set_reason(resting)
        self.pause.set_reason(self.tr("It stops already.") if run.stopping else resting)

    def _allow(self, button: Button, *, allowed: bool) -> None:
        """A button that can't be pressed any more hands on the keyboard, not just anywhere."""
        if self.window().focusWidget() is button and not allowed:
            self.rested.emit()
        button.setEnabled(allowed)

    def _follow_bar(self, run: RunFacts) -> None:
        if run.active and not run.total:
            done, total = run.read.get(run.phase, (0, 0))
            self.bar.set_parts(done, 0, total)
        else:
            self.bar.set_parts(run.done, run.failed, run.total, run.checked)

    def _on_stop(self) -> None:
        if not self._desk.state.run.stopping:
            self._desk.stop()

    def _on_pause(self) -> None:
        if self._desk.state.run.paused:
            self._desk.go_on()
        else:
            self._desk.pause()


def _sentence(state: AppState) -> str:
    run = state.run
    if run.active:
        return run_sentence(run)
    if state.trouble is not None:
        return trouble_words(state.trouble, waiting=state.waiting).title
    if run.started and run.kind in ("look", "preview"):
        return tr("Both stores compared; nothing was sent")
    if state.last is not None:
        return last_told(state.last, time.time()).text
    return tr("No sync yet")


def _came_through(state: AppState) -> bool:
    """Whether the last run went through every phase there was for it."""
    if state.run.kind in ("look", "preview") or state.last is None:
        return True
    return state.last.exit in (0, 1)


def _row(*widgets: QWidget, gap: int = GAP_S, at_end: bool = False) -> QWidget:
    made = QWidget()
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(gap)
    if at_end:
        row.addStretch(1)
    for widget in widgets:
        row.addWidget(widget)
    if not at_end:
        row.addStretch(1)
    return made


def _keys(keys: str) -> Label:
    """The keys that do the same, as this system writes them."""
    return Label(QKeySequence(keys).toString(_NATIVE), "caption", "text_muted")
