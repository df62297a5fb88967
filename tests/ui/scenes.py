"""Every screen in every state, as a list of scenes that the real window is brought to."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import get_args

from PySide6.QtCore import QEvent, QObject, QPoint, QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMainWindow, QMenu, QWidget

from app.facts.catalogue import Catalogue
from app.facts.state import AppState, Changed, Part, RunFacts, TestResult
from app.ui import turning
from app.ui.screens.product_window import ProductWindow
from app.ui.screens.wizard_store import StoreForm
from app.ui.tables.columns import KEYS
from app.ui.window import Window
from app.ui.wording_settings_pages import GROUPS
from tests.ui import full_shop as full
from tests.ui import past
from tests.ui.desk import RecordingDesk
from tests.ui.full_shop import Shop, opened, shop, trouble, wizard

EVERYTHING = Changed(frozenset(get_args(Part)) - {"background"})

_ROUNDS = 6
"""The outlets' draft comes to rest in the second round, or in the third on a busy computer."""

Arrange = Callable[["Stage"], QWidget | None]


@dataclass(frozen=True, slots=True)
class Scene:
    """What is told, and what a person did then; `arrange` returns the window to look at."""

    name: str
    shop: Shop
    arrange: Arrange = lambda _: None


class Strays(QObject):
    """Notes windows that nobody asked for: parts that were shown before they had a page."""

    def __init__(self) -> None:
        super().__init__()
        self.met: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """A window opens."""
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget):
            wanted = isinstance(watched, QMainWindow | QDialog | QMenu | ProductWindow)
            if watched.isWindow() and not wanted and type(watched).__name__ != "QTipLabel":
                self.met.append(f"a window of its own: {type(watched).__name__}")
        return False


class Stage:
    """The real window with a desk behind it."""

    def __init__(self, application: QApplication, kept: QSettings) -> None:
        self.application = application
        self.strays = Strays()
        application.installEventFilter(self.strays)
        turning.keep_still(True)
        self.desk = RecordingDesk()
        self._told: Shop | None = None
        self.window = Window(self.desk.wishes, kept)
        self.window.resize(1280, 800)
        self.window.show()
        self.window.activateWindow()
        self.settle()

    def settle(self) -> None:
        """Let everything be laid out: a list that grows makes its page grow, and that others."""
        for _ in range(_ROUNDS):
            QApplication.sendPostedEvents()
            QApplication.processEvents()

    def tell(self, told: Shop) -> None:
        """The shop is so now."""
        parts = EVERYTHING.parts
        if self._told is not None and self._told.rows is told.rows:
            parts -= {"reset", "rows"}
        else:
            self.desk.catalogue = Catalogue()
            if told.rows is not None:
                self.desk.catalogue.replace_all(told.rows)
        same, self._told = told == self._told, told
        self.desk.state, self.desk.log = told.state, list(told.log)
        if not same:
            self.window.refresh(Changed(parts))

    def play(self, scene: Scene) -> QWidget:
        """Bring the window there; returns the window that is to be looked at."""
        self.window.setUpdatesEnabled(False)
        self.clear()
        self.tell(scene.shop)
        found = scene.arrange(self)
        self.settle()
        self.window.setUpdatesEnabled(True)
        return found or self.window

    def clear(self) -> None:
        """Close what stands over the window, and go back to the catalogue as it opens."""
        for top in self.application.topLevelWidgets():
            if isinstance(top, QMenu) and top.isVisible():
                top.close()
            elif isinstance(top, QDialog) and top.isVisible():
                top.reject()
        for apart in list(self.window._apart.values()):
            apart.close()
        page = self.window.shop
        page.show_activity(False)
        page.show_screen("catalogue")
        page.catalogue.looking.look_at_all()
        page.catalogue.table.clearSelection()
        page.outlets._on_discard()
        while page.product.fields.close_opened():
            pass
        for form in self.window.wizard.findChildren(StoreForm):
            form.name.set_text("")
            form.token.set_text("")
            form.name.set_problem("")
            form.token.set_problem("")
            form._steps.hide()
        self.window.wizard._outlets._problem.tell("")

    def leave(self) -> None:
        """Close the window for good."""
        self.clear()
        self.settle()
        self.window.leave()
        self.window.deleteLater()
        self.settle()
        self.application.removeEventFilter(self.strays)
        turning.keep_still(False)


# What a person did


def _screen(name: str) -> Arrange:
    return lambda stage: stage.window.shop.show_screen(name)


def _group(name: str) -> Arrange:
    def arrange(stage: Stage) -> None:
        stage.window.shop.show_screen("settings")
        stage.window.shop.settings.show_group(name)  # type: ignore[arg-type]

    return arrange


def _activity(stage: Stage) -> None:
    stage.window.shop.show_activity(True)


