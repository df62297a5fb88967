"""Hands and eyes of a person at the window: clicks, keys, and what can be read on screen."""

import asyncio
from collections.abc import Callable, Iterator
from typing import TypeVar, cast

from PySide6.QtCore import QModelIndex, QPoint, QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QMenu,
    QWidget,
)

from app.connectors.pacing import steady_time
from app.controller.controller import Controller
from app.facts.rows import Row
from app.ui.window import Window
from tests.controller.acting import workplaces
from tests.journeys.stage import Stage

PATIENCE = 60.0
LEFT = Qt.MouseButton.LeftButton
PLAIN = Qt.KeyboardModifier.NoModifier
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier

Found = TypeVar("Found", bound=QWidget)


class Hands:
    """The open window of one stage. Nothing here calls the app: it is all clicks and keys."""

    def __init__(self, stage: Stage, looks: QSettings) -> None:
        self.stage = stage
        self.controller = Controller(workplaces(stage), steady_time)
        self.window = Window(self.controller, looks)
        self.controller.listen(self.window.refresh)

    async def begin(self) -> None:
        """Start the app as it starts, and wait until it has looked around."""
        self.window.show()
        self.window.activateWindow()
        self.controller.begin(demo=False)
        await self.idle()

    async def leave(self) -> None:
        """End the app, as its start-up does once the window is closed."""
        self.window.leave()
        await self.controller.aclose()
        self.window.deleteLater()

    # Waiting

    async def until(self, holds: Callable[[], object], what: str = "") -> None:
        """Wait until something can be seen. Fails loudly when it does not come."""
        try:
            async with asyncio.timeout(PATIENCE):
                while not holds():  # noqa: ASYNC110 - a person looks again and again.
                    await asyncio.sleep(0.02)
        except TimeoutError:
            raise AssertionError(f"never came: {what}\n{self.read()}") from None

    async def idle(self) -> None:
        """Wait until nothing moves any more."""
        tasks = self.controller._circle.tasks

        def quiet() -> bool:
            return not any(tasks.busy(name) for name in tasks.names if name != "schedule")

        for _ in range(2):
            await self.until(quiet, "rest")
            await asyncio.sleep(0.12)

    async def see(self, text: str) -> None:
        """Wait until a text stands somewhere in the window."""
        await self.until(lambda: text in self.read(), f"“{text}”")

    # Eyes

    def shown(self, kind: type[Found]) -> Iterator[Found]:
        """Every visible widget of a kind, dialogs of the window included."""
        for top in (self.window, *self._dialogs()):
            for widget in top.findChildren(kind):
                if widget.isVisible():
                    yield widget

    def _dialogs(self) -> list[QWidget]:
        tops = QApplication.topLevelWidgets()
        return [top for top in tops if top is not self.window and top.isVisible()]

    def read(self) -> str:
        """All text that stands in the window, one widget a line."""
        lines = []
        for widget in self.shown(QWidget):
            if isinstance(widget, QLabel | QAbstractButton):
                lines.append(widget.text().replace("&", ""))
            elif not isinstance(widget, QLineEdit | QMenu):
                lines.append(widget.accessibleName())
        return "\n".join(line for line in lines if line)

    def button(self, text: str) -> QAbstractButton:
        """The visible button that is named so."""
        for button in self.shown(QAbstractButton):
            if text in (button.text().replace("&", ""), button.accessibleName()):
                return button
        raise AssertionError(f"no button “{text}” in:\n{self.read()}")

    def field(self, name: str) -> QLineEdit:
        """The visible line to type in that is named so."""
        for line in self.shown(QLineEdit):
            if line.accessibleName() == name:
                return line
        names = [line.accessibleName() for line in self.shown(QLineEdit)]
        raise AssertionError(f"no field “{name}”, only {names}")

    def choice(self, name: str) -> QComboBox:
        """The visible list to choose from that is named so."""
        for box in self.shown(QComboBox):
            if box.accessibleName() == name:
                return box
        names = [box.accessibleName() for box in self.shown(QComboBox)]
        raise AssertionError(f"no list “{name}”, only {names}")

    def row(self, sku: str) -> Row:
        """What the catalogue shows of a product."""
        return next(row for row in self.controller.catalogue.rows.values() if row.sku == sku)

    @property
    def table(self) -> QAbstractItemView:
        """The catalogue's table."""
        return cast("QAbstractItemView", self.window.shop.catalogue.table)

    def said(self, sku: str, column: int) -> str:
        """What a screen reader says of one cell of a product."""
        index = self._index(sku, column)
        return str(index.data(Qt.ItemDataRole.AccessibleTextRole))

    def _index(self, sku: str, column: int) -> QModelIndex:
        model = self.table.model()
        name = self.row(sku).name
        for line in range(model.rowCount()):
            text = str(model.index(line, 1).data(Qt.ItemDataRole.AccessibleTextRole))
            if name in text:
                return model.index(line, column)
        raise AssertionError(f"{sku} is not in the table")

    # Hands

    async def click(self, target: QWidget | str, *, at: QPoint | None = None) -> None:
        """Click a widget or the button of that name, and let things happen."""
        widget = self.button(target) if isinstance(target, str) else target
        assert widget.isEnabled(), f"{target} is disabled: {widget.toolTip()}"
        QTest.mouseClick(widget, LEFT, PLAIN, at or widget.rect().center())
        await self.idle()

    async def click_row(self, sku: str, column: int = 1, *, twice: bool = False) -> None:
        """Click a cell of a product in the table."""
        index = self._index(sku, column)
        self.table.scrollTo(index)
        place = self.table.visualRect(index).center()
        viewport = self.table.viewport()
        QTest.mouseClick(viewport, LEFT, PLAIN, place)
        if twice:
            QTest.mouseDClick(viewport, LEFT, PLAIN, place)
        await self.idle()

    async def choose(self, box: QComboBox, at: int) -> None:
        """Open a list to choose from and click one of its lines."""
        QTest.mouseClick(box, LEFT)
        await self.until(box.view().isVisible, "the list")
        # A list that has just opened takes a release for the end of the click that opened it.
        await asyncio.sleep(QApplication.doubleClickInterval() / 1000 + 0.1)
        view = box.view()
        place = view.visualRect(box.model().index(at, box.modelColumn())).center()
        QTest.mouseClick(view.viewport(), LEFT, PLAIN, place)
        await self.idle()

    async def press(
        self, key: Qt.Key, modifiers: Qt.KeyboardModifier = PLAIN, times: int = 1
    ) -> None:
        """Press a key where the keyboard is now."""
        for _ in range(times):
            focused = QApplication.focusWidget() or self.window
            QTest.keyClick(focused, key, modifiers)
            await asyncio.sleep(0.01)
        await self.idle()

    async def type(self, text: str) -> None:
        """Type where the keyboard is now."""
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClicks(focused, text)
        await self.idle()

    async def tab_to(self, wanted: Callable[[QWidget], bool]) -> None:
        """Press Tab until the keyboard is where it is wanted."""
        for _ in range(60):
            focused = QApplication.focusWidget()
            if focused is not None and wanted(focused):
                return
            QTest.keyClick(focused or self.window, Qt.Key.Key_Tab)
            await asyncio.sleep(0.005)
        raise AssertionError("Tab never gets there")

    async def tab_to_button(self, text: str) -> None:
        """Press Tab until a button of that name has the keyboard."""
        await self.tab_to(
            lambda widget: (
                isinstance(widget, QAbstractButton)
                and text in (widget.text().replace("&", ""), widget.accessibleName())
            )
        )

    async def choose_in_menu(self, menu: str, entry: str) -> None:
        """Choose an entry of the menu bar with the mouse."""
        bar = self.window.menuBar()
        title = next(one for one in bar.actions() if one.text().replace("&", "") == menu)
        QTest.mouseClick(bar, LEFT, PLAIN, bar.actionGeometry(title).center())
        opened = cast("QMenu", QApplication.activePopupWidget())
        chosen = next(one for one in opened.actions() if one.text().partition("\t")[0] == entry)
        assert chosen.isEnabled(), f"{entry} can't be chosen now"
        QTest.mouseClick(opened, LEFT, PLAIN, opened.actionGeometry(chosen).center())
        await self.idle()
