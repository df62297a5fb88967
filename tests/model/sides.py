"""Both stores as plain facts, read from what the sample stores hold: no connector has a part in it.

Blank texts are "", blank weights 0, blank sides 0. A picture is known by its content.
"""

import json
from dataclasses import dataclass, field, replace
from decimal import ROUND_HALF_UP, Decimal
from hashlib import sha256
from typing import Any

from app.sample.e_series import ESeriesStore
from app.sample.x_series import XSeriesStore
from tests.model.texts import meaning

Pairs = frozenset[tuple[str, str]]
Sides = tuple[Decimal, Decimal, Decimal]
NOWHERE: Sides = (Decimal(0), Decimal(0), Decimal(0))

_KILOGRAMS = {"KG": Decimal(1), "G": Decimal("0.001"), "LB": Decimal("0.45359237")}
_CENTIMETRES = {"CM": Decimal(1), "MM": Decimal("0.1"), "IN": Decimal("2.54")}
_KINDS = ("UPC", "EAN", "JAN", "ISBN", "ITF")


@dataclass(frozen=True)
class Record:
    """A product record of the POS. `price` is None where the needed form is missing."""

    id: str
    family: str
    parent: str | None
    leads: bool
    name: str
    sku: str
    active: bool
    created: str
    deleted: bool
    barcode: str
    description: str
    brand: str
    category: str | None
    options: tuple[tuple[str, str], ...]
    told: bool | None
    tracked: bool
    price: Decimal | None
    weight: Decimal
    sides: Sides
    pictures: tuple[str, ...]
    own_pictures: tuple[str, ...]
    levels: dict[str, Decimal]


@dataclass(frozen=True)
class Pos:
    """The POS: records by id, and categories as (name, parent) by id."""

    records: dict[str, Record]
    categories: dict[str, tuple[str, str | None]]

    def families(self) -> dict[str, "Family"]:
        """Records put together, oldest first."""
        grouped: dict[str, list[Record]] = {}
        for record in self.records.values():
            grouped.setdefault(record.family, []).append(record)
        return {
            key: Family(key, tuple(sorted(rows, key=lambda r: (r.created, r.id))))
            for key, rows in grouped.items()
        }


@dataclass(frozen=True)
class Family:
    """What a shopper sees as one product."""

    key: str
    all: tuple[Record, ...]

    @property
    def members(self) -> tuple[Record, ...]:
        """The living records."""
        return tuple(record for record in self.all if not record.deleted)

    @property
    def varied(self) -> bool:
        """Whether it has variants."""
        return len(self.members) > 1 or any(record.options for record in self.members)

    @property
    def head(self) -> Record:
        """Whose family-wide values hold: the parent's, else the oldest member's (R21)."""
        parents = [r for r in self.members if r.parent is None]
        return (parents or list(self.members) or list(self.all))[0]


@dataclass(frozen=True)
class Variation:
    """A variation; None and "" where it has nothing of its own. `stock` None: the product's."""

    id: int | str
    sku: str
    options: Pairs
    price: Decimal | None
    weight: Decimal | None
    sides: Sides | None
    barcode: str
    stock: int | str | None
    picture: str
    rest: str


@dataclass(frozen=True)
class Shelf:
    """A product online. `stock` is a number or "unlimited"; `rest` all that nobody syncs."""

    id: int | str
    sku: str
    name: str
    enabled: bool
    description: str
    brand: str
    barcode: str
    price: Decimal
    stock: int | str
    weight: Decimal
    sides: Sides
    categories: frozenset[int | str]
    pictures: tuple[str, ...]
    picture_ids: tuple[str, ...]
    options: tuple[tuple[str, tuple[str, ...]], ...]
    variations: dict[int | str, Variation] = field(default_factory=dict)
    rest: str = ""
    reference: str = ""

    def price_of(self, variation: Variation) -> Decimal:
        """What a shopper pays for a variation."""
        return self.price if variation.price is None else variation.price

    def weight_of(self, variation: Variation) -> Decimal:
        """What a variation weighs."""
        return self.weight if variation.weight is None else variation.weight

    def sides_of(self, variation: Variation) -> Sides:
        """How large a variation is."""
        return self.sides if variation.sides is None else variation.sides

    def stock_of(self, variation: Variation) -> int | str:
        """How many of a variation there are."""
        return self.stock if variation.stock is None else variation.stock


