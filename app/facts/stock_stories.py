"""The answer to “why does the shop say 7?”, record by record (DESIGN §6, RULES M4, M5)."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from app.domain.assessing import Assessment
from app.domain.inventory import OnlineStock, by_outlet
from app.domain.pair_comparison import StockVerdict
from app.domain.product import EcomProduct, EcomVariation, Outlet, PosRecord
from app.domain.situation import Situation, stock_of
from app.facts.product import HeldOrder, OutletLine, StockReason, StockStory
from app.facts.row_values import level_sum
from app.facts.rows import Stock
from app.sync.storage_ports import Hold

_SEEN = "seen "
"""How a hold is called that is a drop of the stock which no order explains (RULES M4)."""


@dataclass(frozen=True, slots=True)
class Premises:
    """The outlets in the POS's order, the one that takes the online orders, and what is held."""

    outlets: tuple[Outlet, ...] = ()
    order_outlet: str = ""
    holds: tuple[Hold, ...] = ()


def stock_stories(
    found: Assessment, situation: Situation, premises: Premises
) -> tuple[StockStory, ...]:
    """One story for each live record, in the POS's order; none without a POS product."""
    product = found.product
    if product is None:
        return ()
    compared = {verdict.pos_id: verdict for verdict in found.stocks}
    return tuple(
        _story(record, found, compared.get(record.id), situation, premises)
        for record in product.members
    )


def variation_of(record: PosRecord, found: Assessment) -> EcomVariation | None:
    """The variation that stands for a member of a family online."""
    if found.there is None or found.link is None:
        return None
    wanted = found.link.variations.get(record.id)
    return next((one for one in found.there.variations if one.id == wanted), None)


def variant_name(record: PosRecord) -> str:
    """What tells a variant from the others of its family."""
    return ", ".join(value for _, value in record.options) or record.name


def _story(
    record: PosRecord,
    found: Assessment,
    verdict: StockVerdict | None,
    situation: Situation,
    premises: Premises,
) -> StockStory:
    stock = stock_of(record, found.key, situation)
    shows = _shows(record, found)
    total = level_sum(record, situation.levels, situation.choices.outlets)
    should = _should(stock, shows)
    family = found.product is not None and found.product.is_family
    return StockStory(
        variant=record.id,
        variant_name=variant_name(record) if family else "",
        outlets=tuple(_outlets(record, situation, premises)),
        total=total if isinstance(total, int) else None,
        buffer=situation.choices.buffers.get(found.key, situation.rules.whole("stock.buffer")),
        held=tuple(_held(record, situation, premises)),
        taken=max(0, stock.cap - should) if isinstance(should, int) else 0,
        should=should,
        shows=shows,
        goes=_goes(record, found, verdict),
        reason=_reason(record, stock, situation),
    )


def _goes(record: PosRecord, found: Assessment, verdict: StockVerdict | None) -> bool:
    if found.blocked:
        return False
    if found.there is None:
        return found.visible and record.active
    return verdict.how != "leave" if verdict is not None else record in found.missing


def _shows(record: PosRecord, found: Assessment) -> Stock:
    there = found.there
    if there is None or found.product is None:
        return None
    if not found.product.is_family:
        return _quantity(there)
    variation = variation_of(record, found)
    return None if variation is None else _variation_quantity(variation, there)


def _variation_quantity(variation: EcomVariation, there: EcomProduct) -> Stock:
    """A variation without a SKU of its own shares the product's stock (API eCom §8)."""
    if variation.unlimited:
        return "unlimited"
    if variation.sku is None and variation.quantity is None:
        return _quantity(there)
    return variation.quantity or 0


def _quantity(there: EcomProduct) -> Stock:
    return "unlimited" if there.unlimited else there.quantity or 0


def _should(stock: OnlineStock, shows: Stock) -> int | str | None:
    """Lowered to the cap, raised to what orders leave of it, else as it is (RULES M4)."""
    if stock.kind == "unknown":
        return None
    if stock.kind == "unlimited":
        return "unlimited"
    if isinstance(shows, int) and shows >= stock.raise_to:
        return min(shows, stock.cap)
    return stock.raise_to


def _outlets(record: PosRecord, situation: Situation, premises: Premises) -> Iterator[OutletLine]:
    ids = tuple(outlet.id for outlet in premises.outlets)
    told = by_outlet(record, situation.levels, situation.choices.outlets, ids)
    for outlet, part in zip(premises.outlets, told, strict=True):
        readable = part.level is None or not part.level.is_nan()
        level: Decimal | None = part.level if readable else None
        takes = outlet.id == premises.order_outlet
        yield OutletLine(outlet, part.ticked, takes, level, readable)


def _held(record: PosRecord, situation: Situation, premises: Premises) -> Iterator[HeldOrder]:
    booked = situation.choices.booked
    for hold in sorted(premises.holds, key=lambda one: one.since):
        if hold.pos_id == record.id and not hold.ended and hold.order_id not in booked:
            name = "" if hold.order_id.startswith(_SEEN) else hold.order_id
            yield HeldOrder(name, hold.quantity, hold.since)


def _reason(record: PosRecord, stock: OnlineStock, situation: Situation) -> StockReason:
    if not record.active:
        return "inactive"
    if stock.kind != "unknown":
        return ""
    if record.composite:
        return "bundle"
    return "unreadable" if situation.levels.get(record.id) else "no rows"
