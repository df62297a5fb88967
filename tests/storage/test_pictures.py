"""The disk cache of pictures: within its limit, newest kept, never in the way."""

import errno
import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from app.storage.pictures import PictureCache


def _size(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.iterdir())


def test_what_is_put_is_there(tmp_path: Path) -> None:
    """In this process and the next; an address tells one picture from another."""
    cache = PictureCache(tmp_path / "pictures", 1000)
    assert cache.get("https://cdn/a") is None
    cache.put("https://cdn/a", b"aaa")
    cache.put("https://cdn/b", b"b")
    cache.put("https://cdn/a", b"new")
    again = PictureCache(tmp_path / "pictures", 1000)
    assert (again.get("https://cdn/a"), again.get("https://cdn/b")) == (b"new", b"b")
    assert len(list((tmp_path / "pictures").iterdir())) == 2


@pytest.mark.parametrize(
    "address", ["../../etc/passwd", "https://cdn/" + "x" * 5000, "nul\x00", "\ud800", "é?", ""]
)
def test_any_address_is_a_name(tmp_path: Path, address: str) -> None:
    """No address reaches outside the folder or is too long for a file's name."""
    folder = tmp_path / "pictures"
    cache = PictureCache(folder, 1000)
    cache.put(address, b"x")
    assert cache.get(address) == b"x"
    assert list(tmp_path.iterdir()) == [folder]
    (file,) = folder.iterdir()
    assert len(file.name) == 40


def test_the_folder_is_for_this_user_alone(tmp_path: Path) -> None:
    """Made on the first picture, not before."""
    folder = tmp_path / "deep" / "pictures"
    cache = PictureCache(folder, 1000)
    cache.get("a")
    assert not folder.exists()
    cache.put("a", b"x")
    if os.name == "posix":
        assert folder.stat().st_mode & 0o077 == 0


def test_what_was_not_used_longest_goes_first(tmp_path: Path) -> None:
    """Reading counts as use."""
    cache = PictureCache(tmp_path, 100)
    for name in "abcd":
        cache.put(name, name.encode() * 22)
    cache.get("a")
    cache.put("e", b"e" * 22)
    assert [name for name in "abcde" if cache.get(name)] == ["a", "c", "d", "e"]
    cache.put("f", b"f" * 40)
    assert [name for name in "abcdef" if cache.get(name)] == ["d", "e", "f"]
    assert _size(tmp_path) <= 100


def test_the_limit_holds_over_many_pictures(tmp_path: Path) -> None:
    """At no moment more than the limit, and most of it used."""
    cache = PictureCache(tmp_path, 1000)
    for number in range(200):
        cache.put(f"https://cdn/{number}", b"x" * (number % 60 + 1))
        assert _size(tmp_path) <= 1000
    assert _size(tmp_path) > 700
    assert cache.get("https://cdn/199") is not None


def test_what_is_already_there_counts(tmp_path: Path) -> None:
    """Pictures of an earlier process are counted, a smaller limit is kept at once."""
    cache = PictureCache(tmp_path, 1000)
    for name in "abcdefgh":
        cache.put(name, b"x" * 50)
    smaller = PictureCache(tmp_path, 120)
    smaller.put("new", b"y" * 50)
    assert _size(tmp_path) <= 120
    assert smaller.get("new") == b"y" * 50


def test_a_picture_written_again_counts_once(tmp_path: Path) -> None:
    """The old bytes make room for the new."""
    cache = PictureCache(tmp_path, 100)
    cache.put("other", b"x" * 30)
    for _ in range(20):
        cache.put("same", b"y" * 30)
    assert cache.get("other") == b"x" * 30


def test_what_is_not_kept(tmp_path: Path) -> None:
    """Nothing, and what is larger than the whole cache; other pictures stay."""
    cache = PictureCache(tmp_path, 100)
    cache.put("kept", b"x" * 60)
    cache.put("empty", b"")
    cache.put("large", b"x" * 101)
    assert (cache.get("empty"), cache.get("large")) == (None, None)
    assert cache.get("kept") == b"x" * 60


def test_files_of_others_stay(tmp_path: Path) -> None:
    """Only what the cache wrote is ever thrown out; what it left half written goes too."""
    (tmp_path / "holiday.jpg").write_bytes(b"x" * 500)
    (tmp_path / f"{'a' * 40}.k3x.new").write_bytes(b"x" * 500)
    os.utime(tmp_path / f"{'a' * 40}.k3x.new", (1, 1))
    cache = PictureCache(tmp_path, 100)
    cache.put("a", b"x" * 60)
    assert cache.get("a") == b"x" * 60
    assert (tmp_path / "holiday.jpg").exists()
    assert len(list(tmp_path.iterdir())) == 2


def test_a_file_that_can_not_be_read(tmp_path: Path) -> None:
    """It is as if the picture were not there; so is one that was cut to nothing."""
    cache = PictureCache(tmp_path, 1000)
    for address in ("a", "b"):
        cache.put(address, b"x")
    first, second = sorted(tmp_path.iterdir())
    first.unlink()
    first.mkdir()
    second.write_bytes(b"")
    assert (cache.get("a"), cache.get("b")) == (None, None)
    for address in ("a", "b"):
        cache.put(address, b"y")
    assert sorted([cache.get("a") or b"", cache.get("b") or b""]) == [b"", b"y"]


def test_a_folder_that_can_not_be_used(tmp_path: Path) -> None:
    """Pictures are dropped, nothing is raised."""
    (tmp_path / "file").write_bytes(b"x")
    cache = PictureCache(tmp_path / "file", 1000)
    cache.put("a", b"x")
    assert cache.get("a") is None


def test_a_full_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The picture is dropped, nothing half written stays; with room again it is kept."""
    cache = PictureCache(tmp_path, 1000)
    cache.put("a", b"old")

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", full)
        cache.put("a", b"new")
        cache.put("b", b"b")
    assert (cache.get("a"), cache.get("b")) == (b"old", None)
    assert len(list(tmp_path.iterdir())) == 1
    cache.put("b", b"b")
    assert cache.get("b") == b"b"


def test_files_that_can_not_be_thrown_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Then there is no room; the limit holds all the same."""
    cache = PictureCache(tmp_path, 100)
    cache.put("a", b"x" * 80)

    def held(*_: object, **__: object) -> None:
        raise PermissionError(errno.EACCES, "in use")

    with monkeypatch.context() as patch:
        patch.setattr(Path, "unlink", held)
        cache.put("b", b"x" * 80)
    assert cache.get("b") is None
    assert _size(tmp_path) == 80


def test_a_folder_emptied_from_outside(tmp_path: Path) -> None:
    """The pictures are gone; the next are kept."""
    folder = tmp_path / "pictures"
    cache = PictureCache(folder, 100)
    cache.put("a", b"x" * 80)
    for path in folder.iterdir():
        path.unlink()
    folder.rmdir()
    assert cache.get("a") is None
    cache.put("b", b"y")
    cache.put("b", b"y")
    assert cache.get("b") == b"y"


def test_from_several_threads(tmp_path: Path) -> None:
    """Whole pictures or none, and never more than the limit."""
    cache = PictureCache(tmp_path, 2000)

    def use(number: int) -> bool:
        address = f"https://cdn/{number % 40}"
        content = bytes([number % 40]) * 100
        cache.put(address, content)
        return cache.get(address) in (None, content)

    with ThreadPoolExecutor(8) as threads:
        assert all(threads.map(use, range(400)))
    assert 1000 < _size(tmp_path) <= 2000
