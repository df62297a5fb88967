"""Order, alt texts and wholesale exchange of a product's pictures (API §9)."""

from typing import TYPE_CHECKING, Any

from app.sample.e_series import pictures
from app.sample.e_series.calls import Call
from app.sample.e_series.catalogue import Document
from app.sample.e_series.errors import Refusal, wrong_parameter
from app.sample.e_series.images import fetched, is_web_address

if TYPE_CHECKING:
    from app.sample.e_series.store import ESeriesStore


def reorder(store: "ESeriesStore", document: Document, changes: Document) -> None:
    """Write order and alt texts sent as `media.images` or `galleryImages`; raises 400."""
    if "media" in changes:
        rows = changes["media"].get("images", [])
        ids = ["0"] if document["main_picture"] else []
        ids.extend(str(row["id"]) for row in document["gallery"])
        order = _ordered(pictures.pictures_of(document), ids, rows)
        _arrange(store, document, order)
    if "galleryImages" in changes:
        ids = [str(row["id"]) for row in document["gallery"]]
        document["gallery"] = _ordered(document["gallery"], ids, changes["galleryImages"])


def _ordered(old: list[Document], ids: list[str], rows: Any) -> list[Document]:
    """Return the pictures with alt texts from `rows`, sorted by `orderBy` where it is given."""
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise wrong_parameter("media.images: not a list of objects")
    sent = {str(row.get("id")): row for row in rows}
    if not sent.keys() <= set(ids):
        raise wrong_parameter("media.images: an id is unknown")
    places: list[tuple[int, int, Document]] = []
    for place, (name, picture) in enumerate(zip(ids, old, strict=True)):
        row = sent.get(name, {})
        after = {**picture, "alt": row["alt"]} if isinstance(row.get("alt"), dict) else picture
        wanted = row.get("orderBy", place)
        if not isinstance(wanted, int):
            raise wrong_parameter("media.images: orderBy is a number")
        places.append((wanted, place, after))
    return [picture for _, _, picture in sorted(places, key=lambda entry: entry[:2])]


def _arrange(store: "ESeriesStore", document: Document, order: list[Document]) -> None:
    main = document["main_picture"]
    if main is None:
        document["gallery"] = order
        return
    rest = [picture for picture in order if picture["id"] != main["id"]]
    same_main = next(picture for picture in order if picture["id"] == main["id"])
    if order[0]["id"] == main["id"] or not store.knobs.main_move_renumbers:
        document["main_picture"], document["gallery"] = same_main, rest
        return
    document["main_picture"] = order[0]
    document["gallery"] = [{**row, "id": store.next_id("picture")} for row in order[1:]]


def addresses_to_fetch(call: Call) -> list[str]:
    """Name the pictures of PUT P/media that the product hasn't got."""
    body = call.record()
    rows = [body.get("mainMedia") or {}, *(body.get("galleryMedia") or [])]
    product = call.store.product(call.id("product"))
    named = [row.get("imageUrl") for row in rows if isinstance(row, dict)]
    urls = [str(url) for url in named if is_web_address(url)]
    return [url for url in urls if not _known(call.store, product, url)]


def _known(store: "ESeriesStore", product: Document, url: str) -> Document | None:
    for picture in pictures.pictures_of(product):
        if url in pictures.picture_fields(store, picture).values():
            return picture
    return None


def replace_media(call: Call) -> Any:
    """PUT P/media: the pictures become those named by address; the others are deleted."""
    store = call.store
    product = store.product(call.id("product"))
    body = call.record()
    main = body.get("mainMedia") or {}
    gallery = body.get("galleryMedia") or []
    if not isinstance(main, dict) or not all(isinstance(row, dict) for row in gallery):
        raise wrong_parameter("mainMedia is an object, galleryMedia a list of objects")
    after = {
        **product,
        "main_picture": _named(call, product, main) if main.get("imageUrl") else None,
        "gallery": [_named(call, product, row) for row in gallery],
    }
    store.save_product(after, "picture")
    return {"updateCount": 1}


def _named(call: Call, product: Document, row: Document) -> Document:
    url = row.get("imageUrl")
    if not is_web_address(url):
        raise Refusal(422, "imageUrl must be a web address", "WRONG_URL")
    picture = _known(call.store, product, str(url))
    if picture is None:
        picture = pictures.new_picture(call.store, fetched(call, str(url)))
    return {**picture, "alt": row["alt"]} if isinstance(row.get("alt"), dict) else picture
