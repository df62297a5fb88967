"""The manager's choices in a file of their own, so that they outlive the database (RULES S4)."""

from collections.abc import Callable, Mapping
from typing import cast

from app.domain.choices import Choices, Flag
from app.storage.settings import SettingsFile

_FLAGS = ("follow", "on", "off")


class ChoicesFile:
    """Reads and writes `Choices`; anything odd in the file is passed over, not guessed at."""

    def __init__(self, file: SettingsFile) -> None:
        self._file = file

    def read(self) -> Choices:
        """The choices as last saved. Raises `StorageFailed`."""
        return _read(self._file.read())

    def update(self, change: Callable[[Choices], Choices]) -> Choices:
        """Save at once what `change` makes of the choices; returns it. Raises `StorageFailed`."""
        kept: list[Choices] = []

        def changed(stored: dict[str, object]) -> dict[str, object]:
            kept.append(change(_read(stored)))
            return {**stored, **_written(kept[-1])}

        self._file.update(changed)
        return kept[-1]

    def lost(self) -> str:
        """The name of a damaged file whose loss no sync has asked about yet; "" without one."""
        return self._file.lost()

    def make_up(self) -> None:
        """Note that the loss will be asked about."""
        self._file.make_up()


def _read(stored: Mapping[str, object]) -> Choices:
    register = stored.get("register")
    flags = {
        key: cast("Flag", flag) for key, flag in _mapping(stored, "flags").items() if flag in _FLAGS
    }
    return Choices(
        register=register if isinstance(register, str) else None,
        outlets=_names(stored.get("outlets")),
        flags=flags,
        kept={key: _names(names) for key, names in _mapping(stored, "kept").items()},
        buffers=_numbers(stored, "buffers"),
        booked=_names(stored.get("booked")),
        restore_refused=_names(stored.get("restore_refused")),
        links=_numbers(stored, "links"),
    )


def _written(choices: Choices) -> dict[str, object]:
    return {
        "register": choices.register,
        "outlets": sorted(choices.outlets),
        "flags": {key: flag for key, flag in choices.flags.items() if flag != "follow"},
        "kept": {key: sorted(names) for key, names in choices.kept.items() if names},
        "buffers": dict(choices.buffers),
        "booked": sorted(choices.booked),
        "restore_refused": sorted(choices.restore_refused),
        "links": dict(choices.links),
    }


def _mapping(stored: Mapping[str, object], name: str) -> dict[str, object]:
    found = stored.get(name)
    return found if isinstance(found, dict) else {}


def _numbers(stored: Mapping[str, object], name: str) -> dict[str, int]:
    return {
        key: number for key, number in _mapping(stored, name).items() if isinstance(number, int)
    }


def _names(value: object) -> frozenset[str]:
    if not isinstance(value, list):
        return frozenset()
    return frozenset(name for name in value if isinstance(name, str))
