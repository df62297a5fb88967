"""Makes the rows of the catalogue from assessments: what stands on both sides, and why (§7.2)."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from decimal import ROUND_FLOOR, ROUND_HALF_UP, Decimal

from app.domain.assessing import Assessment, Status
from app.domain.comparing import Verdict
from app.domain.fields import family_pictures
from app.domain.inventory import Levels
from app.domain.pair_comparison import StockVerdict
from app.domain.pairing import PosProduct
from app.domain.product import EcomProduct, EcomVariation, PosRecord
from app.domain.situation import Situation
from app.facts.rows import ENABLED, PRICE, STOCK, Row, Stock, Why, packed_variants

_BITS = {"price": PRICE, "stock": STOCK, "enabled": ENABLED}
_WINS = ("pos waits", "first link", "online edit", "conflict")


@dataclass(frozen=True, slots=True)
class Ground:
    """What rows are made on besides the assessments.

    `synced` tells, by product key, when its last action was done (UNIX seconds); `agreed` is when
    both sides were last read. `category_names` are eCom's, by id.
    """

    situation: Situation
    synced: Mapping[str, int]
    agreed: int = 0
    category_names: Mapping[int, str] | None = None

    @property
    def places(self) -> int:
        """The currency's places."""
        return self.situation.terms.currency_precision

    def price_of(self, record: PosRecord) -> int | None:
        """A record's price in the form that goes online, in the smallest unit."""
        amount = (
            record.price_including_tax
            if self.situation.terms.price_including_tax
            else record.price_excluding_tax
        )
        return None if amount is None else smallest(amount, self.places)

    def stock_of(self, record: PosRecord) -> Stock:
        """What the ticked outlets hold of a record; may be below zero."""
        if not record.tracked:
            return "unlimited"
        return level_sum(record, self.situation.levels, self.situation.choices.outlets)


def smallest(amount: Decimal, places: int) -> int:
    """An amount in the currency's smallest unit."""
    return int(amount.scaleb(places).to_integral_value(ROUND_HALF_UP))


def level_sum(record: PosRecord, levels: Levels, ticked: frozenset[str]) -> Stock:
    """The sum over the ticked outlets, rounded down; "unknown" without any readable row."""
    rows = levels.get(record.id)
    if not rows or record.composite:
        return "unknown"
    total = sum((rows[outlet] for outlet in rows if outlet in ticked), Decimal(0))
    return "unknown" if total.is_nan() else int(total.to_integral_value(ROUND_FLOOR))


def make_row(found: Assessment, ground: Ground, goes: bool) -> Row:
    """The row of one pair; `goes` whether the next sync writes anything about it."""
    if found.product is None:
        return _only_online(found, ground)
    product, there = found.product, found.there
    marks = _Marks.of(found.verdicts, found.stocks)
    variants = _variant_rows(found, product, there, ground)
    enabled = ENABLED if found.enabled is not None else 0
    low, high = _span([ground.price_of(record) for record in product.members])
    online_low, online_high = _online_prices(there, ground)
    head = product.head
    return Row(
        id=found.key,
        name=head.name,
        sku=head.sku,
        status=found.status,
        why=why(found, ground),
        flag=found.flag,
        sell_online=found.sell_online,
        follows=_follows(found, ground.situation),
        pending=_pending(found),
        goes=goes,
        pos_price=low,
        pos_price_high=high,
        pos_stock=_pos_stock(product, ground),
        active="deleted" if product.deleted else _yes(product.active),
        online_price=online_low,
        online_price_high=online_high,
        online_stock=_online_stock(there),
        shown="" if there is None else _yes(there.enabled),
        wins=marks.wins | enabled,
        kept=marks.kept,
        bad=marks.bad,
        ecom_id=there.id if there else 0,
        category=" / ".join(ref.name for ref in head.category),
        brand=head.brand,
        picture=_picture(product, there),
        synced=_synced(found, ground),
        family=len(product.members) if product.is_family else 0,
        sold_variants=len(there.variations) if there else 0,
        search=_search(product, there),
        variants=packed_variants(variants),
    )


