"""What a run tells in words and counts besides its events (RULES M19, S17)."""

from collections import Counter
from collections.abc import Iterable

from app.domain.actions import Action
from app.domain.assessing import Assessment
from app.domain.comparing import is_blank
from app.domain.events import COUNTED, Mode
from app.domain.guard import Reason
from app.domain.planning import Plan
from app.sync.context import Context

KIND_COUNTS = {
    "create": "created",
    "update": "updated",
    "show": "shown",
    "hide": "hidden",
    "delete": "deleted",
}
"""The count that a finished action of each kind belongs to."""

_NOTED_LINES = 20


def question(reasons: tuple[Reason, ...], first: bool) -> str:
    """What is asked before writing, and how to say yes."""
    if first:
        return (
            "This is the first sync of this shop: look at what it would do with "
            "`counterpart sync --check`, then say yes with `counterpart sync --yes`."
        )
    if any(reason.kind == "first" for reason in reasons):
        return "Every sync is asked about (setting preview.always). Say yes with --yes."
    told = "; ".join(f"{r.kind}: {r.count} of {r.of} products" for r in reasons)
    return (
        f"Stopped before writing, because much would change at once ({told}). Say yes with --yes."
    )


def tell_attention(context: Context, plan: Plan) -> None:
    """Say what needs attention, product by product, and how many more there are."""
    told = 0
    for found in plan.assessments:
        if not plan.concerns(found.key) or not needs_attention(found):
            continue
        for reason in found.reasons:
            told += 1
            if told <= _NOTED_LINES:
                context.say(reason, "warning", found.key)
    if told > _NOTED_LINES:
        context.say(f"… and {told - _NOTED_LINES} more; `counterpart status` names them all.")


def tell_held_back(context: Context, plan: Plan) -> None:
    """Say which products wait because something that is left out stands in their way."""
    for found in plan.assessments:
        if found.key in plan.held_back and found.product is not None:
            name = found.product.head.name
            context.say(
                f"{name} waits: a SKU or option values it takes are still in use by what is left "
                "out. Sync both together.",
                "warning",
                found.key,
            )


def tell_only_checked(context: Context, mode: Mode) -> None:
    """Say why nothing is sent by a sync of a store that is only checked (RULES M17)."""
    if mode != "check only":
        return
    why = {
        "foreign": " Another integration writes to this shop.",
        "own": " Another Counterpart, or this one with an older database, made products here.",
    }.get(str(context.state.facts.get("others")), "")
    context.say(
        f"Only compared, nothing sent: store.mode is “check only”.{why} "
        "`counterpart settings store.mode sync` has it sync."
    )


def tell_changed(context: Context, actions: Iterable[Action]) -> None:
    """Say which products are not what they were when they were ticked."""
    for action in actions:
        text = f"{action.name} changed since you looked; it waits for the next preview."
        context.say(text, "warning", action.key)


def needs_attention(found: Assessment) -> bool:
    """Whether a product counts as attention, blocked or in one field (RULES M8)."""
    return bool(found.reasons) and found.status != "to be removed"


def standing(plan: Plan) -> dict[str, int]:
    """Products that are right, and those that need attention, of those the plan is about."""
    wanting = {action.key for action in plan.actions} | plan.waiting
    concerned = [found for found in plan.assessments if plan.concerns(found.key)]
    unchanged = [
        found
        for found in concerned
        if found.key and found.visible and found.key not in wanting and not found.blocked
    ]
    return {
        "unchanged": len(unchanged),
        "attention": sum(1 for found in concerned if needs_attention(found)),
    }


def planned_counts(plan: Plan) -> dict[str, int]:
    """What the plan would do, by products."""
    counts = {**dict.fromkeys(COUNTED, 0), **standing(plan)}
    for action in plan.actions:
        counts[KIND_COUNTS[action.kind]] += 1
    return counts


def tell_first_link(context: Context, plan: Plan) -> None:
    """Say per field how much that was written online a first sync would replace (S17)."""
    replaced: Counter[str] = Counter()
    concerned = [found for found in plan.assessments if plan.concerns(found.key)]
    for found in concerned:
        fields = {
            verdict.field
            for verdict in found.verdicts
            if verdict.state == "first link" and not is_blank(verdict.ecom)
        }
        replaced.update(field.label for field in fields)
    for label, count in replaced.most_common():
        context.say(f"{label}: what stands online would be replaced on {count} products.")
    shown = sum(found.enabled is True for found in concerned)
    if shown:
        context.say(f"{shown} products that are hidden online would become visible.")
    if replaced:
        context.say(
            "To keep the online values of some fields, name them: "
            "`counterpart settings first_link.keep description,name`."
        )
