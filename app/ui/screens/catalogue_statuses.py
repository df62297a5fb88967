"""The statuses as filters with their live counts, grouped by who has to act (LOOK §7)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from app.domain.assessing import Status
from app.facts.rows import GOES, NEEDS_YOU, NOTHING_TO_DO
from app.ui.painting import DIRECTED, STATUSES, paint_box, paint_icon, paint_ring, status_word
from app.ui.theme import GAP_S, RADIUS, current, font, font_metrics, scaled
from app.ui.values import number
from app.ui.wording import plural, tr

Index = QModelIndex | QPersistentModelIndex

ENTRY = int(Qt.ItemDataRole.UserRole)

_NOWHERE = QModelIndex()
_ICON = 17
_ROW, _HEADING = 28, 32
_INSET = 8
_USUAL = 8888
"""There is room for so many from the start, so that nothing moves when they come."""

_Flag = Qt.ItemFlag
_Update = QItemSelectionModel.SelectionFlag


@dataclass(frozen=True, slots=True)
class Entry:
    """A line: all products (no status, no heading), a heading, or a status.

    A count that is not known yet is None, never 0.
    """

    text: str
    count: int | None = None
    status: Status | None = None
    heading: bool = False


class _Entries(QAbstractListModel):
    def __init__(self) -> None:
        super().__init__()
        self.entries = _entries(None, 0)

    def rowCount(self, parent: Index = _NOWHERE) -> int:  # noqa: N802
        """All lines."""
        return 0 if parent.isValid() else len(self.entries)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Headings are only read."""
        if not index.isValid() or self.entries[index.row()].heading:
            return _Flag.NoItemFlags
        return _Flag.ItemIsEnabled | _Flag.ItemIsSelectable | _Flag.ItemNeverHasChildren

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The word; for a screen reader the count as well."""
        entry = self.entries[index.row()]
        if role == ENTRY:
            return entry
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.text
        if role == Qt.ItemDataRole.AccessibleTextRole and not entry.heading:
            if entry.count is None:
                return entry.text
            words = plural("{filter}, %n product(s)", entry.count)
            return words.format(filter=entry.text)
        return None

    def follow(self, counts: Mapping[Status, int] | None, everything: int) -> bool:
        """Take over counts; only lines whose count changed are painted. Says if one got longer."""
        before, self.entries = self.entries, _entries(counts, everything)
        for at, (old, new) in enumerate(zip(before, self.entries, strict=True)):
            if old != new:
                self.dataChanged.emit(self.index(at), self.index(at))
        return [_digits(entry) for entry in before] != [_digits(entry) for entry in self.entries]


def _digits(entry: Entry) -> int:
    return len(str(max(entry.count or 0, _USUAL)))


def _entries(counts: Mapping[Status, int] | None, everything: int) -> tuple[Entry, ...]:
    groups = (
        (tr("Needs you"), NEEDS_YOU),
        (tr("Goes at the next sync"), GOES),
        (tr("Nothing to do"), NOTHING_TO_DO),
    )
    known = counts is not None
    found = [Entry(tr("All products"), everything if known else None)]
    for heading, statuses in groups:
        found.append(Entry(heading, heading=True))
        for each in statuses:
            count = None if counts is None else counts.get(each, 0)
            found.append(Entry(status_word(each), count, each))
    return tuple(found)


class _EntryDelegate(QStyledItemDelegate):
    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802
        """Room for the longest word and its count."""
        entry: Entry = index.data(ENTRY)
        if entry.heading:
            height = max(_HEADING, font_metrics("chip").height() + 17)
            return QSize(font_metrics("chip").horizontalAdvance(entry.text) + 4 * _INSET, height)
        metrics = font_metrics("strong")
        words = metrics.horizontalAdvance(entry.text) + metrics.horizontalAdvance(
            number(max(entry.count or 0, _USUAL))
        )
        start = scaled(_ICON) + GAP_S if entry.status else 0
        return QSize(4 * _INSET + start + words + GAP_S, max(_ROW, metrics.height() + 10))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Icon, word, count."""
        entry: Entry = index.data(ENTRY)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if entry.heading:
            _paint_heading(painter, option, entry)
        else:
            _paint_entry(painter, option, entry)
        painter.restore()


def _paint_heading(painter: QPainter, option: QStyleOptionViewItem, entry: Entry) -> None:
    painter.setFont(font("chip"))
    painter.setPen(current().text_muted)
    place = option.rect.adjusted(2 * _INSET, 8, -2 * _INSET, 0)
    painter.drawText(place, _leading(option), entry.text)


