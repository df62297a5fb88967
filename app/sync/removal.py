"""The day on which a product that was hidden, as it is gone from the POS, is deleted (M20)."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta

from app.domain.planning import Plan
from app.sync.context import Context


def set_day(context: Context, keys: Iterable[str], today: str) -> None:
    """Note the day from which on removed products may be deleted; a day once set stands."""
    links = context.state.links
    due = _due_day(context, today)
    begun = {
        key: replace(links[key], due=due) for key in keys if key in links and not links[key].due
    }
    if begun:
        links.update(begun)
        context.mirror.save_links(begun)


def wait_for_removal(context: Context, plan: Plan, today: str) -> None:
    """What is gone from the POS and hidden online already waits from now on as well.

    It was hidden before, or by a run that ended before it noted the day.
    """
    if context.rules.text("removal.mode") != "hide":
        return
    hidden = []
    for found in plan.assessments:
        gone = found.product is not None and found.product.deleted
        if gone and found.there is not None and not found.there.enabled:
            hidden.append(found.key)
    set_day(context, hidden, today)


def _due_day(context: Context, today: str) -> str:
    days = context.rules.whole("removal.days")
    return (datetime.fromisoformat(today) + timedelta(days=days)).isoformat(timespec="seconds")
