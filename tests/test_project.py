"""The project's own files: that they agree with each other, and that the ground they name holds."""

import ast
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import app
from tests.checkout import ROOT, project_files

REGISTRY_HOSTS = [
    ".".join(parts)
    for parts in (
        ("pypi", "org"),
        ("pythonhosted", "org"),
        ("npmjs", "org"),
        ("debian", "org"),
        ("ubuntu", "com"),
        ("crates", "io"),
        ("golang", "org"),
    )
]
"""Written in parts, so that this list does not find itself."""

ONE_MACHINE_ONLY = [
    "/".join(("", "work", "")),
    "/".join(("", "root", "")),
    "/".join(("", "tmp", "")),
]

PINNED = re.compile(
    r"^(?P<name>[a-z0-9][a-z0-9-]*)==(?P<version>\S+)(?: ; (?P<marker>[^\\]+))?", re.MULTILINE
)

QT_CALLS = """
import sys
from PySide6.QtCore import QCoreApplication, QObject
application = QCoreApplication([])
thing = QObject()
before = sys.getrefcount(None)
for _ in range(50_000):
    thing.setObjectName("till")
print(abs(sys.getrefcount(None) - before))
"""


def read(name: str) -> str:
    """A file at the top of the project."""
    return (ROOT / name).read_text("utf-8")


def declared() -> list[str]:
    """Every requirement of pyproject.toml, those of the tests and tools included."""
    project = tomllib.loads(read("pyproject.toml"))["project"]
    return [*project["dependencies"], *project["optional-dependencies"]["dev"]]


def package(requirement: str) -> str:
    """The normalised package name at the beginning of a requirement."""
    return re.split(r"[^A-Za-z0-9._-]", requirement, maxsplit=1)[0].lower().replace("_", "-")


def test_the_version_stands_in_one_place() -> None:
    """Whoever needs the version asks `app.__version__`."""
    quoted = re.compile(rf"""["']v?{re.escape(app.__version__)}["']""")
    files = [path for path in project_files() if path.suffix in {".py", ".toml"}]
    found = [str(path) for path in files if quoted.search((ROOT / path).read_text("utf-8"))]
    assert found == [str(Path("app", "__init__.py"))]


def test_every_dependency_says_why_it_is_there() -> None:
    """A comment stands above each requirement, or above the first of two for one package."""
    above = ""
    silent = []
    for line in (line.strip() for line in read("pyproject.toml").splitlines()):
        entry = line.strip('",') if line.startswith('"') else ""
        if entry in declared():
            explained = above.startswith("#") or package(above.strip('"')) == package(entry)
            silent += [] if explained else [entry]
        above = line
    assert silent == []


def test_the_lock_covers_every_dependency() -> None:
    """Each requirement is pinned in the lock file, and every pin carries hashes."""
    lock = read("requirements.lock")
    pinned = {found["name"] for found in PINNED.finditer(lock)}
    assert {package(requirement) for requirement in declared()} <= pinned
    entries = re.split(r"\n(?=[a-z0-9])", lock)
    assert [entry for entry in entries if "==" in entry and "--hash=sha256:" not in entry] == []


def test_the_lock_keeps_qt_sound_on_old_pythons() -> None:
    """Before Python 3.12 the lock takes a Qt below 6.12 (DESIGN §11)."""
    pins = list(PINNED.finditer(read("requirements.lock")))
    versions = {
        (found["marker"] or "").strip(): tuple(int(part) for part in found["version"].split("."))
        for found in pins
        if found["name"] == "pyside6-essentials"
    }
    assert versions["python_full_version < '3.12'"] < (6, 12)


@pytest.mark.window
def test_none_stays_sound_under_qt() -> None:
    """50,000 Qt calls that return nothing neither lose nor gain references to None (DESIGN §11)."""
    done = subprocess.run(
        [sys.executable, "-c", QT_CALLS], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) < 100


def test_no_file_names_a_registry_or_one_machine() -> None:
    """Nothing depends on where packages come from or on where it was written."""
    forbidden = re.compile("|".join(map(re.escape, [*REGISTRY_HOSTS, *ONE_MACHINE_ONLY])))
    found = []
    for path in project_files():
        content = (ROOT / path).read_bytes().decode("utf-8", "replace")
        found += [f"{path}: {match[0]}" for match in forbidden.finditer(content)]
    assert found == []


def test_the_changelog_keeps_its_shape() -> None:
    """Unreleased comes first, releases carry a date, and changes stand under the known headings."""
    lines = read("CHANGELOG.md").splitlines()
    assert lines[0] == "# Changelog"
    releases = [line for line in lines if line.startswith("## ")]
    assert releases[0] == "## [Unreleased]"
    assert all(re.fullmatch(r"## \[\d+\.\d+\.\d+\] - \d{4}-\d\d-\d\d", one) for one in releases[1:])
    kinds = {line.removeprefix("### ") for line in lines if line.startswith("### ")}
    assert kinds <= {"Added", "Changed", "Deprecated", "Removed", "Fixed", "Security"}


def test_the_readme_names_every_command() -> None:
    """Whatever the command line understands is explained in the README."""
    readme = read("README.md")
    missing = [name for name in commands() if f"`counterpart {name}" not in readme]
    assert missing == []


def commands() -> list[str]:
    """The names given to the parsers of `app/commands`, a module or a folder of them."""
    files = [path for path in project_files() if path.parts[:1] == ("app",)]
    ours = [path for path in files if path.suffix == ".py" and path.parts[1].startswith("commands")]
    calls = [
        node
        for path in ours
        for node in ast.walk(ast.parse((ROOT / path).read_text("utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
    ]
    names = [call.args[0] for call in calls if called(call) == "add_parser" and call.args]
    return [str(name.value) for name in names if isinstance(name, ast.Constant)]


def called(call: ast.Call) -> str:
    """The name of the method that is called."""
    return call.func.attr if isinstance(call.func, ast.Attribute) else ""


def test_the_readme_names_every_variable() -> None:
    """Each environment variable that the code reads is explained in the README."""
    variable = re.compile(r"\bCOUNTERPART_[A-Z_]+\b")
    read_by_us = {
        name
        for path in project_files()
        if path.suffix == ".py" and path.parts[0] == "app"
        for name in variable.findall((ROOT / path).read_text("utf-8"))
    }
    assert read_by_us
    assert read_by_us <= set(variable.findall(read("README.md")))
