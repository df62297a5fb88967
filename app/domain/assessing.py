"""What stands between the two sides of one pair, and the pair's status (DESIGN §3, RULES M2).

One pure function decides; commands, screens and the planner all use this one.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from app.domain.choices import Choices, Flag
from app.domain.comparing import Policy, Verdict, compare, never_agreed
from app.domain.fields import (
    FAMILY,
    MEMBER,
    SIMPLE,
    Field,
    Terms,
    ecom_values,
    layout,
    pos_family,
    pos_member,
    pos_simple,
    variation_values,
)
from app.domain.inventory import Levels, OnlineStock, online_stock
from app.domain.matching import record_name
from app.domain.pairing import MISSING, Base, Link, PosProduct, UnitBase
from app.domain.product import EcomProduct, EcomVariation, PosRecord
from app.domain.rules import Rules

Status = Literal[
    "syncing",
    "needs attention",
    "failed",
    "only online",
    "to be removed",
    "update waiting",
    "not sold online",
    "hidden",
    "to be created",
    "conflict",
    "edited online",
    "in sync",
]

HowStock = Literal["leave", "unlimited", "track", "adjust"]


@dataclass(frozen=True, slots=True)
class Situation:
    """Everything a decision needs besides the pair itself.

    `held` is what online orders hold, by POS record id; `told` the last value of the POS's own
    switch by product key; `lost` links of products deleted online; `problems` what matching
    found; `failures` the last attempt's error by key. `today` is the time in UTC ISO form, never
    earlier than it was before (RULES M20).
    """

    terms: Terms
    rules: Rules
    choices: Choices
    levels: Levels
    held: Mapping[str, int] = field(default_factory=dict)
    told: Mapping[str, bool] = field(default_factory=dict)
    lost: Mapping[str, Link] = field(default_factory=dict)
    problems: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    failures: Mapping[str, str] = field(default_factory=dict)
    in_flight: frozenset[str] = frozenset()
    features: frozenset[str] = frozenset()
    today: str = ""


@dataclass(frozen=True, slots=True)
class StockVerdict:
    """The online stock of one record against what eCom has; `quantity` None when unlimited."""

    pos_id: str
    variation_id: int | None
    stock: OnlineStock
    quantity: int | None
    how: HowStock


@dataclass(frozen=True, slots=True)
class Assessment:
    """One pair: its status, why, and everything that differs.

    `missing` are members to get a variation; `surplus` (POS id, variation id) are variations
    whose record is gone; `enabled` is the visibility to be written, None when right already.
    `base` has everything in it that is settled now.
    """

    key: str
    status: Status
    product: PosProduct | None
    there: EcomProduct | None
    link: Link | None
    flag: Flag
    sell_online: bool
    visible: bool
    reasons: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    verdicts: tuple[Verdict, ...] = ()
    stocks: tuple[StockVerdict, ...] = ()
    missing: tuple[PosRecord, ...] = ()
    surplus: tuple[tuple[str, int], ...] = ()
    enabled: bool | None = None
    base: Base | None = None

    @property
    def blocked(self) -> bool:
        """Whether no request may concern this product until it is mended (RULES M8)."""
        return self.status == "needs attention"


def assess_only_online(there: EcomProduct) -> Assessment:
    """An eCom product without a link: shown, never touched."""
    return Assessment("", "only online", None, there, None, "follow", there.enabled, False)


def assess(
    product: PosProduct,
    there: EcomProduct | None,
    link: Link | None,
    base: Base | None,
    situation: Situation,
) -> Assessment:
    """Assess one POS product with its eCom counterpart, if any."""
    flag = situation.choices.flag(product.key)
    sold = sells_online(product, link, situation)
    visible = sold and product.active
    blocking = _blocking(product, there, visible, situation)
    if there is None or blocking:
        status = _status_alone(product, sold, bool(blocking), situation)
        return Assessment(
            product.key, status, product, there, link, flag, sold, visible, blocking, base=base
        )
    if product.deleted:
        return _assess_removal(product, there, link, base, situation, flag)
    return _assess_pair(product, there, link or Link(there.id), base, situation, flag, sold)


def sells_online(product: PosProduct, link: Link | None, situation: Situation) -> bool:
    """The effective sell-online flag (R9, RULES M11)."""
    flag = situation.choices.flag(product.key)
    if flag != "follow":
        return flag == "on"
    told = product.told
    if told is None:
        told = situation.told.get(product.key)
    if told is not None:
        return told
    known = link or situation.lost.get(product.key)
    if known is not None:
        return known.shown
    return situation.rules.text("new_products") == "online"


def _status_alone(product: PosProduct, sold: bool, blocked: bool, situation: Situation) -> Status:
    if product.key in situation.in_flight:
        return "syncing"
    if blocked:
        return "needs attention"
    if product.key in situation.failures:
        return "failed"
    if not sold:
        return "not sold online"
    return "to be created" if product.active else "hidden"


def _assess_removal(
    product: PosProduct,
    there: EcomProduct,
    link: Link | None,
    base: Base | None,
    situation: Situation,
    flag: Flag,
) -> Assessment:
    due = link.due if link is not None else ""
    hiding = situation.rules.text("removal.mode") == "hide"
    if hiding and due and there.enabled:
        reason = (
            "It was deleted in the POS and hidden online, and somebody has shown it again online. "
            "Hide it there to let the removal go on, or unlink it to keep it."
        )
        return _removal(product, there, link, base, flag, "needs attention", (reason,))
    reasons = (f"Deleted in the POS; it will be deleted online on {due[:10]}.",) if due else ()
    enabled = False if hiding and there.enabled else None
    status = _override(product.key, "to be removed", situation)
    return _removal(product, there, link, base, flag, status, reasons, enabled)


def _removal(
    product: PosProduct,
    there: EcomProduct,
    link: Link | None,
    base: Base | None,
    flag: Flag,
    status: Status,
    reasons: tuple[str, ...],
    enabled: bool | None = None,
) -> Assessment:
    return Assessment(
        product.key,
        status,
        product,
        there,
        link,
        flag,
        False,
        False,
        reasons,
        enabled=enabled,
        base=base,
    )


def _override(key: str, status: Status, situation: Situation) -> Status:
    if key in situation.in_flight:
        return "syncing"
    return "failed" if key in situation.failures else status


def _blocking(
    product: PosProduct, there: EcomProduct | None, visible: bool, situation: Situation
) -> tuple[str, ...]:
    """Reasons that block the product (RULES M8); in words, with the remedy."""
    if product.deleted:
        return ()
    reasons = list(situation.problems.get(product.key, ()))
    reasons += [text for record in product.members for name, text in record.problems if name == ""]
    reasons += [text for name, text in there.problems if name == ""] if there else []
    if not product.head.name.strip():
        reasons.append(f"{product.head.sku or product.key} has no name in the POS. Name it there.")
    if visible or there is not None:
        reasons += _unrepresentable(product, situation.features)
    return tuple(dict.fromkeys(reasons))


def _unrepresentable(product: PosProduct, features: frozenset[str]) -> list[str]:
    """What the online shop has no way to hold (R19)."""
    if not product.is_family:
        return []
    reasons = []
    if features and "COMBINATIONS" not in features:
        reasons.append("The online shop's plan has no variations; it takes a larger plan.")
    bare = [record for record in product.members if not record.options]
    if bare:
        reasons.append(
            f"The variant {record_name(bare[0])} ({bare[0].sku}) has no attribute values in the "
            "POS. Give it some there."
        )
    seen: dict[frozenset[tuple[str, str]], PosRecord] = {}
    for record in product.members:
        options = frozenset(record.options)
        if options and options in seen:
            reasons.append(
                f"The variants {seen[options].sku} and {record.sku} have the same attribute "
                "values in the POS. Change one of them there."
            )
        seen[options] = record
    return reasons


def policy_for(key: str, situation: Situation) -> Policy:
    """How one product's fields are treated: its own choices go before the store's (RULES M3)."""
    rules, choices = situation.rules, situation.choices
    return Policy(
        synced=rules.synced,
        keeps=lambda name: choices.keeps(key, name) or rules.keeps(name),
        kept_at_first_link=rules.kept_at_first_link,
        replace_first_images=rules.text("first_link.images") == "replace",
        tokens=situation.terms.tokens,
    )


def _assess_pair(
    product: PosProduct,
    there: EcomProduct,
    link: Link,
    base: Base | None,
    situation: Situation,
    flag: Flag,
    sold: bool,
) -> Assessment:
    visible = sold and product.active
    surplus = _surplus(product, link, there)
    enabled = None if there.enabled == visible else visible
    if not visible:
        return Assessment(
            key=product.key,
            status=_status_unseen(product, there, sold, situation),
            product=product,
            there=there,
            link=link,
            flag=flag,
            sell_online=sold,
            visible=False,
            surplus=surplus,
            enabled=enabled,
            base=base,
        )
    compared = _compare_pair(product, there, link, base, situation)
    stocks = _compare_stock(product, there, link, situation)
    missing = _missing(product, link)
    waiting = bool(surplus or missing or enabled is not None) or any(
        stock.how != "leave" for stock in stocks
    )
    reasons, notes = _explain(product, compared.verdicts, stocks)
    return Assessment(
        key=product.key,
        status=_override(product.key, _status_seen(compared.verdicts, waiting), situation),
        product=product,
        there=there,
        link=link,
        flag=flag,
        sell_online=sold,
        visible=True,
        reasons=reasons,
        notes=notes,
        verdicts=compared.verdicts,
        stocks=stocks,
        missing=missing,
        surplus=surplus,
        enabled=enabled,
        base=compared.base,
    )


def _status_unseen(
    product: PosProduct, there: EcomProduct, sold: bool, situation: Situation
) -> Status:
    if there.enabled:
        return _override(product.key, "update waiting", situation)
    return _override(product.key, "hidden" if sold else "not sold online", situation)


def _status_seen(verdicts: tuple[Verdict, ...], waiting: bool) -> Status:
    states = {verdict.state for verdict in verdicts}
    if "conflict" in states:
        return "conflict"
    if waiting or "pos waits" in states or "first link" in states:
        return "update waiting"
    if "online edit" in states or "kept" in states:
        return "edited online"
    return "in sync"


def _missing(product: PosProduct, link: Link) -> tuple[PosRecord, ...]:
    if not product.is_family:
        return ()
    return tuple(
        record for record in product.members if record.active and record.id not in link.variations
    )


def _surplus(product: PosProduct, link: Link, there: EcomProduct) -> tuple[tuple[str, int], ...]:
    """Variations whose POS record is gone, or that a product without options has no use for."""
    if not link.variations:
        return ()
    living = {record.id for record in product.members} if product.is_family else set()
    existing = {variation.id for variation in there.variations}
    return tuple(
        (pos_id, variation_id)
        for pos_id, variation_id in link.variations.items()
        if pos_id not in living and variation_id in existing
    )


@dataclass(frozen=True, slots=True)
class _PairCompared:
    verdicts: tuple[Verdict, ...]
    base: Base


def _compare_pair(
    product: PosProduct,
    there: EcomProduct,
    link: Link,
    base: Base | None,
    situation: Situation,
) -> _PairCompared:
    policy = policy_for(product.key, situation)
    terms, family = situation.terms, product.is_family
    fields = layout(family=family)
    if family:
        pos = pos_family(product.head, product.members, terms)
    else:
        pos = pos_simple(product.head, terms)
    whole = compare(fields, pos, ecom_values(there, fields), product_base(base, family), policy)
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
    options = base.options if base is not None else ()
    quantities = quantities_of(product, there, link)
    return _PairCompared(
        tuple(verdicts), _new_base(base, Base(family, whole.base, variants, options, quantities))
    )


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
        base.variants.get(record.id) if base is not None else None,
        policy,
    )
    found = [
        Verdict(v.field, v.state, v.pos, v.ecom, v.wish, record.id, variation.id)
        for v in compared.verdicts
    ]
    return found, compared.base


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


def _compare_stock(
    product: PosProduct, there: EcomProduct, link: Link, situation: Situation
) -> tuple[StockVerdict, ...]:
    if not situation.rules.synced("stock"):
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
        verdicts.append(_stock_verdict(record.id, variation.id, stock, quantity, unlimited))
    return tuple(verdicts)


def _own_stock(variation: EcomVariation, there: EcomProduct) -> tuple[int | None, bool]:
    """A variation without a SKU of its own shares the product's stock (API eCom §8)."""
    if variation.sku is None and variation.quantity is None and not variation.unlimited:
        return there.quantity, there.unlimited
    return variation.quantity, variation.unlimited


