"""What is said before and after everything on this computer is forgotten."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.domain.leftovers import Leftover
from app.ui.wording import plural, tr
from app.ui.wording_engine import engine

_TOLD = 5
"""So many things that stayed are named one by one."""


@dataclass(frozen=True, slots=True)
class ForgettingWords:
    """What stands in the settings: a title, what goes, and what stays."""

    title: str
    goes: str
    stays: str


def forgetting_words() -> ForgettingWords:
    """The words of the settings."""
    return ForgettingWords(
        tr("Forget everything"),
        tr(
            "Takes both tokens out of the keyring. Removes from this computer what was read of "
            "both stores, your ticks, choices and settings, the history, pictures and logs."
        ),
        tr(
            "Neither store is changed. Files that you exported stay, and so does how the window "
            "looks."
        ),
    )


def busy_reason() -> str:
    """Why nothing can be forgotten now."""
    return tr("A sync is running. Stop it, or wait until it has finished.")


def question_words(products: int) -> tuple[str, str]:
    """The question, and what it means."""
    asked = plural("Forget everything that is known of %n product(s)?", products)
    meant = tr(
        "Tokens, choices, settings and history go as well; none of it comes back. Neither store "
        "is changed: what is online stays online. Files that you exported stay."
    )
    return asked, meant


def question_from_samples() -> tuple[str, str]:
    """The same where it is asked in the sample shop: there is more than can be seen there."""
    meant = tr(
        "Tokens, choices, settings and history of your own stores go as well as the sample "
        "stores; none of it comes back. Neither store is changed. Files that you exported stay."
    )
    return tr("Forget everything, your own stores too?"), meant


def forgotten_words(left: Sequence[Leftover]) -> tuple[str, str]:
    """Heading and text once it is done: what stayed, why, and what to do about it."""
    if not left:
        return (
            tr("Everything is forgotten"),
            tr("Nothing of your stores is left on this computer. Neither store was changed."),
        )
    lines = [_line(one) for one in left[:_TOLD]]
    if len(left) > _TOLD:
        lines.append(plural("%n more {thing|things} like these stayed.", len(left) - _TOLD))
    title = plural("Forgotten, but %n {thing|things} stayed on this computer", len(left))
    return title, "\n\n".join(lines)


def _line(one: Leftover) -> str:
    if one.kind == "unknown tokens":
        return tr(
            "A damaged settings file no longer said which stores were connected. Look in the "
            "keyring’s own program for entries of “Counterpart”."
        )
    if one.kind == "variable":
        said = tr(
            "{name} is set as an environment variable of this computer. Remove it there, or ask "
            "who set up this computer."
        )
    elif one.kind == "token":
        said = tr(
            "A token stayed in the keyring: {reason} Remove “{name}” under “Counterpart” in the "
            "keyring’s own program."
        )
    else:
        said = tr(
            "{name} can’t be removed: {reason}. Close Counterpart everywhere, then delete it."
        )
    return said.format(name=one.name, reason=engine(one.reason))
