"""The wizard that connects the two stores: POS, online store, outlets."""

from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.controller.wishes import Wishes
from app.facts.state import AppState, Changed, TestResult, WizardFacts
from app.ui.screens.wizard_outlets import BY_HAND, OutletsForm
from app.ui.screens.wizard_progress import (
    STEPS,
    again,
    enough,
    name_of,
    step_facts,
    trouble_at_end,
)
from app.ui.screens.wizard_steps import StepRail
from app.ui.screens.wizard_store import StoreForm
from app.ui.theme import GAP_M, GAP_XL
from app.ui.widgets.button import Button
from app.ui.widgets.ground import Ground
from app.ui.widgets.label import Label
from app.ui.widgets.line import HLine, VLine
from app.ui.widgets.placing import scrolling
from app.ui.wording_wizard import outlets_step_caption, store_words

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class WizardScreen(QWidget):
    """Three steps, one primary button that names the next.

    `kept` remembers the shop's address and the store's number until both stores are connected;
    tokens are never in it.
    """

    def __init__(
        self, desk: Wishes, kept: QSettings | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._kept = kept
        self._step = ""
        self._going_on = False
        self._rail = StepRail(len(STEPS))
        self._pos = StoreForm("pos")
        self._online = StoreForm("ecom")
        self._forms = {"wizard/address": self._pos, "wizard/number": self._online}
        self._outlets = OutletsForm()
        self._pages = QStackedWidget()
        self._back = Button(self.tr("Back"))
        self._next = Button("", kind="primary")
        self._lay_out()
        self._recall()
        self._connect()

    def refresh(self, changed: Changed) -> None:
        """Show the step, what was found, and what is in the way."""
        state = self._desk.state
        if "forgotten" in changed.parts and state.forgotten is not None:
            self._forget_all()
        if not changed.parts & {"place", "wizard", "trouble", "settings"}:
            return
        if state.place != "wizard":
            self._leave(state)
            return
        facts = state.wizard
        told = self._pos.show_facts(facts, again(state, "pos"))
        told |= self._online.show_facts(facts, again(state, "ecom"))
        reach = str(state.settings.get("orders.reach_pos", BY_HAND))
        self._outlets.show_facts(facts, reach, trouble_at_end(state))
        self._show_rail(state)
        if facts.step != self._step:
            self._turn_to(facts)
        elif told:
            self._follow_test(facts)
        if self._going_on:
            self._go_on(facts)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Begin where something is to be filled in."""
        super().showEvent(event)
        self._focus_start()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Enter in a field moves on as the primary button does; Esc ends a test."""
        if event.key() == Qt.Key.Key_Escape and self._result(self._desk.state.wizard).testing:
            self._on_stopped()
            return
        if event.key() in _ENTER and not event.isAutoRepeat():
            self._on_next()
            return
        super().keyPressEvent(event)

    # What is shown

    def _show_rail(self, state: AppState) -> None:
        facts, demo = state.wizard, state.store.demo
        if facts.reconnecting:
            self._rail.show_words(
                self.tr("Connect again"),
                self.tr("Your choices and ticks are kept. Nothing is changed in either store."),
                self.tr("Not now?"),
                self.tr("Back to the catalogue"),
            )
        else:
            self._rail.show_words(
                self.tr("Connect your stores"),
                self.tr("Three steps, about five minutes. Nothing is changed in either store."),
                self.tr("Not ready?"),
                self.tr("Explore with sample stores"),
            )
        names = ("", "") if demo else (state.store.pos_name, state.store.online_name)
        pos = name_of(facts.pos) or names[0] or self.tr("Lightspeed Retail (X-Series)")
        online = name_of(facts.online) or names[1] or self.tr("Lightspeed eCom (E-Series)")
        _, ticked = self._outlets.draft()
        captions = (pos, online, outlets_step_caption(facts.outlets, len(ticked)))
        titles = (self.tr("Point of sale"), self.tr("Online store"), self.tr("Outlets"))
        self._rail.show_steps(step_facts(state, titles, captions))

    def _turn_to(self, facts: WizardFacts) -> None:
        self._step = facts.step
        self._going_on = False
        self._pages.setCurrentIndex(STEPS.index(facts.step))
        self._next.setText(
            {
                "pos": store_words("pos").next,
                "online": store_words("ecom").next,
                "outlets": self.tr("Finish: read both stores"),
            }[facts.step]
        )
        self._focus_start()

    def _focus_start(self) -> None:
        form = self._form()
        start: QWidget | None = None
        if form is not None:
            start = form.first_gap()
        elif not self._outlets.draft()[0]:
            start = self._outlets.register
        (start or self._next).setFocus(Qt.FocusReason.OtherFocusReason)

    def _follow_test(self, facts: WizardFacts) -> None:
        """From a test that went well the hand moves on to the next step."""
        form = self._form()
        if form is not None and form.test.hasFocus() and enough(self._result(facts)):
            self._next.setFocus(Qt.FocusReason.OtherFocusReason)

    def _leave(self, state: AppState) -> None:
        self._step = ""
        self._going_on = False
        if state.place == "shop":
            self._pos.forget_token()
            self._online.forget_token()
            if not state.store.demo:
                self._forget_names()

    def _forget_all(self) -> None:
        self._pos.forget()
        self._online.forget()
        self._forget_names()

    # What is wished for

    def _on_next(self) -> None:
        facts = self._desk.state.wizard
        form = self._form()
        if form is None:
            self._finish()
            return
        result = self._result(facts)
        if enough(result):
            self._advance(facts)
        elif result.testing:
            self._going_on = True
        elif form.check():
            self._going_on = True
            self._test(form)

    def _go_on(self, facts: WizardFacts) -> None:
        """Go to the next step once its test, which *Next* began, has found enough."""
        result = self._result(facts)
        if result.testing or (result.found is None and result.trouble is None):
            return
        self._going_on = False
        if enough(result):
            self._advance(facts)

    def _advance(self, facts: WizardFacts) -> None:
        if facts.step == "pos":
            self._desk.wizard_step("online")
        elif not facts.saving:
            self._desk.save_stores()

    def _finish(self) -> None:
        if self._desk.state.wizard.outlets is not None and self._outlets.check():
            self._desk.finish_wizard(*self._outlets.draft())

    def _test(self, form: StoreForm) -> None:
        typed = form.typed()
        if form is self._pos:
            self._desk.test_pos(typed.name, typed.token)
        else:
            self._desk.test_online(typed.name, typed.token)

    def _on_tested(self) -> None:
        form = self._form()
        if form is not None and not self._result(self._desk.state.wizard).testing:
            self._test(form)

    def _on_stopped(self) -> None:
        """Wait no longer for a store that does not answer; what was typed stays."""
        self._going_on = False
        self._desk.forget_test(self._step)
        form = self._form()
        if form is not None:
            form.test.setFocus(Qt.FocusReason.OtherFocusReason)

    def _recall(self) -> None:
        """Fill in what was typed before the window was closed."""
        if self._kept is not None:
            for name, form in self._forms.items():
                form.recall(str(self._kept.value(name, "")))

    def _forget_names(self) -> None:
        if self._kept is not None:
            self._kept.remove("wizard")

    def _remember(self) -> None:
        if self._kept is not None:
            for name, form in self._forms.items():
                self._kept.setValue(name, form.typed().name)

    def _on_edited(self) -> None:
        self._going_on = False
        self._remember()
        if self._result(self._desk.state.wizard) != TestResult():
            self._desk.forget_test(self._step)

    def _on_back(self) -> None:
        index = STEPS.index(self._step) if self._step else 0
        if index:
            self._desk.wizard_step(STEPS[index - 1])
        else:
            self._desk.leave_wizard()

    def _on_left(self) -> None:
        if self._desk.state.wizard.reconnecting:
            self._desk.leave_wizard()
        else:
            self._desk.explore_samples()

    def _on_again(self) -> None:
        if self._step == "outlets" and self._desk.state.wizard.outlets is not None:
            self._finish()
        else:
            self._desk.save_stores()

    def _on_drafted(self) -> None:
        self._show_rail(self._desk.state)

    def _on_reach(self, reach: str) -> None:
        self._desk.set_setting("orders.reach_pos", reach)

    def _form(self) -> StoreForm | None:
        return {"pos": self._pos, "online": self._online}.get(self._step)

    def _result(self, facts: WizardFacts) -> TestResult:
        return facts.pos if self._step == "pos" else facts.online

    # How it is laid out

    def _lay_out(self) -> None:
        for form in (self._pos, self._online, self._outlets):
            self._pages.addWidget(scrolling(form))
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self._pages, 1)
        right.addWidget(HLine())
        right.addWidget(self._footer())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._rail)
        row.addWidget(VLine())
        row.addLayout(right, 1)

    def _footer(self) -> Ground:
        footer = Ground("window")
        kept = self.tr("Going back keeps what you typed; closing the window keeps all but tokens.")
        row = QHBoxLayout(footer)
        row.setContentsMargins(GAP_XL, GAP_M, GAP_XL, GAP_M)
        row.setSpacing(GAP_M)
        row.addWidget(Label(kept, colour="text_muted", wrap=True), 1)
        row.addWidget(self._back)
        row.addWidget(self._next)
        return footer

    def _connect(self) -> None:
        for form in (self._pos, self._online):
            form.edited.connect(self._on_edited)
            form.tested.connect(self._on_tested)
            form.again.connect(self._on_again)
            form.stopped.connect(self._on_stopped)
        self._outlets.drafted.connect(self._on_drafted)
        self._outlets.reach_chosen.connect(self._on_reach)
        self._outlets.again.connect(self._on_again)
        self._rail.chosen.connect(self._desk.wizard_step)
        self._rail.left.connect(self._on_left)
        self._back.clicked.connect(self._on_back)
        self._next.clicked.connect(self._on_next)
