"""A product panel on the screen with a desk behind it, driven by clicks and keys."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from decimal import Decimal
from typing import Any

from PySide6.QtCore import QBuffer, QByteArray, QLocale, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.domain.product import Outlet
from app.facts.extras import Extra, PictureAddress
from app.facts.product import (
    FieldLine,
    OutletLine,
    PastChange,
    ProductFacts,
    StockStory,
    Value,
)
from app.facts.rows import Row, altered
from app.facts.state import AppState, Part, StoreFacts
from app.ui import theme
from app.ui.screens.product import ProductPanel
from app.ui.screens.product_row import FieldRow
from app.ui.style import CounterpartStyle
from tests.ui.desk import RecordingDesk

LEFT = Qt.MouseButton.LeftButton
KEY = Qt.Key

NOW = datetime(2026, 5, 13, 10, 48).timestamp()  # noqa: DTZ001
"""Local, as the screens show it."""

READ = int(datetime(2026, 5, 13, 10, 42).timestamp())  # noqa: DTZ001
NEXT = datetime(2026, 5, 13, 11, 0).timestamp()  # noqa: DTZ001

STORE = StoreFacts(
    pos_name="Fern & Flint",
    online_name="fernandflint",
    currency="GBP",
    weight_unit="KILOGRAM",
    size_unit="CM",
)
HIGH_STREET, WAREHOUSE = Outlet("hs", "High Street"), Outlet("wh", "Warehouse")
HARBOUR = Outlet("hb", "Harbour")
DESCRIPTION = "Pre-seasoned, oven-safe cast iron with a helper handle and two pouring lips."


def agrees(field: str, value: Value, **more: Any) -> FieldLine:
    """A field that is the same on both sides."""
    return FieldLine(field, "same", value, value, equal=True, **more)


def address(side: str, number: int) -> PictureAddress:
    """Where a picture is found."""
    return PictureAddress(
        f"{side}{number}", f"https://{side}/{number}/small", f"https://{side}/{number}/large"
    )


def story(**changes: Any) -> StockStory:
    """The stock of the skillet: two outlets ticked, one not."""
    given: dict[str, Any] = {
        "variant": "p1",
        "variant_name": "",
        "outlets": (
            OutletLine(HIGH_STREET, True, True, Decimal(3)),
            OutletLine(WAREHOUSE, True, False, Decimal(8)),
            OutletLine(HARBOUR, False, False, Decimal(5)),
        ),
        "total": 11,
        "buffer": 0,
        "held": (),
        "taken": 0,
        "should": 11,
        "shows": 14,
        "goes": True,
    }
    return StockStory(**{**given, **changes})


ROW = Row(
    "p1",
    "Cast Iron Skillet, 26 cm",
    "SKI-26",
    "update waiting",
    ("fields", "price", "stock"),
    sell_online=True,
    follows=True,
    goes=True,
    active="yes",
    shown="yes",
    picture="p1",
    ecom_id=7,
    synced=READ,
)
PRICE = FieldLine("price", "goes", Decimal("54.00"), Decimal("49.50"))
STOCK = FieldLine("stock", "goes", 11, 14)
NAME = agrees("name", "Cast Iron Skillet, 26 cm")
SKILLET = ProductFacts(
    row=ROW,
    barcode="5012345678917",
    lines=(
        NAME,
        agrees("category", ("Kitchen / Pans",)),
        agrees("description", DESCRIPTION),
        agrees("brand", "Hearth & Iron"),
        agrees("sku", "SKI-26"),
        agrees("barcode", "5012345678917"),
        agrees("enabled", True),
        STOCK,
        PRICE,
        agrees("images", 3),
        agrees("weight", Decimal("2.35")),
        agrees("dimensions", ("44", "27", "6.5")),
    ),
    stocks=(story(),),
    pos_pictures=tuple(address("pos", n) for n in range(3)),
    online_pictures=tuple(address("online", n) for n in range(3)),
    pos_extras=(Extra("supplier", "Marsh Foundry"),),
    online_extras=(Extra("compare_to_price", Decimal("65.00")),),
    history=(
        PastChange(9, READ, "update", "done", "", (("price", Decimal("45.00"), Decimal("49.50")),)),
    ),
    online_page="https://shop.example/skillet",
    pos_page="https://till.example/product/p1",
    linked=True,
    read_at=READ,
)


def with_lines(*lines: FieldLine, facts: ProductFacts = SKILLET, **row: Any) -> ProductFacts:
    """The skillet with these lines in the place of its own of the same fields."""
    named = {line.field for line in lines if not line.variant}
    kept = tuple(line for line in facts.lines if line.field not in named)
    return replace(facts, lines=(*kept, *lines), row=altered(facts.row, **row))


def picture(colour: str, width: int = 160, height: int = 160) -> bytes:
    """A picture as a store sends it."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor(colour))
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(content.data())


