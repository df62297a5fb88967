"""Compares all records of one pair, and settles its base after a write (RULES M1, M16)."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal

from app.domain.comparing import Compared, Policy, Verdict, compare, never_agreed
from app.domain.fields import (
    IMAGES,
    MEMBER,
    OPTIONS,
    Field,
    ecom_values,
    family_pictures,
    layout,
    pos_family,
    pos_member,
    pos_simple,
    variation_values,
)
from app.domain.inventory import OnlineStock
from app.domain.pairing import MISSING, Base, Link, PosProduct, UnitBase
from app.domain.pictures import picture_steps
from app.domain.product import EcomProduct, EcomVariation, PosRecord
from app.domain.situation import Situation, policy_for, stock_of

HowStock = Literal["leave", "unlimited", "track", "adjust"]
"""What is written: nothing, untracked, tracked with a number, or a difference (RULES M5)."""


@dataclass(frozen=True, slots=True)
class StockVerdict:
    """The online stock of one record against what eCom has; `quantity` None when unlimited."""

    pos_id: str
    variation_id: int | None
    stock: OnlineStock
    quantity: int | None
    how: HowStock


@dataclass(frozen=True, slots=True)
class PairCompared:
    """What differs of a pair, and its base with everything that is settled now."""

    verdicts: tuple[Verdict, ...]
    base: Base


def compare_pair(
    product: PosProduct,
    there: EcomProduct,
    link: Link,
    base: Base | None,
    situation: Situation,
) -> PairCompared:
    """Compare the product as a whole, and a family member by member."""
    policy = policy_for(product.key, situation)
    terms, family = situation.terms, product.is_family
    fields = layout(family=family)
    if family:
        pos = pos_family(product.head, product.members, terms)
    else:
        pos = pos_simple(product.head, terms)
    whole = compare(fields, pos, ecom_values(there, fields), product_base(base, family), policy)
    whole = _settle_pictures(whole, fields, product.head, there, link)
    verdicts = list(whole.verdicts)
    variants: dict[str, UnitBase] = {}
    if family:
        by_id = {variation.id: variation for variation in there.variations}
        for record in product.members:
            variation = by_id.get(link.variations.get(record.id, -1))
            if variation is None:
                continue
            found, variants[record.id] = _compare_member(
                record, variation, there, base, situation, policy
            )
            verdicts += found
    options = (base.options if base is not None else ()) or choices_of(product)
    quantities = quantities_of(product, there, link)
    return PairCompared(
        tuple(verdicts), _new_base(base, Base(family, whole.base, variants, options, quantities))
    )


def _settle_pictures(
    whole: Compared, fields: tuple[Field, ...], head: PosRecord, there: EcomProduct, link: Link
) -> Compared:
    """Pictures that eCom has already, as far as our own uploads tell, are equal now (M1)."""
    verdict = next((v for v in whole.verdicts if v.field is IMAGES and v.write), None)
    if verdict is None or not isinstance(verdict.pos, tuple):
        return whole
    wanted = list(zip(family_pictures(head), verdict.pos, strict=True))
    if picture_steps(there, link.pictures, wanted):
        return whole
    at = fields.index(IMAGES)
    pos, ecom = list(whole.base.pos), list(whole.base.ecom)
    pos[at], ecom[at] = verdict.pos, verdict.ecom
    rest = tuple(v for v in whole.verdicts if v is not verdict)
    return Compared(rest, UnitBase(tuple(pos), tuple(ecom)))


def _new_base(old: Base | None, new: Base) -> Base:
    """Return the very same object when nothing moved, so that nothing is written anew."""
    return old if old is not None and old == new else new


def _compare_member(
    record: PosRecord,
    variation: EcomVariation,
    there: EcomProduct,
    base: Base | None,
    situation: Situation,
    policy: Policy,
) -> tuple[list[Verdict], UnitBase]:
    compared = compare(
        MEMBER,
        pos_member(record, situation.terms),
        variation_values(variation, there),
        _member_base(record, variation, base),
        policy,
    )
    found = [
        Verdict(v.field, v.state, v.pos, v.ecom, v.wish, record.id, variation.id)
        for v in compared.verdicts
    ]
    return found, compared.base


def _member_base(record: PosRecord, variation: EcomVariation, base: Base | None) -> UnitBase | None:
    """A member's base; of one that was made anew, the options that its family had (RULES M18).

    They came from the POS, so they must not count as options that exist only online.
    """
    if base is None or record.id in base.variants:
        return base.variants.get(record.id) if base is not None else None
    former = dict(base.options)
    had = tuple((name, value) for name, value in variation.options if name in former)
    if not had:
        return None
    at, nothing = MEMBER.index(OPTIONS), never_agreed(MEMBER)
    pos, ecom = list(nothing.pos), list(nothing.ecom)
    pos[at], ecom[at] = had, variation.options
    return UnitBase(tuple(pos), tuple(ecom))


def product_base(base: Base | None, family: bool) -> UnitBase | None:
    """The product's base laid out for what the product is now: simple or family."""
    if base is None:
        return None
    if base.family == family:
        return base.product
    return relaid(base.product, layout(family=base.family), layout(family=family))


