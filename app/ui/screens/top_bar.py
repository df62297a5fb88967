"""The bar at the top: the screens at the left, what waits and the two great verbs at the right."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.controller.wishes import Wishes
from app.facts.state import Changed, Part, RunFacts
from app.ui.plain_tips import plain_tip
from app.ui.theme import GAP_M, GAP_S
from app.ui.widgets.button import Button
from app.ui.widgets.label import ElidedLabel
from app.ui.widgets.tool_tab import ToolTab
from app.ui.wording import plural

_HEIGHT = 48
_GAP = 4
_WATCHED: frozenset[Part] = frozenset(
    {"rows", "reset", "run", "preview", "store", "settings", "place", "undoing", "trouble"}
)


class TopBar(QWidget):
    """Chosen screens are told by `chosen`, with the screen's name."""

    chosen = Signal(str)

    def __init__(self, desk: Wishes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.setMinimumHeight(_HEIGHT)
        row = QHBoxLayout(self)
        row.setContentsMargins(GAP_S, 0, GAP_M, 0)
        row.setSpacing(_GAP)
        self.tabs: dict[str, ToolTab] = {}
        for name, text, icon in (
            ("catalogue", self.tr("Catalogue"), "columns"),
            ("outlets", self.tr("Outlets"), "shop"),
            ("history", self.tr("History"), "clock"),
            ("settings", self.tr("Settings"), "sliders"),
        ):
            tab = ToolTab(text, icon, self)
            tab.clicked.connect(lambda _=False, name=name: self.chosen.emit(name))
            self.tabs[name] = tab
            row.addWidget(tab)
        row.addSpacing(GAP_M)
        row.addStretch(1)
        self.count = ElidedLabel("", "strong")
        self.words = ElidedLabel("", "body", "text_muted")
        row.addWidget(self.count)
        row.addWidget(self.words)
        row.addSpacing(GAP_S)
        self.preview = Button(self.tr("Preview"), icon="eye", parent=self)
        self.preview.clicked.connect(lambda _: desk.show_preview())
        row.addWidget(self.preview)
        row.addSpacing(GAP_S)
        self.sync = Button(self.tr("Sync now"), kind="primary", icon="sync", parent=self)
        self.sync.clicked.connect(lambda _: desk.sync_now())
        row.addWidget(self.sync)
        self._measure()
        self.show_screen("catalogue")

    def show_screen(self, name: str) -> None:
        """Mark the screen that is shown."""
        self.tabs[name].setChecked(True)
        self._offer()

    def refresh(self, changed: Changed) -> None:
        """Say what waits, and what can be done now."""
        if changed.parts & _WATCHED:
            self._offer()

    def _offer(self) -> None:
        state = self._desk.state
        sending = state.run.active and state.run.kind in ("sync", "apply")
        previewing = state.preview is not None or self._undoing()
        self.preview.setVisible(not previewing)
        self.sync.setVisible(not previewing)
        free, loaded = not state.run.active, self._desk.catalogue.loaded
        # Where something was in the way of reading, a preview tries again.
        self.preview.setEnabled(free and (loaded or state.trouble is not None))
        self.sync.setEnabled(free and loaded)
        self.sync.setText(self._verb(sending=sending))
        self.preview.set_reason(self._reason(sending=sending))
        self.sync.set_reason(self._reason(sending=sending))
        self._say(sending, previewing)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Another size of text makes other widths."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._measure()

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

    def _undoing(self) -> bool:
        """Whether an undo is looked at here, whose page has the deed."""
        looked_at = self._desk.state.undoing is not None and self.tabs["history"].isChecked()
        return looked_at and not self._desk.state.run.active

    def _reason(self, *, sending: bool) -> str:
        """Why nothing can be begun now, "" where it can."""
        if sending:
            return self.tr("A sync is running.")
        if self._desk.state.run.active:
            return self.tr("It compares both stores.")
        return "" if self._desk.catalogue.loaded else self.tr("No product has been read yet.")

    def _verb(self, *, sending: bool) -> str:
        if sending:
            return self.tr("Syncing…")
        return self.tr("Reading…") if self._desk.state.run.active else self.tr("Sync now")

    def _measure(self) -> None:
        """What the button says moves nothing."""
        texts = (self.tr("Sync now"), self.tr("Syncing…"), self.tr("Reading…"))
        self.sync.keep_width(texts)

    def _say(self, sending: bool, previewing: bool) -> None:
        state = self._desk.state
        if previewing:
            self._show(self.tr("Nothing of this has been sent yet"))
        elif sending and state.run.total:
            self._say_left(state.run)
        elif not self._desk.catalogue.loaded:
            self._show("")
        elif not state.waiting:
            self._show(self.tr("Nothing waits"))
        else:
            self._show(plural("**%n change(s)** {waits|wait} for the next sync", state.waiting))

    def _say_left(self, run: RunFacts) -> None:
        left = run.total - run.done - run.failed
        unchecked = run.done - run.checked
        if left > 0 and run.phase != "checking":
            self._show(plural("**%n change(s)** still to go", left))
        elif unchecked > 0:
            self._show(plural("**%n change(s)** sent, still to be checked", unchecked))
        else:
            self._show(self.tr("Checking what was sent"))

    def _show(self, text: str) -> None:
        """Show a sentence whose beginning may stand between double stars: that part is bold."""
        _, strong, rest = text.split("**") if "**" in text else ("", "", text)
        self.count.setText(strong)
        self.words.setText(rest.strip())
        self._fit()

    def _fit(self) -> None:
        """Where a sentence begins with a count, the rest goes before the count is cut."""
        room, counted = self._room(), bool(self.count.text())
        count = self.count.sizeHint().width() + _GAP
        both = count + self.words.sizeHint().width() + _GAP <= room
        alone = counted and not both and count <= room
        self.count.setVisible(counted and (both or alone))
        self.words.setVisible(bool(self.words.text()) and (both or not counted))
        whole = f"{self.count.text()} {self.words.text()}" if alone else ""
        self.count.setToolTip(plain_tip(whole))
        self.count.setAccessibleName(whole)

    def _room(self) -> int:
        """What tabs and buttons leave to the sentence."""
        buttons = [each for each in (self.preview, self.sync) if not each.isHidden()]
        others = (*self.tabs.values(), *buttons)
        taken = sum(max(each.sizeHint().width(), each.minimumWidth()) + _GAP for each in others)
        return self.width() - taken - 3 * GAP_S - 2 * GAP_M
