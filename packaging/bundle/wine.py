"""A Windows to try the installer on where there is none: wine, on a screen of its own."""

import os
import subprocess
from pathlib import Path

from bundle.places import NAME


class Wine:
    """A Windows of its own for one check."""

    def __init__(self, work: Path, display: str) -> None:
        (work / "home" / "Desktop").mkdir(parents=True)
        self.prefix = work / "prefix"
        self.display = display
        self.drive = self.prefix / "drive_c"
        self.environ = {
            "PATH": os.environ["PATH"],
            "HOME": str(work / "home"),
            "WINEPREFIX": str(self.prefix),
            "WINEDEBUG": "-all",
            "WINEDLLOVERRIDES": "mscoree,mshtml,winemenubuilder.exe=;mscms=n",
            "DISPLAY": display,
            "LC_ALL": "C.UTF-8",
        }
        made = ["wineboot", "-i"]
        subprocess.run(made, env=self.environ, capture_output=True, check=True, timeout=300)

    @property
    def local(self) -> Path:
        """The person's folder for programs and data."""
        [user] = [one for one in (self.drive / "users").iterdir() if one.name != "Public"]
        return user / "AppData/Local"

    def run(self, *command: str) -> int:
        """Run a program to its end; returns its exit status."""
        done = subprocess.run(
            ["wine", *command],
            env=self.environ,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            check=False,
            timeout=400,
        )
        return done.returncode

    def become(self, version: str) -> None:
        """Say from now on that this is Windows of that version."""
        self.run("reg", "add", r"HKCU\Software\Wine", "/v", "Version", "/d", version, "/f")

    def start(self, *command: str) -> "subprocess.Popen[bytes]":
        """Run a program that is looked at."""
        nowhere = subprocess.DEVNULL
        return subprocess.Popen(
            ["wine", *command], env=self.environ, stdin=nowhere, stdout=nowhere, stderr=nowhere
        )

    def registered(self, key: str, name: str) -> str:
        """A value of the person's registry; "" when it is not there."""
        asked = ["wine", "reg", "query", rf"HKCU\{key}", "/v", name]
        done = subprocess.run(asked, env=self.environ, capture_output=True, check=False)
        lines = [line for line in done.stdout.decode(errors="replace").splitlines() if name in line]
        return lines[-1].split("REG_SZ")[-1].strip() if lines and "REG_SZ" in lines[-1] else ""

    def links(self, below: str) -> list[Path]:
        """Links to the program; wine's desktop is a folder of the home."""
        places = (self.drive / "users", Path(self.environ["HOME"]))
        found = [path for place in places for path in place.rglob(f"{NAME}.lnk")]
        return [path for path in found if below in str(path)]

    def press(self, *keys: str) -> None:
        """Press keys in the window that has the keyboard."""
        pressed = ["xdotool", "key", "--clearmodifiers", "--delay", "200", *keys]
        subprocess.run(pressed, env={**os.environ, "DISPLAY": self.display}, check=True)

    def stop(self) -> None:
        """End what still runs in it."""
        subprocess.run(["wineserver", "-k"], env=self.environ, check=False)
        subprocess.run(["wineserver", "-w"], env=self.environ, check=False, timeout=60)
