"""Buttons and links: by mouse and keys, whole at any size of text, disabled with a reason."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QWidget

from app.ui import theme
from app.ui.theme import DARK, LIGHT
from app.ui.widgets.button import Button, ButtonKind
from app.ui.widgets.focus_ring import FocusRing
from app.ui.widgets.icon_button import IconButton
from app.ui.widgets.link_label import LinkLabel
from tests.ui.widgets.page import Page, shows

pytestmark = pytest.mark.window

KINDS: tuple[ButtonKind, ...] = ("primary", "plain", "flat", "link", "danger")


@pytest.mark.parametrize("kind", KINDS)
def test_it_is_pressed_by_mouse_and_keys(page: Page, kind: ButtonKind) -> None:
    """A click, Space and Enter all do the deed."""
    button = page.put(Button("Sync now", kind=kind))
    pressed: list[bool] = []
    button.clicked.connect(lambda: pressed.append(True))
    page.click(button)
    assert len(pressed) == 1
    page.focus(button)
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
        page.press(button, key)
    assert len(pressed) == 4


def test_a_disabled_button_says_why_until_it_can_be_used(page: Page) -> None:
    """The reason is tool tip and description while it holds; a press does nothing."""
    button = page.put(Button("Sync now", kind="primary"))
    button.setToolTip("Send what waits")
    pressed: list[bool] = []
    button.clicked.connect(lambda: pressed.append(True))
    button.setEnabled(False)
    button.set_reason("Connect both stores first")
    page.click(button)
    page.press(button, Qt.Key.Key_Return)
    assert pressed == []
    assert button.toolTip() == "Connect both stores first"
    assert button.accessibleDescription() == "Connect both stores first"
    button.setEnabled(True)
    assert button.accessibleDescription() == ""
    assert button.toolTip() == "Send what waits"
    button.setEnabled(False)
    assert button.toolTip() == "Connect both stores first"


@pytest.mark.parametrize("kind", KINDS)
def test_it_has_room_for_its_text_at_every_size(page: Page, kind: ButtonKind) -> None:
    """At 150 per cent it grows, and is never narrower or lower than its text."""
    button = page.put(Button("Leave these 134 out", kind=kind, icon="lock"))
    before = button.size()
    assert before.height() >= (28 if kind == "link" else 32)
    theme.set_text_scale(page.app, 150)
    page.settle()
    assert button.width() > before.width() * 1.3
    assert button.height() >= theme.font_metrics("strong").height()
    words = theme.font_metrics("strong").horizontalAdvance("Leave these 134 out")
    assert button.minimumSizeHint().width() >= words


def test_small_buttons_are_28_high(page: Page) -> None:
    """Small enough for a banner, large enough to be hit."""
    assert page.put(Button("Show all", small=True)).height() == 28


def test_the_primary_one_is_accent_in_both_themes(page: Page) -> None:
    """It repaints when the colours change; nothing keeps a colour."""
    button = page.put(Button("Sync now", kind="primary"))
    assert shows(button, LIGHT.accent)
    theme.apply_appearance(page.app, "dark")
    page.settle()
    assert shows(button, DARK.accent)
    assert not shows(button, LIGHT.accent)


def test_a_removal_is_danger_text_and_never_a_red_button(page: Page) -> None:
    """The ground of a destructive button is that of a plain one."""
    button = page.put(Button("Remove", kind="danger", icon="bin"))
    assert shows(button, LIGHT.danger)
    assert button.grab().toImage().pixelColor(6, 16) == LIGHT.raised


def test_the_ring_stands_around_what_has_the_focus(page: Page) -> None:
    """2 off the button, in the window, following it, and gone with the focus."""
    first, second = page.put(Button("One")), page.put(Button("Two"))
    page.focus(first)
    ring = visible_ring(page.window)
    assert ring.geometry() == first.geometry().adjusted(-4, -4, 4, 4)
    page.press(first, Qt.Key.Key_Tab)
    page.qtbot.waitUntil(second.hasFocus)
    ring = visible_ring(page.window)
    assert ring.geometry() == second.geometry().adjusted(-4, -4, 4, 4)
    first.setText("A longer text moves nothing but itself")
    second.move(second.x() + 10, second.y() + 5)
    assert ring.geometry() == second.geometry().adjusted(-4, -4, 4, 4)
    second.hide()
    assert not ring.isVisible()


def visible_ring(window: QWidget) -> FocusRing:
    """The one ring that is shown."""
    rings = [ring for ring in window.findChildren(FocusRing) if ring.isVisible()]
    assert len(rings) == 1
    return rings[0]


def test_the_ring_lets_clicks_through(page: Page) -> None:
    """What lies below it is hit."""
    button = page.put(Button("One"))
    page.focus(button)
    spot = button.geometry().topLeft()
    assert page.window.childAt(spot.x() + 5, spot.y() + 5) is button


def test_a_button_with_a_menu_shows_that_it_opens_one(page: Page) -> None:
    """It is wider by the arrow."""
    button = page.put(Button("More"))
    before = button.sizeHint().width()
    menu = QMenu(button)
    button.setMenu(menu)
    assert button.sizeHint().width() > before


def test_an_icon_alone_has_a_name(page: Page) -> None:
    """It can be hit, read out, and pressed by the keyboard."""
    button = page.put(IconButton("close", "Close panel"))
    assert button.accessibleName() == "Close panel"
    assert button.toolTip() == "Close panel"
    assert (button.width(), button.height()) == (28, 28)
    page.focus(button)
    with page.qtbot.waitSignal(button.clicked):
        page.press(button, Qt.Key.Key_Space)


def test_a_link_is_followed_by_enter(page: Page) -> None:
    """It takes the focus, and Enter follows it."""
    link = page.put(LinkLabel("Show all 412"))
    page.focus(link)
    with page.qtbot.waitSignal(link.clicked):
        page.press(link, Qt.Key.Key_Return)
    assert shows(link, LIGHT.accent)
