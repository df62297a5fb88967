"""Uploading and deleting pictures of products, variations and categories (API §9)."""

from typing import TYPE_CHECKING, Any

from app.sample.e_series import pictures
from app.sample.e_series.calls import Call
from app.sample.e_series.catalogue import Document
from app.sample.e_series.errors import Refusal, wrong_parameter
from app.sample.e_series.stock import find_variation, with_variation

if TYPE_CHECKING:
    from app.sample.e_series.store import ESeriesStore


def is_web_address(url: Any) -> bool:
    """Whether `url` is one the service would fetch."""
    return isinstance(url, str) and url.startswith(("http://", "https://"))


def addresses_to_fetch(call: Call) -> list[str]:
    """Name the picture that an upload by `externalUrl` needs fetched."""
    url = call.query.get("externalUrl")
    return [url] if is_web_address(url) and url is not None else []


def fetched(call: Call, url: str) -> bytes:
    """Return the bytes fetched from `url` for this call; raises 422."""
    data = call.fetched.get(url)
    if data is None:
        raise Refusal(422, f"Can't get a picture from {url}", "WRONG_URL")
    return data


def _uploaded(call: Call) -> Document:
    """Return the picture sent with a call; `externalUrl` wins over the body."""
    url = call.query.get("externalUrl")
    data = call.body if url is None else fetched(call, url)
    return pictures.new_picture(call.store, data)


def _announced(call: Call) -> Document:
    """Return the picture that the async form announces; raises 400 or 422."""
    body = call.record()
    url = body.get("url")
    if not is_web_address(url):
        raise Refusal(422, "url must be a web address", "WRONG_URL")
    for side in ("width", "height"):
        if not str(body.get(side, "")).isdigit():
            raise wrong_parameter(f"{side} must be a whole number")
    picture = pictures.awaited_picture(call.store, str(url))
    return {**picture, "alt": body["alt"]} if isinstance(body.get("alt"), dict) else picture


def _announced_answer(call: Call, picture: Document) -> Any:
    return {"id": picture["id"]} if call.store.knobs.async_answers_id else {}


def set_main(store: "ESeriesStore", product_id: int, picture: Document) -> None:
    """Give a product its main picture, in place of the old one."""
    store.save_product({**store.product(product_id), "main_picture": picture}, "picture")


def add_to_gallery(store: "ESeriesStore", product_id: int, picture: Document) -> None:
    """Add a picture behind the others; it may become the main one where there is none."""
    product = store.product(product_id)
    if product["main_picture"] is None and store.knobs.gallery_becomes_main:
        set_main(store, product_id, picture)
        return
    store.save_product({**product, "gallery": [*product["gallery"], picture]}, "picture")


def remove_main(store: "ESeriesStore", product_id: int) -> int:
    """Delete a product's main picture and return `deleteCount`."""
    product = store.product(product_id)
    if product["main_picture"] is None:
        return 0
    after = {**product, "main_picture": None}
    if store.knobs.gallery_moves_up and product["gallery"]:
        after["main_picture"], *after["gallery"] = product["gallery"]
    store.save_product(after, "picture")
    return 1


def remove_from_gallery(store: "ESeriesStore", product_id: int, picture_id: int) -> int:
    """Delete one gallery picture and return `deleteCount`; raises 404 where the knobs say so."""
    product = store.product(product_id)
    left = [row for row in product["gallery"] if row["id"] != picture_id]
    if len(left) == len(product["gallery"]):
        if store.knobs.unknown_picture == "404":
            raise Refusal(404, f"Image #{picture_id} not found")
        return 0
    store.save_product({**product, "gallery": left}, "picture")
    return 1


def _set_variation_picture(call: Call, picture: Document | None) -> None:
    product = call.store.product(call.id("product"))
    variation = {**find_variation(product, call.id("combination"))}
    variation.pop("picture", None)
    if picture is not None:
        variation["picture"] = picture
    call.store.save_product(with_variation(product, variation), "picture")


def _set_category_picture(call: Call, picture: Document | None) -> None:
    store = call.store
    category = {**store.category(call.id("category"))}
    category.pop("picture", None)
    if picture is not None:
        category["picture"] = picture
    store.categories[category["id"]] = category
    store.touch("categoriesUpdated")


def upload_main(call: Call) -> Any:
    """POST P/image."""
    call.store.product(call.id("product"))
    picture = _uploaded(call)
    set_main(call.store, call.id("product"), picture)
    return {"id": picture["id"]}


def upload_gallery(call: Call) -> Any:
    """POST P/gallery."""
    call.store.product(call.id("product"))
    picture = _uploaded(call)
    add_to_gallery(call.store, call.id("product"), picture)
    return {"id": picture["id"]}


def upload_variation(call: Call) -> Any:
    """POST V/image."""
    find_variation(call.store.product(call.id("product")), call.id("combination"))
    picture = _uploaded(call)
    _set_variation_picture(call, picture)
    return {"id": picture["id"]}


def upload_category(call: Call) -> Any:
    """POST C/image."""
    call.store.category(call.id("category"))
    picture = _uploaded(call)
    _set_category_picture(call, picture)
    return {"id": picture["id"]}


def announce_main(call: Call) -> Any:
    """POST P/image/async."""
    call.store.product(call.id("product"))
    picture = _announced(call)
    set_main(call.store, call.id("product"), picture)
    return _announced_answer(call, picture)


def announce_gallery(call: Call) -> Any:
    """POST P/gallery/async."""
    call.store.product(call.id("product"))
    picture = _announced(call)
    add_to_gallery(call.store, call.id("product"), picture)
    return _announced_answer(call, picture)


def announce_variation(call: Call) -> Any:
    """POST V/image/async."""
    find_variation(call.store.product(call.id("product")), call.id("combination"))
    picture = _announced(call)
    _set_variation_picture(call, picture)
    return _announced_answer(call, picture)


def announce_category(call: Call) -> Any:
    """POST C/image/async."""
    call.store.category(call.id("category"))
    picture = _announced(call)
    _set_category_picture(call, picture)
    return _announced_answer(call, picture)


def delete_main(call: Call) -> Any:
    """DELETE P/image."""
    return {"deleteCount": remove_main(call.store, call.id("product"))}


def delete_gallery_picture(call: Call) -> Any:
    """DELETE P/gallery/{imageId}."""
    ids = call.id("product"), call.id("image")
    return {"deleteCount": remove_from_gallery(call.store, *ids)}


def delete_gallery(call: Call) -> Any:
    """DELETE P/gallery: all of it, under a scope of its own."""
    product = call.store.product(call.id("product"))
    count = len(product["gallery"])
    call.store.save_product({**product, "gallery": []}, "picture")
    return {"deleteCount": count}


def delete_variation_picture(call: Call) -> Any:
    """DELETE V/image."""
    product = call.store.product(call.id("product"))
    had = "picture" in find_variation(product, call.id("combination"))
    _set_variation_picture(call, None)
    return {"deleteCount": int(had)}


def delete_category_picture(call: Call) -> Any:
    """DELETE C/image."""
    had = "picture" in call.store.category(call.id("category"))
    _set_category_picture(call, None)
    return {"deleteCount": int(had)}
