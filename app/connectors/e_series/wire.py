"""JSON of the online store's products to records (API eCom §6-§9); one bad item never raises."""

from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import Any

import msgspec

from app.connectors.reading import Reading, decode, is_blank, number, seconds, text, whole
from app.domain.normal_form import digest, html_text
from app.domain.product import EcomOption, EcomProduct, EcomRead, EcomVariation

Lengths = tuple[Decimal, Decimal, Decimal]


class Page(msgspec.Struct):
    """The envelope of a list: items left undecoded (API eCom §4)."""

    items: list[msgspec.Raw]
    total: int
    limit: Any = None


class Item(msgspec.Struct, rename="camel"):
    """The fields of a product that we use, unchecked."""

    id: Any = None
    sku: Any = None
    name: Any = None
    enabled: Any = None
    description: Any = None
    price: Any = None
    quantity: Any = None
    unlimited: Any = None
    weight: Any = None
    dimensions: Any = None
    is_shipping_required: Any = None
    category_ids: Any = None
    attributes: Any = None
    options: Any = None
    combinations: Any = None
    media: Any = None
    gallery_images: Any = None
    image_url: Any = None
    original_image_url: Any = None
    external_reference_id: Any = None
    updated: Any = None
    update_timestamp: Any = None
    created: Any = None
    create_timestamp: Any = None


def page(body: bytes) -> tuple[list[bytes], int]:
    """The items of a page and the total of all pages. Raises ValueError."""
    found = decode(body, Page)
    return [bytes(raw) for raw in found.items], found.total


def products(items: Sequence[bytes]) -> EcomRead:
    """Products of a page. An item without an id is left out and named in `unreadable`."""
    records: list[EcomProduct] = []
    raws: dict[int, bytes] = {}
    texts: dict[str, str] = {}
    unreadable: list[str] = []
    for raw in items:
        try:
            item = decode(raw, Item)
        except ValueError:
            unreadable.append("the online store sent a product that can't be read")
            continue
        key = whole(item.id)
        if key is None:
            named = text(item.sku) or text(item.name)
            unreadable.append(f"the online store sent a product without an id ({named})")
            continue
        records.append(_product(item, key, texts))
        raws[key] = raw
    return EcomRead(tuple(records), raws, texts, tuple(unreadable))


def only(read: EcomRead, wanted: Callable[[EcomProduct], bool]) -> EcomRead:
    """The products for which `wanted` holds, with what belongs to them."""
    kept = tuple(product for product in read.products if wanted(product))
    return EcomRead(
        kept,
        {product.id: read.raw[product.id] for product in kept},
        {p.description: read.texts[p.description] for p in kept if p.description},
    )


def _product(item: Item, key: int, texts: dict[str, str]) -> EcomProduct:
    reading = Reading("ecom")
    quantity, unlimited = _stock(reading, item.quantity, item.unlimited)
    main = _main_image(item)
    brand, barcode = _attributes(reading, item.attributes)
    return EcomProduct(
        id=key,
        sku=reading.text("sku", item.sku).strip(),
        name=reading.text("name", item.name),
        enabled=_enabled(reading, item.enabled),
        updated=seconds(item.update_timestamp, item.updated),
        created=seconds(item.create_timestamp, item.created),
        description=_description(reading, item.description, texts),
        brand=brand,
        barcode=barcode,
        price=reading.amount("price", item.price),
        quantity=quantity,
        unlimited=unlimited,
        weight=reading.amount("weight", item.weight) or None,
        dimensions=_dimensions(reading, item.dimensions),
        shipping_required=reading.flag("weight", item.is_shipping_required, default=True),
        category_ids=_category_ids(reading, item.category_ids),
        options=_options(reading, item.options),
        variations=_variations(reading, item.combinations, main),
        image_ids=_image_ids(reading, item),
        main_image_mark=main,
        external_reference_id=text(item.external_reference_id),
        problems=tuple(reading.problems),
    )


def _enabled(reading: Reading, value: Any) -> bool:
    if isinstance(value, bool):
        return value
    reading.wrong("enabled", "the online store doesn't say whether it shows this")
    return False


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


def _stock(reading: Reading, quantity: Any, unlimited: Any) -> tuple[int | None, bool]:
    """Pieces and whether untracked; `quantity` is absent when unlimited (API eCom §6)."""
    if unlimited is True:
        return None, True
    found = whole(quantity)
    if found is None or not (unlimited is False or unlimited is None):
        reading.wrong("stock")
    return found, False


def _attributes(reading: Reading, value: Any) -> tuple[str, str]:
    """Brand and barcode: attributes known by their type, whatever they are called (§7)."""
    brand = barcode = ""
    for entry in reading.objects("brand", value):
        kind = text(entry.get("type")).upper()
        if kind == "BRAND":
            brand = reading.text("brand", entry.get("value")).strip()
        elif kind == "UPC":
            barcode = reading.text("barcode", entry.get("value")).strip()
    return brand, barcode


