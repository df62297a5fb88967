"""Small files that are never half written, and folders and locks around them."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from app.domain.choices import Choices, merged
from app.domain.errors import AnotherRun, SettingsWrong, StorageFailed
from app.storage.choices_file import ChoicesFile
from app.storage.locks import locked
from app.storage.paths import Folders
from app.storage.profile import Profile
from app.storage.settings import SettingsFile


def test_what_is_written_is_read(tmp_path: Path) -> None:
    """Keys of a later version survive an update by this one."""
    file = SettingsFile(tmp_path / "settings.json")
    file.write({"known": 1, "from a later version": [1, 2]})
    file.update(lambda stored: {**stored, "known": 2})
    assert file.read() == {"known": 2, "from a later version": [1, 2]}
    assert [path.name for path in tmp_path.glob("*.new")] == []


@pytest.mark.parametrize("content", [b"{", b"[1]", b"\xff\xfe", b""])
def test_a_damaged_file_is_set_aside_and_told(tmp_path: Path, content: bytes) -> None:
    """Read as empty, kept under another name, and the loss is known until made up for."""
    path = tmp_path / "settings.json"
    path.write_bytes(content)
    file = SettingsFile(path)
    found = file.read()
    (kept,) = tmp_path.glob("settings-damaged-*")
    assert found == {"set_aside": kept.name}
    assert file.lost() == kept.name
    file.make_up()
    assert not file.lost()


def test_choices_come_back(tmp_path: Path) -> None:
    """Everything the manager chose, in a file of its own."""
    file = ChoicesFile(SettingsFile(tmp_path / "choices.json"))
    chosen = Choices(
        register="t1",
        outlets=frozenset({"o1"}),
        flags={"f1": "off"},
        kept={"f1": frozenset({"name"})},
        buffers={"f1": 2},
        booked=frozenset({"A-1"}),
        links={"f1": 7},
    )
    file.update(lambda _: chosen)
    assert file.read() == chosen


def test_odd_choices_are_passed_over(tmp_path: Path) -> None:
    """A hand-edited file does no harm."""
    path = tmp_path / "choices.json"
    path.write_text(json.dumps({"flags": {"f1": "maybe", "f2": "on"}, "outlets": 7}))
    assert ChoicesFile(SettingsFile(path)).read() == Choices(flags={"f2": "on"})


def test_choices_of_others_are_not_overwritten() -> None:
    """What changed meanwhile stays, key by key."""
    before = Choices(flags={"a": "on"})
    ours = replace(before, register="t1")
    theirs = replace(before, flags={"a": "on", "b": "off"})
    assert merged(before, ours, theirs) == Choices(register="t1", flags={"a": "on", "b": "off"})


def test_settings_are_checked_when_set(tmp_path: Path) -> None:
    """Unknown keys and values are refused with what is allowed."""
    folders = Folders.inside(tmp_path)
    folders.create()
    profile = Profile(folders, {})
    profile.set_rule("guard.count", 3)
    assert profile.rules().whole("guard.count") == 3
    with pytest.raises(SettingsWrong, match="no setting"):
        profile.set_rule("no.such", 1)
    with pytest.raises(SettingsWrong, match="one of"):
        profile.set_rule("removal.mode", "burn")


def test_one_run_at_a_time(tmp_path: Path) -> None:
    """The lock is refused to a second holder and free again afterwards."""
    path = tmp_path / "shop.lock"
    busy = AnotherRun()
    with locked(path, busy), pytest.raises(AnotherRun), locked(path, busy):
        pass
    with locked(path, busy):
        pass


def test_folders_follow_the_environment(tmp_path: Path) -> None:
    """One folder for everything, made private."""
    folders = Folders.chosen({"COUNTERPART_HOME": str(tmp_path / "home")})
    folders.create()
    assert folders.data.is_dir()
    assert folders.data.parent == tmp_path / "home"


def test_a_folder_that_cannot_be_made_is_explained(tmp_path: Path) -> None:
    """The remedy names the variable."""
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(StorageFailed, match="COUNTERPART_HOME"):
        Folders.inside(tmp_path / "file").create()
