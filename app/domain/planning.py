"""plan(mirror, links, bases, rules) -> Plan: everything one run would do, decided purely."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace

from app.domain.actions import Action, Change
from app.domain.assessing import Assessment, Situation, assess, assess_only_online
from app.domain.categories import Rename, path_of
from app.domain.drafting import draft_action
from app.domain.pairing import Base, Link, PosProduct
from app.domain.product import EcomProduct, PosCategory
from app.domain.steps import (
    AssignCategory,
    CreateCategory,
    CreateProduct,
    CreateVariation,
    DeleteProduct,
    DeleteVariation,
    PutProduct,
    PutVariation,
    RenameCategory,
    Step,
)


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Both sides as last read, with what joins them."""

    products: Mapping[str, PosProduct]
    online: Mapping[int, EcomProduct]
    links: Mapping[str, Link]
    bases: Mapping[str, Base]
    categories: Mapping[str, PosCategory] = field(default_factory=dict)
    renames: tuple[Rename, ...] = ()
    product_limit: int | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """The ordered actions, and what every pair looks like.

    `settled` are bases that moved without a write. `shown_online` is M of RULES M13. `sold_out`
    are keys of products whose whole online stock goes from above zero to zero.
    """

    actions: tuple[Action, ...]
    assessments: tuple[Assessment, ...]
    settled: Mapping[str, Base]
    shown_online: int
    sold_out: frozenset[str] = frozenset()

    @property
    def writes(self) -> int:
        """How many requests will change eCom."""
        return sum(action.writes for action in self.actions)

    @property
    def raises_stock(self) -> bool:
        """Whether any online stock would go up (orders are read only then, RULES M4)."""
        return any(
            stock.quantity is not None
            and stock.how == "adjust"
            and stock.quantity < stock.stock.cap
            for found in self.assessments
            for stock in found.stocks
        )


Restore = Callable[[str], bytes | None]
"""Gives the raw answer whose online-only content is put back on a product created again."""


def assess_all(catalogue: Catalogue, situation: Situation) -> tuple[Assessment, ...]:
    """Assess every pair and every eCom product without a link, in a stable order."""
    online, links, bases = catalogue.online, catalogue.links, catalogue.bases
    found: list[Assessment] = []
    linked: set[int] = set()
    for key, product in catalogue.products.items():
        link = links.get(key)
        there = online.get(link.ecom_id) if link is not None else None
        if there is not None:
            linked.add(there.id)
        elif product.deleted:
            continue
        found.append(assess(product, there, link, bases.get(key), situation))
    found += [assess_only_online(online[there]) for there in online if there not in linked]
    return tuple(found)


def make_plan(
    catalogue: Catalogue, situation: Situation, restore: Restore, only: frozenset[str] | None = None
) -> Plan:
    """Plan a run. `only` limits it to some product keys."""
    assessments = assess_all(catalogue, situation)
    assessments = _within_limit(assessments, catalogue)
    free_sku = _sku_giver(catalogue)
    drafted: list[Action] = []
    settled: dict[str, Base] = {}
    for found in assessments:
        if only is not None and found.key not in only:
            continue
        if found.base is not None and found.base is not catalogue.bases.get(found.key):
            settled[found.key] = found.base
        if _nothing_to_do(found):
            continue
        action = draft_action(found, situation, free_sku, restore(found.key))
        if action is not None:
            drafted.append(action)
    actions = _with_categories(drafted, catalogue, situation)
    actions = _with_sku_order(actions, catalogue)
    return Plan(
        tuple(sorted(actions, key=_risk_order)),
        assessments,
        settled,
        _shown_online(assessments),
        _sold_out(assessments),
    )


def _nothing_to_do(found: Assessment) -> bool:
    return found.status == "in sync" or found.product is None or found.blocked


def _risk_order(action: Action) -> int:
    """Stop selling first, then put right, then add; deletions last."""
    return ("hide", "update", "show", "create", "delete").index(action.kind)


def _shown_online(assessments: Iterable[Assessment]) -> int:
    return sum(
        1 for a in assessments if a.there is not None and a.link is not None and a.there.enabled
    )


