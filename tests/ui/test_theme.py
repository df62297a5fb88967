"""Colours that can be told apart, sizes of text, and light and dark."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QColor, QFontInfo, QPalette
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.ui import icons, theme
from app.ui.painting import STATUSES
from app.ui.theme import DARK, LIGHT, Theme
from app.ui.widgets.label import Label

pytestmark = pytest.mark.window

CONTRASTS: dict[str, tuple[float, str]] = {
    "text": (
        4.5,
        (
            "window sunken surface raised hover selection pos_soft ecom_soft accent_soft "
            "attention_soft danger_soft success_soft waiting_soft ins_bg del_bg neutral_soft"
        ),
    ),
    "text_muted": (
        4.5,
        (
            "window sunken surface raised hover selection pos_soft ecom_soft accent_soft "
            "attention_soft danger_soft waiting_soft success_soft neutral_soft"
        ),
    ),
    "accent": (
        4.5,
        (
            "window surface raised hover selection accent_soft sunken danger_soft success_soft "
            "attention_soft waiting_soft"
        ),
    ),
    "on_accent": (4.5, "accent accent_hover accent_press"),
    "on_danger": (4.5, "danger"),
    "pos_side": (4.5, "pos_soft surface window sunken selection"),
    "ecom_side": (4.5, "ecom_soft surface window sunken selection"),
    "success": (4.5, "success_soft surface window hover selection raised"),
    "waiting": (4.5, "waiting_soft surface window hover selection raised"),
    "attention": (4.5, "attention_soft surface window hover selection raised"),
    "danger": (4.5, "danger_soft surface window hover selection raised"),
    "neutral": (4.5, "neutral_soft surface window hover selection raised"),
    "border_strong": (
        3,
        (
            "surface window raised sunken hover selection attention_soft accent_soft danger_soft "
            "success_soft waiting_soft"
        ),
    ),
    "focus": (3, "surface window raised selection sunken accent_soft"),
}
"""By ink: the contrast it needs on each of these grounds."""

PAIRS = [
    (ink, ground, needs)
    for ink, (needs, grounds) in CONTRASTS.items()
    for ground in grounds.split()
]


@pytest.fixture
def app(qapp: QApplication) -> Iterator[QApplication]:
    """The application, light before and after."""
    theme.apply_appearance(qapp, "light")
    yield qapp
    theme.set_text_scale(qapp, 100)
    theme.apply_appearance(qapp, "light")


def luminance(colour: QColor) -> float:
    """Relative luminance after WCAG 2."""
    parts = [
        value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4
        for value in (colour.redF(), colour.greenF(), colour.blueF())
    ]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one: QColor, other: QColor) -> float:
    """Contrast ratio after WCAG 2."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def test_the_formula_knows_black_on_white() -> None:
    """The measure used below gives the two values that WCAG itself names."""
    black, white = QColor("#000000"), QColor("#FFFFFF")
    assert contrast(black, white) == pytest.approx(21)
    assert contrast(white, QColor("#767676")) == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize("shown", [LIGHT, DARK], ids=["light", "dark"])
def test_every_ink_can_be_read_on_every_ground(shown: Theme) -> None:
    """Text reaches 4.5, edges and focus 3, on every ground they are used on."""
    short = [
        f"{ink} on {ground}: {contrast(shown.colour(ink), shown.colour(ground)):.2f}"
        for ink, ground, needs in PAIRS
        if contrast(shown.colour(ink), shown.colour(ground)) < needs
    ]
    assert short == []
    assert len(PAIRS) == 102


def test_every_status_can_be_read_on_its_ground() -> None:
    """The pairs above cover each status on its chip, on rows, and on selected rows."""
    judged = {(ink, ground) for ink, ground, _ in PAIRS}
    for look in STATUSES.values():
        assert {(look.colour, look.soft), (look.colour, "selection")} <= judged


def test_a_colour_that_does_not_exist_is_refused() -> None:
    """A misspelt name is found at once, and "dark" is no colour."""
    assert LIGHT.colour("text_muted") == LIGHT.text_muted
    for name in ("text_mutd", "dark"):
        with pytest.raises(KeyError):
            LIGHT.colour(name)


@pytest.mark.usefixtures("app")
@pytest.mark.parametrize("shown", [LIGHT, DARK], ids=["light", "dark"])
def test_the_palette_carries_the_roles(shown: Theme) -> None:
    """Qt's own widgets paint with our colours, disabled ones included."""
    made, role = theme.palette(shown), QPalette.ColorRole
    expected = {
        role.Window: shown.window,
        role.Base: shown.surface,
        role.Button: shown.raised,
        role.Text: shown.text,
        role.PlaceholderText: shown.text_muted,
        role.Highlight: shown.selection,
        role.HighlightedText: shown.text,
        role.Link: shown.accent,
        role.Accent: shown.accent,
        role.Mid: shown.border,
        role.Dark: shown.border_strong,
    }
    assert {each: made.color(each) for each in expected} == expected
    for each in (role.Text, role.WindowText, role.ButtonText):
        assert made.color(QPalette.ColorGroup.Disabled, each) == shown.text_disabled


