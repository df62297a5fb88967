"""The records of both sides, as the rules see them: normalised once, at the border.

Blank text is `""`. Descriptions are held as the digest of their normal form (RULES S3, S11);
the text itself stays in the mirror and is fetched where it is shown or written.
"""

from dataclasses import dataclass, field
from decimal import Decimal

Problem = tuple[str, str]
"""A field's name (or "product") and, in words, what is wrong with it in this record."""


@dataclass(frozen=True, slots=True)
class Weight:
    """A weight in one of the units of `measures.GRAMS`."""

    value: Decimal
    unit: str


@dataclass(frozen=True, slots=True)
class Dimensions:
    """Length, width and height in one of the units of `measures.MILLIMETRES`; None is blank."""

    length: Decimal | None
    width: Decimal | None
    height: Decimal | None
    unit: str


@dataclass(frozen=True, slots=True)
class CategoryRef:
    """One step of a POS category path."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class PosImage:
    """A picture in the POS; `url` is the original's address on the picture host."""

    id: str
    url: str


@dataclass(frozen=True, slots=True)
class PosRecord:
    """One product record of the POS: a standalone product or one member of a family.

    `family_key` is `family_id`, else the parent's id, else the own id (R21). `sell_online` is
    None where the POS doesn't tell. `options` are (attribute, value) pairs in the POS's order.
    Prices are None when missing. `category` is the path from the top, empty when blank.
    `barcode` is the one code chosen by RULES M18.
    """

    id: str
    family_key: str
    parent_id: str | None
    has_variants: bool
    name: str
    sku: str
    active: bool
    created_at: str
    version: int
    deleted: bool = False
    barcode: str = ""
    description: str = ""
    brand: str = ""
    category: tuple[CategoryRef, ...] = ()
    options: tuple[tuple[str, str], ...] = ()
    sell_online: bool | None = None
    tracked: bool = True
    composite: bool = False
    price_including_tax: Decimal | None = None
    price_excluding_tax: Decimal | None = None
    weight: Weight | None = None
    dimensions: Dimensions | None = None
    images: tuple[PosImage, ...] = ()
    variant_images: tuple[PosImage, ...] = ()
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class InventoryRow:
    """The level of one product record at one outlet; may be negative or fractional.

    `unreadable` when the row gave no level that can be read: then `level` is 0 and means nothing.
    When and how much to reorder is only ever shown; None where it is not set or not known.
    """

    product_id: str
    outlet_id: str
    level: Decimal
    version: int
    deleted: bool = False
    unreadable: bool = False
    reorder_point: Decimal | None = None
    reorder_amount: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Outlet:
    """A POS location that holds stock."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Register:
    """A till in an outlet."""

    id: str
    name: str
    outlet_id: str


@dataclass(frozen=True, slots=True)
class PosCategory:
    """A product category of the POS."""

    id: str
    name: str
    parent_id: str | None


@dataclass(frozen=True, slots=True)
class PosShop:
    """What the POS says of the shop as a whole (`/retailer`)."""

    id: str
    name: str
    domain_prefix: str
    currency: str
    tax_exclusive: bool
    system_product_ids: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class EcomOption:
    """An option of an eCom product with its choices in order; `type` as on the wire."""

    name: str
    choices: tuple[str, ...]
    type: str = "SELECT"


@dataclass(frozen=True, slots=True)
class EcomVariation:
    """One variation (combination). None means inherited from the product (API eCom §8).

    `quantity` is None when unlimited or when stock is shared with the product.
    `image_mark` tells one picture from another; "" without a picture of its own.
    """

    id: int
    options: tuple[tuple[str, str], ...]
    sku: str | None = None
    price: Decimal | None = None
    quantity: int | None = None
    unlimited: bool = False
    weight: Decimal | None = None
    dimensions: tuple[Decimal, Decimal, Decimal] | None = None
    barcode: str = ""
    image_mark: str = ""


@dataclass(frozen=True, slots=True)
class EcomProduct:
    """One product of the online store. Weight and dimensions are in the shop's units.

    `image_ids` are in shown order, the main picture first. `main_image_mark` changes when the
    main picture is another one (its id is always "0"). `updated` is in UNIX seconds.
    """

    id: int
    sku: str
    name: str
    enabled: bool
    updated: int
    created: int = 0
    description: str = ""
    brand: str = ""
    barcode: str = ""
    price: Decimal | None = None
    quantity: int | None = None
    unlimited: bool = False
    weight: Decimal | None = None
    dimensions: tuple[Decimal, Decimal, Decimal] | None = None
    shipping_required: bool = True
    category_ids: tuple[int, ...] = ()
    options: tuple[EcomOption, ...] = ()
    variations: tuple[EcomVariation, ...] = ()
    image_ids: tuple[str, ...] = ()
    main_image_mark: str = ""
    external_reference_id: str = ""
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class EcomCategory:
    """A category of the online store; `parent_id` None at the top."""

    id: int
    name: str
    parent_id: int | None


@dataclass(frozen=True, slots=True)
class EcomShop:
    """What the online store's profile says (API eCom §12)."""

    store_id: int
    name: str
    url: str
    currency: str
    currency_precision: int
    prices_include_tax: bool
    weight_unit: str
    dimensions_unit: str
    default_language: str
    features: frozenset[str] = frozenset()
    product_limit: int | None = None
    suspended: bool = False
    duplicate_skus_allowed: bool = False


@dataclass(frozen=True, slots=True)
class LatestStats:
    """When each area of the online store changed last, UNIX seconds (API eCom §12)."""

    products: int
    categories: int
    profile: int
    orders: int
    product_count: int | None = None


@dataclass(frozen=True, slots=True)
class OrderLine:
    """One line of an online order."""

    product_id: int
    variation_id: int | None
    sku: str
    quantity: int


@dataclass(frozen=True, slots=True)
class Order:
    """An online order; `holds` is False when cancelled, refunded or never completed."""

    id: str
    created: int
    holds: bool
    lines: tuple[OrderLine, ...]


@dataclass(frozen=True, slots=True)
class PosRead:
    """POS records as they arrived: with raw answers by id and description texts by digest.

    `unreadable` says, in words, which rows had to be left out because they could not be read.
    """

    records: tuple[PosRecord, ...]
    raw: dict[str, bytes] = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)
    unreadable: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class EcomRead:
    """eCom products as they arrived: with raw answers by id and description texts by digest.

    `unreadable` says, in words, which items had to be left out because they could not be read.
    """

    products: tuple[EcomProduct, ...]
    raw: dict[int, bytes] = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)
    unreadable: tuple[str, ...] = ()
