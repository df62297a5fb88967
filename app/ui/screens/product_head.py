"""The head of the product panel: what it is, how it stands, what can be done (LOOK §7)."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.facts.product import ProductFacts
from app.facts.rows import Row
from app.facts.state import AppState
from app.ui.painting import STATUSES, Form, chip_size, paint_chip, status_word
from app.ui.pictures import Pictures, paint_placeholder
from app.ui.screens.product_looks import SIDE
from app.ui.screens.product_more import MoreButton
from app.ui.screens.product_value import ValueLabel, breakable
from app.ui.theme import GAP_M, GAP_S, GAP_XS, current, font_metrics
from app.ui.widgets.button import Button
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.icon_button import IconButton
from app.ui.widgets.label import Label
from app.ui.widgets.steady_combo import SteadyCombo
from app.ui.wording_status import status_sentence

_PICTURE = 52


class ProductHead(QWidget):
    """`sync_wished`, `flag_wished`, `apart_wished` and `close_wished` tell what was pressed."""

    sync_wished = Signal()
    flag_wished = Signal(str)
    apart_wished = Signal()
    close_wished = Signal()

    def __init__(self, pictures: Pictures, *, apart: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.picture = HeadPicture(pictures)
        self.name = ValueLabel(pad=0)
        self.codes = ValueLabel(pad=0)
        self.apart = IconButton("external", self.tr("Open in its own window"))
        self.close_panel = IconButton("close", self.tr("Close the panel"))
        self.chip = StatusChip()
        self.sentence = Label("", "body", "text_muted", wrap=True)
        self.sync = Button(self.tr("Sync this product"), kind="primary", icon="sync")
        self.more = MoreButton()
        self.flag = SteadyCombo(self.tr("Sell online"))
        for flag, text in (
            ("follow", self.tr("Sell as in POS")),
            ("on", self.tr("Sell online")),
            ("off", self.tr("Keep off")),
        ):
            self.flag.addItem(text, flag)
        self._lay_out()
        self.apart.setVisible(not apart)
        self.close_panel.setVisible(not apart)
        for label in (self.name, self.codes):
            label.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
            label.customContextMenuRequested.connect(self._offer_copies)
        self.apart.clicked.connect(self.apart_wished)
        self.close_panel.clicked.connect(self.close_wished)
        self.sync.clicked.connect(self.sync_wished)
        self.flag.activated.connect(lambda _: self.flag_wished.emit(self.flag.currentData()))

    def _lay_out(self) -> None:
        names = QVBoxLayout()
        names.setSpacing(2)
        names.addWidget(self.name)
        names.addWidget(self.codes)
        names.addStretch(1)
        top = QHBoxLayout()
        top.setSpacing(GAP_M)
        top.addWidget(self.picture, 0, Qt.AlignmentFlag.AlignTop)
        top.addLayout(names, 1)
        corner = QHBoxLayout()
        corner.setSpacing(GAP_M)
        corner.addWidget(self.apart)
        corner.addWidget(self.close_panel)
        top.addLayout(corner)
        top.setAlignment(corner, Qt.AlignmentFlag.AlignTop)
        says = QHBoxLayout()
        says.setSpacing(GAP_S)
        says.addWidget(self.chip, 0, Qt.AlignmentFlag.AlignTop)
        says.addWidget(self.sentence, 1)
        self._deeds = QWidget()
        deeds = FlowLayout(self._deeds)
        for widget in (self.sync, self.more, self.flag):
            deeds.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(SIDE, 10, SIDE, 10)
        column.setSpacing(GAP_M)
        column.addLayout(top)
        column.addLayout(says)
        column.addWidget(self._deeds)

    def _offer_copies(self, at: QPoint) -> None:
        """A menu where the pointer is, with what can be copied of the head."""
        place = self.sender()
        if isinstance(place, QWidget):
            self.more.copies.popup(place.mapToGlobal(at))

    def show_product(
        self, row: Row, facts: ProductFacts | None, state: AppState, now: float
    ) -> None:
        """Show a product; `facts` are None while only its row is known."""
        self.picture.show_ref(row.picture)
        self.name.show_value(row.name, "title")
        self.codes.show_value(self._codes(row, facts), "small")
        self.codes.setVisible(bool(self.codes.text()))
        kept = facts is not None and row.status == "edited online" and not _put_back(facts)
        self.chip.show_status(row.status, kept=kept)
        self.sentence.setText(breakable(status_sentence(row, facts, state, now)))
        self._show_sync(row, state)
        self._show_flag(row)

    def _codes(self, row: Row, facts: ProductFacts | None) -> str:
        barcode = facts.barcode if facts is not None else ""
        if row.sku and barcode:
            return self.tr("{sku} · barcode {barcode}").format(sku=row.sku, barcode=barcode)
        return row.sku or barcode

    def _show_sync(self, row: Row, state: AppState) -> None:
        self.sync.setVisible(row.status != "only online")
        reason = ""
        if state.run.active:
            reason = self.tr("A sync is running. Wait until it has finished.")
        elif state.check_only:
            reason = self.tr("Counterpart only compares; nothing is sent.")
        elif row.status == "needs attention":
            reason = self.tr("Mend what needs attention first.")
        self.sync.setEnabled(not reason)
        self.sync.set_reason(reason)

    def _show_flag(self, row: Row) -> None:
        self.flag.setVisible(row.sellable)
        at = self.flag.findData(row.flag)
        if at != self.flag.currentIndex() and not self.flag.view().isVisible():
            self.flag.setCurrentIndex(at)


def _put_back(facts: ProductFacts) -> bool:
    return any(line.state == "put back" for line in facts.lines)


class HeadPicture(QWidget):
    """The product's first picture."""

    def __init__(self, pictures: Pictures) -> None:
        super().__init__()
        self._pictures = pictures
        self._ref = ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        pictures.ready.connect(self._repaint)

    def show_ref(self, ref: str) -> None:
        """Show the picture of a row."""
        self._ref = ref
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        """A square."""
        return QSize(_PICTURE, _PICTURE)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """The picture, or what stands for one."""
        painter = QPainter(self)
        found = self._pictures.pixmap(self._ref, _PICTURE, self.devicePixelRatioF())
        if found is None:
            paint_placeholder(painter, self.rect(), current())
        else:
            painter.drawPixmap(0, 0, found)

    def _repaint(self, refs: frozenset[str]) -> None:
        if self._ref in refs:
            self.update()


class StatusChip(QWidget):
    """A status as the table shows it."""

    def __init__(self) -> None:
        super().__init__()
        self._status = "in sync"
        self._kept = False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_status(self, status: str, *, kept: bool) -> None:
        """Show a status; `kept` is an edit that stays."""
        if (status, kept) == (self._status, self._kept):
            return
        self._status, self._kept = status, kept
        self.setAccessibleName(status_word(status))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        """As wide as its word."""
        form: Form = STATUSES[self._status].form
        form = "resting" if self._kept and form == "flowing" else form
        size = chip_size(status_word(self._status), font_metrics("chip"), form=form)
        return size + QSize(1, GAP_XS)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """The chip."""
        word = status_word(self._status)
        place = QRect(0, 0, self.width(), self.height())
        paint_chip(QPainter(self), place, self._status, word, kept=self._kept, theme=current())
