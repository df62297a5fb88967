"""Which path answers what, and under which scopes (API §2, §3)."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from app.sample.e_series import (
    attributes,
    batch,
    categories,
    deletions,
    images,
    media,
    orders,
    product_view,
    products,
    profile,
    search,
    stock,
    variations,
)
from app.sample.e_series.calls import Call

Handler = Callable[[Call], Any]

_READ = ("read_catalog",)
_CREATE = ("create_catalog",)
_UPDATE = ("update_catalog",)
_VARY = ("read_catalog", "update_catalog")
_WIPE = ("update_catalog_batch_delete",)
_PROFILE = ("read_store_profile",)
_ORDERS = ("read_orders",)
_NAME = re.compile(r"\{(\w+)\}")
_P = "products/{product}"
_V = "products/{product}/combinations/{combination}"
_C = "categories/{category}"


@dataclass(frozen=True, slots=True)
class Route:
    """One call of the API; a name in braces stands for an id."""

    method: str
    path: str
    handler: Handler
    scopes: tuple[str, ...] = ()
    public: bool = False
    """Whether a public token may call it."""
    fetches: Callable[[Call], list[str]] | None = None
    """Names the addresses whose pictures the handler needs."""

    @property
    def writes(self) -> bool:
        """Whether the call asks for a change; a batch is none, the requests inside it are."""
        return self.method != "GET" and not self.path.startswith("batch")


def _upload(path: str, handler: Handler) -> Route:
    return Route("POST", path, handler, _UPDATE, fetches=images.addresses_to_fetch)


ROUTES = (
    Route("GET", "profile", profile.read_profile, _PROFILE, public=True),
    Route("GET", "latest-stats", profile.latest_stats, _PROFILE, public=True),
    Route("GET", "brands", profile.list_brands, ("read_brands",)),
    Route("GET", "products", search.list_products, _READ, public=True),
    Route("POST", "products", products.create_product, _CREATE),
    Route("GET", "products/deleted", deletions.deleted_products, _READ),
    Route("PUT", "products/sort", categories.sort_products, _UPDATE),
    Route("GET", _P, product_view.read_product, _READ, public=True),
    Route("PUT", _P, products.update_product, _UPDATE),
    Route("DELETE", _P, products.delete_product, _UPDATE),
    Route("PUT", f"{_P}/inventory", stock.adjust_product, _UPDATE),
    Route("GET", f"{_P}/combinations", variations.list_variations, _READ, public=True),
    Route("POST", f"{_P}/combinations", variations.create_variation, _CREATE),
    Route("DELETE", f"{_P}/combinations", variations.delete_variations, _VARY),
    Route("GET", _V, variations.read_variation, _READ, public=True),
    Route("PUT", _V, variations.update_variation, _VARY),
    Route("DELETE", _V, variations.delete_variation, _VARY),
    Route("PUT", f"{_V}/inventory", stock.adjust_variation, _UPDATE),
    _upload(f"{_P}/image", images.upload_main),
    _upload(f"{_P}/gallery", images.upload_gallery),
    _upload(f"{_V}/image", images.upload_variation),
    _upload(f"{_C}/image", images.upload_category),
    Route("POST", f"{_P}/image/async", images.announce_main, _UPDATE),
    Route("POST", f"{_P}/gallery/async", images.announce_gallery, _UPDATE),
    Route("POST", f"{_V}/image/async", images.announce_variation, _UPDATE),
    Route("POST", f"{_C}/image/async", images.announce_category, _UPDATE),
    Route("DELETE", f"{_P}/image", images.delete_main, _UPDATE),
    Route("DELETE", f"{_P}/gallery", images.delete_gallery, _WIPE),
    Route("DELETE", f"{_P}/gallery/{{image}}", images.delete_gallery_picture, _UPDATE),
    Route("DELETE", f"{_V}/image", images.delete_variation_picture, _UPDATE),
    Route("DELETE", f"{_C}/image", images.delete_category_picture, _UPDATE),
    Route("PUT", f"{_P}/media", media.replace_media, _UPDATE, fetches=media.addresses_to_fetch),
    Route("GET", "categories", categories.list_categories, _READ, public=True),
    Route("GET", "categoriesByPath", categories.list_by_path, _READ, public=True),
    Route("POST", "categories", categories.create_category, _CREATE),
    Route("PUT", "categories/sort", categories.sort_categories, _UPDATE),
    Route("GET", _C, categories.read_category, _READ, public=True),
    Route("PUT", _C, categories.update_category, _UPDATE),
    Route("DELETE", _C, categories.delete_category, _UPDATE),
    Route("POST", f"{_C}/assignProducts", categories.assign_products, _UPDATE),
    Route("POST", f"{_C}/unassignProducts", categories.unassign_products, _UPDATE),
    Route("GET", "classes", attributes.list_classes, _READ),
    Route("POST", "classes", attributes.create_class, _CREATE),
    Route("GET", "classes/{class}", attributes.read_class, _READ),
    Route("PUT", "classes/{class}", attributes.update_class, _UPDATE),
    Route("DELETE", "classes/{class}", attributes.delete_class, _UPDATE),
    Route("GET", "orders", orders.list_orders, _ORDERS),
    Route("GET", "orders/last", orders.last_order, _ORDERS),
    Route("GET", "orders/deleted", deletions.deleted_orders, _ORDERS),
    Route("GET", "orders/{order}", orders.read_order, _ORDERS),
    Route("PUT", "orders/{order}", orders.update_order, ("update_orders",)),
    Route("POST", "batch", batch.submit),
    Route("GET", "batch", batch.status),
    Route("POST", "batch/cancel-group", batch.cancel_group),
)
"""Every call there is, but for the one that empties the store."""


class Found(NamedTuple):
    """What stands at a path."""

    routes: Mapping[str, Route]
    """By method; none for a path that nothing stands at."""
    ids: Mapping[str, str]


_BY_SHAPE: dict[str, dict[str, Route]] = {}
_NAMES: dict[str, list[str]] = {}
for _route in ROUTES:
    _shape = _NAME.sub("#", _route.path)
    _BY_SHAPE.setdefault(_shape, {})[_route.method] = _route
    _NAMES[_shape] = _NAME.findall(_route.path)


def find(parts: Sequence[str]) -> Found:
    """Look up a path, cut at its slashes and decoded."""
    shape = "/".join("#" if part.isdecimal() else part for part in parts)
    ids = [part for part in parts if part.isdecimal()]
    if shape not in _BY_SHAPE and len(parts) == 2 and parts[0] == "orders":
        # Text ids (API §13).
        shape, ids = "orders/#", [parts[1]]
    routes = _BY_SHAPE.get(shape, {})
    return Found(routes, dict(zip(_NAMES.get(shape, ()), ids, strict=False)))
