"""One shop in every state that a screen can be in: facts for looking at all of them."""

import time
from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from app.domain.errors import Side
from app.domain.leftovers import Leftover
from app.domain.product import Register
from app.domain.rules import SettingValue
from app.facts.log_lines import LogLine
from app.facts.outlets import OutletLine, OutletsEffect, OutletsFacts, StockMove
from app.facts.product import (
    Candidate,
    FieldLine,
    HeldOrder,
    PastChange,
    ProductFacts,
    VariantPictures,
)
from app.facts.rows import ENABLED, PRICE, STOCK, Row, altered, variants_of
from app.facts.state import (
    AppState,
    LastRun,
    Notice,
    RunFacts,
    ScopeTick,
    StoreFacts,
    StoreFound,
    TestResult,
    Trouble,
    WizardFacts,
)
from tests.ui import past, plans
from tests.ui.catalogued import HIDING, MUG, PLATE, ROWS, row
from tests.ui.panelled import (
    DESCRIPTION,
    READ,
    SKILLET,
    address,
    agrees,
    story,
    with_lines,
)
from tests.ui.panelled import (
    PRICE as PRICE_LINE,
)
from tests.ui.panelled import (
    STOCK as STOCK_LINE,
)

STORE = StoreFacts(
    pos_name="Fern & Flint",
    online_name="fernandflint",
    currency="GBP",
    weight_unit="KILOGRAM",
    size_unit="CM",
)
AT = READ + 300
STAYED = (
    Leftover("token", "pos:fernandflint.retail.lightspeed.app", "Not allowed."),
    Leftover("file", "/home/fern/.local/share/Counterpart/1-0a1b2c3d.sqlite", "Access denied"),
    Leftover("variable", "COUNTERPART_POS_TOKEN"),
)

# Rows: each status, families, long names, values of every kind

LONG_NAME = "Hand-thrown Stoneware Serving Bowl with Ash Glaze and Wooden Lid, extra large"
LONG_WHY = (
    "The online store takes pictures of up to 20 MB. Replace the picture of 24 MB in the POS."
)

FULL_ROWS: tuple[Row, ...] = (
    *ROWS,
    HIDING,
    row("Enamel Teapot", "TPT-EN", "syncing", goes=True, pos_price=3800, wins=PRICE),
    row(
        LONG_NAME,
        "BWL-HAND-THROWN-XL-ASH",
        "failed",
        why=("text", LONG_WHY),
        pos_price=124_900,
        online_price=124_900,
        pos_stock=1250,
        online_stock=1190,
        wins=STOCK,
        category="Kitchen / Serving / Large bowls",
        brand="Marsh",
    ),
    PLATE,
    row("Voucher", "VCH", pos_stock="unlimited", online_stock="unlimited"),
    row("Repaired Clock", "CLK", "edited online", why=("put back", "name"), goes=True),
    row("Wool Socks", "SCK", "hidden", why=("off in POS",), shown="no", online_stock="unknown"),
    row("Bread Knife", "KNF", why=("fields", "price"), pos_stock=-3, online_stock=0),
    row(
        "Old Stool", "STL", "to be removed", why=("deleted in POS",), active="deleted", bad=ENABLED
    ),
    *(row(f"Garden Twine {at:02}", f"TWN-{at:02}") for at in range(16)),
)
AGREEING = tuple(each for each in FULL_ROWS if each.status in ("in sync", "hidden"))
GREAT: tuple[Row, ...] = tuple(
    altered(
        each,
        pos_price=12_345_600,
        pos_price_high=99_999_900,
        online_price=12_345_600,
        online_price_high=99_999_900,
        pos_stock=1_234_567,
        online_stock=-1_234_567,
    )
    for each in FULL_ROWS
)
"""Prices and stocks as long as they get."""

# Wizard

GOOD_POS = StoreFound(
    "Fern & Flint",
    0.31,
    "GBP",
    True,
    (
        ScopeTick("products:read", "read products and categories", True, True),
        ScopeTick("inventory:read", "read stock levels", True, True),
        ScopeTick("outlets:read", "read outlets", True, True),
        ScopeTick("registers:read", "read registers", True, True),
        ScopeTick("retailer:read", "read the shop's name", True, True),
    ),
    (("products", 2908), ("outlets", 5), ("registers", 8)),
)
POOR_POS = replace(
    GOOD_POS,
    scopes=(*GOOD_POS.scopes[:1], replace(GOOD_POS.scopes[1], granted=False)),
)
GOOD_ONLINE = StoreFound(
    "Fern & Flint Online",
    0.42,
    "GBP",
    False,
    (
        ScopeTick("read_catalog", "read products and categories", True, True),
        ScopeTick("update_catalog", "change and delete products", True, True),
        ScopeTick("create_catalog", "create products", True, True),
        ScopeTick("read_store_profile", "read the settings", True, True),
        ScopeTick("read_orders", "read orders", False, False),
    ),
    (("products", 2185), ("categories", 64), ("variations", 912)),
)
POOR_ONLINE = replace(
    GOOD_ONLINE, scopes=tuple(replace(each, granted=False) for each in GOOD_ONLINE.scopes)
)

