"""How macOS libraries find one another: what is missing, and what is brought along."""

import shutil
from collections.abc import Iterator
from pathlib import Path

from bundle import macho
from bundle.places import CannotBuild, run


def unresolved(root: Path) -> list[str]:
    """Libraries that a binary loads and that are not where it looks, nor a part of macOS."""
    return [
        f"{path.relative_to(root)} ({half.arch}) needs {name}"
        for path in _binaries(root)
        for half in macho.halves(path.read_bytes())
        for name in half.loads
        if not _found(name, half, path)
    ]


def _binaries(root: Path) -> Iterator[Path]:
    for path in sorted(root.rglob("*")):
        if path.is_file() and not path.is_symlink() and macho.is_binary(path):
            yield path


def _found(name: str, half: macho.Half, path: Path) -> bool:
    if name.startswith(("/usr/lib/", "/System/")):
        return True
    if name.startswith("@loader_path/"):
        return (path.parent / name.removeprefix("@loader_path/")).exists()
    if name.startswith("@rpath/"):
        folders = [rpath.replace("@loader_path", str(path.parent)) for rpath in half.rpaths]
        return any(Path(folder, name.removeprefix("@rpath/")).exists() for folder in folders)
    return False


def bring_along(folder: Path, home: Path) -> None:
    """Copy the libraries of `home` that the binaries in `folder` load there, and name them anew.

    An installed Python calls its libraries by where it was installed.
    """
    waiting = list(_binaries(folder))
    while waiting:
        path = waiting.pop()
        halves = macho.halves(path.read_bytes())
        for name in sorted({name for half in halves for name in half.loads}):
            source = Path(name)
            if not source.is_absolute() or not source.resolve().is_relative_to(home):
                continue
            target = folder / source.name
            if not target.is_file():
                shutil.copyfile(source, target)
                waiting.append(target)
            run(["install_name_tool", "-change", name, f"@loader_path/{source.name}", str(path)])


def restore_links(framework: Path) -> None:
    """A wheel can't hold links: give a framework back the ones that make it one."""
    name = framework.stem
    versions = framework / "Versions"
    real = [path for path in versions.iterdir() if not path.is_symlink() and path.name != "Current"]
    if len(real) != 1:
        raise CannotBuild(f"{framework.name} has not one version.")
    for double in (versions / "Current", framework / name, framework / "Resources"):
        if double.is_dir() and not double.is_symlink():
            shutil.rmtree(double)
        else:
            double.unlink(missing_ok=True)
    (versions / "Current").symlink_to(real[0].name)
    (framework / name).symlink_to(f"Versions/Current/{name}")
    if (real[0] / "Resources").is_dir():
        (framework / "Resources").symlink_to("Versions/Current/Resources")
