"""plan(mirror, links, bases, rules) -> Plan: everything one run would do, decided purely."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace

from app.domain.actions import Action
from app.domain.assessing import Assessment, assess, assess_only_online
from app.domain.catalogue import Catalogue
from app.domain.clashes import without_clashes
from app.domain.drafting import draft_action
from app.domain.pairing import Base
from app.domain.plan_categories import with_categories
from app.domain.plan_skus import sku_giver, with_sku_order
from app.domain.situation import Situation


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
    return without_clashes(found, situation)


def make_plan(
    catalogue: Catalogue, situation: Situation, restore: Restore, only: frozenset[str] | None = None
) -> Plan:
    """Plan a run. `only` limits it to some product keys."""
    assessments = assess_all(catalogue, situation)
    assessments = _within_limit(assessments, catalogue)
    free_sku = sku_giver(catalogue)
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
    # In order first: a category must be created before those below it.
    actions = with_categories(sorted(drafted, key=_risk_order), catalogue, situation)
    actions = with_sku_order(actions, catalogue)
    return Plan(
        tuple(actions),
        assessments,
        settled,
        _shown_online(assessments),
        _sold_out(assessments),
    )


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
