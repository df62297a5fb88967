"""A small picture for tests."""

import struct
import zlib

_SIDE = 64


def png() -> bytes:
    """A grey square as PNG."""
    header = struct.pack(">2I5B", _SIDE, _SIDE, 8, 0, 0, 0, 0)
    rows = (b"\x00" + b"\x80" * _SIDE) * _SIDE
    chunks = ((b"IHDR", header), (b"IDAT", zlib.compress(rows)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(kind, data) for kind, data in chunks)


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
