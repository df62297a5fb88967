"""Settles what an earlier run left open: look first, then decide (DESIGN §5, RULES M7)."""

from collections.abc import Iterable
from itertools import groupby

from app.domain.errors import NotThere
from app.domain.pairing import OWN_REFERENCE, RESTORED_REFERENCE
from app.sync.context import Context
from app.sync.create import keep_birth, send_batch
from app.sync.creation_record import unpacked
from app.sync.ports import NewProduct
from app.sync.pull_online import forget_online, take_over
from app.sync.storage_ports import OpenStep

_KEY_LIVES = 3300
"""Seconds a deduplication key may be used again: an hour, less some care (API eCom §11)."""
_FIRST_PAUSE = 1.0


async def reconcile(context: Context) -> None:
    """Settle every write whose outcome is not known, before anything is read or planned."""
    steps = context.journal.open_steps()
    if not steps:
        return
    context.say("The last sync was interrupted. Looking at what it had begun.", "warning")
    creations = [step for step in steps if step.kind == "CreateProduct"]
    for _, batch in groupby(creations, key=lambda step: step.batch_key):
        await _settle_batch(context, list(batch))
    others = [step for step in steps if step.kind != "CreateProduct"]
    await _wait_for_stragglers(context, others)
    await _look_again(context, others)


async def _settle_batch(context: Context, steps: list[OpenStep]) -> None:
    body = next((step.body for step in steps if step.body), b"")
    products = {_key(product): product for product in unpacked(body)} if body else {}
    families = {key for key, product in products.items() if product.options}
    if products and context.now() - steps[0].sent < _KEY_LIVES:
        for outcome in await send_batch(context, list(products.values()), steps[0].batch_key):
            key = outcome.reference.removeprefix(OWN_REFERENCE)
            if outcome.reference.startswith(RESTORED_REFERENCE):
                continue
            if outcome.ecom_id is not None and key not in context.state.links:
                keep_birth(context, key, outcome.ecom_id, family=key in families)
    for step in steps:
        restored = any(p.reference == RESTORED_REFERENCE + step.key for p in products.values())
        if step.key not in context.state.links and not restored:
            await _find_born(context, step, family=step.key in families)
        context.journal.settle(step.id, "done", "settled by a later run")


def _key(product: NewProduct) -> str:
    return product.reference.removeprefix(OWN_REFERENCE)


async def _find_born(context: Context, step: OpenStep, *, family: bool) -> None:
    """Look the reference up; not finding is believed only once the index has caught up."""
    pause = _FIRST_PAUSE
    while True:
        found = await context.ecom.find_reference(OWN_REFERENCE + step.key)
        if found.products:
            keep_birth(context, step.key, found.products[0].id, family=family)
            return
        left = step.sent + context.rules.whole("lag.seconds") - context.now()
        if left <= 0:
            return
        await context.sleep(min(pause, left))
        pause *= 2


async def _wait_for_stragglers(context: Context, steps: Iterable[OpenStep]) -> None:
    """A stock difference may still be on its way: wait until it can't arrive any more (M5)."""
    latest = max((step.sent for step in steps if step.kind == "AdjustStock"), default=None)
    if latest is None:
        return
    left = latest + context.doubt_seconds - context.now()
    if left > 0:
        context.say(f"Waiting {left:.0f} seconds for a stock change that may be on its way.")
        await context.sleep(left)


async def _look_again(context: Context, steps: list[OpenStep]) -> None:
    for ecom_id in {step.ecom_id for step in steps if step.ecom_id}:
        try:
            take_over(context, await context.ecom.product(ecom_id))
        except NotThere:
            forget_online(context, [ecom_id])
    if any(step.kind == "CreateCategory" for step in steps):
        context.remember("ecom.categories", -1)
    for step in steps:
        context.journal.settle(step.id, "done", "settled by a later run")
