"""What of one updated, hidden or shown product can go back, field by field (RULES M14)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from typing import cast

from app.domain.actions import ActionKind, Change, VariantRef
from app.domain.comparing import is_blank
from app.domain.draft import shown
from app.domain.fields import FIELDS, MEMBER, UNKNOWN, Field, layout
from app.domain.pairing import MISSING, Base, Link, PosProduct
from app.domain.past import PastAction, Snapshot
from app.domain.product import EcomProduct, EcomVariation
from app.domain.restoring import stranger, variation_values
from app.domain.steps import (
    AddPicture,
    AssignCategory,
    CreateVariation,
    PutOptions,
    PutProduct,
    PutVariation,
    Step,
    UnassignCategory,
    Value,
    Values,
)
from app.domain.undo_pictures import product_pictures, variation_picture
from app.domain.undo_plan import LeftReason

LeftField = tuple[str, LeftReason, VariantRef | None]
_BY_NAME: Mapping[str, Field] = {item.name: item for item in FIELDS}
_FOLLOWING = frozenset({"sku", "options"})


@dataclass(slots=True)
class Restored:
    """What goes back of one product: steps and changes, and what is left of it."""

    kind: ActionKind = "update"
    steps: list[Step] = field(default_factory=list)
    changes: list[Change] = field(default_factory=list)
    left: list[LeftField] = field(default_factory=list)
    keep: set[str] = field(default_factory=set)
    agreed: set[str] = field(default_factory=set)

    def leave(self, change: Change, reason: LeftReason) -> None:
        """Leave a field as it is."""
        self.left.append((change.field, reason, change.variant))


@dataclass(frozen=True, slots=True)
class _Case:
    past: PastAction
    there: EcomProduct
    link: Link
    product: PosProduct | None
    base: Base | None
    taken: frozenset[str]
    lost: frozenset[str]
    here: Snapshot | None

    @property
    def active(self) -> bool:
        """Whether the POS would have the product shown."""
        return self.product is not None and self.product.active


def restored_fields(
    past: PastAction,
    there: EcomProduct,
    link: Link,
    product: PosProduct | None,
    base: Base | None,
    *,
    taken: frozenset[str],
    lost: frozenset[str],
    here: Snapshot | None,
    only: frozenset[str] | None,
) -> Restored:
    """Sort a past action's changes into what goes back and what is left.

    `taken` are SKUs that other products have, `lost` addresses of pictures that are gone.
    """
    case = _Case(past, there, link, product, base, taken, lost, here)
    back = Restored()
    whole: Values = {}
    variations: dict[int, Values] = {}
    for change in past.changes:
        if only is not None and change.field not in only:
            continue
        _one(case, back, change, whole, variations)
    pos_ids = {variation_id: pos_id for pos_id, variation_id in link.variations.items()}
    back.steps += [
        PutVariation(pos_ids.get(variation_id, ""), variation_id, values)
        for variation_id, values in variations.items()
    ]
    if whole.get("enabled") is False:
        back.kind = "hide"
        back.steps.insert(0, PutProduct(whole))
    elif whole:
        back.kind = "show" if "enabled" in whole else "update"
        back.steps.append(PutProduct(whole))
    return back


def _one(
    case: _Case, back: Restored, change: Change, whole: Values, variations: dict[int, Values]
) -> None:
    name, ref = change.field, change.variant
    if name == "stock":
        back.leave(change, "stock")
    elif ref is not None and ref.ecom_id is None:
        if name == "options":
            back.leave(change, "follows")
    elif name == "options" and ref is not None and change.after is None:
        _variation_back(case, back, change)
    elif name in _FOLLOWING:
        if not _covered_by_variants(case.past, change):
            back.leave(change, "follows")
    elif case.past.before is None:
        back.leave(change, "unclear")
    else:
        _former(case, back, change, whole, variations)


def _former(
    case: _Case, back: Restored, change: Change, whole: Values, variations: dict[int, Values]
) -> None:
    """A field that goes back to what the answer before the run says."""
    match change.field:
        case "images":
            _images(case, back, change)
        case "category":
            _category(case, back, change)
        case "enabled":
            _enabled(case, back, change, whole)
        case _:
            _value_back(case, back, change, whole, variations)


def _covered_by_variants(past: PastAction, change: Change) -> bool:
    """The list of option values follows the variants, which have lines of their own."""
    own = change.variant is None and change.field == "options"
    return own and any(c.field == "options" and c.variant is not None for c in past.changes)


# Plain values


def _value_back(
    case: _Case, back: Restored, change: Change, whole: Values, variations: dict[int, Values]
) -> None:
    before = _value(case.past.before, change)
    now = _read(case.there, change)
    if now is _GONE:
        back.leave(change, "gone")
        return
    if before in (_GONE, UNKNOWN) or now is UNKNOWN:
        back.leave(change, "unclear")
        return
    if equal(now, before):
        return
    if not equal(now, _left_by_run(case.past, change)):
        back.leave(change, "changed")
        return
    wish = _written(change.field, before)
    if wish is None:
        back.leave(change, "unclear")
        return
    if change.variant is None:
        whole[change.field] = wish
    else:
        variations.setdefault(cast("int", change.variant.ecom_id), {})[change.field] = wish
    back.changes.append(Change(change.field, change.variant, shown(now), shown(before)))
    kept = equal(_agreed(case, change), before)
    (back.agreed if kept else back.keep).add(change.field)


class _Gone:
    __slots__ = ()


_GONE = _Gone()


def _value(snapshot: Snapshot | None, change: Change) -> object:
    return _GONE if snapshot is None else _read(snapshot.product, change)


def _read(product: EcomProduct, change: Change) -> object:
    item = _BY_NAME[change.field]
    if any(name == change.field for name, _ in product.problems):
        return UNKNOWN
    if change.variant is None:
        return item.product(product) if item.product else _GONE
    variation = _variation(product, change.variant.ecom_id)
    if variation is None or item.variation is None:
        return _GONE
    return item.variation(variation, product)


def _variation(product: EcomProduct, variation_id: int | None) -> EcomVariation | None:
    return next((v for v in product.variations if v.id == variation_id), None)


def _left_by_run(past: PastAction, change: Change) -> object:
    """What eCom answered after the run; for a run that never read it back what was written."""
    if past.after is not None:
        return _value(past.after, change)
    return _told(change.field, change.after)


def _told(name: str, value: object) -> object:
    """A journalled value with its type again."""
    if name in ("price", "weight"):
        return _amount(value)
    if name == "dimensions" and isinstance(value, list | tuple):
        return tuple(_amount(side) for side in value)
    return value


def _amount(value: object) -> Decimal | None:
    try:
        return None if value is None else Decimal(str(value))
    except InvalidOperation:
        return None


def equal(one: object, other: object) -> bool:
    """Whether two values are the same to a reader; blank is blank."""
    if is_blank(one) or is_blank(other):
        return _empty(one) and _empty(other)
    if isinstance(one, tuple) and isinstance(other, tuple) and len(one) == len(other):
        return all(equal(a, b) for a, b in zip(one, other, strict=True))
    return one == other


def _empty(value: object) -> bool:
    return is_blank(value) or value == Decimal(0)


def _written(name: str, value: object) -> Value:
    """A former value as it is written; blank clears. None: it can't be written."""
    if name == "dimensions":
        sides = value if isinstance(value, tuple) else (None, None, None)
        length, width, height = (side or Decimal(0) for side in sides)
        return length, width, height
    if not is_blank(value):
        return cast("Value", value)
    return cast("Value", _BY_NAME[name].cleared)


