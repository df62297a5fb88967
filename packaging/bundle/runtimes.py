"""Where the shipped Python comes from.

`running`: the Python that builds, on its own system. `zip`: the embeddable zip of the Python
project, which a release for Windows that is built elsewhere takes, with its digest. `rehearsal`:
Python's files as another package carries them, for trying Windows and macOS on Linux; its
standard library is that of the building Python, so that it is never released.
"""

import hashlib
import shutil
import sys
import sysconfig
import urllib.request
import zipfile
from pathlib import Path, PurePosixPath

from bundle import pe
from bundle.places import BUILD, PACKAGING, PYTHON, CannotBuild, run
from bundle.systems import LINUX, MACOS, WINDOWS, System
from bundle.trimming import kept_of_runtime, kept_of_stdlib

_SHORT = "{}{}".format(*PYTHON)
_LONG = "{}.{}".format(*PYTHON)
_WHEELS = {"windows": "win_amd64", "macos": "macosx_11_0_universal2"}


def stdlib_folder(system: System, runtime: Path) -> Path:
    """Where the zip of Python's own library lies."""
    return runtime if system is WINDOWS else runtime / "lib"


def modules_folder(system: System, runtime: Path) -> Path:
    """Where Python's compiled modules lie."""
    return runtime if system is WINDOWS else runtime / "lib" / f"python{_LONG}" / "lib-dynload"


def make(system: System, runtime: Path, source: str, digest: str = "") -> None:
    """Put Python into the folder `runtime`. Raises `CannotBuild`."""
    if sys.version_info[:2] != PYTHON:
        raise CannotBuild(f"Build with Python {_LONG}: the compiled library must be its own.")
    runtime.mkdir(parents=True)
    modules_folder(system, runtime).mkdir(parents=True, exist_ok=True)
    if source == "running":
        _running(system, runtime)
    elif source == "rehearsal":
        _rehearsal(system, runtime)
    else:
        _embeddable(system, runtime, source, digest)
    if system is WINDOWS:
        lines = [f"python{_SHORT}.zip", "."]
        (runtime / f"python{_SHORT}._pth").write_text("\n".join(lines) + "\n", "ascii")


def stdlib_sources() -> list[tuple[PurePosixPath, Path]]:
    """Every shipped module of Python's own library: name within it, and file."""
    stdlib = Path(sysconfig.get_path("stdlib"))
    found = [(PurePosixPath(path.relative_to(stdlib).as_posix()), path) for path in _python(stdlib)]
    return [(name, path) for name, path in found if kept_of_stdlib(name)]


def _python(folder: Path) -> list[Path]:
    return sorted(folder.rglob("*.py"))


def _copy(path: Path, folder: Path) -> None:
    if kept_of_runtime(path.name):
        shutil.copy2(path, folder / path.name)


def _running(system: System, runtime: Path) -> None:
    if system is WINDOWS:
        base = Path(sys.base_prefix)
        names = [f"python{_SHORT}.dll", "python3.dll", "vcruntime140.dll", "vcruntime140_1.dll"]
        files = [base / name for name in names] + sorted((base / "DLLs").iterdir())
        for path in files:
            if path.suffix in {".dll", ".pyd"}:
                _copy(path, runtime)
        return
    library = Path(sysconfig.get_config_var("LIBDIR"), sysconfig.get_config_var("INSTSONAME"))
    if system is MACOS and not library.is_file():
        library = Path(sys.base_prefix, "Python")
    if not sysconfig.get_config_var("Py_ENABLE_SHARED") and system is LINUX:
        raise CannotBuild(f"{sys.executable} was built without a shared library of Python.")
    shutil.copy2(library, runtime / "lib" / library_name(system))
    for path in sorted(Path(sysconfig.get_path("stdlib"), "lib-dynload").glob("*.so")):
        _copy(path, modules_folder(system, runtime))


def library_name(system: System) -> str:
    """The file that holds the interpreter."""
    endings = {
        LINUX.name: f"lib/libpython{_LONG}.so.1.0",
        MACOS.name: f"lib/libpython{_LONG}.dylib",
    }
    return Path(endings.get(system.name, f"python{_SHORT}.dll")).name


def _rehearsal(system: System, runtime: Path) -> None:
    folder = BUILD / "downloads"
    listed = PACKAGING / "rehearsal.lock"
    run(
        [
            *(sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--require-hashes"),
            *("--only-binary", ":all:", "--python-version", _LONG, "--dest", str(folder)),
            *("--platform", _WHEELS[system.name], "--requirement", str(listed)),
        ]
    )
    [wheel] = folder.glob(f"*-{_WHEELS[system.name]}.whl")
    with zipfile.ZipFile(wheel) as archive:
        for name in archive.namelist():
            path = PurePosixPath(name)
            if path.parent.name != "deploy_libs" or not kept_of_runtime(path.name):
                continue
            folder = _place(system, runtime, path.name)
            (folder / path.name).write_bytes(archive.read(name))
    if system is WINDOWS:
        pe.make_forwarder(runtime / f"python{_SHORT}.dll", runtime / "python3.dll")


def _place(system: System, runtime: Path, name: str) -> Path:
    if system is MACOS and name == library_name(system):
        return runtime / "lib"
    return modules_folder(system, runtime)


def _embeddable(system: System, runtime: Path, source: str, digest: str) -> None:
    if system is not WINDOWS or not digest:
        raise CannotBuild("A Python from a zip is for Windows, and needs --runtime-sha256.")
    if source.startswith("https://"):
        with urllib.request.urlopen(source) as answer:  # noqa: S310 - https alone, see above.
            content = answer.read()
    else:
        content = Path(source).read_bytes()
    if hashlib.sha256(content).hexdigest() != digest.lower():
        raise CannotBuild(f"{source} is not the file with the digest {digest}.")
    kept = BUILD / "downloads" / "embeddable.zip"
    kept.parent.mkdir(parents=True, exist_ok=True)
    kept.write_bytes(content)
    with zipfile.ZipFile(kept) as archive:
        for name in archive.namelist():
            if name.endswith((".dll", ".pyd", f"python{_SHORT}.zip")) and kept_of_runtime(name):
                (runtime / name).write_bytes(archive.read(name))
    if not (runtime / f"python{_SHORT}.dll").is_file():
        raise CannotBuild(f"{source} does not hold Python {_LONG}.")
