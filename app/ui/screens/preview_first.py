"""What a first sync says beforehand: counts by kind, and what it would replace (RULES S17)."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from app.domain.fields import FIELDS, IMAGES
from app.facts.preview import FirstLink, PreviewFacts
from app.ui.theme import GAP_L, GAP_M, GAP_S
from app.ui.widgets.banner import Banner
from app.ui.widgets.label import Label
from app.ui.widgets.tick_box import TickBox
from app.ui.wording_guard import first_link_words
from app.ui.wording_preview import planned_words

KEEPABLE = frozenset(field.name for field in FIELDS if field.keepable or field is IMAGES)
"""Fields whose online value can stay when products are first linked (RULES M3, M9)."""


class FirstSyncBanner(Banner):
    """`kept` tells a field, and whether what stands online of it stays."""

    kept = Signal(str, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("info", "", parent=parent)
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, GAP_S, 0, 0)
        self._grid.setHorizontalSpacing(GAP_M)
        self._grid.setVerticalSpacing(0)
        self._grid.setColumnStretch(1, 1)
        self.content.addLayout(self._grid)
        self._rows: dict[str, tuple[TickBox, Label]] = {}

    def show_facts(self, facts: PreviewFacts) -> None:
        """Tell what this first sync would do."""
        title = self.tr(
            "This is the first sync. Look through it: nothing is sent until you apply it."
        )
        if facts.begun:
            title = self.tr(
                "This is the rest of the first sync. What was sent stays; apply it to send this."
            )
        self.set_title(title)
        self.set_text(planned_words(facts))
        wanted = {link.field: link for link in facts.first_links}
        for field in self._rows.keys() - wanted.keys():
            for widget in self._rows.pop(field):
                widget.hide()
                self._grid.removeWidget(widget)
                widget.deleteLater()
        for link in facts.first_links:
            self._row(link.field)
            self._fill(link)

    def switch(self, field: str) -> TickBox:
        """The switch of a field. Raises `KeyError` for one that replaces nothing."""
        return self._rows[field][0]

    def _row(self, field: str) -> None:
        if field in self._rows:
            return
        box, words = TickBox(self.tr("Keep online"), self), Label("", wrap=True, parent=self)
        box.setVisible(field in KEEPABLE)
        box.clicked.connect(lambda ticked: self.kept.emit(field, bool(ticked)))
        row = self._grid.rowCount()
        self._grid.addWidget(words, row, 1)
        self._grid.addWidget(box, row, 0)
        self._grid.setRowMinimumHeight(row, 28)
        self._rows[field] = (box, words)

    def _fill(self, link: FirstLink) -> None:
        box, label = self._rows[link.field]
        words = first_link_words(link)
        label.setText(words)
        label.setContentsMargins(0, 0, GAP_L, 0)
        box.setChecked(link.kept)
        box.setAccessibleName(self.tr("Keep online. {what}").format(what=words))
