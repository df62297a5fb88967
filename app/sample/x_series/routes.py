"""Which path answers what, under which scopes, in which versions."""

from collections.abc import Callable
from dataclasses import dataclass

from app.sample.x_series import inventory, lookups, products, sales
from app.sample.x_series.replies import Call, Reply

_CATALOGUE = frozenset({"products:read"})
_STOCK = frozenset({"inventory:read"})
_PRICE_BOOKS = frozenset({"products:read:price_books"})
_TAXES = frozenset({"taxes:read"})


@dataclass(frozen=True, slots=True)
class Route:
    """One read of the API; `{}` in its path stands for an id."""

    path: str
    handler: Callable[[Call], Reply]
    scopes: frozenset[str]
    method: str = "GET"
    in_2_0: bool = True
    in_dated: bool = True


ROUTES = (
    Route("products", products.list_products, _CATALOGUE),
    Route("products/{}", products.get_product, _CATALOGUE),
    Route("products/{}/inventory", inventory.product_inventory, _STOCK, in_dated=False),
    Route("products/{}/price_book_products", lookups.product_prices, _PRICE_BOOKS),
    Route("product_images/{}", products.get_product_image, _CATALOGUE),
    Route("search", products.search, _CATALOGUE),
    Route("inventory", inventory.list_inventory, _STOCK, in_dated=False),
    Route("inventory", inventory.read_inventory, _STOCK, "POST", in_2_0=False),
    Route("inventory/{}", inventory.read_product_inventory, _STOCK, in_2_0=False),
    Route("inventory_levels", inventory.read_levels, _STOCK, "POST", in_2_0=False),
    Route("inventory_levels/{}", inventory.read_product_levels, _STOCK, in_2_0=False),
    Route("retailer", lookups.get_retailer, frozenset({"retailer:read", "payment_types:read"})),
    Route("outlets", lookups.list_plain("outlets"), frozenset({"outlets:read"})),
    Route("outlets/{}", lookups.get_outlet, frozenset({"outlets:read"})),
    Route("registers", lookups.list_plain("registers"), frozenset({"registers:read"})),
    Route("brands", lookups.list_plain("brands"), _CATALOGUE),
    Route("tags", lookups.list_plain("tags"), _CATALOGUE),
    Route("suppliers", lookups.list_plain("suppliers"), frozenset({"suppliers:read"})),
    Route("product_types", lookups.list_product_types, _CATALOGUE),
    Route("product_categories", lookups.list_product_categories, _CATALOGUE),
    Route("variant_attributes", lookups.list_plain("variant_attributes"), _CATALOGUE),
    Route("taxes", lookups.list_plain("taxes"), _TAXES),
    Route("outlet_taxes", lookups.list_outlet_taxes, _TAXES),
    Route("payment_types", lookups.list_plain("payment_types"), frozenset({"payment_types:read"})),
    Route("price_books", lookups.list_plain("price_books"), _PRICE_BOOKS),
    Route("price_book_products", lookups.list_plain("price_book_products"), _PRICE_BOOKS),
    Route("channels", lookups.list_plain("channels"), frozenset({"channels:read"})),
    Route("users", lookups.list_plain("users"), frozenset({"users:read"})),
    Route("user", lookups.get_user, frozenset({"users:read"})),
    Route("sales", sales.list_sales, frozenset({"sales:read"})),
    Route("sales/{}", sales.get_sale, frozenset({"sales:read"})),
)
"""Every read there is."""

_BY_PATH: dict[tuple[bool, str], dict[str, Route]] = {}
for _route in ROUTES:
    for _dated, _served in ((False, _route.in_2_0), (True, _route.in_dated)):
        if _served:
            _BY_PATH.setdefault((_dated, _route.path), {})[_route.method] = _route

READS_BY_POST = frozenset(route.path for route in ROUTES if route.method == "POST")
"""Paths of dated versions where POST changes nothing (section 6.2)."""


def find(path: str, *, dated: bool) -> tuple[dict[str, Route], str]:
    """Return the routes of a path by method, and the id in it; no routes for an unknown path."""
    parts = path.split("/")
    # Ids are the same in either case (API section 1).
    key = parts[1].lower() if len(parts) > 1 else ""
    pattern = "/".join([parts[0], *(["{}"] if key else []), *parts[2:]])
    return _BY_PATH.get((dated, pattern), {}), key
