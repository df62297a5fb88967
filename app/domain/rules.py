"""The manager's settings, each declared once: key, default, check, label (DESIGN §10)."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Literal

from app.domain.errors import SettingsWrong
from app.domain.fields import FIELDS

SettingValue = str | int | bool | Decimal | list[str]
Kind = Literal["choice", "whole", "decimal", "switch", "list"]


@dataclass(frozen=True, slots=True)
class Setting:
    """One declared setting. `choices` for kind "choice"; `least`/`most` bound numbers."""

    key: str
    kind: Kind
    default: SettingValue
    label: str
    choices: tuple[str, ...] = ()
    least: int = 0
    most: int = 1_000_000

    @property
    def named(self) -> str:
        """What to call it in a message."""
        return f"“{self.label.removeprefix('… and ')}”"

    def read(self, text: str) -> SettingValue:
        """Return the value that a person typed. Raises `SettingsWrong` naming what is allowed."""
        text = text.strip()
        if self.kind == "choice":
            return self._choice(text)
        if self.kind == "switch":
            return self._switch(text)
        if self.kind == "list":
            return [part.strip() for part in text.split(",") if part.strip()]
        return self._number(text)

    def accept(self, value: object) -> SettingValue:
        """Return a stored value checked like a typed one. Raises `SettingsWrong`."""
        if isinstance(value, bool):
            return self.read("on" if value else "off")
        if isinstance(value, list):
            return self.read(",".join(str(part) for part in value))
        return self.read(str(value))

    def _choice(self, text: str) -> str:
        if text in self.choices:
            return text
        raise SettingsWrong(
            f"{self.named} can't be “{text}”.", f"Choose one of: {', '.join(self.choices)}."
        )

    def _switch(self, text: str) -> bool:
        words = {"on": True, "off": False, "true": True, "false": False}
        if text.lower() in words:
            return words[text.lower()]
        raise SettingsWrong(f"{self.named} can't be “{text}”.", "Choose on or off.")

    def _number(self, text: str) -> int | Decimal:
        try:
            number = Decimal(text)
            whole = int(number)
        except (InvalidOperation, ValueError, OverflowError):
            raise SettingsWrong(f"{self.named} must be a number, not “{text}”.") from None
        if not self.least <= number <= self.most:
            raise SettingsWrong(f"{self.named} must be between {self.least} and {self.most}.")
        if self.kind == "decimal":
            return number
        if number != whole:
            raise SettingsWrong(f"{self.named} must be a whole number, not “{text}”.")
        return whole


def _field_settings() -> tuple[Setting, ...]:
    rows: list[Setting] = []
    for field in FIELDS:
        if field.switchable:
            rows.append(
                Setting(f"fields.{field.name}.sync", "switch", True, f"{field.label}: keep in step")
            )
        if field.keepable:
            label = f"{field.label}: when edited online"
            choices = ("put_back", "keep")
            rows.append(
                Setting(f"fields.{field.name}.edited_online", "choice", "put_back", label, choices)
            )
    return tuple(rows)


SETTINGS: tuple[Setting, ...] = (
    *_field_settings(),
    Setting(
        "prices.form",
        "choice",
        "auto",
        "Prices sent online: with or without tax",
        ("auto", "including", "excluding"),
    ),
    Setting(
        "new_products",
        "choice",
        "off",
        "New products where the POS does not tell: sell online or keep off",
        ("online", "off"),
    ),
    Setting(
        "removal.mode",
        "choice",
        "delete",
        "When a product is deleted in the POS: delete online, or hide now and delete later",
        ("delete", "hide"),
    ),
    Setting("removal.days", "whole", 30, "Days a removed product stays hidden", most=3650),
    Setting("guard.count", "whole", 10, "Ask when more products than this are concerned"),
    Setting("guard.share", "decimal", Decimal("0.05"), "… and more than this share", most=1),
    Setting("guard.price", "decimal", Decimal("0.5"), "A price move that stands out", most=1000),
    Setting("stock.buffer", "whole", 0, "Pieces held back from the online stock"),
    Setting(
        "orders.reach_pos",
        "choice",
        "by hand",
        "How online orders get into the POS",
        ("by hand", "automatically"),
    ),
    Setting("orders.hold_minutes", "whole", 15, "Minutes an online order holds its pieces"),
    Setting(
        "first_link.images",
        "choice",
        "keep",
        "Pictures that stand online when a product is first linked",
        ("keep", "replace"),
    ),
    Setting("first_link.keep", "list", [], "Fields whose online value is kept when first linked"),
    Setting(
        "store.mode",
        "choice",
        "sync",
        "Write to the online store, or only check and report",
        ("sync", "check only"),
    ),
    Setting("preview.always", "switch", False, "Ask before every sync"),
    Setting(
        "schedule.minutes",
        "whole",
        15,
        "Minutes between two syncs while the window is open; 0: only when you ask",
        most=1440,
    ),
    Setting(
        "notify.when",
        "choice",
        "needs me",
        "Messages of the desktop: when something needs you, after every run, or never",
        ("needs me", "every run", "never"),
    ),
    Setting(
        "window.close",
        "choice",
        "quit",
        "Closing the window: quit, or go on in the background",
        ("quit", "background"),
    ),
    Setting("full.hours", "whole", 24, "Hours after which both stores are read in full", least=1),
    Setting("lag.seconds", "whole", 60, "Seconds the online store's search may lag", most=3600),
    Setting("lag.overlap", "whole", 300, "Seconds read again at each look for changes"),
    Setting("history.days", "whole", 90, "Days the history is kept", least=1, most=3650),
    Setting(
        "history.megabytes",
        "whole",
        500,
        "Megabytes that the history may take; the oldest syncs go first",
        least=10,
        most=100_000,
    ),
    Setting("pos.version", "choice", "2.0", "The POS's API version", ("2.0", "2026-07")),
)
"""Every setting there is, in the order in which it is shown."""

_BY_KEY = {setting.key: setting for setting in SETTINGS}


def declared(key: str) -> Setting:
    """Return the setting of that key. Raises `SettingsWrong` for an unknown one."""
    if key in _BY_KEY:
        return _BY_KEY[key]
    raise SettingsWrong(
        f"There is no setting “{key}”.", "`counterpart settings` lists all of them."
    )


def check_together(values: Mapping[str, object]) -> None:
    """Raise `SettingsWrong` where settings contradict each other."""
    kept = values.get("first_link.keep")
    keeps = isinstance(kept, list) and "images" in kept
    if keeps and values.get("first_link.images") == "replace":
        raise SettingsWrong(
            "Pictures that stand online can't be both kept and replaced when a product is first "
            "linked.",
            "Set first_link.images to keep, or take images out of first_link.keep.",
        )


@dataclass(frozen=True, slots=True)
class Rules:
    """The settings in force: what is stored, else the declared default."""

    values: Mapping[str, SettingValue]

    @classmethod
    def of(cls, stored: Mapping[str, object]) -> "Rules":
        """Build from stored values; unknown keys are passed over.

        Raises `SettingsWrong`, also for settings that contradict each other.
        """
        values = {setting.key: setting.default for setting in SETTINGS}
        for key, value in stored.items():
            if key in _BY_KEY:
                values[key] = _BY_KEY[key].accept(value)
        check_together(values)
        return cls(values)

    @classmethod
    def shown(cls, stored: Mapping[str, object]) -> "Rules":
        """The same to look at and to mend: what makes no sense stands at its default."""
        sound = dict(stored)
        for key in stored.keys() & _BY_KEY.keys():
            try:
                _BY_KEY[key].accept(stored[key])
            except SettingsWrong:
                del sound[key]
        return cls.of(sound)

    def text(self, key: str) -> str:
        """Return a choice."""
        return str(self.values[key])

    def whole(self, key: str) -> int:
        """Return a whole number."""
        value = self.values[key]
        return value if isinstance(value, int) else int(str(value))

    def decimal(self, key: str) -> Decimal:
        """Return an exact number."""
        return Decimal(str(self.values[key]))

    def on(self, key: str) -> bool:
        """Return a switch."""
        return self.values[key] is True

    def synced(self, field: str) -> bool:
        """Whether a field is kept in step; those that can't be switched off always are."""
        return self.values.get(f"fields.{field}.sync", True) is True

    def keeps(self, field: str) -> bool:
        """Whether an edit made online stays until the POS changes (R12)."""
        return self.values.get(f"fields.{field}.edited_online") == "keep"

    def kept_at_first_link(self, field: str) -> bool:
        """Whether the online value wins when a product is first linked (RULES M9)."""
        kept = self.values["first_link.keep"]
        return isinstance(kept, list) and field in kept
