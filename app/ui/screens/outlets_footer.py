"""The foot of the outlets: what was chosen, and whether to keep it; its room is kept free."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from app.facts.outlets import OutletsEffect
from app.ui.theme import GAP_M, GAP_S, MARGIN, current, font_metrics
from app.ui.widgets.button import Button
from app.ui.widgets.label import Label
from app.ui.wording_outlets import effect_sentence

_HEIGHT = 56


class OutletsFooter(QWidget):
    """Nothing is seen of it while nothing is chosen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.what = Label("", "strong")
        self.change = Label("", colour="text_muted", wrap=True)
        self.discard = Button(self.tr("Discard"))
        self.keep = Button(self.tr("Keep this choice"), kind="primary")
        self._row = QWidget()
        self._words = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._words.setSpacing(GAP_S)
        self._words.addWidget(self.what)
        self._words.addWidget(self.change, 1)
        row = QHBoxLayout(self._row)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP_S)
        row.addLayout(self._words, 1)
        row.addWidget(self.discard)
        row.addWidget(self.keep)
        policy = self._row.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self._row.setSizePolicy(policy)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(MARGIN, GAP_M, MARGIN, GAP_M)
        whole.addWidget(self._row)
        self._fit()
        self.show_nothing()

    def show_nothing(self) -> None:
        """No choice is being made."""
        self._row.hide()
        self.update()

    def show_draft(self, what: str, effect: OutletsEffect | None, *, may_keep: bool) -> None:
        """What was chosen; `effect` is None while that is being found out."""
        self.what.setText(what)
        self.change.setText(effect_sentence(effect))
        self.keep.setEnabled(may_keep)
        self.keep.set_reason("" if may_keep else self.tr("Choose a register first."))
        self._row.show()
        self._arrange()
        self.update()

    def has_focus(self) -> bool:
        """Whether one of its buttons has the focus."""
        return self.discard.hasFocus() or self.keep.hasFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """See whether the words fit in one line."""
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Grow with the text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """The ground of bars with a line above, once there is something on it."""
        theme, painter = current(), QPainter(self)
        shown = self._row.isVisible()
        painter.fillRect(self.rect(), theme.window if shown else theme.surface)
        if shown:
            painter.fillRect(0, 0, self.width(), 1, theme.border)

    def _arrange(self) -> None:
        """What changes stands beside what was chosen, below it where there is no room."""
        words = self.what.sizeHint().width() + font_metrics("body").horizontalAdvance(
            self.change.text()
        )
        buttons = self.discard.sizeHint().width() + self.keep.sizeHint().width()
        fits = words + buttons + 4 * GAP_S + 2 * MARGIN <= self.width()
        directions = QBoxLayout.Direction
        wanted = directions.LeftToRight if fits else directions.TopToBottom
        if self._words.direction() != wanted:
            self._words.setDirection(wanted)
            self._words.setSpacing(GAP_S if fits else 0)

    def _fit(self) -> None:
        self.setMinimumHeight(max(_HEIGHT, font_metrics("body").height() + 40))
