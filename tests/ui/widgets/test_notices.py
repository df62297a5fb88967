"""Banners, empty states, labels, lines, bars and skeletons."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from app.ui import theme
from app.ui.theme import DARK, LIGHT
from app.ui.widgets.banner import Banner, BannerKind
from app.ui.widgets.button import Button
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.label import IconLabel, Label
from app.ui.widgets.line import HLine, VLine
from app.ui.widgets.progress_bar import ProgressBar
from app.ui.widgets.skeleton import Skeleton
from tests.ui.widgets.page import Page, seen, shows

pytestmark = pytest.mark.window

LONG = "That is 6 % of what you sell online. It looks like lost decimal points in the POS. " * 3


@pytest.mark.parametrize(
    ("kind", "ink"),
    [
        ("info", "accent"),
        ("done", "success"),
        ("attention", "attention"),
        ("danger", "danger"),
    ],
)
def test_a_banner_has_the_colours_of_its_kind(page: Page, kind: BannerKind, ink: str) -> None:
    """Soft ground, coloured edge, in light and then in dark."""
    banner = page.put(Banner(kind, "134 prices would move", "That is 6 %."))
    assert shows(banner, LIGHT.colour(ink + "_soft"))
    theme.apply_appearance(page.app, "dark")
    page.settle()
    assert shows(banner, DARK.colour(ink + "_soft"))
    assert not shows(banner, LIGHT.colour(ink + "_soft"))


def test_a_banner_wraps_and_says_everything(page: Page) -> None:
    """A long text makes it higher, not wider, and a reader hears title and text."""
    banner = page.put(Banner("attention", "134 prices would move", "Short."))
    page.window.resize(420, 600)
    page.settle()
    before = banner.height()
    banner.set_text(LONG)
    page.settle()
    assert banner.height() > before
    assert page.window.width() == 420
    assert banner.accessibleName() == f"134 prices would move {LONG}"
    for label in banner.findChildren(QLabel):
        assert label.height() >= label.heightForWidth(label.width())
        assert label.textInteractionFlags() == Qt.TextInteractionFlag.NoTextInteraction


def test_a_banner_offers_answers_in_order(page: Page) -> None:
    """Buttons stand in the order they were added, and are pressed by clicks."""
    banner = page.put(Banner("attention", "134 prices would move"))
    pressed: list[str] = []
    for text in ("Leave these 134 out", "Show all 134"):
        button = Button(text, small=True)
        button.clicked.connect(lambda _=False, said=text: pressed.append(said))
        banner.add_button(button)
    page.settle()
    first, second = banner.findChildren(Button)
    assert first.mapTo(banner, first.rect().topRight()).x() < second.x()
    page.click(second)
    assert pressed == ["Show all 134"]


def test_a_banner_can_change_what_it_says(page: Page) -> None:
    """Another kind and title, and without a title the text stands alone."""
    banner = page.put(Banner("info", "Testing"))
    banner.set_kind("danger")
    banner.set_title("")
    banner.set_text("The POS refused the token.")
    page.settle()
    texts = [label.text() for label in banner.findChildren(QLabel) if label.isVisible()]
    assert texts == ["The POS refused the token."]
    assert shows(banner, LIGHT.danger_soft)


def test_an_empty_state_stands_in_the_middle(page: Page) -> None:
    """Between 320 and 420 wide, whatever the pane; its button works."""
    page.window.resize(900, 600)
    button = Button("Show all products")
    state = EmptyState("check-circle", "success", "Both sides agree", LONG, [button])
    page.column.addWidget(state)
    page.settle()
    page.qtbot.waitUntil(button.isVisible)
    text = next(label for label in state.findChildren(QLabel) if label.text() == LONG)
    assert 320 <= text.width() <= 420
    centre = text.mapTo(page.window, text.rect().center()).x()
    assert abs(centre - page.window.width() // 2) <= 2
    assert text.height() >= text.heightForWidth(text.width())
    assert state.accessibleName() == f"Both sides agree. {LONG}"
    with page.qtbot.waitSignal(button.clicked):
        page.click(button)
    assert shows(state, LIGHT.success_soft)


def test_an_empty_state_can_say_something_else(page: Page) -> None:
    """Words, icon and tone change in place."""
    state = EmptyState("check-circle", "success", "Both sides agree", "Nothing to do.")
    page.column.addWidget(state)
    page.window.resize(600, 500)
    page.settle()
    state.set_words("No internet right now", "")
    state.set_icon("offline", "danger")
    page.settle()
    assert state.accessibleName() == "No internet right now"
    assert shows(state, LIGHT.danger_soft)
    assert not shows(state, LIGHT.success_soft)


def test_a_label_follows_theme_and_size(page: Page) -> None:
    """Its colour is the theme's of the moment, its size that of its kind."""
    label = page.put(Label("Deleted in POS", "caption", "attention"))
    assert shows(label, LIGHT.attention)
    before = label.sizeHint()
    theme.apply_appearance(page.app, "dark")
    theme.set_text_scale(page.app, 150)
    page.settle()
    assert shows(label, DARK.attention)
    assert label.font() == theme.font("caption")
    assert label.sizeHint().width() > before.width()
    label.set_colour("success")
    label.set_kind("title1")
    assert shows(label, DARK.success)
    assert label.font() == theme.font("title1")


