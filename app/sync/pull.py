"""Brings the mirror up to date with what changed on both sides (DESIGN §2, RULES M6, M15).

eCom is read before the POS, so that what slips between the two errs on the side of not selling.
"""

from dataclasses import dataclass

from app.domain.product import EcomShop, PosShop
from app.sync.context import Context
from app.sync.pull_online import find_strays, pull_ecom
from app.sync.pull_pos import pull_inventory, pull_premises, pull_products, pull_shop


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
    pos_shop = await pull_shop(context, everything)
    await context.gate()
    await find_strays(context)
    unclear = await pull_products(context, everything)
    await pull_inventory(context, everything)
    state.pos_categories = await context.pos.categories()
    context.mirror.save_pos_categories(state.pos_categories)
    if everything:
        context.remember("full.at", int(context.now()))
    return Pulled(shop, pos_shop, everything, unclear)
