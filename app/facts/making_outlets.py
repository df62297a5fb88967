"""Makes the outlets as the manager sees them, and weighs what another choice would change (R10)."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from decimal import Decimal

from app.domain.assessing import sells_online
from app.domain.choices import Choices
from app.domain.fields import family_pictures
from app.domain.inventory import Levels, OnlineStock
from app.domain.pair_comparison import StockVerdict, compare_stock
from app.domain.pairing import Link, PosProduct
from app.domain.product import EcomProduct, PosRecord
from app.domain.situation import Situation, stock_of
from app.facts.outlets import OutletLine, OutletsEffect, OutletsFacts, StockMove
from app.sync.storage_ports import MirrorState
from app.sync.world import World

LARGEST = 24
"""So many of the largest moves are told; a screen shows as many of them as fit."""


# Outlets


@dataclass(slots=True)
class _Held:
    """What one outlet holds, product by product: a family counts once."""

    products: set[str] = field(default_factory=set)
    below_zero: set[str] = field(default_factory=set)
    units: Decimal = Decimal(0)

    def count(self, record: PosRecord, level: Decimal) -> None:
        if level > 0:
            self.products.add(record.family_key)
        elif level < 0:
            self.below_zero.add(record.family_key)
        self.units += level


def make_outlets(state: MirrorState, choices: Choices, read_at: int) -> OutletsFacts:
    """Every outlet with its registers and what it holds; `read_at` is UNIX seconds.

    A shop with one register has it chosen (RULES M19); one that is gone counts as none.
    """
    register = _register(state, choices)
    locked = next((one.outlet_id for one in state.registers if one.id == register), "")
    held = _held(state)
    lines = [
        OutletLine(
            id=outlet.id,
            name=outlet.name,
            ticked=outlet.id in choices.outlets or outlet.id == locked,
            registers=tuple(one.name for one in state.registers if one.outlet_id == outlet.id),
            products=len(held[outlet.id].products),
            units=held[outlet.id].units,
            below_zero=len(held[outlet.id].below_zero),
            read_at=read_at,
        )
        for outlet in state.outlets
    ]
    return OutletsFacts(register, state.registers, tuple(lines))


def _register(state: MirrorState, choices: Choices) -> str | None:
    if len(state.registers) == 1:
        return state.registers[0].id
    return next((one.id for one in state.registers if one.id == choices.register), None)


def _held(state: MirrorState) -> dict[str, _Held]:
    held = {outlet.id: _Held() for outlet in state.outlets}
    system_ids = state.pos_shop.system_product_ids if state.pos_shop else frozenset[str]()
    for record_id, rows in state.levels.items():
        record = state.records.get(record_id)
        if record is None or record_id in system_ids or not _counted(record):
            continue
        for outlet_id, level in rows.items():
            if outlet_id in held and not level.is_nan():
                held[outlet_id].count(record, level)
    return held


def _counted(record: PosRecord) -> bool:
    """Whether the POS counts its pieces at all."""
    return record.tracked and not record.composite and not record.deleted


# Weighing


@dataclass(frozen=True, slots=True)
class _Sold:
    """A product that is sold online, or will be at the next sync."""

    product: PosProduct
    there: EcomProduct | None
    link: Link


def weigh(world: World, register: str | None, ticked: frozenset[str]) -> OutletsEffect:
    """What ticking these outlets instead of the kept ones changes online.

    Only what the choice itself changes is told: not what the next sync writes in any case.
    """
    kept = world.situation
    draft = replace(kept, choices=replace(kept.choices, register=register, outlets=ticked))
    turned = kept.choices.outlets ^ ticked
    moves: list[StockMove] = []
    changed: set[str] = set()
    unknown: list[str] = []
    back = out = 0
    for sold in _sold(world):
        product = sold.product
        if _uncounted(product, kept.levels, ticked):
            unknown.append(product.head.name)
        if not _touched(product, kept.levels, turned):
            continue
        sums = _sums(sold, kept, draft)
        if sums is None:
            continue
        changed.add(product.key)
        move = _move(sold, *sums)
        moves.append(move)
        back += move.before == 0 < move.after
        out += move.before > 0 and move.after == 0 and _all_counted(product)
    moves.sort(key=lambda move: (-abs(move.after - move.before), move.name.casefold()))
    return OutletsEffect(
        register=register,
        ticked=ticked,
        changed=len(changed),
        back_in_stock=back,
        sold_out=out,
        largest=tuple(move for move in moves[:LARGEST] if move.before != move.after),
        keys=frozenset(changed),
        unknown=tuple(sorted(unknown, key=str.casefold)),
    )


def _sold(world: World) -> Iterator[_Sold]:
    """What is shown online after the next sync and has a stock to be written."""
    situation, catalogue = world.situation, world.catalogue
    if not situation.rules.synced("stock"):
        return
    for key, product in catalogue.products.items():
        link = catalogue.links.get(key)
        if not product.active or key in situation.problems:
            continue
        there = catalogue.online.get(link.ecom_id) if link is not None else None
        if there is not None and any(name == "stock" for name, _ in there.problems):
            continue
        if sells_online(product, link, situation):
            yield _Sold(product, there, link or Link(0))


def _touched(product: PosProduct, levels: Levels, turned: frozenset[str]) -> bool:
    """Whether an outlet that is ticked or unticked has any of it."""
    for record in product.members:
        rows = levels.get(record.id)
        if rows is not None and not rows.keys().isdisjoint(turned):
            return True
    return False


def _uncounted(product: PosProduct, levels: Levels, ticked: frozenset[str]) -> bool:
    """Whether it has pieces to count and no ticked outlet has a figure for any of them."""
    found = False
    for record in product.members:
        if not (record.tracked and record.active) or record.composite:
            continue
        rows = levels.get(record.id)
        if rows is not None and not rows.keys().isdisjoint(ticked):
            return False
        found = True
    return found


def _sums(sold: _Sold, kept: Situation, draft: Situation) -> tuple[int, int] | None:
    """The online stock before and after over all members; None unless the choice moves one.

    Before is what the shop shows; of what is not counted there yet, what the kept choice gives.
    """
    key, now = sold.product.key, _now(sold, kept)
    before = after = 0
    moves = False
    for record in sold.product.members:
        known, will = now.get(record.id), stock_of(record, key, draft)
        was = known.stock if known is not None else stock_of(record, key, kept)
        if was.kind != "tracked" or will.kind != "tracked":
            continue
        shown = known.quantity if known is not None else None
        if shown is None:
            shown, wanted, wished = was.raise_to, was.raise_to, will.raise_to
        else:
            wanted, wished = _written(was, shown), _written(will, shown)
        before += shown
        after += wished
        moves = moves or wished not in (wanted, shown)
    return (before, after) if moves else None


def _now(sold: _Sold, kept: Situation) -> dict[str, StockVerdict]:
    """What the shop shows now against the kept choice, by POS record id."""
    if sold.there is None:
        return {}
    found = compare_stock(sold.product, sold.there, sold.link, kept)
    return {verdict.pos_id: verdict for verdict in found}


def _written(stock: OnlineStock, now: int) -> int:
    """What a sync makes of the number that is online now (RULES M4)."""
    return stock.cap if now > stock.cap else max(now, stock.raise_to)


def _move(sold: _Sold, before: int, after: int) -> StockMove:
    head = sold.product.head
    return StockMove(sold.product.key, head.name, head.sku, _picture(sold), before, after)


def _picture(sold: _Sold) -> str:
    """As a row names it: the POS record, else the product online, whose first picture is shown."""
    head, there = sold.product.head, sold.there
    if family_pictures(head):
        return head.id
    return f"ecom:{there.id}" if there is not None and there.image_ids else ""


def _all_counted(product: PosProduct) -> bool:
    """Whether no member of it is sold without a number."""
    return all(record.tracked or not record.active for record in product.members)
