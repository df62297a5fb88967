"""What stands in the table's place when it has nothing to show (LOOK §7)."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import cast

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.controller.wishes import Wishes
from app.facts.catalogue import Filter
from app.facts.rows import GOES, NEEDS_YOU
from app.facts.state import RunFacts
from app.ui.theme import GAP_L, GAP_S, current
from app.ui.values import clock, number, time_left
from app.ui.widgets.button import Button, ButtonKind
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.label import Label
from app.ui.widgets.line import HLine
from app.ui.widgets.progress_bar import ProgressBar
from app.ui.widgets.skeleton import Skeleton
from app.ui.wording import plural
from app.ui.wording_catalogue import filter_words
from app.ui.wording_trouble import Deed, trouble_words

_SKELETON_ROWS = 40


@dataclass(frozen=True, slots=True)
class _Answer:
    """A button; `deed` names what it does."""

    text: str
    deed: str
    kind: ButtonKind = "plain"
    icon: str = ""


@dataclass(frozen=True, slots=True)
class _Said:
    """A state as it is told."""

    icon: str
    tone: str
    title: str
    text: str
    answers: tuple[_Answer, ...] = ()

    def like(self, other: "_Said | None") -> bool:
        """Whether only the words are others."""
        return other is not None and (self.icon, self.tone, self.answers) == (
            other.icon,
            other.tone,
            other.answers,
        )


class CatalogueStates(QStackedWidget):
    """The first read, troubles before anything is known, and filters that nothing passes."""

    all_wanted = Signal()
    """Show all products, whatever is typed."""
    search_all_wanted = Signal()
    clear_wanted = Signal()
    place_wanted = Signal(str)
    """Where a trouble is ended: "outlets" or "settings"."""

    def __init__(self, desk: Wishes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._said: _Said | None = None
        self.reading = FirstRead(self)
        self.addWidget(self.reading)
        self._deeds: dict[str, Callable[[], None]] = {
            "again": desk.try_again,
            "connect": desk.open_wizard,
            "outlets": lambda: self.place_wanted.emit("outlets"),
            "settings": lambda: self.place_wanted.emit("settings"),
            "look": desk.look,
            "all": self.all_wanted.emit,
            "search all": self.search_all_wanted.emit,
            "clear": self.clear_wanted.emit,
        }

    def show_unknown(self) -> None:
        """Nothing is known of the catalogue: it is read, or something is in the way."""
        state = self._desk.state
        if state.trouble is not None and not state.run.active:
            self._tell(self._trouble())
        elif self._desk.catalogue.loaded:
            self._tell(self._no_products())
        else:
            self.reading.follow(state.run)
            focused = cast("QWidget | None", self.focusWidget())
            self.setCurrentWidget(self.reading)
            if focused is not None and not focused.isVisible():
                self.focusNextChild()  # There is nothing to press while it reads.

    def show_no_hit(self, wanted: Filter) -> None:
        """Products are known, and none passes the filter."""
        self._tell(self._no_hit(wanted) if wanted.text.strip() else self._nothing_in(wanted))

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """The ground of tables."""
        QPainter(self).fillRect(self.rect(), current().surface)

    def focus_first(self) -> None:
        """Go to the first answer."""
        current = self.currentWidget()
        buttons = current.findChildren(Button) if current is not None else []
        if buttons:
            buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _tell(self, said: _Said) -> None:
        if said == self._said and self.currentWidget() is not self.reading:
            return
        before = self.currentWidget()
        if isinstance(before, EmptyState) and said.like(self._said):
            # Each letter typed says something else; a page of its own each would be felt.
            before.set_words(said.title, said.text)
            self._said = said
            return
        buttons = [self._button(answer) for answer in said.answers]
        page = EmptyState(said.icon, said.tone, said.title, said.text, buttons, self)
        self.addWidget(page)
        self.setCurrentWidget(page)
        self._said = said
        if before is not self.reading and before is not None:
            self.removeWidget(before)
            before.setParent(None)  # Else the keyboard would come back to what is gone.
            before.deleteLater()

    def _button(self, answer: _Answer) -> Button:
        button = Button(answer.text, kind=answer.kind, icon=answer.icon)
        button.clicked.connect(lambda _=False: self._deeds[answer.deed]())
        return button

    # Words

    def _trouble(self) -> _Said:
        state = self._desk.state
        if state.trouble is None:
            raise ValueError("there is no trouble to tell")
        words = trouble_words(state.trouble, waiting=state.waiting)
        answers: list[_Answer] = []
        offered: tuple[tuple[str, Deed, ButtonKind], ...] = (
            (words.primary, words.primary_does, "primary"),
            (words.secondary, words.secondary_does, "plain"),
        )
        for text, deed, kind in offered:
            if text and deed:
                icon = "retry" if deed == "again" and kind == "plain" else ""
                answers.append(_Answer(text, deed, kind, icon))
        return _Said(words.icon, words.tone, words.title, words.text, tuple(answers))

    def _no_products(self) -> _Said:
        return _Said(
            "bag",
            "neutral",
            self.tr("There are no products yet"),
            self.tr("Neither the POS nor the online store holds any. Add one in the POS first."),
            (_Answer(self.tr("Look again"), "look", "plain", "retry"),),
        )

    def _no_hit(self, wanted: Filter) -> _Said:
        title = self.tr("Nothing matches “{text}”").format(text=wanted.text.strip())
        clear = _Answer(self.tr("Clear search"), "clear")
        if not limited(wanted):
            text = self.tr("It stands in no name, SKU, barcode or brand.")
            return _Said("search", "neutral", title, text, (clear,))
        where = filter_words(wanted) or self.tr("some products")
        hits = self._desk.catalogue.hits(Filter(text=wanted.text))
        if not hits:
            text = self.tr("Nothing in all products matches it either.")
            return _Said("search", "neutral", title, text, (clear,))
        words = plural(
            "You are looking in {filter} only. In all products there {is|are} %n that "
            "{matches|match}.",
            hits,
        )
        search = _Answer(self.tr("Search all products"), "search all", "primary")
        return _Said("search", "neutral", title, words.format(filter=where), (search, clear))

    def _nothing_in(self, wanted: Filter) -> _Said:
        counts = self._desk.catalogue.counts
        everything = (_Answer(self.tr("Show all products"), "all"),)
        if not any(counts[status] for status in (*NEEDS_YOU, *GOES, "syncing")):
            return _Said(
                "check-circle", "success", self.tr("Both sides agree"), self._agreed(), everything
            )
        title = self.tr("Nothing in {filter}").format(filter=filter_words(wanted))
        text = plural("%n {change waits|changes wait} for the next sync.", self._desk.state.waiting)
        return _Said("check-circle", "neutral", title, text, everything)

    def _agreed(self) -> str:
        state = self._desk.state
        said = [
            plural(
                "%n product(s) online {is|are} just as the POS says.",
                self._desk.catalogue.counts["in sync"],
            )
        ]
        if state.read_at:
            said.append(self.tr("Last read at {time}.").format(time=clock(state.read_at)))
        if state.next_look:
            said.append(self.tr("The next look is at {time}.").format(time=clock(state.next_look)))
        return " ".join(said)


class FirstRead(QWidget):
    """How far the first read is, over where the rows will stand."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = Label("", "strong")
        self._left = Label("", colour="text_muted")
        self.bar = ProgressBar(self.tr("First read"))
        self._note = Label(
            self.tr("Products appear once both sides are read. Nothing is sent."),
            "caption",
            "text_muted",
            wrap=True,
        )
        self._rows = Skeleton(_SKELETON_ROWS)
        head = QHBoxLayout()
        head.addWidget(self._title)
        head.addStretch(1)
        head.addWidget(self._left)
        above = QVBoxLayout()
        above.setContentsMargins(GAP_L, GAP_L, GAP_L, GAP_L - 2)
        above.setSpacing(GAP_S)
        above.addLayout(head)
        above.addWidget(self.bar)
        above.addWidget(self._note)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(above)
        column.addWidget(HLine())
        column.addWidget(_Cut(self._rows), 1)

    def follow(self, run: RunFacts) -> None:
        """Say how far it is."""
        done, total = run.read.get(run.phase, (0, 0))
        title = self._titles(done, total).get(run.phase, self.tr("Comparing both sides"))
        self._title.setText(title)
        known = run.active and total and run.seconds_left is not None
        left = self.tr("{time} left").format(time=time_left(run.seconds_left))
        self._left.setText(left if known else "")
        self.bar.set_parts(done, 0, total)

    def _titles(self, done: int, total: int) -> dict[str, str]:
        read, of = number(done), number(total)
        if not done:
            return {
                "reading POS": self.tr("Reading your POS"),
                "reading online": self.tr("Reading your online store"),
            }
        if not total:
            return {
                "reading POS": self.tr("Reading your POS: {count} so far").format(count=read),
                "reading online": self.tr("Reading your online store: {count} so far").format(
                    count=read
                ),
            }
        return {
            "reading POS": self.tr("Reading your POS: {count} of {total}").format(
                count=read, total=of
            ),
            "reading online": self.tr("Reading your online store: {count} of {total}").format(
                count=read, total=of
            ),
        }


class _Cut(QWidget):
    """Shows as much of something tall as there is room for."""

    def __init__(self, inner: QWidget) -> None:
        super().__init__()
        self._inner = inner
        inner.setParent(self)

    def resizeEvent(self, _event: object) -> None:  # noqa: N802
        """As wide as there is room, as tall as it is."""
        height = max(self._inner.sizeHint().height(), self.height())
        self._inner.setGeometry(QRect(0, 0, self.width(), height))


def limited(wanted: Filter) -> bool:
    """Whether a filter looks at less than all products, typed text aside."""
    return bool(wanted.statuses or wanted.category or wanted.brand or wanted.keys is not None)