def stock_of(record: PosRecord, key: str, situation: Situation) -> OnlineStock:
    """The online stock of one record, with its buffer and what orders hold."""
    buffer = situation.choices.buffers.get(key, situation.rules.whole("stock.buffer"))
    return online_stock(
        record,
        situation.levels,
        situation.choices.outlets,
        buffer,
        situation.held.get(record.id, 0),
    )


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


def _explain(
    product: PosProduct, verdicts: tuple[Verdict, ...], stocks: tuple[StockVerdict, ...]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Field-level reasons that count as attention, and notes that are only told (M5, M8)."""
    by_id = {record.id: record for record in product.members}
    reasons = [text for record in product.members for name, text in record.problems if name != ""]
    for verdict in verdicts:
        if verdict.state == "unknown" and verdict.field.name == "price":
            reasons.append(
                "The POS has no price for it in the form that the online shop needs. "
                "Enter one there."
            )
    reasons += [
        f"{record.name} has no SKU in the POS; the one online is left. Give it one there."
        for record in product.members
        if not record.sku
    ]
    notes = [
        f"{verdict.field.label}: edited online, kept until the POS changes it"
        for verdict in verdicts
        if verdict.state == "kept"
    ]
    for stock in stocks:
        if stock.stock.reason:
            notes.append(f"Stock of {by_id[stock.pos_id].sku}: {stock.stock.reason}")
    return tuple(dict.fromkeys(reasons)), tuple(dict.fromkeys(notes))


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
    compared = _compare_pair(product, there, link, base, situation)
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


__all__ = [
    "FAMILY",
    "SIMPLE",
    "Assessment",
    "Situation",
    "Status",
    "StockVerdict",
    "assess",
    "assess_only_online",
    "choices_of",
    "quantities_of",
    "sells_online",
    "settled_base",
    "stock_of",
]