def _agreed(case: _Case, change: Change) -> object:
    """What eCom answered when both sides agreed last on this field."""
    base = case.base
    if base is None:
        return MISSING
    if change.variant is None:
        rows, unit = layout(family=base.family), base.product
    else:
        found = base.variants.get(change.variant.pos_id)
        if found is None:
            return MISSING
        rows, unit = MEMBER, found
    names = [item.name for item in rows]
    return unit.ecom[names.index(change.field)] if change.field in names else MISSING


# The others


def _enabled(case: _Case, back: Restored, change: Change, whole: Values) -> None:
    before = case.past.before
    if before is None or before.product.enabled == case.there.enabled:
        return
    wish = before.product.enabled
    if wish and (case.product is None or case.product.deleted):
        back.leave(change, "removed")
    elif wish and not case.active:
        back.leave(change, "inactive")
    else:
        whole["enabled"] = wish
        back.changes.append(Change("enabled", None, case.there.enabled, wish))


def _category(case: _Case, back: Restored, change: Change) -> None:
    if case.past.before is None or case.past.after is None:
        back.leave(change, "unclear")
        return
    before, after = (
        set(case.past.before.product.category_ids),
        set(case.past.after.product.category_ids),
    )
    now = set(case.there.category_ids)
    added, removed = after - before, before - after
    if not (added & now) and removed <= now:
        return
    if not added <= now or removed & now:
        back.leave(change, "changed")
        return
    back.steps += [AssignCategory("", gone) for gone in sorted(removed)]
    back.steps += [UnassignCategory(new) for new in sorted(added)]
    wish = tuple(sorted((now - added) | removed))
    back.changes.append(Change("category", None, shown(tuple(sorted(now))), shown(wish)))
    agreed = _agreed(case, change)
    kept = isinstance(agreed, tuple) and set(agreed) == set(wish)
    (back.agreed if kept else back.keep).add("category")


