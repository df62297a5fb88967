"""All fields of a product, side by side: what differs first, what agrees folded (LOOK §7)."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from app.facts.extras import PictureAddress
from app.facts.product import FieldLine, ProductFacts
from app.facts.state import AppState
from app.ui.pictures import Pictures, Source
from app.ui.screens.product_looks import ICON_COLUMN, SHARES, SIDE, Showing, label_column
from app.ui.screens.product_pictures import PictureItem
from app.ui.screens.product_row import FieldRow
from app.ui.screens.product_value import breakable
from app.ui.theme import GAP_S, GAP_XS, current
from app.ui.widgets.button import Button
from app.ui.widgets.label import IconLabel, Label
from app.ui.wording import plural
from app.ui.wording_fields import rank, whole_words

FEW = 4
"""So many fields that agree are always shown."""

_MOST_SPARE = 60
"""So many rows are kept for products that have more lines."""

_READY = 20
"""So many rows are made before the first product is opened: making one takes a millisecond."""

_PAUSE = 40
"""Between two of them, in ms."""

_AT_ONCE, _SLICE = 24, 8
"""So many lines of variants are shown at once, and then with each turn: families may have many."""

_DIFFERS = frozenset({"goes", "put back", "conflict", "kept", "unknown"})
_Key = tuple[str, str, str]


class FieldsSection(QWidget):
    """`keep_wished` as in `FieldRow`; `unfolded` tells that the fold was opened or closed.

    `arranged` tells that there are other rows, also when those of a large family come later.
    """

    keep_wished = Signal(str, bool)
    unfolded = Signal(bool)
    arranged = Signal()
    grown = Signal(QWidget)

    def __init__(self, pictures: Pictures, source: Source, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pictures, self._source = pictures, source
        self._rows: dict[_Key, FieldRow] = {}
        self._heads: dict[str, _VariantHead] = {}
        self._order: list[QWidget] = []
        self._spare: list[FieldRow] = []
        self._open = False
        self._folded: list[FieldRow] = []
        self._hidden: set[FieldRow] = set()
        self.head = _SidesHead()
        self.words = Label("", "caption", "text_muted", wrap=True)
        self.words.setContentsMargins(SIDE, GAP_S, SIDE, GAP_S)
        self.fold = Button("", kind="flat", icon="chev-right", small=True)
        self.fold.clicked.connect(self._on_fold)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self.words)
        self._column = QVBoxLayout()
        self._column.setSpacing(0)
        column.addLayout(self._column)
        # It has a place only where something folds; until then it needs an owner.
        self._waiting = QWidget(self)
        self._waiting.hide()
        self._fold_place = _FoldPlace(self.fold)
        self._fold_place.setParent(self._waiting)
        self._soon = QTimer(self, interval=_PAUSE)
        self._soon.timeout.connect(self._make_ready)
        self._soon.start()
        self._product = ""
        self._later: list[FieldLine] = []
        self._headed: set[str] = set()
        self._quiet = 0
        self._next = QTimer(self, interval=0, singleShot=True)
        self._next.timeout.connect(self._show_more)
        self._shown: tuple[ProductFacts, Showing] | None = None

    def is_unfolded(self) -> bool:
        """Whether the fields that agree are all shown."""
        return self._open

    def set_unfolded(self, unfolded: bool) -> None:
        """Show them all, or the first few."""
        self._open = unfolded
        self._show_fold()

    def show_facts(self, facts: ProductFacts, state: AppState) -> None:
        """Show the fields of a product; rows that are there are kept."""
        self._free_rows({_key(line) for line in facts.lines})
        going = facts.row.status == "to be created"
        plain = going or facts.row.status in ("needs attention", "only online", "to be removed")
        absent = not facts.row.ecom_id
        showing = Showing(state.store, state.check_only, plain, going, absent)
        words = whole_words(facts.row.status, facts.lines, check_only=state.check_only)
        self.words.setText(words)
        self.words.setVisible(bool(words))
        differing, quiet, of_variants = sorted_lines(facts.lines, plain=plain)
        shown = self._at_once(facts, of_variants)
        self._later, self._shown = of_variants[shown:], (facts, showing)
        self._headed.clear()
        order: list[QWidget] = [self._row(line, showing, facts) for line in differing]
        order += self._variant_rows(of_variants[:shown], showing, facts)
        agreeing = [self._row(line, showing, facts) for line in quiet]
        order += [*agreeing, self._fold_place]
        self._quiet = len(agreeing) + 1
        self._folded = agreeing[FEW:] if len(agreeing) > FEW + 1 else []
        self._arrange(order)
        if self._later:
            self._next.start()
        self._name_fold(all(line.state == "same" for line in quiet[FEW:]))
        self._show_fold()

    def _at_once(self, facts: ProductFacts, of_variants: Sequence[FieldLine]) -> int:
        """How many lines of variants are shown now: what stands there already stays."""
        there = sum(_key(line) in self._rows for line in of_variants)
        same, self._product = self._product == facts.row.id, facts.row.id
        return max(_AT_ONCE, there) if same else _AT_ONCE

    def _show_more(self) -> None:
        """Some lines more of a large family, before the fields that agree."""
        if self._shown is None:
            return
        facts, showing = self._shown
        lines, self._later = self._later[:_SLICE], self._later[_SLICE:]
        at = len(self._order) - self._quiet
        rows = self._variant_rows(lines, showing, facts)
        self._arrange([*self._order[:at], *rows, *self._order[at:]])
        if self._later:
            self._next.start()
        self.arranged.emit()

    def pictures_changed(self, refs: frozenset[str]) -> None:
        """These have come."""
        for row in self._rows.values():
            row.pictures_changed(refs)

    def refit(self) -> None:
        """Follow the size of text."""
        self.head.refit()
        for row in (*self._rows.values(), *self._spare):
            row.refit()

    def close_opened(self) -> bool:
        """Close what stands open in place; False when nothing does."""
        return any(row.close_opened() for row in self._rows.values())

    def rows(self) -> tuple[FieldRow, ...]:
        """The rows in the order in which they stand."""
        return tuple(widget for widget in self._order if isinstance(widget, FieldRow))

    # Rows

    def _variant_rows(
        self, lines: Iterable[FieldLine], showing: Showing, facts: ProductFacts
    ) -> list[QWidget]:
        """Each variant's lines below its name."""
        found: list[QWidget] = []
        for line in lines:
            if line.variant not in self._headed:
                self._headed.add(line.variant)
                found.append(self._head(line))
            each = showing if showing.absent else replace(showing, plain=False)
            found.append(self._row(line, each, facts))
        return found

    def _head(self, line: FieldLine) -> QWidget:
        head = self._heads.get(line.variant)
        if head is None:
            head = self._heads[line.variant] = _VariantHead()
        head.show_name(line.variant_name)
        return head

    def _row(self, line: FieldLine, showing: Showing, facts: ProductFacts) -> FieldRow:
        key = _key(line)
        row = self._rows.get(key)
        if row is None:
            row = self._rows[key] = self._spare.pop() if self._spare else self._new_row()
        row.show_line(line, showing)
        if line.field == "images":
            row.show_pictures(*self._items(line, facts))
        else:
            row.show_pictures((), ())
        return row

    def _free_rows(self, wanted: Collection[_Key]) -> None:
        """Rows of another product's variants serve for this one's: making one takes long."""
        for key in self._rows.keys() - wanted:
            row = self._rows.pop(key)
            row.close_opened()
            self._spare.append(row)

    def _make_ready(self) -> None:
        """One row more that waits for a product, until there are enough."""
        if len(self._rows) + len(self._spare) >= _READY:
            self._soon.stop()
            return
        self._spare.append(self._new_row())

    def _new_row(self) -> FieldRow:
        row = FieldRow(self._pictures, self._source, self._waiting)
        row.keep_wished.connect(self.keep_wished)
        row.grown.connect(lambda: self.grown.emit(row))
        return row

    def _items(
        self, line: FieldLine, facts: ProductFacts
    ) -> tuple[tuple[PictureItem, ...], tuple[PictureItem, ...]]:
        if not line.variant:
            pos = self._named(facts.pos_pictures, self.tr("POS picture {number} of {count}"))
            online = self._named(
                facts.online_pictures,
                self.tr("Online picture {number} of {count}"),
                facts.vanishing,
            )
            return pos, online
        own = next((one for one in facts.variant_pictures if one.variant == line.variant), None)
        if own is None:
            return (), ()
        gone = frozenset({own.online.id} if own.online is not None and own.goes else ())
        return (
            self._named(own.pos[:1], self.tr("POS picture of {name}"), name=own.variant_name),
            self._named(
                () if own.online is None else (own.online,),
                self.tr("Online picture of {name}"),
                gone,
                own.variant_name,
            ),
        )

    def _named(
        self,
        addresses: Sequence[PictureAddress],
        name_form: str,
        vanishing: frozenset[str] = frozenset(),
        name: str = "",
    ) -> tuple[PictureItem, ...]:
        return tuple(
            PictureItem(
                one,
                name_form.format(number=at, count=len(addresses), name=name),
                one.id in vanishing,
            )
            for at, one in enumerate(addresses, 1)
        )

    def _arrange(self, order: list[QWidget]) -> None:
        """Put the rows into their order; what is gone is taken away."""
        if order == self._order:
            return
        while self._column.count():
            self._column.takeAt(0)
        for widget in order:
            self._column.addWidget(widget)
        for widget in set(order) - set(self._order):
            widget.show()
        kept = set(order)
        for widget in self._order:
            if widget not in kept:
                self._put_away(widget)
        self._rows = {key: row for key, row in self._rows.items() if row in kept}
        self._heads = {key: head for key, head in self._heads.items() if head in kept}
        self._hidden.intersection_update(self._rows.values())
        self._order = order

    def _put_away(self, widget: QWidget) -> None:
        """Rows wait for another product, up to a number."""
        widget.hide()
        if not isinstance(widget, FieldRow):
            widget.deleteLater()
        elif len(self._spare) > _MOST_SPARE:
            self._spare.remove(widget)
            widget.deleteLater()

    # Fold

    def _name_fold(self, agree: bool) -> None:
        count = len(self._folded)
        self.fold.setText(
            plural("%n more field(s) that agree" if agree else "%n more field(s)", count)
        )

    def _show_fold(self) -> None:
        self._fold_place.setVisible(bool(self._folded))
        self.fold.set_icon("chev-down" if self._open else "chev-right")
        self.fold.setAccessibleDescription(self.tr("open") if self._open else self.tr("closed"))
        hidden = set() if self._open else set(self._folded)
        for row in hidden - self._hidden:
            row.hide()
        for row in self._hidden - hidden:
            row.show()
        self._hidden = hidden

    def _on_fold(self) -> None:
        self.set_unfolded(not self._open)
        self.unfolded.emit(self._open)


