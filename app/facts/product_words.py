"""Values of both sides as the product panel shows them: no ids, no digests, no markup."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from app.domain.fields import UNKNOWN, Field
from app.domain.product import CategoryRef, EcomCategory
from app.facts.plan_values import UNKNOWN_TEXT
from app.facts.product import PastChange, Value
from app.facts.shown_text import excerpts, shown_text

_STEP = " / "


@dataclass(frozen=True, slots=True)
class ProductWords:
    """What turns digests and ids into words: texts by digest, eCom's categories by id."""

    text: Callable[[str], str | None]
    categories: Mapping[int, EcomCategory]

    def value(self, field: Field, value: object) -> Value:
        """One value, to be shown; what can't be told is None."""
        if value is None or value is UNKNOWN or value in ("", ()):
            return 0 if field.name == "images" and value == () else None
        if field.name == "description":
            return self.description(value)
        if field.kind == "category":
            return self.paths(value)
        return _plain(field, value)

    def description(self, digest: object) -> str | None:
        """The words of a description; "?" for one that is not kept here."""
        if not isinstance(digest, str) or not digest:
            return None
        known = self.text(digest)
        return UNKNOWN_TEXT if known is None else shown_text(known) or None

    def paths(self, ids: object) -> tuple[str, ...] | None:
        """The paths of eCom's categories, by name."""
        if not isinstance(ids, tuple | frozenset):
            return None
        found = [self._path(part) for part in ids if isinstance(part, int)]
        return tuple(sorted(found, key=str.casefold)) or None

    def _path(self, category_id: int) -> str:
        names: list[str] = []
        seen: set[int] = set()
        at: int | None = category_id
        while at is not None and at in self.categories and at not in seen:
            seen.add(at)
            names.insert(0, self.categories[at].name)
            at = self.categories[at].parent_id
        return _STEP.join(names) or UNKNOWN_TEXT


def pos_category(path: tuple[CategoryRef, ...]) -> tuple[str, ...] | None:
    """The one category of a POS product."""
    return (_STEP.join(ref.name for ref in path),) if path else None


def shortened(pos: Value, online: Value) -> tuple[Value, Value]:
    """Two long texts, each as much as is shown of it, from shortly before where they differ."""
    if isinstance(pos, str) and isinstance(online, str):
        before, after = excerpts(online, pos)
        return after, before
    return _excerpt(pos), _excerpt(online)


def _excerpt(value: Value) -> Value:
    return excerpts(value, "")[0] if isinstance(value, str) else value


def _plain(field: Field, value: object) -> Value:
    if field.name == "images":
        return len(value) if isinstance(value, tuple) else None
    if field.kind == "choices" and isinstance(value, tuple):
        return tuple(f"{name}: {chosen}" for name, chosen in value)
    if isinstance(value, tuple):
        return tuple(_side(part) for part in value)
    return value if isinstance(value, str | Decimal | int) else None


def _side(part: object) -> str:
    """One side of a size; 0 is blank."""
    return format(part.normalize(), "f") if isinstance(part, Decimal) and part else ""


# The journal's values: amounts are text there, descriptions digests, pictures tokens


def past(change: PastChange, words: ProductWords) -> PastChange:
    """What a past run did, in words; the words of a description are not told again."""
    told = tuple(
        (field, _past_value(field, before, words), _past_value(field, after, words))
        for field, before, after in change.changes
    )
    return PastChange(change.run, change.at, change.action, change.result, change.error, told)


def _past_value(field: str, value: Value, words: ProductWords) -> Value:
    if value is None or field == "description":
        return None
    if field in ("price", "weight"):
        return _amount(value)
    if not isinstance(value, tuple):
        return value
    if field == "images":
        return len(value)
    return _past_categories(value, words) if field == "category" else value


def _amount(value: Value) -> Decimal | None:
    try:
        found = Decimal(str(value))
    except InvalidOperation:
        return None
    return found if found.is_finite() else None


def _past_categories(value: tuple[str, ...], words: ProductWords) -> Value:
    """Ids are those that the product was in online; names are one path in the POS."""
    if all(part.isdecimal() for part in value):
        return words.paths(tuple(int(part) for part in value))
    return (_STEP.join(value),)
