"""The app's own drawings, in any colour, sharp at any size and screen."""

import math
from collections.abc import Callable
from functools import cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

_APP_SIZES = (16, 20, 24, 32, 48, 64, 128, 256)

_ICON_SIZES = (16, 20, 24, 25, 30, 32, 40, 64)
"""16, 20 and 32 at the ratios of real screens, in dots, so that none is scaled."""

_pixmaps: dict[tuple[object, ...], QPixmap] = {}


def resources_folder() -> Path:
    """Where the drawings lie."""
    return Path(__file__).resolve().parents[2] / "resources"


def pixmap(name: str, colour: QColor, size: int, ratio: float) -> QPixmap:
    """An icon in one colour, `size` wide on a screen of `ratio` dots a unit.

    Raises `FileNotFoundError` for a name that no drawing has.
    """
    key: tuple[object, ...] = (name, colour.rgba(), size, ratio)
    found = _pixmaps.get(key)
    if found is None:
        svg = _drawing(name).replace("currentColor", colour.name())
        found = _rendered(svg, size, ratio, colour.alphaF())
        _pixmaps[key] = found
    return found


def drawing(
    key: tuple[object, ...], size: QSize, ratio: float, draw: Callable[[QPainter], None]
) -> QPixmap:
    """What `draw` paints, kept for as long as the icons are; `key` says what it looks like."""
    whole = (*key, size.width(), size.height(), ratio)
    found = _pixmaps.get(whole)
    if found is None:
        found = QPixmap(math.ceil(size.width() * ratio), math.ceil(size.height() * ratio))
        found.setDevicePixelRatio(ratio)
        found.fill(Qt.GlobalColor.transparent)
        painter = QPainter(found)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw(painter)
        painter.end()
        _pixmaps[whole] = found
    return found


def icon(name: str, colour: QColor | None = None) -> QIcon:
    """An icon for Qt's own menus and buttons; without a colour it takes that of the text now.

    It keeps its colours: whoever shows one makes it anew at `QEvent.Type.PaletteChange`.
    """
    role, group = QPalette.ColorRole.WindowText, QPalette.ColorGroup.Disabled
    shown = QApplication.palette()
    made = QIcon()
    for size in _ICON_SIZES:
        made.addPixmap(pixmap(name, colour or shown.color(role), size, 1.0))
        made.addPixmap(pixmap(name, shown.color(group, role), size, 1.0), QIcon.Mode.Disabled)
    return made


def app_icon() -> QIcon:
    """The mark of the app, for windows and task bars."""
    svg = (resources_folder() / "app.svg").read_text("utf-8")
    made = QIcon()
    for size in _APP_SIZES:
        made.addPixmap(_rendered(svg, size, 1.0, 1.0))
    return made


def clear_cache() -> None:
    """Forget what was rendered: after a change of colours or of screen."""
    _pixmaps.clear()


@cache
def _drawing(name: str) -> str:
    return (resources_folder() / "icons" / f"{name}.svg").read_text("utf-8")


def _rendered(svg: str, size: int, ratio: float, opacity: float) -> QPixmap:
    dots = max(1, round(size * ratio))
    made = QPixmap(dots, dots)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.setOpacity(opacity)
    QSvgRenderer(QByteArray(svg.encode("utf-8"))).render(painter, QRectF(0, 0, dots, dots))
    painter.end()
    made.setDevicePixelRatio(ratio)
    return made
