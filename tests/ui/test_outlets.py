"""The outlets screen: a choice is made by mouse and keys, weighed, kept or dropped."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from decimal import Decimal

import pytest
from PySide6.QtCore import QBuffer, QLocale, QPoint, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.domain.product import Register
from app.facts.outlets import OutletLine, OutletsEffect, OutletsFacts, StockMove
from app.facts.state import AppState, Changed, RunFacts
from app.ui import theme
from app.ui.screens.outlets import OutletsScreen
from app.ui.screens.outlets_moves import move_height
from app.ui.screens.outlets_rows import COLUMNS
from app.ui.style import CounterpartStyle
from tests.ui.desk import RecordingDesk

LEFT = Qt.MouseButton.LeftButton
HIGH, STORE, HARBOUR, BENCH = "high street", "warehouse", "harbour", "bench"


def line(outlet: str, name: str, *registers: str, ticked: bool = False) -> OutletLine:
    """An outlet that was read."""
    return OutletLine(outlet, name, ticked, registers, 1204, Decimal(6318), 0, 1_700_000_000)


FACTS = OutletsFacts(
    "till 1",
    (
        Register("till 1", "Till 1", HIGH),
        Register("till 2", "Till 2", HIGH),
        Register("quay", "Quay till", HARBOUR),
    ),
    (
        line(HIGH, "High Street", "Till 1", "Till 2", ticked=True),
        line(STORE, "Warehouse", ticked=True),
        line(HARBOUR, "Harbour", "Quay till"),
        replace(line(BENCH, "Repairs Bench"), below_zero=3),
    ),
)
KEPT = frozenset({HIGH, STORE})
WITH_HARBOUR = frozenset({HIGH, STORE, HARBOUR})
MOVES = (
    StockMove("p1", "Olive Oil Soap, 100 g", "SOP", "p1", 203, 443),
    StockMove("p2", "Tea Tin, Small", "TEA", "", 1012, 948),
)
EFFECT = OutletsEffect("till 1", WITH_HARBOUR, 412, 37, 1, MOVES, frozenset({"p1", "p2", "p3"}))


@dataclass
class Seen:
    """The screen with the desk behind it."""

    screen: OutletsScreen
    desk: RecordingDesk
    qtbot: QtBot
    shown: list[frozenset[str]] = field(default_factory=list)

    def tell(self, changed: Changed) -> None:
        """The desk says that something changed."""
        self.screen.refresh(changed)

    def row(self, outlet: str) -> int:
        """The row of an outlet."""
        return [row.line.id for row in self.screen._model.rows].index(outlet)

    def point(self, outlet: str, column: str) -> QPoint:
        """The middle of a cell."""
        model = self.screen.list.model()
        index = model.index(self.row(outlet), COLUMNS.index(column))
        return self.screen.list.visualRect(index).center()

    def click(self, outlet: str, column: str = "count") -> None:
        """Click into a cell."""
        QTest.mouseClick(self.screen.list.viewport(), LEFT, pos=self.point(outlet, column))

    def ticks(self) -> dict[str, bool]:
        """Which outlets count, as the screen has it."""
        return {row.line.id: row.ticked for row in self.screen._model.rows}

    def captions(self) -> dict[str, str]:
        """What stands under the names."""
        return {row.line.id: row.caption for row in self.screen._model.rows}

    def words(self) -> str:
        """Everything that labels say and that can be seen."""
        labels = self.screen.findChildren(QLabel)
        return "\n".join(label.text() for label in labels if label.isVisible())


@pytest.fixture
def app(qapp: QApplication) -> Iterator[QApplication]:
    """The application in our style, and back as it was."""
    before = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
    qapp.setStyle(CounterpartStyle())
    theme.apply_appearance(qapp, "light")
    yield qapp
    QLocale.setDefault(before)
    theme.set_text_scale(qapp, 100)
    theme.apply_appearance(qapp, "light")


def opened(qtbot: QtBot, state: AppState | None = None) -> Seen:
    """The screen, open."""
    desk = RecordingDesk(state or AppState(place="shop", outlets=FACTS))
    shown: list[frozenset[str]] = []
    screen = OutletsScreen(desk.wishes, shown.append)
    qtbot.addWidget(screen)
    screen.resize(1280, 690)
    screen.show()
    qtbot.waitExposed(screen)
    screen.activateWindow()
    screen.list.setFocus()
    return Seen(screen, desk, qtbot, shown)


@pytest.fixture
def seen(app: QApplication, qtbot: QtBot) -> Seen:
    """The screen with High Street and the warehouse counting."""
    del app
    return opened(qtbot)


# Looking


def test_every_outlet_is_told(seen: Seen) -> None:
    """Name, registers, products and units in a row each."""
    model = seen.screen.list.model()
    texts = [model.index(0, column).data() for column in range(len(COLUMNS))]
    assert texts == ["", "High Street", "Till 1, Till 2", "1,204", "6,318"]
    assert model.index(1, 2).data() == "No register"
    assert seen.ticks() == {HIGH: True, STORE: True, HARBOUR: False, BENCH: False}
    assert [model.headerData(n, Qt.Orientation.Horizontal) for n in range(5)] == [
        "Count",
        "Outlet",
        "Registers",
        "Products",
        "Units",
    ]


def test_fractions_of_many_units_are_rounded(seen: Seen) -> None:
    """Metres of ribbon beside thousands of mugs."""
    counts = (Decimal("76683.603"), Decimal("1.5"), Decimal(-3), Decimal(0))
    outlets = tuple(
        replace(one, units=count) for one, count in zip(FACTS.outlets, counts, strict=True)
    )
    seen.tell(seen.desk.now("outlets", outlets=replace(FACTS, outlets=outlets)))
    model = seen.screen.list.model()
    texts = [model.index(row, 4).data() for row in range(4)]
    assert texts == ["76,684", "1.5", "\N{MINUS SIGN}3", "0"]


def test_captions_say_what_there_is_to_know(seen: Seen) -> None:
    """Why the first always counts, when the next was read, what is below zero."""
    captions = seen.captions()
    assert captions[HIGH].startswith("Takes the online orders, so it always counts.")
    assert captions[STORE] == "Read 14 Nov 2023"
    assert captions[BENCH] == "3 products are below zero here"


def test_nothing_is_asked_while_nothing_is_chosen(seen: Seen) -> None:
    """No buttons, no figures, no wish; their room is kept free all the same."""
    assert not seen.screen.footer.keep.isVisible()
    assert seen.screen.footer.height() >= 56
    assert not seen.screen.effect.all.isVisible()
    assert seen.desk.wished == []
    assert "Tick or untick an outlet." in seen.words()


# Ticking


def test_a_click_ticks_an_outlet_and_weighs_it(seen: Seen) -> None:
    """Anywhere in the cell of the tick."""
    seen.click(HARBOUR)
    assert seen.desk.wished == [("weigh_outlets", "till 1", WITH_HARBOUR)]
    assert seen.ticks()[HARBOUR]
    assert seen.captions()[HARBOUR] == "Will count from the next sync"
    assert seen.screen.footer.what.text() == "1 outlet added"


def test_a_click_elsewhere_in_the_row_ticks_nothing(seen: Seen) -> None:
    """Reading is no choosing."""
    seen.click(HARBOUR, "outlet")
    assert seen.desk.wished == []
    assert seen.screen.list.currentIndex().row() == seen.row(HARBOUR)


def test_a_press_that_slips_off_ticks_nothing(seen: Seen) -> None:
    """It is let go over another row."""
    view = seen.screen.list.viewport()
    QTest.mousePress(view, LEFT, pos=seen.point(HARBOUR, "count"))
    QTest.mouseRelease(view, LEFT, pos=seen.point(BENCH, "count"))
    assert seen.desk.wished == []


def test_space_ticks_the_row_of_the_focus(seen: Seen) -> None:
    """Down twice, Space; the row stays the current one."""
    view = seen.screen.list
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Space):
        QTest.keyClick(view, key)
    assert seen.desk.wished == [("weigh_outlets", "till 1", WITH_HARBOUR)]
    assert view.currentIndex().row() == 2
    QTest.keyClick(view, Qt.Key.Key_Up)
    QTest.keyClick(view, Qt.Key.Key_Space)
    assert seen.desk.wished[-1] == ("weigh_outlets", "till 1", frozenset({HIGH, HARBOUR}))
    assert seen.captions()[STORE] == "Will no longer count from the next sync"
    assert seen.screen.footer.what.text() == "Outlets: 1 added, 1 left out"


def test_the_locked_outlet_can_be_read_and_not_unticked(seen: Seen) -> None:
    """The focus reaches it; neither Space nor a click changes it."""
    assert seen.screen.list.currentIndex().row() == 0
    QTest.keyClick(seen.screen.list, Qt.Key.Key_Space)
    seen.click(HIGH)
    assert seen.ticks()[HIGH]
    assert seen.desk.wished == []
    index = seen.screen.list.model().index(0, 0)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == (
        "High Street, counts, cannot be unticked"
    )
    assert not index.flags() & Qt.ItemFlag.ItemIsUserCheckable


def test_unticking_again_leaves_nothing_to_keep(seen: Seen) -> None:
    """Back where it was: the draft is forgotten."""
    seen.click(HARBOUR)
    seen.click(HARBOUR)
    assert seen.desk.wished[-1] == ("discard_outlets",)
    assert not seen.screen.footer.keep.isVisible()
    assert seen.captions()[HARBOUR].startswith("Read")


def test_a_screen_reader_ticks(seen: Seen) -> None:
    """The tick is a real one: setting its state chooses."""
    model = seen.screen.list.model()
    index = model.index(2, 0)
    assert index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Unchecked
    assert model.setData(index, Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole)
    assert seen.desk.wished == [("weigh_outlets", "till 1", WITH_HARBOUR)]
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Harbour, counts"


# The register


def choose_register(seen: Seen, steps: int) -> None:
    """Choose a register with the keys."""
    seen.screen.register.setFocus()
    for _ in range(abs(steps)):
        down = Qt.Key.Key_Down if steps > 0 else Qt.Key.Key_Up
        QTest.keyClick(seen.screen.register, down)


def test_registers_are_named_with_their_outlets(seen: Seen) -> None:
    """Two tills of one name would be told apart."""
    combo = seen.screen.register
    names = [combo.itemText(at) for at in range(combo.count())]
    assert names == ["Till 1, High Street", "Till 2, High Street", "Quay till, Harbour"]
    assert combo.currentText() == "Till 1, High Street"
    assert combo.accessibleName() == "Online orders go to"


def test_another_register_locks_its_outlet(seen: Seen) -> None:
    """Its own counts from now on; the one before can be unticked."""
    choose_register(seen, 2)
    assert seen.desk.wished[-1] == ("weigh_outlets", "quay", WITH_HARBOUR)
    assert seen.captions()[HARBOUR].startswith("Takes the online orders")
    assert seen.screen.footer.what.text() == "Another register, 1 outlet changed"
    seen.click(HIGH)
    assert seen.desk.wished[-1] == ("weigh_outlets", "quay", frozenset({STORE, HARBOUR}))


def test_looking_at_a_register_ticks_nothing_for_good(seen: Seen) -> None:
    """There and back: nothing is left of it."""
    choose_register(seen, 2)
    choose_register(seen, -2)
    assert seen.desk.wished[-1] == ("discard_outlets",)
    assert not seen.ticks()[HARBOUR]
    assert not seen.screen.footer.keep.isVisible()


def test_another_till_of_the_same_outlet_is_a_choice_too(seen: Seen) -> None:
    """Nothing counts differently, and yet it is to be kept."""
    choose_register(seen, 1)
    assert seen.desk.wished[-1] == ("weigh_outlets", "till 2", KEPT)
    assert seen.screen.footer.what.text() == "Another register"


def test_without_a_register_the_screen_says_so(app: QApplication, qtbot: QtBot) -> None:
    """A banner, nothing locked, and nothing to keep until one is chosen."""
    del app
    seen = opened(qtbot, AppState(place="shop", outlets=replace(FACTS, register=None)))
    assert seen.screen.banner.isVisible()
    assert seen.screen.register.currentIndex() == -1
    seen.click(HARBOUR)
    assert seen.desk.wished == [("weigh_outlets", None, WITH_HARBOUR)]
    assert not seen.screen.footer.keep.isEnabled()
    assert seen.screen.footer.keep.toolTip() == "Choose a register first."
    choose_register(seen, 1)
    assert not seen.screen.banner.isVisible()
    QTest.mouseClick(seen.screen.footer.keep, LEFT)
    assert seen.desk.wished[-1] == ("keep_outlets", "till 1", WITH_HARBOUR)


# What it changes


def test_the_effect_is_shown_once_it_is_known(seen: Seen) -> None:
    """Three figures, the largest changes, the way to all of them."""
    seen.click(HARBOUR)
    assert "Working out what changes online…" in seen.words()
    seen.tell(seen.desk.now("outlets", effect=EFFECT))
    figures = [(one.count.text(), one.words.text()) for one in seen.screen.effect.figures]
    assert figures == [
        ("412", "products change stock"),
        ("37", "come back in stock"),
        ("1", "sells out"),
    ]
    moves = seen.screen.effect.moves.model()
    assert moves.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole) == (
        "Olive Oil Soap, 100 g: online now 203, then 443"
    )
    assert moves.rowCount() == 2
    assert seen.screen.footer.change.text() == "412 products change online at the next sync"
    assert "Working out" not in seen.words()


def test_the_effect_of_another_choice_is_not_taken_for_this_ones(seen: Seen) -> None:
    """A late answer to an earlier tick says nothing of this one."""
    seen.click(HARBOUR)
    seen.click(BENCH)
    seen.tell(seen.desk.now("outlets", effect=EFFECT))
    assert seen.screen.footer.change.text() == "Working out what changes online…"
    assert not seen.screen.effect.all.isVisible()
    seen.click(BENCH)
    assert seen.screen.footer.change.text() == "412 products change online at the next sync"


def test_the_link_shows_the_products_in_the_catalogue(seen: Seen) -> None:
    """All of them, not the largest alone."""
    seen.click(HARBOUR)
    seen.tell(seen.desk.now("outlets", effect=EFFECT))
    assert seen.screen.effect.all.text() == "Show all 412 in the catalogue"
    QTest.mouseClick(seen.screen.effect.all, LEFT)
    assert seen.shown == [frozenset({"p1", "p2", "p3"})]
    QTest.keyClick(seen.screen.effect.all, Qt.Key.Key_Return)
    assert len(seen.shown) == 2


def test_no_change_is_told_as_such(seen: Seen) -> None:
    """A choice may change nothing at all."""
    seen.click(BENCH)
    ticked = KEPT | {BENCH}
    nothing = OutletsEffect("till 1", ticked, 0, 0, 0, (), frozenset())
    seen.tell(seen.desk.now("outlets", effect=nothing))
    assert seen.screen.footer.change.text() == "No product changes stock online"
    assert not seen.screen.effect.all.isVisible()
    assert not seen.screen.effect.moves.isVisible()


@pytest.mark.parametrize(
    ("names", "said"),
    [
        (("Bowl",), "No ticked outlet counts “Bowl”. Tick one that does, or enter its stock"),
        (("Bowl", "Cup", "Jug"), "No ticked outlet counts “Bowl” and 2 more products."),
    ],
)
def test_products_that_nobody_counts_are_named(
    seen: Seen, names: tuple[str, ...], said: str
) -> None:
    """With what to do about it."""
    seen.click(HARBOUR)
    seen.tell(seen.desk.now("outlets", effect=replace(EFFECT, unknown=names)))
    assert seen.screen.effect.banner.isVisible()
    assert said in seen.words()


def test_as_many_moves_are_shown_as_fit(seen: Seen) -> None:
    """More of them in a higher window; never half a row."""
    moves = tuple(replace(MOVES[0], key=f"k{at}", name=f"Soap {at}") for at in range(24))
    seen.click(HARBOUR)
    seen.tell(seen.desk.now("outlets", effect=replace(EFFECT, largest=moves)))
    few = seen.screen.effect.moves.model().rowCount()
    seen.screen.resize(1920, 970)
    many = seen.screen.effect.moves.model().rowCount()
    assert 3 <= few < many
    assert seen.screen.effect.moves.height() == many * move_height()


def test_pictures_come_when_they_are_there(seen: Seen) -> None:
    """Asked for by their reference, painted once decoded."""
    seen.click(HARBOUR)
    seen.tell(seen.desk.now("outlets", effect=EFFECT))
    image = QImage(40, 40, QImage.Format.Format_RGB32)
    image.fill(QColor("#ff0000"))
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    seen.desk.pictures["p1"] = bytes(buffer.data().data())
    seen.tell(seen.desk.now("pictures", ids=frozenset({"p1"})))
    view = seen.screen.effect.moves

    def red() -> bool:
        shot = view.viewport().grab().toImage()
        colour = shot.pixelColor(12, move_height() // 2)
        return colour.red() > 200 and colour.blue() < 60

    seen.qtbot.waitUntil(red, timeout=3000)


# Keeping


def test_keeping_passes_the_choice_on(seen: Seen) -> None:
    """Once it is kept there is nothing to keep any more."""
    seen.click(HARBOUR)
    QTest.mouseClick(seen.screen.footer.keep, LEFT)
    assert seen.desk.wished[-1] == ("keep_outlets", "till 1", WITH_HARBOUR)
    kept = replace(
        FACTS, outlets=tuple(replace(one, ticked=one.id in WITH_HARBOUR) for one in FACTS.outlets)
    )
    seen.tell(seen.desk.now("outlets", outlets=kept))
    assert not seen.screen.footer.keep.isVisible()
    assert seen.ticks()[HARBOUR]
    assert seen.captions()[HARBOUR].startswith("Read")


def test_keys_alone_are_enough(seen: Seen) -> None:
    """From the list on: tick, go to the button, keep; the focus returns to the list."""
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Space):
        QTest.keyClick(seen.screen.list, key)
    for _ in range(12):
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, Qt.Key.Key_Tab)
        if seen.screen.footer.keep.hasFocus():
            break
    assert seen.screen.footer.keep.hasFocus()
    QTest.keyClick(seen.screen.footer.keep, Qt.Key.Key_Return)
    assert seen.desk.wished[-1] == ("keep_outlets", "till 1", WITH_HARBOUR)
    assert seen.screen.list.hasFocus()


def test_discarding_puts_everything_back(seen: Seen) -> None:
    """Ticks, register, figures."""
    seen.click(HARBOUR)
    choose_register(seen, 2)
    QTest.mouseClick(seen.screen.footer.discard, LEFT)
    assert seen.desk.wished[-1] == ("discard_outlets",)
    assert seen.ticks() == {HIGH: True, STORE: True, HARBOUR: False, BENCH: False}
    assert seen.screen.register.currentText() == "Till 1, High Street"
    assert not seen.screen.footer.keep.isVisible()


def test_a_choice_outlives_news_from_the_stores(seen: Seen) -> None:
    """Other counts are shown, the tick stays, and what it changes is weighed anew."""
    seen.click(HARBOUR)
    seen.tell(seen.desk.now("outlets", effect=EFFECT))
    more = tuple(replace(one, products=one.products + 1) for one in FACTS.outlets)
    seen.tell(seen.desk.now("outlets", outlets=replace(FACTS, outlets=more), effect=None))
    assert seen.ticks()[HARBOUR]
    assert seen.desk.wished[-2:] == [("weigh_outlets", "till 1", WITH_HARBOUR)] * 2
    assert seen.screen.footer.change.text() == "Working out what changes online…"
    assert seen.screen.list.model().index(0, 3).data() == "1,205"


def test_a_choice_that_could_not_be_kept_is_still_there(seen: Seen) -> None:
    """The desk forgets what it weighed; the screen still says what the choice changes."""
    seen.click(HARBOUR)
    seen.tell(seen.desk.now("outlets", effect=EFFECT))
    QTest.mouseClick(seen.screen.footer.keep, LEFT)
    seen.tell(seen.desk.now("outlets", effect=None, outlets=FACTS))
    assert seen.screen.footer.keep.isVisible()
    assert seen.screen.footer.change.text() == "412 products change online at the next sync"


def test_an_outlet_that_is_gone_is_no_longer_ticked(seen: Seen) -> None:
    """It was closed in the POS while it was being ticked."""
    seen.click(HARBOUR)
    left = replace(FACTS, outlets=FACTS.outlets[:2])
    seen.tell(seen.desk.now("outlets", outlets=left))
    assert not seen.screen.footer.keep.isVisible()


# Nothing to show


def test_without_outlets_the_screen_says_what_to_do(app: QApplication, qtbot: QtBot) -> None:
    """Reading both stores finds them."""
    del app
    seen = opened(qtbot, AppState(place="shop"))
    assert "No outlets known yet" in seen.words()
    QTest.mouseClick(seen.screen.read, LEFT)
    assert seen.desk.wished == [("look",)]
    seen.tell(seen.desk.now("run", run=RunFacts(active=True)))
    assert "Reading your outlets" in seen.words()
    assert not seen.screen.read.isEnabled()
    empty = OutletsFacts(None, (), ())
    seen.tell(seen.desk.now("run", "outlets", run=RunFacts(), outlets=empty))
    assert "No outlets known yet" in seen.words()
    seen.tell(seen.desk.now("outlets", read_at=1_700_000_000.0))
    assert "The POS has no outlet" in seen.words()
    seen.tell(seen.desk.now("outlets", outlets=FACTS))
    assert seen.screen.list.isVisible()


# Every size


@pytest.mark.parametrize("scale", [100, 150])
@pytest.mark.parametrize("width", [1120, 1280, 1920])
def test_nothing_is_cut_at_any_size(
    app: QApplication, qtbot: QtBot, scale: int, width: int
) -> None:
    """Rows hold their captions, labels their texts, and the window need not grow."""
    theme.set_text_scale(app, scale)
    seen = opened(qtbot)
    seen.screen.resize(width, 640)
    seen.click(BENCH)
    seen.tell(seen.desk.now("outlets", effect=replace(EFFECT, ticked=KEPT | {BENCH})))
    QApplication.processEvents()
    assert seen.screen.width() == width
    view = seen.screen.list
    assert sum(view.columnWidth(column) for column in range(5)) <= view.viewport().width()
    assert (
        view.rowHeight(0)
        > theme.font_metrics("name").height() + theme.font_metrics("caption").height()
    )
    for label in seen.screen.findChildren(QLabel):
        if label.isVisible() and not label.wordWrap():
            assert label.width() >= label.sizeHint().width(), label.text()


@pytest.mark.usefixtures("app")
def test_whatever_takes_the_focus_has_a_name(seen: Seen) -> None:
    """A screen reader says where one is."""
    seen.click(HARBOUR)
    seen.tell(seen.desk.now("outlets", effect=EFFECT))
    for widget in seen.screen.findChildren(QWidget):
        if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            text = getattr(widget, "text", str)()
            assert widget.accessibleName() or text, widget
