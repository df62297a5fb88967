"""Parts of a field's row that few rows need: pictures of both sides, a text to be read whole."""

from collections.abc import Callable, Collection

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.facts.product import FieldLine
from app.ui.pictures import Pictures, Source
from app.ui.screens.product_looks import differs
from app.ui.screens.product_pictures import (
    LargePicture,
    PictureButton,
    PictureItem,
    PictureStrip,
)
from app.ui.screens.product_value import PAD, ValueLabel
from app.ui.text_difference import DifferenceView
from app.ui.theme import GAP_M
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.label import Label
from app.ui.widgets.link_label import LinkLabel

Items = tuple[PictureItem, ...]


class Deeds(QWidget):
    """What can be done about a line: read it, keep its online edit."""

    def __init__(self) -> None:
        super().__init__()
        self.unfold, self.keep = LinkLabel(""), LinkLabel("")
        flow = FlowLayout(self, gap=GAP_M, line_gap=0)
        flow.setContentsMargins(PAD, 0, 0, 2)
        for link in (self.unfold, self.keep):
            flow.addWidget(link)
            link.hide()

    def follow(self) -> None:
        """Take room only where there is something to do."""
        self.setVisible(not (self.keep.isHidden() and self.unfold.isHidden()))


class RowPictures:
    """The pictures of both sides, and the one that stands large below them."""

    def __init__(
        self,
        pictures: Pictures,
        source: Source,
        sides: tuple[QVBoxLayout, QVBoxLayout],
        below: QVBoxLayout,
        grown: Callable[[], object],
    ) -> None:
        self._source = source
        self._below = below
        self._grown = grown
        self._large: LargePicture | None = None
        self.strips = (PictureStrip(pictures), PictureStrip(pictures))
        for strip, side in zip(self.strips, sides, strict=True):
            side.addWidget(strip)
            strip.chosen.connect(self.choose)

    def buttons(self) -> tuple[PictureButton, ...]:
        """All of them, the POS's first."""
        return (*self.strips[0].buttons(), *self.strips[1].buttons())

    def show_items(self, pos: Items, online: Items) -> None:
        """Show these; what stands large is closed when it is gone."""
        for strip, items in zip(self.strips, (pos, online), strict=True):
            strip.show_items(items)
            strip.setVisible(bool(items))
        if not any(button.isChecked() for button in self.buttons()):
            self.close()

    def changed(self, refs: Collection[str]) -> None:
        """These have come."""
        if self._large is not None:
            self._large.changed(refs)

    def choose(self, item: PictureItem | None) -> None:
        """Show one large, or none."""
        if item is None:
            self.close()
            return
        for strip in self.strips:
            strip.mark(item)
        if self._large is None:
            self._large = LargePicture(self._source)
            self._large.clicked.connect(self.close)
            self._below.addWidget(self._large)
        self._large.show_picture(item)
        self._grown()

    def close(self) -> bool:
        """Close what stands large; False when nothing does."""
        if self._large is None:
            return False
        large, self._large = self._large, None
        marked = next((button for button in self.buttons() if button.isChecked()), None)
        if large.hasFocus() and marked is not None:
            marked.setFocus(Qt.FocusReason.OtherFocusReason)
        for strip in self.strips:
            strip.mark(None)
        _remove(self._below, large)
        self._grown()
        return True


class ReadAll(QWidget):
    """What stands in the Online column, with a link that opens the text beside it."""

    def __init__(self) -> None:
        super().__init__()
        self.same = Label("", "body", "text_muted")
        self.link = LinkLabel("")
        line = FlowLayout(self, gap=GAP_M, line_gap=0)
        line.setContentsMargins(PAD, 0, 0, 0)
        line.addWidget(self.same)
        line.addWidget(self.link)


class OpenedText:
    """A text opened in place: the differences of both sides, else the one text whole."""

    def __init__(self, below: QVBoxLayout) -> None:
        self._below = below
        self._view: DifferenceView | ValueLabel | None = None

    def is_open(self) -> bool:
        """Whether a text stands there."""
        return self._view is not None

    def open(self, line: FieldLine) -> None:
        """Open the text of a line in the place of what is open."""
        self.close()
        if differs(line):
            stays = line.state in ("kept", "agreed")
            before, after = (line.pos, line.online) if stays else (line.online, line.pos)
            self._view = DifferenceView(str(before), str(after))
        else:
            text = line.pos if isinstance(line.pos, str) else line.online
            self._view = ValueLabel()
            self._view.show_value(str(text), "plain")
        self._below.addWidget(self._view)

    def close(self) -> bool:
        """Close it; False when nothing is open."""
        if self._view is None:
            return False
        view, self._view = self._view, None
        _remove(self._below, view)
        return True


def _remove(layout: QVBoxLayout, widget: QWidget) -> None:
    layout.removeWidget(widget)
    widget.hide()
    widget.deleteLater()