def _select_three(stage: Stage) -> None:
    table = stage.window.shop.catalogue.table
    table.choose(0)
    for at in (1, 2):
        table.selectRow(at)
    table.selectAll()


def _search(text: str) -> Arrange:
    return lambda stage: stage.window.shop.catalogue.search.setText(text)


def _some_alone(stage: Stage) -> None:
    stage.window.shop.catalogue.show_only({"MUG-E", "SKI-26"})


def _empty_filter(stage: Stage) -> None:
    side = stage.window.shop.catalogue.side
    side.statuses.set_statuses(frozenset({"failed"}))
    stage.window.shop.catalogue.looking._on_side()


def _open_family(stage: Stage) -> None:
    table = stage.window.shop.catalogue.table
    at = [table.rows.line(n).row.sku for n in range(table.rows.rowCount())].index("MUG-E")
    table.set_open(at, opened=True)
    table.choose(at)


def _all_columns(stage: Stage) -> None:
    catalogue = stage.window.shop.catalogue
    catalogue.table.kept.set_chosen(frozenset(KEYS))
    catalogue._measure()


def _as_delivered(stage: Stage) -> None:
    catalogue = stage.window.shop.catalogue
    catalogue.table.kept.reset()
    catalogue._measure()


def _compact(stage: Stage) -> None:
    _as_delivered(stage)
    stage.window.shop.catalogue.toggle_density()


def _comfortable(stage: Stage) -> None:
    stage.window.shop.catalogue.toggle_density()


def _unfolded(stage: Stage) -> None:
    stage.window.shop.product.fields.set_unfolded(True)
    stage.window.shop.product._refit()


def _opened(stage: Stage) -> None:
    """A text with its differences, and a picture shown large."""
    for row in stage.window.shop.product.fields.rows():
        line = row.line()
        if line is not None and line.field == "description":
            row._on_unfold()
        elif line is not None and line.field == "images":
            row.pictures().buttons()[0].click()


def _linking(stage: Stage) -> None:
    panel = stage.window.shop.product
    panel.fields.set_unfolded(False)
    panel._open_link()
    QTest.keyClicks(panel.link.search, "skil")
    QTest.keyClick(panel.link.search, Qt.Key.Key_Return)
    panel.refresh(EVERYTHING)


def _unlinking(stage: Stage) -> None:
    stage.window.shop.product._open_unlink()


def _draft(outlet: str) -> Arrange:
    def arrange(stage: Stage) -> None:
        stage.window.shop.show_screen("outlets")
        stage.window.shop.outlets._on_turned(outlet, True)

    return arrange


def _second_change(stage: Stage) -> None:
    stage.window.shop.show_screen("history")
    changes = stage.window.shop.history.pane.changes
    changes.setCurrentIndex(changes.lines.index(1))


def _where(stage: Stage) -> None:
    for form in stage.window.wizard.findChildren(StoreForm):
        form._steps.show()


def _wrong(stage: Stage) -> None:
    for form in stage.window.wizard.findChildren(StoreForm):
        form.name.set_text("my shop")
        form.check()


def _no_register(stage: Stage) -> None:
    stage.window.wizard._on_next()


def _about(page: str) -> Arrange:
    def arrange(stage: Stage) -> QWidget | None:
        stage.window.menus.actions[page].trigger()
        return stage.application.activeModalWidget()

    return arrange


def _question(stage: Stage) -> QWidget:
    return stage.window.question


def _forget_question(stage: Stage) -> QWidget:
    return stage.window.forget_question


def _apart(stage: Stage) -> QWidget:
    stage.window.open_apart(full.DIFFERING.row.id)
    found = stage.window._apart[full.DIFFERING.row.id]
    found.refresh(EVERYTHING)
    return found


def _menu_of(action: Callable[[Stage], None]) -> Arrange:
    def arrange(stage: Stage) -> QWidget | None:
        action(stage)
        stage.settle()
        return stage.application.activePopupWidget()

    return arrange


def _columns_menu(stage: Stage) -> None:
    stage.window.shop.catalogue.choose_columns()


def _row_menu(stage: Stage) -> None:
    _select_three(stage)
    stage.window.shop.catalogue._show_menu(QPoint(100, 100))


def _more_menu(stage: Stage) -> None:
    more = stage.window.shop.product.head.more
    more.menu_of_deeds.popup(QPoint(100, 100))


def _bar_menu(at: int) -> Arrange:
    def show(stage: Stage) -> None:
        bar = stage.window.menuBar()
        menu = bar.actions()[at].menu()
        menu.popup(QPoint(100, 100))  # type: ignore[attr-defined]

    return _menu_of(show)


# All of them