def test_a_disabled_label_is_grey(page: Page) -> None:
    """Whatever its colour, in both themes, and it has its colour back when it can be used."""
    label = page.put(Label("Every 15 minutes", colour="attention"))
    label.setEnabled(False)
    assert shows(label, LIGHT.text_disabled)
    theme.apply_appearance(page.app, "dark")
    page.settle()
    assert shows(label, DARK.text_disabled)
    label.setEnabled(True)
    assert shows(label, DARK.attention)


def test_a_label_shows_text_as_it_is(page: Page) -> None:
    """What a store wrote is never taken for markup."""
    label = page.put(Label("<b>Mug</b> & bowl"))
    assert label.textFormat() == Qt.TextFormat.PlainText
    words = theme.font_metrics("body").horizontalAdvance("<b>Mug</b> & bowl")
    assert label.sizeHint().width() >= words


def test_an_icon_label_shows_its_icon_in_its_colour(page: Page) -> None:
    """It changes both, and grows with the text."""
    icon = page.put(IconLabel("till", "pos_side", 20))
    assert shows(icon, LIGHT.pos_side)
    icon.set_icon("bag", "ecom_side")
    assert shows(icon, LIGHT.ecom_side)
    assert not shows(icon, LIGHT.pos_side)
    theme.set_text_scale(page.app, 150)
    page.settle()
    assert icon.width() == 30


def test_lines_are_hairlines(page: Page) -> None:
    """One unit, in the border's colour, in both themes."""
    page.window.resize(300, 200)
    across, down = page.put(HLine()), page.put(VLine())
    assert across.height() == 1
    assert down.width() == 1
    assert seen(across).pixelColor(5, 0) == LIGHT.border
    theme.apply_appearance(page.app, "dark")
    page.settle()
    assert seen(across).pixelColor(5, 0) == DARK.border


def test_a_bar_shows_done_and_failed(page: Page) -> None:
    """Their shares of the width, and the rest is trough."""
    bar = page.put(ProgressBar())
    bar.resize(200, 8)
    bar.set_parts(50, 25, 100)
    image = seen(bar)
    assert image.height() == 8
    shown = [image.pixelColor(x, 4) for x in (50, 110, 180)]
    assert shown == [LIGHT.accent, LIGHT.danger, LIGHT.sunken]
    assert bar.value() == 75
    assert bar.accessibleDescription() == "50 of 100 done, 25 failed"


def test_a_bar_tells_what_is_checked_from_what_is_only_done(page: Page) -> None:
    """Both in the same colour: what is not checked yet fills half the height."""
    bar = page.put(ProgressBar())
    bar.resize(200, 8)
    bar.set_parts(75, 0, 100, 25)
    image = seen(bar)
    checked, done = ([image.pixelColor(x, y) for y in (1, 4, 6)] for x in (25, 100))
    assert checked == [LIGHT.accent] * 3
    assert done == [LIGHT.sunken, LIGHT.accent, LIGHT.sunken]
    assert bar.value() == 75
    assert bar.accessibleDescription() == "75 of 100 done, 25 checked"
    bar.set_parts(74, 1, 100, 74)
    assert seen(bar).pixelColor(100, 1) == LIGHT.accent
    assert bar.accessibleDescription() == "74 of 100 done, 74 checked, 1 failed"


def test_a_bar_without_a_total_is_an_empty_trough(page: Page) -> None:
    """Nothing slides, nothing is guessed, and a reader is told so."""
    bar = page.put(ProgressBar("Sending"))
    bar.set_parts(31, 0, 0)
    assert not shows(bar, LIGHT.accent)
    assert bar.value() == 0
    assert bar.accessibleName() == "Sending"
    assert bar.accessibleDescription() == "Not known yet how many"


def test_a_skeleton_has_its_rows(page: Page) -> None:
    """44 each, grey, with a line below each."""
    page.window.resize(400, 200)
    rows = Skeleton(3)
    page.column.addWidget(rows)
    page.settle()
    assert rows.sizeHint().height() == 132
    assert rows.accessibleName()
    image = seen(rows)
    assert image.pixelColor(60, 20) == LIGHT.sunken
    assert [image.pixelColor(3, y) for y in (43, 87)] == [LIGHT.border] * 2