@dataclass(frozen=True)
class Online:
    """The online store: products by id, and categories as (name, parent) by id."""

    products: dict[int | str, Shelf]
    categories: dict[int | str, tuple[str, int | str | None]]


# The POS


def read_pos(store: XSeriesStore, *, including_tax: bool = True) -> Pos:
    """The POS as it is at this moment."""
    records = {row["id"]: _record(store, row, including_tax) for row in store.tables["products"]}
    categories = {
        row["id"]: (row["name"].strip(), row.get("parent_category_id"))
        for row in store.tables["product_categories"]
        if not row["deleted_at"]
    }
    return Pos(records, categories)


def _record(store: XSeriesStore, row: dict[str, Any], including_tax: bool) -> Record:
    brands = store.tables["brands"].rows
    price = row.get("price_including_tax" if including_tax else "price_excluding_tax")
    return Record(
        id=row["id"],
        family=row.get("family_id") or row.get("variant_parent_id") or row["id"],
        parent=row.get("variant_parent_id"),
        leads=bool(row.get("has_variants")),
        name=row["name"].strip(),
        sku=(row.get("sku") or "").strip(),
        active=row.get("active", True),
        created=row["created_at"],
        deleted=bool(row["deleted_at"]),
        barcode=_barcode(row.get("product_codes", [])),
        description=meaning(row.get("description") or ""),
        brand=brands[row["brand_id"]]["name"] if row.get("brand_id") else "",
        category=row.get("product_type_id"),
        options=tuple((o["name"], o["value"]) for o in row.get("variant_options") or ()),
        told=row.get("ecwid_enabled_webstore"),
        tracked=row.get("has_inventory", True),
        price=None if price is None else money(price),
        weight=_converted(row.get("weight"), _KILOGRAMS, row.get("weight_unit"), "0.001"),
        sides=_sides(row),
        pictures=tuple(_shown(store, image) for image in row.get("images") or ()),
        own_pictures=tuple(_shown(store, image) for image in row.get("skuImages") or ()),
        levels={
            level["outlet_id"]: Decimal(str(level["inventory_level"]))
            for level in store.levels(row["id"])
            if not level["deleted_at"]
        },
    )


def money(amount: Any) -> Decimal:
    """An amount in cents, rounded half up (R16)."""
    return Decimal(str(amount)).quantize(Decimal("0.01"), ROUND_HALF_UP)


def _barcode(codes: list[dict[str, Any]]) -> str:
    for kind in _KINDS:
        for code in codes:
            if code["type"].upper() == kind and code["code"]:
                return str(code["code"])
    return ""


def _converted(
    amount: float | None, units: dict[str, Decimal], unit: str | None, places: str
) -> Decimal:
    if not amount or unit is None:
        return Decimal(0)
    return (Decimal(str(amount)) * units[unit]).quantize(Decimal(places), ROUND_HALF_UP)


def _sides(row: dict[str, Any]) -> Sides:
    unit = row.get("dimensions_unit")
    length, width, height = (
        _converted(row.get(side), _CENTIMETRES, unit, "0.01")
        for side in ("length", "width", "height")
    )
    return length, width, height


def _shown(store: XSeriesStore, image: dict[str, Any]) -> str:
    content = store.pictures[image["id"]]
    if isinstance(content, int):
        raise TypeError("the acts hand pictures in as files")
    return sha256(content).hexdigest()[:32]


# The online store


