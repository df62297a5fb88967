"""“Why does the shop say 14?”: outlet by outlet to the sum, and what the shop shows (§6)."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.facts.product import OutletLine, ProductFacts, StockStory
from app.ui import values
from app.ui.painting import paint_box
from app.ui.screens.product_looks import SIDE
from app.ui.screens.product_value import Look, ValueLabel
from app.ui.theme import GAP_M, GAP_S, RADIUS_L, current, font_metrics
from app.ui.widgets.label import IconLabel, Label
from app.ui.widgets.steady_combo import SteadyCombo
from app.ui.wording import plural
from app.ui.wording_fields import SUFFIX
from app.ui.wording_product import stock_question, stock_reason

_ICON_COLUMN = 24


@dataclass(frozen=True, slots=True)
class CardLine:
    """One line of the sum. `tone` is the colour of its words, `ground` what it stands on."""

    name: str
    number: str
    small: str = ""
    words: str = ""
    icon: str = ""
    tone: str = "text_muted"
    ground: str = ""
    strong: bool = False
    strong_name: bool = False
    above: bool = False
    """A hairline above it."""


class StockSection(QWidget):
    """The heading, the choice of a variant, and the sum."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stories: tuple[StockStory, ...] = ()
        self._key = ""
        self._now = 0.0
        self.title = Label("", "section", wrap=True)
        self.read = Label("", "caption", "text_muted")
        self.variants = SteadyCombo(self.tr("Variant"))
        self.reason = Label("", "body", "text_muted", wrap=True)
        self.card = StockCard()
        self.variants.activated.connect(self._show_story)
        top = QHBoxLayout()
        top.setSpacing(GAP_S)
        top.addWidget(self.title, 1)
        top.addWidget(self.read, 0, Qt.AlignmentFlag.AlignBottom)
        column = QVBoxLayout(self)
        column.setContentsMargins(SIDE, GAP_M, SIDE, GAP_S)
        column.setSpacing(GAP_S)
        column.addLayout(top)
        for widget in (self.variants, self.card, self.reason):
            column.addWidget(widget)

    def show_facts(self, facts: ProductFacts, wanted: str, now: float) -> None:
        """Show the stock of a product; `wanted` is the variant that was opened, if one was."""
        self._now = now
        same_product = self._key == facts.row.id
        chosen = self.variants.currentData() if same_product else None
        self.setVisible(bool(facts.stocks))
        read = values.clock(facts.read_at) if facts.read_at else ""
        self.read.setText(self.tr("read {time}").format(time=read) if read else "")
        if same_product and self._stories == facts.stocks:
            return
        self._key, self._stories = facts.row.id, facts.stocks
        known = any(story.variant == chosen for story in facts.stocks)
        self._fill(str(chosen) if known else _first(facts.stocks, wanted))
        self._show_story()

    def story(self) -> StockStory | None:
        """The story that is told."""
        at = self.variants.currentIndex()
        return self._stories[at] if 0 <= at < len(self._stories) else None

    def _fill(self, chosen: str) -> None:
        self.variants.clear()
        for story in self._stories:
            name = story.variant_name or story.variant
            if story.goes and story.shows is not None:
                form = self.tr("{variant}: {before} → {after}")
                name = form.format(
                    variant=name, before=_shown(story.shows), after=_shown(story.should)
                )
            self.variants.addItem(name, story.variant)
        self.variants.setCurrentIndex(max(0, self.variants.findData(chosen)))
        self.variants.setVisible(len(self._stories) > 1)

    def _show_story(self) -> None:
        story = self.story()
        if story is None:
            return
        self.title.setText(stock_question(story))
        reason = stock_reason(story.reason, there=story.shows is not None)
        self.reason.setText(reason)
        self.reason.setVisible(bool(reason))
        self.card.show_lines([*self._outlets(story), *self._sum(story)])

    # Lines

    def _outlets(self, story: StockStory) -> list[CardLine]:
        return [self._outlet(line) for line in story.outlets]

    def _outlet(self, line: OutletLine) -> CardLine:
        level = values.NOT_THERE if line.readable else values.NOT_KNOWN
        if line.level is not None:
            level = values.decimal(line.level)
        return CardLine(
            line.outlet.name,
            level,
            small=self.tr("takes online orders") if line.takes_orders else "",
            words=self.tr("ticked") if line.ticked else self.tr("not ticked"),
            icon="check-circle" if line.ticked else "no-sell",
            tone="accent" if line.ticked else "text_muted",
        )

    def _sum(self, story: StockStory) -> list[CardLine]:
        lines = []
        if isinstance(story.should, int):
            lines += self._taken_off(story)
        below = story.total is not None and story.total - story.buffer < 0
        lines.append(
            CardLine(
                self.tr("Online stock should be"),
                values.NOT_KNOWN if story.should is None else _shown(story.should),
                small=self.tr("never below zero") if below and story.should == 0 else "",
                ground="window",
                strong=True,
                strong_name=True,
                above=True,
            )
        )
        lines.append(self._result(story))
        return lines

    def _taken_off(self, story: StockStory) -> list[CardLine]:
        lines = [
            CardLine(self.tr("Held back (buffer)"), _less(story.buffer), above=True),
        ]
        if not story.held:
            return lines
        small = "" if story.taken else self.tr("only where the stock would rise")
        lines.append(CardLine(self.tr("Held for online orders"), _less(story.taken), small=small))
        for order in story.held:
            name = (
                self.tr("Order {number}").format(number=order.order_id)
                if order.order_id
                else self.tr("Sold online")
            )
            since = values.moment(order.since, self._now)
            pieces = plural("%n piece(s)", order.quantity)
            lines.append(CardLine("", "", small=f"{name} · {pieces} · {since}"))
        return lines

    def _result(self, story: StockStory) -> CardLine:
        name = self.tr("The shop shows")
        shown = values.NOT_THERE if story.shows is None else _shown(story.shows)
        if story.goes and story.shows is not None:
            words = self.tr("goes to {number}").format(number=_shown(story.should))
            return CardLine(
                name,
                shown,
                words=words,
                tone="waiting",
                ground="waiting_soft",
                strong=True,
                above=True,
            )
        words = ""
        if story.shows is None:
            words = self.tr("not there yet") if story.goes else self.tr("not there")
        elif story.should is None:
            words = self.tr("left alone")
        elif story.shows != story.should:
            words = self.tr("not compared")
        return CardLine(name, shown, words=words, above=True)


