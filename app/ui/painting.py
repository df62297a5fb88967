"""Ticks, chips, value boxes and rings, painted alike in tables, lists and widgets."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, NamedTuple

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen

from app.ui import icons, shapes
from app.ui.shapes import TICK, TickState
from app.ui.theme import FontKind, Theme, font, font_metrics, scaled
from app.ui.wording import tr

Form = Literal["flowing", "resting", "quiet"]
Group = Literal["Needs you", "Goes at the next sync", "Nothing to do"]
ValueKind = Literal["wins", "loses", "kept", "bad", "plain"]

CHIP_ICON = 15
DIRECTED = frozenset({"arrow-right"})
"""Icons that point to where Online stands: turned where that is the left."""

RING = 2
RING_ROOM = 4
"""How far a focus ring stands out of what it surrounds: 2 wide, 2 off."""

_CHIP_LEFT = 6
_CHIP_RIGHT = 8
_CHIP_GAP = 5
_CHIP_HEIGHT = 20
_BOX_PADDING = 6

_MIDDLE = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
_LEFT = Qt.AlignmentFlag.AlignLeft | _MIDDLE
_RIGHT = Qt.AlignmentFlag.AlignRight | _MIDDLE


@dataclass(frozen=True, slots=True)
class StatusLook:
    """How a status is shown: `colour` and `soft` are names in the theme."""

    icon: str
    colour: str
    soft: str
    form: Form
    group: Group


_YOU: Group = "Needs you"
_GOES: Group = "Goes at the next sync"
_NOBODY: Group = "Nothing to do"

STATUSES: dict[str, StatusLook] = {
    "in sync": StatusLook("check-circle", "success", "success_soft", "quiet", _NOBODY),
    "update waiting": StatusLook(
        "arrow-right", "waiting", "waiting_soft", "flowing", "Goes at the next sync"
    ),
    "edited online": StatusLook("pencil", "attention", "attention_soft", "flowing", _YOU),
    "conflict": StatusLook("clash", "attention", "attention_soft", "flowing", _YOU),
    "to be created": StatusLook(
        "plus-box", "waiting", "waiting_soft", "flowing", "Goes at the next sync"
    ),
    "to be removed": StatusLook("bin", "danger", "danger_soft", "flowing", _GOES),
    "not sold online": StatusLook("no-sell", "neutral", "neutral_soft", "quiet", _NOBODY),
    "hidden": StatusLook("eye-off", "neutral", "neutral_soft", "quiet", _NOBODY),
    "only online": StatusLook("globe", "neutral", "neutral_soft", "quiet", _NOBODY),
    "needs attention": StatusLook("warn", "attention", "attention_soft", "resting", _YOU),
    "failed": StatusLook("fail", "danger", "danger_soft", "resting", _YOU),
    "syncing": StatusLook("sync", "waiting", "waiting_soft", "flowing", _GOES),
}
"""By `app.domain.assessing.Status`."""


class _Frame(NamedTuple):
    """The box around a value: fill and edge as names in the theme."""

    fill: str
    edge: str
    dashed: bool = False


_FRAMES = {
    "wins": _Frame("waiting_soft", "waiting"),
    "loses": _Frame("", "border_strong", dashed=True),
    "kept": _Frame("attention_soft", "attention"),
    "bad": _Frame("danger_soft", "danger"),
}

_INKS = {"loses": "text_muted", "bad": "danger"}


def status_word(status: str) -> str:
    """The word that stands for a status. Raises `KeyError` for an unknown one."""
    return {
        "in sync": tr("In sync"),
        "update waiting": tr("Update waiting"),
        "edited online": tr("Edited online"),
        "conflict": tr("Conflict"),
        "to be created": tr("To be created"),
        "to be removed": tr("To be removed"),
        "not sold online": tr("Not sold online"),
        "hidden": tr("Hidden"),
        "only online": tr("Only online"),
        "needs attention": tr("Needs attention"),
        "failed": tr("Failed"),
        "syncing": tr("Syncing"),
    }[status]


def paint_tick(
    painter: QPainter,
    rect: QRect,
    state: TickState,
    *,
    pending: bool = False,
    by_hand: bool = False,
    locked: bool = False,
    enabled: bool = True,
    hovered: bool = False,
    theme: Theme,
) -> None:
    """Paint a tick box in the middle of a rectangle.

    `pending` waits for a sync (dashed ring), `by_hand` does not follow the POS (dot), `locked`
    can be read and not changed.
    """
    side = TICK + 2 * shapes.TICK_ROOM
    place = QRect(
        rect.x() + (rect.width() - side) // 2, rect.y() + (rect.height() - side) // 2, side, side
    )

    def draw(onto: QPainter) -> None:
        shapes.tick(onto, state, shapes.tick_colours(state, locked, enabled, hovered, theme))
        if pending:
            shapes.pending_ring(onto, theme.accent)
        if by_hand:
            shapes.hand_dot(onto, theme.text)

    flags = (state, pending, by_hand, locked, enabled, hovered)
    _stamp(painter, place, ("tick", theme.dark, *flags), draw)


def chip_size(word: str, metrics: QFontMetrics, *, form: Form = "flowing") -> QSize:
    """The room that a chip needs; `metrics` are those of `font("chip")`."""
    left, right = (0, 0) if form == "quiet" else (_CHIP_LEFT, _CHIP_RIGHT)
    point = shapes.CHIP_POINT if form == "flowing" else 0
    width = left + scaled(CHIP_ICON) + _CHIP_GAP + metrics.horizontalAdvance(word) + right + point
    return QSize(width, max(_CHIP_HEIGHT, metrics.height() + 4))


def paint_chip(
    painter: QPainter,
    rect: QRect,
    status: str,
    word: str,
    *,
    selected: bool = False,
    kept: bool = False,
    mirrored: bool = False,
    theme: Theme,
) -> None:
    """Paint a status at the left of a rectangle, in the middle of its height.

    `kept` is an online edit that stays: nothing flows. `mirrored` paints it at the right and has
    it point to the left, where Online stands from right to left. Raises `KeyError` for an unknown
    status.
    """
    look = STATUSES[status]
    form: Form = "resting" if kept and look.form == "flowing" else look.form
    size = chip_size(word, font_metrics("chip"), form=form)
    width, height = size.width(), size.height()
    left = rect.right() + 1 - width if mirrored else rect.x()
    box = QRect(left, rect.y() + (rect.height() - height) // 2, width, height)
    ink, icon, start = theme.colour(look.colour), scaled(CHIP_ICON), 0
    if form != "quiet":
        soft = "surface" if selected else look.soft
        flowing = form == "flowing"

        def draw(onto: QPainter) -> None:
            if mirrored:
                onto.translate(width, 0)
                onto.scale(-1, 1)
            shapes.chip(onto, width, height, flowing, theme.colour(soft))

        _stamp(painter, box, ("chip", theme.dark, soft, flowing, mirrored), draw)
        start = _CHIP_LEFT
    place = _beside(QRect(box.x() + start, box.y(), icon, height), box, mirrored)
    turned = mirrored and look.icon in DIRECTED
    paint_icon(painter, place, look.icon, ink, icon, mirrored=turned)
    start += icon + _CHIP_GAP
    room = font_metrics("chip").horizontalAdvance(word) + 2
    place = _beside(QRect(box.x() + start, box.y(), room, height), box, mirrored)
    _write(painter, place, word, font("chip"), ink, _RIGHT if mirrored else _LEFT)


def _beside(place: QRect, box: QRect, mirrored: bool) -> QRect:
    """A place in a box, counted from the other end where it is mirrored."""
    if not mirrored:
        return place
    x = box.right() + 1 - (place.x() - box.x()) - place.width()
    return QRect(x, place.y(), place.width(), place.height())


def paint_value_box(
    painter: QPainter,
    rect: QRect,
    text: str,
    kind: ValueKind,
    *,
    align_right: bool = True,
    selected: bool = False,
    theme: Theme,
) -> None:
    """Paint a value in a rectangle, boxed by what becomes of it.

    The text stands where an unboxed one would; the box hugs it and stands out by its padding.
    """
    face: FontKind = "strong" if kind in ("wins", "bad", "kept") else "body"
    if kind != "plain":
        metrics = font_metrics(face)
        width, height = metrics.horizontalAdvance(text) + 2 * _BOX_PADDING, metrics.height() + 4
        left = rect.right() + 1 - width + _BOX_PADDING if align_right else rect.x() - _BOX_PADDING
        box = QRect(left, rect.y() + (rect.height() - height) // 2, width, height)
        frame = _FRAMES[kind]
        fill = "surface" if selected else frame.fill

        def draw(onto: QPainter) -> None:
            ground = theme.colour(fill) if fill else None
            shapes.value_frame(onto, width, height, ground, theme.colour(frame.edge), frame.dashed)

        _stamp(painter, box, (kind, theme.dark, selected), draw)
    ink = theme.colour(_INKS.get(kind, "text"))
    _write(painter, rect, text, font(face), ink, _RIGHT if align_right else _LEFT)


def paint_icon(
    painter: QPainter, rect: QRect, name: str, colour: QColor, size: int, *, mirrored: bool = False
) -> None:
    """Paint an icon in the middle of a rectangle; `mirrored` turns it for right to left."""
    drawn = icons.pixmap(name, colour, size, painter.device().devicePixelRatioF())
    x = rect.x() + (rect.width() - size) // 2
    y = rect.y() + (rect.height() - size) // 2
    if not mirrored:
        painter.drawPixmap(QRect(x, y, size, size), drawn)
        return
    painter.save()
    painter.translate(2 * x + size, 0)
    painter.scale(-1, 1)
    painter.drawPixmap(QRect(x, y, size, size), drawn)
    painter.restore()


def paint_box(
    painter: QPainter, rect: QRectF, fill: QColor | None, edge: QColor | None, radius: float
) -> None:
    """Paint a rounded box with its 1 px edge within the rectangle; antialiasing is set before."""
    shapes.rounded(painter, rect, fill, edge, radius)


def paint_ring(painter: QPainter, rect: QRect, radius: float, theme: Theme) -> None:
    """Paint a focus ring that lies just within the rectangle."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.focus, RING))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    half = RING / 2
    painter.drawRoundedRect(QRectF(rect).adjusted(half, half, -half, -half), radius, radius)
    painter.restore()


def elide_middle(text: str, metrics: QFontMetrics, width: int) -> str:
    """A text that fits, shortened in its middle, where names differ least."""
    return metrics.elidedText(text, Qt.TextElideMode.ElideMiddle, width)


def _stamp(
    painter: QPainter, place: QRect, key: tuple[object, ...], draw: Callable[[QPainter], None]
) -> None:
    """Paint what `draw` paints from the origin on, drawn once for all rows that look the same."""
    ratio = painter.device().devicePixelRatioF()
    drawn = icons.drawing(key, place.size(), ratio, draw)
    painter.drawPixmap(place.topLeft(), drawn)


def _write(
    painter: QPainter,
    rect: QRect,
    text: str,
    face: QFont,
    ink: QColor,
    flags: Qt.AlignmentFlag,
) -> None:
    painter.save()
    painter.setFont(face)
    painter.setPen(ink)
    painter.drawText(rect, flags, text)
    painter.restore()
