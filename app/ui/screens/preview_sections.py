"""The list at the side of the preview: groups and fields with their counts, as filters."""

from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QItemSelection,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from app.domain.fields import FIELDS
from app.facts.preview import PreviewFacts
from app.ui import values
from app.ui.painting import DIRECTED, paint_box, paint_icon, paint_ring
from app.ui.screens.preview_model import EVERYTHING
from app.ui.theme import RADIUS, Theme, current, font, font_metrics, scaled
from app.ui.wording import tr
from app.ui.wording_catalogue import field_word
from app.ui.wording_preview import LOOKS, group_word, is_held

_ROW, _TITLE = 28, 32
_SIDE = 8
_PADDING = 8
_ICON = 17
_GAP = 8
_LEAST = 196
_Index = QModelIndex | QPersistentModelIndex
_State = QStyle.StateFlag


@dataclass(frozen=True, slots=True)
class Section:
    """One line of the list; `key` is the filter that it stands for, None for a title."""

    key: str | None
    word: str
    count: int = 0
    icon: str = ""
    colour: str = ""


def sections_of(facts: PreviewFacts | None) -> tuple[Section, ...]:
    """Everything, what is held back, what will be sent, and the fields that change."""
    if facts is None or not facts.groups:
        return ()
    groups = [
        (
            is_held(group.kind),
            Section(
                f"group:{group.kind}", group_word(group.kind), group.products, *LOOKS[group.kind]
            ),
        )
        for group in facts.groups
    ]
    held = [section for is_one, section in groups if is_one]
    sent = [section for is_one, section in groups if not is_one]
    found = [Section(EVERYTHING, tr("What will change"), facts.total)]
    for title, sections in (
        (tr("Held back"), held),
        (tr("Would be sent") if facts.check_only else tr("Will be sent"), sent),
        (tr("By field"), _fields(facts)),
    ):
        if sections:
            found += [Section(None, title), *sections]
    return tuple(found)


def _fields(facts: PreviewFacts) -> list[Section]:
    """Fields by how many products they change, most first."""
    keys: dict[str, set[str]] = {}
    for group in facts.groups:
        for line in group.lines:
            if line.field != "product":
                keys.setdefault(line.field, set()).add(line.key)
    order = {field.name: at for at, field in enumerate(FIELDS)}
    names = sorted(keys, key=lambda name: (-len(keys[name]), order[name]))
    return [Section(f"field:{name}", field_word(name), len(keys[name])) for name in names]


