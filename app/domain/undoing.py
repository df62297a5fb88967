"""Plans the undo of a past run from what eCom had, what that run left, and what is there now (M14).

A field goes back only if eCom still has what the run left. Nothing here ever concerns the POS.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from app.domain.actions import Action, Change, VariantRef
from app.domain.pairing import Base, Link, PosProduct
from app.domain.past import PastAction, Snapshot
from app.domain.product import EcomProduct
from app.domain.restoring import restoration
from app.domain.steps import DeleteProduct
from app.domain.undo_fields import Restored, edited_since, restored_fields
from app.domain.undo_plan import Left, LeftReason, Mark, UndoPlan


@dataclass(frozen=True, slots=True)
class Now:
    """Both sides as they are now, as far as an undo asks for them.

    `lost` are addresses of pictures that can't be had any more, `ordered` the eCom ids of products
    that were ordered since the run.
    """

    online: Mapping[int, EcomProduct]
    products: Mapping[str, PosProduct]
    links: Mapping[str, Link]
    bases: Mapping[str, Base]
    addresses: Mapping[int, Snapshot] = field(default_factory=dict)
    categories: frozenset[int] = frozenset()
    lost: frozenset[str] = frozenset()
    ordered: frozenset[int] = frozenset()

    def there(self, past: PastAction) -> EcomProduct | None:
        """The eCom product that a past action was about, as it is now."""
        if past.kind == "create":
            return self._created(past)
        return self.online.get(past.ecom_id) if past.ecom_id is not None else None

    def _created(self, past: PastAction) -> EcomProduct | None:
        if past.after is not None:
            return self.online.get(past.after.product.id)
        link = self.links.get(past.key)
        return self.online.get(link.ecom_id) if link is not None and link.ours else None


@dataclass(slots=True)
class _Undoing:
    run: int
    now: Now
    fields: frozenset[str] | None
    actions: list[Action] = field(default_factory=list)
    left: list[Left] = field(default_factory=list)
    marks: dict[str, Mark] = field(default_factory=dict)
    seen: dict[str, EcomProduct] = field(default_factory=dict)

    def leave(
        self, past: PastAction, reason: LeftReason, name: str = "", ref: VariantRef | None = None
    ) -> None:
        self.left.append(Left(past.key, past.sku, past.name, name, reason, ref))

    def add(self, action: Action, mark: Mark, there: EcomProduct | None) -> None:
        self.actions.append(action)
        self.marks[action.key] = mark
        if there is not None:
            self.seen[action.key] = there


def plan_undo(
    run: int,
    past: Iterable[PastAction],
    now: Now,
    keys: frozenset[str] | None = None,
    fields: frozenset[str] | None = None,
) -> UndoPlan:
    """Plan to put back what a run did; `keys` limits it to products, `fields` to fields.

    Creates and deletions concern whole products, so that `fields` leaves them out.
    """
    plan = _Undoing(run, now, fields)
    for one in past:
        if keys is not None and one.key not in keys:
            continue
        if one.kind in ("create", "delete"):
            if fields is None:
                (_uncreate if one.kind == "create" else _undelete)(plan, one)
        else:
            _put_back(plan, one)
    plan.actions.sort(key=_risk_order)
    return UndoPlan(run, tuple(plan.actions), tuple(plan.left), plan.marks, plan.seen)


def _risk_order(action: Action) -> tuple[int, str, str]:
    rank = ("hide", "update", "show", "create", "delete").index(action.kind)
    return rank, action.name.casefold(), action.key


def _uncreate(plan: _Undoing, past: PastAction) -> None:
    """An undone create deletes the product and keeps it off (M14)."""
    there = plan.now.there(past)
    if there is None:
        return
    if there.id in plan.now.ordered:
        plan.leave(past, "ordered")
    elif edited_since(past, there, plan.now.links.get(past.key), plan.now.bases.get(past.key)):
        plan.leave(past, "edited")
    else:
        action = Action("delete", past.key, there.id, past.sku, there.name, (), (DeleteProduct(),))
        flag = past.former.flag if past.former is not None else "off"
        joined = _joined(past)
        plan.add(action, Mark(flag=flag, joined=joined), there)


def _undelete(plan: _Undoing, past: PastAction) -> None:
    """An undone deletion makes the product anew, with all that eCom told of it (M14)."""
    if past.before is None:
        plan.leave(past, "unclear")
        return
    product = plan.now.products.get(past.key)
    living = product is not None and not product.deleted
    link = plan.now.links.get(past.key)
    if living and link is not None and link.ecom_id in plan.now.online:
        return
    back = restoration(past, plan.now.online.values(), plan.now.categories, plan.now.lost, living)
    if back.taken:
        plan.leave(past, "sku taken")
        return
    for name in back.missing:
        plan.leave(past, "picture" if name == "images" else "gone", name)
    if back.action is None:
        return
    flag = past.former.flag if past.former is not None else None
    if living:
        mark = Mark(flag=flag or "on", joined=_joined(past))
    else:
        mark = Mark(flag=flag, unlinked=True, apart=_who_would_link(past, plan.now))
    plan.add(back.action, mark, back.there)


def _joined(past: PastAction) -> frozenset[str]:
    return (
        frozenset({past.key}) if past.former is not None and past.former.link != 0 else frozenset()
    )


def _who_would_link(past: PastAction, now: Now) -> frozenset[str]:
    """Products of the POS that matching would join with the restored one by itself (R13)."""
    old = past.before.product if past.before is not None else None
    skus = {old.sku, *(v.sku for v in old.variations)} - {"", None} if old is not None else set()
    found = {
        key
        for key, product in now.products.items()
        if key not in now.links and any(record.sku in skus for record in product.members)
    }
    return frozenset({past.key, *found})


def _put_back(plan: _Undoing, past: PastAction) -> None:
    """An update, hide or show: field by field what can go back, else why not."""
    there = plan.now.there(past)
    if there is None:
        plan.leave(past, "gone")
        return
    link = plan.now.links.get(past.key) or Link(there.id)
    back = restored_fields(
        past,
        there,
        link,
        plan.now.products.get(past.key),
        plan.now.bases.get(past.key),
        taken=_skus_elsewhere(plan.now.online.values(), there.id),
        lost=plan.now.lost,
        here=plan.now.addresses.get(there.id),
        only=plan.fields,
    )
    for name, reason, ref in back.left:
        plan.leave(past, reason, name, ref)
    if back.steps:
        plan.add(_action(past, there, back), _mark(past, back), there)


def _action(past: PastAction, there: EcomProduct, back: Restored) -> Action:
    changes: tuple[Change, ...] = tuple(back.changes)
    return Action(back.kind, past.key, there.id, past.sku, past.name, changes, tuple(back.steps))


def _mark(past: PastAction, back: Restored) -> Mark:
    flag = None
    if back.kind in ("hide", "show"):
        flag = past.former.flag if past.former is not None else None
        flag = flag or ("off" if back.kind == "hide" else "on")
    drop = frozenset[str]()
    if past.former is not None:
        drop = frozenset(back.agreed) - frozenset(back.keep) - past.former.kept
    return Mark(frozenset(back.keep), drop, flag)


def _skus_elsewhere(online: Iterable[EcomProduct], ecom_id: int) -> frozenset[str]:
    found: set[str] = set()
    for product in online:
        if product.id != ecom_id:
            found.add(product.sku)
            found.update(v.sku for v in product.variations if v.sku)
    return frozenset(found)
