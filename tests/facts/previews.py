"""Previews for tests: of pairs as the builders make them, with the guard's objections."""

from collections.abc import Mapping
from typing import Any

from app.domain.guard import Reason, concerned, objections
from app.domain.planning import Plan
from app.domain.situation import Situation
from app.facts.making_preview import make_preview
from app.facts.preview import GroupKind, PlanLine, PreviewFacts
from tests.domain.builders import Pair, plan

TEXTS = {"digest-1": "<p>A mug</p>", "digest-2": "<p>A large mug</p>", "digest-3": "<b>A mug</b>"}
CATEGORY_NAMES = {51: "Mugs", 52: "Gifts"}


def preview_of(*pairs: Pair, **changes: Any) -> PreviewFacts:
    """What the manager is shown of these pairs, in the situation of the first."""
    return shown(plan(*pairs), pairs[0].situation, **changes)


def shown(made: Plan, situation: Situation, **changes: Any) -> PreviewFacts:
    """What the manager is shown of a plan; `reasons` as the guard gives them else."""
    found = concerned(made.actions, situation.rules, made.sold_out)
    values: dict[str, Any] = {
        "situation": situation,
        "reasons": objections(found, made.shown_online, situation.rules),
        "first": False,
        "made_at": 1_700_000_000.0,
        "text": TEXTS.get,
        "category_names": CATEGORY_NAMES,
    }
    by_key = {each.key: each for each in made.assessments}
    return make_preview(made, made.actions, by_key, **{**values, **changes})


def reason(kind: str, count: int = 1, of: int = 1) -> Reason:
    """One objection of the guard."""
    return Reason(kind, count, of, ())  # type: ignore[arg-type]


def by_group(facts: PreviewFacts) -> Mapping[GroupKind, list[tuple[str, str]]]:
    """The (variant, field) of each line, by group in the order shown."""
    return {g.kind: [line.id[1:] for line in g.lines] for g in facts.groups}


def only_line(facts: PreviewFacts) -> PlanLine:
    """The one line there is."""
    (line,) = facts.lines
    return line
