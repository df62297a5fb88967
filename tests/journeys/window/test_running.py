"""Runs seen through the window: faults, pausing, stopping, closing, and using it meanwhile."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.sample import mutations_pos as pos
from app.sample import mutations_till as till
from app.sample.faults import Fault
from tests.journeys.stage import Stage
from tests.journeys.window.conftest import OpenOn
from tests.journeys.window.hands import CTRL, SHIFT, Hands

Key = Qt.Key


def slow_down(stage: Stage, seconds: float = 0.15) -> None:
    """Let the online store take its time."""
    stage.ecom.knobs = replace(stage.ecom.knobs, latency_seconds=seconds)


async def begin_first_sync(at: Hands) -> None:
    """Apply the first sync's preview, and wait until something was sent."""
    await at.press(Key.Key_S, CTRL | SHIFT)
    await at.see("This is the first sync")
    slow_down(at.stage)
    at.button("Apply 8 changes").click()
    await at.until(lambda: at.controller.state.run.total, "sending")


async def test_a_refused_product_is_told_and_retried(shop: Stage, hands: OpenOn) -> None:
    """One product is refused: the log says why, the others go; *Retry* sends it again."""
    pos.reprice(shop.pos, shop.ids["LAMP-1"], 95.0)
    till.count_stock(shop.pos, shop.ids["MUG-1"], shop.outlets[0], 3)
    at = await hands(shop)
    lamp = shop.products()["LAMP-1"]["id"]
    shop.ecom.faults.add(Fault("402_suspended", method="PUT", path=f"*/products/{lamp}"))
    await at.press(Key.Key_J, CTRL)
    await at.click("Sync now")
    assert at.row("LAMP-1").status == "failed"
    assert at.row("MUG-1").status == "in sync"
    await at.see("1 changed, 1 failed")
    shop.ecom.faults.clear()
    await at.press(Key.Key_R, CTRL)
    assert at.row("LAMP-1").status == "in sync"
    await at.see("1 changed, nothing failed")


async def test_pause_stop_and_go_on_later(fresh: Stage, hands: OpenOn) -> None:
    """Paused, the window says so; stopped, the rest waits; the next sync ends the work."""
    at = await hands(fresh)
    await at.press(Key.Key_J, CTRL)
    await begin_first_sync(at)
    at.button("Pause").click()
    await at.see("Go on")
    at.button("Go on").click()
    await at.see("Pause")
    at.button("Stop safely").click()
    await at.idle()
    slow_down(fresh, 0.0)
    assert at.controller.state.last is not None
    assert at.controller.state.last.exit == 130
    await at.see("Stopped after")
    await at.press(Key.Key_S, CTRL | SHIFT)
    if at.controller.state.preview is not None:
        await at.press(Key.Key_S, CTRL | SHIFT)
        await at.press(Key.Key_Return)
    await at.see("Nothing waits")
    assert len(fresh.products()) == 8


async def test_closing_during_a_run_asks_once(fresh: Stage, hands: OpenOn) -> None:
    """The question has a safe answer; *stay* goes on, *stop* ends the run and then the app."""
    at = await hands(fresh)
    await begin_first_sync(at)
    at.window.close()
    await at.see("A sync is running")
    assert at.window.isVisible()
    await at.press(Key.Key_Escape)
    assert at.window.isVisible()
    slow_down(fresh, 0.3)
    if at.controller.state.run.active:
        at.window.close()
        await at.see("A sync is running")
        at.button("Stop safely, then close").click()
    else:
        at.window.close()
    await at.until(at.controller.closed.is_set, "the end")
    assert not at.controller.state.run.active


async def test_the_window_is_used_while_a_run_goes(fresh: Stage, hands: OpenOn) -> None:
    """During a sync products are searched, ticked and opened."""
    at = await hands(fresh)
    await begin_first_sync(at)
    at.window.activateWindow()
    at.table.setFocus()
    QTest.keyClick(at.window, Key.Key_F, CTRL)
    search = at.window.focusWidget()
    assert search is not None
    QTest.keyClicks(search, "oil")
    model = at.table.model()
    assert model.rowCount() == 1
    at.controller.open_product(at.row("OIL-1").id)
    await at.until(at.window.shop.product.isVisible, "the panel")
    slow_down(fresh, 0.0)
    await at.idle()
    assert len(fresh.products()) == 8


async def test_what_the_guard_holds_back(shop: Stage, hands: OpenOn) -> None:
    """Much at once opens the preview with the safe answer under the keyboard."""
    for number in range(1, 6):
        pos.reprice(shop.pos, shop.ids[f"PLATE-{number}"], 1000.0 + number)
    till.count_stock(shop.pos, shop.ids["LAMP-1"], shop.outlets[0], 9)
    at = await hands(shop)
    await at.click("Sync now")
    await at.see("5 prices would move by more than half")
    assert shop.products()["LAMP-1"]["quantity"] == 3
    focused = at.window.focusWidget()
    assert focused is not None
    assert focused.isVisible()
    assert "Leave these 5 out" in str(focused.property("text"))
    await at.press(Key.Key_Return)
    await at.click("Apply 1 change")
    shown = shop.products()
    assert shown["LAMP-1"]["quantity"] == 9
    assert shown["PLATE-1"]["price"] == 11.0
    await at.see("5 changes")
