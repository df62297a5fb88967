#!/usr/bin/env python3
"""Runs a checkout: builds `.venv` from the lock file, then starts the sample shop or the tests.

Standard library only, and readable by an older Python so that it can say which one it needs.
"""

from __future__ import annotations  # An older Python must get as far as the message.

import hashlib
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
LOCK = ROOT / "requirements.lock"
TOOLS_LOCK = ROOT / "packaging" / "tools.lock"
STAMP = VENV / "installed-lock.txt"
"""Holds the digest of the lock file that `.venv` was completely installed from."""

SUPPORTED = ((3, 13), (3, 12), (3, 11))
"""Python versions that Counterpart runs on, the one we prefer first."""

QT_LIBRARIES = (
    "libgl1",
    "libegl1",
    "libxkbcommon0",
    "libglib2.0-0",
    "libfreetype6",
    "libfontconfig1",
    "libdbus-1-3",
)
"""Debian packages that Qt needs to start without a screen."""

QT_WINDOW_LIBRARIES = (
    *QT_LIBRARIES,
    "libxkbcommon-x11-0",
    "libxcb-cursor0",
    "libxcb-icccm4",
    "libxcb-keysyms1",
    "libxcb-shape0",
)
"""Those that it needs to open a window on X."""

QT_STARTS = "from PySide6.QtWidgets import QApplication; QApplication([])"

USAGE = """\
usage: python3 packaging/start.py COMMAND [ARGUMENT...]     (Windows: py packaging\\start.py ...)

  sample   the window on the sample stores; where there is no screen, or with `--headless`,
           one sync between them: arguments then go to `sync --demo --yes`
  tests    the tests; arguments go to pytest
  lock     resolve the dependencies of pyproject.toml anew into requirements.lock, and those
           of packaging/build.py into packaging/tools.lock;
           --upgrade takes the newest versions that pyproject.toml allows
  translations
           collect all texts for translators and compile what they made of them
  audit    ask the package index for known weaknesses of what the lock file names"""


class CannotStart(Exception):
    """What is missing on this computer, and how to get it."""


def main(arguments: list[str]) -> int:
    """Carry out one command; returns the exit status (2: it could not be started)."""
    commands = {
        "sample": sample,
        "tests": tests,
        "lock": lock,
        "translations": translations,
        "audit": audit,
    }
    command = commands.get(arguments[0]) if arguments else None
    if command is None:
        say(USAGE)
        return 2
    try:
        return command(arguments[1:])
    except CannotStart as problem:
        say(str(problem))
        return 2
    except KeyboardInterrupt:
        return 130


def sample(arguments: list[str]) -> int:
    """Open the window on the sample stores, or sync them once where there is no screen."""
    python = environment()
    if arguments[:1] == ["--headless"]:
        arguments = arguments[1:]
    elif has_screen() and not arguments:
        need_qt(python, QT_WINDOW_LIBRARIES)
        return hand_over([python, "-m", "app", "--demo"])
    return hand_over([python, "-m", "app", "sync", "--demo", "--yes", *arguments])


