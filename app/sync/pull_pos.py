"""Reads the POS into the mirror: outlets, registers, products and their levels (API POS §3)."""

import asyncio
from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal
from typing import TypeVar

from app.domain.errors import BrokenListing, NotThere, ServiceError
from app.domain.events import Progressed
from app.domain.product import InventoryRow, Outlet, PosRead, PosShop, Register
from app.sync.context import Context
from app.sync.ports import Changes
from app.sync.trust import ASKED_BY_ID, check_missing, tell_unreadable

UNREADABLE = Decimal("NaN")
"""The level of a row that could not be read: unknown, never 0 (DESIGN §4)."""

Place = TypeVar("Place", Outlet, Register)


async def pull_premises(context: Context) -> None:
    """Bring outlets and registers up to date; also the first proof that the token works."""
    state = context.state
    outlets = await context.pos.outlets(context.fact("outlets.cursor"))
    registers = await context.pos.registers(context.fact("registers.cursor"))
    state.outlets = _updated(state.outlets, outlets)
    state.registers = _updated(state.registers, registers)
    context.pos.set_registers(len(state.registers))
    context.mirror.save_premises(state.outlets, state.registers)
    context.remember("outlets.cursor", outlets.cursor)
    context.remember("registers.cursor", registers.cursor)


def _updated(known: tuple[Place, ...], changes: Changes[Place]) -> tuple[Place, ...]:
    by_id = {row.id: row for row in known if row.id not in changes.gone}
    by_id.update({row.id: row for row in changes.living})
    return tuple(by_id.values())


async def pull_shop(context: Context, everything: bool) -> PosShop:
    """What the POS says of the shop as a whole; asked again with every full read."""
    known = context.state.pos_shop
    if known is not None and not everything:
        return known
    shop = await context.pos.shop()
    context.state.pos_shop = shop
    context.mirror.save_pos_shop(shop)
    return shop


async def pull_products(context: Context, everything: bool) -> frozenset[str]:
    """Read product rows; returns records that a full list left out and nobody knows about.

    Raises `BrokenListing` for an empty list while there were products.
    """
    cursor = 0 if everything else context.fact("pos.cursor")
    known = {key for key, record in context.state.records.items() if not record.deleted}
    seen = await _read_products(context, cursor)
    if not everything:
        return frozenset()
    if not seen and (context.state.links or known):
        raise BrokenListing(
            "The POS answered with an empty product list, though it had products before.",
            "Nothing was changed. Check in the POS that the products are there, and try again.",
        )
    missing = known - seen
    check_missing(context, len(missing), len(known), "POS")
    return await _ask_pos(context, sorted(missing))


async def _read_products(context: Context, cursor: int) -> set[str]:
    """Walk the cursor list; a full walk asks once more behind its end (a page may end early)."""
    seen: set[str] = set()
    walks = 2 if cursor == 0 else 1
    for _ in range(walks):
        async for page in context.pos.products(cursor):
            await _save_pos(context, page.read)
            tell_unreadable(context, page.read.unreadable)
            seen |= {record.id for record in page.read.records}
            cursor = max(cursor, page.cursor)
            context.announce(Progressed("reading POS", len(seen), 0))
            await context.gate()
    context.remember("pos.cursor", cursor)
    return seen


async def _save_pos(context: Context, read: PosRead) -> None:
    await asyncio.to_thread(context.mirror.save_pos, read)
    context.state.records.update({record.id: record for record in read.records})


async def _ask_pos(context: Context, ids: list[str]) -> frozenset[str]:
    """Find out about records that a full listing left out (RULES M6)."""
    unclear = set(ids[ASKED_BY_ID:])
    for record_id in ids[:ASKED_BY_ID]:
        try:
            await _save_pos(context, await context.pos.product(record_id))
        except NotThere:
            gone = replace(context.state.records[record_id], deleted=True)
            raw = context.mirror.raw_pos(record_id) or b""
            await _save_pos(context, PosRead((gone,), {record_id: raw}))
        except ServiceError:
            unclear.add(record_id)
    return frozenset(unclear)


async def pull_inventory(context: Context, everything: bool) -> None:
    """Read levels, and remember what was seen when (RULES M4)."""
    cursor = 0 if everything else context.fact("inventory.cursor")
    walks = 2 if cursor == 0 else 1
    changed: set[str] = set()
    for _ in range(walks):
        async for page in context.pos.inventory(cursor):
            await asyncio.to_thread(context.mirror.save_inventory, page.rows)
            changed |= _take_levels(context, page.rows)
            cursor = max(cursor, page.cursor)
            await context.gate()
    totals = {pos_id: total_level(context, pos_id) for pos_id in changed}
    # Orders are told in the online store's time, and levels are held against them (RULES M4).
    now = await context.ecom.server_time()
    context.mirror.save_levels(now, totals, now - 15 * 86400)
    context.remember("inventory.cursor", cursor)


def _take_levels(context: Context, rows: Iterable[InventoryRow]) -> set[str]:
    levels = context.state.levels
    changed = set()
    for row in rows:
        outlets = levels.setdefault(row.product_id, {})
        if row.deleted:
            outlets.pop(row.outlet_id, None)
        else:
            outlets[row.outlet_id] = UNREADABLE if row.unreadable else row.level
        changed.add(row.product_id)
    return changed


def total_level(context: Context, pos_id: str) -> Decimal:
    """The level of a record over all outlets, as far as it could be read."""
    levels = context.state.levels.get(pos_id, {}).values()
    return sum((level for level in levels if not level.is_nan()), Decimal(0))
