"""Turns actions into lines of the preview, each in the group that its risk belongs to (§7.4)."""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Final

from app.domain.actions import Action, Change, VariantRef
from app.domain.assessing import Assessment
from app.domain.comparing import State, Verdict
from app.domain.fields import FIELDS, family_pictures
from app.domain.leaving_out import RENAMED, separable
from app.domain.product import PosRecord
from app.domain.situation import Situation
from app.facts.plan_values import Words, move_of, values_of
from app.facts.preview import GroupKind, LineValue, PlanLine

PRODUCT: Final = "product"
"""The field of a line that stands for everything."""

ONLINE, HIDDEN, REMOVED = "online", "hidden", "removed"
"""What a product or variant is before and after, in lines that are about all of it."""

Sorted = tuple[GroupKind, PlanLine]

_RANK = {field.name: at for at, field in enumerate(FIELDS)}
_BY_STATE: Mapping[State, GroupKind] = {"conflict": "conflict", "online edit": "put back"}


def lines_of(
    action: Action,
    found: Assessment,
    situation: Situation,
    sold_out: frozenset[str],
    words: Words,
) -> list[Sorted]:
    """The lines of one action in the order in which they are read, each with its group.

    Raises `ValueError` for an assessment that knows nothing of the POS's side.
    """
    return _Lines(action, found, situation, action.key in sold_out, words).made()


class _Lines:
    """The lines of one action while they are being made."""

    def __init__(
        self,
        action: Action,
        found: Assessment,
        situation: Situation,
        sold_out: bool,
        words: Words,
    ) -> None:
        if found.product is None:
            raise ValueError(f"{action.key} does not stand in the POS")
        self._action, self._found, self._words = action, found, words
        self._sold_out = sold_out
        self._lost = action.key in situation.lost
        self._separable = {*separable(found, situation), RENAMED}
        records = (*found.product.members, *found.product.gone)
        self._records = {record.id: record for record in records}
        self._order = {record.id: at for at, record in enumerate(records)}
        self._verdicts = {(v.pos_id, v.field.name): v for v in found.verdicts}

    def made(self) -> list[Sorted]:
        action = self._action
        if action.kind in ("create", "delete"):
            return [(action.kind, self._whole())]
        lines: list[Sorted] = []
        if action.kind in ("hide", "show"):
            lines.append((action.kind, self._whole()))
        changed = [self._changed(change) for change in self._told()]
        return lines + sorted(changed, key=self._place)

    # The product as a whole

    def _whole(self) -> PlanLine:
        action, there = self._action, self._found.there
        now = None if there is None else (ONLINE if there.enabled else HIDDEN)
        after = {"delete": REMOVED, "hide": HIDDEN}.get(action.kind, ONLINE)
        return self._line(None, PRODUCT, (now, after), self._note_of_whole())

    def _note_of_whole(self) -> str:
        kind = self._action.kind
        if kind == "create":
            return _offer("deleted online" if self._lost else "new", self._action.changes)
        if kind == "show":
            return "ticked" if self._found.flag == "on" else "active in POS"
        return "deleted in POS" if kind == "delete" else self._note_of_hide()

    def _note_of_hide(self) -> str:
        product = self._found.product
        if product is not None and product.deleted:
            return "deleted in POS"
        if not self._found.sell_online:
            return "kept off" if self._found.flag == "off" else "off in POS"
        return "inactive in POS"

    # One field

    def _told(self) -> list[Change]:
        """Changes that are lines: one for a new variant, none for what follows from others."""
        new: set[str] = set()
        seen: set[tuple[str, str]] = set()
        about_variants = any(c.field == "options" and c.variant for c in self._action.changes)
        told: list[Change] = []
        for change in self._action.changes:
            place = (change.variant.pos_id if change.variant else "", change.field)
            if place in seen or place == ("", "enabled") or place[0] in new:
                continue
            if place == ("", "options") and about_variants:
                continue
            if _adds(change):
                new.add(place[0])
            elif change.variant is not None and change.variant.ecom_id is None:
                continue
            seen.add(place)
            told.append(change)
        return told

    def _changed(self, change: Change) -> Sorted:
        ref = change.variant
        place = (ref.pos_id if ref else "", change.field)
        if _adds(change) and ref is not None:
            offer = [c for c in self._action.changes if c.variant == ref]
            return "update", self._line(ref, "options", (None, ONLINE), _offer("new", offer))
        if _drops(change):
            line = self._line(ref, "options", (ONLINE, REMOVED), "deleted in POS", change=change)
            return "delete", line
        verdict = self._verdicts.get(place)
        note = self._note(change, verdict)
        values = values_of(change, self._words)
        if change.field == "description" and values[0] == values[1]:
            note = "formatting"
        line = self._line(ref, change.field, values, note, move_of(change), change=change)
        own: GroupKind = "show" if self._action.kind == "show" else "update"
        return _BY_STATE.get(verdict.state, own) if verdict else own, line

    def _note(self, change: Change, verdict: Verdict | None) -> str:
        if change.field == "stock":
            return self._stock_note(change)
        if change.field == "images" and change.before == change.after:
            return "other pictures"
        if change.field == "category" and verdict is None:
            return "renamed category"
        first = verdict is not None and verdict.state == "first link"
        return "first link" if first and change.before is not None else ""

    def _stock_note(self, change: Change) -> str:
        if change.after != 0:
            return "back in stock" if change.before == 0 else ""
        record = self._records.get(change.variant.pos_id) if change.variant else None
        if record is not None and not record.active:
            return "inactive in POS"
        if change.before == 0:
            return ""
        return "sold out" if self._sold_out or change.variant is not None else ""

    def _line(
        self,
        ref: VariantRef | None,
        field: str,
        values: tuple[LineValue, LineValue],
        note: str = "",
        move: float = 0.0,
        *,
        change: Change | None = None,
    ) -> PlanLine:
        pos_id = ref.pos_id if ref else ""
        record = self._records.get(pos_id)
        before, after = values
        return PlanLine(
            id=(self._action.key, pos_id, field),
            sku=ref.sku if ref and ref.sku else self._action.sku,
            name=self._action.name,
            variant_name=_variant_name(record, change) if ref else "",
            field=field,
            before=before,
            after=after,
            whole=(pos_id, field) not in self._separable,
            picture=self._picture(record),
            note=note,
            move=move,
        )

    def _picture(self, record: PosRecord | None) -> str:
        if record is not None and record.variant_images:
            return record.id
        product, there = self._found.product, self._found.there
        if product is not None and family_pictures(product.head):
            return product.head.id
        return f"ecom:{there.id}" if there is not None and there.image_ids else ""

    def _place(self, line: Sorted) -> tuple[int, float, int]:
        _, pos_id, field = line[1].id
        variant = self._order.get(pos_id, len(self._order)) if pos_id else -1
        return variant, -line[1].move, _RANK[field]


