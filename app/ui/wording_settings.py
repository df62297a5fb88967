"""What the settings are called, what each does, and what can be chosen."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from app.domain.rules import Setting, SettingValue, declared
from app.ui import values
from app.ui.values import NO_BREAK
from app.ui.wording import plural, tr
from app.ui.wording_catalogue import field_word

HIDDEN: Mapping[str, str] = {
    "lag.seconds": "how fast the online store's search catches up: a fact, not a matter of taste",
    "lag.overlap": "how far back each look reads again because of that: likewise a fact",
    "pos.version": "an address of the POS's programming interface, which no shopkeeper knows",
}
"""Declared settings that no screen shows, with the reason; `counterpart settings` has them."""

PERCENT = frozenset({"guard.share", "guard.price"})
"""Shares of one that are shown and typed as per cent."""

MINUTES = (0, 5, 15, 30, 60)
"""What the schedule offers."""


@dataclass(frozen=True, slots=True)
class ChoiceWords:
    """One of what can be chosen: the stored value, its word, and what it means."""

    value: str
    word: str
    about: str = ""


@dataclass(frozen=True, slots=True)
class SettingWords:
    """A setting: its title, a sentence, its choices (the default first), what follows a number."""

    title: str
    about: str
    choices: tuple[ChoiceWords, ...] = ()
    suffix: str = ""


def setting_words(key: str) -> SettingWords:
    """The words of a declared setting. Raises `KeyError` for one that is not shown."""
    if key.startswith("fields."):
        return _field_words(key)
    return _WORDS[key]()


def _field_words(key: str) -> SettingWords:
    _, name, part = key.split(".")
    if part == "sync":
        title = tr("{field}, keep in step").format(field=field_word(name))
        return SettingWords(title, tr("A field that is off stays as it is online."))
    title = tr("{field}, when edited online").format(field=field_word(name))
    about = tr("The POS value is put back, or the edit is kept until the POS changes it.")
    choices = (ChoiceWords("put_back", tr("Put back")), ChoiceWords("keep", tr("Keep")))
    return SettingWords(title, about, choices)


def _store_mode() -> SettingWords:
    return SettingWords(
        tr("What a sync may do"),
        tr("Only one link may write to an online store."),
        (
            ChoiceWords(
                "sync",
                tr("Keep in step"),
                tr("Changes go online. No other link writes to this online store."),
            ),
            ChoiceWords(
                "check only",
                tr("Only check"),
                tr("Both stores are read and compared. Nothing is sent."),
            ),
        ),
    )


def _orders() -> SettingWords:
    return SettingWords(
        tr("How online orders reach your POS"),
        tr("What was ordered online is held back until the POS has counted it."),
        (
            ChoiceWords(
                "by hand",
                tr("By hand"),
                tr(
                    "You ring them up yourself. Ordered pieces stay held back until the POS "
                    "stock falls."
                ),
            ),
            ChoiceWords(
                "automatically",
                tr("Automatically"),
                tr("Another link books them in the POS within minutes of the order."),
            ),
        ),
    )


def _prices() -> SettingWords:
    return SettingWords(
        tr("Prices sent online"),
        tr("Counterpart never works out tax: it sends a price that the POS tells."),
        (
            ChoiceWords(
                "auto",
                tr("As the online store expects"),
                tr("With or without tax, as the online store’s own tax setting says."),
            ),
            ChoiceWords("including", tr("With tax"), tr("Whatever the online store expects.")),
            ChoiceWords("excluding", tr("Without tax"), tr("Whatever the online store expects.")),
        ),
    )


def _new_products() -> SettingWords:
    return SettingWords(
        tr("New products the POS says nothing about"),
        tr("You can change it product by product in the catalogue."),
        (
            ChoiceWords("off", tr("Keep off"), tr("A new product goes online once you tick it.")),
            ChoiceWords(
                "online", tr("Sell online"), tr("A new product goes online at the next sync.")
            ),
        ),
    )


def _removal() -> SettingWords:
    return SettingWords(
        tr("When a product is deleted in the POS"),
        tr("What stood online is kept in the history."),
        (
            ChoiceWords("delete", tr("Delete it online"), tr("It goes at the next sync.")),
            ChoiceWords(
                "hide",
                tr("Hide it, delete it later"),
                tr("It is hidden at the next sync. Back in the POS, it is shown again."),
            ),
        ),
    )


def _pictures() -> SettingWords:
    return SettingWords(
        tr("Pictures that are online already"),
        tr("A product without pictures online gets those of the POS."),
        (
            ChoiceWords(
                "keep", tr("Keep them"), tr("They stay until the pictures in the POS change.")
            ),
            ChoiceWords(
                "replace", tr("Replace them"), tr("The pictures of the POS take their place.")
            ),
        ),
    )


def _notify() -> SettingWords:
    return SettingWords(
        tr("Messages on your desktop"),
        tr("Only while you are not looking at Counterpart, where your desktop shows messages."),
        (
            ChoiceWords(
                "needs me",
                tr("When something needs you"),
                tr("A sync that waits for your yes, changes that failed, a refused token."),
            ),
            ChoiceWords(
                "every run",
                tr("After every sync"),
                tr("Also when all went well, with the number of changes."),
            ),
            ChoiceWords("never", tr("Never"), tr("You see it when you open the window.")),
        ),
    )


def _close() -> SettingWords:
    return SettingWords(
        tr("When you close the window"),
        tr("Quit in the menu always ends Counterpart."),
        (
            ChoiceWords("quit", tr("Quit"), tr("While a sync is running it asks first.")),
            ChoiceWords(
                "background",
                tr("Go on in the background"),
                tr(
                    "It keeps syncing by its schedule, from the system tray; minimised where "
                    "there is none."
                ),
            ),
        ),
    )


_WORDS: dict[str, Callable[[], SettingWords]] = {
    "store.mode": _store_mode,
    "orders.reach_pos": _orders,
    "orders.hold_minutes": lambda: SettingWords(
        tr("Hold ordered pieces back for"),
        tr("By then the other link has booked the order in the POS."),
        suffix=tr("minutes"),
    ),
    "prices.form": _prices,
    "new_products": _new_products,
    "removal.mode": _removal,
    "removal.days": lambda: SettingWords(
        tr("Delete hidden products after"),
        tr("A deleted variant of a product that stays is never kept: it goes at once."),
        suffix=tr("days"),
    ),
    "guard.count": lambda: SettingWords(
        tr("Ask above this many products"),
        tr(
            "Each kind counts by itself: removed, hidden, sold out, shown again, large price "
            "moves. 0 asks about every one."
        ),
        suffix=tr("products"),
    ),
    "guard.share": lambda: SettingWords(
        tr("Ask above this share of what is online"),
        tr("It asks when both are passed. From 3 products on, more than half always asks."),
        suffix=tr("%"),
    ),
    "guard.price": lambda: SettingWords(
        tr("A price move counts as large above"),
        tr("Up or down, measured by the price that is online."),
        suffix=tr("%"),
    ),
    "preview.always": lambda: SettingWords(
        tr("Ask before every sync"),
        tr("Nothing is sent until you have looked through the preview."),
    ),
    "stock.buffer": lambda: SettingWords(
        tr("Hold back from each product"),
        tr("These pieces are never offered online; they stay for the counter."),
        suffix=tr("pieces"),
    ),
    "schedule.minutes": lambda: SettingWords(
        tr("Sync by itself"),
        tr(
            "While Counterpart runs. Before the first sync, and where it may only check, "
            "it only looks."
        ),
        tuple(ChoiceWords(str(minutes), every_word(minutes)) for minutes in MINUTES),
    ),
    "notify.when": _notify,
    "window.close": _close,
    "full.hours": lambda: SettingWords(
        tr("Read both stores in full every"),
        tr("In between only what changed is read, which is faster."),
        suffix=tr("hours"),
    ),
    "first_link.images": _pictures,
    "first_link.keep": lambda: SettingWords(
        tr("Fields that keep what is online"),
        tr("A ticked field keeps its online value until the POS changes it."),
    ),
    "history.days": lambda: SettingWords(
        tr("Keep the history for"),
        tr("Older syncs, and what they replaced, are forgotten."),
        suffix=tr("days"),
    ),
    "history.megabytes": lambda: SettingWords(
        tr("Let the history take at most"),
        tr("Where it takes more, the oldest syncs are forgotten first; never the last one."),
        suffix=tr("MB"),
    ),
}


def every_word(minutes: int) -> str:
    """How often the schedule looks."""
    if not minutes:
        return tr("Off")
    if minutes == 60:
        return tr("Every hour")
    return plural("Every %n\u00a0min", minutes)


# Values


def default_words(key: str) -> str:
    """What a setting is while nobody has chosen anything."""
    return tr("Default: {value}").format(value=value_word(key, declared(key).default))


def value_word(key: str, value: SettingValue) -> str:
    """A value as a sentence tells it."""
    if key == "schedule.minutes" and isinstance(value, int):
        return every_word(value)
    if isinstance(value, bool):
        return tr("on") if value else tr("off")
    if isinstance(value, list):
        return ", ".join(field_word(name) for name in value) or tr("none")
    if isinstance(value, str):
        words = {choice.value: choice.word for choice in setting_words(key).choices}
        return words.get(value, value)
    return f"{shown_number(key, value)}{NO_BREAK}{setting_words(key).suffix}".strip()


def shown_number(key: str, value: SettingValue) -> str:
    """A number as its field shows it."""
    number = Decimal(str(value))
    return values.decimal(number * 100 if key in PERCENT else number)


def number_problem(setting: Setting) -> str:
    """What a number may be, told below a field that holds something else."""
    times = 100 if setting.key in PERCENT else 1
    least, most = values.number(setting.least * times), values.number(setting.most * times)
    if setting.kind == "whole":
        return tr("Type a whole number from {least} to {most}.").format(least=least, most=most)
    return tr("Type a number from {least} to {most}.").format(least=least, most=most)


def idle_reason(key: str, settings: Mapping[str, SettingValue]) -> str:
    """Why a setting counts for nothing as things are; "" while it counts."""
    if key == "orders.hold_minutes" and settings["orders.reach_pos"] != "automatically":
        return tr("Counts only where orders reach the POS automatically.")
    if key == "removal.days" and settings["removal.mode"] != "hide":
        return tr("Counts only where products are hidden first.")
    if key == "guard.share" and settings["guard.count"] == 0:
        return tr("Counts for nothing while every one is asked about.")
    return ""
