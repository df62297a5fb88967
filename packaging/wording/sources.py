"""Finds every text that the window has translated: `tr("…")`, `self.tr("…")`, `plural("…", n)`.

Qt's own lupdate knows none of our module functions, so the sources are read as Python reads them.
"""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

SHARED = "Counterpart"
"""The context of texts outside widgets, as `app.ui.wording` has it."""


class NotPlain(Exception):
    """A text to be translated is worked out at run time: no translator can know it."""


@dataclass(frozen=True, slots=True)
class Text:
    """A text to be translated; `counted` has a form for each number."""

    context: str
    source: str
    counted: bool
    file: str


def texts(root: Path, folder: str = "app/ui") -> list[Text]:
    """Every text below a folder, each once a context. Raises `NotPlain`."""
    found: dict[tuple[str, str], Text] = {}
    for path in sorted((root / folder).rglob("*.py")):
        name = path.relative_to(root).as_posix()
        for text in texts_of(path.read_text("utf-8"), name):
            known = found.setdefault((text.context, text.source), text)
            if known.counted != text.counted:
                raise NotPlain(f"{name}: “{text.source}” is counted in one place only")
    return list(found.values())


def texts_of(code: str, file: str) -> Iterator[Text]:
    """The texts of one source. Raises `NotPlain`."""
    yield from _within(ast.parse(code), SHARED, file)


def _within(node: ast.AST, context: str, file: str) -> Iterator[Text]:
    if isinstance(node, ast.Call):
        yield from _of_call(node, context, file)
    inner = node.name if isinstance(node, ast.ClassDef) else context
    for child in ast.iter_child_nodes(node):
        yield from _within(child, inner, file)


def _of_call(call: ast.Call, context: str, file: str) -> Iterator[Text]:
    called = call.func
    own = isinstance(called, ast.Attribute) and called.attr == "tr"
    if not own and not (isinstance(called, ast.Name) and called.id in ("tr", "plural")):
        return
    counted = isinstance(called, ast.Name) and called.id == "plural"
    for source in _sources(call.args[0], f"{file}:{call.lineno}"):
        yield Text(context if own else SHARED, source, counted, file)


def _sources(written: ast.expr, where: str) -> list[str]:
    if isinstance(written, ast.IfExp):
        return [*_sources(written.body, where), *_sources(written.orelse, where)]
    if isinstance(written, ast.Constant) and isinstance(written.value, str):
        return [written.value]
    if isinstance(written, ast.Name) and where.startswith("app/ui/wording.py"):
        return []  # The functions themselves hand on what they are given.
    raise NotPlain(f"{where}: {ast.unparse(written)} is no plain text")
