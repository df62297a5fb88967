"""What the online store keeps to itself, and its pictures' addresses, from one product's raw JSON.

Nothing here raises: what is missing or odd is left out.
"""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import msgspec

from app.connectors.e_series import wire
from app.connectors.e_series.images import MAIN
from app.connectors.reading import decode_object, number, text, whole
from app.domain.product import EcomProduct
from app.facts.extras import EcomExtras, Extra, PictureAddress

_SIZES = (
    ("image160pxUrl", "smallThumbnailUrl"),
    ("image400pxUrl", "thumbnailUrl"),
    ("image800pxUrl", "hdThumbnailUrl"),
    ("image1500pxUrl", "imageUrl"),
    ("imageOriginalUrl", "originalImageUrl"),
)
"""From the smallest to the original: the name in `media`, and the one everywhere else."""
_LARGE = (3, 4, 2, 1, 0)
"""Places in `_SIZES` for a closer look, best first."""
_PICTURED = ("id", "media", "galleryImages", "imageUrl", "originalImageUrl", "combinations")
"""What decides which pictures stand for a product and its variations."""

_Entry = dict[str, Any]


def ecom_extras(raw: bytes) -> EcomExtras:
    """What is shown of a product beside its synced fields."""
    item = _item(raw)
    product = _product(item)
    pictures = () if product is None else _pictures(item, product)
    return EcomExtras(tuple(_extras(item)), pictures, _web(item.get("url")))


def variation_pictures(raw: bytes) -> dict[int, PictureAddress]:
    """The pictures of variations that have one of their own, by variation id.

    A picture's id is what `EcomVariation.image_mark` calls it.
    """
    item = _item(raw)
    product = _product(item)
    if product is None:
        return {}
    entries = {whole(entry.get("id")): entry for entry in _objects(item.get("combinations"))}
    found: dict[int, PictureAddress] = {}
    for variation in product.variations:
        if variation.image_mark:
            address = _address(variation.image_mark, entries.get(variation.id, {}))
            if address is not None:
                found[variation.id] = address
    return found


def _item(raw: bytes) -> _Entry:
    try:
        return decode_object(raw)
    except (ValueError, ArithmeticError):
        return {}


def _product(item: _Entry) -> EcomProduct | None:
    """The product as far as its pictures go; reading all of it would take ten times as long."""
    try:
        read = wire.products([msgspec.json.encode({name: item.get(name) for name in _PICTURED})])
    except (ValueError, ArithmeticError):
        return None
    return read.products[0] if read.products else None


def _extras(item: _Entry) -> Iterator[Extra]:
    told: tuple[tuple[str, str | Decimal | int | None], ...] = (
        ("compare_to_price", number(item.get("compareToPrice"))),
        ("subtitle", text(item.get("subtitle")) or None),
        ("low_stock", whole(item.get("warningLimit"))),
    )
    for name, value in told:
        if value is None or (not isinstance(value, str) and value < 0):
            continue
        yield Extra(name, value)


def _pictures(item: _Entry, product: EcomProduct) -> tuple[PictureAddress, ...]:
    """The product's pictures in the order of `EcomProduct.image_ids`."""
    media = item.get("media")
    shown = list(_objects(media.get("images"))) if isinstance(media, dict) else []
    sources: dict[str, list[_Entry]] = {}
    for entry in shown:
        sources.setdefault(_picture_id(entry), []).append(entry)
    for entry in _objects(item.get("galleryImages")):
        sources.setdefault(str(entry.get("id")), []).append(entry)
    sources.setdefault(MAIN, []).append(item)
    addresses = (_address(key, *sources.get(key, ())) for key in dict.fromkeys(product.image_ids))
    return tuple(address for address in addresses if address is not None)


def _picture_id(entry: _Entry) -> str:
    return MAIN if entry.get("isMain") is True else str(entry.get("id"))


def _address(picture_id: str, *entries: _Entry) -> PictureAddress | None:
    """Where a picture is found, by what several entries say of it, the first first."""
    sizes = [
        next((a for entry in entries for name in names if (a := _web(entry.get(name)))), "")
        for names in _SIZES
    ]
    small = next(filter(None, sizes), "")
    large = next(filter(None, (sizes[place] for place in _LARGE)), "")
    return PictureAddress(picture_id, small, large) if small else None


def _objects(value: Any) -> Iterator[_Entry]:
    if isinstance(value, list):
        yield from (entry for entry in value if isinstance(entry, dict))


def _web(value: Any) -> str:
    """A web address; "" for anything else."""
    found = text(value)
    return found if found.startswith(("https://", "http://")) else ""
