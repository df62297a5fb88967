"""Pictures the store keeps: their bytes, addresses and how they are read (API §9)."""

import hashlib
from typing import TYPE_CHECKING, Any

from app.sample.e_series.catalogue import Document
from app.sample.e_series.errors import Refusal

if TYPE_CHECKING:
    from app.sample.e_series.store import ESeriesStore

_SIGNATURES = {
    b"\x89PNG\r\n\x1a\n": "image/png",
    b"\xff\xd8\xff": "image/jpeg",
    b"GIF87a": "image/gif",
    b"GIF89a": "image/gif",
    b"BM": "image/bmp",
}


def media_type(data: bytes) -> str:
    """Tell the kind of picture from its first bytes; `""` for what is none."""
    for signature, kind in _SIGNATURES.items():
        if data.startswith(signature):
            return kind
    return "image/webp" if data[:4] == b"RIFF" and data[8:12] == b"WEBP" else ""


def keep(store: "ESeriesStore", data: bytes) -> str:
    """Check a picture's bytes, keep them and return their key.

    Raises 400 or 413 for more than 20 MB and 422 for what isn't a picture.
    """
    most = store.knobs.max_image_bytes
    if len(data) > most:
        code = "INCORRECT_IMAGE_SIZE" if store.knobs.oversize_status == 400 else ""
        raise Refusal(store.knobs.oversize_status, f"The picture is over {most} bytes", code)
    if not media_type(data):
        raise Refusal(422, "The file is not a picture")
    key = hashlib.sha256(data).hexdigest()[:32]
    store.blobs.setdefault(key, data)
    return key


def new_picture(store: "ESeriesStore", data: bytes) -> Document:
    """Keep a picture's bytes and return its record; raises as `keep` does."""
    return {"id": store.next_id("picture"), "blob": keep(store, data)}


def awaited_picture(store: "ESeriesStore", url: str) -> Document:
    """Return the record of a picture that will be fetched from `url` in a while."""
    number = store.next_id("picture")
    store.awaited[number] = (store.clock.now() + store.knobs.async_fetch_seconds, url)
    return {"id": number, "blob": "", "awaits": number, "source": url}


def address(store: "ESeriesStore", picture: Document, size: str) -> str:
    """Return where a picture is found; the source until an async upload has been fetched."""
    key = _key(store, picture)
    if not key:
        source: str = picture["source"]
        return source
    return f"{store.public_url}/cdn/{store.store_id}/{picture['id']}/{key}-{size}"


def _key(store: "ESeriesStore", picture: Document) -> str:
    key: str = picture["blob"] or store.arrived.get(picture["awaits"], "")
    return key


def blob_at(store: "ESeriesStore", path: str) -> bytes | None:
    """Return the bytes behind the path of a picture's address."""
    return store.blobs.get(path.rpartition("/")[2].partition("-")[0])


def pictures_of(product: Document) -> list[Document]:
    """Return a product's pictures in order, the main one first."""
    main = [product["main_picture"]] if product["main_picture"] else []
    return [*main, *product["gallery"]]


def used_blobs(store: "ESeriesStore") -> dict[str, bytes]:
    """Return the pictures that something shows, by key."""
    shown: list[Document] = []
    for revision in store.catalogue.products.values():
        shown.extend(pictures_of(revision.document))
        shown.extend(
            row["picture"] for row in revision.document["combinations"] if "picture" in row
        )
    shown.extend(row["picture"] for row in store.categories.values() if "picture" in row)
    keys = {_key(store, row) for row in shown}
    return {key: store.blobs[key] for key in sorted(keys) if key}


def picture_fields(store: "ESeriesStore", picture: Document) -> dict[str, str]:
    """Return the address fields of a main, variation or gallery picture."""
    return {
        "thumbnailUrl": address(store, picture, "400"),
        "imageUrl": address(store, picture, "1500"),
        "smallThumbnailUrl": address(store, picture, "160"),
        "hdThumbnailUrl": address(store, picture, "800"),
        "originalImageUrl": address(store, picture, "original"),
    }


def media_wire(store: "ESeriesStore", product: Document) -> dict[str, Any]:
    """Return a product's picture fields: addresses of the main one, `galleryImages`, `media`."""
    main = product["main_picture"]
    wire: dict[str, Any] = dict(picture_fields(store, main)) if main else {}
    wire["galleryImages"] = [
        {
            "id": row["id"],
            "orderBy": place,
            **({"alt": row["alt"]} if "alt" in row else {}),
            **picture_fields(store, row),
        }
        for place, row in enumerate(product["gallery"])
    ]
    wire["media"] = {
        "images": [
            _media_image(store, row, place, is_main=row is main)
            for place, row in enumerate(pictures_of(product))
        ]
    }
    return wire


def _media_image(
    store: "ESeriesStore", picture: Document, place: int, *, is_main: bool
) -> dict[str, Any]:
    return {
        "id": "0" if is_main else str(picture["id"]),
        "isMain": is_main,
        "orderBy": place,
        **({"alt": picture["alt"]} if "alt" in picture else {}),
        "image160pxUrl": address(store, picture, "160"),
        "image400pxUrl": address(store, picture, "400"),
        "image800pxUrl": address(store, picture, "800"),
        "image1500pxUrl": address(store, picture, "1500"),
        "imageOriginalUrl": address(store, picture, "original"),
    }
