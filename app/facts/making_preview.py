"""Makes the preview of a plan: groups by risk, and what the guard objects to (§5, §7.4)."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import get_args

from app.domain.actions import Action
from app.domain.assessing import Assessment
from app.domain.fields import FIELDS
from app.domain.guard import GUARD_KINDS, GuardKind, Reason, concerned
from app.domain.leaving_out import Line
from app.domain.planning import Plan
from app.domain.situation import Situation
from app.facts.first_links import replaced_online
from app.facts.plan_lines import PRODUCT, lines_of
from app.facts.plan_values import Words
from app.facts.preview import (
    FirstLink,
    GroupKind,
    GuardReason,
    PlanGroup,
    PlanLine,
    PreviewFacts,
)
from app.facts.preview_ticks import with_ticks

GROUP_ORDER: tuple[GroupKind, ...] = get_args(GroupKind)
"""In order of risk."""

HELD: Mapping[GuardKind, GroupKind] = {
    "delete": "held delete",
    "hide": "held hide",
    "zero": "held zero",
    "price": "held price",
    "show": "held show",
}
"""The group of what the guard objects to, by its kind."""

_BY_MOVE = frozenset[GroupKind]({"update", "held price", "held zero"})
_EXAMPLES = 5


def make_preview(
    plan: Plan,
    actions: Sequence[Action],
    assessments: Mapping[str, Assessment],
    *,
    situation: Situation,
    reasons: Sequence[Reason],
    first: bool,
    made_at: float,
    text: Callable[[str], str | None],
    category_names: Mapping[int, str],
    check_only: bool = False,
    broken: str = "",
    seconds_a_write: float = 0.0,
) -> PreviewFacts:
    """What the manager looks at before he says yes; what the guard objects to is not ticked.

    `actions` are those of the plan that would be carried out, `assessments` go by product key.
    `text` gives a description by its digest, `category_names` are the online store's.
    """
    words = Words(text, category_names)
    held = _Held(actions, plan, situation, reasons)
    placed: dict[GroupKind, list[PlanLine]] = {kind: [] for kind in GROUP_ORDER}
    for action in actions:
        found = assessments[action.key]
        for kind, line in lines_of(action, found, situation, plan.sold_out, words):
            placed[held.group(action, kind, line)].append(line)
    groups = tuple(_group(kind, lines) for kind, lines in placed.items() if lines)
    facts = PreviewFacts(
        groups=groups,
        made_at=made_at,
        first=first,
        reasons=_reasons(reasons, placed),
        first_links=_first_links(assessments.values(), plan, situation) if first else (),
        becomes_visible=sum(action.kind == "show" for action in actions),
        broken=broken,
        check_only=check_only,
        only=plan.only,
    )
    objected = [line.id for kind in HELD.values() for line in placed[kind]]
    return with_cost(with_ticks(facts, objected, False), costs_of(actions), seconds_a_write)


# The guard


class _Held:
    """Says which lines are held back until the manager includes them."""

    def __init__(
        self,
        actions: Sequence[Action],
        plan: Plan,
        situation: Situation,
        reasons: Sequence[Reason],
    ) -> None:
        found = concerned(actions, situation.rules, plan.sold_out)
        objected = {reason.kind for reason in reasons}
        self._keys: dict[GuardKind, frozenset[str]] = {
            kind: frozenset(action.key for action in found[kind])
            if kind in objected
            else frozenset()
            for kind in GUARD_KINDS
        }
        self._limit = float(situation.rules.decimal("guard.price"))

    def group(self, action: Action, kind: GroupKind, line: PlanLine) -> GroupKind:
        """The group of a line: its own, or that of the gravest objection to it."""
        for objection in GUARD_KINDS:
            if action.key in self._keys[objection] and self._concerns(objection, kind, line):
                return HELD[objection]
        return kind

    def _concerns(self, objection: GuardKind, kind: GroupKind, line: PlanLine) -> bool:
        match objection:
            case "delete":
                return kind == "delete"
            case "hide":
                return kind == "hide"
            case "zero":
                return line.field == "stock" and not line.whole
            case "price":
                # What a family shows as its price goes with those of its variants.
                stands_out = line.move > self._limit or not line.id[1]
                return line.field == "price" and stands_out
            case "show":
                return True


def _reasons(
    reasons: Iterable[Reason], placed: Mapping[GroupKind, list[PlanLine]]
) -> tuple[GuardReason, ...]:
    by_kind = {reason.kind: reason for reason in reasons}
    told = []
    for kind in GUARD_KINDS:
        reason = by_kind.get(kind)
        if reason is not None:
            lines = _sorted(HELD[kind], placed[HELD[kind]])
            told.append(GuardReason(kind, reason.count, reason.of, _first_of_each(lines)))
    return tuple(told)


def _first_of_each(lines: Iterable[PlanLine]) -> tuple[PlanLine, ...]:
    """One line a product, of the first few."""
    first: dict[str, PlanLine] = {}
    for line in lines:
        first.setdefault(line.key, line)
    return tuple(first.values())[:_EXAMPLES]


# Groups


def _group(kind: GroupKind, lines: list[PlanLine]) -> PlanGroup:
    return PlanGroup(kind, tuple(_sorted(kind, lines)), len({line.key for line in lines}))


def _sorted(kind: GroupKind, lines: list[PlanLine]) -> list[PlanLine]:
    """By name, or the largest moves first; a product's lines stay together, and a variant's."""
    moves: dict[tuple[str, ...], float] = {}
    if kind in _BY_MOVE:
        for line in lines:
            for whose in ((line.key,), line.id[:2]):
                moves[whose] = max(moves.get(whose, 0.0), line.move)

    def place(line: PlanLine) -> tuple[float, str, str, float]:
        product, part = moves.get((line.key,), 0.0), moves.get(line.id[:2], 0.0)
        return -product, line.name.casefold(), line.key, -part

    return sorted(lines, key=place)


# The first sync


def _first_links(
    assessments: Iterable[Assessment], plan: Plan, situation: Situation
) -> tuple[FirstLink, ...]:
    kept = frozenset(f.name for f in FIELDS if situation.rules.kept_at_first_link(f.name))
    counts = replaced_online((a for a in assessments if plan.concerns(a.key)), kept)
    return tuple(
        FirstLink(field.name, counts[field.name], field.name in kept)
        for field in FIELDS
        if counts[field.name]
    )


# What a yes would mean


def left_out_of(facts: PreviewFacts) -> dict[str, frozenset[Line]]:
    """The lines that are not ticked, by product, of products that have some that are."""
    approved = approved_keys(facts)
    lines: dict[str, set[Line]] = {}
    for key, pos_id, field in facts.left_out:
        if key in approved and field != PRODUCT:
            lines.setdefault(key, set()).add((pos_id, field))
    return {key: frozenset(left) for key, left in lines.items()}


def approved_keys(facts: PreviewFacts) -> frozenset[str]:
    """The products of which anything is ticked."""
    left = facts.left_out
    return frozenset(
        line.key for group in facts.groups for line in group.lines if line.id not in left
    )


def costs_of(actions: Iterable[Action]) -> dict[str, int]:
    """How many requests change the online store, by product."""
    return {action.key: action.writes for action in actions}


def with_cost(
    facts: PreviewFacts, costs: Mapping[str, int], seconds_a_write: float
) -> PreviewFacts:
    """The preview with what it takes to carry out what is ticked."""
    writes = sum(costs.get(key, 0) for key in approved_keys(facts))
    return replace(facts, writes=writes, seconds=writes * seconds_a_write)
