"""Brings the mirror up to date with what changed on both sides (DESIGN §2, RULES M6, M15).

eCom is read before the POS, so that what slips between the two errs on the side of not selling.
"""

import asyncio
from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TypeVar

from app.domain.errors import BrokenListing, NotThere, ServiceError
from app.domain.events import Progressed
from app.domain.product import (
    EcomProduct,
    EcomRead,
    EcomShop,
    InventoryRow,
    LatestStats,
    Outlet,
    PosRead,
    PosShop,
    Register,
)
from app.sync.context import Context
from app.sync.ports import Changes

_ASKED_BY_ID = 20
UNREADABLE = Decimal("NaN")
"""The level of a row that could not be read: unknown, never 0 (DESIGN §4)."""
_QUIET_SECONDS = 2
"""A stamp counts as noted only when its second was over by then."""


@dataclass(frozen=True, slots=True)
class Pulled:
    """What a pull found out besides the mirror's content.

    `unclear` are POS record ids that a full listing left out without a tombstone and that were
    not found out about (RULES M6).
    """

    shop: EcomShop
    pos_shop: PosShop
    full: bool
    unclear: frozenset[str] = frozenset()


async def pull(context: Context, full: bool) -> Pulled:
    """Read both sides. Raises `BrokenListing` when a listing can't be trusted."""
    state = context.state
    await pull_premises(context)
    hours = context.rules.whole("full.hours")
    due = context.now() - context.fact("full.at") >= hours * 3600
    everything = full or due or not context.fact("pos.cursor") or not context.fact("ecom.cursor")
    shop = await pull_ecom(context, everything)
    pos_shop = await _pos_shop(context, everything)
    await find_strays(context)
    unclear = await _pull_products(context, everything)
    await _pull_inventory(context, everything)
    state.pos_categories = await context.pos.categories()
    context.mirror.save_pos_categories(state.pos_categories)
    if everything:
        context.remember("full.at", int(context.now()))
    return Pulled(shop, pos_shop, everything, unclear)


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


Place = TypeVar("Place", Outlet, Register)


def _updated(known: tuple[Place, ...], changes: Changes[Place]) -> tuple[Place, ...]:
    by_id = {row.id: row for row in known if row.id not in changes.gone}
    by_id.update({row.id: row for row in changes.living})
    return tuple(by_id.values())


# The online shop


async def pull_ecom(context: Context, everything: bool) -> EcomShop:
    """Read what changed online; everything when there is no cursor or the day is over."""
    stats = await context.ecom.latest_stats()
    shop = await _ecom_shop(context, stats, everything)
    if everything or stats.categories != context.fact("ecom.categories", -1):
        context.state.ecom_categories = await context.ecom.categories()
        context.mirror.save_ecom_categories(context.state.ecom_categories)
        context.remember("ecom.categories", await _quiet_stamp(context, stats.categories))
    if everything:
        await _list_online(context)
    elif not _quiet(context, stats):
        await _list_changed_online(context, stats)
    else:
        return shop
    _note_stamp(context, stats)
    return shop


def _quiet(context: Context, stats: LatestStats) -> bool:
    """Whether nothing moved online since the last listing was known to be complete."""
    return (
        context.fact("ecom.settled") == 1
        and stats.products == context.fact("ecom.stamp", -1)
        and (stats.product_count or -1) == context.fact("ecom.count", -1)
    )


def _note_stamp(context: Context, stats: LatestStats) -> None:
    """Note the stamp; it is settled when the listing shows the newest change it tells of.

    The search index may lag: a listing that does not show the newest change may lack others.
    """
    newest = max((product.updated for product in context.state.online.values()), default=0)
    began = context.fact("ecom.cursor")
    overdue = stats.products + context.rules.whole("lag.seconds") < began
    shown = newest >= stats.products and stats.products + _QUIET_SECONDS <= began
    context.remember("ecom.stamp", stats.products)
    context.remember("ecom.count", stats.product_count or -1)
    context.remember("ecom.settled", int(overdue or shown))


async def _ecom_shop(context: Context, stats: LatestStats, everything: bool) -> EcomShop:
    known = context.state.shop
    if known is not None and not everything and stats.profile == context.fact("ecom.profile", -1):
        return known
    shop = await context.ecom.shop()
    context.remember("ecom.profile", stats.profile)
    context.state.shop = shop
    context.mirror.save_shop(shop)
    return shop


