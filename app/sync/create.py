"""Creates products with three nets under them, so that nothing is ever made twice (RULES M7)."""

import asyncio
import uuid
from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.domain.actions import Action
from app.domain.errors import OutcomeUnknown, PlanLimit, Refused, ServiceError
from app.domain.fields import FAMILY, SIMPLE
from app.domain.pairing import MISSING, Base, Link, UnitBase
from app.domain.product import EcomProduct
from app.domain.steps import CreateProduct
from app.sync.context import Context
from app.sync.creation_record import packed
from app.sync.ports import Created, NewProduct
from app.sync.writing import final_values

_SENDINGS = 3
_MADE_BEFORE = frozenset({"EXTERNAL_ID_ALREADY_USED", "SKU_ALREADY_EXISTS"})


@dataclass(frozen=True, slots=True)
class Birth:
    """What became of one creation: the new id, or why not; `doubtful` asks to look later."""

    action: Action
    ecom_id: int | None = None
    error: ServiceError | None = None
    doubtful: bool = False
    skipped: str = ""


async def create_products(
    context: Context, run: int, actions: Sequence[Action]
) -> tuple[Birth, ...]:
    """Look each SKU up at this moment (R14), then create by one batch under a journalled key."""
    lookups = await asyncio.gather(*(_looked_up(context, action) for action in actions))
    births = [birth for birth in lookups if birth is not None]
    wanted = [action for action, birth in zip(actions, lookups, strict=True) if birth is None]
    if wanted:
        births += await _create(context, run, wanted)
    refused = [birth for birth in births if _refused_to_restore(birth)]
    if refused:
        context.say("The online store did not take all of the restored content; left out.")
        plain = [_without_restoring(birth.action) for birth in refused]
        births = [birth for birth in births if birth not in refused]
        births += await _create(context, run, plain)
    return tuple(births)


def _refused_to_restore(birth: Birth) -> bool:
    return isinstance(birth.error, Refused) and bool(creation_of(birth.action).restore)


async def _looked_up(context: Context, action: Action) -> Birth | None:
    """None when nobody has the SKU; our own from an earlier run is adopted."""
    step = creation_of(action)
    try:
        found = await context.ecom.find_sku(action.sku)
    except ServiceError as error:
        return Birth(action, error=error)
    for product in found.products:
        if product.external_reference_id == step.reference:
            return Birth(action, product.id)
    others = [product for product in found.products if _still_has(context, product, action.sku)]
    if not others:
        return None
    name = others[0].name
    return Birth(
        action, skipped=f"“{name}” with this SKU is online by now. The next sync compares the two."
    )


def _still_has(context: Context, listed: EcomProduct, sku: str) -> bool:
    """Whether a found product really has the SKU: what was read by id stands above the index."""
    known = context.state.online.get(listed.id)
    product = known if known is not None and known.updated >= listed.updated else listed
    return sku == product.sku or any(variation.sku == sku for variation in product.variations)


def creation_of(action: Action) -> CreateProduct:
    """The step of an action that creates its product."""
    return next(step for step in action.steps if isinstance(step, CreateProduct))


async def _create(context: Context, run: int, actions: Sequence[Action]) -> list[Birth]:
    births: list[Birth] = []
    products: dict[str, NewProduct] = {}
    for action in actions:
        try:
            products[action.key] = _new_product(context, creation_of(action))
        except ServiceError as error:
            births.append(Birth(action, error=error))
    ready = [action for action in actions if action.key in products]
    if not ready:
        return births
    key = str(uuid.uuid4())
    body = packed([products[action.key] for action in ready])
    now = int(context.now())
    step_ids = {
        action.key: context.journal.intend(
            run,
            action.key,
            None,
            creation_of(action),
            now,
            batch_key=key,
            body=body if at == 0 else b"",
        )
        for at, action in enumerate(ready)
    }
    created = await send_batch(context, list(products.values()), key)
    by_reference = {outcome.reference: outcome for outcome in created}
    for action in ready:
        outcome = by_reference[products[action.key].reference]
        births.append(await _born(context, action, outcome, step_ids[action.key]))
    return births


def _new_product(context: Context, step: CreateProduct) -> NewProduct:
    links = context.state.category_links
    missing = [pos_id for pos_id in step.categories if pos_id not in links]
    if missing:
        raise Refused(
            "ecom", "Its category could not be created online.", "The next sync tries again."
        )
    categories = tuple(links[pos_id].ecom_id for pos_id in step.categories) + step.category_ids
    values = final_values(context, step.values)
    return NewProduct(step.reference, values, categories, step.options, step.restore)


async def send_batch(
    context: Context, products: Sequence[NewProduct], key: str
) -> tuple[Created, ...]:
    """Send a batch; after a lost reply the same bytes under the same key (safe for an hour)."""
    error: ServiceError | None = None
    for sending in range(_SENDINGS):
        if sending:
            await context.sleep(2.0**sending)
        try:
            return await context.ecom.create_products(products, key)
        except OutcomeUnknown as lost:
            error = lost
        except ServiceError as refused:
            error = refused
            break
    return tuple(Created(product.reference, None, error) for product in products)


async def _born(context: Context, action: Action, outcome: Created, step_id: int) -> Birth:
    if outcome.ecom_id is not None:
        context.journal.settle(step_id, "done", str(outcome.ecom_id))
        keep_birth(context, action.key, outcome.ecom_id, family=_is_family(action))
        return Birth(action, outcome.ecom_id)
    error = outcome.error
    if isinstance(error, OutcomeUnknown):
        context.journal.settle(step_id, "unknown", error.message)
        return Birth(action, error=error, doubtful=True)
    if isinstance(error, Refused) and error.code in _MADE_BEFORE:
        made = await _made_before(context, action)
        if made is not None:
            context.journal.settle(step_id, "done", str(made))
            keep_birth(context, action.key, made, family=_is_family(action))
            return Birth(action, made)
    failure = error if isinstance(error, ServiceError) else Refused("ecom", str(error))
    context.journal.settle(step_id, "failed", failure.message)
    return Birth(action, error=failure)


def _without_restoring(action: Action) -> Action:
    steps = tuple(
        replace(step, restore=None) if isinstance(step, CreateProduct) else step
        for step in action.steps
    )
    return replace(action, steps=steps)


def _is_family(action: Action) -> bool:
    return bool(creation_of(action).options)


async def _made_before(context: Context, action: Action) -> int | None:
    """Our own product of an earlier attempt, found by its reference."""
    try:
        found = await context.ecom.find_reference(creation_of(action).reference)
    except ServiceError:
        return None
    return found.products[0].id if found.products else None


def keep_birth(context: Context, key: str, ecom_id: int, *, family: bool) -> None:
    """Keep the link at once; its pictures count as agreed to be none, so all are still sent."""
    link = Link(ecom_id, shown=True, ours=True)
    fields = FAMILY if family else SIMPLE
    pos = tuple(() if item.name == "images" else MISSING for item in fields)
    base = Base(family, UnitBase(pos, pos))
    context.state.links[key] = link
    context.state.bases[key] = base
    context.mirror.save_links({key: link})
    context.mirror.save_bases({key: base})
    context.state.lost.pop(key, None)
    context.mirror.save_lost({key: None})


def stops_creating(error: ServiceError | None) -> bool:
    """402 stops all further creates of the run (RULES S9)."""
    return isinstance(error, PlanLimit)
