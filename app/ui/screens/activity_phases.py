"""The phases of a run in a row: done, under way, still to come (LOOK §7)."""

from collections.abc import Sequence
from typing import Literal, NamedTuple

from PySide6.QtCore import QEvent, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.facts.state import RunFacts
from app.ui.painting import paint_icon
from app.ui.plain_tips import plain_tip
from app.ui.theme import GAP_S, GAP_XS, FontKind, Theme, current, font, font_metrics, scaled
from app.ui.turning import paint_turning
from app.ui.wording_activity import phase_word, phases_of

PhaseState = Literal["done", "now", "to come"]

_ICON = 15
_LINE, _SHORT_LINE = 18, 6
_LEAST = 44
"""An icon and the first letters of its word."""

_RING = 1.5


class Phase(NamedTuple):
    """One phase and how it stands."""

    text: str
    state: PhaseState


def phases_told(run: RunFacts, *, whole: bool) -> list[Phase]:
    """The phases of a run; `whole` when it has come to its end with nothing in its way."""
    names = phases_of(run)
    at = names.index(run.phase) if run.phase in names else len(names)
    told = []
    for number, name in enumerate(names):
        state: PhaseState = "to come"
        if number < at or (whole and not run.active):
            state = "done"
        elif number == at and run.active:
            state = "now"
        told.append(Phase(phase_word(name, run), state))
    return told


class PhaseRow(QWidget):
    """Paints the phases; each keeps the room that its boldest form takes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._phases: list[Phase] = []
        self._still = False
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def phases(self) -> Sequence[Phase]:
        """What is shown."""
        return self._phases

    def tell(self, phases: list[Phase], *, still: bool = False) -> None:
        """Show these; `still` while nothing goes on, as in a pause."""
        if (phases, still) == (self._phases, self._still):
            return
        self._phases, self._still = phases, still
        self.setAccessibleName(self._said())
        self._explain()
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        """All of them in a row."""
        height = max(scaled(_ICON) + 2, font_metrics("strong").height() + 2)
        return QSize(self.width_of(self._phases), height)

    def width_of(self, phases: Sequence[Phase]) -> int:
        """The room that these would take."""
        words = sum(self._width(phase) for phase in phases)
        return words + max(0, len(phases) - 1) * (_LINE + 2 * GAP_S)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Room for the beginnings of the words."""
        hint = self.sizeHint()
        return QSize(min(hint.width(), len(self._phases) * scaled(_LEAST)), hint.height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """What is shortened is whole in the tool tip."""
        super().resizeEvent(event)
        self._explain()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Ask for the room that another size of text needs."""
        super().changeEvent(event)
        self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Icon, word, a line to the next."""
        painter, theme = QPainter(self), current()
        x, gap = 0, GAP_S if self._fits() else GAP_XS
        line = _LINE if self._fits() else _SHORT_LINE
        rooms = self._rooms(line + 2 * gap)
        for number, (phase, room) in enumerate(zip(self._phases, rooms, strict=True)):
            if number:
                between = QRect(x + gap, self.height() // 2, line, 1)
                painter.fillRect(self._mirrored(between), theme.border_strong)
                x += line + 2 * gap
            self._paint_phase(painter, phase, QRect(x, 0, room, self.height()), theme)
            x += room

    def _fits(self) -> bool:
        return self.sizeHint().width() <= self.width()

    def _rooms(self, between: int) -> list[int]:
        """The width of each phase; where room is short the longest words give way first."""
        rooms = [self._width(phase) for phase in self._phases]
        spare = self.width() - sum(rooms) - between * max(0, len(rooms) - 1)
        for _ in range(-spare):
            rooms[rooms.index(max(rooms))] -= 1
        return rooms

    def _explain(self) -> None:
        self.setToolTip(plain_tip("" if self._fits() else self._said()))

    def _paint_phase(self, painter: QPainter, phase: Phase, room: QRect, theme: Theme) -> None:
        side = scaled(_ICON)
        place = self._mirrored(QRect(room.x(), 0, side, self.height()))
        if phase.state == "done":
            paint_icon(painter, place, "check-circle", theme.success, side)
        elif phase.state == "now":
            on = None if self._still else self
            paint_turning(painter, place, "sync", theme.waiting, side, on)
        else:
            _paint_ring(painter, place, side, theme)
        kind: FontKind = "strong" if phase.state == "now" else "body"
        painter.setFont(font(kind))
        painter.setPen(theme.text_muted if phase.state == "to come" else theme.text)
        words = room.adjusted(side + GAP_S - 2, 0, 0, 0)
        painter.drawText(
            self._mirrored(words),
            Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading,
            font_metrics(kind).elidedText(
                phase.text, Qt.TextElideMode.ElideRight, max(0, words.width())
            ),
        )

    def _width(self, phase: Phase) -> int:
        words = max(font_metrics(kind).horizontalAdvance(phase.text) for kind in ("body", "strong"))
        return scaled(_ICON) + GAP_S - 2 + words + 2

    def _said(self) -> str:
        words: dict[PhaseState, str] = {
            "done": self.tr("done"),
            "now": self.tr("under way"),
            "to come": self.tr("still to come"),
        }
        said = self.tr("{phase}: {state}")
        return ", ".join(said.format(phase=p.text, state=words[p.state]) for p in self._phases)

    def _mirrored(self, place: QRect) -> QRect:
        return self.style().visualRect(self.layoutDirection(), self.rect(), place)


def _paint_ring(painter: QPainter, place: QRect, side: int, theme: Theme) -> None:
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.border_strong, _RING))
    centre = QPointF(place.x() + place.width() / 2, place.y() + place.height() / 2)
    radius = side * 0.36
    painter.drawEllipse(centre, radius, radius)
    painter.restore()