_WIZARD = (
    Scene("wizard: POS", Shop(wizard())),
    Scene("wizard: POS, where", Shop(wizard()), _where),
    Scene("wizard: POS, wrong", Shop(wizard()), _wrong),
    Scene("wizard: POS, testing", Shop(wizard(pos=TestResult(testing=True)))),
    Scene("wizard: POS found", Shop(wizard(pos=full.TESTED["pos"]))),
    Scene("wizard: POS, too little", Shop(wizard(pos=TestResult(found=full.POOR_POS)))),
    *(
        Scene(f"wizard: POS, {kind}", Shop(wizard(pos=TestResult(trouble=trouble(kind, "pos")))))
        for kind in ("token", "offline", "unexpected")
    ),
    Scene(
        "wizard: POS again",
        Shop(
            replace(
                wizard(reconnecting=True, pos_address="fernandflint"),
                trouble=trouble("token", "pos"),
            )
        ),
    ),
    Scene("wizard: online", Shop(wizard("online", pos=full.TESTED["pos"])), _where),
    Scene("wizard: online, wrong", Shop(wizard("online", pos=full.TESTED["pos"])), _wrong),
    Scene("wizard: online found", Shop(wizard("online", **full.TESTED))),
    Scene(
        "wizard: online, too little",
        Shop(wizard("online", pos=full.TESTED["pos"], online=TestResult(found=full.POOR_ONLINE))),
    ),
    Scene("wizard: saving", Shop(wizard("online", saving=True, **full.TESTED))),
    Scene(
        "wizard: no keyring",
        Shop(wizard("online", trouble=trouble("no keyring", None), **full.TESTED)),
    ),
    Scene("wizard: outlets", Shop(wizard("outlets", outlets=full.NO_REGISTER, **full.TESTED))),
    Scene(
        "wizard: outlets, wrong",
        Shop(wizard("outlets", outlets=full.NO_REGISTER, **full.TESTED)),
        _no_register,
    ),
    Scene("wizard: outlets chosen", Shop(wizard("outlets", outlets=full.OUTLETS, **full.TESTED))),
    Scene("wizard: outlets to come", Shop(wizard("outlets", saving=True, **full.TESTED))),
    Scene(
        "wizard: outlets, trouble",
        Shop(
            wizard("outlets", outlets=full.OUTLETS, trouble=trouble("storage", None), **full.TESTED)
        ),
    ),
)

_CATALOGUE = (
    Scene("catalogue", shop()),
    Scene("catalogue: family", shop(), _open_family),
    Scene("catalogue: great numbers", shop(full.GREAT)),
    Scene("catalogue: all columns", shop(), _all_columns),
    Scene("catalogue: compact", shop(), _compact),
    Scene("catalogue: comfortable", shop(), _comfortable),
    Scene("catalogue: selected", shop(), _select_three),
    Scene("catalogue: some alone", shop(), _some_alone),
    Scene("catalogue: no hit", shop(), _search("willow")),
    Scene("catalogue: none of a status", shop(full.AGREEING, waiting=0), _empty_filter),
    Scene("catalogue: first read", shop(None, run=full.READING, loading=True, last=None)),
    Scene("catalogue: no products", shop(())),
    *(
        Scene(f"catalogue: {kind}", shop(None, trouble=trouble(kind, None), run=full.ENDED))
        for kind in ("offline", "token", "keyring", "register", "settings", "not connected")
    ),
)

_PRODUCT = (
    Scene("product: differs", opened(full.DIFFERS)),
    Scene("product: every state", opened(full.DIFFERING), _unfolded),
    Scene("product: conflict", opened(full.DIFFERING)),
    Scene("product: kept", opened(full.KEPT)),
    Scene("product: failed", opened(full.FAILED)),
    Scene("product: family", opened(full.FAMILY)),
    Scene("product: only online", opened(full.ONLY_ONLINE)),
    Scene("product: reading", opened(None, "SKI-26")),
    Scene("product: linking", opened(full.DIFFERS, candidates=full.CANDIDATES), _linking),
    Scene("product: no candidate", opened(full.KEPT, candidates=()), _linking),
    Scene("product: unlinking", opened(full.DIFFERING), _unlinking),
    Scene("product: opened", opened(full.DIFFERING), _opened),
    Scene("product: during a run", opened(full.DIFFERS, run=full.SENDING)),
    Scene("product: with activity", opened(full.DIFFERS, run=full.SENDING), _activity),
)

_PREVIEW = (
    Scene("preview: guard", shop(preview=full.GUARDED)),
    Scene("preview: answered", shop(preview=full.ANSWERED)),
    Scene("preview: plain", shop(preview=full.PLAIN)),
    Scene("preview: first sync", shop(preview=full.FIRST, first_done=False)),
    Scene("preview: check only", shop(preview=full.CHECKED, check_only=True)),
    Scene("preview: foreign", shop(preview=full.FOREIGN, check_only=True)),
    Scene("preview: broken", shop(preview=full.BROKEN)),
    Scene("preview: nothing", shop(preview=full.NOTHING)),
    Scene("preview: during a run", shop(preview=full.GUARDED, run=full.SENDING)),
)

