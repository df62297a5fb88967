"""What a first sync would replace of what was written online (RULES M9, S17)."""

from collections import Counter
from collections.abc import Iterable

from app.domain.assessing import Assessment
from app.domain.comparing import is_blank, same, wished
from app.domain.fields import MEMBER, UNKNOWN, Field, layout
from app.domain.pairing import MISSING, UnitBase


def replaced_online(assessments: Iterable[Assessment], kept: frozenset[str]) -> Counter[str]:
    """Per field, the products whose online value is replaced, or would be were it not kept."""
    counts: Counter[str] = Counter()
    for found in assessments:
        fields = {
            verdict.field.name
            for verdict in found.verdicts
            if verdict.state == "first link" and not is_blank(verdict.ecom)
        }
        counts.update(fields | _kept_apart(found, kept))
    return counts


def _kept_apart(found: Assessment, kept: frozenset[str]) -> set[str]:
    """Fields that count as settled though the sides differ, because the online value is kept."""
    base = found.base
    if base is None or not kept:
        return set()
    units: list[tuple[tuple[Field, ...], UnitBase]] = [(layout(family=base.family), base.product)]
    units += [(MEMBER, unit) for unit in base.variants.values()]
    return {
        field.name
        for fields, unit in units
        for field, pos, ecom in zip(fields, unit.pos, unit.ecom, strict=True)
        if field.name in kept and _apart(field, pos, ecom)
    }


def _apart(field: Field, pos: object, ecom: object) -> bool:
    if pos is MISSING or pos is UNKNOWN or is_blank(pos) or is_blank(ecom):
        return False
    return not same(field, wished(field, pos, MISSING, ecom), ecom, first=True)
