"""Finds the sentences that the engine makes: plain English, for it knows nothing of Qt.

A message made of an f-string becomes a template, `The SKU {sku} is also on {named}.`, that
`app.ui.wording_engine` knows a made sentence by. Whatever has words is taken, so that a new
message can't be forgotten; what nobody is shown is named here.
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

ENGINE = (
    *("app/domain", "app/sync", "app/connectors", "app/storage"),
    *("app/assembly.py", "app/workplace.py", "app/facts/troubles.py"),
)
"""Who makes sentences that the window shows."""

UNSEEN = frozenset(
    {
        "app/storage/diagnostics.py",  # Headings of a file for whoever helps.
        "app/sync/noting.py",  # Lines of the log file.
    }
)

_NEVER_SHOWN = frozenset(
    {
        *("gzip, deflate", "Bearer {token}", "what we asked", "keyed write"),
        *("disk i/o", "unable to open", "Could not decode to UTF-8", "tables are missing"),
        *("database disk image is malformed: {why}", "its header makes no sense"),
        *("it is another program's", "names in it can't be read"),
        *("not seen", "seen {now}", "settled by a later run", "{value} (moving {variation_id})"),
        *("no store number, or nothing about taxes", "a shop without an id", "not one record"),
        *("neither rows nor a cursor", "no list of categories", "no picture id", "no id"),
        *("no such field: {field}", "a batch holds at most {limit} requests"),
        *("nested too deeply", "a number beyond all measure", "not a value: {value}"),
    }
)
"""Headers, requests, what SQLite says, marks in the database, what only the log tells."""

_QUIET_CALLS = frozenset(
    {
        *("cast", "compile", "TypeVar", "execute", "executescript"),
        *("AssertionError", "LookupError", "RuntimeError", "TypeError", "ValueError", "KeyError"),
        *("debug", "info", "warning", "error", "exception"),
    }
)
"""What is handed to them is for programs or for the log file."""

_SQL = re.compile(r"\s*(WITH|SELECT|INSERT|CREATE|UPDATE|DELETE|ALTER|PRAGMA|BEGIN|REPLACE|DROP)\b")
_WORD = re.compile(r"[A-Za-z]+")
_HOLE = re.compile(r"\{\w*\}")


def sentences(root: Path) -> list[str]:
    """Every template of the engine, sorted."""
    known = {name for path in root.glob("app/**/*.py") for name in _literals(_tree(path))}
    found = {
        text
        for path in _files(root)
        for text in templates_of(_tree(path))
        if text not in known | _NEVER_SHOWN
    }
    return sorted(found)


def templates_of(tree: ast.AST) -> Iterator[str]:
    """The templates of one source, whoever they are for."""
    for node in _shown(tree):
        text = _template(node).strip()
        if _is_told(text):
            yield text


def _files(root: Path) -> Iterator[Path]:
    for name in ENGINE:
        top = root / name
        for path in sorted(top.rglob("*.py")) if top.is_dir() else [top]:
            if path.relative_to(root).as_posix() not in UNSEEN:
                yield path


def _tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


def _literals(tree: ast.AST) -> Iterator[str]:
    """The words of the code's own that `Literal[…]` lists: codes, not sentences."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Subscript) and ast.unparse(node.value) == "Literal":
            for inner in ast.walk(node.slice):
                if isinstance(inner, ast.Constant) and isinstance(inner.value, str):
                    yield inner.value


def _shown(node: ast.AST) -> Iterator[ast.Constant | ast.JoinedStr]:
    """Texts below a node that may be shown to people."""
    for child in _looked_into(node):
        if isinstance(child, ast.JoinedStr):
            yield child
            for part in child.values:
                if isinstance(part, ast.FormattedValue):
                    yield from _shown(part)
        elif isinstance(child, ast.Constant):
            if isinstance(child.value, str):
                yield child
        else:
            yield from _shown(child)


def _looked_into(node: ast.AST) -> Iterator[ast.AST]:
    if isinstance(node, ast.Call) and _called(node) in _QUIET_CALLS:
        return
    left_out: list[ast.AST] = []
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
        left_out.append(node.value)  # A docstring.
    for name in ("annotation", "returns"):
        if isinstance(getattr(node, name, None), ast.AST):
            left_out.append(getattr(node, name))
    if isinstance(node, ast.FormattedValue) and node.format_spec is not None:
        left_out.append(node.format_spec)
    yield from (child for child in ast.iter_child_nodes(node) if child not in left_out)


def _called(call: ast.Call) -> str:
    named = call.func
    return named.attr if isinstance(named, ast.Attribute) else getattr(named, "id", "")


def _is_told(text: str) -> bool:
    bare = _HOLE.sub(" ", text)
    if " " not in text or _SQL.match(text) or "%s" in text or "%Y" in text:
        return False
    return len(_WORD.findall(bare)) > (0 if "{" in text else 1)


def _template(node: ast.Constant | ast.JoinedStr) -> str:
    if isinstance(node, ast.Constant):
        return str(node.value)
    taken: list[str] = []
    return "".join(
        str(part.value) if isinstance(part, ast.Constant) else _hole(part, taken)
        for part in node.values
    )


def _hole(part: ast.expr, taken: list[str]) -> str:
    """A place for a value, named after what stands there; names come once a template."""
    name = _named(part.value) if isinstance(part, ast.FormattedValue) else "value"
    count = taken.count(name)
    taken.append(name)
    return f"{{{name}{count + 1 if count else ''}}}"


def _named(value: ast.expr) -> str:
    if isinstance(value, ast.Name):
        return value.id.strip("_").lower()
    if isinstance(value, ast.Attribute):
        return value.attr.strip("_")
    inner = _inside(value)
    return _named(inner) if inner is not None else "value"


def _inside(value: ast.expr) -> ast.expr | None:
    """The part of an expression that says what it is about."""
    if isinstance(value, ast.Call):
        return value.args[0] if value.args else value.func
    if isinstance(value, ast.Subscript):
        return value.value
    if isinstance(value, ast.BoolOp):
        return value.values[0]
    return value.elt if isinstance(value, ast.GeneratorExp) else None
