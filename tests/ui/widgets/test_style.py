"""Qt's own widgets in our style: seen in both themes, and working where we moved their parts."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QLineEdit,
    QListWidget,
    QMenu,
    QPushButton,
    QRadioButton,
    QScrollBar,
    QSpinBox,
    QSplitter,
    QStyle,
    QStyleOptionSlider,
    QToolButton,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from app.ui import icons, theme
from app.ui.theme import DARK, LIGHT, Theme
from tests.ui.widgets.page import Page, seen, shows

pytestmark = pytest.mark.window

BOTH = pytest.mark.parametrize("shown", [LIGHT, DARK], ids=["light", "dark"])


def dress(page: Page, shown: Theme) -> None:
    """Light or dark."""
    theme.apply_appearance(page.app, "dark" if shown.dark else "light")
    page.settle()


@BOTH
def test_ticks_and_rings_of_qt_are_ours(page: Page, shown: Theme) -> None:
    """18 wide, accent when on, surface when off, disabled ones in disabled ink."""
    dress(page, shown)
    box, radio = page.put(QCheckBox("Shown")), page.put(QRadioButton("Hide"))
    assert box.style().pixelMetric(QStyle.PixelMetric.PM_IndicatorWidth) == 18
    for button in (box, radio):
        assert shows(button, shown.surface)
        page.click(button, QPoint(9, button.height() // 2))
        assert button.isChecked()
        assert shows(button, shown.accent)
        button.setEnabled(False)
        assert not shows(button, shown.accent)


@BOTH
def test_fields_stand_on_surface_with_a_strong_edge(page: Page, shown: Theme) -> None:
    """A line, a choice and a number look alike; disabled ones have a faint edge."""
    dress(page, shown)
    for widget in (QLineEdit("mug"), QComboBox(), QSpinBox()):
        page.put(widget)
        assert shows(widget, shown.surface)
        assert shows(widget, shown.border_strong)
        widget.setEnabled(False)
        assert shows(widget, shown.border)
        assert not shows(widget, shown.surface)


def test_a_choice_opens_from_anywhere_and_is_made_by_keys(page: Page) -> None:
    """A click on its words opens the list; arrows and Enter choose."""
    box = page.put(QComboBox())
    box.addItems(["All categories", "Candles", "Kitchen"])
    page.click(box, QPoint(15, 15))
    page.qtbot.waitUntil(box.view().isVisible)
    page.press(box.view(), Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert box.currentText() == "Candles"
    page.focus(box)
    page.press(box, Qt.Key.Key_Down)
    assert box.currentText() == "Kitchen"


def test_a_choice_has_room_for_its_longest_word(page: Page) -> None:
    """At 150 per cent too."""
    box = page.put(QComboBox())
    box.addItems(["All", "Stoneware and enamel"])
    theme.set_text_scale(page.app, 150)
    page.settle()
    words = box.fontMetrics().horizontalAdvance("Stoneware and enamel")
    assert box.sizeHint().width() >= words + 40
    assert box.sizeHint().height() > 32


def test_the_arrows_of_a_number_step_it(page: Page) -> None:
    """Up is above down, both at the end, and the number has room."""
    box = page.put(QSpinBox())
    box.setSuffix(" min")
    box.setValue(15)
    page.settle()
    x = box.width() - 12
    page.click(box, QPoint(x, 8))
    assert box.value() == 16
    page.click(box, QPoint(x, box.height() - 8))
    page.click(box, QPoint(x, box.height() - 8))
    assert box.value() == 14
    line = box.findChild(QLineEdit)
    assert line is not None
    assert line.width() >= box.fontMetrics().horizontalAdvance("99 min")


def test_a_scroll_bar_is_slim_and_scrolls(page: Page) -> None:
    """Dragged, paged and wheeled, without buttons at its ends."""
    page.window.resize(300, 240)
    rows = QListWidget()
    rows.addItems([f"Product {number}" for number in range(100)])
    page.column.addWidget(rows)
    page.settle()
    bar = rows.verticalScrollBar()
    assert bar.width() == 12
    page.click(bar, QPoint(6, bar.height() - 2))
    assert bar.value() > 0
    bar.setValue(bar.maximum())
    slider = slider_of(bar)
    assert slider.bottom() == bar.height() - 1
    bar.setValue(0)
    assert slider_of(bar).top() == 0
    assert slider_of(bar).height() >= 32


def slider_of(bar: QScrollBar) -> QRect:
    """Where the slider lies."""
    option = QStyleOptionSlider()
    bar.initStyleOption(option)
    return bar.style().subControlRect(
        QStyle.ComplexControl.CC_ScrollBar, option, QStyle.SubControl.SC_ScrollBarSlider, bar
    )


@BOTH
def test_lists_and_trees_show_what_is_selected(page: Page, shown: Theme) -> None:
    """The selection's ground, the ring of the current item, 28 a row."""
    dress(page, shown)
    page.window.resize(320, 320)
    tree = QTreeWidget()
    tree.setHeaderLabels(["Name", "Price"])
    mug = QTreeWidgetItem(tree, ["Mug", "12.00"])
    QTreeWidgetItem(mug, ["Cream", "12.00"])
    page.column.addWidget(tree)
    page.settle()
    assert not shows(tree.viewport(), shown.selection)
    page.focus(tree)
    place = tree.visualItemRect(mug)
    assert place.height() >= 28
    page.click(tree.viewport(), place.center())
    assert shows(tree.viewport(), shown.selection)
    assert seen(tree.viewport()).pixelColor(4, place.center().y()) == shown.selection
    page.press(tree, Qt.Key.Key_Right)
    assert mug.isExpanded()
    assert shows(tree.header(), shown.window)