def _sold_out(assessments: Iterable[Assessment]) -> frozenset[str]:
    """Products whose online stock, all members together, goes from above zero to zero (M13)."""
    gone = set()
    for found in assessments:
        if not any(stock.how != "leave" for stock in found.stocks):
            continue
        before = any(stock.quantity is None or stock.quantity > 0 for stock in found.stocks)
        after = any(
            _left(stock.how, stock.quantity, stock.stock.kind, stock.stock.cap)
            for stock in found.stocks
        )
        if before and not after:
            gone.add(found.key)
    return frozenset(gone)


def _left(how: str, quantity: int | None, kind: str, cap: int) -> bool:
    if kind == "unlimited":
        return True
    if how == "leave":
        return quantity is None or quantity > 0
    return cap > 0


def _within_limit(
    assessments: tuple[Assessment, ...], catalogue: Catalogue
) -> tuple[Assessment, ...]:
    """Creates beyond the plan's number of products need attention (R19)."""
    limit = catalogue.product_limit
    if limit is None:
        return assessments
    room = max(0, limit - len(catalogue.online))
    reason = f"The online shop's plan holds {limit} products and is full."
    kept: list[Assessment] = []
    for found in assessments:
        creates = found.there is None and found.visible and not found.blocked
        if creates and room == 0:
            kept.append(replace(found, status="needs attention", reasons=(reason,)))
            continue
        room -= creates
        kept.append(found)
    return tuple(kept)


def _sku_giver(catalogue: Catalogue) -> Callable[[str], str]:
    """Product-level SKUs for families: the parent's + "-FAMILY", numbered if taken (R21)."""
    taken: set[str] = set()
    filled = False

    def give(sku: str) -> str:
        nonlocal filled
        if not filled:
            filled = True
            taken.update(_all_skus(catalogue))
        name = f"{sku}-FAMILY"
        number = 2
        while name in taken:
            name = f"{sku}-FAMILY-{number}"
            number += 1
        taken.add(name)
        return name

    return give


def _all_skus(catalogue: Catalogue) -> Iterable[str]:
    for there in catalogue.online.values():
        yield there.sku
        for variation in there.variations:
            if variation.sku:
                yield variation.sku
    for product in catalogue.products.values():
        for record in product.members:
            yield record.sku


# Categories


def _with_categories(
    actions: list[Action], catalogue: Catalogue, situation: Situation
) -> list[Action]:
    """Give the first action that needs a category the writes that create or rename it (R20)."""
    made: set[str] = set()
    renames = {rename.pos_id: rename for rename in catalogue.renames}
    result = []
    for action in actions:
        steps: list[Step] = []
        for leaf in _categories_of(action):
            steps += _missing_path(leaf, catalogue, situation, made)
        result.append(_lead(action, steps) if steps else action)
    return _with_renames(result, renames, catalogue)


def _lead(action: Action, steps: list[Step]) -> Action:
    return replace(action, steps=(*steps, *action.steps), early=action.early + len(steps))


def _categories_of(action: Action) -> Iterable[str]:
    for step in action.steps:
        if isinstance(step, AssignCategory):
            yield step.pos_id
        elif isinstance(step, CreateProduct):
            yield from step.categories


def _missing_path(
    leaf: str, catalogue: Catalogue, situation: Situation, made: set[str]
) -> list[Step]:
    steps: list[Step] = []
    for category_id in reversed(path_of(leaf, catalogue.categories)):
        if category_id in made or category_id in situation.terms.category_ids:
            continue
        made.add(category_id)
        category = catalogue.categories[category_id]
        steps.append(CreateCategory(category_id, category.name, category.parent_id))
    return steps


