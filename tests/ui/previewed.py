"""An open preview with a desk behind it, driven by clicks and keys."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QLocale, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.facts.preview import PreviewFacts
from app.facts.preview_ticks import with_answer, with_ticks
from app.facts.state import Part
from app.ui import theme
from app.ui.screens.preview import PreviewScreen
from app.ui.screens.preview_model import Heading, PreviewModel, Shown
from app.ui.style import CounterpartStyle
from tests.ui.desk import RecordingDesk
from tests.ui.plans import state

LEFT = Qt.MouseButton.LeftButton
NO_KEYS = Qt.KeyboardModifier.NoModifier


@dataclass
class Seen:
    """The preview as the manager has it before him."""

    app: QApplication
    screen: PreviewScreen
    desk: RecordingDesk
    qtbot: QtBot

    @property
    def lines(self) -> PreviewModel:
        """The rows of the list."""
        model = self.screen.list.model()
        assert isinstance(model, PreviewModel)
        return model

    @property
    def facts(self) -> PreviewFacts:
        """What is shown."""
        assert self.desk.state.preview is not None
        return self.desk.state.preview

    def settle(self) -> None:
        """Let layouts and repaints happen."""
        for _ in range(4):
            self.app.processEvents()

    def tell(self, *parts: Part, **changes: Any) -> None:
        """The desk says that something changed."""
        self.screen.refresh(self.desk.now(*parts, **changes))
        self.settle()

    def obey(self) -> None:
        """Do what was wished for last, as the controller does."""
        name, *arguments = self.desk.wished[-1]
        if name == "tick_lines":
            self.tell("preview", preview=with_ticks(self.facts, arguments[0], arguments[1]))
        elif name == "answer_guard":
            self.tell("preview", preview=with_answer(self.facts, arguments[0], arguments[1]))
        else:
            raise AssertionError(name)

    # Rows

    def row(self, wanted: str, field: str = "") -> int:
        """The row of a group, or of a SKU's line of a field."""
        for row, entry in enumerate(self.lines.entries()):
            if isinstance(entry, Heading) and entry.kind == wanted:
                return row
            if not isinstance(entry, Shown) or entry.line.sku != wanted:
                continue
            if field in ("", entry.line.field):
                return row
        raise AssertionError(wanted)

    def rows(self) -> list[str]:
        """Groups by their kind, lines by SKU and field, in the order shown."""
        return [
            entry.kind if isinstance(entry, Heading) else f"{entry.line.sku} {entry.line.field}"
            for entry in self.lines.entries()
        ]

    def check(self, row: int) -> object:
        """The tick of a row."""
        return self.lines.index(row, 0).data(Qt.ItemDataRole.CheckStateRole)

    def says(self, row: int) -> str:
        """What a screen reader says of a row."""
        return str(self.lines.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole))

    def point(self, row: int, x: int) -> QPoint:
        """A place in a row; it is scrolled to."""
        index = self.lines.index(row, 0)
        self.screen.list.scrollTo(index)
        self.settle()
        rect = self.screen.list.visualRect(index)
        return QPoint(rect.x() + x, rect.y() + 14)

    def click_tick(self, row: int) -> None:
        """Click a tick."""
        self.click_at(row, 22)

    def click_at(self, row: int, x: int = 300) -> None:
        """Click somewhere in a row."""
        place = self.point(row, x)
        QTest.mouseClick(self.screen.list.viewport(), LEFT, NO_KEYS, place)
        self.settle()

    def go_to(self, row: int) -> None:
        """Go to a row with the arrow keys."""
        view = self.screen.list
        view.setFocus()
        QTest.keyClick(view, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
        for _ in range(row):
            QTest.keyClick(view, Qt.Key.Key_Down)
        assert view.currentIndex().row() == row

    # The rest

    def press(self, widget: QWidget, *keys: Qt.Key) -> None:
        """Press keys one after the other."""
        for key in keys:
            QTest.keyClick(widget, key)
        self.settle()

    def click(self, widget: QWidget) -> None:
        """Click a widget in its middle."""
        QTest.mouseClick(widget, LEFT)
        self.settle()

    def choose_section(self, key: str) -> None:
        """Click a line of the side list."""
        sections = self.screen.sections
        row = [section.key for section in sections.sections()].index(key)
        rect = sections.visualRect(sections.model().index(row, 0))
        QTest.mouseClick(sections.viewport(), LEFT, NO_KEYS, rect.center())
        self.settle()

    def focused(self) -> QWidget | None:
        """What has the focus."""
        return self.app.focusWidget()

    def texts(self, within: QWidget | None = None) -> str:
        """Every word that stands in visible labels."""
        page = within or self.screen
        labels = page.findChildren(QLabel)
        return "\n".join(label.text() for label in labels if label.isVisible())


@contextmanager
def opened(
    qapp: QApplication, qtbot: QtBot, facts: PreviewFacts | None, **more: Any
) -> Iterator[Seen]:
    """The preview in an open window, in English as it is written in Britain."""
    before = QLocale()
    QLocale.setDefault(QLocale("en_GB"))
    qapp.setStyle(CounterpartStyle())
    theme.apply_appearance(qapp, "light")
    desk = RecordingDesk(state(facts, **more))
    screen = PreviewScreen(desk.wishes)
    qtbot.addWidget(screen)
    screen.resize(1280, 690)
    screen.show()
    qtbot.waitExposed(screen)
    screen.activateWindow()
    qtbot.waitUntil(screen.isActiveWindow)
    seen = Seen(qapp, screen, desk, qtbot)
    seen.tell("place", "store", "preview", "settings", "run")
    yield seen
    theme.set_text_scale(qapp, 100)
    QLocale.setDefault(before)