def _dimensions(reading: Reading, value: Any) -> Lengths | None:
    """Length, width, height; None when unset, which the shop prints as zeros."""
    found = reading.object("dimensions", value)
    length, width, height = (
        reading.amount("dimensions", found.get(side)) or Decimal(0)
        for side in ("length", "width", "height")
    )
    return (length, width, height) if length or width or height else None


def _category_ids(reading: Reading, value: Any) -> tuple[int, ...]:
    if is_blank(value):
        return ()
    found = [whole(entry) for entry in value] if isinstance(value, list) else [None]
    if any(entry is None for entry in found):
        reading.wrong("category")
    return tuple(entry for entry in found if entry is not None)


def _options(reading: Reading, value: Any) -> tuple[EcomOption, ...]:
    found: list[EcomOption] = []
    for entry in reading.objects("options", value):
        choices = tuple(
            reading.text("options", choice.get("text"))
            for choice in reading.objects("options", entry.get("choices"))
        )
        name = reading.text("options", entry.get("name"))
        found.append(EcomOption(name, choices, text(entry.get("type")).upper() or "SELECT"))
    return tuple(found)


def _variations(reading: Reading, value: Any, main: str) -> tuple[EcomVariation, ...]:
    found: list[EcomVariation] = []
    for entry in reading.objects("options", value):
        key = whole(entry.get("id"))
        if key is None:
            reading.wrong("options", "the online store gave a variation without an id")
            continue
        found.append(_variation(reading, entry, key, main))
    return tuple(found)


def _variation(reading: Reading, entry: dict[str, Any], key: int, main: str) -> EcomVariation:
    """One variation; what is missing is inherited from the product (API eCom §8).

    Without a SKU of its own it shares the product's stock.
    """
    sku = reading.text("sku", entry.get("sku")).strip() or None
    mark = text(entry.get("originalImageUrl")) or text(entry.get("imageUrl"))
    quantity, unlimited = None, False
    if sku is not None:
        quantity, unlimited = _stock(reading, entry.get("quantity"), entry.get("unlimited"))
    return EcomVariation(
        id=key,
        options=tuple(
            (reading.text("options", pair.get("name")), reading.text("options", pair.get("value")))
            for pair in reading.objects("options", entry.get("options"))
        ),
        sku=sku,
        price=reading.amount("price", entry.get("price")),
        quantity=quantity,
        unlimited=unlimited,
        weight=reading.amount("weight", entry.get("weight")),
        dimensions=_dimensions(reading, entry.get("dimensions")),
        barcode=_attributes(reading, entry.get("attributes"))[1],
        image_mark="" if mark == main else mark,
    )


def _media(item: Item) -> list[dict[str, Any]]:
    images = item.media.get("images") if isinstance(item.media, dict) else None
    return (
        [entry for entry in images if isinstance(entry, dict)] if isinstance(images, list) else []
    )


def _is_main(entry: dict[str, Any]) -> bool:
    return entry.get("isMain") is True or str(entry.get("id")) == "0"


def _main_image(item: Item) -> str:
    """What tells one main picture from another: its id is always "0" (API eCom §9)."""
    for entry in _media(item):
        if _is_main(entry):
            return text(entry.get("imageOriginalUrl"))
    return text(item.original_image_url) or text(item.image_url)


def _image_ids(reading: Reading, item: Item) -> tuple[str, ...]:
    """Picture ids in shown order, the main one first; its gallery order where that is told."""
    gallery = list(reading.objects("images", item.gallery_images))
    places = {str(entry.get("id")): number(entry.get("orderBy")) for entry in gallery}
    entries = _media(item)
    if not entries:
        main = ["0"] if text(item.original_image_url) or text(item.image_url) else []
        return (*main, *(str(entry["id"]) for entry in _in_order(gallery, places) if "id" in entry))
    if any(is_blank(entry.get("id")) for entry in entries):
        reading.wrong("images")
    main = ["0" for entry in entries if _is_main(entry)][:1]
    others = [entry for entry in entries if not _is_main(entry) and not is_blank(entry.get("id"))]
    return (*main, *(str(entry["id"]) for entry in _in_order(others, places)))


def _in_order(
    entries: list[dict[str, Any]], places: dict[str, Decimal | None]
) -> list[dict[str, Any]]:
    """By the gallery's `orderBy`, when it is told for each (sources disagree, API eCom §9)."""
    order = [places.get(str(entry.get("id"))) for entry in entries]
    known = [place for place in order if place is not None]
    if len(known) < len(order):
        return entries
    ranked = sorted(zip(known, range(len(entries)), strict=True))
    return [entries[index] for _, index in ranked]
