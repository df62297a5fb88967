"""Ticking lines of the preview: what goes along with what, and the guard's answers."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from app.domain.guard import ReasonKind
from app.facts.plan_lines import PRODUCT
from app.facts.preview import GroupKind, LineId, PlanLine, PreviewFacts

_HELD = "held "


def with_ticks(facts: PreviewFacts, ids: Collection[LineId], ticked: bool) -> PreviewFacts:
    """The preview with these lines ticked or not, and what can't be otherwise then.

    Where a line that can only go with its whole product is left out, all of the product is; and
    where nothing else is left of a change, what follows from it is not either. With any line of
    a product such lines go along, and with such a line all that nothing holds back.
    """
    chosen = frozenset(ids)
    keys = {key for key, _, _ in chosen}
    lines = [(g.kind, line) for g in facts.groups for line in g.lines if line.key in keys]
    if ticked:
        return replace(facts, left_out=facts.left_out - _going_along(lines, chosen))
    whole = {line.key for _, line in lines if line.whole and line.id in chosen}
    gone = {line.id for _, line in lines if line.key in whole}
    left_out = facts.left_out | chosen | gone
    return replace(facts, left_out=left_out | _following(lines, left_out))


def _following(
    lines: Sequence[tuple[GroupKind, PlanLine]], left_out: frozenset[LineId]
) -> frozenset[LineId]:
    """Lines that only follow from others, where all of these are left out."""
    stays = {
        line.key
        for _, line in lines
        if line.id not in left_out and (not line.whole or line.field == PRODUCT)
    }
    parts = {line.key for _, line in lines if not line.whole}
    return frozenset(
        line.id for _, line in lines if line.key in parts and line.key not in stays and line.whole
    )


def _going_along(
    lines: Sequence[tuple[GroupKind, PlanLine]], chosen: frozenset[LineId]
) -> frozenset[LineId]:
    taken = {(kind, line.key) for kind, line in lines if line.whole and line.id in chosen}
    keys = {key for _, key in taken}
    along = {
        line.id
        for kind, line in lines
        if line.whole
        or (kind, line.key) in taken
        or (line.key in keys and not kind.startswith(_HELD))
    }
    return chosen | along


def with_answer(facts: PreviewFacts, kind: ReasonKind, include: bool) -> PreviewFacts:
    """The preview with what the guard objects to included or left out.

    What another objection keeps back stays back.
    """
    answered = dict(facts.answered) | {kind: include}
    facts = replace(facts, answered=tuple(answered.items()))
    lines = _held_lines(facts, {kind})
    if not include:
        return with_ticks(facts, [line.id for line in lines], False)
    keys = {line.key for line in lines}
    included = {known for known, yes in answered.items() if yes}
    candidates = [line for line in _held_lines(facts, included) if line.key in keys]
    chosen = {line.id for line in candidates}
    blocked = {
        line.key
        for line in facts.lines
        if line.whole and line.id in facts.left_out and line.id not in chosen
    }
    return with_ticks(facts, [c.id for c in candidates if c.key not in blocked], True)


def _held_lines(facts: PreviewFacts, kinds: Collection[ReasonKind]) -> list[PlanLine]:
    names = {_HELD + kind for kind in kinds}
    return [line for group in facts.groups if group.kind in names for line in group.lines]
