"""The rows of a family's variants."""

from app.domain.assessing import Assessment, Status
from app.domain.pairing import PosProduct
from app.domain.product import EcomProduct, EcomVariation, PosRecord
from app.facts.row_marks import WINS, Marks
from app.facts.row_values import Ground, synced_at, variation_price, variation_stock, yes_no
from app.facts.rows import STOCK, Row, Why

_SHARED: frozenset[Status] = frozenset(
    {
        *("syncing", "needs attention", "to be removed"),
        *("not sold online", "to be created", "hidden"),
    }
)
"""What is true of a family is true of each of its variants."""


def variant_rows(
    found: Assessment, product: PosProduct, there: EcomProduct | None, ground: Ground
) -> tuple[Row, ...]:
    """The rows of a family's variants, those that exist only online last."""
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
            alone_online(one, there, ground) for one in there.variations if one.id not in known
        ]
    return tuple(rows)


def _variant(
    record: PosRecord, variation: EcomVariation | None, found: Assessment, ground: Ground
) -> Row:
    there = found.there
    marks = Marks.of(found.verdicts, found.stocks, lambda pos_id: pos_id == record.id)
    status = _variant_status(record, variation, found, marks)
    price = ground.price_of(record)
    online = variation_price(variation, there, ground) if variation is not None and there else None
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
        active=yes_no(record.active),
        online_price=online,
        online_price_high=online,
        online_stock=variation_stock(variation, there) if variation and there else None,
        shown="" if variation is None or there is None else yes_no(there.enabled),
        wins=marks.wins,
        kept=marks.kept,
        bad=marks.bad,
        ecom_id=there.id if there else 0,
        picture=f"own:{record.id}" if record.variant_images else "",
        synced=synced_at(found, ground) if variation is not None else 0,
    )


def _variant_status(
    record: PosRecord, variation: EcomVariation | None, found: Assessment, marks: Marks
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
    names = [v.field.name for v in found.verdicts if v.pos_id == record.id and v.state in WINS]
    names += ["stock" for s in found.stocks if s.pos_id == record.id and s.how != "leave"]
    return ("fields", *dict.fromkeys(names)) if names else ()


def alone_online(variation: EcomVariation, there: EcomProduct, ground: Ground) -> Row:
    """The row of a variation that exists only online."""
    price = variation_price(variation, there, ground)
    return Row(
        id=f"ecom:{there.id}/{variation.id}",
        name=", ".join(value for _, value in variation.options),
        sku=variation.sku or "",
        status="only online",
        why=("only online",),
        sell_online=there.enabled,
        online_price=price,
        online_price_high=price,
        online_stock=variation_stock(variation, there),
        shown=yes_no(there.enabled),
        ecom_id=there.id,
        picture=f"ecom:{there.id}" if there.image_ids else "",
    )
