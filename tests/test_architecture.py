"""Who may import whom, and what lies where: DESIGN §10 and RULES S1 as facts about the code."""

import ast
import sys
from dataclasses import dataclass
from pathlib import Path

from tests.checkout import ROOT, project_files

TOP_LEVEL = {
    "app",
    "resources",
    "tests",
    "packaging",
    "pyproject.toml",
    "requirements.lock",
    "README.md",
    "CHANGELOG.md",
    "LICENSE",
}

SAYS_NOTHING = {"utils", "util", "helpers", "helper", "manager", "misc", "common"}


@dataclass(frozen=True)
class Layer:
    """What the modules below one name may import.

    `own` are modules of ours (with what is below them), `libraries` says whether installed
    packages are allowed at all, `never` names packages that are refused in any case.
    """

    own: tuple[str, ...]
    libraries: bool
    never: tuple[str, ...] = ()


LAYERS = {
    "app.domain": Layer(
        own=("app.domain",),
        libraries=False,
        never=("asyncio", "sqlite3", "pathlib", "io", "os", "logging", "httpx", "PySide6"),
    ),
    "app.sync": Layer(
        own=("app.domain", "app.sync"), libraries=False, never=("PySide6", "httpx", "sqlite3")
    ),
    "app.confirming": Layer(
        own=("app.domain", "app.sync.ports", "app.confirming"),
        libraries=False,
        never=("PySide6", "httpx", "sqlite3"),
    ),
    "app.facts": Layer(
        own=("app.domain", "app.facts", "app.sync.world", "app.sync.storage_ports"),
        libraries=True,
        never=("PySide6", "qasync", "httpx", "sqlite3", "asyncio", "logging", "pathlib", "os"),
    ),
    "app.connectors": Layer(
        own=("app.domain", "app.sync.ports", "app.facts.extras", "app.connectors"),
        libraries=True,
        never=("PySide6", "qasync", "sqlite3"),
    ),
    "app.storage": Layer(
        own=(
            *("app.domain", "app.sync.ports", "app.sync.storage_ports"),
            *("app.facts.product", "app.storage"),
        ),
        libraries=True,
        never=("PySide6", "qasync", "httpx"),
    ),
    "app.sample": Layer(own=("app.sample",), libraries=True, never=("PySide6", "qasync")),
    "app.controller": Layer(
        own=("app.domain", "app.sync", "app.facts", "app.controller", "app.tasks"),
        libraries=False,
        never=("PySide6", "httpx", "sqlite3"),
    ),
    "app.ui": Layer(
        own=("app.domain", "app.facts", "app.controller.wishes", "app.ui"),
        libraries=True,
        never=("asyncio", "httpx", "sqlite3", "qasync"),
    ),
}

ONLY_IMPORTED_BY = {
    "qasync": {"app.startup"},
    "app.startup": {"app.__main__"},
    "app.workplace": {"app.startup"},
    "app.assembly": {"app.commands", "app.startup", "app.workplace"},
}
"""Importers of these (and of what is below them); modules below an importer count as it."""

QT_FOLDERS = ("app.startup", "app.ui")


def modules() -> dict[str, Path]:
    """Every module of the app by its dotted name."""
    found = {}
    for path in project_files():
        if path.suffix == ".py" and path.parts[0] == "app":
            parts = path.with_suffix("").parts
            found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = ROOT / path
    return found


def imports(name: str, path: Path, known: dict[str, Path]) -> set[str]:
    """Dotted names that a module imports, wherever in it: modules of ours in full."""
    package = name if path.name == "__init__.py" else name.rpartition(".")[0]
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            source = absolute(node, package)
            members = {f"{source}.{alias.name}" for alias in node.names}
            found.update(member if member in known else source for member in members)
    return found


def absolute(node: ast.ImportFrom, package: str) -> str:
    """The module that a `from … import` names, with the leading dots resolved."""
    if not node.level:
        return node.module or ""
    above = package.split(".")[: len(package.split(".")) - node.level + 1]
    return ".".join([*above, *([node.module] if node.module else [])])


def below(name: str, parents: tuple[str, ...] | set[str]) -> bool:
    """Whether a dotted name is one of the parents or lies in one."""
    return any(name == parent or name.startswith(parent + ".") for parent in parents)


def refused(imported: str, layer: Layer) -> bool:
    """Whether a layer may not import this name. The app's own name and version are for all."""
    if below(imported, layer.never):
        return True
    if below(imported, ("app",)):
        return imported != "app" and not below(imported, layer.own)
    return not layer.libraries and imported.split(".", maxsplit=1)[0] not in sys.stdlib_module_names


