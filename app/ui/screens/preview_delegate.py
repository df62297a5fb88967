"""Paints the lines of the preview: old, arrow, new, and what stands behind them (LOOK §7)."""

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QTextDocument
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.facts.preview import LineId, PlanLine
from app.ui.painting import elide_middle, paint_icon, paint_ring, paint_tick
from app.ui.pictures import Pictures, paint_placeholder
from app.ui.screens.preview_model import Heading, PreviewModel, Shown, is_text
from app.ui.shapes import TickState
from app.ui.text_difference import difference, difference_document, paint_difference
from app.ui.theme import FontKind, Theme, current, font, font_metrics, scaled
from app.ui.wording import tr
from app.ui.wording_preview import (
    LOOKS,
    group_count,
    group_title,
    group_why,
    line_field,
    line_remark,
    line_value,
)

TICK_CELL = 44
"""The whole of it can be hit."""

_LINE, _HEAD = 34, 38
_LEFT, _RIGHT = 52, 16
_GAP = 9
_BELOW = 12
_ARROW = 16
_KEPT_DOCUMENTS = 32
_OLD_LETTERS = 11

_STATES: dict[Qt.CheckState, TickState] = {
    Qt.CheckState.Unchecked: "off",
    Qt.CheckState.PartiallyChecked: "partial",
    Qt.CheckState.Checked: "on",
}
_Index = QModelIndex | QPersistentModelIndex
_State = QStyle.StateFlag


def line_height() -> int:
    """How high a line is."""
    return max(_LINE, font_metrics("body").height() + 16)


def head_height() -> int:
    """How high the head of a group is."""
    return max(_HEAD, font_metrics("strong").height() + 20)


