"""Joins the mirror's two sides into the catalogue and the situation that planning decides on."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from app.domain.catalogue import Catalogue
from app.domain.categories import Resolved, known_categories, resolve_categories
from app.domain.choices import Choices
from app.domain.errors import RegisterOpen
from app.domain.fields import Terms
from app.domain.matching import Matches, match
from app.domain.pairing import PosProduct, families
from app.domain.product import EcomShop, Outlet, PosShop, Register
from app.domain.rules import Rules
from app.domain.situation import Situation
from app.sync.context import Context
from app.sync.storage_ports import MirrorState


@dataclass(frozen=True, slots=True)
class World:
    """Everything a plan is made from."""

    catalogue: Catalogue
    situation: Situation


def join(context: Context) -> World:
    """Match and link both sides, keep what changed of that, and describe the situation."""
    state = context.state
    system_ids = state.pos_shop.system_product_ids if state.pos_shop else frozenset[str]()
    products = families(state.records.values(), system_ids)
    categories = known_categories(state.pos_categories, state.records.values())
    resolved = resolve_categories(categories, state.ecom_categories, state.category_links)
    _keep_category_links(context, resolved)
    matches = match(products, state.online, state.links, context.choices.links)
    _keep_links(context, matches)
    _keep_told(context, products)
    catalogue = Catalogue(
        products,
        state.online,
        state.links,
        state.bases,
        categories,
        resolved.renames,
        state.shop.product_limit if state.shop else None,
    )
    state.category_ids = resolved.ids
    return World(catalogue, describe(context, state.category_ids, matches.problems))


def glance(state: MirrorState, choices: Choices, rules: Rules, now: float) -> World:
    """Join without keeping anything: for looking at the mirror as it stands (`status`)."""
    system_ids = state.pos_shop.system_product_ids if state.pos_shop else frozenset[str]()
    products = families(state.records.values(), system_ids)
    categories = known_categories(state.pos_categories, state.records.values())
    resolved = resolve_categories(categories, state.ecom_categories, state.category_links)
    matches = match(products, state.online, state.links, choices.links)
    bases = {key: base for key, base in state.bases.items() if key not in matches.rebuilt}
    limit = state.shop.product_limit if state.shop else None
    catalogue = Catalogue(
        products, state.online, matches.links, bases, categories, resolved.renames, limit
    )
    situation = _situation(state, choices, rules, now, resolved.ids, matches.problems)
    return World(catalogue, situation)


def describe(
    context: Context, category_ids: Mapping[str, int], problems: Mapping[str, tuple[str, ...]]
) -> Situation:
    """The situation of this run."""
    return _situation(
        context.state, context.choices, context.rules, context.now(), category_ids, problems
    )


def _situation(
    state: MirrorState,
    choices: Choices,
    rules: Rules,
    now: float,
    category_ids: Mapping[str, int],
    problems: Mapping[str, tuple[str, ...]],
) -> Situation:
    today = datetime.fromtimestamp(now, UTC).isoformat(timespec="seconds")
    latest = state.facts.get("latest.day")
    return Situation(
        terms=terms(rules, state.shop, state.pos_shop, category_ids, state),
        rules=rules,
        choices=choices,
        levels=state.levels,
        told=state.told,
        lost=state.lost,
        problems=problems,
        failures=state.failed,
        features=state.shop.features if state.shop else frozenset(),
        today=max(today, str(latest or "")),
    )


def terms(
    rules: Rules,
    shop: EcomShop | None,
    pos_shop: PosShop | None,
    category_ids: Mapping[str, int],
    state: MirrorState,
) -> Terms:
    """The online store's terms: its tax setting, places and units, as the manager set them."""
    form = rules.text("prices.form")
    includes = shop.prices_include_tax if shop else not (pos_shop and pos_shop.tax_exclusive)
    return Terms(
        price_including_tax=includes if form == "auto" else form == "including",
        currency_precision=shop.currency_precision if shop else 2,
        weight_unit=shop.weight_unit if shop else "KILOGRAM",
        dimensions_unit=shop.dimensions_unit if shop else "CM",
        category_ids=category_ids,
        tokens=state.tokens,
    )


def _keep_category_links(context: Context, resolved: Resolved) -> None:
    """Keep new links; a rename that is still to be written keeps the old name."""
    waiting = {rename.pos_id: rename.before for rename in resolved.renames}
    links = {
        pos_id: replace(link, name=waiting.get(pos_id, link.name))
        for pos_id, link in resolved.links.items()
    }
    if links != context.state.category_links:
        context.state.category_links = links
        context.mirror.save_category_links(links)


def _keep_links(context: Context, matches: Matches) -> None:
    state = context.state
    changed = {key: link for key, link in matches.links.items() if state.links.get(key) is not link}
    gone = [key for key in state.links if key not in matches.links]
    bases = dict.fromkeys((*matches.rebuilt, *gone))
    if not changed and not gone:
        return
    for old, new in matches.moved.items():
        if old in state.bases:
            bases[new] = state.bases[old]
    context.mirror.save_bases(bases)
    context.mirror.save_links({**changed, **dict.fromkeys(gone)})
    state.links = matches.links
    for key, base in bases.items():
        if base is None:
            state.bases.pop(key, None)
        else:
            state.bases[key] = base
    if matches.moved:
        context.choices = moved_choices(context.choices, matches.moved)
        context.set_choices(context.choices)


def moved_choices(choices: Choices, moved: Mapping[str, str]) -> Choices:
    """The manager's choices follow a product whose key changed."""
    return replace(
        choices,
        flags={moved.get(key, key): flag for key, flag in choices.flags.items()},
        kept={moved.get(key, key): names for key, names in choices.kept.items()},
        buffers={moved.get(key, key): buffer for key, buffer in choices.buffers.items()},
        links={moved.get(key, key): ecom_id for key, ecom_id in choices.links.items()},
    )


def _keep_told(context: Context, products: Mapping[str, PosProduct]) -> None:
    """Remember the last value of the POS's own switch (RULES M11)."""
    told = context.state.told
    news = {
        key: switch
        for key, product in products.items()
        if (switch := product.told) is not None and told.get(key) != switch
    }
    if news:
        told.update(news)
        context.mirror.save_told(news)
    _say_vanished_switch(context, products)


def _say_vanished_switch(context: Context, products: Mapping[str, PosProduct]) -> None:
    if not context.state.told or any(p.told is not None for p in products.values()):
        return
    if context.fact("switch.vanished") == 0 and products:
        context.remember("switch.vanished", 1)
        context.say(
            "The POS no longer tells which products are sold online. What it said last stands.",
            "warning",
        )


def settled_outlets(
    choices: Choices, outlets: tuple[Outlet, ...], registers: tuple[Register, ...]
) -> Choices:
    """The choices with a register and its outlet in place (R10, RULES M19).

    Outlets that no longer exist are left out. Raises `RegisterOpen` while the register is open.
    """
    by_id = {register.id: register for register in registers}
    chosen = by_id.get(choices.register or "")
    if chosen is None and len(registers) == 1:
        chosen = registers[0]
    if chosen is None:
        raise RegisterOpen(
            "It is not chosen yet which register takes the online orders."
            if choices.register is None
            else "The register that takes the online orders no longer exists in the POS.",
            "Choose one: `counterpart outlets --register ID` (without it: the list).",
        )
    existing = {outlet.id for outlet in outlets}
    ticked = (choices.outlets & existing) | {chosen.outlet_id}
    return replace(choices, register=chosen.id, outlets=ticked)
