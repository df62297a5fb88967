"""The row over the log: which lines are shown, what came meanwhile, try again, save."""

from typing import cast

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from app.controller.wishes import Wishes
from app.ui import values
from app.ui.screens.activity_log import Kind, LogModel
from app.ui.theme import GAP_S, scaled
from app.ui.widgets.button import Button
from app.ui.widgets.search_field import SearchField
from app.ui.widgets.segments import Segments
from app.ui.wording import plural, tr

_SEARCH = 220


class ActivityFilter(QWidget):
    """`chosen` when other lines are wanted; `newest` and `save` when those buttons are pressed."""

    chosen = Signal()
    newest = Signal()
    save = Signal()

    def __init__(self, desk: Wishes, model: LogModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._model = model
        self.segments = Segments(self._options(), name=self.tr("Lines"))
        self.segments.chosen.connect(lambda _: self._choose())
        self.search = SearchField(self.tr("Search the log"))
        self.search.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.search.textChanged.connect(lambda _: self._choose())
        self.new_lines = Button("", icon="chev-up", small=True)
        self.new_lines.clicked.connect(self.newest)
        self.retry = Button("", icon="retry", small=True)
        self.retry.clicked.connect(desk.retry_failed)
        self.save_log = Button(self.tr("Save log…"), kind="flat", icon="export", small=True)
        self.save_log.clicked.connect(self.save)
        self._lay_out()

    def kind(self) -> Kind:
        """Which lines are wanted."""
        return cast("Kind", self.segments.current())

    def clear(self) -> None:
        """Want all lines again."""
        self.segments.set_current("all")
        self.search.clear()
        self._choose()

    def refresh(self) -> None:
        """Follow the log and the run."""
        self.segments.set_options(self._options())
        waiting = self._model.waiting
        self.new_lines.setVisible(bool(waiting))
        if waiting:
            self.new_lines.setText(plural("%n new line(s)", waiting))
        self._follow_retry()
        empty = not self._model.count("all")
        self.save_log.setEnabled(not empty)
        self.save_log.set_reason(self.tr("There are no lines yet.") if empty else "")

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Fields grow with the text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _options(self) -> list[tuple[str, str]]:
        count = {
            kind: values.number(self._model.count(kind)) for kind in ("all", "failed", "notes")
        }
        return [
            ("all", tr("All {count}").format(count=count["all"])),
            ("failed", tr("Failed {count}").format(count=count["failed"])),
            ("notes", tr("Notes {count}").format(count=count["notes"])),
        ]

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP_S)
        row.addWidget(self.segments)
        row.addWidget(self.search, 1000)
        row.addWidget(self.new_lines)
        row.addStretch(1)
        row.addWidget(self.retry)
        row.addWidget(self.save_log)
        self._fit()

    def _fit(self) -> None:
        self.search.setMaximumWidth(scaled(_SEARCH))
        self.search.setFixedHeight(self.segments.sizeHint().height())

    def _follow_retry(self) -> None:
        state = self._desk.state
        failed = self._failed()
        if failed == 1:
            text = self.tr("Retry the failed one")
        elif failed:
            text = plural("Retry %n failed", failed)
        else:
            text = self.tr("Retry what failed")
        self.retry.setText(text)
        self.retry.setEnabled(bool(failed) and not state.run.active)
        nothing, later = self.tr("Nothing failed."), self.tr("Wait until this sync is done.")
        self.retry.set_reason(later if state.run.active else nothing)

    def _failed(self) -> int:
        """As many as a press would try again."""
        state = self._desk.state
        if state.run.active:
            return state.run.failed
        if state.last is not None and state.last.failed_keys:
            return len(state.last.failed_keys)
        return self._desk.catalogue.counts["failed"]

    def _choose(self) -> None:
        self._model.choose(self.kind(), self.search.text().strip())
        self.chosen.emit()
