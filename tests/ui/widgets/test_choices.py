"""Ticks, segments and tabs: what is chosen, by mouse and by keys."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.ui import theme
from app.ui.theme import DARK, LIGHT
from app.ui.widgets.segments import Segments
from app.ui.widgets.tick_box import TickBox
from app.ui.widgets.tool_tab import ToolTab
from tests.ui.widgets.page import Page, shows

pytestmark = pytest.mark.window

OPTIONS = [("all", "All 36"), ("failed", "Failed 1"), ("notes", "Notes 2")]


def test_a_tick_is_set_by_click_and_space(page: Page) -> None:
    """Anywhere on it, text included."""
    box = page.put(TickBox("Count it"))
    page.click(box, QPoint(box.width() - 3, 10))
    assert box.isChecked()
    assert shows(box, LIGHT.accent)
    page.focus(box)
    page.press(box, Qt.Key.Key_Space)
    assert not box.isChecked()


def test_a_partial_tick_becomes_whole(page: Page) -> None:
    """A click never sets partial, it ends it."""
    box = page.put(TickBox("Updated"))
    box.setTristate(True)
    box.setCheckState(Qt.CheckState.PartiallyChecked)
    page.click(box)
    assert box.checkState() == Qt.CheckState.Checked
    page.click(box)
    assert box.checkState() == Qt.CheckState.Unchecked


def test_a_locked_tick_can_be_reached_and_read_but_not_changed(page: Page) -> None:
    """Focus arrives, the reason is told, click and Space do nothing."""
    box = page.put(TickBox("High Street"))
    box.setChecked(True)
    box.set_locked(True, "Takes the online orders, so it always counts.")
    page.focus(box)
    page.press(box, Qt.Key.Key_Space)
    page.click(box)
    assert box.isChecked()
    assert box.is_locked()
    assert box.accessibleDescription() == "Takes the online orders, so it always counts."
    assert not shows(box, LIGHT.accent)
    assert shows(box, LIGHT.sunken)


def test_a_pending_tick_is_ringed(page: Page) -> None:
    """The ring is accent although the box is empty."""
    box = page.put(TickBox("Harbour"))
    plain = box.grab().toImage()
    box.set_pending(True)
    assert box.grab().toImage() != plain


def test_a_tick_can_be_hit_and_grows_with_its_text(page: Page) -> None:
    """28 at least, alone or with words, and never narrower than the words."""
    alone, named = page.put(TickBox()), page.put(TickBox("Warehouse"))
    assert min(alone.sizeHint().toTuple()) >= 28
    before = named.sizeHint()
    theme.set_text_scale(page.app, 150)
    page.settle()
    assert named.sizeHint().width() > before.width()
    assert named.sizeHint().width() >= theme.font_metrics("body").horizontalAdvance("Warehouse")


def test_a_segment_is_chosen_by_click(page: Page) -> None:
    """It tells what the manager chose, once, and not what was chosen already."""
    segments = page.put(Segments(OPTIONS, name="Show"))
    told: list[str] = []
    segments.chosen.connect(told.append)
    for key in ("failed", "failed", "notes"):
        spot = segments.segment_rect(key).center()
        page.click(segments, spot)
    assert told == ["failed", "notes"]
    assert segments.current() == "notes"
    assert segments.accessibleName() == "Show, Notes 2"


def test_segments_are_chosen_by_keys(page: Page) -> None:
    """Arrows go to the neighbour and stop at the ends, Home and End go there."""
    segments = page.put(Segments(OPTIONS))
    page.focus(segments)
    chosen = []
    for key in (
        Qt.Key.Key_Left,
        Qt.Key.Key_Right,
        Qt.Key.Key_Right,
        Qt.Key.Key_Right,
        Qt.Key.Key_Home,
        Qt.Key.Key_End,
    ):
        page.press(segments, key)
        chosen.append(segments.current())
    assert chosen == ["all", "failed", "notes", "notes", "all", "notes"]


def test_choosing_a_segment_moves_nothing(page: Page) -> None:
    """The chosen one is bolder, and all keep their places."""
    segments = page.put(Segments(OPTIONS))
    before = [segments.segment_rect(key) for key, _ in OPTIONS]
    segments.set_current("notes")
    page.settle()
    assert [segments.segment_rect(key) for key, _ in OPTIONS] == before


def test_other_options_keep_the_choice_if_they_can(page: Page) -> None:
    """New counts leave the choice; without its key the first is chosen."""
    segments = page.put(Segments(OPTIONS))
    segments.set_current("failed")
    segments.set_options([("all", "All 37"), ("failed", "Failed 2")])
    assert segments.current() == "failed"
    segments.set_options([("all", "All 37")])
    assert segments.current() == "all"
    with pytest.raises(KeyError):
        segments.set_current("failed")


def test_segments_have_room_for_their_texts(page: Page) -> None:
    """Each segment holds its text at its boldest, at 150 per cent too."""
    segments = page.put(Segments(OPTIONS))
    theme.set_text_scale(page.app, 150)
    page.settle()
    for key, text in OPTIONS:
        words = theme.font_metrics("strong").horizontalAdvance(text)
        assert segments.segment_rect(key).width() >= words
    assert segments.width() == segments.sizeHint().width()


def test_one_tab_is_chosen(page: Page) -> None:
    """By click, by Space, and by the arrows; choosing one lets the others go."""
    bar = QWidget()
    row = QHBoxLayout(bar)
    tabs = [ToolTab(text, icon) for text, icon in (("Catalogue", "columns"), ("Outlets", "shop"))]
    for tab in tabs:
        row.addWidget(tab)
    tabs[0].setChecked(True)
    page.put(bar)
    page.click(tabs[1])
    assert [tab.isChecked() for tab in tabs] == [False, True]
    page.focus(tabs[0])
    page.press(tabs[0], Qt.Key.Key_Space)
    assert [tab.isChecked() for tab in tabs] == [True, False]
    page.press(tabs[0], Qt.Key.Key_Right)
    assert [tab.isChecked() for tab in tabs] == [False, True]
    assert [tab.accessibleName() for tab in tabs] == ["Catalogue", "Outlets"]


def test_a_tab_keeps_its_width_and_follows_the_theme(page: Page) -> None:
    """Chosen, its icon is accent; its place is the same either way."""
    tab = page.put(ToolTab("Catalogue", "columns"))
    width = tab.sizeHint().width()
    assert not shows(tab, LIGHT.accent)
    tab.setChecked(True)
    assert tab.sizeHint().width() == width
    theme.apply_appearance(page.app, "dark")
    page.settle()
    assert shows(tab, DARK.accent)
    theme.set_text_scale(page.app, 150)
    page.settle()
    assert tab.width() > width
