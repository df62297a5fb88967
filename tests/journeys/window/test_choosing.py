"""What a manager does in the catalogue: ticking, undoing, searching, linking, outlets, settings."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QPushButton

from app.sample import mutations_ecom as online
from tests.journeys.stage import Stage
from tests.journeys.window.conftest import OpenOn
from tests.journeys.window.hands import CTRL, SHIFT

Key = Qt.Key


async def test_ticks_are_undone_by_keys(shop: Stage, hands: OpenOn) -> None:
    """Space sells a product online, Ctrl+Z takes it back, Shift+Space does as the POS says."""
    at = await hands(shop)
    await at.click_row("OIL-1")
    await at.press(Key.Key_Space)
    assert at.row("OIL-1").status == "to be created"
    await at.see("1 change")
    await at.press(Key.Key_Z, CTRL)
    assert at.row("OIL-1").status == "not sold online"
    await at.press(Key.Key_Z, CTRL | SHIFT)
    assert at.row("OIL-1").flag == "on"
    at.table.setFocus()
    await at.press(Key.Key_Space, SHIFT)
    assert at.row("OIL-1").flag == "follow"


async def test_a_tick_is_undone_from_the_strip(shop: Stage, hands: OpenOn) -> None:
    """The strip says what was just done and offers to undo it."""
    at = await hands(shop)
    await at.click_row("OIL-1", 0)
    assert at.row("OIL-1").flag == "on"
    await at.click("Undo")
    assert at.row("OIL-1").flag == "follow"


async def test_search_narrows_and_escape_clears(shop: Stage, hands: OpenOn) -> None:
    """A letter typed in the table begins a search; Esc shows everything again."""
    at = await hands(shop)
    at.table.setFocus()
    everything = at.table.model().rowCount()
    await at.press(Key.Key_P)
    await at.type("late 3")
    assert at.table.model().rowCount() == 1
    await at.press(Key.Key_Escape)
    assert at.table.model().rowCount() == everything


async def test_copied_rows_are_text(shop: Stage, hands: OpenOn) -> None:
    """Ctrl+C puts the chosen rows on the clipboard, with a header."""
    at = await hands(shop)
    await at.click_row("LAMP-1")
    await at.press(Key.Key_C, CTRL)
    lines = QApplication.clipboard().text().splitlines()
    assert len(lines) == 2
    assert "Reading lamp" in lines[1]
    assert "LAMP-1" in lines[1]


async def test_an_online_edit_is_kept_from_the_panel(shop: Stage, hands: OpenOn) -> None:
    """The panel shows an edit made online and keeps it on a click."""
    online.edit_price(shop.ecom, int(shop.products()["LAMP-1"]["id"]), 80.0)
    at = await hands(shop)
    await at.click_row("LAMP-1")
    await at.press(Key.Key_Return)
    await at.see("Why does the shop say 3?")
    keep = next(b for b in at.shown(QPushButton) if b.text() == "Keep the online edit")
    await at.click(keep)
    assert at.row("LAMP-1").why == ("kept", "price")
    await at.press(Key.Key_Escape)
    assert not at.window.shop.product.isVisible()


async def test_outlets_are_chosen_with_their_effect(shop: Stage, hands: OpenOn) -> None:
    """Another outlet is ticked with the keyboard; its effect is said before it is kept."""
    at = await hands(shop)
    await at.press(Key.Key_2, CTRL)
    await at.see("Online stock is the sum of the ticked outlets.")
    assert at.controller.state.outlets is not None
    ticked = [line.ticked for line in at.controller.state.outlets.outlets]
    await at.press(Key.Key_Down)
    await at.press(Key.Key_Space)
    await at.see("Keep this choice")
    await at.tab_to_button("Keep this choice")
    await at.press(Key.Key_Return)
    assert [line.ticked for line in at.controller.state.outlets.outlets] != ticked


async def test_settings_take_effect(shop: Stage, hands: OpenOn) -> None:
    """A field switched off in the settings waits no longer."""
    from app.sample import mutations_pos as pos  # noqa: PLC0415 - beside its one use.

    pos.rename(shop.pos, shop.ids["LAMP-1"], "Desk lamp")
    at = await hands(shop)
    await at.see("1 change")
    await at.press(Key.Key_4, CTRL)
    await at.press(Key.Key_Down)
    switch = at.window.findChild(QAbstractButton, "fields.name.sync")
    assert switch is not None
    await at.click(switch)
    await at.see("Nothing waits")


async def test_every_way_by_keys_is_in_a_menu(shop: Stage, hands: OpenOn) -> None:
    """Each act of the window stands in a menu, and every shortcut belongs to one act alone."""
    at = await hands(shop)
    keys = [
        keys.toString()
        for action in at.window.menus.actions.values()
        for keys in action.shortcuts()
    ]
    assert len(keys) == len(set(keys))
    wanted = {
        *("Ctrl+1", "Ctrl+2", "Ctrl+4", "Ctrl+F", "Ctrl+E", "Ctrl+J", "Ctrl+D", "Ctrl+Z"),
        *("F5", "F6", "F8", "Shift+F8", "Shift+F6", "Ctrl+R", "Ctrl+W", "Ctrl+Q", "Ctrl+0"),
        *("Ctrl+Shift+S", "Ctrl+Shift+P", "Ctrl+.", "Ctrl+Shift+Z", "Ctrl+Return"),
    }
    assert wanted <= set(keys)
