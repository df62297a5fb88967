"""What online orders hold back from the online stock until the POS knows of them (RULES M4)."""

from collections import Counter
from collections.abc import Iterable, Mapping
from decimal import Decimal

from app.domain.catalogue import Catalogue
from app.domain.errors import ScopeMissing
from app.domain.pairing import Link, PosProduct
from app.domain.product import Order, OrderLine
from app.sync.context import Context
from app.sync.pull_pos import total_level
from app.sync.storage_ports import Hold

LONGEST_HOLD = 14 * 86400
"""An order holds its pieces for at most 14 days."""


async def held_by_orders(context: Context, catalogue: Catalogue) -> dict[str, int]:
    """Pieces held now, by POS record id; orders are read, holds kept for `counterpart orders`.

    Judged by the online store's clock, which orders are told in: ours may be wrong.
    """
    now = await context.ecom.server_time()
    try:
        orders = await context.ecom.orders(now - _period(context))
    except ScopeMissing:
        note_drops(context, catalogue)
        context.remember("orders.unreadable", 1)
        known = list(context.mirror.holds())
    else:
        context.remember("orders.unreadable", 0)
        known = _held_orders(context, catalogue, orders)
    judged = [_judged(context, hold, now) for hold in known]
    context.mirror.save_holds(judged)
    held: dict[str, int] = {}
    for hold in judged:
        if not hold.ended:
            held[hold.pos_id] = held.get(hold.pos_id, 0) + hold.quantity
    return held


def _automatic(context: Context) -> bool:
    return context.rules.text("orders.reach_pos") == "automatically"


def _period(context: Context) -> int:
    if _automatic(context):
        return context.rules.whole("orders.hold_minutes") * 60
    return LONGEST_HOLD


def _held_orders(context: Context, catalogue: Catalogue, orders: Iterable[Order]) -> list[Hold]:
    known: dict[str, dict[str, Hold]] = {}
    for hold in context.mirror.holds():
        known.setdefault(hold.order_id, {})[hold.pos_id] = hold
    whose = _records_by_online(catalogue, context.state.lost)
    named = _records_by_sku(catalogue)
    found: dict[tuple[str, str], Hold] = {}
    for order in orders:
        if not order.holds:
            continue
        before = known.get(order.id, {})
        pieces, strange = _pieces(order.lines, whose)
        if strange and before:
            # What the lines name is no longer online: whose pieces they are was found out before.
            found |= {(order.id, pos_id): hold for pos_id, hold in before.items()}
        elif strange:
            pieces += _named(strange, named)
        for pos_id, quantity in pieces.items():
            level = (
                before[pos_id].level
                if pos_id in before
                else level_at(context, pos_id, order.created)
            )
            found[order.id, pos_id] = Hold(order.id, pos_id, quantity, order.created, level)
    lapsed = [
        _ended(hold)
        for holds in known.values()
        for hold in holds.values()
        if not hold.ended and (hold.order_id, hold.pos_id) not in found
    ]
    return [*found.values(), *lapsed]


def _pieces(
    lines: Iterable[OrderLine], whose: Mapping[tuple[int, int | None], str]
) -> tuple[Counter[str], list[OrderLine]]:
    """Pieces by POS record id, and the lines that name nothing which is online."""
    pieces: Counter[str] = Counter()
    strange = []
    for line in lines:
        pos_id = whose.get((line.product_id, line.variation_id))
        if pos_id is None:
            strange.append(line)
        else:
            pieces[pos_id] += line.quantity
    return pieces, strange


def _named(lines: Iterable[OrderLine], named: Mapping[str, str]) -> Counter[str]:
    """Pieces by POS record id, of lines that are known by their SKU alone."""
    pieces: Counter[str] = Counter()
    for line in lines:
        if line.sku in named:
            pieces[named[line.sku]] += line.quantity
    return pieces


def _records_by_online(
    catalogue: Catalogue, lost: Mapping[str, Link]
) -> dict[tuple[int, int | None], str]:
    """POS record ids by (eCom product id, variation id), of products deleted online as well.

    A product that has no variations online yet was sold as what its head is.
    """
    found: dict[tuple[int, int | None], str] = {}
    for key, link in (*lost.items(), *catalogue.links.items()):
        product = catalogue.products.get(key)
        if product is None or product.deleted:
            continue
        for pos_id, variation_id in link.variations.items():
            found[link.ecom_id, variation_id] = pos_id
        if not (product.is_family and link.variations):
            found[link.ecom_id, None] = product.head.id
    return found


def _records_by_sku(catalogue: Catalogue) -> dict[str, str]:
    """POS record ids by SKU, where only one living record has it."""
    records = [record for product in catalogue.products.values() for record in product.members]
    counted = Counter(record.sku for record in records)
    return {record.sku: record.id for record in records if record.sku and counted[record.sku] == 1}


def note_drops(context: Context, catalogue: Catalogue) -> None:
    """Without `read_orders`: any drop that we did not write holds from when it was first seen."""
    now = int(context.now())
    drops: list[Hold] = []
    for key, base in context.state.bases.items():
        product, link = catalogue.products.get(key), catalogue.links.get(key)
        if product is None or link is None or link.ecom_id not in catalogue.online:
            continue
        for pos_id, before in base.quantities.items():
            quantity = _quantity_online(context, product, link, pos_id)
            if quantity is not None and quantity < before:
                level = level_at(context, pos_id, now)
                drops.append(Hold(f"seen {now}", pos_id, before - quantity, now, level))
    context.mirror.save_holds(drops)


def _quantity_online(context: Context, product: PosProduct, link: Link, pos_id: str) -> int | None:
    there = context.state.online[link.ecom_id]
    if not product.is_family:
        return there.quantity
    variation_id = link.variations.get(pos_id)
    for variation in there.variations:
        if variation.id == variation_id:
            return variation.quantity
    return None


def level_at(context: Context, pos_id: str, at: int) -> Decimal:
    """The POS's level over all outlets as last seen before a time, else the oldest seen."""
    history = context.mirror.level_history(pos_id)
    before = [level for seen, level in history if seen <= at]
    if before:
        return before[-1]
    return history[0][1] if history else total_level(context, pos_id)


def _judged(context: Context, hold: Hold, now: int) -> Hold:
    """End a hold whose time is over, that was booked, or that the POS has counted."""
    if hold.ended or hold.order_id in context.choices.booked:
        return _ended(hold)
    if _automatic(context):
        over = hold.since + context.rules.whole("orders.hold_minutes") * 60 <= now
        return _ended(hold) if over else hold
    if hold.since + LONGEST_HOLD <= now or _counted(context, hold):
        return _ended(hold)
    return hold


def _counted(context: Context, hold: Hold) -> bool:
    """Whether the POS's level has fallen by the order's quantity since it was placed."""
    seen = [level for at, level in context.mirror.level_history(hold.pos_id) if at > hold.since]
    return any(level <= hold.level - hold.quantity for level in seen)


def _ended(hold: Hold) -> Hold:
    return Hold(hold.order_id, hold.pos_id, hold.quantity, hold.since, hold.level, True)
