"""Pictures: decoded off the window's thread, within bounds, and never trusted."""

import struct
import threading
import zlib
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.ui import pictures as module
from app.ui import theme
from app.ui.pictures import Pictures, Wanted, decoded, paint_placeholder, read

RED, BLUE = QColor("#cc0000"), QColor("#0000cc")


def encoded(form: str = "PNG", width: int = 60, height: int = 40, colour: QColor = RED) -> bytes:
    """A picture of one colour, blue at its left and right ends."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(colour)
    painter = QPainter(image)
    painter.fillRect(QRect(0, 0, 4, height), BLUE)
    painter.fillRect(QRect(width - 4, 0, 4, height), BLUE)
    painter.end()
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    assert image.save(buffer, form)  # type: ignore[call-overload]
    return bytes(content.data())


def bomb(width: int, height: int) -> bytes:
    """A PNG that says it is enormous."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        body = kind + data
        return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", b"") + chunk(b"IEND", b"")


class Shop:
    """Where pictures come from; `asked` notes what was asked for."""

    def __init__(self) -> None:
        self.pictures: dict[str, bytes] = {}
        self.asked: list[str] = []

    def __call__(self, ref: str) -> bytes | None:
        """A picture's bytes if they are here."""
        self.asked.append(ref)
        return self.pictures.get(ref)


@pytest.fixture
def shop() -> Shop:
    """An empty one."""
    return Shop()


@pytest.fixture
def held(qapp: QApplication, shop: Shop) -> Iterator[Pictures]:
    """Pictures of the shop, in light."""
    theme.apply_appearance(qapp, "light")
    made = Pictures(shop)
    yield made
    made.finish()
    theme.apply_appearance(qapp, "light")


def wait(qtbot: QtBot, held: Pictures, ref: str, side: int = 32) -> QImage:
    """The picture once it can be painted."""
    qtbot.waitUntil(lambda: held.pixmap(ref, side, 1.0) is not None)
    found = held.pixmap(ref, side, 1.0)
    assert found is not None
    return found.toImage()


def test_a_picture_comes_later_as_a_square_with_round_corners(
    held: Pictures, shop: Shop, qtbot: QtBot
) -> None:
    """Its middle fills the square; asking never waits."""
    shop.pictures["a"] = encoded()
    assert held.pixmap("a", 32, 1.0) is None
    with qtbot.waitSignal(held.ready) as told:
        pass
    assert told.args == [frozenset({"a"})]
    image = wait(qtbot, held, "a")
    assert (image.width(), image.height()) == (32, 32)
    assert image.pixelColor(16, 16) == RED
    assert image.pixelColor(1, 16) == RED, "the ends are cut off"
    assert image.pixelColor(0, 0).alpha() == 0
    assert shop.asked == ["a"], "what is kept is not asked for again"


def test_pictures_are_as_sharp_as_the_screen(held: Pictures, shop: Shop, qtbot: QtBot) -> None:
    """Size times ratio, once for each."""
    shop.pictures["a"] = encoded(width=300, height=300)
    qtbot.waitUntil(lambda: held.pixmap("a", 32, 1.5) is not None)
    found = held.pixmap("a", 32, 1.5)
    assert found is not None
    assert (found.width(), found.devicePixelRatio()) == (48, 1.5)


def test_what_is_on_its_way_is_asked_for_once(held: Pictures, shop: Shop, qtbot: QtBot) -> None:
    """Until the shop tells that it came."""
    for _ in range(3):
        assert held.pixmap("a", 32, 1.0) is None
        qtbot.wait(10)
    assert shop.asked == ["a"]
    shop.pictures["a"] = encoded()
    with qtbot.waitSignal(held.ready):
        held.changed({"a"})
    assert wait(qtbot, held, "a").pixelColor(16, 16) == RED


def test_a_picture_that_changed_is_decoded_anew(held: Pictures, shop: Shop, qtbot: QtBot) -> None:
    """The old one is forgotten."""
    shop.pictures["a"] = encoded()
    wait(qtbot, held, "a")
    shop.pictures["a"] = encoded(colour=QColor("#00aa00"))
    held.changed({"a"})
    assert wait(qtbot, held, "a").pixelColor(16, 16) == QColor("#00aa00")


def test_in_dark_pictures_keep_most_of_their_brightness(
    qapp: QApplication, held: Pictures, shop: Shop, qtbot: QtBot
) -> None:
    """86 per cent."""
    shop.pictures["a"] = encoded()
    theme.apply_appearance(qapp, "dark")
    assert abs(wait(qtbot, held, "a").pixelColor(16, 16).red() - round(0xCC * 0.86)) <= 2


