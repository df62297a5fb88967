"""What the outlets step is made of: the registers, one row an outlet, what is wrong."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from app.facts.outlets import OutletLine
from app.ui import wording_wizard as words
from app.ui.shapes import TICK
from app.ui.theme import GAP_S, GAP_XS
from app.ui.widgets.label import IconLabel, Label
from app.ui.widgets.placing import indented
from app.ui.widgets.tick_box import TickBox


class Registers(QComboBox):
    """The registers. The wheel scrolls the page and never chooses another one."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setPlaceholderText(self.tr("Choose a register"))
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)

    def offer(self, registers: tuple[tuple[str, str], ...], chosen: str) -> None:
        """Offer these (id and name), one of them chosen."""
        self.clear()
        for key, name in registers:
            self.addItem(name, key)
        self.setCurrentIndex(self.findData(chosen) if chosen else -1)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        """Leave it to the page."""
        event.ignore()


class OutletRow(QWidget):
    """A tick with the outlet's name, and what stands there."""

    def __init__(self, outlet: OutletLine) -> None:
        super().__init__()
        self._outlet = outlet
        self.tick = TickBox()
        self._lock = IconLabel("lock", "text_muted")
        self._caption = Label("", "caption", "text_muted", wrap=True)
        head = QHBoxLayout()
        head.setSpacing(GAP_S)
        head.addWidget(self.tick)
        head.addWidget(self._lock)
        head.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addLayout(below_tick(self._caption))
        self._lock.hide()

    def show_outlet(self, outlet: OutletLine) -> None:
        """Show its name and what it has."""
        self._outlet = outlet
        self.tick.setText(outlet.name.replace("&", "&&"))
        self.tick.setAccessibleName(outlet.name)

    def show_tick(self, ticked: bool, *, locked: bool) -> None:
        """Show whether it counts, and why that is so when it cannot be changed."""
        self.tick.setChecked(ticked)
        reason = words.lock_reason() if locked else ""
        self.tick.set_locked(locked, reason)
        self._lock.setVisible(locked)
        said = words.outlet_caption(self._outlet)
        self._caption.setText(reason or said)
        self.tick.setAccessibleDescription(reason or said)


class Problem(QWidget):
    """What is wrong with a choice, told below it."""

    def __init__(self) -> None:
        super().__init__()
        self._text = Label("", "caption", "danger", wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP_XS + 2)
        row.addWidget(IconLabel("fail", "danger", 15), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._text, 1)
        self.hide()

    def text(self) -> str:
        """What is told."""
        return self._text.text()

    def tell(self, text: str) -> None:
        """Tell it, or nothing any more."""
        self._text.setText(text)
        self.setVisible(bool(text))


def below_tick(label: Label) -> QHBoxLayout:
    """A sentence that begins where the text beside a tick does."""
    return indented(label, TICK + GAP_S)
