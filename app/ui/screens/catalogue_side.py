"""The side list of the catalogue: status, category, brand (DESIGN §7.2)."""

from collections.abc import Iterable
from itertools import accumulate

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.facts.catalogue import Catalogue, Filter
from app.ui.screens.catalogue_choice import ChoiceBox
from app.ui.screens.catalogue_statuses import StatusList
from app.ui.theme import GAP_L, GAP_S, GAP_XS, current
from app.ui.widgets.label import Label

_LEAST, _MOST = 196, 300

_BETWEEN = " / "
"""Between the steps of a category."""


class CatalogueSide(QWidget):
    """`changed` tells that the person looks at something else now."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.statuses = StatusList(self)
        self.category = ChoiceBox(self.tr("All categories"), self.tr("Category"), self)
        self.brand = ChoiceBox(self.tr("All brands"), self.tr("Brand"), self)
        self._width = 0
        self._lay_out()
        self.statuses.chosen.connect(self.changed)
        self.category.picked.connect(lambda _: self.changed.emit())
        self.brand.picked.connect(lambda _: self.changed.emit())

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, GAP_S, 0, GAP_L)
        column.setSpacing(0)
        column.addWidget(self.statuses, 0)
        for name, box in ((self.tr("Category"), self.category), (self.tr("Brand"), self.brand)):
            label = Label(name, "chip", "text_muted")
            label.setBuddy(box)
            within = QVBoxLayout()
            within.setContentsMargins(GAP_L, GAP_S + GAP_XS, GAP_L, 0)
            within.setSpacing(GAP_XS)
            within.addWidget(label)
            within.addWidget(box)
            column.addLayout(within)
        column.addStretch(1)
        self.setFocusProxy(self.statuses)

    def show_filter(self, wanted: Filter) -> None:
        """Show what is looked at, without telling."""
        self.statuses.set_statuses(None if wanted.keys is not None else wanted.statuses)
        self.category.set_name(wanted.category)
        self.brand.set_name(wanted.brand)

    def follow_counts(self, catalogue: Catalogue, *, read: bool) -> None:
        """Take over the counts; before both stores were read there are none."""
        known = read or bool(catalogue.rows)
        self.statuses.follow(catalogue.counts if known else None, len(catalogue.rows))

    def follow_names(self, catalogue: Catalogue) -> None:
        """Take over categories, those above them included, and brands."""
        self.category.set_names(_with_parents(catalogue.categories))
        self.brand.set_names(catalogue.brands)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """The ground of bars, and the line towards the table."""
        painter, theme = QPainter(self), current()
        painter.fillRect(self.rect(), theme.window)

    def set_wanted_width(self, width: int) -> None:
        """How wide it would like to be."""
        self._width = width
        self.updateGeometry()

    def measure(self) -> None:
        """Take at least what the longest word takes, and the bar of a list that has to scroll."""
        scrolls = self.isVisible() and self.height() < super().sizeHint().height()
        bar = self.statuses.verticalScrollBar().sizeHint().width() if scrolls else 0
        least = max(_LEAST, self.statuses.sizeHint().width() + bar)
        self.setMinimumWidth(least)
        self.setMaximumWidth(max(_MOST, least))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Measure anew when the list may begin or cease to scroll."""
        super().resizeEvent(event)
        self.measure()

    def sizeHint(self) -> QSize:  # noqa: N802
        """Its wanted width, or what its longest word takes."""
        hint = super().sizeHint()
        return QSize(max(self._width, self.statuses.sizeHint().width()), hint.height())


def _with_parents(paths: Iterable[str]) -> list[str]:
    found = dict.fromkeys(
        above
        for path in paths
        for above in accumulate(path.split(_BETWEEN), lambda a, b: f"{a}{_BETWEEN}{b}")
    )
    return sorted(found, key=str.casefold)
