"""The run panel: how the run stands, pause and stop, and its story line by line (LOOK §7)."""

from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from app.controller.wishes import Wishes
from app.facts.state import Changed, Part
from app.ui.screens.activity_filter import ActivityFilter
from app.ui.screens.activity_head import ActivityHead
from app.ui.screens.activity_log import LogModel
from app.ui.screens.activity_log_view import LogView
from app.ui.theme import GAP_L, GAP_M, GAP_S, current
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.label import Label
from app.ui.widgets.line import HLine

_WATCHED: frozenset[Part] = frozenset(
    {"run", "log", "store", "trouble", "preview", "rows", "reset", "place"}
)


class ActivityPanel(QWidget):
    """The run under way, or the last one's story. `save_wanted` asks the window for a file."""

    save_wanted = Signal()

    def __init__(self, desk: Wishes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._run = 0.0
        self.model = LogModel(self._name_of, self)
        self.log = LogView(self.model)
        self.head = ActivityHead(desk)
        self.filter = ActivityFilter(desk, self.model)
        self._quiet = Label("", colour="text_muted", wrap=True)
        self._quiet.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._lines = QStackedWidget()
        self._pages = QStackedWidget()
        self._lay_out()
        self._join()
        self.refresh(Changed(_WATCHED))

    def log_text(self) -> str:
        """The whole log as text, oldest line first: for a file."""
        return self.model.text()

    def refresh(self, changed: Changed) -> None:
        """Follow the run and its log."""
        if not changed.parts & _WATCHED:
            return
        state = self._desk.state
        self.model.store = state.store
        if state.run.started != self._run:
            self._run = state.run.started
            self.model.begin()
        self.model.take(self._desk.log)
        self.log.set_idle(not state.run.active)
        self.head.refresh()
        self._show_lines()
        nothing = not state.run.started and state.last is None and not self._desk.log
        self._pages.setCurrentIndex(1 if nothing else 0)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """The ground of panels."""
        QPainter(self).fillRect(self.rect(), current().surface)

    def _lay_out(self) -> None:
        above = QWidget()
        upper = QVBoxLayout(above)
        upper.setContentsMargins(GAP_L, GAP_M, GAP_L, GAP_S)
        upper.setSpacing(GAP_S + 2)
        upper.addWidget(self.head)
        upper.addWidget(self.filter)
        self._lines.addWidget(self.log)
        self._lines.addWidget(self._quiet)
        story = QWidget()
        column = QVBoxLayout(story)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(above)
        column.addWidget(HLine())
        column.addWidget(self._lines, 1)
        self._pages.addWidget(story)
        self._pages.addWidget(
            EmptyState(
                "clock",
                "neutral",
                self.tr("No sync yet"),
                self.tr("What a sync does is told here, product by product, while it happens."),
            )
        )
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._pages)
        self.setAccessibleName(self.tr("Activity panel"))

    def _join(self) -> None:
        self.log.product_wanted.connect(self._desk.open_product)
        self.log.remedy_wanted.connect(lambda key: self._desk.sync_now((key,)))
        self.log.copied.connect(lambda count: self._desk.tell("copied", count))
        self.log.away.connect(self._on_away)
        self.head.rested.connect(self._on_rested)
        self.filter.chosen.connect(self._show_lines)
        self.filter.newest.connect(self._on_newest)
        self.filter.save.connect(self.save_wanted)
        self.filter.search.returnPressed.connect(self.log.setFocus)
        stops = (
            *(self.head.pause, self.head.stop, self.filter.segments, self.filter.search),
            *(self.filter.new_lines, self.filter.retry, self.filter.save_log, self.log),
        )
        for first, second in pairwise(stops):
            QWidget.setTabOrder(first, second)

    def _name_of(self, key: str) -> str:
        row = self._desk.catalogue.rows.get(key)
        return row.name if row is not None else ""

    def _show_lines(self) -> None:
        """The lines, or why there are none."""
        self.filter.refresh()
        if self.model.rowCount():
            self._lines.setCurrentWidget(self.log)
            return
        text, kind = self.filter.search.text().strip(), self.filter.kind()
        if text:
            said = self.tr("Nothing in the log matches “{text}”.").format(text=text)
        elif kind == "failed":
            said = self.tr("Nothing failed.")
        elif kind == "notes":
            said = self.tr("There is nothing to note.")
        else:
            said = self.tr("There is nothing to tell yet.")
        self._quiet.setText(said)
        self._lines.setCurrentWidget(self._quiet)

    def _on_away(self, away: bool) -> None:
        self.model.hold(away)
        self.filter.refresh()

    def _on_rested(self) -> None:
        """The run is over: its story is what one reads next."""
        lines = self.log if self._lines.currentWidget() is self.log else self.filter.search
        lines.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_newest(self) -> None:
        self.model.hold(False)
        self.log.scrollToTop()
        self.log.setFocus()
        self.filter.refresh()
