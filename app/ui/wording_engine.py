"""The engine's sentences in the language of the window.

The engine knows nothing of Qt: it makes plain English sentences. Here a sentence is known again by
the template that it was made from, and the template's translation gets the same values. The
templates are collected from the engine's sources (`packaging/wording/sentences.py`); what is made
by nobody of ours, such as a service's own words, stays as it is.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from PySide6.QtCore import QCoreApplication

from app.ui.icons import resources_folder
from app.ui.wording import tr

_CONTEXT, _WINDOW = "Engine", "Counterpart"
_HOLE = re.compile(r"\{(\w+)\}")
_BREAK = re.compile(r"(?<=[.!?]) (?=[A-Z“`…])")
_MOST_TOGETHER = 6
"""No template has more sentences than that; a service's own words may."""

_LISTED = re.compile(r"(, |; )")
_NAMES = frozenset({"label", "field"})
"""Places where a field's name stands, as the window has it too."""

_DEEPEST = 3
"""Sentences within sentences: an error within a note within a line."""


@dataclass(frozen=True, slots=True)
class _Template:
    text: str
    pieces: tuple[str, ...]
    names: tuple[str, ...]

    @property
    def weight(self) -> int:
        """How much of it is words: the more, the surer it is the right one."""
        return sum(len(piece) for piece in self.pieces)

    def may_be(self, text: str) -> bool:
        """A quick look whether a sentence could be made from it."""
        at = 0
        for piece in self.pieces:
            at = text.find(piece, at)
            if at < 0:
                return False
            at += len(piece)
        return text.startswith(self.pieces[0]) and text.endswith(self.pieces[-1])

    def values(self, text: str, hole: str) -> dict[str, str] | None:
        """What stands in its places; None where a sentence was not made from it."""
        found = _pattern(self.pieces, hole).fullmatch(text) if self.may_be(text) else None
        return dict(zip(self.names, found.groups(), strict=True)) if found else None


@cache
def _pattern(pieces: tuple[str, ...], hole: str) -> re.Pattern[str]:
    return re.compile(hole.join(re.escape(piece) for piece in pieces), re.DOTALL)


_WITHIN_A_SENTENCE = r"((?:(?![.!?] [A-Z“`…]).)*?)"
_ANYTHING = r"(.*?)"


def engine(text: str) -> str:
    """A text of the engine's, of one or several sentences, in the language of the window."""
    return _said(text, _DEEPEST) if text and _is_translated() else text


def _is_translated() -> bool:
    sample = _templates()[0].text
    return QCoreApplication.translate(_CONTEXT, sample) != sample


@cache
def _templates() -> tuple[_Template, ...]:
    """The surest first."""
    file = resources_folder() / "translations" / "sentences.txt"
    lines = file.read_text("utf-8").splitlines()
    made = [
        _Template(line, tuple(_HOLE.split(line)[::2]), tuple(_HOLE.findall(line))) for line in lines
    ]
    return tuple(sorted(made, key=lambda one: -one.weight))


@lru_cache(maxsize=2048)
def _known(text: str, hole: str) -> tuple[str, dict[str, str]] | None:
    """The template that a text was made from, and its values."""
    for template in _templates():
        values = template.values(text, hole)
        if values is not None:
            return template.text, values
    return None


def _said(text: str, depth: int) -> str:
    parts = list(_parts(text, depth))
    if any(part is None for part, _ in parts):
        whole = _filled(_known(text, _ANYTHING), depth)
        if whole is not None:
            return whole
    return " ".join(plain if part is None else part for part, plain in parts)


def _parts(text: str, depth: int) -> Iterator[tuple[str | None, str]]:
    """The sentences of a text, translated where they are known, each with itself as it was.

    Several in a row are taken together where they are one template.
    """
    waiting = _BREAK.split(text)
    while waiting:
        for count in range(min(len(waiting), _MOST_TOGETHER), 0, -1):
            plain = " ".join(waiting[:count])
            found = _filled(_known(plain, _WITHIN_A_SENTENCE), depth)
            if found is None and count == 1:
                found = _with_own_words(plain, depth)
            if found is not None or count == 1:
                yield found, plain
                waiting = waiting[count:]
                break


def _with_own_words(plain: str, depth: int) -> str | None:
    """A sentence that goes on with what a service said itself: `The POS refused this: …`."""
    ours, colon, theirs = plain.partition(": ")
    found = _filled(_known(f"{ours}.", _WITHIN_A_SENTENCE), depth) if colon else None
    return f"{found.removesuffix('.')}: {theirs}" if found is not None else None


def _filled(found: tuple[str, dict[str, str]] | None, depth: int) -> str | None:
    if found is None:
        return None
    template, values = found
    said = {name: _value(name, value, depth - 1) for name, value in values.items()}
    text = _HOLE.sub(
        lambda hole: said.get(hole[1], hole[0]), QCoreApplication.translate(_CONTEXT, template)
    )
    begins = template.startswith("{") and next(iter(values.values()))[:1].isupper()
    return text[:1].upper() + text[1:] if begins else text


def _value(name: str, value: str, depth: int) -> str:
    """What stands in a place: a phrase of ours, several of them, or anything else as it is."""
    bare = value.strip()
    if not bare or depth < 0:
        return value
    if name.rstrip("0123456789") in _NAMES:
        return value.replace(bare, QCoreApplication.translate(_WINDOW, bare))
    parts = [_phrase(part, depth) for part in _LISTED.split(bare)]
    whole = _phrase(bare, depth)
    return value.replace(bare, whole if whole != bare else "".join(parts))


def _phrase(bare: str, depth: int) -> str:
    if bare.startswith("“") and bare.endswith("”"):
        return tr("“{words}”").format(words=_phrase(bare[1:-1], depth))
    for text in (bare, bare[:1].lower() + bare[1:]):
        found = _filled(_known(text, _WITHIN_A_SENTENCE), depth)
        if found is not None:
            return found
    return _said(bare, depth) if _BREAK.search(bare) else bare
