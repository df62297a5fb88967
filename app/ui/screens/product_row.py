"""One field of the product panel: both values, what becomes of them, and what can be done."""

from PySide6.QtCore import QPointF, Qt, Signal
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
from app.ui.screens.product_row_parts import Deeds, Items, OpenedText, ReadAll, RowPictures
from app.ui.screens.product_value import PAD, Look, ValueLabel
from app.ui.theme import GAP_XS, current, font_metrics
from app.ui.widgets.label import IconLabel, Label
from app.ui.widgets.link_label import LinkLabel
from app.ui.wording import plural
from app.ui.wording_fields import agreement, becomes, field_word, line_word, online_value, pos_value

_TARGET = 28
"""The height of what can be pressed."""


class FieldRow(QWidget):
    """One line; `keep_wished` tells a field and whether its online edit is to be kept.

    `grown` tells that something was opened or closed in place.
    """

    keep_wished = Signal(str, bool)
    grown = Signal()

    def __init__(self, pictures: Pictures, source: Source, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._source, self._pictures = source, pictures
        self._line: FieldLine | None = None
        self._showing: Showing | None = None
        self._tint = ""
        self._row_pictures: RowPictures | None = None
        self._read: ReadAll | None = None
        self.name = Label("", "body", "text_muted", wrap=True)
        self.here = ValueLabel()
        self.icon = IconLabel("check-circle", "success", 15)
        self.there = ValueLabel()
        self.words = Label("", "caption", "text_muted", wrap=True)
        self._deeds: Deeds | None = None
        self._lay_out()
        self._text = OpenedText(self._below)
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
        self._sides = (QVBoxLayout(), QVBoxLayout())
        for column, side, value in zip((1, 3), self._sides, (self.here, self.there), strict=True):
            side.setSpacing(0)
            side.addWidget(value)
            grid.addLayout(side, 0, column)
        self._icon_place = QWidget()
        place = QVBoxLayout(self._icon_place)
        place.setContentsMargins(0, 0, 0, 0)
        place.addWidget(self.icon, 0, Qt.AlignmentFlag.AlignCenter)
        grid.addWidget(self._icon_place, 0, 2, top)
        self.words.setContentsMargins(PAD, 0, 0, 0)
        grid.addWidget(self.words, 1, 1, 1, 3)
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
        self._say(self._words_of(line, showing, plain), ink_of(line, plain=plain))
        self._show_keep(line, plain)
        self._show_unfold(line)
        if self._deeds is not None:
            self._deeds.follow()
        self._align()
        self._speak()
        self.update()

    def show_pictures(self, pos: Items, online: Items) -> None:
        """Show pictures in place of their number, where their addresses are known."""
        if self._row_pictures is None and not (pos or online):
            return
        self.pictures().show_items(pos, online)
        self.here.setVisible(not pos)
        inline = self._read is not None and not self._read.isHidden()
        self.there.setVisible(not online and not inline)
        self._align()
        gone = sum(item.vanishes for item in online)
        if gone and self._line is not None:
            words = plural("%n picture(s) online will be removed at the next sync", gone)
            self._say(words, ink_of(self._line, plain=False))

    def pictures(self) -> RowPictures:
        """The pictures of both sides."""
        if self._row_pictures is None:
            self._row_pictures = RowPictures(
                self._pictures, self._source, self._sides, self._below, self.grown.emit
            )
        return self._row_pictures

    def pictures_changed(self, refs: frozenset[str]) -> None:
        """These have come."""
        if self._row_pictures is not None:
            self._row_pictures.changed(refs)

    def read(self) -> LinkLabel:
        """The link that opens a text that agrees."""
        if self._read is None:
            self._read = ReadAll()
            self._read.link.clicked.connect(self._on_unfold)
            self._sides[1].addWidget(self._read)
        return self._read.link

    def deeds(self) -> Deeds:
        """The links below: few rows need them."""
        if self._deeds is None:
            self._deeds = Deeds()
            self._deeds.keep.clicked.connect(self._on_keep)
            self._deeds.unfold.clicked.connect(self._on_unfold)
            self._grid.addWidget(self._deeds, 2, 1, 1, 3)
        return self._deeds

    def close_opened(self) -> bool:
        """Close what stands open in place; False when nothing does."""
        if self._row_pictures is not None and self._row_pictures.close():
            return True
        if not self._text.is_open():
            return False
        self._on_unfold()
        return True

    # Showing

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

    def _words_of(self, line: FieldLine, showing: Showing, plain: bool) -> str:
        if plain and not line.note and line.state != "unknown":
            return ""
        return becomes(line, check_only=showing.check_only, absent=showing.absent)

    def _say(self, words: str, colour: str) -> None:
        self.words.setText(words)
        self.words.set_colour(colour)
        self.words.setVisible(bool(words))

    def _speak(self) -> None:
        """All of it for screen readers."""
        said = self.tr("{field}. POS: {pos}. Online: {online}.").format(
            field=self.name.text(),
            pos=self.here.accessibleName(),
            online=self.there.accessibleName(),
        )
        self.setAccessibleName(f"{said} {self.words.text()}".strip())

    def _align(self) -> None:
        """Let everything in the first line stand in its middle."""
        text = font_metrics("body").height()
        first = text + 4
        beside: list[QWidget] = [] if self._read is None else [self._read]
        beside += [] if self._row_pictures is None else self._row_pictures.strips
        if any(not widget.isHidden() for widget in beside):
            first = max(first, _TARGET)
        self._icon_place.setFixedHeight(first)
        for value in (self.here, self.there):
            value.set_first_line(first)
        self.name.setContentsMargins(0, (first - text) // 2, 0, 2)

    # Deeds

    def _show_keep(self, line: FieldLine, plain: bool) -> None:
        offered = line.keepable and not plain
        if not offered:
            if self._deeds is not None:
                self._deeds.keep.hide()
            return
        keep, kept = self.deeds().keep, line.state == "kept"
        keep.show()
        keep.setText(self.tr("Put back") if kept else self.tr("Keep the online edit"))
        said = self.tr("{field}: put back") if kept else self.tr("{field}: keep the online edit")
        keep.setAccessibleName(said.format(field=field_word(line.field)))

    def _show_unfold(self, line: FieldLine) -> None:
        """The link stands beside the value where that leaves room, else below."""
        inline = opens(line) and not differs(line) and self.there.look() == "muted"
        if opens(line) or self._deeds is not None:
            self.deeds().unfold.setVisible(opens(line) and not inline)
        if inline:
            self.read()
        if self._read is not None:
            self._read.same.setText(self.there.text())
            self._read.setVisible(inline)
            self.there.setVisible(not inline)
        if not opens(line):
            self._text.close()
        elif self._text.is_open():
            self._text.open(line)
        self._name_unfold(line)

    def _name_unfold(self, line: FieldLine) -> None:
        if self._text.is_open():
            text = self.tr("Hide differences") if differs(line) else self.tr("Close")
        else:
            text = self.tr("Show differences") if differs(line) else self.tr("Read all")
        name = self.tr("{field}: {deed}").format(field=field_word(line.field), deed=text)
        below = () if self._deeds is None else (self._deeds.unfold,)
        for link in (*below, *(() if self._read is None else (self._read.link,))):
            link.setText(text)
            link.setAccessibleName(name)

    def _on_keep(self) -> None:
        if self._line is not None:
            self.keep_wished.emit(self._line.field, self._line.state != "kept")

    def _on_unfold(self) -> None:
        if self._line is None:
            return
        if not self._text.close():
            self._text.open(self._line)
        self._name_unfold(self._line)
        self.grown.emit()

    def refit(self) -> None:
        """Another size of text: another column of names."""
        line, self._line = self._line, None
        if line is not None and self._showing is not None:
            self.show_line(line, self._showing)

    # Painting

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """The tint, and a hairline below."""
        painter, theme = QPainter(self), current()
        if self._tint:
            painter.fillRect(self.rect(), theme.colour(self._tint))
        painter.setPen(theme.border)
        y = self.height() - 0.5
        painter.drawLine(QPointF(0, y), QPointF(self.width(), y))