class PreviewSections(QListView):
    """`chosen` tells the filter when the manager chooses another one."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sections = _SectionModel()
        self._wanted = EVERYTHING
        self._setting = False
        self.setModel(self._sections)
        self.setItemDelegate(_SectionDelegate(self))
        self.setAccessibleName(self.tr("What will change, by kind and field"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setViewportMargins(0, _SIDE, 0, _SIDE)
        self.viewport().setAutoFillBackground(False)
        self.verticalScrollBar().rangeChanged.connect(lambda *_: self._fit())
        self._fit()

    def show_facts(self, facts: PreviewFacts | None) -> None:
        """List what these facts have; the choice stays while it is there."""
        self._setting = True
        self._sections.take(sections_of(facts))
        self._choose(self._wanted if self._sections.row_of(self._wanted) >= 0 else EVERYTHING)
        self._setting = False
        self._fit()

    def choose(self, key: str) -> None:
        """Choose a filter, as a click on it does."""
        self._choose(key)

    def sections(self) -> tuple[Section, ...]:
        """What is listed."""
        return self._sections.sections

    def selectionChanged(  # noqa: N802
        self, selected: QItemSelection, deselected: QItemSelection
    ) -> None:
        """Tell the choice, unless it is only kept."""
        super().selectionChanged(selected, deselected)
        rows = [index.row() for index in self.selectedIndexes()]
        key = self._sections.sections[rows[0]].key if rows else None
        if key is None or self._setting or key == self._wanted:
            return
        self._wanted = key
        self.chosen.emit(key)

    def sizeHint(self) -> QSize:  # noqa: N802
        """As wide as the longest word takes."""
        return QSize(self.minimumWidth(), 400)

    def event(self, event: QEvent) -> bool:
        """Follow colours and the size of text."""
        handled = super().event(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.ApplicationFontChange):
            self.scheduleDelayedItemsLayout()
            self._fit()
        return handled

    def _choose(self, key: str) -> None:
        row = self._sections.row_of(key)
        if row < 0:
            return
        if self._setting:
            self._wanted = key
        self.setCurrentIndex(self._sections.index(row, 0))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """The ground of bars, and the lines on it."""
        QPainter(self.viewport()).fillRect(self.viewport().rect(), current().window)
        super().paintEvent(event)

    def _fit(self) -> None:
        """Nothing is cut, whatever the size of text."""
        strong, icon = font_metrics("strong"), scaled(_ICON) + _GAP
        rows = [
            strong.horizontalAdvance(each.word)
            + strong.horizontalAdvance(values.number(each.count))
            + (icon if each.icon else 0)
            for each in self._sections.sections
        ]
        around = 2 * (_SIDE + _PADDING) + _GAP
        bar = self.verticalScrollBar()
        if bar.maximum() > 0:
            around += bar.sizeHint().width()
        self.setMinimumWidth(max(_LEAST, max(rows, default=0) + around))


class _SectionModel(QAbstractListModel):
    """Titles can't be chosen."""

    def __init__(self) -> None:
        super().__init__()
        self.sections: tuple[Section, ...] = ()

    def take(self, sections: tuple[Section, ...]) -> None:
        """List others; where only numbers changed nothing is lost."""
        known, self.sections = self.sections, sections
        if [section.key for section in known] == [section.key for section in sections]:
            if known != sections:
                self.dataChanged.emit(self.index(0, 0), self.index(len(sections) - 1, 0))
            return
        self.beginResetModel()
        self.endResetModel()

    def row_of(self, key: str) -> int:
        return next((row for row, each in enumerate(self.sections) if each.key == key), -1)

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008, N802
        """Titles included."""
        return 0 if parent.isValid() else len(self.sections)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Filters can be chosen."""
        section = self.sections[index.row()] if index.isValid() else None
        if section is None or section.key is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The word; spoken with its count."""
        if not index.isValid():
            return None
        section = self.sections[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return section.word
        if role == Qt.ItemDataRole.AccessibleTextRole:
            if section.key is None:
                return section.word
            words = tr("{filter}, {count}")
            return words.format(filter=section.word, count=values.number(section.count))
        return None


class _SectionDelegate(QStyledItemDelegate):
    """Icon, word, count; the chosen one on its ground."""

    def __init__(self, view: PreviewSections) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:  # noqa: N802
        """28 for a filter, a little more for a title."""
        title = self._view.sections()[index.row()].key is None
        least = _TITLE if title else _ROW
        return QSize(option.rect.width(), max(least, font_metrics("body").height() + 10))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """One line."""
        section, theme = self._view.sections()[index.row()], current()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = option.rect.adjusted(_SIDE, 0, -_SIDE, 0)
        if section.key is None:
            self._paint_title(painter, option, box, section, theme)
        else:
            self._paint_filter(painter, option, box, section, theme)
        painter.restore()

    def _paint_title(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        box: QRect,
        section: Section,
        theme: Theme,
    ) -> None:
        painter.setFont(font("chip"))
        painter.setPen(theme.text_muted)
        place = box.adjusted(_PADDING, 4, -_PADDING, 0)
        painter.drawText(place, _flags(option, Qt.AlignmentFlag.AlignLeft), section.word)

    def _paint_filter(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        box: QRect,
        section: Section,
        theme: Theme,
    ) -> None:
        chosen = bool(option.state & _State.State_Selected)
        if chosen or option.state & _State.State_MouseOver:
            fill = theme.selection if chosen else theme.sunken
            paint_box(painter, QRectF(box), fill, None, RADIUS)
        place = box.adjusted(_PADDING, 0, -_PADDING, 0)
        words = QRect(place)
        if section.icon:
            side = scaled(_ICON)
            mark = QRect(place.x(), place.y(), side, place.height())
            mark = QStyle.visualRect(option.direction, place, mark)
            mirrored = option.direction == Qt.LayoutDirection.RightToLeft
            turned = mirrored and section.icon in DIRECTED
            ink = theme.colour(section.colour)
            paint_icon(painter, mark, section.icon, ink, side, mirrored=turned)
            words.setLeft(place.x() + side + _GAP)
            words = QStyle.visualRect(option.direction, place, words)
        painter.setFont(font("strong" if chosen else "body"))
        painter.setPen(theme.text)
        painter.drawText(words, _flags(option, Qt.AlignmentFlag.AlignLeft), section.word)
        painter.setPen(theme.text if chosen else theme.text_muted)
        count = values.number(section.count)
        painter.drawText(place, _flags(option, Qt.AlignmentFlag.AlignRight), count)
        if option.state & _State.State_HasFocus:
            paint_ring(painter, box, RADIUS, theme)


def _flags(option: QStyleOptionViewItem, align: Qt.AlignmentFlag) -> int:
    shown = QStyle.visualAlignment(option.direction, align)
    flags = shown | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
    return int(flags.value) | Qt.TextFlag.TextSingleLine.value
