"""What keeps Counterpart from going on, told so that a shopkeeper knows what to do."""

import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Literal

from app.domain.errors import Side
from app.facts.state import Trouble, TroubleKind
from app.ui.widgets.banner import BannerKind
from app.ui.wording import plural, tr
from app.ui.wording_activity import when
from app.ui.wording_engine import engine

Tone = Literal["neutral", "attention", "danger", "accent"]
Deed = Literal["", "again", "connect", "outlets", "settings", "preview"]
"""What an answer does: try again, open the wizard, the outlets, the settings, or the preview."""

_BANNERS: dict[Tone, BannerKind] = {
    "neutral": "info",
    "accent": "info",
    "attention": "attention",
    "danger": "danger",
}


@dataclass(frozen=True, slots=True)
class TroubleWords:
    """A trouble as a pane or a banner tells it.

    `tone` is a colour of the theme that has a soft ground. `primary` and `secondary` are the words
    on the buttons, "" where there is none; a trouble that passes by itself has no primary one.
    """

    icon: str
    tone: Tone
    title: str
    text: str
    primary: str = ""
    secondary: str = ""
    primary_does: Deed = ""
    secondary_does: Deed = ""

    @property
    def banner(self) -> BannerKind:
        """The kind of banner that tells it."""
        return _BANNERS[self.tone]


def trouble_words(trouble: Trouble, *, waiting: int = 0, seen: str = "") -> TroubleWords:
    """Heading, sentences and answers of a trouble.

    `waiting` counts the changes that wait, where the screen knows; `seen` is the moment of what
    is shown, as `values.moment` writes it.
    """
    words = _WORDS[trouble.kind](trouble)
    more = _what_is_safe(trouble.kind, waiting, seen)
    return replace(words, text=" ".join(part for part in (words.text, more) if part))


def told(trouble: Trouble, otherwise: str = "") -> str:
    """What the services and this computer said of it, in whole sentences.

    A remedy that is a command for a terminal is of no use in a window and left out.
    """
    said = [text for text in (trouble.message, trouble.remedy) if text and "`" not in text]
    return " ".join(engine(text) for text in said) or otherwise


def _what_is_safe(kind: TroubleKind, waiting: int, seen: str) -> str:
    if kind in {"offline", "busy"} and seen:
        return tr("You see both stores as they were at {moment}.").format(moment=seen)
    if kind in {"token", "scope", "keyring", "no keyring"} and waiting:
        return plural("Nothing was lost: %n {change waits|changes wait}.", waiting)
    return ""


def _by_side(side: Side | None, pos: str, online: str, both: str) -> str:
    return {"pos": pos, "ecom": online, None: both}[side]


def _offline(trouble: Trouble) -> TroubleWords:
    if trouble.side is None:
        title = tr("No internet right now")
        text = tr("Ticks you set are kept and go out with the next sync.")
    else:
        title = _by_side(
            trouble.side,
            tr("The POS cannot be reached"),
            tr("The online store cannot be reached"),
            "",
        )
        text = told(trouble, tr("Check the internet connection, then try again."))
    return TroubleWords("offline", "neutral", title, text, "", tr("Try now"), "", "again")


def _busy(trouble: Trouble) -> TroubleWords:
    title = _by_side(
        trouble.side,
        tr("The POS is busy"),
        tr("The online store is busy"),
        tr("A store is busy"),
    )
    text = told(trouble, tr("Nothing was lost. Try again in a few minutes."))
    return TroubleWords("clock", "neutral", title, text, "", tr("Try again"), "", "again")


def _token(trouble: Trouble) -> TroubleWords:
    title = _by_side(
        trouble.side,
        tr("The POS refused the token"),
        tr("The online store refused the token"),
        tr("A store refused its token"),
    )
    text = _by_side(
        trouble.side,
        tr("It was withdrawn or has run out. Make a new token in the POS and paste it here."),
        tr(
            "It was withdrawn or has run out. Make a new token in the online store and paste it "
            "here."
        ),
        tr("It was withdrawn or has run out. Make a new one there and paste it here."),
    )
    return TroubleWords("key", "danger", title, text, tr("Paste a new token"), "", "connect")


def _scope(trouble: Trouble) -> TroubleWords:
    title = _by_side(
        trouble.side,
        tr("The POS token may not do enough"),
        tr("The online store’s token may not do enough"),
        tr("A token may not do enough"),
    )
    text = told(trouble, tr("Make a token that has every permission Counterpart asks for."))
    primary, secondary = tr("Paste a new token"), tr("Try again")
    return TroubleWords("key", "danger", title, text, primary, secondary, "connect", "again")