def _adds(change: Change) -> bool:
    """Whether a change makes a new variant."""
    new = change.variant is not None and change.variant.ecom_id is None
    return new and change.field == "options" and change.before is None


def _drops(change: Change) -> bool:
    """Whether a change takes a variant away."""
    return change.variant is not None and change.field == "options" and change.after is None


def _offer(code: str, changes: Iterable[Change]) -> str:
    """What something new will be, as `code|price|stock|variants`; "" for what is not told."""
    prices: list[Decimal] = []
    stocks: list[object] = []
    own: dict[str, object] = {}
    variants = set()
    for change in changes:
        if change.variant is None:
            own[change.field] = change.after
            continue
        variants.add(change.variant.pos_id)
        if change.field == "price" and isinstance(change.after, Decimal):
            prices.append(change.after)
        if change.field == "stock":
            stocks.append(change.after)
    price = min(prices, default=own.get("price"))
    stock = _together(stocks) if stocks else own.get("stock")
    told = (price, stock, len(variants) if own and variants else None)
    return "|".join([code, *("" if value is None else str(value) for value in told)])


def _together(stocks: Iterable[object]) -> object:
    pieces = 0
    for stock in stocks:
        if not isinstance(stock, int):
            return stock
        pieces += stock
    return pieces


def _variant_name(record: PosRecord | None, change: Change | None) -> str:
    options: Iterable[str] = ()
    if record is not None:
        options = [value for _, value in record.options]
    elif change is not None and isinstance(change.before, Mapping):
        options = [str(value) for value in change.before.values()]
    return ", ".join(options)
