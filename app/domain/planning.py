"""plan(mirror, links, bases, rules) -> Plan: everything one run would do, decided purely."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace

from app.domain.actions import Action
from app.domain.assessing import Assessment, assess, assess_only_online
from app.domain.catalogue import Catalogue
from app.domain.clashes import without_clashes
from app.domain.draft import wished_stock
from app.domain.drafting import draft_action
from app.domain.leaving_out import NOTHING, RENAMED, LeftOut, has_work, untouched, without
from app.domain.pairing import Base
from app.domain.plan_categories import with_categories
from app.domain.plan_skus import sku_giver, with_sku_order
from app.domain.situation import Situation
from app.domain.steps import RenameCategory, Stock


@dataclass(frozen=True, slots=True)
class Plan:
    """The ordered actions, and what every pair looks like.

    `settled` are bases that moved without a write. `shown_online` is M of RULES M13. `sold_out`
    are keys of products whose whole online stock goes from above zero to zero.

    A part of a plan says what part: `only` these products, without the lines of `left_out`. The
    assessments are those of all pairs, with all that differs. `waiting` are products that have
    something to be written that the part leaves; of them, `held_back` would be written if what is
    left out did not stand in the way: it keeps a SKU or option values that they take.
    """

    actions: tuple[Action, ...]
    assessments: tuple[Assessment, ...]
    settled: Mapping[str, Base]
    shown_online: int
    sold_out: frozenset[str] = frozenset()
    only: frozenset[str] | None = None
    left_out: LeftOut = field(default_factory=dict)
    waiting: frozenset[str] = frozenset()
    held_back: frozenset[str] = frozenset()

    def concerns(self, key: str) -> bool:
        """Whether a product is among those that the plan is about."""
        return self.only is None or key in self.only

    @property
    def writes(self) -> int:
        """How many requests will change eCom."""
        return sum(action.writes for action in self.actions)

    @property
    def raises_stock(self) -> bool:
        """Whether any online stock would go up, or be told as a number (RULES M4).

        Orders are read only then.
        """
        return any(
            stock.how == "track"
            or (
                stock.quantity is not None
                and stock.how == "adjust"
                and stock.quantity < stock.stock.cap
            )
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
    return without_clashes(found, situation)


def assess_one(key: str, catalogue: Catalogue, situation: Situation) -> Assessment | None:
    """Assess the pair of one POS product, without a look at the others; None without a pair.

    What only the others can tell is not in it: SKUs that several would take (RULES M18), and
    whether the online store's plan is full.
    """
    product, link = catalogue.products.get(key), catalogue.links.get(key)
    there = catalogue.online.get(link.ecom_id) if link is not None else None
    if product is None or (product.deleted and there is None):
        return None
    return assess(product, there, link, catalogue.bases.get(key), situation)


def make_plan(
    catalogue: Catalogue,
    situation: Situation,
    restore: Restore,
    only: frozenset[str] | None = None,
    left_out: LeftOut = NOTHING,
) -> Plan:
    """Plan a run. `only` limits it to some product keys, `left_out` takes lines out of it.

    A line that can't be left out by itself (see `leaving_out.separable`) stays in.
    """
    whole = assess_all(catalogue, situation)
    assessments = chosen = _within_limit(whole, catalogue)
    hosts: Mapping[str, str] = {}
    limited = only is not None or any(left_out.values())
    if limited:
        chosen = _within_limit(_chosen(whole, situation, only, left_out), catalogue)
        hosts = _hosts(assessments, catalogue, situation, only, left_out)
        renames = tuple(rename for rename in catalogue.renames if rename.pos_id in hosts)
        catalogue = replace(catalogue, renames=renames)
    actions = _actions(chosen, catalogue, situation, restore, hosts.values())
    waiting = held_back = frozenset[str]()
    if limited:
        held_back = _held_back(assessments, chosen)
        waiting = _waiting(assessments, actions, situation) | held_back
    return Plan(
        tuple(actions),
        assessments,
        _settled(assessments, catalogue, only),
        _shown_online(assessments),
        _sold_out(chosen),
        only,
        left_out,
        waiting,
        held_back,
    )


def _chosen(
    whole: Iterable[Assessment],
    situation: Situation,
    only: frozenset[str] | None,
    left_out: LeftOut,
) -> tuple[Assessment, ...]:
    """What a part of a plan is drafted from: what is not in it stays as it is online.

    Looked at for clashes once more, since what stays may be in the way of what is written.
    """
    chosen = []
    for found in whole:
        if only is not None and found.key not in only:
            chosen.append(untouched(found))
            continue
        lines = left_out.get(found.key)
        chosen.append(without(found, lines, situation) if lines else found)
    return without_clashes(chosen, situation)


def _actions(
    assessments: Iterable[Assessment],
    catalogue: Catalogue,
    situation: Situation,
    restore: Restore,
    hosts: Iterable[str] = (),
) -> list[Action]:
    """The actions in order. `hosts` are products that a renamed category is to hang on."""
    free_sku = sku_giver(catalogue)
    drafted: list[Action] = []
    for found in assessments:
        if _nothing_to_do(found):
            continue
        action = draft_action(found, situation, free_sku, restore(found.key))
        if action is not None:
            drafted.append(action)
    # In order first: a category must be created before those below it.
    drafted.sort(key=_risk_order)
    bare = sorted((set(hosts) & catalogue.links.keys()) - {action.key for action in drafted})
    drafted += [_bare_action(key, catalogue) for key in bare]
    return with_sku_order(with_categories(drafted, catalogue, situation), catalogue)


def _bare_action(key: str, catalogue: Catalogue) -> Action:
    head = catalogue.products[key].head
    return Action("update", key, catalogue.links[key].ecom_id, head.sku, head.name, (), ())


def _hosts(
    assessments: Iterable[Assessment],
    catalogue: Catalogue,
    situation: Situation,
    only: frozenset[str] | None,
    left_out: LeftOut,
) -> dict[str, str]:
    """The products that carry the renames of categories in the whole plan, by POS category id.

    A rename stays with its product, or waits with it: nobody else takes it over unasked.
    """
    if not catalogue.renames:
        return {}
    return {
        step.pos_id: action.key
        for action in _actions(assessments, catalogue, situation, lambda _: None)
        for step in action.steps
        if isinstance(step, RenameCategory)
        and (only is None or action.key in only)
        and RENAMED not in left_out.get(action.key, ())
    }


def _waiting(
    assessments: Iterable[Assessment], actions: Iterable[Action], situation: Situation
) -> frozenset[str]:
    acting = {action.key for action in actions}
    return frozenset(
        found.key for found in assessments if found.key not in acting and has_work(found, situation)
    )


def _held_back(assessments: Iterable[Assessment], chosen: Iterable[Assessment]) -> frozenset[str]:
    pairs = zip(assessments, chosen, strict=True)
    return frozenset(
        part.key for found, part in pairs if part.status == "needs attention" and not found.blocked
    )


def _settled(
    assessments: Iterable[Assessment], catalogue: Catalogue, only: frozenset[str] | None
) -> dict[str, Base]:
    return {
        found.key: found.base
        for found in assessments
        if (only is None or found.key in only)
        and found.base is not None
        and found.base is not catalogue.bases.get(found.key)
    }


def _nothing_to_do(found: Assessment) -> bool:
    return found.status == "in sync" or found.product is None or found.blocked


def _risk_order(action: Action) -> tuple[int, str, str]:
    """Stop selling first, then put right, then add; deletions last; else by name."""
    rank = ("hide", "update", "show", "create", "delete").index(action.kind)
    return rank, action.name.casefold(), action.key


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
        after = any(_some(wished_stock(stock)) for stock in found.stocks)
        if before and not after:
            gone.add(found.key)
    return frozenset(gone)


def _some(stock: Stock) -> bool:
    return isinstance(stock, str) or stock > 0


def _within_limit(
    assessments: tuple[Assessment, ...], catalogue: Catalogue
) -> tuple[Assessment, ...]:
    """Creates beyond the plan's number of products need attention (R19)."""
    limit = catalogue.product_limit
    if limit is None:
        return assessments
    room = max(0, limit - len(catalogue.online))
    reason = f"The online store's plan holds {limit} products and is full."
    kept: list[Assessment] = []
    for found in assessments:
        creates = found.there is None and found.visible and not found.blocked
        if creates and room == 0:
            kept.append(replace(found, status="needs attention", reasons=(reason,)))
            continue
        room -= creates
        kept.append(found)
    return tuple(kept)