def _images(case: _Case, back: Restored, change: Change) -> None:
    past = case.past
    if past.before is None or past.after is None:
        back.leave(change, "unclear")
        return
    if change.variant is None:
        found = product_pictures(past.before, past.after, case.there, case.here, case.lost)
    else:
        found = variation_picture(past.before, past.after, case.there, change.variant, case.lost)
    if found.reason is not None:
        back.leave(change, found.reason)
    elif found.steps:
        back.steps += found.steps
        back.changes.append(Change("images", change.variant, *found.counts))


def _variation_back(case: _Case, back: Restored, change: Change) -> None:
    """A variation that the run deleted comes back as one that stands online alone (R3)."""
    before = case.past.before
    ref = cast("VariantRef", change.variant)
    old = _variation(before.product, ref.ecom_id) if before is not None else None
    if old is None:
        back.leave(change, "unclear")
        return
    if any(dict(v.options) == dict(old.options) for v in case.there.variations):
        return
    if case.product is None or not case.product.is_family:
        back.leave(change, "follows")
        return
    skus = {v.sku for v in case.there.variations} | {case.there.sku} | case.taken
    if old.sku and (old.sku in skus or old.sku in {m.sku for m in case.product.members}):
        back.leave(change, "sku taken")
        return
    has = {option.name: option.choices for option in case.there.options}
    add = tuple((name, (value,)) for name, value in old.options if value not in has.get(name, ()))
    if add:
        back.steps.append(PutOptions(add=add))
    back.steps.append(CreateVariation(stranger(old), old.options, variation_values(old)))
    if old.image_mark and old.image_mark not in case.lost:
        picture = AddPicture("variation", "", old.image_mark, "", stranger(old), "ecom")
        back.steps.append(picture)
    new = VariantRef(stranger(old), None, old.sku or "")
    back.changes.append(Change("options", new, None, dict(old.options)))


# Created products


def edited_since(
    past: PastAction, there: EcomProduct, link: Link | None, base: Base | None
) -> bool:
    """Whether people edited a created product online since both sides agreed on it last."""
    if base is None or link is None:
        return False
    rows = layout(family=base.family)
    changed = _differs(rows, base.product.ecom, there)
    pos_ids = {variation_id: pos_id for pos_id, variation_id in link.variations.items()}
    strangers = [v for v in there.variations if v.id not in pos_ids]
    return changed or bool(strangers and past.former is None)


def _differs(rows: Iterable[Field], agreed: Iterable[object], there: EcomProduct) -> bool:
    for item, value in zip(rows, agreed, strict=True):
        if value is MISSING or item.product is None:
            continue
        if not equal(item.product(there), value):
            return True
    return False


def moved_since(action_fields: Iterable[Change], seen: EcomProduct, fresh: EcomProduct) -> bool:
    """Whether one of these fields is another one now than when the undo was planned."""
    return any(_moved(change, seen, fresh) for change in action_fields)


def _moved(change: Change, seen: EcomProduct, fresh: EcomProduct) -> bool:
    if change.field == "images" and change.variant is None:
        return (seen.image_ids, seen.main_image_mark) != (fresh.image_ids, fresh.main_image_mark)
    if change.field == "options":
        return {v.id for v in seen.variations} != {v.id for v in fresh.variations}
    if change.field == "enabled":
        return seen.enabled != fresh.enabled
    return not equal(_read(seen, change), _read(fresh, change))
