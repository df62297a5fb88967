"""Ticks, fields, boxes to choose from and plain buttons."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QStyle,
    QStyleOption,
    QStyleOptionButton,
    QStyleOptionFrame,
    QStyleOptionSpinBox,
)

from app.ui.painting import RING, paint_box, paint_icon, paint_ring, paint_tick
from app.ui.shapes import TICK, TickState
from app.ui.styling.states import Part, State, has
from app.ui.theme import RADIUS, RADIUS_S, Theme

ARROW = 28
"""Width of the end of a combo box that holds its arrow."""

SPIN = 24
"""The same of a spin box."""

INSET = 10
"""From the edge of a field to its text."""


def check_box(painter: QPainter, option: QStyleOption, theme: Theme) -> None:
    """A tick like all others."""
    state: TickState = "off"
    if has(option, State.State_On):
        state = "on"
    elif has(option, State.State_NoChange):
        state = "partial"
    enabled = has(option, State.State_Enabled)
    paint_tick(painter, option.rect, state, enabled=enabled, theme=theme)


def radio_button(painter: QPainter, option: QStyleOption, theme: Theme) -> None:
    """One of several, round."""
    enabled, on = has(option, State.State_Enabled), has(option, State.State_On)
    ring = QRectF(0, 0, TICK, TICK)
    ring.moveCenter(QRectF(option.rect).center())
    accent = theme.accent if enabled else theme.text_disabled
    rest = theme.border_strong if enabled else theme.text_disabled
    ground = theme.surface if enabled else theme.window
    paint_box(painter, ring, accent if on else ground, accent if on else rest, TICK / 2)
    if on:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.on_accent if enabled else theme.window)
        painter.drawEllipse(ring.center(), 3.5, 3.5)


def line_edit(painter: QPainter, option: QStyleOption, theme: Theme) -> None:
    """The box of a line to type in; none where it lies in another box."""
    if isinstance(option, QStyleOptionFrame) and option.lineWidth <= 0:
        return
    field(painter, option, theme)


def field(painter: QPainter, option: QStyleOption, theme: Theme) -> None:
    """The box of everything that is filled in or chosen from."""
    enabled = has(option, State.State_Enabled)
    fill = theme.surface if enabled else theme.window
    edge = theme.border_strong if enabled else theme.border
    paint_box(painter, QRectF(option.rect), fill, edge, RADIUS)
    if has(option, State.State_HasFocus) and enabled:
        paint_ring(painter, option.rect, RADIUS - RING / 2, theme)


def push_button(painter: QPainter, option: QStyleOption, theme: Theme) -> None:
    """The buttons that Qt makes itself, in message boxes and the like: plain."""
    enabled = has(option, State.State_Enabled)
    fill = theme.raised if enabled else None
    if enabled and has(option, State.State_Sunken):
        fill = theme.sunken
    elif enabled and has(option, State.State_MouseOver):
        fill = theme.hover
    flat = isinstance(option, QStyleOptionButton) and bool(
        option.features & QStyleOptionButton.ButtonFeature.Flat
    )
    edge = theme.border_strong if enabled else theme.border
    paint_box(painter, QRectF(option.rect), fill, None if flat else edge, RADIUS)


def combo_box(painter: QPainter, option: QStyleOption, theme: Theme) -> None:
    """A box to choose from."""
    field(painter, option, theme)
    enabled = has(option, State.State_Enabled)
    ink = theme.text if enabled else theme.text_disabled
    place = QRect(option.rect)
    if option.direction == Qt.LayoutDirection.RightToLeft:
        place.setRight(place.left() + ARROW + 4)
    else:
        place.setLeft(place.right() - ARROW - 4)
    paint_icon(painter, place, "chev-down", ink, 16)


def combo_part(rect: QRect, part: QStyle.SubControl) -> QRect | None:
    """Where a part of a combo box lies; None for those that Fusion knows best."""
    if part == Part.SC_ComboBoxEditField:
        return rect.adjusted(INSET - 2, 1, -ARROW - 4, -1)
    if part == Part.SC_ComboBoxArrow:
        return rect.adjusted(rect.width() - ARROW - 4, 0, 0, 0)
    return None


def spin_box(painter: QPainter, option: QStyleOption, theme: Theme) -> None:
    """A number with its two arrows."""
    field(painter, option, theme)
    if not isinstance(option, QStyleOptionSpinBox):
        return
    steps = QAbstractSpinBox.StepEnabledFlag
    _spin_arrow(painter, option, theme, Part.SC_SpinBoxUp, "chev-up", steps.StepUpEnabled)
    _spin_arrow(painter, option, theme, Part.SC_SpinBoxDown, "chev-down", steps.StepDownEnabled)


def _spin_arrow(
    painter: QPainter,
    option: QStyleOptionSpinBox,
    theme: Theme,
    part: QStyle.SubControl,
    name: str,
    step: QAbstractSpinBox.StepEnabledFlag,
) -> None:
    place = spin_part(option.rect, part) or QRect()
    place = QStyle.visualRect(option.direction, option.rect, place)
    able = has(option, State.State_Enabled) and bool(option.stepEnabled & step)
    if able and has(option, State.State_MouseOver) and option.activeSubControls & part:
        paint_box(painter, QRectF(place), theme.sunken, None, RADIUS_S)
    paint_icon(painter, place, name, theme.text if able else theme.text_disabled, 12)


def spin_part(rect: QRect, part: QStyle.SubControl) -> QRect | None:
    """Where a part of a spin box lies; None for those that Fusion knows best."""
    ends = rect.adjusted(rect.width() - SPIN, 3, -3, -3)
    half = ends.height() // 2
    if part == Part.SC_SpinBoxUp:
        return QRect(ends.x(), ends.y(), ends.width(), half)
    if part == Part.SC_SpinBoxDown:
        return QRect(ends.x(), ends.bottom() + 1 - half, ends.width(), half)
    if part == Part.SC_SpinBoxEditField:
        return rect.adjusted(INSET - 2, 1, -SPIN - 1, -1)
    return None