OUTLETS = OutletsFacts(
    "till 1",
    (
        Register("till 1", "Till 1", "high street"),
        Register("till 2", "Till 2", "high street"),
        Register("quay", "Quay till", "harbour"),
    ),
    (
        OutletLine(
            "high street", "High Street", True, ("Till 1", "Till 2"), 1204, Decimal(6318), 0, AT
        ),
        OutletLine("warehouse", "Warehouse", True, (), 2908, Decimal("41520.5"), 0, AT),
        OutletLine("harbour", "Harbour", False, ("Quay till",), 412, Decimal(1890), 3, AT),
        OutletLine(
            "bench", "Repairs Bench and Workshop at the Old Mill", False, (), 0, Decimal(0), 0, AT
        ),
    ),
)
NO_REGISTER = replace(OUTLETS, register=None)
EFFECT = OutletsEffect(
    "till 1",
    frozenset({"high street", "warehouse", "harbour"}),
    412,
    37,
    1,
    (
        StockMove("SOP-OLV", "Olive Oil Soap", "SOP-OLV", "", 203, 443),
        StockMove("TEA", LONG_NAME, "TEA", "", 1012, 948),
        StockMove("TWN-01", "Garden Twine 01", "TWN-01", "", 3, 0),
    ),
    frozenset({"SOP-OLV", "TEA", "TWN-01"}),
    ("Seed Tin", "Copper Lantern"),
)


def wizard(step: Any = "pos", **facts: Any) -> AppState:
    """The wizard at a step."""
    return AppState(place="wizard", wizard=WizardFacts(step=step, **facts))


# Troubles: what the engine says of each is its own sentence

SET_ASIDE = "1-0a1b2c3d-damaged.sqlite"
SAID = {
    "offline": "The online store did not answer within 30 seconds.",
    "busy": "The POS answered that it is busy.",
    "listing": "The POS list stopped at 1,250 of 2,908 products.",
    "storage": "The disk is full.",
    "unexpected": "The answer could not be read.",
    "settings": "guard.share must be between 0 and 1.",
    "scope": "The token may not read stock.",
    "words": (
        f"The local database was damaged. It was set aside as {SET_ASIDE} and will "
        "be built anew from both stores; this sync counts as a first one."
    ),
}
LISTING = "The POS list stopped at 1,250 of 2,908. Nothing is removed on a list that may be short."


def trouble(kind: Any, side: Side | None = "ecom") -> Trouble:
    """A trouble with what the engine says of it."""
    return Trouble(kind, side, SAID.get(kind, ""))


# Runs

READING = RunFacts(
    active=True,
    kind="look",
    started=AT,
    phase="reading POS",
    read={"reading online": (2185, 2185), "reading POS": (1250, 2908)},
    requests=(13, 22),
    seconds_left=25.0,
)
SENDING = RunFacts(
    active=True,
    kind="sync",
    by_schedule=True,
    started=AT,
    phase="writing",
    read={"reading online": (2185, 2185), "reading POS": (2908, 2908), "comparing": (2917, 2917)},
    done=40,
    checked=31,
    failed=2,
    total=1058,
    counts={"updated": 26, "created": 4, "deleted": 1},
    requests=(3, 1241),
    seconds_left=185.0,
)
PAUSED = replace(SENDING, paused=True)
STOPPING = replace(SENDING, stopping=True)
WAITING = replace(SENDING, waiting=("ecom", time.time() + 95))
ENDED = replace(SENDING, active=False, phase="checking", done=1056, checked=1056)
CHECKING = replace(ENDED, active=True, checked=640)
LAST = LastRun(
    AT, 1, "sync", 1056, 2, 3, 190.0, 1058, frozenset({"APR", "BWL-HAND-THROWN-XL-ASH"}), 12
)
ASKING_LAST = LastRun(AT - 300, 3, "sync", 0, 0, 0, 20.0)
GOOD_LAST = replace(LAST, exit=0, failed=0, attention=0, failed_keys=frozenset())

_REFUSED = "A picture is 24 MB; the online store takes 20 MB. Make it smaller in the POS."


def _log(number: int, level: Any, sku: str, name: str, **more: Any) -> LogLine:
    return LogLine(number, AT + number, level, key=sku, name=name, sku=sku, **more)


