"""Qt Linguist's file: every text with its translation, in a steady order, without line numbers.

A text that is gone is dropped, a new one waits as *unfinished*; comments of translators stay.
"""

import xml.etree.ElementTree as ET
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from xml.sax.saxutils import escape

from wording.sources import Text

FORMS = {"de": 2}
"""How many forms a number wants, by language, as Qt has it."""


@dataclass(frozen=True, slots=True)
class Translation:
    """What a text is called in another language: one form, or one for each kind of number."""

    forms: tuple[str, ...]
    finished: bool = True
    comment: str = ""


Key = tuple[str, str]
"""Context and source."""


def read(path: Path) -> dict[Key, Translation]:
    """The translations of a file; none where there is no file. Raises `ET.ParseError`."""
    if not path.is_file():
        return {}
    found: dict[Key, Translation] = {}
    for context in ET.parse(path).getroot().iter("context"):  # noqa: S314 - Our own file.
        name = context.findtext("name") or ""
        for message in context.iter("message"):
            found[name, message.findtext("source") or ""] = _translation(message)
    return found


def _translation(message: ET.Element) -> Translation:
    told = message.find("translation")
    if told is None:
        return Translation(("",), finished=False)
    forms = tuple("".join(form.itertext()) for form in told.iter("numerusform"))
    return Translation(
        forms or (told.text or "",),
        told.get("type") is None,
        message.findtext("translatorcomment") or "",
    )


def written(texts: Iterable[Text], known: Mapping[Key, Translation], language: str) -> str:
    """The whole file for these texts, with the translations that are known."""
    contexts: dict[str, list[Text]] = {}
    for text in texts:
        contexts.setdefault(text.context, []).append(text)
    lines = ['<?xml version="1.0" encoding="utf-8"?>', "<!DOCTYPE TS>"]
    lines.append(f'<TS version="2.1" language="{language}" sourcelanguage="en">')
    for context in sorted(contexts):
        lines += ["<context>", f"    <name>{escape(context)}</name>"]
        for text in contexts[context]:
            lines += _message(text, known.get((text.context, text.source)), language)
        lines.append("</context>")
    return "\n".join([*lines, "</TS>", ""])


def _message(text: Text, known: Translation | None, language: str) -> list[str]:
    count = FORMS[language] if text.counted else 1
    fits = known is not None and len(known.forms) == count
    forms = known.forms if known is not None and fits else ("",) * count
    finished = known is not None and fits and known.finished and all(forms)
    kind = "" if finished else ' type="unfinished"'
    lines = [
        '    <message numerus="yes">' if text.counted else "    <message>",
        f'        <location filename="../../{escape(text.file)}"/>',
        f"        <source>{escape(text.source)}</source>",
    ]
    if known is not None and known.comment:
        lines.append(f"        <translatorcomment>{escape(known.comment)}</translatorcomment>")
    if not text.counted:
        lines.append(f"        <translation{kind}>{escape(forms[0])}</translation>")
    else:
        lines.append(f"        <translation{kind}>")
        lines += [f"            <numerusform>{escape(form)}</numerusform>" for form in forms]
        lines.append("        </translation>")
    return [*lines, "    </message>"]
