"""Signs Windows programs with the certificate that the environment names.

`COUNTERPART_SIGN_PFX` is a file with certificate and key, `COUNTERPART_SIGN_PASSWORD_FILE` one
with its password, `COUNTERPART_SIGN_TIMESTAMP` the address of a time stamp service.
Run as a program, it signs one file: `python signing.py FILE`.
"""

import os
import shlex
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


def certificate(environ: Mapping[str, str]) -> bool:
    """Whether there is a certificate to sign with."""
    return bool(environ.get(PFX))


def command_line() -> str:
    """What makensis runs, followed by the file."""
    return shlex.join([sys.executable, str(Path(__file__).resolve())])


def sign(path: Path, environ: Mapping[str, str]) -> None:
    """Sign a program in place. Raises `CalledProcessError`."""
    if sys.platform == "win32":
        subprocess.run(_signtool(path, environ), check=True)
        return
    signed = path.with_name(path.name + ".signed")
    subprocess.run(_osslsigncode(path, signed, environ), check=True, stdout=subprocess.DEVNULL)
    signed.chmod(path.stat().st_mode)
    signed.replace(path)


def _osslsigncode(path: Path, signed: Path, environ: Mapping[str, str]) -> list[str]:
    return [
        *("osslsigncode", "sign", "-h", "sha256", "-pkcs12", environ[PFX]),
        *(["-readpass", environ[PASSWORD]] if environ.get(PASSWORD) else []),
        *(["-ts", environ[STAMP]] if environ.get(STAMP) else []),
        *("-n", "Counterpart", "-in", str(path), "-out", str(signed)),
    ]


def _signtool(path: Path, environ: Mapping[str, str]) -> list[str]:
    word = Path(environ[PASSWORD]).read_text("utf-8").strip() if environ.get(PASSWORD) else ""
    return [
        *("signtool", "sign", "/fd", "sha256", "/f", environ[PFX]),
        *(["/p", word] if word else []),
        *(["/tr", environ[STAMP], "/td", "sha256"] if environ.get(STAMP) else []),
        *("/d", "Counterpart", str(path)),
    ]


if __name__ == "__main__":
    sign(Path(sys.argv[1]), os.environ)
