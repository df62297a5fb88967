"""Text and icons in a colour of the theme that follow when it changes."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from app.ui.painting import paint_icon
from app.ui.plain_tips import plain_tip
from app.ui.theme import FontKind, current, font, scaled

_ROLE = QPalette.ColorRole.WindowText
_GROUP = QPalette.ColorGroup
_CHANGES = frozenset({QEvent.Type.PaletteChange, QEvent.Type.FontChange})
_BEGINNING = 8
"""Letters that are seen in any case."""


class Label(QLabel):
    """A text of one kind in one colour; what it shows is plain text."""

    def __init__(
        self,
        text: str = "",
        kind: FontKind = "body",
        colour: str = "text",
        *,
        wrap: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._kind: FontKind = kind
        self._colour = colour
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self.setWordWrap(wrap)
        self._dress()

    def set_colour(self, token: str) -> None:
        """Show the text in another colour of the theme."""
        if token != self._colour:
            self._colour = token
            self._dress()

    def set_kind(self, kind: FontKind) -> None:
        """Show the text in another size or weight."""
        if kind != self._kind:
            self._kind = kind
            self._dress()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Follow the theme and the size of text."""
        super().changeEvent(event)
        if event.type() in _CHANGES:
            self._dress()

    def _dress(self) -> None:
        if self.font() != font(self._kind):
            self.setFont(font(self._kind))
        colour = current().colour(self._colour)
        if self.palette().color(_GROUP.Active, _ROLE) == colour:
            return
        own = QPalette()  # Holds this role alone: all others still come from the application.
        for group in (_GROUP.Active, _GROUP.Inactive):
            own.setColor(group, _ROLE, colour)
        self.setPalette(own)


class ElidedLabel(Label):
    """A text in one line; what has no room is left out at its end and whole in the tool tip."""

    _whole = False

    def set_whole(self, whole: bool) -> None:
        """Keep the room for all of it, or give way where room is short."""
        if whole != self._whole:
            self._whole = whole
            self.updateGeometry()

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Room for its beginning."""
        if self._whole:
            return self.sizeHint()
        least = self.fontMetrics().averageCharWidth() * _BEGINNING
        hint = self.sizeHint()
        return QSize(min(least, hint.width()), hint.height())

    def setText(self, text: str) -> None:  # noqa: N802
        """Say something else."""
        super().setText(text)
        self._tell()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """More or less of it is seen."""
        super().resizeEvent(event)
        self._tell()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """As much as there is room for."""
        painter, room = QPainter(self), self.contentsRect()
        painter.setFont(self.font())
        painter.setPen(self.palette().color(_ROLE))
        shown = self.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, room.width()
        )
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading
        painter.drawText(room, middle, shown)

    def _tell(self) -> None:
        fits = self.fontMetrics().horizontalAdvance(self.text()) <= self.contentsRect().width()
        self.setToolTip("" if fits else plain_tip(self.text()))


class IconLabel(QWidget):
    """One icon in a colour of the theme. It says nothing to a screen reader: words do."""

    def __init__(
        self, name: str, colour: str = "text", size: int = 16, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._name = name
        self._colour = colour
        self._size = size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_icon(self, name: str, colour: str | None = None) -> None:
        """Show another icon, or the same in another colour."""
        self._name = name
        self._colour = colour or self._colour
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        """As large as the icon."""
        return QSize(scaled(self._size), scaled(self._size))

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """The icon in its colour."""
        colour = current().colour(self._colour)
        paint_icon(QPainter(self), self.rect(), self._name, colour, scaled(self._size))
