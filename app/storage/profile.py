"""What this user has set up: settings, the two stores, and the manager's choices for them."""

import hashlib
from collections.abc import Mapping

from app.domain.rules import Rules, SettingValue, check_together, declared
from app.storage.choices_file import ChoicesFile
from app.storage.paths import Folders
from app.storage.secrets import StoreAddresses
from app.storage.settings import SettingsFile


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
        stored = self._settings.read().get("stores")
        saved = StoreAddresses()
        if isinstance(stored, dict):
            saved = StoreAddresses(
                str(stored.get("pos_url", "")),
                str(stored.get("ecom_store_id", "")),
                str(stored.get("ecom_url", saved.ecom_url)),
            )
        return saved.overridden(self._environ)

    def save_stores(self, stores: StoreAddresses) -> None:
        """Remember which two stores belong together."""
        addresses = {
            "pos_url": stores.pos_url,
            "ecom_store_id": stores.ecom_store_id,
            "ecom_url": stores.ecom_url,
        }
        self._settings.update(lambda stored: {**stored, "stores": addresses})

    @property
    def pair(self) -> str:
        """A file name for this pair of stores."""
        if self._demo:
            return "sample"
        stores = self.stores()
        text = f"{stores.pos_url} {stores.ecom_url} {stores.ecom_store_id}"
        digest = hashlib.blake2b(text.encode(), digest_size=4).hexdigest()
        return f"{stores.ecom_store_id or 'none'}-{digest}"

    def choices_file(self) -> ChoicesFile:
        """The manager's choices for this pair of stores."""
        return ChoicesFile(SettingsFile(self._folders.settings / f"choices-{self.pair}.json"))

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