def has_screen() -> bool:
    """Whether a window can be seen: everywhere but on a Linux without a display."""
    if not sys.platform.startswith("linux"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def tests(arguments: list[str]) -> int:
    """Run the tests in two processes, Qt without a screen."""
    python = environment()
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    need_qt(python)
    return hand_over([python, "-m", "pytest", "-n", "2", *arguments])


def lock(arguments: list[str]) -> int:
    """Write the lock files for every supported Python and system."""
    with tempfile.TemporaryDirectory(prefix="counterpart-lock-") as folder:
        python = make_venv(Path(folder) / "venv")
        run([python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "uv"])
        compile_lock = [
            *(python, "-m", "uv", "pip", "compile", "--universal", "--python-version", "3.11"),
            *("--generate-hashes", "--quiet", "--no-build"),
            *("--custom-compile-command", "python3 packaging/start.py lock"),
            *arguments,
        ]
        of_app = ["pyproject.toml", "--extra", "dev", "--output-file", str(LOCK)]
        of_tools = ["--group", "packaging", "-c", LOCK.name, "--output-file", str(TOOLS_LOCK)]
        for what in (of_app, of_tools):
            status = subprocess.call([*compile_lock, *what], cwd=ROOT)
            if status:
                return status
        return 0


def translations(arguments: list[str]) -> int:
    """Bring the files of the translators up to date; 1 if texts wait for them."""
    command = [environment(), str(ROOT / "packaging" / "translations.py"), *arguments]
    return hand_over(command)


def audit(arguments: list[str]) -> int:
    """Look up every package of the lock file among published advisories; 1 if any is listed.

    For releases, not for every change: it fails when the world changes. A package that could not
    be looked up counts as a failure (`--strict`).
    """
    with tempfile.TemporaryDirectory(prefix="counterpart-audit-") as folder:
        python = make_venv(Path(folder) / "venv")
        run([python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "pip-audit"])
        check = [python, "-m", "pip_audit", "--strict", "--require-hashes", "--disable-pip"]
        return subprocess.call([*check, "--requirement", str(LOCK), *arguments], cwd=ROOT)


def environment() -> str:
    """The Python of `.venv`; builds it anew when the lock file is not the one it was built from."""
    wanted = hashlib.sha256(LOCK.read_bytes()).hexdigest()
    python = str(python_in(VENV))
    if STAMP.is_file() and STAMP.read_text("ascii").strip() == wanted and works(python, "pass"):
        return python
    say("Setting up Counterpart in .venv (once, and after a change of its dependencies) ...")
    make_venv(VENV)
    install(python)
    STAMP.write_text(wanted + "\n", "ascii")
    return python


def install(python: str) -> None:
    """Install exactly what the lock file names, each file checked against its hash."""
    try:
        run(
            [
                *(python, "-m", "pip", "install", "--disable-pip-version-check", "--no-input"),
                *("--require-hashes", "--no-deps", "--only-binary=:all:", "-r", str(LOCK)),
                *([] if sys.stderr.isatty() else ["--quiet"]),
            ]
        )
    except subprocess.CalledProcessError:
        raise CannotStart(
            "The packages could not be installed; pip says above what stopped it.\n"
            "A connection to the internet, 500 MB of free disk space and a 64-bit Python are "
            "needed. Then run the same command again."
        ) from None


def make_venv(folder: Path) -> str:
    """An empty virtual environment in the folder, whatever was there before; returns its Python."""
    base, version = suitable_python()
    need_venv(base, version)
    try:
        run([base, "-m", "venv", "--clear", str(folder)])
    except subprocess.CalledProcessError:
        raise CannotStart(
            f"{folder} could not be made. Close every program that runs from it, see that the "
            "folder may be written to, and run the same command again."
        ) from None
    return str(python_in(folder))


def python_in(folder: Path) -> Path:
    """Where a virtual environment keeps its Python."""
    return folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def suitable_python() -> tuple[str, str]:
    """The Python to build with: path and version such as "3.11".

    The running one if it fits, else the newest that fits of those installed.
    """
    if sys.version_info[:2] in SUPPORTED:
        return running_python(), "{}.{}".format(*sys.version_info)
    for major, minor in SUPPORTED:
        version = f"{major}.{minor}"
        path = installed_python(version)
        if path:
            return path, version
    raise CannotStart(
        "Counterpart needs Python 3.11, 3.12 or 3.13; this is {}.{}.".format(*sys.version_info)
        + "\nInstall one of them (https://www.python.org/downloads/, or your system's packages) "
        "and run the same command again."
    )


def running_python() -> str:
    """The running Python's own path, also when it was started through a virtual environment."""
    if sys.prefix == sys.base_prefix:
        return sys.executable
    name = "python.exe" if os.name == "nt" else "bin/python{}.{}".format(*sys.version_info)
    base = Path(sys.base_prefix, name)
    return str(base) if base.is_file() else sys.executable


def installed_python(version: str) -> str:
    """The path of an installed Python of that version, or "" when there is none that starts."""
    command = ["py", "-" + version] if os.name == "nt" else ["python" + version]
    code = "import sys; print('{}.{}'.format(*sys.version_info)); print(sys.executable)"
    try:
        answer = subprocess.check_output(
            [*command, "-c", code], stderr=subprocess.DEVNULL, universal_newlines=True
        )
    except (OSError, subprocess.CalledProcessError):
        return ""
    found, _, path = answer.strip().partition("\n")
    return path if found == version else ""


def need_venv(python: str, version: str) -> None:
    """See to it that this Python can make virtual environments with pip in them."""
    if works(python, "import venv, ensurepip"):
        return
    trouble = f"Python {version} lacks the modules that make virtual environments."
    install_debian_packages([f"python{version}-venv"], trouble)
    if not works(python, "import venv, ensurepip"):
        raise CannotStart(f"{trouble} Install Python {version} with its `venv` and `ensurepip`.")


def need_qt(python: str, libraries: tuple[str, ...] = QT_LIBRARIES) -> None:
    """See to it that Qt can start; on Linux it needs libraries of the system."""
    if not sys.platform.startswith("linux") or works(python, QT_STARTS):
        return
    trouble = "Qt's system libraries are needed, and some are missing."
    install_debian_packages(list(libraries), trouble)
    if not works(python, QT_STARTS):
        raise CannotStart(f"{trouble} This command shows which:\n  {python} -c '{QT_STARTS}'")


def install_debian_packages(packages: list[str], trouble: str) -> None:
    """Install with apt-get when we may; otherwise say exactly what to type."""
    names = " ".join(packages)
    if shutil.which("apt-get") is None:
        raise CannotStart(f"{trouble}\nInstall your system's counterparts of: {names}")
    if getattr(os, "geteuid", lambda: 1)() != 0:
        raise CannotStart(f"{trouble} Install them with:\n  sudo apt-get install {names}")
    say(f"{trouble} Installing {names} ...")
    os.environ.setdefault("DEBIAN_FRONTEND", "noninteractive")
    try:
        run(["apt-get", "update", "-qq"])
        run(["apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages])
    except subprocess.CalledProcessError:
        raise CannotStart(f"apt-get failed, see above. Try:\n  apt-get install {names}") from None


def works(python: str, code: str) -> bool:
    """Whether this Python starts and gets through the code."""
    try:
        done = subprocess.run(
            [python, "-c", code], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False
        )
    except OSError:
        return False
    return done.returncode == 0


def run(command: list[str]) -> None:
    """Run a command to its end; what it prints goes to standard error, as our own words do."""
    subprocess.run(command, stdin=subprocess.DEVNULL, stdout=sys.stderr.fileno(), check=True)


def hand_over(command: list[str]) -> int:
    """Go on as the command, in the checkout, with its exit status and its Ctrl-C."""
    os.chdir(ROOT)
    sys.stderr.flush()
    if os.name != "nt":
        os.execv(command[0], command)
    process = subprocess.Popen(command)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the command's to answer.
    return process.wait()


def say(text: str) -> None:
    """Print to standard error: standard output belongs to the command that is started."""
    print(text, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