LOG: tuple[LogLine, ...] = (
    _log(1, "done", "SKI-26", "Cast Iron Skillet", action="update",
         changes=(("price", "", Decimal("49.50"), Decimal("54.00")), ("stock", "", 14, 11))),
    LogLine(2, AT + 2, "waited", side="ecom", seconds=40.0),
    _log(3, "done", "CND-TL", "Beeswax Candle", action="create",
         changes=(("images", "", 0, 3),)),
    _log(4, "failed", "APR", "Linen Apron", text=_REFUSED),
    _log(5, "note", "POT", "Terracotta Pot", text="Two products share this SKU."),
    _log(6, "done", "SED-TOM", "Seed Tin", action="delete"),
    _log(7, "done", "MUG-E", "Enamel Mug, 350 ml", action="update",
         changes=(("stock", "Navy", 48, 55), ("name", "", "Mug", "Enamel Mug, 350 ml"))),
    _log(8, "failed", "BWL-HAND-THROWN-XL-ASH", LONG_NAME, text=LONG_WHY),
    _log(9, "sending", "TPT-EN", "Enamel Teapot", action="update"),
)  # fmt: skip

# Products

DIFFERS = SKILLET

_ALL_STATES = (
    FieldLine("price", "conflict", Decimal("89.00"), Decimal("79.00"), keepable=True),
    FieldLine("stock", "goes", 11, 14),
    FieldLine("name", "put back", "Wool Throw, Heather", "Wool Throw SALE", keepable=True),
    FieldLine("description", "kept", DESCRIPTION, f"{DESCRIPTION} Two left.", keepable=True),
    FieldLine("brand", "blank", None, "Hearth & Iron"),
    FieldLine("category", "agreed", ("Home / Throws",), ("Home / Throws", "Sale")),
    FieldLine("barcode", "off", "5012345678900", "5012345678917"),
    FieldLine("weight", "unknown", None, Decimal("2.35"), note="unreadable"),
    FieldLine("dimensions", "frozen", ("44", "27", "6.5"), ("40", "", ""), note="inactive"),
    FieldLine("images", "goes", 4, 3, note="other pictures"),
    agrees("sku", "THR-HEA"),
)
DIFFERING = replace(
    SKILLET,
    row=altered(ROWS[0], ecom_id=5),
    lines=_ALL_STATES,
    arriving=frozenset({"pos2"}),
    vanishing=frozenset({"online1"}),
    reasons=("Both sides changed the price.",),
    stocks=(
        story(
            held=(HeldOrder("1042", 2, READ - 4000), HeldOrder("", 1, READ - 90_000)),
            taken=3,
            buffer=2,
            should=6,
        ),
    ),
    linked_by_hand=True,
)
KEPT = replace(
    with_lines(replace(PRICE_LINE, state="kept", keepable=True), STOCK_LINE),
    row=altered(SKILLET.row, id="NTB", status="edited online", why=("kept", "price"), kept=PRICE),
)
FAILED = replace(
    SKILLET,
    row=altered(SKILLET.row, id="APR", name=LONG_NAME, sku="APR", status="failed"),
    failure=_REFUSED,
    reasons=(_REFUSED,),
    history=(
        *SKILLET.history,
        PastChange(8, READ - 90_000, "update", "failed", _REFUSED),
        PastChange(7, READ - 900_000, "create", "done", ""),
    ),
)
FAMILY = replace(
    SKILLET,
    row=MUG,
    lines=(
        agrees("name", "Enamel Mug, 350 ml"),
        FieldLine("stock", "goes", 55, 48, "navy", "Navy"),
        FieldLine("price", "goes", Decimal(10), Decimal(9), "navy", "Navy"),
        FieldLine("options", "alone", ("Colour: Sage",), None, "sage", "Sage", note="no SKU"),
        FieldLine("options", "goes", ("Colour: Rust",), None, "rust", "Rust", note="new variant"),
        agrees("images", 3),
    ),
    stocks=(
        story(variant="cream", variant_name="Cream", goes=False, shows=7, should=7, total=7),
        story(variant="navy", variant_name="Navy", shows=48, should=55, total=55),
        story(variant="sage", variant_name="Sage", should=None, total=None, reason="unreadable"),
    ),
    variant_pictures=(
        VariantPictures("navy", "Navy", (address("pos", 7),), address("online", 7), True, True),
    ),
)
ONLY_ONLINE = replace(
    SKILLET,
    row=next(each for each in ROWS if each.status == "only online"),
    lines=(
        FieldLine("name", "alone", None, "Gift Card"),
        FieldLine("price", "alone", None, Decimal(25)),
        FieldLine("stock", "alone", None, "unlimited"),
    ),
    stocks=(),
    pos_pictures=(),
    pos_extras=(),
    pos_page="",
    linked=False,
)
CANDIDATES = (
    Candidate(8, "Skillet, old page", "SKI-OLD"),
    Candidate(9, LONG_NAME, "SKI-LID-WITH-A-LONG-CODE", "Lid, 26 cm"),
)