def _key(line: FieldLine) -> _Key:
    return line.variant, line.field, line.note if line.field == "options" else ""


def sorted_lines(
    lines: Sequence[FieldLine], *, plain: bool = False
) -> tuple[list[FieldLine], list[FieldLine], list[FieldLine]]:
    """What differs, what is quiet, and what is said of single variants, each in its order."""
    own = [line for line in lines if not line.variant]
    of_variants = [line for line in lines if line.variant]
    if plain:
        unequal = [line for line in own if line.state == "frozen" and not line.equal]
    else:
        unequal = [line for line in own if line.state in _DIFFERS]
        unequal += [line for line in own if line.state == "frozen" and not line.equal]
    quiet = [line for line in own if line not in unequal]
    return sorted(unequal, key=_rank), sorted(quiet, key=_rank), of_variants


def _rank(line: FieldLine) -> int:
    return rank(line.field)


class _SidesHead(QWidget):
    """The two sides' names above their columns."""

    def __init__(self) -> None:
        super().__init__()
        grid = QGridLayout(self)
        grid.setContentsMargins(SIDE, GAP_XS, SIDE, GAP_XS + 1)
        grid.setHorizontalSpacing(0)
        grid.setColumnStretch(1, SHARES[0])
        grid.setColumnStretch(3, SHARES[1])
        grid.setColumnMinimumWidth(2, ICON_COLUMN)
        grid.addWidget(_Side("till", self.tr("POS"), "pos_side"), 0, 1)
        grid.addWidget(_Side("bag", self.tr("Online"), "ecom_side"), 0, 3)
        self._grid = grid
        self.refit()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def refit(self) -> None:
        """Stand in line with the rows, whatever the size of text."""
        self._grid.setColumnMinimumWidth(0, label_column())

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """A band between two hairlines."""
        painter, theme = QPainter(self), current()
        painter.fillRect(self.rect(), theme.window)
        painter.fillRect(0, 0, self.width(), 1, theme.border)
        painter.fillRect(0, self.height() - 1, self.width(), 1, theme.border)


