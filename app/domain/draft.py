"""One action while it is being put together: its steps and its changes."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from decimal import Decimal
from typing import cast

from app.domain.actions import Action, ActionKind, Change, VariantRef
from app.domain.assessing import Assessment
from app.domain.comparing import Verdict, is_blank
from app.domain.fields import family_pictures, picture_token
from app.domain.pair_comparison import StockVerdict
from app.domain.pictures import Wanted
from app.domain.product import PosImage, PosRecord
from app.domain.situation import Situation
from app.domain.steps import AdjustStock, Choice, DeleteVariation, Step, Stock, Value, Values

FreeSku = Callable[[str], str]
"""Gives a product-level SKU that nobody has, from a family's SKU."""

BODY_FIELDS = frozenset(
    {"name", "description", "brand", "barcode", "sku", "price", "weight", "dimensions"}
)
"""The fields that travel in the body of a product's or variation's request."""


@dataclass(slots=True)
class Draft:
    """Steps and changes of one action while it is being put together."""

    steps: list[Step] = field(default_factory=list)
    changes: list[Change] = field(default_factory=list)

    def change(
        self, name: str, before: object, after: object, variant: VariantRef | None = None
    ) -> None:
        """Note what changes; values that say nothing are None."""
        self.changes.append(Change(name, variant, shown(before), shown(after)))


def written(value: object) -> Value:
    """A value as it travels in a request: a blank side of three is 0 (API eCom §6)."""
    if isinstance(value, tuple):
        length, width, height = (side or Decimal(0) for side in value)
        return length, width, height
    return cast("Value", value)


def shown(value: object) -> object:
    """A value as a change tells it: blank is None."""
    return None if is_blank(value) else value


def finished_action(found: Assessment, kind: ActionKind, draft: Draft) -> Action | None:
    """The action, or None when there is nothing to write."""
    if not draft.steps or found.product is None:
        return None
    head = found.product.head
    ecom_id = found.there.id if found.there is not None else None
    return Action(
        kind,
        found.product.key,
        ecom_id,
        head.sku,
        head.name,
        tuple(draft.changes),
        tuple(draft.steps),
    )


def drop_variations(draft: Draft, found: Assessment) -> None:
    """Delete the variations whose POS record is gone (R4)."""
    by_id = {v.id: v for v in found.there.variations} if found.there is not None else {}
    for pos_id, variation_id in found.surplus:
        variation = by_id[variation_id]
        ref = VariantRef(pos_id, variation_id, variation.sku or "")
        draft.change("options", dict(variation.options), None, ref)
        draft.steps.append(DeleteVariation(variation_id, pos_id))


def write_stock(
    draft: Draft, verdict: StockVerdict, variant: VariantRef | None, values: Values
) -> None:
    """Absolute only where tracking starts or ends, else as a difference (RULES M5)."""
    if verdict.how == "leave":
        return
    stock, quantity = verdict.stock, verdict.quantity
    after = wished_stock(verdict)
    draft.change("stock", "unlimited" if quantity is None else quantity, after, variant)
    if verdict.how != "adjust":
        values["stock"] = after
        return
    pos_id = verdict.pos_id if verdict.variation_id is not None else ""
    draft.steps.append(
        AdjustStock(verdict.variation_id, pos_id, stock.cap, stock.raise_to, quantity or 0)
    )


def wished_stock(verdict: StockVerdict) -> Stock:
    """What a record's online stock becomes; as it is where it is left alone."""
    if verdict.how == "unlimited" or (verdict.how == "leave" and verdict.quantity is None):
        return "unlimited"
    quantity = verdict.quantity or 0
    if verdict.how == "leave":
        return quantity
    return verdict.stock.cap if quantity > verdict.stock.cap else verdict.stock.raise_to


def wanted_pictures(record: PosRecord, situation: Situation) -> list[Wanted]:
    """The POS's pictures of a product as a whole, in order; none while they are not synced."""
    if not situation.rules.synced("images"):
        return []
    return _with_tokens(family_pictures(record), situation)


def variant_pictures(record: PosRecord, situation: Situation) -> list[Wanted]:
    """The one picture a variation can have, of those the POS has."""
    return _with_tokens(record.variant_images[:1], situation)


def _with_tokens(images: Iterable[PosImage], situation: Situation) -> list[Wanted]:
    return [(image, picture_token(image, situation.terms.tokens)) for image in images]


def choices_among(members: Iterable[PosRecord]) -> tuple[Choice, ...]:
    """Options with their values in first appearance over the members (RULES M18)."""
    values: dict[str, dict[str, None]] = {}
    for record in members:
        for name, value in record.options:
            values.setdefault(name, {})[value] = None
    return tuple((name, tuple(found)) for name, found in values.items())


def variant_ref(verdict: Verdict, by_id: dict[str, PosRecord]) -> VariantRef:
    """The variant that a verdict is about."""
    return VariantRef(verdict.pos_id, verdict.variation_id, by_id[verdict.pos_id].sku)
