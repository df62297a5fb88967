"""Where rows will stand once they have been read."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.ui.shapes import TICK
from app.ui.theme import RADIUS_S, Theme, current

_ROW = 44
_PICTURE = 32
_NAMES = (0.30, 0.22, 0.27, 0.20, 0.26, 0.24, 0.31)
_SKUS = (0.13, 0.09, 0.145, 0.11, 0.085, 0.12)
"""Shares of the width: uneven, as names are, and the same each time."""


class Skeleton(QWidget):
    """Grey rows that stand still: only where nothing is known yet."""

    def __init__(self, rows: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = rows
        self.setAccessibleName(self.tr("Being read"))

    def sizeHint(self) -> QSize:  # noqa: N802
        """All its rows."""
        return QSize(360, self._rows * _ROW)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Each row with a line below."""
        painter, theme = QPainter(self), current()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.isRightToLeft():
            painter.translate(self.width(), 0)
            painter.scale(-1, 1)
        for row in range(self._rows):
            self._paint_row(painter, row, theme)

    def _paint_row(self, painter: QPainter, row: int, theme: Theme) -> None:
        top, width = row * _ROW, self.width()
        name = width * _NAMES[row % len(_NAMES)]
        sku = width * _SKUS[row % len(_SKUS)]
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.sunken)
        for place in (
            QRectF(14, top + 13, TICK, TICK),
            QRectF(44, top + 6, _PICTURE, _PICTURE),
            QRectF(88, top + 11, name, 9),
            QRectF(88, top + 26, sku, 8),
            QRectF(width - 138, top + 17, 40, 10),
            QRectF(width - 86, top + 17, 72, 10),
        ):
            painter.drawRoundedRect(place, RADIUS_S - 1, RADIUS_S - 1)
        painter.fillRect(QRectF(0, top + _ROW - 1, width, 1), theme.border)