def _keyring(_trouble: Trouble) -> TroubleWords:
    return TroubleWords(
        "lock",
        "attention",
        tr("Your keyring is locked"),
        tr(
            "Counterpart keeps its tokens there and cannot sync until it is open. Unlock it with "
            "your computer password; Counterpart never sees it."
        ),
        tr("Unlock keyring"),
        "",
        "again",
    )


def _no_keyring(_trouble: Trouble) -> TroubleWords:
    return TroubleWords(
        "lock",
        "attention",
        tr("There is no keyring to use"),
        tr(
            "Counterpart keeps tokens in this computer’s keyring and in no other place. Sign out "
            "and in again. On Linux, install GNOME Keyring or KDE Wallet first."
        ),
        "",
        tr("Try again"),
        "",
        "again",
    )


def _storage(trouble: Trouble) -> TroubleWords:
    text = told(trouble, tr("See that the disk is not full and that you may write there."))
    return TroubleWords(
        "fail",
        "danger",
        tr("Counterpart cannot save on this computer"),
        text,
        "",
        tr("Try again"),
        "",
        "again",
    )


def _another_run(trouble: Trouble) -> TroubleWords:
    wait = tr("Wait until it has finished, then try again. Nothing is sent twice.")
    text = wait
    if trouble.since:
        begun = {
            "window": tr("Another window of Counterpart has been syncing since {moment}."),
            "command": tr("A command has been syncing since {moment}."),
        }.get(trouble.runner, tr("It has been under way since {moment}."))
        moment = when(trouble.since, time.time())
        text = f"{begun.format(moment=moment)} {wait}"
    return TroubleWords(
        "sync",
        "neutral",
        tr("Another sync of these stores is running"),
        text,
        "",
        tr("Try again"),
        "",
        "again",
    )


def _register(_trouble: Trouble) -> TroubleWords:
    return TroubleWords(
        "till",
        "attention",
        tr("Which register takes the online orders?"),
        tr(
            "None is chosen, or the chosen one is gone from the POS. Nothing is sent until you "
            "choose; its outlet always counts online."
        ),
        tr("Choose a register"),
        "",
        "outlets",
    )


def _listing(trouble: Trouble) -> TroubleWords:
    title = _by_side(
        trouble.side,
        tr("The POS list may be short"),
        tr("The online store’s list may be short"),
        tr("A product list may be short"),
    )
    text = told(trouble, tr("Nothing was sent, and nothing is removed on such a list."))
    return TroubleWords("warn", "danger", title, text, "", tr("Read again"), "", "again")


def _settings(trouble: Trouble) -> TroubleWords:
    text = told(trouble, tr("Look through the settings, then try again."))
    primary, secondary = tr("Open Settings"), tr("Try again")
    title = tr("A setting stands in the way")
    return TroubleWords(
        "sliders", "attention", title, text, primary, secondary, "settings", "again"
    )


def _not_connected(trouble: Trouble) -> TroubleWords:
    title = _by_side(
        trouble.side,
        tr("Your POS is not connected yet"),
        tr("Your online store is not connected yet"),
        tr("Your stores are not connected yet"),
    )
    text = tr("Connect both to see them side by side. Connecting changes nothing in either.")
    return TroubleWords("link", "accent", title, text, tr("Connect your stores"), "", "connect")


def _unexpected(trouble: Trouble) -> TroubleWords:
    title = _by_side(
        trouble.side,
        tr("The POS gave no useful answer"),
        tr("The online store gave no useful answer"),
        tr("Counterpart cannot go on"),
    )
    text = told(trouble, tr("Nothing more is sent. Try again; the log says what was done."))
    return TroubleWords("fail", "danger", title, text, "", tr("Try again"), "", "again")


_WORDS: dict[TroubleKind, Callable[[Trouble], TroubleWords]] = {
    "offline": _offline,
    "busy": _busy,
    "token": _token,
    "scope": _scope,
    "keyring": _keyring,
    "no keyring": _no_keyring,
    "storage": _storage,
    "another run": _another_run,
    "register": _register,
    "listing": _listing,
    "settings": _settings,
    "not connected": _not_connected,
    "unexpected": _unexpected,
}