def read_online(store: ESeriesStore) -> Online:
    """The online store as it is at this moment."""
    products: dict[int | str, Shelf] = {
        key: _shelf(store, revision.document) for key, revision in store.catalogue.products.items()
    }
    categories: dict[int | str, tuple[str, int | str | None]] = {
        key: (row["name"].strip(), row.get("parentId") or None)
        for key, row in store.categories.items()
    }
    return Online(products, categories)


_READ = frozenset(
    {
        *("id", "sku", "name", "enabled", "description", "price", "quantity", "unlimited"),
        *("weight", "dimensions", "categoryIds", "defaultCategoryId", "options", "combinations"),
        *("main_picture", "gallery", "updateTimestamp", "attributes", "externalReferenceId"),
    }
)
_READ_OF_VARIATION = frozenset(
    {
        *("id", "sku", "price", "quantity", "unlimited", "weight", "dimensions", "options"),
        *("attributes", "picture"),
    }
)


def _shelf(store: ESeriesStore, document: dict[str, Any]) -> Shelf:
    pictures = [document["main_picture"]] if document["main_picture"] else []
    pictures += document["gallery"]
    brand, barcode, others = _attributes(store, document)
    return Shelf(
        id=document["id"],
        sku=document["sku"],
        name=document["name"],
        enabled=document["enabled"],
        description=meaning(document.get("description") or ""),
        brand=brand,
        barcode=barcode,
        price=Decimal(str(document["price"])),
        stock=_stock(document),
        weight=Decimal(str(document.get("weight") or 0)),
        sides=_online_sides(document) or NOWHERE,
        categories=frozenset(document["categoryIds"]),
        pictures=tuple(picture["blob"] for picture in pictures),
        picture_ids=tuple(str(picture["id"]) for picture in pictures),
        options=tuple(
            (option["name"], tuple(c["text"] for c in option.get("choices", ())))
            for option in document["options"]
        ),
        variations={
            row["id"]: _variation(store, document, row) for row in document["combinations"]
        },
        rest=_told(document, _READ, others),
        reference=document.get("externalReferenceId") or "",
    )


def _told(document: dict[str, Any], read: frozenset[str], others: list[Any]) -> str:
    rest = {name: value for name, value in document.items() if name not in read}
    return json.dumps([rest, others], sort_keys=True)


def _stock(document: dict[str, Any]) -> int | str:
    return "unlimited" if document["unlimited"] else int(document["quantity"])


def _online_sides(document: dict[str, Any]) -> Sides | None:
    sides = document.get("dimensions")
    if sides is None:
        return None
    length, width, height = (Decimal(str(sides[s])) for s in ("length", "width", "height"))
    return length, width, height


def _attributes(store: ESeriesStore, row: dict[str, Any]) -> tuple[str, str, list[Any]]:
    types = {a["id"]: a["type"] for kind in store.classes.values() for a in kind["attributes"]}
    found = {"BRAND": "", "UPC": ""}
    others = []
    for attribute in row.get("attributes", ()):
        kind = types[attribute["id"]]
        if kind in found:
            found[kind] = attribute["value"]
        else:
            others.append(attribute)
    return found["BRAND"], found["UPC"], others


def _variation(store: ESeriesStore, product: dict[str, Any], row: dict[str, Any]) -> Variation:
    sku = row.get("sku") or ""
    shared = not sku or sku == product["sku"]
    _, barcode, others = _attributes(store, row)
    return Variation(
        id=row["id"],
        sku=sku,
        options=frozenset((option["name"], option["value"]) for option in row["options"]),
        price=None if row.get("price") is None else Decimal(str(row["price"])),
        weight=None if row.get("weight") is None else Decimal(str(row["weight"])),
        sides=_online_sides(row),
        barcode=barcode,
        stock=None if shared else _stock(row),
        picture=row["picture"]["blob"] if row.get("picture") else "",
        rest=_told(row, _READ_OF_VARIATION, others),
    )


def with_variation(shelf: Shelf, variation: Variation) -> Shelf:
    """The product with one of its variations in place of the one with the same id."""
    return replace(shelf, variations={**shelf.variations, variation.id: variation})