def importers() -> list[tuple[str, str]]:
    """Every pair of (module of ours, name it imports)."""
    known = modules()
    return [
        (name, imported)
        for name, path in known.items()
        for imported in sorted(imports(name, path, known))
    ]


def test_there_are_modules_to_judge() -> None:
    """The walk finds the code, so that the rules below can't pass for want of anything to see."""
    pairs = importers()
    assert ("app.domain.measures", "app.domain.product") in pairs
    assert ("app.domain.measures", "decimal") in pairs


def test_each_layer_imports_only_what_it_may() -> None:
    """The arrows between the layers point one way."""
    offences = [
        f"{name} imports {imported}"
        for name, imported in importers()
        for layer, rule in LAYERS.items()
        if below(name, (layer,)) and refused(imported, rule)
    ]
    assert offences == []


def test_the_rules_see_every_way_to_import() -> None:
    """Plain, from, relative and member imports are all resolved to the module they reach."""
    known = {"app.domain.product": Path(), "app.storage.paths": Path()}
    cases = {
        "import app.storage.paths": "app.storage.paths",
        "from app.storage import paths": "app.storage.paths",
        "from app.storage.paths import Folders": "app.storage.paths",
        "from ..storage import paths": "app.storage.paths",
        "from ..storage.paths import Folders": "app.storage.paths",
    }
    for source, reached in cases.items():
        node = ast.parse(source).body[0]
        if isinstance(node, ast.ImportFrom):
            module = absolute(node, "app.domain")
            member = f"{module}.{node.names[0].name}"
            assert (member if member in known else module) == reached, source
        assert refused(reached, LAYERS["app.domain"]), source
    assert refused("httpx", LAYERS["app.domain"])
    assert refused("msgspec", LAYERS["app.sync"])
    assert not refused("asyncio", LAYERS["app.sync"])
    assert refused("app.sync.run", LAYERS["app.storage"])
    assert not refused("app.sync.ports", LAYERS["app.storage"])


def test_connectors_do_not_know_each_other() -> None:
    """A service's folder imports what all connectors share, never another service's folder."""
    services = {name for name in modules() if name.count(".") == 2 and is_folder(name)}
    offences = [
        f"{name} imports {imported}"
        for name, imported in importers()
        for own in services
        if below(name, (own,)) and below(imported, services - {own})
    ]
    assert offences == []


def is_folder(name: str) -> bool:
    """Whether this is a service's folder among the connectors."""
    return name.startswith("app.connectors.") and modules()[name].name == "__init__.py"


def test_wiring_is_imported_by_those_at_the_top_alone() -> None:
    """The parts that join everything are known to the entry points only, qasync to one."""
    offences = [
        f"{name} imports {imported}"
        for name, imported in importers()
        for target, allowed in ONLY_IMPORTED_BY.items()
        if below(imported, (target,)) and not below(name, {*allowed, target})
    ]
    assert offences == []


def test_qt_stays_in_the_window() -> None:
    """Outside the window and its start, nothing needs Qt: commands run on a bare server."""
    offences = [
        f"{name} imports {imported}"
        for name, imported in importers()
        if below(imported, ("PySide6",)) and not below(name, QT_FOLDERS)
    ]
    assert offences == []


def test_the_top_level_holds_what_the_layout_names() -> None:
    """Nothing lies at the top but what the layout names, and all of that is there."""
    top = {path.parts[0] for path in project_files()}
    visible = {name for name in top if not name.startswith(".")}
    assert visible - TOP_LEVEL == set()
    assert TOP_LEVEL - visible <= {"resources"}, "git keeps no empty folder"


def test_packaging_stays_a_plain_folder() -> None:
    """A package of that name would hide the library `packaging` from every tool run here."""
    assert not (ROOT / "packaging" / "__init__.py").exists()


def test_modules_are_named_for_what_they_hold() -> None:
    """No module or folder has a name under which anything could be put."""
    names = {part for name in modules() for part in name.split(".")}
    names |= {path.stem for path in project_files() if path.suffix == ".py"}
    assert names & SAYS_NOTHING == set()


def test_every_module_says_what_it_is() -> None:
    """Each module, test and script begins with a docstring."""
    silent = [
        str(path)
        for path in project_files()
        if path.suffix == ".py" and not ast.get_docstring(ast.parse((ROOT / path).read_text()))
    ]
    assert silent == []
