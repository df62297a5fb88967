"""Makes the folder that everything is made of: launcher, `runtime` (Python), `lib` (the rest).

Linux    counterpart  runtime/  lib/
Windows  Counterpart.exe  bin/counterpart.exe  runtime/  lib/
macOS    Counterpart.app/Contents/MacOS/Counterpart  …/Resources/{runtime,lib}/
"""

import os
import py_compile
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterable
from functools import cache
from pathlib import Path, PurePosixPath

from bundle import dylibs, elf, imports, launcher, locked, origins, pe, runtimes
from bundle.places import BUILD, NAME, PACKAGING, ROOT, SHORT, CannotBuild, freeze_times, zip_stamp
from bundle.systems import LINUX, MACOS, WINDOWS, System
from bundle.trimming import ONLY_FOR_TESTS, STDLIB_LEFT_OUT, kept

_OURS = ("app", "resources/icons", "resources/app.svg", "resources/translations")
_FOR_TRANSLATORS = ".ts"


def make(system: System, runtime_source: str, digest: str = "") -> Path:
    """Make the folder anew; returns it. Raises `CannotBuild`."""
    folder = BUILD / system.name / (f"{NAME}.app" if system is MACOS else NAME)
    shutil.rmtree(folder, ignore_errors=True)
    root = folder / "Contents" / "Resources" if system is MACOS else folder
    root.mkdir(parents=True)
    say(f"{system.name}: packages from the lock file …")
    site = locked.install(system)
    say(f"{system.name}: Python ({runtime_source}) …")
    runtimes.make(system, root / "runtime", runtime_source, digest)
    packages = kept_packages(site, system)
    lost = lost_imports(system, packages, root / "runtime")
    if lost:
        raise CannotBuild("The trimming list takes too much:\n" + "\n".join(lost))
    _copy(packages, root / "lib")
    _copy(our_files(), root / "lib")
    shutil.copytree(PACKAGING / "licences", root / "licences")  # Qt's.
    shutil.copy2(Path(__file__).with_name("start_up.py"), root / "lib" / "__main__.py")
    _compile(root / "lib")
    if not list(runtimes.stdlib_folder(system, root / "runtime").glob("*.zip")):
        _zip_stdlib(runtimes.stdlib_folder(system, root / "runtime"))
    say(f"{system.name}: launcher, libraries …")
    _finish(system, folder, root)
    freeze_times(folder)
    return folder


def say(words: str) -> None:
    """Tell how far it is."""
    print(words, flush=True)


def kept_packages(site: Path, system: System) -> list[tuple[PurePosixPath, Path]]:
    """The files of installed packages that go into the folder: name there, and file."""
    found = []
    for path in sorted(site.rglob("*")):
        name = PurePosixPath(path.relative_to(site).as_posix())
        if path.is_file() and kept(name, system) and path.suffix != ".pyc":
            found.append((name, path))
    return found


def our_files() -> list[tuple[PurePosixPath, Path]]:
    """The app, its drawings and its translations."""
    found = []
    for start in _OURS:
        top = ROOT / start
        for path in sorted(top.rglob("*")) if top.is_dir() else [top]:
            if path.suffix == _FOR_TRANSLATORS or "__pycache__" in path.parts:
                continue
            if path.is_file():
                found.append((PurePosixPath(path.relative_to(ROOT).as_posix()), path))
    return found


def lost_imports(
    system: System, packages: Iterable[tuple[PurePosixPath, Path]], runtime: Path | None
) -> list[str]:
    """Imports of the app, and of all that it reaches, that would lead nowhere.

    Without a runtime, Python's compiled modules are taken to be there.
    """
    shelf = imports.Shelf()
    for name, path in [*packages, *our_files()]:
        shelf.add(name, imports.read(path) if path.suffix == ".py" else None)
    for name, path in runtimes.stdlib_sources():
        shelf.add(name, imports.read(path))
    shelf.add_names(_built_in(system))
    if runtime is None:
        shelf.add_names(sys.stdlib_module_names - STDLIB_LEFT_OUT)
    else:
        for path in sorted(runtime.rglob("*")):
            shelf.add(PurePosixPath(path.name), None)
    starts = [name for name in shelf.modules if name.partition(".")[0] == "app"]
    lost = imports.missing(shelf, starts, lambda name: name.partition(".")[0] == "app")
    return [one for one in lost if one.split()[-1].partition(".")[0] not in ONLY_FOR_TESTS]