@dataclass
class Panelled:
    """The panel, and what is needed to look at it and press what is in it."""

    app: QApplication
    panel: ProductPanel
    desk: RecordingDesk

    def tell(self, *parts: Part, ids: frozenset[str] = frozenset(), **changes: Any) -> None:
        """Change facts and tell the panel."""
        self.panel.refresh(self.desk.now(*parts, ids=ids, **changes))
        self.settle()

    def show(self, facts: ProductFacts, **changes: Any) -> None:
        """Other facts of the product, or another product."""
        self.tell("product", product=facts, product_key=facts.row.id, **changes)

    def settle(self) -> None:
        """Let everything be laid out, however busy the computer is."""
        for _ in range(4):
            QApplication.sendPostedEvents()
            QTest.qWait(5)

    def click(self, widget: QWidget) -> None:
        """Press something, which must be seen."""
        assert widget.isVisible(), widget.accessibleName()
        QTest.mouseClick(widget, LEFT, pos=widget.rect().center())
        self.settle()

    def press(self, key: Qt.Key) -> None:
        """Press a key where the focus is."""
        QTest.keyClick(self.focused(), key)
        self.settle()

    def focused(self) -> QWidget:
        """What has the focus."""
        focused = self.app.focusWidget()
        assert focused is not None
        return focused

    def row(self, field: str, variant: str = "") -> FieldRow:
        """The row of a field."""
        found = [
            row
            for row in self.panel.fields.rows()
            if (line := row.line()) is not None and (line.field, line.variant) == (field, variant)
        ]
        (one,) = found
        return one

    def shown_fields(self) -> list[str]:
        """The fields that can be seen, from top to bottom."""
        lines = [row.line() for row in self.panel.fields.rows() if row.isVisible()]
        return [line.field for line in lines if line is not None]

    def words(self) -> str:
        """All words that can be seen, from the first widget to the last."""
        labels = self.panel.findChildren(QLabel)
        return "\n".join(label.text() for label in labels if label.isVisible())

    @property
    def wished(self) -> list[tuple[Any, ...]]:
        """What was wished for."""
        return self.desk.wished


@contextmanager
def panelled(
    app: QApplication,
    qtbot: QtBot,
    facts: ProductFacts | None = SKILLET,
    *,
    width: int = 440,
    height: int = 900,
    apart: bool = False,
    rows: tuple[Row, ...] = (),
    **state: Any,
) -> Iterator[Panelled]:
    """The panel of some product, as the window shows it."""
    locale = QLocale()
    QLocale.setDefault(QLocale("en_GB"))
    app.setStyle(CounterpartStyle())
    theme.apply_appearance(app, "light")
    key = facts.row.id if facts is not None else "p1"
    given = {"product_key": key, "product": facts, "next_look": NEXT, "store": STORE, **state}
    desk = RecordingDesk(AppState(place="shop", **given))
    desk.catalogue.replace_all(rows)
    panel = ProductPanel(desk.wishes, apart=apart, now=lambda: NOW)
    panel.resize(width, height)
    qtbot.addWidget(panel)
    panel.show()
    qtbot.waitExposed(panel)
    panel.activateWindow()
    seen = Panelled(app, panel, desk)
    seen.tell("place", "store", "product", "run", "settings")
    yield seen
    panel.finish()
    theme.set_text_scale(app, 100)
    theme.apply_appearance(app, "light")
    QLocale.setDefault(locale)
