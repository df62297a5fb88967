"""JSON of the POS's product rows to records (API POS §4); nothing here raises for one bad row."""

from collections.abc import Iterator, Sequence
from typing import Any

import msgspec

from app.connectors.reading import Reading, decode, ident, is_blank, moment, text, whole
from app.domain.measures import GRAMS, MILLIMETRES
from app.domain.normal_form import digest, html_text
from app.domain.product import (
    CategoryRef,
    Dimensions,
    PosImage,
    PosRead,
    PosRecord,
    Weight,
)

BARCODE_KINDS = ("UPC", "EAN", "JAN", "ISBN", "ITF")
"""Which code becomes the barcode, best first (RULES M18)."""


class Envelope(msgspec.Struct):
    """A cursor list: rows left undecoded, and the cursor (API POS §3)."""

    data: list[msgspec.Raw] | None = None
    version: Any = msgspec.UNSET


class Versioned(msgspec.Struct):
    """Any row's version."""

    version: Any = None


class Row(msgspec.Struct):
    """The fields of a product row that we use, unchecked."""

    id: Any = None
    family_id: Any = None
    variant_parent_id: Any = None
    has_variants: Any = None
    name: Any = None
    sku: Any = None
    active: Any = None
    is_active: Any = None
    ecwid_enabled_webstore: Any = None
    created_at: Any = None
    deleted_at: Any = None
    version: Any = None
    product_codes: Any = None
    description: Any = None
    brand: Any = None
    product_category: Any = None
    type: Any = None
    variant_options: Any = None
    has_inventory: Any = None
    is_composite: Any = None
    price_including_tax: Any = None
    price_excluding_tax: Any = None
    weight: Any = None
    weight_unit: Any = None
    length: Any = None
    width: Any = None
    height: Any = None
    dimensions_unit: Any = None
    images: Any = None
    sku_images: Any = msgspec.field(default=None, name="skuImages")


def cursor_list(body: bytes) -> tuple[list[bytes], int | None]:
    """The rows of a page and its cursor, None when it has none. Raises ValueError.

    Where the answer has no place for a cursor at all, as the specification's samples of
    `/inventory`, the highest version of the rows is it.
    """
    envelope = decode(body, Envelope)
    if envelope.data is None and envelope.version is msgspec.UNSET:
        raise ValueError("neither rows nor a cursor")
    rows = [bytes(raw) for raw in envelope.data or ()]
    if envelope.version is msgspec.UNSET:
        return rows, highest_version(rows)
    version = envelope.version.get("max") if isinstance(envelope.version, dict) else None
    return rows, whole(version)


def highest_version(rows: Sequence[bytes]) -> int | None:
    """The highest version among rows; None without rows. Raises ValueError."""
    return max((whole(decode(row, Versioned).version) or 0 for row in rows), default=None)


def one_row(body: bytes) -> bytes:
    """The row of a single answer; `data` may be a list of one. Raises ValueError."""
    data = decode(body, dict[str, msgspec.Raw]).get("data", msgspec.Raw(b"null"))
    raw = bytes(data).strip()
    if raw.startswith(b"["):
        rows = msgspec.json.decode(raw, type=list[msgspec.Raw])
        if len(rows) != 1:
            raise ValueError("not one record")
        raw = bytes(rows[0])
    return raw


def products(rows: Sequence[bytes]) -> PosRead:
    """Records of product rows. A row without an id is left out and named in `unreadable`."""
    records: list[PosRecord] = []
    raws: dict[str, bytes] = {}
    texts: dict[str, str] = {}
    unreadable: list[str] = []
    for raw in rows:
        try:
            row = decode(raw, Row)
        except ValueError:
            unreadable.append("the POS sent a product that can't be read")
            continue
        key = ident(row.id)
        if not key:
            named = text(row.sku) or text(row.name)
            unreadable.append(f"the POS sent a product without an id ({named})")
            continue
        records.append(_record(row, key, texts))
        raws[key] = raw
    return PosRead(tuple(records), raws, texts, tuple(unreadable))


def _record(row: Row, key: str, texts: dict[str, str]) -> PosRecord:
    reading = Reading("pos")
    parent = ident(row.variant_parent_id) or None
    return PosRecord(
        id=key,
        family_key=ident(row.family_id) or parent or key,
        parent_id=parent,
        has_variants=reading.flag("options", row.has_variants, default=False),
        name=reading.text("name", row.name),
        sku=reading.text("sku", row.sku).strip(),
        active=_active(reading, row),
        created_at=_created(row.created_at),
        version=whole(row.version) or 0,
        deleted=not is_blank(row.deleted_at),
        barcode=_barcode(reading, row.product_codes),
        description=_description(reading, row.description, texts),
        brand=_brand(reading, row.brand),
        category=_category(reading, row),
        options=_options(reading, row.variant_options),
        sell_online=_sell_online(reading, row.ecwid_enabled_webstore),
        tracked=_tracked(reading, row.has_inventory),
        composite=reading.flag("stock", row.is_composite, default=False),
        price_including_tax=reading.amount("price", row.price_including_tax),
        price_excluding_tax=reading.amount("price", row.price_excluding_tax),
        weight=_weight(reading, row),
        dimensions=_dimensions(reading, row),
        images=tuple(_images(reading, row.images)),
        variant_images=tuple(_images(reading, row.sku_images)),
        problems=tuple(reading.problems),
    )


