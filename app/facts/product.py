"""What the product panel shows of one pair: every field side by side, and why (§6, §7.3)."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from app.domain.product import Outlet
from app.facts.extras import Extra, PictureAddress
from app.facts.rows import Row

FieldState = Literal[
    "same",
    "goes",
    "put back",
    "kept",
    "conflict",
    "unknown",
    "blank",
    "agreed",
    "off",
    "frozen",
    "alone",
]
"""same: both agree · goes: the POS value goes online · put back: edited online, the POS value is
put back · kept: an online edit that stays · conflict: both changed, POS wins · unknown: one side's
value can't be told, left alone · blank: the POS has none, what stands online stays · agreed: they
differ and were settled so, nothing is written until the POS changes it · off: the field is
switched off in the settings · frozen: not compared while the product is hidden, not sold or to be
mended · alone: stands on one side only."""

LineNote = Literal[
    "",
    "also online",
    "first link",
    "formatting",
    "inactive",
    "kept off",
    "lowest",
    "new variant",
    "no SKU",
    "not shipped",
    "off in POS",
    "only online",
    "orders",
    "other pictures",
    "removed variant",
    "settings",
    "unreadable",
]
"""What there is to say of a line beside its state.

also online: it is in further categories online · first link: the two were never compared before,
or it was kept so when they were linked · formatting: the words are the same · inactive, kept off,
off in POS: why it is not to be seen · lowest: the product's own price is its variants' lowest ·
new variant, removed variant, only online: the line stands for a whole variant · no SKU: a variant
can't go online without · not shipped: the shop keeps no weight of what is never shipped · orders:
online orders hold the difference · other pictures: as many, but others · settings: kept by a
setting for all products · unreadable: the shop's answer could not be read."""

Value = str | Decimal | int | bool | tuple[str, ...] | None
"""A value to show: text, amount, pieces, yes or no, a list of names; None is blank.

Money and measures are `Decimal`; stock is `int`, "unlimited" or "unknown"; sizes are a tuple of
three numbers as text, "" for a side that is blank; options are `Name: value` texts; categories are
paths; pictures are their number."""

StockReason = Literal["", "inactive", "bundle", "no rows", "unreadable"]
"""Why an online stock is what it is, where the sum does not tell: the variant is inactive in the
POS; the POS tells no stock of bundles; it has no figure at any outlet; its figure can't be read."""


@dataclass(frozen=True, slots=True)
class FieldLine:
    """One field on both sides. `variant` is the POS record id ("" for the product itself).

    A line of the product itself may speak for `variants` of its variants at once; its values are
    None where each has its own. `equal` tells whether the two values are the same, whatever is
    done about them.
    """

    field: str
    state: FieldState
    pos: Value
    online: Value
    variant: str = ""
    variant_name: str = ""
    keepable: bool = False
    """Whether *keep the online edit* or *put back* can be chosen for it."""
    note: LineNote = ""
    equal: bool = False
    variants: int = 0


@dataclass(frozen=True, slots=True)
class OutletLine:
    """One outlet's part in the online stock; `level` None: no row there, or not `readable`."""

    outlet: Outlet
    ticked: bool
    takes_orders: bool
    level: Decimal | None
    readable: bool = True


@dataclass(frozen=True, slots=True)
class HeldOrder:
    """An online order that holds pieces back; `since` in UNIX seconds.

    `order_id` is "" for a drop of the stock that no order explains.
    """

    order_id: str
    quantity: int
    since: int


@dataclass(frozen=True, slots=True)
class StockStory:
    """The answer to “why does the shop say 7?” for one record (§6).

    `total` is the sum of the ticked outlets, None where it can't be told. `taken` is what orders
    take off it now: they count only where the stock would rise. `should` is the online stock it
    should have, "unlimited", or None where unknown (`reason` says why). `shows` is what the shop
    has now, None where it isn't there; `goes` whether that will change.
    """

    variant: str
    variant_name: str
    outlets: tuple[OutletLine, ...]
    total: int | None
    buffer: int
    held: tuple[HeldOrder, ...]
    taken: int
    should: int | str | None
    shows: int | str | None
    goes: bool
    reason: StockReason = ""


@dataclass(frozen=True, slots=True)
class VariantPictures:
    """The pictures of one variant. `online` is None where its address is not told.

    `shown` whether the shop has one, `goes` whether the next sync writes it.
    """

    variant: str
    variant_name: str
    pos: tuple[PictureAddress, ...]
    online: PictureAddress | None
    shown: bool
    goes: bool


@dataclass(frozen=True, slots=True)
class PastChange:
    """One thing a past run did about this product; `at` in UNIX seconds."""

    run: int
    at: int
    action: str
    result: str
    error: str
    changes: tuple[tuple[str, Value, Value], ...] = ()


@dataclass(frozen=True, slots=True)
class Candidate:
    """An eCom product that could be linked by hand."""

    ecom_id: int
    name: str
    sku: str
    linked_to: str = ""
    """The name of the POS product it is linked to now, "" for none."""


@dataclass(frozen=True, slots=True)
class ProductFacts:
    """Everything the panel shows. `reasons` and `failure` are whole sentences for people.

    `vanishing` are ids of online pictures that the next sync takes away, `arriving` ids of POS
    pictures that it sends. `deleted_online` tells that a product online was deleted and is created
    again. `read_at` is when both stores were read last, UNIX seconds.
    """

    row: Row
    barcode: str
    lines: tuple[FieldLine, ...]
    stocks: tuple[StockStory, ...]
    pos_pictures: tuple[PictureAddress, ...]
    online_pictures: tuple[PictureAddress, ...]
    pos_extras: tuple[Extra, ...]
    online_extras: tuple[Extra, ...]
    vanishing: frozenset[str] = frozenset()
    arriving: frozenset[str] = frozenset()
    variant_pictures: tuple[VariantPictures, ...] = ()
    reasons: tuple[str, ...] = ()
    failure: str = ""
    history: tuple[PastChange, ...] = ()
    online_page: str = ""
    pos_page: str = ""
    linked: bool = False
    linked_by_hand: bool = False
    deleted_online: bool = False
    read_at: int = 0
