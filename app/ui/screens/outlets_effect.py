"""What another choice of outlets changes online, before it is kept (LOOK §7)."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.facts.outlets import OutletsEffect
from app.ui.pictures import Pictures
from app.ui.screens.outlets_moves import MoveList, MovesModel, move_height
from app.ui.theme import GAP_L, GAP_M, GAP_S, GAP_XL, current, scaled
from app.ui.widgets.banner import Banner
from app.ui.widgets.figure import Figure
from app.ui.widgets.label import Label
from app.ui.widgets.line import HLine
from app.ui.widgets.link_label import LinkLabel
from app.ui.wording import plural
from app.ui.wording_outlets import figure_words, uncounted_sentence

_SIDE = 20
_REST = 350
"""What stands over and under the moves takes so much height."""

_FEWEST = 3


class OutletsEffectPane(QWidget):
    """Three figures, the largest changes, the way to all of them.

    While another choice is weighed the figures of the one before stay, but as old ones.
    """

    def __init__(
        self,
        pictures: Pictures,
        show_products: Callable[[frozenset[str]], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._show_products = show_products
        self._effect: OutletsEffect | None = None
        self._moves = MovesModel(self)
        self.title = Label(self.tr("What this changes online"), "title2", wrap=True)
        self.quiet = Label("", colour="text_muted", wrap=True)
        self.figures = [Figure(GAP_L - GAP_M) for _ in range(3)]
        self._largest = Label(self.tr("Largest changes"), "strong")
        self._order = Label(self.tr("online now → after"), "caption", "text_muted")
        self.moves = MoveList(self._moves, pictures)
        self.all = LinkLabel("")
        self.all.clicked.connect(self._on_all)
        self.banner = Banner("info", "")
        self._figures_row, self._list_head = QWidget(), QWidget()
        self._line = HLine()
        self._area = QScrollArea()
        self._lay_out()
        self.show_nothing()

    def show_nothing(self) -> None:
        """No other choice is being made."""
        self._effect = None
        self._tell(
            self.tr("Tick or untick an outlet. What that changes stands here before you keep it.")
        )

    def show_weighing(self) -> None:
        """Another choice is being weighed: what stands here is old, or not there yet."""
        self._tell(self.tr("Working out what changes online…"))

    def show_effect(self, effect: OutletsEffect) -> None:
        """What the choice changes."""
        self._effect = effect
        self._tell("")

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Show as many of the moves as fit."""
        super().resizeEvent(event)
        self._show_moves()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Rows grow with the text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._show_moves()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """The ground of bars."""
        QPainter(self).fillRect(self.rect(), current().window)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self._figures_row)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP_XL)
        for figure in self.figures:
            row.addWidget(figure)
        row.addStretch(1)
        head = QHBoxLayout(self._list_head)
        head.setContentsMargins(0, GAP_M, 0, GAP_S)
        head.addWidget(self._largest)
        head.addStretch(1)
        head.addWidget(self._order)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(_SIDE, _SIDE, _SIDE, _SIDE)
        column.setSpacing(0)
        column.addWidget(self.title)
        column.addSpacing(GAP_M)
        column.addWidget(self._figures_row)
        column.addWidget(self.quiet)
        column.addWidget(self._list_head)
        column.addWidget(self._line)
        column.addWidget(self.moves)
        column.addSpacing(GAP_S)
        column.addWidget(self.all, 0, Qt.AlignmentFlag.AlignLeading)
        column.addSpacing(GAP_S)
        column.addWidget(self.banner)
        column.addStretch(1)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidget(page)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._area)
        self.setAccessibleName(self.title.text())

    def _tell(self, quiet: str) -> None:
        effect = self._effect
        stale = bool(quiet)
        self.quiet.setText(quiet)
        self.quiet.setVisible(bool(quiet))
        self._figures_row.setVisible(effect is not None)
        self._moves.stale = stale
        ink = "text_muted" if stale else "text"
        if effect is not None:
            for figure, (count, words) in zip(self.figures, figure_words(effect), strict=True):
                figure.tell(count, words, ink)
            link = plural("Show {it|all %n} in the catalogue", effect.changed)
            self.all.setText(link)
            if effect.unknown:
                self.banner.set_text(uncounted_sentence(effect.unknown))
        self.all.setVisible(effect is not None and bool(effect.keys) and not stale)
        self.banner.setVisible(effect is not None and bool(effect.unknown) and not stale)
        self._show_moves()

    def _show_moves(self) -> None:
        effect = self._effect
        room = self.height() - scaled(_REST)
        count = max(_FEWEST, room // move_height())
        moves = effect.largest[:count] if effect is not None else ()
        self._moves.show(moves)
        self.moves.fit()
        self.moves.viewport().update()
        for widget in (self._list_head, self._line):
            widget.setVisible(bool(moves))

    def _on_all(self) -> None:
        if self._effect is not None:
            self._show_products(self._effect.keys)
