"""How far a listing is believed (RULES M6)."""

from collections.abc import Iterable

from app.domain.errors import BrokenListing
from app.sync.context import Context

ASKED_BY_ID = 20
"""Records that a full listing left out are asked for by id, at most so many a run."""


def tell_unreadable(context: Context, rows: Iterable[str]) -> None:
    """Say which rows had to be left out because they could not be read."""
    for words in rows:
        context.say(words, "warning")


def check_missing(context: Context, missing: int, known: int, where: str) -> None:
    """Raise `BrokenListing` when a full listing left out more than the guard's numbers."""
    count, share = context.rules.whole("guard.count"), context.rules.decimal("guard.share")
    if missing > count and missing > share * known:
        raise BrokenListing(
            f"The {where}'s product list left out {missing} of {known} known products without "
            "saying that they were deleted.",
            "Nothing was changed. Try again later; if it stays so, check the products there.",
        )
