"""Tool tips that show what a store wrote, to the letter.

Qt takes a tip that looks like HTML for HTML, with the pictures it names; unlike labels, tips can't
be told not to.
"""

import re

from PySide6 import QtGui

_NOTHING = "\u2060"
"""Takes no room and breaks no line."""
_BEGINS = re.compile("[<&]")


def plain_tip(text: str) -> str:
    """The same text to the eye, and never taken for anything but text."""
    if not QtGui.Qt.mightBeRichText(text):
        return text
    return _BEGINS.sub(lambda sign: sign[0] + _NOTHING, text)