def _active(reading: Reading, row: Row) -> bool:
    """`is_active`, else its twin `active`; unknown counts as inactive and is a problem."""
    for value in (row.is_active, row.active):
        if isinstance(value, bool):
            return value
    reading.wrong("enabled", "the POS doesn't say whether this is active")
    return False


def _sell_online(reading: Reading, value: Any) -> bool | None:
    if isinstance(value, bool):
        return value
    if value is not None:
        reading.wrong("enabled", "the POS's switch for selling online can't be read")
    return None


def _tracked(reading: Reading, value: Any) -> bool:
    if isinstance(value, bool):
        return value
    reading.wrong("stock", "the POS doesn't say whether it keeps stock of this")
    return True


def _created(value: Any) -> str:
    """Comparable text: UTC in ISO form, or what was printed."""
    at = moment(value)
    return at.strftime("%Y-%m-%dT%H:%M:%S.%fZ") if at else text(value)


def _barcode(reading: Reading, value: Any) -> str:
    codes: dict[str, str] = {}
    for entry in reading.objects("barcode", value):
        if isinstance(entry.get("code"), str):
            codes.setdefault(text(entry.get("type")).upper(), entry["code"].strip())
        elif not is_blank(entry.get("code")):
            reading.wrong("barcode")
    return next((codes[kind] for kind in BARCODE_KINDS if codes.get(kind)), "")


def _description(reading: Reading, value: Any, texts: dict[str, str]) -> str:
    if is_blank(value):
        return ""
    if not isinstance(value, str):
        reading.wrong("description")
        return ""
    found = digest(html_text(value))
    if found:
        texts[found] = value
    return found


def _brand(reading: Reading, value: Any) -> str:
    brand = reading.object("brand", value)
    if not is_blank(brand.get("deleted_at")):
        return ""
    return reading.text("brand", brand.get("name")).strip()


def _category(reading: Reading, row: Row) -> tuple[CategoryRef, ...]:
    """The path from the top: of `product_category`, else of its older twin `type`."""
    found = reading.object("category", row.product_category)
    found = found or reading.object("category", row.type)
    if not found or not is_blank(found.get("deleted_at")):
        return ()
    steps = [*reading.objects("category", found.get("category_path")), found]
    own = ident(found.get("id"))
    path: list[CategoryRef] = []
    for step in steps:
        ref = CategoryRef(ident(step.get("id")), reading.text("category", step.get("name")).strip())
        if not ref.id or not ref.name:
            reading.wrong("category")
            return ()
        if all(ref.id != known.id for known in path):
            path.append(ref)
        if ref.id == own:  # Whatever a path goes on with behind it lies below it.
            break
    return tuple(path)


def _options(reading: Reading, value: Any) -> tuple[tuple[str, str], ...]:
    found: list[tuple[str, str]] = []
    for entry in reading.objects("options", value):
        name = reading.text("options", entry.get("name")).strip()
        choice = reading.text("options", entry.get("value")).strip()
        # The specification's own example tells one attribute twice.
        if name and choice and (name, choice) not in found:
            found.append((name, choice))
    return tuple(found)


def _weight(reading: Reading, row: Row) -> Weight | None:
    amount = reading.amount("weight", row.weight)
    if not amount:
        return None
    unit = text(row.weight_unit).upper()
    if unit not in GRAMS:
        reading.wrong("weight", f"the POS gives the weight in an unknown unit ({unit or 'none'})")
        return None
    return Weight(amount, unit)


def _dimensions(reading: Reading, row: Row) -> Dimensions | None:
    """All sides, or None when they are blank or one of them can't be read."""
    known = len(reading.problems)
    length, width, height = (
        reading.amount("dimensions", side) or None for side in (row.length, row.width, row.height)
    )
    if len(reading.problems) > known or not (length or width or height):
        return None
    unit = text(row.dimensions_unit).upper()
    if unit not in MILLIMETRES:
        reading.wrong("dimensions", f"the POS gives sizes in an unknown unit ({unit or 'none'})")
        return None
    return Dimensions(length, width, height, unit)


def _images(reading: Reading, value: Any) -> Iterator[PosImage]:
    for entry in reading.objects("images", value):
        sizes = entry.get("sizes")
        original = text(sizes.get("original")) if isinstance(sizes, dict) else ""
        url = original or text(entry.get("url"))
        if ident(entry.get("id")) and url.startswith(("https://", "http://")):
            yield PosImage(ident(entry.get("id")), url)
        else:
            reading.wrong("images", "the POS names a picture without an address")
