"""The pages of the settings: their groups, the stores, the table of fields, the looks."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, get_args

from app.domain.fields import FIELDS, Field
from app.ui import values
from app.ui.language import OWN_NAMES
from app.ui.values import NO_BREAK
from app.ui.wording import tr
from app.ui.wording_settings import ChoiceWords, SettingWords

Group = Literal[
    "stores",
    "fields",
    "prices",
    "new products",
    "removal",
    "safety",
    "stock",
    "schedule",
    "first link",
    "history",
    "this computer",
    "appearance",
]

GROUPS: tuple[Group, ...] = get_args(Group)
"""In the order of the list."""

GROUP_KEYS: Mapping[Group, tuple[str, ...]] = {
    "stores": ("store.mode", "orders.reach_pos", "orders.hold_minutes"),
    "fields": tuple(
        f"fields.{field.name}.{part}"
        for field in FIELDS
        for part, there in (("sync", field.switchable), ("edited_online", field.keepable))
        if there
    ),
    "prices": ("prices.form",),
    "new products": ("new_products",),
    "removal": ("removal.mode", "removal.days"),
    "safety": ("guard.count", "guard.share", "guard.price", "preview.always"),
    "stock": ("stock.buffer",),
    "schedule": ("schedule.minutes", "full.hours"),
    "first link": ("first_link.images", "first_link.keep"),
    "history": ("history.days", "history.megabytes"),
    "this computer": ("notify.when", "window.close"),
    "appearance": (),
}
"""Which declared settings stand where, in order."""

TEXT_SIZES = (90, 100, 110, 125, 150)


@dataclass(frozen=True, slots=True)
class GroupWords:
    """A group: its name in the list, the heading of its page and a sentence below."""

    name: str
    title: str
    about: str


# Groups


def group_words(group: Group) -> GroupWords:
    """The words of a group."""
    return {
        "stores": GroupWords(
            tr("Stores"), tr("Stores"), tr("The two stores that Counterpart keeps in step.")
        ),
        "fields": GroupWords(
            tr("Fields"),
            tr("Fields"),
            tr("Which fields follow the POS, and what becomes of edits made online."),
        ),
        "prices": GroupWords(tr("Prices"), tr("Prices"), tr("Which POS price goes online.")),
        "new products": GroupWords(
            tr("New products"),
            tr("New products"),
            tr("Where the POS says whether a product is sold online, it decides."),
        ),
        "removal": GroupWords(
            tr("Removal"),
            tr("Removal"),
            tr("What becomes of a product online once it is gone from the POS."),
        ),
        "safety": GroupWords(
            tr("Safety"),
            tr("Safety"),
            tr("Before a sync does a lot at once, Counterpart stops and asks you."),
        ),
        "stock": GroupWords(
            tr("Stock"), tr("Stock"), tr("Online stock is what the ticked outlets have together.")
        ),
        "schedule": GroupWords(
            tr("Schedule"), tr("Schedule"), tr("When Counterpart looks at both stores by itself.")
        ),
        "first link": GroupWords(
            tr("First link"),
            tr("First link"),
            tr("When a product is first found on both sides, the POS values go online."),
        ),
        "history": GroupWords(
            tr("History"), tr("History"), tr("What past syncs did can be looked up.")
        ),
        "appearance": GroupWords(
            tr("Appearance"), tr("Appearance"), tr("How Counterpart looks on this computer.")
        ),
        "this computer": GroupWords(
            tr("This computer"),
            tr("This computer"),
            tr("What Counterpart does here besides keeping your stores in step."),
        ),
    }[group]


# Stores


def two_ways() -> tuple[str, str, str]:
    """What to do where another link writes to the online store already (RULES M17)."""
    return (
        tr("Does another link already write to your online store, such as the POS’s own?"),
        tr("Keep that link and choose Only check: Counterpart shows you where the sides differ."),
        tr(
            "Or disconnect it, say below how online orders reach your POS, then choose Keep in "
            "step."
        ),
    )


def tokens_kept(*, demo: bool) -> str:
    """Where the tokens are."""
    if demo:
        return tr(
            "These are the sample stores: they need no tokens, and nothing of yours is touched."
        )
    return tr("Both tokens are in this computer’s keyring, never in a file.")


# Fields


def fixed_reason(field: Field) -> str:
    """Why a field has no choice of its own; "" for one that has."""
    return {
        "sku": tr("Always: products are matched by it."),
        "options": tr("Always: variants are told apart by them."),
        "enabled": tr("Always: it follows your ticks, and active in the POS."),
        "stock": tr("Always put back: it is worked out anew at every sync."),
        "images": tr("Always kept, until the pictures in the POS change."),
    }.get(field.name, "")


def off_words() -> str:
    """What a field does that is not kept in step."""
    return tr("Not compared; stays as it is online")


def edits_explained() -> tuple[str, str]:
    """What is meant by the two choices, and what goes before them."""
    return (
        tr(
            "Put back: the next sync restores the POS value, unless that is blank. Keep: the "
            "edit stays until the POS changes the field."
        ),
        tr("Where you kept an edit on one product, that goes before the choice made here."),
    )


# This computer


def diagnostics_words() -> tuple[str, str, str]:
    """The file for whoever helps: its title, what is in it, and what is not."""
    return (
        tr("A file for whoever helps you"),
        tr(
            "In it: versions, settings, the addresses of both stores, how the last syncs went, and "
            "the log, which may name products."
        ),
        tr("Not in it: your tokens, orders, customers, and the catalogue itself."),
    )


# Appearance


def colours_words() -> SettingWords:
    """Light or dark."""
    return SettingWords(
        tr("Colours"),
        tr("“As the system” turns dark when your computer does."),
        (
            ChoiceWords("system", tr("As the system")),
            ChoiceWords("light", tr("Light")),
            ChoiceWords("dark", tr("Dark")),
        ),
    )


def animations_words() -> SettingWords:
    """Whether anything moves."""
    return SettingWords(
        tr("Animations"),
        tr("Turning arrows while something is sent, and messages that fade in."),
        (
            ChoiceWords("system", tr("As the system")),
            ChoiceWords("on", tr("On")),
            ChoiceWords("off", tr("Off")),
        ),
    )


def language_words() -> SettingWords:
    """What the window speaks."""
    return SettingWords(
        tr("Language"),
        tr("Takes effect when Counterpart is opened the next time."),
        (
            ChoiceWords("system", tr("As the system")),
            *(ChoiceWords(code, name) for code, name in OWN_NAMES.items()),
        ),
    )


def text_size_words() -> SettingWords:
    """How large text is."""
    return SettingWords(
        tr("Text size"),
        tr("Measured by the size of text that is set for your computer."),
        tuple(ChoiceWords(str(size), size_word(size)) for size in TEXT_SIZES),
    )


def size_word(percent: int) -> str:
    """A size of text."""
    return f"{values.number(percent)}{NO_BREAK}%"
