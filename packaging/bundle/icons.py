"""Draws the icons of all systems from `resources/app.svg`."""

import os
import struct
from pathlib import Path
from typing import TYPE_CHECKING

from bundle.places import ROOT

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

_ICO_SIZES = (16, 20, 24, 32, 40, 48, 64, 256)
_ICNS = {
    *((b"icp4", 16), (b"ic11", 32), (b"icp5", 32), (b"ic12", 64), (b"ic07", 128)),
    *((b"ic13", 256), (b"ic08", 256), (b"ic14", 512), (b"ic09", 512), (b"ic10", 1024)),
}
_PNG_SIZES = (16, 24, 32, 48, 64, 128, 256, 512)
_SMALL = 64
"""Icons up to this size are stored as plain dots, which every part of Windows reads."""


def make(folder: Path) -> None:
    """`counterpart.ico`, `counterpart.icns`, `counterpart-SIZE.png`, and the wizard's picture."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "counterpart.ico").write_bytes(_ico())
    (folder / "counterpart.icns").write_bytes(_icns())
    for size in _PNG_SIZES:
        (folder / f"counterpart-{size}.png").write_bytes(_png(size))
    (folder / "wizard.bmp").write_bytes(_wizard(164, 314))


def _png(size: int) -> bytes:
    return _written(_drawn(size), b"png")


def _written(image: "QImage", kind: bytes) -> bytes:
    from PySide6.QtCore import QBuffer, QByteArray, QIODevice  # noqa: PLC0415 - for this alone.
    from PySide6.QtGui import QImageWriter  # noqa: PLC0415 - as above.

    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(kind)).write(image)
    return bytes(content.data())


def _drawn(size: int) -> "QImage":
    from PySide6.QtGui import QGuiApplication, QImage, QPainter  # noqa: PLC0415 - as above.
    from PySide6.QtSvg import QSvgRenderer  # noqa: PLC0415 - as above.

    QGuiApplication.instance() or QGuiApplication([])
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    QSvgRenderer(str(ROOT / "resources" / "app.svg")).render(painter)
    painter.end()
    return image


def _dots(size: int) -> bytes:
    """An icon as Windows keeps small ones: a header, dots from below, an empty mask."""
    image = _drawn(size)
    lines = [memoryview(image.constScanLine(row)) for row in reversed(range(size))]  # type: ignore[arg-type] # Stubs lag.
    rows = [bytes(line[: size * 4]) for line in lines]
    mask = bytes((size + 31) // 32 * 4 * size)
    header = struct.pack("<IiiHHIIiiII", 40, size, size * 2, 1, 32, 0, 0, 0, 0, 0, 0)
    return header + b"".join(rows) + mask


def _ico() -> bytes:
    contents = [_dots(size) if size <= _SMALL else _png(size) for size in _ICO_SIZES]
    head = struct.pack("<HHH", 0, 1, len(contents))
    at = len(head) + 16 * len(contents)
    for size, content in zip(_ICO_SIZES, contents, strict=True):
        head += struct.pack("<BBBBHHII", size % 256, size % 256, 0, 0, 1, 32, len(content), at)
        at += len(content)
    return head + b"".join(contents)


def _icns() -> bytes:
    parts = []
    for kind, size in sorted(_ICNS):
        content = _png(size)
        parts.append(kind + struct.pack(">I", len(content) + 8) + content)
    body = b"".join(parts)
    return b"icns" + struct.pack(">I", len(body) + 8) + body


def _wizard(width: int, height: int) -> bytes:
    """The picture at the left of the installer's first page: the mark on its own blue."""
    from PySide6.QtGui import QColor, QImage, QPainter  # noqa: PLC0415 - as above.

    mark = _drawn(112)
    image = QImage(width, height, QImage.Format.Format_RGB888)
    image.fill(QColor("#2460A8"))
    painter = QPainter(image)
    painter.drawImage((width - 112) // 2, 60, mark)
    painter.end()
    return _written(image, b"bmp")
