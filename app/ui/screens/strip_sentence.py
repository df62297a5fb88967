"""The one sentence of the activity strip with its icon; it fades when it turns to another thing."""

from PySide6.QtCore import QEvent, QRect, QSize, Qt, QVariantAnimation
from PySide6.QtGui import QAccessible, QAccessibleEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.painting import paint_icon
from app.ui.plain_tips import plain_tip
from app.ui.theme import GAP_S, current, font, font_metrics, scaled
from app.ui.turning import moves, paint_turning
from app.ui.wording_activity import Told

_FADE = 120
_ICON = 16
_LEAST = 160
"""So much is left of a sentence where there is hardly room; it is whole in the tool tip."""


class StripSentence(QWidget):
    """Paints what is told; what does not fit is shortened at its end."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._told = Told("", "text", "")
        self._before = self._told
        self._about = ""
        self._turning = False
        self._fade = QVariantAnimation(self, duration=_FADE, startValue=0.0, endValue=1.0)
        self._fade.valueChanged.connect(lambda _: self.update())
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)

    def text(self) -> str:
        """What is told."""
        return self._told.text

    def tell(self, told: Told, about: str, *, turning: bool = False, loud: bool = False) -> None:
        """Say this; `about` names what it speaks of, `loud` has a screen reader say it at once."""
        if (told, turning) == (self._told, self._turning):
            return
        another = about != self._about
        self._before, self._told, self._about = self._told, told, about
        self._turning = turning
        self.setAccessibleName(told.text)
        self._name()
        if another and moves() and self.isVisible():
            self._fade.start()
        if loud and another:
            event = QAccessibleEvent(self, QAccessible.Event.Alert)
            QAccessible.updateAccessibility(event)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        """Room for all of it."""
        metrics = font_metrics("body")
        width = scaled(_ICON) + GAP_S + metrics.horizontalAdvance(self._told.text) + 2
        return QSize(width, metrics.height() + 4)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Room for its beginning."""
        return QSize(min(_LEAST, self.sizeHint().width()), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """What is shortened is whole in the tool tip."""
        super().resizeEvent(event)
        self._name()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Ask for the room that another size of text needs."""
        super().changeEvent(event)
        self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Icon and text; both of the sentence before while it fades."""
        painter = QPainter(self)
        share = 1.0
        if self._fade.state() == QVariantAnimation.State.Running:
            share = float(self._fade.currentValue())
            painter.setOpacity(1.0 - share)
            self._paint(painter, self._before, turning=False)
        painter.setOpacity(share)
        self._paint(painter, self._told, turning=self._turning)

    def _paint(self, painter: QPainter, told: Told, *, turning: bool) -> None:
        if not told.text:
            return
        theme, side = current(), scaled(_ICON)
        place = self._mirrored(QRect(0, 0, side, self.height()))
        colour = theme.colour(told.colour)
        if turning:
            paint_turning(painter, place, told.icon, colour, side, self)
        else:
            paint_icon(painter, place, told.icon, colour, side)
        start = side + GAP_S
        painter.setFont(font("body"))
        painter.setPen(theme.text)
        words = QRect(start, 0, self.width() - start, self.height())
        painter.drawText(
            self._mirrored(words),
            Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading,
            self._elided(told.text, words.width()),
        )

    def _elided(self, text: str, width: int) -> str:
        return font_metrics("body").elidedText(text, Qt.TextElideMode.ElideRight, width)

    def _name(self) -> None:
        fits = self.width() >= self.sizeHint().width()
        self.setToolTip(plain_tip("" if fits else self._told.text))

    def _mirrored(self, place: QRect) -> QRect:
        return self.style().visualRect(self.layoutDirection(), self.rect(), place)
