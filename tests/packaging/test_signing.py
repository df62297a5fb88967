"""Signing Windows programs: with a certificate that the environment names, or plainly without."""

import os
import stat
import sys
from pathlib import Path

import pytest

from bundle import signing

NAMED = {signing.PFX: "sign.pfx"}


def test_without_a_certificate_the_word_is_clear() -> None:
    """Nobody ships an unsigned installer without having read so."""
    assert not signing.certificate({})
    assert not signing.certificate({signing.PFX: ""})
    assert signing.PFX in signing.UNSIGNED
    assert "Not signed" in signing.UNSIGNED


def test_a_certificate_alone_is_enough() -> None:
    """No password and no time stamp are asked for that nobody named."""
    assert signing.certificate(NAMED)
    command = signing.osslsigncode(Path("a.exe"), Path("b.exe"), NAMED)
    assert command[:6] == ["osslsigncode", "sign", "-h", "sha256", "-pkcs12", "sign.pfx"]
    assert not {"-readpass", "-ts"} & set(command)
    assert not {"/p", "/tr"} & set(signing.signtool(Path("a.exe"), NAMED))


def test_password_and_time_stamp_are_handed_on(tmp_path: Path) -> None:
    """Elsewhere than on Windows the password stays in its file."""
    word = tmp_path / "word.txt"
    word.write_text("open sesame\n", "utf-8")
    named = {**NAMED, signing.PASSWORD: str(word), signing.STAMP: "http://stamp"}
    command = signing.osslsigncode(Path("a.exe"), Path("b.exe"), named)
    assert "open sesame" not in " ".join(command)
    assert command[command.index("-readpass") + 1] == str(word)
    assert command[command.index("-ts") + 1] == "http://stamp"
    on_windows = signing.signtool(Path("a.exe"), named)
    assert on_windows[on_windows.index("/p") + 1] == "open sesame"
    assert on_windows[on_windows.index("/tr") + 1] == "http://stamp"


def stand_in(folder: Path, script: str) -> None:
    """Put a signing program of our own first in the search path."""
    program = folder / "osslsigncode"
    program.write_text(f"#!{sys.executable}\nimport sys\n{script}\n", "utf-8")
    program.chmod(stat.S_IRWXU)


@pytest.fixture
def search_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that programs are looked for in first."""
    if sys.platform == "win32":
        pytest.skip("signtool signs there")
    monkeypatch.setenv("PATH", str(tmp_path), prepend=os.pathsep)
    return tmp_path


def test_a_program_is_signed_in_place(search_path: Path) -> None:
    """The signed one takes its place, with its permissions."""
    stand_in(search_path, "open(sys.argv[-1], 'wb').write(open(sys.argv[-3], 'rb').read() + b'!')")
    program = search_path / "a.exe"
    program.write_bytes(b"program")
    program.chmod(0o744)
    signing.sign(program, NAMED)
    assert program.read_bytes() == b"program!"
    assert program.stat().st_mode & 0o777 == 0o744


def test_what_was_not_signed_is_told_and_left(search_path: Path) -> None:
    """A wrong password ends the build, and does not show what was typed."""
    stand_in(search_path, "print('open sesame'); sys.exit(1)")
    program = search_path / "a.exe"
    program.write_bytes(b"program")
    with pytest.raises(signing.CannotSign, match=signing.PASSWORD) as told:
        signing.sign(program, NAMED)
    assert "sesame" not in str(told.value)
    assert program.read_bytes() == b"program"
