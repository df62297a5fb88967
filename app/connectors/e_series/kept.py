"""An answer about one product that was kept from an earlier run, read again (for undo)."""

from typing import Any

from app.connectors.e_series import wire
from app.connectors.e_series.images import MAIN
from app.connectors.reading import decode_object, text
from app.domain.past import Snapshot

_ORIGINALS = ("imageOriginalUrl", "originalImageUrl", "image1500pxUrl", "imageUrl")


def snapshot(raw: bytes) -> tuple[Snapshot | None, dict[str, str]]:
    """The product with its pictures' addresses, and its texts by digest; None if unreadable."""
    try:
        read = wire.products([raw])
        item = decode_object(raw)
    except (ValueError, ArithmeticError):
        return None, {}
    if not read.products:
        return None, {}
    product = read.products[0]
    addresses = _addresses(item)
    if product.main_image_mark:
        addresses[MAIN] = product.main_image_mark
    return Snapshot(product, addresses, raw), dict(read.texts)


def _addresses(item: dict[str, Any]) -> dict[str, str]:
    media = item.get("media")
    shown = media.get("images") if isinstance(media, dict) else None
    found: dict[str, str] = {}
    for entry in (*_objects(item.get("galleryImages")), *_objects(shown)):
        url = next((url for name in _ORIGINALS if (url := text(entry.get(name)))), "")
        if url:
            found[MAIN if entry.get("isMain") is True else str(entry.get("id"))] = url
    return found


def _objects(value: Any) -> list[dict[str, Any]]:
    return [entry for entry in value if isinstance(entry, dict)] if isinstance(value, list) else []
