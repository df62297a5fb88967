"""What the window would say in English: to find it where it should speak another language."""

import re
from functools import cache

from tests.checkout import ROOT
from wording import files, ts_file

_PART = re.compile(r"(\{[^{}|]*\|[^{}|]*\}|\{\w*\}|%n|\(e?s\))")
_TELLING = 4
"""So many letters of our own tell a text from a value."""

_LETTERS = re.compile(r"[A-Za-z]{2,}")


def english_in(texts: set[str], language: str, own: frozenset[str] = frozenset()) -> list[str]:
    """Texts that are an English source, though the language has other words for it.

    `own` are texts of the shop that happen to be called like one of ours.
    """
    plain, patterns = _sources(language)
    looked_at = {text.replace("&", "").strip() for text in texts} - own
    return sorted(
        text
        for text in looked_at
        if text in plain or any(pattern.fullmatch(text) for pattern in patterns)
    )


@cache
def _sources(language: str) -> tuple[frozenset[str], tuple[re.Pattern[str], ...]]:
    plain, patterns = set(), []
    for (_, source), one in ts_file.read(files.ts_path(ROOT, language)).items():
        parts = _PART.split(source)
        letters = _LETTERS.findall(" ".join(parts[::2]))
        if source in one.forms or not letters:
            continue
        if len(parts) == 1:
            plain.add(source.replace("&", ""))
        elif len("".join(letters)) >= _TELLING:
            patterns.append(re.compile("".join(map(_matched, parts)), re.DOTALL))
    return frozenset(plain), tuple(patterns)


def _matched(part: str) -> str:
    if part == "%n":
        return r"[\d.,\u00a0]+"
    if part in ("(s)", "(es)"):
        return f"(?:{part[1:-1]})?"
    if part.startswith("{") and "|" in part:
        return f"(?:{'|'.join(map(re.escape, part[1:-1].split('|')))})"
    return ".*?" if part.startswith("{") else re.escape(part.replace("&", ""))
