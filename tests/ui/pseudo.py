"""A translation into a language that nobody speaks: longer than English, easy to tell from it."""

import re
from functools import cache

from PySide6.QtCore import QTranslator

from app.ui import wording

_ACCENTS = str.maketrans(
    "acdeghijklnorstuwyzACDEGHIJKLNORSTUWYZ", "áčďéğĥíĵķłñóřšťúŵýžÁČĎÉĞĤÍĴĶŁÑÓŘŠŤÚŴÝŽ"
)
_KEPT = re.compile(r"(\{[^{}]*\}|%n|[A-Za-z]+)")
_FORMS = frozenset({"ddd d MMM", "d MMM", "d MMM yyyy"})
"""A day's parts in order: a translation has its own order, not other letters."""

FOREIGN = re.compile(r"[acdeghijklnorstuwyzACDEGHIJKLNORSTUWYZ]")
"""What is in no translated text."""

_LONGER = 1.4


class PseudoTranslator(QTranslator):
    """Every text 1.4 times as long, its letters with accents; placeholders and keys stay."""

    def isEmpty(self) -> bool:  # noqa: N802
        """It knows everything."""
        return False

    def translate(
        self, _context: str, source: str, _disambiguation: str | None = None, n: int = -1
    ) -> str:
        """The text in that language, in the form that a number wants."""
        if source in _FORMS:
            return source
        return pseudo(wording._english(source, n) if n >= 0 else source)


@cache
def pseudo(text: str) -> str:
    """A text in that language."""
    return "".join(
        part if part.startswith(("{", "%")) or not part.isalpha() else _word(part)
        for part in _KEPT.split(text)
    )


def _word(word: str) -> str:
    """Vowels doubled until it is as long as wanted, then its last letter."""
    missing = round(len(word) * _LONGER) - len(word)
    letters = []
    for letter in word:
        letters.append(letter)
        if missing and letter in "aeiouy":
            letters.append(letter)
            missing -= 1
    return "".join([*letters, word[-1] * missing]).translate(_ACCENTS)
