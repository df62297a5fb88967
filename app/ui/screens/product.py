"""The product panel: everything about one product, beside the table or in its own window (§7.3)."""

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from app.controller.wishes import Wishes
from app.domain.choices import Flag
from app.facts.product import ProductFacts
from app.facts.rows import Row
from app.facts.state import Changed
from app.ui.pictures import Pictures
from app.ui.screens.product_extras import HistorySection, LeftAloneSection
from app.ui.screens.product_fields import FieldsSection
from app.ui.screens.product_head import ProductHead
from app.ui.screens.product_link import LinkSection
from app.ui.screens.product_looks import SIDE
from app.ui.screens.product_more import Offers
from app.ui.screens.product_order import laid_out_once, stops_in
from app.ui.screens.product_reasons import ReasonsSection
from app.ui.screens.product_stock import StockSection
from app.ui.screens.product_value import ValueLabel
from app.ui.theme import GAP_L, current
from app.ui.widgets.label import Label
from app.ui.widgets.skeleton import Skeleton

_NARROWEST, _WIDEST = 400, 720
_PARTS = frozenset(
    {"product", "store", "rows", "reset", "run", "settings", "place", "background", "trouble"}
)
_FLAGS: dict[str, Flag] = {"follow": "follow", "on": "on", "off": "off"}


