"""Paints a line of the log: time, level, product, sentence and what can be done about it."""

from dataclasses import dataclass
from typing import Literal, cast

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFont, QHelpEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
)

from app.facts.log_lines import LogLevel, LogLine
from app.ui.painting import elide_middle, paint_icon, paint_ring
from app.ui.plain_tips import plain_tip
from app.ui.screens.activity_log import ENTRY, Entry, Index
from app.ui.theme import GAP_L, GAP_S, RADIUS_S, Theme, current, font, font_metrics, scaled
from app.ui.wording import tr
from app.ui.wording_log import LEVELS, level_word, line_time, widest_time

Part = Literal["", "product", "remedy"]

_HEIGHT = 26
_ICON = 15
_BETWEEN = 20
_NAME_LEAST, _NAME_MOST = 150, 320
_LEADING = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading


@dataclass(frozen=True, slots=True)
class Places:
    """Where the parts of a line lie."""

    time: QRect
    icon: QRect
    word: QRect
    name: QRect
    sentence: QRect
    remedy: QRect


def line_height() -> int:
    """The height of every line at this size of text."""
    return max(_HEIGHT, font_metrics("body").height() + 10)


def remedy_of(line: LogLine) -> str:
    """What can be done about a line right here; "" where nothing can."""
    return tr("Try again") if line.level == "failed" and line.key else ""


class LogDelegate(QStyledItemDelegate):
    """`idle` says whether a remedy can be had now: not while a run is under way."""

    idle = False

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:  # noqa: N802
        """One line."""
        return QSize(0, line_height())

    def part_at(self, entry: Entry, line_rect: QRect, point: QPoint, *, mirrored: bool) -> Part:
        """What lies under a point of a line that can be clicked."""
        direction = _direction(mirrored)
        places = self._places(entry, line_rect)
        name = places.name
        name.setWidth(min(name.width(), _width(entry.name)))
        name = QStyle.visualRect(direction, line_rect, name)
        if entry.line.key and name.contains(point):
            return "product"
        remedy = QStyle.visualRect(direction, line_rect, places.remedy)
        return "remedy" if self._remedy(entry) and remedy.contains(point) else ""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The whole line in one pass."""
        entry = cast("Entry | None", index.data(ENTRY))
        if entry is None:
            return
        theme = current()
        rect: QRect = option.rect
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        _paint_ground(painter, rect, entry.line.level, selected, theme)
        direction = option.direction
        places = self._places(entry, rect)
        self._paint_parts(painter, entry, places, rect, direction, theme)
        if option.state & QStyle.StateFlag.State_HasFocus:
            paint_ring(painter, rect, RADIUS_S, theme)

    def helpEvent(  # noqa: N802
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        """What was shortened is whole in the tool tip."""
        entry = cast("Entry | None", index.data(ENTRY))
        if event.type() != QEvent.Type.ToolTip or entry is None:
            return False
        places = self._places(entry, option.rect)
        cut = [
            text
            for text, place in (
                (entry.name, places.name),
                (entry.sentence, places.sentence),
            )
            if _width(text) > place.width()
        ]
        QToolTip.showText(event.globalPos(), plain_tip("\n".join(cut)), view.viewport())
        return True

    def _remedy(self, entry: Entry) -> str:
        return remedy_of(entry.line) if self.idle else ""

    def _places(self, entry: Entry, rect: QRect) -> Places:
        """From left to right; mirrored when painted."""
        top, height = rect.top(), rect.height()
        x = rect.left() + GAP_L
        time = QRect(x, top, _width(widest_time()), height)
        x = time.right() + 1 + _BETWEEN
        side = scaled(_ICON)
        icon = QRect(x, top, side, height)
        word = QRect(x + side + GAP_S - 2, top, _widest_level(), height)
        x = word.right() + 1 + _BETWEEN
        share = min(max(rect.width() // 4, _NAME_LEAST), scaled(_NAME_MOST))
        name = QRect(x, top, share - _BETWEEN // 2, height)
        x += share
        end = rect.right() + 1 - GAP_L
        said = self._remedy(entry)
        remedy = QRect(end - _width(said), top, _width(said), height) if said else QRect()
        stop = remedy.left() - GAP_L if said else end
        return Places(time, icon, word, name, QRect(x, top, max(0, stop - x), height), remedy)

    def _paint_parts(
        self,
        painter: QPainter,
        entry: Entry,
        places: Places,
        rect: QRect,
        direction: Qt.LayoutDirection,
        theme: Theme,
    ) -> None:
        line = entry.line
        look = LEVELS[line.level]
        metrics = font_metrics("body")

        def write(place: QRect, text: str, token: str, *, link: bool = False) -> None:
            painter.setFont(_link_font() if link else font("body"))
            painter.setPen(theme.colour(token))
            painter.drawText(QStyle.visualRect(direction, rect, place), _LEADING, text)

        write(places.time, line_time(line), "text_muted")
        icon = QStyle.visualRect(direction, rect, places.icon)
        paint_icon(painter, icon, look.icon, theme.colour(look.colour), places.icon.width())
        write(places.word, level_word(line.level), look.colour)
        name = elide_middle(entry.name, metrics, places.name.width())
        write(places.name, name, "accent" if line.key else "text", link=bool(line.key))
        told = metrics.elidedText(
            entry.sentence, Qt.TextElideMode.ElideRight, places.sentence.width()
        )
        write(places.sentence, told, "text" if line.level == "failed" else "text_muted")
        if self._remedy(entry):
            write(places.remedy, self._remedy(entry), "accent", link=True)


def _paint_ground(
    painter: QPainter, rect: QRect, level: LogLevel, selected: bool, theme: Theme
) -> None:
    if selected:
        painter.fillRect(rect, theme.selection)
    elif level == "failed":
        painter.fillRect(rect, theme.danger_soft)


def _direction(mirrored: bool) -> Qt.LayoutDirection:
    return Qt.LayoutDirection.RightToLeft if mirrored else Qt.LayoutDirection.LeftToRight


def _link_font() -> QFont:
    made = QFont(font("body"))
    made.setUnderline(True)
    return made


def _width(text: str) -> int:
    return font_metrics("body").horizontalAdvance(text) + 2


def _widest_level() -> int:
    return max(_width(level_word(level)) for level in LEVELS)
