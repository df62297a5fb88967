"""Makes the rows of the catalogue from assessments: what stands on both sides, and why (§7.2)."""

from collections.abc import Iterable
from decimal import Decimal

from app.domain.assessing import Assessment
from app.domain.fields import PRICE as PRICE_FIELD
from app.domain.fields import family_pictures
from app.domain.pairing import PosProduct
from app.domain.product import EcomProduct
from app.domain.situation import Situation
from app.facts.row_marks import Marks
from app.facts.row_reasons import why
from app.facts.row_values import (
    Ground,
    online_prices,
    online_stock_of,
    pos_stock_of,
    read_alike,
    smallest,
    span,
    synced_at,
    yes_no,
)
from app.facts.rows import ENABLED, Row, packed_variants
from app.facts.variant_rows import alone_online, variant_rows


def make_row(found: Assessment, ground: Ground, goes: bool) -> Row:
    """The row of one pair; `goes` whether the next sync writes anything about it."""
    if found.product is None:
        return _only_online(found, ground)
    product, there = found.product, found.there
    marks = Marks.of(found.verdicts, found.stocks)
    variants = variant_rows(found, product, there, ground)
    enabled = ENABLED if found.enabled is not None else 0
    (low, high), (online_low, online_high) = _prices(found, product, ground)
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
        pos_stock=pos_stock_of(product, ground),
        active="deleted" if product.deleted else yes_no(product.active),
        online_price=online_low,
        online_price_high=online_high,
        online_stock=online_stock_of(there),
        shown="" if there is None else yes_no(there.enabled),
        wins=marks.wins | enabled,
        kept=marks.kept,
        bad=marks.bad,
        ecom_id=there.id if there else 0,
        category=" / ".join(ref.name for ref in head.category),
        brand=head.brand,
        picture=_picture(product, there),
        synced=synced_at(found, ground),
        family=len(product.members) if product.is_family else 0,
        sold_variants=len(there.variations) if there else 0,
        search=_search(product, there),
        variants=packed_variants(variants),
    )


Span = tuple[int | None, int | None]


def _prices(found: Assessment, product: PosProduct, ground: Ground) -> tuple[Span, Span]:
    """What is read of a family's prices on both sides: from its variants, which shoppers pay.

    Where they begin alike and the family's own price differs, that is what tells them apart.
    """
    here = span([ground.price_of(record) for record in product.members])
    there = online_prices(found.there, ground)
    if not product.is_family or not read_alike(here, there):
        return here, there
    own = next((v for v in found.verdicts if v.field is PRICE_FIELD and not v.pos_id), None)
    if own is None or not isinstance(own.pos, Decimal) or not isinstance(own.ecom, Decimal):
        return here, there
    pos, ecom = (smallest(amount, ground.places) for amount in (own.pos, own.ecom))
    return (pos, pos), (ecom, ecom)


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
    low, high = online_prices(there, ground)
    names = ground.category_names or {}
    variations = tuple(alone_online(one, there, ground) for one in there.variations)
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
        online_stock=online_stock_of(there),
        shown=yes_no(there.enabled),
        ecom_id=there.id,
        category=next((names[i] for i in there.category_ids if i in names), ""),
        brand=there.brand,
        picture=f"ecom:{there.id}" if there.image_ids else "",
        family=len(there.variations),
        search=_text([there.name, *skus, there.barcode, there.brand]),
        variants=packed_variants(variations),
    )


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