def relaid(unit: UnitBase, old: tuple[Field, ...], new: tuple[Field, ...]) -> UnitBase:
    """Carry a base over to another layout by field; what was not there was never agreed."""
    pos = {item.name: value for item, value in zip(old, unit.pos, strict=True)}
    ecom = {item.name: value for item, value in zip(old, unit.ecom, strict=True)}
    return UnitBase(
        tuple(pos.get(item.name, MISSING) for item in new),
        tuple(ecom.get(item.name, MISSING) for item in new),
    )


def compare_stock(
    product: PosProduct, there: EcomProduct, link: Link, situation: Situation
) -> tuple[StockVerdict, ...]:
    """Compare the online stock of every record that is online; unreadable stock is left (M8)."""
    if not situation.rules.synced("stock") or any(name == "stock" for name, _ in there.problems):
        return ()
    if not product.is_family:
        record = product.head
        stock = stock_of(record, product.key, situation)
        return (_stock_verdict(record.id, None, stock, there.quantity, there.unlimited),)
    by_id = {variation.id: variation for variation in there.variations}
    verdicts = []
    for record in product.members:
        variation = by_id.get(link.variations.get(record.id, -1))
        if variation is None:
            continue
        stock = stock_of(record, product.key, situation)
        quantity, unlimited = _own_stock(variation, there)
        verdict = _stock_verdict(record.id, variation.id, stock, quantity, unlimited)
        # Without a SKU of its own, and none to be given, it has only what the product has.
        own = variation.sku is not None or bool(record.sku)
        verdicts.append(verdict if own else replace(verdict, how="leave"))
    return tuple(verdicts)


def _own_stock(variation: EcomVariation, there: EcomProduct) -> tuple[int | None, bool]:
    """A variation without a SKU of its own shares the product's stock (API eCom §8)."""
    if variation.sku is None and variation.quantity is None and not variation.unlimited:
        return there.quantity, there.unlimited
    return variation.quantity, variation.unlimited


def _stock_verdict(
    pos_id: str,
    variation_id: int | None,
    stock: OnlineStock,
    quantity: int | None,
    unlimited: bool,
) -> StockVerdict:
    shown = None if unlimited else (quantity or 0)
    return StockVerdict(pos_id, variation_id, stock, shown, _how(stock, shown))


def _how(stock: OnlineStock, quantity: int | None) -> HowStock:
    """What to write (RULES M4, M5): lower to the cap, raise to the target, else nothing."""
    if stock.kind == "unknown":
        return "leave"
    if stock.kind == "unlimited":
        return "leave" if quantity is None else "unlimited"
    if quantity is None:
        return "track"
    return "adjust" if quantity > stock.cap or quantity < stock.raise_to else "leave"


def settled_base(
    product: PosProduct,
    there: EcomProduct,
    link: Link,
    base: Base | None,
    situation: Situation,
    written: Mapping[str, frozenset[str]],
) -> Base:
    """The base after a write was read back (RULES M1, M16).

    `written` names the fields that were written, by POS record id ("" for the product itself):
    their base is what the POS has and what eCom answered, even where it reformatted it.
    """
    compared = compare_pair(product, there, link, base, situation)
    terms, family = situation.terms, product.is_family
    fields = layout(family=family)
    if family:
        pos = pos_family(product.head, product.members, terms)
    else:
        pos = pos_simple(product.head, terms)
    whole = _accepted(
        fields, compared.base.product, pos, ecom_values(there, fields), written.get("", frozenset())
    )
    variants = dict(compared.base.variants)
    by_id = {variation.id: variation for variation in there.variations}
    for record in product.members:
        variation = by_id.get(link.variations.get(record.id, -1))
        if variation is not None and record.id in written:
            variants[record.id] = _accepted(
                MEMBER,
                variants.get(record.id, never_agreed(MEMBER)),
                pos_member(record, terms),
                variation_values(variation, there),
                written[record.id],
            )
    return Base(family, whole, variants, choices_of(product), quantities_of(product, there, link))


def _accepted(
    fields: tuple[Field, ...],
    unit: UnitBase,
    pos: tuple[object, ...],
    ecom: tuple[object, ...],
    written: frozenset[str],
) -> UnitBase:
    return UnitBase(
        tuple(pos[at] if item.name in written else unit.pos[at] for at, item in enumerate(fields)),
        tuple(
            ecom[at] if item.name in written else unit.ecom[at] for at, item in enumerate(fields)
        ),
    )


def choices_of(product: PosProduct) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """A family's options with values in first appearance over its members (RULES M18)."""
    if not product.is_family:
        return ()
    values: dict[str, dict[str, None]] = {}
    for record in product.members:
        for name, value in record.options:
            values.setdefault(name, {})[value] = None
    return tuple((name, tuple(found)) for name, found in values.items())


def quantities_of(product: PosProduct, there: EcomProduct, link: Link) -> dict[str, int]:
    """The online stock last known, by POS record id; untracked ones left out."""
    if not product.is_family:
        known = there.quantity
        return {} if known is None or there.unlimited else {product.head.id: known}
    by_id = {variation.id: variation for variation in there.variations}
    found: dict[str, int] = {}
    for pos_id, variation_id in link.variations.items():
        variation = by_id.get(variation_id)
        if variation is not None and variation.quantity is not None and not variation.unlimited:
            found[pos_id] = variation.quantity
    return found
