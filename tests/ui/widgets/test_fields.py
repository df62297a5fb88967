"""Fields to type in: search, plain lines and secrets."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QSpinBox, QWidget

from app.ui import theme
from app.ui.theme import LIGHT
from app.ui.widgets.field import Field
from app.ui.widgets.icon_button import IconButton
from app.ui.widgets.search_field import SearchField
from tests.ui.widgets.page import Page, seen, shows

pytestmark = pytest.mark.window


def test_esc_clears_a_search_and_then_goes_on(page: Page) -> None:
    """The first Esc empties the field, the second is the page's."""
    field = page.put(SearchField("Search name, SKU, barcode or brand", "Ctrl F"))
    page.focus(field)
    page.write(field, "bees wax")
    assert field.text() == "bees wax"
    page.press(field, Qt.Key.Key_Escape)
    assert field.text() == ""
    passed: list[int] = []
    page.window.keyPressEvent = lambda event: passed.append(event.key())  # type: ignore[method-assign]
    page.press(field, Qt.Key.Key_Escape)
    assert passed == [Qt.Key.Key_Escape]


def test_the_clear_button_is_there_while_something_is_typed(page: Page) -> None:
    """It clears, gives the focus back, and goes."""
    field = page.put(SearchField("Search", "Ctrl F"))
    clear = field.findChild(IconButton)
    assert clear is not None
    assert not clear.isVisible()
    page.focus(field)
    page.write(field, "mug")
    assert clear.isVisible()
    assert clear.accessibleName()
    page.click(clear)
    assert field.text() == ""
    assert not clear.isVisible()
    assert field.hasFocus()


def test_the_keys_that_lead_here_are_shown_while_it_is_empty(page: Page) -> None:
    """They make the field wider, and vanish once something is typed."""
    bare, keyed = page.put(SearchField("Search")), page.put(SearchField("Search", "Ctrl+Shift F"))
    assert keyed.sizeHint().width() > bare.sizeHint().width()
    assert keyed.accessibleName() == "Search"
    spot = QPoint(keyed.width() - 13, keyed.height() // 2)
    assert seen(keyed).pixelColor(spot) == LIGHT.window
    keyed.setText("mug")
    assert seen(keyed).pixelColor(spot) != LIGHT.window


def test_the_placeholder_has_room_at_every_size(page: Page) -> None:
    """At the width it asks for, nothing of the placeholder is cut."""
    words = "Search name, SKU, barcode or brand"
    field = page.put(SearchField(words, "Ctrl F"))
    theme.set_text_scale(page.app, 150)
    page.settle()
    field.resize(field.sizeHint())
    margins = field.textMargins()
    room = field.width() - margins.left() - margins.right() - 20
    assert room >= theme.font_metrics("body").horizontalAdvance(words)
    assert field.height() >= 32


def test_a_field_says_its_name_and_its_hint(page: Page) -> None:
    """The label leads to the line; hint and name reach a screen reader."""
    field = page.put(Field("Shop address", hint="The first part of the address.", suffix=".app"))
    assert field.line.accessibleName() == "Shop address"
    assert field.line.accessibleDescription() == "The first part of the address."
    assert {"Shop address", "The first part of the address.", ".app"} <= visible_texts(field)
    field.set_text("  fernandflint ")
    assert field.text() == "fernandflint"


def test_a_problem_takes_the_place_of_the_hint(page: Page) -> None:
    """Octagon and words in danger, spoken with the line; empty brings the hint back."""
    field = page.put(Field("Store number", hint="Digits only."))
    field.set_problem("A store number has digits only.")
    page.settle()
    assert field.problem() == "A store number has digits only."
    assert "Digits only." not in visible_texts(field)
    assert field.line.accessibleDescription() == "A store number has digits only."
    assert shows(field, LIGHT.danger)
    field.set_problem("")
    page.settle()
    assert "Digits only." in visible_texts(field)
    assert field.line.accessibleDescription() == "Digits only."
    assert not shows(field, LIGHT.danger)


def visible_texts(field: QWidget) -> set[str]:
    """What can be read around a line."""
    return {label.text() for label in field.findChildren(QLabel) if label.isVisible()}


def test_a_secret_is_shown_on_request(page: Page) -> None:
    """Dots until the eye is pressed, by mouse or by keyboard; its name says what it does."""
    field = page.put(Field("Access token", secret=True))
    eye = field.findChild(IconButton)
    assert eye is not None
    page.focus(field.line)
    page.write(field.line, "abc")
    assert field.line.displayText() == "•••"
    hidden = eye.accessibleName()
    page.click(eye)
    assert field.line.echoMode() == QLineEdit.EchoMode.Normal
    assert eye.accessibleName() != hidden
    page.focus(eye)
    page.press(eye, Qt.Key.Key_Space)
    assert field.line.displayText() == "•••"
    assert field.text() == "abc"


def test_a_click_on_the_eye_lands_on_the_eye(page: Page) -> None:
    """It lies within the line, at its end."""
    field = page.put(Field("Access token", secret=True))
    spot = QPoint(field.line.width() - 14, field.line.height() // 2)
    assert isinstance(field.line.childAt(spot), IconButton)


@pytest.mark.parametrize("kind", [QLineEdit, QComboBox, QSpinBox])
def test_fields_of_qt_are_of_one_height_and_ringed(page: Page, kind: type[QWidget]) -> None:
    """32 high, and with the focus the edge becomes the ring."""
    widget = page.put(kind())
    assert widget.height() == 32
    assert not shows(widget, LIGHT.focus)
    page.focus(widget)
    assert shows(widget, LIGHT.focus)
