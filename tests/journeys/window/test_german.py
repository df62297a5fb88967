"""The window in German, on stores that are really read, synced and refused by."""

from collections.abc import AsyncIterator

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QApplication

from app.sample import mutations_ecom as online
from app.sample import mutations_pos as pos
from app.sample import mutations_till as till
from app.sample.faults import Fault
from app.ui.language import speak
from app.ui.wording_settings_pages import GROUPS
from tests.controller.test_connecting import Ring
from tests.journeys.stage import Stage
from tests.journeys.window.conftest import OpenOn
from tests.journeys.window.hands import CTRL, SHIFT, Hands
from tests.journeys.window.test_first_start import unknown
from tests.ui import eyes
from tests.ui.english import english_in

Key = Qt.Key

SHOPS_OWN = frozenset({"Size"})
"""An option of the shop's that is called like one of our words."""


@pytest.fixture(autouse=True)
async def spoken(qapp: QApplication) -> AsyncIterator[None]:
    """German, once the loop has made its application; English again afterwards."""
    before = QLocale()
    speak(qapp, "de", QLocale("de_DE"))
    yield
    speak(qapp, "en", QLocale("en_GB"))
    QLocale.setDefault(before)


class Reader:
    """Reads all that a window has shown so far."""

    def __init__(self, at: Hands) -> None:
        self._at = at
        self.texts: set[str] = set()

    def look(self) -> None:
        """Read what is shown now, painted words and what readers say included."""
        with eyes.watching() as painted:
            self._at.window.grab()
        self.texts |= painted.words
        for top in (self._at.window, *self._at._dialogs()):
            self.texts |= {text for _, text in eyes.words(eyes.shown(top), set())}

    def english(self) -> list[str]:
        """What of it is English."""
        return english_in(self.texts, "de", SHOPS_OWN)


async def test_the_first_start_is_german(bare: Stage, ring: Ring, hands: OpenOn) -> None:
    """Welcome and wizard, with a field that is left empty."""
    at = await hands(unknown(bare))
    read = Reader(at)
    read.look()
    await at.click("POS und Shop verbinden")
    await at.click("Verbindung testen")
    read.look()
    assert "Fügen Sie das Token hier ein." in read.texts
    assert ring.kept == {}
    assert read.english() == []


async def test_a_sync_is_german_from_preview_to_history(shop: Stage, hands: OpenOn) -> None:
    """With a change, an edit made online, a refused product and one that waits to be mended."""
    pos.reprice(shop.pos, shop.ids["LAMP-1"], 95.0)
    till.count_stock(shop.pos, shop.ids["MUG-1"], shop.outlets[0], 3)
    lamp = shop.products()["LAMP-1"]["id"]
    online.edit_price(shop.ecom, int(shop.products()["MUG-1"]["id"]), 80.0)
    shop.ecom.faults.add(Fault("402_suspended", method="PUT", path=f"*/products/{lamp}"))
    at = await hands(shop)
    read = Reader(at)
    read.look()
    await at.press(Key.Key_F5)
    await at.see("Vorschau")
    read.look()
    await at.press(Key.Key_J, CTRL)
    await at.press(Key.Key_S, CTRL | SHIFT)
    await at.press(Key.Key_Return)
    await at.see("1 fehlgeschlagen")
    read.look()
    for sku in ("LAMP-1", "MUG-1"):
        await at.click_row(sku)
        read.look()
    for screen in (Key.Key_2, Key.Key_3, Key.Key_4):
        await at.press(screen, CTRL)
        read.look()
    for group in GROUPS:
        at.window.shop.settings.show_group(group)
        await at.idle()
        read.look()
    assert any("erlaubt das in seinem Tarif nicht" in text for text in read.texts)
    assert read.english() == []


async def test_english_is_noticed() -> None:
    """The eye for it: plain texts, those with values, counted ones, sentences of the engine."""
    english = {
        "Sync now",
        "3 products",
        "1 change waits for the next sync.",
        "Saved as a.csv",
        "The online store takes too long to answer.",
        "File",
    }
    german = {"Jetzt abgleichen", "3 Produkte", "POS", "Online", "SKU-1", "Rose & Thorn", ""}
    assert english_in(english | german, "de") == sorted(english)