def _first(stories: Sequence[StockStory], wanted: str) -> str:
    """The variant that was opened, else the first whose stock goes, else the first."""
    if any(story.variant == wanted for story in stories):
        return wanted
    going = (story.variant for story in stories if story.goes and story.shows is not None)
    return next(going, stories[0].variant if stories else "")


def _shown(stock: int | str | None) -> str:
    return values.stock(stock)


def _less(pieces: int) -> str:
    return values.number(-pieces) if pieces else values.number(0)


class StockCard(QWidget):
    """A sum in a frame."""

    def __init__(self) -> None:
        super().__init__()
        self._lines: list[CardLine] = []
        self._rows: list[_CardRow] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(1, 1, 1, 1)
        self._column.setSpacing(0)

    def show_lines(self, lines: list[CardLine]) -> None:
        """Show another sum."""
        if lines == self._lines:
            return
        self._lines = lines
        for row in self._rows[len(lines) :]:
            row.hide()
        while len(self._rows) < len(lines):
            self._rows.append(_CardRow())
            self._column.addWidget(self._rows[-1])
        for row, line in zip(self._rows, lines, strict=False):
            row.show_line(line, last=line is lines[-1])
            row.show()
        self.update()

    def lines(self) -> tuple[CardLine, ...]:
        """What is shown."""
        return tuple(self._lines)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """The frame."""
        painter, theme = QPainter(self), current()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_box(painter, QRectF(self.rect()), None, theme.border, RADIUS_L)


class _CardRow(QWidget):
    """One line of the sum."""

    def __init__(self) -> None:
        super().__init__()
        self._line, self._last = CardLine("", ""), False
        self._icon = IconLabel("check-circle", "accent", 15)
        self._name = ValueLabel(pad=0)
        self._words = Label("", "caption")
        self._number = Label("")
        self._number.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        grid = QGridLayout(self)
        grid.setContentsMargins(10, 2, 10, 2)
        grid.setHorizontalSpacing(0)
        grid.setColumnMinimumWidth(0, _ICON_COLUMN)
        grid.setColumnStretch(1, 1)
        for column, widget in enumerate((self._icon, self._name, self._words, self._number)):
            grid.addWidget(widget, 0, column)

    def show_line(self, line: CardLine, *, last: bool) -> None:
        """Show another line of a sum."""
        self._line, self._last = line, last
        self._icon.setVisible(bool(line.icon))
        if line.icon:
            self._icon.set_icon(line.icon, line.tone)
        self._show_name(line)
        self._words.setText(line.words)
        self._words.set_kind("chip" if line.strong else "caption")
        self._words.set_colour("text_muted" if line.tone == "accent" else line.tone)
        self._words.setVisible(bool(line.words))
        self._number.setText(line.number)
        self._number.set_kind("strong" if line.strong else "body")
        self._number.setMinimumWidth(font_metrics("strong").horizontalAdvance("0000000"))
        said = (line.name, line.small, line.words, line.number)
        self.setAccessibleName(" ".join(part for part in said if part))
        self.update()

    def _show_name(self, line: CardLine) -> None:
        """The name, with the small print behind it."""
        if not line.name:
            self._name.show_value(line.small, "small")
            return
        look: Look = "muted" if line.icon == "no-sell" else "plain"
        text = f"{line.name}{SUFFIX}{line.small}" if line.small else line.name
        self._name.show_value(text, "strong" if line.strong_name else look)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Its ground, within the frame's corners, and the hairline above."""
        painter, theme = QPainter(self), current()
        if self._line.ground:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            path = QPainterPath()
            path.addRoundedRect(QRectF(self.rect()), RADIUS_L - 1, RADIUS_L - 1)
            if self._last:
                path.addRect(QRectF(0, 0, self.width(), RADIUS_L))
                path.setFillRule(Qt.FillRule.WindingFill)
            else:
                path.addRect(QRectF(self.rect()))
                path.setFillRule(Qt.FillRule.WindingFill)
            painter.fillPath(path, theme.colour(self._line.ground))
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        if self._line.above:
            painter.fillRect(0, 0, self.width(), 1, theme.border)
