"""Python from an embeddable zip: only the one that was named, and only what is used of it."""

import hashlib
import zipfile
from pathlib import Path

import pytest

from bundle import runtimes
from bundle.places import SHORT, CannotBuild
from bundle.systems import LINUX, WINDOWS

FILES = (
    *(f"python{SHORT}.dll", "python3.dll", f"python{SHORT}.zip", "_ssl.pyd", "vcruntime140.dll"),
    *("python.exe", f"python{SHORT}._pth", "LICENSE.txt", "winsound.pyd", "other/_ssl.pyd"),
)


def embeddable(folder: Path, names: tuple[str, ...] = FILES) -> tuple[str, str]:
    """A zip with these files, and its digest."""
    path = folder / "embeddable.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for name in names:
            archive.writestr(name, name)
    return str(path), hashlib.sha256(path.read_bytes()).hexdigest()


def test_an_embeddable_python_is_taken_apart(tmp_path: Path) -> None:
    """Libraries, modules, library, licence; the search path is ours, and nothing is run of it."""
    runtime = tmp_path / "runtime"
    runtimes.make(WINDOWS, runtime, *embeddable(tmp_path))
    assert {path.name for path in runtime.iterdir()} == {
        *(f"python{SHORT}.dll", "python3.dll", f"python{SHORT}.zip", "_ssl.pyd"),
        *("vcruntime140.dll", "LICENSE.txt", f"python{SHORT}._pth"),
    }
    assert (runtime / "LICENSE.txt").read_text("ascii") == "LICENSE.txt"
    paths = (runtime / f"python{SHORT}._pth").read_text("ascii").split()
    assert paths == [f"python{SHORT}.zip", "."]


def test_another_file_than_the_one_named_is_refused(tmp_path: Path) -> None:
    """The digest says which one it must be; without a digest none is taken."""
    source, digest = embeddable(tmp_path)
    for wrong in (digest[::-1], ""):
        with pytest.raises(CannotBuild, match=r"digest|sha256"):
            runtimes.make(WINDOWS, tmp_path / f"runtime{wrong[:4]}", source, wrong)


def test_a_python_of_another_version_is_refused(tmp_path: Path) -> None:
    """Compiled modules go with one version of Python alone."""
    source, digest = embeddable(tmp_path, ("python27.dll", "LICENSE.txt"))
    with pytest.raises(CannotBuild, match="does not hold Python"):
        runtimes.make(WINDOWS, tmp_path / "runtime", source, digest)


def test_only_windows_has_an_embeddable_python(tmp_path: Path) -> None:
    """The others are told so before anything is made of it."""
    with pytest.raises(CannotBuild, match="for Windows"):
        runtimes.make(LINUX, tmp_path / "runtime", *embeddable(tmp_path))


def test_a_zip_that_is_not_there_is_told(tmp_path: Path) -> None:
    """By its name."""
    with pytest.raises(CannotBuild, match=r"nowhere\.zip"):
        runtimes.make(WINDOWS, tmp_path / "runtime", "nowhere.zip", "0" * 64)
