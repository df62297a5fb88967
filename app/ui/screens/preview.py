"""The preview: what the next sync would change, line by line; nothing is sent until applied."""

from decimal import Decimal

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from app.controller.wishes import Wishes
from app.domain.guard import ReasonKind
from app.facts.preview import PreviewFacts
from app.facts.state import AppState, Changed, StoreFacts
from app.ui.pictures import Pictures
from app.ui.screens.preview_export import export_text
from app.ui.screens.preview_footer import PreviewFooter
from app.ui.screens.preview_list import PreviewList
from app.ui.screens.preview_model import EVERYTHING, PreviewModel
from app.ui.screens.preview_notices import PreviewNotices
from app.ui.screens.preview_sections import PreviewSections
from app.ui.theme import GAP_L, GAP_M, GAP_S, current
from app.ui.values import clock
from app.ui.widgets.button import Button
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.label import Label
from app.ui.wording_preview import compared_at

_PARTS = frozenset({"preview", "store", "settings", "run"})
_SIDE, _WIDE_SIDE, _WIDE = 212, 240, 1600
_MOST_SIDE = 300
_LEAST_LIST = 120
_OTHER = Qt.FocusReason.OtherFocusReason


class PreviewScreen(QWidget):
    """The plan in the catalogue's place. `export_wanted` asks for a file to write it to."""

    export_wanted = Signal()

    def __init__(self, desk: Wishes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._facts: PreviewFacts | None = None
        self._missing = False
        self._shown: tuple[PreviewFacts | None, StoreFacts, Decimal] | None = None
        self.pictures = Pictures(desk.picture, self)
        self._lines = PreviewModel(desk.tick_lines)
        self.sections = PreviewSections()
        self.notices = PreviewNotices()
        self.list = PreviewList(self._lines, self.pictures)
        self.footer = PreviewFooter()
        self._make_rest()
        self._lay_out()
        self._join()

    def _make_rest(self) -> None:
        self._title = Label(self.tr("Preview"), "title1")
        self._compared = Label("", colour="text_muted", wrap=True)
        self.back = Button(self.tr("Back to the catalogue"))
        self._empty = EmptyState("check-circle", "success", "", "", [self.back])
        self._nothing = QWidget()
        self._centre = QStackedWidget()
        for page in (self.list, self._empty, self._nothing):
            self._centre.addWidget(page)
        # The list can be lower than the words that stand there when it is empty.
        self._centre.setMinimumHeight(_LEAST_LIST)

    def _lay_out(self) -> None:
        heading = QHBoxLayout()
        heading.setContentsMargins(GAP_L, GAP_M, GAP_L, GAP_S)
        heading.setSpacing(GAP_M)
        heading.addWidget(self._title, 0, Qt.AlignmentFlag.AlignBottom)
        heading.addWidget(self._compared, 1, Qt.AlignmentFlag.AlignBottom)
        self._page = _Page()
        column = QVBoxLayout(self._page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(heading)
        column.addWidget(self.notices)
        column.addWidget(self._centre, 1)
        column.addWidget(self.footer)
        self.split = QSplitter(Qt.Orientation.Horizontal)
        self.split.setChildrenCollapsible(False)
        self.split.addWidget(self.sections)
        self.split.addWidget(self._page)
        self.split.setStretchFactor(0, 0)
        self.split.setStretchFactor(1, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.split)

    def _join(self) -> None:
        desk, notices, footer = self._desk, self.notices, self.footer
        self.sections.chosen.connect(self.list.show_only)
        self.list.copied.connect(lambda count: desk.tell("copied", count))
        notices.answered.connect(self._on_answer)
        notices.looked_at.connect(self._on_look)
        notices.settled.connect(self.focus_first)
        notices.read_again.clicked.connect(lambda _: desk.show_preview())
        notices.show_missing.clicked.connect(lambda _: self._on_missing())
        notices.switch.clicked.connect(lambda _: desk.set_setting("store.mode", "sync"))
        notices.first.kept.connect(desk.keep_online)
        footer.export.clicked.connect(lambda _: self.export_wanted.emit())
        footer.cancel.clicked.connect(lambda _: desk.cancel_preview())
        footer.apply.clicked.connect(lambda _: desk.apply_preview())
        self.back.clicked.connect(lambda _: desk.cancel_preview())

    # Facts

    def refresh(self, changed: Changed) -> None:
        """Paint what changed; focus, choice and scroll position stay."""
        if "pictures" in changed.parts:
            self.pictures.changed(changed.ids)
        if "store" in changed.parts:
            self.pictures.forget()
        if changed.parts & _PARTS:
            self._show(self._desk.state)

    def _show(self, state: AppState) -> None:
        facts, known = state.preview, self._facts
        opened, self._facts = known is None, facts
        if facts is None:
            self._missing = False
        if _listed(facts) != _listed(known):
            self.sections.show_facts(facts)
        shown = facts, state.store, _limit(state)
        if facts is not known or shown != self._shown:
            self._shown = shown
            self.list.show_facts(facts, state.store)
            self.notices.show_facts(*shown)
        self._show_centre(facts, state)
        if facts is None:
            return
        self._compared.setText(compared_at(facts))
        self.footer.show_facts(facts, running=state.run.active)
        if opened:
            self.sections.choose(EVERYTHING)
        if opened or self._nothing.hasFocus():
            self.focus_first()

    def _show_centre(self, facts: PreviewFacts | None, state: AppState) -> None:
        broken = facts is not None and bool(facts.broken)
        empty = facts is not None and not facts.groups and not broken
        if empty:
            self._empty.set_words(self.tr("Both sides agree"), self._empty_words(state))
        page: QWidget = self._empty if empty else self.list
        if broken and not self._missing:
            page = self._nothing
        self._centre.setCurrentWidget(page)
        self.sections.setEnabled(page is self.list)
        self.footer.setVisible(not empty)

    def _empty_words(self, state: AppState) -> str:
        """Sentence 37 of the words that were settled."""
        if state.next_look is None:
            return self.tr("There is nothing to send.")
        words = self.tr("There is nothing to send. The next look is at {time}.")
        return words.format(time=clock(state.next_look))

    def export_text(self) -> str:
        """Every line as a table for spreadsheets, safe to open."""
        if self._facts is None:
            return ""
        return export_text(self._facts, self._desk.state.store)

    # Focus

    def focus_first(self) -> None:
        """Rest on the answer that harms nothing, else on the first line."""
        facts = self._facts
        if facts is None:
            return
        questions = self.notices.questions()
        if facts.broken:
            self.notices.read_again.setFocus(_OTHER)
        elif questions:
            questions[0].leave_out.setFocus(_OTHER)
        elif not facts.groups:
            self.back.setFocus(_OTHER)
        else:
            if self.list.currentIndex().row() < 0:
                self.list.focus_line()
            self.list.setFocus(_OTHER)

    def focus_apply(self) -> None:
        """Go to *Apply* without pressing it; where it can't be pressed, to what may change that."""
        if self.footer.apply.isVisible() and self.footer.apply.isEnabled():
            self.footer.apply.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self.focus_first()

    # Acts

    def _on_answer(self, kind: ReasonKind, included: bool) -> None:
        self._desk.answer_guard(kind, included)

    def _on_look(self, kind: str) -> None:
        """Show all of what is held back for one reason, unfolded."""
        for group in self._facts.groups if self._facts is not None else ():
            if group.kind == f"held {kind}":
                self.list.fold(group.kind, False)
        self.sections.choose(f"group:held {kind}")
        self.list.focus_line()
        self.list.setFocus(_OTHER)

    def _on_missing(self) -> None:
        self._missing = True
        self._show(self._desk.state)
        self.list.focus_line()
        self.list.setFocus(_OTHER)

    # Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Esc leaves; nothing was sent."""
        if event.key() == Qt.Key.Key_Escape and self._facts is not None:
            self._desk.cancel_preview()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """The notices may take a part of the height; the side list keeps to its width."""
        super().resizeEvent(event)
        self.notices.set_room(self.height())
        least = self.sections.minimumWidth()
        self.sections.setMaximumWidth(max(_MOST_SIDE, least))
        if event.oldSize().width() != event.size().width():
            side = max(least, _WIDE_SIDE if self.width() >= _WIDE else _SIDE)
            self.split.setSizes([side, self.width() - side])


class _Page(QWidget):
    """The ground of the lines."""

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paper."""
        QPainter(self).fillRect(self.rect(), current().surface)


def _listed(facts: PreviewFacts | None) -> tuple[int, bool]:
    """What the side list tells; the same groups are the same object."""
    return (0, False) if facts is None else (id(facts.groups), facts.check_only)


def _limit(state: AppState) -> Decimal:
    """From what share on a price move stands out."""
    value = state.settings.get("guard.price", Decimal("0.5"))
    return value if isinstance(value, Decimal) else Decimal(str(value))
