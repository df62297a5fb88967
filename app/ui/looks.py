"""How the window looks by the manager's choice: colours, text size, motion; and its language."""

from collections.abc import Callable
from typing import cast

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from app.ui import theme
from app.ui.language import KEPT_AS, LANGUAGES
from app.ui.motion import system_moves
from app.ui.theme import Appearance
from app.ui.turning import keep_still

SIZES = (90, 100, 110, 125, 150)
"""Text sizes, in per cent of the system's."""


class Looks:
    """Applied at once, but for the language; `changed` is called after each choice."""

    def __init__(self, kept: QSettings) -> None:
        self.kept = kept
        self.changed: Callable[[], object] = lambda: None
        size = str(kept.value("appearance/text", "100"))
        self._size = int(size) if size.isdigit() and int(size) in SIZES else 100
        choice = str(kept.value("appearance/colours", "system"))
        self._appearance = choice if choice in ("light", "dark") else "system"
        motion = str(kept.value("appearance/animations", "system"))
        self._animations = motion if motion in ("on", "off") else "system"
        language = str(kept.value(KEPT_AS, "system"))
        self._language: str = language if language in LANGUAGES else "system"
        self._apply()

    @property
    def appearance(self) -> str:
        """One of "system", "light", "dark"."""
        return self._appearance

    @property
    def text_size(self) -> int:
        """In per cent of the system's."""
        return self._size

    def set_appearance(self, choice: str) -> None:
        """Follow the system's colours, or be light or dark."""
        self._appearance = choice
        self.kept.setValue("appearance/colours", choice)
        self._apply()

    def set_text_size(self, percent: int) -> None:
        """Show text at this size."""
        self._size = percent
        self.kept.setValue("appearance/text", str(percent))
        self._apply()

    @property
    def animations(self) -> str:
        """One of "system", "on", "off"."""
        return self._animations

    def set_animations(self, choice: str) -> None:
        """Follow the system's wish about motion, or move always or never."""
        self._animations = choice
        self.kept.setValue("appearance/animations", choice)
        self._apply()

    @property
    def language(self) -> str:
        """One of "system", "en", "de": what the window speaks when it is next opened."""
        return self._language

    def set_language(self, choice: str) -> None:
        """Speak this language from the next start on."""
        self._language = choice
        self.kept.setValue(KEPT_AS, choice)
        self.changed()

    def step(self, by: int) -> None:
        """One size larger or smaller; 0 goes back to the system's."""
        at = 1 if by == 0 else SIZES.index(self._size) + by
        self.set_text_size(SIZES[max(0, min(len(SIZES) - 1, at))])

    def _apply(self) -> None:
        application = cast("QApplication", QApplication.instance())
        theme.apply_appearance(application, cast("Appearance", self._appearance))
        theme.set_text_scale(application, self._size)
        moves = system_moves() if self._animations == "system" else self._animations == "on"
        keep_still(not moves)
        self.changed()
