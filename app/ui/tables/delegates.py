"""Painters of the cells: tick, product, status, and every kind of value (LOOK §7, §13)."""

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    Qt,
)
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.ui import icons
from app.ui.painting import (
    CHIP_ICON,
    STATUSES,
    paint_chip,
    paint_icon,
    paint_tick,
    paint_value_box,
)
from app.ui.pictures import paint_placeholder
from app.ui.tables.cells import Line, plain, value_kind
from app.ui.tables.columns import Column
from app.ui.tables.look import PADDING, TableLook
from app.ui.tables.rows_model import LINE
from app.ui.theme import scaled
from app.ui.values import NOT_KNOWN, NOT_THERE

Index = QModelIndex | QPersistentModelIndex

FOLD = 30
"""Before a product's picture: the fold of a family, all of it to be hit."""
_FOLD_NARROW = 22
_INDENT = 14
_GAP = 10
_FOLD_ICON = 16

_SELECTED = QStyle.StateFlag.State_Selected
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
_RIGHT = (
    Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
)


class TickDelegate(QStyledItemDelegate):
    """Whether a product is sold online."""

    def __init__(self, look: TableLook) -> None:
        super().__init__()
        self._look = look

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The tick, its ring while it waits, its dot when it was set by hand."""
        line: Line = index.data(LINE)
        if line.tick is None:
            return
        look = self._look
        chosen = line.row if line.family is None else line.family
        paint_tick(
            painter,
            option.rect,
            line.tick,
            pending=chosen.pending,
            by_hand=chosen.flag != "follow",
            hovered=look.hovered_tick and look.hovered == index.row(),
            theme=look.theme,
        )

    def editorEvent(  # noqa: N802
        self,
        _event: QEvent,
        _model: QAbstractItemModel,
        _option: QStyleOptionViewItem,
        _index: Index,
    ) -> bool:
        """The table ticks: the whole cell is the target."""
        return False


class ProductDelegate(QStyledItemDelegate):
    """Fold, picture, name, and the SKU below it."""

    def __init__(self, look: TableLook) -> None:
        super().__init__()
        self._look = look

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """From the leading edge on."""
        line: Line = index.data(LINE)
        look, rect = self._look, option.rect
        mirrored = option.direction == Qt.LayoutDirection.RightToLeft
        place = _Place(rect, mirrored)
        fold = _FOLD_NARROW if look.narrow else FOLD
        if line.row.family and line.family is None:
            self._paint_fold(painter, place.cut(8, _FOLD_ICON), line, mirrored)
        side = look.picture_side(variant=line.family is not None)
        start = fold + (_INDENT if line.family is not None else 0)
        self._paint_picture(painter, place.cut(start, side), line, side)
        start += side + _GAP
        text = place.cut(start, rect.width() - start - 4)
        if text.width() > 0:
            self._paint_words(painter, text, line, _RIGHT if mirrored else _LEFT)

    def _paint_fold(self, painter: QPainter, place: QRect, line: Line, mirrored: bool) -> None:
        name = "chev-down" if line.opened else "chev-right"
        turned = mirrored and not line.opened
        ink = self._look.theme.text_muted
        paint_icon(painter, place, name, ink, _FOLD_ICON, mirrored=turned)

    def _paint_picture(self, painter: QPainter, place: QRect, line: Line, side: int) -> None:
        box = QRect(place.x(), place.y() + (place.height() - side) // 2, side, side)
        ratio = painter.device().devicePixelRatioF()
        ref = line.row.picture or (line.family.picture if line.family is not None else "")
        drawn = self._look.pictures.pixmap(ref, side, ratio)
        if drawn is None:
            theme = self._look.theme

            def draw(onto: QPainter) -> None:
                paint_placeholder(onto, QRect(0, 0, side, side), theme)

            drawn = icons.drawing(("no picture", theme.dark), box.size(), ratio, draw)
        painter.drawPixmap(box, drawn)

    def _paint_words(
        self, painter: QPainter, place: QRect, line: Line, align: Qt.AlignmentFlag
    ) -> None:
        look = self._look
        quiet = line.left or line.tick == "off" or line.row.status == "not sold online"
        painter.setFont(look.muted_name if quiet else look.name)
        painter.setPen(look.theme.text_muted if quiet else look.theme.text)
        if look.compact:
            self._paint_one_line(painter, place, line, align)
            return
        height, width = look.name_metrics.height(), place.width()
        if look.narrow:
            first, second = look.two_lines(line.row.name, width)
            gap = 0
        else:
            first = look.name_fitted(line.row.name, width)
            second = look.below_name(line.row, width)
            gap = 3
        if not second:
            painter.drawText(place, align, first)
            return
        below = height if look.narrow else look.caption_metrics.height()
        top = place.y() + (place.height() - height - gap - below) // 2
        painter.drawText(QRect(place.x(), top, width, height), align, first)
        if not look.narrow:
            painter.setFont(look.caption)
            painter.setPen(look.theme.text_muted)
        painter.drawText(QRect(place.x(), top + height + gap, width, below), align, second)

    def _paint_one_line(
        self, painter: QPainter, place: QRect, line: Line, align: Qt.AlignmentFlag
    ) -> None:
        look, width = self._look, place.width()
        name = look.name_fitted(line.row.name, width)
        painter.drawText(place, align, name)
        taken = look.name_metrics.horizontalAdvance(name) + _GAP
        room = width - taken
        if look.narrow or room < look.caption_metrics.averageCharWidth() * 6:
            return
        rest = look.below_name(line.row, room)
        painter.setFont(look.caption)
        painter.setPen(look.theme.text_muted)
        if align == _LEFT:
            place = place.adjusted(taken, 0, 0, 0)
        else:
            place = place.adjusted(0, 0, -taken, 0)
        painter.drawText(place, align, rest)


class StatusDelegate(QStyledItemDelegate):
    """The status as a chip, and why below it."""

    def __init__(self, look: TableLook) -> None:
        super().__init__()
        self._look = look

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Chip and caption, both in the middle of the row's height."""
        line: Line = index.data(LINE)
        look, rect = self._look, option.rect
        row = line.row
        selected = bool(option.state & _SELECTED)
        x, width = rect.x() + PADDING + 1, rect.width() - 2 * PADDING + 2
        reason = "" if look.compact else look.why(row)
        height = look.chip_height
        below = 2 + look.caption_metrics.height() if reason else 0
        top = rect.y() + (rect.height() - height - below) // 2
        chip = QRect(x, top, width, height)
        kept = bool(row.why) and row.why[0] == "kept"
        word = look.words[row.status]
        mirrored = option.direction == Qt.LayoutDirection.RightToLeft
        if mirrored:
            chip.setLeft(chip.right() + 1 - look.chip_width(row.status, kept=kept))
        paint_chip(
            painter,
            chip,
            row.status,
            word,
            selected=selected,
            kept=kept,
            mirrored=mirrored,
            theme=look.theme,
        )
        if row.status == "syncing":
            look.syncing.add(index.row())
            self._turn(painter, chip, selected, mirrored)
        if reason:
            painter.setFont(look.caption)
            painter.setPen(look.theme.text_muted)
            place = QRect(x, top + height + 2, width, below - 2)
            reason = look.caption_fitted(reason, width)
            painter.drawText(place, _RIGHT if mirrored else _LEFT, reason)

    def _turn(self, painter: QPainter, chip: QRect, selected: bool, mirrored: bool) -> None:
        """The chip's icon again, turned."""
        look = self._look
        if not look.turn:
            return
        known = STATUSES["syncing"]
        side = scaled(CHIP_ICON)
        x = chip.right() + 1 - 6 - side if mirrored else chip.x() + 6
        place = QRect(x, chip.y() + (chip.height() - side) // 2, side, side)
        ground = look.theme.surface if selected else look.theme.colour(known.soft)
        painter.fillRect(place, ground)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.translate(place.x() + side / 2, place.y() + side / 2)
        painter.rotate(45 * look.turn)
        turned = QRect(-side // 2, -side // 2, side, side)
        paint_icon(painter, turned, known.icon, look.theme.colour(known.colour), side)
        painter.restore()


class ValueDelegate(QStyledItemDelegate):
    """A value as text, boxed where both sides differ."""

    def __init__(self, look: TableLook, column: Column) -> None:
        super().__init__()
        self._look, self._column = look, column

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Numbers to the right, all else to the left."""
        line: Line = index.data(LINE)
        look, key, right = self._look, self._column.key, self._column.right
        rect = option.rect.adjusted(PADDING, 0, -PADDING, 0)
        if not right and option.direction == Qt.LayoutDirection.RightToLeft:
            right = True
        if self._column.right:
            # Numbers are read from left to right wherever they stand.
            painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        kind = value_kind(line.row, key)
        text = self._text(line, key)
        if kind != "plain":
            selected = bool(option.state & _SELECTED)
            paint_value_box(
                painter, rect, text, kind, align_right=right, selected=selected, theme=look.theme
            )
            return
        if not self._column.right:
            text = look.body_fitted(text, rect.width())
        font, ink = self._face(line, text)
        painter.setFont(font)
        painter.setPen(ink)
        painter.drawText(rect, _RIGHT if right else _LEFT, text)

    def _text(self, line: Line, key: str) -> str:
        look = self._look
        if key == "synced":
            return look.moment(line.row.synced)
        return plain(line, key, look.places, look.now, narrow=look.narrow)

    def _face(self, line: Line, text: str) -> tuple[QFont, QColor]:
        look = self._look
        quiet = line.left or text in (NOT_THERE, NOT_KNOWN) or self._column.key == "synced"
        return look.body, look.theme.text_muted if quiet else look.theme.text


class _Place:
    """Cuts parts from the leading edge of a cell, whichever that is."""

    def __init__(self, rect: QRect, mirrored: bool) -> None:
        self._rect, self._mirrored = rect, mirrored

    def cut(self, start: int, width: int) -> QRect:
        """The part that begins so far from the leading edge."""
        rect = self._rect
        x = rect.right() + 1 - start - width if self._mirrored else rect.x() + start
        return QRect(x, rect.y(), width, rect.height())
