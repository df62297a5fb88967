"""Edits kept online on single products, and when that ends (RULES M3)."""

from dataclasses import replace

from app.domain.actions import Action
from app.sync.context import Context


def end_kept_edits(context: Context, action: Action) -> None:
    """An edit kept on one product is kept until the POS changes that field.

    A kept field is written only where the POS has changed it, so what was written is over.
    """
    kept = context.choices.kept.get(action.key)
    if not kept:
        return
    left = kept - {change.field for change in action.changes}
    if left == kept:
        return
    others = {key: names for key, names in context.choices.kept.items() if key != action.key}
    context.choices = replace(
        context.choices, kept={**others, action.key: left} if left else others
    )
    context.set_choices(context.choices)
