"""What should be online of one record: ticked outlets, buffer, orders (R10, R15, RULES M4, M5)."""

from collections import Counter
from collections.abc import Mapping
from decimal import ROUND_FLOOR, Decimal

from tests.model.memory import Manager, Memory, Ordered
from tests.model.sides import Family, Pos, Record

_LONGEST = 14 * 86400

Target = tuple[str, int, int]
"""("tracked", at most, at least), or "unlimited" or "unknown" with two zeros."""


def target(record: Record, key: str, manager: Manager, held: Mapping[str, int]) -> Target:
    """What the POS says should be there."""
    if not record.active:
        return "tracked", 0, 0
    if not record.tracked:
        return "unlimited", 0, 0
    if not record.levels:
        return "unknown", 0, 0
    there = sum((n for outlet, n in record.levels.items() if outlet in manager.outlets), Decimal(0))
    buffer = manager.buffers.get(key, manager.set_to("stock.buffer"))
    most = max(0, int((there - buffer).to_integral_value(ROUND_FLOOR)))
    return "tracked", most, max(0, most - held.get(record.id, 0))


def stock_after(wanted: Target, has: int | str) -> int | str:
    """Lowered to the most, raised to the least, else left (M4)."""
    kind, most, least = wanted
    if kind == "unlimited":
        return "unlimited"
    if kind == "unknown":
        return has
    if isinstance(has, str):
        return least
    return most if has > most else max(has, least)


def see_levels(pos: Pos, memory: Memory, now: float) -> None:
    """Note the level of every record over all its outlets, as of this sync."""
    for record in pos.records.values():
        if record.levels:
            seen = memory.seen.setdefault(record.id, [])
            seen.append((now, sum(record.levels.values(), Decimal(0))))


def held_pieces(pos: Pos, memory: Memory, manager: Manager, now: float) -> dict[str, int]:
    """Pieces that online orders keep back, by POS record id."""
    skus = Counter(record.sku for record in pos.records.values() if not record.deleted)
    named = {
        record.sku: record.id
        for record in pos.records.values()
        if skus[record.sku] == 1 and not record.deleted
    }
    held: dict[str, int] = {}
    for order_id, order in memory.orders.items():
        record = order.record or named.get(order.sku)
        if record is not None and _holds(order_id, order, record, memory, manager, now):
            held[record] = held.get(record, 0) + order.pieces
    return held


def whose_orders(families: Mapping[str, Family], memory: Memory) -> None:
    """Find out whose pieces each order has; what was deleted online is known from before."""
    for key, pair in memory.pairs.items():
        records: dict[int | str | None, str] = {v: r for r, v in pair.variations.items()}
        if not pair.variations:
            records[None] = families[key].head.id
        for order in memory.orders.values():
            if order.ecom == pair.ecom and order.variation in records:
                order.record = records[order.variation]


def _holds(
    order_id: str,
    order: Ordered,
    record_id: str,
    memory: Memory,
    manager: Manager,
    now: float,
) -> bool:
    if order.cancelled or record_id in order.ended or order_id in manager.booked:
        return False
    if manager.set_to("orders.reach_pos") == "automatically":
        return bool(order.placed + manager.set_to("orders.hold_minutes") * 60 > now)
    if now >= order.placed + _LONGEST:
        return False
    if _counted(order, memory.seen.get(record_id, [])):
        order.ended.add(record_id)
        return False
    return True


def _counted(order: Ordered, seen: list[tuple[float, Decimal]]) -> bool:
    """Whether the POS's level has fallen by the order's pieces since it was placed."""
    if not seen:
        return False
    before = [level for at, level in seen if at <= order.placed]
    first = before[-1] if before else seen[0][1]
    return any(level <= first - order.pieces for at, level in seen if at > order.placed)
