"""How far something is: done, failed, to go."""

from PySide6.QtCore import QLocale, QRectF, QSize
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QProgressBar, QSizePolicy, QWidget

from app.ui.painting import paint_box
from app.ui.theme import RADIUS_S, current

_HEIGHT = 8


class ProgressBar(QProgressBar):
    """Eight high. While the total is not known the trough is empty: nothing slides."""

    def __init__(self, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._done = self._failed = self._total = 0
        self.setTextVisible(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(name or self.tr("Progress"))
        self.set_parts(0, 0, 0)

    def set_parts(self, done: int, failed: int, total: int) -> None:
        """Show what was done and what failed of a total; 0 is a total that is not known."""
        self._done, self._failed, self._total = done, failed, total
        self.setRange(0, max(total, 1))
        self.setValue(min(done + failed, total))
        self.setAccessibleDescription(self._said())
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        """As wide as there is room."""
        return QSize(160, _HEIGHT)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Still a bar."""
        return QSize(60, _HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Trough, done, failed."""
        painter, theme = QPainter(self), current()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = QRectF(self.rect())
        paint_box(painter, frame, theme.sunken, None, RADIUS_S)
        painter.save()
        clip = QPainterPath()
        clip.addRoundedRect(frame, RADIUS_S, RADIUS_S)
        painter.setClipPath(clip)
        if self.isRightToLeft():
            painter.translate(frame.width(), 0)
            painter.scale(-1, 1)
        x = 0.0
        for count, colour in ((self._done, theme.accent), (self._failed, theme.danger)):
            width = self._share(count) * frame.width()
            painter.fillRect(QRectF(x, 0, width, frame.height()), colour)
            x += width
        painter.restore()
        paint_box(painter, frame, None, theme.border_strong, RADIUS_S)

    def _share(self, count: int) -> float:
        return min(count / self._total, 1.0) if self._total > 0 else 0.0

    def _said(self) -> str:
        if self._total <= 0:
            return self.tr("Not known yet how many")
        said = self.tr("{done} of {total} done")
        if self._failed:
            said = self.tr("{done} of {total} done, {failed} failed")
        write = QLocale().toString
        return said.format(
            done=write(self._done), failed=write(self._failed), total=write(self._total)
        )