def _with_renames(
    actions: list[Action], renames: dict[str, Rename], catalogue: Catalogue
) -> list[Action]:
    """Hang each rename on one product that lies in or below the category."""
    if not renames:
        return actions
    by_key = {action.key: action for action in actions}
    for rename in renames.values():
        product = _product_in(rename.pos_id, catalogue, by_key)
        if product is None:
            continue
        head = product.head
        action = by_key.get(product.key) or Action(
            "update",
            product.key,
            catalogue.links[product.key].ecom_id,
            head.sku,
            head.name,
            (),
            (),
        )
        change = Change("category", None, (rename.before,), (rename.after,))
        action = replace(action, changes=(*action.changes, change))
        step = RenameCategory(rename.pos_id, rename.ecom_id, rename.after)
        by_key[product.key] = _lead(action, [step])
    return list(by_key.values())


def _product_in(
    category_id: str, catalogue: Catalogue, acting: Mapping[str, Action]
) -> PosProduct | None:
    best: PosProduct | None = None
    for key, product in catalogue.products.items():
        if product.deleted or key not in catalogue.links:
            continue
        if not any(ref.id == category_id for ref in product.head.category):
            continue
        if key in acting:
            return product
        best = best or product
    return best


# SKUs that move between products


def _with_sku_order(actions: list[Action], catalogue: Catalogue) -> list[Action]:
    """Let each action wait for those that free a SKU it takes; temporary SKUs open rings."""
    taken = {action.key: _taken_skus(action) for action in actions}
    moving = set().union(*taken.values()) if taken else set()
    if not moving:
        return actions
    freed: dict[str, str] = {}
    for action in actions:
        for sku in _freed_skus(action, catalogue) & moving:
            freed[sku] = action.key
    waits: dict[str, set[str]] = defaultdict(set)
    for key, skus in taken.items():
        waits[key] = {freed[sku] for sku in skus if sku in freed and freed[sku] != key}
    by_key = {action.key: action for action in actions}
    for key in _ring_openers(waits):
        by_key[key] = _detoured(by_key[key], catalogue)
        for others in waits.values():
            others.discard(key)
    return [replace(by_key[a.key], after=tuple(sorted(waits[a.key]))) for a in actions]


def _taken_skus(action: Action) -> set[str]:
    found = set()
    for step in action.steps:
        if isinstance(step, CreateProduct | PutProduct | CreateVariation | PutVariation):
            sku = step.values.get("sku")
            if isinstance(sku, str) and sku:
                found.add(sku)
    return found


def _freed_skus(action: Action, catalogue: Catalogue) -> set[str]:
    there = catalogue.online.get(action.ecom_id or -1)
    if there is None:
        return set()
    variations = {v.id: v.sku or "" for v in there.variations}
    found: set[str] = set()
    for step in action.steps:
        if isinstance(step, DeleteProduct):
            found |= {there.sku, *variations.values()}
        elif isinstance(step, PutProduct) and "sku" in step.values:
            found.add(there.sku)
        elif isinstance(step, DeleteVariation) or (
            isinstance(step, PutVariation) and "sku" in step.values
        ):
            found.add(variations.get(step.variation_id, ""))
    return found - {""}


def _ring_openers(waits: Mapping[str, set[str]]) -> list[str]:
    """Keys that must make room first so that no action waits for itself."""
    left = {key: set(others) for key, others in waits.items()}
    openers: list[str] = []
    while left:
        done = [key for key, others in left.items() if not others & left.keys()]
        if not done:
            opener = next(key for key in left if any(key in others for others in left.values()))
            openers.append(opener)
            for others in left.values():
                others.discard(opener)
            continue
        for key in done:
            del left[key]
    return openers


def _detoured(action: Action, catalogue: Catalogue) -> Action:
    """Send what frees a SKU through a temporary one, early."""
    there = catalogue.online.get(action.ecom_id or -1)
    if there is None or action.kind == "delete":
        return action
    steps: list[Step] = []
    variations = {v.id: v.sku or "" for v in there.variations}
    for step in action.steps:
        if isinstance(step, PutProduct) and "sku" in step.values:
            steps.append(PutProduct({"sku": f"{there.sku}-MOVING"}))
        elif isinstance(step, PutVariation) and "sku" in step.values:
            moving = f"{variations.get(step.variation_id, '')}-MOVING"
            steps.append(PutVariation(step.pos_id, step.variation_id, {"sku": moving}))
    return _lead(action, steps)
