"""The keys of the table of products (LOOK §9), as what they wish for."""

from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

Wish = Literal["", "copy", "menu", "follow", "tick", "open", "escape", "in", "out", "leave", "type"]
"""`in` and `out`: towards a family's variants and back. `leave`: nothing here, and not Qt's."""

_KEYS: dict[tuple[int, bool], Wish] = {
    (Qt.Key.Key_Menu, False): "menu",
    (Qt.Key.Key_F10, True): "menu",
    (Qt.Key.Key_Space, False): "tick",
    (Qt.Key.Key_Space, True): "follow",
    (Qt.Key.Key_Return, False): "open",
    (Qt.Key.Key_Enter, False): "open",
    (Qt.Key.Key_Escape, False): "escape",
}
"""By key and whether Shift is held."""

_SHIFT = Qt.KeyboardModifier.ShiftModifier
_KEYPAD = Qt.KeyboardModifier.KeypadModifier
_NONE = Qt.KeyboardModifier.NoModifier


def wish(event: QKeyEvent, *, mirrored: bool) -> Wish:
    """What a key wishes for; "" leaves it to Qt."""
    if event.matches(QKeySequence.StandardKey.Copy):
        return "copy"
    held, key = event.modifiers() & ~_KEYPAD, event.key()
    if held & ~_SHIFT:
        return "leave" if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) else ""
    known = _KEYS.get((key, held == _SHIFT))
    if known is not None:
        return known
    if held == _NONE and key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
        return "in" if (key == Qt.Key.Key_Right) != mirrored else "out"
    return "type" if _is_letter(event.text()) else ""


def _is_letter(text: str) -> bool:
    return bool(text) and text.isprintable() and not text.isspace()
