"""A shop's plan to look at: what a preview shows on a busy day."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from app.facts.preview import (
    FirstLink,
    GroupKind,
    GuardReason,
    LineValue,
    PlanGroup,
    PlanLine,
    PreviewFacts,
)
from app.facts.state import AppState, StoreFacts

STORE = StoreFacts(
    pos_name="Fern & Flint",
    online_name="Fern & Flint online",
    currency="GBP",
    weight_unit="KILOGRAM",
    size_unit="CM",
)
MADE_AT = 1_779_098_280.0
"""A Monday morning in May, 2026."""

OLD_TEXT = "A sturdy apron of washed linen.\nOne pocket. Made in Portugal."
NEW_TEXT = "A sturdy apron of stone-washed linen.\nTwo pockets. Made in Portugal."


def line(
    sku: str,
    name: str,
    field: str,
    before: LineValue,
    after: LineValue,
    **more: Any,
) -> PlanLine:
    """One line; the SKU is the product's key as well."""
    variant = more.pop("variant", "")
    whole = more.pop("whole", field == "product")
    return PlanLine(
        (more.pop("key", sku), variant, field),
        sku,
        name,
        more.pop("variant_name", ""),
        field,
        before,
        after,
        whole,
        **more,
    )


def price(sku: str, name: str, before: str, after: str, **more: Any) -> PlanLine:
    """A price that moves."""
    return line(sku, name, "price", Decimal(before), Decimal(after), **more)


def group(kind: GroupKind, *lines: PlanLine) -> PlanGroup:
    """A group of these lines."""
    return PlanGroup(kind, lines, len({each.key for each in lines}))


def held_prices(count: int = 134) -> PlanGroup:
    """So many prices that lost their decimal point."""
    named = [
        price("BRS-DSH", "Beech Dish Brush", "7.25", "725.00", move=99.0),
        price("SOP-OLV", "Olive Oil Soap, 100 g", "5.00", "500.00", move=99.0),
        price("POT-T12", "Terracotta Pot, 12 cm", "4.00", "400.00", move=99.0),
    ]
    rest = [
        price(f"TWN-{at:03}", f"Garden Twine {at:03}", "3.50", "350.00", move=99.0)
        for at in range(count - len(named))
    ]
    return group("held price", *named[:count], *rest)


REMOVED = group(
    "delete",
    line(
        "SED-TOM",
        "Seed Tin, Heritage Tomatoes",
        "product",
        "online",
        "removed",
        note="deleted in POS",
    ),
    line("LMP-BR", "Paraffin Lamp, Brass", "product", "hidden", "removed", note="deleted in POS"),
)
HIDDEN = group(
    "hide", line("WRE-ADV", "Advent Wreath", "product", "online", "hidden", note="inactive in POS")
)
CONFLICTS = group(
    "conflict",
    price("LAN-CPR", "Copper Lantern", "79.00", "89.00", move=0.13),
    line("BSK-WLW", "Willow Basket", "name", "Willow basket (large)", "Willow Basket, Large"),
)
PUT_BACK = group(
    "put back",
    line("SHR-PRN", "Pruning Shears", "name", "SHEARS!! Sale", "Pruning Shears"),
    line("MUG-STN", "Stoneware Mug", "brand", None, "Fern & Flint"),
    line("CND-BEE", "Beeswax Candle", "weight", Decimal("0.2"), Decimal("0.25")),
)
UPDATED = group(
    "update",
    line("KNL-GRN", "Garden Kneeler, Green", "stock", 22, 0, note="sold out", move=1.0),
    price("SKI-26", "Cast Iron Skillet, 26 cm", "49.50", "54.00", move=0.09),
    line("SKI-26", "Cast Iron Skillet, 26 cm", "stock", 14, 11, move=0.21),
    price("APR", "Linen Apron", "32.00", "34.00", move=0.06),
    line("APR", "Linen Apron", "description", OLD_TEXT, NEW_TEXT),
    line(
        "JMP-NVY-M",
        "Fisherman Jumper",
        "stock",
        0,
        6,
        key="JMP",
        variant="jmp-m",
        variant_name="Navy, M",
        note="back in stock",
    ),
    line(
        "JMP-NVY-L",
        "Fisherman Jumper",
        "stock",
        3,
        8,
        key="JMP",
        variant="jmp-l",
        variant_name="Navy, L",
    ),
    line(
        "JMP-RED-S",
        "Fisherman Jumper",
        "options",
        None,
        "online",
        key="JMP",
        variant="jmp-s",
        variant_name="Red, S",
        note="new|89.00|4|",
    ),
    line("TRY-OAK", "Oak Tray", "dimensions", ("40", "30", ""), ("42", "30", "5")),
    line("TRY-OAK", "Oak Tray", "images", 2, 4),
    line("TRY-OAK", "Oak Tray", "category", ("Kitchen", "Sale"), ("Kitchen / Serving",)),
    line("PEG-50", "Clothes Pegs, 50", "barcode", "5012345678900", "5012345678917"),
)
SHOWN = group(
    "show",
    line("SLD-OAK", "Oak Sledge", "product", "hidden", "online", note="active in POS"),
    price("SLD-OAK", "Oak Sledge", "79.00", "85.00"),
)
CREATED = group(
    "create",
    line("LTN-SOL", "Solar Lantern", "product", None, "online", note="new|24.00|12|"),
    line("JUG-ENM", "Enamel Jug", "product", None, "online", note="new|18.50|30|3"),
)
GUARD = GuardReason("price", 134, 2242, held_prices().lines[:5])


def facts(*groups: PlanGroup, **more: Any) -> PreviewFacts:
    """A preview of these groups."""
    return PreviewFacts(groups=groups, made_at=MADE_AT, **{"writes": 82, "seconds": 9.0, **more})


def guarded(count: int = 134, **more: Any) -> PreviewFacts:
    """A day on which the guard holds prices back, with something of each kind besides."""
    held = held_prices(count)
    reason = GuardReason("price", count, 2242, held.lines[:5])
    return facts(
        *(held, REMOVED, HIDDEN, CONFLICTS, PUT_BACK, UPDATED, SHOWN, CREATED),
        **{"reasons": (reason,), "left_out": frozenset(each.id for each in held.lines), **more},
    )


def plain(**more: Any) -> PreviewFacts:
    """A day without objections."""
    return facts(REMOVED, UPDATED, CREATED, **more)


def first_sync(links: Sequence[FirstLink] = (), **more: Any) -> PreviewFacts:
    """A first sync that would replace what was written online."""
    told = links or (
        FirstLink("name", 38, False),
        FirstLink("description", 412, False),
        FirstLink("price", 57, True),
        FirstLink("images", 9, False),
        FirstLink("sku", 2, False),
    )
    return facts(
        UPDATED, SHOWN, CREATED, first=True, first_links=tuple(told), becomes_visible=3, **more
    )


def state(preview: PreviewFacts | None, **more: Any) -> AppState:
    """The window's state with this preview."""
    return AppState(**{"place": "shop", "store": STORE, "preview": preview, **more})
