"""Widgets that go on below where the room ends, and a choice that the wheel does not change."""

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from app.ui.widgets.button import Button
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.steady_combo import SteadyCombo
from tests.ui.widgets.page import Page


class Box(QWidget):
    """A widget of one size."""

    def __init__(self, width: int, height: int = 20) -> None:
        super().__init__()
        self._size = QSize(width, height)

    def sizeHint(self) -> QSize:  # noqa: N802
        """As wide as it is told."""
        return self._size

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Half of that."""
        return QSize(self._size.width() // 2, self._size.height())


@pytest.fixture
def flow(page: Page) -> tuple[QWidget, list[Box]]:
    """Three boxes of 100 in a widget of 330."""
    inner = QWidget()
    layout = FlowLayout(inner, gap=10)
    boxes = [Box(100), Box(100, 30), Box(100)]
    for box in boxes:
        layout.addWidget(box)
    inner.setFixedWidth(330)
    page.column.addWidget(inner)
    page.qtbot.waitUntil(inner.isVisible)
    page.qtbot.wait(20)
    return inner, boxes


def test_what_has_room_stands_in_one_line(flow: tuple[QWidget, list[Box]]) -> None:
    """With the gap between, each in the middle of the line's height."""
    inner, boxes = flow
    assert [box.pos() for box in boxes] == [QPoint(0, 5), QPoint(110, 0), QPoint(220, 5)]
    assert inner.height() == 30


def test_what_has_no_room_goes_below(flow: tuple[QWidget, list[Box]], page: Page) -> None:
    """The widget grows with its lines."""
    inner, boxes = flow
    inner.setFixedWidth(230)
    page.qtbot.wait(20)
    assert boxes[2].pos() == QPoint(0, 40)
    assert inner.heightForWidth(230) == 60


def test_what_is_wider_than_all_the_room_is_as_narrow_as_it_can_be(
    flow: tuple[QWidget, list[Box]], page: Page
) -> None:
    """Never wider than the line, unless it must be."""
    inner, boxes = flow
    inner.setFixedWidth(80)
    page.qtbot.wait(20)
    assert [box.width() for box in boxes] == [80, 80, 80]
    assert inner.heightForWidth(80) == 20 + 10 + 30 + 10 + 20


def test_what_is_hidden_takes_no_room(flow: tuple[QWidget, list[Box]], page: Page) -> None:
    """And no gap."""
    _, boxes = flow
    boxes[1].hide()
    page.qtbot.wait(20)
    assert boxes[2].x() == 110


def test_lines_and_margins_have_their_own_room(page: Page) -> None:
    """The gap between lines may be another one than that beside."""
    inner = QWidget()
    layout = FlowLayout(inner, gap=10, line_gap=0)
    layout.setContentsMargins(4, 3, 2, 1)
    boxes = [Box(100), Box(100)]
    for box in boxes:
        layout.addWidget(box)
    inner.setFixedWidth(120)
    page.column.addWidget(inner)
    page.qtbot.wait(20)
    assert [box.pos() for box in boxes] == [QPoint(4, 3), QPoint(4, 23)]
    assert inner.heightForWidth(120) == 3 + 20 + 20 + 1
    assert layout.sizeHint() == QSize(100 + 10 + 100 + 6, 20 + 4)


def test_from_right_to_left_it_begins_at_the_right(
    flow: tuple[QWidget, list[Box]], page: Page
) -> None:
    """As one reads."""
    inner, boxes = flow
    inner.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    page.qtbot.wait(20)
    assert [box.x() for box in boxes] == [230, 120, 10]


def test_buttons_keep_their_whole_text(page: Page) -> None:
    """However narrow it gets."""
    inner = QWidget()
    layout = FlowLayout(inner)
    button = Button("A button with a long text")
    layout.addWidget(button)
    inner.setFixedWidth(60)
    page.column.addWidget(inner)
    page.qtbot.wait(20)
    assert button.width() == button.sizeHint().width()


def test_a_steady_combo_is_chosen_by_keys_and_says_what_it_is_about(page: Page) -> None:
    """Its list shows long lines whole; the closed box may cut them off."""
    combo = SteadyCombo("Variant")
    combo.addItems(["One", "Two " * 30])
    page.put(combo)
    combo.setFocus()
    QTest.keyClick(combo, Qt.Key.Key_Down)
    assert combo.currentIndex() == 1
    assert combo.accessibleName() == "Variant"
    assert combo.minimumSizeHint().width() < 200
