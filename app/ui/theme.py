"""Colours, type sizes and spaces of the whole window; nothing else names one."""

from dataclasses import dataclass, field, fields
from typing import Literal

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QColor, QFont, QFontInfo, QFontMetrics, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QToolTip

from app.ui import icons

Appearance = Literal["system", "light", "dark"]

FontKind = Literal[
    "caption",
    "column",
    "chip",
    "body",
    "name",
    "strong",
    "section",
    "title2",
    "title1",
    "figure",
]

GAP_XS = 4
GAP_S = 8
GAP_M = 12
GAP_L = 16
GAP_XL = 24
GAP_XXL = 32
MARGIN = 24
RADIUS_S = 4
RADIUS = 6
RADIUS_L = 8

_SMALLEST = 11
"""No text is smaller, in pixels at 96 dots an inch."""


@dataclass(frozen=True, slots=True)
class Theme:
    """One colour for each thing that colour says."""

    dark: bool
    window: QColor
    sunken: QColor
    surface: QColor
    raised: QColor
    hover: QColor
    selection: QColor
    border: QColor
    border_strong: QColor
    text: QColor
    text_muted: QColor
    text_disabled: QColor
    accent: QColor
    accent_hover: QColor
    accent_press: QColor
    accent_soft: QColor
    on_accent: QColor
    focus: QColor
    pos_side: QColor
    pos_soft: QColor
    ecom_side: QColor
    ecom_soft: QColor
    success: QColor
    success_soft: QColor
    waiting: QColor
    waiting_soft: QColor
    attention: QColor
    attention_soft: QColor
    danger: QColor
    danger_soft: QColor
    on_danger: QColor
    neutral: QColor
    neutral_soft: QColor
    ins_bg: QColor
    del_bg: QColor

    def colour(self, token: str) -> QColor:
        """The colour of a name such as "text_muted". Raises `KeyError` for any other name."""
        if token not in TOKENS:
            raise KeyError(token)
        found: QColor = getattr(self, token)
        return found


TOKENS = frozenset(each.name for each in fields(Theme)) - {"dark"}

LIGHT = Theme(
    dark=False,
    window=QColor("#F5F4F1"),
    sunken=QColor("#ECEAE5"),
    surface=QColor("#FFFFFF"),
    raised=QColor("#FFFFFF"),
    hover=QColor("#F3F1ED"),
    selection=QColor("#DFE9F7"),
    border=QColor("#DBD8D1"),
    border_strong=QColor("#858179"),
    text=QColor("#1F2328"),
    text_muted=QColor("#5A5E65"),
    text_disabled=QColor("#8F9094"),
    accent=QColor("#2460A8"),
    accent_hover=QColor("#1B4E8C"),
    accent_press=QColor("#163F72"),
    accent_soft=QColor("#E2ECF8"),
    on_accent=QColor("#FFFFFF"),
    focus=QColor("#2460A8"),
    pos_side=QColor("#6F4080"),
    pos_soft=QColor("#F4EDF6"),
    ecom_side=QColor("#09657A"),
    ecom_soft=QColor("#DFF0F3"),
    success=QColor("#0F6B4C"),
    success_soft=QColor("#E0F2EA"),
    waiting=QColor("#1C569E"),
    waiting_soft=QColor("#E2ECF9"),
    attention=QColor("#7A4F00"),
    attention_soft=QColor("#FBEFD3"),
    danger=QColor("#A81A3A"),
    danger_soft=QColor("#FBE6EA"),
    on_danger=QColor("#FFFFFF"),
    neutral=QColor("#55585E"),
    neutral_soft=QColor("#ECEAE5"),
    ins_bg=QColor("#CBEBD0"),
    del_bg=QColor("#F9D3D0"),
)