@dataclass(frozen=True, slots=True)
class Places:
    """Where the parts of a line begin and end, from the left, for one width."""

    picture: int
    side: int
    name: int
    field: int
    old: int
    arrow: int
    new: int
    end: int

    @classmethod
    def of(cls, width: int, field_width: int) -> "Places":
        """The name takes a third, the new value with its remark what is left."""
        side, end = scaled(24), width - _RIGHT
        name = _LEFT + side + _GAP
        room = max(end - name, 1)
        field = name + room * 28 // 100
        old = field + max(room * 12 // 100, field_width + 2 * _GAP)
        # An amount or a state is never cut, however narrow the page.
        least = font_metrics("body").averageCharWidth() * _OLD_LETTERS + _GAP
        arrow = max(name + room * 56 // 100, old + max(room * 8 // 100, least))
        return cls(_LEFT, side, name, field, old, arrow, arrow + scaled(_ARROW) + 28, end)


class PreviewDelegate(QStyledItemDelegate):
    """One pass a row. Everything that needs measuring is kept for as long as it holds."""

    def __init__(self, model: PreviewModel, pictures: Pictures, parent: QObject) -> None:
        super().__init__(parent)
        self._model = model
        self._pictures = pictures
        self._documents: dict[LineId, QTextDocument] = {}
        self._places: tuple[int, Places] | None = None

    def forget(self) -> None:
        """Other colours, another size of text, or other lines."""
        self._documents.clear()
        self._places = None

    def text_height(self, line: PlanLine, width: int) -> int:
        """What an opened line needs below itself."""
        places = self._placed(width)
        document = self._document(line)
        document.setTextWidth(places.end - places.name)
        return round(document.size().height()) + _BELOW

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:  # noqa: N802
        """Heights are the list's; a line is as wide as the list."""
        del index
        return QSize(option.rect.width(), line_height())

    def editorEvent(self, *_: object) -> bool:  # noqa: N802
        """Clicks and keys are the list's."""
        return False

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """A head or a line on its ground."""
        entry = self._model.entry(index.row())
        theme = current()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, option, theme, head=isinstance(entry, Heading))
        canvas = _Canvas(painter, option, theme)
        if isinstance(entry, Heading):
            _paint_head(canvas, entry)
        else:
            self._paint_line(canvas, entry)
        if option.state & _State.State_HasFocus:
            paint_ring(painter, option.rect.adjusted(1, 1, -1, -2), 3, theme)
        painter.restore()

    def _paint_ground(
        self, painter: QPainter, option: QStyleOptionViewItem, theme: Theme, *, head: bool
    ) -> None:
        ground = theme.window if head else theme.surface
        if option.state & _State.State_Selected:
            ground = theme.selection
        elif option.state & _State.State_MouseOver:
            ground = theme.hover
        rect = option.rect
        painter.fillRect(rect, ground)
        painter.fillRect(QRect(rect.x(), rect.bottom(), rect.width(), 1), theme.border)

    def _paint_line(self, canvas: "_Canvas", entry: Shown) -> None:
        line, ticked = entry.line, self._model.ticked(entry.line)
        places = self._placed(canvas.width)
        canvas.height = line_height()
        canvas.tick("on" if ticked else "off")
        ink = "text" if ticked else "text_muted"
        if entry.again:
            self._paint_again(canvas, entry, places)
        else:
            self._paint_picture(canvas, line, places)
            self._paint_name(canvas, line, places, ink)
        store = self._model.store
        canvas.text(places.field, places.old - _GAP, line_field(line, store), "body", "text_muted")
        if is_text(line):
            self._paint_text_line(canvas, line, places, ink)
        else:
            old = line_value(line, line.before, store)
            canvas.text(places.old, places.arrow - 12, old, "body", ink, right=True)
            self._paint_new(canvas, entry, places, ink)
        canvas.icon(places.arrow + 4, "arrow-right", "text_muted", _ARROW)

    def _paint_again(self, canvas: "_Canvas", entry: Shown, places: Places) -> None:
        line = entry.line
        if not entry.variant:
            words = tr("same variant") if line.id[1] else tr("same product")
            canvas.text(places.name, places.field - _GAP, words, "body", "text_muted")
            return
        ink = "text" if self._model.ticked(line) else "text_muted"
        words = line.variant_name or tr("all variants")
        end = canvas.text(places.name, places.field - _GAP, words, "body", ink)
        canvas.text(end + _GAP, places.field - _GAP, line.sku, "caption", "text_muted")

    def _paint_picture(self, canvas: "_Canvas", line: PlanLine, places: Places) -> None:
        place = canvas.place(places.picture, places.side, places.side)
        ratio = canvas.painter.device().devicePixelRatioF()
        found = self._pictures.pixmap(line.picture, places.side, ratio)
        if found is None:
            paint_placeholder(canvas.painter, place, canvas.theme)
        else:
            canvas.painter.drawPixmap(place, found)

    def _paint_name(self, canvas: "_Canvas", line: PlanLine, places: Places, ink: str) -> None:
        """The name as long as it fits, and its SKU where that fits as well."""
        end = places.field - _GAP
        name = line.name
        if line.variant_name:
            name = tr("{product} · {variant}").format(product=name, variant=line.variant_name)
        x = canvas.text(places.name, end, name, "body", ink)
        if line.sku and x + _GAP + font_metrics("caption").horizontalAdvance(line.sku) < end:
            canvas.text(x + _GAP, end, line.sku, "caption", "text_muted")

    def _paint_new(self, canvas: "_Canvas", entry: Shown, places: Places, ink: str) -> None:
        line, store = entry.line, self._model.store
        ticked = self._model.ticked(line)
        remark = line_remark(line, ticked=ticked, held=entry.held, store=store)
        width = font_metrics("caption").horizontalAdvance(remark) + _GAP if remark else 0
        if ticked and line.after == "removed":
            ink = "danger"
        new = line_value(line, line.after, store)
        face: FontKind = "strong" if ticked else "body"
        room = places.end - places.new
        needed = font_metrics(face).horizontalAdvance(new) + 1
        width = min(width, max(room // 3, room - needed))
        x = canvas.text(places.new, places.end - width, new, face, ink)
        if remark:
            canvas.text(x + _GAP, places.end, remark, "caption", "text_muted")

    def _paint_text_line(self, canvas: "_Canvas", line: PlanLine, places: Places, ink: str) -> None:
        """Words are shown below when asked for, else how they begin."""
        store, opened = self._model.store, line.id in self._model.opened
        old = line_value(line, line.before, store)
        new = line_value(line, line.after, store)
        ticked = self._model.ticked(line)
        remark = line_remark(line, ticked=ticked, held=False, store=store)
        hint = remark or (tr("hide the words") if opened else tr("show the words"))
        old = _begin(old, "body", places.arrow - 12 - places.old)
        canvas.text(places.old, places.arrow - 12, old, "body", ink, right=True)
        width = font_metrics("caption").horizontalAdvance(hint) + scaled(_ARROW) + 2 * _GAP
        face: FontKind = "strong" if ticked else "body"
        new = _begin(new, face, places.end - width - places.new)
        x = canvas.text(places.new, places.end - width, new, face, ink)
        canvas.icon(x + _GAP, "chev-down" if opened else "chev-right", "text_muted", _ARROW)
        canvas.text(x + _GAP + scaled(_ARROW) + 4, places.end, hint, "caption", "text_muted")
        if opened:
            top = canvas.top + canvas.height - 2
            place = QRectF(canvas.mirrored(places.name, places.end - places.name, top, _BELOW))
            document = self._document(line)
            document.setTextWidth(place.width())
            place.setHeight(document.size().height())
            paint_difference(canvas.painter, place, document, canvas.theme)

    def _document(self, line: PlanLine) -> QTextDocument:
        found = self._documents.get(line.id)
        if found is None:
            if len(self._documents) >= _KEPT_DOCUMENTS:
                self._documents.clear()
            parts = difference(str(line.before or ""), str(line.after or ""))
            found = self._documents[line.id] = difference_document(parts, current())
        return found

    def _placed(self, width: int) -> Places:
        if self._places is None or self._places[0] != width:
            fields = {
                line_field(entry.line, self._model.store)
                for entry in self._model.entries()
                if isinstance(entry, Shown)
            }
            metrics = font_metrics("body")
            widest = max((metrics.horizontalAdvance(word) for word in fields), default=0)
            self._places = width, Places.of(width, widest)
        return self._places[1]


class _Canvas:
    """One row to paint on; places are counted from where reading begins."""

    def __init__(self, painter: QPainter, option: QStyleOptionViewItem, theme: Theme) -> None:
        self.painter, self.theme = painter, theme
        self._rect, self._direction = option.rect, option.direction
        self._hovered = bool(option.state & _State.State_MouseOver)
        self.width, self.top = option.rect.width(), option.rect.y()
        self.height = option.rect.height()

    def mirrored(self, x: int, width: int, top: int, height: int) -> QRect:
        place = QRect(self._rect.x() + x, top, width, height)
        return QStyle.visualRect(self._direction, self._rect, place)

    def place(self, x: int, width: int, height: int) -> QRect:
        """A box in the middle of the line's height."""
        return self.mirrored(x, width, self.top + (self.height - 1 - height) // 2, height)

    def tick(self, state: TickState) -> None:
        place = self.mirrored(0, TICK_CELL, self.top, self.height - 1)
        paint_tick(self.painter, place, state, hovered=self._hovered, theme=self.theme)

    def icon(self, x: int, name: str, colour: str, size: int) -> None:
        """What points forward points to where reading goes on."""
        side = scaled(size)
        place, ink = self.place(x, side, side), self.theme.colour(colour)
        turned = self._direction == Qt.LayoutDirection.RightToLeft and name.endswith("-right")
        if not turned:
            paint_icon(self.painter, place, name, ink, side)
            return
        self.painter.save()
        self.painter.translate(2 * QRectF(place).center().x(), 0)
        self.painter.scale(-1, 1)
        paint_icon(self.painter, place, name, ink, side)
        self.painter.restore()

    def text(
        self, x: int, end: int, text: str, kind: FontKind, colour: str, *, right: bool = False
    ) -> int:
        """Write between two places, shortened in the middle; returns where the text ends."""
        width = max(0, end - x)
        metrics = font_metrics(kind)
        shown = elide_middle(text, metrics, width) if width else ""
        self.painter.setFont(font(kind))
        self.painter.setPen(self.theme.colour(colour))
        align = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        flags = QStyle.visualAlignment(self._direction, align) | Qt.AlignmentFlag.AlignVCenter
        flags |= Qt.AlignmentFlag.AlignAbsolute
        place = self.mirrored(x, width, self.top, self.height - 1)
        self.painter.drawText(place, flags.value | Qt.TextFlag.TextSingleLine.value, shown)
        return end if right else x + min(width, metrics.horizontalAdvance(shown))


def _begin(text: str, kind: FontKind, width: int) -> str:
    """How a text begins: of words the first say most."""
    return font_metrics(kind).elidedText(text, Qt.TextElideMode.ElideRight, max(0, width))


def _paint_head(canvas: _Canvas, entry: Heading) -> None:
    icon, colour = LOOKS[entry.kind]
    canvas.tick(_STATES[entry.state])
    side = scaled(_ARROW)
    canvas.icon(_LEFT - _GAP, "chev-right" if entry.folded else "chev-down", "text_muted", _ARROW)
    x = _LEFT - _GAP + side + 7
    canvas.icon(x, icon, colour, _ARROW)
    x += side + _GAP
    why = group_why(entry.kind)
    why_width = font_metrics("caption").horizontalAdvance(why) + 2
    end = canvas.width - _RIGHT
    x = canvas.text(x, end, group_title(entry.kind), "strong", "text")
    count = group_count(entry.kind, entry.ticked, entry.products)
    x = canvas.text(x + 8, end, count, "body", "text_muted")
    if x + 16 + why_width <= end:
        canvas.text(end - why_width, end, why, "caption", "text_muted", right=True)