def writes(found: Assessment) -> bool:
    """Whether the next sync writes anything about one pair, told from its assessment alone."""
    if found.blocked or found.product is None:
        return False
    if found.there is None:
        return found.status in ("to be created", "failed") and found.visible
    if found.product.deleted:
        return True
    return (
        found.enabled is not None
        or bool(found.surplus or found.missing)
        or any(verdict.write for verdict in found.verdicts)
        or any(stock.how != "leave" for stock in found.stocks)
    )


def _only_online(found: Assessment, ground: Ground) -> Row:
    there = found.there
    if there is None:
        raise ValueError("an assessment stands on neither side")
    low, high = _online_prices(there, ground)
    names = ground.category_names or {}
    variations = tuple(_alone_online(one, there, ground) for one in there.variations)
    skus = [there.sku, *(one.sku or "" for one in there.variations)]
    return Row(
        id=f"ecom:{there.id}",
        name=there.name,
        sku=there.sku,
        status="only online",
        why=("only online",),
        sell_online=there.enabled,
        online_price=low,
        online_price_high=high,
        online_stock=_online_stock(there),
        shown=_yes(there.enabled),
        ecom_id=there.id,
        category=next((names[i] for i in there.category_ids if i in names), ""),
        brand=there.brand,
        picture=f"ecom:{there.id}" if there.image_ids else "",
        family=len(there.variations),
        search=_text([there.name, *skus, there.barcode, there.brand]),
        variants=packed_variants(variations),
    )


def _alone_online(variation: EcomVariation, there: EcomProduct, ground: Ground) -> Row:
    price = _variation_price(variation, there, ground)
    return Row(
        id=f"ecom:{there.id}/{variation.id}",
        name=", ".join(value for _, value in variation.options),
        sku=variation.sku or "",
        status="only online",
        why=("only online",),
        sell_online=there.enabled,
        online_price=price,
        online_price_high=price,
        online_stock=_variation_stock(variation, there),
        shown=_yes(there.enabled),
        ecom_id=there.id,
        picture=f"ecom:{there.id}" if there.image_ids else "",
    )


@dataclass(frozen=True, slots=True)
class _Marks:
    wins: int = 0
    kept: int = 0
    bad: int = 0

    @classmethod
    def of(
        cls,
        verdicts: Iterable[Verdict],
        stocks: Iterable[StockVerdict],
        belongs: Callable[[str], bool] = lambda _: True,
    ) -> "_Marks":
        wins = kept = bad = 0
        for verdict in verdicts:
            bit = _BITS.get(verdict.field.name, 0) if belongs(verdict.pos_id) else 0
            wins |= bit if verdict.state in _WINS else 0
            kept |= bit if verdict.state == "kept" else 0
            bad |= bit if verdict.state == "unknown" else 0
        for stock in stocks:
            if not belongs(stock.pos_id):
                continue
            wins |= STOCK if stock.how != "leave" else 0
            bad |= STOCK if stock.stock.kind == "unknown" and stock.quantity else 0
        return cls(wins, kept, bad & ~wins)


# Variants


def _variant_rows(
    found: Assessment, product: PosProduct, there: EcomProduct | None, ground: Ground
) -> tuple[Row, ...]:
    if not product.is_family:
        return ()
    by_id = {one.id: one for one in there.variations} if there else {}
    linked = found.link.variations if found.link else {}
    rows = [
        _variant(record, by_id.get(linked.get(record.id, -1)), found, ground)
        for record in product.members
    ]
    known = set(linked.values())
    if there is not None:
        rows += [
            _alone_online(one, there, ground) for one in there.variations if one.id not in known
        ]
    return tuple(rows)


