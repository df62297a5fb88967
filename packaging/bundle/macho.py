"""Reads macOS binaries: their halves, what they load, their seals; joins two halves."""

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

_FAT = 0xCAFEBABE
_THIN = 0xFEEDFACF
_ARCHES = {0x01000007: "x86_64", 0x0100000C: "arm64"}
_ALIGN = 14
"""Halves begin at multiples of 2**14, the page of the larger processor."""

_LOADS = {0xC, 0x80000018, 0x8000001F, 0x20}
_ID, _RPATH, _SIGNATURE, _BUILD_VERSION, _MIN_MACOS = 0xD, 0x8000001C, 0x1D, 0x32, 0x24


@dataclass(slots=True)
class Half:
    """The part of a binary for one processor."""

    arch: str
    data: bytes = field(repr=False)
    loads: list[str] = field(default_factory=list)
    rpaths: list[str] = field(default_factory=list)
    floor: str = ""
    """The oldest macOS that it says it runs on."""
    signature: tuple[int, int] | None = None
    """Offset and length of its seal."""


def numbers(version: str) -> tuple[int, ...]:
    """A version of macOS, for comparing."""
    return tuple(int(part) for part in version.split(".") if part)


def is_thin(data: bytes) -> bool:
    """Whether this is a binary for one processor."""
    return len(data) > 32 and struct.unpack_from("<I", data)[0] == _THIN


def is_binary(path: Path) -> bool:
    """Whether a file is a program or library of macOS."""
    with path.open("rb") as file:
        start = file.read(8)
    if len(start) < 8:
        return False
    if struct.unpack("<I", start[:4])[0] == _THIN:
        return True
    magic, count = struct.unpack(">II", start)
    return bool(magic == _FAT and count < 20)  # Java's classes begin alike, with a version here.


def joined(parts: list[bytes]) -> bytes:
    """One binary for several processors."""
    table = struct.pack(">II", _FAT, len(parts))
    body = b""
    for part in sorted(parts, key=lambda data: int(struct.unpack_from("<I", data, 4)[0])):
        cpu, sub = struct.unpack_from("<II", part, 4)
        body += bytes(-len(body) % (1 << _ALIGN))
        table += struct.pack(">IIIII", cpu, sub, (1 << _ALIGN) + len(body), len(part), _ALIGN)
        body += part
    return table + bytes((1 << _ALIGN) - len(table)) + body


def halves(data: bytes) -> list[Half]:
    """Every half of a binary."""
    if is_thin(data):
        return [_half(data)]
    magic, count = struct.unpack_from(">II", data)
    if magic != _FAT:
        return []
    found = []
    for index in range(count):
        _, _, offset, size, _ = struct.unpack_from(">IIIII", data, 8 + 20 * index)
        found.append(_half(data[offset : offset + size]))
    return found


def _half(data: bytes) -> Half:
    cpu, _, _, count = struct.unpack_from("<IIII", data, 4)
    found = Half(_ARCHES.get(cpu, hex(cpu)), data)
    for command, offset, size in _commands(data, count):
        if command in _LOADS:
            found.loads.append(_text(data, offset, size))
        elif command == _RPATH:
            found.rpaths.append(_text(data, offset, size))
        elif command == _SIGNATURE:
            found.signature = struct.unpack_from("<II", data, offset + 8)
        elif command in {_BUILD_VERSION, _MIN_MACOS}:
            at = offset + (12 if command == _BUILD_VERSION else 8)
            packed = struct.unpack_from("<I", data, at)[0]
            found.floor = f"{packed >> 16}.{packed >> 8 & 255}"
    return found


def _commands(data: bytes, count: int) -> Iterator[tuple[int, int, int]]:
    offset = 32
    for _ in range(count):
        command, size = struct.unpack_from("<II", data, offset)
        yield command, offset, size
        offset += size


def _text(data: bytes, offset: int, size: int) -> str:
    start = offset + struct.unpack_from("<I", data, offset + 8)[0]
    return data[start : offset + size].split(b"\0")[0].decode()
