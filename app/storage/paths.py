"""Where things are kept: the platform's own folders, or one folder that the user names."""

import os
import stat
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from platformdirs import PlatformDirs

from app.domain.errors import StorageFailed

HOME_VARIABLE = "COUNTERPART_HOME"


@dataclass(frozen=True, slots=True)
class Folders:
    """The folders of this user: for the databases, the settings, the logs and what can be lost."""

    data: Path
    settings: Path
    logs: Path
    cache: Path

    @classmethod
    def chosen(cls, environ: Mapping[str, str]) -> "Folders":
        """The platform's folders, or those inside `COUNTERPART_HOME` where that is set."""
        home = environ.get(HOME_VARIABLE, "").strip()
        return cls.inside(Path(home).expanduser().absolute()) if home else cls.of_platform()

    @classmethod
    def inside(cls, home: Path) -> "Folders":
        """All four in one folder."""
        return cls(home / "data", home / "settings", home / "logs", home / "cache")

    @classmethod
    def of_platform(cls) -> "Folders":
        """Where this operating system wants them."""
        dirs = PlatformDirs("Counterpart", appauthor=False)
        return cls(
            dirs.user_data_path, dirs.user_config_path, dirs.user_log_path, dirs.user_cache_path
        )

    def create(self) -> None:
        """Make what is missing, readable by this user alone. Raises `StorageFailed`."""
        for folder in (self.data, self.settings, self.logs, self.cache):
            try:
                folder.mkdir(mode=0o700, parents=True, exist_ok=True)
                if os.name == "posix":
                    _shut_others_out(folder)
            except OSError as error:
                raise StorageFailed(
                    f"The folder {folder} can't be used: {error.strerror or error}.",
                    "See that the disk is not full and that you may write there, or name another "
                    f"folder in {HOME_VARIABLE}.",
                ) from error


def _shut_others_out(folder: Path) -> None:
    mode = stat.S_IMODE(folder.stat().st_mode)
    if mode & 0o077:
        folder.chmod(mode & 0o700)
