"""Notices that stand in a page."""

from typing import Literal

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.ui.painting import paint_box
from app.ui.theme import GAP_M, GAP_S, GAP_XS, RADIUS_L, current
from app.ui.widgets.button import Button
from app.ui.widgets.label import IconLabel, Label

BannerKind = Literal["info", "done", "attention", "danger"]

_LOOKS: dict[BannerKind, tuple[str, str]] = {
    "info": ("info", "accent"),
    "done": ("check-circle", "success"),
    "attention": ("warn", "attention"),
    "danger": ("fail", "danger"),
}
"""Icon and colour."""


class Banner(QWidget):
    """What happened, which, what now: an icon, a title, a text and at most three answers."""

    def __init__(
        self,
        kind: BannerKind,
        title: str,
        text: str = "",
        *,
        icon: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._kind: BannerKind = kind
        self._own_icon = icon
        self._icon = IconLabel(icon or _LOOKS[kind][0], _LOOKS[kind][1], 22)
        self._title = Label("", "section", wrap=True)
        self._text = Label("", wrap=True)
        self.content = QVBoxLayout()
        """What stands beside the icon; more can be put at its end."""
        self._buttons = QHBoxLayout()
        self._lay_out()
        self.set_title(title)
        self.set_text(text)

    def set_kind(self, kind: BannerKind) -> None:
        """Say it in another tone."""
        self._kind = kind
        self._icon.set_icon(self._own_icon or _LOOKS[kind][0], _LOOKS[kind][1])
        self.update()

    def set_title(self, title: str) -> None:
        """Say something else in bold; without it the text stands alone."""
        self._title.setText(title)
        self._title.setVisible(bool(title))
        self._name()

    def set_text(self, text: str) -> None:
        """Say something else below the title."""
        self._text.setText(text)
        self._text.setVisible(bool(text))
        self._name()

    def add_button(self, button: Button) -> None:
        """Offer one more answer, behind those that are there."""
        self._buttons.insertWidget(self._buttons.count() - 1, button)
        self._buttons.setContentsMargins(0, GAP_S, 0, GAP_XS)

    def add_beside(self, button: Button) -> None:
        """Offer an answer at the end of the words, where a notice is to take little room."""
        row = self.layout()
        if row is not None:
            row.addWidget(button)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Soft ground, coloured edge."""
        theme = current()
        colour = _LOOKS[self._kind][1]
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        fill, edge = theme.colour(colour + "_soft"), theme.colour(colour)
        paint_box(painter, QRectF(self.rect()), fill, edge, RADIUS_L)

    def _lay_out(self) -> None:
        self._buttons.setSpacing(GAP_S)
        self._buttons.addStretch(1)
        self.content.setSpacing(3)
        self.content.addWidget(self._title)
        self.content.addWidget(self._text)
        self.content.addLayout(self._buttons)
        row = QHBoxLayout(self)
        row.setContentsMargins(15, GAP_M, 15, GAP_M)
        row.setSpacing(GAP_M)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(self.content, 1)

    def _name(self) -> None:
        said = " ".join(part for part in (self._title.text(), self._text.text()) if part)
        self.setAccessibleName(said)
