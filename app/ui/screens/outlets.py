"""The outlets: whose stock is sold online, and what another choice changes (R10, LOOK §7)."""

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.controller.wishes import Wishes
from app.facts.outlets import OutletsEffect, OutletsFacts
from app.facts.state import Changed, Part
from app.ui import icons
from app.ui.pictures import Pictures
from app.ui.screens.outlets_draft import OutletDraft
from app.ui.screens.outlets_effect import OutletsEffectPane
from app.ui.screens.outlets_footer import OutletsFooter
from app.ui.screens.outlets_list import OutletList
from app.ui.screens.outlets_rows import OutletModel, OutletRow
from app.ui.theme import GAP_S, MARGIN, current, scaled
from app.ui.widgets.banner import Banner
from app.ui.widgets.button import Button
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.label import Label
from app.ui.widgets.line import VLine
from app.ui.widgets.steady_combo import SteadyCombo
from app.ui.wording_outlets import caption, changed_word, register_name

_WATCHED: frozenset[Part] = frozenset({"outlets", "run", "place", "store"})
_PANE, _PANE_SHARE = 412, 0.42
_COMBO = 290


class OutletsScreen(QWidget):
    """The choice is the screen's while it is being made; kept, it is the desk's.

    `show_products` shows these products in the catalogue.
    """

    def __init__(
        self,
        desk: Wishes,
        show_products: Callable[[frozenset[str]], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._facts: OutletsFacts | None = None
        self._draft: OutletDraft | None = None
        self._seen: OutletsEffect | None = None
        """What the draft changes, once it was told: keeping it makes the desk forget."""
        self.pictures = Pictures(desk.picture, self)
        self._model = OutletModel(self)
        self.register = SteadyCombo(self.tr("Online orders go to"))
        self.list = OutletList(self._model)
        self.banner = Banner(
            "attention",
            self.tr("No register takes the online orders yet"),
            self.tr("Pick the one that books them. Nothing is sent online until you do."),
        )
        self.effect = OutletsEffectPane(self.pictures, show_products)
        self.footer = OutletsFooter()
        self.read = Button(self.tr("Read both stores"), icon="retry")
        self.nothing = EmptyState("shop", "neutral", "", "", (self.read,))
        self._pages = QStackedWidget()
        self._lay_out()
        self._join()
        self.refresh(Changed(_WATCHED))

    def refresh(self, changed: Changed) -> None:
        """Follow what is kept, and what the choice being made would change."""
        if "pictures" in changed.parts:
            self.pictures.changed(changed.ids)
        if not changed.parts & _WATCHED:
            return
        facts = self._desk.state.outlets
        if facts != self._facts:
            self._take(facts)
        self._show_page()
        self._show_draft()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Icons and widths follow theme and text."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self._fill_registers()
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """The right pane leaves the list the larger part."""
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """The ground of forms."""
        QPainter(self).fillRect(self.rect(), current().surface)

    # Laying out

    def _lay_out(self) -> None:
        ask = Label(self.tr("Online orders go to"))
        ask.setBuddy(self.register)
        self.register.setPlaceholderText(self.tr("Choose a register"))
        asked = QHBoxLayout()
        asked.setSpacing(GAP_S)
        asked.addWidget(ask)
        asked.addWidget(self.register, 1000)
        asked.addStretch(1)
        head = QVBoxLayout()
        head.setContentsMargins(MARGIN, MARGIN - 4, MARGIN, MARGIN - 6)
        head.setSpacing(GAP_S)
        head.addWidget(Label(self.tr("Outlets"), "title1"))
        about = self.tr("Online stock is the sum of the ticked outlets.")
        head.addWidget(Label(about, colour="text_muted"))
        head.addSpacing(GAP_S)
        head.addLayout(asked)
        head.addWidget(self.banner)
        left = QVBoxLayout()
        left.setSpacing(0)
        left.addLayout(head)
        left.addWidget(self.list, 1)
        left.addWidget(self.footer)
        page = QWidget()
        row = QHBoxLayout(page)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(left, 1)
        row.addWidget(VLine())
        row.addWidget(self.effect)
        self._pages.addWidget(page)
        self._pages.addWidget(self.nothing)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._pages)
        self._fit()

    def _fit(self) -> None:
        self.register.setMaximumWidth(max(scaled(_COMBO), self.register.sizeHint().width()))
        self.register.setIconSize(QSize(scaled(16), scaled(16)))
        self.effect.setFixedWidth(min(scaled(_PANE), int(self.width() * _PANE_SHARE)))

    def _join(self) -> None:
        self.register.activated.connect(self._on_register)
        self._model.turned.connect(self._on_turned)
        self.footer.discard.clicked.connect(self._on_discard)
        self.footer.keep.clicked.connect(self._on_keep)
        self.read.clicked.connect(self._desk.look)

    # Showing

    def _take(self, facts: OutletsFacts | None) -> None:
        """Other facts are kept now: a choice that says the same is no draft any more."""
        self._facts = facts
        self._seen = None
        if facts is None or (self._draft is not None and self._draft.is_kept(facts)):
            self._draft = None
        elif self._draft is not None:
            self._desk.weigh_outlets(self._draft.register, self._draft.ticked(facts))
        self._fill_registers()
        self._fit()

    def _show_page(self) -> None:
        facts, run = self._facts, self._desk.state.run
        if facts is not None and facts.outlets:
            self._pages.setCurrentIndex(0)
            return
        if run.active:
            title = self.tr("Reading your outlets")
            text = self.tr("They stand here once the POS has told them. Nothing is sent.")
        elif facts is None or not self._desk.state.read_at:
            title = self.tr("No outlets known yet")
            text = self.tr("They come from the POS. Reading changes nothing in either store.")
        else:
            title = self.tr("The POS has no outlet")
            text = self.tr("Add one there, then read both stores again.")
        self.nothing.set_words(title, text)
        self.read.setEnabled(not run.active)
        self.read.set_reason(self.tr("A sync is running.") if run.active else "")
        self._pages.setCurrentIndex(1)

    def _show_draft(self) -> None:
        facts = self._facts
        if facts is None:
            return
        draft = self._draft or OutletDraft.kept(facts)
        self._model.show(_rows(facts, draft))
        self.register.setCurrentIndex(self.register.findData(draft.register))
        self.banner.setVisible(draft.register is None)
        if self._draft is None:
            self.effect.show_nothing()
            self.footer.show_nothing()
            return
        effect = self._weighed(draft, facts)
        if effect is None:
            self.effect.show_weighing()
        else:
            self.effect.show_effect(effect)
        self.footer.show_draft(_changed(facts, draft), effect, may_keep=draft.register is not None)

    def _weighed(self, draft: OutletDraft, facts: OutletsFacts) -> OutletsEffect | None:
        """What this very choice changes, if that is known."""
        wanted = draft.register, draft.ticked(facts)
        for effect in (self._desk.state.effect, self._seen):
            if effect is not None and (effect.register, effect.ticked) == wanted:
                self._seen = effect
                return effect
        return None

    def _fill_registers(self) -> None:
        facts = self._facts
        registers = facts.registers if facts is not None else ()
        chosen = self.register.currentData()
        self.register.clear()
        for one in registers:
            if facts is not None:
                till = icons.icon("till", current().pos_side)
                self.register.addItem(till, register_name(one, facts), one.id)
        self.register.setCurrentIndex(self.register.findData(chosen))

    # Choosing

    def _on_turned(self, outlet: str, ticked: bool) -> None:
        if self._facts is not None:
            draft = self._draft or OutletDraft.kept(self._facts)
            self._choose(draft.with_tick(outlet, ticked), self._facts)

    def _on_register(self, _index: int) -> None:
        if self._facts is not None:
            draft = self._draft or OutletDraft.kept(self._facts)
            self._choose(draft.with_register(self.register.currentData()), self._facts)

    def _choose(self, draft: OutletDraft, facts: OutletsFacts) -> None:
        if draft.is_kept(facts):
            self._on_discard()
            return
        self._draft = draft
        self._desk.weigh_outlets(draft.register, draft.ticked(facts))
        self._show_draft()

    def _on_discard(self) -> None:
        had_focus = self.footer.has_focus()
        self._draft = None
        self._desk.discard_outlets()
        self._show_draft()
        if had_focus:
            self.list.setFocus()

    def _on_keep(self) -> None:
        draft, facts = self._draft, self._facts
        if draft is None or facts is None or draft.register is None:
            return
        had_focus = self.footer.has_focus()
        self._desk.keep_outlets(draft.register, draft.ticked(facts))
        if had_focus:
            self.list.setFocus()


def _rows(facts: OutletsFacts, draft: OutletDraft) -> tuple[OutletRow, ...]:
    now, locked, ticked = time.time(), draft.locked(facts), draft.ticked(facts)
    rows = []
    for line in facts.outlets:
        counts, lock = line.id in ticked, line.id == locked
        said = caption(line, ticked=counts, locked=lock, now=now)
        rows.append(OutletRow(line, counts, lock, counts != line.ticked, said))
    return tuple(rows)


def _changed(facts: OutletsFacts, draft: OutletDraft) -> str:
    kept, ticked = OutletDraft.kept(facts), draft.ticked(facts)
    before = kept.ticked(facts)
    return changed_word(
        len(ticked - before), len(before - ticked), register=draft.register != facts.register
    )
