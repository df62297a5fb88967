"""Titles of the columns, with a band over each side that says whose they are (LOOK §13)."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHeaderView, QWidget

from app.ui.painting import paint_icon
from app.ui.tables.columns import COLUMNS, GROUPS, KEYS, Group, side_word, title
from app.ui.tables.look import PADDING, TableLook
from app.ui.theme import current, font, font_metrics, scaled
from app.ui.wording import tr

_BAND, _TITLES = 24, 28
_ARROW = 14
_ICON = 15

_SIDES: Mapping[Group, tuple[str, str, str]] = {
    "pos": ("till", "pos_side", "pos_soft"),
    "online": ("bag", "ecom_side", "ecom_soft"),
}
"""Icon, ink and ground of a band."""


class SideHeader(QHeaderView):
    """A click sorts (`sectionClicked`); columns are moved within their group alone."""

    def __init__(self, look: TableLook, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._look = look
        self._names: dict[Group, str] = {}
        self._sorted, self._descending = "status", False
        self._hovered = -1
        self._pressed = -1
        self._putting_back = False
        self.setSectionsClickable(True)
        self.setSectionsMovable(True)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(28)
        self.setMouseTracking(True)
        self.setAccessibleName(tr("Columns"))
        self.sectionMoved.connect(self._on_moved)
        self.sectionResized.connect(lambda *_: self.viewport().update())

    def set_names(self, pos: str, online: str) -> None:
        """What the two stores are called."""
        self._names = {"pos": pos, "online": online}
        self.viewport().update()

    def set_sorted(self, key: str, *, descending: bool) -> None:
        """Show which column the rows are ordered by."""
        self._sorted, self._descending = key, descending
        self.viewport().update()

    def order(self) -> list[str]:
        """The keys of all columns from the leading edge on, hidden ones included."""
        return [KEYS[self.logicalIndex(at)] for at in range(self.count())]

    def set_order(self, keys: list[str]) -> None:
        """Put the columns in this order, as far as it keeps the groups together."""
        known = [key for key in keys if key in KEYS]
        rest = [key for key in KEYS if key not in known]
        wanted = sorted([*known, *rest], key=_group_of)
        self._putting_back = True
        for at, key in enumerate(wanted):
            self.moveSection(self.visualIndex(KEYS.index(key)), at)
        self._putting_back = False

    def band_height(self) -> int:
        """The height of the bands."""
        return max(_BAND, font_metrics("chip").height() + 6)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Bands above titles."""
        titles = max(_TITLES, font_metrics("column").height() + 10)
        return QSize(super().sizeHint().width(), self.band_height() + titles)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Titles first, then a band over each run of columns of one side."""
        super().paintEvent(event)
        painter, theme = QPainter(self.viewport()), current()
        width, height = self.viewport().width(), self.height()
        end = self.length() - self.offset()
        beyond = QRect(0, 0, width - end, height)
        if not self.isRightToLeft():
            beyond.moveLeft(end)
        painter.fillRect(beyond, theme.window)
        for group, run in self._runs():
            self._paint_band(painter, group, run)
        painter.fillRect(QRect(0, height - 1, width, 1), theme.border)

    def paintSection(  # noqa: N802
        self,
        painter: QPainter,
        rect: QRect,
        logicalIndex: int,  # noqa: N803
    ) -> None:
        """The title, and the arrow of the column that the rows are ordered by."""
        theme, key = current(), KEYS[logicalIndex]
        below = rect.adjusted(0, self.band_height(), 0, 0)
        painter.fillRect(rect, theme.window)
        if logicalIndex in (self._hovered, self._pressed):
            ground = theme.selection if logicalIndex == self._pressed else theme.sunken
            painter.fillRect(below.adjusted(0, 0, 0, -1), ground)
        mirrored = self.isRightToLeft()
        right = COLUMNS[logicalIndex].right or mirrored
        words = title(key, self._look.currency)
        inner = below.adjusted(PADDING, 0, -PADDING, -1)
        painter.setFont(font("column"))
        painter.setPen(theme.text_muted)
        if key == "sell":
            start, end = (0, -PADDING - 2) if mirrored else (PADDING + 2, 0)
            inner = below.adjusted(start, 0, end, -1)
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        absolute = Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(inner, side | absolute, words)
        if key == self._sorted:
            self._paint_arrow(painter, inner, words, right)

    def _paint_arrow(self, painter: QPainter, inner: QRect, words: str, right: bool) -> None:
        """Beside the title; at the cell's edge where the title leaves no room for it."""
        taken = font_metrics("column").horizontalAdvance(words) + 3
        arrow = scaled(_ARROW)
        x = inner.right() + 1 - taken - arrow if right else inner.x() + taken
        x = max(inner.x() - PADDING, min(x, inner.right() + PADDING - arrow))
        name = "chev-up" if self._descending else "chev-down"
        place = QRect(x, inner.y(), arrow, inner.height())
        paint_icon(painter, place, name, current().text_muted, arrow)

    def _runs(self) -> list[tuple[Group, QRect]]:
        """Unbroken runs of shown columns of one side."""
        runs: list[tuple[Group, QRect]] = []
        for at in range(self.count()):
            section = self.logicalIndex(at)
            group = COLUMNS[section].group
            if self.isSectionHidden(section) or group not in _SIDES:
                continue
            x, width = self.sectionViewportPosition(section), self.sectionSize(section)
            place = QRect(x, 0, width, self.band_height())
            if runs and runs[-1][0] == group:
                runs[-1] = (group, runs[-1][1].united(place))
            else:
                runs.append((group, place))
        return runs

    def _paint_band(self, painter: QPainter, group: Group, place: QRect) -> None:
        theme, (icon, ink, ground) = current(), _SIDES[group]
        painter.fillRect(place, theme.colour(ground))
        size, mirrored = scaled(_ICON), self.isRightToLeft()
        inner = place.adjusted(PADDING, 0, -4, 0) if not mirrored else place.adjusted(4, 0, -10, 0)
        picture = QRect(inner.x(), 0, size, place.height())
        words = inner.adjusted(size + 6, 0, 0, 0)
        if mirrored:
            picture.moveRight(inner.right())
            words = inner.adjusted(0, 0, -size - 6, 0)
        if font_metrics("chip").horizontalAdvance(side_word(group)) > words.width():
            words = inner  # The word says it without the icon; the icon alone would not.
        else:
            paint_icon(painter, picture, icon, theme.colour(ink), size)
        painter.setFont(font("chip"))
        painter.setPen(theme.colour(ink))
        side = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
        flags = side | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
        painter.drawText(words, flags, self.band_text(group, words.width()))

    def band_text(self, group: Group, room: int) -> str:
        """The side and its store where there is room for both."""
        side = side_word(group)
        name = self._names.get(group, "")
        whole = tr("{side} · {store}").format(side=side, store=name) if name else side
        return whole if font_metrics("chip").horizontalAdvance(whole) <= room else side

    # Pointer

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Show what is pressed."""
        super().mousePressEvent(event)
        if self.cursor().shape() != Qt.CursorShape.SplitHCursor:
            self._pressed = self.logicalIndexAt(event.position().toPoint())
        self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Rest again."""
        super().mouseReleaseEvent(event)
        self._pressed = -1
        self.viewport().update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Show what would be pressed."""
        super().mouseMoveEvent(event)
        self._set_hovered(self.logicalIndexAt(event.position().toPoint()))

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802
        """Nothing is under the pointer any more."""
        super().leaveEvent(event)
        self._set_hovered(-1)

    def _set_hovered(self, section: int) -> None:
        if section != self._hovered:
            self._hovered = section
            self.viewport().update()

    def _on_moved(self, _section: int, old: int, new: int) -> None:
        """A column that left its group goes back to where it was."""
        self.viewport().update()
        if self._putting_back:
            return
        groups = [_group_of(key) for key in self.order()]
        if groups != sorted(groups):
            self._putting_back = True
            self.moveSection(new, old)
            self._putting_back = False


def _group_of(key: str) -> int:
    return GROUPS.index(COLUMNS[KEYS.index(key)].group)