class Told(QObject):
    """Notes which colours were current when a widget heard that they changed."""

    def __init__(self) -> None:
        super().__init__()
        self.dark: list[bool] = []

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Note, and let it pass."""
        if event.type() == QEvent.Type.PaletteChange:
            self.dark.append(theme.current().dark)
        return False


def test_widgets_hear_of_dark_when_it_is_there(app: QApplication, qtbot: QtBot) -> None:
    """At the palette change the new colours are already current."""
    widget, told = QWidget(), Told()
    qtbot.addWidget(widget)
    widget.show()
    widget.installEventFilter(told)
    theme.apply_appearance(app, "dark")
    assert theme.current() is DARK
    assert app.palette().color(QPalette.ColorRole.Window) == DARK.window
    qtbot.waitUntil(lambda: bool(told.dark))
    assert all(told.dark)


def test_the_system_decides_when_asked_to(
    app: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    """*System* follows its change while it is chosen; a system that says nothing is light."""
    hints = app.styleHints()
    said = Qt.ColorScheme.Unknown
    monkeypatch.setattr(type(hints), "colorScheme", lambda _hints: said)
    theme.apply_appearance(app, "system")
    assert theme.current() is LIGHT
    said = Qt.ColorScheme.Dark
    hints.colorSchemeChanged.emit(said)
    assert theme.current() is DARK
    theme.apply_appearance(app, "light")
    hints.colorSchemeChanged.emit(said)
    assert theme.current() is LIGHT


def test_icons_are_drawn_anew_for_other_colours(app: QApplication) -> None:
    """The cache is empty after a change, so that it does not grow with each."""
    first = icons.pixmap("bin", QColor("#123456"), 16, 1.0)
    assert icons.pixmap("bin", QColor("#123456"), 16, 1.0) is first
    theme.apply_appearance(app, "dark")
    assert icons.pixmap("bin", QColor("#123456"), 16, 1.0) is not first


def test_text_has_the_sizes_and_weights_of_the_look(app: QApplication) -> None:
    """Each kind is a factor of the application's font, in points, captions not too small."""
    basis = app.font().pointSizeF()
    assert theme.font("body").pointSizeF() == pytest.approx(basis)
    assert theme.font("title1").pointSizeF() == pytest.approx(basis * 1.54, abs=0.02)
    assert theme.font("section").pointSizeF() == pytest.approx(basis * 1.08, abs=0.02)
    assert [theme.font(kind).weight() for kind in ("body", "name", "strong")] == [400, 500, 600]
    assert QFontInfo(theme.font("caption")).pixelSize() >= 11
    assert theme.font("caption").pointSizeF() < basis


def test_fonts_are_made_once(app: QApplication) -> None:
    """Painting a cell makes no font; another font of the application makes all anew."""
    first = theme.font("chip")
    assert theme.font("chip") is first
    theme.set_text_scale(app, 125)
    assert theme.font("chip") is not first


def test_text_grows_with_the_scale_and_comes_back(app: QApplication) -> None:
    """150 per cent is half as much again, steps do not add up, and there are limits."""
    before = app.font().pointSizeF()
    theme.set_text_scale(app, 150)
    assert app.font().pointSizeF() == pytest.approx(before * 1.5)
    assert theme.font("body").pointSizeF() == pytest.approx(before * 1.5)
    assert theme.scaled(16) == 24
    theme.set_text_scale(app, 400)
    assert app.font().pointSizeF() == pytest.approx(before * 1.5)
    theme.set_text_scale(app, 100)
    assert app.font().pointSizeF() == pytest.approx(before)


def test_text_that_stands_grows_with_the_scale(app: QApplication, qtbot: QtBot) -> None:
    """A label with a font of its own follows while it is seen, and comes back."""
    label = Label("Next sync 02:19", "caption", "text_muted")
    qtbot.addWidget(label)
    label.show()
    before = label.font().pointSizeF()
    theme.set_text_scale(app, 150)
    assert label.font().pointSizeF() == pytest.approx(theme.font("caption").pointSizeF())
    assert label.font().pointSizeF() > before
    theme.set_text_scale(app, 100)
    assert label.font().pointSizeF() == pytest.approx(before)


@pytest.mark.usefixtures("app")
def test_high_contrast_takes_the_systems_colours() -> None:
    """Everything that is read is the system's text on the system's ground."""
    system = QPalette()
    system.setColor(QPalette.ColorRole.Base, QColor("#000000"))
    system.setColor(QPalette.ColorRole.Text, QColor("#FFFFFF"))
    system.setColor(QPalette.ColorRole.Link, QColor("#FFFF00"))
    made = theme.contrast(system)
    assert made.dark
    for ink, ground, _ in PAIRS:
        assert contrast(made.colour(ink), made.colour(ground)) >= 7, (ink, ground)


def test_high_contrast_is_followed(app: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    """When the system asks for it the choice of light or dark gives way."""
    hints = app.styleHints()
    if not hasattr(hints, "accessibility"):
        pytest.skip("this Qt does not know")
    access = hints.accessibility()
    asked = Qt.ContrastPreference.HighContrast
    monkeypatch.setattr(type(access), "contrastPreference", lambda _hints: asked)
    access.contrastPreferenceChanged.emit(asked)
    assert theme.current() not in (LIGHT, DARK)
    assert theme.current().border_strong == theme.current().text
    asked = Qt.ContrastPreference.NoPreference
    access.contrastPreferenceChanged.emit(asked)
    assert theme.current() is LIGHT
