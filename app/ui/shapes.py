"""The shapes of ticks, chips and value boxes, each drawn from the origin on."""

from typing import Literal

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from app.ui.theme import RADIUS_S, Theme

TickState = Literal["off", "on", "partial"]

TICK = 18
TICK_ROOM = 5
"""Around a tick, for its ring and its dot."""

CHIP_POINT = 9

_RING_OFF = 2.75
"""The middle of a ring 1.5 wide that stands 2 off the tick."""


def rounded(
    painter: QPainter, rect: QRectF, fill: QColor | None, edge: QColor | None, radius: float
) -> None:
    """A box with its 1 px edge within the rectangle."""
    painter.setBrush(fill if fill is not None else Qt.BrushStyle.NoBrush)
    if edge is None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawRoundedRect(rect, radius, radius)
        return
    painter.setPen(QPen(edge, 1))
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), radius - 0.5, radius - 0.5)


def tick_colours(
    state: TickState, locked: bool, enabled: bool, hovered: bool, theme: Theme
) -> tuple[QColor, QColor, QColor]:
    """Fill, edge and mark of a tick."""
    if not enabled:
        return theme.window, theme.text_disabled, theme.text_disabled
    if locked:
        return theme.sunken, theme.border_strong, theme.text_muted
    if state == "off":
        return (theme.hover if hovered else theme.surface), theme.border_strong, theme.text
    fill = theme.accent_hover if hovered else theme.accent
    return fill, fill, theme.on_accent


def tick(painter: QPainter, state: TickState, colours: tuple[QColor, QColor, QColor]) -> None:
    """A tick box, with room around it."""
    fill, edge, mark = colours
    box = _tick_box()
    rounded(painter, box, fill, edge, RADIUS_S)
    if state == "off":
        return
    path = QPainterPath()
    if state == "partial":
        path.moveTo(4.5, 9)
        path.lineTo(13.5, 9)
    else:
        path.moveTo(4.2, 9.2)
        path.lineTo(7.6, 12.6)
        path.lineTo(13.8, 5.8)
    cap, join = Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
    painter.setPen(QPen(mark, 2.2, Qt.PenStyle.SolidLine, cap, join))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(path.translated(box.topLeft()))


def pending_ring(painter: QPainter, colour: QColor) -> None:
    """Around a tick that a sync is still to carry."""
    pen = QPen(colour, 1.5, Qt.PenStyle.CustomDashLine)
    pen.setDashPattern([2.0, 1.4])
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    out = _tick_box().adjusted(-_RING_OFF, -_RING_OFF, _RING_OFF, _RING_OFF)
    painter.drawRoundedRect(out, RADIUS_S + _RING_OFF, RADIUS_S + _RING_OFF)


def hand_dot(painter: QPainter, colour: QColor) -> None:
    """At the corner of a tick that was set by hand."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawEllipse(_tick_box().topRight() + QPointF(0.5, -0.5), 2.75, 2.75)


def chip(painter: QPainter, width: int, height: int, flowing: bool, colour: QColor) -> None:
    """The ground of a status, with a point to the right when something flows."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    if not flowing:
        painter.drawRoundedRect(QRectF(0, 0, width, height), RADIUS_S, RADIUS_S)
        return
    side = 2 * RADIUS_S
    neck = width - CHIP_POINT
    path = QPainterPath()
    path.moveTo(RADIUS_S, 0)
    path.lineTo(neck - 1, 0)
    path.quadTo(neck + 1, 0, neck + 2.2, 2)
    path.lineTo(width - 0.6, height / 2 - 1)
    path.quadTo(width, height / 2, width - 0.6, height / 2 + 1)
    path.lineTo(neck + 2.2, height - 2)
    path.quadTo(neck + 1, height, neck - 1, height)
    path.lineTo(RADIUS_S, height)
    path.arcTo(QRectF(0, height - side, side, side), 270, -90)
    path.lineTo(0, RADIUS_S)
    path.arcTo(QRectF(0, 0, side, side), 180, -90)
    path.closeSubpath()
    painter.drawPath(path)


def value_frame(
    painter: QPainter, width: int, height: int, fill: QColor | None, edge: QColor, dashed: bool
) -> None:
    """The box around a value; dashed around one that will be replaced."""
    box = QRectF(0, 0, width, height)
    if not dashed:
        rounded(painter, box, fill, edge, RADIUS_S)
        return
    rounded(painter, box, fill, None, RADIUS_S)
    pen = QPen(edge, 1, Qt.PenStyle.CustomDashLine)
    pen.setDashPattern([3.0, 2.0])
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS_S - 0.5, RADIUS_S - 0.5)


def _tick_box() -> QRectF:
    return QRectF(TICK_ROOM, TICK_ROOM, TICK, TICK)
