"""Values of a change as the preview shows them: no ids, no digests, no markup."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from app.domain.actions import Change
from app.domain.money import moved_by
from app.facts.preview import LineValue
from app.facts.shown_text import excerpts, shown_text

UNKNOWN_TEXT = "?"
"""Stands for a text that is not kept here."""


@dataclass(frozen=True, slots=True)
class Words:
    """What turns digests and ids into words: texts by digest, eCom's categories by id."""

    text: Callable[[str], str | None]
    category_names: Mapping[int, str]


def values_of(change: Change, words: Words) -> tuple[LineValue, LineValue]:
    """Old and new, to be shown."""
    if change.field == "description":
        return _texts(change, words)
    return _value(change.field, change.before, words), _value(change.field, change.after, words)


def move_of(change: Change) -> float:
    """How far a price or stock moves, as a share of what it was; 0 for any other field."""
    if change.field == "price":
        before, after = _amount(change.before), _amount(change.after)
        return 0.0 if before is None or after is None else float(moved_by(before, after))
    if change.field == "stock":
        pieces_before, pieces_after = change.before, change.after
        if not isinstance(pieces_before, int) or not isinstance(pieces_after, int):
            return 1.0
        return abs(pieces_after - pieces_before) / max(pieces_before, 1)
    return 0.0


def _amount(value: object) -> Decimal | None:
    if value is None:
        return Decimal(0)
    return value if isinstance(value, Decimal) else None


def _texts(change: Change, words: Words) -> tuple[LineValue, LineValue]:
    before, after = _text(change.before, words), _text(change.after, words)
    if before is None or after is None:
        return before and excerpts(before, "")[0], after and excerpts(after, "")[0]
    return excerpts(before, after)


def _text(digest: object, words: Words) -> str | None:
    if not isinstance(digest, str) or not digest:
        return None
    known = words.text(digest)
    return UNKNOWN_TEXT if known is None else shown_text(known)


def _value(field: str, value: object, words: Words) -> LineValue:
    if value is None:
        return None
    if field == "category":
        return _categories(value, words)
    if isinstance(value, Mapping):
        return tuple(_option(str(name), chosen) for name, chosen in value.items())
    if isinstance(value, tuple):
        return tuple(_side(part) for part in value)
    if isinstance(value, str | Decimal | int):
        return value
    return str(value)


def _categories(value: object, words: Words) -> LineValue:
    """Ids are those that the product is in online; names are one path in the POS."""
    if not isinstance(value, tuple) or not value:
        return None
    if all(isinstance(part, str) for part in value):
        return (" / ".join(value),)
    return tuple(words.category_names.get(part, UNKNOWN_TEXT) for part in value)


def _option(name: str, chosen: object) -> str:
    shown = ", ".join(map(str, chosen)) if isinstance(chosen, tuple) else str(chosen)
    return f"{name}: {shown}"


def _side(part: object) -> str:
    """One side of a size; 0 is blank."""
    return format(part.normalize(), "f") if isinstance(part, Decimal) and part else ""
