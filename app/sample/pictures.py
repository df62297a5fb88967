"""Product pictures drawn from a number: small PNG files, each different from the others."""

import colorsys
import random
import struct
import zlib

_Primitive = tuple[str, tuple[float, ...], int]
_BACKDROP_TONES = 12
_BODY, _SHADE, _ACCENT, _LIGHT, _FLOOR = range(_BACKDROP_TONES, _BACKDROP_TONES + 5)

# Drawn back to front in a unit square. disc: centre x, y, radius x, y. slab: top, bottom,
# left and right at the top, left and right at the bottom.
_DRAWINGS: dict[str, tuple[_Primitive, ...]] = {
    "mug": (
        ("disc", (0.68, 0.52, 0.15, 0.17), _SHADE),
        ("disc", (0.68, 0.52, 0.08, 0.10), 6),
        ("slab", (0.30, 0.78, 0.24, 0.66, 0.27, 0.63), _BODY),
        ("disc", (0.45, 0.30, 0.21, 0.05), _LIGHT),
        ("slab", (0.46, 0.58, 0.25, 0.65, 0.26, 0.64), _ACCENT),
    ),
    "bottle": (
        ("slab", (0.12, 0.20, 0.43, 0.57, 0.43, 0.57), _ACCENT),
        ("slab", (0.20, 0.36, 0.44, 0.56, 0.34, 0.66), _BODY),
        ("slab", (0.36, 0.82, 0.34, 0.66, 0.34, 0.66), _BODY),
        ("slab", (0.46, 0.68, 0.34, 0.66, 0.34, 0.66), _LIGHT),
        ("slab", (0.52, 0.62, 0.39, 0.61, 0.39, 0.61), _SHADE),
    ),
    "tee": (
        ("slab", (0.22, 0.44, 0.30, 0.70, 0.10, 0.90), _SHADE),
        ("slab", (0.22, 0.82, 0.30, 0.70, 0.28, 0.72), _BODY),
        ("disc", (0.50, 0.22, 0.10, 0.07), 3),
        ("disc", (0.50, 0.50, 0.09, 0.09), _ACCENT),
    ),
    "bowl": (
        ("slab", (0.46, 0.66, 0.13, 0.87, 0.24, 0.76), _BODY),
        ("slab", (0.66, 0.80, 0.24, 0.76, 0.38, 0.62), _BODY),
        ("disc", (0.50, 0.46, 0.37, 0.08), _SHADE),
        ("disc", (0.50, 0.47, 0.31, 0.05), _LIGHT),
    ),
    "box": (
        ("slab", (0.24, 0.34, 0.30, 0.86, 0.20, 0.76), _LIGHT),
        ("slab", (0.34, 0.80, 0.20, 0.76, 0.20, 0.76), _BODY),
        ("slab", (0.44, 0.66, 0.28, 0.68, 0.28, 0.68), _ACCENT),
        ("slab", (0.50, 0.55, 0.34, 0.62, 0.34, 0.62), _LIGHT),
    ),
    "tent": (
        ("slab", (0.24, 0.80, 0.50, 0.50, 0.12, 0.88), _BODY),
        ("slab", (0.24, 0.80, 0.50, 0.50, 0.50, 0.88), _SHADE),
        ("slab", (0.44, 0.80, 0.50, 0.50, 0.40, 0.60), _ACCENT),
    ),
    "ball": (
        ("disc", (0.50, 0.50, 0.32, 0.32), _BODY),
        ("disc", (0.50, 0.50, 0.32, 0.10), _ACCENT),
        ("disc", (0.38, 0.36, 0.09, 0.08), _LIGHT),
    ),
    "lamp": (
        ("slab", (0.44, 0.78, 0.48, 0.52, 0.48, 0.52), _SHADE),
        ("disc", (0.50, 0.80, 0.18, 0.04), _SHADE),
        ("slab", (0.18, 0.48, 0.38, 0.62, 0.26, 0.74), _BODY),
        ("slab", (0.43, 0.48, 0.27, 0.73, 0.26, 0.74), _ACCENT),
    ),
}

SHAPES = tuple(_DRAWINGS)
"""What a picture can show; `seed % len(SHAPES)` decides."""


def picture_seed(shape: str, number: int) -> int:
    """Return the seed of picture `number` of a shape in `SHAPES`."""
    return number * len(SHAPES) + SHAPES.index(shape)


def make_picture(seed: int, size: int = 160) -> bytes:
    """Draw picture `seed` as a square PNG of `size` pixels a side; the same every time."""
    chance = random.Random(seed)
    rows = [bytearray([y * _BACKDROP_TONES // size]) * size for y in range(size)]
    lift, wide = chance.uniform(-0.03, 0.03), chance.uniform(0.88, 1.08)
    _disc(rows, size, (0.5, 0.83 + lift, 0.34 * wide, 0.035), _FLOOR)
    for form, measures, colour in _DRAWINGS[SHAPES[seed % len(SHAPES)]]:
        if form == "disc":
            x, y, across, down = measures
            moved = (0.5 + (x - 0.5) * wide, y + lift, across * wide, down)
            _disc(rows, size, moved, colour)
        else:
            top, bottom, *edges = measures
            spread = [0.5 + (edge - 0.5) * wide for edge in edges]
            _slab(rows, size, (top + lift, bottom + lift, *spread), colour)
    raw = b"".join(b"\0" + row for row in rows)
    head = struct.pack(">IIBBBBB", size, size, 8, 3, 0, 0, 0)
    chunks = ((b"IHDR", head), (b"PLTE", _palette(chance)), (b"IDAT", zlib.compress(raw, 6)))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(*chunk) for chunk in (*chunks, (b"IEND", b"")))


def _disc(rows: list[bytearray], size: int, measures: tuple[float, ...], colour: int) -> None:
    x, y, across, down = (measure * size for measure in measures)
    for line in range(max(0, round(y - down)), min(size, round(y + down))):
        reach = across * max(0.0, 1.0 - ((line + 0.5 - y) / down) ** 2) ** 0.5
        _fill(rows[line], x - reach, x + reach, colour)


def _slab(rows: list[bytearray], size: int, measures: tuple[float, ...], colour: int) -> None:
    top, bottom, left, right, left_end, right_end = (measure * size for measure in measures)
    for line in range(max(0, round(top)), min(size, round(bottom))):
        part = (line + 0.5 - top) / (bottom - top)
        _fill(
            rows[line],
            left + (left_end - left) * part,
            right + (right_end - right) * part,
            colour,
        )


def _fill(row: bytearray, start: float, end: float, colour: int) -> None:
    first, last = max(0, round(start)), min(len(row), round(end))
    if last > first:
        row[first:last] = bytes([colour]) * (last - first)


def _palette(chance: random.Random) -> bytes:
    hue, accent = chance.random(), chance.random()
    full, tone = chance.uniform(0.35, 0.8), chance.uniform(0.55, 0.9)
    wall = chance.uniform(0.03, 0.10)
    colours = [
        colorsys.hsv_to_rgb(accent, wall, 0.98 - 0.012 * step) for step in range(_BACKDROP_TONES)
    ]
    colours += [
        colorsys.hsv_to_rgb(hue, full, tone),
        colorsys.hsv_to_rgb(hue, full, tone * 0.75),
        colorsys.hsv_to_rgb(accent, 0.55, 0.85),
        colorsys.hsv_to_rgb(hue, full * 0.4, min(1.0, tone * 1.25)),
        colorsys.hsv_to_rgb(accent, wall * 2, 0.72),
    ]
    return bytes(round(part * 255) for colour in colours for part in colour)


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
