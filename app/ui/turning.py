"""The icon of what is going on, turning in steps: one timer for all on screen (LOOK §8)."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, QPointF, QRect, QSize, QTimer
from PySide6.QtGui import QColor, QPainter, QRegion
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from app.ui import icons

STEP = 45
"""Degrees."""

PAUSE = 125
"""Milliseconds between two steps."""


class _Turning(QObject):
    """Asks again for what has painted a turning icon since the last step; rests when none did."""

    def __init__(self, parent: QObject | None) -> None:
        super().__init__(parent)
        self.angle = 0
        self._painted: dict[QWidget, QRegion] = {}
        self._timer = QTimer(self, interval=PAUSE)
        self._timer.timeout.connect(self._step)

    def note(self, widget: QWidget, place: QRect) -> None:
        """A turning icon stands there."""
        self._painted[widget] = self._painted.get(widget, QRegion()) + place
        if not self._timer.isActive():
            self._timer.start()

    def _step(self) -> None:
        painted, self._painted = self._painted, {}
        if not painted:
            self._timer.stop()
            return
        self.angle = (self.angle + STEP) % 360
        for widget, region in painted.items():
            if isValid(widget) and widget.isVisible():
                widget.update(region)


@dataclass(slots=True)
class _Shared:
    """One for the whole window."""

    turning: _Turning | None = None
    still: bool = False


_shared = _Shared()


def keep_still(still: bool) -> None:
    """Let nothing turn, as the manager or the system wishes; or turn again."""
    _shared.still = still


def moves() -> bool:
    """Whether anything may move."""
    return not _shared.still


def paint_turning(
    painter: QPainter, rect: QRect, name: str, colour: QColor, size: int, widget: QWidget | None
) -> None:
    """Paint an icon in the middle of a rectangle of `widget`, and have it turned from now on."""
    place = QRect(0, 0, size, size)
    place.moveTo(rect.x() + (rect.width() - size) // 2, rect.y() + (rect.height() - size) // 2)
    angle = 0
    if widget is not None and moves():
        turning = _turning()
        turning.note(widget, place)
        angle = turning.angle
    ratio = painter.device().devicePixelRatioF()

    def draw(onto: QPainter) -> None:
        onto.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        onto.translate(size / 2, size / 2)
        onto.rotate(angle)
        onto.drawPixmap(QPointF(-size / 2, -size / 2), icons.pixmap(name, colour, size, ratio))

    key = ("turning", name, colour.rgba(), angle)
    painter.drawPixmap(place.topLeft(), icons.drawing(key, QSize(size, size), ratio, draw))


def _turning() -> _Turning:
    if _shared.turning is None or not isValid(_shared.turning):
        _shared.turning = _Turning(QApplication.instance())
    return _shared.turning
