"""The three-way comparison of one record's fields (RULES M1, M9, M12).

Each field has three values: the POS's, eCom's, and the base's two. The base moves only where
both sides are found equal or a write was verified; never because something was merely sent.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from app.domain.fields import UNKNOWN, Field
from app.domain.measures import LENGTH_STEP, WEIGHT_STEP, about_equal
from app.domain.pairing import MISSING, UnitBase

State = Literal["pos waits", "first link", "online edit", "kept", "conflict", "unknown"]
"""What became of a field that is not settled. Only the first three and a conflict may be
written; "kept" is an online edit that the manager lets stand."""


@dataclass(frozen=True, slots=True)
class Policy:
    """How one product's fields are to be treated (R12, RULES M3, M9).

    `off` are the fields that are not kept in step.
    """

    off: frozenset[str]
    keeps: Callable[[str], bool]
    kept_at_first_link: Callable[[str], bool]
    replace_first_images: bool
    tokens: Mapping[tuple[str, str], str]


@dataclass(frozen=True, slots=True)
class Verdict:
    """One field that is not settled. `wish` is what eCom should have if it is written."""

    field: Field
    state: State
    pos: object
    ecom: object
    wish: object
    pos_id: str = ""
    variation_id: int | None = None

    @property
    def write(self) -> bool:
        """Whether the planner writes it."""
        return self.state in ("pos waits", "first link", "online edit", "conflict")


@dataclass(frozen=True, slots=True)
class Compared:
    """The verdicts of one record and its base with everything that is settled now."""

    verdicts: tuple[Verdict, ...]
    base: UnitBase


def never_agreed(fields: tuple[Field, ...]) -> UnitBase:
    """The base of a record that was never compared."""
    missing = (MISSING,) * len(fields)
    return UnitBase(missing, missing)


def compare(
    fields: tuple[Field, ...],
    pos: tuple[object, ...],
    ecom: tuple[object, ...],
    base: UnitBase | None,
    policy: Policy,
) -> Compared:
    """Compare one record of each side, field by field only where the whole differs.

    The base of a field that is switched off is dropped, even where nothing moved (RULES M1).
    """
    quiet = base is not None and pos == base.pos and ecom == base.ecom
    dropped = bool(policy.off) and any(field.name in policy.off for field in fields)
    if base is not None and quiet and not dropped:
        return Compared((), base)
    before = base or never_agreed(fields)
    verdicts: list[Verdict] = []
    pos_base: list[object] = []
    ecom_base: list[object] = []
    for at, field in enumerate(fields):
        agreed = (before.pos[at], before.ecom[at])
        verdict, settled = _compare_field(field, pos[at], ecom[at], agreed, policy)
        pos_base.append(settled[0])
        ecom_base.append(settled[1])
        if verdict is not None:
            verdicts.append(verdict)
    return Compared(tuple(verdicts), UnitBase(tuple(pos_base), tuple(ecom_base)))


Agreed = tuple[object, object]
NEVER: Agreed = (MISSING, MISSING)


def _compare_field(
    field: Field, pos: object, ecom: object, agreed: Agreed, policy: Policy
) -> tuple[Verdict | None, Agreed]:
    if field.name in policy.off:
        return None, NEVER
    if pos is UNKNOWN:
        return Verdict(field, "unknown", pos, ecom, ecom), agreed
    if ecom is UNKNOWN:
        return None, agreed
    if agreed[0] is MISSING:
        return _first_link(field, pos, ecom, policy)
    return _three_way(field, pos, ecom, agreed, policy)


def _first_link(
    field: Field, pos: object, ecom: object, policy: Policy
) -> tuple[Verdict | None, Agreed]:
    wish = wished(field, pos, MISSING, ecom)
    if field.kind == "pictures":
        adopted = bool(ecom) and not policy.replace_first_images
        settled = not pos or adopted
    else:
        settled = same(field, wish, ecom, first=True)
    if settled or policy.kept_at_first_link(field.name):
        return None, (pos, ecom)
    return Verdict(field, "first link", pos, ecom, wish), NEVER


def _three_way(
    field: Field, pos: object, ecom: object, agreed: Agreed, policy: Policy
) -> tuple[Verdict | None, Agreed]:
    pos_base = agreed[0]
    pos_changed = pos != pos_base
    if field.kind == "pictures":
        pos_changed = pos_changed and pos != _known_tokens(pos_base, policy.tokens)
    ecom_changed = _changed_online(field, ecom, agreed)
    if not pos_changed and not ecom_changed:
        return None, (pos, ecom) if field.kind in ("category", "pictures") else agreed
    if field.kind == "pictures" and not pos and not (pos_changed and ecom):
        return None, (pos, ecom)
    wish = wished(field, pos, pos_base, ecom)
    if field.kind != "pictures" and same(field, wish, ecom):
        return None, (pos, ecom)
    return Verdict(field, _state(field, pos_changed, ecom_changed, policy), pos, ecom, wish), agreed


def _state(field: Field, pos_changed: bool, ecom_changed: bool, policy: Policy) -> State:
    if pos_changed:
        return "conflict" if ecom_changed else "pos waits"
    kept = field.kind == "pictures" or (field.keepable and policy.keeps(field.name))
    return "kept" if kept else "online edit"


def _known_tokens(tokens: object, known: Mapping[tuple[str, str], str]) -> object:
    """Give base tokens that were marks of id and address the content hash learned since."""
    if not isinstance(tokens, tuple):
        return tokens
    return tuple(_known_token(str(token), known) for token in tokens)


def _known_token(token: str, known: Mapping[tuple[str, str], str]) -> str:
    if not token.startswith("@"):
        return token
    image_id, _, url = token[1:].partition(" ")
    return known.get((image_id, url), token)


def _changed_online(field: Field, ecom: object, agreed: Agreed) -> bool:
    pos_base, ecom_base = agreed
    if field.kind == "category":
        return (pos_base in _members(ecom)) != (pos_base in _members(ecom_base))
    if field.kind == "choices":
        names = _names(pos_base)
        return _pairs(ecom, names) != _pairs(ecom_base, names)
    return ecom != ecom_base


def wished(field: Field, pos: object, pos_base: object, ecom: object) -> object:
    """What eCom should have: the POS value; eCom's own where the POS was and is blank (M12)."""
    if field.kind == "category":
        return _wished_category(pos, pos_base, ecom)
    if field.kind == "sides":
        return _wished_sides(pos, pos_base, ecom)
    if field.kind == "choices":
        return _wished_choices(pos, pos_base, ecom)
    if field.kind == "pictures" or not is_blank(pos):
        return pos
    if pos_base is MISSING or is_blank(pos_base) or field.cleared is None:
        return ecom
    return field.cleared


