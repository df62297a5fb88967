"""THE table of fields (DESIGN §4): name, label, kind, how it is read from each side.

Planner, commands and screens read this table; adding a field is adding a row. Values are in the
online store's terms on both sides: prices in the form and places it expects, weights and sizes in
its units, a category as its id there.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from app.domain.measures import GRAMS, MILLIMETRES, lengths_in, weight_in
from app.domain.money import rounded
from app.domain.normal_form import plain_text
from app.domain.product import Dimensions, EcomProduct, EcomVariation, PosImage, PosRecord


class Unknown:
    """The one value that means: not told or not understood; neither blank nor a change."""

    __slots__ = ()

    def __repr__(self) -> str:
        return "UNKNOWN"


UNKNOWN = Unknown()

FieldKind = Literal["plain", "weight", "sides", "category", "pictures", "choices"]
"""How a field is compared: as a value, as a weight, side by side, as membership, as an ordered
list never compared across the sides, or as option pairs."""


@dataclass(frozen=True, slots=True)
class Terms:
    """What turns POS values into the online store's terms (R16, R17, RULES M18).

    `category_ids` maps POS category ids to eCom ids; `tokens` maps (picture id, address) to the
    content hash where it is known.
    """

    price_including_tax: bool
    currency_precision: int
    weight_unit: str
    dimensions_unit: str
    category_ids: Mapping[str, int]
    tokens: Mapping[tuple[str, str], str]


PosReader = Callable[[PosRecord, Terms], object]
ProductReader = Callable[[EcomProduct], object]
VariationReader = Callable[[EcomVariation, EcomProduct], object]


@dataclass(frozen=True, slots=True)
class Field:
    """One row: `product` and `variation` are None where the field has no place there.

    `cleared` is what is written when a value that was there is blank now; None: never cleared.
    """

    name: str
    label: str
    kind: FieldKind
    pos: PosReader
    product: ProductReader | None = None
    variation: VariationReader | None = None
    keepable: bool = True
    switchable: bool = True
    cleared: object = None


def _price(record: PosRecord, terms: Terms) -> object:
    amount = record.price_including_tax if terms.price_including_tax else record.price_excluding_tax
    return UNKNOWN if amount is None else rounded(amount, terms.currency_precision)


def _weight(record: PosRecord, terms: Terms) -> object:
    weight = record.weight
    if weight is None:
        return UNKNOWN if _has_problem(record, "weight") else None
    if weight.unit not in GRAMS or terms.weight_unit not in GRAMS:
        return UNKNOWN
    return weight_in(weight, terms.weight_unit) or None


def _dimensions(record: PosRecord, terms: Terms) -> object:
    sides = record.dimensions
    if sides is None:
        return UNKNOWN if _has_problem(record, "dimensions") else None
    if sides.unit not in MILLIMETRES or terms.dimensions_unit not in MILLIMETRES:
        return UNKNOWN
    return _blank_zeros(sides, terms.dimensions_unit)


def _blank_zeros(sides: Dimensions, unit: str) -> object:
    converted = tuple(side or None for side in lengths_in(sides, unit))
    return converted if any(converted) else None


def _has_problem(record: PosRecord, field: str) -> bool:
    if not record.problems:
        return False
    return any(name == field for name, _ in record.problems)


def _text(record: PosRecord, field: str, text: str) -> object:
    return UNKNOWN if not text and _has_problem(record, field) else text


def _category(record: PosRecord, terms: Terms) -> object:
    if not record.category:
        return UNKNOWN if _has_problem(record, "category") else None
    leaf = record.category[-1].id
    return terms.category_ids.get(leaf, f"new:{leaf}")


def picture_token(image: PosImage, tokens: Mapping[tuple[str, str], str]) -> str:
    """The content hash of a picture where it is known, else a mark of its id and address."""
    known = tokens.get((image.id, image.url))
    return known if known is not None else f"@{image.id} {image.url}"


def family_pictures(record: PosRecord) -> tuple[PosImage, ...]:
    """The pictures of a product as a whole; a standalone record may carry them as its own."""
    if record.images or record.options or record.parent_id:
        return record.images
    return record.variant_images


def _pictures(record: PosRecord, terms: Terms) -> object:
    if _has_problem(record, "images"):
        return UNKNOWN
    return tuple(picture_token(image, terms.tokens) for image in family_pictures(record))


def _variant_picture(record: PosRecord, terms: Terms) -> object:
    if _has_problem(record, "images"):
        return UNKNOWN
    if not record.variant_images:
        return ()
    return (picture_token(record.variant_images[0], terms.tokens),)


def _own_or_product_sku(variation: EcomVariation, product: EcomProduct) -> object:
    return product.sku if variation.sku is None else variation.sku


def _own_or_product_price(variation: EcomVariation, product: EcomProduct) -> object:
    return product.price if variation.price is None else variation.price


def _product_weight(product: EcomProduct) -> object:
    """The service drops the weight of what is never shipped: no answer, not a blank (M16)."""
    return product.weight or None if product.shipping_required else UNKNOWN


def _own_or_product_weight(variation: EcomVariation, product: EcomProduct) -> object:
    if not product.shipping_required:
        return UNKNOWN
    return (product.weight if variation.weight is None else variation.weight) or None


def _own_or_product_dimensions(variation: EcomVariation, product: EcomProduct) -> object:
    own = product.dimensions if variation.dimensions is None else variation.dimensions
    return _sides(own)


def _sides(sides: tuple[Decimal, Decimal, Decimal] | None) -> object:
    if sides is None or not any(sides):
        return None
    return tuple(side or None for side in sides)


NAME = Field("name", "Name", "plain", lambda r, _: plain_text(r.name).strip(), lambda p: p.name)
CATEGORY = Field("category", "Category", "category", _category, lambda p: p.category_ids)
DESCRIPTION = Field(
    "description",
    "Description",
    "plain",
    lambda r, _: _text(r, "description", r.description),
    lambda p: p.description,
    cleared="",
)
BRAND = Field(
    "brand",
    "Brand",
    "plain",
    lambda r, _: _text(r, "brand", r.brand),
    lambda p: p.brand,
    cleared="",
)
SKU = Field(
    "sku",
    "SKU",
    "plain",
    lambda r, _: r.sku,
    lambda p: p.sku,
    _own_or_product_sku,
    keepable=False,
    switchable=False,
)
BARCODE = Field(
    "barcode",
    "Barcode",
    "plain",
    lambda r, _: _text(r, "barcode", r.barcode),
    lambda p: p.barcode,
    lambda v, _: v.barcode,
    cleared="",
)
OPTIONS = Field(
    "options",
    "Options",
    "choices",
    lambda r, _: r.options,
    variation=lambda v, _: v.options,
    keepable=False,
    switchable=False,
)
ENABLED = Field(
    "enabled",
    "Shown online",
    "plain",
    lambda r, _: r.active,
    lambda p: p.enabled,
    keepable=False,
    switchable=False,
)
STOCK = Field(
    "stock",
    "Stock",
    "plain",
    lambda r, _: r.tracked,
    lambda p: p.quantity,
    lambda v, _: v.quantity,
    keepable=False,
)
PRICE = Field("price", "Price", "plain", _price, lambda p: p.price, _own_or_product_price)
IMAGES = Field(
    "images",
    "Pictures",
    "pictures",
    _pictures,
    lambda p: p.image_ids,
    lambda v, _: (v.image_mark,) if v.image_mark else (),
    keepable=False,
)
WEIGHT = Field(
    "weight",
    "Weight",
    "weight",
    _weight,
    _product_weight,
    _own_or_product_weight,
    cleared=Decimal(0),
)
DIMENSIONS = Field(
    "dimensions",
    "Size",
    "sides",
    _dimensions,
    lambda p: _sides(p.dimensions),
    _own_or_product_dimensions,
    cleared=Decimal(0),
)

FIELDS: tuple[Field, ...] = (
    *(NAME, CATEGORY, DESCRIPTION, BRAND, SKU, BARCODE, OPTIONS, ENABLED, STOCK, PRICE, IMAGES),
    *(WEIGHT, DIMENSIONS),
)
"""Every synced field, by the names and in the order of RULES M19."""

SIMPLE = (NAME, DESCRIPTION, BRAND, CATEGORY, IMAGES, SKU, BARCODE, PRICE, WEIGHT, DIMENSIONS)
"""The fields with a base of a standalone product."""

FAMILY = (NAME, DESCRIPTION, BRAND, CATEGORY, IMAGES, PRICE)
"""The fields with a base of a family as a whole; the price is the lowest member's (R21)."""

