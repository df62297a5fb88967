"""What the self-test finds out about an installation, besides the sync itself."""

import json
import os
import platform
import secrets
import sys
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from app import __version__
from app.domain.errors import KeyringLocked, KeyringUnavailable
from app.storage.secrets import Tokens

_ENTRY = "self-test"


@dataclass(frozen=True, slots=True)
class Shown:
    """The window as it came up; `at` is when, in seconds since 1970."""

    at: float
    platform: str
    style: str
    screen: tuple[int, int]
    icon: bool
    qt: str


@dataclass(frozen=True, slots=True)
class KeyringFound:
    """Whether a token was kept, told again and forgotten; otherwise why not."""

    kept: bool
    backend: str
    note: str = ""
    wrong: bool = False
    """Whether that is a fault of the installation, and no matter of this computer's session."""


@dataclass(frozen=True, slots=True)
class Findings:
    """All that the self-test found."""

    ok: bool
    problems: tuple[str, ...]
    version: str
    window: Shown
    keyring: KeyringFound
    python: str
    system: str
    folder: str
    """Where the app lies."""

    def as_json(self) -> str:
        """For a file."""
        return json.dumps(asdict(self), indent=2, ensure_ascii=False) + "\n"


def findings(shown: Shown, problems: Sequence[str], keyring: KeyringFound) -> Findings:
    """What was found, with all that is not as it should be."""
    wrong = [*problems]
    if not shown.icon:
        wrong.append("the app's icon can't be drawn")
    if keyring.wrong:
        wrong.append(keyring.note)
    return Findings(
        ok=not wrong,
        problems=tuple(wrong),
        version=__version__,
        window=shown,
        keyring=keyring,
        python=platform.python_version(),
        system=sys.platform,
        folder=str(Path(__file__).resolve().parents[1]),
    )


def kept_in_keyring(tokens: Tokens, *, system_name: str = os.name) -> KeyringFound:
    """Keep a token in the system's keyring, read it, forget it.

    A Linux session may have no keyring or a locked one; Windows and macOS always have theirs.
    """
    token = secrets.token_hex(8)
    try:
        backend = tokens.backend()
        tokens.save(_ENTRY, token)
        told = tokens.read(_ENTRY)
        tokens.forget(_ENTRY)
        left = tokens.read(_ENTRY)
    except KeyringLocked as locked:
        return KeyringFound(False, "", str(locked))
    except KeyringUnavailable as absent:
        always = system_name == "nt" or sys.platform == "darwin"
        return KeyringFound(False, "", str(absent), wrong=always)
    if told != token or left is not None:
        return KeyringFound(False, backend, f"{backend} does not keep what it is given", wrong=True)
    return KeyringFound(True, backend)