def is_blank(value: object) -> bool:
    """Whether a value says nothing (RULES M12)."""
    return value is None or value in ("", ()) or value is UNKNOWN


def same(field: Field, wish: object, ecom: object, *, first: bool = False) -> bool:
    """Whether eCom already has what is wished; `first` allows the tolerance of a first link."""
    if field.kind == "category":
        return _members(wish) == _members(ecom)
    if field.kind == "choices":
        return dict(_as_pairs(wish)) == dict(_as_pairs(ecom))
    if field.kind == "weight":
        return _same_measure(wish, ecom, WEIGHT_STEP, first)
    if field.kind == "sides":
        sides = zip(_three(wish), _three(ecom), strict=True)
        return all(_same_measure(one, other, LENGTH_STEP, first) for one, other in sides)
    return wish == ecom


def _same_measure(one: object, other: object, step: Decimal, first: bool) -> bool:
    left = one if isinstance(one, Decimal) else Decimal(0)
    right = other if isinstance(other, Decimal) else Decimal(0)
    if first:
        return about_equal(left, right, step)
    return abs(left - right) <= step / 2


def _three(sides: object) -> tuple[object, object, object]:
    if isinstance(sides, tuple) and len(sides) == 3:
        return sides[0], sides[1], sides[2]
    return None, None, None


def _wished_sides(pos: object, pos_base: object, ecom: object) -> object:
    """Side by side: the POS's, 0 where it was and is blank now, else what eCom has."""
    wishes = zip(_three(pos), _three(pos_base), _three(ecom), strict=True)
    return tuple(_wished_side(*sides) for sides in wishes)


def _wished_side(pos: object, pos_base: object, ecom: object) -> object:
    if pos is not None:
        return pos
    return Decimal(0) if pos_base is not None else ecom


def _members(ids: object) -> frozenset[object]:
    return frozenset(ids) if isinstance(ids, tuple | frozenset) else frozenset()


def _wished_category(pos: object, pos_base: object, ecom: object) -> object:
    """Membership after taking away what we assigned and adding what the POS names (R20)."""
    ids = set(_members(ecom))
    if pos_base is not MISSING and pos_base != pos:
        ids.discard(pos_base)
    if pos is not None:
        ids.add(pos)
    return frozenset(ids)


def _as_pairs(options: object) -> tuple[tuple[str, str], ...]:
    return options if isinstance(options, tuple) else ()


def _names(options: object) -> frozenset[str]:
    return frozenset(name for name, _ in _as_pairs(options))


def _pairs(options: object, names: frozenset[str]) -> dict[str, str]:
    return {name: value for name, value in _as_pairs(options) if name in names}


def _wished_choices(pos: object, pos_base: object, ecom: object) -> object:
    """The POS's pairs first, then pairs of options that exist only online (RULES M18)."""
    ours = _names(pos) | _names(pos_base)
    online_only = tuple(pair for pair in _as_pairs(ecom) if pair[0] not in ours)
    return (*_as_pairs(pos), *online_only)
