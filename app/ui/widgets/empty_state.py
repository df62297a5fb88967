"""What a pane says when it has nothing to show."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.ui.painting import paint_icon
from app.ui.theme import GAP_L, GAP_S, current, scaled
from app.ui.widgets.button import Button
from app.ui.widgets.label import Label

_DISC, _ICON = 56, 28
_NARROW, _WIDE = 320, 420


class _Disc(QWidget):
    """An icon on a round soft ground."""

    def __init__(self, icon: str, tone: str) -> None:
        super().__init__()
        self.icon, self.tone = icon, tone
        self.setFixedSize(_DISC, _DISC)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Disc and icon."""
        theme, painter = current(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour(self.tone + "_soft"))
        painter.drawEllipse(QRectF(self.rect()))
        paint_icon(painter, self.rect(), self.icon, theme.colour(self.tone), scaled(_ICON))


class EmptyState(QWidget):
    """A state, what is safe and what to do, in the middle of its pane.

    `tone` is a colour of the theme that has a soft ground: neutral, success, danger and so on.
    """

    def __init__(
        self,
        icon: str,
        tone: str,
        title: str,
        text: str,
        buttons: Sequence[Button] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._disc = _Disc(icon, tone)
        self._title = Label(title, "title2", wrap=True)
        self._text = Label(text, colour="text_muted", wrap=True)
        self._lay_out(buttons)
        self.set_words(title, text)

    def set_words(self, title: str, text: str) -> None:
        """Say something else."""
        self._title.setText(title)
        self._text.setText(text)
        self._text.setVisible(bool(text))
        self.setAccessibleName(f"{title}. {text}" if text else title)

    def set_icon(self, icon: str, tone: str) -> None:
        """Show another icon in another tone."""
        self._disc.icon, self._disc.tone = icon, tone
        self._disc.update()

    def _lay_out(self, buttons: Sequence[Button]) -> None:
        centre = Qt.AlignmentFlag.AlignHCenter
        inner = QWidget()
        inner.setMinimumWidth(_NARROW)
        inner.setMaximumWidth(_WIDE)
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP_S)
        column.addWidget(self._disc, 0, centre)
        column.addSpacing(GAP_S)
        for label in (self._title, self._text):
            label.setAlignment(centre)
            column.addWidget(label)
        if buttons:
            column.addSpacing(GAP_S)
            column.addLayout(_row(buttons))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(GAP_L, GAP_L, GAP_L, GAP_L)
        outer.addStretch(1)
        across = QHBoxLayout()
        across.addStretch(1)
        across.addWidget(inner, 1000)
        across.addStretch(1)
        outer.addLayout(across)
        outer.addStretch(1)


def _row(buttons: Sequence[Button]) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(GAP_S)
    row.addStretch(1)
    for button in buttons:
        row.addWidget(button)
    row.addStretch(1)
    return row
