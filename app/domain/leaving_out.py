"""Parts of a plan: some products alone, and products without some of their lines (DESIGN §7).

A line is one field of one record: (POS id of the variant, or "" for the product itself, field).
"""

from collections.abc import Mapping
from dataclasses import replace

from app.domain.assessing import Assessment
from app.domain.comparing import Verdict
from app.domain.drafting import deletes_now
from app.domain.pair_comparison import StockVerdict
from app.domain.pairing import Base, PosProduct
from app.domain.situation import Situation

Line = tuple[str, str]
LeftOut = Mapping[str, frozenset[Line]]
"""The lines that are not to be written, by product key."""

NOTHING: LeftOut = {}

RENAMED: Line = ("", "category")
"""The line of a product that a renamed category is shown with."""


def separable(found: Assessment, situation: Situation) -> frozenset[Line]:
    """The lines of a product that can be left out one by one.

    A create and a deletion go whole. A new variation goes whole with its options, and so does a
    product that becomes a family or ceases to be one. The first SKU of a variation, the list of
    option values, and a family's own SKU and stock follow the other lines.
    """
    if found.product is None or found.there is None or found.blocked:
        return frozenset()
    if deletes_now(found, situation):
        return frozenset()
    lines = {_line(v) for v in found.verdicts if v.write and not _first_sku(v, found)}
    lines |= {_stock_line(stock) for stock in found.stocks if stock.how != "leave"}
    if found.enabled is not None:
        lines.add(("", "enabled"))
    if found.product.is_family and found.link is not None and found.link.variations:
        lines |= {(record.id, "options") for record in found.missing}
        lines |= {(pos_id, "options") for pos_id, _ in found.surplus}
    return frozenset(lines)


def without(found: Assessment, lines: frozenset[Line], situation: Situation) -> Assessment:
    """The pair as if nothing were to be done about these lines; only for drafting."""
    left = lines & separable(found, situation)
    if not left:
        return found
    part = replace(
        found,
        product=_with_options_as_online(found, left),
        verdicts=tuple(v for v in found.verdicts if _line(v) not in left),
        stocks=tuple(_left_alone(s) if _stock_line(s) in left else s for s in found.stocks),
        missing=tuple(r for r in found.missing if (r.id, "options") not in left),
        surplus=tuple(pair for pair in found.surplus if (pair[0], "options") not in left),
        enabled=None if ("", "enabled") in left else found.enabled,
    )
    part = _with_strangers(part, found)
    if not has_work(part, situation):
        return untouched(part)
    return replace(part, status="needs attention") if _keeps_a_wanted_sku(part) else part


def untouched(found: Assessment) -> Assessment:
    """The pair as one that no request may concern now; only for drafting."""
    return found if found.blocked else replace(found, status="syncing")


def has_work(found: Assessment, situation: Situation) -> bool:
    """Whether anything is to be written about a product."""
    if found.product is None or found.blocked:
        return False
    if found.there is None:
        return found.visible and not found.product.deleted
    return (
        deletes_now(found, situation)
        or found.enabled is not None
        or bool(found.missing or found.surplus)
        or any(verdict.write for verdict in found.verdicts)
        or any(stock.how != "leave" for stock in found.stocks)
    )


def with_former_options(base: Base, before: Base) -> Base:
    """A settled base that still knows the option values of variations that were left out.

    Else nobody would take these values away together with the variations, later.
    """
    options: dict[str, dict[str, None]] = {}
    for name, values in (*before.options, *base.options):
        options.setdefault(name, {}).update(dict.fromkeys(values))
    return replace(base, options=tuple((name, tuple(v)) for name, v in options.items()))


def _line(verdict: Verdict) -> Line:
    return verdict.pos_id, verdict.field.name


def _stock_line(stock: StockVerdict) -> Line:
    return stock.pos_id if stock.variation_id is not None else "", "stock"


def _left_alone(stock: StockVerdict) -> StockVerdict:
    return replace(stock, how="leave")


def _first_sku(verdict: Verdict, found: Assessment) -> bool:
    """With its first SKU a variation gets a stock of its own, and others may need its place."""
    if verdict.field.name != "sku" or not verdict.pos_id or found.there is None:
        return False
    return any(v.id == verdict.variation_id and v.sku is None for v in found.there.variations)


def _keeps_a_wanted_sku(part: Assessment) -> bool:
    """Whether a variation that is left keeps a SKU that another one of the product takes."""
    there = part.there
    written = {v.variation_id: v.wish for v in part.verdicts if v.field.name == "sku" and v.write}
    gone = {*written, *(variation_id for _, variation_id in part.surplus)}
    kept = {v.sku for v in there.variations if v.id not in gone} if there is not None else set()
    wanted: set[object] = {record.sku for record in part.missing}
    wanted |= {wish for variation_id, wish in written.items() if variation_id is not None}
    return bool(kept & wanted - {""})


def _with_options_as_online(found: Assessment, left: frozenset[Line]) -> PosProduct | None:
    """Option values that a variation keeps count as needed: they must not be taken away."""
    product, there = found.product, found.there
    if product is None or there is None:
        return product
    online = {variation.id: variation.options for variation in there.variations}
    kept = {
        verdict.pos_id: online[verdict.variation_id]
        for verdict in found.verdicts
        if verdict.field.name == "options"
        and _line(verdict) in left
        and verdict.variation_id in online
    }
    if not kept:
        return product
    members = tuple(
        replace(record, options=kept[record.id]) if record.id in kept else record
        for record in product.members
    )
    return replace(product, members=members)


def _with_strangers(part: Assessment, found: Assessment) -> Assessment:
    """A variation that is left though its record is gone counts as one of the online store's."""
    staying = set(found.surplus) - set(part.surplus)
    if not staying or part.link is None:
        return part
    variations = {
        pos_id: variation_id
        for pos_id, variation_id in part.link.variations.items()
        if (pos_id, variation_id) not in staying
    }
    return replace(part, link=replace(part.link, variations=variations))
