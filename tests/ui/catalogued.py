"""A catalogue on the screen with a desk behind it, driven by clicks and keys."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from PySide6.QtCore import QLocale, QPoint, QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.facts.rows import ENABLED, PRICE, STOCK, Row, packed_variants
from app.facts.state import AppState, Part, StoreFacts
from app.ui import theme
from app.ui.screens.catalogue import CatalogueScreen
from app.ui.screens.catalogue_statuses import ENTRY, Entry
from app.ui.style import CounterpartStyle
from app.ui.tables.columns import KEYS
from tests.ui.desk import RecordingDesk

LEFT = Qt.MouseButton.LeftButton
NO_KEYS = Qt.KeyboardModifier.NoModifier
SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
KEY = Qt.Key

NOW = datetime(2026, 5, 13, 10, 48).timestamp()  # noqa: DTZ001
"""Local, as the screens show it."""

EARLIER = int(datetime(2026, 5, 13, 10, 42).timestamp())  # noqa: DTZ001


def row(name: str, sku: str, status: Any = "in sync", **more: Any) -> Row:
    """A product that stands on both sides and agrees, but for what is said."""
    given: dict[str, Any] = {
        "sell_online": True,
        "active": "yes",
        "shown": "yes",
        "pos_price": 1000,
        "pos_price_high": more.get("pos_price", 1000),
        "pos_stock": 5,
        "online_price": 1000,
        "online_price_high": more.get("online_price", 1000),
        "online_stock": 5,
        "synced": EARLIER,
        "search": f"{name}\n{sku}".casefold(),
        **more,
    }
    return Row(id=given.pop("id", sku), name=name, sku=sku, status=status, **given)


MUG = row(
    "Enamel Mug, 350 ml",
    "MUG-E",
    "update waiting",
    why=("variants", "stock", "1"),
    goes=True,
    pos_stock=86,
    online_stock=79,
    wins=STOCK,
    family=3,
    sold_variants=2,
    ecom_id=5,
    category="Kitchen / Mugs",
    brand="Marsh",
    variants=packed_variants(
        (
            row("Cream", "MUG-E-CR"),
            row("Navy", "MUG-E-NV", "update waiting", pos_stock=55, online_stock=48, wins=STOCK),
            row("Sage", "MUG-E-SG", "hidden", shown="", online_price=None, online_stock=None),
        )
    ),
)

PLATE = row(
    "Speckled Plate",
    "PLT",
    "update waiting",
    why=("variants", "price", "1"),
    goes=True,
    pos_price=10950,
    pos_price_high=12900,
    online_price=10950,
    online_price_high=11900,
    wins=PRICE,
    family=2,
    sold_variants=2,
    variants=packed_variants(
        (
            row("Small", "PLT-S", pos_price=10950, online_price=10950),
            row(
                "Large", "PLT-L", "update waiting", pos_price=12900, online_price=11900, wins=PRICE
            ),
        )
    ),
)
"""Begins with the same price on both sides; one variant's price differs."""

ROWS = (
    row(
        "Wool Throw",
        "THR-HEA",
        "conflict",
        why=("both", "price"),
        pos_price=8900,
        online_price=7900,
        wins=PRICE,
        goes=True,
        brand="Hearth & Iron",
        category="Home / Throws",
    ),
    row(
        "Stoneware Bowl",
        "BWL-SPK",
        "needs attention",
        why=("text", "It has no price for it in the form that the online store needs."),
        pos_price=None,
        bad=PRICE,
        category="Kitchen",
    ),
    row(
        "Linen Apron",
        "APR",
        "failed",
        why=("text", "The picture is larger than 20 MB. Replace it in the POS."),
    ),
    row(
        "Field Notebook",
        "NTB",
        "edited online",
        why=("kept", "price"),
        pos_price=700,
        online_price=650,
        kept=PRICE,
    ),
    row(
        "Cast Iron Skillet",
        "SKI-26",
        "update waiting",
        why=("fields", "price", "stock"),
        pos_price=5400,
        online_price=4950,
        pos_stock=11,
        online_stock=14,
        wins=PRICE | STOCK,
        goes=True,
        brand="Hearth & Iron",
    ),
    MUG,
    row(
        "Beeswax Candle",
        "CND-TL",
        "to be created",
        why=("ticked",),
        flag="on",
        pending=True,
        shown="",
        online_price=None,
        online_stock=None,
        synced=0,
        goes=True,
    ),
    row(
        "Seed Tin",
        "SED-TOM",
        "to be removed",
        why=("deleted in POS",),
        active="deleted",
        pos_price=None,
        pos_stock=None,
    ),
    row("Beech Dish Brush", "BRS-DSH"),
    row("Olive Oil Soap", "SOP-OLV"),
    row(
        "Kitchen Twine",
        "TWN-80",
        "not sold online",
        why=("off in POS",),
        sell_online=False,
        shown="",
        online_price=None,
        online_stock=None,
        synced=0,
    ),
    row("Terracotta Pot", "POT", "hidden", why=("inactive",), active="no", shown="no"),
    row(
        "Gift Card",
        "GIFT",
        "only online",
        why=("only online",),
        id="ecom:7",
        active="",
        pos_price=None,
        pos_stock=None,
        online_stock="unlimited",
    ),
)
"""In the table's own order."""

