"""Menus, the menu bar and tool tips."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter
from PySide6.QtWidgets import QStyle, QStyleOption, QStyleOptionMenuItem

from app.ui.painting import paint_box, paint_icon, paint_tick
from app.ui.styling.states import State, has
from app.ui.theme import RADIUS_S, Theme

_Kind = QStyleOptionMenuItem.MenuItemType

_ROW = 28
_MARK = 18
_ICON = 16
_BEFORE = 32
_AFTER = 26


def tip(painter: QPainter, option: QStyleOption, theme: Theme) -> None:
    """The ground of a tool tip."""
    painter.fillRect(option.rect, theme.raised)
    paint_box(painter, QRectF(option.rect), None, theme.border_strong, 0.5)


def menu_ground(painter: QPainter, option: QStyleOption, theme: Theme) -> None:
    """The ground of a menu."""
    painter.fillRect(option.rect, theme.raised)


def menu_frame(painter: QPainter, option: QStyleOption, theme: Theme) -> None:
    """The edge of a menu."""
    paint_box(painter, QRectF(option.rect), None, theme.border_strong, 0.5)


def menu_size(option: QStyleOptionMenuItem, found: QSize, line: int) -> QSize:
    """Room for an entry, of which Fusion `found` how wide it is."""
    if option.menuItemType == _Kind.Separator:
        return QSize(found.width(), 9)
    return QSize(found.width() + 24, max(_ROW, line + 8))


def menu_item(painter: QPainter, option: QStyleOption, theme: Theme) -> None:
    """One entry: mark or icon, words, keys, and whether more open beside it."""
    if not isinstance(option, QStyleOptionMenuItem):
        return
    rect = option.rect
    if option.menuItemType == _Kind.Separator:
        painter.fillRect(QRect(rect.x(), rect.center().y(), rect.width(), 1), theme.border)
        return
    enabled = has(option, State.State_Enabled)
    if enabled and has(option, State.State_Selected):
        paint_box(painter, QRectF(rect), theme.selection, None, RADIUS_S)
    ink = theme.text if enabled else theme.text_disabled
    mark = QRect(rect.x() + 7, rect.y(), _MARK, rect.height())
    _mark(painter, option, QStyle.visualRect(option.direction, rect, mark), theme, ink)
    _words(painter, option, theme, ink)
    if option.menuItemType == _Kind.SubMenu:
        end = QRect(rect.right() - 24, rect.y(), 20, rect.height())
        end = QStyle.visualRect(option.direction, rect, end)
        mirrored = option.direction == Qt.LayoutDirection.RightToLeft
        paint_icon(painter, end, "chev-right", ink, _ICON, mirrored=mirrored)


def menu_bar_item(painter: QPainter, option: QStyleOption, theme: Theme) -> None:
    """One menu's name in the bar; its letter is marked while the keyboard chooses."""
    if not isinstance(option, QStyleOptionMenuItem):
        return
    painter.fillRect(option.rect, theme.window)
    if has(option, State.State_Selected):
        place = QRectF(option.rect).adjusted(1, 1, -1, -1)
        paint_box(painter, place, theme.selection, None, RADIUS_S)
    painter.setPen(theme.text if has(option, State.State_Enabled) else theme.text_disabled)
    letters = Qt.TextFlag.TextShowMnemonic
    if not has(option, State.State_HasFocus):
        letters = Qt.TextFlag.TextHideMnemonic
    painter.drawText(option.rect, Qt.AlignmentFlag.AlignCenter.value | letters.value, option.text)


def _words(painter: QPainter, option: QStyleOptionMenuItem, theme: Theme, ink: QColor) -> None:
    rect = option.rect
    place = QRect(rect.x() + _BEFORE, rect.y(), rect.width() - _BEFORE - _AFTER, rect.height())
    place = QStyle.visualRect(option.direction, rect, place)
    start, end = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
    if option.direction == Qt.LayoutDirection.RightToLeft:
        start, end = end, start
    middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
    flags = middle.value | Qt.TextFlag.TextShowMnemonic.value
    text, _, keys = option.text.partition("\t")
    painter.setFont(option.font)
    painter.setPen(ink)
    painter.drawText(place, flags | start.value, text)
    painter.setPen(theme.text_muted if has(option, State.State_Enabled) else ink)
    painter.drawText(place, flags | end.value, keys)


def _mark(
    painter: QPainter, option: QStyleOptionMenuItem, place: QRect, theme: Theme, ink: QColor
) -> None:
    """The icon of an entry, or whether it is on."""
    enabled = has(option, State.State_Enabled)
    if option.checkType == QStyleOptionMenuItem.CheckType.NotCheckable:
        square = QRect(0, 0, _ICON, _ICON)
        square.moveCenter(place.center())
        mode = QIcon.Mode.Normal if enabled else QIcon.Mode.Disabled
        option.icon.paint(painter, square, Qt.AlignmentFlag.AlignCenter, mode)
    elif option.checked and option.checkType == QStyleOptionMenuItem.CheckType.Exclusive:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
        painter.drawEllipse(QRectF(place).center(), 3.5, 3.5)
    elif option.checked:
        paint_tick(painter, place, "on", enabled=enabled, theme=theme)
