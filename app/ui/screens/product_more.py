"""*More*: what can be done with a product besides syncing it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from app.facts.product import ProductFacts
from app.facts.rows import Row
from app.ui.widgets.button import Button

Deed = Literal[
    "keep",
    "put back",
    "link",
    "unlink",
    "pos page",
    "online page",
    "apart",
    "copy name",
    "copy sku",
    "copy barcode",
]

_COPIES: frozenset[Deed] = frozenset({"copy name", "copy sku", "copy barcode"})


@dataclass(frozen=True, slots=True)
class Offers:
    """What can be done now: which edits can be kept or put back, what can be opened."""

    keep: frozenset[str] = frozenset()
    put_back: frozenset[str] = frozenset()
    deeds: frozenset[Deed] = frozenset()

    @classmethod
    def of(cls, row: Row, facts: ProductFacts | None, *, apart: bool) -> "Offers":
        """What a product offers; without its facts only what its row tells."""
        deeds: set[Deed] = {"copy name"} if apart else {"copy name", "apart"}
        if row.sku:
            deeds.add("copy sku")
        if facts is None:
            return cls(deeds=frozenset(deeds))
        lines = [line for line in facts.lines if line.keepable]
        keep = frozenset(line.field for line in lines if line.state != "kept")
        back = frozenset(line.field for line in lines if line.state == "kept")
        offered: dict[Deed, bool] = {
            "keep": bool(keep),
            "put back": bool(back),
            "link": row.sellable,
            "unlink": facts.linked and row.sellable,
            "pos page": bool(facts.pos_page),
            "online page": bool(facts.online_page),
            "copy barcode": bool(facts.barcode),
        }
        deeds |= {deed for deed, can in offered.items() if can}
        return cls(keep, back, frozenset(deeds))


class MoreButton(Button):
    """A button with a menu; `wished` tells the deed that was chosen."""

    wished = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent=parent)
        self.setText(self.tr("More"))
        self.menu_of_deeds = QMenu(self)
        self.copies = QMenu(self)
        """Only what copies, for a menu where the pointer is."""
        self._actions: dict[Deed, QAction] = {}
        self._fill()
        self.setMenu(self.menu_of_deeds)

    def _fill(self) -> None:
        groups: Sequence[tuple[tuple[Deed, str], ...]] = (
            (
                ("keep", self.tr("Keep the online edit")),
                ("put back", self.tr("Put the POS value back")),
            ),
            (
                ("link", self.tr("Link to another product…")),
                ("unlink", self.tr("Unlink…")),
            ),
            (
                ("pos page", self.tr("Open in the POS")),
                ("online page", self.tr("Open online")),
                ("apart", self.tr("Open in its own window")),
            ),
            (
                ("copy name", self.tr("Copy the name")),
                ("copy sku", self.tr("Copy the SKU")),
                ("copy barcode", self.tr("Copy the barcode")),
            ),
        )
        for at, group in enumerate(groups):
            if at:
                self.menu_of_deeds.addSeparator()
            for deed, text in group:
                action = self.menu_of_deeds.addAction(text)
                action.triggered.connect(lambda _=False, deed=deed: self.wished.emit(deed))
                self._actions[deed] = action
                if deed in _COPIES:
                    self.copies.addAction(action)

    def show_offers(self, offers: Offers) -> None:
        """Enable what can be done."""
        for deed, action in self._actions.items():
            action.setEnabled(deed in offers.deeds)
        several = len(offers.keep) > 1
        words = self.tr("Keep the online edits") if several else self.tr("Keep the online edit")
        self._actions["keep"].setText(words)
        several = len(offers.put_back) > 1
        words = self.tr("Put the POS values back") if several else self.tr("Put the POS value back")
        self._actions["put back"].setText(words)

    def action(self, deed: Deed) -> QAction:
        """The menu's line for a deed."""
        return self._actions[deed]
