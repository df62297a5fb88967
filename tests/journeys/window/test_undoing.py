"""Undo through the window: a sync, the history, an undo, and a look at the online store."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.sample import mutations_pos as pos
from tests.journeys.stage import Stage
from tests.journeys.window.conftest import OpenOn
from tests.journeys.window.hands import CTRL, Hands

Key = Qt.Key
LEFT = Qt.MouseButton.LeftButton


async def click_change(at: Hands, words: str) -> None:
    """Click a line of the chosen run."""
    view = at.window.shop.history.pane.changes
    row = next(n for n, row in enumerate(view.lines.rows) if words in row.spoken)
    place = view.visualRect(view.lines.index(row)).center()
    QTest.mouseClick(view.viewport(), LEFT, pos=place)
    await at.idle()


async def test_a_product_is_put_back_and_stays(shop: Stage, hands: OpenOn) -> None:
    """Only what was picked goes back, and the next sync leaves it."""
    before = {sku: product["price"] for sku, product in shop.products().items()}
    pos.reprice(shop.pos, shop.ids["MUG-1"], 99)
    pos.reprice(shop.pos, shop.ids["LAMP-1"], 98)
    at = await hands(shop)
    await at.click("Sync now")
    assert shop.products()["MUG-1"]["price"] == 99
    await at.press(Key.Key_3, CTRL)
    await at.see("2 products changed")
    await at.see("Started by you")
    await click_change(at, at.row("MUG-1").name)
    await at.click("Undo this product…")
    await at.see("1 product goes back")
    assert shop.products()["MUG-1"]["price"] == 99, "looking sends nothing"
    await at.click("Put back 1 product")
    assert shop.products()["MUG-1"]["price"] == before["MUG-1"]
    assert shop.products()["LAMP-1"]["price"] == 98
    await at.see("1 product put back and checked")
    await at.see("1 product put back, read back and right")
    assert at.row("MUG-1").status == "edited online"
    await at.click("Sync now")
    assert shop.products()["MUG-1"]["price"] == before["MUG-1"]


async def test_a_sync_is_undone_and_the_undo_too(shop: Stage, hands: OpenOn) -> None:
    """Cancel sends nothing; an undo stands in the history and can be undone."""
    before = shop.products()["MUG-1"]["price"]
    pos.reprice(shop.pos, shop.ids["MUG-1"], 99)
    at = await hands(shop)
    await at.click("Sync now")
    await at.click("History")
    await at.click("Undo this sync…")
    await at.click("Cancel")
    assert shop.products()["MUG-1"]["price"] == 99
    await at.click("Undo this sync…")
    await at.click("Put back 1 product")
    assert shop.products()["MUG-1"]["price"] == before
    await at.click("Undo this sync…")
    await at.click("Put back 1 product")
    assert shop.products()["MUG-1"]["price"] == 99
    assert at.row("MUG-1").status == "in sync"


async def test_undo_from_the_product_itself(shop: Stage, hands: OpenOn) -> None:
    """Its panel tells its past, and leads to the undo of one of its changes."""
    before = shop.products()["MUG-1"]["price"]
    pos.reprice(shop.pos, shop.ids["MUG-1"], 99)
    at = await hands(shop)
    await at.click("Sync now")
    await at.click_row("MUG-1", twice=True)
    link = at.button("Undo this…")
    at.window.shop.product.area.ensureWidgetVisible(link)
    await at.click(link)
    await at.see("1 product goes back")
    await at.click("Put back 1 product")
    assert shop.products()["MUG-1"]["price"] == before