@BOTH
def test_menus_are_raised(page: Page, shown: Theme) -> None:
    """Ground, current entry, ticks and keys, with room for all."""
    dress(page, shown)
    menu = QMenu(page.window)
    preview = menu.addAction(icons.icon("eye"), "Preview")
    preview.setShortcut("F5")
    hidden = menu.addAction("Show hidden")
    hidden.setCheckable(True)
    hidden.setChecked(True)
    menu.addSeparator()
    menu.addMenu("More").addAction("Unlink")
    menu.setActiveAction(preview)
    assert shows(menu, shown.raised)
    assert shows(menu, shown.selection)
    assert shows(menu, shown.accent)
    place = menu.actionGeometry(preview)
    assert place.height() >= 28
    words = menu.fontMetrics().horizontalAdvance("Preview") + menu.fontMetrics().horizontalAdvance(
        "F5"
    )
    assert place.width() >= words + 58


def test_a_menu_is_walked_by_keys(page: Page) -> None:
    """Down goes to the next entry, Enter takes it."""
    menu = QMenu(page.window)
    menu.addAction("Copy")
    export = menu.addAction("Export")
    menu.popup(page.window.mapToGlobal(QPoint(5, 5)))
    page.qtbot.waitUntil(menu.isVisible)
    with page.qtbot.waitSignal(export.triggered):
        page.press(menu, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return)


def test_a_splitter_is_a_hairline_that_can_be_pulled(page: Page) -> None:
    """One unit to be seen."""
    page.window.resize(400, 200)
    splitter = QSplitter()
    for _ in range(2):
        splitter.addWidget(QWidget())
    page.column.addWidget(splitter)
    page.settle()
    assert splitter.handleWidth() == 1
    line = splitter.handle(1)
    assert seen(line).pixelColor(line.width() // 2, 10) == LIGHT.border


@BOTH
def test_buttons_that_qt_makes_look_like_ours(page: Page, shown: Theme) -> None:
    """Those of message boxes and tool bars."""
    dress(page, shown)
    button = page.put(QPushButton("Keep it going"))
    assert button.height() == 32
    assert shows(button, shown.raised)
    assert shows(button, shown.border_strong)
    tool = page.put(QToolButton())
    tool.setCheckable(True)
    tool.setText("More")
    page.click(tool)
    assert shows(tool, shown.selection)


def test_tool_tips_are_raised(page: Page) -> None:
    """On the theme's ground, in its text, also when the colours change."""
    button = page.put(QPushButton("Sync now"))
    button.setToolTip("Connect both stores first")
    for shown in (LIGHT, DARK):
        dress(page, shown)
        spot = button.rect().center()
        event = QHelpEvent(QEvent.Type.ToolTip, spot, button.mapToGlobal(spot))
        QApplication.sendEvent(button, event)
        tips = [each for each in page.app.topLevelWidgets() if each.inherits("QTipLabel")]
        assert tips
        assert shows(tips[0], shown.raised)
        assert shows(tips[0], shown.text)