HIDING = row("Old Lamp", "LMP", "update waiting", why=("hides off",), wins=ENABLED, goes=True)


@dataclass
class Catalogued:
    """The catalogue as the manager has it before him."""

    app: QApplication
    screen: CatalogueScreen
    desk: RecordingDesk

    @property
    def table(self) -> Any:
        """The table."""
        return self.screen.table

    def settle(self) -> None:
        """Let layouts and repaints happen."""
        for _ in range(4):
            self.app.processEvents()

    def tell(self, *parts: Part, ids: frozenset[str] = frozenset(), **changes: Any) -> None:
        """The desk says that something changed."""
        self.screen.refresh(self.desk.now(*parts, ids=ids, **changes))
        self.settle()

    def change(self, *rows: Row) -> None:
        """Rows changed while nobody looked elsewhere."""
        self.tell("rows", ids=self.desk.catalogue.update(rows))

    def names(self) -> list[str]:
        """The names in the table, from the top."""
        model = self.table.rows
        return [model.line(at).row.name for at in range(model.rowCount())]

    def place(self, name: str) -> int:
        """Where a name stands in the table."""
        return self.names().index(name)

    def current(self) -> str:
        """The name of the current line."""
        at: int = self.table.currentIndex().row()
        return self.names()[at]

    def counts(self) -> dict[str, int | None]:
        """What the side list counts; None where that is not known."""
        model = self.screen.side.statuses.model()
        entries: list[Entry] = [model.index(at, 0).data(ENTRY) for at in range(model.rowCount())]
        return {entry.text: entry.count for entry in entries if not entry.heading}

    def cell(self, name: str, key: str) -> QPoint:
        """The middle of a cell."""
        index = self.table.rows.index(self.place(name), KEYS.index(key))
        self.table.scrollTo(index)
        middle: QPoint = self.table.visualRect(index).center()
        return middle

    def text(self, name: str, key: str, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What a cell says."""
        return self.table.rows.index(self.place(name), KEYS.index(key)).data(role)

    def click(self, name: str, key: str = "status", held: Qt.KeyboardModifier = NO_KEYS) -> None:
        """Click a cell."""
        QTest.mouseClick(self.table.viewport(), LEFT, held, self.cell(name, key))
        self.settle()

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = NO_KEYS) -> None:
        """Press a key where the focus is."""
        QTest.keyClick(self.focused(), key, held)
        self.settle()

    def type(self, text: str) -> None:
        """Type letters where the focus is."""
        for letter in text:
            QTest.keyClicks(self.focused(), letter)
        self.settle()

    def focused(self) -> QWidget:
        """What has the focus."""
        focused = self.app.focusWidget()
        assert focused is not None
        return focused

    def push(self, button: QAbstractButton) -> None:
        """Click a button."""
        assert button.isVisible()
        QTest.mouseClick(button, LEFT, NO_KEYS, button.rect().center())
        self.settle()

    def button(self, words: str) -> QAbstractButton:
        """The button that is seen and says so."""
        found = [
            each
            for each in self.screen.findChildren(QAbstractButton)
            if each.isVisible() and each.text() == words
        ]
        assert len(found) == 1, words
        return found[0]

    def words(self) -> str:
        """All labels that are seen."""
        labels = self.screen.findChildren(QLabel)
        return "\n".join(label.text() for label in labels if label.isVisible())

    def pick(self, words: str, held: Qt.KeyboardModifier = NO_KEYS) -> None:
        """Click a line of the side list."""
        statuses = self.screen.side.statuses
        model = statuses.model()
        at = next(at for at in range(model.rowCount()) if model.index(at, 0).data() == words)
        point = statuses.visualRect(model.index(at, 0)).center()
        QTest.mouseClick(statuses.viewport(), LEFT, held, point)
        self.settle()

    def wished(self, name: str) -> list[tuple[Any, ...]]:
        """The arguments of all wishes of a name, in order."""
        return [wish[1:] for wish in self.desk.wished if wish[0] == name]


@contextmanager
def catalogued(
    app: QApplication,
    qtbot: QtBot,
    rows: tuple[Row, ...] | None = ROWS,
    *,
    settings: QSettings | None = None,
    width: int = 1280,
    height: int = 720,
    **state: Any,
) -> Iterator[Catalogued]:
    """The catalogue of some rows (None: nothing is known), opened as the window opens it."""
    locale = QLocale()
    QLocale.setDefault(QLocale("en_GB"))
    app.setStyle(CounterpartStyle())
    theme.apply_appearance(app, "light")
    store = StoreFacts(pos_name="Fern & Flint", online_name="fernandflint", currency="GBP")
    desk = RecordingDesk(replace(AppState(place="shop", store=store), **state))
    if rows is not None:
        desk.catalogue.replace_all(rows)
    screen = CatalogueScreen(desk.wishes, settings, now=lambda: NOW)
    screen.resize(width, height)
    qtbot.addWidget(screen)
    screen.show()
    qtbot.waitExposed(screen)
    screen.activateWindow()
    seen = Catalogued(app, screen, desk)
    seen.tell("place", "store", "reset", "run", "trouble", "settings")
    screen.focus_table()
    seen.settle()
    yield seen
    screen.pictures.finish()
    theme.set_text_scale(app, 100)
    theme.apply_appearance(app, "light")
    QLocale.setDefault(locale)
