"""One field of the product panel: both values, what becomes of them, and what can be done."""

from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from app.facts.product import FieldLine
from app.ui import values
from app.ui.pictures import Pictures, Source
from app.ui.screens.product_looks import (
    ICON_COLUMN,
    LOOKS,
    SHARES,
    SIDE,
    Showing,
    differs,
    icon_of,
    ink_of,
    is_long,
    label_column,
    one_sided,
    opens,
    tint_of,
)
from app.ui.screens.product_pictures import LargePicture, PictureItem, PictureStrip
from app.ui.screens.product_value import PAD, Look, ValueLabel
from app.ui.text_difference import DifferenceView
from app.ui.theme import GAP_M, GAP_XS, current, font_metrics
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.label import IconLabel, Label
from app.ui.widgets.link_label import LinkLabel
from app.ui.wording import plural
from app.ui.wording_product import (
    agreement,
    becomes,
    field_word,
    line_word,
    online_value,
    pos_value,
)

_TARGET = 28
"""The height of what can be pressed."""


class FieldRow(QWidget):
    """One line; `keep_wished` tells a field and whether its online edit is to be kept."""

    keep_wished = Signal(str, bool)
    grown = Signal()

    def __init__(self, pictures: Pictures, source: Source, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._source, self._pictures = source, pictures
        self._line: FieldLine | None = None
        self._showing: Showing | None = None
        self._tint = ""
        self._items: tuple[tuple[PictureItem, ...], tuple[PictureItem, ...]] = ((), ())
        self.name = Label("", "body", "text_muted", wrap=True)
        self.here = ValueLabel()
        self.icon = IconLabel("check-circle", "success", 15)
        self.there = ValueLabel()
        self.pos_strip = PictureStrip(pictures)
        self.online_strip = PictureStrip(pictures)
        self.words = Label("", "caption", "text_muted", wrap=True)
        self.keep = LinkLabel("")
        self.unfold = LinkLabel("")
        self.read = LinkLabel("")
        self.same = Label("", "body", "text_muted")
        self._opened: DifferenceView | ValueLabel | None = None
        self._large: LargePicture | None = None
        self._lay_out()
        self.keep.clicked.connect(self._on_keep)
        self.unfold.clicked.connect(self._on_unfold)
        self.read.clicked.connect(self._on_unfold)
        for strip in (self.pos_strip, self.online_strip):
            strip.chosen.connect(self._on_picture)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def _lay_out(self) -> None:
        top = Qt.AlignmentFlag.AlignTop
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(0)
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(1, SHARES[0])
        grid.setColumnStretch(3, SHARES[1])
        grid.setColumnMinimumWidth(2, ICON_COLUMN)
        grid.addWidget(self.name, 0, 0, top)
        here = QVBoxLayout()
        here.addWidget(self.here)
        here.addWidget(self.pos_strip)
        self._inline = QWidget()
        inline = FlowLayout(self._inline, gap=GAP_M, line_gap=0)
        inline.setContentsMargins(PAD, 0, 0, 0)
        inline.addWidget(self.same)
        inline.addWidget(self.read)
        there = QVBoxLayout()
        there.addWidget(self.there)
        there.addWidget(self._inline)
        there.addWidget(self.online_strip)
        for column, side in ((1, here), (3, there)):
            side.setSpacing(0)
            grid.addLayout(side, 0, column)
        self._icon_place = QWidget()
        place = QVBoxLayout(self._icon_place)
        place.setContentsMargins(0, 0, 0, 0)
        place.addWidget(self.icon, 0, Qt.AlignmentFlag.AlignCenter)
        grid.addWidget(self._icon_place, 0, 2, top)
        self._deeds = QWidget()
        deeds = FlowLayout(self._deeds, gap=GAP_M, line_gap=0)
        deeds.setContentsMargins(6, 0, 0, 2)
        for button in (self.unfold, self.keep):
            deeds.addWidget(button)
        words = QVBoxLayout()
        words.setContentsMargins(6, 0, 0, 0)
        words.addWidget(self.words)
        grid.addLayout(words, 1, 1, 1, 3)
        grid.addWidget(self._deeds, 2, 1, 1, 3)
        self._grid = grid
        self._below = QVBoxLayout(self)
        self._below.setContentsMargins(SIDE, GAP_XS, SIDE, GAP_XS + 1)
        self._below.setSpacing(GAP_XS)
        self._below.addLayout(grid)

    # Facts

    def line(self) -> FieldLine | None:
        """What is shown."""
        return self._line

    def show_line(self, line: FieldLine, showing: Showing) -> None:
        """Show a line."""
        if (line, showing) == (self._line, self._showing):
            return
        self._line, self._showing = line, showing
        plain = showing.plain or line.state in ("alone", "frozen")
        self._tint = tint_of(line, plain=plain)
        self._show_name(line, strong=bool(self._tint))
        self._show_icon(line, showing, plain)
        self._show_values(line, showing, plain)
        words = "" if plain and not line.note else becomes(line, check_only=showing.check_only)
        self._say(words, ink_of(line, plain=plain))
        self._show_deeds(line, plain)
        self._align(font_metrics("body").height() + 4)
        self._speak()
        self.update()

    def _speak(self) -> None:
        """All of it for screen readers."""
        there = self.there.accessibleName()
        said = self.tr("{field}. POS: {pos}. Online: {online}.").format(
            field=self.name.text(), pos=self.here.accessibleName(), online=there
        )
        words = self.words.text() if self.words.isVisibleTo(self) else ""
        self.setAccessibleName(f"{said} {words}".strip())

    def _is_inline(self) -> bool:
        return self._inline.isVisibleTo(self)

    def _align(self, first: int) -> None:
        """Let everything in the first line stand in its middle."""
        beside = (self._inline, self.pos_strip, self.online_strip)
        if any(widget.isVisibleTo(self) for widget in beside):
            first = max(first, _TARGET)
        self._icon_place.setFixedHeight(first)
        for value in (self.here, self.there):
            value.set_first_line(first)
        above = (first - font_metrics("body").height()) // 2
        self.name.setContentsMargins(0, above, 0, 2)

    def _say(self, words: str, colour: str) -> None:
        self.words.setText(words)
        self.words.set_colour(colour)
        self.words.setVisible(bool(words))

    def show_pictures(self, pos: tuple[PictureItem, ...], online: tuple[PictureItem, ...]) -> None:
        """Show pictures in place of their number, where their addresses are known."""
        self._items = (pos, online)
        for strip, value, items in (
            (self.pos_strip, self.here, pos),
            (self.online_strip, self.there, online),
        ):
            strip.show_items(items)
            strip.setVisible(bool(items))
            value.setVisible(not items and not (value is self.there and self._is_inline()))
        self._align(font_metrics("body").height() + 4)
        gone = sum(item.vanishes for item in online)
        if gone and self._line is not None:
            words = plural("%n picture(s) online will be removed at the next sync", gone)
            self._say(words, ink_of(self._line, plain=False))
        large = self._large
        if large is not None and not any(
            button.isChecked()
            for strip in (self.pos_strip, self.online_strip)
            for button in strip.buttons()
        ):
            self._on_picture(None)

    def pictures_changed(self, refs: frozenset[str]) -> None:
        """These have come."""
        if self._large is not None:
            self._large.changed(refs)

    def close_opened(self) -> bool:
        """Close what stands open in place; False when nothing does."""
        if self._large is not None:
            self._on_picture(None)
            return True
        if self._opened is not None:
            self._on_unfold()
            return True
        return False

    def _show_name(self, line: FieldLine, *, strong: bool) -> None:
        self.name.setText(line_word(line))
        self.name.set_kind("strong" if strong else "body")
        self.name.set_colour("text" if strong else "text_muted")
        self._grid.setColumnMinimumWidth(0, label_column())
        self.name.setFixedWidth(label_column())

    def _show_icon(self, line: FieldLine, showing: Showing, plain: bool) -> None:
        name, colour = icon_of(line, showing, plain=plain)
        self.icon.setVisible(bool(name))
        if name:
            self.icon.set_icon(name, colour)

    def _show_values(self, line: FieldLine, showing: Showing, plain: bool) -> None:
        pos, online = pos_value(line, showing.store), online_value(line, showing.store)
        looks: tuple[Look, Look] = ("plain", "plain")
        if not plain:
            looks = LOOKS.get(line.state, looks)
        if line.state == "same" or (line.equal and line.state in ("frozen", "off")):
            online, looks = agreement(line), ("plain", "muted")
        side = one_sided(line, showing)
        if side == "pos":
            online, looks = values.NOT_THERE, (looks[0], "muted")
        elif side == "online":
            pos, looks = values.NOT_THERE, ("muted", looks[1])
        long = is_long(line)
        self.here.show_value(pos, looks[0], one_line=long)
        self.there.show_value(online, looks[1], one_line=long)

    # Deeds

    def _show_deeds(self, line: FieldLine, plain: bool) -> None:
        kept = line.state == "kept"
        word = field_word(line.field)
        self.keep.setText(self.tr("Put back") if kept else self.tr("Keep the online edit"))
        said = self.tr("{field}: put back") if kept else self.tr("{field}: keep the online edit")
        self.keep.setAccessibleName(said.format(field=word))
        self.keep.setVisible(line.keepable and not plain)
        inline = opens(line) and not differs(line) and self.there.look() == "muted"
        self.unfold.setVisible(opens(line) and not inline)
        self.same.setText(self.there.text())
        self._inline.setVisible(inline)
        self.there.setVisible(not inline)
        if not opens(line):
            self._close_text()
        elif self._opened is not None:
            self._open_text()
        self._name_unfold()
        self._deeds.setVisible(not (self.keep.isHidden() and self.unfold.isHidden()))

    def _name_unfold(self) -> None:
        line = self._line
        if line is None:
            return
        if self._opened is not None:
            text = self.tr("Hide differences") if differs(line) else self.tr("Close")
        else:
            text = self.tr("Show differences") if differs(line) else self.tr("Read all")
        name = self.tr("{field}: {deed}").format(field=field_word(line.field), deed=text)
        for link in (self.unfold, self.read):
            link.setText(text)
            link.setAccessibleName(name)

    def _on_keep(self) -> None:
        if self._line is not None:
            self.keep_wished.emit(self._line.field, self._line.state != "kept")

    def _on_unfold(self) -> None:
        if self._opened is None:
            self._open_text()
        else:
            self._close_text()
        self._name_unfold()
        self.grown.emit()

    def _open_text(self) -> None:
        self._close_text()
        line = self._line
        if line is None:
            return
        if differs(line):
            stays = line.state in ("kept", "agreed")
            before, after = (line.pos, line.online) if stays else (line.online, line.pos)
            self._opened = DifferenceView(str(before), str(after))
        else:
            whole = ValueLabel()
            text = line.pos if isinstance(line.pos, str) else line.online
            whole.show_value(str(text), "plain")
            self._opened = whole
        self._below.addWidget(self._opened)

    def _close_text(self) -> None:
        if self._opened is not None:
            self._below.removeWidget(self._opened)
            self._opened.hide()
            self._opened.deleteLater()
            self._opened = None

    def _on_picture(self, item: PictureItem | None) -> None:
        for strip in (self.pos_strip, self.online_strip):
            strip.mark(item)
        if item is None:
            self._close_large()
        else:
            if self._large is None:
                self._large = LargePicture(self._source)
                self._large.clicked.connect(lambda: self._on_picture(None))
                self._below.addWidget(self._large)
            self._large.show_picture(item)
        self.grown.emit()

    def _close_large(self) -> None:
        if self._large is None:
            return
        large, self._large = self._large, None
        had_focus = large.hasFocus()
        self._below.removeWidget(large)
        large.hide()
        large.deleteLater()
        if had_focus:
            first = [*self.pos_strip.buttons(), *self.online_strip.buttons()]
            first[0].setFocus(Qt.FocusReason.OtherFocusReason) if first else None

    def event(self, event: QEvent) -> bool:
        """Another size of text: another column of names."""
        handled = super().event(event)
        if event.type() == QEvent.Type.ApplicationFontChange and self._line is not None:
            line, self._line = self._line, None
            if self._showing is not None:
                self.show_line(line, self._showing)
        return handled

    # Painting

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """The tint, and a hairline below."""
        painter, theme = QPainter(self), current()
        if self._tint:
            painter.fillRect(self.rect(), theme.colour(self._tint))
        painter.setPen(theme.border)
        y = self.height() - 0.5
        painter.drawLine(QPointF(0, y), QPointF(self.width(), y))
