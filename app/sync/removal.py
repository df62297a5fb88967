"""The day on which a product that was hidden, as it is gone from the POS, is deleted (M20)."""

from dataclasses import replace
from datetime import datetime, timedelta

from app.domain.planning import Plan
from app.sync.context import Context


def give_day(context: Context, key: str, today: str) -> None:
    """Note the day from which on a removed product may be deleted; a day once given stands."""
    link = context.state.links.get(key)
    if link is None or link.due:
        return
    days = context.rules.whole("removal.days")
    due = (datetime.fromisoformat(today) + timedelta(days=days)).isoformat(timespec="seconds")
    context.state.links[key] = replace(link, due=due)
    context.mirror.save_links({key: context.state.links[key]})


def give_days(context: Context, plan: Plan, today: str) -> None:
    """Give a day to all that are gone from the POS and hidden online already.

    They were hidden before, or by a run that ended before it noted the day.
    """
    if context.rules.text("removal.mode") != "hide":
        return
    for found in plan.assessments:
        gone = found.product is not None and found.product.deleted
        if gone and found.there is not None and not found.there.enabled:
            give_day(context, found.key, today)
