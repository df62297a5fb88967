"""Translation of texts outside widgets, with English plurals when no translation is loaded."""

import re

from PySide6.QtCore import QCoreApplication, QLocale

_CHOICE = re.compile(r"\{([^{}|]*)\|([^{}|]*)\}")
_ENDING = re.compile(r"\((e?s)\)")


def tr(text: str) -> str:
    """A text in the language of the app."""
    return QCoreApplication.translate("Counterpart", text)


def plural(text: str, n: int) -> str:
    """A text about `n` things, `%n` being the number as the locale writes it.

    The English source marks what depends on the number: `%n product(s)`, `%n match(es)`,
    `%n {change waits|changes wait}`. A translation has a form for each case instead.
    """
    found = QCoreApplication.translate("Counterpart", text, "", n)
    if found == text.replace("%n", str(n)):
        found = _english(text, n)
    else:
        found = found.replace(str(n), "%n", 1)  # Qt has put the bare number in already.
    return found.replace("%n", QLocale().toString(n))


def _english(text: str, n: int) -> str:
    text = _CHOICE.sub(lambda found: found[1] if n == 1 else found[2], text)
    return _ENDING.sub(lambda found: "" if n == 1 else found[1], text)
