"""Edits kept online on single products, and when that ends (RULES M3)."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from app.domain.actions import Action
from app.domain.fields import MEMBER, Field, layout
from app.domain.pairing import MISSING, Base, UnitBase
from app.sync.context import Context


def end_kept_edits(context: Context, action: Action) -> None:
    """An edit kept on one product is kept until the POS changes that field.

    A kept field is written only where the POS has changed it, so what was written is over.
    """
    _end(context, {action.key: {change.field for change in action.changes}})


def end_where_pos_changed(context: Context, settled: Mapping[str, Base]) -> None:
    """The POS may change a field to just what stands online: nothing is written, yet it changed.

    Before these bases move; afterwards nobody would know.
    """
    bases = context.state.bases
    _end(
        context,
        {
            key: _changed(bases[key], settled[key])
            for key in context.choices.kept.keys() & settled.keys() & bases.keys()
        },
    )


def _end(context: Context, over: Mapping[str, set[str]]) -> None:
    kept = dict(context.choices.kept)
    for key, names in over.items():
        left = kept.pop(key, frozenset()) - names
        if left:
            kept[key] = left
    if kept != {key: names for key, names in context.choices.kept.items() if names}:
        context.choices = replace(context.choices, kept=kept)
        context.set_choices(context.choices)


def _changed(before: Base, after: Base) -> set[str]:
    """Fields whose POS value is another one, of the product or of one of its variants."""
    if before.family != after.family:
        return set()
    names = _differing(layout(family=after.family), before.product, after.product)
    for pos_id in before.variants.keys() & after.variants.keys():
        names |= _differing(MEMBER, before.variants[pos_id], after.variants[pos_id])
    return names


def _differing(rows: Iterable[Field], before: UnitBase, after: UnitBase) -> set[str]:
    pairs = zip(rows, before.pos, after.pos, strict=True)
    return {item.name for item, old, new in pairs if old is not MISSING and old != new}
