"""Finds imports that lead nowhere in a folder: what the trimming list took too much of."""

import ast
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from bundle.systems import module_of

Source = Callable[[], str]
"""Reads a module's text; compiled ones have none."""


@dataclass(slots=True)
class Shelf:
    """Every module that can be imported, by its dotted name."""

    modules: dict[str, Source | None] = field(default_factory=dict)
    namespaces: set[str] = field(default_factory=set)
    packages: set[str] = field(default_factory=set)

    def add(self, path: PurePosixPath, source: Source | None) -> None:
        """Note a file, given relative to a folder of the search path, if it is a module."""
        module = module_of(path.name)
        if not module or not all(part.isidentifier() for part in path.parts[:-1]):
            return
        parts = path.parts[:-1] if module == "__init__" else (*path.parts[:-1], module)
        name = ".".join(parts)
        if module == "__init__":
            self.packages.add(name)
        self.modules.setdefault(name, source)
        for end in range(1, len(path.parts)):
            self.namespaces.add(".".join(path.parts[:end]))

    def add_names(self, names: Iterable[str]) -> None:
        """Modules that need no file: built into the interpreter."""
        for name in (*names, "os.path", "_frozen_importlib", "_frozen_importlib_external"):
            self.modules.setdefault(name, None)

    def holds(self, name: str) -> bool:
        """Whether `import name` would find something."""
        return name in self.modules or name in self.namespaces


@dataclass(frozen=True, slots=True)
class Wanted:
    """One import: `name` must be there; one of `members` may be a module of it."""

    name: str
    members: tuple[str, ...] = ()
    must: bool = True
    """Whether the module can't be loaded without it."""


def missing(shelf: Shelf, starts: Iterable[str], strict: Callable[[str], bool]) -> list[str]:
    """Imports that lead nowhere, followed from the given modules.

    In modules that are `strict` every import counts, wherever it stands; in others only those
    that are carried out in any case.
    """
    lost: set[str] = set()
    seen: set[str] = set()
    waiting = list(starts)
    while waiting:
        name = waiting.pop()
        source = shelf.modules.get(name)
        if name in seen or source is None:
            continue
        seen.add(name)
        for wanted in _imports(source(), name, name in shelf.packages):
            if not (wanted.must or strict(name)):
                continue
            if shelf.holds(wanted.name):
                waiting += _to_follow(shelf, wanted)
            else:
                lost.add(f"{name} imports {wanted.name}")
    return sorted(lost)


def _to_follow(shelf: Shelf, wanted: Wanted) -> list[str]:
    parts = wanted.name.split(".")
    above = [".".join(parts[:end]) for end in range(1, len(parts) + 1)]
    members = [f"{wanted.name}.{member}" for member in wanted.members]
    return [*above, *(member for member in members if member in shelf.modules)]


def _imports(source: str, module: str, is_package: bool) -> Iterator[Wanted]:
    package = module if is_package else module.rpartition(".")[0]
    tree = ast.parse(source)
    certain = {id(node) for node in _certain(tree.body)}
    for node in ast.walk(tree):
        must = id(node) in certain
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield Wanted(alias.name, must=must)
        elif isinstance(node, ast.ImportFrom):
            name = _absolute(node, package)
            if name:
                yield Wanted(name, tuple(alias.name for alias in node.names), must)


def _certain(body: list[ast.stmt]) -> Iterator[ast.stmt]:
    """Statements that are carried out whenever the module is loaded."""
    for node in body:
        if isinstance(node, (ast.Import, ast.ImportFrom)):
            yield node
        elif isinstance(node, (ast.ClassDef, ast.With)):
            yield from _certain(node.body)


def _absolute(node: ast.ImportFrom, package: str) -> str:
    if not node.level:
        return node.module or ""
    parts = package.split(".")
    above = parts[: len(parts) - node.level + 1]
    return ".".join([*above, *([node.module] if node.module else [])])


def read(path: Path) -> Source:
    """Reads this file when it is asked for."""
    return lambda: path.read_text("utf-8")