def _paint_entry(painter: QPainter, option: QStyleOptionViewItem, entry: Entry) -> None:
    theme, state = current(), option.state
    chosen = bool(state & QStyle.StateFlag.State_Selected)
    place = option.rect.adjusted(_INSET, 0, -_INSET, 0)
    if chosen or state & QStyle.StateFlag.State_MouseOver:
        ground = theme.selection if chosen else theme.sunken
        paint_box(painter, QRectF(place), ground, None, RADIUS)
    if state & QStyle.StateFlag.State_HasFocus and state & QStyle.StateFlag.State_Active:
        paint_ring(painter, place, RADIUS - 1, theme)
    inner = place.adjusted(_INSET, 0, -_INSET, 0)
    mirrored = option.direction == Qt.LayoutDirection.RightToLeft
    start = 0
    if entry.status is not None:
        look, size = STATUSES[entry.status], scaled(_ICON)
        x = inner.right() + 1 - size if mirrored else inner.x()
        icon = QRect(x, inner.y(), size, inner.height())
        turned = mirrored and look.icon in DIRECTED
        paint_icon(painter, icon, look.icon, theme.colour(look.colour), size, mirrored=turned)
        start = size + GAP_S
    words = inner.adjusted(0, 0, -start, 0) if mirrored else inner.adjusted(start, 0, 0, 0)
    muted = not entry.count and not chosen
    painter.setFont(font("strong" if chosen else "body"))
    painter.setPen(theme.text_muted if muted else theme.text)
    painter.drawText(words, _leading(option), entry.text)
    painter.setPen(theme.text if chosen else theme.text_muted)
    told = "" if entry.count is None else number(entry.count)
    painter.drawText(inner, _trailing(option), told)


def _leading(option: QStyleOptionViewItem) -> Qt.AlignmentFlag:
    mirrored = option.direction == Qt.LayoutDirection.RightToLeft
    side = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute


def _trailing(option: QStyleOptionViewItem) -> Qt.AlignmentFlag:
    mirrored = option.direction == Qt.LayoutDirection.RightToLeft
    side = Qt.AlignmentFlag.AlignLeft if mirrored else Qt.AlignmentFlag.AlignRight
    return side | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute


class StatusList(QListView):
    """One or several statuses (Ctrl+click), or all products; `chosen` tells of a person's choice.

    Nothing chosen at all means that something else limits what is shown.
    """

    chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entries = _Entries()
        self._delegate = _EntryDelegate()
        self._settling = False
        self._measured_at = 0.0
        self._hint = QSize()
        self.setModel(self._entries)
        self.setItemDelegate(self._delegate)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.setAccessibleName(self.tr("Show products by status"))
        self.set_statuses(frozenset())
        self.selectionModel().selectionChanged.connect(self._on_selected)

    def statuses(self) -> frozenset[Status]:
        """The statuses that are chosen, none for all products."""
        rows = (index.row() for index in self.selectedIndexes())
        found = (self._entries.entries[row].status for row in rows)
        return frozenset(status for status in found if status is not None)

    def set_statuses(self, statuses: Iterable[Status] | None) -> None:
        """Choose without telling; None: neither a status nor all products."""
        wanted = None if statuses is None else frozenset(statuses)
        self._settling = True
        self.selectionModel().clearSelection()
        for at, entry in enumerate(self._entries.entries):
            if wanted is not None and not entry.heading and _is_chosen(entry, wanted):
                flag = _Update.Select
                self.selectionModel().select(self._entries.index(at), flag)
                if not wanted or entry.status in wanted:
                    self.selectionModel().setCurrentIndex(self._entries.index(at), _Update.NoUpdate)
        self._settling = False

    def follow(self, counts: Mapping[Status, int] | None, everything: int) -> None:
        """Show these counts; None while nothing was read yet."""
        if self._entries.follow(counts, everything):
            self._measured_at = 0.0
            self.updateGeometry()

    def sizeHint(self) -> QSize:  # noqa: N802
        """All lines, so that nothing scrolls while there is room.

        Asked for dozens of times while things are laid out, so it is measured once for each size
        of text; others may ask for it before this list has heard of another size.
        """
        size = font("strong").pointSizeF()
        if self._measured_at != size:
            self._measured_at, self._hint = size, self._measured()
        return self._hint

    def _measured(self) -> QSize:
        sizes = [self.sizeHintForIndex(self._entries.index(at)) for at in range(self._lines())]
        height = sum(size.height() for size in sizes) + 2
        return QSize(max(size.width() for size in sizes), height)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """As wide as its longest word, a few lines high."""
        return QSize(self.sizeHint().width(), 4 * _ROW)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Ask for the room that another size of text needs."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.ApplicationFontChange):
            self.scheduleDelayedItemsLayout()
            self.updateGeometry()

    def _lines(self) -> int:
        return len(self._entries.entries)

    def _on_selected(self, selected: QItemSelection, _gone: QItemSelection) -> None:
        """All products and statuses exclude each other; nothing chosen means all."""
        if self._settling:
            return
        everything = self._entries.index(0)
        self._settling = True
        if selected.contains(everything) or not self.statuses():
            self.selectionModel().select(everything, _Update.ClearAndSelect)
        else:
            self.selectionModel().select(everything, _Update.Deselect)
        self._settling = False
        self.chosen.emit()


def _is_chosen(entry: Entry, statuses: frozenset[Status]) -> bool:
    return entry.status in statuses if statuses else entry.status is None