HOSTILE: dict[str, Callable[[], bytes]] = {
    "nothing": lambda: b"",
    "text": lambda: b"<html>Not found</html>",
    "half a picture": lambda: encoded()[:60],
    "a bomb": lambda: bomb(60_000, 60_000),
    "no size": lambda: bomb(0, 0),
    "a drawing": lambda: b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>',
    "an icon file": lambda: encoded("ICO"),
    "zeros": lambda: bytes(5000),
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_hostile_pictures_give_none(kind: str, held: Pictures, shop: Shop, qtbot: QtBot) -> None:
    """And are not tried again and again."""
    shop.pictures["bad"] = HOSTILE[kind]()
    shop.pictures["good"] = encoded()
    held.pixmap("bad", 32, 1.0)
    wait(qtbot, held, "good")
    qtbot.wait(50)
    for _ in range(3):
        assert held.pixmap("bad", 32, 1.0) is None
        qtbot.wait(5)
    assert shop.asked.count("bad") == 1


def test_pictures_that_are_too_large_are_not_even_tried(
    held: Pictures, shop: Shop, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By the bytes that come."""
    monkeypatch.setattr(module, "MOST_BYTES", 10)
    shop.pictures["a"] = encoded()
    held.pixmap("a", 32, 1.0)
    qtbot.wait(50)
    assert held.pixmap("a", 32, 1.0) is None
    assert shop.asked == ["a"]


def test_long_thin_pictures_do_no_harm() -> None:
    """One dot high, and thousands wide."""
    image = decoded(encoded(width=3000, height=1), 32, Wanted("a", 32, 1.0, False))
    assert (image.width(), image.height()) == (32, 32)


def test_a_picture_is_read_no_larger_than_it_need_be() -> None:
    """Its shorter side is what is asked for, or less where it has less."""
    assert min(read(encoded(width=600, height=400), 32).size().toTuple()) == 32
    assert read(encoded(width=20, height=10), 32).size().toTuple() == (20, 10)


def test_decoding_happens_elsewhere(
    held: Pictures, shop: Shop, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Never on the window's thread."""
    threads: list[int] = []
    real = module.decoded

    def noting(content: bytes, dots: int, wanted: Wanted) -> QImage:
        threads.append(threading.get_ident())
        return real(content, dots, wanted)

    monkeypatch.setattr(module, "decoded", noting)
    shop.pictures["a"] = encoded()
    wait(qtbot, held, "a")
    assert threads
    assert threading.get_ident() not in threads


def test_what_was_scrolled_past_is_dropped(held: Pictures, shop: Shop, qtbot: QtBot) -> None:
    """Of thousands of wishes in one go the newest are asked for, a screen full."""
    for number in range(5000):
        held.pixmap(f"p{number}", 32, 1.0)
    qtbot.wait(60)
    assert shop.asked[0] == "p4999"
    assert len(shop.asked) <= 64


def test_what_is_kept_is_bounded(
    held: Pictures, shop: Shop, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The one not painted for longest goes."""
    monkeypatch.setattr(module, "_KEPT_BYTES", 3 * 32 * 32 * 4)
    for name in "abcd":
        shop.pictures[name] = encoded()
        wait(qtbot, held, name)
        held.pixmap("a", 32, 1.0)
    asked = len(shop.asked)
    assert held.pixmap("a", 32, 1.0) is not None
    assert held.pixmap("b", 32, 1.0) is None
    qtbot.waitUntil(lambda: len(shop.asked) == asked + 1)


def test_forgetting_begins_anew(held: Pictures, shop: Shop, qtbot: QtBot) -> None:
    """Other stores have other pictures under the same names."""
    shop.pictures["a"] = encoded()
    wait(qtbot, held, "a")
    shop.pictures["a"] = encoded(colour=QColor("#00aa00"))
    held.forget()
    assert wait(qtbot, held, "a").pixelColor(16, 16) == QColor("#00aa00")


def test_the_placeholder_is_a_quiet_square(qapp: QApplication) -> None:
    """A frame with hills on sunken ground."""
    theme.apply_appearance(qapp, "light")
    image = QImage(32, 32, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    paint_placeholder(painter, QRect(0, 0, 32, 32), theme.current())
    painter.end()
    assert image.pixelColor(16, 3) == theme.current().sunken
    assert image.pixelColor(0, 0).alpha() < 255
    colours = {image.pixelColor(x, y).name() for x in range(32) for y in range(32)}
    assert len(colours) > 3, "the icon is drawn"
