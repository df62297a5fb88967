"""One sync against the model of the online store: join, plan, carry out, settle, as the engine.

Nothing here waits, fails or is lost on the way; that is the engine's own matter.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from app.domain.actions import Action
from app.domain.catalogue import Catalogue
from app.domain.categories import CategoryLink, known_categories, resolve_categories
from app.domain.choices import Choices
from app.domain.fields import FAMILY, SIMPLE, Terms
from app.domain.leaving_out import NOTHING, LeftOut, with_former_options
from app.domain.matching import match
from app.domain.pair_comparison import settled_base
from app.domain.pairing import MISSING, Base, Link, OurPicture, UnitBase, families
from app.domain.pictures import MAIN
from app.domain.planning import Plan, make_plan
from app.domain.product import EcomProduct, PosCategory, PosRecord
from app.domain.rules import Rules
from app.domain.situation import Situation
from app.domain.steps import (
    AddPicture,
    AdjustStock,
    AssignCategory,
    CreateCategory,
    CreateProduct,
    CreateVariation,
    DeletePicture,
    DeleteProduct,
    DeleteVariation,
    PutOptions,
    PutProduct,
    PutVariation,
    RenameCategory,
    Step,
    UnassignCategory,
)
from app.domain.verifying import ACCEPTED_AS_ANSWERED, unmet, written_fields
from tests.domain.shop_model import Shop, find_variation


@dataclass
class Stores:
    """Both sides, what joins them, and what the manager chose.

    `pictures` is what the POS's picture host answers, by picture id and address.
    """

    records: dict[str, PosRecord]
    levels: dict[str, dict[str, Decimal]]
    categories: dict[str, PosCategory]
    pictures: dict[tuple[str, str], str]
    shop: Shop
    rules: Rules
    choices: Choices
    today: str = "2026-03-01T00:00:00+00:00"
    links: dict[str, Link] = field(default_factory=dict)
    bases: dict[str, Base] = field(default_factory=dict)
    category_links: dict[str, CategoryLink] = field(default_factory=dict)
    category_ids: dict[str, int] = field(default_factory=dict)
    lost: dict[str, Link] = field(default_factory=dict)
    tokens: dict[tuple[str, str], str] = field(default_factory=dict)
    held: dict[str, int] = field(default_factory=dict)

    def copy(self) -> "Stores":
        """The same state, to be changed on its own."""
        return replace(
            self,
            records=dict(self.records),
            levels={record: dict(rows) for record, rows in self.levels.items()},
            categories=dict(self.categories),
            pictures=dict(self.pictures),
            shop=replace(
                self.shop,
                products=dict(self.shop.products),
                categories=dict(self.shop.categories),
                contents=dict(self.shop.contents),
            ),
            links=dict(self.links),
            bases=dict(self.bases),
            category_links=dict(self.category_links),
            category_ids=dict(self.category_ids),
            lost=dict(self.lost),
            tokens=dict(self.tokens),
            held=dict(self.held),
        )


@dataclass(frozen=True)
class World:
    """What a plan is made from."""

    catalogue: Catalogue
    situation: Situation

    def plan(self, only: frozenset[str] | None = None, left_out: LeftOut = NOTHING) -> Plan:
        """The plan of a run, or a part of it."""
        return make_plan(self.catalogue, self.situation, lambda _: None, only, left_out)


def join(stores: Stores) -> World:
    """Match and link both sides, and describe the situation; keeps the links it found."""
    products = families(stores.records.values())
    categories = known_categories(stores.categories.values(), stores.records.values())
    resolved = resolve_categories(
        categories, stores.shop.categories.values(), stores.category_links
    )
    waiting = {rename.pos_id: rename.before for rename in resolved.renames}
    stores.category_links = {
        pos_id: replace(link, name=waiting.get(pos_id, link.name))
        for pos_id, link in resolved.links.items()
    }
    _lose(stores)
    matches = match(products, stores.shop.products, stores.links, stores.choices.links)
    bases = {key: base for key, base in stores.bases.items() if key not in matches.rebuilt}
    for old, new in matches.moved.items():
        if old in bases:
            bases[new] = bases.pop(old)
    stores.bases = {key: base for key, base in bases.items() if key in matches.links}
    stores.links = matches.links
    catalogue = Catalogue(
        products,
        dict(stores.shop.products),
        dict(stores.links),
        dict(stores.bases),
        categories,
        resolved.renames,
    )
    stores.category_ids = resolved.ids
    terms = Terms(
        price_including_tax=True,
        currency_precision=2,
        weight_unit="KILOGRAM",
        dimensions_unit="CM",
        category_ids=stores.category_ids,
        tokens=stores.tokens,
    )
    situation = Situation(
        terms=terms,
        rules=stores.rules,
        choices=stores.choices,
        levels=stores.levels,
        held=stores.held,
        lost=dict(stores.lost),
        problems=matches.problems,
        today=stores.today,
    )
    return World(catalogue, situation)


def _lose(stores: Stores) -> None:
    """Links of products that were deleted online become lost ones."""
    for key, link in list(stores.links.items()):
        if link.ecom_id not in stores.shop.products:
            stores.lost[key] = stores.links.pop(key)
            stores.bases.pop(key, None)


@dataclass
class Carried:
    """What came of carrying out a plan: writes by product key, and what the shop kept."""

    writes: dict[str, int] = field(default_factory=dict)
    kept: dict[str, list[str]] = field(default_factory=dict)


@dataclass
class _Work:
    """One action under way."""

    action: Action
    ecom_id: int
    link: Link
    variations: dict[str, int]
    pictures: list[OurPicture]


def carry_out(
    stores: Stores, world: World, plan: Plan, order: Sequence[Action] | None = None
) -> Carried:
    """Do the early steps of all actions, then the rest of each in the order given; settle."""
    carried = Carried()
    stores.bases |= plan.settled
    works = {action.key: _begin(stores, action) for action in plan.actions}
    for action in plan.actions:
        _do(stores, works[action.key], action.steps[: action.early], carried)
    for action in order if order is not None else in_waiting_order(plan.actions):
        work = works[action.key]
        _do(stores, work, action.steps[action.early :], carried)
        _conclude(stores, world, work, carried, bool(plan.left_out.get(action.key)))
    return carried


def sync(stores: Stores) -> Plan:
    """One whole run; returns the plan that was carried out."""
    world = join(stores)
    plan = world.plan()
    carry_out(stores, world, plan)
    return plan


def in_waiting_order(actions: Sequence[Action]) -> list[Action]:
    """The actions, each behind those that it waits for."""
    left = list(actions)
    ordered: list[Action] = []
    while left:
        waiting = {action.key for action in left}
        ready = [action for action in left if not waiting & set(action.after)]
        assert ready, f"actions wait for each other: {[(a.key, a.after) for a in left]}"
        ordered += ready
        left = [action for action in left if action not in ready]
    return ordered


def _begin(stores: Stores, action: Action) -> _Work:
    link = stores.links.get(action.key) or Link(action.ecom_id or 0)
    variations = dict(link.variations)
    return _Work(action, link.ecom_id, link, variations, list(link.pictures))


def _do(stores: Stores, work: _Work, steps: Sequence[Step], carried: Carried) -> None:
    for step in steps:
        before = stores.shop.writes
        _write(stores, work, step)
        seen = carried.writes.get(work.action.key, 0)
        carried.writes[work.action.key] = seen + stores.shop.writes - before


def _write(  # noqa: C901, PLR0912 - one line for each kind of step
    stores: Stores, work: _Work, step: Step
) -> None:
    shop, product_id = stores.shop, work.ecom_id
    match step:
        case CreateProduct():
            _create(stores, work, step)
        case PutProduct():
            shop.put(product_id, step.values)
        case PutOptions():
            shop.put_options(product_id, step.add, step.drop, list(step.drop_names))
        case CreateVariation():
            made = shop.create_variation(product_id, step.options, step.values)
            work.variations[step.pos_id] = made
        case PutVariation():
            shop.put_variation(product_id, step.variation_id, step.values, step.options)
        case DeleteVariation():
            shop.delete_variation(product_id, step.variation_id)
        case AdjustStock():
            _adjust(shop, work, step)
        case AddPicture():
            _add_picture(stores, work, step)
        case DeletePicture():
            _delete_picture(shop, work, step)
        case CreateCategory():
            above = stores.category_links[step.parent_id].ecom_id if step.parent_id else None
            made = shop.create_category(step.name, above)
            stores.category_links[step.pos_id] = CategoryLink(made, True, step.name, step.parent_id)
            stores.category_ids[step.pos_id] = made
        case RenameCategory():
            shop.rename_category(step.ecom_id, step.name)
            link = stores.category_links[step.pos_id]
            stores.category_links[step.pos_id] = replace(link, name=step.name)
        case AssignCategory():
            shop.assign(stores.category_links[step.pos_id].ecom_id, product_id)
        case UnassignCategory():
            shop.unassign(step.ecom_id, product_id)
        case DeleteProduct():
            shop.delete(product_id)


def _create(stores: Stores, work: _Work, step: CreateProduct) -> None:
    """A birth counts its pictures as agreed to be none, so that all are still sent."""
    held = [sku for _, _, sku in stores.shop.skus()]
    assert work.action.sku not in held, f"{work.action.sku} is online already"
    categories = tuple(stores.category_links[pos_id].ecom_id for pos_id in step.categories)
    work.ecom_id = stores.shop.create(step, categories)
    work.link = Link(work.ecom_id, shown=True, ours=True)
    fields = FAMILY if step.options else SIMPLE
    nothing = tuple(() if item.name == "images" else MISSING for item in fields)
    stores.bases[work.action.key] = Base(bool(step.options), UnitBase(nothing, nothing))
    stores.links[work.action.key] = work.link
    stores.lost.pop(work.action.key, None)


def _adjust(shop: Shop, work: _Work, step: AdjustStock) -> None:
    """The difference to what a read says right before; nothing where it is right already."""
    product = shop.product(work.ecom_id)
    record = product if step.variation_id is None else find_variation(product, step.variation_id)
    if record.unlimited:
        return
    quantity = record.quantity or 0
    target = min(quantity, step.cap)
    if quantity < step.raise_to:
        target = step.raise_to
    if target != quantity:
        shop.adjust(work.ecom_id, step.variation_id, target - quantity)


def _add_picture(stores: Stores, work: _Work, step: AddPicture) -> None:
    content = stores.pictures[step.image_id, step.url]
    token = f"hash of {content}"
    stores.tokens[step.image_id, step.url] = token
    if step.place == "variation":
        variation_id = work.variations[step.variation_pos_id]
        stores.shop.set_variation_picture(work.ecom_id, variation_id, content)
    elif step.place == "main":
        stores.shop.set_main(work.ecom_id, content)
        others = [p for p in work.pictures if p.image_id != MAIN]
        work.pictures = [OurPicture(MAIN, "", token), *others]
    else:
        made = stores.shop.add_to_gallery(work.ecom_id, content)
        work.pictures.append(OurPicture(made, "", token))


def _delete_picture(shop: Shop, work: _Work, step: DeletePicture) -> None:
    if not step.variation_pos_id:
        shop.delete_picture(work.ecom_id, step.image_id)
        work.pictures = [p for p in work.pictures if p.image_id != step.image_id]
        return
    variation_id = step.variation_id or work.variations[step.variation_pos_id]
    shop.set_variation_picture(work.ecom_id, variation_id, "")


def _conclude(stores: Stores, world: World, work: _Work, carried: Carried, in_part: bool) -> None:
    """Read back: keep the link, say what the shop kept otherwise, move the base."""
    action = work.action
    there = stores.shop.products.get(work.ecom_id)
    if there is None:
        _lose(stores)
        return
    work.link = _kept_link(stores, work, there)
    stores.links[action.key] = work.link
    kept = unmet(action, there, work.variations)
    if kept:
        carried.kept[action.key] = kept
    product = world.catalogue.products[action.key]
    if product.deleted:
        if not work.link.due and action.kind == "hide":
            stores.links[action.key] = replace(work.link, due="2026-03-31T00:00:00+00:00")
        return
    if there.enabled or any(c.field in ACCEPTED_AS_ANSWERED for c in action.changes):
        before = stores.bases.get(action.key)
        written = written_fields(action)
        base = settled_base(product, there, work.link, before, world.situation, written)
        if in_part and before is not None:
            base = with_former_options(base, before)
        stores.bases[action.key] = base


def _kept_link(stores: Stores, work: _Work, there: EcomProduct) -> Link:
    existing = {variation.id for variation in there.variations}
    pictures = tuple(
        p._replace(mark=there.main_image_mark) if p.image_id == MAIN and not p.mark else p
        for p in work.pictures
        if p.image_id in there.image_ids
    )
    variations = {k: v for k, v in work.variations.items() if v in existing}
    link = stores.links.get(work.action.key) or work.link
    return replace(link, variations=variations, pictures=pictures)
