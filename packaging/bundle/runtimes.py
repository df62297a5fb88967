"""Where the shipped Python comes from.

`running`: the Python that builds, on its own system. A file or an address: the embeddable zip of
the Python project, which a release for Windows that is built elsewhere takes, with its digest.
`rehearsal`: Python's files as another package carries them, for trying Windows and macOS on Linux;
its standard library is that of the building Python, so that it is never released.
"""

import hashlib
import io
import shutil
import sys
import sysconfig
import urllib.request
import zipfile
from pathlib import Path, PurePosixPath

from bundle import dylibs, pe
from bundle.places import BUILD, LONG, PACKAGING, SHORT, CannotBuild, run
from bundle.systems import LINUX, MACOS, WINDOWS, System
from bundle.trimming import kept_of_runtime, kept_of_stdlib

_WHEELS = {"windows": "win_amd64", "macos": "macosx_11_0_universal2"}


def stdlib_folder(system: System, runtime: Path) -> Path:
    """Where the zip of Python's own library lies."""
    return runtime if system is WINDOWS else runtime / "lib"


def modules_folder(system: System, runtime: Path) -> Path:
    """Where Python's compiled modules lie."""
    return runtime if system is WINDOWS else runtime / "lib" / f"python{LONG}" / "lib-dynload"


def make(system: System, runtime: Path, source: str, digest: str = "") -> None:
    """Put Python into the folder `runtime`. Raises `CannotBuild`."""
    runtime.mkdir(parents=True)
    modules_folder(system, runtime).mkdir(parents=True, exist_ok=True)
    if source == "running":
        _running(system, runtime)
    elif source == "rehearsal":
        _rehearsal(system, runtime)
    else:
        _embeddable(system, runtime, source, digest)
    if system is WINDOWS:
        lines = [f"python{SHORT}.zip", "."]
        (runtime / f"python{SHORT}._pth").write_text("\n".join(lines) + "\n", "ascii")
    licence = runtime / "LICENSE.txt"
    if not licence.is_file():
        shutil.copyfile(_licence(), licence)


def stdlib_sources() -> list[tuple[PurePosixPath, Path]]:
    """Every shipped module of Python's own library: name within it, and file."""
    stdlib = Path(sysconfig.get_path("stdlib"))
    sources = sorted(stdlib.rglob("*.py"))
    found = [(PurePosixPath(path.relative_to(stdlib).as_posix()), path) for path in sources]
    return [(name, path) for name, path in found if kept_of_stdlib(name)]


def _licence() -> Path:
    """Python's own, which goes along with it."""
    for folder in (sysconfig.get_path("stdlib"), sys.base_prefix):
        path = Path(folder, "LICENSE.txt")
        if path.is_file():
            return path
    raise CannotBuild(f"{sys.base_prefix} lacks LICENSE.txt, which must go along with Python.")


def _copy(path: Path, folder: Path) -> None:
    if kept_of_runtime(path.name):
        shutil.copy2(path, folder / path.name)


def _running(system: System, runtime: Path) -> None:
    if system is WINDOWS:
        _running_on_windows(runtime)
        return
    modules = modules_folder(system, runtime)
    shutil.copy2(_shared_library(), runtime / "lib" / library_name(system))
    for path in sorted(Path(sysconfig.get_path("stdlib"), "lib-dynload").glob("*.so")):
        _copy(path, modules)
    if system is MACOS:
        dylibs.bring_along(modules, Path(sys.base_prefix).resolve())


def _running_on_windows(runtime: Path) -> None:
    base = Path(sys.base_prefix)
    names = [f"python{SHORT}.dll", "python3.dll", "vcruntime140.dll", "vcruntime140_1.dll"]
    for path in [*(base / name for name in names), *sorted((base / "DLLs").iterdir())]:
        if path.suffix in {".dll", ".pyd"}:
            _copy(path, runtime)


def _shared_library() -> Path:
    """The file that holds the interpreter: on Linux beside its kin, on a Mac in its framework."""
    named = Path(sysconfig.get_config_var("LIBDIR"), sysconfig.get_config_var("INSTSONAME"))
    for path in (named, Path(sys.base_prefix, "Python")):
        if path.is_file() and path.suffix != ".a":
            return path
    raise CannotBuild(f"{sys.executable} was built without a shared library of Python.")


def library_name(system: System) -> str:
    """What the file that holds the interpreter is called in the folder."""
    names = {LINUX: f"libpython{LONG}.so.1.0", MACOS: f"libpython{LONG}.dylib"}
    return names.get(system, f"python{SHORT}.dll")


def _rehearsal(system: System, runtime: Path) -> None:
    folder = BUILD / "downloads"
    listed = PACKAGING / "rehearsal.lock"
    run(
        [
            *(sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--require-hashes"),
            *("--only-binary", ":all:", "--python-version", LONG, "--dest", str(folder)),
            *("--platform", _WHEELS[system.name], "--requirement", str(listed)),
        ]
    )
    [wheel] = folder.glob(f"*-cp{SHORT}-*{_WHEELS[system.name]}.whl")
    with zipfile.ZipFile(wheel) as archive:
        for name in archive.namelist():
            path = PurePosixPath(name)
            if path.parent.name != "deploy_libs" or not kept_of_runtime(path.name):
                continue
            folder = _place(system, runtime, path.name)
            (folder / path.name).write_bytes(archive.read(name))
    if system is WINDOWS:
        pe.make_forwarder(runtime / f"python{SHORT}.dll", runtime / "python3.dll")


def _place(system: System, runtime: Path, name: str) -> Path:
    if system is MACOS and name == library_name(system):
        return runtime / "lib"
    return modules_folder(system, runtime)


def _embeddable(system: System, runtime: Path, source: str, digest: str) -> None:
    if system is not WINDOWS or not digest:
        raise CannotBuild("A Python from a zip is for Windows, and needs --runtime-sha256.")
    content = _fetched(source)
    if hashlib.sha256(content).hexdigest() != digest.lower():
        raise CannotBuild(f"{source} is not the file with the digest {digest}.")
    wanted = (".dll", ".pyd", f"python{SHORT}.zip", "LICENSE.txt")
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        for name in archive.namelist():
            if name.endswith(wanted) and "/" not in name and kept_of_runtime(name):
                (runtime / name).write_bytes(archive.read(name))
    if not (runtime / f"python{SHORT}.dll").is_file():
        raise CannotBuild(f"{source} does not hold Python {LONG}.")


def _fetched(source: str) -> bytes:
    try:
        if source.startswith("https://"):
            with urllib.request.urlopen(source, timeout=60) as answer:  # noqa: S310 - https alone.
                return bytes(answer.read())
        return Path(source).read_bytes()
    except OSError as error:
        raise CannotBuild(f"{source} can't be read: {error}") from error