async def close_listing(context: Context, since: int) -> None:
    """After many writes: list what changed until the index shows the newest change.

    Then the next sync knows from one stamp that nothing moved, however much was written
    (RULES M15). `since` is when the listing that read the writes back began.
    """
    patience = float(context.rules.whole("lag.seconds"))
    overlap = context.rules.whole("lag.seconds") + _QUIET_SECONDS
    pause = 1.0
    while True:
        await context.sleep(_QUIET_SECONDS + 1)
        stats = await context.ecom.latest_stats()
        newest, began = 0, 0
        async for page in context.ecom.products(since - overlap):
            began = began or page.began
            newest = max([newest, *(product.updated for product in page.read.products)])
            await accept_listed(context, page.read)
        caught_up = newest >= stats.products and stats.products + _QUIET_SECONDS <= began
        if caught_up or patience <= 0 or context.stop.is_set():
            break
        await context.sleep(pause)
        patience -= pause + _QUIET_SECONDS
        pause *= 2
    context.remember("ecom.cursor", began or since)
    context.remember("ecom.stamp", stats.products)
    context.remember("ecom.count", stats.product_count or -1)
    context.remember("ecom.settled", int(caught_up))


async def _quiet_stamp(context: Context, stamp: int) -> int:
    """The stamp if its second is over; else nothing that will match, so that we look again."""
    over = stamp + _QUIET_SECONDS <= await context.ecom.server_time()
    return stamp if over else -1


async def _list_online(context: Context) -> None:
    """Read every product; what the listing leaves out is asked for by id."""
    seen: set[int] = set()
    began, scan = 0, 1
    async for page in context.ecom.products():
        if page.scan != scan:
            seen.clear()
            scan = page.scan
        began = began or page.began
        _tell_unreadable(context, page.read.unreadable)
        seen |= {product.id for product in page.read.products}
        await accept_listed(context, page.read)
        context.announce(Progressed("reading online", len(seen), page.total))
    missing = set(context.state.online) - seen
    _check_missing(context, len(missing), len(context.state.online), "online shop")
    await _ask_ecom(context, sorted(missing))
    context.remember("ecom.cursor", began or int(await context.ecom.server_time()))


async def _ask_ecom(context: Context, ids: list[int]) -> None:
    for ecom_id in ids[:_ASKED_BY_ID]:
        try:
            await _save_ecom(context, await context.ecom.product(ecom_id))
        except NotThere:
            forget_online(context, [ecom_id])


async def _list_changed_online(context: Context, stats: LatestStats) -> None:
    """List what changed; what was deleted only where the count of products says so."""
    since = context.fact("ecom.cursor") - context.rules.whole("lag.overlap")
    began = 0
    async for page in context.ecom.products(since):
        began = began or page.began
        await accept_listed(context, page.read)
    if stats.product_count != len(context.state.online):
        gone = await context.ecom.deleted_products(since)
        forget_online(context, gone & set(context.state.online))
    context.remember("ecom.cursor", began or int(await context.ecom.server_time()))


async def accept_listed(context: Context, read: EcomRead) -> None:
    """Take over listed rows that are news; the index may show less than was read by id (M5)."""
    known = context.state.online
    fresh: list[EcomProduct] = []
    doubtful: list[int] = []
    for product in read.products:
        before = known.get(product.id)
        if before is None or product.updated > before.updated:
            fresh.append(product)
        elif product.updated == before.updated and product != before:
            doubtful.append(product.id)
    if fresh:
        await _save_ecom(context, replace(read, products=tuple(fresh)))
    for ecom_id in doubtful:
        try:
            await _save_ecom(context, await context.ecom.product(ecom_id))
        except NotThere:
            forget_online(context, [ecom_id])


async def _save_ecom(context: Context, read: EcomRead) -> None:
    await asyncio.to_thread(context.mirror.save_ecom, read)
    context.state.online.update({product.id: product for product in read.products})


def take_over(context: Context, read: EcomRead) -> None:
    """Keep what a read by id answered; it stands above every listing."""
    context.mirror.save_ecom(read)
    context.state.online.update({product.id: product for product in read.products})


