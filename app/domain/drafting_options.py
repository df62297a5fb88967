"""Option lists: what is to be added, and what may be dropped again (RULES M18)."""

from collections.abc import Iterable
from typing import cast

from app.domain.assessing import Assessment
from app.domain.draft import Draft
from app.domain.fields import OPTIONS
from app.domain.leftover_options import leftover, stranded
from app.domain.product import EcomProduct
from app.domain.steps import Choice, PutOptions

Pairs = tuple[tuple[str, str], ...]


def online_choices(there: EcomProduct) -> dict[str, tuple[str, ...]]:
    """The options that eCom has, by name."""
    return {option.name: option.choices for option in there.options}


def merged_choices(there: EcomProduct, needed: Iterable[Choice]) -> dict[str, tuple[str, ...]]:
    """The options as they are after the additions."""
    merged = online_choices(there)
    for name, values in needed:
        has = merged.get(name, ())
        merged[name] = (*has, *(value for value in values if value not in has))
    return merged


def added_choices(there: EcomProduct, needed: Iterable[Choice]) -> tuple[Choice, ...]:
    """What has to be added so that eCom has all that is needed."""
    online = online_choices(there)
    added = []
    for name, values in needed:
        new = tuple(value for value in values if value not in online.get(name, ()))
        if new:
            added.append((name, new))
    return tuple(added)


def _merged(choices: Iterable[Choice]) -> tuple[Choice, ...]:
    """Each option once, with all its values once."""
    values: dict[str, dict[str, None]] = {}
    for name, some in choices:
        values.setdefault(name, {}).update(dict.fromkeys(some))
    return tuple((name, tuple(found)) for name, found in values.items())


def drop_options(
    draft: Draft,
    found: Assessment,
    needed: tuple[Choice, ...],
    detours: tuple[Choice, ...] = (),
) -> None:
    """Take away values that the POS had and has no more, unless a variation uses them (M18).

    Notes how the options change in all, with what was added before.
    """
    there = found.both.there
    former = found.base.options if found.base is not None else ()
    leaving = {variation_id for _, variation_id in found.surplus}
    written = {v.variation_id: v.wish for v in found.verdicts if v.field is OPTIONS and v.write}
    used = {
        pair
        for variation in there.variations
        if variation.id not in leaving
        for pair in cast("Pairs", written.get(variation.id, variation.options))
    }
    used |= {(name, value) for name, values in needed for value in values}
    # A variant that has no variation, being inactive or without SKU, has its values all the same.
    used |= {pair for record in found.both.product.members for pair in record.options}
    online = online_choices(there)
    passing = dict(detours)
    has = {n: (*online.get(n, ()), *passing.get(n, ())) for n in (*online, *passing)}
    gone = leftover(_merged((*former, *detours, *stranded(there))), has, used)
    whole = tuple(
        name
        for name, values in gone.items()
        if set(online.get(name, ())) <= set(values) and name not in dict(needed)
    )
    if gone:
        drop = tuple((name, tuple(values)) for name, values in gone.items() if name not in whole)
        draft.steps.append(PutOptions(drop=drop, drop_names=whole))
    left = {
        name: tuple(value for value in values if value not in gone.get(name, ()))
        for name, values in merged_choices(there, needed).items()
        if name not in whole
    }
    if left != online:
        draft.change("options", online, left)
