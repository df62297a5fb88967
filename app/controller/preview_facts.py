"""The plan at hand as the preview shows it, and the consent to what is ticked of it.

Everything here is called on the engine's thread.
"""

from dataclasses import replace

from app.controller.desk import Desk
from app.domain.guard import Reason, concerned, objections
from app.domain.planning import make_plan
from app.facts.making_preview import approved_keys, costs_of, left_out_of, make_preview
from app.facts.preview import PreviewFacts
from app.sync.consent import Approval, signature

_A_WRITE = 0.1
"""Seconds a request takes at the online store's pace (API eCom §2: 600 a minute)."""
_A_SAMPLE_WRITE = 0.01
"""The same for the sample stores, which have no limit."""


def preview_of(
    desk: Desk, reasons: tuple[Reason, ...], only: frozenset[str] | None
) -> PreviewFacts:
    """The plan at hand as the preview shows it."""
    place, world = desk.place, desk.world
    rules = place.rules()
    plan = make_plan(world.catalogue, world.situation, desk.restore, only)
    found = concerned(plan.actions, rules, plan.sold_out)
    asked = reasons or objections(found, plan.shown_online, rules)
    facts = make_preview(
        plan,
        plan.actions,
        {one.key: one for one in plan.assessments if one.key},
        situation=world.situation,
        reasons=[reason for reason in asked if reason.kind not in ("listing", "first")],
        first=not desk.first_done,
        made_at=desk.read_at,
        text=desk.session.mirror.text,
        category_names={one.id: one.name for one in desk.state.ecom_categories},
        check_only=rules.text("store.mode") == "check only",
        seconds_a_write=_A_SAMPLE_WRITE if place.demo else _A_WRITE,
    )
    pace = _A_SAMPLE_WRITE if place.demo else _A_WRITE
    return replace(
        facts,
        only=only,
        begun=bool(desk.session.journal.last_done()),
        others=str(desk.state.facts.get("others") or ""),
        costs=costs_of(plan.actions),
        seconds_a_write=pace,
    )


def consent(desk: Desk, facts: PreviewFacts) -> Approval:
    """The yes to what is ticked."""
    left_out = left_out_of(facts)
    world = desk.world
    keys = approved_keys(facts)
    plan = make_plan(world.catalogue, world.situation, desk.restore, keys, left_out)
    return Approval(
        {action.key: signature(action) for action in plan.actions if action.key in keys}, left_out
    )
