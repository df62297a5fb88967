"""Whether the system asks for little motion (LOOK §8)."""

import sys

from PySide6.QtGui import QGuiApplication

_CLIENT_AREA_ANIMATION = 0x1042
"""Windows: whether what is inside windows may move."""


def system_moves() -> bool:
    """Whether things may move as the system has it; yes where it does not say.

    Qt tells it from the version on that knows of it; Windows is asked itself until then.
    """
    hints = QGuiApplication.styleHints()  # Its parts die with this name (PySide 6.11, 6.12).
    preference = getattr(hints.accessibility(), "motionPreference", None)
    if preference is not None:
        return "Reduce" not in str(preference())
    return _windows_moves()


def _windows_moves() -> bool:
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415 - of use on Windows alone.

        told = ctypes.c_int(1)
        ctypes.windll.user32.SystemParametersInfoW(_CLIENT_AREA_ANIMATION, 0, ctypes.byref(told), 0)
        return bool(told.value)
    return True
