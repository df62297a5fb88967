"""The sample shop without its goods: retailer, outlets, registers, staff, taxes, price books."""

from dataclasses import dataclass, field

from app.sample.assortment import TAGS, TRADES
from app.sample.x_series.store import XSeriesStore
from app.sample.x_series.table import Row

TAX_RATE = 0.15
"""Of the default tax: 0.15 is 15 %."""

_EXTRA_FIELDS: dict[str, Row] = {
    "brands": {"description": ""},
    "suppliers": {"description": "", "default_markup": None, "contact": {}},
}


@dataclass(frozen=True, slots=True)
class Premises:
    """Ids of what products refer to."""

    outlets: tuple[str, ...]
    """Shop, market stall, warehouse."""
    tax_id: str
    brands: dict[str, str]
    suppliers: dict[str, str]
    attributes: dict[str, str]
    tags: dict[str, str]
    categories: dict[tuple[str, ...], str] = field(default_factory=dict)


def open_premises(store: XSeriesStore) -> Premises:
    """Fill an empty store with everything but products."""
    store.retailer = {
        "id": store.new_id(),
        "domain_prefix": "harbourandpine",
        "store_url": "https://harbourandpine.example",
        "name": "Harbour & Pine",
        "tax_exclusive": False,
        "country": "NZ",
        "currency": {"code": "NZD", "symbol": "$"},
        "timezone": "Pacific/Auckland",
        "sku_sequence": {"enabled": True, "value": 10_001},
        "discount_product_id": None,
        "no_tax_group_id": None,
        "loyalty": {"enabled": False, "ratio": 0},
    }
    tax_id = _taxes(store)
    outlets = _outlets(store, tax_id)
    _staff(store, outlets)
    premises = Premises(
        outlets=outlets,
        tax_id=tax_id,
        brands=_named(store, "brands", [name for trade in TRADES for name in trade.brands]),
        suppliers=_named(store, "suppliers", [s for trade in TRADES for s in trade.suppliers]),
        attributes=_named(store, "variant_attributes", _attribute_names()),
        tags=_named(store, "tags", list(TAGS)),
    )
    _categories(store, premises)
    return premises


def _attribute_names() -> list[str]:
    kinds = [kind for trade in TRADES for kind in trade.kinds]
    return list(dict.fromkeys(name for kind in kinds for name, _ in kind.choices))


def _named(store: XSeriesStore, table: str, names: list[str]) -> dict[str, str]:
    extra = _EXTRA_FIELDS.get(table, {})
    return {name: store.add(table, {"name": name, **extra}) for name in names}


def _taxes(store: XSeriesStore) -> str:
    none = store.add("taxes", _tax(store, "No Tax", 0.0, default=False))
    store.retailer["no_tax_group_id"] = none
    return store.add("taxes", _tax(store, "GST", TAX_RATE, default=True))


def _tax(store: XSeriesStore, name: str, rate: float, *, default: bool) -> Row:
    rates = [{"id": store.new_id(), "name": name, "rate": rate, "display_name": name}]
    return {"name": name, "display_name": name, "is_default": default, "rates": rates}


def _outlets(store: XSeriesStore, tax_id: str) -> tuple[str, ...]:
    places = (
        ("High Street", "12 High Street", "Lyttelton"),
        ("Harbour Market", "Stall 7, Wharf Shed", "Lyttelton"),
        ("Warehouse", "3 Foundry Lane", "Christchurch"),
    )
    outlets = tuple(
        store.add(
            "outlets",
            {
                "name": name,
                "time_zone": "Pacific/Auckland",
                "currency": "NZD",
                "currency_symbol": "$",
                "display_prices": "inclusive",
                "default_tax_id": tax_id,
                "physical_address_1": street,
                "physical_city": city,
                "physical_country_id": "NZ",
                "email": "hello@harbourandpine.example",
                "attributes": [],
            },
        )
        for name, street, city in places
    )
    registers = (("Front counter", 0), ("Market till", 1), ("Online orders", 2))
    for sequence, (name, place) in enumerate(registers):
        store.add(
            "registers",
            {
                "name": name,
                "outlet_id": outlets[place],
                "is_open": True,
                "invoice_prefix": f"{'HMO'[sequence]}-",
                "invoice_suffix": "",
                "invoice_sequence": 1000 + 377 * sequence,
                "register_open_sequence_id": store.new_id(),
            },
        )
    return outlets


def _staff(store: XSeriesStore, outlets: tuple[str, ...]) -> None:
    people = (("mara", "Mara Ellison", "admin"), ("tane", "Tāne Walker", "cashier"))
    ids = [
        store.add("users", {"username": name, "display_name": shown, "account_type": kind})
        for name, shown, kind in people
    ]
    store.user_id = ids[0]
    for name, type_id in (("Cash", "1"), ("Card", "5"), ("Gift Card", "106")):
        store.add("payment_types", {"name": name, "type_id": type_id, "config": None})
    for name, platform in (("General Price Book (All Products)", "0"), ("Online", "2")):
        store.add(
            "price_books",
            {
                "name": name,
                "type": "GENERAL" if platform == "0" else "USER",
                "outlet_id": None if platform == "0" else outlets[2],
                "customer_group_id": None,
                "valid_from": None,
                "valid_to": None,
                "restrict_to_platform_key": platform,
            },
        )


def _categories(store: XSeriesStore, premises: Premises) -> None:
    for trade in TRADES:
        for kind in trade.kinds:
            for depth in range(1, len(kind.path) + 1):
                path = kind.path[:depth]
                if path in premises.categories:
                    continue
                parent = premises.categories.get(path[:-1])
                row = {"name": path[-1], "parent_category_id": parent}
                premises.categories[path] = store.add("product_categories", row)