class _Side(QWidget):
    """Icon and name of one side, in its colour."""

    def __init__(self, icon: str, name: str, colour: str) -> None:
        super().__init__()
        grid = QGridLayout(self)
        grid.setContentsMargins(6, 0, 0, 0)
        grid.setHorizontalSpacing(GAP_XS)
        grid.addWidget(IconLabel(icon, colour, 15), 0, 0)
        grid.addWidget(Label(name, "chip", colour), 0, 1)
        grid.setColumnStretch(2, 1)


class _VariantHead(QWidget):
    """The name of a variant above its lines."""

    def __init__(self) -> None:
        super().__init__()
        self._name = Label("", "strong", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(SIDE, GAP_S, SIDE, GAP_XS)
        column.addWidget(self._name)

    def show_name(self, name: str) -> None:
        """Name the variant."""
        self._name.setText(breakable(name))


class _FoldPlace(QWidget):
    """Where the fold stands, with a hairline below."""

    def __init__(self, button: Button) -> None:
        super().__init__()
        column = QGridLayout(self)
        column.setContentsMargins(SIDE - 6, GAP_XS, SIDE, GAP_XS + 1)
        column.addWidget(button, 0, 0)
        column.setColumnStretch(1, 1)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """The hairline."""
        QPainter(self).fillRect(0, self.height() - 1, self.width(), 1, current().border)
