"""The self-test: what it finds of an installation and how it says so."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from keyring.backend import KeyringBackend
from keyring.errors import KeyringLocked, NoKeyringError

from app import __version__
from app.installation import KeyringFound, Shown, findings, kept_in_keyring
from app.storage.secrets import Tokens
from tests.checkout import ROOT
from tests.storage.test_secrets import Memory

SHOWN = Shown(1.5, "offscreen", "counterpart", (800, 600), icon=True, qt="6")


class Forgetful(Memory):
    """A keyring that takes a token and keeps nothing."""

    def set_password(self, service: str, username: str, password: str) -> None:
        """Lose it."""


def kept(ring: KeyringBackend, system_name: str = "posix") -> KeyringFound:
    """What the round trip finds with this keyring."""
    return kept_in_keyring(Tokens(lambda: ring), system_name=system_name)


def test_a_keyring_is_tried_and_left_as_it_was() -> None:
    """Kept, told again, forgotten."""
    ring = Memory()
    found = kept(ring)
    assert (found.kept, found.wrong, found.backend) == (True, False, Memory.__module__)
    assert ring.kept == {}


def test_a_keyring_that_keeps_nothing_is_a_fault() -> None:
    """Tokens would be asked for at every start."""
    found = kept(Forgetful())
    assert (found.kept, found.wrong) == (False, True)
    assert findings(SHOWN, [], found).problems == (found.note,)


@pytest.mark.parametrize(("system_name", "wrong"), [("nt", True), ("posix", False)])
def test_only_linux_may_be_without_a_keyring(system_name: str, wrong: bool) -> None:
    """A session without a desktop is no fault of the installation."""
    assert kept(Memory(NoKeyringError()), system_name).wrong is wrong or sys.platform == "darwin"


def test_a_locked_keyring_is_no_fault() -> None:
    """It is told, not failed."""
    found = kept(Memory(KeyringLocked()), "nt")
    assert (found.kept, found.wrong) == (False, False)
    assert "locked" in found.note


def test_a_missing_icon_is_a_fault() -> None:
    """The drawings lie beside the app; without them every button is blank."""
    bare = Shown(1.5, "offscreen", "counterpart", (800, 600), icon=False, qt="6")
    found = findings(bare, [], KeyringFound(kept=True, backend="x"))
    assert not found.ok
    assert "icon" in found.problems[0]


@pytest.mark.window
def test_the_self_test_passes_and_writes_what_it_found(tmp_path: Path) -> None:
    """The whole way: window, a sample sync without differences, a file of findings."""
    out = tmp_path / "found.json"
    environ = {**os.environ, "PYTHON_KEYRING_BACKEND": "keyring.backends.null.Keyring"}
    environ.pop("QT_QPA_PLATFORM", None)
    done = subprocess.run(
        [sys.executable, "-m", "app", "--self-test", "--out", str(out)],
        cwd=ROOT,
        env=environ,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    found = json.loads(out.read_text("utf-8"))
    assert found["ok"] is True
    assert found["problems"] == []
    assert found["version"] == __version__
    assert found["window"]["platform"] == "offscreen"
    assert found["window"]["icon"] is True
    assert found["keyring"]["kept"] is False, "a keyring that is not the system's was trusted"