def forget_online(context: Context, ids: Iterable[int]) -> None:
    """Take products out of the mirror that eCom has no more; their links become lost ones."""
    gone = set(ids)
    context.mirror.remove_ecom(gone)
    for ecom_id in gone:
        context.state.online.pop(ecom_id, None)
    state = context.state
    lost = {key: link for key, link in state.links.items() if link.ecom_id in gone}
    if not lost:
        return
    state.lost.update(lost)
    context.mirror.save_lost(lost)
    context.mirror.save_links(dict.fromkeys(lost))
    context.mirror.save_bases(dict.fromkeys(lost))
    for key in lost:
        state.links.pop(key)
        state.bases.pop(key, None)


async def find_strays(context: Context) -> None:
    """Ask by id for linked products that no listing has shown: absence proves nothing (M6)."""
    state = context.state
    strays = sorted({link.ecom_id for link in state.links.values()} - state.online.keys())
    for ecom_id in strays:
        try:
            await _save_ecom(context, await context.ecom.product(ecom_id))
        except NotThere:
            forget_online(context, [ecom_id])


# The POS


async def _pos_shop(context: Context, everything: bool) -> PosShop:
    known = context.state.pos_shop
    if known is not None and not everything:
        return known
    shop = await context.pos.shop()
    context.state.pos_shop = shop
    context.mirror.save_pos_shop(shop)
    return shop


async def _pull_products(context: Context, everything: bool) -> frozenset[str]:
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
    _check_missing(context, len(missing), len(known), "POS")
    return await _ask_pos(context, sorted(missing))


async def _read_products(context: Context, cursor: int) -> set[str]:
    """Walk the cursor list; a full walk asks once more behind its end (a page may end early)."""
    seen: set[str] = set()
    walks = 2 if cursor == 0 else 1
    for _ in range(walks):
        async for page in context.pos.products(cursor):
            await _save_pos(context, page.read)
            _tell_unreadable(context, page.read.unreadable)
            seen |= {record.id for record in page.read.records}
            cursor = max(cursor, page.cursor)
            context.announce(Progressed("reading POS", len(seen), 0))
    context.remember("pos.cursor", cursor)
    return seen


def _tell_unreadable(context: Context, rows: Iterable[str]) -> None:
    for words in rows:
        context.say(words, "warning")


async def _save_pos(context: Context, read: PosRead) -> None:
    await asyncio.to_thread(context.mirror.save_pos, read)
    context.state.records.update({record.id: record for record in read.records})


async def _ask_pos(context: Context, ids: list[str]) -> frozenset[str]:
    """Find out about records that a full listing left out (RULES M6)."""
    unclear = set(ids[_ASKED_BY_ID:])
    for record_id in ids[:_ASKED_BY_ID]:
        try:
            await _save_pos(context, await context.pos.product(record_id))
        except NotThere:
            gone = replace(context.state.records[record_id], deleted=True)
            raw = context.mirror.raw_pos(record_id) or b""
            await _save_pos(context, PosRead((gone,), {record_id: raw}))
        except ServiceError:
            unclear.add(record_id)
    return frozenset(unclear)


async def _pull_inventory(context: Context, everything: bool) -> None:
    cursor = 0 if everything else context.fact("inventory.cursor")
    walks = 2 if cursor == 0 else 1
    changed: set[str] = set()
    for _ in range(walks):
        async for page in context.pos.inventory(cursor):
            await asyncio.to_thread(context.mirror.save_inventory, page.rows)
            changed |= _take_levels(context, page.rows)
            cursor = max(cursor, page.cursor)
    context.remember("inventory.cursor", cursor)
    totals = {pos_id: total_level(context, pos_id) for pos_id in changed}
    now = int(context.now())
    context.mirror.save_levels(now, totals, now - 15 * 86400)


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


def _check_missing(context: Context, missing: int, known: int, where: str) -> None:
    count, share = context.rules.whole("guard.count"), context.rules.decimal("guard.share")
    if missing > count and missing > share * known:
        raise BrokenListing(
            f"The {where}'s product list left out {missing} of {known} known products without "
            "saying that they were deleted.",
            "Nothing was changed. Try again later; if it stays so, check the products there.",
        )
