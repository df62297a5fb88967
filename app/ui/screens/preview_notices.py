"""Everything that stands above the lines: a broken listing, a store only checked, questions."""

from decimal import Decimal

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from app.domain.guard import ReasonKind
from app.facts.preview import PreviewFacts
from app.facts.state import StoreFacts
from app.ui.screens.preview_first import FirstSyncBanner
from app.ui.screens.preview_guard import GuardBanner
from app.ui.theme import GAP_L, GAP_M, GAP_S, current
from app.ui.widgets.banner import Banner
from app.ui.widgets.button import Button
from app.ui.wording_engine import engine
from app.ui.wording_guard import checked_text

_SHARE = 0.55
"""Of the page's height, at most: below it the lines are read."""


class PreviewNotices(QScrollArea):
    """As high as the notices are, and scrolled where they would take the page.

    `answered` tells the guard's kind and whether it is included; `looked_at` the kind to show.
    `settled` tells that the question with the focus is answered.
    """

    answered = Signal(str, bool)
    looked_at = Signal(str)
    settled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._room = 10_000
        self._guards: dict[ReasonKind, GuardBanner] = {}
        self.broken = Banner("danger", "")
        self.read_again = Button(self.tr("Read again"), icon="retry")
        self.show_missing = Button(self.tr("Show what is missing"))
        self.checked = Banner("info", "")
        self.switch = Button(self.tr("Switch to sync"))
        self.first = FirstSyncBanner()
        self._page = QWidget()
        self._lay_out()

    def _lay_out(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.viewport().setAutoFillBackground(False)
        self.read_again.setDefault(True)
        self.broken.add_button(self.read_again)
        self.broken.add_button(self.show_missing)
        self.checked.add_button(self.switch)
        self.checked.set_title(self.tr("Counterpart only compares this store."))
        self._column = QVBoxLayout(self._page)
        self._column.setContentsMargins(GAP_L, 4, GAP_L, GAP_M)
        self._column.setSpacing(GAP_S)
        for banner in (self.broken, self.checked, self.first):
            self._column.addWidget(banner)
            banner.hide()
        self.setWidget(self._page)
        self._page.setAutoFillBackground(False)

    def show_facts(self, facts: PreviewFacts | None, store: StoreFacts, limit: Decimal) -> None:
        """Tell what there is to tell before the lines are read."""
        broken = facts is not None and bool(facts.broken)
        asks = facts is not None and not broken
        self.broken.setVisible(broken)
        self.checked.setVisible(facts is not None and asks and facts.check_only)
        self.checked.set_text(checked_text(facts.others) if facts is not None else "")
        self.first.setVisible(facts is not None and asks and facts.first and bool(facts.groups))
        if facts is not None and broken:
            self.broken.set_title(engine(facts.broken))
            self.broken.set_text(
                self.tr("Read again in a moment. If it stays so, look at the products in the POS.")
            )
            self.show_missing.setVisible(bool(facts.groups))
        if facts is not None and facts.first:
            self.first.show_facts(facts)
        self._show_guards(facts if asks else None, store, limit)
        self._fit()

    def questions(self) -> list[GuardBanner]:
        """The guard's questions that stand open, the gravest first."""
        return [guard for guard in self._guards.values() if guard.asks()]

    def guard(self, kind: ReasonKind) -> GuardBanner:
        """The guard's question of a kind. Raises `KeyError` where there is none."""
        return self._guards[kind]

    def set_room(self, height: int) -> None:
        """How high the page is."""
        self._room = height
        self._fit()

    def _show_guards(self, facts: PreviewFacts | None, store: StoreFacts, limit: Decimal) -> None:
        reasons = {reason.kind: reason for reason in facts.reasons} if facts is not None else {}
        for kind in self._guards.keys() - reasons.keys():
            gone = self._guards.pop(kind)
            gone.hide()
            self._column.removeWidget(gone)
            gone.deleteLater()
        for kind, reason in reasons.items():
            if kind not in self._guards:
                self._add(kind)
            if facts is not None:
                self._guards[kind].show_facts(reason, facts, store, limit)

    def _add(self, kind: ReasonKind) -> None:
        banner = self._guards[kind] = GuardBanner(self._page)
        banner.answered.connect(lambda included: self.answered.emit(kind, included))
        banner.looked_at.connect(lambda: self.looked_at.emit(kind))
        banner.closed.connect(self.settled)
        self._column.addWidget(banner)

    # Room

    def sizeHint(self) -> QSize:  # noqa: N802
        """As high as the notices need, up to a share of the page."""
        return QSize(400, self._height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Other widths break lines elsewhere."""
        super().resizeEvent(event)
        self._fit()

    def event(self, event: QEvent) -> bool:
        """A notice has grown or shrunk."""
        handled = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return handled

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """The page's ground."""
        QPainter(self.viewport()).fillRect(self.viewport().rect(), current().surface)
        super().paintEvent(event)

    def _shown(self) -> bool:
        notices = (self.broken, self.checked, self.first, *self._guards.values())
        return any(not notice.isHidden() for notice in notices)

    def _height(self) -> int:
        if not self._shown():
            return 0
        wanted = self._column.heightForWidth(self.width())
        return max(0, min(wanted, round(self._room * _SHARE)))

    def _fit(self) -> None:
        height = self._height()
        if height != self.maximumHeight() or height != self.minimumHeight():
            self.setFixedHeight(height)