# Settings

OTHER_SETTINGS: Mapping[str, SettingValue] = {
    "store.mode": "check only",
    "orders.reach_pos": "automatically",
    "orders.hold_minutes": 45,
    "fields.description.sync": False,
    "fields.name.edited_online": "keep",
    "prices.form": "including",
    "new_products": "online",
    "removal.mode": "hide",
    "removal.days": 60,
    "guard.count": 25,
    "guard.share": Decimal("0.1"),
    "guard.price": Decimal("0.25"),
    "preview.always": True,
    "stock.buffer": 2,
    "schedule.minutes": 45,
    "full.hours": 12,
    "first_link.images": "replace",
    "first_link.keep": ["name", "description"],
}


# The shop as a whole


@dataclass(frozen=True, slots=True)
class Shop:
    """What a window is told: the state, the rows (None: nothing is known) and the log."""

    state: AppState
    rows: tuple[Row, ...] | None = FULL_ROWS
    log: tuple[LogLine, ...] = LOG


def shop(rows: tuple[Row, ...] | None = FULL_ROWS, **facts: Any) -> Shop:
    """The open shop on a busy morning, but for what is said."""
    given: dict[str, Any] = {
        "place": "shop",
        "store": STORE,
        "pos": "answers",
        "online": "answers",
        "last": LAST,
        "run": ENDED,
        "next_look": float(AT + 900),
        "waiting": 58,
        "first_done": True,
        "outlets": OUTLETS,
        "read_at": float(AT),
        "settings": {},
        **facts,
    }
    return Shop(AppState(**given), rows)


def opened(product: ProductFacts | None, key: str = "", **facts: Any) -> Shop:
    """The shop with a product's panel beside the table."""
    shown = product.row.id if product is not None else key
    return shop(product=product, product_key=shown, **facts)


NOTICE = Notice("sold", 3, undo=True, serial=1)
GUARDED = plans.guarded()
ANSWERED = plans.guarded(answered=(("price", False),))
PLAIN = plans.plain()
FIRST = plans.first_sync()
CHECKED = plans.plain(check_only=True)
FOREIGN = plans.plain(check_only=True, others="foreign")
BROKEN = plans.facts(plans.REMOVED, plans.UPDATED, broken=LISTING)
NOTHING = plans.facts()
TESTED = {"pos": TestResult(found=GOOD_POS), "online": TestResult(found=GOOD_ONLINE)}


def spoken_facts() -> frozenset[str]:
    """Every text of the shop's own and of the engine: no translation is wanted for these."""
    words = {STORE.pos_name, STORE.online_name, "Fern & Flint online", "Fern & Flint Online"}
    for each in (*FULL_ROWS, SKILLET.row, *variants_of(MUG), *variants_of(PLATE)):
        words |= {each.name, each.sku, each.category, each.brand}
        words |= set(each.why[1:]) if each.why[:1] == ("text",) else set()
    for line in LOG:
        words |= {line.name, line.sku, line.text}
        words |= {str(value) for change in line.changes for value in change[1:]}
    for outlet in OUTLETS.outlets:
        words |= {outlet.name, *outlet.registers}
    for facts in (GUARDED, FIRST):
        for planned in facts.lines:
            words |= {planned.name, planned.sku, planned.variant_name}
            words |= _texts(planned.before) | _texts(planned.after)
    for product in (SKILLET, DIFFERING, KEPT, FAILED, FAMILY, ONLY_ONLINE):
        words |= {product.barcode, product.failure, *product.reasons}
        for field in product.lines:
            words |= {field.variant_name} | _texts(field.pos) | _texts(field.online)
        for extra in (*product.pos_extras, *product.online_extras):
            words |= _texts(extra.value)
        words |= {each.error for each in product.history}
    for candidate in CANDIDATES:
        words |= {candidate.name, candidate.sku, candidate.linked_to}
    words |= {move.name for move in EFFECT.largest} | set(EFFECT.unknown) | set(SAID.values())
    words |= {each for one in STAYED for each in (one.name, one.reason)}
    words |= {LISTING, "Two left.", SET_ASIDE, *past.own_words()}
    return frozenset(word for word in words if word) - {"online", "removed", "hidden", "unlimited"}


def _texts(value: object) -> set[str]:
    if isinstance(value, str):
        return {value, *value.split("\n")}
    if isinstance(value, tuple):
        return {part for each in value for part in (str(each), *str(each).split(" / "))}
    return set()
