"""Lists, tables and trees with their headers, scroll bars and splitters; quiet tool buttons."""

from collections.abc import Callable

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter
from PySide6.QtWidgets import (
    QStyle,
    QStyleOption,
    QStyleOptionHeader,
    QStyleOptionSlider,
    QStyleOptionViewItem,
)

from app.ui.painting import RING, paint_box, paint_icon, paint_ring
from app.ui.styling.states import Part, State, has
from app.ui.theme import RADIUS, RADIUS_S, Theme

_ICON = 16


def focus_rect(painter: QPainter, option: QStyleOption, theme: Theme) -> None:
    """The ring around the current item, just within it."""
    paint_ring(painter, option.rect, RADIUS_S, theme)


def frame(painter: QPainter, option: QStyleOption, theme: Theme) -> None:
    """A hairline around lists and the like."""
    paint_box(painter, QRectF(option.rect), None, theme.border, 0.5)


def window_ground(painter: QPainter, option: QStyleOption, theme: Theme) -> None:
    """The ground of bars."""
    painter.fillRect(option.rect, theme.window)


def item_ground(painter: QPainter, option: QStyleOption, theme: Theme) -> None:
    """Selected, under the pointer, or with a ground of its own."""
    if isinstance(option, QStyleOptionViewItem) and option.backgroundBrush != QBrush():
        painter.fillRect(option.rect, option.backgroundBrush)
    if has(option, State.State_Selected):
        painter.fillRect(option.rect, theme.selection)
    elif has(option, State.State_MouseOver) and has(option, State.State_Enabled):
        painter.fillRect(option.rect, theme.hover)


def tool_ground(painter: QPainter, option: QStyleOption, theme: Theme) -> None:
    """Quiet until it is used."""
    fill: QColor | None = None
    if has(option, State.State_Enabled):
        if has(option, State.State_Sunken) or has(option, State.State_On):
            fill = theme.selection
        elif has(option, State.State_MouseOver):
            fill = theme.sunken
    if fill is not None:
        paint_box(painter, QRectF(option.rect), fill, None, RADIUS)
    if has(option, State.State_HasFocus):
        paint_ring(painter, option.rect, RADIUS - RING / 2, theme)


def row_ground(painter: QPainter, option: QStyleOption, theme: Theme) -> None:
    """What lies beside the items of a selected row; rows are not striped."""
    if has(option, State.State_Selected):
        painter.fillRect(option.rect, theme.selection)


def arrow(name: str) -> Callable[[QPainter, QStyleOption, Theme], None]:
    """Paints one of the arrows that Qt's own controls ask for."""

    def paint(painter: QPainter, option: QStyleOption, theme: Theme) -> None:
        ink = theme.text if has(option, State.State_Enabled) else theme.text_disabled
        paint_icon(painter, option.rect, name, ink, _ICON)

    return paint


def header_arrow(painter: QPainter, option: QStyleOption, theme: Theme) -> None:
    """Which way a column is sorted."""
    up = False
    if isinstance(option, QStyleOptionHeader):
        up = option.sortIndicator == QStyleOptionHeader.SortIndicator.SortUp
    paint_icon(painter, option.rect, "chev-up" if up else "chev-down", theme.text_muted, 14)


def branch(painter: QPainter, option: QStyleOption, theme: Theme) -> None:
    """The fold of an item that has others below it."""
    if not has(option, State.State_Children):
        return
    is_open = has(option, State.State_Open)
    paint_icon(
        painter,
        option.rect,
        "chev-down" if is_open else "chev-right",
        theme.text_muted,
        _ICON,
        mirrored=not is_open and option.direction == Qt.LayoutDirection.RightToLeft,
    )


def splitter(painter: QPainter, option: QStyleOption, theme: Theme) -> None:
    """A hairline."""
    painter.fillRect(option.rect, theme.border)


def header(painter: QPainter, option: QStyleOption, theme: Theme) -> None:
    """The ground of a column's title."""
    painter.fillRect(option.rect, theme.window)
    below = QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1)
    painter.fillRect(below, theme.border)


def scroll_bar(painter: QPainter, option: QStyleOption, theme: Theme) -> None:
    """The slider alone, wider under the pointer."""
    if not isinstance(option, QStyleOptionSlider) or option.maximum <= option.minimum:
        return
    busy = has(option, State.State_MouseOver) or has(option, State.State_Sunken)
    inset = 2 if busy else 3
    place = QRectF(scroll_part(option, Part.SC_ScrollBarSlider))
    if option.orientation == Qt.Orientation.Horizontal:
        place.adjust(2, inset, -2, -inset)
    else:
        place.adjust(inset, 2, -inset, -2)
    colour = theme.border_strong if busy else theme.border
    paint_box(painter, place, colour, None, min(place.width(), place.height()) / 2)


def scroll_part(option: QStyleOptionSlider, part: QStyle.SubControl) -> QRect:
    """A bar without buttons: the whole of it is the way of the slider."""
    rect = option.rect
    across = option.orientation == Qt.Orientation.Horizontal
    way = rect.width() if across else rect.height()
    length, start = _slider(option, way)
    spans = {
        Part.SC_ScrollBarSlider: (start, length),
        Part.SC_ScrollBarSubPage: (0, start),
        Part.SC_ScrollBarAddPage: (start + length, way - start - length),
        Part.SC_ScrollBarGroove: (0, way),
    }
    if part not in spans:
        return QRect()
    at, extent = spans[part]
    found = QRect(at, 0, extent, rect.height()) if across else QRect(0, at, rect.width(), extent)
    found.translate(rect.topLeft())
    return QStyle.visualRect(option.direction, rect, found) if across else found


def _slider(option: QStyleOptionSlider, way: int) -> tuple[int, int]:
    """Length and start of the slider."""
    span = option.maximum - option.minimum
    if span <= 0:
        return way, 0
    length = max(way * option.pageStep // (span + option.pageStep), min(32, way))
    start = QStyle.sliderPositionFromValue(
        option.minimum,
        option.maximum,
        option.sliderPosition,
        way - length,
        option.upsideDown,
    )
    return length, start
