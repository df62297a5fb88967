"""Signs Windows programs with the certificate that the environment names.

`COUNTERPART_SIGN_PFX` is a file with certificate and key, `COUNTERPART_SIGN_PASSWORD_FILE` one
with its password, `COUNTERPART_SIGN_TIMESTAMP` the address of a time stamp service.
Run as a program, it signs one file: `python signing.py FILE`.
"""

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

PFX = "COUNTERPART_SIGN_PFX"
PASSWORD = "COUNTERPART_SIGN_PASSWORD_FILE"  # noqa: S105 - the name of a variable.
STAMP = "COUNTERPART_SIGN_TIMESTAMP"

UNSIGNED = (
    f"Not signed: {PFX} names no certificate. Windows will warn whoever opens the installer that "
    "its publisher is unknown."
)


class CannotSign(Exception):
    """Why a program was not signed, in words."""


def certificate(environ: Mapping[str, str]) -> bool:
    """Whether there is a certificate to sign with."""
    return bool(environ.get(PFX))


def command_line() -> str:
    """What makensis runs, followed by the file."""
    return subprocess.list2cmdline([sys.executable, str(Path(__file__).resolve())])


def sign(path: Path, environ: Mapping[str, str]) -> None:
    """Sign a program in place. Raises `CannotSign`."""
    if sys.platform == "win32":
        _run(path, signtool(path, environ))
        return
    signed = path.with_name(path.name + ".signed")
    _run(path, osslsigncode(path, signed, environ))
    signed.chmod(path.stat().st_mode)
    signed.replace(path)


def _run(path: Path, command: list[str]) -> None:
    """Run a signing program; its words are kept back, since a password may stand in them."""
    try:
        done = subprocess.run(command, capture_output=True, check=False)
    except FileNotFoundError:
        raise CannotSign(f"{command[0]} is not installed; packaging/README.md lists it.") from None
    if done.returncode:
        raise CannotSign(
            f"{command[0]} did not sign {path.name} (it ended with {done.returncode}). See that "
            f"{PFX} and {PASSWORD} name a certificate with its key and the right password, and "
            f"that {STAMP}, if set, answers."
        )


def osslsigncode(path: Path, signed: Path, environ: Mapping[str, str]) -> list[str]:
    """What is run elsewhere: the password stays in its file."""
    return [
        *("osslsigncode", "sign", "-h", "sha256", "-pkcs12", environ[PFX]),
        *(["-readpass", environ[PASSWORD]] if environ.get(PASSWORD) else []),
        *(["-ts", environ[STAMP]] if environ.get(STAMP) else []),
        *("-n", "Counterpart", "-in", str(path), "-out", str(signed)),
    ]


def signtool(path: Path, environ: Mapping[str, str]) -> list[str]:
    """What is run on Windows, which takes the password in its command alone."""
    word = Path(environ[PASSWORD]).read_text("utf-8").strip() if environ.get(PASSWORD) else ""
    return [
        *("signtool", "sign", "/fd", "sha256", "/f", environ[PFX]),
        *(["/p", word] if word else []),
        *(["/tr", environ[STAMP], "/td", "sha256"] if environ.get(STAMP) else []),
        *("/d", "Counterpart", str(path)),
    ]


if __name__ == "__main__":
    try:
        sign(Path(sys.argv[1]), os.environ)
    except CannotSign as problem:
        sys.exit(str(problem))
