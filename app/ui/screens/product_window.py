"""A product in a window of its own, so that two can be looked at side by side."""

from collections.abc import Callable
from dataclasses import replace
from typing import cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.controller.wishes import Wishes
from app.facts.state import AppState, Changed
from app.ui.screens.product import ProductPanel

_WIDTH, _HEIGHT = 520, 760


class _OneProduct:
    """The door as a panel sees it to which this product is the open one."""

    def __init__(self, desk: Wishes, row_id: str, close: Callable[[], object]) -> None:
        self._desk = desk
        self._row_id = row_id
        self._close = close

    @property
    def state(self) -> AppState:
        """The facts, with this product in the place of the open one."""
        state = self._desk.state
        return replace(state, product_key=self._row_id, product=state.apart.get(self._row_id))

    def close_product(self) -> None:
        """Close the window."""
        self._close()

    def __getattr__(self, name: str) -> object:
        return getattr(self._desk, name)


class ProductWindow(QWidget):
    """Closes with the main window."""

    open_address = Signal(str)

    def __init__(self, desk: Wishes, row_id: str, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk = desk
        self._row_id = row_id
        door = cast("Wishes", _OneProduct(desk, row_id, self.close))
        self.panel = ProductPanel(door, self, apart=True)
        self.panel.open_address.connect(self.open_address)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.panel)
        self.resize(_WIDTH, _HEIGHT)
        desk.open_apart(row_id)

    def refresh(self, changed: Changed) -> None:
        """Paint what changed of this product."""
        facts = self._desk.state.apart.get(self._row_id)
        if facts is not None:
            self.setWindowTitle(facts.row.name)
        self.panel.refresh(changed)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        """It is no longer read."""
        self.panel.finish()
        self._desk.close_apart(self._row_id)
        super().closeEvent(event)