class ProductPanel(QWidget):
    """Paints `state.product`; with `apart` it is the content of a window of its own.

    `open_address` wants a page in the browser, `own_window` a product in a window of its own,
    `unfolded` tells that the fields that agree were unfolded or folded.
    """

    open_address = Signal(str)
    own_window = Signal(str)
    unfolded = Signal(bool)

    def __init__(
        self,
        desk: Wishes,
        parent: QWidget | None = None,
        *,
        apart: bool = False,
        now: Callable[[], float] = time.time,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._now = now
        self._is_apart = apart
        self._shown_key = ""
        self._offers = Offers()
        self._painted: tuple[object, ...] = ()
        self.pictures = Pictures(desk.picture, self)
        self.head = ProductHead(self.pictures, apart=apart)
        self.reasons = ReasonsSection()
        self.link = LinkSection()
        self.fields = FieldsSection(self.pictures, desk.picture)
        self.stock = StockSection()
        self.left_alone = LeftAloneSection()
        self.history = HistorySection()
        self.history.undo_wanted.connect(lambda run: desk.plan_undo(run, self._shown_key))
        self.reading = _Reading()
        self._sections = (self.fields, self.stock, self.left_alone, self.history)
        self._order_soon = QTimer(self, singleShot=True, interval=0)
        self._order_soon.timeout.connect(self._order_stops)
        self._lay_out(apart=apart)
        self._join()

    def _lay_out(self, *, apart: bool) -> None:
        self.page = _Page()
        column = QVBoxLayout(self.page)
        column.setContentsMargins(0, 0, 0, GAP_L)
        column.setSpacing(0)
        for part in (self.head, self.reasons, self.link, self.reading, *self._sections):
            column.addWidget(part)
        column.addStretch(1)
        self.area = QScrollArea()
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setWidgetResizable(True)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setWidget(self.page)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.area)
        self.setMinimumWidth(_NARROWEST)
        if not apart:
            self.setMaximumWidth(_WIDEST)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.tr("Product"))

    def _join(self) -> None:
        self.head.sync_wished.connect(self._on_sync)
        self.head.flag_wished.connect(self._on_flag)
        self.head.apart_wished.connect(self._on_apart)
        self.head.close_wished.connect(self._desk.close_product)
        self.head.more.wished.connect(self._on_deed)
        self.reasons.retry_wished.connect(self._on_sync)
        self.fields.keep_wished.connect(self._on_keep)
        self.fields.unfolded.connect(self.unfolded)
        self.fields.unfolded.connect(lambda _: self._order_soon.start())
        self.fields.arranged.connect(self._order_soon.start)
        self.fields.grown.connect(self._on_grown)
        self.link.searched.connect(self._desk.find_candidates)
        self.link.linked.connect(lambda ecom_id: self._desk.link(self._shown_key, ecom_id))
        self.link.unlinked.connect(lambda: self._desk.unlink(self._shown_key))
        self.link.closed.connect(self._on_link_closed)

    # Facts

    def refresh(self, changed: Changed) -> None:
        """Paint what changed; focus and scroll position stay where they are."""
        if "place" in changed.parts:
            self.pictures.forget()
        if "pictures" in changed.parts:
            self.pictures.changed(changed.ids)
            self.fields.pictures_changed(changed.ids)
        if changed.parts & _PARTS and self._desk.state.product_key:
            self._show_product()

    def _show_product(self) -> None:
        state = self._desk.state
        facts = state.product
        row = self._row()
        other = row is not None and row.id != self._shown_key
        if other:
            self.link.close_section()
        self._shown_key = row.id if row is not None else ""
        self.head.setVisible(row is not None)
        if row is not None:
            self.head.show_product(row, facts, state, self._now())
            self._offers = Offers.of(row, facts, apart=self._is_apart)
            self.head.more.show_offers(self._offers)
        self.reading.setVisible(facts is None)
        self.reading.tell(comparing=state.run.active)
        self.reasons.show_facts(facts, row, state)
        painted = (facts, state.store, state.check_only, state.product_key)
        if facts is None:
            for section in self._sections:
                section.hide()
        elif not _same(painted, self._painted):
            with laid_out_once(self.page, self.fields):
                self._show_facts(facts)
        self.link.show_candidates(state.candidates)
        if other or facts is None:
            self.area.verticalScrollBar().setValue(0)
        if not _same(painted, self._painted):
            self._order_soon.start()
        self._painted = painted

    def _show_facts(self, facts: ProductFacts) -> None:
        state, now = self._desk.state, self._now()
        self.fields.setVisible(bool(facts.lines))
        self.fields.show_facts(facts, state)
        self.stock.show_facts(facts, state.product_key, now)
        self.left_alone.show_facts(facts, state.store)
        self.history.show_facts(facts, state.store, now)

    def _row(self) -> Row | None:
        """The row as the catalogue has it now: a choice shows in it at once."""
        rows, facts = self._desk.catalogue.rows, self._desk.state.product
        if facts is not None:
            return rows.get(facts.row.id, facts.row)
        return rows.get(self._desk.state.product_key)

    # Wishes

    def _on_sync(self) -> None:
        self._desk.sync_now(frozenset({self._shown_key}))

    def _on_flag(self, flag: str) -> None:
        self._desk.choose_flag(frozenset({self._shown_key}), _FLAGS[flag])

    def _on_keep(self, field: str, keep: bool) -> None:
        self._desk.keep_edit(self._shown_key, frozenset({field}), keep)

    def _on_apart(self) -> None:
        self.own_window.emit(self._shown_key)

    def _on_deed(self, deed: str) -> None:
        self._deeds()[deed]()

    def _deeds(self) -> dict[str, Callable[[], None]]:
        return {
            "keep": lambda: self._desk.keep_edit(self._shown_key, self._offers.keep, True),
            "put back": lambda: self._desk.keep_edit(self._shown_key, self._offers.put_back, False),
            "link": self._open_link,
            "unlink": self._open_unlink,
            "pos page": lambda: self._open(lambda facts: facts.pos_page),
            "online page": lambda: self._open(lambda facts: facts.online_page),
            "apart": self._on_apart,
            "copy name": lambda: self._copy(lambda facts: facts.row.name),
            "copy sku": lambda: self._copy(lambda facts: facts.row.sku),
            "copy barcode": lambda: self._copy(lambda facts: facts.barcode),
        }

    def _open(self, page: Callable[[ProductFacts], str]) -> None:
        facts = self._desk.state.product
        address = page(facts) if facts is not None else ""
        if address.startswith(("https://", "http://")):
            self.open_address.emit(address)

    def _copy(self, text: Callable[[ProductFacts], str]) -> None:
        facts = self._desk.state.product
        if facts is not None:
            QGuiApplication.clipboard().setText(text(facts))
            self._desk.tell("copied", 1)

    # Linking

    def _open_link(self) -> None:
        row = self._row()
        if row is not None:
            self.link.open_search(row)
            self._show_whole(self.link)

    def _open_unlink(self) -> None:
        row = self._row()
        if row is not None:
            self.link.open_unlink(row)
            self._show_whole(self.link)

    def _on_link_closed(self, had_focus: bool) -> None:
        if had_focus:
            self.head.more.setFocus(Qt.FocusReason.OtherFocusReason)

    # Keyboard

    def focus_first(self) -> None:
        """Take the keyboard: at the reason if there is one, else at the top; nothing harmful."""
        self.area.verticalScrollBar().setValue(0)
        if self.reasons.focus_reason():
            return
        first = next((stop for stop in stops_in(self.page) if stop.isVisible()), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Esc closes what stands open, innermost first, then the panel."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self.link.step_back() or self.fields.close_opened():
            return
        elif self._is_apart:
            event.ignore()
        else:
            self._desk.close_product()

    def event(self, event: QEvent) -> bool:
        """Another size of text: everything is laid out anew. Gone: nothing is decoded any more."""
        if event.type() == QEvent.Type.ApplicationFontChange:
            self._refit()
        elif event.type() == QEvent.Type.DeferredDelete:
            self.finish()
        return super().event(event)

    def _refit(self) -> None:
        for value in self.findChildren(ValueLabel):
            value.refit()
        self.fields.refit()
        self.head.chip.updateGeometry()
        self._painted = ()
        if self._shown_key:
            self._show_product()

    def finish(self) -> None:
        """Wait for what is being decoded: before the panel goes."""
        self.pictures.finish()

    def _order_stops(self) -> None:
        """Tab goes from top to bottom, whatever was made first."""
        last: QWidget | None = None
        for stop in stops_in(self.page):
            if last is not None:
                QWidget.setTabOrder(last, stop)
            last = stop

    def _on_grown(self, widget: QWidget) -> None:
        self._order_soon.start()
        self._show_whole(widget)

    def _show_whole(self, widget: QWidget) -> None:
        """Scroll no more than is needed to see all of it, once it has its size."""

        def scroll() -> None:
            if widget.isVisible():
                self.area.ensureWidgetVisible(widget, 0, SIDE)

        QTimer.singleShot(0, widget, scroll)


def _same(one: tuple[object, ...], other: tuple[object, ...]) -> bool:
    """Whether the very same facts are meant: comparing all of them would take longer."""
    return len(one) == len(other) and one[0] is other[0] and one[1:] == other[1:]


class _Page(QWidget):
    """What is scrolled, on the ground of panels; never wider than the panel."""

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """As high as it must be, however narrow."""
        return QSize(0, super().minimumSizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """The ground."""
        QPainter(self).fillRect(self.rect(), current().surface)


class _Reading(QWidget):
    """What stands there until the product's facts have come."""

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self._words = Label("", "body", "text_muted", wrap=True)
        self._words.setContentsMargins(SIDE, GAP_L, SIDE, GAP_L)
        column.addWidget(self._words)
        column.addWidget(Skeleton(6))
        self.tell(comparing=False)

    def tell(self, *, comparing: bool) -> None:
        """Say what keeps the facts."""
        self._words.setText(
            self.tr("Both stores are being compared; its fields follow in a moment.")
            if comparing
            else self.tr("Reading…")
        )
