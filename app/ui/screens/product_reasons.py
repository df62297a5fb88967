"""What is wrong with a product, at the top of its panel: the failure, and what needs attention."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.facts.product import ProductFacts
from app.facts.rows import Row
from app.facts.state import AppState
from app.ui.screens.product_looks import SIDE
from app.ui.screens.product_value import breakable
from app.ui.theme import GAP_M, GAP_S, RADIUS_L
from app.ui.widgets.banner import Banner
from app.ui.widgets.button import Button
from app.ui.widgets.focus_ring import FocusRing
from app.ui.wording_engine import engine


class ReasonsSection(QWidget):
    """`retry_wished` wants another attempt; the notices take the keyboard, to be read."""

    retry_wished = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.failure = _Notice("danger", self.tr("The last attempt failed"))
        self.attention = _Notice("attention", "")
        self.retry = Button(self.tr("Try again"), small=True)
        self.retry.clicked.connect(self.retry_wished)
        self.failure.add_button(self.retry)
        column = QVBoxLayout(self)
        column.setContentsMargins(SIDE, 0, SIDE, GAP_M)
        column.setSpacing(GAP_S)
        column.addWidget(self.failure)
        column.addWidget(self.attention)
        self.hide()

    def show_facts(self, facts: ProductFacts | None, row: Row | None, state: AppState) -> None:
        """Show what is wrong with a product; nothing when nothing is."""
        failure = self._failure(facts, row)
        reasons = facts.reasons if facts is not None else ()
        self.failure.show_text(failure)
        self.failure.setVisible(bool(failure))
        self.retry.setVisible(not state.check_only)
        self.retry.setEnabled(not state.run.active)
        self.retry.set_reason(
            self.tr("A sync is running. Wait until it has finished.") if state.run.active else ""
        )
        blocked = row is not None and row.status == "needs attention"
        self.attention.set_title(
            self.tr("Nothing is sent until this is mended") if blocked else self.tr("Left alone")
        )
        self.attention.show_text("\n".join(engine(reason) for reason in reasons))
        self.attention.setVisible(bool(reasons))
        self.setVisible(bool(failure or reasons))

    def focus_reason(self) -> bool:
        """Take the keyboard if there is a reason; False when there is none."""
        for notice in (self.failure, self.attention):
            if notice.isVisible():
                notice.setFocus(Qt.FocusReason.OtherFocusReason)
                return True
        return False

    def _failure(self, facts: ProductFacts | None, row: Row | None) -> str:
        if row is None or row.status != "failed":
            return ""
        if row.why[:1] == ("text",) and row.why[-1]:
            return engine(row.why[-1])
        return engine(facts.failure) if facts is not None else ""


class _Notice(Banner):
    """A banner that can be reached by the keyboard."""

    def __init__(self, kind: str, title: str) -> None:
        super().__init__("danger" if kind == "danger" else "attention", title)
        self._said = ""
        self._ring = FocusRing(self, RADIUS_L + 3)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def show_text(self, text: str) -> None:
        """Say something else."""
        if text != self._said:
            self._said = text
            self.set_text(breakable(text))
