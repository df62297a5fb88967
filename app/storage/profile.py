"""What this user has set up: settings, the two stores, and the manager's choices for them."""

import hashlib
import re
import secrets
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict

from app.domain.errors import StorageFailed
from app.domain.rules import Rules, SettingValue, check_together, declared
from app.storage.choices_file import ChoicesFile
from app.storage.paths import Folders
from app.storage.secrets import StoreAddresses
from app.storage.settings import SettingsFile

_FORMER = "former_stores"
_IDENTITY = "identity"
"""What tells a file from one that was begun anew in its place."""


class Profile:
    """Settings, stores and choices on this computer; for the sample stores (`demo`) kept apart."""

    def __init__(self, folders: Folders, environ: Mapping[str, str], *, demo: bool = False) -> None:
        self._folders = folders
        self._environ = environ
        self._demo = demo
        name = "settings-demo.json" if demo else "settings.json"
        self._settings = SettingsFile(folders.settings / name)

    def stored(self) -> dict[str, object]:
        """The settings that differ from their defaults, unchecked. Raises `StorageFailed`."""
        stored = self._settings.read().get("settings")
        found = dict(stored) if isinstance(stored, dict) else {}
        if self._demo:
            # The sample shop's index catches up at once.
            found.setdefault("lag.seconds", 2)
        return found

    def rules(self) -> Rules:
        """The settings in force. Raises `SettingsWrong`, `StorageFailed`."""
        return Rules.of(self.stored())

    def set_rule(self, key: str, value: SettingValue) -> None:
        """Store one setting, checked by itself and against the others."""
        accepted = declared(key).accept(value)

        def changed(stored: dict[str, object]) -> dict[str, object]:
            settings = stored.get("settings")
            kept = dict(settings) if isinstance(settings, dict) else {}
            kept[key] = accepted if isinstance(accepted, str | int | list) else str(accepted)
            check_together(kept)
            return {**stored, "settings": kept}

        self._settings.update(changed)

    def stores(self) -> StoreAddresses:
        """Which two stores belong together, environment included."""
        return _addresses(self._settings.read().get("stores")).overridden(self._environ)

    def save_stores(self, stores: StoreAddresses) -> None:
        """Remember which two stores belong together, and which did: the keyring has their tokens.

        Raises `StorageFailed`.
        """

        def changed(stored: dict[str, object]) -> dict[str, object]:
            before = [asdict(one) for one in _known(stored) if one != stores]
            former = {_FORMER: before} if before else {}
            kept = {key: value for key, value in stored.items() if key != _FORMER}
            return {**kept, **former, "stores": asdict(stores)}

        self._settings.update(changed)

    def known_stores(self) -> tuple[StoreAddresses, ...]:
        """All stores that were ever connected here. Raises `StorageFailed`."""
        return _known(self._settings.read())

    @property
    def pair(self) -> str:
        """A file name for this pair of stores."""
        if self._demo:
            return "sample"
        stores = self.stores()
        text = f"{stores.pos_url} {stores.ecom_url} {stores.ecom_store_id}"
        digest = hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=4).hexdigest()
        # A number, unless somebody set something else: no part of a path in any case.
        number = re.sub("[^0-9A-Za-z]", "", stores.ecom_store_id)[:20]
        return f"{number or 'none'}-{digest}"

    def choices_file(self) -> ChoicesFile:
        """The manager's choices for this pair of stores."""
        return ChoicesFile(self._files()["choices"])

    def _files(self) -> dict[str, SettingsFile]:
        """The files in which the manager's wishes are."""
        choices = self._folders.settings / f"choices-{self.pair}.json"
        return {"settings": self._settings, "choices": SettingsFile(choices)}

    def there(self) -> list[str]:
        """Which of the files there are: "settings", "choices"."""
        return [name for name, file in self._files().items() if file.path.exists()]

    def identities(self) -> dict[str, str]:
        """What tells each file from one begun anew in its place; "" where there is none."""
        return {name: _identity(file) for name, file in self._files().items()}

    def test_products_file(self) -> SettingsFile:
        """What experiments may have left in this pair's online store."""
        return SettingsFile(self._folders.data / f"test-products-{self.pair}.json")

    def losses(self) -> list[str]:
        """The names of damaged files that no sync has asked about yet."""
        names = (self._settings.lost(), self.choices_file().lost())
        return [name for name in names if name]

    def make_up(self) -> None:
        """Note that the losses will be asked about."""
        self._settings.make_up()
        self.choices_file().make_up()


def _addresses(stored: object) -> StoreAddresses:
    found = stored if isinstance(stored, dict) else {}
    names = ("pos_url", "ecom_store_id", "ecom_url")
    return StoreAddresses(**{name: str(found[name]) for name in names if name in found})


def _known(stored: Mapping[str, object]) -> tuple[StoreAddresses, ...]:
    former = stored.get(_FORMER)
    every = [stored.get("stores"), *(former if isinstance(former, list) else [])]
    found = (_addresses(one) for one in every if isinstance(one, dict))
    return tuple(dict.fromkeys(found))


def _identity(file: SettingsFile) -> str:
    stored = file.read()
    if not stored:
        return ""
    if _IDENTITY not in stored:
        stored = {**stored, _IDENTITY: secrets.token_hex(8)}
        with suppress(StorageFailed):
            file.update(lambda now: {_IDENTITY: stored[_IDENTITY], **now})
            return str(file.read().get(_IDENTITY, ""))
        return ""
    return str(stored[_IDENTITY])
