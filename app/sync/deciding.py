"""Makes the plan of a run from both sides, with what pictures and orders have to say."""

from collections.abc import Callable
from dataclasses import replace

from app.domain.choices import Flag
from app.domain.comparing import is_blank
from app.domain.errors import CounterpartError
from app.domain.fields import family_pictures
from app.domain.leaving_out import NOTHING, LeftOut
from app.domain.planning import Plan, make_plan
from app.domain.product import PosImage
from app.sync.context import Context
from app.sync.holds import held_by_orders, note_drops
from app.sync.pull import Pulled
from app.sync.world import World, join
from app.sync.writing import content_token


async def make_plan_now(
    context: Context,
    pulled: Pulled | None,
    only: frozenset[str] | None = None,
    left_out: LeftOut = NOTHING,
) -> tuple[World, Plan]:
    """Join, learn what pictures and orders have to say, and plan; both are kept in the context.

    `only` and `left_out` as in `plan_only`.
    """
    world = join(context)
    if pulled is not None and pulled.unclear:
        world = _with_unclear(world, pulled.unclear)
    if context.fact("orders.unreadable"):
        note_drops(context, world.catalogue)
    plan = plan_only(context, world, only, left_out)
    if await _learn_pictures(context, plan):
        plan = plan_only(context, world, only, left_out)
    if plan.raises_stock or _makes(plan):
        held = await held_by_orders(context, world.catalogue)
        world = World(world.catalogue, replace(world.situation, held=held))
        plan = plan_only(context, world, only, left_out)
    context.world, context.plan = world, plan
    return world, plan


def _makes(plan: Plan) -> bool:
    """Whether something is made that may have been sold online before, so that orders hold it.

    A product may have been deleted there, by whomever it was made; a variation too, or its product
    was sold without variations until now.
    """
    return any(
        found.there is None or bool(found.missing)
        for found in plan.assessments
        if found.visible and not found.blocked
    )


def plan_only(
    context: Context,
    world: World,
    only: frozenset[str] | None = None,
    left_out: LeftOut = NOTHING,
) -> Plan:
    """Plan from a world as it stands; keeps nothing.

    `only` limits the plan to some product keys, `left_out` takes lines out of it (see
    `leaving_out.separable`).
    """
    return make_plan(world.catalogue, world.situation, _restore(context), only, left_out)


def _restore(context: Context) -> Callable[[str], bytes | None]:
    def raw(key: str) -> bytes | None:
        lost = context.state.lost.get(key)
        if lost is None or key in context.choices.restore_refused:
            return None
        return context.mirror.raw_gone(lost.ecom_id)

    return raw


def _with_unclear(world: World, unclear: frozenset[str]) -> World:
    """Products that a full listing left out and that nobody knows about need attention (M6)."""
    problems = dict(world.situation.problems)
    for key, product in world.catalogue.products.items():
        left_out = [record for record in product.members if record.id in unclear]
        if left_out:
            text = (
                f"The POS's list left out {left_out[0].sku or left_out[0].name} without saying "
                "that it was deleted. Check it in the POS."
            )
            problems[key] = (*problems.get(key, ()), text)
    return World(world.catalogue, replace(world.situation, problems=problems))


async def _learn_pictures(context: Context, plan: Plan) -> bool:
    """Fetch pictures that may have changed only in id or address, to compare by content (R7)."""
    images: list[PosImage] = []
    for found in plan.assessments:
        if found.product is None or found.there is None:
            continue
        for verdict in found.verdicts:
            if verdict.field.name != "images" or verdict.state == "first link":
                continue
            if verdict.state == "kept" or is_blank(verdict.pos):
                continue
            members = {record.id: record for record in found.product.members}
            record = members.get(verdict.pos_id)
            shown = record.variant_images[:1] if record else family_pictures(found.product.head)
            images += shown
    return await _fetch_tokens(context, images)


async def _fetch_tokens(context: Context, images: list[PosImage]) -> bool:
    learned: dict[tuple[str, str], str] = {}
    for image in images:
        if (image.id, image.url) in context.state.tokens:
            continue
        await context.gate()
        try:
            content = await context.pos.picture(image)
        except CounterpartError as error:
            context.say(f"A picture could not be read: {error}", "warning")
            continue
        learned[image.id, image.url] = content_token(content)
    if learned:
        context.state.tokens.update(learned)
        context.mirror.save_tokens(learned)
    return bool(learned)


def keep_hidden_after_loss(context: Context, plan: Plan) -> bool:
    """Whether anything was set to off because the manager's choices are lost (RULES S4).

    What eCom hides now may have been switched off by hand: it stays hidden until chosen anew.
    """
    if not context.fact("choices.lost"):
        return False
    hidden = [found.key for found in plan.assessments if found.enabled and found.flag == "follow"]
    context.remember("choices.lost", 0)
    if not hidden:
        return False
    off: dict[str, Flag] = dict.fromkeys(hidden, "off")
    flags = {**context.choices.flags, **off}
    context.choices = replace(context.choices, flags=flags)
    context.set_choices(context.choices)
    context.say(
        f"{len(hidden)} products are hidden online. Your choices were lost, so they are set to "
        "off; `counterpart online` switches them on again.",
        "warning",
    )
    return True