def _variant(
    record: PosRecord, variation: EcomVariation | None, found: Assessment, ground: Ground
) -> Row:
    there = found.there
    marks = _Marks.of(found.verdicts, found.stocks, lambda pos_id: pos_id == record.id)
    status = _variant_status(record, variation, found, marks)
    price = ground.price_of(record)
    online = _variation_price(variation, there, ground) if variation is not None and there else None
    return Row(
        id=record.id,
        name=", ".join(value for _, value in record.options) or record.name,
        sku=record.sku,
        status=status,
        why=_variant_why(record, found),
        flag=found.flag,
        sell_online=found.sell_online,
        follows=record.sell_online is True,
        goes=status in ("update waiting", "to be created", "conflict"),
        pos_price=price,
        pos_price_high=price,
        pos_stock=ground.stock_of(record),
        active=_yes(record.active),
        online_price=online,
        online_price_high=online,
        online_stock=_variation_stock(variation, there) if variation and there else None,
        shown="" if variation is None or there is None else _yes(there.enabled),
        wins=marks.wins,
        kept=marks.kept,
        bad=marks.bad,
        ecom_id=there.id if there else 0,
        picture=f"own:{record.id}" if record.variant_images else "",
        synced=_synced(found, ground) if variation is not None else 0,
    )


_SHARED: frozenset[Status] = frozenset(
    {
        *("syncing", "needs attention", "to be removed"),
        *("not sold online", "to be created", "hidden"),
    }
)
"""What is true of a family is true of each of its variants."""


def _variant_status(
    record: PosRecord, variation: EcomVariation | None, found: Assessment, marks: _Marks
) -> Status:
    if found.status in _SHARED:
        return found.status
    if not found.visible:
        return "hidden" if found.sell_online else "not sold online"
    if variation is None:
        return "to be created" if record in found.missing else "hidden"
    states = {verdict.state for verdict in found.verdicts if verdict.pos_id == record.id}
    if "conflict" in states:
        return "conflict"
    if marks.wins & STOCK or states & {"pos waits", "first link"}:
        return "update waiting"
    return "edited online" if states & {"online edit", "kept"} else "in sync"


def _variant_why(record: PosRecord, found: Assessment) -> Why:
    if not record.active:
        return ("inactive",)
    names = [v.field.name for v in found.verdicts if v.pos_id == record.id and v.state in _WINS]
    names += ["stock" for s in found.stocks if s.pos_id == record.id and s.how != "leave"]
    return ("fields", *dict.fromkeys(names)) if names else ()


# Why


def why(found: Assessment, ground: Ground) -> Why:
    """The one reason that stands under the status, as a code with what it speaks of."""
    if found.status == "failed":
        return ("text", ground.situation.failures.get(found.key, ""))
    if found.status == "needs attention":
        return ("text", found.reasons[0] if found.reasons else "")
    by_status = _WHY.get(found.status)
    return by_status(found) if by_status else ()


def _why_removed(found: Assessment) -> Why:
    due = found.link.due[:10] if found.link and found.link.due else ""
    return ("removed on", due) if due else ("deleted in POS",)


def _why_created(found: Assessment) -> Why:
    return ("ticked",) if found.flag == "on" else ("new",)


def _why_unsold(found: Assessment) -> Why:
    return ("kept off",) if found.flag == "off" else ("off in POS",)


def _why_updated(found: Assessment) -> Why:
    if found.enabled is not None and not found.visible:
        return ("hides",) if found.sell_online else ("hides off",)
    if found.enabled:
        return ("shows",)
    fields = tuple(
        dict.fromkeys(
            [
                *(v.field.name for v in found.verdicts if v.state in _WINS),
                *("stock" for s in found.stocks if s.how != "leave"),
                *("options" for _ in (*found.missing, *found.surplus)),
            ]
        )
    )
    touched = {v.pos_id for v in found.verdicts if v.state in _WINS}
    touched |= {s.pos_id for s in found.stocks if s.how != "leave"}
    family = found.product is not None and found.product.is_family
    if family and fields in (("price",), ("stock",)) and touched and "" not in touched:
        return ("variants", fields[0], str(len(touched)))
    return ("fields", *fields)


def _why_clash(found: Assessment) -> Why:
    names = [v.field.name for v in found.verdicts if v.state == "conflict"]
    return ("both", *dict.fromkeys(names))


