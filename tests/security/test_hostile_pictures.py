"""Pictures made to do harm: nothing is decoded but a few plain kinds, within bounds."""

import struct
import time
import zlib
from pathlib import Path

import pytest
from PySide6.QtCore import QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from app.connectors.pictures import is_picture
from app.ui.pictures import FORMATS, Wanted, decoded, read
from tests.ui.test_pictures import encoded

XLINK = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
PAGE = b'<svg onload="alert(1)"><script>alert(1)</script></svg>'


def _chunk(kind: bytes, data: bytes) -> bytes:
    body = kind + data
    return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))


def _png(width: int, height: int, depth: int = 1, colour: int = 0) -> bytes:
    """A true PNG all of one colour: its bytes pack a thousand to one."""
    channels = {0: 1, 2: 3, 6: 4}[colour]
    row = bytes(1 + (width * depth * channels + 7) // 8)
    packer = zlib.compressobj(9)
    packed = b"".join(packer.compress(row) for _ in range(height)) + packer.flush()
    head = struct.pack(">IIBBBBB", width, height, depth, colour, 0, 0, 0)
    chunks = _chunk(b"IHDR", head) + _chunk(b"IDAT", packed) + _chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + chunks


def _gif(frames: int, width: int = 4) -> bytes:
    """An animation."""
    head = b"GIF89a" + struct.pack("<HHBBB", width, width, 0x80, 0, 0) + b"\xff\x00\x00\x00\xff\x00"
    frame = b"\x2c" + struct.pack("<HHHHB", 0, 0, width, width, 0) + b"\x02\x03\x84\x8f\x05\x00"
    return head + frame * frames + b"\x3b"


@pytest.mark.parametrize(
    "content",
    [
        _png(50_000, 50_000),
        _png(1_000_000, 65),
        encoded()[:60],
        encoded("JPG")[:100],
        b"GIF89a" + PAGE,
        b"\x89PNG\r\n\x1a\n" + PAGE,
        b"\xff\xd8\xff" + PAGE,
        b"RIFF" + struct.pack("<I", 2**31) + b"WEBPVP8L" + bytes(64),
        b"GIF89a" + struct.pack("<HHBBB", 65535, 65535, 0, 0, 0),
        b"BM" + struct.pack("<IIIIiiHHIIiiII", 100, 0, 54, 40, -(2**31), 2**31 - 1, *(1,) * 8),
        b"II*\x00" + bytes(100),
    ],
    ids=[
        *("bomb", "thin bomb", "cut png", "cut jpeg", "svg as gif", "svg as png", "svg as jpeg"),
        *("webp", "huge gif", "bmp", "tiff"),
    ],
)
def test_nothing_comes_of_them_and_soon(qapp: QApplication, content: bytes) -> None:
    """No picture, no wait, no crash."""
    qapp.processEvents()
    began = time.perf_counter()
    before = qInstallMessageHandler(lambda *_: None)
    try:
        image = read(content, 32)
    finally:
        qInstallMessageHandler(before)
    assert image.isNull() or max(image.size().toTuple()) <= 100
    assert time.perf_counter() - began < 2


def test_a_bomb_is_small_to_send() -> None:
    """The largest picture that is tried is not refused for its bytes alone."""
    assert len(_png(8_000, 8_000)) < 20_000


@pytest.mark.parametrize("packed", [False, True])
def test_drawings_are_not_even_opened(qapp: QApplication, tmp_path: Path, packed: bool) -> None:
    """An SVG could name files and other hosts: it is refused before anything of it is read."""
    qapp.processEvents()
    secret = tmp_path / "secret.png"
    drawing = (
        f'<svg {XLINK} width="40" height="40" onload="alert(1)"><script>alert(1)</script>'
        f'<image xlink:href="file://{secret}" width="9" height="9"/>'
        '<image xlink:href="https://tracker.example/x.png" width="9" height="9"/></svg>'
    ).encode()
    if packed:
        packer = zlib.compressobj(9, zlib.DEFLATED, 31)
        drawing = packer.compress(drawing) + packer.flush()
    said: list[str] = []

    def hear(_kind: QtMsgType, _where: object, text: str) -> None:
        said.append(text)

    before = qInstallMessageHandler(hear)
    try:
        assert read(drawing, 32).isNull()
    finally:
        qInstallMessageHandler(before)
    assert said == [], "Qt tried to follow what the drawing names"
    assert not is_picture(drawing)


def test_only_plain_kinds_are_decoded() -> None:
    """None that can run, refer elsewhere or hold others."""
    assert {"jpeg", "png", "gif", "webp", "bmp"} == {kind.decode() for kind in FORMATS}


def test_an_animation_is_its_first_frame(qapp: QApplication) -> None:
    """However many there are."""
    qapp.processEvents()
    began = time.perf_counter()
    image = decoded(_gif(200_000), 32, Wanted("a", 32, 1.0, False))
    assert image.size().toTuple() == (32, 32)
    assert time.perf_counter() - began < 2


def test_what_stands_behind_a_picture_is_left_alone(qapp: QApplication) -> None:
    """A page or an archive hung onto a picture changes nothing of it."""
    qapp.processEvents()
    hung = encoded() + PAGE + b"PK\x03\x04" + bytes(1000)
    assert read(hung, 32) == read(encoded(), 32)
