"""Three small charts over the past syncs: changes a day, how long, what failed (LOOK §13)."""

from collections.abc import Sequence
from typing import Literal, NamedTuple

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QHelpEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolTip, QVBoxLayout, QWidget

from app.facts.history_days import DayFigures
from app.ui import values
from app.ui.plain_tips import plain_tip
from app.ui.theme import GAP_XL, GAP_XS, Theme, current, font, font_metrics, scaled
from app.ui.widgets.label import Label
from app.ui.wording_history import day_changes, day_failures, day_span

_HEIGHT = 94
_DOT = 3
_WIDEST = 18

Kind = Literal["bars", "line"]


class Point(NamedTuple):
    """A day in a chart: a value, a second one upon it, and both in words."""

    at: float
    value: float
    upon: float
    said: str

    @property
    def whole(self) -> float:
        """Both together."""
        return self.value + self.upon


class DayChart(QWidget):
    """One value a day, painted; the figures are told in words as well."""

    def __init__(
        self, name: str, kind: Kind, colour: str, none: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._kind: Kind = kind
        self._colour = colour
        self._none = none
        self._points: tuple[Point, ...] = ()
        self._seconds = kind == "line"
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_points(self, points: Sequence[Point]) -> None:
        """Show these days, oldest first."""
        self._points = tuple(points)
        said = "; ".join(each.said for each in self._points if each.whole)
        self.setAccessibleDescription(said or self._none)
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        """As wide as there is room."""
        return QSize(120, scaled(_HEIGHT))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Days at both ends still fit."""
        return self.sizeHint()

    def event(self, event: QEvent) -> bool:
        """The figures of the day under the pointer."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            at = self._at(event.pos().x())
            said = self._points[at].said if at >= 0 else ""
            QToolTip.showText(event.globalPos(), plain_tip(said), self)
            return True
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.ApplicationFontChange):
            self.updateGeometry()
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """The lines of the scale, the days below, and the values."""
        painter, theme = QPainter(self), current()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(font("caption"))
        metrics, plot = font_metrics("caption"), self._plot()
        self._paint_scale(painter, plot, metrics, theme)
        self._paint_days(painter, plot, metrics, theme)
        if self._top() <= 0:
            painter.setPen(theme.text_muted)
            painter.drawText(plot, Qt.AlignmentFlag.AlignCenter, self._none)
        elif self._kind == "bars":
            self._paint_bars(painter, theme)
        else:
            self._paint_line(painter, theme)

    # Where things are

    def _top(self) -> float:
        return max((each.whole for each in self._points), default=0)

    def _plot(self) -> QRect:
        line = font_metrics("caption").height()
        return QRect(0, line + 2, self.width(), self.height() - 2 * line - 6)

    def _slot(self, at: int) -> QRectF:
        plot = self._plot()
        width = plot.width() / max(1, len(self._points))
        place = at if not self.isRightToLeft() else len(self._points) - 1 - at
        return QRectF(plot.left() + place * width, plot.top(), width, plot.height())

    def _at(self, x: int) -> int:
        if not self._points or not 0 <= x < self.width():
            return -1
        at = int(x * len(self._points) / self.width())
        return at if not self.isRightToLeft() else len(self._points) - 1 - at

    # Painting

    def _paint_scale(
        self, painter: QPainter, plot: QRect, metrics: QFontMetrics, theme: Theme
    ) -> None:
        painter.fillRect(QRect(plot.left(), plot.bottom() + 1, plot.width(), 1), theme.border)
        top = self._top()
        if top <= 0:
            return
        at = next(n for n, each in enumerate(self._points) if each.whole == top)
        text = values.span(top) if self._seconds else values.number(round(top))
        middle = round(self._slot(at).center().x())
        width = metrics.horizontalAdvance(text) + 2
        left = min(max(0, middle - width // 2), self.width() - width)
        painter.setPen(theme.text_muted)
        place = QRect(left, 0, width, metrics.height())
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, text)

    def _paint_days(
        self, painter: QPainter, plot: QRect, metrics: QFontMetrics, theme: Theme
    ) -> None:
        if not self._points:
            return
        painter.setPen(theme.text_muted)
        place = QRect(0, plot.bottom() + 5, self.width(), metrics.height())
        first, last = values.calendar_day(self._points[0].at), self.tr("Today")
        leading, trailing = Qt.AlignmentFlag.AlignLeading, Qt.AlignmentFlag.AlignTrailing
        painter.setLayoutDirection(self.layoutDirection())
        painter.drawText(place, leading | Qt.AlignmentFlag.AlignTop, first)
        painter.drawText(place, trailing | Qt.AlignmentFlag.AlignTop, last)

    def _paint_bars(self, painter: QPainter, theme: Theme) -> None:
        top, colour = self._top(), theme.colour(self._colour)
        for at, point in enumerate(self._points):
            if not point.whole:
                continue
            slot = self._slot(at)
            width = max(1.0, min(slot.width() * 0.7, float(scaled(_WIDEST))))
            left = slot.center().x() - width / 2
            height = max(1.0, slot.height() * point.value / top) if point.value else 0.0
            base = slot.bottom() + 1
            painter.fillRect(QRectF(left, base - height, width, height), colour)
            upon = max(2.0, slot.height() * point.upon / top) if point.upon else 0.0
            if upon:
                box = QRectF(left, base - height - upon, width, upon)
                painter.setPen(QPen(colour, 1))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5))

    def _paint_line(self, painter: QPainter, theme: Theme) -> None:
        top, colour = self._top(), theme.colour(self._colour)
        dots = [
            QPointF(slot.center().x(), slot.bottom() + 1 - slot.height() * point.whole / top)
            for at, point in enumerate(self._points)
            for slot in (self._slot(at),)
            if point.whole
        ]
        painter.setPen(QPen(colour, 2))
        painter.drawPolyline(dots)
        painter.setBrush(colour)
        painter.setPen(Qt.PenStyle.NoPen)
        radius = _DOT if len(dots) <= _WIDEST else _DOT / 2
        for dot in dots:
            painter.drawEllipse(dot, radius, radius)


class Charts(QWidget):
    """The three beside each other."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        changes, took, failed = (
            self.tr("Changes a day"),
            self.tr("Time a sync takes"),
            self.tr("Failed a day"),
        )
        self.changes = DayChart(changes, "bars", "accent", self.tr("Nothing changed"))
        self.took = DayChart(took, "line", "accent", self.tr("No sync"))
        self.failed = DayChart(failed, "bars", "danger", self.tr("Nothing failed"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP_XL)
        for chart, title, below, stretch in (
            (self.changes, changes, self.tr("outlined: created or removed"), 2),
            (self.took, took, self.tr("longest of the day"), 1),
            (self.failed, failed, self.tr("products"), 1),
        ):
            column = QVBoxLayout()
            column.setSpacing(0)
            column.addWidget(Label(title, "strong", wrap=True))
            column.addWidget(Label(below, "caption", "text_muted", wrap=True))
            column.addStretch(1)
            column.addSpacing(GAP_XS)
            column.addWidget(chart)
            row.addLayout(column, stretch)

    def show_days(self, days: Sequence[DayFigures], now: float) -> None:
        """Show what the syncs of these days did."""
        self.changes.show_points(
            [Point(d.at, d.updated, d.made, day_changes(d, now)) for d in days]
        )
        self.took.show_points([Point(d.at, d.seconds, 0, day_span(d, now)) for d in days])
        self.failed.show_points([Point(d.at, d.failed, 0, day_failures(d, now)) for d in days])