def _built_in(system: System) -> set[str]:
    """Modules that Windows' and macOS' interpreters hold too, whatever this one is."""
    if system is WINDOWS:
        return {*sys.builtin_module_names, *_INSIDE_WINDOWS} - {"posix", "pwd"}
    return set(sys.builtin_module_names)


_INSIDE_WINDOWS = {
    *("nt", "msvcrt", "winreg", "_winapi", "_stat", "mmap", "array", "binascii", "math", "cmath"),
    *("_bisect", "_blake2", "_codecs_cn", "_codecs_hk", "_codecs_iso2022", "_codecs_jp"),
    *("_codecs_kr", "_codecs_tw", "_contextvars", "_csv", "_datetime", "_heapq", "_json"),
    *("_lsprof", "_md5", "_multibytecodec", "_opcode", "_pickle", "_random", "_sha1", "_sha2"),
    *("_sha3", "_statistics", "_struct", "_interpreters", "_interpchannels", "_interpqueues"),
    *("zlib", "xxsubtype", "audioop"),
}
"""Part of Windows' python3xx.dll, files of their own elsewhere."""


def _copy(files: Iterable[tuple[PurePosixPath, Path]], to: Path) -> None:
    for name, path in files:
        target = to / name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(path, target)


def _compile(lib: Path) -> None:
    """Ship compiled modules: they load faster, and nothing is written at a first start."""
    for path in sorted(lib.rglob("*.py")):
        _compiled(path, path.with_suffix(".pyc"), path.relative_to(lib).as_posix())
        path.unlink()


def _compiled(source: Path, target: Path, name: str) -> None:
    mode = py_compile.PycInvalidationMode.UNCHECKED_HASH
    py_compile.compile(str(source), str(target), dfile=name, doraise=True, invalidation_mode=mode)


def _zip_stdlib(folder: Path) -> None:
    """Python's own library, compiled and stored: one file loads faster than hundreds."""
    work = folder / "compiled.pyc"  # Here, so that two builds at once don't mix.
    with zipfile.ZipFile(folder / f"python{SHORT}.zip", "w") as archive:
        for name, path in sorted(runtimes.stdlib_sources()):
            _compiled(path, work, name.as_posix())
            entry = zipfile.ZipInfo(name.with_suffix(".pyc").as_posix(), zip_stamp())
            archive.writestr(entry, work.read_bytes())
    work.unlink()


def _finish(system: System, folder: Path, root: Path) -> None:
    finish = {LINUX.name: _finish_linux, WINDOWS.name: _finish_windows, MACOS.name: _finish_macos}
    finish[system.name](folder, root)


@cache
def icons() -> Path:
    """The folder of icons, drawn in a process of its own: Qt needs its own start."""
    folder = BUILD / "icons"
    code = "import sys, pathlib; from bundle import icons; icons.make(pathlib.Path(sys.argv[1]))"
    environ = {**os.environ, "PYTHONPATH": str(PACKAGING), "QT_QPA_PLATFORM": "offscreen"}
    subprocess.run([sys.executable, "-c", code, str(folder)], env=environ, check=True)
    freeze_times(folder)  # Installers note the time of the pictures on their pages.
    return folder


def _finish_linux(folder: Path, _root: Path) -> None:
    launcher.for_linux(folder)
    runtime, qt = folder / "runtime" / "lib", folder / "lib" / "PySide6" / "Qt"
    elf.strip(folder / "runtime")
    elf.bring_along([path for path in runtime.rglob("*") if elf.is_binary(path)], runtime)
    elf.bring_along([path for path in qt.rglob("*") if elf.is_binary(path)], qt / "lib")
    _stop_at(elf.unresolved(folder))
    origins.copy_licences(folder)


def _finish_windows(folder: Path, _root: Path) -> None:
    launcher.for_windows(folder, icons() / "counterpart.ico")
    _stop_at(pe.unresolved(folder))


def _finish_macos(folder: Path, root: Path) -> None:
    (folder / "Contents" / "MacOS").mkdir()
    launcher.for_macos(folder / "Contents" / "MacOS" / NAME)
    for path in sorted((root / "lib" / "PySide6").rglob("*.framework")):
        dylibs.restore_links(path)
    _stop_at(dylibs.unresolved(folder))


def _stop_at(lost: list[str]) -> None:
    if lost:
        raise CannotBuild("Libraries are missing:\n" + "\n".join(lost))