_ACTIVITY = (
    Scene("activity: no sync yet", replace(shop(run=RunFacts(), last=None), log=()), _activity),
    Scene("activity: ended", shop(), _activity),
    Scene("activity: an answer is wanted", shop(last=full.ASKING_LAST), _activity),
    Scene("activity: well", shop(last=full.GOOD_LAST), _activity),
    Scene("activity: reading", shop(run=full.READING), _activity),
    Scene("activity: sending", shop(run=full.SENDING), _activity),
    Scene("activity: paused", shop(run=full.PAUSED), _activity),
    Scene("activity: stopping", shop(run=full.STOPPING), _activity),
    Scene("activity: checking", shop(run=full.CHECKING), _activity),
    Scene("activity: waiting", shop(run=full.WAITING), _activity),
    Scene("activity: trouble", shop(trouble=trouble("token")), _activity),
    Scene("strip: notice", shop(notice=full.NOTICE, undo="sold")),
    *(
        Scene(f"strip: {kind}", shop(trouble=trouble(kind, "pos"), online="silent", pos="refused"))
        for kind in ("offline", "busy", "token", "listing", "storage", "another run", "register")
    ),
)

_OUTLETS = (
    Scene("outlets", shop(), _screen("outlets")),
    Scene("outlets: draft", shop(effect=full.EFFECT), _draft("harbour")),
    Scene("outlets: being weighed", shop(), _draft("bench")),
    Scene("outlets: no register", shop(outlets=full.NO_REGISTER), _screen("outlets")),
    Scene("outlets: none known", shop(outlets=None), _screen("outlets")),
)

_HISTORY = (
    Scene("history", shop(history=past.HISTORY), _screen("history")),
    Scene("history: a change chosen", shop(history=past.HISTORY), _second_change),
    Scene("history: all went well", shop(history=past.GOOD), _screen("history")),
    Scene("history: an answer was wanted", shop(history=past.ASKED), _screen("history")),
    Scene("history: nothing changed", shop(history=past.QUIET), _screen("history")),
    Scene("history: none yet", shop(history=past.NONE), _screen("history")),
    Scene("history: during a run", shop(history=past.HISTORY, run=full.SENDING), _second_change),
    Scene("undo: a sync", shop(undoing=past.WHOLE), _screen("history")),
    Scene("undo: one field", shop(undoing=past.FIELD), _screen("history")),
    Scene("undo: nothing", shop(undoing=past.EMPTY), _screen("history")),
    Scene("undo: check only", shop(undoing=past.CHECKED, check_only=True), _screen("history")),
)

_SETTINGS = (
    *(Scene(f"settings: {group}", shop(), _group(group)) for group in GROUPS),
    *(
        Scene(f"settings: {group}, changed", shop(settings=full.OTHER_SETTINGS), _group(group))
        for group in GROUPS
        if group not in ("appearance", "notices")
    ),
    Scene(
        "settings: trouble",
        shop(trouble=trouble("settings", None)),
        _group("safety"),
    ),
)

_BESIDE = (
    Scene("about", shop(), _about("about")),
    Scene("keys", shop(), _about("keys")),
    Scene("forget question", shop(question="forget everything"), _forget_question),
    Scene("close question", shop(run=full.SENDING, question="close during run"), _question),
    Scene(
        "close question: reading", shop(run=full.READING, question="close during run"), _question
    ),
    Scene("window of a product", shop(apart={full.DIFFERING.row.id: full.DIFFERING}), _apart),
    Scene("menu: columns", shop(), _menu_of(_columns_menu)),
    Scene("menu: rows", shop(), _menu_of(_row_menu)),
    Scene("menu: more", opened(full.KEPT), _menu_of(_more_menu)),
    *(Scene(f"menu bar: {at}", shop(undo="sold"), _bar_menu(at)) for at in range(6)),
)

SCENES: tuple[Scene, ...] = (
    Scene("welcome, all forgotten", shop(place="welcome", forgotten=())),
    Scene("welcome, not all forgotten", shop(place="welcome", forgotten=full.STAYED)),
    Scene("welcome", Shop(AppState(), None)),
    Scene("welcome: trouble", Shop(AppState(trouble=trouble("no keyring", None)), None)),
    Scene("welcome: a lost file", Shop(AppState(words=(full.SAID["words"],)), None)),
    Scene("catalogue: a lost file", shop(words=(full.SAID["words"],))),
    *_WIZARD,
    *_CATALOGUE,
    *_PRODUCT,
    *_PREVIEW,
    *_ACTIVITY,
    *_OUTLETS,
    *_HISTORY,
    *_SETTINGS,
    *_BESIDE,
)