def _why_edited(found: Assessment) -> Why:
    back = [v.field.name for v in found.verdicts if v.state == "online edit"]
    if back:
        return ("put back", *dict.fromkeys(back))
    return ("kept", *dict.fromkeys(v.field.name for v in found.verdicts if v.state == "kept"))


_WHY: Mapping[Status, Callable[[Assessment], Why]] = {
    "to be removed": _why_removed,
    "to be created": _why_created,
    "not sold online": _why_unsold,
    "update waiting": _why_updated,
    "conflict": _why_clash,
    "edited online": _why_edited,
    "hidden": lambda _: ("inactive",),
}


# Values


def _follows(found: Assessment, situation: Situation) -> bool:
    if found.flag == "follow" or found.product is None:
        return found.sell_online
    told = found.product.told
    if told is None:
        told = situation.told.get(found.key)
    if told is not None:
        return told
    if found.link is not None:
        return found.link.shown
    return situation.rules.text("new_products") == "online"


def _pending(found: Assessment) -> bool:
    """A choice made by hand that the next sync carries."""
    if found.flag == "follow" or found.product is None:
        return False
    if found.there is None:
        return found.visible
    return found.enabled is not None


def _synced(found: Assessment, ground: Ground) -> int:
    done = ground.synced.get(found.key, 0)
    if found.there is None or found.link is None:
        return 0
    return ground.agreed if found.status == "in sync" else done


def _span(prices: Iterable[int | None]) -> tuple[int | None, int | None]:
    known = [price for price in prices if price is not None]
    return (min(known), max(known)) if known else (None, None)


def _online_prices(there: EcomProduct | None, ground: Ground) -> tuple[int | None, int | None]:
    if there is None:
        return None, None
    own = None if there.price is None else smallest(there.price, ground.places)
    if not there.variations:
        return own, own
    return _span([_variation_price(one, there, ground) for one in there.variations])


def _variation_price(variation: EcomVariation, there: EcomProduct, ground: Ground) -> int | None:
    price = there.price if variation.price is None else variation.price
    return None if price is None else smallest(price, ground.places)


def _pos_stock(product: PosProduct, ground: Ground) -> Stock:
    """Of a family what its variants can sell: one below zero takes nothing from the others."""
    stocks = [ground.stock_of(record) for record in product.members]
    if len(stocks) == 1:
        return stocks[0]
    return _sum([max(0, stock) if isinstance(stock, int) else stock for stock in stocks])


def _online_stock(there: EcomProduct | None) -> Stock:
    if there is None:
        return None
    if there.variations:
        return _sum([_variation_stock(one, there) for one in there.variations])
    return "unlimited" if there.unlimited else there.quantity or 0


def _variation_stock(variation: EcomVariation, there: EcomProduct) -> Stock:
    if variation.unlimited:
        return "unlimited"
    if variation.quantity is not None:
        return variation.quantity
    return "unlimited" if there.unlimited else there.quantity or 0


def _sum(stocks: Iterable[Stock]) -> Stock:
    known = list(stocks)
    if not known:
        return None
    if "unlimited" in known:
        return "unlimited"
    pieces = [stock for stock in known if isinstance(stock, int)]
    return sum(pieces) if pieces else "unknown"


def _yes(value: bool) -> str:
    return "yes" if value else "no"


def _picture(product: PosProduct, there: EcomProduct | None) -> str:
    head = product.head
    if family_pictures(head):
        return head.id
    return f"ecom:{there.id}" if there is not None and there.image_ids else ""


def _search(product: PosProduct, there: EcomProduct | None) -> str:
    parts = [product.head.name, product.head.brand]
    for record in (*product.members, *product.gone):
        parts += [record.sku, record.barcode]
    if there is not None and there.name != product.head.name:
        parts.append(there.name)
    return _text(parts)


def _text(parts: Iterable[str]) -> str:
    return "\n".join(dict.fromkeys(part.casefold() for part in parts if part))