DARK = Theme(
    dark=True,
    window=QColor("#1C1D1F"),
    sunken=QColor("#161719"),
    surface=QColor("#232528"),
    raised=QColor("#2C2E32"),
    hover=QColor("#2B2D31"),
    selection=QColor("#2B3C56"),
    border=QColor("#3B3E43"),
    border_strong=QColor("#888C94"),
    text=QColor("#E9E7E2"),
    text_muted=QColor("#ADAFB4"),
    text_disabled=QColor("#74777D"),
    accent=QColor("#86B4F2"),
    accent_hover=QColor("#A3C7F7"),
    accent_press=QColor("#6FA3E8"),
    accent_soft=QColor("#25354C"),
    on_accent=QColor("#0D1B2E"),
    focus=QColor("#86B4F2"),
    pos_side=QColor("#D2A9E0"),
    pos_soft=QColor("#382C3D"),
    ecom_side=QColor("#74C6DC"),
    ecom_soft=QColor("#1D363F"),
    success=QColor("#7FD9BC"),
    success_soft=QColor("#1D382F"),
    waiting=QColor("#9FC5F8"),
    waiting_soft=QColor("#23354E"),
    attention=QColor("#F1C25F"),
    attention_soft=QColor("#3E3117"),
    danger=QColor("#FF9A9C"),
    danger_soft=QColor("#462725"),
    on_danger=QColor("#2B0E0C"),
    neutral=QColor("#B8BABF"),
    neutral_soft=QColor("#34363B"),
    ins_bg=QColor("#24502F"),
    del_bg=QColor("#5E2D2A"),
)

_FACES: dict[FontKind, tuple[float, QFont.Weight]] = {
    "caption": (0.88, QFont.Weight.Normal),
    "column": (0.92, QFont.Weight.Medium),
    "chip": (0.92, QFont.Weight.DemiBold),
    "body": (1.0, QFont.Weight.Normal),
    "name": (1.0, QFont.Weight.Medium),
    "strong": (1.0, QFont.Weight.DemiBold),
    "section": (1.08, QFont.Weight.DemiBold),
    "title2": (1.23, QFont.Weight.DemiBold),
    "title1": (1.54, QFont.Weight.DemiBold),
    "figure": (2.0, QFont.Weight.DemiBold),
}
"""Size as a factor of the application's font, and weight."""

_SCHEMES: dict[Appearance, Qt.ColorScheme] = {
    "system": Qt.ColorScheme.Unknown,
    "light": Qt.ColorScheme.Light,
    "dark": Qt.ColorScheme.Dark,
}


@dataclass(slots=True)
class _Shown:
    """What the window looks like now."""

    theme: Theme = LIGHT
    choice: Appearance = "system"
    follows: bool = False
    scale: int = 100
    base: QFont | None = None
    font: QFont | None = None
    fonts: dict[FontKind, QFont] = field(default_factory=dict)
    metrics: dict[FontKind, QFontMetrics] = field(default_factory=dict)


_shown = _Shown()


def contrast(system: QPalette) -> Theme:
    """The colours of a system that is set to high contrast: text, ground, and what is chosen."""
    role = QPalette.ColorRole
    ground, ink = system.color(role.Base), system.color(role.Text)
    marked = system.color(role.Link)
    return Theme(
        dark=ground.lightness() < ink.lightness(),
        window=ground,
        sunken=ground,
        surface=ground,
        raised=ground,
        hover=ground,
        selection=ground,
        border=ink,
        border_strong=ink,
        text=ink,
        text_muted=ink,
        text_disabled=system.color(QPalette.ColorGroup.Disabled, role.Text),
        accent=marked,
        accent_hover=ink,
        accent_press=ink,
        accent_soft=ground,
        on_accent=ground,
        focus=marked,
        pos_side=ink,
        pos_soft=ground,
        ecom_side=ink,
        ecom_soft=ground,
        success=ink,
        success_soft=ground,
        waiting=ink,
        waiting_soft=ground,
        attention=ink,
        attention_soft=ground,
        danger=ink,
        danger_soft=ground,
        on_danger=ground,
        neutral=ink,
        neutral_soft=ground,
        ins_bg=ground,
        del_bg=ground,
    )


def current() -> Theme:
    """The colours to paint with now. A widget asks again at `QEvent.Type.PaletteChange`."""
    return _shown.theme


def apply_appearance(app: QApplication, choice: Appearance) -> None:
    """Show the app light, dark or as the system, and follow the system from then on."""
    _shown.choice = choice
    hints = app.styleHints()
    if not _shown.follows:
        hints.colorSchemeChanged.connect(_follow)
        _shown.follows = True
        if hasattr(hints, "accessibility"):  # Qt 6.10 and later.
            hints.accessibility().contrastPreferenceChanged.connect(_follow)
    hints.setColorScheme(_SCHEMES[choice])
    _show(app)


