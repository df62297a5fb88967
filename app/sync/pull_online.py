"""Reads the online store into the mirror: in full, or what changed (RULES M5, M15)."""

import asyncio
from collections.abc import Iterable
from dataclasses import replace

from app.domain.errors import NotThere
from app.domain.events import Progressed
from app.domain.product import EcomProduct, EcomRead, EcomShop, LatestStats
from app.sync.context import Context
from app.sync.trust import ASKED_BY_ID, check_missing, tell_unreadable

_QUIET_SECONDS = 2
"""A stamp counts as noted only when its second was over by then."""


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
    _keep_stamp(context, stats, settled=overdue or shown)


def _keep_stamp(context: Context, stats: LatestStats, *, settled: bool) -> None:
    """Never settled while the stamps are half noted: the process may end between any two."""
    context.remember("ecom.settled", 0)
    context.remember("ecom.stamp", stats.products)
    context.remember("ecom.count", stats.product_count or -1)
    context.remember("ecom.settled", int(settled))


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
            await context.gate()
        caught_up = newest >= stats.products and stats.products + _QUIET_SECONDS <= began
        if caught_up or patience <= 0 or context.stop.is_set():
            break
        await context.sleep(pause)
        patience -= pause + _QUIET_SECONDS
        pause *= 2
    context.remember("ecom.cursor", began or since)
    _keep_stamp(context, stats, settled=caught_up)


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
        tell_unreadable(context, page.read.unreadable)
        seen |= {product.id for product in page.read.products}
        await accept_listed(context, page.read)
        context.announce(Progressed("reading online", len(seen), page.total))
        await context.gate()
    missing = set(context.state.online) - seen
    if missing:
        # What is said to be deleted was not left out, however much it is (RULES M6).
        since = context.fact("ecom.cursor") - context.rules.whole("lag.overlap")
        gone = missing & await context.ecom.deleted_products(since)
        forget_online(context, gone)
        missing -= gone
    check_missing(context, len(missing), len(context.state.online), "online store")
    await _ask_ecom(context, sorted(missing))
    context.remember("ecom.cursor", began or int(await context.ecom.server_time()))


async def _ask_ecom(context: Context, ids: list[int]) -> None:
    for ecom_id in ids[:ASKED_BY_ID]:
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
        await context.gate()
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
    # A base without a link would be found by another link one day, a link without a base is asked.
    context.mirror.save_bases(dict.fromkeys(lost))
    context.mirror.save_links(dict.fromkeys(lost))
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
