"""The foot of the preview: what is ticked, what it takes, and the deed with its number."""

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from app.facts.preview import PreviewFacts
from app.ui.theme import GAP_L, GAP_M, GAP_S, current
from app.ui.widgets.button import Button
from app.ui.widgets.label import ElidedLabel
from app.ui.widgets.side_by_side import SideBySide
from app.ui.wording_preview import apply_words, cost_words, found_words, ticked_words

_HEIGHT = 56


class PreviewFooter(QWidget):
    """Counts, cost, and three buttons of which only *Apply* sends anything."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ticked = ElidedLabel("", "strong")
        self.cost = ElidedLabel("", colour="text_muted")
        self.export = Button(self.tr("Export…"), icon="export")
        self.cancel = Button(self.tr("Cancel"))
        self.apply = Button("", kind="primary")
        self._lay_out()

    def _lay_out(self) -> None:
        self.setMinimumHeight(_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(GAP_L, GAP_S, GAP_L, GAP_S)
        row.setSpacing(GAP_M - 2)
        row.addWidget(SideBySide(self.ticked, self.cost), 1)
        for button in (self.export, self.cancel, self.apply):
            row.addWidget(button)

    def show_facts(self, facts: PreviewFacts, *, running: bool) -> None:
        """Tell what is ticked and what it takes to apply it."""
        ticked, total = facts.ticked, facts.total
        applies = not facts.broken and not facts.check_only
        self.ticked.setText(ticked_words(ticked, total) if applies else found_words(total))
        self.ticked.setVisible(total > 0)
        self.cost.setText(cost_words(facts.writes, facts.seconds) if applies and ticked else "")
        self.export.setVisible(total > 0)
        self.cancel.setText(self.tr("Cancel") if applies else self.tr("Back"))
        self.apply.setVisible(applies)
        self.apply.setText(apply_words(ticked))
        self.apply.setEnabled(ticked > 0 and not running)
        self.apply.set_reason(self._reason(ticked, running))

    def _reason(self, ticked: int, running: bool) -> str:
        if running:
            return self.tr("A sync is running.")
        return "" if ticked else self.tr("Nothing is ticked. Tick what is to be sent.")

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """The ground of bars, and the line above."""
        theme, painter = current(), QPainter(self)
        painter.fillRect(self.rect(), theme.window)
        painter.fillRect(0, 0, self.width(), 1, theme.border)