def palette(theme: Theme) -> QPalette:
    """The roles that Qt's own widgets paint with."""
    role, group = QPalette.ColorRole, QPalette.ColorGroup
    made = QPalette()
    for each, colour in {
        role.Window: theme.window,
        role.Base: theme.surface,
        role.AlternateBase: theme.hover,
        role.Button: theme.raised,
        role.ToolTipBase: theme.raised,
        role.Text: theme.text,
        role.WindowText: theme.text,
        role.ButtonText: theme.text,
        role.BrightText: theme.danger,
        role.ToolTipText: theme.text,
        role.PlaceholderText: theme.text_muted,
        role.Highlight: theme.selection,
        role.HighlightedText: theme.text,
        role.Accent: theme.accent,
        role.Link: theme.accent,
        role.LinkVisited: theme.accent,
        role.Light: theme.raised,
        role.Midlight: theme.hover,
        role.Mid: theme.border,
        role.Dark: theme.border_strong,
        role.Shadow: theme.border_strong,
    }.items():
        made.setColor(each, colour)
    for each in (
        role.Text,
        role.WindowText,
        role.ButtonText,
        role.HighlightedText,
        role.PlaceholderText,
        role.Link,
    ):
        made.setColor(group.Disabled, each, theme.text_disabled)
    made.setColor(group.Disabled, role.Highlight, theme.sunken)
    made.setColor(group.Disabled, role.Base, theme.window)
    made.setColor(group.Disabled, role.Accent, theme.text_disabled)
    return made


def font(kind: FontKind) -> QFont:
    """A size and weight of the application's font, in points, with digits of one width."""
    _measure()
    return _shown.fonts[kind]


def font_metrics(kind: FontKind) -> QFontMetrics:
    """How much room a text of this kind takes."""
    _measure()
    return _shown.metrics[kind]


def scaled(size: int) -> int:
    """A size of an icon, grown as much as the text is."""
    return round(size * _shown.scale / 100)


def set_text_scale(app: QApplication, percent: int) -> None:
    """Show all text at 90 to 150 per cent of the system's size."""
    if _shown.base is None:
        _shown.base = app.font()
    _shown.scale = min(max(percent, 90), 150)
    sized = QFont(_shown.base)
    sized.setPointSizeF(_points(_shown.base) * _shown.scale / 100)
    app.setFont(sized)
    QToolTip.setFont(sized)
    _tell_all()


def _tell_all() -> None:
    """Tell every widget: Qt tells windows and who inherits its font, the latter otherwise."""
    for widget in QApplication.allWidgets():
        for kind in (QEvent.Type.ApplicationFontChange, QEvent.Type.FontChange):
            QApplication.sendEvent(widget, QEvent(kind))


def _measure() -> None:
    basis = QApplication.font()
    if _shown.font == basis:
        return
    _shown.font = basis
    _shown.fonts = {kind: _face(basis, *face) for kind, face in _FACES.items()}
    _shown.metrics = {kind: QFontMetrics(face) for kind, face in _shown.fonts.items()}


def _follow() -> None:
    app = QApplication.instance()
    if isinstance(app, QApplication):
        _show(app)


def _show(app: QApplication) -> None:
    if _wants_contrast(app):
        app.setPalette(QPalette())
        _shown.theme = contrast(app.palette())
    else:
        _shown.theme = _theme(_shown.choice)
    icons.clear_cache()
    shown = palette(_shown.theme)
    app.setPalette(shown)
    QToolTip.setPalette(shown)


def _wants_contrast(app: QApplication) -> bool:
    hints = app.styleHints()
    if not hasattr(hints, "accessibility"):
        return False
    return hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast


def _theme(choice: Appearance) -> Theme:
    if choice == "system":
        dark = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
        return DARK if dark else LIGHT
    return DARK if choice == "dark" else LIGHT


def _face(basis: QFont, factor: float, weight: QFont.Weight) -> QFont:
    made = QFont(basis)
    made.setPointSizeF(max(_points(basis) * factor, _smallest_points(basis)))
    made.setWeight(weight)
    made.setFeature(QFont.Tag("tnum"), 1)
    return made


def _points(of: QFont) -> float:
    return of.pointSizeF() if of.pointSizeF() > 0 else QFontInfo(of).pointSizeF()


def _smallest_points(like: QFont) -> float:
    return _SMALLEST * 72 / QFontMetrics(like).fontDpi()
