"""How far something is: done, checked, failed, to go."""

from PySide6.QtCore import QLocale, QRectF, QSize
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QProgressBar, QSizePolicy, QWidget

from app.ui.painting import paint_box
from app.ui.theme import RADIUS_S, current

_HEIGHT = 8
_UNCHECKED = 0.5
"""The part of the height that is filled where something is done and not checked yet."""


class ProgressBar(QProgressBar):
    """Eight high. While the total is not known the trough is empty: nothing slides."""

    def __init__(self, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._done = self._failed = self._total = 0
        self._checked: int | None = None
        self.setTextVisible(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(name or self.tr("Progress"))
        self.set_parts(0, 0, 0)

    def set_parts(self, done: int, failed: int, total: int, checked: int | None = None) -> None:
        """Show what was done and what failed of a total; 0 is a total that is not known.

        `checked` of those done have been looked at; None where nothing is.
        """
        self._done, self._failed, self._total = done, failed, total
        self._checked = checked
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
        """Trough, done and checked, done only, failed."""
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
        checked = self._done if self._checked is None else self._checked
        x = 0.0
        for count, colour, part in (
            (checked, theme.accent, 1.0),
            (self._done - checked, theme.accent, _UNCHECKED),
            (self._failed, theme.danger, 1.0),
        ):
            width, height = self._share(count) * frame.width(), part * frame.height()
            painter.fillRect(QRectF(x, (frame.height() - height) / 2, width, height), colour)
            x += width
        painter.restore()
        paint_box(painter, frame, None, theme.border_strong, RADIUS_S)

    def _share(self, count: int) -> float:
        return min(count / self._total, 1.0) if self._total > 0 else 0.0

    def _said(self) -> str:
        if self._total <= 0:
            return self.tr("Not known yet how many")
        said = self.tr("{done} of {total} done")
        if self._checked is not None:
            said = self.tr("{done} of {total} done, {checked} checked")
            if self._failed:
                said = self.tr("{done} of {total} done, {checked} checked, {failed} failed")
        elif self._failed:
            said = self.tr("{done} of {total} done, {failed} failed")
        write = QLocale().toString
        return said.format(
            done=write(self._done),
            checked=write(self._checked or 0),
            failed=write(self._failed),
            total=write(self._total),
        )
