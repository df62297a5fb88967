"""The product model of API 2026-10 and later, which this version does not read (API POS §12)."""

from app.domain.errors import SettingsWrong

FIRST_VERSION = "2026-10"


def refuse(version: str) -> None:
    """Raises `SettingsWrong`: this model has no reader yet."""
    raise SettingsWrong(
        f"The POS interface of version {version} is newer than this app can read.",
        "Set the POS version back to 2.0.",
    )
