"""The step that says whose stock counts online, and how online orders reach the POS."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from app.facts.outlets import OutletLine, OutletsFacts
from app.facts.state import Trouble, WizardFacts
from app.ui import wording_wizard as words
from app.ui.screens.wizard_outlet_parts import OutletRow, Problem, Registers, below_tick
from app.ui.screens.wizard_page import Form
from app.ui.theme import GAP_S, GAP_XS
from app.ui.widgets.banner import Banner
from app.ui.widgets.button import Button
from app.ui.widgets.label import Label
from app.ui.widgets.point import Point
from app.ui.widgets.tick_box import TickBox
from app.ui.wording_found import saving_words

BY_HAND, AUTOMATICALLY = "by hand", "automatically"
"""What the setting on online orders can be."""


class OutletsForm(Form):
    """Register, outlets and orders; the draft of the choice lives here until it is kept.

    `drafted` tells that the draft changed, `reach_chosen` what the setting is to be, `again` asks
    to try once more what failed.
    """

    drafted = Signal()
    reach_chosen = Signal(str)
    again = Signal()

    def __init__(self) -> None:
        super().__init__("shop", "accent", "", "")
        self.set_heading(
            self.tr("Choose whose stock counts online"),
            self.tr("Online stock is what the ticked outlets have together. Nothing is sent yet."),
        )
        self._facts: OutletsFacts | None = None
        self._ticked: set[str] = set()
        self._rows: dict[str, OutletRow] = {}
        self.register = Registers()
        self.by_hand = QRadioButton(self.tr("By hand"))
        self.automatically = QRadioButton(self.tr("Automatically"))
        self._problem = Problem()
        self._reading = Point("sync", "waiting", self.tr("Reading the outlets…"), "text_muted")
        self._outlets = QVBoxLayout()
        self._choice = QWidget()
        self._trouble = Banner("attention", "")
        self._fill()
        self._connect()

    def tick_box(self, outlet: str) -> TickBox:
        """The tick of an outlet. Raises `KeyError` for an unknown one."""
        return self._rows[outlet].tick

    def draft(self) -> tuple[str, tuple[str, ...]]:
        """The register ("" while none is chosen) and the outlets that count."""
        locked = self._locked()
        counted = (key for key in self._rows if key in self._ticked or key == locked)
        return str(self.register.currentData() or ""), tuple(counted)

    def check(self) -> bool:
        """Whether a register is chosen; else asks for one and goes there."""
        if self.draft()[0]:
            return True
        if self.register.count():
            self._problem.tell(self.tr("Choose the register that takes your online orders."))
        else:
            self._problem.tell(self.tr("Your POS has no register. Add one there, then go back."))
        self.register.setFocus(Qt.FocusReason.OtherFocusReason)
        return False

    def show_facts(self, facts: WizardFacts, reach: str, trouble: Trouble | None) -> None:
        """Show what the POS told; a draft that was begun stays."""
        known = facts.outlets
        self._choice.setVisible(known is not None)
        self._reading.setVisible(known is None and trouble is None)
        if known is not None and known != self._facts:
            self._take_over(known)
        chosen = self.automatically if reach == AUTOMATICALLY else self.by_hand
        if not chosen.isChecked():
            chosen.setChecked(True)
        self._show_trouble(trouble)

    def _take_over(self, facts: OutletsFacts) -> None:
        before, self._facts = self._facts, facts
        known = {outlet.id for outlet in before.outlets} if before is not None else set()
        self._ticked |= {each.id for each in facts.outlets if each.ticked and each.id not in known}
        kept = self.draft()[0] or facts.register or ""
        only = facts.registers[0].id if len(facts.registers) == 1 else ""
        self.register.offer(words.register_names(facts), kept or only)
        self._rebuild(facts.outlets)
        self._show_ticks()

    def _rebuild(self, outlets: tuple[OutletLine, ...]) -> None:
        """One row an outlet; those that stay keep their place under the hand."""
        for gone in set(self._rows) - {outlet.id for outlet in outlets}:
            row = self._rows.pop(gone)
            row.hide()
            row.deleteLater()
        for index, outlet in enumerate(outlets):
            if outlet.id not in self._rows:
                row = OutletRow(outlet)
                row.tick.clicked.connect(self._on_ticked)
                self._rows[outlet.id] = row
            self._rows[outlet.id].show_outlet(outlet)
            self._outlets.insertWidget(index, self._rows[outlet.id])
        order = {outlet.id: index for index, outlet in enumerate(outlets)}
        self._rows = dict(sorted(self._rows.items(), key=lambda each: order[each[0]]))

    def _show_ticks(self) -> None:
        locked = self._locked()
        for key, row in self._rows.items():
            row.show_tick(key in self._ticked or key == locked, locked=key == locked)

    def _locked(self) -> str:
        """The outlet of the register, which always counts."""
        if self._facts is None:
            return ""
        register = self.register.currentData()
        return next((each.outlet_id for each in self._facts.registers if each.id == register), "")

    def _show_trouble(self, trouble: Trouble | None) -> None:
        if trouble is not None:
            told = saving_words(trouble)
            self._trouble.set_kind(told.banner)
            self._trouble.set_title(told.title)
            self._trouble.set_text(told.text)
        self._trouble.setVisible(trouble is not None)

    def _fill(self) -> None:
        again = Button(self.tr("Try again"), icon="retry")
        again.clicked.connect(self.again)
        self._trouble.add_button(again)
        self._trouble.hide()
        sections = QVBoxLayout(self._choice)
        sections.setContentsMargins(0, 0, 0, 0)
        sections.setSpacing(20)
        sections.addLayout(self._register_section())
        sections.addLayout(self._outlets_section())
        sections.addLayout(self._orders_section())
        self.column.addWidget(self._reading)
        self.column.addWidget(self._choice)
        self.column.addWidget(self._trouble)
        self.column.addStretch(1)

    def _register_section(self) -> QVBoxLayout:
        title = self.tr("Register for online orders")
        self.register.setAccessibleName(title)
        label = Label(title, "strong")
        label.setBuddy(self.register)
        hint = self.tr("Online orders are booked there, so its outlet always counts.")
        section = QVBoxLayout()
        section.setSpacing(GAP_XS + 1)
        section.addWidget(label)
        section.addWidget(self.register, 0, Qt.AlignmentFlag.AlignLeft)
        section.addWidget(Label(hint, "caption", "text_muted", wrap=True))
        section.addWidget(self._problem)
        return section

    def _outlets_section(self) -> QVBoxLayout:
        section = QVBoxLayout()
        section.setSpacing(GAP_XS)
        section.addWidget(Label(self.tr("Outlets that count"), "strong"))
        self._outlets.setSpacing(GAP_S)
        section.addLayout(self._outlets)
        return section

    def _orders_section(self) -> QVBoxLayout:
        section = QVBoxLayout()
        section.setSpacing(GAP_XS)
        section.addWidget(Label(self.tr("How online orders reach your POS"), "strong"))
        for radio, text in (
            (
                self.by_hand,
                self.tr(
                    "You ring them up yourself. Ordered pieces stay held back until you say that "
                    "they are booked."
                ),
            ),
            (
                self.automatically,
                self.tr("Another link books them in the POS within minutes of the order."),
            ),
        ):
            radio.setAccessibleDescription(text)
            section.addWidget(radio, 0, Qt.AlignmentFlag.AlignLeft)
            section.addLayout(below_tick(Label(text, "caption", "text_muted", wrap=True)))
        return section

    def _connect(self) -> None:
        group = QButtonGroup(self)
        for radio in (self.by_hand, self.automatically):
            group.addButton(radio)
        group.buttonClicked.connect(self._on_reach)
        self.register.activated.connect(self._on_register)

    def _on_register(self) -> None:
        self._problem.tell("")
        self._show_ticks()
        self.drafted.emit()

    def _on_ticked(self) -> None:
        locked = self._locked()
        for key, row in self._rows.items():
            if key == locked:
                continue
            if row.tick.isChecked():
                self._ticked.add(key)
            else:
                self._ticked.discard(key)
        self.drafted.emit()

    def _on_reach(self) -> None:
        self.reach_chosen.emit(AUTOMATICALLY if self.automatically.isChecked() else BY_HAND)
