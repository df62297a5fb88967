"""What stands between the two sides of one pair, and the pair's status (DESIGN §3, RULES M2).

One pure function decides; commands, screens and the planner all use this one.
"""

from dataclasses import dataclass
from typing import Literal, NamedTuple

from app.domain.choices import Flag
from app.domain.comparing import Verdict
from app.domain.fields import UNKNOWN, lowest_price
from app.domain.leftover_options import leftover, stands_on, stranded
from app.domain.matching import UNLINKED, record_name
from app.domain.pair_comparison import StockVerdict, compare_pair, compare_stock
from app.domain.pairing import Base, Link, PosProduct
from app.domain.product import EcomProduct, PosRecord
from app.domain.situation import Situation

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


_WHOLE = frozenset({"", "product", "options"})
"""What must be readable before anything is done about a product: without its options it is not
known which variants it has."""


_UNKNOWN_REASONS = {
    "price": "The POS has no price for it in the form the online store needs. Enter one there.",
    "weight": "Its weight has no meaning in the online store's unit. It is left as it is online.",
    "dimensions": "Its size has no meaning in the online store's unit. It is left as it is online.",
}


class Both(NamedTuple):
    """A POS product and its eCom counterpart with what joins them."""

    product: PosProduct
    there: EcomProduct
    link: Link


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
    def both(self) -> Both:
        """Both sides of a linked pair. Raises `ValueError` for a pair that stands on one side."""
        if self.product is None or self.there is None or self.link is None:
            raise ValueError(f"{self.key} does not stand on both sides")
        return Both(self.product, self.there, self.link)

    @property
    def blocked(self) -> bool:
        """Whether no request may concern it: it is to be mended, or a write is in flight (M8)."""
        return self.status in ("needs attention", "syncing")


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
    due = due if hiding else ""
    status = _override(product.key, "to be removed", situation)
    if due and there.enabled and status != "syncing":
        reason = (
            "It was deleted in the POS and hidden online, and somebody has shown it again online. "
            "Hide it there to let the removal go on, or unlink it to keep it."
        )
        return _removal(product, there, link, base, flag, "needs attention", (reason,))
    reasons = (f"Deleted in the POS; it will be deleted online on {due[:10]}.",) if due else ()
    enabled = False if hiding and there.enabled else None
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
    problems = situation.problems.get(product.key, ())
    reasons = [text for text in problems if visible or text != UNLINKED]
    reasons += [
        text
        for record in product.members
        for name, text in record.problems
        if name in _WHOLE or (name == "enabled" and not record.active)
    ]
    reasons += [text for name, text in there.problems if name in _WHOLE] if there else []
    if not product.head.name.strip():
        reasons.append(f"{product.head.sku or product.key} has no name in the POS. Name it there.")
    if visible or there is not None:
        reasons += _unrepresentable(product, situation.features)
    if visible and there is None and _would_cost_nothing(product, situation):
        reasons.append(
            "The POS has no price for it in the form the online store needs, and it is not put "
            "online for nothing. Enter one there."
        )
    return tuple(dict.fromkeys(reasons))


def _would_cost_nothing(product: PosProduct, situation: Situation) -> bool:
    """Created without a known price it would be sold at 0: nothing stands online to be left."""
    if not situation.rules.synced("price"):
        return False
    return lowest_price(product.members, situation.terms) is UNKNOWN


def _unrepresentable(product: PosProduct, features: frozenset[str]) -> list[str]:
    """What the online store has no way to hold (R19)."""
    if not product.is_family:
        return []
    reasons = []
    if features and "COMBINATIONS" not in features:
        reasons.append("The online store's plan has no variations; it takes a larger plan.")
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
    told = all(name != "enabled" for name, _ in there.problems)
    enabled = visible if told and there.enabled != visible else None
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
    compared = compare_pair(product, there, link, base, situation)
    stocks = compare_stock(product, there, link, situation)
    missing = _missing(product, link)
    waiting = bool(surplus or missing or enabled is not None) or any(
        stock.how != "leave" for stock in stocks
    )
    waiting = waiting or _sells_what_nobody_made(product, there, surplus, situation)
    waiting = waiting or _offers_what_nobody_has(product, there, base)
    reasons, notes = _explain(product, there, compared.verdicts, stocks)
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


def _sells_what_nobody_made(
    product: PosProduct,
    there: EcomProduct,
    surplus: tuple[tuple[str, int], ...],
    situation: Situation,
) -> bool:
    """Whether a family's own stock, which combinations without variation have, isn't 0 (R21)."""
    if not product.is_family or not situation.rules.synced("stock"):
        return False
    leaving = {variation_id for _, variation_id in surplus}
    shared = any(v.sku is None and v.id not in leaving for v in there.variations)
    unreadable = any(name == "stock" for name, _ in there.problems)
    return not (shared or unreadable) and (there.unlimited or bool(there.quantity))


def _offers_what_nobody_has(product: PosProduct, there: EcomProduct, base: Base | None) -> bool:
    """Whether option values stand online that the POS had and has no more (RULES M18)."""
    former = (*(base.options if base is not None else ()), *stranded(there))
    if not former:
        return False
    used = stands_on(there, leaving=())
    used |= {pair for record in product.members for pair in record.options}
    online = {option.name: option.choices for option in there.options}
    return bool(leftover(former, online, used))


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
    """Members to get a variation; without a SKU it would have no stock of its own (API §8)."""
    if not product.is_family:
        return ()
    return tuple(
        record
        for record in product.members
        if record.active and record.sku and record.id not in link.variations
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


def _explain(
    product: PosProduct,
    there: EcomProduct,
    verdicts: tuple[Verdict, ...],
    stocks: tuple[StockVerdict, ...],
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Field-level reasons that count as attention, and notes that are only told (M5, M8)."""
    by_id = {record.id: record for record in product.members}
    reasons = [text for record in product.members for _, text in record.problems]
    reasons += [text for _, text in there.problems]
    for verdict in verdicts:
        if verdict.state == "unknown" and verdict.field.name in _UNKNOWN_REASONS:
            reasons.append(_UNKNOWN_REASONS[verdict.field.name])
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