MEMBER = (SKU, BARCODE, PRICE, WEIGHT, DIMENSIONS, IMAGES, OPTIONS)
"""The fields with a base of one member of a family."""


def layout(*, family: bool) -> tuple[Field, ...]:
    """The fields of a product as a whole."""
    return FAMILY if family else SIMPLE


def lowest_price(members: Iterable[PosRecord], terms: Terms) -> object:
    """The lowest price over active members; over all where none is active (R21)."""
    records = list(members)
    prices = [_price(record, terms) for record in records if record.active]
    if not prices:
        prices = [_price(record, terms) for record in records]
    known = [price for price in prices if isinstance(price, Decimal)]
    return min(known) if known else UNKNOWN


def pos_simple(record: PosRecord, terms: Terms) -> tuple[object, ...]:
    """A standalone record's values, in the order of `SIMPLE`."""
    return tuple([field.pos(record, terms) for field in SIMPLE])


def pos_family(head: PosRecord, members: Iterable[PosRecord], terms: Terms) -> tuple[object, ...]:
    """A family's values, in the order of `FAMILY`."""
    values = [field.pos(head, terms) for field in FAMILY[:-1]]
    return (*values, lowest_price(members, terms))


def pos_member(record: PosRecord, terms: Terms) -> tuple[object, ...]:
    """A member's values, in the order of `MEMBER`."""
    values = [field.pos(record, terms) for field in MEMBER[:-2]]
    return (*values, _variant_picture(record, terms), record.options)


def ecom_values(product: EcomProduct, fields: Iterable[Field]) -> tuple[object, ...]:
    """The eCom product's values of these fields; UNKNOWN where its answer can't be read."""
    rows = [field for field in fields if field.product]
    values = [field.product(product) for field in rows if field.product]
    return _readable(rows, values, product)


def variation_values(variation: EcomVariation, product: EcomProduct) -> tuple[object, ...]:
    """A variation's effective values, in the order of `MEMBER` (own, else inherited)."""
    values = [field.variation(variation, product) for field in MEMBER if field.variation]
    return _readable(MEMBER, values, product)


def _readable(
    rows: Iterable[Field], values: list[object], product: EcomProduct
) -> tuple[object, ...]:
    if not product.problems:
        return tuple(values)
    wrong = {name for name, _ in product.problems}
    pairs = zip(rows, values, strict=True)
    return tuple([UNKNOWN if field.name in wrong else value for field, value in pairs])
