"""The language of the window, and the locale that goes with it."""

from pathlib import Path
from typing import Literal, get_args

import PySide6
from PySide6.QtCore import QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from app.ui.icons import resources_folder

Language = Literal["en", "de"]

LANGUAGES: tuple[Language, ...] = get_args(Language)

OWN_NAMES: dict[Language, str] = {"en": "English", "de": "Deutsch"}
"""What each is called by those who speak it: found by whoever can read no other."""

KEPT_AS = "appearance/language"
"""Where the choice is kept: "system" or a language."""

_HOME = {"en": QLocale.Country.UnitedKingdom, "de": QLocale.Country.Germany}
"""Whose dates and numbers a language has where the system's own don't go with it."""


def speak(application: QApplication, choice: str, system: QLocale | None = None) -> Language:
    """Have everything that is made from now on speak a language: "system" or one of ours."""
    system = QLocale.system() if system is None else system
    language = choice if choice in LANGUAGES else of_system(system)
    for former in application.findChildren(QTranslator):
        application.removeTranslator(former)
        former.setParent(None)
    if language != "en":
        for file in (_qt_file(language), _own_file(language)):
            translator = QTranslator(application)
            if translator.load(str(file)):
                application.installTranslator(translator)
    QLocale.setDefault(locale_for(language, system))
    return language


def of_system(system: QLocale) -> Language:
    """The first language of the system's that we have; English where there is none."""
    wanted = (name.replace("_", "-").partition("-")[0] for name in system.uiLanguages())
    return next((one for one in wanted if one in LANGUAGES), "en")


def locale_for(language: Language, system: QLocale) -> QLocale:
    """How numbers and dates are written: as the system does, in words of the window's language."""
    if system.language() != QLocale.Language.C and system.name().startswith(f"{language}_"):
        return system
    spoken = QLocale(language).language()
    there = QLocale(spoken, system.territory())
    if system.language() != QLocale.Language.C and there.territory() == system.territory():
        return there
    # A system without a language writes 1234.5 for everything; a shopkeeper does not.
    return QLocale(spoken, _HOME[language])


def _own_file(language: Language) -> Path:
    return resources_folder() / "translations" / f"counterpart_{language}.qm"


def _qt_file(language: Language) -> Path:
    """Qt's own words: buttons of dialogs, names of keys."""
    qt = Path(PySide6.__file__).parent
    name = f"translations/qtbase_{language}.qm"
    return next((path for path in (qt / "Qt" / name, qt / name) if path.is_file()), qt / name)
