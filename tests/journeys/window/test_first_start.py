"""From the first start to two stores in step: with the mouse, and with the keyboard alone."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from app.sample import mutations_pos as pos
from app.sample import mutations_till as till
from tests.controller.test_connecting import Ring
from tests.journeys.stage import ECOM_TOKEN, POS_TOKEN, Stage
from tests.journeys.window.conftest import OpenOn
from tests.journeys.window.hands import CTRL, SHIFT

Key = Qt.Key


def unknown(stage: Stage) -> Stage:
    """A computer on which no store was ever connected."""
    for name in ("POS_URL", "POS_TOKEN", "ECOM_TOKEN", "ECOM_STORE_ID"):
        stage.environ.pop(f"COUNTERPART_{name}")
    return stage


async def test_with_the_mouse(bare: Stage, ring: Ring, hands: OpenOn) -> None:
    """Welcome, wizard, outlets, preview, sync, an edit in the POS, sync, in step."""
    at = await hands(unknown(bare))
    await at.click("Connect your stores")
    at.field("Shop address").setFocus()
    await at.type(f"{bare.served.pos_url}/api")
    await at.click(at.field("Access token"))
    await at.type(POS_TOKEN)
    await at.click("Test connection")
    await at.see("Found Harbour & Pine")
    await at.click("Next: online store")
    await at.click(at.field("Store number"))
    await at.type(str(bare.ecom.store_id))
    await at.click(at.field("Secret token"))
    await at.type(ECOM_TOKEN)
    await at.click("Test connection")
    await at.click("Next: outlets")
    assert sorted(ring.kept.values()) == sorted([POS_TOKEN, ECOM_TOKEN])
    await at.choose(at.choice("Register for online orders"), 1)
    await at.click("Finish: read both stores")
    await at.see("8 changes")
    assert not bare.products()
    await at.click("Sync now")
    await at.see("This is the first sync")
    assert not bare.products()
    await at.click("Apply 8 changes")
    await at.see("Nothing waits")
    assert len(bare.products()) == 8
    pos.reprice(bare.pos, bare.ids["LAMP-1"], 95.0)
    await at.choose_in_menu("Sync", "Read both stores")
    await at.see("1 change")
    assert at.row("LAMP-1").status == "update waiting"
    await at.click("Sync now")
    await at.see("Nothing waits")
    assert at.row("LAMP-1").status == "in sync"
    assert bare.products()["LAMP-1"]["price"] == 95.0


async def test_with_the_keyboard_alone(bare: Stage, ring: Ring, hands: OpenOn) -> None:
    """The same way without a mouse: Tab, Enter, Space and the shortcuts of the menus."""
    at = await hands(unknown(bare))
    await at.press(Key.Key_Return)
    await at.tab_to(lambda widget: widget is at.field("Shop address"))
    await at.type(f"{bare.served.pos_url}/api")
    await at.press(Key.Key_Tab)
    await at.type(POS_TOKEN)
    await at.press(Key.Key_Return)
    await at.see("Store number")
    await at.tab_to(lambda widget: isinstance(widget, QLineEdit) and widget.isVisible())
    await at.type(str(bare.ecom.store_id))
    await at.press(Key.Key_Tab)
    await at.type(ECOM_TOKEN)
    await at.press(Key.Key_Return)
    await at.tab_to(lambda widget: widget is at.choice("Register for online orders"))
    await at.press(Key.Key_Down)
    await at.tab_to_button("Finish: read both stores")
    await at.press(Key.Key_Return)
    await at.see("8 changes")
    assert len(ring.kept) == 2
    await at.press(Key.Key_S, CTRL | SHIFT)
    await at.see("This is the first sync")
    await at.press(Key.Key_S, CTRL | SHIFT)
    await at.press(Key.Key_Return)
    await at.see("Nothing waits")
    assert len(bare.products()) == 8
    till.count_stock(bare.pos, bare.ids["LAMP-1"], bare.outlets[0], 1)
    await at.press(Key.Key_F5)
    await at.see("Apply 1 change")
    await at.press(Key.Key_S, CTRL | SHIFT)
    await at.press(Key.Key_Space)
    await at.see("Nothing waits")
